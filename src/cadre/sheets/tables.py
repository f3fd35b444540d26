"""CSV tables in and out: rows by header, with the place of each for whoever must complain."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cadre.core.faults import BadInput, Faults, Place
from cadre.core.text import LANGUAGES, Text, clean
from cadre.sheets.cells import from_cell, to_cell
from cadre.sheets.limits import DIVIDE, decoded, refuse_crowded, refuse_endless, weight

MOST_LETTERS: Final = 4_000_000
"""In one cell."""
MOST_PARSED: Final = 120_000_000
"""Bytes that the cells of a table take in memory."""
_CELL: Final = 60
_ROW: Final = 500
_MOST_COLUMNS: Final = 500
_LONGEST_LINE: Final = 16_000_000
_DELIMITERS: Final = (",", ";", "\t")
_UTF_8: Final = Text("Save it as “CSV UTF-8”.", "L’enregistrer en « CSV UTF-8 ».")
_SPACE_AFTER_QUOTE: Final = re.compile(r'" +(?:[,;\t\r\n]|\Z)')
_QUOTED: Final = re.compile(r'("(?:[^"]++|"")*+") *+(?=[,;\t\r\n]|\Z)|("(?:[^"]++|"")*+")')
"""A cell in quotation marks, with the spaces after it where they end it."""
_ENDLESS: Final = "field larger"
"""How the csv module begins to say so."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells by column, those with something in them only.

    `shown` are the columns as the file has them, where that is not what the program calls them.
    """

    number: int
    cells: Mapping[str, str]
    table: Place
    shown: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        """The place of the row."""
        return self.table.at(row=self.number)

    def at(self, column: str) -> Place:
        """The place of a cell; of a text in two languages, the first column that is there."""
        ids = (column, *(f"{column}.{language}" for language in LANGUAGES))
        shown = next((self.shown[one] for one in ids if one in self.shown), column)
        return self.place.at(column=shown)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: headers in their order and their row, and rows that are not blank."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    place: Place
    header_row: int = 1


@dataclass(frozen=True, slots=True)
class Written:
    """A table to be written: headers in their order, and rows of cells by header."""

    headers: Sequence[str]
    rows: Sequence[Mapping[str, str]]


def read_table(
    data: bytes, place: Place, faults: Faults | None = None, *, guarded: bool = True
) -> Table:
    """A table from the bytes of a CSV file; `guarded` is one that Cadre or a spreadsheet wrote.

    A byte-order mark, `;` or tab as delimiter, CRLF, blank rows, spaces around headers and
    after a closing quotation mark are taken as they come. BadInput for bytes that are not UTF-8,
    a header given twice, a cell beyond the headers or under none, a table that breaks off, and one
    too large to be read safely.
    """
    faults = faults or Faults()
    text = decoded(data, place, _UTF_8)
    refuse_endless(text, "\n\r", _LONGEST_LINE, place)
    delimiter = _delimiter(text)
    refuse_crowded(weight_of_table(text, delimiter), MOST_PARSED, place, DIVIDE)
    _ = csv.field_size_limit(MOST_LETTERS)
    text = _without_trailing_spaces(text, delimiter)
    lines = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    try:
        whole = text.endswith(("\n", "\r"))
        return _table(lines, place, faults, from_cell if guarded else clean, whole=whole)
    except csv.Error as error:
        at = place.at(row=lines.line_num)
        if str(error).startswith(_ENDLESS):
            raise BadInput(
                Text(
                    f"a cell holds more than {MOST_LETTERS} letters.",
                    f"une cellule contient plus de {MOST_LETTERS} lettres.",
                ),
                at,
                Text("Shorten it.", "La raccourcir."),
            ) from None
        raise BadInput(
            Text(
                "the table breaks off, or a quotation mark is not closed.",
                "le tableau est coupé, ou un guillemet n’est pas fermé.",
            ),
            at,
            Text(
                "Take a whole copy, or close the quotation mark.",
                "Prendre une copie entière, ou fermer le guillemet.",
            ),
        ) from None


def weight_of_table(data: str | bytes, delimiter: str = "") -> int:
    """About how many bytes a table takes in memory; by the worst delimiter when none is known."""
    cells = max(weight(data, {one: _CELL}) for one in delimiter or "".join(_DELIMITERS))
    return cells + weight(data, {"\n": _ROW})


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one at a time; the ends are those of the first line."""
    start, end = 0, "\n" if "\n" in text else "\r"
    while start < len(text):
        stop = text.find(end, start) + 1 or len(text)
        yield text[start:stop]
        start = stop


