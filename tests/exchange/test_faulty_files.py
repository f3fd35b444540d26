"""Faulty workbooks and GraphML are refused whole, at their place, in both languages, in time."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cadre.core.faults import BadInput
from cadre.exchange import read, write
from cadre.exchange.graphml import write_graphml
from cadre.exchange.workbook import write_states_workbook
from tests.exchange.test_workbook import STATES, changed_cell, column_of, saved

GRAPHML = write_graphml(STATES, "en").decode()


def refusal(path: Path) -> BadInput:
    with pytest.raises(BadInput) as caught:
        _ = read(path)
    for language in ("en", "fr"):
        line = caught.value.in_words(language)
        assert "\n" not in line
        assert path.name in line
    assert caught.value.what.fr
    return caught.value


# --- workbooks ---------------------------------------------------------------------------------


def added(sheet: str, **cells: object) -> Callable[[Any], None]:
    """A row added by a person, by header."""

    def change(book: Any) -> None:
        row = book[sheet].max_row + 1
        for header, value in cells.items():
            book[sheet].cell(row, column_of(book[sheet], header)).value = value

    return change


def headed(sheet: str, old: str, new: str) -> Callable[[Any], None]:
    """A header that a person changed."""

    def change(book: Any) -> None:
        book[sheet].cell(2, column_of(book[sheet], old)).value = new

    return change


def with_sheet(name: str) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        book.create_sheet(name).append(["Key"])

    return change


def without_keys(book: Any) -> None:
    for row in (2, 3):
        book["Groups"].cell(row, 1).value = None


COVERS = "Link – works on"


@pytest.mark.parametrize(
    ("change", "sheet", "row", "column", "says"),
    [
        (with_sheet("Clubs"), "Clubs", None, "", "Clubs"),
        (headed("Groups", "Kind", "Colour"), "Groups", 2, "(Colour)", "Colour"),
        (changed_cell("Groups", "Order", "first"), "Groups", 3, "(Order)", "first"),
        (changed_cell("Groups", "Order", "1,234"), "Groups", 3, "(Order)", "1,234"),
        (changed_cell("Groups", "Order", True), "Groups", 3, "(Order)", "not a number"),
        (changed_cell("Groups", "Starts", "soon"), "Groups", 3, "(Starts)", "soon"),
        (changed_cell("Groups", "Starts", "03/04/2016"), "Groups", 3, "(Starts)", "03/04/2016"),
        (changed_cell("Groups", "Starts", "2016-13"), "Groups", 3, "(Starts)", "2016-13"),
        (changed_cell("Caravans", "Loaded", "perhaps"), "Caravans", 3, "(Loaded)", "perhaps"),
        (changed_cell("Caravans", "Site", "javascript:x"), "Caravans", 3, "(Site)", "http"),
        (changed_cell("Groups", "Kind", "Club"), "Groups", 3, "(Kind)", "Working group"),
        (changed_cell("Groups", "Inferred fields", "Colour"), "Groups", 3, "(Inferred", "Colour"),
        (changed_cell(COVERS, "From (key)", "focus-area/x"), COVERS, 3, "(To (key))", "works on"),
        (changed_cell(COVERS, "To (key)", "focus-area/z"), COVERS, 3, "(To (key))", "area/z"),
        (added("Groups", Key="group/a"), "Groups", 4, "A (Key)", "twice"),
        (added("Groups", Key="Group A"), "Groups", 4, "A (Key)", "Group A"),
        (added("Groups", Key="term/a"), "Groups", 4, "A (Key)", "term/a"),
        (added("Groups", Order=3), "Groups", 4, "A (Key)", "missing"),
        (
            added(COVERS, **{"From (key)": "group/a", "To (key)": "focus-area/x"}),
            COVERS,
            4,
            "(To (key))",
            "twice",
        ),
        (without_keys, "Groups", 2, "", "missing"),
        (headed("Groups", "Kind", "Order"), "Groups", 2, "(Order)", "twice"),
        (changed_cell("Groups", "Order", "=1+1"), "Groups", 3, "(Order)", "formula"),
        (changed_cell("Groups", "Order", "#N/A"), "Groups", 3, "(Order)", "#N/A"),
        (lambda book: book["Groups"].cell(3, 60, "x"), "Groups", 3, "BH", "header"),
        (lambda book: book["Groups"].cell(3, 9000, "x"), "Groups", 3, "MHD", "beyond"),
        (lambda book: book["Groups"].cell(1_048_576, 1, "x"), "Groups", 1_048_576, "A", "beyond"),
        (added("Settings", Setting="colour/red"), "Settings", 6, "(Setting)", "colour/red"),
        (changed_cell("Own types", "Traits", "dance"), "Own types", 3, "(Traits)", "dance"),
        (changed_cell("Own types", "Order", "x"), "Own types", 3, "(Order)", "x"),
        (
            changed_cell("Lists of texts", "Element (key)", "group/z"),
            "Lists of texts",
            3,
            "(Element (key))",
            "group/z",
        ),
        (
            changed_cell("Lists of texts", "List", "Name"),
            "Lists of texts",
            3,
            "(List)",
            "list of texts",
        ),
    ],
)
def test_a_fault_in_a_workbook_is_named_by_sheet_row_and_column(
    tmp_path: Path,
    change: Callable[[Any], object],
    sheet: str,
    row: int | None,
    column: str,
    says: str,
) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(saved(STATES, change))
    fault = refusal(path)
    assert fault.place.sheet == sheet
    assert fault.place.row == row
    assert column in fault.place.column
    assert bool(column) == bool(fault.place.column)
    assert says in fault.in_words("en")


def test_choices_are_offered_in_the_language_of_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(saved(STATES, changed_cell("Groupes", "Genre", "Club"), "fr"))
    assert "Groupe de travail" in refusal(path).in_words("fr")
    assert "feuille Groupes, ligne 3, colonne" in refusal(path).in_words("fr")


def without(data: bytes, *parts: str, **replaced: bytes) -> bytes:
    """A workbook with parts of its archive left out or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            if name not in parts:
                stem = name.rpartition("/")[2].partition(".")[0]
                new.writestr(name, replaced.get(stem, old.read(name)))
    return out.getvalue()


