"""Boards: blocks of rows with words in columns, for pictures that are read rather than seen.

On a phone the cells of a row stand one under the other, each after the first with the name of its
column. A row is one thing to the reader; what a cell speaks of is shown by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cadre.core.text import Text
from cadre.viewpoints.axis import Step
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.measure import Measure, longest_word
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK,
    INK_2,
    INK_3,
    RULE,
    AnyItem,
    Glyph,
    Group,
    Paint,
    Rect,
    Region,
)
from cadre.viewpoints.signs import chip, chip_width, unsure
from cadre.viewpoints.texts import Face, foreign, height_of, paragraph
from cadre.viewpoints.words import Words

Loud = Literal["strong", "plain", "quiet", "alarm"]
_GAP: Final = 14.0
_PAD: Final = 6.0
_LEAST: Final = 64.0


@dataclass(frozen=True, slots=True)
class Said:
    """Some words of a cell: what they say, how loud, a sign before them, what they speak of."""

    text: Text
    loud: Loud = "plain"
    glyph: str = ""
    key: str = ""
    bar: float | None = None
    """A share of one, drawn as a bar under the words."""
    shows: tuple[str, ...] = ()
    """More that it speaks of, such as what a number counts."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is called, and its share of the breadth."""

    label: Text
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the element it is about, if any, and what each of its cells says."""

    cells: tuple[tuple[Said, ...], ...]
    key: str = ""
    step: Step | None = None
    """The step of the axis whose chip stands before the first cell."""
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a word on it, and rows; `empty` stands where there is none."""

    heading: Text
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    note: Text = Text()
    empty: Text = Text("none", "aucun")


def draw(blocks: Sequence[Block], frame: Frame) -> tuple[list[AnyItem], float]:
    """The blocks one under the other, and where they end."""
    room = Rect(frame.left, frame.top, frame.right - frame.left, 0)
    return stacked(blocks, frame, room)


def stacked(blocks: Sequence[Block], frame: Frame, room: Rect) -> tuple[list[AnyItem], float]:
    """The same in a room of their own, from its top."""
    found: list[AnyItem] = []
    pen = _Pen(frame.sheet, frame.request.words, frame.request.measure, room)
    y = room.y
    for block in blocks:
        items, y = pen.block(block, y)
        found += items
        y += 18 * frame.sheet.scale
    return found, max(room.y, y - 18 * frame.sheet.scale)


def least_width(blocks: Sequence[Block], paper: Sheet, words: Words, measure: Measure) -> float:
    """The least breadth in which no word of any cell is broken; 0 on a phone."""
    if paper.narrow:
        return 0.0
    pen = _Pen(paper, words, measure, Rect(0, 0, 0, 0))
    return max((pen.least(block) for block in blocks), default=0.0)


