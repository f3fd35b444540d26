"""The same content as rows: what stands beside every scene.

A table may mix kinds of rows, told apart by one column: for programs it stays one table; a reader
gets a part for each kind, with the columns it uses. Keys are for programs too: a reader sees one
column where the table has a key and a name, and not the links behind a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cadre.core.keys import LinkId
from cadre.core.text import LANGUAGES, Text

Cell = str | int | float | bool | Text | tuple[str, ...] | None
"""A tuple of texts is a list of keys or words; None says that nothing is there."""

LINKS: Final = "links"
"""The column of the links behind a row."""
EMPTY: Final = Text("There is nothing to list.", "Il n’y a rien à énumérer.")
NAME: Final = "-name"
"""`area-name` is what the element is called whose key stands in `area`."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its stable id and what it is called."""

    id: str
    label: Text
    help: Text = Text()


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a key that identifies it, and a cell for each column that has one.

    The key is the element the row is about, or a name such as `total` for a row about none.
    """

    key: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; a caption says what it is.

    `parted_by` is the id of the column that tells kinds of rows apart, where there are several.
    `empty` is what a reader is told where there is no row.
    """

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    parted_by: str = ""
    empty: Text = EMPTY

    def as_data(self) -> dict[str, Any]:
        """The shape that is published: columns with labels, rows with `key` and cells."""
        return {
            "columns": [{"id": column.id, "label": _both(column.label)} for column in self.columns],
            "rows": [
                {
                    "key": row.key,
                    **{column.id: _plain(row.cells.get(column.id)) for column in self.columns},
                }
                for row in self.rows
            ],
        }


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column as a reader has it: of `key_id` and `name_id` a row may fill either or both."""

    label: Text
    key_id: str
    name_id: str

    def key_first(self, row: Row) -> Cell:
        """What the row has here, the key before the name; None where it has nothing."""
        return _filled(row, self.key_id, self.name_id)

    def name_first(self, row: Row) -> Cell:
        """What the row has here, the name before the key; None where it has nothing."""
        return _filled(row, self.name_id, self.key_id)


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one kind, in their order; the heading is None where the table has no kinds."""

    heading: Cell
    columns: tuple[ReadColumn, ...]
    rows: tuple[Row, ...]


def joined(texts: Iterable[Text]) -> Text | None:
    """Several texts as one cell, in each language with what it has; None where there is none."""
    found = [one for one in texts if one]
    en, fr = ("; ".join(one.in_(language) for one in found) for language in LANGUAGES)
    return Text(en, fr) if found else None


def key_of(link: LinkId) -> str:
    """How rows name a link: its type, then from where to where."""
    return f"{link.type}:{link.source}>{link.target}"


def parts(table: Table) -> tuple[Part, ...]:
    """The table as a reader has it: each kind of rows with the columns that it fills."""
    columns = _read_columns(table)
    kinds = dict[Cell, list[Row]]()
    for row in table.rows:
        kinds.setdefault(row.cells.get(table.parted_by), []).append(row)
    return tuple(
        Part(
            heading,
            tuple(one for one in columns if any(one.key_first(row) is not None for row in rows)),
            tuple(rows),
        )
        for heading, rows in kinds.items()
    )


def _read_columns(table: Table) -> list[ReadColumn]:
    labels = {column.id: column.label for column in table.columns}
    return [
        ReadColumn(labels.get(key + NAME, column.label), key, key + NAME)
        for column in table.columns
        if column.id not in (LINKS, table.parted_by)
        and (key := column.id.removesuffix(NAME)) not in labels.keys() - {column.id}
    ]


def _filled(row: Row, *ids: str) -> Cell:
    found = (row.cells.get(one) for one in ids)
    return next((cell for cell in found if cell not in (None, "", ())), None)


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "fr": text.fr}


def _plain(cell: Cell) -> Any:
    match cell:
        case Text():
            return _both(cell)
        case tuple():
            return list(cell)
        case _:
            return cell