WHOLE = write_states_workbook(STATES)
SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData>%s</sheetData></worksheet>"
)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04nothing", "damaged"),
        (WHOLE[: len(WHOLE) // 2], "damaged"),
        (WHOLE[:-30], "damaged"),
        (b"\xd0\xcf\x11\xe0old", "password"),
        ("Clé;Nom".encode("cp1252"), "damaged"),
        (without(WHOLE, "xl/workbook.xml"), "damaged"),
        (without(WHOLE, "xl/worksheets/sheet2.xml"), "damaged"),
        (without(WHOLE, sheet2=SHEET[:90]), "cut off"),
        (without(WHOLE, sheet2=SHEET % b'<row r="x"><c/></row>'), "damaged"),
        (without(WHOLE, sheet2=SHEET % b'<row><c t="s"><v>99999</v></c></row>'), "damaged"),
        (without(WHOLE, sheet2=SHEET % b"<row><c><v>NaN</v></c></row>"), "damaged"),
        (without(WHOLE, sheet2=b"<!DOCTYPE a>" + SHEET % b""), "document type"),
        (without(WHOLE, sheet2=b'<?xml version="1.0" encoding="x"?><a/>'), "encoding"),
        (without(WHOLE, sheet2=b"\xff\xfe\xfd"), "not XML"),
        (without(WHOLE, sheet2=SHEET % (b"<a>" * 200)), "deep"),
    ],
)
def test_a_damaged_workbook_is_refused(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(data)
    assert says in refusal(path).in_words("en")


# --- GraphML -----------------------------------------------------------------------------------


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "at", "path", "says"),
    [
        ('id="group/a"', 'id="group a"', None, "", ""),
        (">group/a</data>", ">club/a</data>", '<node id="group/a">', "", "club"),
        (">group/a</data>", ">Group A</data>", '<node id="group/a">', "", "Group A"),
        (">caravan/c</data>", ">group/a</data>", None, "", "twice"),
        ('attr.name="kind"', 'attr.name="colour"', '<node id="group/a">', "colour", "colour"),
        (">working-group<", ">club<", '<node id="group/a">', "kind", "club"),
        (">2016-09<", ">soon<", '<node id="group/a">', "starts", "soon"),
        (">2.5<", ">many<", '<node id="caravan/c">', "camels", "many"),
        (">true<", ">perhaps<", '<node id="caravan/c">', "loaded", "perhaps"),
        (">[{", ">{{", '<node id="group/a">', "also-known-as", "list of texts"),
        ('target="focus-area/x"', 'target="focus-area/z"', "<edge", "", "focus-area/z"),
        (
            'source="group/a" target="focus-area/x"',
            'source="focus-area/x" target="group/a"',
            "<edge",
            "",
            "works on",
        ),
        (">covers<", ">likes<", "<edge", "", "likes"),
        ("threshold/few", "colour/red", None, "settings", "colour/red"),
        ('"elements":[', '"elements":{', None, "types", "JSON"),
        (">councils<", "><", None, "", "framework"),
        ("<graphml", "<graphics", "<graphics", "", "GraphML"),
        ("</graph>", "", None, "", "cut off"),
        ("</graphml>", "", None, "", "cut off"),
    ],
)
def test_a_fault_in_graphml_is_named_by_its_line(
    tmp_path: Path, old: str, new: str, at: str | None, path: str, says: str
) -> None:
    text = GRAPHML.replace(old, new)
    assert text != GRAPHML
    file = tmp_path / "f.graphml"
    file.write_text(text, encoding="utf-8")
    fault = refusal(file)
    if at is not None:
        assert fault.place.row == line_of(text, at)
    assert path in fault.place.path
    assert says in fault.in_words("en")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "cut off"),
        (b"hello", "not XML"),
        (GRAPHML[:900].encode(), "cut off"),
        (GRAPHML.encode("cp1252", "replace"), "not XML"),
        (GRAPHML.replace("UTF-8", "shift_jis").encode(), "encoding"),
        (GRAPHML.replace("<graphml", "<!DOCTYPE g><graphml").encode(), "document type"),
        (GRAPHML.replace("<node", "<graph/><node").encode(), "more than one graph"),
        (GRAPHML.replace("</data>", "<a>" * 200).encode(), "deep"),
        (GRAPHML.replace(">1</data>", ">99</data>").encode(), "later version"),
        (GRAPHML.replace(">1</data>", ">one</data>").encode(), "one"),
        (GRAPHML.replace('"order":', '"order":' + "9" * 5000).encode(), "JSON"),
    ],
)
def test_damaged_graphml_is_refused(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "f.graphml"
    path.write_bytes(data)
    assert says in refusal(path).in_words("en")


@pytest.mark.parametrize("part", ['<edge id="e0"', '<node id="group/a"'], ids=["link", "element"])
def test_what_is_given_twice_in_graphml_is_refused(tmp_path: Path, part: str) -> None:
    start = GRAPHML.index(part)
    closing = "</edge>" if part.startswith("<edge") else "</node>"
    whole = GRAPHML[start : GRAPHML.index(closing, start) + len(closing)]
    path = tmp_path / "f.graphml"
    path.write_text(GRAPHML.replace(whole, f"{whole}\n{whole}"), encoding="utf-8")
    assert "twice" in refusal(path).in_words("en")


# --- hostile and too large ---------------------------------------------------------------------

# Reads a file in a process of its own and says how long that took and how much memory.
MEASURE = """
import json, resource, sys, time
from pathlib import Path
from cadre.core.faults import BadInput
from cadre.exchange import read
start = time.process_time()
try:
    read(Path(sys.argv[1]))
    said = ""
except BadInput as fault:
    said = str(fault)
taken = time.process_time() - start
status = Path("/proc/self/status")  # what getrusage says begins with the memory of the parent
peak = (
    int(status.read_text().split("VmHWM:")[1].split()[0])
    if status.exists()
    else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
) / 1024
print(json.dumps([said, taken, peak, "django" in sys.modules]))
"""


def measured(path: Path) -> tuple[str, float, float]:
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)], capture_output=True, check=True, text=True
    )
    said, taken, peak, django = json.loads(done.stdout)
    assert not django
    return said, taken, peak


