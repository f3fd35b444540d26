"""The items of a scene as shapes of a slide: boxes, areas, texts, glyphs, connectors, groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from cadre.core.text import Language
from cadre.render.glyphs import GRID, STROKE
from cadre.render.measure import MEASURE
from cadre.render.outlines import BODY_BAR, Line, Move, Path, fold_of, rounded, shape_of, way_of
from cadre.render.slides import geometry
from cadre.render.slides.connectors import connector_of, drawn_way, goes_its_own_way
from cadre.render.slides.gluing import Anchors, Held, ends_of, reach, standard
from cadre.render.slides.markup import (
    LINE,
    NO_FILL,
    NO_LINE,
    RECTANGLE,
    about,
    either,
    fill,
    first_baseline,
    hatch,
    line,
    line_break,
    place,
    preset,
    run,
    spacing,
)
from cadre.viewpoints.scene import (
    GROUND,
    HATCH,
    INK_3,
    NONE,
    AnyItem,
    Band,
    Box,
    Glyph,
    Group,
    Item,
    Label,
    Paint,
    Point,
    Rect,
    Region,
    Wire,
    opened,
)

FIRST: Final = 10
"""The numbers below are for the tree of shapes, title and number of the slide."""
_PARTS: Final = 4
"""A box is at most so many shapes: itself, its bar or fold, its inner line, its stroke."""
_SPARE: Final = 0.4
"""Room to spare beside a text, in sizes: another office measures a little otherwise."""
_ALIGNED: Final = {"start": "l", "middle": "ctr", "end": "r"}
_HEADS: Final = {"sm": 2, "med": 3, "lg": 5}
_OPEN_END: Final = 3.2
_CORE: Final = 0.5
"""A band is an area, and holds on to what it joins by a connector as thin as this within it."""
_FAINT: Final = 0.35


def drawn(
    items: Sequence[AnyItem], language: Language, title: Label | None = None, first: int = FIRST
) -> list[str]:
    """The shapes of a page in drawing order, which is the order they are read in.

    They are numbered from `first`; `title` stands in the placeholder of the slide and is left out.
    """
    flat = list(opened(items))
    pen = _Pen(language, Anchors.of(flat), title, first)
    return [text for item in items for text in pen.item(item, "")]


@dataclass(slots=True)
class _Pen:
    language: Language
    anchors: Anchors
    title: Label | None
    first: int
    number: int = field(default=-1)

    def item(self, item: AnyItem, name: str) -> list[str]:
        """The shapes of an item; `name` is what the group around it is called."""
        self.number += 1
        match item:
            case Group():
                return self._group(item)
            case Region():
                return self._region(item, name)
            case Box():
                return self._box(item, name)
            case Label():
                return [] if item is self.title or not item.lines else [self._label(item)]
            case Glyph():
                return [self._glyph(item)]
            case Wire():
                return self._wire(item)

    @property
    def _id(self) -> int:
        return self.first + _PARTS * self.number

    def _id_of(self, number: int) -> int:
        return self.first + _PARTS * number

    def _called(self, kind: str, item: Item) -> str:
        return f"{kind} {self.number} {item.key}".rstrip()

    # --- groups ----------------------------------------------------------------------------

    def _group(self, item: Group) -> list[str]:
        number, name = self._id, self._called("Group", item)
        spoken = _spoken(item)
        inner = [text for one in item.items for text in self.item(one, spoken)]
        bounds = None if _has_wire(item) else _bounds(item.items)
        if len(inner) < 2 or bounds is None:
            return inner
        frame = place(bounds).removesuffix("</a:xfrm>") + (
            place(bounds).partition(">")[2].replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        )
        head = about(number, name, spoken)
        return [
            "".join(
                (
                    f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>",
                    f"<p:grpSpPr>{frame}</p:grpSpPr>",
                    *inner,
                    "</p:grpSp>",
                )
            )
        ]

    # --- shapes ----------------------------------------------------------------------------

    def _region(self, item: Region, name: str) -> list[str]:
        inside = hatch(item.fill, GROUND) if item.hatched else fill(item.fill)
        edge = line(item.stroke, item.weight, item.dash)
        form = self._form(item.rect, rounded(item.rect, item.radius), item.radius)
        return [self._shape("Region", item, form, inside, edge, item.name or (item.key and name))]

    def _box(self, item: Box, name: str) -> list[str]:
        weight = 0.6 if item.outline == "thin" else item.weight
        stroke = NONE if item.outline == "none" else item.stroke
        edge = line(stroke, weight, "dashed" if item.dashed else "solid")
        inside = hatch(HATCH, item.fill) if item.hatched else fill(item.fill)
        form = self._form(item.rect, shape_of(item), _radius(item))
        spoken = item.name or name
        return [
            self._shape("Box", item, form, inside, edge, spoken),
            *self._parts(item, stroke, weight),
        ]

    def _parts(self, item: Box, stroke: Paint, weight: float) -> Iterator[str]:
        """What a box has besides its outline."""
        rect, number, part = item.rect, self._id, f"Part of box {self.number}"
        if item.shape == "body":
            bar = rect._replace(width=min(BODY_BAR, rect.width))
            yield _sp(
                about(number + 1, part, decorative=True),
                place(bar) + RECTANGLE + fill(item.bar) + NO_LINE,
            )
        if item.shape == "output":
            yield _way(number + 1, part, fold_of(item), rect, line(stroke, weight))
        if item.outline == "double":
            way = shape_of(item, 2.6)
            yield _way(number + 2, part, way, rect.inset(2.6), line(stroke, 0.7, opacity=0.6))
        if item.outline == "struck":
            way = (Move(Point(rect.x, rect.bottom)), Line(Point(rect.right, rect.y)))
            paint = INK_3 if stroke == NONE else stroke
            yield _way(number + 3, part, way, rect, line(paint, weight))

    def _form(self, rect: Rect, path: Path, radius: float | None) -> str:
        """A shape by name, or by its outline where it has none or connectors need more places."""
        anchor = self.anchors.by_number[self.number]
        if radius is None or anchor.own_sites:
            sites = anchor.sites or standard(rect)
            return place(rect) + geometry.outline(path, rect, sites)
        radius = min(radius, rect.width / 2, rect.height / 2)
        if radius <= 0:
            return place(rect) + RECTANGLE
        share = round(100_000 * radius / min(rect.width, rect.height))
        return place(rect) + preset("roundRect", adj=share)

    def _shape(self, kind: str, item: Item, form: str, inside: str, edge: str, spoken: str) -> str:
        told = spoken or item.key
        head = about(self._id, self._called(kind, item), told, decorative=not told)
        return _sp(head, form + inside + edge)

    def _glyph(self, item: Glyph) -> str:
        rect = Rect(item.x, item.y, item.size, item.size)
        edge = NO_LINE
        if geometry.is_stroked(item.glyph):
            edge = line(item.paint, STROKE * item.size / GRID, round_ends=True)
        head = about(self._id, self._called("Glyph", item), item.name, decorative=not item.name)
        return _sp(head, place(rect) + geometry.glyph(item.glyph) + fill(item.paint) + edge)

    # --- texts -----------------------------------------------------------------------------

    def _label(self, item: Label) -> str:
        head = about(self._id, self._called("Text", item), item.name)
        return text_box(head, item, item.language or self.language)

    # --- wires -----------------------------------------------------------------------------

    def _wire(self, item: Wire) -> list[str]:
        held = self.anchors.held.get(self.number)
        form, name = connector_of(item), self._called("Wire", item)
        band = isinstance(item.route, Band)
        edge = line(
            item.paint,
            _CORE if band else item.weight,
            item.dash,
            head=_head(item.weight) if item.end == "arrow" else "",
            opacity=_FAINT if band else item.opacity,
            round_ends=item.dash == "solid",
        )
        told = item.name if not (held and form) else ""
        paint = fill(item.paint, item.opacity) + NO_LINE if band else NO_FILL + edge
        as_drawn = _sp(
            about(self._id + 2, name, told, decorative=not told),
            drawn_way(way_of(item.route), filled=band) + paint,
        )
        head = about(self._id, name, item.name, decorative=not (item.name or held))
        if not form or not held:
            found = [as_drawn]
        else:
            connector = (
                f"<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr>{self._glue(held)}</p:cNvCxnSpPr>"
                f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{form}{NO_FILL}{edge}</p:spPr></p:cxnSp>"
            )
            if band:
                # A band is an area; it holds on to what it joins by a connector within it.
                found = [as_drawn, connector]
            else:
                found = [either(connector, as_drawn) if goes_its_own_way(item) else connector]
        if item.end == "open":
            end, r = ends_of(item)[1], _OPEN_END
            ring = place(Rect(end.x - r, end.y - r, 2 * r, 2 * r)) + preset("ellipse")
            name = about(self._id + 1, f"End of wire {self.number}", decorative=True)
            found.append(_sp(name, ring + fill(GROUND) + line(item.paint, 1.3)))
        return found

    def _glue(self, held: Held) -> str:
        return "".join(
            f'<a:{tag} id="{self._id_of(hold.shape)}" idx="{hold.site}"/>'
            for tag, hold in zip(("stCxn", "endCxn"), held, strict=True)
        )


def text_box(head: str, item: Label, language: Language, more: str = "") -> str:
    """A text as a box of its own; its lines end where the picture ends them."""
    several = len(item.lines) > 1
    width = max(MEASURE.width(one, item.size, item.bold) for one in item.lines)
    width += _SPARE * item.size
    left = {"start": 0.0, "middle": width / 2, "end": width}[item.anchor]
    top = item.y - first_baseline(item.size, item.step if several else 0)
    high = item.step * len(item.lines) if several else LINE * item.size
    spaced = spacing(item.step) if several else ""
    # A space before each break: whoever takes the words without the lines keeps them apart.
    gap = " " if item.anchor == "start" else ""
    last = len(item.lines) - 1
    face = item.size, item.bold, item.paint, language
    runs = line_break(*face).join(
        run(one + (gap if at < last else ""), *face) for at, one in enumerate(item.lines)
    )
    kind = more or '<p:cNvSpPr txBox="1"/><p:nvPr/>'
    return (
        f"<p:sp><p:nvSpPr>{head}{kind}</p:nvSpPr>"
        f"<p:spPr>{place(Rect(item.x - left, top, width, high))}{RECTANGLE}{NO_FILL}</p:spPr>"
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">'
        f'<a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="{_ALIGNED[item.anchor]}">'
        f'{spaced}<a:spcBef><a:spcPts val="0"/></a:spcBef></a:pPr>{runs}</a:p></p:txBody></p:sp>'
    )


def _sp(head: str, properties: str) -> str:
    told = f"<p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
    return f"<p:sp>{told}<p:spPr>{properties}</p:spPr></p:sp>"


def _way(number: int, name: str, path: Path, rect: Rect, edge: str) -> str:
    form = place(rect) + geometry.outline(path, rect, filled=False)
    return _sp(about(number, name, decorative=True), form + NO_FILL + edge)


def _radius(box: Box) -> float | None:
    """How round the corners of a box are; None where it is no rectangle."""
    match box.shape:
        case "pill":
            return box.rect.height / 2
        case "outcome":
            return min(box.rect.height / 2, 10.0)
        case "decision" | "output":
            return None
        case "work":
            return box.radius or 2.0
        case _:
            return box.radius


def _head(weight: float) -> str:
    """The size of head nearest to that of the picture, which grows slower than its line."""
    wanted = (3.2 + 1.6 * weight) / max(weight, 0.1)
    return min(_HEADS, key=lambda size: abs(_HEADS[size] - wanted))


def _spoken(group: Group) -> str:
    """What a group is called aloud: by its name, else by its texts."""
    if group.name:
        return group.name
    texts = (" ".join(it.lines) for it in opened(group.items) if isinstance(it, Label))
    return " · ".join(texts)


def _has_wire(group: Group) -> bool:
    return any(isinstance(item, Wire) for item in opened(group.items))


def _bounds(items: Iterable[AnyItem]) -> Rect | None:
    rects: list[Rect] = []
    for item in opened(items):
        match item:
            case Region(rect=rect) | Box(rect=rect):
                rects.append(rect)
            case Glyph():
                rects.append(Rect(item.x, item.y, item.size, item.size))
            case Label() if item.lines:
                rects.append(reach(item))
            case _:
                pass
    if not rects:
        return None
    left, top = min(it.x for it in rects), min(it.y for it in rects)
    right, bottom = max(it.right for it in rects), max(it.bottom for it in rects)
    return Rect(left, top, right - left, bottom - top)
