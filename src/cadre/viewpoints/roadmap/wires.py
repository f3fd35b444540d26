"""Lines from a piece of work to what needs it: through the gaps, never over a bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from cadre.viewpoints.roadmap.model import Item, Roadmap
from cadre.viewpoints.scene import ACCENT, INK_3, Point, Rect, Track, Wire


class Needs:
    """The lines of one picture, by where its bars stand."""

    def __init__(self, shown: Roadmap, boxes: Mapping[str, Rect], unit: float) -> None:
        self._shown, self._boxes, self._u = shown, boxes, unit

    def wires(self) -> list[Wire]:
        """A line for each need that a free way leads to; the table has those that are walled in."""
        return [wire for item in self._shown.items for wire in self._of(item)]

    def _of(self, item: Item) -> Iterator[Wire]:
        for key in item.needs:
            way = self._way(self._boxes[key], self._boxes[item.key], {key, item.key})
            if way is not None:
                yield Wire(
                    shows=(key, item.key),
                    route=Track(way, 3 * self._u),
                    paint=ACCENT if key in item.too_early else INK_3,
                    weight=1.1 * self._u,
                    end="arrow",
                    ends=(key, item.key),
                )

    def _way(self, start: Rect, goal: Rect, own: set[str]) -> tuple[Point, ...] | None:
        """From the end of one bar to the beginning of another, by one gap or by two."""
        u = self._u
        leave, arrive = start.right + 3 * u, goal.x - 3 * u
        one, other = Point(start.right, start.centre.y), Point(goal.x - 1, goal.centre.y)
        for x in (arrive, leave):
            way: tuple[Point, ...] = (one, Point(x, one.y), Point(x, other.y), other)
            if x >= one.x and x <= other.x and self._is_free(way, own):
                return way
        for y in (start.bottom + 2 * u, start.y - 2 * u, goal.y - 2 * u, goal.bottom + 2 * u):
            way = (
                one,
                Point(leave, one.y),
                Point(leave, y),
                Point(arrive, y),
                Point(arrive, other.y),
                other,
            )
            if self._is_free(way, own):
                return way
        return None

    def _is_free(self, way: tuple[Point, ...], own: set[str]) -> bool:
        pieces = [
            Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x) + 0.1, abs(a.y - b.y) + 0.1)
            for a, b in pairwise(way)
        ]
        return not any(
            rect.meets(piece)
            for key, rect in self._boxes.items()
            for place, piece in enumerate(pieces)
            if key not in own or 0 < place < len(pieces) - 1
        )
