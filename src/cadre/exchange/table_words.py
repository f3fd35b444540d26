"""Tables that people keep: headers and choices in words of either language, dates as they write.

What a workbook takes, a CSV table takes too. What the program writes itself passes unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cadre.core.faults import BadInput, Faults, Place
from cadre.core.metamodel import Metamodel
from cadre.core.text import Text
from cadre.exchange.framework_tables import ELEMENTS, LINKS, SETTINGS, TEXTS
from cadre.exchange.workbook_cells import column_of_row, hear
from cadre.exchange.workbook_words import FIXED_COLUMNS, Column, Said, columns_of_table, headers_of
from cadre.sheets.tables import Row, Table, column_given_twice


def in_words_of_programs(table: Table, name: str, metamodel: Metamodel, faults: Faults) -> Table:
    """The table with the headers and cells that programs use.

    BadInput for a table or a column that there is none of, and for a word that stands for nothing.
    """
    refuse_unknown(name, metamodel, table.place)
    columns = columns_of_table(name, metamodel)
    by_id = {column.id: column for column in columns}
    ids = _ids(table, columns)
    _refuse_unknown_columns(table, name, ids, by_id, faults)
    shown = {named: header for header, named in ids.items() if named != header}
    rows = tuple(_rows(table, name, ids, by_id, shown, faults))
    return Table(tuple(ids.values()), rows, table.place, table.header_row)


def _ids(table: Table, columns: Sequence[Column]) -> dict[str, str]:
    """What programs call the column under each header; a header that is no word stays as it is."""
    known = {column.id for column in columns}
    words = headers_of(columns) if set(table.headers) - known else None
    ids: dict[str, str] = {}
    for header in table.headers:
        named = (words.key_of(header) or header) if words else header
        if header and named in ids.values():
            raise column_given_twice(header, table.place.at(row=table.header_row))
        ids[header] = named
    return ids


def _rows(
    table: Table,
    name: str,
    ids: Mapping[str, str],
    columns: Mapping[str, Column],
    shown: Mapping[str, str],
    faults: Faults,
) -> Iterator[Row]:
    """The rows; a word that was heard once is not listened to again."""
    there = [columns[id_] for id_ in ids.values() if id_ in columns]
    quiet = {column.id for column in there if column.quiet}
    listened = {
        column.id: column
        for column in there
        if not column.quiet and (column.said is not Said.TEXT or name == SETTINGS)
    }
    heard: dict[tuple[str, str, str], str] = {}
    for row in table.rows:
        kind = _kind(row, ids, columns) if name == SETTINGS else ""
        cells: dict[str, str] = {}
        for header, cell in row.cells.items():
            id_ = ids[header]
            if id_ not in listened:
                if id_ not in quiet:
                    cells[id_] = cell
                continue
            told = (id_, kind, cell)
            if told not in heard:
                try:
                    heard[told] = hear(column_of_row(listened[id_], name, kind), cell, row.table)
                except BadInput as fault:
                    faults.add(BadInput(fault.what, row.place.at(column=header), fault.mend))
                    continue
            if heard[told]:
                cells[id_] = heard[told]
        yield Row(row.number, cells, row.table, shown)


def _kind(row: Row, ids: Mapping[str, str], columns: Mapping[str, Column]) -> str:
    """The kind of a setting, which says how its value is read; a wrong one is refused later."""
    said = next((cell for header, cell in row.cells.items() if ids[header] == "kind"), "")
    try:
        return hear(columns["kind"], said, Place())
    except BadInput:
        return ""


def _refuse_unknown_columns(
    table: Table,
    name: str,
    ids: Mapping[str, str],
    columns: Mapping[str, Column],
    faults: Faults,
) -> None:
    """Elements and links refuse them by cell; the other tables would pass them over in silence."""
    if name not in FIXED_COLUMNS and name != TEXTS:
        return
    for header, id_ in ids.items():
        if header and id_ not in columns and any(header in row.cells for row in table.rows):
            faults.add(
                BadInput(
                    Text(
                        f"there is no column “{header}” in this table.",
                        f"il n’y a pas de colonne « {header} » dans ce tableau.",
                    ),
                    table.place.at(row=table.header_row, column=header),
                    Text("Correct its name, or remove it.", "Corriger son nom, ou la retirer."),
                )
            )


def refuse_unknown(name: str, metamodel: Metamodel, place: Place) -> None:
    """BadInput for a table of no type, or of no name that there is."""
    for prefix, known in ((ELEMENTS, metamodel.element_types), (LINKS, metamodel.link_types)):
        if name.startswith(prefix):
            key = name.removeprefix(prefix)
            if key in known:
                return
            raise BadInput(
                Text(f"there is no type “{key}”.", f"il n’y a pas de type « {key} »."),
                place,
                Text(
                    "Name the table after a type, or declare the type.",
                    "Donner au tableau le nom d’un type, ou déclarer le type.",
                ),
            )
    if name not in FIXED_COLUMNS and name != TEXTS:
        raise BadInput(
            Text(f"there is no table “{name}”.", f"il n’y a pas de tableau « {name} »."),
            place,
            Text("Correct its name, or take it out.", "Corriger son nom, ou le retirer."),
        )
