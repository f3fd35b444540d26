"""The roadmap on paper: a lane an area, a column a period, a bar a piece of work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.measure import Measure, longest_word
from cadre.viewpoints.roadmap.model import Item, Lane, Period, Roadmap
from cadre.viewpoints.roadmap.signs import DAY, Signs, box, fill_of
from cadre.viewpoints.roadmap.wires import Needs
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK,
    INK_2,
    INK_3,
    RULE,
    RULE_2,
    AnyItem,
    Box,
    Glyph,
    Group,
    Rect,
    Region,
)
from cadre.viewpoints.signs import chip, chip_width, nothing
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

BOTH, ABSTRACT, DATED = "both", "abstract", "dated"
SPAN: Final = Text("{start} to {end}", "{start} à {end}")
NOTHING: Final = Text("nothing scheduled", "rien de prévu")
LEFT: Final = Text("{n} without a period", "{n} sans période")
NO_AREA: Final = Text("No focus area", "Sans domaine")
_NO_PERIOD: Final = Text("No period", "Sans période")
_GAP: Final = 12.0
"""Between columns: the lines of what is needed run there."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns: labels of lanes, periods, and what has no period."""

    label: float
    period: float
    rest: float

    def width(self, periods: int) -> float:
        """All of them together."""
        return self.label + self.period * max(1, periods) + self.rest


def plan_for(shown: Roadmap, signs: Signs, sheet: Sheet, words: Words, measure: Measure) -> Plan:
    """Widths by what there is to say, never narrower than the longest word."""
    room = sheet.width - 2 * sheet.margin
    u = sheet.scale
    high = 1.75 * sheet.small
    steps = [lane.step for lane in shown.lanes if lane.step]
    names = [words.of(step.name) for step in steps] + [words.of(NO_AREA)]
    chips = max((chip_width(step, high, measure) for step in steps), default=0.0)
    label = longest_word(names, sheet.body, measure, bold=True) + chips + 26 * u
    label = max(label, 0.155 * room)
    rest = 0.0
    if any(lane.unscheduled for lane in shown.lanes):
        said = [words.fill(LEFT, n=len(lane.unscheduled)) for lane in shown.lanes]
        rest = longest_word([*said, words.of(_NO_PERIOD)], sheet.small, measure, bold=True) + 10 * u
        rest = max(rest, 0.07 * room)
    items = shown.items
    word = longest_word([words.of(item.name) for item in items], sheet.body, measure)
    least = word + max((signs.room(item) for item in items), default=0.0) + (26 + _GAP) * u
    count = max(1, len(shown.periods))
    return Plan(label, max(least, (room - label - rest) / count), rest)


def draw(
    shown: Roadmap, plan: Plan, signs: Signs, frame: Frame, headers: str
) -> tuple[list[AnyItem], float]:
    """The drawing, and where it ends."""
    return _Drawing(shown, plan, signs, frame, headers).drawn()


