"""Workbooks (XLSX, ECMA-376) in: cells with what they are, counted while they are read.

Reads what Excel, LibreOffice and others save. Far cells, bombs and too many rows cost no more
than the limits below; a formula is never run and never taken for its last value.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final, Literal

from cadre.core.dates import PartialDate
from cadre.core.faults import BadInput, Place
from cadre.core.text import Text, clean
from cadre.sheets.archive import DAMAGE, opened
from cadre.sheets.cells import Cell, CellError, Formula
from cadre.sheets.limits import Budget
from cadre.sheets.safe_xml import XmlReader

MOST_FILE_BYTES: Final = 50_000_000
MOST_BYTES: Final = 64_000_000
"""Unzipped, over all parts that are read."""
MOST_CELLS: Final = 400_000
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 500
MOST_LETTERS: Final = 200_000
"""In one cell. Spreadsheets hold 32,767."""

_MAIN: Final = "xl/workbook.xml"
_DATE_FORMATS: Final[Mapping[int, Literal["day", "month"]]] = {
    **dict.fromkeys((14, 15, 16, 22, *range(27, 32), 36, *range(50, 59)), "day"),
    17: "month",
}
_NOT_CODE: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.ASCII)
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
# A text of nothing but space is no text, unless an apostrophe says that it is meant.
_MEANT_SPACE: Final = re.compile(r"'+\s+")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with something in it: its cells by column, counted from 1."""

    number: int
    cells: Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet: its name and the rows that are not blank."""

    name: str
    rows: tuple[SheetRow, ...]


def letters_of(column: int) -> str:
    """`A` for 1, `AA` for 27."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def is_workbook(path: Path) -> bool:
    """Whether a zip archive holds a workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "[Content_Types].xml" in archive.namelist()
    except DAMAGE:
        return False


def read_sheets(data: bytes, place: Place) -> tuple[SheetRead, ...]:
    """The sheets of a workbook, in their order.

    BadInput for a damaged or hostile file, or one beyond the limits, with sheet and cell.
    """
    with _damage(place), zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _Workbook(archive, place).sheets()


@contextmanager
def _damage(place: Place) -> Iterator[None]:
    try:
        yield
    except (*DAMAGE, KeyError, IndexError, OverflowError):
        raise BadInput(
            Text("the workbook is damaged or cut off.", "le classeur est endommagé ou coupé."),
            place,
            Text(
                "Open it in a spreadsheet and save it again as .xlsx.",
                "L’ouvrir dans un tableur et l’enregistrer de nouveau en .xlsx.",
            ),
        ) from None


class _Workbook:
    def __init__(self, archive: zipfile.ZipFile, place: Place) -> None:
        self._archive = archive
        self._place = place
        self._budget = Budget(MOST_BYTES)
        self._cells_left = MOST_CELLS
        self._strings: list[str] = []
        self._dates: dict[int, str] = {}
        self._from_1904 = False

    def sheets(self) -> tuple[SheetRead, ...]:
        main = self._main_part()
        named: list[tuple[str, str]] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "workbookPr":
                self._from_1904 = attributes.get("date1904") in ("1", "true")
            elif tag == "sheet":
                local = {name.rpartition(":")[2]: value for name, value in attributes.items()}
                named.append((clean(local["name"]), local["id"]))

        self._parse(main, start)
        related = self._related(main)
        parts = dict(related.values())
        if "styles" in parts:
            self._read_styles(parts["styles"])
        if "sharedStrings" in parts:
            self._read_strings(parts["sharedStrings"])
        return tuple(
            self._sheet(name, related[which][1])
            for name, which in named
            if related[which][0] == "worksheet"
        )

    def _main_part(self) -> str:
        related = self._related("")
        return next((part for kind, part in related.values() if kind == "officeDocument"), _MAIN)

    def _related(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts a part refers to: kind and name, by id."""
        folder, name = posixpath.split(part)
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes["Target"]))
                kind = attributes["Type"].rpartition("/")[2]
                found[attributes["Id"]] = (kind, target.lstrip("/"))

        self._parse(posixpath.join(folder, "_rels", f"{name}.rels"), start)
        return found

    def _parse(
        self,
        part: str,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None] = lambda _: None,
        characters: Callable[[str], None] = lambda _: None,
        look: Callable[[bytes], None] = lambda _: None,
    ) -> None:
        place = self._place.at(path=part)
        entry = self._archive.getinfo(part)
        if entry.file_size > self._budget.left:
            self._budget.spend(entry.file_size, self._place)
        with opened(self._archive, entry) as stream:
            XmlReader(place, self._budget).read(stream, start, end, characters, look)

    # --- styles and strings ----------------------------------------------------------------

    def _read_styles(self, part: str) -> None:
        codes: dict[int, str] = {}
        formats: list[int] = []
        inside = ""

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal inside
            if tag in ("cellXfs", "cellStyleXfs", "dxfs"):
                inside = tag
            elif tag == "numFmt":
                codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
            elif tag == "xf" and inside == "cellXfs":
                formats.append(int(attributes.get("numFmtId", "0")))

        self._parse(part, start)
        for style, number in enumerate(formats):
            precision = _precision(codes[number]) if number in codes else _DATE_FORMATS.get(number)
            if precision:
                self._dates[style] = precision

    def _read_strings(self, part: str) -> None:
        pieces: list[str] = []
        aside = 0
        reading = False

        def start(tag: str, _: dict[str, str]) -> None:
            nonlocal aside, reading
            if tag == "si":
                pieces.clear()
            elif tag == "rPh":
                aside += 1
            elif tag == "t":
                reading = not aside

        def end(tag: str) -> None:
            nonlocal aside, reading
            if tag == "t":
                reading = False
            elif tag == "rPh":
                aside -= 1
            elif tag == "si":
                self._strings.append(_plain("".join(pieces)))
                if len(self._strings) > MOST_CELLS:
                    raise _too_large(self._place)

        def characters(text: str) -> None:
            if reading:
                pieces.append(text)
                _refuse_endless(pieces, self._place)

        self._parse(part, start, end, characters)

    # --- cells -----------------------------------------------------------------------------

    def _sheet(self, name: str, part: str) -> SheetRead:
        place = Place(self._place.file, sheet=name)
        reader = _Cells(self._strings, self._dates, self._from_1904, place, self._cells_left)

        def look(data: bytes) -> None:
            """Refuse at once what would be refused after reading all those cells."""
            if data.count(b"<v>") + data.count(b"<is>") > self._cells_left:
                raise _too_large(place)

        self._parse(part, reader.start, reader.end, reader.characters, look)
        self._cells_left = reader.left
        return SheetRead(name, tuple(reader.rows))


