"""The right of the far view: what priorities and outside bodies say of themselves."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.far.plan import (
    TIE,
    Plan,
    shifted,
)
from cadre.viewpoints.framework_map.levels import OTHERS
from cadre.viewpoints.framework_map.model import (
    Outside,
    Priority,
)
from cadre.viewpoints.layout.ordering import by_barycentre, untangled
from cadre.viewpoints.scene import (
    INK,
    INK_2,
    INK_3,
    RULE_2,
    AnyItem,
    Box,
    Glyph,
    Group,
    Rect,
    Region,
)
from cadre.viewpoints.texts import height_of, paragraph

MOST_LINES: Final = 24
"""More bodies than this that fit nowhere are counted, not named one by one."""


class Cards(Plan):
    """Makes and draws the cards of priorities and outside bodies."""

    def _ordered_priorities(self) -> list[Priority]:
        """The priorities in an order with few crossings, weighed by breadth."""
        edges = [
            (weight.source, weight.target)
            for weight in self.model.reach
            for _ in range(max(1, weight.count))
        ]
        areas = [[area.key] for area in self.model.areas]
        _, (order,) = untangled(areas, [[card.key for card in self.model.priorities]], edges)
        by_key = {card.key: card for card in self.model.priorities}
        return [by_key[key] for key in sorted(order, key=OTHERS.__contains__)]

    def _ordered_outside(self, at_row: dict[str, float]) -> tuple[list[Outside], list[Outside]]:
        """Outside bodies with ties, those tied to areas first; and those without."""
        places: dict[str, list[float]] = {}
        for weight in self.model.ties:
            if weight.source in at_row:
                places.setdefault(weight.target, []).append(at_row[weight.source])
        by_key = {body.key: body for body in self.model.outside}
        order = by_barycentre(list(by_key), places)
        order = sorted(order, key=OTHERS.__contains__)
        tied = [by_key[key] for key in order if not by_key[key].loose]
        return tied, [body for body in self.model.outside if body.loose]

    def _wanted(self, key: str, at_row: dict[str, float], default: float) -> float:
        places = [
            (weight.count, at_row[weight.source])
            for weight in (*self.model.reach, *self.model.ties)
            if weight.target == key and weight.source in at_row
        ]
        total = sum(count for count, _ in places)
        return sum(count * y for count, y in places) / total if total else default

    def _port_heights(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for weight in self.model.reach:
            found[weight.target] = found.get(weight.target, 0) + self._reach_breadth(weight)
        for weight in self.model.ties:
            found[weight.target] = found.get(weight.target, 0) + TIE * self.u
        return found

    def _priority_card(self, card: Priority) -> tuple[list[AnyItem], float]:
        view, u = self.view, self.u
        room = self.cards - 14 * u
        label = paragraph(
            view.name(card.key),
            view.face(12, bold=True),
            Rect(14 * u, 0, room, 0),
            view.measure,
            language=view.foreign(card.key),
        )
        items: list[AnyItem] = [label]
        y = height_of(label) + 1 * u
        lines = [view.led_by(card), view.support(card)]
        if card.key in OTHERS:
            lines = lines[1:]
        elif card.parts:
            lines.append(view.text(wordings.PARTS, n=len(card.parts)))
        for text in lines:
            label = paragraph(text, view.face(9, INK_2), Rect(14 * u, y, room, 0), view.measure)
            items.append(label)
            y += height_of(label)
        return items, y + 2 * u

    def _draw_priority(self, card: Priority, rect: Rect, texts: list[AnyItem]) -> None:
        name = self.view.name(card.key)
        self.items.append(
            Group(
                name=name,
                shows=(*card.parts, *card.leads, *card.groups, *card.possible),
                links=card.links,
                items=(
                    Box(key=_own(card.key), rect=rect, outline="none", name=name),
                    Region(rect=Rect(rect.x, rect.y, 5 * self.u, rect.height), fill=INK),
                    *(shifted(item, rect.x, rect.y) for item in texts),
                ),
            )
        )

    def _outside_card(self, body: Outside, *, inline: bool = False) -> tuple[list[AnyItem], float]:
        """What is written of an outside body; `inline` puts a short tie beside its name."""
        view, u = self.view, self.u
        room = self.cards - 18 * u
        label = paragraph(
            view.name(body.key),
            view.face(10, bold=True),
            Rect(18 * u, 0, room, 0),
            view.measure,
            language=view.foreign(body.key),
        )
        items: list[AnyItem] = [
            Glyph(x=3 * u, y=1 * u, size=11 * u, glyph="house", paint=INK_2),
            label,
        ]
        y = height_of(label)
        names = view.few([view.coded(key, self.steps) for key in body.tied])
        lines = [", ".join(names)] if names else []
        if body.parts and body.key not in OTHERS:
            lines.append(view.text(wordings.PARTS, n=len(body.parts)))
        members = set(body.members)
        over = [link for link in body.oversight if link.source in members]
        under = [link for link in body.oversight if link.target in members]
        if over:
            targets = view.few(view.names(dict.fromkeys(link.target for link in over)))
            lines.append(view.text(wordings.OVERSEES_SHORT, targets=targets))
        if under:
            sources = view.few(view.names(dict.fromkeys(link.source for link in under)))
            lines.append(view.text(wordings.OVERSEEN_BY, names=sources))
        for text in lines:
            aside = view.measure.width(view.name(body.key), 10 * u, True) + 6 * u
            fits = aside + view.measure.width(text, 9 * u) <= room and len(label.lines) == 1
            if inline and fits and len(items) == 2:
                spot = Rect(18 * u + aside, 0.8 * u, room - aside, 0)
                items.append(paragraph(text, view.face(9, INK_2), spot, view.measure))
                continue
            label = paragraph(text, view.face(9, INK_2), Rect(18 * u, y, room, 0), view.measure)
            items.append(label)
            y += height_of(label)
        return items, y + 1 * u

    def _draw_outside(self, body: Outside, rect: Rect, texts: list[AnyItem]) -> None:
        members = [self.view.framework[key] for key in body.members]
        proposed = all(element.lifecycle == "proposed" for element in members)
        name = self.view.name(body.key)
        self.items.append(
            Group(
                name=name,
                shows=(*body.parts, *map(body.end, body.ties)),
                links=tuple(link.id for link in (*body.ties, *body.oversight)),
                items=(
                    Box(key=_own(body.key), rect=rect, outline="none", name=name),
                    Region(
                        rect=Rect(rect.x, rect.y, 1.2 * self.u, rect.height),
                        fill=RULE_2 if proposed else INK_2,
                    ),
                    *(shifted(item, rect.x, rect.y) for item in texts),
                ),
            )
        )

    def _loose_lines(self, loose: list[Outside]) -> tuple[list[AnyItem], float]:
        """Outside bodies without a tie, and bodies that fit nowhere, a line each."""
        view, u = self.view, self.u
        items: list[AnyItem] = []
        y = 0.0
        sections: list[tuple[Text, list[str]]] = [
            (wordings.NO_TIE, [body.key for body in loose]),
            (wordings.OTHER, list(self.model.other)),
        ]
        for heading, every in sections:
            keys, more = every, every[:0]
            if len(every) > MOST_LINES + 1:
                keys, more = every[:MOST_LINES], every[MOST_LINES:]
            if not keys:
                continue
            if heading is wordings.NO_TIE or self.model.outside:
                label = paragraph(
                    view.text(heading),
                    view.face(9, INK_3, bold=True),
                    Rect(0, y, self.cards, 0),
                    view.measure,
                )
                items.append(label)
                y += height_of(label) + 1 * u
            for key in keys:
                label = paragraph(
                    view.name(key),
                    view.face(9, INK_2),
                    Rect(18 * u, y, self.cards - 18 * u, 0),
                    view.measure,
                    language=view.foreign(key),
                )
                ring = Glyph(x=4 * u, y=y + 2 * u, size=8 * u, glyph="ring", paint=INK_3)
                parts = view.others.get(key, ())
                name = view.name(key)
                items.append(Group(key=_own(key), shows=parts, name=name, items=(ring, label)))
                y += height_of(label)
            if more:
                text = view.words.fill(wordings.MORE, n=len(more))
                room = Rect(18 * u, y, self.cards - 18 * u, 0)
                label = paragraph(text, view.face(9, INK_2), room, view.measure)
                items.append(Group(shows=tuple(more), name=text, items=(label,)))
                y += height_of(label)
        return items, y


def _own(key: str) -> str:
    """The key of a card; none for that of others, which is no element."""
    return "" if key in OTHERS else key
