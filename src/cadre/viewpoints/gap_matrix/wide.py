"""The gap matrix on paper: rows of groups by council, a column for each area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.gap_matrix.matrix import Column, Matrix, Member, Section
from cadre.viewpoints.gap_matrix.signs import badge, blank, stated_outline, unknown, work
from cadre.viewpoints.measure import Measure, longest_word, widest, wrap
from cadre.viewpoints.scene import (
    ACCENT,
    HATCH,
    INK,
    INK_2,
    INK_3,
    RULE,
    AnyItem,
    Group,
    Paint,
    Point,
    Rect,
    Region,
    moved,
)
from cadre.viewpoints.signs import chip, chip_width, coverage, difference, mark, pill
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

AREAS: Final = Text("Areas of the group", "Domaines du groupe")
NEUTRAL: Final = {AREAS: Text("Areas", "Domaines")}
"""With another noun than “groupe”, before which French would have to write “de l’”."""
FOUND: Final = Text("found", "trouvés")
STATED: Final = Text("stated", "énoncés")
DIFFERENCE: Final = Text("difference", "écart")
GROUPS_AT_WORK: Final = Text("Groups at work", "Groupes à l’œuvre")
COMPUTED_COVERAGE: Final = Text("Computed coverage", "Couverture calculée")
STATED_COVERAGE: Final = Text("Stated coverage", "Couverture énoncée")
FOOT_DIFFERENCE: Final = Text("Difference", "Écart")
NO_GROUP_KNOWN: Final = Text("Group not known", "Groupe inconnu")
NO_GROUPS: Final = Text("no group", "aucun groupe")
LIFECYCLES: Final = {
    "proposed": Text("proposed", "proposé"),
    "paused": Text("paused", "suspendu"),
    "ended": Text("ended", "terminé"),
}
_WORKS_IN: Final = Text("{group}, {area}: {what}", "{group}, {area} : {what}")
_WORKS: Final = Text("{group} works in {area}", "{group} travaille dans {area}")
_COUNT_IN: Final = Text(
    "{group}, {area}: {n} {n:group|groups}", "{group}, {area} : {n} {n:groupe|groupes}"
)
_CERTAINTY: Final = Text("(to be confirmed)", "(à confirmer)")


@dataclass(frozen=True, slots=True)
class Plan:
    """The widths of the matrix, and what is needed to set texts in it."""

    sheet: Sheet
    words: Words
    measure: Measure
    side: float
    names: float
    column: float
    count: float
    gap: float
    header: float

    @property
    def foot_row(self) -> float:
        """The height of a row of the foot."""
        return 23.0 * self.sheet.scale

    def width(self, columns: int) -> float:
        """The whole width for so many columns."""
        counts = self.gap + 3 * self.count if columns else 0
        return self.side + self.names + columns * self.column + counts


def plan_for(matrix: Matrix, sheet: Sheet, words: Words, measure: Measure) -> Plan:
    """Widths by what must stand in them: no word is broken, and spare room goes to the columns."""
    scale = sheet.scale
    sections = [words.of(section.name) for section in matrix.sections]
    full = [words.of(section.full_name) for section in matrix.sections]
    side = max(
        92.0 * scale,
        min(widest(sections, sheet.name, measure, bold=True), 130 * scale) + 16 * scale,
        longest_word(full, sheet.small, measure) + 16 * scale,
    )
    most = 190.0 * scale
    wanted = max(
        (
            _row_width(one, section, sheet, words, measure)
            for section in matrix.sections
            for one in section.members
        ),
        default=0,
    )
    names = max(110.0 * scale, min(wanted, most) + 10 * scale)
    areas = [words.of(column.step.name) for column in matrix.columns]
    chips = [chip_width(column.step, _chip(sheet), measure) for column in matrix.columns]
    column = max(longest_word(areas, sheet.small, measure, bold=True), 46 * scale, *chips, 0) + 6
    heads = [words.fill(one) for one in (FOUND, STATED, DIFFERENCE)]
    count = max(widest(map(str.lower, heads), sheet.small, measure) + 8, 40 * scale)
    gap = 14.0 * scale
    spare = sheet.width - 2 * sheet.margin - side - names - gap - 3 * count
    if matrix.columns:
        column = max(column, min(spare / len(matrix.columns), 150 * scale))
    head = max(
        (len(wrap(area, sheet.small, column - 6, measure, bold=True)) for area in areas),
        default=0,
    )
    header = _chip(sheet) + 8 * scale + head * sheet.small * 1.22 + 6 * scale
    header = header if matrix.columns else 0.0
    return Plan(sheet, words, measure, side, names, column, count, gap, header)


def _chip(sheet: Sheet) -> float:
    return 17.0 * sheet.scale


def _row_width(
    member: Member, section: Section, sheet: Sheet, words: Words, measure: Measure
) -> float:
    name = measure.width(words.of(member.name), sheet.body)
    return _indent(member, sheet) + name + _tag_width(member, section, sheet, words, measure)


def _indent(member: Member, sheet: Sheet) -> float:
    return min(member.depth, 4) * 10.0 * sheet.scale


def _tag_width(
    member: Member, section: Section, sheet: Sheet, words: Words, measure: Measure
) -> float:
    tag = _tag(member, section, words)
    wide = measure.width(tag, sheet.small) + 8 if tag else 0.0
    return wide + (30.0 * sheet.scale if member.role else 0.0)


def _tag(member: Member, section: Section, words: Words) -> str:
    """The lifecycle in a word, unless the whole section shares it and says so at its head."""
    shared = member.lifecycle == section.lifecycle
    return "" if shared else _lifecycle(member.lifecycle, words)


def _lifecycle(lifecycle: str, words: Words) -> str:
    text = LIFECYCLES.get(lifecycle)
    return words.of(text) if text else ""


def draw(matrix: Matrix, plan: Plan, frame: Frame) -> tuple[list[AnyItem], float]:
    """The drawing, and where it ends."""
    pen = _Drawing(matrix, plan, frame)
    return pen.items(), pen.bottom


class _Drawing:
    """Sets the matrix row by row, from the top of its frame."""

    def __init__(self, matrix: Matrix, plan: Plan, frame: Frame) -> None:
        self._matrix, self._plan, self._frame = matrix, plan, frame
        self._sheet, self._measure, self._words = plan.sheet, plan.measure, plan.words
        self._scale = plan.sheet.scale
        self._left = frame.left
        self._names = self._left + plan.side
        self._columns = self._names + plan.names
        self._counts = self._columns + len(matrix.columns) * plan.column + plan.gap
        self._right = self._left + plan.width(len(matrix.columns))
        filled = {column.key for _, _, column, _ in matrix.cells()}
        self._empty = {column.key for column in matrix.columns} - filled
        self.bottom = frame.top
        self._row = self._row_height()

    def items(self) -> list[AnyItem]:
        """All that is drawn; `bottom` then says where it ends."""
        found: list[AnyItem] = []
        top = self.bottom
        found += self._header(top)
        y = first = top + self._plan.header
        rows: list[AnyItem] = []
        for section in self._matrix.sections:
            items, y = self._section(section, y)
            rows += items
        ground = self._empty_columns(first, y)
        found += [*ground, *rows]
        if any(column.unattributed for column in self._matrix.columns):
            found += self._unattributed(y)
            y += self._row + 6 * self._scale
        if self._matrix.columns:
            items, y = self._foot(y)
            found += items
        self.bottom = y
        return found

    # --- heights ---------------------------------------------------------------------------

    def _row_height(self) -> float:
        """The tallest row with which the paper holds all, within what reads well."""
        low, high = 15.5 * self._scale, 32.0 * self._scale
        if self._height(high) <= self._frame.spare:
            return high
        for _ in range(12):
            middle = (low + high) / 2
            if self._height(middle) <= self._frame.spare:
                low = middle
            else:
                high = middle
        return low

    def _height(self, row: float) -> float:
        """The height of the whole drawing, with rows of this height."""
        total = self._plan.header
        for section in self._matrix.sections:
            heights = [self._member_height(section, member, row) for member in section.members]
            _, side = self._side(section, 0.0)
            total += max(sum(heights) or row, side) + 7 * self._scale
        if any(column.unattributed for column in self._matrix.columns):
            total += row + 6 * self._scale
        return total + (4 * self._plan.foot_row if self._matrix.columns else 0.0)

    def _member_height(self, section: Section, member: Member, row: float) -> float:
        face = Face(self._sheet.body, leading=1.15)
        room = self._name_room(section, member)
        text = height_for(self._words.of(member.name), face, room, self._measure)
        return max(row, text + 4 * self._scale)

    def _name_room(self, section: Section, member: Member) -> float:
        tag = _tag_width(member, section, self._sheet, self._words, self._measure)
        return self._plan.names - 8 * self._scale - _indent(member, self._sheet) - tag

    # --- header ----------------------------------------------------------------------------

    def _header(self, top: float) -> list[AnyItem]:
        plan, sheet, words = self._plan, self._sheet, self._words
        found: list[AnyItem] = []
        chip_height = _chip(sheet)
        for place, column in enumerate(self._matrix.columns):
            x = self._columns + place * plan.column
            under = top + chip_height + 4 * self._scale
            room = Rect(x + 3, under, plan.column - 5, top + plan.header - under)
            name = paragraph(
                words.of(column.step.name),
                Face(sheet.small, True, leading=1.22),
                room,
                self._measure,
                language=foreign(column.step.name, words),
            )
            sign = chip(column.step, x + 3, top, chip_height, self._measure)
            found.append(
                Group(key=column.key, name=words.of(column.step.name), items=(*sign, name))
            )
        if self._matrix.columns:
            found += self._counts_header(top)
        return found

    def _counts_header(self, top: float) -> list[AnyItem]:
        plan, sheet, words = self._plan, self._sheet, self._words
        foot = top + plan.header - sheet.small * 1.5 - 4 * self._scale
        title = paragraph(
            words.fill(AREAS),
            Face(sheet.small, True),
            Rect(self._counts + 4, foot - sheet.small * 1.5, 3 * plan.count - 4, 0),
            self._measure,
        )
        heads = [
            centred(
                words.of(text),
                Face(sheet.small, False, INK_2),
                Rect(self._counts + place * plan.count, foot, plan.count, sheet.small * 1.5),
                self._measure,
                anchor="middle",
            )
            for place, text in enumerate((FOUND, STATED, DIFFERENCE))
        ]
        return [title, *heads]

    # --- rows ------------------------------------------------------------------------------

    def _section(self, section: Section, top: float) -> tuple[list[AnyItem], float]:
        found: list[AnyItem] = [self._rule(self._left, top, INK, 1.1 * self._scale)]
        side, side_bottom = self._side(section, top)
        found.append(side)
        y = top
        for place, member in enumerate(section.members):
            height = self._member_height(section, member, self._row)
            if place:
                found.append(self._rule(self._names, y, RULE, 0.6))
            found += self._member(section, member, y, height)
            y += height
        if not section.members:
            room = Rect(self._names, top, self._plan.names, self._row)
            text = self._words.of(NO_GROUPS)
            found.append(centred(text, Face(self._sheet.small, False, INK_3), room, self._measure))
            y += self._row
        return found, max(y, side_bottom) + 7 * self._scale

    def _side(self, section: Section, top: float) -> tuple[AnyItem, float]:
        sheet, words, scale = self._sheet, self._words, self._scale
        indent = 14 * scale if section.mark or section.key else 0.0
        room = self._plan.side - 12 * scale
        name = paragraph(
            words.of(section.name),
            Face(sheet.name, True),
            Rect(self._left + indent, top + 6 * scale, room - indent, 0),
            self._measure,
            language=foreign(section.name, words),
        )
        bottom = top + 6 * scale + height_of(name)
        items: list[AnyItem] = [name]
        if indent:
            middle = top + 6 * scale + sheet.name * 0.63
            items.insert(0, mark(section.mark, self._left, middle, sheet.name * 0.85))
        full = words.of(section.full_name)
        if full and full != words.of(section.name):
            text = paragraph(
                full,
                Face(sheet.small, False, INK_3, leading=1.22),
                Rect(self._left, bottom + 2 * scale, room, 0),
                self._measure,
                language=foreign(section.full_name, words),
            )
            items.append(text)
            bottom += 2 * scale + height_of(text)
        shared = _lifecycle(section.lifecycle, words)
        if shared:
            text = paragraph(
                shared,
                Face(sheet.small, False, INK_3, leading=1.22),
                Rect(self._left, bottom + 2 * scale, room, 0),
                self._measure,
            )
            items.append(text)
            bottom += 2 * scale + height_of(text)
        name_aloud = full or words.of(section.name)
        return Group(key=section.key, name=name_aloud, items=tuple(items)), bottom + 4 * scale

    def _member(
        self, section: Section, member: Member, y: float, height: float
    ) -> Iterator[AnyItem]:
        yield self._name(section, member, y, height)
        for place, column in enumerate(self._matrix.columns):
            x = self._columns + place * self._plan.column
            cell = member.cells.get(column.key)
            if cell is None:
                if column.key not in self._empty:
                    yield blank(x + self._plan.column / 2, y + height / 2)
                continue
            room = Rect(x, y, self._plan.column, height).inset(1.5 * self._scale)
            slots = {
                "group": self._words.of(member.name),
                "area": self._words.of(column.step.name),
            }
            if cell.groups:
                aloud = self._words.fill(_COUNT_IN, n=len(cell.groups), **slots)
            elif cell.what:
                aloud = self._words.fill(_WORKS_IN, what=cell.what, **slots)
            else:
                aloud = self._words.fill(_WORKS, **slots)
            if cell.unsure:
                aloud += " " + self._words.of(_CERTAINTY)
            yield Group(
                shows=(*filter(None, (member.key,)), column.key, *cell.groups),
                links=cell.ids,
                name=aloud,
                items=work(
                    room,
                    cell,
                    member,
                    column.step,
                    section.mark,
                    self._measure,
                    self._row - 4 * self._scale,
                ),
            )
        if self._matrix.columns:
            yield from self._areas(member, y, height)

    def _name(self, section: Section, member: Member, y: float, height: float) -> AnyItem:
        sheet, words, scale = self._sheet, self._words, self._scale
        x = self._names + _indent(member, sheet)
        items: list[AnyItem] = [
            centred(
                words.of(member.name),
                Face(sheet.body, False, INK if member.counts else INK_3, leading=1.15),
                Rect(x, y, self._name_room(section, member), height),
                self._measure,
                language=foreign(member.name, words),
            )
        ]
        right = self._columns - 8 * scale
        if member.role:
            rect = Rect(right - 26 * scale, y + height / 2 - 6.5 * scale, 26 * scale, 13 * scale)
            items += pill(badge(member.role.key), rect, self._measure, sheet.small)
            right = rect.x - 4
        tag = _tag(member, section, words)
        if tag:
            room = Rect(x, y, right - x, height)
            face = Face(sheet.small, False, INK_3)
            items.append(centred(tag, face, room, self._measure, anchor="end"))
        return Group(key=member.key, name=words.of(member.name), items=tuple(items))

    def _areas(self, member: Member, y: float, height: float) -> Iterator[AnyItem]:
        wide, sheet = self._plan.count, self._sheet
        rooms = [Rect(self._counts + place * wide, y, wide, height) for place in range(3)]
        none = member.idle and member.counts
        face = Face(sheet.name, True, ACCENT if none else INK if member.counts else INK_3)
        count = member.found
        if self._matrix.whole:
            count = member.found_in({column.key for column in self._matrix.columns})
        yield centred(str(count), face, rooms[0], self._measure, anchor="middle")
        if member.stated is None or member.difference is None:
            return
        stated = Face(sheet.name, False, INK_2)
        yield centred(str(member.stated), stated, rooms[1], self._measure, anchor="middle")
        yield from difference(
            rooms[2], member.difference, self._measure, finding=member.counts, size=sheet.body
        )

    # --- foot ------------------------------------------------------------------------------

    def _unattributed(self, y: float) -> list[AnyItem]:
        text = self._words.of(NO_GROUP_KNOWN)
        room = Rect(self._names, y, self._plan.names - 8, self._row)
        found: list[AnyItem] = [
            self._rule(self._left, y, INK, 1.1 * self._scale),
            centred(text, Face(self._sheet.body, False, INK_2), room, self._measure),
        ]
        for place, column in enumerate(self._matrix.columns):
            if column.unattributed:
                x = self._columns + place * self._plan.column
                rect = Rect(x, y, self._plan.column, self._row).inset(1.5 * self._scale)
                size = self._sheet.body
                sign = unknown(rect, len(column.unattributed), self._measure, size)
                shows = (column.key, *(one.key for one in column.unattributed))
                what = " ".join(self._words.of(one.what) for one in column.unattributed)
                area = self._words.of(column.step.name)
                name = self._words.fill(_WORKS_IN, group=text, area=area, what=what)
                found.append(Group(shows=shows, name=name, items=sign))
        return found

    def _foot(self, top: float) -> tuple[list[AnyItem], float]:
        high = self._plan.foot_row
        sheet, scale = self._sheet, self._scale
        end = self._counts - self._plan.gap
        found: list[AnyItem] = [self._rule(self._left, top, INK, 1.6 * scale)]
        columns = self._matrix.columns
        rows: Sequence[tuple[Text, list[tuple[AnyItem, ...]]]] = (
            (GROUPS_AT_WORK, [self._at_work(column) for column in columns]),
            (COMPUTED_COVERAGE, [self._computed(column) for column in columns]),
            (STATED_COVERAGE, [self._stated(column) for column in columns]),
            (FOOT_DIFFERENCE, [self._difference(column) for column in columns]),
        )
        y = top
        for label, cells in rows:
            room = Rect(self._left, y, self._plan.side + self._plan.names - 8, high)
            text = self._words.fill(label)
            found.append(centred(text, Face(sheet.body, True), room, self._measure))
            for place, items in enumerate(cells):
                at = Point(self._columns + place * self._plan.column, y)
                found += [moved(item, at) for item in items]
            y += high
            found.append(self._rule(self._left, y, RULE, 0.6, end))
        return found, y

    def _room(self) -> Rect:
        """The room of one cell of the foot, at the origin."""
        return Rect(0, 0, self._plan.column, self._plan.foot_row)

    def _at_work(self, column: Column) -> tuple[AnyItem, ...]:
        count = len(column.groups)
        face = Face(self._sheet.name * 1.2, True, INK if count else ACCENT)
        return (centred(str(count), face, self._room(), self._measure, anchor="middle"),)

    def _computed(self, column: Column) -> tuple[AnyItem, ...]:
        room = self._room().inset(1.5 * self._scale)
        return coverage(room, column.computed, self._measure, size=self._sheet.body)

    def _stated(self, column: Column) -> tuple[AnyItem, ...]:
        if column.stated is None:
            face = Face(self._sheet.body, False, INK_3)
            return (centred("–", face, self._room(), self._measure, anchor="middle"),)
        room = self._room().inset(1.5 * self._scale)
        sign = coverage(room, column.stated, self._measure, size=self._sheet.body)
        outline = (stated_outline(room),) if column.stated_unsure else ()
        name = self._words.of(column.stated_as)
        return (Group(shows=(column.key,), name=name, items=(*sign, *outline)),)

    def _difference(self, column: Column) -> tuple[AnyItem, ...]:
        if column.difference is None:
            return ()
        return difference(
            self._room(),
            column.difference,
            self._measure,
            finding=column.disagrees,
            size=self._sheet.body,
        )

    # --- ground ----------------------------------------------------------------------------

    def _empty_columns(self, top: float, bottom: float) -> Iterator[AnyItem]:
        for place, column in enumerate(self._matrix.columns):
            if column.key in self._empty:
                x = self._columns + place * self._plan.column
                rect = Rect(x, top, self._plan.column, bottom - top).inset(1.5 * self._scale)
                yield Region(rect=rect, fill=HATCH, hatched=True)

    def _rule(
        self, x: float, y: float, paint: Paint, weight: float, end: float | None = None
    ) -> Region:
        right = self._right if end is None else end
        return Region(rect=Rect(x, y, right - x, weight), fill=paint)
