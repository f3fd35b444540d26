"""The SWOT board as a picture: what helps on the left, what harms on the right, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.measure import Measure, longest_word
from cadre.viewpoints.scene import (
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
from cadre.viewpoints.swot.finding import QUADRANTS
from cadre.viewpoints.swot.model import INSIDE, OUTSIDE, Board, Factor, Row
from cadre.viewpoints.texts import Face, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

_INSIDE: Final = Text("Inside the councils, by theme", "Au sein des conseils, par thème")
_OUTSIDE: Final = Text(
    "Outside the councils, by focus area", "Hors des conseils, par domaine d’intérêt"
)
_OTHER: Final = Text("Factors of no quadrant", "Facteurs sans quadrant")
_NO_THEME: Final = Text("No theme", "Sans thème")
_NO_AREA: Final = Text("No focus area", "Sans domaine")
_NOTHING: Final = Text("none", "aucune")
_COUNTED: Final = Text("{name} ({n})", "{name} ({n})")
EVIDENCE, NO_EVIDENCE = "disc", "ring"
"""The glyph before a factor: filled where its evidence is recorded, hollow where it is not."""


def draw(board: Board, frame: Frame) -> tuple[list[AnyItem], float]:
    """The drawing, and where it ends."""
    return _Drawing(board, frame).drawn()


def least_width(board: Board, sheet: Sheet, words: Words, measure: Measure) -> float:
    """The least width in which no word is broken; 0 on a phone, where all is in one column."""
    if sheet.narrow:
        return 0.0
    names = [words.of(factor.text) for factor in board.factors]
    column = longest_word(names, sheet.body, measure, bold=True) + 24 * sheet.scale
    return 2.0 * column + 130 * sheet.scale


class _Drawing:
    def __init__(self, board: Board, frame: Frame) -> None:
        self._board, self._frame = board, frame
        self._sheet, self._u = frame.sheet, frame.sheet.scale
        self._words, self._measure = frame.request.words, frame.request.measure
        self._left, self._right = frame.left, frame.right
        wide = self._right - self._left
        self._narrow = frame.sheet.narrow
        self._label = 0.0 if self._narrow else max(self._label_width(), 0.125 * wide)
        self._column = wide if self._narrow else (wide - self._label) / 2
        self._drawn: set[str] = set()

    def _label_width(self) -> float:
        rows = [*self._board.inside, *self._board.outside]
        names = [self._words.of(row.name) for row in rows]
        sign = self._chip_wide() + 6 * self._u
        word = longest_word(names, self._sheet.body, self._measure, bold=True)
        return word + sign + 12 * self._u

    def _chip_wide(self) -> float:
        steps = [row.step for row in self._board.outside if row.step]
        return max((chip_width(step, self._high, self._measure) for step in steps), default=0.0)

    @property
    def _high(self) -> float:
        return round(1.75 * self._sheet.small, 1)

    def drawn(self) -> tuple[list[AnyItem], float]:
        found: list[AnyItem] = []
        y = self._frame.top
        for title, quadrants, rows, empty in (
            (_INSIDE, INSIDE, self._board.inside, _NO_THEME),
            (_OUTSIDE, OUTSIDE, self._board.outside, _NO_AREA),
        ):
            if rows:
                items, y = self._block(title, quadrants, rows, empty, y)
                found += items
                y += 16 * self._u
        if self._board.other:
            items, y = self._other(y)
            found += items
            y += 16 * self._u
        return found, max(self._frame.top, y - 16 * self._u)

    # --- blocks ------------------------------------------------------------------------------

    def _block(
        self, title: Text, quadrants: Sequence[str], rows: tuple[Row, ...], empty: Text, top: float
    ) -> tuple[list[AnyItem], float]:
        u = self._u
        wide = self._right - self._left
        face = Face(self._sheet.name, True)
        room = Rect(self._left, top, wide, 0)
        head = paragraph(self._words.of(title), face, room, self._measure)
        found: list[AnyItem] = [head]
        y = top + height_of(head) + 5 * u
        if not self._narrow:
            items, y = self._heads(quadrants, y)
            found += items
        for row in rows:
            items, y = self._row(row, quadrants, empty, y)
            found += items
        return found, y

    def _heads(self, quadrants: Sequence[str], top: float) -> tuple[list[AnyItem], float]:
        found: list[AnyItem] = []
        face = Face(self._sheet.body, True, INK_2)
        deepest = 0.0
        for place, quadrant in enumerate(quadrants):
            room = Rect(self._x(place), top, self._column - 8 * self._u, 0)
            label = paragraph(self._head(quadrant), face, room, self._measure)
            deepest = max(deepest, height_of(label))
            found.append(label)
        y = top + deepest + 4 * self._u
        line = Rect(self._left, y, self._right - self._left, 1.1 * self._u)
        return [*found, Region(rect=line, fill=INK)], y + 1.1 * self._u

    def _head(self, quadrant: str, count: int | None = None) -> str:
        name = self._words.of(QUADRANTS[quadrant])
        n = self._board.count(quadrant) if count is None else count
        return self._words.fill(_COUNTED, name=name, n=n)

    def _x(self, column: int) -> float:
        return self._left + self._label + column * self._column

    # --- rows --------------------------------------------------------------------------------

    def _row(
        self, row: Row, quadrants: Sequence[str], empty: Text, top: float
    ) -> tuple[list[AnyItem], float]:
        u = self._u
        pad = 6 * u
        found: list[AnyItem] = []
        label, height = self._name(row, empty, top + pad)
        if self._narrow:
            found.append(Region(rect=Rect(self._left, top, self._column, 1.0), fill=INK_2))
            y = top + pad + height + 4
            for quadrant, factors in zip(quadrants, (row.helps, row.harms), strict=True):
                if factors:
                    face = Face(self._sheet.small, True, INK_3)
                    room = Rect(self._left, y, self._column, 0)
                    text = self._head(quadrant, len(factors))
                    head = paragraph(text, face, room, self._measure)
                    items, y = self._cell(factors, self._left, y + height_of(head) + 3, row)
                    found += [head, *items]
                    y += 6
            return [*found, label], y + 6
        bottom = top + pad + height
        for place, factors in enumerate((row.helps, row.harms)):
            x = self._x(place)
            if factors:
                items, y = self._cell(factors, x, top + pad, row)
                found += items
            else:
                face = Face(self._sheet.small, False, INK_3)
                room = Rect(x, top + pad, self._column, 0)
                found.append(paragraph(self._words.of(_NOTHING), face, room, self._measure))
                y = top + pad + face.step
            bottom = max(bottom, y)
        line = Region(rect=Rect(self._left, bottom + pad, self._right - self._left, 0.6), fill=RULE)
        ground: list[AnyItem] = []
        if row.step:
            rect = Rect(self._left, top, self._label - 8 * u, bottom + pad - top)
            ground.append(Region(rect=rect, fill=row.step.tint))
        return [*ground, label, *found, line], bottom + pad + 0.6

    def _name(self, row: Row, empty: Text, top: float) -> tuple[AnyItem, float]:
        u = self._u
        name = row.name or empty
        text = self._words.of(name)
        x = self._left + (0 if self._narrow else 5 * u)
        items: list[AnyItem] = []
        ground = row.step.tint if row.step and not self._narrow else GROUND
        if row.step:
            items += chip(row.step, x, top, self._high, self._measure)
            x += chip_width(row.step, self._high, self._measure) + 6 * u
        size = self._sheet.name if self._narrow else self._sheet.body
        face = Face(size, True, INK if row.name else INK_3, ground, leading=1.2)
        end = self._right if self._narrow else self._left + self._label - 12 * u
        room = Rect(x, top + 1.5 * u, end - x, 0)
        label = paragraph(text, face, room, self._measure, language=foreign(name, self._words))
        items.append(label)
        height = max(height_of(label) + 1.5 * u, self._high if row.step else 0.0)
        key = row.step.key if row.step else ""
        return Group(key=key, name=text, items=tuple(items)), height

    def _other(self, top: float) -> tuple[list[AnyItem], float]:
        face = Face(self._sheet.name, True)
        room = Rect(self._left, top, self._right - self._left, 0)
        head = paragraph(self._words.of(_OTHER), face, room, self._measure)
        y = top + height_of(head) + 5 * self._u
        row = Row(Text(), None, self._board.other, ())
        items, y = self._cell(self._board.other, self._left, y, row, wide=room.width)
        return [head, *items], y

    # --- factors -----------------------------------------------------------------------------

    def _cell(
        self, factors: tuple[Factor, ...], x: float, top: float, row: Row, wide: float = 0.0
    ) -> tuple[list[AnyItem], float]:
        """Factors in as many columns as are well readable, and where they end."""
        u = self._u
        room = (wide or self._column) - 10 * u
        gap = 14 * u
        columns = max(1, min(len(factors), int((room + gap) // (200 * u + gap))))
        each = (room - (columns - 1) * gap) / columns
        found: list[AnyItem] = []
        y = top
        for start in range(0, len(factors), columns):
            line = factors[start : start + columns]
            high = max(self._height(factor, each) for factor in line)
            for place, factor in enumerate(line):
                rect = Rect(x + place * (each + gap), y, each, high)
                found.append(self._factor(factor, rect, row))
            y += high + 6 * u
        return found, y - 6 * u

    @property
    def _indent(self) -> float:
        return self._sheet.small * 1.35

    def _faces(self, ground: Paint = GROUND) -> tuple[Face, Face]:
        return (
            Face(self._sheet.body, True, INK, ground, leading=1.2),
            Face(self._sheet.small, False, INK_2, ground, leading=1.25),
        )

    def _height(self, factor: Factor, wide: float) -> float:
        strong, quiet = self._faces()
        room = wide - self._indent
        high = height_for(self._words.of(factor.text), strong, room, self._measure)
        said = self._said(factor)
        return high + (height_for(said, quiet, room, self._measure) if said else 0.0)

    def _said(self, factor: Factor) -> str:
        return self._words.of(factor.said)

    def _factor(self, factor: Factor, rect: Rect, row: Row) -> AnyItem:
        strong, quiet = self._faces()
        name = self._words.of(factor.text)
        room = Rect(rect.x + self._indent, rect.y, rect.width - self._indent, 0)
        language = foreign(factor.text, self._words)
        label = paragraph(name, strong, room, self._measure, language=language)
        side = self._sheet.small * 0.8
        middle = rect.y + self._sheet.body * 0.62
        paint = row.step.ink if row.step else INK_2
        items: list[AnyItem] = [
            Glyph(
                x=rect.x,
                y=middle - side / 2,
                size=side,
                glyph=EVIDENCE if factor.evidence else NO_EVIDENCE,
                paint=paint,
            ),
            label,
        ]
        said = self._said(factor)
        if said:
            below = room._replace(y=rect.y + height_of(label))
            items.append(
                paragraph(
                    said, quiet, below, self._measure, language=foreign(factor.said, self._words)
                )
            )
        if not factor.is_sure:
            items.append(unsure(rect.x + side / 2, middle + side, rect.bottom))
        is_own = factor.key not in self._drawn
        self._drawn.add(factor.key)
        return Group(
            key=factor.key if is_own else "",
            shows=() if is_own else (factor.key,),
            name=f"{name}: {said}" if said else name,
            items=tuple(items),
        )
