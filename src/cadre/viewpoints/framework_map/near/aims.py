"""The end of the near view: the aims that all work serves."""

from __future__ import annotations

from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.near.plan import (
    Plan,
)
from cadre.viewpoints.layout.packing import shared
from cadre.viewpoints.scene import (
    GROUND,
    INK,
    INK_3,
    AnyItem,
    Box,
    Group,
    Label,
    Point,
    Rect,
    Track,
    Wire,
    moved,
)
from cadre.viewpoints.texts import Face, foreign, height_of, paragraph


class Aims(Plan):
    """Draws the aims and the shared line that leads to them."""

    def _draw_aims(self, places: dict[str, Rect], bottom: float) -> None:
        """The aims in one column; areas reach theirs by one shared line under the results."""
        model, b = self.model, self.b
        if not model.aims:
            return
        x, width = self.columns.aims
        gap = 1.6 * b
        served = {link.target for link in model.serving}
        order = sorted(model.aims, key=lambda key: key not in served)
        texts = {key: self._aim_texts(key, lead=key not in served) for key in order}
        need = [high for _, high in texts.values()]
        room = bottom - self.top + 1.2 * b - gap * (len(order) - 1)
        aims: dict[str, Rect] = {}
        y = self.top - 1.2 * b
        for key, high in zip(order, shared(room, need), strict=True):
            aims[key] = Rect(x, y, width, high)
            self._draw_aim(key, aims[key], texts[key], lead=key not in served)
            y += high + gap
        for key in model.aims:
            for link in self.view.framework.links_out(key, LinkRole.SERVES):
                if (
                    link.target in aims
                    and abs(model.aims.index(key) - model.aims.index(link.target)) == 1
                ):
                    up = aims[link.target].y < aims[key].y
                    start = aims[key].y if up else aims[key].bottom
                    goal = aims[link.target].bottom if up else aims[link.target].y
                    middle = x + width / 2
                    self.wires.append(
                        Wire(
                            route=Track((Point(middle, start), Point(middle, goal)), 0),
                            paint=INK,
                            weight=0.2 * b,
                            end="arrow",
                            links=(link.id,),
                            shows=(key, link.target),
                            ends=(key, link.target),
                        )
                    )
        trunk = self.columns.end + 1.7 * b
        lane = self.top - 0.7 * b
        for link in model.serving:
            goal_rect = aims[link.target]
            band = next((it for it in self.bands if it.at.key == link.source), None)
            points: tuple[Point, ...]
            if band is not None:
                y = band.top + min(0.55 * b, band.height / 4)
                points = (
                    Point(self.columns.end, y),
                    Point(trunk, y),
                    Point(trunk, lane),
                    Point(x - 0.1 * b, lane),
                )
                if not goal_rect.y < lane < goal_rect.bottom:
                    at = goal_rect.centre.y
                    points = (
                        *points[:3],
                        Point(x - 1.2 * b, lane),
                        Point(x - 1.2 * b, at),
                        Point(x - 0.1 * b, at),
                    )
            elif link.source in places and self._is_last(link.source):
                rect = places[link.source]
                at = min(max(rect.centre.y, goal_rect.y + b), goal_rect.bottom - b)
                bend = (rect.right + x) / 2
                points = (
                    Point(rect.right, rect.centre.y),
                    Point(bend, rect.centre.y),
                    Point(bend, at),
                    Point(x - 0.1 * b, at),
                )
            else:
                continue
            self.wires.insert(
                0,
                Wire(
                    route=Track(points, 0.8 * b),
                    paint=INK_3,
                    weight=0.13 * b,
                    end="arrow",
                    shows=(link.source, link.target),
                    links=(link.id,),
                    ends=(link.source, link.target),
                    name=self.view.text(wordings.LEGEND_SERVES),
                ),
            )

    def _is_last(self, key: str) -> bool:
        return any(step.key == key for step in self.model.results[-1][1])

    def _aim_texts(self, key: str, *, lead: bool) -> tuple[list[Label], float]:
        """What is written of an aim, from 0, 0 in its column, and how high that is."""
        b, view = self.b, self.view
        element = view.framework[key]
        entry = view.framework.type_of(key)
        attribute = view.framework.metamodel.attributes(element.type).get("kind")
        choice = attribute.choice(element.word("kind")) if attribute else None
        over = view.said(choice.label if choice else entry.label if entry else Text())
        paint, on = (GROUND, INK) if lead else (INK, GROUND)
        room = Rect(0.8 * b, 0.8 * b, self.columns.aims[1] - 1.6 * b, 0)
        small = paragraph(over, Face(self.s, False, paint, on), room, view.measure)
        size = (1.3 if lead else 1.05) * b
        body = paragraph(
            view.words.of(element.name),
            Face(size, True, paint, on, leading=1.3),
            room._replace(y=room.y + height_of(small) + 0.3 * b),
            view.measure,
            language=foreign(element.name, view.words),
        )
        return [small, body], 2.2 * b + height_of(small) + height_of(body)

    def _draw_aim(
        self, key: str, rect: Rect, made: tuple[list[Label], float], *, lead: bool
    ) -> None:
        b, view = self.b, self.view
        name = view.words.of(view.framework[key].name)
        texts, high = made
        down = (rect.height - high) / 2
        items: list[AnyItem] = [
            Box(
                key=key,
                rect=rect,
                shape="aim",
                fill=INK if lead else GROUND,
                stroke=INK,
                weight=0.15 * b,
                name=name,
            ),
            *(moved(text, Point(rect.x, rect.y + down)) for text in texts),
        ]
        self.items.append(Group(name=name, items=tuple(items)))
