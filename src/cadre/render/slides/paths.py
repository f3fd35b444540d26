"""Outlines as the geometry of a shape of its own (`a:custGeom`), with places to glue lines to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from cadre.render.glyphs import PATHS
from cadre.render.outlines import Close, Cubic, Line, Move, Path
from cadre.render.slides.xml import emu
from cadre.viewpoints.scene import Point, Rect

_PIECE: Final = re.compile(r"([MLHVCSahvz])|(-?\d*\.?\d+)")
_TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "a": 7, "h": 1, "v": 1, "z": 0}
_KAPPA: Final = 0.5523


class Site(NamedTuple):
    """A place on a shape that a line is glued to; the angle is where it leaves, 0 to the right."""

    at: Point
    degrees: int


def geometry(rect: Rect, drawn: Iterable[tuple[Path, str]], sites: Sequence[Site] = ()) -> str:
    """The outlines within a rectangle, each with attributes of its own, such as `fill="none"`."""
    width, height = max(1, emu(rect.width)), max(1, emu(rect.height))
    paths = "".join(
        f'<a:path w="{width}" h="{height}"{more}>{_commands(path, rect)}</a:path>'
        for path, more in drawn
    )
    glue = "".join(
        f'<a:cxn ang="{site.degrees * 60_000}">{_point(site.at, rect, "a:pos")}</a:cxn>'
        for site in sites
    )
    return (
        f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{glue}</a:cxnLst>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'
    )


def bounds(path: Path) -> Rect:
    """The rectangle of all points of an outline, those that steer its curves among them."""
    points = [part for piece in path for part in tuple(piece)]
    left, top = min(point.x for point in points), min(point.y for point in points)
    right, bottom = max(point.x for point in points), max(point.y for point in points)
    return Rect(left, top, right - left, bottom - top)


def _commands(path: Path, rect: Rect) -> str:
    found: list[str] = []
    for piece in path:
        match piece:
            case Move(to):
                found.append(f"<a:moveTo>{_point(to, rect)}</a:moveTo>")
            case Line(to):
                found.append(f"<a:lnTo>{_point(to, rect)}</a:lnTo>")
            case Cubic(first, second, to):
                three = "".join(_point(one, rect) for one in (first, second, to))
                found.append(f"<a:cubicBezTo>{three}</a:cubicBezTo>")
            case Close():
                found.append("<a:close/>")
    return "".join(found)


def _point(point: Point, rect: Rect, tag: str = "a:pt") -> str:
    return f'<{tag} x="{emu(point.x - rect.x)}" y="{emu(point.y - rect.y)}"/>'


# --- glyphs ---------------------------------------------------------------------------------------


@cache
def glyph(name: str) -> tuple[tuple[Path, bool], ...]:
    """The outlines of a glyph on its grid, and which of them are filled."""
    strokes = PATHS.get(name, PATHS["disc"])
    return tuple((tuple(_pieces(stroke.path)), stroke.filled) for stroke in strokes)


def _pieces(notation: str) -> Iterator[Move | Line | Cubic | Close]:
    """The pieces of a path in the part of SVG notation that glyphs use."""
    at, steer = Point(0, 0), Point(0, 0)
    for letter, values in _said(notation):
        match letter, values:
            case "M", [x, y]:
                at = Point(x, y)
                yield Move(at)
            case "C", [a, b, c, d, x, y]:
                steer, at = Point(c, d), Point(x, y)
                yield Cubic(Point(a, b), steer, at)
            case "S", [c, d, x, y]:
                first = Point(2 * at.x - steer.x, 2 * at.y - steer.y)
                steer, at = Point(c, d), Point(x, y)
                yield Cubic(first, steer, at)
            case "a", [radius, _, _, _, _, across, _]:
                pieces, at = _half_circle(at, radius, across)
                yield from pieces
            case "z", _:
                yield Close()
            case _:
                at = _onward(letter, values, at)
                yield Line(at)


def _onward(letter: str, values: list[float], at: Point) -> Point:
    match letter, values:
        case "H", [x]:
            return Point(x, at.y)
        case "V", [y]:
            return Point(at.x, y)
        case "h", [x]:
            return Point(at.x + x, at.y)
        case "v", [y]:
            return Point(at.x, at.y + y)
        case _:
            return Point(values[0], values[1])


def _said(notation: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; numbers that go on without a letter repeat the command."""
    letter, values = "", list[float]()
    for name, number in _PIECE.findall(notation):
        if name:
            letter, values = name, []
        else:
            values.append(float(number))
        if len(values) == _TAKES[letter]:
            yield letter, values
            values = []


def _half_circle(start: Point, radius: float, across: float) -> tuple[list[Cubic], Point]:
    """Half a circle to a point level with the start, as a disc is made of two of them."""
    end = Point(start.x + across, start.y)
    side = 1 if across > 0 else -1
    middle = Point(start.x + across / 2, start.y + side * radius)
    reach = _KAPPA * radius
    return [
        Cubic(
            Point(start.x, start.y + side * reach),
            Point(middle.x - side * reach, middle.y),
            middle,
        ),
        Cubic(
            Point(middle.x + side * reach, middle.y),
            Point(end.x, end.y + side * reach),
            end,
        ),
    ], end
