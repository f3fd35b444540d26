"""The logic model on a phone: the same bands one under the other, area by area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.frame import Frame
from cadre.viewpoints.logic_model import texts
from cadre.viewpoints.logic_model.cells import MOST_CROWDED, MOST_ITEMS
from cadre.viewpoints.logic_model.model import Column, Horizon, Model
from cadre.viewpoints.logic_model.page import Drawing
from cadre.viewpoints.logic_model.signs import unsure
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK,
    INK_2,
    INK_3,
    RULE_2,
    AnyItem,
    Box,
    Glyph,
    Group,
    Paint,
    Rect,
    Region,
)
from cadre.viewpoints.signs import chip, chip_width
from cadre.viewpoints.texts import Face, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

_CHIP: Final = 22.0
_INDENT: Final = 14.0


def draw(model: Model, frame: Frame) -> Drawing:
    """The drawing, and where it ends."""
    return _Outline(model, frame).drawn()


class _Outline:
    """One column of headings and lists, written from the top."""

    def __init__(self, model: Model, frame: Frame) -> None:
        self._model, self._frame = model, frame
        self._sheet = frame.sheet
        self._words: Words = frame.request.words
        self._measure = frame.request.measure
        self._wide = frame.right - frame.left
        self._y = frame.top
        self._out = Drawing()

    def drawn(self) -> Drawing:
        """Every band in the order of the large picture."""
        model = self._model
        for band, keys in (
            (texts.VISION, model.visions),
            (texts.CALL, model.calls),
            (texts.OBJECTIVE, model.objectives),
        ):
            for key in keys:
                self._aim(band, key)
        for band, keys in (
            (texts.PRINCIPLES, model.principles),
            (texts.LAYERS, model.layers),
            (texts.OTHERS, model.others),
        ):
            if keys:
                self._heading(self._words.of(band))
                self._list(keys)
        if model.columns:
            self._heading(self._words.of(texts.AREAS))
        first = next((one for one in model.horizons if one.placed), None)
        for column in model.columns:
            self._column(column, first)
        for horizon in model.horizons:
            if horizon is not first:
                self._horizon(horizon)
        if model.missing:
            self._heading(self._words.of(texts.MISSING))
            for key in model.missing:
                name = self._words.of(model.framework[key].name)
                self._line(self._words.fill(texts.MISSING_SAYS, names=name), key, paint=ACCENT)
        self._out.bottom = self._y
        return self._out

    def _aim(self, band: Text, key: str) -> None:
        element = self._model.framework[key]
        doubtful = unsure(element.certainty)
        fill, on = (GROUND, INK) if doubtful else (INK, GROUND)
        inner = self._wide - 20
        small = Face(self._sheet.small, False, INK_2 if doubtful else GROUND, fill)
        large = Face(self._sheet.name + 1, True, on, fill, 1.2)
        kind, name = self._words.of(band), self._words.of(element.name)
        high = height_for(kind, small, inner, self._measure)
        tall = height_for(name, large, inner, self._measure)
        rect = Rect(self._frame.left, self._y, self._wide, high + tall + 16)
        box = Box(key=key, rect=rect, fill=fill, stroke=INK, dashed=doubtful, name=name)
        head = paragraph(kind, small, Rect(rect.x + 10, rect.y + 7, inner, 0), self._measure)
        text = paragraph(
            name,
            large,
            Rect(rect.x + 10, rect.y + 8 + high, inner, 0),
            self._measure,
            language=foreign(element.name, self._words),
        )
        self._out.subjects.append(key)
        self._out.items.append(Group(shows=(key,), name=name, items=(box, head, text)))
        self._y = rect.bottom + 8

    def _heading(self, text: str, under: str = "") -> None:
        self._y += 10
        rule = Region(rect=Rect(self._frame.left, self._y, self._wide, 1.2), fill=INK)
        self._y += 7
        room = Rect(self._frame.left, self._y, self._wide, 0)
        label = paragraph(text, Face(self._sheet.name + 1, True), room, self._measure)
        self._out.items += (rule, label)
        self._y += height_of(label)
        if under:
            face = Face(self._sheet.small, False, INK_2)
            more = paragraph(under, face, room._replace(y=self._y), self._measure)
            self._out.items.append(more)
            self._y += height_of(more)
        self._y += 5

    def _list(self, keys: Iterable[str]) -> None:
        for key in keys:
            name = self._model.framework[key].name
            self._line(self._words.of(name), key, source=name)

    def _some(self, keys: Sequence[str]) -> None:
        """The first of many, and how many more."""
        most = MOST_CROWDED if self._model.crowded else MOST_ITEMS
        named = keys if len(keys) <= most else keys[: most - 1]
        self._list(named)
        self._more(keys[len(named) :])

    def _more(self, rest: Sequence[str]) -> None:
        if rest:
            text = self._words.fill(texts.MORE, n=len(rest))
            self._line(text, shows=tuple(rest), paint=INK_2)

    def _column(self, column: Column, first: Horizon | None) -> None:
        words, left = self._words, self._frame.left
        self._y += 6
        rule = Region(rect=Rect(left, self._y, self._wide, 0.8), fill=RULE_2)
        self._out.items.append(rule)
        self._y += 8
        step = column.step
        title = words.of(step.name if step else texts.ANY_AREA)
        sign = chip(step, left, self._y, _CHIP, self._measure) if step else ()
        x = left + (chip_width(step, _CHIP, self._measure) + 8 if step else 0)
        name = paragraph(
            title,
            Face(self._sheet.name + 1, True, leading=1.2),
            Rect(x, self._y + 2, self._frame.right - x, 0),
            self._measure,
            language=foreign(step.name, words) if step else None,
        )
        self._out.items.append(Group(key=column.key, name=title, items=(*sign, name)))
        if step:
            self._out.subjects.append(step.key)
        self._y += max(_CHIP, height_of(name) + 2) + 6
        if column.works:
            self._sub(words.of(texts.work_title(self._model)))
            self._some(column.works)
        if column.own or column.loose:
            self._sub(words.of(texts.own_title(self._model)))
            self._own(column)
        if first is not None:
            self._placed(column, first)

    def _own(self, column: Column) -> None:
        framework, words = self._model.framework, self._words
        most = MOST_CROWDED if self._model.crowded else MOST_ITEMS
        owns = column.own if len(column.own) <= most else column.own[: most - 1]
        for own in owns:
            name = framework[own.key].short_name
            self._line(words.of(name), shows=(own.key,), bold=True, source=name)
            if own.what:
                self._line(words.of(own.what), shows=(own.key,), paint=INK_2, source=own.what)
            for key in own.works:
                text = words.fill(texts.LEADS, name=words.of(framework[key].short_name))
                self._line(text, shows=(key,), paint=INK_2)
            for key in own.outputs:
                self._output(key)
        self._more([own.key for own in column.own[len(owns) :]])
        if column.loose:
            self._line(words.of(texts.LOOSE), paint=INK_2)
        loose = column.loose if len(column.loose) <= most else column.loose[: most - 1]
        for key in loose:
            self._output(key)
        self._more(column.loose[len(loose) :])

    def _output(self, key: str) -> None:
        name = self._model.framework[key].short_name
        self._line(self._words.of(name), shows=(key,), glyph="page", source=name)

    def _placed(self, column: Column, first: Horizon) -> None:
        every = [key for key in first.results if self._model.column_of(key) == column.key]
        named = set(first.named(self._model.column_of).results)
        here = [key for key in every if key in named]
        words = self._words
        if here:
            self._sub(texts.horizon_name(first.key, first.label, words))
            for key in here:
                self._result(key, column.step.ink if column.step else INK_2)
            self._more([key for key in every if key not in named])
        elif column.step:
            adjective = words.of(texts.ADJECTIVES.get(first.key, Text()))
            self._line(words.fill(texts.NO_RESULT, horizon=adjective), paint=ACCENT, bold=True)

    def _horizon(self, horizon: Horizon) -> None:
        title = texts.horizon_name(horizon.key, horizon.label, self._words)
        self._heading(title, texts.years(horizon.label, self._words))
        named = horizon.named(self._model.column_of).results
        for key in named:
            self._result(key, INK_2)
        here = set(named)
        self._more([key for key in horizon.results if key not in here])

    def _result(self, key: str, paint: Paint) -> None:
        element = self._model.framework[key]
        words = self._words
        name, summary = words.of(element.name), words.of(element.text("summary"))
        inner = self._wide - 24
        face = Face(self._sheet.body, True, leading=1.25)
        small = Face(self._sheet.small, False, INK_2)
        tall = height_for(name, face, inner, self._measure)
        more = height_for(summary, small, inner, self._measure) + 2 if summary else 0
        rect = Rect(self._frame.left, self._y, self._wide, tall + more + 14)
        items: list[AnyItem] = [
            Box(
                key=key,
                rect=rect,
                shape="outcome",
                stroke=paint,
                radius=8,
                dashed=unsure(element.certainty),
                name=name,
            ),
            paragraph(
                name,
                face,
                Rect(rect.x + 12, rect.y + 6, inner, 0),
                self._measure,
                language=foreign(element.name, words),
            ),
        ]
        if summary:
            room = Rect(rect.x + 12, rect.y + 8 + tall, inner, 0)
            language = foreign(element.text("summary"), words)
            items.append(paragraph(summary, small, room, self._measure, language=language))
        self._out.subjects.append(key)
        self._out.items.append(Group(shows=(key,), name=name, items=tuple(items)))
        self._y = rect.bottom + 7

    def _sub(self, text: str) -> None:
        face = Face(self._sheet.small, True, INK_3)
        room = Rect(self._frame.left, self._y + 3, self._wide, 0)
        label = paragraph(text, face, room, self._measure)
        self._out.items.append(label)
        self._y += height_of(label) + 5

    def _line(
        self,
        text: str,
        key: str = "",
        *,
        shows: tuple[str, ...] = (),
        paint: Paint = INK,
        bold: bool = False,
        glyph: str = "",
        source: Text | None = None,
    ) -> None:
        indent = _INDENT if glyph or not (bold or shows) else 0.0
        room = Rect(self._frame.left + indent, self._y, self._wide - indent, 0)
        label = paragraph(
            text,
            Face(self._sheet.body, bold, paint),
            room,
            self._measure,
            language=foreign(source, self._words) if source else None,
        )
        items: list[AnyItem] = [label]
        if indent:
            size = 10 if glyph else 8
            y = self._y + self._sheet.body * 0.66 - size / 2
            sign = glyph or "dot"
            mark = Glyph(x=self._frame.left, y=y, size=size, glyph=sign, paint=INK_3)
            items.insert(0, mark)
        if key:
            self._out.subjects.append(key)
        self._out.items.append(Group(key=key, shows=shows, name=text, items=tuple(items)))
        self._y += height_of(label) + 3
