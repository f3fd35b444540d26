"""What a connector holds on to: a shape by its number, and one of the places on its edge."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cadre.render.measure import MEASURE
from cadre.render.slides.markup import ASCENT, LINE
from cadre.viewpoints.scene import (
    AnyItem,
    Band,
    Box,
    Group,
    Item,
    Label,
    Point,
    Rect,
    Region,
    Track,
    Wire,
    opened,
)

_NEAR: Final = 16.0
"""A wire ends at a shape when its end is no farther from it, in points: arrows keep a gap."""
_NEAR_TEXT: Final = 180.0
"""Words are of any length, and the wires beside them start at one place."""
_SAME: Final = 1.0
"""Two places on an edge are one when they are no farther apart."""


class Hold(NamedTuple):
    """A shape by its number, and a place on its edge by its index."""

    shape: int
    site: int


Held = tuple[Hold, Hold]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A shape that connectors may hold on to. Its first places are those of a rectangle."""

    number: int
    rect: Rect
    sites: list[Point] = field(default_factory=list)
    is_text: bool = False

    @property
    def own_sites(self) -> bool:
        """Whether a connector ends where a rectangle has no place for it."""
        return len(self.sites) > len(standard(self.rect))

    def hold(self, point: Point) -> Hold:
        """The place nearest to a point; a new one where there is none yet."""
        if not self.sites:
            self.sites.extend(standard(self.rect))
        edge = _on_edge(point, self.rect)
        if self.is_text:
            nearest = min(range(4), key=lambda index: math.dist(self.sites[index], edge))
            return Hold(self.number, nearest)
        for index, site in enumerate(self.sites):
            if math.dist(site, edge) <= _SAME:
                return Hold(self.number, index)
        self.sites.append(edge)
        return Hold(self.number, len(self.sites) - 1)


def standard(rect: Rect) -> tuple[Point, Point, Point, Point]:
    """The places of a rectangle in the order of the standard: top, left, bottom, right."""
    x, y = rect.centre
    return Point(x, rect.y), Point(rect.x, y), Point(x, rect.bottom), Point(rect.right, y)


def ends_of(wire: Wire) -> tuple[Point, Point]:
    """Where a wire starts and ends; a band at the middle of its breadth."""
    route = wire.route
    if isinstance(route, Track):
        return route.points[0], route.points[-1]
    if not isinstance(route, Band):
        return route.start, route.end
    first, last = route.start_breadth / 2, route.end_breadth / 2
    if route.upright:
        return Point(route.start.x + first, route.start.y), Point(route.end.x + last, route.end.y)
    return Point(route.start.x, route.start.y + first), Point(route.end.x, route.end.y + last)


@dataclass(frozen=True, slots=True)
class Anchors:
    """The shapes of a page that connectors may hold on to, by number and by what each shows."""

    by_number: dict[int, Anchor] = field(default_factory=dict)
    by_key: dict[str, list[Anchor]] = field(default_factory=dict)
    held: dict[int, Held] = field(default_factory=dict)
    """By the number of a wire: what it holds on to at its start and at its end."""

    @classmethod
    def of(cls, items: Sequence[AnyItem]) -> Anchors:
        """The anchors among the items of a page, numbered as they come, groups opened."""
        found = cls()
        for number, item in enumerate(items):
            if isinstance(item, Box | Region):
                found.by_number[number] = Anchor(number, item.rect)
                found._call(item, number)
        for number, item in enumerate(items):
            if isinstance(item, Group) and (item.key or item.shows):
                for inner, _ in enumerate(opened(item.items), number + 1):
                    found._call(item, inner)
        for number, item in enumerate(items):
            if isinstance(item, Group) and item.key and item.key not in found.by_key:
                found._call_text(item, number)
        for number, item in enumerate(items):
            if isinstance(item, Wire) and len(item.ends) == 2:
                found._hold(item, number)
        return found

    def _call(self, item: Item, number: int) -> None:
        """A shape goes by the key of its item, or of the one element that the item shows."""
        key = item.key or (item.shows[0] if len(item.shows) == 1 else "")
        anchor = self.by_number.get(number)
        if key and anchor and anchor not in self.by_key.setdefault(key, []):
            self.by_key[key].append(anchor)

    def _call_text(self, group: Group, number: int) -> None:
        """What is words alone is held by its first text."""
        for inner, item in enumerate(opened(group.items), number + 1):
            if isinstance(item, Label) and item.lines:
                rect = reach(item)
                anchor = Anchor(inner, rect, list(standard(rect)), is_text=True)
                self.by_key[group.key] = [anchor]
                return

    def _hold(self, wire: Wire, number: int) -> None:
        """A wire holds on at both ends or at none: one end alone would promise what it breaks."""
        start, end = ends_of(wire)
        first = self._nearest(wire.ends[0], start)
        second = self._nearest(wire.ends[1], end)
        if first is not None and second is not None and first is not second:
            self.held[number] = (first.hold(start), second.hold(end))

    def _nearest(self, key: str, point: Point) -> Anchor | None:
        near = [
            one
            for one in self.by_key.get(key, ())
            if _gap(point, one.rect) <= (_NEAR_TEXT if one.is_text else _NEAR)
        ]
        return min(near, key=lambda one: _gap(point, one.rect), default=None)


def _gap(point: Point, rect: Rect) -> float:
    return math.dist(point, _on_edge(point, rect))


def _on_edge(point: Point, rect: Rect) -> Point:
    """The place on the edge of a rectangle that is nearest to a point."""
    x = min(max(point.x, rect.x), rect.right)
    y = min(max(point.y, rect.y), rect.bottom)
    if (x, y) != point:
        return Point(x, y)
    sides = (
        Point(x, rect.y),
        Point(rect.x, y),
        Point(x, rect.bottom),
        Point(rect.right, y),
    )
    return min(sides, key=lambda side: math.dist(side, point))


def reach(item: Label) -> Rect:
    """The room that a text takes."""
    width = max(MEASURE.width(one, item.size, item.bold) for one in item.lines)
    left = {"start": 0.0, "middle": width / 2, "end": width}[item.anchor]
    high = item.step * (len(item.lines) - 1) + LINE * item.size
    return Rect(item.x - left, item.y - ASCENT * item.size, width, high)
