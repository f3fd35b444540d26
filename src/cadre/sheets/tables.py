"""CSV tables in and out: rows by header, with the place of each for whoever must complain."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cadre.core.faults import BadInput, Place
from cadre.core.text import Text
from cadre.sheets.cells import from_cell, to_cell

_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells by header, those with something in them only."""

    number: int
    cells: Mapping[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: headers in their order, and rows that are not blank."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Written:
    """A table to be written: headers in their order, and rows of cells by header."""

    headers: Sequence[str]
    rows: Sequence[Mapping[str, str]]


def read_table(data: bytes, place: Place) -> Table:
    """A table from the bytes of a CSV file.

    A byte-order mark, `;` or tab as delimiter, CRLF, blank rows and spaces around headers are
    taken as they come. BadInput for bytes that are not UTF-8, a header given twice, or a cell
    beyond the headers.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            Text(
                f"the file is not UTF-8 (byte {error.start + 1}).",
                f"le fichier n’est pas en UTF-8 (octet {error.start + 1}).",
            ),
            place,
            Text("Save it as “CSV UTF-8”.", "L’enregistrer en « CSV UTF-8 »."),
        ) from None
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        return _table(lines, place)
    except csv.Error as error:
        raise BadInput(
            Text(
                f"the table breaks off or a quotation mark is not closed ({error}).",
                f"le tableau est coupé ou un guillemet n’est pas fermé ({error}).",
            ),
            place.at(row=lines.line_num),
        ) from None


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def _table(lines: Iterator[list[str]], place: Place) -> Table:
    headers = tuple(cell.strip() for cell in next(lines, []))
    named = [header for header in headers if header]
    if len(set(named)) != len(named):
        twice = next(header for header in named if named.count(header) > 1)
        raise BadInput(
            Text(
                f"the column “{twice}” is given twice.",
                f"la colonne « {twice} » est donnée deux fois.",
            ),
            place.at(row=1),
        )
    rows: list[Row] = []
    for number, cells in enumerate(lines, start=2):
        if not any(cells):
            continue
        at = place.at(row=number)
        if any(cells[len(headers) :]):
            raise BadInput(
                Text(
                    "there is a cell beyond the last column.",
                    "une cellule dépasse la dernière colonne.",
                ),
                at,
            )
        found = {
            header: from_cell(cell)
            for header, cell in zip(headers, cells, strict=False)
            if header and cell
        }
        rows.append(Row(number, found, at))
    return Table(headers, tuple(rows), place)


def write_table(headers: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """The bytes of a CSV file (UTF-8, comma, CRLF as RFC 4180 has it), guarded cell by cell."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    _ = writer.writerow(headers)
    for row in rows:
        _ = writer.writerow([to_cell(row.get(header, "")) for header in headers])
    return buffer.getvalue().encode()