LAUGHS = (
    "<!DOCTYPE g [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1 or str()};' * 10}'>" for n in range(1, 10))
    + "]>"
)
OUTSIDE = "<!DOCTYPE g [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


def _rows(cells: bytes, count: int) -> bytes:
    return without(WHOLE, sheet2=SHEET % (b"<row>%s</row>" % cells * count))


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "xlsx-bomb": (
        "xlsx",
        lambda: without(WHOLE, sharedStrings=b"<sst>" + b"<si><t>a</t></si>" * 20_000_000),
        "safely",
    ),
    "xlsx-many-strings": (
        "xlsx",
        lambda: without(WHOLE, sharedStrings=b"<sst>" + b"<si/>" * 900_000),
        "cells",
    ),
    "xlsx-one-long-string": (
        "xlsx",
        lambda: without(WHOLE, sharedStrings=b"<sst><si><t>" + b"a" * 200_000_000),
        "safely",
    ),
    "xlsx-long-cell": (
        "xlsx",
        lambda: without(WHOLE, sharedStrings="<sst><si><t>😀".encode() + b"a" * 60_000_000),
        "more text than",
    ),
    "xlsx-far-cell": (
        "xlsx",
        lambda: without(WHOLE, sheet2=SHEET % b'<row><c r="XFD1048576"><v>1</v></c></row>'),
        "beyond row",
    ),
    "xlsx-many-rows": ("xlsx", lambda: _rows(b"<c><v>1</v></c>", 100_001), "beyond row"),
    "xlsx-many-cells": (
        "xlsx",
        lambda: _rows(b"<c><v>1</v></c>" * 450, 1_000),
        "more than 400000 cells",
    ),
    "xlsx-blank-cells": (
        "xlsx",
        lambda: _rows(b"<c/>" * 450, 30_000),
        "more than 1000000 elements",
    ),
    "xlsx-blank-rows": ("xlsx", lambda: _rows(b"", 4_000_000), "more than 1000000 elements"),
    "xlsx-blank-cells-within-bounds": ("xlsx", lambda: _rows(b"<c/>" * 450, 2_000), "element"),
    "xlsx-laughs": (
        "xlsx",
        lambda: without(WHOLE, sheet2=LAUGHS.encode() + SHEET % b""),
        "document type",
    ),
    "xlsx-outside": (
        "xlsx",
        lambda: without(WHOLE, workbook=OUTSIDE.encode() + b"<workbook>&a;</workbook>"),
        "document type",
    ),
    "graphml-laughs": (
        "graphml",
        lambda: GRAPHML.replace("<graphml", f"{LAUGHS}<graphml").encode(),
        "document type",
    ),
    "graphml-outside": (
        "graphml",
        lambda: GRAPHML.replace("<graphml", f"{OUTSIDE}<graphml").encode(),
        "document type",
    ),
    "graphml-long-line": ("graphml", lambda: b"<graphml>" + b"a" * 200_000_000, "larger than"),
    "graphml-many-nodes": (
        "graphml",
        lambda: b"<graphml><graph>" + b'<node id="a"/>' * 1_000_000,
        "more than",
    ),
    "graphml-other-elements": (
        "graphml",
        lambda: b"<graphml><graph>" + b"<a/>" * 12_000_000,
        "more than 1000000 elements",
    ),
    "graphml-long-data": (
        "graphml",
        lambda: "<graphml><graph><data>😀".encode() + b"a" * 60_000_000,
        "too long",
    ),
    "graphml-deep": ("graphml", lambda: b"<graphml>" + b"<a>" * 900_000, "deep"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_time_and_room(tmp_path: Path, name: str) -> None:
    ending, make, says = HOSTILE[name]
    path = tmp_path / f"f.{ending}"
    path.write_bytes(make())
    said, taken, peak = measured(path)
    assert says in said
    assert taken < 2
    assert peak < 256


def test_the_same_file_without_the_fault_is_read(tmp_path: Path) -> None:
    for form in ("xlsx", "graphml"):
        path = tmp_path / f"f.{form}"
        _ = write(STATES, form, path)
        assert measured(path)[0] == ""


# --- libraries ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("does", "loads"),
    [
        ("import cadre.exchange, cadre.cli", set()),
        ("from cadre.exchange import read; read(here / 'f.json')", set()),
        ("from cadre.exchange import read; read(here / 'f.xlsx')", {"xml.parsers.expat"}),
        (
            "from cadre.exchange import *; write(read(here / 'f.json'), 'xlsx', here / 'g.xlsx')",
            {"xlsxwriter", "xml.parsers.expat"},
        ),
    ],
)
def test_libraries_are_loaded_when_they_are_used(
    tmp_path: Path, does: str, loads: set[str]
) -> None:
    for form, name in (("document", "f.json"), ("xlsx", "f.xlsx")):
        _ = write(STATES, form, tmp_path / name)
    start = f"import sys; from pathlib import Path; here = Path({str(tmp_path)!r})"
    code = f"{start}; {does}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    watched = {"xlsxwriter", "openpyxl", "xml.parsers.expat", "lxml", "django"}
    assert watched & set(done.stdout.split()) == loads


def test_openpyxl_is_for_tests_alone() -> None:
    assert openpyxl.__name__ not in Path("requirements/base.in").read_text("utf-8")


def test_cells_are_counted_however_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(_rows(b"<c><v >1</v ></c>" * 450, 900))
    assert "more than 400000 cells" in refusal(path).in_words("en")
