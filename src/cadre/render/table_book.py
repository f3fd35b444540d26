"""A table as a workbook (XLSX): its rows under a filter, and a sheet that says what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cadre.core.states import StateInfo
from cadre.core.text import Language, Text
from cadre.render.table import KEY, cell_text, is_number
from cadre.sheets.xlsx import CellOut, ColumnOut, PageOut, SheetOut, sheet_name, write_workbook
from cadre.viewpoints.table import Cell, Table
from cadre.wording import wording

_ABOUT: Final = Text("About this table", "À propos du tableau")
_LISTS: Final = Text("Choices", "Choix")
_NARROWEST: Final = 10.0
_WIDEST: Final = 46.0
_MOST_CHOICES: Final = 12
_LETTER: Final = 1.1

_FRAMEWORK: Final = Text("Framework", "Cadre")
_STATE: Final = Text("State", "État")
_DATE: Final = Text("Date", "Date")
_MATURITY: Final = Text("Maturity", "Maturité")
_ROWS: Final = Text("Rows", "Lignes")
_NOTE: Final = Text("Note", "Remarque")

Note = tuple[Text, str]
"""A label and what it says."""


def notes_of(table: Table, framework: Text, state: StateInfo, language: Language) -> Iterator[Note]:
    """What the first sheet says of a table: whose it is, of which state, how many rows."""
    words = wording(language)
    yield _FRAMEWORK, words.of(framework)
    yield _STATE, words.of(state.name)
    if state.date:
        yield _DATE, words.date(state.date)
    if state.maturity:
        yield _MATURITY, words.of(state.maturity)
    yield _ROWS, words.number(len(table.rows))
    if not table.rows:
        yield _NOTE, words.of(table.empty)


def table_book(table: Table, language: Language, name: str, notes: Sequence[Note] = ()) -> bytes:
    """The bytes of a workbook: header frozen, every column filtered, keys first and grey.

    `name` is that of the sheet of rows. A column of few different words offers them as choices.
    """
    taken: set[str] = set()
    rows_name = sheet_name(name, taken)
    about_name = sheet_name(_ABOUT.in_(language), taken)
    lists_name = sheet_name(_LISTS.in_(language), taken)
    columns = [[row.cells.get(column.id) for row in table.rows] for column in table.columns]
    sheet = SheetOut(
        rows_name,
        (
            ColumnOut(KEY.in_(language), width=28, quiet=True),
            *(
                _column(column.label.in_(language), column.help.in_(language), cells, language)
                for column, cells in zip(table.columns, columns, strict=True)
            ),
        ),
        [
            (row.key, *(_cell(row.cells.get(column.id), language) for column in table.columns))
            for row in table.rows
        ],
    )
    title = table.caption.in_(language)
    about = PageOut(about_name, title, [(label.in_(language), text) for label, text in notes])
    return write_workbook((sheet, about), title, lists_name)


def _column(header: str, help_text: str, cells: Sequence[Cell], language: Language) -> ColumnOut:
    number = any(cell is not None for cell in cells) and all(map(is_number, cells))
    texts = [cell_text(cell, language) for cell in cells]
    longest = max((len(line) for text in (header, *texts) for line in text.split("\n")), default=0)
    return ColumnOut(
        header,
        help_text,
        width=min(max(longest * _LETTER + 2, _NARROWEST), _WIDEST),
        choices=() if number else _choices(cells, texts),
        strict=False,
        number=number,
    )


def _choices(cells: Sequence[Cell], texts: Sequence[str]) -> tuple[str, ...]:
    """The words of a column that says the same few things again and again."""
    words = tuple(dict.fromkeys(filter(None, texts)))
    plain = all(cell is None or isinstance(cell, Text | bool) for cell in cells)
    often = len(words) * 2 <= sum(map(bool, texts))
    return words if plain and often and 1 < len(words) <= _MOST_CHOICES else ()


def _cell(cell: Cell, language: Language) -> CellOut:
    if cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool)):
        return cell
    return cell_text(cell, language) or None
