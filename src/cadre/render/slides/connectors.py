"""Ways of wires as the connectors that PowerPoint knows: straight, bent and curved."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final, NamedTuple

from cadre.render.outlines import Close, Cubic, Line, Move, Path
from cadre.render.slides.geometry import outline
from cadre.render.slides.gluing import ends_of
from cadre.render.slides.markup import ANGLE, place, preset
from cadre.viewpoints.scene import Band, Point, Rect, Track, Wire

_LEVEL: Final = 0.05
"""A leg is level or upright when it goes no farther the other way, in points."""
_WHOLE: Final = 100_000
_MOST: Final = 6
"""A track of more points is drawn."""


class Frame(NamedTuple):
    """Where a connector stands: its box before it is turned, and how it is turned over."""

    rect: Rect
    turn: str
    points: tuple[Point, ...]
    """Its corners in the box, from its top left to its bottom right."""


def connector_of(wire: Wire) -> str:
    """Place and name of the connector for the way of a wire; empty where none goes that way."""
    route = wire.route
    if isinstance(route, Track):
        points = corners(route.points)
        return _bent(points) if len(points) > 2 else _straight(points[0], points[-1])
    start, end = ends_of(wire)
    if _is_level(wire) or (isinstance(route, Band) and _is_steep(wire)):
        return _straight(start, end)
    frame = _frame((start, end), upright=route.upright)
    return place(frame.rect, frame.turn) + preset("curvedConnector3", adj1=_WHOLE // 2)


def goes_its_own_way(wire: Wire) -> bool:
    """Whether LibreOffice takes another way than the file says: of what bends, and what is steep.

    It works such connectors out anew when it opens them, right through the picture.
    """
    if isinstance(wire.route, Track):
        return len(corners(wire.route.points)) > 2
    return _is_steep(wire) and not _is_level(wire) and not isinstance(wire.route, Band)


def _is_steep(wire: Wire) -> bool:
    along, aside = _reach(wire)
    return aside > along


def _is_level(wire: Wire) -> bool:
    return _reach(wire)[1] < _LEVEL


def _reach(wire: Wire) -> tuple[float, float]:
    """How far a curve goes in the direction in which it leaves, and across that."""
    start, end = ends_of(wire)
    across, down = abs(end.x - start.x), abs(end.y - start.y)
    is_upright = not isinstance(wire.route, Track) and wire.route.upright
    return (down, across) if is_upright else (across, down)


def drawn_way(path: Path, *, filled: bool) -> str:
    """Place and shape of a way that no connector goes, as it is in the picture."""
    places: list[Point] = []
    for piece in path:
        match piece:
            case Cubic(first, second, to):
                places += (first, second, to)
            case Move(to) | Line(to):
                places.append(to)
            case Close():
                pass
    left, top = min(it.x for it in places), min(it.y for it in places)
    right, bottom = max(it.x for it in places), max(it.y for it in places)
    rect = Rect(left, top, right - left, bottom - top)
    return place(rect) + outline(path, rect, filled=filled)


def _straight(start: Point, end: Point) -> str:
    frame = _frame((start, end), upright=False)
    return place(frame.rect, frame.turn) + preset("straightConnector1")


def corners(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points of a track without those that are passed straight on."""
    kept = [points[0]]
    kept += [here for before, here in pairwise(points) if math.dist(before, here) > _LEVEL]
    found = kept[:1]
    for place_, here in enumerate(kept[1:-1], 1):
        before, after = found[-1], kept[place_ + 1]
        turn = (here.x - before.x) * (after.y - here.y) - (here.y - before.y) * (after.x - here.x)
        if abs(turn) > _LEVEL:
            found.append(here)
    return (*found, *kept[1:][-1:])


def _bent(points: tuple[Point, ...]) -> str:
    """A bent connector; empty where none goes this way."""
    legs = list(pairwise(points))
    level = [abs(end.y - start.y) <= _LEVEL for start, end in legs]
    upright = [abs(end.x - start.x) <= _LEVEL for start, end in legs]
    if len(points) > _MOST or any(one == other for one, other in zip(level, upright, strict=True)):
        return ""
    if any(one == other for one, other in pairwise(level)):
        return ""
    frame = _frame(points, upright=upright[0])
    width, height = frame.rect.width, frame.rect.height
    inner = frame.points[1:-1]
    adjusted: dict[str, int] = {}
    for number, point in enumerate(inner[: len(points) - 3], 1):
        # The second adjustment is the height at which the way goes back, the others are breadths.
        reach, size = (inner[1].y, height) if number == 2 else (point.x, width)
        if size < _LEVEL:
            return ""
        adjusted[f"adj{number}"] = round(_WHOLE * reach / size)
    name = f"bentConnector{len(points) - 1}"
    return place(frame.rect, frame.turn) + preset(name, **adjusted)


def _frame(points: tuple[Point, ...], *, upright: bool) -> Frame:
    """The box of a connector: turned by a right angle where its first leg is upright, and over
    where it goes left or up, so that in its box it goes from the top left to the bottom right."""
    if upright:
        points = tuple(Point(it.y, -it.x) for it in points)
    start, end = points[0], points[-1]
    left, up = end.x < start.x - 1e-9, end.y < start.y - 1e-9
    along = -1 if left else 1
    down = -1 if up else 1
    local = tuple(Point((it.x - start.x) * along, (it.y - start.y) * down) for it in points)
    width, height = abs(end.x - start.x), abs(end.y - start.y)
    x, y = (start.x + end.x) / 2, (start.y + end.y) / 2
    if upright:
        x, y = -y, x
    turn = f' rot="{90 * ANGLE}"' if upright else ""
    turn += ' flipH="1"' if left else ""
    turn += ' flipV="1"' if up else ""
    return Frame(Rect(x - width / 2, y - height / 2, width, height), turn, local)
