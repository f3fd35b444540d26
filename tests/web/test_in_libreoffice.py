"""What a reader takes away opens in LibreOffice, every text as it was, accents and all."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from django.test import Client
from openpyxl import load_workbook

from cadre.core.text import LANGUAGES, Language
from cadre.web.addresses import address
from tests.office import opened_by_libreoffice
from tests.web.routes import FULL

pytestmark = pytest.mark.django_db

Rows = list[list[str]]

# Page, what more its address names, and the name its files go by here.
LISTS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("list", {"type": "group"}, "groups"),
    ("list", {"type": "term"}, "terms"),
    ("findings", {}, "findings"),
    ("uncertain", {}, "uncertain"),
    ("see-framework-map", {}, "map"),
    ("see-gap-matrix", {}, "matrix"),
    ("see-comparison", {}, "comparison"),
)


def _csv_rows(content: str, delimiter: str) -> Rows:
    return [
        [_plain(cell) for cell in row]
        for row in csv.reader(io.StringIO(content), delimiter=delimiter)
    ]


def _plain(cell: object) -> str:
    """A cell as text: numbers alike in both languages, and the guard of a formula taken off."""
    text = "" if cell is None else str(cell)
    text = text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@'\t\r") else text
    return text.replace(",", ".") if text.replace(",", "", 1).isdigit() else text


def _filled(rows: Rows) -> Rows:
    """Rows without the empty cells at their ends, which no sheet keeps."""
    kept = []
    for row in rows:
        while row and not row[-1]:
            row = row[:-1]
        kept.append(row)
    while kept and not kept[-1]:
        kept = kept[:-1]
    return kept


def _sheets(book: Path) -> dict[str, Rows]:
    """Every sheet of a workbook, by the name that LibreOffice gives its file."""
    return {
        f"{book.stem}-{sheet.title}": [
            [_plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in load_workbook(book).worksheets
    }


def _shown(office: str, files: list[Path], folder: Path, delimiter: str = "") -> dict[str, Rows]:
    made = opened_by_libreoffice(office, files, folder, delimiter=delimiter)
    return {one.stem: _filled(_csv_rows(one.read_text("utf-8"), ",")) for one in made}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_and_table_opens(
    client: Client, office: str, tmp_path: Path, language: Language
) -> None:
    delimiter = {"en": ",", "fr": ";"}[language]
    books, texts = tmp_path / "books", tmp_path / "texts"
    books.mkdir()
    texts.mkdir()
    expected: dict[str, Rows] = {}
    for page, more, name in LISTS:
        path = address(language, page, FULL, "2018", **more)
        book = books / f"{name}.xlsx"
        book.write_bytes(client.get(f"{path}?as=xlsx").content)
        expected |= _sheets(book)
        plain = texts / f"{name}.csv"
        plain.write_bytes(client.get(f"{path}?as=csv").content)
        rows = _csv_rows(plain.read_text("utf-8-sig"), delimiter)
        expected[f"{name}-{name}"] = rows
    shown = {
        **_shown(office, sorted(books.iterdir()), tmp_path / "sheets"),
        **_shown(office, sorted(texts.iterdir()), tmp_path / "plain", delimiter),
    }
    assert shown.keys() == expected.keys()
    for name, rows in expected.items():
        assert shown[name] == _filled(rows), name
    said = " ".join(cell for rows in shown.values() for row in rows for cell in row)
    assert {"en": "Councils’", "fr": "à l’œuvre"}[language] in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_opens(
    client: Client, office: str, tmp_path: Path, language: Language
) -> None:
    taken = tmp_path / "framework.xlsx"
    taken.write_bytes(client.get(f"{address(language, 'home', FULL, 'current')}?as=xlsx").content)
    expected = {name: _filled(rows) for name, rows in _sheets(taken).items()}
    assert len(expected) > 20
    assert _shown(office, [taken], tmp_path / "shown") == expected
