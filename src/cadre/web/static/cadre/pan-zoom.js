// Pan and zoom of a picture on its page: buttons, keys, wheel with Ctrl, drag and pinch.
//
// All of it is the `viewBox` of the drawing: no style is set, nothing moves by itself, and no link
// is added or taken away, so that the keyboard goes its usual way. Without this module the links of
// the zoom bar ask the server for the same picture at another size.

const STEP = 1.5;
const MOST = 16;
const LEGIBLE = 1.2; // pixels a point: as the style sheet has it for pictures that are large
const TINY = 0.6; // pixels a point: below that no text of a picture can be read
const PAN = 0.15; // of what is seen, for each press of an arrow
const SLACK = 4; // pixels that a pointer may move and still mean a click

const clamp = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));

class View {
  constructor(figure) {
    this.figure = figure;
    this.svg = figure.querySelector("svg.picture");
    this.level = figure.querySelector(".zoom-level");
    const { x, y, width, height } = this.svg.viewBox.baseVal;
    this.whole = { x, y, width, height };
    this.pointers = new Map();
    this.dragged = false;
    figure.classList.add("scene--live");
    this.begun = false;
    this.start();
    this.listen();
    new ResizeObserver(() => this.resized()).observe(this.svg);
  }

  // The picture as it first stands: whole, or legible where that would be too small.
  start() {
    const asked = Number(this.figure.dataset.zoom);
    const across = this.svg.clientWidth;
    this.begun = across > 0;
    this.view = this.fitted();
    if (asked) this.zoom(asked / 100);
    else if (across && (this.figure.classList.contains("scene--large") || this.isTiny(across))) {
      this.zoom(this.view.width / (across / LEGIBLE), 0, 0);
      this.view.x = this.whole.x;
      this.view.y = this.whole.y;
    }
    const lit = this.svg.querySelector(".frame");
    if (lit) this.reveal(lit.getBBox());
    this.draw();
  }

  isTiny(across) {
    return across / this.view.width < TINY;
  }

  // The whole drawing with the shape of the place that it has on the page.
  fitted() {
    const { clientWidth: across, clientHeight: down } = this.svg;
    const { x, y, width, height } = this.whole;
    if (!across || !down) return { ...this.whole };
    const scale = Math.max(width / across, height / down);
    const wide = across * scale;
    const high = down * scale;
    return { x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high };
  }

  get scale() {
    return this.fitted().width / this.view.width;
  }

  // Larger by a factor, around a point of the place given as shares of it.
  zoom(factor, atX = 0.5, atY = 0.5) {
    const fitted = this.fitted();
    const scale = clamp(this.scale * factor, 1, MOST);
    const width = fitted.width / scale;
    const height = fitted.height / scale;
    this.view.x += (this.view.width - width) * atX;
    this.view.y += (this.view.height - height) * atY;
    this.view.width = width;
    this.view.height = height;
    this.draw();
  }

  // Along by shares of what is seen; whether that was any way at all.
  pan(acrossShare, downShare) {
    const { x, y } = this.view;
    this.view.x += acrossShare * this.view.width;
    this.view.y += downShare * this.view.height;
    this.draw();
    return this.view.x !== x || this.view.y !== y;
  }

  fit() {
    this.view = this.fitted();
    this.draw();
  }

  reveal(box) {
    const { x, y, width, height } = this.view;
    const inside =
      box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;
    if (inside) return;
    this.view.x = box.x + box.width / 2 - width / 2;
    this.view.y = box.y + box.height / 2 - height / 2;
    this.draw();
  }

  draw() {
    const { view } = this;
    const fitted = this.fitted();
    view.x = clamp(view.x, fitted.x, fitted.x + fitted.width - view.width);
    view.y = clamp(view.y, fitted.y, fitted.y + fitted.height - view.height);
    this.svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    this.figure.classList.toggle("scene--zoomed", this.scale > 1.001);
  }

  // How large the picture is, once the reader has changed that.
  say() {
    const percent = Math.round(this.scale * 100);
    const space = document.documentElement.lang.startsWith("fr") ? "\u00a0" : "";
    if (this.level) this.level.textContent = `${percent}${space}%`;
  }

