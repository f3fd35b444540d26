"""A neighbourhood on paper: the element in the middle, what points to it left, what it points to
right, in blocks that say what their links say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cadre.core.keys import LinkId
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.layout.routing import Run, tracks
from cadre.viewpoints.looks import UNSURE, kind_of, look_of
from cadre.viewpoints.measure import Measure, longest_word
from cadre.viewpoints.neighbourhood import texts
from cadre.viewpoints.neighbourhood.model import Around, Block, Neighbour, Rest
from cadre.viewpoints.scene import (
    INK,
    INK_2,
    INK_3,
    PALE,
    RULE_2,
    AnyItem,
    Box,
    Dash,
    Glyph,
    Group,
    Paint,
    Point,
    Rect,
    Region,
    Track,
    Wire,
    WireEnd,
)
from cadre.viewpoints.signs import chip, chip_width
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

_MIDDLE: Final = 216.0
_CHANNEL: Final = 52.0
_TRACK: Final = 8.0
_LEAST: Final = 170.0
_BUS: Final = 14.0
_ROW: Final = 23.0
_GAP: Final = 5.0
_SINGLE: Final = 3
"""Up to so many, a block stands in one column."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a block: a neighbour or a count, with its height."""

    neighbour: Neighbour | None
    rest: Rest | None
    text: str
    height: float


@dataclass(frozen=True, slots=True)
class _Made:
    """A block with its rows in columns, and its height."""

    block: Block
    columns: tuple[tuple[_Row, ...], ...]
    head: float
    height: float


def width_of(around: Around, paper: Sheet, words: Words, measure: Measure) -> float:
    """The width that the drawing needs at least."""
    u = paper.scale
    sides = 2 * (2 * _cell(around, paper, words, measure) + 2 * _BUS * u)
    return _MIDDLE * u + 2 * _channel(around, u) + sides


def draw(around: Around, frame: Frame) -> tuple[list[AnyItem], float, list[str]]:
    """The drawing, where it ends, and what has a place of its own."""
    page = _Page(around, frame)
    page.draw()
    return page.items, page.bottom, page.subjects


def _channel(around: Around, u: float) -> float:
    blocks = max(len(around.incoming), len(around.outgoing))
    return max(_CHANNEL, _TRACK * (blocks + 1) + 12) * u


def _cell(around: Around, paper: Sheet, words: Words, measure: Measure) -> float:
    names = [words.of(around.framework[one.key].short_name) for one in around.neighbours()]
    longest = longest_word(names, paper.body, measure)
    return max(_LEAST * paper.scale, longest + 60 * paper.scale)


def _level(ports: Sequence[float], levels: Sequence[float], near: float) -> list[float]:
    """A port that lies almost at the height of its line moves there: a line has no small steps."""
    found = list(ports)
    for place, (port, level) in enumerate(zip(ports, levels, strict=True)):
        others = [other for number, other in enumerate(found) if number != place]
        if abs(port - level) < near and all(abs(level - other) >= 6 for other in others):
            found[place] = level
    return found