class _Pen:
    def __init__(self, paper: Sheet, words: Words, measure: Measure, room: Rect) -> None:
        self._sheet, self._u = paper, paper.scale
        self._words, self._measure = words, measure
        self._room = room
        self._narrow = paper.narrow

    # --- breadths ----------------------------------------------------------------------------

    def least(self, block: Block) -> float:
        """The breadth at which the longest word of each column fits its share."""
        whole = sum(column.share for column in block.columns)
        wanted = 0.0
        for place, column in enumerate(block.columns):
            texts = [self._words.of(column.label)]
            texts += [
                self._words.of(said.text) for line in block.lines for said in line.cells[place]
            ]
            word = longest_word(texts, self._sheet.body, self._measure, bold=True)
            aside = self._chips(block) if place == 0 else 0.0
            wanted = max(
                wanted, (word + aside + self._sign + _GAP * self._u) * whole / column.share
            )
        return wanted

    @property
    def _sign(self) -> float:
        return self._sheet.small * 1.35

    @property
    def _high(self) -> float:
        return round(1.75 * self._sheet.small, 1)

    def _chips(self, block: Block) -> float:
        steps = [line.step for line in block.lines if line.step]
        widest = max((chip_width(step, self._high, self._measure) for step in steps), default=0.0)
        return widest + 6 * self._u if widest else 0.0

    def _labels(self, block: Block) -> float:
        """The breadth of the names of columns where they stand before their cells."""
        face = self._sheet.small
        names = [self._words.of(column.label) for column in block.columns[1:]]
        widest = max((self._measure.width(name, face, True) for name in names), default=0.0)
        return min(widest + 10, 0.36 * self._room.width)

    def _rooms(self, block: Block) -> list[Rect]:
        """Where each column stands: a gap after each, so that equal bars mean equal numbers."""
        gap = _GAP * self._u
        if self._narrow:
            return [self._room for _ in block.columns]
        whole = sum(column.share for column in block.columns)
        found: list[Rect] = []
        x = self._room.x
        for column in block.columns:
            width = self._room.width * column.share / whole
            found.append(Rect(x, 0, max(_LEAST * self._u, width - gap), 0))
            x += width
        return found

    # --- blocks ------------------------------------------------------------------------------

    def block(self, block: Block, top: float) -> tuple[list[AnyItem], float]:
        face = Face(self._sheet.name, True)
        room = Rect(self._room.x, top, self._room.width, 0)
        head = paragraph(self._words.of(block.heading), face, room, self._measure)
        found: list[AnyItem] = [head]
        y = top + height_of(head) + 3 * self._u
        if block.note:
            quiet = Face(self._sheet.small, False, INK_2)
            note = paragraph(self._words.of(block.note), quiet, room._replace(y=y), self._measure)
            found.append(note)
            y += height_of(note) + 3 * self._u
        if not block.lines:
            quiet = Face(self._sheet.body, False, INK_3)
            none = paragraph(self._words.of(block.empty), quiet, room._replace(y=y), self._measure)
            return [*found, none], y + height_of(none)
        rooms = self._rooms(block)
        if not self._narrow and any(column.label for column in block.columns):
            heads, y = self._heads(block, rooms, y)
            found += heads
        found.append(Region(rect=Rect(self._room.x, y, self._room.width, 1.1 * self._u), fill=INK))
        y += 1.1 * self._u
        for line in block.lines:
            items, y = self._line(block, line, rooms, y)
            found += items
        return found, y

    def _heads(self, block: Block, rooms: list[Rect], top: float) -> tuple[list[AnyItem], float]:
        face = Face(self._sheet.small, True, INK_2)
        found: list[AnyItem] = []
        deepest = 0.0
        for place, (column, room) in enumerate(zip(block.columns, rooms, strict=True)):
            aside = self._chips(block) if place == 0 else 0.0
            inner = Rect(room.x + aside, top, room.width - aside, 0)
            label = paragraph(self._words.of(column.label), face, inner, self._measure)
            if column.label:
                found.append(label)
                deepest = max(deepest, height_of(label))
        return found, top + deepest + 3 * self._u

    def _line(
        self, block: Block, line: Line, rooms: list[Rect], top: float
    ) -> tuple[list[AnyItem], float]:
        pad = _PAD * self._u
        aside = self._chips(block)
        items: list[AnyItem] = []
        y = bottom = top + pad
        if line.step:
            items += chip(line.step, rooms[0].x, y, self._high, self._measure)
            bottom = y + self._high
        for place, (column, room, cell) in enumerate(
            zip(block.columns, rooms, line.cells, strict=True)
        ):
            if not cell:
                continue
            inner = Rect(room.x, y, room.width, 0)
            if place == 0 and aside:
                inner = Rect(room.x + aside, y + 1.5 * self._u, room.width - aside, 0)
            least = 0.0
            if self._narrow and place and column.label:
                face = Face(self._sheet.small, True, INK_3)
                before = self._labels(block)
                beside = Rect(inner.x, inner.y + 0.8, before - 8, 0)
                label = paragraph(self._words.of(column.label), face, beside, self._measure)
                items.append(label)
                least = beside.y + height_of(label)
                inner = Rect(inner.x + before, inner.y, inner.width - before, 0)
            drawn, end = self._cell(cell, inner, line.step.ink if line.step else INK_2)
            end = max(end, least)
            items += drawn
            bottom = max(bottom, end)
            if self._narrow:
                y = end + 3
        if not line.is_sure:
            items.append(unsure(self._room.x - 5 * self._u, top + pad, bottom))
        rule = Region(
            rect=Rect(self._room.x, bottom + pad, self._room.width, 0.6 * self._u), fill=RULE
        )
        name = self._words.of(line.cells[0][0].text) if line.cells[0] else ""
        return [
            Group(key=line.key, name=name if line.key else "", items=tuple(items)),
            rule,
        ], bottom + pad + 0.6 * self._u

    def _cell(self, cell: Sequence[Said], room: Rect, bars: Paint) -> tuple[list[AnyItem], float]:
        found: list[AnyItem] = []
        y = room.y
        for said in cell:
            items, y = self._said(said, room._replace(y=y), bars)
            found += items
            y += 1.5 * self._u
        return found, y - 1.5 * self._u

    def _said(self, said: Said, room: Rect, bars: Paint) -> tuple[list[AnyItem], float]:
        face = self._face(said.loud)
        inner = room
        items: list[AnyItem] = []
        if said.glyph:
            side = 0.8 * self._sheet.small
            middle = room.y + face.size * 0.62
            items.append(
                Glyph(x=room.x, y=middle - side / 2, size=side, glyph=said.glyph, paint=face.paint)
            )
            inner = Rect(room.x + self._sign, room.y, room.width - self._sign, 0)
        label = paragraph(
            self._words.of(said.text),
            face,
            inner,
            self._measure,
            language=foreign(said.text, self._words),
        )
        items.append(label)
        end = room.y + height_of(label)
        if said.bar is not None:
            below = Rect(room.x, end + self._u, room.width, 4 * self._u)
            items += self._bar(said.bar, below, bars)
            end += 6 * self._u
        shows = (said.key, *said.shows) if said.key else said.shows
        return ([Group(shows=shows, items=tuple(items))] if shows else items), end

    def _bar(self, share: float, room: Rect, paint: Paint) -> list[AnyItem]:
        """A bar of a share of the room, on a line of the whole of it."""
        line = Region(rect=Rect(room.x, room.bottom, room.width, 0.6 * self._u), fill=RULE)
        if share <= 0:
            return [line]
        return [line, Region(rect=room._replace(width=share * room.width), fill=paint)]

    def _face(self, loud: Loud) -> Face:
        small, body = self._sheet.small, self._sheet.body
        size = small if loud == "quiet" else body
        paint: Paint = {"quiet": INK_2, "alarm": ACCENT}.get(loud, INK)
        return Face(size, loud in ("strong", "alarm"), paint, GROUND, leading=1.22)
