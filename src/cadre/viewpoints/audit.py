"""What a good picture never does, checked on the scene itself.

Tests hold every picture to it. A band is held to no contrast: it shows an amount that stands
beside it as a number or as names, and half strength is what keeps bands apart where they cross.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from cadre.viewpoints.measure import ASCENT, DESCENT, Measure
from cadre.viewpoints.scene import (
    GROUND,
    NONE,
    SMALLEST,
    AnyItem,
    Band,
    Box,
    Glyph,
    Label,
    Paint,
    Rect,
    Region,
    Scene,
    Wire,
    samples,
)
from cadre.viewpoints.tokens import THEMES, Theme, colour, contrast

TEXT_CONTRAST: Final = 4.5
SHAPE_CONTRAST: Final = 3.0
_SLACK: Final = 0.5
_EDGE: Final = 4.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong, and with what."""

    kind: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.what}"


def audit(scene: Scene, measure: Measure) -> tuple[Flaw, ...]:
    """All flaws of a scene; none in a good one."""
    items = list(scene.everything())
    return (
        *_overlapping_boxes(items),
        *_crossed_boxes(items),
        *_texts_out_of_place(scene, items, measure),
        *_overlapping_texts(items, measure),
        *_small_texts(items),
        *_missing_letters(items, measure),
        *(flaw for theme in THEMES for flaw in _faint(items, theme)),
        *_miscounted(scene, items),
    )


def _overlapping_boxes(items: Iterable[AnyItem]) -> Iterator[Flaw]:
    boxes = [item for item in items if isinstance(item, Box)]
    for one, other in _meeting([(box.rect, box) for box in boxes]):
        yield Flaw("boxes overlap", f"{_called(one)} and {_called(other)}")


def _crossed_boxes(items: Iterable[AnyItem]) -> Iterator[Flaw]:
    items = list(items)
    boxes = [item for item in items if isinstance(item, Box)]
    for wire in items:
        if isinstance(wire, Wire):
            points = samples(wire.route)
            for box in boxes:
                inner = box.rect.inset(1.0)
                foreign = not box.key or box.key not in wire.ends
                if foreign and any(
                    inner.x < point.x < inner.right and inner.y < point.y < inner.bottom
                    for point in points
                ):
                    yield Flaw("wire through box", f"{wire.ends} through {_called(box)}")


def text_rects(label: Label, measure: Measure) -> list[tuple[str, Rect]]:
    """Each line of a label with the room it takes."""
    found: list[tuple[str, Rect]] = []
    for place, line in enumerate(label.lines):
        width = measure.width(line, label.size, label.bold)
        left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        top = label.y + place * label.step - ASCENT * label.size
        found.append((line, Rect(left, top, width, (ASCENT + DESCENT) * label.size)))
    return found


def _texts_out_of_place(scene: Scene, items: Iterable[AnyItem], measure: Measure) -> Iterator[Flaw]:
    page = Rect(0, 0, scene.width, scene.height).inset(_EDGE)
    for label in _labels(items):
        for line, rect in text_rects(label, measure):
            if not page.holds(rect, _SLACK):
                yield Flaw("text off the page", line)
            room = label.within
            if room is not None:
                # Accents and tails may reach over the edge of a tight room; letters may not.
                tolerant = Rect(room.x, room.y - 2, room.width, room.height + 4)
                if not tolerant.holds(rect, _SLACK):
                    yield Flaw("text out of its room", line)


def _overlapping_texts(items: Iterable[AnyItem], measure: Measure) -> Iterator[Flaw]:
    rects = [
        (Rect(rect.x, rect.y, rect.width, rect.height * 0.85), line)
        for label in _labels(items)
        for line, rect in text_rects(label, measure)
    ]
    for one, other in _meeting(rects):
        yield Flaw("texts overlap", f"{one!r} and {other!r}")


def _small_texts(items: Iterable[AnyItem]) -> Iterator[Flaw]:
    for label in _labels(items):
        if label.size < SMALLEST:
            yield Flaw("text too small", f"{label.lines[:1]} at {label.size:g}")


