"""The roadmap on a phone: area by area, each piece of work with its periods."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.frame import Frame
from cadre.viewpoints.roadmap.model import Item, Lane, Roadmap
from cadre.viewpoints.roadmap.signs import PROGRESS, Signs, box, fill_of
from cadre.viewpoints.roadmap.wide import DATED, LEFT, NO_AREA, NOTHING, span_of
from cadre.viewpoints.scene import (
    ACCENT,
    INK,
    INK_2,
    INK_3,
    RULE_2,
    AnyItem,
    Group,
    Paint,
    Rect,
    Region,
)
from cadre.viewpoints.signs import chip, chip_width
from cadre.viewpoints.texts import Face, foreign, height_for, height_of, paragraph

_WHEN: Final = Text("{when}; {progress}", "{when}; {progress}")
_UNTIL: Final = Text("{first} to {last}", "{first} à {last}")
_CHIP: Final = 22.0


def draw(shown: Roadmap, signs: Signs, frame: Frame, headers: str) -> tuple[list[AnyItem], float]:
    """The drawing, and where it ends."""
    drawing = _Drawing(shown, signs, frame, headers)
    found: list[AnyItem] = []
    y = frame.top
    for lane in shown.lanes:
        items, y = drawing.lane(lane, y)
        found += items
    return found, y


class _Drawing:
    def __init__(self, shown: Roadmap, signs: Signs, frame: Frame, headers: str) -> None:
        self._shown, self._signs, self._headers = shown, signs, headers
        self._sheet = frame.sheet
        self._words, self._measure = frame.request.words, frame.request.measure
        self._left, self._wide = frame.left, frame.right - frame.left

    def lane(self, lane: Lane, top: float) -> tuple[list[AnyItem], float]:
        """An area with its work."""
        found: list[AnyItem] = [Region(rect=Rect(self._left, top, self._wide, 1.0), fill=RULE_2)]
        head, y = self._head(lane, top + 9)
        found.append(head)
        for item in sorted(lane.items, key=lambda it: (it.first, it.rank)):
            drawn, y = self._item(item, lane, y)
            found.append(drawn)
        notes: list[tuple[str, Paint, tuple[str, ...]]] = []
        if not lane.items:
            notes.append((self._words.of(NOTHING), ACCENT, ()))
        if lane.unscheduled:
            notes.append((self._words.fill(LEFT, n=len(lane.unscheduled)), INK_3, lane.unscheduled))
        for text, paint, shows in notes:
            room = Rect(self._left, y, self._wide, 0)
            label = paragraph(text, Face(self._sheet.small, False, paint), room, self._measure)
            found.append(Group(shows=shows, name=text, items=(label,)) if shows else label)
            y += height_of(label) + 4
        return found, y + 10

    def _head(self, lane: Lane, top: float) -> tuple[AnyItem, float]:
        name = self._words.of(lane.step.name if lane.step else NO_AREA)
        items: list[AnyItem] = []
        x = self._left
        if lane.step:
            items += chip(lane.step, x, top, _CHIP, self._measure)
            x += chip_width(lane.step, _CHIP, self._measure) + 8
        room = Rect(x, top + 2, self._left + self._wide - x, 0)
        face = Face(self._sheet.name + 1, True, INK if lane.step else INK_3, leading=1.2)
        label = paragraph(name, face, room, self._measure)
        items.append(label)
        key = lane.step.key if lane.step else ""
        bottom = max(top + _CHIP, room.y + height_of(label)) + 7
        return Group(key=key, name=name, items=tuple(items)), bottom

    def _item(self, item: Item, lane: Lane, top: float) -> tuple[AnyItem, float]:
        on = fill_of(item.progress, lane.step)
        strong = Face(self._sheet.body, False, INK, on, leading=1.2)
        quiet = Face(self._sheet.small, False, INK_2, on)
        x = self._left + 9
        before = self._signs.room(item)
        room = Rect(x + before, top + 6, self._wide - before - 18, 0)
        name = self._words.of(item.name)
        high = height_for(name, strong, room.width, self._measure)
        said = self._when(item)
        low = height_for(said, quiet, room.width, self._measure)
        rect = Rect(self._left, top, self._wide, high + low + 13)
        label = paragraph(
            name, strong, room, self._measure, language=foreign(item.name, self._words)
        )
        below = paragraph(said, quiet, room._replace(y=room.y + high), self._measure)
        marks = self._signs.before(item, x, top + 6 + strong.step / 2, on)
        items = (box(item, lane.step, rect), *marks, label, below)
        return Group(key=item.key, links=item.links, name=name, items=items), rect.bottom + 6

    def _when(self, item: Item) -> str:
        names = [self._period(place) for place in dict.fromkeys((item.first, item.last))]
        when = names[0]
        if len(names) > 1:
            when = self._words.fill(_UNTIL, first=names[0], last=names[1])
        progress = PROGRESS.get(item.progress)
        if progress is None:
            return when
        return self._words.fill(_WHEN, when=when, progress=self._words.of(progress))

    def _period(self, place: int) -> str:
        period = self._shown.periods[place]
        dates = span_of(period, self._words) if self._headers == DATED else ""
        return dates or self._words.of(period.name)
