"""The columns of the logic model: areas, the work proposed in each, and who is at work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cadre.core.text import Text
from cadre.viewpoints.logic_model import texts
from cadre.viewpoints.logic_model.cells import Line
from cadre.viewpoints.logic_model.model import COUNCILS, Column
from cadre.viewpoints.logic_model.page import LEADING, Page
from cadre.viewpoints.logic_model.plan import PAD
from cadre.viewpoints.logic_model.ties import Slot
from cadre.viewpoints.scene import (
    INK_2,
    INK_3,
    PALE,
    RULE_2,
    AnyItem,
    Glyph,
    Group,
    Label,
    Paint,
    Rect,
    Region,
)
from cadre.viewpoints.signs import nothing
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph


class Columns(Page):
    """Draws the heads of the areas and the cells under them."""

    def _spot(self, place: int) -> float:
        return self._x + place * (self._column + self._plan.gap)

    def _heads(self) -> None:
        u, small = self._u, self._sheet.small
        top = self._y + 4 * u
        inner = self._column - 2 * PAD * u
        sign = 17 * u
        face = Face(small, True, leading=1.2)
        high = (
            sign
            + 12 * u
            + max(
                height_for(self._head_text(column), face, inner, self._measure)
                for column in self._model.columns
            )
        )
        self._label(self._of(texts.AREAS), str(len(self._model.steps)), top, high)
        for place, column in enumerate(self._model.columns):
            rect = Rect(self._spot(place), top, self._column, high)
            name = self._head_text(column)
            room = Rect(rect.x + PAD * u, rect.y, inner, rect.height - 5 * u)
            step = column.step
            if step is None:
                lines = height_for(name, face, inner, self._measure)
                self._add(
                    Region(rect=rect, fill=PALE, stroke=RULE_2, weight=0.8 * u),
                    paragraph(
                        name,
                        Face(small, True, INK_2, PALE, 1.2),
                        room._replace(y=room.bottom - lines, height=0),
                        self._measure,
                    ),
                )
                continue
            lines = height_for(name, face, inner, self._measure)
            label = paragraph(
                name,
                Face(small, True, step.on, step.fill, 1.2),
                room._replace(y=room.bottom - lines, height=0),
                self._measure,
                language=foreign(step.name, self._words),
            )
            code = Label(
                x=rect.right - PAD * u,
                y=rect.y + 6 * u + sign * 0.8,
                lines=(step.code,),
                size=self._sheet.name * 1.2,
                bold=True,
                paint=step.on,
                on=step.fill,
                anchor="end",
            )
            glyph = Glyph(
                x=rect.x + PAD * u,
                y=rect.y + 6 * u,
                size=sign,
                glyph=step.glyph,
                paint=step.on,
                on=step.fill,
            )
            self._own_item(step.key, Region(rect=rect, fill=step.fill), glyph, code, label)
        self._y = top + high + (5 * u if self._model.layers else 0)

    def _head_text(self, column: Column) -> str:
        return self._of(column.step.name if column.step else texts.ANY_AREA)

    def _works(self) -> None:
        """The work proposed in each area, as lists on the tint of the area."""
        count = sum(len(column.works) for column in self._model.columns)
        self._cells(
            self._of(texts.work_title(self._model)),
            str(count),
            [self._lines.works(column) for column in self._model.columns],
            texts.NO_WORK,
        )

    def _own(self) -> None:
        u = self._u
        title = self._of(texts.own_title(self._model))
        if self._model.perspective != "generic":
            subject = texts.own_subject(self._model, self._words)
            self._y += 6 * u
            cells = [self._lines.own(column) for column in self._model.columns]
            # Of one body alone, nothing is said of the groups of others.
            absent = texts.NO_OWN if self._model.perspective == COUNCILS else texts.NOT_HERE
            self._cells(title, subject, cells, absent)
            return
        self._y += 6 * u
        face = Face(self._sheet.small, False, INK_2)
        wide = self._right - self._x
        text = self._words.fill(texts.OWN_EMPTY)
        lines = height_for(
            title, Face(self._sheet.body, True), self._plan.labels - 12 * u, self._measure
        )
        high = max(24 * u, lines, height_for(text, face, wide - 20 * u, self._measure) + 10 * u)
        rect = Rect(self._x, self._y, wide, high)
        self._label(title, "", self._y, high)
        self._add(
            Region(rect=rect, stroke=INK_3, weight=0.8 * u, dash="dashed", radius=2 * u),
            centred(
                text,
                face,
                rect.inset(10 * u)._replace(y=rect.y, height=high),
                self._measure,
                anchor="middle",
            ),
        )
        self._y += high
        self._foot = self._y
        self._column_slots()

    def _column_slots(self) -> None:
        for place, column in enumerate(self._model.columns):
            rect = Rect(self._spot(place), self._foot - 1, self._column, 1)
            paint = column.step.ink if column.step else INK_2
            self._slots[f"column:{column.key}"] = Slot(rect, (column.key,), paint)

    def _cells(
        self,
        title: str,
        count: str,
        cells: Sequence[Sequence[Line]],
        none: Text,
    ) -> None:
        """One cell a column, as high as the highest needs."""
        u = self._u
        inner = self._column - 2 * PAD * u
        heights = [
            sum(self._line_height(line, inner) + line.above * u for line in lines) + 10 * u
            for lines in cells
        ]
        label_face = Face(self._sheet.body, True, leading=1.2)
        labels = height_for(title, label_face, self._plan.labels - 12 * u, self._measure)
        under = height_for(
            count, Face(self._sheet.small), self._plan.labels - 12 * u, self._measure
        )
        high = max([*heights, 26 * u, labels + under + 6 * u]) + self._extra / 3
        self._label(title, count, self._y, min(high, 60 * u), top=True)
        for place, (column, lines) in enumerate(zip(self._model.columns, cells, strict=True)):
            rect = Rect(self._spot(place), self._y, self._column, high)
            step = column.step
            if not lines:
                if step:
                    bare = rect._replace(height=min(high, 44 * u))
                    self._add(nothing(bare, dashed=True))
                    self._add(*self._said(self._words.fill(none), bare))
                continue
            ground = step.tint if step else PALE
            self._add(Region(rect=rect, fill=ground))
            y = rect.y + 5 * u
            for line in lines:
                y += line.above * u
                if line.ruled:
                    rule = step.band if step else RULE_2
                    at = Rect(rect.x + PAD * u, y - line.above * u / 2 - 0.3, inner, 0.6 * u)
                    self._add(Region(rect=at, fill=rule))
                y += self._set_line(line, Rect(rect.x + PAD * u, y, inner, 0), ground)
        self._y += high
        self._foot = self._y
        self._column_slots()

    def _line_height(self, line: Line, wide: float) -> float:
        face = Face(self._sheet.small, line.bold, leading=LEADING)
        return height_for(line.text, face, wide - line.indent * self._u, self._measure)

    def _set_line(self, line: Line, room: Rect, ground: Paint) -> float:
        u = self._u
        face = Face(self._sheet.small, line.bold, line.paint, ground, LEADING)
        spot = Rect(room.x + line.indent * u, room.y, room.width - line.indent * u, 0)
        label = paragraph(line.text, face, spot, self._measure, language=line.language)
        items: list[AnyItem] = [label]
        if line.glyph:
            size = 8.5 * u
            y = room.y + self._sheet.small * 0.66 - size / 2
            items.insert(
                0, Glyph(x=room.x, y=y, size=size, glyph=line.glyph, paint=INK_2, on=ground)
            )
        if line.doubtful:
            items += self._doubt(room, height_of(label))
        if line.subject:
            self._out.subjects.append(line.key)
        self._add(
            Group(
                key=line.key if line.subject else "",
                shows=() if line.subject else tuple(filter(None, (line.key, *line.shows))),
                links=line.links,
                name=line.aloud or line.text,
                items=tuple(items),
            )
        )
        return height_of(label)

    def _doubt(self, room: Rect, high: float) -> Iterator[AnyItem]:
        """Dashes left of a text: a reading, to be confirmed."""
        u = self._u
        y = room.y + 1.2 * u
        while y + 2.2 * u <= room.y + high:
            yield Region(rect=Rect(room.x - 3.4 * u, y, 1.0 * u, 2.2 * u), fill=INK_3)
            y += 4.1 * u
