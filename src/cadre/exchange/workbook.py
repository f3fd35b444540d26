"""The workbook (XLSX): the tables of a framework as sheets that a secretary can read and fill in.

The first sheet says what the workbook is. Each type of element and of link has a sheet, with
headers, help and choices in words; a hidden sheet keeps editions and scenarios whole. What was
exported comes back unchanged, or changed where a person changed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cadre.core.faults import BadInput
from cadre.core.graph import Framework
from cadre.core.metamodel import LinkType
from cadre.core.states import States
from cadre.core.text import Language, Text
from cadre.exchange.bundle_types import TYPE_TABLES
from cadre.exchange.framework_tables import (
    ELEMENTS,
    LINKS,
    SETTINGS,
    TEXTS,
    framework_tables,
)
from cadre.exchange.workbook_about import about_page
from cadre.exchange.workbook_archive import archive_rows
from cadre.exchange.workbook_cells import column_of_row, say
from cadre.exchange.workbook_words import (
    ABOUT,
    ARCHIVE,
    LISTS,
    Column,
    Said,
    columns_of_table,
    headers_of,
    sheet_names,
    word_of,
)
from cadre.sheets.tables import Written
from cadre.sheets.xlsx import (
    LONGEST_TEXT,
    MARK,
    CellOut,
    ColumnOut,
    SheetOut,
    write_workbook,
)
from cadre.sheets.xlsx_reading import MOST_CELLS, MOST_ROWS

_MOST_KEYS: Final = 2000
_MOST_HELP: Final = 120
_HELP: Final = Text(
    "Help: this row is not read. Nor is a row whose key begins with #.",
    "Aide : cette ligne n’est pas lue, ni celle dont la clé commence par #.",
)


def write_states_workbook(states: States, language: Language = "en") -> bytes:
    """The workbook of a framework with all its states, in the words of a language.

    BadInput when a sheet would have more rows than are read back.
    """
    framework = states.current
    names = sheet_names(framework.metamodel, language)
    tables = framework_tables(framework)
    shown = _shown(framework, tables)
    sheets = [
        _sheet(names[name], name, tables.get(name, Written((), ())), framework, language)
        for name in shown
    ]
    archive = archive_rows(states)
    if archive:
        sheets.append(_archive(names[ARCHIVE], archive))
    _refuse_too_large(sheets)
    counts = {names[name]: len(tables[name].rows) if name in tables else 0 for name in shown}
    about = about_page(states, names[ABOUT], counts, language)
    return write_workbook([about, *sheets], states.name.in_(language), names[LISTS])


def _shown(framework: Framework, tables: Mapping[str, Written]) -> list[str]:
    """The tables that get a sheet: those with rows, types of one's own, or all when none has."""
    metamodel = framework.metamodel
    own = {*_own(tables, TYPE_TABLES[0], ELEMENTS), *_own(tables, TYPE_TABLES[1], LINKS)}
    found: list[str] = []
    elements = [f"{ELEMENTS}{key}" for key in metamodel.element_types]
    links = [f"{LINKS}{key}" for key in metamodel.link_types]
    for name in (*elements, TEXTS, *links, SETTINGS, *TYPE_TABLES):
        empty = not len(framework) and name.startswith((ELEMENTS, LINKS))
        if name in tables or name in own or empty:
            found.append(name)
    return found


def _own(tables: Mapping[str, Written], types: str, prefix: str) -> Iterator[str]:
    for row in tables[types].rows if types in tables else ():
        if row.get("removed") != "yes":
            yield f"{prefix}{row['key']}"


def _refuse_too_large(sheets: Sequence[SheetOut]) -> None:
    """What could not be read back is not written."""
    cells = sum(cell is not None for sheet in sheets for row in sheet.rows for cell in row)
    rows = max((len(sheet.rows) + 2 for sheet in sheets), default=0)
    if cells > MOST_CELLS or rows > MOST_ROWS:
        raise BadInput(
            Text(
                f"the framework needs {cells} cells, and {rows} rows on one sheet: more than a "
                "workbook is read with.",
                f"le cadre demande {cells} cellules, et {rows} lignes sur une feuille : plus "
                "que ce qui se lit dans un classeur.",
            ),
            mend=Text("Use a document or a bundle.", "Employer un document ou un lot."),
        )


