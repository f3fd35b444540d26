"""The foot of the logic model: results, horizon by horizon, and what is known to be missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.viewpoints.axis import Step
from cadre.viewpoints.logic_model import texts
from cadre.viewpoints.logic_model.model import Horizon
from cadre.viewpoints.logic_model.page import Page
from cadre.viewpoints.logic_model.signs import unsure
from cadre.viewpoints.logic_model.ties import Slot, bundles, slot_of, stubs, wires
from cadre.viewpoints.measure import longest_word
from cadre.viewpoints.scene import (
    ACCENT,
    INK_2,
    AnyItem,
    Box,
    Group,
    Rect,
)
from cadre.viewpoints.signs import chip, chip_width, nothing
from cadre.viewpoints.texts import Face, foreign, height_for, height_of, paragraph

MOST_LINES: Final = 150
"""More lines than this between two rows are not drawn."""
FEW: Final = 3
"""Fewer results than this do not stretch over the whole width."""


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands in the box of a result."""

    height: float
    parts: tuple[tuple[str, Face, Text | None], ...]
    steps: tuple[Step, ...]
    pad: float


class Horizons(Page):
    """Draws the rows of results and what leads to them."""

    def _horizon(self, place: int, every: Horizon) -> None:
        u = self._u
        horizon = every.named(self._model.column_of)
        above = self._y
        sources = dict(self._slots)
        self._slots = {}
        x_of = {key: slot.rect.centre.x for key, slot in sources.items()}
        ties = [tie for key in horizon.results for tie in self._model.ties_to.get(key, ())]
        width = self._column if horizon.placed else 0.0
        rows = self._result_rows(horizon, x_of)
        wired = len(rows) == 1
        first = place == 0
        runs = bundles(self._model, horizon, sources, ties, first=first) if wired else []
        if len(runs) > MOST_LINES:  # nobody follows them: each result says what leads to it
            runs = []
        low = 12 if not runs else 24
        lanes = len({run.target for run in runs if run.bent})
        channel = (low + min(lanes, 8) * 5) * u + self._extra
        self._y = above + channel
        top = self._y
        drawn = {(run.source, run.target) for run in runs}
        for row in rows:
            self._result_row(horizon, row, width, drawn)
        self._rest(every, horizon)
        name = texts.horizon_name(horizon.key, horizon.label, self._words)
        self._label(name, texts.years(horizon.label, self._words), top, self._y - top)
        if first and horizon.placed:
            self._add(*stubs(self._model, horizon, sources, above, u))
        self._add(*wires(runs, sources, self._slots, above, top, u))

    def _result_rows(self, horizon: Horizon, x_of: dict[str, float]) -> list[list[tuple[str, ...]]]:
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
                for tie in self._model.ties_to.get(key, ())
                if (slot := slot_of(self._model, tie.source)) in x_of
            ]
            even = self._x + (place + 0.5) * wide / count
            wishes[key] = sum(places) / len(places) if places and rows == 1 else even
        order = sorted(horizon.results, key=lambda key: (wishes[key], key))
        if rows > 1:
            order = list(horizon.results)
        return [[(key,) for key in order[at : at + each]] for at in range(0, count, each)]

    def _rest(self, every: Horizon, named: Horizon) -> None:
        """How many results are not named, and where they are."""
        here = set(named.results)
        rest = tuple(key for key in every.results if key not in here)
        if not rest:
            return
        self._y += 8 * self._u
        text = self._words.fill(texts.MORE_RESULTS, n=len(rest))
        room = Rect(self._x, self._y, self._right - self._x, 0)
        face = Face(self._sheet.body, True, INK_2)
        label = paragraph(text, face, room, self._measure)
        self._add(Group(shows=rest, name=text, items=(label,)))
        self._y += height_of(label)

    def _result_row(
        self,
        horizon: Horizon,
        row: Sequence[tuple[str, ...]],
        width: float,
        wired: set[tuple[str, str]],
    ) -> None:
        u = self._u
        gap = self._plan.gap if horizon.placed else 10 * u
        even = (self._right - self._x - gap * (len(row) - 1)) / len(row)
        cell = width or (min(even, 400 * u) if len(row) < FEW else even)
        left = self._x
        if not width:
            left += (self._right - self._x - len(row) * cell - (len(row) - 1) * gap) / 2
        bodies = {key: self._result_text(key, horizon, cell, wired) for keys in row for key in keys}
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
        parts += [(line, small, None) for line in self._beside(key, wired)]
        steps = [self._model.step(area) for area in self._model.areas(key)]
        shown = [step for step in steps if step]
        if horizon.placed:
            shown = shown[1:]
        height = sum(
            height_for(text, face, cell - 2 * pad, self._measure) for text, face, _ in parts
        )
        height += 3 * u * (len(parts) - 1) + 13 * u + (17 * u if shown else 0)
        return _Body(height, tuple(parts), tuple(shown), pad)

    def _beside(self, key: str, wired: set[tuple[str, str]]) -> Iterator[str]:
        """What leads here without a line that can be drawn, and which aims the result serves."""
        target = slot_of(self._model, key)
        names: list[str] = []
        for tie in self._model.ties_to.get(key, ()):
            source = slot_of(self._model, tie.source)
            if not tie.derived and (source, target) not in wired:
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
