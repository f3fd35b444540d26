"""The table twin of a picture: its columns as a page has them, the cells of its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils.translation import gettext
from markupsafe import Markup

from cadre.core.text import Text
from cadre.services.shown import NO, YES
from cadre.viewpoints.table import Cell, Row, Table
from cadre.web.markup.escaping import escaped
from cadre.web.markup.links import NOTHING, word_or_link
from cadre.web.markup.queries import query_with
from cadre.web.markup.texts import figures, plain, written
from cadre.web.visit import Visit


class PageColumn(NamedTuple):
    """One column of a table as a page shows it."""

    id: str
    label: Text
    numeric: bool


def page_columns(table: Table) -> tuple[PageColumn, ...]:
    """The columns that a page shows: the links behind a row are for programs.

    A key and a name are one column here, since a key is shown as a link by its name.
    """
    labels = {column.id: column.label for column in table.columns}
    return tuple(
        PageColumn(
            column.id,
            labels.get(f"{column.id}-name", column.label),
            _is_numeric([row.cells.get(column.id) for row in table.rows]),
        )
        for column in table.columns
        if column.id != "links"
        and column.id.removesuffix("-name") not in labels.keys() - {column.id}
    )


def _is_numeric(cells: Sequence[Cell]) -> bool:
    """Whether all that a column says is numbers."""
    return any(cell is not None for cell in cells) and all(map(_is_number, cells))


def _is_number(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool))


def table_cells(row: Row, columns: Sequence[PageColumn], visit: Visit) -> Markup:
    """The cells of one row; the first names it, keys become links to their elements.

    On a phone a cell stands under the one before it, so each says what it is of.
    """
    cells = []
    for place, column in enumerate(columns):
        words = _cell_words(row.cells.get(column.id), visit)
        if place == 0:
            number = " num" if column.numeric else ""
            cells.append(f'<th scope="row" class="named{number}">{words}</th>')
        else:
            css = "num" if column.numeric else ""
            cells.append(_cell(words, plain(visit.language, column.label), css))
    return Markup("".join(cells))  # noqa: S704 -- made of written mark-up


def look_closer(row: Row, closer: Mapping[str, str], visit: Visit) -> Markup:
    """The last cell of a row: to what stands behind a weight, or to its place in the picture."""
    behind = closer.get(row.key)
    element = visit.opened.framework.get(row.key)
    words: str = NOTHING
    if behind:
        said = escaped(gettext("What is behind it"))
        words = f'<a href="{escaped(behind)}">{said}</a>'
    elif element is not None:
        address = escaped(query_with(visit.request, focus=row.key))
        name = escaped(plain(visit.language, element.short_name))
        there = escaped(gettext("In the picture"))
        words = f'<a href="{address}#picture">{there}<span class="sr"> {name}</span></a>'
    return Markup(_cell(words, gettext("Look closer")))  # noqa: S704 -- the same


def _cell(words: str, label: str, css: str = "") -> str:
    css = "empty" if words is NOTHING else css
    return f'<td class="{css}" data-l="{escaped(label)}"><div>{words}</div></td>'


def _cell_words(cell: Cell, visit: Visit) -> str:
    match cell:
        case None | "" | ():
            return NOTHING
        case bool():
            return written(visit.language, YES if cell else NO)
        case int() | float():
            return escaped(figures(visit.language, cell))
        case Text():
            return written(visit.language, cell)
        case str():
            return word_or_link(cell, visit)
        case _:
            return ", ".join([word_or_link(one, visit) for one in cell])