def _archive(name: str, rows: list[list[str]]) -> SheetOut:
    columns = [ColumnOut("states"), ColumnOut("what"), ColumnOut("json", width=100)]
    columns += [ColumnOut("json") for _ in range(max(map(len, rows)) - 3)]
    return SheetOut(name, columns, rows, mark=f"{MARK} {ARCHIVE}", hidden=True)


def _sheet(
    sheet: str, name: str, table: Written, framework: Framework, language: Language
) -> SheetOut:
    known = columns_of_table(name, framework.metamodel)
    filled = {column for row in table.rows for column, cell in row.items() if cell}
    columns = [
        column for column in _ordered(known, language) if not column.seldom or column.id in filled
    ]
    parts = {
        column.id: max(
            (-(-len(row.get(column.id, "")) // LONGEST_TEXT) for row in table.rows), default=1
        )
        or 1
        for column in columns
    }
    headers = headers_of(known)
    out: list[ColumnOut] = []
    for column in columns:
        label = column.label.in_(language)
        header = label if headers.key_of(label) == column.id else column.id
        for part in range(parts[column.id]):
            shown = header if part == 0 else f"{header}, {part + 1}"
            out.append(_column(column, shown, name, framework, language))
    rows = [
        [
            cell
            for column in columns
            for cell in _said(column, row, name, framework, parts[column.id], language)
        ]
        for row in table.rows
    ]
    return SheetOut(sheet, out, rows, mark=f"{MARK} {name} · {_HELP.in_(language)}")


def _ordered(columns: Sequence[Column], language: Language) -> list[Column]:
    """The columns with the reader's language first among those of one text."""
    found = list(columns)
    if language == "fr":
        for place, column in enumerate(found[:-1]):
            after = found[place + 1]
            if column.id.endswith("en") and after.id == f"{column.id[:-2]}fr":
                found[place], found[place + 1] = after, column
    return found


def _column(
    column: Column, header: str, name: str, framework: Framework, language: Language
) -> ColumnOut:
    choices = tuple(word_of(one.key, column.choices, language) for one in column.choices)
    help_text = column.help.in_(language)
    if column.said is Said.CHOICES and choices:
        offered = "; ".join(choices)
        if len(offered) <= _MOST_HELP:
            help_text = f"{help_text} {offered}".strip()
        choices = ()
    elif column.said is Said.KEY and column.id in ("source", "target"):
        choices = _keys(column.id, name.removeprefix(LINKS), framework)
    return ColumnOut(
        header,
        help_text,
        column.width,
        choices,
        strict=not column.free and column.said is Said.CHOICE,
        number=column.said is Said.NUMBER,
        quiet=column.quiet,
    )


def _keys(end: str, link_type: str, framework: Framework) -> tuple[str, ...]:
    """The keys that may stand at an end of a link; none when there are too many to choose from."""
    entry = framework.metamodel.link_types[link_type]
    types = [key for key in framework.metamodel.element_types if _may(entry, end, key, framework)]
    keys = tuple(key for type_key in types for key in framework.keys(type=type_key))
    return keys if len(keys) <= _MOST_KEYS else ()


def _may(entry: LinkType, end: str, type_key: str, framework: Framework) -> bool:
    traits = framework.metamodel.traits(type_key)
    allowed = [ends.sources if end == "source" else ends.targets for ends in entry.ends]
    return not allowed or any(not one or bool(one & traits) for one in allowed)


def _said(
    column: Column,
    row: Mapping[str, str],
    name: str,
    framework: Framework,
    parts: int,
    language: Language,
) -> list[CellOut]:
    if column.quiet:
        key = row.get(column.id.removesuffix("-name"), "")
        return [framework[key].name.in_(language)[:LONGEST_TEXT] if key in framework else None]
    cell = row.get(column.id, "")
    if not cell:
        return [None] * parts
    if parts > 1:
        return [
            cell[start : start + LONGEST_TEXT] or None
            for start in range(0, parts * LONGEST_TEXT, LONGEST_TEXT)
        ]
    return [say(column_of_row(column, name, row.get("kind", "")), cell, language)]
