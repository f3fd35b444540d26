"""Outlines that PowerPoint has no name for, as custom geometry with places for connectors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from cadre.render.glyphs import GRID, PATHS, Stroke
from cadre.render.outlines import Close, Cubic, Line, Move, Path
from cadre.render.slides.markup import ANGLE, emu
from cadre.viewpoints.scene import Point, Rect

_FINE: Final = 100
"""Units of a glyph's paths in a unit of its grid."""
_TOKEN: Final = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")


def outline(
    path: Path, rect: Rect, sites: Sequence[Point] = (), *, filled: bool = True, closed: bool = True
) -> str:
    """A path in the frame of `rect`, and the places where connectors may hold on to it."""
    inside = "" if filled else ' fill="none"'
    pieces = "".join(_piece(piece, rect) for piece in path)
    size = f'w="{max(1, emu(rect.width))}" h="{max(1, emu(rect.height))}"'
    held = "".join(_site(site, rect) for site in sites)
    places = f"<a:cxnLst>{held}</a:cxnLst>" if held else "<a:cxnLst/>"
    return (
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>{places}<a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst><a:path {size}{inside}>{pieces}</a:path></a:pathLst></a:custGeom>"
    )


def _site(site: Point, rect: Rect) -> str:
    """A place on the edge, with the angle at which a connector leaves it."""
    distances = {
        "16200000": abs(site.y - rect.y),
        "10800000": abs(site.x - rect.x),
        "5400000": abs(site.y - rect.bottom),
        "0": abs(site.x - rect.right),
    }
    angle = min(distances, key=distances.__getitem__)
    x, y = emu(site.x - rect.x), emu(site.y - rect.y)
    return f'<a:cxn ang="{angle}"><a:pos x="{x}" y="{y}"/></a:cxn>'


def _piece(piece: Move | Line | Cubic | Close, rect: Rect) -> str:
    match piece:
        case Move(to):
            return f"<a:moveTo>{_point(to, rect)}</a:moveTo>"
        case Line(to):
            return f"<a:lnTo>{_point(to, rect)}</a:lnTo>"
        case Cubic(first, second, to):
            points = "".join(_point(one, rect) for one in (first, second, to))
            return f"<a:cubicBezTo>{points}</a:cubicBezTo>"
        case Close():
            return "<a:close/>"


def _point(point: Point, rect: Rect) -> str:
    return f'<a:pt x="{emu(point.x - rect.x)}" y="{emu(point.y - rect.y)}"/>'


@lru_cache(maxsize=256)
def glyph(name: str) -> str:
    """The geometry of a glyph: filled paths have no line, stroked ones no inside."""
    strokes = PATHS.get(name, PATHS["disc"])
    paths = "".join(_glyph_path(stroke) for stroke in strokes)
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths}</a:pathLst></a:custGeom>"
    )


def is_stroked(name: str) -> bool:
    """Whether a glyph has paths that are drawn as lines."""
    return any(not stroke.filled for stroke in PATHS.get(name, PATHS["disc"]))


def _glyph_path(stroke: Stroke) -> str:
    size = GRID * _FINE
    kind = ' stroke="0"' if stroke.filled else ' fill="none"'
    return f'<a:path w="{size}" h="{size}"{kind}>{"".join(_drawn(stroke.path))}</a:path>'


def _drawn(path: str) -> list[str]:
    """A path of SVG, of the commands that glyphs are written with, as DrawingML."""
    tokens = iter(_TOKEN.findall(path))
    found: list[str] = []
    here, control, command = Point(0, 0), Point(0, 0), ""

    def number() -> float:
        return float(next(tokens))

    def to(*points: Point) -> str:
        return "".join(
            f'<a:pt x="{round(it.x * _FINE)}" y="{round(it.y * _FINE)}"/>' for it in points
        )

    pending: list[str] = []
    for token in tokens:
        if token.isalpha():
            command = token
        else:
            pending.append(token)
        if command in "Zz":
            found.append("<a:close/>")
            continue
        if token.isalpha() and not pending:
            token = next(tokens)
        first = float(token)
        pending.clear()
        match command:
            case "M" | "L":
                here = Point(first, number())
                tag = "moveTo" if command == "M" else "lnTo"
                found.append(f"<a:{tag}>{to(here)}</a:{tag}>")
                command = "L"
            case "H" | "h":
                here = Point(first + (here.x if command == "h" else 0), here.y)
                found.append(f"<a:lnTo>{to(here)}</a:lnTo>")
            case "V" | "v":
                here = Point(here.x, first + (here.y if command == "v" else 0))
                found.append(f"<a:lnTo>{to(here)}</a:lnTo>")
            case "C" | "S":
                start = Point(first, number())
                if command == "C":
                    one, two = start, Point(number(), number())
                else:
                    one, two = Point(2 * here.x - control.x, 2 * here.y - control.y), start
                here, control = Point(number(), number()), two
                found.append(f"<a:cubicBezTo>{to(one, two, here)}</a:cubicBezTo>")
            case "a":
                # Halves of circles alone: radius twice, no rotation, two flags, across, 0.
                radius, _, _, _, _, across, _ = first, *(number() for _ in range(6))
                start_angle = 180 if across > 0 else 0
                found.append(
                    f'<a:arcTo wR="{round(radius * _FINE)}" hR="{round(radius * _FINE)}" '
                    f'stAng="{start_angle * ANGLE}" swAng="{-180 * ANGLE}"/>'
                )
                here = Point(here.x + across, here.y)
            case _:
                raise ValueError(f"no glyph is drawn with {command}")
    return found
