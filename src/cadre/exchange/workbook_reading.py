"""Workbooks in: sheets recognised by mark or name, headers and cells by word, faults by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from cadre.core.faults import BadInput, Faults, Place
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import Metamodel
from cadre.core.states import States
from cadre.core.text import Text
from cadre.exchange.bundle_types import TYPE_TABLES, read_types
from cadre.exchange.door import assembled
from cadre.exchange.framework_tables import ELEMENTS, LINKS, framework_of_tables
from cadre.exchange.table_words import refuse_unknown
from cadre.exchange.workbook_about import is_about, read_about
from cadre.exchange.workbook_archive import read_archive
from cadre.exchange.workbook_cells import column_of_row, hear
from cadre.exchange.workbook_words import (
    ABOUT,
    ARCHIVE,
    FIXED_SHEETS,
    LISTS,
    Column,
    Words,
    columns_of_table,
    headers_of,
    words_of_sheets,
)
from cadre.sheets.cells import Cell
from cadre.sheets.tables import Row, Table, column_given_twice
from cadre.sheets.xlsx import MARK
from cadre.sheets.xlsx_reading import SheetRead, SheetRow, letters_of, read_sheets

_MARKED: Final = re.compile(rf"{MARK}\s*([a-z0-9/-]+)")
_CONTINUED: Final = re.compile(r"(.*\S)\s*,\s*(\d{1,3})")
_FIXED: Final = Words((table, (words.en, words.fr)) for table, words in FIXED_SHEETS.items())

_Header = tuple[Column | None, int, str]
"""The column under a header, None for one that is not read; which part of it; how it is shown."""


def read_workbook(data: bytes, place: Place, faults: Faults | None = None) -> States:
    """All states from a workbook. BadInput with sheet, row and column for a fault."""
    faults = faults or Faults()
    book = _Book(read_sheets(data, place), place, faults)
    types: dict[str, Table] = {
        name: book.table(name, KERNEL) for name in TYPE_TABLES if name in book.named
    }
    metamodel = read_types(types, faults)
    book.name_others(metamodel)
    others: dict[str, Table] = {}
    for name in book.named:
        if name not in (*TYPE_TABLES, ABOUT, ARCHIVE, LISTS):
            with faults.gathered():
                others[name] = book.table(name, metamodel)
    about = read_about(book.first(ABOUT), place)
    current = framework_of_tables(metamodel, others, place, faults)
    archive = book.first(ARCHIVE)
    at = Place(place.file, sheet=archive.name if archive else "")
    editions, scenarios = read_archive(archive, at)
    if about.states != len(editions) + len(scenarios):
        raise BadInput(
            Text(
                "the hidden sheet of editions and scenarios is missing or cut.",
                "la feuille cachée des éditions et des scénarios manque ou est coupée.",
            ),
            place,
            Text(
                "Export the workbook again, and save it in a program that keeps hidden sheets.",
                "Exporter le classeur de nouveau, et l’enregistrer dans un logiciel qui garde "
                "les feuilles cachées.",
            ),
        )
    return assembled(about.key, current, editions, scenarios, at if archive else place)


class _Book:
    """The sheets of a workbook by the tables they are, and where each column stands."""

    def __init__(self, sheets: tuple[SheetRead, ...], place: Place, faults: Faults) -> None:
        self.named: dict[str, list[SheetRead]] = {}
        self._others: list[SheetRead] = []
        self._place = place
        self._faults = faults
        for sheet in sheets:
            table = _marked(sheet) or _FIXED.key_of(sheet.name)
            if table:
                self.named.setdefault(table, []).append(sheet)
            elif is_about(sheet):
                self.named.setdefault(ABOUT, []).append(sheet)
            elif sheet.rows and not sheet.name.startswith(MARK):
                self._others.append(sheet)

    def first(self, table: str) -> SheetRead | None:
        """The first sheet of a table."""
        return next(iter(self.named.get(table, ())), None)

    def name_others(self, metamodel: Metamodel) -> None:
        """Sheets without a mark are named after types. BadInput for one that is not."""
        words = words_of_sheets(metamodel)
        for sheet in self._others:
            table = words.key_of(sheet.name)
            if table is None:
                self._faults.add(_no_such_sheet(sheet.name, self._place))
            else:
                self.named.setdefault(table, []).append(sheet)

    # --- one table -------------------------------------------------------------------------

    def table(self, name: str, metamodel: Metamodel) -> Table:
        """The table that the sheets of this name hold, with rows as a bundle has them."""
        sheets = self.named[name]
        place = Place(self._place.file, sheet=sheets[0].name)
        refuse_unknown(name, metamodel, place)
        columns = columns_of_table(name, metamodel)
        rows = [row for sheet in sheets for row in self._rows(sheet, name, columns)]
        return Table(tuple(column.id for column in columns), tuple(rows), place)

    def _rows(self, sheet: SheetRead, name: str, columns: tuple[Column, ...]) -> Iterator[Row]:
        start = next((n for n, row in enumerate(sheet.rows) if not _is_remark(row)), None)
        if start is None:
            return
        header, data = sheet.rows[start], sheet.rows[start + 1 :]
        found = self._headers(sheet, header, data, columns)
        first = columns[0]
        of_key = next((n for n, (one, *_) in found.items() if one and one.id == first.id), None)
        shown = {one.id: as_shown for one, _, as_shown in found.values() if one}
        if of_key is None and data:
            raise BadInput(
                Text(
                    f"the column “{first.label.en}” is missing.",
                    f"la colonne « {first.label.fr} » manque.",
                ),
                Place(self._place.file, sheet=sheet.name, row=header.number),
                Text(
                    "Put it in the first row of the sheet.",
                    "La mettre dans la première ligne de la feuille.",
                ),
            )
        of_sheet = Place(self._place.file, sheet=sheet.name)
        for row in data:
            key = row.cells.get(of_key) if of_key else None
            if isinstance(key, str) and key.startswith(MARK):
                continue
            cells = self._cells(name, row, found, of_sheet.at(row=row.number))
            if cells:
                yield Row(row.number, cells, of_sheet, shown)

    def _headers(
        self,
        sheet: SheetRead,
        header: SheetRow,
        data: tuple[SheetRow, ...],
        columns: tuple[Column, ...],
    ) -> dict[int, _Header]:
        """The column under each header, which part of it, and how it is shown."""
        words = headers_of(columns)
        by_id = {column.id: column for column in columns}
        found: dict[int, _Header] = {}
        seen: set[tuple[str, int]] = set()
        for number, cell in header.cells.items():
            text = cell if isinstance(cell, str) else str(cell)
            shown = f"{letters_of(number)} ({' '.join(text.split())})"
            at = Place(self._place.file, sheet=sheet.name, row=header.number, column=shown)
            if text.startswith(MARK):
                found[number] = (None, 0, shown)
                continue
            named, part = _header(text, words)
            if named is None:
                if any(number in row.cells for row in data):
                    self._faults.add(_no_such_column(" ".join(text.split()), at))
                    found[number] = (None, 0, shown)
                continue
            if (named, part) in seen:
                raise column_given_twice(text.strip(), at)
            seen.add((named, part))
            found[number] = (by_id[named], part, shown)
        return found

    def _cells(
        self, name: str, row: SheetRow, headers: Mapping[int, _Header], at: Place
    ) -> dict[str, str]:
        parts: dict[str, dict[int, str]] = {}
        kind = ""
        for number, cell in sorted(
            row.cells.items(), key=lambda one: not _is_kind(headers.get(one[0]))
        ):
            if number not in headers:
                self._faults.add(_no_header(at.at(column=letters_of(number))))
                continue
            column, part, shown = headers[number]
            if column is None or column.quiet:
                continue
            with self._faults.gathered():
                heard = hear(column_of_row(column, name, kind), cell, at.at(column=shown))
                if _is_kind(headers[number]):
                    kind = heard
                if heard:
                    parts.setdefault(column.id, {})[part] = heard
        return {
            column: "".join(found[part] for part in sorted(found))
            for column, found in parts.items()
        }


def _no_header(place: Place) -> BadInput:
    return BadInput(
        Text("there is a cell under no header.", "une cellule se trouve sous aucun en-tête."),
        place,
        Text(
            f"Give its column a header; one that begins with {MARK} is not read.",
            f"Donner un en-tête à sa colonne; s’il commence par {MARK}, elle n’est pas lue.",
        ),
    )


def _is_kind(header: _Header | None) -> bool:
    return header is not None and header[0] is not None and header[0].id == "kind"


def _marked(sheet: SheetRead) -> str | None:
    """The table that the mark in the first cell names, if there is one."""
    cell = sheet.rows[0].cells.get(1) if sheet.rows else None
    match = _MARKED.match(cell) if isinstance(cell, str) else None
    name = match[1] if match else ""
    return name if name in FIXED_SHEETS or name.startswith((ELEMENTS, LINKS)) else None


def _is_remark(row: SheetRow) -> bool:
    """Whether a row above the headers is for the reader alone."""
    first: Cell = row.cells[min(row.cells)]
    return isinstance(first, str) and first.startswith(MARK)


def _header(text: str, words: Words) -> tuple[str | None, int]:
    named = words.key_of(text)
    if named is None:
        match = _CONTINUED.fullmatch(text)
        if match:
            return words.key_of(match[1]), int(match[2])
    return named, 1


def _no_such_sheet(name: str, place: Place) -> BadInput:
    return BadInput(
        Text(
            f"“{name}” is no type of element or link.",
            f"« {name} » n’est pas un type d’élément ni de lien.",
        ),
        Place(place.file, sheet=name),
        Text(
            f"Name the sheet after a type, or begin its name with {MARK} and it is not read.",
            f"Donner à la feuille le nom d’un type, ou commencer son nom par {MARK} pour qu’elle "
            "ne soit pas lue.",
        ),
    )


def _no_such_column(text: str, place: Place) -> BadInput:
    return BadInput(
        Text(f"there is no attribute “{text}” here.", f"il n’y a pas d’attribut « {text} » ici."),
        place,
        Text(
            f"Correct the header, declare the attribute, or begin the header with {MARK} and the "
            "column is not read.",
            f"Corriger l’en-tête, déclarer l’attribut, ou commencer l’en-tête par {MARK} pour que "
            "la colonne ne soit pas lue.",
        ),
    )
