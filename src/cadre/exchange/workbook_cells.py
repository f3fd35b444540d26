"""Cells of a workbook and what they stand for: the texts that tables hold, said in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from cadre.core.attributes import Choice
from cadre.core.dates import PartialDate
from cadre.core.faults import BadInput, Place
from cadre.core.phrases import MONTHS
from cadre.core.text import Language, Text
from cadre.exchange.cell_values import joined, parted
from cadre.exchange.framework_tables import SETTINGS
from cadre.exchange.workbook_words import YES_NO, Column, Said, plain, word_of, words_of_choices
from cadre.sheets.cells import Cell, CellError, Formula
from cadre.sheets.xlsx import CellOut, number_or_text

_DIGITS: Final = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)
_SPACES: Final = re.compile(r"\s+")
_GROUPED: Final = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+", re.ASCII)
_MONTH_NUMBERS: Final = {
    plain(name): number for number, names in enumerate(MONTHS, start=1) for name in names
}


_BY_KIND: Final[Mapping[str, tuple[Said, tuple[Choice, ...]]]] = {
    "number": (Said.NUMBER, ()),
    "date": (Said.DATE, ()),
    "yes-no": (Said.CHOICE, YES_NO),
}


def column_of_row(column: Column, table: str, kind: str) -> Column:
    """The column as one row has it: the value of a setting is of the kind beside it."""
    if table != SETTINGS or column.id != "value" or kind not in _BY_KIND:
        return column
    said, offered = _BY_KIND[kind]
    return replace(column, said=said, choices=offered)


def say(column: Column, cell: str, language: Language) -> CellOut:
    """A cell of a table as a workbook shows it."""
    match column.said:
        case Said.NUMBER:
            return number_or_text(cell)
        case Said.CHOICE:
            return word_of(cell, column.choices, language)
        case Said.CHOICES:
            parts = [word_of(part, column.choices, language) for part in parted(cell)]
            shown = "; ".join(parts)
            return shown if parted(joined(parts)) == parted(shown) else cell
        case _:
            return cell


def hear(column: Column, cell: Cell, place: Place) -> str:
    """The cell of a table that a workbook's cell stands for. BadInput when there is none."""
    if isinstance(cell, Formula | CellError):
        raise _computed(cell, place)
    match column.said:
        case Said.TEXT:
            return _text(cell)
        case Said.KEY:
            return " ".join(_text(cell).split())
        case Said.NUMBER:
            return _number(cell)
        case Said.DATE:
            return _date(cell)
        case Said.PERIOD:
            return _text(cell).strip()
        case Said.CHOICE:
            return _choice(column, _text(cell), place)
        case Said.CHOICES:
            parts = parted(_text(cell).replace("\n", ";"))
            return joined([_choice(column, part, place) for part in parts])


def _computed(cell: Formula | CellError, place: Place) -> BadInput:
    if isinstance(cell, CellError):
        return BadInput(
            Text(
                f"the cell shows an error ({cell.shown}).",
                f"la cellule montre une erreur ({cell.shown}).",
            ),
            place,
            Text("Clear it or write the value.", "L’effacer ou écrire la valeur."),
        )
    return BadInput(
        Text("the cell holds a formula.", "la cellule contient une formule."),
        place,
        Text(
            "Write its value: copy the cell, then paste values only.",
            "Écrire sa valeur : copier la cellule, puis coller les valeurs seulement.",
        ),
    )


def _text(cell: str | int | float | bool | PartialDate) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return cell if isinstance(cell, str) else str(cell)


def _number(cell: str | int | float | bool | PartialDate) -> str:
    """Digits with a decimal comma or spaces between them are a number; `1,234` could be two."""
    if not isinstance(cell, str):
        return _text(cell)
    bare = _SPACES.sub("", cell)
    if bare.count(",") == 1 and "." not in bare and not _GROUPED.fullmatch(bare):
        return bare.replace(",", ".")
    return bare


def _date(cell: str | int | float | bool | PartialDate) -> str:
    """A date as tables have it; what is no date is left for them to refuse."""
    if not isinstance(cell, str):
        return _text(cell)
    bare = cell.strip()
    match = _DIGITS.fullmatch(bare)
    if match:
        return "-".join(part.zfill(2) for part in match.groups() if part)
    return _date_in_words(plain(bare).split()) or bare


def _date_in_words(words: list[str]) -> str:
    """`September 2016`, `14 septembre 2016`, `1er mai 2017`, `September 14, 2016`."""
    months = [_MONTH_NUMBERS[word] for word in words if word in _MONTH_NUMBERS]
    numbers = ["1" if word == "1er" else word for word in words if word not in _MONTH_NUMBERS]
    if len(months) != 1 or not numbers or not all(one.isdecimal() for one in numbers):
        return ""
    *days, year = numbers
    if len(year) != 4 or len(days) > 1 or any(len(day) > 2 for day in days):
        return ""
    return "-".join([year, f"{months[0]:02d}", *(day.zfill(2) for day in days)])


def _choice(column: Column, word: str, place: Place) -> str:
    key = words_of_choices(column.choices).key_of(word)
    if key is not None:
        return key
    if column.free:
        return word
    known = Text(
        ", ".join(one.label.in_("en") or one.key for one in column.choices),
        ", ".join(one.label.in_("fr") or one.key for one in column.choices),
    )
    raise BadInput(
        Text(f"“{word}” is not one of the choices.", f"« {word} » n’est pas un des choix."),
        place,
        Text(f"Use one of: {known.en}.", f"Employer l’un de ceux-ci : {known.fr}."),
    )
