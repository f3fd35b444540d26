"""The bands under the near view: priorities, the outside, and what fits nowhere else.

Nothing is joined to them by lines: groups stand in them by number, areas by code, and each outside
body has a number of its own that is repeated beside what is tied to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cadre.core.graph import Link
from cadre.core.keys import LinkId
from cadre.core.text import Text
from cadre.viewpoints.axis import Step
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.badges import Badges
from cadre.viewpoints.framework_map.detail import Detail
from cadre.viewpoints.framework_map.model import Outside, Priority
from cadre.viewpoints.framework_map.view import View
from cadre.viewpoints.measure import widest
from cadre.viewpoints.scene import (
    GROUND,
    INK,
    INK_2,
    RULE,
    AnyItem,
    Box,
    Glyph,
    Group,
    Point,
    Rect,
    Region,
    moved,
)
from cadre.viewpoints.signs import chip, chip_width
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph

_CARD = 23.0
"""The least width of a card, in sizes of the body."""


@dataclass(frozen=True, slots=True)
class Made:
    """A card made at 0, 0, with its height."""

    key: str
    items: tuple[AnyItem, ...]
    height: float
    shows: tuple[str, ...] = ()
    links: tuple[LinkId, ...] = ()


class Below:
    """Lays out the bands once for their height, and draws them where they are put."""

    def __init__(
        self,
        view: View,
        model: Detail,
        badges: Badges,
        steps: Mapping[str, Step],
        body: float,
        left: float,
        width: float,
        columns: int = 0,
    ) -> None:
        self.view, self.model, self.badges, self.steps = view, model, badges, steps
        self.b, self.s = body, max(9.0, body - 1.5)
        self.left, self.width = left, width
        self.numbers = self._numbered()
        headings = [
            view.text(text) for text in (wordings.PRIORITIES, wordings.OUTSIDE, wordings.OTHER)
        ]
        aside = widest(headings, self.s, view.measure, bold=True) + 2.0 * body
        self.side = aside if width > 100 * body else 0.0
        """Headings stand beside their cards where there is width for that, else above."""
        room = self.width - self.side
        self.columns = columns or max(1, int(room // (_CARD * body)))
        self.card = room / self.columns
        self.sections = self._sections()
        self.height = sum(self._section_height(*section) for section in self.sections)

    # --- references -------------------------------------------------------------------------------

    def _numbered(self) -> dict[str, int]:
        tied = [body for body in self.model.far.outside if not body.loose]
        rest = [body for body in self.model.far.outside if body.loose]
        return {body.key: number for number, body in enumerate([*tied, *rest], 1)}

    def refs(self, key: str) -> list[tuple[int, Link]]:
        """The numbers of the outside bodies that a thing is tied to, with the links."""
        found = [
            (self.numbers[body.key], link)
            for body in self.model.far.outside
            for link in body.ties
            if body.end(link) == key
        ]
        return sorted(found, key=lambda it: it[0])

    def refs_width(self, refs: Sequence[tuple[int, Link]]) -> float:
        """The width of the signs of some ties."""
        texts = [self.view.measure.width(str(number), self.s, True) for number, _ in refs]
        return sum(1.25 * self.b + wide + 0.6 * self.b for wide in texts) - 0.6 * self.b

    def ref_signs(self, refs: Sequence[tuple[int, Link]], at: Point) -> list[AnyItem]:
        """A house and a number for each tie, side by side from `at`."""
        b = self.b
        found: list[AnyItem] = []
        x = at.x
        for number, link in refs:
            wide = self.view.measure.width(str(number), self.s, True)
            house = Glyph(x=x, y=at.y - 0.55 * b, size=1.1 * b, glyph="house", paint=INK_2)
            room = Rect(x + 1.25 * b, at.y - 0.8 * b, wide + 0.2, 1.6 * b)
            figure = centred(str(number), Face(self.s, True, INK_2), room, self.view.measure)
            found.append(
                Group(
                    items=(house, figure),
                    shows=(link.source, link.target),
                    links=(link.id,),
                    name=self.view.name(link.target),
                )
            )
            x += 1.25 * b + wide + 0.6 * b
        return found

    # --- cards ------------------------------------------------------------------------------------

    def _sections(self) -> list[tuple[Text, list[Made]]]:
        far = self.model.far
        found: list[tuple[Text, list[Made]]] = []
        if far.priorities:
            found.append((wordings.PRIORITIES, [self._priority(card) for card in far.priorities]))
        if far.outside:
            bodies = sorted(far.outside, key=lambda body: self.numbers[body.key])
            found.append((wordings.OUTSIDE, [self._outside(body) for body in bodies]))
        if self.model.other:
            found.append((wordings.OTHER, [self._plain(key) for key in self.model.other]))
        return found

    def _over(self, heading: Text) -> float:
        """The height of a heading that stands above its cards."""
        if self.side:
            return 0.0
        face = Face(self.s, True, INK_2)
        text = self.view.text(heading)
        return height_for(text, face, self.width - self.b, self.view.measure) + 0.4 * self.b

    def _section_height(self, heading: Text, cards: Sequence[Made]) -> float:
        over = self._over(heading)
        return sum(self._row_heights(cards)) + 1.2 * self.b + over

    def _row_heights(self, cards: Sequence[Made]) -> list[float]:
        return [
            max(card.height for card in cards[place : place + self.columns]) + 0.7 * self.b
            for place in range(0, len(cards), self.columns)
        ]

    def _name(self, key: str, x: float) -> tuple[list[AnyItem], float]:
        element = self.view.framework[key]
        label = paragraph(
            self.view.name(key),
            Face(self.b, True),
            Rect(x, 0, self.card - x - 1.4 * self.b, 0),
            self.view.measure,
            language=foreign(element.short_name, self.view.words),
        )
        return [label], height_of(label)

    def _priority(self, card: Priority) -> Made:
        b, view = self.b, self.view
        items, y = self._name(card.key, 1.0 * b)
        items.insert(0, Region(rect=Rect(0, 0.1 * b, 0.35 * b, 1.1 * b), fill=INK))
        lead = (
            view.text(wordings.LED_BY, names=view.names(card.leads))
            if card.leads
            else view.text(wordings.NO_LEAD)
        )
        for text in (lead, view.support(card)):
            room = Rect(1.0 * b, y, self.card - 2.4 * b, 0)
            label = paragraph(text, Face(self.s, False, INK_2), room, view.measure)
            items.append(label)
            y += height_of(label)
        keys = [key for key in (*card.groups, *card.possible) if key in self.badges.members]
        if keys:
            y += 0.25 * b
            room_wide = self.card - 2.4 * b
            each = self.badges.per_row(room_wide)
            for place in range(0, len(keys), each):
                x = 1.0 * b + self.badges.wide / 2
                for key in keys[place : place + each]:
                    items += self.badges.badge(
                        self.badges.members[key],
                        Point(x, y + self.badges.high / 2),
                        hollow=key in card.possible,
                    )
                    x += self.badges.wide + 3
                y += self.badges.high + 3
        y = self._chips(
            [it.source for it in self.model.far.reach if it.target == card.key and it.stated],
            items,
            y,
        )
        shows = (*card.parts, *card.leads, *card.groups, *card.possible)
        return Made(card.key, tuple(items), y, shows, card.links)

    def _chips(self, areas: Sequence[str], items: list[AnyItem], y: float) -> float:
        if not areas:
            return y
        x = 1.0 * self.b
        for key in areas:
            step = self.steps[key]
            items += chip(step, x, y + 2, 1.4 * self.b, self.view.measure)
            x += chip_width(step, 1.4 * self.b, self.view.measure) + 4
        return y + 1.4 * self.b + 4

    def _outside(self, body: Outside) -> Made:
        b, view = self.b, self.view
        figure = str(self.numbers[body.key])
        wide = view.measure.width(figure, self.s, True)
        indent = 1.3 * b + wide + 0.7 * b
        items, y = self._name(body.key, indent)
        items[:0] = [
            Glyph(x=0, y=0.1 * b, size=1.1 * b, glyph="house", paint=INK_2),
            centred(
                figure,
                Face(self.s, True, INK_2),
                Rect(1.3 * b, 0, wide + 0.2, 1.25 * b),
                view.measure,
            ),
        ]
        for link in body.ties:
            y = self._tie(link, body.end(link), items, y, indent)
        for link in body.oversight:
            other = link.target if link.source == body.key else link.source
            template = wordings.OVERSEES_SHORT if link.source == body.key else wordings.OVERSEEN_BY
            slots = {"targets": [view.name(other)], "names": [view.name(other)]}
            room = Rect(indent, y, self.card - indent - 1.4 * b, 0)
            face = Face(self.s, False, INK_2)
            label = paragraph(view.text(template, **slots), face, room, view.measure)
            items.append(Group(items=(label,), links=(link.id,), shows=(other,)))
            y += height_of(label)
        if body.loose:
            room = Rect(indent, y, self.card - indent - 1.4 * b, 0)
            face = Face(self.s, False, INK_2)
            label = paragraph(view.text(wordings.NO_TIE), face, room, view.measure)
            items.append(label)
            y += height_of(label)
        links = tuple(link.id for link in (*body.ties, *body.oversight))
        return Made(body.key, tuple(items), y, (*body.parts,), links)

    def _tie(self, link: Link, end: str, items: list[AnyItem], y: float, indent: float) -> float:
        """Who is tied, as badge, chip or mark, and in what the tie consists."""
        b, view = self.b, self.view
        what = view.words.of(link.text("what"))
        sign: list[AnyItem]
        if end in self.badges.members:
            member = self.badges.members[end]
            wide, high = self.badges.wide, self.badges.high
            sign = self.badges.badge(member, Point(indent + wide / 2, y + high / 2))
        elif end in self.steps:
            step = self.steps[end]
            high = 1.35 * b
            wide = chip_width(step, high, view.measure)
            sign = list(chip(step, indent, y, high, view.measure))
        else:
            high, wide, sign = 0.0, -0.5 * b, []
        name = view.name(end)
        text = f"{name}{view.colon} {what}" if what else name
        room = Rect(indent + wide + 0.5 * b, y, self.card - indent - wide - 1.9 * b, 0)
        label = paragraph(text, Face(self.s, False, INK_2), room, view.measure)
        items.append(Group(items=(*sign, label), links=(link.id,), shows=(end,)))
        return y + max(height_of(label), high) + 0.25 * b

    def _plain(self, key: str) -> Made:
        items, y = self._name(key, 1.6 * self.b)
        entry = self.view.framework.type_of(key)
        glyph = entry.glyph if entry else "disc"
        items.insert(0, Glyph(x=0, y=0.1 * self.b, size=1.1 * self.b, glyph=glyph, paint=INK_2))
        return Made(key, tuple(items), y)

    # --- drawing ----------------------------------------------------------------------------------

    def drawn(self, top: float) -> tuple[list[AnyItem], float]:
        """The bands from `top`, and where they end."""
        b, view = self.b, self.view
        items: list[AnyItem] = []
        y = top
        for heading, cards in self.sections:
            items.append(Region(rect=Rect(self.left, y, self.width, 0.07 * b), fill=RULE))
            y += 0.6 * b
            room = Rect(self.left, y, (self.side or self.width) - b, 0)
            items.append(
                paragraph(view.text(heading), Face(self.s, True, INK_2), room, view.measure)
            )
            y += self._over(heading)
            for number, high in enumerate(self._row_heights(cards)):
                x = self.left + self.side
                for card in cards[number * self.columns : (number + 1) * self.columns]:
                    rect = Rect(x, y, self.card - 0.8 * b, card.height)
                    name = view.words.of(view.framework[card.key].name)
                    items.append(
                        Group(
                            name=name,
                            shows=card.shows,
                            links=card.links,
                            items=(
                                Box(
                                    key=card.key, rect=rect, outline="none", fill=GROUND, name=name
                                ),
                                *(moved(item, Point(x, y)) for item in card.items),
                            ),
                        )
                    )
                    x += self.card
                y += high
            y += 0.6 * b
        return items, y
