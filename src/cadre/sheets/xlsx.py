"""Workbooks (XLSX) out: headed sheets with help, lists of choices and a filter.

Every text is written as a text, so none becomes a live cell. The same sheets give the same bytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_NAME: Final = 31
LONGEST_TEXT: Final = 16_000
"""In letters. A cell holds 32,767 units of UTF-16, and a letter takes one or two."""
MARK: Final = "#"
"""Rows that begin with it are for the reader alone."""

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_SPACE: Final = re.compile(r"'*\s+")
_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_SPARE_ROWS: Final = 1000
_MOST_KEYS: Final = 5000
_HEADER_ROW: Final = 1
_LINE: Final = 15
_MOST_LINES: Final = 12
_LETTERS: Final = 1.05
"""How many letters of a usual text stand in a unit of width."""
_PAGE: Final = 200
"""Columns wider than this together do not fit a page in letters that can be read."""

CellOut = str | int | float | None


@dataclass(frozen=True, slots=True)
class ColumnOut:
    """A column: its header, help, width in letters, and what it offers to choose from."""

    header: str
    help: str = ""
    width: float = 24
    choices: tuple[str, ...] = ()
    strict: bool = True
    """Whether a spreadsheet is to refuse what is not among the choices."""
    number: bool = False
    quiet: bool = False
    """Grey: there to be read, not to be filled in."""


@dataclass(frozen=True, slots=True)
class SheetOut:
    """A sheet of rows under headers; `mark` stands first in the row of help."""

    name: str
    columns: Sequence[ColumnOut]
    rows: Sequence[Sequence[CellOut]]
    mark: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class PageOut:
    """A sheet that is read like a page: lines of a label and a text, or of a heading alone."""

    name: str
    title: str
    lines: Sequence[tuple[str, str]]
    links: Mapping[str, str] = field(default_factory=dict)
    """Sheets that a label leads to."""


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that spreadsheets allow and that no sheet has yet; it is then taken."""
    plain = " ".join(_FORBIDDEN.sub(" ", wanted).split()).strip("'") or "-"
    name, number = _cut(plain, ""), 2
    while name.casefold() in taken or name.casefold() == "history":
        name, number = _cut(plain, f" {number}"), number + 1
    taken.add(name.casefold())
    return name


def _cut(name: str, ending: str) -> str:
    """A name with its ending, in as many units of UTF-16 as are allowed."""
    while len(f"{name}{ending}".encode("utf-16-le")) > 2 * LONGEST_NAME:
        name = name[:-1]
    return name.rstrip(" '") + ending


def held(text: str) -> str:
    """A text as a cell holds it: one of nothing but space says that it is meant."""
    return f"'{text}" if _SPACE.fullmatch(text) else text


