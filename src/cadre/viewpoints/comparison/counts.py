"""What differs besides the groups: priorities by name, the rest counted by type, link and area."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.comparison.model import Compared, Fate, Tally, Thing
from cadre.viewpoints.comparison.phrases import phrases
from cadre.viewpoints.comparison.signs import sign, sign_side, signs, strikes
from cadre.viewpoints.frame import Sheet
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.scene import (
    INK,
    INK_2,
    INK_3,
    RULE,
    AnyItem,
    Group,
    Rect,
    Region,
)
from cadre.viewpoints.signs import chip, chip_width
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

PRIORITIES: Final = Text("Priorities", "Priorités")
_ELEMENTS: Final = Text("Everything else", "Tout le reste")
_LINKS: Final = Text("Links", "Liens")
_AREAS: Final = Text("Links of each area", "Liens de chaque domaine")
_NO_AREAS: Final = Text(
    "No link of a focus area is new, gone or changed",
    "Aucun lien d’un domaine ne s’ajoute, ne disparaît ni ne change",
)
_SETTINGS: Final = Text("Settings", "Réglages")
_TYPES: Final = Text("Types", "Types")
_UNCHANGED: Final = Text(
    "{n:words} {n:priority|priorities} as before",
    "{n:words-f} {n:priorité inchangée|priorités inchangées}",
)
_Block = Callable[[Rect], tuple[list[AnyItem], float]]
_FATES: Final = (Fate.CAME, Fate.WENT, Fate.CHANGED)
_ALOUD: Final = Text(
    "{name}: {came} new, {went} gone, {changed} changed",
    "{name} : {came} en plus, {went} en moins, {changed} de modifiés",
)


class Counts:
    """Lays the blocks in a column, or in several side by side."""

    def __init__(
        self, shown: Compared, sheet: Sheet, words: Words, measure: Measure, *, every: bool
    ) -> None:
        self._shown, self._sheet, self._words, self._measure = shown, sheet, words, measure
        self._every = every
        tallies = (*self._others(), *shown.links, *shown.areas)
        self._fates = [place for place in range(3) if any(_numbers(one)[place] for one in tallies)]
        self._scale = sheet.scale
        self._row = max(sheet.body * 1.75, 16.0 * self._scale)

    def laid(self, columns: Sequence[Rect]) -> tuple[list[AnyItem], float]:
        """The blocks, each in the column that ends highest so far, and where all end."""
        bottoms = [column.y for column in columns]
        ends = [0.0]
        found: list[AnyItem] = []
        for block in self._blocks():
            place = bottoms.index(min(bottoms))
            items, bottoms[place] = block(columns[place]._replace(y=bottoms[place]))
            ends.append(bottoms[place])
            found += items
        return found, max(ends)

    def _blocks(self) -> Iterator[_Block]:
        shown = self._shown
        if shown.priorities:
            yield self._priorities
        others = self._others()
        if others:
            yield lambda room: self._tallies(room, _ELEMENTS, others)
        if shown.links:
            yield self._links
        if any(map(_amount, shown.areas)):
            yield lambda room: self._tallies(room, _AREAS, shown.areas)

    def _others(self) -> list[Tally]:
        found = list(self._shown.elements)
        for name, number in ((_TYPES, self._shown.types), (_SETTINGS, self._shown.settings)):
            if number:
                found.append(Tally(name, 0, 0, number))
        return found

    # --- blocks ----------------------------------------------------------------------------

    def _title(self, room: Rect, text: Text) -> tuple[list[AnyItem], float]:
        rule = Region(rect=Rect(room.x, room.y, room.width, 1.1 * self._scale), fill=INK)
        face = Face(self._sheet.name, True)
        title = paragraph(
            self._words.of(text),
            face,
            Rect(room.x, room.y + 5 * self._scale, room.width, 0),
            self._measure,
        )
        return [rule, title], room.y + 5 * self._scale + height_of(title)

    def _priorities(self, room: Rect) -> tuple[list[AnyItem], float]:
        found, y = self._title(room, PRIORITIES)
        y += 3 * self._scale
        those = self._shown.listed(every=self._every)
        for thing in those:
            items, y = self._priority(room, y, thing)
            found += items
        rest = len(self._shown.priorities) - len(those)
        if rest:
            text = self._words.fill(_UNCHANGED, n=rest)
            label = paragraph(
                text, Face(self._sheet.small, False, INK_3), room._replace(y=y), self._measure
            )
            found.append(label)
            y += height_of(label)
        return found, y + 14 * self._scale

    def _priority(self, room: Rect, y: float, thing: Thing) -> tuple[list[AnyItem], float]:
        sheet, words = self._sheet, self._words
        side = sign_side(sheet.small)
        x = room.x + side + 6 * self._scale
        name = thing.after or thing.before
        face = Face(sheet.body, thing.matters and not thing.over, INK if thing.matters else INK_2)
        label = paragraph(
            words.of(name),
            face,
            Rect(x, y, room.right - x, 0),
            self._measure,
            language=foreign(name, words),
        )
        marks = signs(thing, room.x + side, y + face.size * 0.62, sheet.small, self._measure)
        items: list[AnyItem] = [*marks, label]
        if thing.fate in {Fate.WENT, Fate.ENDED}:
            items += strikes(label, self._measure)
        y += max(height_of(label), face.size * 1.25)
        said = "; ".join(phrases(thing, self._shown.names, words))
        if said:
            note = paragraph(
                said,
                Face(sheet.small, False, INK_2, leading=1.2),
                Rect(x, y, room.right - x, 0),
                self._measure,
            )
            items.append(note)
            y += height_of(note)
        aloud = ": ".join(filter(None, (words.of(name), said)))
        return [Group(key=thing.key, name=aloud, items=tuple(items))], y + 5 * self._scale

    def _tallies(
        self, room: Rect, title: Text, those: Sequence[Tally]
    ) -> tuple[list[AnyItem], float]:
        found, y = self._head(room, title)
        for tally in those:
            name = self._words.of(tally.name)
            items, y = self._tally(room, y, tally, name)
            found += items
        return found, y + 14 * self._scale

    def _links(self, room: Rect) -> tuple[list[AnyItem], float]:
        """The links by type; and that none is of an area, where there are areas."""
        found, y = self._tallies(room, _LINKS, self._shown.links)
        if self._shown.areas and not any(map(_amount, self._shown.areas)):
            label = paragraph(
                self._words.fill(_NO_AREAS) + ".",
                Face(self._sheet.small, False, INK_2),
                room._replace(y=y - 9 * self._scale),
                self._measure,
            )
            found.append(label)
            y += height_of(label) - 4 * self._scale
        return found, y

    def _head(self, room: Rect, title: Text) -> tuple[list[AnyItem], float]:
        """A title with the signs of the columns beside it."""
        narrowed = room._replace(width=room.width - len(self._fates) * self._count_width)
        found, y = self._title(narrowed, title)
        found[0] = Region(rect=Rect(room.x, room.y, room.width, 1.1 * self._scale), fill=INK)
        size = self._sheet.small
        middle = room.y + 5 * self._scale + self._sheet.name * 0.65
        for place, column in zip(self._fates, self._columns(room), strict=True):
            found += sign(
                _FATES[place], column.centre.x - sign_side(size) / 2, middle, size, self._measure
            )
        return found, y + 3 * self._scale

    @property
    def _count_width(self) -> float:
        return 3.0 * self._sheet.body

    def _columns(self, room: Rect) -> list[Rect]:
        wide, count = self._count_width, len(self._fates)
        return [
            Rect(room.right - (count - place) * wide, room.y, wide, self._row)
            for place in range(count)
        ]

    def _tally(self, room: Rect, y: float, tally: Tally, name: str) -> tuple[list[AnyItem], float]:
        sheet = self._sheet
        x, items = room.x, list[AnyItem]()
        numbers = [_numbers(tally)[place] for place in self._fates]
        face = Face(sheet.body, leading=1.15)
        if tally.step:
            high = sheet.body * 1.5
            wide = chip_width(tally.step, high, self._measure)
        else:
            high = wide = 0.0
        start = x + (wide + 6 * self._scale if wide else 0)
        text = Rect(start, y, room.right - len(numbers) * self._count_width - start - 4, 0)
        height = max(self._row, height_for(name, face, text.width, self._measure) + 4)
        if tally.step:
            items += chip(tally.step, x, y + (height - high) / 2, high, self._measure)
        items.append(
            centred(
                name,
                face,
                text._replace(height=height),
                self._measure,
                language=foreign(tally.name, self._words),
            )
        )
        for number, column in zip(numbers, self._columns(room), strict=True):
            shown = Face(sheet.body, bool(number), INK if number else INK_3)
            items.append(
                centred(
                    self._words.number(number) if number else "·",
                    shown,
                    column._replace(y=y, height=height),
                    self._measure,
                    anchor="middle",
                )
            )
        aloud = self._words.fill(
            _ALOUD, name=name, came=tally.came, went=tally.went, changed=tally.changed
        )
        rule = Region(rect=Rect(room.x, y + height, room.width, 0.6), fill=RULE)
        shows = (tally.step.key,) if tally.step else ()
        return [Group(shows=shows, name=aloud, items=tuple(items)), rule], y + height


def _numbers(tally: Tally) -> tuple[int, int, int]:
    return tally.came, tally.went, tally.changed


def _amount(tally: Tally) -> int:
    return sum(_numbers(tally))


def side_by_side(room: Rect, least: float, gap: float) -> list[Rect]:
    """As many columns as fit in a room, none narrower than `least` where there are several."""
    count = max(1, int((room.width + gap) // (least + gap)))
    wide = (room.width - (count - 1) * gap) / count
    return [Rect(room.x + place * (wide + gap), room.y, wide, 0) for place in range(count)]