def _too_large(place: Place) -> BadInput:
    return BadInput(
        Text(
            f"the workbook has more than {MOST_CELLS} cells.",
            f"le classeur a plus de {MOST_CELLS} cellules.",
        ),
        place,
        Text(
            "Use a document or a bundle for so large a framework.",
            "Employer un document ou un lot pour un cadre aussi grand.",
        ),
    )


class _Cells:
    """Takes the rows of one sheet as its XML goes by."""

    def __init__(
        self,
        strings: list[str],
        dates: Mapping[int, str],
        from_1904: bool,
        place: Place,
        left: int,
    ) -> None:
        self.left = left
        self.rows: list[SheetRow] = []
        self._strings, self._dates, self._from_1904 = strings, dates, from_1904
        self._place = place
        self._row = 0
        self._column = 0
        self._known: dict[str, int] = {}
        self._cells: dict[int, Cell] = {}
        self._open: Mapping[str, str] = {}
        self._style = 0
        self._pieces: list[str] = []
        self._reading = False
        self._aside = 0
        self._formula = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "v":
            self._reading = True
        elif tag == "c":
            self._start_cell(attributes)
        elif tag == "t":
            self._reading = not self._aside and self._open.get("t") == "inlineStr"
        elif tag == "f":
            self._formula = True
        elif tag == "rPh":
            self._aside += 1
        elif tag == "row":
            self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
            self._cells = {}

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            match = _REFERENCE.fullmatch(reference)
            if match is None:
                raise ValueError(reference)
            letters = match[1]
            self._column = self._known.get(letters) or _number_of(letters)
            self._known[letters] = self._column
            self._row = int(match[2])
        self._open = attributes
        self._style = int(attributes["s"]) if "s" in attributes else 0
        self._pieces.clear()
        self._formula = False

    def characters(self, text: str) -> None:
        if self._reading:
            self._pieces.append(text)
            _refuse_endless(self._pieces, self._place)

    def end(self, tag: str) -> None:
        if tag == "c":
            if self._pieces or self._formula:
                self._end_cell()
        elif tag in ("v", "t"):
            self._reading = False
        elif tag == "rPh":
            self._aside -= 1
        elif tag == "row" and self._cells:
            self.rows.append(SheetRow(self._row, self._cells))

    def _end_cell(self) -> None:
        try:
            cell = self._cell()
        except (ValueError, IndexError, OverflowError):
            raise self._senseless() from None
        if cell is not None:
            self._keep(cell)

    def _senseless(self) -> BadInput:
        return BadInput(
            Text(
                "the cell is damaged: it is not what it says it is.",
                "la cellule est endommagée : elle n’est pas ce qu’elle dit être.",
            ),
            self._place.at(row=self._row, column=letters_of(self._column)),
            Text("Write its value again.", "En écrire de nouveau la valeur."),
        )

    def _keep(self, cell: Cell) -> None:
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
            raise BadInput(
                Text(
                    f"there is a cell beyond row {MOST_ROWS} or column {MOST_COLUMNS}.",
                    f"une cellule se trouve au-delà de la ligne {MOST_ROWS} ou de la colonne "
                    f"{MOST_COLUMNS}.",
                ),
                self._place.at(row=self._row, column=letters_of(self._column)),
                Text("Clear it.", "L’effacer."),
            )
        self.left -= 1
        if self.left < 0:
            raise _too_large(self._place)
        self._cells[self._column] = cell

    def _cell(self) -> Cell | None:
        if self._formula:
            return Formula()
        written = "".join(self._pieces)
        match self._open.get("t", "n"):
            case "s":
                return _meant(self._strings[int(written)])
            case "str" | "inlineStr":
                return _meant(_plain(written))
            case "b":
                return written.strip() == "1"
            case "e":
                return CellError(clean(written))
            case "d":
                return PartialDate.parse(written[:10])
            case _:
                return self._number(written)

    def _number(self, written: str) -> int | float | PartialDate:
        number = float(written)
        if number - number != 0:
            raise ValueError(written)
        fine = self._dates.get(self._style)
        if fine:
            day = _day(number, self._from_1904)
            if day is not None:
                return PartialDate(
                    day.year,
                    None if fine == "year" else day.month,
                    day.day if fine == "day" else None,
                )
        return int(number) if number.is_integer() else number


