"""The comparison on paper: each council before and after, with what differs elsewhere beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.comparison.counts import Counts, side_by_side
from cadre.viewpoints.comparison.model import Compared, Fate, Section, Thing
from cadre.viewpoints.comparison.phrases import phrases
from cadre.viewpoints.comparison.signs import new_box, sign, sign_side, signs, strikes
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.measure import Measure, longest_word, widest
from cadre.viewpoints.scene import (
    INK,
    INK_2,
    INK_3,
    RULE,
    AnyItem,
    Curve,
    Group,
    Label,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)
from cadre.viewpoints.signs import mark
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

WHAT_CHANGED: Final = Text("What changed", "Ce qui change")
UNCHANGED: Final = Text(
    "{n:words} {n:group|groups} as before", "{n:words} {n:groupe inchangé|groupes inchangés}"
)
NEW_GROUPS: Final = Text("{n} new groups", "{n} nouveaux groupes")
GONE_GROUPS: Final = Text("{n} groups there no longer", "{n} groupes qui n’y sont plus")
NO_GROUPS: Final = Text("no group", "aucun groupe")
ALOUD: Final = Text("{name}: {said}", "{name} : {said}")
_FEW: Final = 4
"""Up to so many that came or went in a council have rows of their own; more, a grid."""
_LEADING: Final = 1.16


@dataclass(frozen=True, slots=True)
class Plan:
    """How wide the columns are, in points."""

    council: float
    name: float
    channel: float
    signs: float
    words: float
    gap: float
    aside: float
    beside: bool

    @property
    def main(self) -> float:
        """Councils, both sides and the words between rules."""
        return self.council + 2 * self.name + self.channel + self.signs + self.words

    @property
    def width(self) -> float:
        """The whole, with the counts beside or below it."""
        return self.main + (self.gap + self.aside if self.beside else 0.0)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row: what stands on its left, what on its right, where, and what is said of it."""

    left: Thing | None
    right: Thing | None
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def plan_for(shown: Compared, paper: Sheet, words: Words, measure: Measure) -> Plan:
    """The columns: names take what they need within limits, the words about them what is left."""
    scale = paper.scale
    things = list(shown.groups())
    names = [words.of(name) for one in things for name in (one.before, one.after) if name]
    councils = [words.of(section.name) for section in shown.sections]
    council = max(
        84.0 * scale, longest_word(councils, paper.name, measure, bold=True) + 34.0 * scale
    )
    needed = widest(names, paper.body, measure, bold=True) + 12 * scale
    name = max(
        min(needed, 168.0 * scale),
        longest_word(names, paper.body, measure, bold=True) + 12 * scale,
        96.0 * scale,
    )
    signs_wide = 2 * sign_side(paper.small) + 14 * scale
    channel, gap, aside = 58.0 * scale, 26.0 * scale, 236.0 * scale
    fixed = council + 2 * name + channel + signs_wide
    room = paper.width - 2 * paper.margin
    least = 150.0 * scale
    beside = fixed + least + gap + aside <= room
    left = room - fixed - (gap + aside if beside else 0.0)
    return Plan(council, name, channel, signs_wide, max(least, left), gap, aside, beside)


def draw(shown: Compared, plan: Plan, frame: Frame, *, every: bool) -> tuple[list[AnyItem], float]:
    """The drawing, and where it ends. `every` shows what did not change too."""
    return _Drawing(shown, plan, frame, every=every).drawn()


