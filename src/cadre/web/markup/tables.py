"""The table twin of a picture: its parts as a page has them, the cells of their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from django.utils.translation import gettext
from markupsafe import Markup

from cadre.core.text import Text
from cadre.services.shown import NO, YES
from cadre.viewpoints.table import Cell, Part, ReadColumn, Row, Table, parts
from cadre.web.markup.escaping import escaped
from cadre.web.markup.links import NOTHING, word_or_link
from cadre.web.markup.queries import query_with
from cadre.web.markup.texts import figures, plain, written
from cadre.web.visit import Visit

ROWS_SHOWN: Final = 100
"""Of a kind of rows with more, a page shows so many until it is asked for all."""


class NumberedRow(NamedTuple):
    """A row with its place in the whole table, counted from 1."""

    number: int
    row: Row


class PageColumn(NamedTuple):
    """One column of a table as a page shows it."""

    column: ReadColumn
    numeric: bool


class PagePart(NamedTuple):
    """The rows of one kind: how many there are, and those that the page shows."""

    heading: Cell
    columns: tuple[PageColumn, ...]
    rows: tuple[NumberedRow, ...]
    total: int
    leads_closer: bool


def page_parts(table: Table, closer: Mapping[str, str], visit: Visit) -> tuple[PagePart, ...]:
    """The table in its parts; `closer` are the addresses of what stands behind rows, by key."""
    numbers = {id(row): number for number, row in enumerate(table.rows, 1)}
    shows_all = visit.request.GET.get("rows") == "all"
    return tuple(
        PagePart(
            part.heading,
            tuple(PageColumn(one, _is_numeric(one, part)) for one in part.columns),
            tuple(
                NumberedRow(numbers[id(row)], row)
                for row in (part.rows if shows_all else part.rows[:ROWS_SHOWN])
            ),
            len(part.rows),
            any(row.key in closer or row.key in visit.opened.framework for row in part.rows),
        )
        for part in parts(table)
    )


def part_heading(part: PagePart, visit: Visit) -> Markup:
    """What the rows of a part are."""
    return Markup(_cell_words(part.heading, visit))  # noqa: S704 -- made of written mark-up


def _is_numeric(column: ReadColumn, part: Part) -> bool:
    """Whether all that a column says is numbers."""
    return all(_is_number(column.key_first(row)) for row in part.rows)


def _is_number(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool))


def table_cells(row: Row, columns: Sequence[PageColumn], visit: Visit) -> Markup:
    """The cells of one row; the first names it, keys become links to their elements.

    On a phone a cell stands under the one before it, so each says what it is of.
    """
    cells = []
    for place, (column, numeric) in enumerate(columns):
        words = _cell_words(_shown(column, row, visit), visit)
        if place == 0:
            number = " num" if numeric else ""
            cells.append(f'<th scope="row" class="named{number}">{words}</th>')
        else:
            css = "num" if numeric else ""
            cells.append(_cell(words, plain(visit.language, column.label), css))
    return Markup("".join(cells))  # noqa: S704 -- made of written mark-up


def _shown(column: ReadColumn, row: Row, visit: Visit) -> Cell:
    """A key where it leads to an element that is here; else what it is called."""
    cell = column.key_first(row)
    is_lost = isinstance(cell, str) and cell not in visit.opened.framework
    return column.name_first(row) if is_lost else cell


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
