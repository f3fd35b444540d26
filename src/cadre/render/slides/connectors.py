"""Which preset connector a wire is, so that it stays glued when a person moves its boxes."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final, NamedTuple

from cadre.viewpoints.scene import Curve, Point, Rect, Route, Track

_SLACK: Final = 0.05
_WHOLE: Final = 100_000
_LEAST: Final = 1.0
"""A connector that goes back to where it came from has no width to take shares of, but for this."""


class Preset(NamedTuple):
    """A preset connector: its frame before it is turned, how it is turned, and where it bends."""

    name: str
    frame: Rect
    turned: bool
    flipped: bool
    mirrored: bool
    bends: tuple[int, ...]
    """How far along it bends, in hundred thousandths."""

    @property
    def attributes(self) -> str:
        """How it is turned and flipped, as its `xfrm` says it."""
        told = (
            (self.turned, ' rot="5400000"'),
            (self.flipped, ' flipH="1"'),
            (self.mirrored, ' flipV="1"'),
        )
        return "".join(words for holds, words in told if holds)


def preset_of(route: Route) -> Preset | None:
    """The connector that goes the same way; None where none does."""
    match route:
        case Curve(start=start, end=end, upright=upright):
            return _bent("curvedConnector3", (start, end), upright, (0.5,))
        case Track(points=points):
            kept = _corners(points)
            if len(kept) == 2:
                return _straight(*kept)
            return _right_angled(kept)
        case _:
            return None


def _straight(start: Point, end: Point) -> Preset:
    frame = _between(start, end)
    return Preset("straightConnector1", frame, False, end.x < start.x, end.y < start.y, ())


def _right_angled(points: list[Point]) -> Preset | None:
    """A track of two or three pieces, level and upright by turns.

    There are connectors of four and five pieces, but LibreOffice leads them another way.
    """
    if not 3 <= len(points) <= 4 or not _turns(points):
        return None
    upright = abs(points[0].x - points[1].x) < _SLACK
    start, end = points[0], points[-1]
    width, height = end.x - start.x, end.y - start.y
    if len(points) == 3:
        return _bent("bentConnector2", (start, end), upright, ())
    way = height if upright else width
    gone = points[1].y - start.y if upright else points[1].x - start.x
    share = gone / (way if abs(way) > _SLACK else _LEAST)
    return _bent("bentConnector3", (start, end), upright, (share,))


def _bent(name: str, ends: tuple[Point, Point], upright: bool, shares: tuple[float, ...]) -> Preset:
    """Drawn level from the upper left to the lower right; turned and flipped from there."""
    start, end = ends
    bends = tuple(round(share * _WHOLE) for share in shares)
    frame = _between(start, end)
    frame = frame._replace(
        width=frame.width if frame.width > _SLACK else _LEAST,
        height=frame.height if frame.height > _SLACK else _LEAST,
    )
    if not upright:
        return Preset(name, frame, False, end.x < start.x, end.y < start.y, bends)
    # Turned by a quarter about its middle: what was its width is then its height.
    middle = frame.centre
    lying = Rect(middle.x - frame.height / 2, middle.y - frame.width / 2, frame.height, frame.width)
    return Preset(name, lying, True, end.y < start.y, end.x > start.x, bends)


def _between(start: Point, end: Point) -> Rect:
    return Rect(
        min(start.x, end.x), min(start.y, end.y), abs(end.x - start.x), abs(end.y - start.y)
    )


def _corners(points: tuple[Point, ...]) -> list[Point]:
    """The points of a track without those on a straight piece, and without repeats."""
    kept = [points[0]]
    kept += [here for before, here in pairwise(points) if math.dist(before, here) > _SLACK]
    return [
        here
        for place, here in enumerate(kept)
        if place in (0, len(kept) - 1) or not _is_straight(kept[place - 1], here, kept[place + 1])
    ]


def _is_straight(before: Point, here: Point, after: Point) -> bool:
    one, other = (here.x - before.x, here.y - before.y), (after.x - here.x, after.y - here.y)
    across = one[0] * other[1] - one[1] * other[0]
    onward = one[0] * other[0] + one[1] * other[1]
    return abs(across) < _SLACK * (1 + math.hypot(*one) + math.hypot(*other)) and onward >= 0


def _turns(points: list[Point]) -> bool:
    """Whether pieces are level and upright by turns."""
    kinds = [_kind(one, other) for one, other in pairwise(points)]
    return all(kinds) and all(one != other for one, other in pairwise(kinds))


def _kind(one: Point, other: Point) -> str:
    if abs(one.y - other.y) < _SLACK:
        return "level"
    return "upright" if abs(one.x - other.x) < _SLACK else ""
