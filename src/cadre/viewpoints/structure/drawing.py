"""The structure as a picture: bands from top to bottom, in each the bodies as cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.measure import Measure, longest_word
from cadre.viewpoints.roles import role_codes
from cadre.viewpoints.scene import (
    GROUND,
    INK,
    INK_2,
    INK_3,
    PALE,
    AnyItem,
    Box,
    Glyph,
    Group,
    Outline,
    Rect,
    Region,
)
from cadre.viewpoints.signs import chip, chip_width, pill
from cadre.viewpoints.structure.model import EXTERNAL, NEW, Band, Body, Row, Structure
from cadre.viewpoints.texts import Face, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

_CARD: Final = 150.0
_GAP: Final = 9.0
_PAD: Final = 6.0
_PART_OF: Final = Text("Part of: {name}", "Fait partie de : {name}")
_OVERSEEN: Final = Text("Overseen by: {name}", "Supervisé par : {name}")
OPEN: Final = "question"
HOUSE: Final = "house"


def outline_of(body: Body) -> Outline:
    """Struck where it is over, double where it is new, thin where it is outside."""
    if body.is_over:
        return "struck"
    return {NEW: "double", EXTERNAL: "thin"}.get(body.standing, "plain")  # type: ignore[return-value]  # all are outlines


def least_width(structure: Structure, paper: Sheet, words: Words, measure: Measure) -> float:
    """The least breadth in which no word of a card is broken; 0 on a phone."""
    if paper.narrow:
        return 0.0
    names = [words.of(body.name) for body in structure.bodies]
    labels = [words.of(band.label) for band in structure.bands]
    card = longest_word(names, paper.body, measure, bold=True) + 70 * paper.scale
    return card + longest_word(labels, paper.name, measure, bold=True) + 40 * paper.scale


def draw(framework: Framework, structure: Structure, frame: Frame) -> tuple[list[AnyItem], float]:
    """The bands one under the other, and where they end."""
    return _Drawing(framework, structure, frame).drawn()


class _Drawing:
    def __init__(self, framework: Framework, structure: Structure, frame: Frame) -> None:
        self._structure, self._frame = structure, frame
        self._sheet, self._u = frame.sheet, frame.sheet.scale
        self._words, self._measure = frame.request.words, frame.request.measure
        self._codes = role_codes(framework)
        self._name = Face(self._sheet.body, True, INK, leading=1.18)
        self._quiet = Face(self._sheet.small, False, INK_2, leading=1.2)
        narrow = self._sheet.narrow
        self._label = 0.0 if narrow else self._label_width()
        self._left, self._right = frame.left + self._label, frame.right
        room = self._right - self._left
        gap = _GAP * self._u
        words = [self._words.of(body.name) for body in structure.bodies]
        least = longest_word(words, self._sheet.body, self._measure, bold=True) + 60 * self._u
        wanted = max(_CARD * self._u, least)
        self._columns = 1 if narrow else max(1, int((room + gap) // (wanted + gap)))
        self._wide = (room - (self._columns - 1) * gap) / self._columns

    def _label_width(self) -> float:
        labels = [band.label for band in self._structure.bands]
        rows = [row for band in self._structure.bands for row in band.rows]
        face, small = self._sheet.name, self._sheet.small
        widest = longest_word(map(self._words.of, labels), face, self._measure, bold=True)
        steps = [row.step for row in rows if row.step]
        chips = max((chip_width(step, self._high, self._measure) for step in steps), default=0.0)
        named = longest_word(
            [self._words.of(row.label) for row in rows], small, self._measure, bold=True
        )
        return max(widest, named + chips + 6 * self._u, 90 * self._u) + 16 * self._u

    @property
    def _high(self) -> float:
        return round(1.75 * self._sheet.small, 1)

    def drawn(self) -> tuple[list[AnyItem], float]:
        found: list[AnyItem] = []
        y = self._frame.top
        for band in self._structure.bands:
            items, y = self._band(band, y)
            found += items
            y += 14 * self._u
        return found, max(self._frame.top, y - 14 * self._u)

    # --- bands -------------------------------------------------------------------------------

    def _band(self, band: Band, top: float) -> tuple[list[AnyItem], float]:
        u = self._u
        rule = Region(
            rect=Rect(self._frame.left, top, self._right - self._frame.left, 1.1 * u), fill=INK
        )
        y = top + 8 * u
        wide = self._right - self._frame.left if self._sheet.narrow else self._label - 14 * u
        room = Rect(self._frame.left, y, wide, 0)
        face = Face(self._sheet.name, True)
        head = paragraph(self._words.of(band.label), face, room, self._measure)
        found: list[AnyItem] = [rule, head]
        after = y + height_of(head) + 6 * u
        is_parted = any(row.label for row in band.rows)
        if self._sheet.narrow or is_parted:
            y = after
        for row in band.rows:
            items, y = self._row(row, y)
            found += items
            y += 8 * u
        return found, max(y - 8 * u, after - 6 * u)

    def _row(self, row: Row, top: float) -> tuple[list[AnyItem], float]:
        u = self._u
        found: list[AnyItem] = []
        y = end = top
        if row.label:
            items, end = self._row_label(row, top)
            found += items
            if self._sheet.narrow:
                y = end + 4 * u
        bottom = y
        for start in range(0, len(row.bodies), self._columns):
            line = row.bodies[start : start + self._columns]
            high = max(self._height(body, row) for body in line)
            for place, body in enumerate(line):
                x = self._left + place * (self._wide + _GAP * u)
                found.append(self._card(body, row, Rect(x, y, self._wide, high)))
            bottom = y + high
            y = bottom + _GAP * u
        return found, max(bottom, end)

    def _row_label(self, row: Row, top: float) -> tuple[list[AnyItem], float]:
        x = self._frame.left
        items: list[AnyItem] = []
        end = top
        if row.step:
            items += chip(row.step, x, top, self._high, self._measure)
            x += chip_width(row.step, self._high, self._measure) + 6 * self._u
            end = top + self._high
        wide = self._right - x if self._sheet.narrow else self._left - 14 * self._u - x
        face = Face(self._sheet.small, True, INK_2, leading=1.15)
        room = Rect(x, top + 2 * self._u, wide, 0)
        label = paragraph(self._words.of(row.label), face, room, self._measure)
        key = row.step.key if row.step else ""
        shown = Group(shows=(key,) if key else (), items=(*items, label))
        return [shown], max(end, room.y + height_of(label))

    # --- cards -------------------------------------------------------------------------------

    def _before(self, body: Body) -> float:
        """The room for badge and signs before a name."""
        wide = 0.0
        if body.role in self._codes:
            wide += self._pill_wide + 5 * self._u
        signs = (body.standing == EXTERNAL) + body.is_open
        return wide + signs * 1.4 * self._sheet.small

    @property
    def _pill_wide(self) -> float:
        size = self._sheet.small
        return max(self._measure.width(code, size, True) for code in self._codes.values()) + size

    def _told(self, body: Body, row: Row) -> list[str]:
        """What stands under a name: phase, and what it is part of or overseen by."""
        names, words = self._structure.names, self._words
        found = [words.of(names[key]) for key in body.phases]
        found += [
            words.fill(_PART_OF, name=names[key]) for key in body.parents if key != row.council
        ]
        found += [words.fill(_OVERSEEN, name=names[key]) for key in body.overseers]
        return found or ([words.of(body.kind)] if body.kind else [])

    def _height(self, body: Body, row: Row) -> float:
        u = self._u
        room = self._wide - 2 * _PAD * u - 5 * u
        name = self._words.of(body.name)
        high = height_for(name, self._name, room - self._before(body), self._measure)
        for line in self._told(body, row):
            high += height_for(line, self._quiet, room, self._measure)
        return high + 2 * _PAD * u

    def _card(self, body: Body, row: Row, rect: Rect) -> AnyItem:
        u = self._u
        pad = _PAD * u
        bar = row.step.fill if row.step else INK
        fill = PALE if body.is_open else GROUND
        items: list[AnyItem] = [
            Box(
                rect=rect,
                key=body.key,
                shape="body",
                fill=fill,
                bar=bar,
                outline=outline_of(body),
                dashed=not body.is_sure,
            )
        ]
        x, y = rect.x + pad + 5 * u, rect.y + pad
        middle = y + 0.6 * self._name.size
        items += self._signs(body, x, middle, fill == PALE)
        start = x + self._before(body)
        room = Rect(start, y, rect.right - pad - start, 0)
        face = Face(self._name.size, True, INK, fill, leading=self._name.leading)
        name = self._words.of(body.name)
        language = foreign(body.name, self._words)
        label = paragraph(name, face, room, self._measure, language=language)
        items.append(label)
        y += height_of(label)
        quiet = Face(self._quiet.size, False, INK_2, fill, leading=self._quiet.leading)
        told = self._told(body, row)
        for line in told:
            inner = Rect(x, y, rect.right - pad - x, 0)
            below = paragraph(line, quiet, inner, self._measure)
            items.append(below)
            y += height_of(below)
        shows = (*body.parents, *body.overseers, *body.phases, *body.areas)
        return Group(name=_aloud(name, told), shows=shows, items=tuple(items))

    def _signs(self, body: Body, x: float, middle: float, is_pale: bool) -> Sequence[AnyItem]:
        size = self._sheet.small
        found: list[AnyItem] = []
        on = PALE if is_pale else GROUND
        if body.role in self._codes:
            rect = Rect(x, middle - 0.7 * size, self._pill_wide, 1.4 * size)
            found += pill(self._codes[body.role], rect, self._measure, size)
            x = rect.right + 5 * self._u
        for glyph, holds in ((HOUSE, body.standing == EXTERNAL), (OPEN, body.is_open)):
            if holds:
                paint = INK_3 if glyph == HOUSE else INK
                found.append(
                    Glyph(x=x, y=middle - size / 2, size=size, glyph=glyph, paint=paint, on=on)
                )
                x += 1.4 * size
        return found


def _aloud(name: str, told: Iterable[str]) -> str:
    rest = "; ".join(told)
    return f"{name}: {rest}" if rest else name