class _Drawing:
    def __init__(
        self, shown: Roadmap, plan: Plan, signs: Signs, frame: Frame, headers: str
    ) -> None:
        self._shown, self._plan, self._signs, self._headers = shown, plan, signs, headers
        self._sheet, self._u = frame.sheet, frame.sheet.scale
        self._words, self._measure = frame.request.words, frame.request.measure
        self._left, self._right, self._top = frame.left, frame.right, frame.top
        self._start = self._left + plan.label
        self._end = self._start + plan.period * len(shown.periods)
        self._boxes: dict[str, Rect] = {}
        self._pad = self._lane_pad(frame.spare)

    def drawn(self) -> tuple[list[AnyItem], float]:
        found, y = self._heads(self._top)
        line = Rect(self._left, y, self._right - self._left, 1.1 * self._u)
        found.append(Region(rect=line, fill=INK))
        first = y
        for lane in self._shown.lanes:
            items, y = self._lane(lane, y)
            found += items
        rules = [
            Region(rect=Rect(self._x(place) - 0.3, first, 0.6, y - first), fill=RULE_2)
            for place in range(len(self._shown.periods) + (1 if self._plan.rest else 0))
        ]
        wires = Needs(self._shown, self._boxes, self._u).wires()
        return [*rules, *found, *wires], y

    def _x(self, place: int) -> float:
        return self._start + place * self._plan.period

    # --- heads -----------------------------------------------------------------------------

    def _heads(self, top: float) -> tuple[list[AnyItem], float]:
        found: list[AnyItem] = []
        y = top
        for phase in self._shown.phases:
            rect = Rect(
                self._x(phase.first) + 4 * self._u,
                y,
                (phase.last - phase.first + 1) * self._plan.period - 8 * self._u,
                1.9 * self._sheet.small,
            )
            face = Face(self._sheet.small, True, INK_2)
            name = self._words.of(phase.name)
            rect = rect._replace(
                height=max(rect.height, height_for(name, face, rect.width - 12, self._measure) + 6)
            )
            label = centred(
                name, face, rect.inset(6)._replace(y=rect.y, height=rect.height), self._measure
            )
            ground = Region(rect=rect, stroke=RULE_2, weight=0.8, radius=rect.height / 2)
            found.append(Group(key=phase.key, name=name, items=(ground, label)))
            y = rect.bottom + 5 * self._u
        deepest = 0.0
        for place, period in enumerate(self._shown.periods):
            item, high = self._head(period, Rect(self._x(place) + 6 * self._u, y, 0, 0))
            found.append(item)
            deepest = max(deepest, high)
        if self._plan.rest:
            face = Face(self._sheet.small, True, INK_3)
            room = Rect(self._end + 6 * self._u, y, self._plan.rest - 8 * self._u, 0)
            label = paragraph(self._words.of(_NO_PERIOD), face, room, self._measure)
            found.append(label)
            deepest = max(deepest, height_of(label))
        y += deepest + 5 * self._u
        if self._shown.today is not None:
            x = self._start + self._shown.today * self._plan.period
            side = self._sheet.small
            found.append(Glyph(x=x - side / 2, y=y - side, size=side, glyph=DAY, paint=INK))
            y += 2 * self._u
        return found, y

    def _head(self, period: Period, at: Rect) -> tuple[AnyItem, float]:
        wide = self._plan.period - 12 * self._u
        name = self._words.of(period.name)
        dates = span_of(period, self._words)
        first, second = {BOTH: (name, dates), ABSTRACT: (name, ""), DATED: (dates or name, "")}[
            self._headers
        ]
        room = at._replace(width=wide)
        strong = paragraph(first, Face(self._sheet.name, True), room, self._measure)
        items: list[AnyItem] = [strong]
        high = height_of(strong)
        if second:
            below = room._replace(y=at.y + high)
            quiet = paragraph(second, Face(self._sheet.small, False, INK_2), below, self._measure)
            items.append(quiet)
            high += height_of(quiet)
        return Group(key=period.key, name=name, items=tuple(items)), high

    # --- lanes -----------------------------------------------------------------------------

    def _lane_pad(self, spare: float) -> float:
        """The air in each lane with which the paper is filled, within what reads well."""
        need = sum(self._lane_height(lane, 0.0) for lane in self._shown.lanes) + 60 * self._u
        free = (spare - need) / max(1, len(self._shown.lanes))
        return max(0.0, min(free, 12 * self._u))

    def _lane_height(self, lane: Lane, pad: float) -> float:
        rows = sum(self._row_height(row) + 4 * self._u for row in lane.rows)
        return max(rows + 6 * self._u, self._label_height(lane)) + pad

    def _row_height(self, row: tuple[Item, ...]) -> float:
        return max(self._item_height(item) for item in row)

    def _item_height(self, item: Item) -> float:
        face = Face(self._sheet.body, leading=1.2)
        room = self._inner(item) - self._signs.room(item)
        text = height_for(self._words.of(item.name), face, room, self._measure)
        return max(text, 1.5 * self._sheet.small) + 7 * self._u

    def _inner(self, item: Item) -> float:
        wide = (item.last - item.first + 1) * self._plan.period - _GAP * self._u
        return wide - 14 * self._u

    def _chip_high(self) -> float:
        return round(1.75 * self._sheet.small, 1)

    def _name_room(self, lane: Lane) -> float:
        sign = 0.0
        if lane.step:
            sign = chip_width(lane.step, self._chip_high(), self._measure) + 6 * self._u
        return self._plan.label - sign - 18 * self._u

    def _label_height(self, lane: Lane) -> float:
        face = Face(self._sheet.body, True, leading=1.2)
        name = self._words.of(lane.step.name if lane.step else NO_AREA)
        text = height_for(name, face, self._name_room(lane), self._measure)
        return max(text, self._chip_high()) + 10 * self._u

    def _lane(self, lane: Lane, top: float) -> tuple[list[AnyItem], float]:
        u = self._u
        height = self._lane_height(lane, self._pad)
        found: list[AnyItem] = [self._label(lane, Rect(self._left, top, self._plan.label, height))]
        used = sum(self._row_height(row) + 4 * u for row in lane.rows)
        y = top + (height - used) / 2 + 2 * u
        for row in lane.rows:
            high = self._row_height(row)
            found += [self._item(item, lane, y, high) for item in row]
            y += high + 4 * u
        if not lane.rows and self._shown.periods:
            found += self._nothing(Rect(self._start, top, self._end - self._start, height))
        if lane.unscheduled:
            face = Face(self._sheet.small, False, INK_2)
            room = Rect(self._end + 6 * u, top, self._plan.rest - 8 * u, height)
            text = self._words.fill(LEFT, n=len(lane.unscheduled))
            label = centred(text, face, room, self._measure)
            found.append(Group(shows=lane.unscheduled, name=text, items=(label,)))
        bottom = top + height
        found.append(
            Region(rect=Rect(self._left, bottom, self._right - self._left, 0.6), fill=RULE)
        )
        return found, bottom + 0.6

    def _label(self, lane: Lane, rect: Rect) -> AnyItem:
        u = self._u
        high = self._chip_high()
        name = self._words.of(lane.step.name if lane.step else NO_AREA)
        x = rect.x + 8 * u
        items: list[AnyItem] = []
        if lane.step:
            bar = Rect(rect.x, rect.y, 4 * u, rect.height)
            items.append(Region(rect=bar, fill=lane.step.fill))
            items += chip(lane.step, x, rect.centre.y - high / 2, high, self._measure)
            x += chip_width(lane.step, high, self._measure) + 6 * u
        face = Face(self._sheet.body, True, INK if lane.step else INK_3, leading=1.2)
        room = Rect(x, rect.y, self._name_room(lane), rect.height)
        language = foreign(lane.step.name, self._words) if lane.step else None
        items.append(centred(name, face, room, self._measure, language=language))
        key = lane.step.key if lane.step else ""
        return Group(key=key, name=name, items=tuple(items))

    def _nothing(self, rect: Rect) -> list[AnyItem]:
        text = self._words.of(NOTHING)
        face = Face(self._sheet.small, True, ACCENT)
        wide = self._measure.width(text, face.size, True) + 14
        inner = rect.inset(4 * self._u)
        middle = Rect(rect.centre.x - wide / 2, rect.centre.y - face.step / 2, wide, face.step)
        return [
            nothing(inner),
            Region(rect=middle, fill=GROUND),
            centred(text, face, middle, self._measure, anchor="middle"),
        ]

    def _item(self, item: Item, lane: Lane, top: float, height: float) -> AnyItem:
        u = self._u
        x = self._x(item.first) + _GAP / 2 * u
        wide = (item.last - item.first + 1) * self._plan.period - _GAP * u
        rect = Rect(x, top, wide, height)
        self._boxes[item.key] = rect
        shape: Box = box(item, lane.step, rect)
        on = fill_of(item.progress, lane.step)
        left = x + 7 * u
        room = self._signs.room(item)
        name = self._words.of(item.name)
        text = Rect(left + room, top, self._inner(item) - room, height)
        label = centred(
            name,
            Face(self._sheet.body, False, INK, on, leading=1.2),
            text,
            self._measure,
            language=foreign(item.name, self._words),
        )
        marks = self._signs.before(item, left, rect.centre.y, on)
        return Group(key=item.key, links=item.links, name=name, items=(shape, *marks, label))


def span_of(period: Period, words: Words) -> str:
    """The days of a period in words; empty where it has none."""
    if not (period.starts and period.ends):
        return ""
    return words.fill(SPAN, start=words.date(period.starts), end=words.date(period.ends))
