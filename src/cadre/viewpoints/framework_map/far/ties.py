"""The lines of the far view from areas and councils to priorities and the outside."""

from __future__ import annotations

from cadre.viewpoints.axis import Step
from cadre.viewpoints.framework_map.far.plan import (
    TIE,
    PlacedRow,
    Plan,
)
from cadre.viewpoints.framework_map.model import (
    Outside,
    Priority,
    Weight,
)
from cadre.viewpoints.scene import (
    INK_3,
    Band,
    Box,
    Curve,
    Group,
    Point,
    Rect,
    Track,
    Wire,
)


class Ties(Plan):
    """Draws what joins the rows to the cards on their right."""

    def _draw_right_wires(
        self,
        rows: list[PlacedRow],
        priorities: list[Priority],
        tied: list[Outside],
        places: dict[str, Rect],
        bottom: float,
    ) -> None:
        u = self.u
        order = [card.key for card in priorities] + [body.key for body in tied]
        rank = {key: place for place, key in enumerate(order)}
        row_rank = {row.area.key: place for place, row in enumerate(rows)}
        weights = [
            (weight, breadth)
            for weight, breadth in (
                *((it, self._reach_breadth(it)) for it in self.model.reach),
                *((it, TIE * u) for it in self.model.ties),
            )
            if weight.source in row_rank and weight.target in rank
        ]
        outgoing: dict[tuple[str, str], tuple[float, float]] = {}
        for row in rows:
            mine = sorted(
                (it for it in weights if it[0].source == row.area.key),
                key=lambda it: rank[it[0].target],
            )
            total = sum(breadth for _, breadth in mine)
            shrink = min(1.0, (row.rect.height - 4 * u) / total) if total else 1.0
            at = row.rect.centre.y - total * shrink / 2
            for weight, breadth in mine:
                outgoing[weight.source, weight.target] = (at, shrink)
                at += breadth * shrink
        wires: list[Wire] = []
        around = self._around()
        for key in order:
            mine = sorted(
                (it for it in weights if it[0].target == key),
                key=lambda it: row_rank[it[0].source],
            )
            extra = sum(TIE * u for weight in around if key in (weight.source, weight.target))
            total = sum(breadth for _, breadth in mine) + extra
            at = places[key].centre.y - total / 2
            for weight, breadth in mine:
                start, shrink = outgoing[weight.source, weight.target]
                step = self.steps[weight.source]
                x0 = rows[0].rect.right
                wires += self._joined(weight, step, (x0, start, shrink), (places[key].x, at))
                at += breadth
        wires.sort(key=lambda wire: -wire.weight)
        self.items[:0] = wires
        self._draw_around(around, places, bottom)
        if self.model.priorities:
            cut_off = (row for row in rows if row.area.key in self.judged.cut_off)
            self.items += map(self._stub, cut_off)

    def _joined(
        self,
        weight: Weight,
        step: Step,
        start: tuple[float, float, float],
        end: tuple[float, float],
    ) -> list[Wire]:
        """The wires of one weight: a line where stated, a band for groups, dots for maybes."""
        u = self.u
        (x0, y0, shrink), (x1, y1) = start, end
        shows = (weight.source, weight.target, *weight.groups)
        ends = (weight.source, weight.target)
        name = self._weight_name(weight)
        found: list[Wire] = []
        if weight not in self.model.reach:
            half = TIE * u / 2
            solid = weight.stated and weight.certain
            return [
                Wire(
                    route=Curve(Point(x0, y0 + half * shrink), Point(x1, y1 + half)),
                    paint=step.ink,
                    weight=1.5 * u if solid else 1.2 * u,
                    dash="solid" if solid else "dashed",
                    shows=shows,
                    links=weight.links,
                    ends=ends,
                    derived=not weight.stated,
                    name=name,
                )
            ]
        unit = self.reach
        if weight.stated:
            found.append(
                Wire(
                    route=Curve(Point(x0, y0 + unit * shrink / 2), Point(x1, y1 + unit / 2)),
                    paint=step.ink,
                    weight=2.0 * u,
                    dash="solid" if weight.certain else "dashed",
                    shows=shows,
                    links=weight.links,
                    ends=ends,
                    name=name,
                )
            )
            y0, y1 = y0 + unit * shrink, y1 + unit
        firm = len(weight.groups) - len(weight.possible)
        if firm:
            breadth = firm * unit
            found.append(
                Wire(
                    route=Band(Point(x0, y0), Point(x1, y1), breadth * shrink - u, breadth - u),
                    paint=step.band,
                    weight=breadth,
                    opacity=0.9,
                    shows=shows,
                    links=weight.links,
                    ends=ends,
                    derived=True,
                    name=name,
                )
            )
            y0, y1 = y0 + breadth * shrink, y1 + breadth
        if weight.possible:
            found.append(
                Wire(
                    route=Curve(Point(x0, y0 + unit * shrink / 2), Point(x1, y1 + unit / 2)),
                    paint=step.ink,
                    weight=(0.8 + 0.6 * min(4, len(weight.possible))) * u,
                    dash="dotted",
                    shows=shows,
                    links=weight.links,
                    ends=ends,
                    derived=True,
                    name=name,
                )
            )
        return found

    def _draw_around(self, around: list[Weight], places: dict[str, Rect], bottom: float) -> None:
        """Ties of councils: out on the left, under the rows, and up to the outside body."""
        u = self.u
        tops = {
            item.key: item.rect
            for group in self.items
            if isinstance(group, Group)
            for item in group.items
            if isinstance(item, Box)
        }
        buses = list(dict.fromkeys(self._ends_around(weight, places)[0] for weight in around))
        for weight in around:
            council, body = self._ends_around(weight, places)
            if council not in tops or body not in places:
                continue
            shift = buses.index(council) * 5 * u
            start = Point(self.frame.left - 3 * u, tops[council].y + 8 * u)
            goal = Point(places[body].x - u, places[body].centre.y)
            left, under = start.x - 9 * u - shift, bottom + 6 * u + shift
            up = goal.x - 12 * u - shift
            points = (
                start,
                Point(left, start.y),
                Point(left, under),
                Point(up, under),
                Point(up, goal.y),
                goal,
            )
            self.items.append(
                Wire(
                    route=Track(
                        points if weight.target == body else tuple(reversed(points)), 8 * u
                    ),
                    paint=INK_3,
                    weight=1.1 * u,
                    dash="solid" if weight.stated and weight.certain else "dashed",
                    end="none" if weight in self.model.ties else "arrow",
                    shows=(weight.source, weight.target, *weight.groups),
                    links=weight.links,
                    ends=(council, body),
                    derived=not weight.stated,
                    name=self._weight_name(weight),
                )
            )

    @staticmethod
    def _ends_around(weight: Weight, places: dict[str, Rect]) -> tuple[str, str]:
        """The council and the outside body that a way round joins."""
        forth = weight.target in places
        return (weight.source, weight.target) if forth else (weight.target, weight.source)

    def _stub(self, row: PlacedRow) -> Wire:
        y = row.rect.centre.y
        return Wire(
            route=Track((Point(row.rect.right, y), Point(row.rect.right + 12 * self.u, y))),
            paint=INK_3,
            weight=1.0 * self.u,
            end="open",
            shows=(row.area.key,),
            ends=(row.area.key,),
        )
