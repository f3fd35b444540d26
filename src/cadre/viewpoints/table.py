"""The same content as rows: what stands beside every scene."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cadre.core.text import Text

Cell = str | int | float | bool | Text | tuple[str, ...] | None
"""A tuple of texts is a list of keys or words; None says that nothing is there."""


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
    """Columns and rows; a caption says what it is."""

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

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