def number_or_text(written: str) -> CellOut:
    """A number as a cell that computes, where a spreadsheet keeps all of its digits."""
    number = float(written)
    if float(f"{number:.15g}") != number:
        return written
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def write_workbook(sheets: Sequence[SheetOut | PageOut], title: str, lists: str) -> bytes:
    """The bytes of a workbook. `lists` names the hidden sheet of choices."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(
        buffer,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    book.set_properties({"title": title, "created": _MADE})
    writer = _Writer(book, lists)
    for sheet in sheets:
        if isinstance(sheet, PageOut):
            writer.page(sheet)
        else:
            writer.sheet(sheet)
    writer.write_lists()
    book.close()
    return buffer.getvalue()


def _set_height(
    sheet: Worksheet, row: int, cells: Sequence[CellOut], columns: Sequence[ColumnOut]
) -> None:
    """Room for wrapped texts: not every program makes it by itself when it opens a file."""
    lines = max(
        (
            sum(-(-len(line) // int(column.width * _LETTERS)) or 1 for line in cell.split("\n"))
            for cell, column in zip(cells, columns, strict=False)
            if isinstance(cell, str)
        ),
        default=1,
    )
    if lines > 1:
        sheet.set_row(row, _LINE * min(lines, _MOST_LINES))


class _Writer:
    def __init__(self, book: Workbook, lists: str) -> None:
        self._book = book
        self._lists_name = lists
        self._lists: dict[tuple[str, ...], str] = {}
        text: dict[str, Any] = {"num_format": "@", "text_wrap": True, "valign": "top"}
        grey = {"font_color": "#43474E", "bg_color": "#F1F2F3"}
        self._text = book.add_format(text)
        self._quiet = book.add_format({**text, **grey})
        self._number = book.add_format({"valign": "top"})
        self._help = book.add_format({**text, **grey, "italic": True, "font_size": 9})
        self._header = book.add_format(
            {**text, "bold": True, "bg_color": "#D7E5F5", "bottom": 1, "valign": "vcenter"}
        )
        self._title = book.add_format({"bold": True, "font_size": 16})
        self._bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        self._link = book.add_format({"font_color": "#0535D2", "underline": 1, "valign": "top"})

    def page(self, page: PageOut) -> None:
        sheet = self._book.add_worksheet(page.name)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 90)
        _ = sheet.write_string(0, 0, held(page.title), self._title)
        for row, (label, text) in enumerate(page.lines, start=2):
            if label in page.links:
                target = page.links[label].replace("'", "''")
                _ = sheet.write_url(row, 0, f"internal:'{target}'!A1", self._link, label)
            elif label:
                _ = sheet.write_string(row, 0, held(label), self._bold)
            if text:
                _ = sheet.write_string(row, 1, held(text), self._text)
                _set_height(sheet, row, (text,), (ColumnOut("", width=90),))
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def sheet(self, sheet: SheetOut) -> None:
        out = self._book.add_worksheet(sheet.name)
        if sheet.hidden:
            out.very_hidden()
        helped = bool(sheet.mark)
        if helped:
            _ = out.write_string(0, 0, sheet.mark, self._help)
            out.set_row(0, 75)
        header = _HEADER_ROW if helped else 0
        last = header + max(len(sheet.rows), 1)
        for number, column in enumerate(sheet.columns):
            usual = self._quiet if column.quiet else self._number if column.number else self._text
            out.set_column(number, number, column.width, usual)
            if helped and number and column.help:
                _ = out.write_string(0, number, column.help, self._help)
            _ = out.write_string(header, number, column.header, self._header)
            if column.choices and not sheet.hidden:
                self._offer(out, column, header + 1, last + _SPARE_ROWS, number)
        for row, cells in enumerate(sheet.rows, start=header + 1):
            if not sheet.hidden:
                _set_height(out, row, cells, sheet.columns)
            for number, cell in enumerate(cells):
                if isinstance(cell, str):
                    quiet = sheet.columns[number].quiet
                    style = self._quiet if quiet else self._text
                    if out.write_string(row, number, held(cell), style) != 0:
                        raise ValueError(f"no cell holds this: {sheet.name} {row} {number}")
                elif cell is not None:
                    _ = out.write_number(row, number, cell, self._number)
        if not sheet.hidden:
            _ = out.autofilter(header, 0, last, max(len(sheet.columns) - 1, 0))
            out.freeze_panes(header + 1, 1)
            out.set_landscape()
            if sum(column.width for column in sheet.columns) < _PAGE:
                out.fit_to_pages(1, 0)
            _ = out.repeat_rows(header, header)

    def _offer(self, out: Worksheet, column: ColumnOut, first: int, last: int, number: int) -> None:
        if len(column.choices) > _MOST_KEYS:
            return
        options: dict[str, Any] = {
            "validate": "list",
            "source": self._list(column.choices),
            "error_type": "stop" if column.strict else "information",
        }
        _ = out.data_validation(first, number, last, number, options)

    def _list(self, choices: tuple[str, ...]) -> str:
        if choices not in self._lists:
            from xlsxwriter.utility import xl_col_to_name

            column = xl_col_to_name(len(self._lists), col_abs=True)
            name = self._lists_name
            self._lists[choices] = f"='{name}'!{column}$2:{column}${len(choices) + 1}"
        return self._lists[choices]

    def write_lists(self) -> None:
        if not self._lists:
            return
        out = self._book.add_worksheet(self._lists_name)
        out.hide()
        for number, choices in enumerate(self._lists):
            _ = out.write_string(0, number, f"{MARK} lists")
            for row, choice in enumerate(choices, start=1):
                _ = out.write_string(row, number, held(choice), self._text)