def _missing_letters(items: Iterable[AnyItem], measure: Measure) -> Iterator[Flaw]:
    for label in _labels(items):
        lacking = "".join(measure.lacks(line) for line in label.lines)
        if lacking:
            yield Flaw("no such letter in the fonts", repr(lacking))


def _faint(items: Iterable[AnyItem], theme: Theme) -> Iterator[Flaw]:
    """Texts and shapes that stand out too little from what is really behind them."""
    behind: list[tuple[Rect, Paint]] = []
    for item in items:
        match item:
            case Region() if item.fill != NONE and not item.hatched:
                behind.append((item.rect, item.fill))
            case Box():
                fill = item.fill if item.fill != NONE else GROUND
                edge = item.stroke if item.outline != "none" else NONE
                best = max(
                    (_contrast(paint, GROUND, theme) for paint in (fill, edge) if paint != NONE),
                    default=0.0,
                )
                # Without outline and fill it is the room of its texts, not a shape to be seen.
                room = item.outline == "none" and item.fill in {NONE, GROUND}
                if best < SHAPE_CONTRAST and not room:
                    yield Flaw(f"faint box ({theme})", _called(item))
                behind.append((item.rect, fill))
            case Label() if item.lines:
                ground = _ground(behind, item.x, item.y - item.size * 0.3, item.anchor)
                for paint in {item.on, ground}:
                    if _contrast(item.paint, paint, theme) < TEXT_CONTRAST:
                        what = f"{item.lines[0]!r} {item.paint} on {paint}"
                        yield Flaw(f"faint text ({theme})", what)
            case Glyph():
                ground = _ground(behind, item.x + item.size / 2, item.y + item.size / 2)
                for paint in {item.on, ground}:
                    if _contrast(item.paint, paint, theme) < SHAPE_CONTRAST:
                        what = f"{item.glyph} {item.paint} on {paint}"
                        yield Flaw(f"faint glyph ({theme})", what)
            case Wire() if not isinstance(item.route, Band):
                if _contrast(item.paint, GROUND, theme) < SHAPE_CONTRAST:
                    yield Flaw(f"faint wire ({theme})", f"{item.ends}")
            case _:
                pass


def _ground(behind: list[tuple[Rect, Paint]], x: float, y: float, anchor: str = "middle") -> Paint:
    """What is painted last at a place, just inside a text."""
    x += {"start": 1.0, "middle": 0.0, "end": -1.0}[anchor]
    for rect, paint in reversed(behind):
        if rect.x <= x <= rect.right and rect.y <= y <= rect.bottom:
            return paint
    return GROUND


def _miscounted(scene: Scene, items: Iterable[AnyItem]) -> Iterator[Flaw]:
    drawn = Counter(item.key for item in items if item.key)
    for key in scene.subjects:
        if drawn[key] != 1:
            yield Flaw("not drawn once", f"{key} is drawn {drawn[key]} times")
    for key, times in drawn.items():
        if times > 1 and key not in scene.subjects:
            yield Flaw("drawn more than once", f"{key}: {times} times")


def _labels(items: Iterable[AnyItem]) -> list[Label]:
    return [item for item in items if isinstance(item, Label)]


def _contrast(first: Paint, second: Paint, theme: Theme) -> float:
    one, other = colour(first, theme), colour(second, theme)
    return 21.0 if "none" in (one, other) else contrast(one, other)


def _called(box: Box) -> str:
    return box.key or box.name or f"a box at {box.rect.x:.0f}, {box.rect.y:.0f}"


def _meeting(rects: list[tuple[Rect, T]]) -> Iterator[tuple[T, T]]:
    """The pairs that share room, found by a sweep from the top."""
    ordered = sorted(rects, key=lambda pair: pair[0].y)
    for place, (rect, what) in enumerate(ordered):
        for other, other_what in ordered[place + 1 :]:
            if other.y >= rect.bottom:
                break
            if rect.meets(other, _SLACK):
                yield what, other_what