class _Page:
    def __init__(self, around: Around, frame: Frame) -> None:
        self._around, self._frame = around, frame
        self._framework = around.framework
        self._sheet = frame.sheet
        self._u = frame.sheet.scale
        self._words: Words = frame.request.words
        self._measure = frame.request.measure
        self.items: list[AnyItem] = []
        self.subjects: list[str] = [around.key]
        self.bottom = frame.top
        u = self._u
        room = frame.right - frame.left
        self._channel = _channel(around, u)
        self._middle = _MIDDLE * u
        side = (room - self._middle - 2 * self._channel) / 2
        self._cell = (side - 2 * _BUS * u) / 2
        self._face = Face(self._sheet.body, leading=1.18)

    def draw(self) -> None:
        """Both sides, then the middle, then the lines between."""
        left = [self._make(block) for block in self._around.incoming]
        right = [self._make(block) for block in self._around.outgoing]
        heights = [self._side_height(side) for side in (left, right)]
        middle = self._middle_height(max(len(left), len(right)))
        high = max(*heights, middle)
        top = self._frame.top
        box = Rect(
            self._frame.left + (self._frame.right - self._frame.left - self._middle) / 2,
            top + (high - middle) / 2,
            self._middle,
            middle,
        )
        self._side(left, box, top + (high - heights[0]) / 2, out=False)
        self._side(right, box, top + (high - heights[1]) / 2, out=True)
        self._centre(box)
        self.bottom = top + high

    # --- heights ---------------------------------------------------------------------------

    def _make(self, block: Block) -> _Made:
        u = self._u
        rows = [self._row(one, None) for one in block.neighbours]
        rows += [self._row(None, rest) for rest in block.rest]
        double = len(rows) > _SINGLE and self._around.rings == 1
        half = -(-len(rows) // 2)
        columns = (tuple(rows[:half]), tuple(rows[half:])) if double else (tuple(rows),)
        head = self._head_height(block) + 9 * u
        tallest = max(self._stack(column) for column in columns)
        return _Made(block, columns, head, head + tallest)

    def _row(self, one: Neighbour | None, rest: Rest | None) -> _Row:
        u = self._u
        if one is not None:
            text = self._words.of(self._framework[one.key].short_name)
            high = height_for(text, self._face, self._inner(one.key), self._measure) + 9 * u
            if one.beyond:
                said = texts.beyond(one.beyond, self._framework, self._words)
                small = Face(self._sheet.small, False, INK_2)
                high = max(high, height_for(said, small, self._beyond_room(), self._measure))
        else:
            rest = rest or Rest(texts.LINKS, (), ())
            kind = self._words.of(rest.type)
            text = self._words.fill(texts.REST, n=len(rest.keys), type=kind[:1].lower() + kind[1:])
            high = height_for(text, self._face, self._cell - 12 * u, self._measure) + 6 * u
        return _Row(one, rest, text, max(_ROW * u, high))

    def _beyond_room(self) -> float:
        return self._cell - 8 * self._u

    def _inner(self, key: str) -> float:
        return self._cell - self._lead(key) - 8 * self._u

    def _lead(self, key: str) -> float:
        """The room that the sign before a name takes."""
        u = self._u
        step = self._around.steps.get(key)
        return chip_width(step, 15 * u, self._measure) + 12 * u if step else 26 * u

    def _stack(self, rows: Sequence[_Row]) -> float:
        return sum(row.height for row in rows) + _GAP * self._u * max(0, len(rows) - 1)

    def _head_height(self, block: Block) -> float:
        wide = 2 * self._cell
        text = texts.heading(block, self._words)
        bold = Face(self._sheet.body, True)
        small = Face(self._sheet.small, False, INK_3)
        kinds = texts.types_of(block, self._framework, self._words)
        return height_for(text, bold, wide, self._measure) + height_for(
            kinds, small, wide, self._measure
        )

    def _side_height(self, side: Sequence[_Made]) -> float:
        gap = 18 * self._u
        return sum(made.height for made in side) + gap * max(0, len(side) - 1)

    def _middle_height(self, blocks: int) -> float:
        u = self._u
        inner = self._middle - 28 * u
        element = self._framework[self._around.key]
        name = height_for(
            self._words.of(element.name),
            Face(self._sheet.name * 1.35, True, leading=1.2),
            inner,
            self._measure,
        )
        summary = self._words.of(element.text("summary"))
        more = height_for(summary, Face(self._sheet.small), inner, self._measure)
        return max(name + more + (70 if summary else 60) * u, blocks * 16 * u + 24 * u, 110 * u)

    # --- middle ----------------------------------------------------------------------------

    def _centre(self, rect: Rect) -> None:
        u = self._u
        key = self._around.key
        element = self._framework[key]
        look = look_of(self._framework, self._around.steps, key)
        name = self._words.of(element.name)
        inner = rect.inset(14 * u)
        kind = self._words.of(kind_of(self._framework, key))
        small = Face(self._sheet.small, False, look.on, look.fill)
        large = Face(self._sheet.name * 1.35, True, look.on, look.fill, 1.2)
        summary = self._words.of(element.text("summary"))
        count = self._words.fill(texts.LINKS, n=self._around.links)
        head = paragraph(
            f"{kind} {look.code}".strip(), small, inner._replace(height=0), self._measure
        )
        title = paragraph(
            name,
            large,
            inner._replace(y=inner.y + height_of(head) + 6 * u, height=0),
            self._measure,
            language=foreign(element.name, self._words),
        )
        items: list[AnyItem] = [
            Box(
                key=key,
                rect=rect,
                shape=look.shape,
                fill=look.fill,
                stroke=look.stroke,
                weight=1.6 * u,
                dashed=element.certainty in UNSURE,
                name=name,
            ),
            head,
            title,
        ]
        y = inner.y + height_of(head) + height_of(title) + 12 * u
        if summary:
            more = paragraph(
                summary,
                small,
                inner._replace(y=y, height=0),
                self._measure,
                language=foreign(element.text("summary"), self._words),
            )
            items.append(more)
        foot = inner._replace(y=rect.bottom - 10 * u - self._sheet.small * 1.25, height=0)
        items.append(
            paragraph(count, Face(self._sheet.small, True, look.on, look.fill), foot, self._measure)
        )
        if look.glyph:
            size = 18 * u
            items.append(
                Glyph(
                    x=inner.right - size,
                    y=inner.y - 2 * u,
                    size=size,
                    glyph=look.glyph,
                    paint=look.on,
                    on=look.fill,
                )
            )
        self.items.append(Group(shows=(key,), name=name, items=tuple(items)))

    # --- sides -----------------------------------------------------------------------------

    def _side(self, side: Sequence[_Made], box: Rect, top: float, *, out: bool) -> None:
        u = self._u
        if not side:
            words = texts.NOTHING_OUT if out else texts.NOTHING_IN
            x = box.right + 16 * u if out else self._frame.left
            wide = (self._frame.right if out else box.x - 16 * u) - x
            room = Rect(x, box.y, wide, box.height)
            face = Face(self._sheet.body, False, INK_3)
            label = centred(
                self._words.of(words), face, room, self._measure, anchor="start" if out else "end"
            )
            self.items.append(label)
            return
        levels: list[float] = []
        y = top
        for made in side:
            levels.append(y + made.head - 5 * u)
            self._block(made, box, y, out=out)
            y += made.height + 18 * u
        ports = [box.y + box.height * (place + 1) / (len(side) + 1) for place in range(len(side))]
        ports = _level(ports, levels, 10 * u)
        runs = [Run(port, level) for port, level in zip(ports, levels, strict=True)]
        order = tracks(runs)
        place_of = {run: place for place, run in enumerate(order)}
        step = self._channel / (len(side) + 1)
        for number, (made, run) in enumerate(zip(side, runs, strict=True)):
            reach = (place_of[number] + 1) * step
            edge = box.right if out else box.x
            x = edge + reach if out else edge - reach
            bus = self._bus(made, box, out=out)
            points = [
                Point(edge, run.start),
                Point(x, run.start),
                Point(x, run.end),
                Point(bus, run.end),
                Point(bus, self._last_middle(made, run.end + 5 * u)),
            ]
            if not out:
                points = [*reversed(points)]
                points[-1] = Point(edge - 1.5 * u, run.start)
            self._trunk(made.block, points, out=out)

    def _bus(self, made: _Made, box: Rect, *, out: bool) -> float:
        """Where the line stands that the rows of a block hang on."""
        u = self._u
        near = (box.right + self._channel) if out else (box.x - self._channel)
        across = self._cell + _BUS * u if len(made.columns) > 1 else _BUS * u / 2
        return near + across if out else near - across

    def _last_middle(self, made: _Made, top: float) -> float:
        u = self._u
        last = 0.0
        for column in made.columns:
            if column:
                last = max(last, self._stack(column) - column[-1].height / 2)
        return top + last + 0.0 * u

    def _trunk(self, block: Block, points: Sequence[Point], *, out: bool) -> None:
        sure = any(one.certainty not in UNSURE for one in block.neighbours) or bool(block.rest)
        self.items.append(
            Wire(
                route=Track(tuple(points), 7 * self._u),
                paint=self._paint(),
                weight=1.5 * self._u,
                dash="solid" if sure else "dashed",
                end="none" if out else "arrow",
                ends=(self._around.key,),
                links=block.links,
                name=self._words.of(block.label),
            )
        )

    def _paint(self) -> Paint:
        step = self._around.steps.get(self._around.key)
        return step.ink if step else INK_2

    def _block(self, made: _Made, box: Rect, top: float, *, out: bool) -> None:
        u = self._u
        block = made.block
        bus = self._bus(made, box, out=out)
        near = (box.right + self._channel) if out else (box.x - self._channel)
        wide = 2 * self._cell
        x = near + 2 * u if out else near - wide - 2 * u
        anchor = "start" if out else "end"
        text = texts.heading(block, self._words)
        kinds = texts.types_of(block, self._framework, self._words)
        head = paragraph(
            text,
            Face(self._sheet.body, True),
            Rect(x, top, wide, 0),
            self._measure,
            anchor="start" if anchor == "start" else "end",
        )
        below = paragraph(
            kinds,
            Face(self._sheet.small, False, INK_3),
            Rect(x, top + height_of(head), wide, 0),
            self._measure,
            anchor="start" if anchor == "start" else "end",
        )
        self.items.append(Group(links=block.links, name=text, items=(head, below)))
        for place, column in enumerate(made.columns):
            inner = len(made.columns) > 1 and place == 0
            y = top + made.head
            for row in column:
                away = out != inner
                left = bus + _BUS * u if away else bus - _BUS * u - self._cell
                if len(made.columns) == 1 and not away:
                    left = bus - _BUS * u - self._cell
                rect = Rect(left, y, self._cell, row.height)
                self._set(row, rect, bus, out=out, right=away)
                y += row.height + _GAP * u

    def _set(self, row: _Row, rect: Rect, bus: float, *, out: bool, right: bool) -> None:
        """One row with the short line that joins it to its block."""
        u = self._u
        edge = rect.x if right else rect.right
        middle = rect.centre.y
        if row.neighbour is None:
            rest = row.rest
            keys = rest.keys if rest else ()
            links = rest.links if rest else ()
            face = Face(self._sheet.body, False, INK_2)
            label = centred(
                row.text,
                face,
                Rect(rect.x + (6 if right else 0) * u, rect.y, rect.width - 6 * u, rect.height),
                self._measure,
                anchor="start" if right else "end",
            )
            self._stub(bus, edge, middle, keys, links, "solid", "none")
            self.items.append(Group(shows=keys, links=links, name=row.text, items=(label,)))
            return
        one = row.neighbour
        dash: Dash = "dashed" if one.certainty in UNSURE else "solid"
        ends = (one.key, self._around.key)
        self._stub(bus, edge, middle, ends, (one.link,), dash, "arrow" if out else "none")
        self._neighbour(one, row.text, rect)
        if one.beyond:
            self._beyond(one, rect, right=right)

    def _stub(
        self,
        bus: float,
        edge: float,
        y: float,
        ends: tuple[str, ...],
        links: tuple[LinkId, ...],
        dash: Dash,
        end: WireEnd,
    ) -> None:
        self.items.append(
            Wire(
                route=Track((Point(bus, y), Point(edge, y)), 0),
                paint=self._paint(),
                weight=1.4 * self._u,
                dash=dash,
                end=end,
                ends=ends,
                links=links,
            )
        )

    def _neighbour(self, one: Neighbour, text: str, rect: Rect) -> None:
        u = self._u
        key = one.key
        element = self._framework[key]
        step = self._around.steps.get(key)
        look = look_of(self._framework, self._around.steps, key)
        first = key not in self.subjects
        if first:
            self.subjects.append(key)
        fill, on = (step.tint, INK) if step else (look.fill, look.on)
        if look.fill == INK:  # the middle alone is dark: a list of dark boxes would outweigh it
            fill, on = PALE, INK
        if element.lifecycle == "ended" and on == INK:
            on = INK_3
        box = Box(
            key=key if first else "",
            rect=rect,
            shape=look.shape,
            fill=fill,
            stroke=step.ink if step else look.stroke,
            weight=1.0 * u,
            dashed=element.certainty in UNSURE,
            name=text,
        )
        items: list[AnyItem] = [box]
        if step:
            items += chip(step, rect.x + 5 * u, rect.centre.y - 7.5 * u, 15 * u, self._measure)
        else:
            entry = self._framework.type_of(key)
            size = 11 * u
            items.append(
                Glyph(
                    x=rect.x + 10 * u,
                    y=rect.centre.y - size / 2,
                    size=size,
                    glyph=entry.glyph if entry else "disc",
                    paint=INK_2 if on == INK else on,
                    on=fill,
                )
            )
        lead = self._lead(key)
        face = Face(self._face.size, False, on, fill, self._face.leading)
        room = Rect(rect.x + lead, rect.y, self._inner(key), rect.height)
        language = foreign(element.short_name, self._words)
        items.append(centred(text, face, room, self._measure, language=language))
        self.items.append(Group(shows=(key,), links=(one.link,), name=text, items=tuple(items)))

    def _beyond(self, one: Neighbour, rect: Rect, *, right: bool) -> None:
        """The second ring, as words on the far side of the first."""
        u = self._u
        said = texts.beyond(one.beyond, self._framework, self._words)
        wide = self._beyond_room()
        x = rect.right + 16 * u if right else rect.x - 16 * u - wide
        start = rect.right if right else rect.x
        end = start + 11 * u if right else start - 11 * u
        self.items.append(
            Region(
                rect=Rect(min(start, end), rect.centre.y - 0.4 * u, 11 * u, 0.8 * u), fill=RULE_2
            )
        )
        label = centred(
            said,
            Face(self._sheet.small, False, INK_2),
            Rect(x, rect.y, wide, rect.height),
            self._measure,
            anchor="start" if right else "end",
        )
        self.items.append(Group(shows=one.beyond, name=said, items=(label,)))
