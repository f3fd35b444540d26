"""Tables as text: CSV and Markdown in one language, JSON in both."""

from __future__ import annotations

import csv
import io
import json
from typing import Final

from cadre.core.text import Language, Text
from cadre.sheets.cells import to_cell
from cadre.viewpoints.table import Cell, Table
from cadre.wording import wording

BOM: Final = "\ufeff"
KEY: Final = Text("Key", "Clé")


def table_json(table: Table) -> str:
    """The published shape: columns with labels in both languages, rows with key and cells."""
    return json.dumps(table.as_data(), ensure_ascii=False, indent=2) + "\n"


def table_csv(table: Table, language: Language, *, for_spreadsheet: bool = False) -> str:
    """Rows under a header of ids (for programs) or, for a spreadsheet, of labels.

    For a spreadsheet there is a byte order mark, and in French `;` between cells and a decimal
    comma, as it expects; numbers are not grouped, so that every program computes with them.
    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    if for_spreadsheet:
        _ = out.write(BOM)
    separator = ";" if for_spreadsheet and language == "fr" else ","
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    labels = [column.label.in_(language) for column in table.columns]
    ids = [column.id for column in table.columns]
    header = [KEY.in_(language), *labels] if for_spreadsheet else ["key", *ids]
    _ = writer.writerow(header)
    for row in table.rows:
        cells = [row.cells.get(column) for column in ids]
        texts = [
            text if is_number(cell) else to_cell(text)
            for cell, text in (
                (
                    cell,
                    _sheet_text(cell, language)
                    if for_spreadsheet
                    else _program_text(cell, language),
                )
                for cell in cells
            )
        ]
        _ = writer.writerow([row.key, *texts])
    return out.getvalue()


def table_markdown(table: Table, language: Language) -> str:
    """The table as Markdown, with labels as headers; numbers are set to the right.

    Under a table without rows stands what a reader is told then.
    """
    words = wording(language)
    numeric = [
        all(is_number(row.cells.get(column.id)) for row in table.rows) and bool(table.rows)
        for column in table.columns
    ]
    lines = [
        "| " + " | ".join(_marked(words.of(column.label)) for column in table.columns) + " |",
        "|" + "|".join("---:" if number else "---" for number in numeric) + "|",
    ]
    for row in table.rows:
        cells = (cell_text(row.cells.get(column.id), language) for column in table.columns)
        lines.append("| " + " | ".join(_marked(cell) for cell in cells) + " |")
    if not table.rows:
        lines += ["", words.of(table.empty)]
    return "\n".join(lines) + "\n"


def is_number(cell: Cell) -> bool:
    """Whether a cell has a number or nothing: a column of them is set to the right."""
    return cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool))


def cell_text(cell: Cell, language: Language, *, for_people: bool = True) -> str:
    """A cell as text, for people in the words and figures of their language."""
    match cell:
        case None:
            return ""
        case bool():
            yes, no = ("oui", "non") if language == "fr" and for_people else ("yes", "no")
            return yes if cell else no
        case str():
            return cell
        case Text():
            return cell.in_(language)
        case int() | float():
            return wording(language).number(cell) if for_people else f"{cell:g}"
        case _:
            return "; ".join(cell)


def _program_text(cell: Cell, language: Language) -> str:
    return cell_text(cell, language, for_people=False)


def _sheet_text(cell: Cell, language: Language) -> str:
    """A cell in words of the language, but a number as a spreadsheet reads it."""
    if cell is None or not is_number(cell):
        return cell_text(cell, language)
    plain = f"{cell:.15g}"
    return plain.replace(".", ",") if language == "fr" else plain


def _marked(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")