def _delimiter(text: str) -> str:
    header = next((line for line in _lines(text) if line.strip(" \t;,\r\n")), "")
    return max(_DELIMITERS, key=header.count)


def _without_trailing_spaces(text: str, delimiter: str) -> str:
    """The text without spaces between a closing quotation mark and the end of its cell.

    Only where they break the table: elsewhere they may be part of a text.
    """
    if not _SPACE_AFTER_QUOTE.search(text):
        return text
    try:
        for _ in csv.reader(_lines(text), delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        return _QUOTED.sub(r"\1\2", text)
    return text


def _table(
    lines: Iterator[list[str]],
    place: Place,
    faults: Faults,
    text_of: Callable[[str], str],
    *,
    whole: bool,
) -> Table:
    numbered = enumerate(lines, start=1)
    top, first = next(((number, cells) for number, cells in numbered if any(cells)), (1, []))
    headers = tuple(clean(cell).strip() for cell in first)
    named = [header for header in headers if header]
    if len(first) > _MOST_COLUMNS:
        raise _too_wide(place.at(row=top))
    if len(set(named)) != len(named):
        twice = next(header for header in named if named.count(header) > 1)
        raise column_given_twice(twice, place.at(row=top))
    rows: list[Row] = []
    short: Row | None = None
    for number, cells in numbered:
        if not any(cells):
            continue
        if _has_stray(headers, cells):
            faults.add(_stray(place.at(row=number)))
            continue
        found = {
            header: text_of(cell)
            for header, cell in zip(headers, cells, strict=False)
            if header and cell
        }
        rows.append(Row(number, found, place))
        short = rows[-1] if len(cells) < len(headers) else None
    if short is not None and not whole:
        raise _breaks_off(short.place)
    return Table(headers, tuple(rows), place, top)


def column_given_twice(name: str, place: Place) -> BadInput:
    """The refusal of a second column of one name."""
    return BadInput(
        Text(
            f"the column “{name}” is given twice.", f"la colonne « {name} » est donnée deux fois."
        ),
        place,
        Text("Keep one of the two.", "Garder l’une des deux."),
    )


def _too_wide(place: Place) -> BadInput:
    return BadInput(
        Text(
            f"the table has more than {_MOST_COLUMNS} columns.",
            f"le tableau a plus de {_MOST_COLUMNS} colonnes.",
        ),
        place,
        Text("Remove the blank ones.", "Retirer celles qui sont vides."),
    )


def _has_stray(headers: Sequence[str], cells: Sequence[str]) -> bool:
    if any(cells[len(headers) :]):
        return True
    return "" in headers and any(
        cell and not header for header, cell in zip(headers, cells, strict=False)
    )


def _stray(place: Place) -> BadInput:
    return BadInput(
        Text(
            "there is a cell beyond the last column, or under no header.",
            "une cellule dépasse la dernière colonne, ou se trouve sous aucun en-tête.",
        ),
        place,
        Text(
            "Clear it, or put a text that holds the delimiter in quotation marks.",
            "L’effacer, ou mettre entre guillemets un texte qui contient le séparateur.",
        ),
    )


def _breaks_off(place: Place) -> BadInput:
    return BadInput(
        Text(
            "the table breaks off in its last row.", "le tableau est coupé dans sa dernière ligne."
        ),
        place,
        Text(
            "Take a whole copy, or fill the row and end it with a line break.",
            "Prendre une copie entière, ou remplir la ligne et la finir par un saut de ligne.",
        ),
    )


def write_table(headers: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """The bytes of a CSV file (UTF-8, comma, CRLF as RFC 4180 has it), guarded cell by cell."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    _ = writer.writerow(headers)
    for row in rows:
        _ = writer.writerow([to_cell(row.get(header, "")) for header in headers])
    return buffer.getvalue().encode()
