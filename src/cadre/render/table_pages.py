"""A table laid out for paper: one part for each kind of row, and columns that hold their words.

Keys are for programs: paper calls things by name.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from cadre.core.text import Language, Rendition, Text
from cadre.render.table import cell_text, is_number
from cadre.viewpoints.measure import Measure, longest_word, wrap
from cadre.viewpoints.table import Cell, Table
from cadre.viewpoints.table import Part as TablePart
from cadre.viewpoints.table import parts as table_parts

Called = Callable[[str], Text | None]
"""What the element with this key is called; None where there is none."""

_WIDEST_WORD: Final = 180.0
"""A longer word, in points, is broken."""
_WIDEST_LABEL: Final = 90.0
"""A longer label of a column may take a second line, in points."""
_SLACK: Final = 0.5


@dataclass(frozen=True, slots=True)
class Type:
    """How a table is set: size and space between columns in points, and who knows the widths."""

    size: float
    gutter: float
    measure: Measure


@dataclass(frozen=True, slots=True)
class Reader:
    """Who the words are for."""

    language: Language
    called: Called


@dataclass(frozen=True, slots=True)
class PageColumn:
    """A column as it is set, its width in points with the gutter."""

    label: Rendition
    width: float
    number: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one kind. The heading is None where the table has no kinds."""

    heading: Rendition | None
    columns: tuple[PageColumn, ...]
    rows: tuple[tuple[Rendition, ...], ...]

    @property
    def width(self) -> float:
        """Of all columns together."""
        return sum(column.width for column in self.columns)


def parts_of(table: Table, reader: Reader, room: float, type_: Type) -> tuple[Part, ...]:
    """The parts of a table, no wider than `room` unless words need it; none without rows."""
    return tuple(_part(part, reader, room, type_) for part in table_parts(table))


def _part(part: TablePart, reader: Reader, room: float, type_: Type) -> Part:
    heading = _said(part.heading, reader) if part.heading is not None else None
    kept: list[PageColumn] = []
    texts: list[list[Rendition]] = []
    for column in part.columns:
        cells = [column.name_first(row) for row in part.rows]
        number = all(is_number(cell) for cell in cells)
        kept.append(PageColumn(column.label.rendition(reader.language), 0.0, number))
        texts.append([_said(cell, reader) for cell in cells])
    widths = _widths([column.label for column in kept], texts, room, type_)
    broken = [
        [cell._replace(text=_broken(cell.text, width - type_.gutter, type_)) for cell in column]
        for column, width in zip(texts, widths, strict=True)
    ]
    return Part(
        heading,
        tuple(replace(column, width=width) for column, width in zip(kept, widths, strict=True)),
        tuple(zip(*broken, strict=True)),
    )


def _said(cell: Cell, reader: Reader) -> Rendition:
    match cell:
        case Text():
            return cell.rendition(reader.language)
        case str() if named := reader.called(cell):
            return named.rendition(reader.language)
        case tuple():
            names = [_said(one, reader).text for one in cell]
            return Rendition("; ".join(names), reader.language)
        case _:
            return Rendition(cell_text(cell, reader.language), reader.language)


def _widths(
    labels: Sequence[Rendition], texts: Sequence[Sequence[Rendition]], room: float, type_: Type
) -> list[float]:
    asked = []
    for label, column in zip(labels, texts, strict=True):
        lines = [line for cell in column for line in cell.text.split("\n")]
        head = min(type_.measure.width(label.text, type_.size, True), _WIDEST_LABEL)
        cells = [head, *(type_.measure.width(line, type_.size) for line in lines)]
        word = max(_word((label.text,), type_, bold=True), _word(lines, type_))
        more = type_.gutter + _SLACK
        usual = math.sqrt(sum(cell * cell for cell in cells) / len(cells))
        asked.append(Asked(word + more, max(word, usual) + more, max(word, *cells) + more))
    return shares(asked, room)


def _word(texts: Sequence[str], type_: Type, *, bold: bool = False) -> float:
    width = longest_word(texts, type_.size, type_.measure, bold=bold)
    return min(width, _WIDEST_WORD)


class Asked(NamedTuple):
    """The widths of a column: of its longest word, of a usual cell on one line, of the longest."""

    least: float
    usual: float
    most: float


def shares(columns: Sequence[Asked], room: float) -> list[float]:
    """Widths that fill the room, each between least and most, in proportion to the usual ones.

    So usual cells of all columns take the same number of lines. Where even the least is too much,
    each gets that; where all get the most, room is left over.
    """
    few, many = 0.0, max(column.usual / column.least for column in columns)
    for _ in range(40):
        lines = (few + many) / 2
        fits = sum(_share(column, lines) for column in columns) <= room
        few, many = (few, lines) if fits else (lines, many)
    return [_share(column, many) for column in columns]


def _share(column: Asked, lines: float) -> float:
    return min(column.most, max(column.least, column.usual / lines))


def _broken(text: str, room: float, type_: Type) -> str:
    """The text, with its lines set here where a word is wider than the room."""
    if longest_word((text,), type_.size, type_.measure) <= room:
        return text
    return "\n".join(wrap(text, type_.size, room, type_.measure))