class _Drawing:
    """One drawing, section by section."""

    def __init__(self, shown: Compared, plan: Plan, frame: Frame, *, every: bool) -> None:
        self._shown, self._plan, self._frame, self._every = shown, plan, frame, every
        self._sheet = frame.sheet
        self._scale = frame.sheet.scale
        self._words: Words = frame.request.words
        self._measure = frame.request.measure
        self._left = frame.left
        self._before = self._left + plan.council
        self._from = self._before + plan.name
        self._to = self._from + plan.channel
        self._after = self._to + plan.signs
        self._said = self._after + plan.name
        self._right = self._left + plan.main
        self._pad = self._row_pad()

    def drawn(self) -> tuple[list[AnyItem], float]:
        plan, frame = self._plan, self._frame
        found, y = self._headings(frame.top)
        lines: list[_Line] = []
        for section in self._shown.sections:
            items, some, y = self._section(section, y)
            found += items
            lines += some
        wires = self._wires(lines)
        counts = Counts(self._shown, self._sheet, self._words, self._measure, every=self._every)
        under = Rect(self._left, y + 6 * self._scale, plan.main, 0)
        columns: list[Rect] = []
        if plan.beside:
            columns.append(Rect(self._right + plan.gap, frame.top, plan.aside, 0))
        else:
            under = under._replace(width=frame.right - self._left)
        columns += side_by_side(under, 0.8 * plan.aside, plan.gap)
        items, bottom = counts.laid(columns)
        return [*wires, *found, *items], max(y, bottom)

    # --- heights ---------------------------------------------------------------------------

    def _row_pad(self) -> float:
        """The air in each row with which the paper holds all, within what reads well."""
        low, high = 4.0 * self._scale, 15.0 * self._scale
        if not self._plan.beside:
            return 6.0 * self._scale
        bare = self._total(0.0)
        rows = sum(len(self._rows(section)) for section in self._shown.sections)
        return max(low, min(high, (self._frame.spare - bare) / max(1, rows)))

    def _total(self, pad: float) -> float:
        total = self._sheet.small * 2.0
        for section in self._shown.sections:
            rows = self._rows(section)
            heights = sum(self._height(left, right) + pad for left, right in rows)
            gone = sum(one.gone for one in section.left)
            grid = 56.0 * self._scale * ((len(section.new) > _FEW) + (gone > _FEW))
            total += max(heights, 24 * self._scale) + grid + 16 * self._scale
        return total

    def _rows(self, section: Section) -> list[tuple[Thing | None, Thing | None]]:
        stayed = [one for one in section.stayed if self._every or one.differs]
        found: list[tuple[Thing | None, Thing | None]] = [(one, one) for one in stayed]
        gone = sum(one.gone for one in section.left)
        found += [(one, None) for one in section.left if not one.gone or gone <= _FEW]
        found += [(None, one) for one in section.joined]
        if len(section.new) <= _FEW:
            found += [(None, one) for one in section.new]
        return found

    def _height(self, left: Thing | None, right: Thing | None) -> float:
        tall = self._sheet.body * _LEADING
        if left:
            tall = self._name_height(left.before, self._plan.name - 8 * self._scale)
        if right:
            name = right.after or right.before
            room = self._after_width - (6 * self._scale if right.new else 0)
            tall = max(tall, self._name_height(name, room))
        about = right or (left if left and left.gone else None)
        if about:
            face = Face(self._sheet.small, leading=_LEADING)
            text = self._told(about)
            room = self._plan.words - 4 * self._scale
            tall = max(tall, height_for(text, face, room, self._measure) if text else 0.0)
        return tall

    @property
    def _after_width(self) -> float:
        return self._plan.name - 10 * self._scale

    def _name_height(self, name: Text, room: float) -> float:
        face = Face(self._sheet.body, True, leading=_LEADING)
        return height_for(self._words.of(name), face, room, self._measure)

    def _told(self, thing: Thing) -> str:
        return "; ".join(phrases(thing, self._shown.names, self._words))

    # --- parts -----------------------------------------------------------------------------

    def _headings(self, top: float) -> tuple[list[AnyItem], float]:
        words, size = self._words, self._sheet.small
        high = size * 1.9
        face = Face(size, True, INK_2)

        def heading(text: str, x: float, wide: float, *, end: bool = False) -> Label:
            room = Rect(x, top, wide, 0)
            return paragraph(text, face, room, self._measure, anchor="end" if end else "start")

        of, to = (words.of(one.name) for one in (self._shown.of, self._shown.to))
        found = [
            heading(of, self._before, self._plan.name - 8 * self._scale, end=True),
            heading(to, self._after, self._plan.name - 8 * self._scale),
            heading(words.of(WHAT_CHANGED), self._said, self._plan.words),
        ]
        return [*found], top + max(high, *(height_of(one) + size * 0.65 for one in found))

    def _section(self, section: Section, top: float) -> tuple[list[AnyItem], list[_Line], float]:
        rule = Rect(self._left, top, self._right - self._left, 1.1 * self._scale)
        found: list[AnyItem] = [Region(rect=rule, fill=INK)]
        council, side = self._council(section, top)
        found.append(council)
        y = top + 2 * self._scale
        lines: list[_Line] = []
        for place, (left, right) in enumerate(self._rows(section)):
            height = self._height(left, right) + self._pad
            if place and right:
                hair = Rect(self._said, y, self._right - self._said, 0.6)
                found.append(Region(rect=hair, fill=RULE))
            line = _Line(left, right, y, height)
            found += self._line(line)
            lines.append(line)
            y += height
        hidden = sum(not one.differs for one in section.stayed) if not self._every else 0
        if hidden or not (lines or section.new or section.left):
            text = self._words.fill(UNCHANGED, n=hidden) if hidden else self._words.of(NO_GROUPS)
            room = Rect(self._after, y, self._right - self._after, self._sheet.body * 1.9)
            face = Face(self._sheet.small, False, INK_3)
            found.append(centred(text, face, room, self._measure))
            y += room.height
        for things in (tuple(one for one in section.left if one.gone), section.new):
            if len(things) > _FEW:
                items, y = self._grid(things, y + 5 * self._scale)
                found += items
        return found, lines, max(y, side) + 8 * self._scale

    def _council(self, section: Section, top: float) -> tuple[AnyItem, float]:
        sheet, words, scale = self._sheet, self._words, self._scale
        indent = 14 * scale if section.mark else 0.0
        over = section.fate is Fate.WENT
        signed = section.fate is not Fate.SAME
        room = Rect(
            self._left + indent,
            top + 6 * scale,
            self._plan.council - indent - (sign_side(sheet.small) if signed else 0) - 6 * scale,
            0,
        )
        name = paragraph(
            words.of(section.name),
            Face(sheet.name, True, INK_3 if over else INK),
            room,
            self._measure,
            language=foreign(section.name, words),
        )
        middle = top + 6 * scale + sheet.name * 0.63
        items: list[AnyItem] = [name]
        if section.mark:
            items.insert(0, mark(section.mark, self._left, middle, sheet.name * 0.85))
        if over:
            items += strikes(name, self._measure)
        wide = widest(name.lines, sheet.name, self._measure, bold=True)
        if section.fate is not Fate.SAME:
            x = room.x + wide + 5 * scale
            items += sign(section.fate, x, middle, sheet.small, self._measure)
        group = Group(key=section.key, name=words.of(section.name), items=tuple(items))
        return group, top + 6 * scale + max(height_of(name), sheet.name) + 4 * scale

    def _line(self, line: _Line) -> Iterator[AnyItem]:
        left, right = line.left, line.right
        if left:
            yield self._was(left, line)
        if right:
            yield self._is(right, line)
        about = right or (left if left and left.gone else None)
        if about and not right:
            yield from signs(
                about, self._after - 6 * self._scale, line.middle, self._sheet.small, self._measure
            )
            yield from self._note(about, line)

    def _was(self, thing: Thing, line: _Line) -> AnyItem:
        """What it was called, on the side of the earlier state."""
        words = self._words
        room = Rect(self._before, line.top, self._plan.name - 8 * self._scale, line.height)
        paint = INK if thing.matters else INK_2
        label = centred(
            words.of(thing.before),
            Face(self._sheet.body, False, paint, leading=_LEADING),
            room,
            self._measure,
            anchor="end",
            language=foreign(thing.before, words),
        )
        items: list[AnyItem] = [label]
        if thing.gone:
            items += strikes(label, self._measure)
            return Group(key=thing.key, name=self._aloud(thing), items=tuple(items))
        return Group(shows=(thing.key,), name=words.of(thing.before), items=tuple(items))

    def _is(self, thing: Thing, line: _Line) -> AnyItem:
        """What it is called, with its signs before it and what happened after it."""
        words, scale = self._words, self._scale
        room = Rect(self._after, line.top, self._after_width, line.height)
        strong = thing.matters and not thing.over
        face = Face(self._sheet.body, strong, INK if thing.matters else INK_2, leading=_LEADING)
        items: list[AnyItem] = []
        if thing.new:
            room = room._replace(x=room.x + 6 * scale, width=room.width - 6 * scale)
        label = centred(
            words.of(thing.after),
            face,
            room,
            self._measure,
            language=foreign(thing.after, words),
        )
        if thing.new:
            high = min(line.height - 2, len(label.lines) * label.step + 5 * scale)
            wide = widest(label.lines, label.size, self._measure, bold=strong) + 12 * scale
            items.append(new_box(Rect(self._after, line.middle - high / 2, wide, high)))
        items.append(label)
        if thing.fate is Fate.ENDED:
            items += strikes(label, self._measure)
        x = self._after - 6 * scale
        items += signs(thing, x, line.middle, self._sheet.small, self._measure)
        items += self._note(thing, line)
        return Group(key=thing.key, name=self._aloud(thing), items=tuple(items))

    def _note(self, thing: Thing, line: _Line) -> Iterator[AnyItem]:
        said = self._told(thing)
        if said:
            yield centred(
                said,
                Face(self._sheet.small, False, INK_2, leading=_LEADING),
                Rect(self._said, line.top, self._plan.words - 4 * self._scale, line.height),
                self._measure,
            )

    def _aloud(self, thing: Thing) -> str:
        name, said = self._words.of(thing.after or thing.before), self._told(thing)
        return self._words.fill(ALOUD, name=name, said=said) if said else name

    def _grid(self, things: tuple[Thing, ...], top: float) -> tuple[list[AnyItem], float]:
        """Many that came, framed, or many that went, struck: names in rows of their own."""
        scale, sheet = self._scale, self._sheet
        left, gap = self._before, 8 * scale
        face = Face(sheet.small, True, INK_2)
        fate = things[0].fate
        text = self._words.fill(NEW_GROUPS if things[0].new else GONE_GROUPS, n=len(things))
        side = sign_side(sheet.small)
        room = Rect(left + side + 5 * scale, top, self._right - left - side, side)
        found: list[AnyItem] = [
            *sign(fate, left, room.centre.y, sheet.small, self._measure),
            centred(text, face, room, self._measure),
        ]
        top = room.bottom + 5 * scale
        words = [self._words.of(one.after or one.before) for one in things]
        least = max(150.0 * scale, longest_word(words, sheet.body, self._measure) + 14 * scale)
        count = max(1, int((self._right - left + gap) // (least + gap)))
        wide = (self._right - left - (count - 1) * gap) / count
        face = Face(sheet.body, leading=_LEADING)
        y = top
        for start in range(0, len(things), count):
            row = things[start : start + count]
            inner = wide - 12 * scale
            names = [self._words.of(one.after or one.before) for one in row]
            tall = max(height_for(name, face, inner, self._measure) for name in names)
            high = tall + 6 * scale
            for place, (thing, name) in enumerate(zip(row, names, strict=True)):
                x = left + place * (wide + gap)
                box = Rect(x, y, wide, high)
                label = centred(
                    name,
                    face,
                    Rect(box.x + 6 * scale, y, inner, high),
                    self._measure,
                    language=foreign(thing.after or thing.before, self._words),
                )
                items: tuple[AnyItem, ...] = (new_box(box), label)
                if thing.gone:
                    items = (label, *strikes(label, self._measure))
                found.append(Group(key=thing.key, name=self._aloud(thing), items=items))
            y += high + 5 * scale
        return found, y

    # --- lines -----------------------------------------------------------------------------

    def _wires(self, lines: list[_Line]) -> list[AnyItem]:
        """From what was to what is: hairlines for what stayed, arrows for what moved."""
        ends = {line.right.key: line.middle for line in lines if line.right}
        calm: list[AnyItem] = []
        strong: list[AnyItem] = []
        start, end = self._from - 3 * self._scale, self._to - 2 * self._scale
        for line in lines:
            thing = line.left
            if thing is None:
                continue
            if thing.gone:
                points = (Point(start, line.middle), Point(start + 12 * self._scale, line.middle))
                calm.append(self._wire(thing, Track(points, 0), ended=True))
            elif line.right:
                points = (Point(start, line.middle), Point(end, line.middle))
                calm.append(self._wire(thing, Track(points, 0)))
            else:
                route = Curve(Point(start, line.middle), Point(end, ends[thing.key]))
                strong.append(self._wire(thing, route))
        return [*calm, *strong]

    def _wire(self, thing: Thing, route: Track | Curve, *, ended: bool = False) -> Wire:
        moved = isinstance(route, Curve)
        heavy = thing.matters and not ended
        return Wire(
            shows=(thing.key,),
            route=route,
            paint=INK if moved else INK_2 if heavy else INK_3,
            weight=(2.2 if moved else 1.2 if heavy else 0.7) * self._scale,
            casing=3.0 if moved else 0.0,
            end="open" if ended else "arrow" if moved else "none",
        )
