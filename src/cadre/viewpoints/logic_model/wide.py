"""The logic model on paper: bands from the top down, and a column for each area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from cadre.core.graph import Element
from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.viewpoints.axis import Step
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.logic_model import texts
from cadre.viewpoints.logic_model.cells import Cells, Line
from cadre.viewpoints.logic_model.model import COUNCILS, Column, Horizon, Model, Tie
from cadre.viewpoints.logic_model.signs import unsure
from cadre.viewpoints.logic_model.ties import Slot, bundles, slot_of, stubs, wires
from cadre.viewpoints.measure import Measure, longest_word
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK,
    INK_2,
    INK_3,
    PALE,
    RULE_2,
    AnyItem,
    Box,
    Glyph,
    Group,
    Label,
    Paint,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)
from cadre.viewpoints.signs import chip, chip_width, nothing
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

_FEW: Final = 3
"""Fewer results than this do not stretch over the whole width."""
_LEADING: Final = 1.22
_PAD: Final = 5.5


@dataclass(frozen=True, slots=True)
class Plan:
    """The widths of a drawing: labels on the left, then equal columns."""

    labels: float
    column: float
    gap: float
    columns: int

    @property
    def width(self) -> float:
        """All of it."""
        return self.labels + self.content

    @property
    def content(self) -> float:
        """What stands right of the labels."""
        return self.columns * self.column + (self.columns - 1) * self.gap


@dataclass(slots=True)
class Drawing:
    """What was drawn, how far down it goes, and what has a place of its own."""

    items: list[AnyItem] = field(default_factory=list)
    bottom: float = 0.0
    subjects: list[str] = field(default_factory=list)


def plan_for(model: Model, paper: Sheet, words: Words, measure: Measure) -> Plan:
    """Columns as wide as the paper gives, and never narrower than their longest word."""
    u = paper.scale
    framework = model.framework
    labels = 96 * u
    columns = max(1, len(model.columns))
    gap = 6 * u
    room = paper.width - 2 * paper.margin - labels
    heads = [words.of(step.name) for step in model.steps]
    bodies = [words.of(framework[key].name) for one in model.columns for key in one.works]
    bodies += [words.of(framework[key].name) for one in model.horizons for key in one.results]
    outputs = [
        words.of(framework[key].short_name)
        for column in model.columns
        for key in (*column.loose, *_outputs(column))
    ]
    bodies += [words.of(own.what) for column in model.columns for own in column.own]
    named = [words.of(framework[own.key].short_name) for one in model.columns for own in one.own]
    longest = max(
        longest_word(heads, paper.small, measure, bold=True),
        longest_word(named, paper.small, measure, bold=True) + 6 * u,
        min(longest_word(bodies, paper.small, measure), 120 * u),
        min(longest_word(outputs, paper.small, measure) + 12 * u, 120 * u),
    )
    least = max(72 * u, longest + 2 * _PAD * u)
    column = max(least, (room - (columns - 1) * gap) / columns)
    return Plan(labels, column, gap, columns)


def draw(model: Model, plan: Plan, frame: Frame) -> Drawing:
    """The drawing, once as tight as it gets and then with the height the paper has left."""
    first = _Page(model, plan, frame, 0.0).drawn()
    channels = max(1, len(model.horizons) + 1)
    left = frame.top + frame.spare - first.bottom
    if left <= 0:
        return first
    return _Page(model, plan, frame, min(left / (channels + 1), 52 * frame.sheet.scale)).drawn()


def _outputs(column: Column) -> list[str]:
    return [key for own in column.own for key in (*own.outputs, *own.works)]


class _Page:
    def __init__(self, model: Model, plan: Plan, frame: Frame, extra: float) -> None:
        self._model, self._plan, self._frame = model, plan, frame
        self._extra = extra
        self._sheet = frame.sheet
        self._u = frame.sheet.scale
        self._words: Words = frame.request.words
        self._measure = frame.request.measure
        self._lines = Cells(model.framework, self._words)
        self._left = frame.left
        self._x = frame.left + plan.labels
        self._right = frame.right
        wide = self._right - self._x - (plan.columns - 1) * plan.gap
        self._column = wide / plan.columns
        self._out = Drawing()
        self._y = frame.top
        self._slots: dict[str, Slot] = {}
        self._foot = 0.0

    # --- all of it -------------------------------------------------------------------------

    def drawn(self) -> Drawing:
        """Every band from the top down."""
        if not self._model.empty:
            self._roof()
            self._strip(texts.PRINCIPLES, self._model.principles)
            if self._model.columns:
                self._heads()
            self._strip(texts.LAYERS, self._model.layers, outlined=True)
            if self._model.columns:
                self._works()
                self._own()
            for place, horizon in enumerate(self._model.horizons):
                self._horizon(place, horizon)
            self._strip(texts.OTHERS, self._model.others, gap=12)
        self._missing()
        self._out.bottom = self._y
        return self._out

    def _add(self, *items: AnyItem) -> None:
        self._out.items += items

    def _element(self, key: str) -> Element:
        return self._model.framework[key]

    def _of(self, text: Text) -> str:
        return self._words.of(text)

    # --- aims ------------------------------------------------------------------------------

    def _roof(self) -> None:
        """Vision, call to action and objective side by side, each leading to the one before."""
        model, u = self._model, self._u
        cells: list[tuple[Text, tuple[str, ...], float, Text]] = [
            (texts.VISION, model.visions, 0.30, texts.NO_VISION),
            (texts.CALL, model.calls, 0.39, texts.NO_CALL),
        ]
        if model.objectives:
            cells.append((texts.OBJECTIVE, model.objectives, 0.31, Text()))
        shares = sum(cell[2] for cell in cells)
        gap = 26 * u
        room = self._right - self._x - gap * (len(cells) - 1)
        faces = [
            Face(self._sheet.name * (1.3 if place == 0 else 1.12), True, leading=1.2)
            for place in range(len(cells))
        ]
        wides = [room * cell[2] / shares for cell in cells]
        high = 0.0
        for (_, keys, _, none), wide, face in zip(cells, wides, faces, strict=True):
            names = [self._of(self._element(key).name) for key in keys] or [self._of(none)]
            heights = [height_for(name, face, wide - 24 * u, self._measure) for name in names]
            head = self._sheet.small * 1.3 + 20 * u
            high = max(high, sum(heights) + head * len(names) + 6 * u * (len(names) - 1))
        high += self._extra / 3
        self._label(self._of(texts.PURPOSE), "", self._y, high)
        x = self._x
        before: tuple[str, ...] = ()
        for (kind, keys, _, none), wide, face in zip(cells, wides, faces, strict=True):
            rect = Rect(x, self._y, wide, high)
            if keys:
                self._aims(kind, keys, rect, face)
                self._serves(keys, before, rect, gap)
            else:
                self._add(nothing(rect, dashed=True), *self._said(self._of(none), rect))
            before = keys
            x += wide + gap
        self._y += high + 12 * u

    def _aims(self, kind: Text, keys: tuple[str, ...], rect: Rect, face: Face) -> None:
        u = self._u
        each = (rect.height - 6 * u * (len(keys) - 1)) / len(keys)
        for place, key in enumerate(keys):
            element = self._element(key)
            doubtful = unsure(element.certainty)
            spot = Rect(rect.x, rect.y + place * (each + 6 * u), rect.width, each)
            fill, on = (GROUND, INK) if doubtful else (INK, GROUND)
            small = Face(self._sheet.small, False, INK_2 if doubtful else GROUND, fill)
            inner = spot.inset(12 * u)
            head = paragraph(
                self._of(kind),
                small,
                Rect(inner.x, spot.y + 7 * u, inner.width, 0),
                self._measure,
            )
            top = spot.y + 7 * u + height_of(head)
            name = centred(
                self._of(element.name),
                Face(face.size, face.bold, on, fill, face.leading),
                Rect(inner.x, top, inner.width, spot.bottom - 6 * u - top),
                self._measure,
                language=foreign(element.name, self._words),
            )
            box = Box(
                rect=spot,
                shape="plain",
                fill=fill,
                stroke=INK,
                weight=1.2 * u,
                dashed=doubtful,
            )
            self._own_item(key, box, head, name)

    def _serves(
        self, keys: tuple[str, ...], before: tuple[str, ...], rect: Rect, gap: float
    ) -> None:
        links = [
            link
            for key in keys
            for link in self._model.framework.links_out(key, LinkRole.SERVES)
            if link.target in before
        ]
        y = rect.centre.y
        if links:
            dashed = all(unsure(link.certainty) for link in links)
            self._add(
                Wire(
                    route=Track((Point(rect.x - 3, y), Point(rect.x - gap + 2, y)), 0),
                    paint=INK,
                    weight=1.6 * self._u,
                    dash="dashed" if dashed else "solid",
                    end="arrow",
                    ends=(*keys, *before),
                    links=tuple(link.id for link in links),
                )
            )

    def _strip(
        self, title: Text, keys: Sequence[str], *, outlined: bool = False, gap: float = 0
    ) -> None:
        """A row of cells: principles, layers of the programme, other aims."""
        if not keys:
            return
        u = self._u
        self._y += gap * u
        wide = self._right - self._x
        face = Face(self._sheet.body, False, INK, PALE, _LEADING)
        names = [self._of(self._element(key).name) + self._served_by(key) for key in keys]
        least = longest_word(names, face.size, self._measure, bold=outlined) + 20 * u
        most = min(len(keys), 8, max(1, int((wide + 6 * u) // (max(least, 120 * u) + 6 * u))))
        rows = -(-len(keys) // most)
        each = -(-len(keys) // rows)
        wholes = {
            target
            for key in keys
            for target in self._model.framework.targets(key, LinkRole.PART_OF)
        }
        top = self._y
        for start in range(0, len(keys), each):
            row = list(zip(keys[start : start + each], names[start : start + each], strict=True))
            faces = [Face(face.size, outlined and key in wholes) for key, _ in row]
            wants = [
                self._measure.width(name, own.size, own.bold) + 20 * u
                for (_, name), own in zip(row, faces, strict=True)
            ]
            cells = _by_need(wants, wide - (len(row) - 1) * 6 * u)
            high = 11 * u + max(
                height_for(name, own, cell - 16 * u, self._measure)
                for (_, name), own, cell in zip(row, faces, cells, strict=True)
            )
            x = self._x
            for (key, name), own, cell in zip(row, faces, cells, strict=True):
                self._strip_cell(key, name, own, Rect(x, self._y, cell, high))
                x += cell + 6 * u
            self._y += high + 4 * u
        self._label(self._of(title), str(len(keys)), top, self._y - 4 * u - top)
        self._y += 4 * u

    def _strip_cell(self, key: str, name: str, face: Face, rect: Rect) -> None:
        u = self._u
        element = self._element(key)
        doubtful = unsure(element.certainty)
        ground = Region(
            rect=rect,
            fill=GROUND if doubtful else PALE,
            stroke=INK_3 if doubtful else PALE,
            dash="dashed" if doubtful else "solid",
            weight=0.8 * u,
            radius=2 * u,
        )
        label = centred(
            name,
            Face(face.size, face.bold, INK, ground.fill, _LEADING),
            rect.inset(8 * u)._replace(y=rect.y, height=rect.height),
            self._measure,
            anchor="middle",
            language=foreign(element.name, self._words),
        )
        self._own_item(key, ground, label)

    def _served_by(self, key: str) -> str:
        """The codes of the areas that a layer is said to span."""
        areas = set(self._model.framework.sources(key, LinkRole.SERVES))
        here = [step.code for step in self._model.steps if step.key in areas]
        return f" ({', '.join(here)})" if here and len(here) < len(self._model.steps) else ""

    # --- columns ---------------------------------------------------------------------------

    def _spot(self, place: int) -> float:
        return self._x + place * (self._column + self._plan.gap)

    def _heads(self) -> None:
        u, small = self._u, self._sheet.small
        top = self._y + 4 * u
        inner = self._column - 2 * _PAD * u
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
            room = Rect(rect.x + _PAD * u, rect.y, inner, rect.height - 5 * u)
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
                x=rect.right - _PAD * u,
                y=rect.y + 6 * u + sign * 0.8,
                lines=(step.code,),
                size=self._sheet.name * 1.2,
                bold=True,
                paint=step.on,
                on=step.fill,
                anchor="end",
            )
            glyph = Glyph(
                x=rect.x + _PAD * u,
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
        inner = self._column - 2 * _PAD * u
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
                    at = Rect(rect.x + _PAD * u, y - line.above * u / 2 - 0.3, inner, 0.6 * u)
                    self._add(Region(rect=at, fill=rule))
                y += self._set_line(line, Rect(rect.x + _PAD * u, y, inner, 0), ground)
        self._y += high
        self._foot = self._y
        self._column_slots()

    def _line_height(self, line: Line, wide: float) -> float:
        face = Face(self._sheet.small, line.bold, leading=_LEADING)
        return height_for(line.text, face, wide - line.indent * self._u, self._measure)

    def _set_line(self, line: Line, room: Rect, ground: Paint) -> float:
        u = self._u
        face = Face(self._sheet.small, line.bold, line.paint, ground, _LEADING)
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

    # --- results ---------------------------------------------------------------------------

    def _horizon(self, place: int, horizon: Horizon) -> None:
        u = self._u
        above = self._y
        sources = dict(self._slots)
        self._slots = {}
        x_of = {key: slot.rect.centre.x for key, slot in sources.items()}
        ties = [tie for tie in self._model.ties if tie.target in horizon.results]
        width = self._column if horizon.placed else 0.0
        rows = self._result_rows(horizon, x_of, ties)
        wired = len(rows) == 1
        first = place == 0
        runs = bundles(self._model, horizon, sources, ties, first=first) if wired else []
        low = 12 if not runs else 24
        lanes = len({run.target for run in runs if run.bent})
        channel = (low + min(lanes, 8) * 5) * u + self._extra
        self._y = above + channel
        top = self._y
        drawn = {(run.source, run.target) for run in runs}
        for row in rows:
            self._result_row(horizon, row, width, drawn, ties)
        name = texts.horizon_name(horizon.key, horizon.label, self._words)
        self._label(name, texts.years(horizon.label, self._words), top, self._y - top)
        if first and horizon.placed:
            self._add(*stubs(self._model, horizon, sources, above, u))
        self._add(*wires(runs, sources, self._slots, above, top, u))

    def _result_rows(
        self, horizon: Horizon, x_of: dict[str, float], ties: Sequence[Tie]
    ) -> list[list[tuple[str, ...]]]:
        """Rows of cells, each with the results that stand in it."""
        model = self._model
        if horizon.placed:
            stacks: dict[str, list[str]] = {column.key: [] for column in model.columns}
            for key in horizon.results:
                stacks[model.column_of(key)].append(key)
            return [[tuple(stack) for stack in stacks.values()]]
        wide = self._right - self._x
        names = [self._of(self._element(key).name) for key in horizon.results]
        least = longest_word(names, self._sheet.body, self._measure, bold=True) + 24 * self._u
        gap = 10 * self._u
        fit = max(1, int((wide + gap) // (max(least, 128 * self._u) + gap)))
        count = len(horizon.results)
        rows = -(-count // fit)
        each = -(-count // rows)
        wishes: dict[str, float] = {}
        for place, key in enumerate(horizon.results):
            places = [
                x_of[slot]
                for tie in ties
                if tie.target == key
                if (slot := slot_of(self._model, tie.source)) in x_of
            ]
            even = self._x + (place + 0.5) * wide / count
            wishes[key] = sum(places) / len(places) if places and rows == 1 else even
        order = sorted(horizon.results, key=lambda key: (wishes[key], key))
        if rows > 1:
            order = list(horizon.results)
        return [[(key,) for key in order[at : at + each]] for at in range(0, count, each)]

    def _result_row(
        self,
        horizon: Horizon,
        row: Sequence[tuple[str, ...]],
        width: float,
        wired: set[tuple[str, str]],
        ties: Sequence[Tie],
    ) -> None:
        u = self._u
        gap = self._plan.gap if horizon.placed else 10 * u
        even = (self._right - self._x - gap * (len(row) - 1)) / len(row)
        cell = width or (min(even, 400 * u) if len(row) < _FEW else even)
        left = self._x
        if not width:
            left += (self._right - self._x - len(row) * cell - (len(row) - 1) * gap) / 2
        bodies = {
            key: self._result_text(key, horizon, cell, wired, ties) for keys in row for key in keys
        }
        stacks = [
            sum(bodies[key].height for key in keys) + 6 * u * (len(keys) - 1)
            for keys in row
            if keys
        ]
        high = max([*stacks, 30 * u])
        for at, keys in enumerate(row):
            x = left + at * (cell + gap)
            step = self._model.columns[at].step if horizon.placed else None
            rect = Rect(x, self._y, cell, high)
            if not keys:
                if step:
                    adjective = texts.ADJECTIVES.get(horizon.key, Text())
                    said = self._words.fill(texts.NO_RESULT, horizon=self._of(adjective))
                    self._add(nothing(rect, dashed=True), *self._said(said, rect))
                continue
            spare = (
                high - sum(bodies[key].height for key in keys) - 6 * u * (len(keys) - 1)
            ) / len(keys)
            y = self._y
            for key in keys:
                tall = bodies[key].height + spare
                self._result(key, Rect(x, y, cell, tall), bodies[key], step)
                y += tall + 6 * u
            slot = f"stack:{horizon.key}:{step.key if step else ''}"
            first = self._model.step(self._model.column_of(keys[0]))
            paint = first.ink if first else INK_2
            self._slots[slot if horizon.placed else f"result:{keys[0]}"] = Slot(rect, keys, paint)
        self._y += high
        if not horizon.placed and row[-1][0] != horizon.results[-1]:
            self._y += 8 * u

    def _result_text(
        self,
        key: str,
        horizon: Horizon,
        cell: float,
        wired: set[tuple[str, str]],
        ties: Sequence[Tie],
    ) -> _Body:
        u = self._u
        element = self._element(key)
        large = not horizon.placed
        pad = (10 if large else 6) * u
        size = self._sheet.body if large else self._sheet.small
        name = Face(size, large, leading=1.25)
        parts: list[tuple[str, Face, Text | None]] = [(self._of(element.name), name, element.name)]
        summary = element.text("summary")
        small = Face(self._sheet.small, False, INK_2, leading=1.25)
        if summary and large and cell > 230 * u:
            parts.append((self._of(summary), small, summary))
        parts += [(line, small, None) for line in self._beside(key, wired, ties)]
        steps = [self._model.step(area) for area in self._model.areas(key)]
        shown = [step for step in steps if step]
        if horizon.placed:
            shown = shown[1:]
        height = sum(
            height_for(text, face, cell - 2 * pad, self._measure) for text, face, _ in parts
        )
        height += 3 * u * (len(parts) - 1) + 13 * u + (17 * u if shown else 0)
        return _Body(height, tuple(parts), tuple(shown), pad)

    def _beside(self, key: str, wired: set[tuple[str, str]], ties: Sequence[Tie]) -> Iterator[str]:
        """What leads here without a line that can be drawn, and which aims the result serves."""
        target = slot_of(self._model, key)
        names: list[str] = []
        for tie in ties:
            source = slot_of(self._model, tie.source)
            if tie.target == key and not tie.derived and (source, target) not in wired:
                area = self._model.step(source.partition(":")[2])
                name = area.code if area else self._of(self._element(tie.source).short_name)
                if name not in names:
                    names.append(name)
        if names:
            yield self._words.fill(texts.FROM, names=names)
        aims = [
            self._words.quoted(self._element(aim).short_name)
            for aim in self._model.framework.targets(key, LinkRole.SERVES)
        ]
        if aims:
            yield self._words.fill(texts.SERVES, names=aims)

    def _result(self, key: str, rect: Rect, body: _Body, step: Step | None) -> None:
        u = self._u
        element = self._element(key)
        doubtful = unsure(element.certainty) or (
            step is not None and unsure(self._model.area_certainty(key))
        )
        box = Box(
            rect=rect,
            shape="outcome",
            stroke=step.ink if step else INK_2,
            weight=1.1 * u,
            radius=8 * u,
            dashed=doubtful,
        )
        items: list[AnyItem] = [box]
        heights = [
            height_for(text, face, rect.width - 2 * body.pad, self._measure)
            for text, face, _ in body.parts
        ]
        total = sum(heights) + 3 * u * (len(heights) - 1) + (17 * u if body.steps else 0)
        y = rect.y + (rect.height - total) / 2
        for (text, face, source), height in zip(body.parts, heights, strict=True):
            room = Rect(rect.x + body.pad, y, rect.width - 2 * body.pad, height)
            items.append(
                paragraph(
                    text,
                    face,
                    room,
                    self._measure,
                    anchor="middle",
                    language=foreign(source, self._words) if source else None,
                )
            )
            y += height + 3 * u
        if body.steps:
            chip_high = 14 * u
            wide = sum(chip_width(one, chip_high, self._measure) + 4 * u for one in body.steps)
            x = rect.centre.x - (wide - 4 * u) / 2
            for one in body.steps:
                items += chip(one, x, y, chip_high, self._measure)
                x += chip_width(one, chip_high, self._measure) + 4 * u
        self._own_item(key, *items)

    # --- furniture of its own --------------------------------------------------------------

    def _missing(self) -> None:
        """The versions that are known to exist, in the sign for "nothing there"."""
        model, u = self._model, self._u
        if not model.missing:
            return
        self._y += 12 * u
        wide = self._right - self._x
        face = Face(self._sheet.small, True, ACCENT)
        for key in model.missing:
            name = self._of(self._element(key).name)
            text = self._words.fill(texts.MISSING_SAYS, names=name)
            high = height_for(text, face, wide - 40 * u, self._measure) + 12 * u
            rect = Rect(self._x, self._y, wide, high)
            self._own_item(key, nothing(rect, dashed=True), *self._said(text, rect))
            self._label(self._of(texts.MISSING), "", self._y, high)
            self._y += high + 4 * u

    def _said(self, text: str, rect: Rect) -> tuple[AnyItem, ...]:
        """What is not there, in words on a clear patch of the hatched ground."""
        u = self._u
        face = Face(self._sheet.small, True, ACCENT, leading=1.2)
        label = centred(
            text,
            face,
            rect.inset(6 * u)._replace(y=rect.y, height=rect.height),
            self._measure,
            anchor="middle",
        )
        wide = max(
            (self._measure.width(line, label.size, True) for line in label.lines), default=0.0
        )
        high = len(label.lines) * label.step
        patch = Rect(
            rect.centre.x - wide / 2 - 4 * u,
            rect.centre.y - high / 2 - 1 * u,
            wide + 8 * u,
            high + 2 * u,
        )
        return Region(rect=patch, fill=GROUND), label

    def _own_item(self, key: str, *items: AnyItem) -> None:
        """What an element is drawn as, once."""
        self._out.subjects.append(key)
        first, *rest = items
        name = self._of(self._element(key).name)
        if isinstance(first, Box):
            first = Box(
                key=key,
                rect=first.rect,
                shape=first.shape,
                fill=first.fill,
                stroke=first.stroke,
                weight=first.weight,
                radius=first.radius,
                dashed=first.dashed,
                name=name,
            )
            self._add(Group(shows=(key,), name=name, items=(first, *rest)))
            return
        self._add(Group(key=key, name=name, items=(first, *rest)))

    def _label(self, title: str, under: str, y: float, high: float, *, top: bool = False) -> None:
        """The name of a band, left of it, with a count or years below."""
        u = self._u
        room = self._plan.labels - 12 * u
        face = Face(self._sheet.body, True, leading=1.2)
        tall = height_for(title, face, room, self._measure)
        small = Face(self._sheet.small, False, INK_2, leading=1.2)
        below = height_for(under, small, room, self._measure) if under else 0.0
        at = y + (4 * u if top else max(0.0, (high - tall - below) / 2))
        self._add(paragraph(title, face, Rect(self._left, at, room, 0), self._measure))
        if under:
            spot = Rect(self._left, at + tall, room, 0)
            self._add(paragraph(under, small, spot, self._measure))


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands in the box of a result."""

    height: float
    parts: tuple[tuple[str, Face, Text | None], ...]
    steps: tuple[Step, ...]
    pad: float


def _by_need(wants: Sequence[float], room: float) -> list[float]:
    """The room shared evenly; where a text needs more, others that need less give it."""
    even = room / len(wants)
    if all(want <= even for want in wants) or sum(wants) > room:
        return [even] * len(wants)
    spare = (room - sum(wants)) / len(wants)
    return [want + spare for want in wants]
