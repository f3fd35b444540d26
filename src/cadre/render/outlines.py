"""The outlines of boxes and the ways of wires as paths, for every format that draws paths."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final, NamedTuple

from cadre.viewpoints.scene import Band, Box, Curve, Point, Rect, Route, Track, Wire, controls

BODY_BAR: Final = 5.0
_FOLD: Final = 7.0
_NOSE: Final = 8.0
_KAPPA: Final = 0.5523  # a quarter circle as a cubic


class Move(NamedTuple):
    """Start of a piece."""

    to: Point


class Line(NamedTuple):
    """A straight piece."""

    to: Point


class Cubic(NamedTuple):
    """A curved piece with its two control points."""

    first: Point
    second: Point
    to: Point


class Close(NamedTuple):
    """Back to the start of the piece."""


Piece = Move | Line | Cubic | Close
Path = tuple[Piece, ...]


def rounded(rect: Rect, radius: float) -> Path:
    """A rectangle with round corners."""
    r = max(0.0, min(radius, rect.width / 2, rect.height / 2))
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    if not r:
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        return polygon(*(Point(x, y) for x, y in corners))
    k = r * (1 - _KAPPA)
    return (
        Move(Point(left + r, top)),
        Line(Point(right - r, top)),
        Cubic(Point(right - k, top), Point(right, top + k), Point(right, top + r)),
        Line(Point(right, bottom - r)),
        Cubic(Point(right, bottom - k), Point(right - k, bottom), Point(right - r, bottom)),
        Line(Point(left + r, bottom)),
        Cubic(Point(left + k, bottom), Point(left, bottom - k), Point(left, bottom - r)),
        Line(Point(left, top + r)),
        Cubic(Point(left, top + k), Point(left + k, top), Point(left + r, top)),
        Close(),
    )


def polygon(*points: Point) -> Path:
    """A closed shape with straight sides."""
    return (Move(points[0]), *(Line(point) for point in points[1:]), Close())


def shape_of(box: Box, inset: float = 0.0) -> Path:
    """The outline of a box by its shape, so much further in."""
    rect = box.rect.inset(inset)
    match box.shape:
        case "outcome" | "pill":
            most = rect.height / 2 if box.shape == "pill" else min(rect.height / 2, 10.0)
            return rounded(rect, most - inset / 2)
        case "decision":
            nose = min(_NOSE, rect.width / 4)
            middle = rect.centre.y
            return polygon(
                Point(rect.x, middle),
                Point(rect.x + nose, rect.y),
                Point(rect.right - nose, rect.y),
                Point(rect.right, middle),
                Point(rect.right - nose, rect.bottom),
                Point(rect.x + nose, rect.bottom),
            )
        case "output":
            fold = min(_FOLD, rect.width / 4, rect.height / 2)
            return polygon(
                Point(rect.x, rect.y),
                Point(rect.right - fold, rect.y),
                Point(rect.right, rect.y + fold),
                Point(rect.right, rect.bottom),
                Point(rect.x, rect.bottom),
            )
        case "work":
            return rounded(rect, box.radius or 2.0)
        case _:
            return rounded(rect, box.radius)


def fold_of(box: Box) -> Path:
    """The folded corner of an output."""
    rect = box.rect
    fold = min(_FOLD, rect.width / 4, rect.height / 2)
    return (
        Move(Point(rect.right - fold, rect.y)),
        Line(Point(rect.right - fold, rect.y + fold)),
        Line(Point(rect.right, rect.y + fold)),
    )


def way_of(route: Route) -> Path:
    """The way of a wire: an open line for tracks and curves, a closed ribbon for bands."""
    match route:
        case Track():
            return _track(route)
        case Curve():
            first, second = controls(route)
            return (Move(route.start), Cubic(first, second, route.end))
        case Band():
            return _ribbon(route)


def _track(track: Track) -> Path:
    points = _without_repeats(track.points)
    pieces: list[Piece] = [Move(points[0])]
    for place in range(1, len(points) - 1):
        before, here, after = points[place - 1 : place + 2]
        to_here, from_here = math.dist(before, here), math.dist(here, after)
        radius = min(track.radius, to_here / 2, from_here / 2)
        start = _along(here, before, radius / to_here)
        end = _along(here, after, radius / from_here)
        pieces.append(Line(start))
        # A quadratic corner, raised to a cubic.
        pieces.append(Cubic(_along(start, here, 2 / 3), _along(end, here, 2 / 3), end))
    if len(points) > 1:
        pieces.append(Line(points[-1]))
    return tuple(pieces)


def _without_repeats(points: tuple[Point, ...]) -> list[Point]:
    kept = [points[0]]
    kept += [here for before, here in pairwise(points) if math.dist(before, here) > 0.01]
    return kept


def _along(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _ribbon(band: Band) -> Path:
    def shifted(point: Point, by: float) -> Point:
        return Point(point.x + by, point.y) if band.upright else Point(point.x, point.y + by)

    first, second = controls(band)
    return (
        Move(band.start),
        Cubic(first, second, band.end),
        Line(shifted(band.end, band.end_breadth)),
        Cubic(
            shifted(second, band.end_breadth),
            shifted(first, band.start_breadth),
            shifted(band.start, band.start_breadth),
        ),
        Close(),
    )


def arrow_head(wire: Wire) -> Path:
    """The head of a wire that ends in an arrow: a triangle at its last point."""
    if isinstance(wire.route, Track):
        before, tip = _without_repeats(wire.route.points)[-2:]
    else:
        before, tip = controls(wire.route)[1], wire.route.end
    length = math.dist(tip, before) or 1.0
    along = Point((tip.x - before.x) / length, (tip.y - before.y) / length)
    size = 3.2 + 1.6 * wire.weight
    back = Point(tip.x - along.x * size, tip.y - along.y * size)
    half = size * 0.5
    return polygon(
        tip,
        Point(back.x - along.y * half, back.y + along.x * half),
        Point(back.x + along.y * half, back.y - along.x * half),
    )


def end_of(route: Route) -> Point:
    """Where a wire ends."""
    return route.points[-1] if isinstance(route, Track) else route.end


DASHES: Final = {"solid": (), "dashed": (5.0, 3.0), "dotted": (2.0, 2.6)}


def dashes(kind: str, weight: float) -> tuple[float, ...]:
    """The lengths of dash and gap for a line of this weight: the same to the eye at each."""
    factor = max(1.0, weight / 1.6)
    return tuple(length * factor for length in DASHES[kind])
