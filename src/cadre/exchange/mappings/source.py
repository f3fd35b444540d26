"""The tables that a mapping reads: found in a folder, headers understood, rows joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from cadre.core.faults import BadInput, Faults, Place
from cadre.core.text import Text
from cadre.exchange.door import unreadable
from cadre.exchange.mappings.mapping import SourceMapping, TableEntry
from cadre.exchange.mappings.templates import Cells, Template
from cadre.exchange.workbook_words import plain
from cadre.sheets.limits import DIVIDE, read_file
from cadre.sheets.tables import Table, read_table

MOST_BYTES: Final = 100_000_000


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the source: its cells by column, joined ones among them, and its place.

    `unmet` are the columns by which a joined row was named that is not there.
    """

    cells: Cells
    place: Place
    unmet: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as read. `unknown` are columns that the mapping says nothing of."""

    entry: TableEntry
    rows: tuple[SourceRow, ...]
    place: Place
    ignored: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The tables of a mapping by name, and the CSV files beside them that it does not read."""

    tables: Mapping[str, SourceTable]
    unread: tuple[str, ...]


def read_source(folder: Path, mapping: SourceMapping, faults: Faults) -> Source:
    """The tables of a mapping from the files of a folder.

    BadInput for a folder or a file that is not there, and for a column that the mapping needs.
    """
    place = Place(file=str(folder))
    if not folder.is_dir():
        raise BadInput(
            Text(
                "this is not a folder of tables.",
                "ce n’est pas un dossier de tableaux.",
            ),
            place,
            Text(
                "With a mapping, name the folder that holds its CSV files.",
                "Avec une correspondance, nommer le dossier qui contient ses fichiers CSV.",
            ),
        )
    try:
        files = {path.name.casefold(): path for path in sorted(folder.iterdir())}
        bare = {
            entry.name: _read(files, entry, mapping.columns_of(entry.name), place, faults)
            for entry in mapping.tables.values()
        }
        faults.settle()
    except OSError as error:
        raise unreadable(error, Place(file=str(error.filename or folder))) from None
    index = {
        (other, join.theirs): _by_key(bare[other], join.theirs)
        for entry in mapping.tables.values()
        for other, join in entry.joins.items()
    }
    read = {entry.file.casefold() for entry in mapping.tables.values()}
    return Source(
        {name: _joined(table, index) for name, table in bare.items()},
        tuple(path.name for name, path in files.items() if name not in read and _is_table(path)),
    )


def _is_table(path: Path) -> bool:
    return path.suffix.casefold() == ".csv"


def _read(
    files: Mapping[str, Path],
    entry: TableEntry,
    needed: frozenset[str],
    place: Place,
    faults: Faults,
) -> SourceTable:
    path = files.get(entry.file.casefold())
    if path is None:
        near = get_close_matches(entry.file.casefold(), files, 1)
        raise BadInput(
            Text(
                f"there is no file “{entry.file}” in the folder.",
                f"il n’y a pas de fichier « {entry.file} » dans le dossier.",
            ),
            place,
            Text(f"Is it “{near[0]}”?", f"Est-ce « {near[0]} »?")
            if near
            else Text("Put it there.", "L’y mettre."),
        )
    at = Place(file=str(path))
    table = read_table(read_file(path, MOST_BYTES, at, DIVIDE), at, faults, guarded=False)
    column_of = _columns(table, entry, needed)
    rows = tuple(
        SourceRow(
            {column_of.get(name, name): cell for name, cell in row.cells.items()}, row.place, {}
        )
        for row in table.rows
        if any(cell.strip() for cell in row.cells.values())
    )
    others = [name for name in table.headers if name and name not in column_of]
    ignored = {plain(name) for name in entry.ignored}
    return SourceTable(
        entry,
        rows,
        at,
        tuple(name for name in others if plain(name) in ignored),
        tuple(name for name in others if plain(name) not in ignored),
    )


def _columns(table: Table, entry: TableEntry, needed: Iterable[str]) -> dict[str, str]:
    """The column that each header stands for, where the mapping uses it.

    Case, accents, spaces and signs do not matter. BadInput when a column is missing or given twice.
    """
    found: dict[str, str] = {}
    headers: dict[str, list[str]] = {}
    for header in table.headers:
        headers.setdefault(plain(header), []).append(header)
    for column in sorted(needed):
        words = dict.fromkeys(plain(word) for word in (column, *entry.headers.get(column, ())))
        fitting = [header for word in words for header in headers.get(word, ())]
        exact = [header for header in fitting if header == column]
        if not fitting:
            raise _no_column(table, column)
        if len(fitting) > 1 and not exact:
            raise BadInput(
                Text(
                    f"the column “{column}” is given twice: {', '.join(fitting)}.",
                    f"la colonne « {column} » est donnée deux fois : {', '.join(fitting)}.",
                ),
                table.place.at(row=table.header_row, column=fitting[1]),
                Text("Keep one of them.", "En garder une seule."),
            )
        found[(exact or fitting)[0]] = column
    return found


def _no_column(table: Table, column: str) -> BadInput:
    near = get_close_matches(column, [name for name in table.headers if name], 1)
    return BadInput(
        Text(
            f"there is no column “{column}”, which the mapping needs.",
            f"il n’y a pas de colonne « {column} », dont la correspondance a besoin.",
        ),
        table.place.at(row=table.header_row, column=column),
        Text(
            f"Is it “{near[0]}”? Rename it, or add that header to the mapping.",
            f"Est-ce « {near[0]} »? La renommer, ou ajouter cet en-tête à la correspondance.",
        )
        if near
        else Text(
            "Add the column, or take it out of the mapping.",
            "Ajouter la colonne, ou la retirer de la correspondance.",
        ),
    )


# --- joins -------------------------------------------------------------------------------------

_Index = Mapping[tuple[str, Template], Mapping[str, SourceRow]]


def _by_key(table: SourceTable, key: Template) -> dict[str, SourceRow]:
    found: dict[str, SourceRow] = {}
    for row in table.rows:
        code = key.code(row.cells)
        first = found.setdefault(code, row)
        if first is not row and code:
            raise given_twice(code, row.place.at(column=key.column), first.place)
    return found


def given_twice(code: str, place: Place, first: Place) -> BadInput:
    """The fault of a key that stands in two rows."""
    return BadInput(
        Text(
            f"“{code}” is given twice (first in row {first.row}).",
            f"« {code} » est donné deux fois (d’abord à la ligne {first.row}).",
        ),
        place,
        Text("Keep one of the rows.", "Garder une seule des lignes."),
    )


def _joined(table: SourceTable, index: _Index) -> SourceTable:
    if not table.entry.joins:
        return table
    rows = tuple(_with_joins(row, table.entry, index) for row in table.rows)
    return SourceTable(table.entry, rows, table.place, table.ignored, table.unknown)


def _with_joins(row: SourceRow, entry: TableEntry, index: _Index) -> SourceRow:
    cells = dict(row.cells)
    unmet: dict[str, str] = {}
    for name, join in entry.joins.items():
        code = join.ours.code(cells)
        other = index[name, join.theirs].get(code) if code else None
        if other is not None:
            cells |= {f"{name}.{column}": cell for column, cell in other.cells.items()}
        elif code:
            unmet[name] = join.ours.column
    return SourceRow(cells, row.place, unmet)
