"""The items of a scene as shapes of a slide.

A group of the scene is a group of the slide, so that a box and its words move together. A wire
between two boxes is a connector glued to both; any other is a line of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final, NamedTuple

from cadre.core.text import Language
from cadre.render.glyphs import GRID, STROKE
from cadre.render.outlines import BODY_BAR, Path, end_of, fold_of, rounded, shape_of, way_of
from cadre.render.slides.connectors import Preset, preset_of
from cadre.render.slides.paths import Site, bounds, geometry, glyph
from cadre.render.slides.xml import (
    attribute,
    emu,
    hatched,
    line,
    lines_of,
    place,
    room_of,
    solid,
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
    Track,
    Wire,
    opened,
)

_DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_NEAR: Final = 2.5
"""In points: what a line ends so near to is what it meets."""
_SIDES: Final = (270, 180, 90, 0)
"""Top, left, bottom and right: the places that every shape offers, in their usual order."""


class Drawn(NamedTuple):
    """What was drawn, and the room that it takes."""

    xml: str
    room: Rect


class _Glue(NamedTuple):
    shape: int
    site: int


class _Held(NamedTuple):
    """The number of a shape that lines are glued to, and the places on it."""

    number: int
    sites: list[Site]


class _Areas:
    """What lines may be glued to."""

    def __init__(self, areas: Sequence[Box | Region]) -> None:
        # Boxes before regions, and the smaller before the larger.
        self._areas = sorted(
            areas, key=lambda it: (not isinstance(it, Box), it.rect.width * it.rect.height)
        )
        self._named: dict[str, list[Box | Region]] = {}
        for area in self._areas:
            if area.key:
                self._named.setdefault(area.key, []).append(area)

    def met(self, point: Point, names: Iterable[str]) -> Box | Region | None:
        """What a line meets at one end: a thing it names, else any box, else the least area."""
        named = (area for name in names for area in self._named.get(name, ()))
        return next(
            (area for area in chain(named, self._areas) if _to_edge(point, area.rect) < _NEAR), None
        )


class Shapes:
    """Draws the items of one slide; numbers are given to shapes as they come, from `first` on."""

    def __init__(self, items: Sequence[AnyItem], language: Language, first: int = 10) -> None:
        self._language: Language = language
        self._next = first
        self._held: dict[int, _Held] = {}
        self._glued: dict[int, tuple[_Glue, _Glue]] = {}
        everything = list(opened(items))
        areas = _Areas([item for item in everything if isinstance(item, Box | Region)])
        for item in everything:
            if isinstance(item, Wire) and preset_of(item.route) is not None:
                self._glue(item, areas)

    def draw(self, items: Iterable[AnyItem]) -> str:
        """The shapes of these items, in their order."""
        return "".join(drawn.xml for item in items for drawn in self._drawn(item))

    def _number(self) -> int:
        self._next += 1
        return self._next

    # --- glue --------------------------------------------------------------------------------

    def _glue(self, wire: Wire, areas: _Areas) -> None:
        """Give the two things that a wire joins a place for it, where it meets two."""
        start, end = _ends(wire)
        one, other = areas.met(start, wire.ends), areas.met(end, wire.ends)
        if one is not None and other is not None and one is not other:
            self._glued[id(wire)] = (self._site(one, start), self._site(other, end))

    def _site(self, area: Box | Region, at: Point) -> _Glue:
        if id(area) not in self._held:
            self._held[id(area)] = _Held(self._number(), _own_sites(area.rect))
        number, sites = self._held[id(area)]
        for known, site in enumerate(sites):
            if math.dist(site.at, at) < 0.5:
                return _Glue(number, known)
        sites.append(Site(at, _side(area.rect, at)))
        return _Glue(number, len(sites) - 1)

    # --- items -------------------------------------------------------------------------------

    def _drawn(self, item: AnyItem) -> list[Drawn]:
        match item:
            case Group():
                return self._group(item)
            case Region():
                return [self._region(item)]
            case Box():
                return self._box(item)
            case Label():
                return [self._label(item)] if any(item.lines) else []
            case Glyph():
                return [self._glyph(item)]
            case Wire():
                return self._wire(item)

    def _group(self, group: Group) -> list[Drawn]:
        parts = [drawn for item in group.items for drawn in self._drawn(item)]
        if len(parts) < 2:
            return parts
        room = _around([part.room for part in parts])
        inner = (
            f'<a:chOff x="{emu(room.x)}" y="{emu(room.y)}"/>'
            f'<a:chExt cx="{emu(room.width)}" cy="{emu(room.height)}"/>'
        )
        xml = (
            f"<p:grpSp><p:nvGrpSpPr>{self._called(group, self._number())}<p:cNvGrpSpPr/><p:nvPr/>"
            f"</p:nvGrpSpPr><p:grpSpPr>{place(room, inner=inner)}</p:grpSpPr>"
            f"{''.join(part.xml for part in parts)}</p:grpSp>"
        )
        return [Drawn(xml, room)]

    def _region(self, item: Region) -> Drawn:
        fill = hatched(item.fill) if item.hatched else solid(item.fill)
        outline = line(item.stroke, item.weight, item.dash)
        held = self._held.get(id(item))
        if held is None or len(held.sites) <= len(_SIDES):
            shape = _rounded(item.rect, item.radius)
        else:
            shape = geometry(item.rect, [(rounded(item.rect, item.radius), "")], held.sites)
        number = held.number if held else None
        return self._shape(item, item.rect, shape, fill, outline, number=number)

    def _box(self, item: Box) -> list[Drawn]:
        weight = 0.6 if item.outline == "thin" else item.weight
        stroke = NONE if item.outline == "none" else item.stroke
        outline = line(stroke, weight, "dashed" if item.dashed else "solid")
        fill = hatched(HATCH, item.fill) if item.hatched else solid(item.fill)
        held = self._held.get(id(item))
        shape = _outline(item, held.sites if held else [])
        number = held.number if held else None
        found = [self._shape(item, item.rect, shape, fill, outline, number=number)]
        if item.shape == "body":
            bar = item.rect._replace(width=min(BODY_BAR, item.rect.width))
            found.append(self._shape(_QUIET, bar, _rounded(bar, 0), solid(item.bar), ""))
        if item.outline == "double":
            inner = line(stroke, 0.7, opacity=0.6)
            found.append(self._freeform(_QUIET, shape_of(item, 2.6), "<a:noFill/>", inner))
        if item.outline == "struck":
            found.append(self._struck(item.rect, INK_3 if stroke == NONE else stroke, weight))
        return found

    def _struck(self, rect: Rect, paint: Paint, weight: float) -> Drawn:
        end = Point(rect.right, rect.y)
        path: Path = way_of(Track((Point(rect.x, rect.bottom), end)))
        return self._freeform(_QUIET, path, "<a:noFill/>", line(paint, weight))

    def _label(self, item: Label) -> Drawn:
        lines, language = item.lines, item.language or self._language
        room = room_of(
            lines, item.x, item.y, item.size, item.step, bold=item.bold, anchor=item.anchor
        )
        text = lines_of(
            lines,
            item.size,
            item.step,
            language,
            bold=item.bold,
            paint=item.paint,
            anchor=item.anchor,
        )
        number = self._number()
        called = self._called(item, number, fallback=" ".join(lines), text=True)
        xml = (
            f'<p:sp><p:nvSpPr>{called}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
            f'{place(room)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            f"<p:txBody>{PLAIN_BODY}<a:lstStyle/>{text}</p:txBody></p:sp>"
        )
        return Drawn(xml, room)

    def _glyph(self, item: Glyph) -> Drawn:
        scale = item.size / GRID
        rect = Rect(item.x, item.y, item.size, item.size)
        drawn = [
            (_placed(path, rect, scale), ' stroke="0"' if filled else ' fill="none"')
            for path, filled in glyph(item.glyph)
        ]
        outline = line(item.paint, STROKE * scale, more="<a:round/>")
        return self._shape(item, rect, geometry(rect, drawn), solid(item.paint), outline)

    # --- wires -------------------------------------------------------------------------------

    def _wire(self, item: Wire) -> list[Drawn]:
        way = way_of(item.route)
        if isinstance(item.route, Band):
            return [self._freeform(item, way, solid(item.paint, item.opacity), "")]
        head = '<a:tailEnd type="triangle" w="med" len="med"/>' if item.end == "arrow" else ""
        outline = line(
            item.paint, item.weight, item.dash, more=f"<a:round/>{head}", opacity=item.opacity
        )
        preset = preset_of(item.route)
        if preset is None or id(item) not in self._glued:
            found = [self._freeform(item, way, "<a:noFill/>", outline)]
        else:
            found = [self._connector(item, preset, outline)]
        if item.end == "open":
            found.append(self._circle(item))
        return found

    def _circle(self, item: Wire) -> Drawn:
        """The open end of a line that leads to nothing."""
        end = end_of(item.route)
        room = Rect(end.x - 3.2, end.y - 3.2, 6.4, 6.4)
        shape = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        return self._shape(_QUIET, room, shape, solid(GROUND), line(item.paint, 1.3))

    def _connector(self, item: Wire, preset: Preset, outline: str) -> Drawn:
        start, end = self._glued[id(item)]
        glue = (
            f'<a:stCxn id="{start.shape}" idx="{start.site}"/>'
            f'<a:endCxn id="{end.shape}" idx="{end.site}"/>'
        )
        bends = "".join(
            f'<a:gd name="adj{number}" fmla="val {share}"/>'
            for number, share in enumerate(preset.bends, 1)
        )
        xml = (
            f"<p:cxnSp><p:nvCxnSpPr>{self._called(item, self._number())}"
            f"<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
            f"<p:spPr>{place(preset.frame, more=preset.attributes)}"
            f'<a:prstGeom prst="{preset.name}"><a:avLst>{bends}</a:avLst></a:prstGeom>'
            f"{outline}</p:spPr></p:cxnSp>"
        )
        return Drawn(xml, bounds(way_of(item.route)))

    # --- shapes ------------------------------------------------------------------------------

    def _freeform(self, item: Item, path: Path, fill: str, outline: str) -> Drawn:
        rect = bounds(path)
        return self._shape(item, rect, geometry(rect, [(path, "")]), fill, outline)

    def _shape(
        self,
        item: Item,
        rect: Rect,
        shape: str,
        fill: str,
        outline: str,
        *,
        number: int | None = None,
    ) -> Drawn:
        called = self._called(item, self._number() if number is None else number)
        xml = (
            f"<p:sp><p:nvSpPr>{called}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{place(rect)}"
            f"{shape}{fill}{outline or '<a:ln><a:noFill/></a:ln>'}</p:spPr></p:sp>"
        )
        return Drawn(xml, rect)

    def _called(self, item: Item, number: int, *, fallback: str = "", text: bool = False) -> str:
        """The number and name of a shape, and what it is for those who do not see it."""
        name = item.key or item.name or fallback or type(item).__name__.lower()
        start = f'<p:cNvPr id="{number}" name={attribute(name[:120])}'
        if item.name:
            return f"{start} descr={attribute(item.name)}/>"
        if text:
            return f"{start}/>"
        if item.key:
            return f"{start} descr={attribute(item.key)}/>"
        return f'{start} descr="">{_DECORATIVE}</p:cNvPr>'


PLAIN_BODY: Final = (
    '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
)
_QUIET: Final = Region(rect=Rect(0, 0, 0, 0))
"""What is part of a shape and stands for nothing by itself."""


def _rounded(rect: Rect, radius: float) -> str:
    side = min(rect.width, rect.height)
    if radius <= 0 or side <= 0:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    share = round(min(0.5, radius / side) * 100_000)
    guide = f'<a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst>'
    return f'<a:prstGeom prst="roundRect">{guide}</a:prstGeom>'


def _outline(box: Box, sites: Sequence[Site]) -> str:
    """A rectangle where it is one and lines meet it where they do any; else its own outline."""
    plain = box.shape in ("plain", "body", "aim", "work") and len(sites) <= len(_SIDES)
    if plain:
        return _rounded(box.rect, box.radius or (2.0 if box.shape == "work" else 0.0))
    drawn = [(shape_of(box), "")]
    if box.shape == "output":
        drawn.append((fold_of(box), ' fill="none"'))
    return geometry(box.rect, drawn, sites)


def _own_sites(rect: Rect) -> list[Site]:
    middle = rect.centre
    places = (
        Point(middle.x, rect.y),
        Point(rect.x, middle.y),
        Point(middle.x, rect.bottom),
        Point(rect.right, middle.y),
    )
    return [Site(at, degrees) for at, degrees in zip(places, _SIDES, strict=True)]


def _side(rect: Rect, at: Point) -> int:
    """The side of a rectangle that a place is nearest to, as an angle."""
    reach = {
        270: abs(at.y - rect.y),
        180: abs(at.x - rect.x),
        90: abs(at.y - rect.bottom),
        0: abs(at.x - rect.right),
    }
    return min(reach, key=lambda degrees: reach[degrees])


def _ends(wire: Wire) -> tuple[Point, Point]:
    route = wire.route
    return (
        (route.points[0], route.points[-1])
        if isinstance(route, Track)
        else (
            route.start,
            route.end,
        )
    )


def _to_edge(point: Point, rect: Rect) -> float:
    """How far a point is from the outline of a rectangle."""
    across = max(rect.x - point.x, 0.0, point.x - rect.right)
    down = max(rect.y - point.y, 0.0, point.y - rect.bottom)
    if across or down:
        return math.hypot(across, down)
    sides = (point.x - rect.x, rect.right - point.x, point.y - rect.y, rect.bottom - point.y)
    return min(sides)


def _around(rects: Sequence[Rect]) -> Rect:
    left, top = min(one.x for one in rects), min(one.y for one in rects)
    right, bottom = max(one.right for one in rects), max(one.bottom for one in rects)
    return Rect(left, top, right - left, bottom - top)


def _placed(path: Path, rect: Rect, scale: float) -> Path:
    """A path on the grid of glyphs, at its place and size."""

    def at(point: Point) -> Point:
        return Point(rect.x + point.x * scale, rect.y + point.y * scale)

    return tuple(
        piece._replace(
            **{name: at(part) for name, part in piece._asdict().items() if isinstance(part, Point)}
        )
        for piece in path
    )
