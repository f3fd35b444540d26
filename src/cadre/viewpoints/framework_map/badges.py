"""Badges: a group's number in the shape of its council, at both ends of all that is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from cadre.viewpoints.framework_map.detail import Member
from cadre.viewpoints.framework_map.view import View
from cadre.viewpoints.scene import GROUND, INK, INK_2, AnyItem, Glyph, Group, Point, Rect, Region
from cadre.viewpoints.texts import Face, centred

_HEXAGONS: Final = frozenset({"diamond", "hexagon"})
_ROUND: Final = frozenset({"circle"})


class Badges:
    """Draws numbers of groups at one size."""

    def __init__(self, view: View, members: Mapping[str, Member], body: float) -> None:
        self.view, self.members, self.body = view, members, body
        self.size = max(9.0, 0.82 * body)
        figures = max((len(str(member.number)) for member in members.values()), default=1)
        self.high = max(1.32 * body, self.size * 1.3)
        self.wide = max(self.high * 1.1, view.measure.width("8" * figures, self.size, True) + 8)

    def badge(self, member: Member, centre: Point, *, hollow: bool = False) -> list[AnyItem]:
        """The number of a group, its council's shape behind it; hollow where it only may be."""
        shape = self.view.mark(member.council)
        rect = Rect(centre.x - self.wide / 2, centre.y - self.high / 2, self.wide, self.high)
        light = hollow or not self.view.is_council(member.council)
        fill, on = (GROUND, INK) if light else (INK, GROUND)
        ground: list[AnyItem]
        if shape in _HEXAGONS:
            size = self.high * 1.2
            inside = Rect(centre.x - size * 0.36, centre.y - size * 0.2, size * 0.72, size * 0.4)
            ground = [
                Glyph(
                    x=centre.x - size / 2,
                    y=centre.y - size / 2,
                    size=size,
                    glyph="hexagon-open" if light else "hexagon",
                    paint=INK,
                ),
                Region(rect=inside, fill=fill),
            ]
        else:
            radius = self.high / 2 if shape in _ROUND else 2.0
            stroke = INK_2 if hollow else INK
            ground = [Region(rect=rect, fill=fill, stroke=stroke, weight=1.0, radius=radius)]
        number = centred(
            str(member.number),
            Face(self.size, True, on, fill),
            rect,
            self.view.measure,
            anchor="middle",
        )
        return [
            Group(items=(*ground, number), shows=(member.key,), name=self.view.name(member.key))
        ]

    def run_width(self, keys: Iterable[str]) -> float:
        """The width of several badges side by side."""
        count = sum(key in self.members for key in keys)
        return count * (self.wide + 3) if count else 0.0

    def run(self, keys: Iterable[str], at: Point, *, hollow: bool = False) -> list[AnyItem]:
        """Badges side by side from `at`, on a line through its y."""
        found: list[AnyItem] = []
        x = at.x + self.wide / 2
        for key in keys:
            if key in self.members:
                found += self.badge(self.members[key], Point(x, at.y), hollow=hollow)
                x += self.wide + 3
        return found

    def per_row(self, room: float) -> int:
        """How many badges a row of this width holds."""
        return max(1, int((room + 3) // (self.wide + 3)))

    def rows_height(self, count: int, room: float) -> float:
        """The height of so many badges in rows of this width."""
        return -(-count // self.per_row(room)) * (self.high + 3)

    def rows(
        self, keys: Sequence[str], at: Point, room: float, *, hollow: bool = False
    ) -> list[AnyItem]:
        """Badges in rows from the top left `at`."""
        found: list[AnyItem] = []
        each = self.per_row(room)
        for place in range(0, len(keys), each):
            y = at.y + (place // each) * (self.high + 3) + self.high / 2
            found += self.run(keys[place : place + each], Point(at.x, y), hollow=hollow)
        return found
