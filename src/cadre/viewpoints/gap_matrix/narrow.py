"""The gap matrix on a phone: area by area, with the groups at work as a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.frame import Frame
from cadre.viewpoints.gap_matrix.matrix import Column, Matrix, Member, Section
from cadre.viewpoints.gap_matrix.signs import stated_outline
from cadre.viewpoints.scene import (
    ACCENT,
    INK_2,
    INK_3,
    RULE_2,
    AnyItem,
    Glyph,
    Group,
    Rect,
    Region,
)
from cadre.viewpoints.signs import chip, chip_width, coverage
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

_CHIP: Final = 22.0
_SIGN: Final = Rect(0, 0, 52, 18)
_LINE: Final = 21.0
_GROUPS: Final = Text("{n} {n:group|groups}", "{n} {n:groupe|groupes}")
_NO_GROUP: Final = Text("no group", "aucun groupe")
_COMPUTED: Final = Text("computed", "calculée")
_STATED: Final = Text("stated", "énoncée")
_UNKNOWN: Final = Text(
    "and {n:words} {n:piece|pieces} of work whose group is not known",
    "et {n:words} {n:élément|éléments} de travail sans groupe connu",
)
_IDLE: Final = Text("At work in no area", "À l’œuvre dans aucun domaine")


def draw(matrix: Matrix, frame: Frame) -> tuple[list[AnyItem], float]:
    """The drawing, and where it ends."""
    found: list[AnyItem] = []
    y = frame.top
    for column in matrix.columns:
        items, y = _Block(frame, y).area(column, matrix)
        found += items
    idle = [
        (section, member)
        for section in matrix.sections
        for member in section.members
        if not member.cells and member.counts and (member.idle or not matrix.columns)
    ]
    if idle:
        items, y = _Block(frame, y).idle(idle)
        found += items
    return found, y


class _Block:
    """One area, from its rule down."""

    def __init__(self, frame: Frame, top: float) -> None:
        self._frame, self._top = frame, top
        self._sheet = frame.sheet
        self._words: Words = frame.request.words
        self._measure = frame.request.measure
        self._wide = frame.right - frame.left

    def area(self, column: Column, matrix: Matrix) -> tuple[list[AnyItem], float]:
        """An area with its coverage and its groups."""
        found: list[AnyItem] = [self._rule()]
        head, y = self._head(column)
        found += head
        found += self._coverage(column, y)
        y += _SIGN.height + 8
        members = [
            (section, member)
            for section, member, other, _ in matrix.cells()
            if other.key == column.key
        ]
        names, y = self._names(members, y, column)
        found += names
        if column.unattributed:
            note = paragraph(
                self._words.fill(_UNKNOWN, n=len(column.unattributed)),
                Face(self._sheet.small, False, INK_3),
                Rect(self._frame.left, y, self._wide, 0),
                self._measure,
            )
            found.append(note)
            y += height_of(note)
        return found, y + 14

    def idle(self, members: list[tuple[Section, Member]]) -> tuple[list[AnyItem], float]:
        """The groups that are at work nowhere."""
        face = Face(self._sheet.name, True)
        room = Rect(self._frame.left, self._top + 10, self._wide, 0)
        title = paragraph(self._words.fill(_IDLE), face, room, self._measure)
        names, y = self._names(members, self._top + 10 + height_of(title) + 4, None)
        return [self._rule(), title, *names], y + 10

    def _rule(self) -> Region:
        return Region(rect=Rect(self._frame.left, self._top, self._wide, 0.8), fill=RULE_2)

    def _head(self, column: Column) -> tuple[list[AnyItem], float]:
        left, y = self._frame.left, self._top + 10
        sign = chip(column.step, left, y, _CHIP, self._measure)
        x = left + chip_width(column.step, _CHIP, self._measure) + 8
        count = len(column.groups)
        text = self._words.fill(_GROUPS, n=count) if count else self._words.of(_NO_GROUP)
        face = Face(self._sheet.body, True, INK_2 if count else ACCENT)
        wide = self._measure.width(text, face.size, True)
        number = centred(text, face, Rect(self._frame.right - wide, y, wide, _CHIP), self._measure)
        room = Rect(x, y, self._frame.right - wide - 8 - x, 0)
        name = paragraph(
            self._words.of(column.step.name),
            Face(self._sheet.name + 1, True, leading=1.2),
            room._replace(y=y + 2),
            self._measure,
            language=foreign(column.step.name, self._words),
        )
        bottom = max(y + _CHIP, y + 2 + height_of(name)) + 6
        title = self._words.of(column.step.name)
        return [Group(key=column.key, name=title, items=(*sign, name)), number], bottom

    def _coverage(self, column: Column, y: float) -> Iterator[AnyItem]:
        x = self._frame.left
        size = self._sheet.small
        for step, text, unsure in (
            (column.computed, _COMPUTED, False),
            (column.stated, _STATED, column.stated_unsure),
        ):
            if step is None:
                continue
            rect = Rect(x, y, _SIGN.width, _SIGN.height)
            yield from coverage(rect, step, self._measure, size=size)
            if unsure:
                yield stated_outline(rect)
            label = self._words.of(text)
            wide = self._measure.width(label, size) + 0.1
            room = Rect(rect.right + 6, y, wide, _SIGN.height)
            yield centred(label, Face(size, False, INK_2), room, self._measure)
            x = room.right + 18

    def _names(
        self, members: list[tuple[Section, Member]], y: float, column: Column | None
    ) -> tuple[list[AnyItem], float]:
        """Marks and names side by side, over as many lines as they take."""
        found: list[AnyItem] = []
        x, size = self._frame.left, self._sheet.body
        for section, member in members:
            name = self._words.of(member.name)
            cell = member.cells.get(column.key) if column else None
            if cell is not None and cell.groups:
                name = f"{name} ({len(cell.groups)})"
            wide = min(self._measure.width(name, size) + 0.1, self._wide - 16)
            if x > self._frame.left and x + 16 + wide > self._frame.right:
                x, y = self._frame.left, y + _LINE
            hollow = cell is not None and (cell.unsure or not member.counts)
            paint = column.step.ink if column and member.counts else INK_3
            glyph = section.mark or "circle"
            mark = Glyph(
                x=x,
                y=y + _LINE / 2 - 5.5,
                size=11,
                glyph=f"{glyph}-open" if hollow else glyph,
                paint=paint,
            )
            face = Face(size) if member.counts else Face(size, False, INK_3)
            lines = height_for(name, face, wide, self._measure) / face.step
            extra = (lines - 1) * face.step
            label = centred(
                name,
                face,
                Rect(x + 16, y, wide, _LINE + extra),
                self._measure,
                language=foreign(member.name, self._words),
            )
            shows = tuple(filter(None, (member.key, column.key))) if column else ()
            found.append(
                Group(
                    key="" if column else member.key,
                    shows=shows,
                    links=cell.ids if cell else (),
                    name=name,
                    items=(mark, label),
                )
            )
            x += 16 + wide + 14
            y += extra
        return found, y + (_LINE if members else 0)
