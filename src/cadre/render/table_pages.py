"""A table laid out for paper: one part for each kind of row, and columns that hold their words.

A table twin may mix kinds of rows, told apart by its first column. On paper each kind is a table of
its own, with the columns it uses and its kind as heading. Keys are for programs: paper calls things
by name, makes one column of a key and its name, and leaves out the links behind a row.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from cadre.core.text import Language, Rendition, Text
from cadre.render.table import cell_text, is_number
from cadre.viewpoints.measure import Measure, longest_word, wrap
from cadre.viewpoints.table import Cell, Column, Row, Table

KINDS: Final = ("row", "relation")
"""What a first column that tells kinds of rows apart is called."""
LINKS: Final = "links"
NAME: Final = "-name"
"""`area-name` is what the element is called whose key stands in `area`."""

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
    columns = [column for column in table.columns if column.id != LINKS]
    kind = columns.pop(0) if columns and columns[0].id in KINDS else None
    kinds = dict[Rendition | None, list[Row]]()
    for row in table.rows:
        heading = _said(row.cells.get(kind.id), reader) if kind else None
        kinds.setdefault(heading, []).append(row)
    return tuple(
        _part(heading, _merged(columns), rows, reader, room, type_)
        for heading, rows in kinds.items()
    )


def _merged(columns: Sequence[Column]) -> list[tuple[Column, tuple[str, ...]]]:
    """Each column with the ids under which a row may have it, the one to prefer first."""
    by_id = {column.id: column for column in columns}
    return [
        (by_id.get(column.id + NAME, column), (column.id + NAME, column.id))
        for column in columns
        if column.id.removesuffix(NAME) not in by_id.keys() - {column.id}
    ]


def _part(
    heading: Rendition | None,
    columns: Sequence[tuple[Column, tuple[str, ...]]],
    rows: Sequence[Row],
    reader: Reader,
    room: float,
    type_: Type,
) -> Part:
    kept: list[PageColumn] = []
    texts: list[list[Rendition]] = []
    for column, ids in columns:
        cells = [_first(row, ids) for row in rows]
        if any(cell is not None for cell in cells):
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


def _first(row: Row, ids: Sequence[str]) -> Cell:
    """What a row has under the first of some ids; None where it has nothing."""
    found = (row.cells.get(one) for one in ids)
    return next((cell for cell in found if cell not in (None, "", ())), None)


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