  resized() {
    if (!this.begun) return this.start();
    const { scale } = this;
    const { x, y, width, height } = this.view;
    const fitted = this.fitted();
    const now = clamp(scale, 1, MOST);
    this.view.width = fitted.width / now;
    this.view.height = fitted.height / now;
    this.view.x = x + (width - this.view.width) / 2;
    this.view.y = y + (height - this.view.height) / 2;
    return this.draw();
  }

  // Paper gets all of the picture.
  print(isPrinting) {
    const { x, y, width, height } = isPrinting ? this.whole : this.view;
    this.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  }

  // --- what a reader does ------------------------------------------------------------------------

  listen() {
    const { figure, svg } = this;
    figure.addEventListener("click", (event) => this.pressed(event));
    figure.addEventListener("keydown", (event) => this.typed(event));
    figure.addEventListener("focusin", (event) => this.reached(event));
    svg.addEventListener("wheel", (event) => this.wheeled(event), { passive: false });
    svg.addEventListener("pointerdown", (event) => this.down(event));
    svg.addEventListener("pointermove", (event) => this.moved(event));
    for (const end of ["pointerup", "pointercancel"]) {
      svg.addEventListener(end, (event) => this.up(event));
    }
    window.addEventListener("beforeprint", () => this.print(true));
    window.addEventListener("afterprint", () => this.print(false));
    svg.addEventListener("dragstart", (event) => event.preventDefault());
  }

  pressed(event) {
    if (this.dragged && this.svg.contains(event.target)) {
      event.preventDefault();
      this.dragged = false;
      return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const button = event.target.closest("a[data-zoom-to]");
    if (!button || !plain) return;
    event.preventDefault();
    this.ask(button.dataset.zoomTo);
  }

  ask(what) {
    if (what === "in") this.zoom(STEP);
    else if (what === "out") this.zoom(1 / STEP);
    else this.fit();
    this.say();
  }

  typed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!event.target.closest(".scene-scroll")) return;
    const zooms = { "+": "in", "=": "in", "-": "out", 0: "fit" };
    const pans = {
      ArrowLeft: [-PAN, 0],
      ArrowRight: [PAN, 0],
      ArrowUp: [0, -PAN],
      ArrowDown: [0, PAN],
    };
    if (event.key in zooms) {
      event.preventDefault();
      this.ask(zooms[event.key]);
    } else if (event.key in pans && this.pan(...pans[event.key])) event.preventDefault();
  }

  // What the keyboard comes to is brought into sight.
  reached(event) {
    const { target } = event;
    if (this.svg.contains(target) && target.matches(":focus-visible")) this.reveal(target.getBBox());
  }

  wheeled(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / 300), ...this.shares(event.clientX, event.clientY));
    this.say();
  }

  shares(clientX, clientY) {
    const box = this.svg.getBoundingClientRect();
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
  }

  down(event) {
    if (event.button !== 0) return;
    if (!this.pointers.size) this.dragged = false;
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.from = { x: event.clientX, y: event.clientY };
  }

  moved(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const { width, height } = this.svg.getBoundingClientRect();
    if (this.pointers.size === 1) {
      if (!this.figure.classList.contains("scene--zoomed")) return;
      const far = Math.hypot(now.x - this.from.x, now.y - this.from.y) > SLACK;
      if (!this.dragged && !far) return;
      if (!this.dragged) this.svg.setPointerCapture(event.pointerId);
      this.dragged = true;
      this.pointers.set(event.pointerId, now);
      this.pan((before.x - now.x) / width, (before.y - now.y) / height);
      return;
    }
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)[1];
    const apart = Math.hypot(before.x - other.x, before.y - other.y);
    const further = Math.hypot(now.x - other.x, now.y - other.y);
    this.pointers.set(event.pointerId, now);
    this.dragged = true;
    if (apart > 0) {
      this.zoom(further / apart, ...this.shares((now.x + other.x) / 2, (now.y + other.y) / 2));
      this.say();
    }
  }

  up(event) {
    this.pointers.delete(event.pointerId);
  }
}

for (const figure of document.querySelectorAll(".scene--wide")) new View(figure);