def _refuse_endless(pieces: list[str], place: Place) -> None:
    """A text comes in pieces of some thousand letters: those of a usual cell are few."""
    if len(pieces) > 20 and sum(map(len, pieces)) > MOST_LETTERS:
        raise BadInput(
            Text(
                "a cell holds more text than any spreadsheet allows.",
                "une cellule contient plus de texte que n’en permet un tableur.",
            ),
            place,
            Text("Shorten it.", "La raccourcir."),
        )


def _plain(text: str) -> str:
    """A text with what XML cannot hold put back, and cleaned at this door."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return clean(text)


def _meant(text: str) -> str | None:
    if not text.strip():
        return None
    return text[1:] if _MEANT_SPACE.fullmatch(text) else text


def _precision(code: str) -> str:
    """How fine a number format shows dates: day, month, year, or not at all."""
    first = _NOT_CODE.sub("", code.partition(";")[0]).casefold()
    if "d" in first:
        return "day"
    if "y" in first:
        return "month" if "m" in first else "year"
    return ""


def _day(serial: float, from_1904: bool) -> date | None:
    """The day of a serial number. Day 60 of the 1900 system, 29 February 1900, never was."""
    whole = int(serial)
    if from_1904:
        epoch = date(1904, 1, 1)
    elif whole == 60 or whole < 1:
        return None
    else:
        epoch = date(1899, 12, 31) if whole < 60 else date(1899, 12, 30)
    return epoch + timedelta(days=whole) if 0 <= whole < 2_900_000 else None
