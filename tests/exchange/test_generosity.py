"""Files are read as people and their programs leave them: what is meant is the same framework."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cadre.core.dates import PartialDate
from cadre.core.faults import BadInput
from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import Metamodel
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.exchange import digest_of_states, read, write
from cadre.exchange.bundle_types import TYPE_TABLES
from cadre.exchange.workbook_cells import column_of_row, say
from cadre.exchange.workbook_words import Column, columns_of_table
from cadre.frameworks import path_of
from tests.exchange.test_workbook import STATES

Rows = list[list[str]]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return shutil.copytree(path_of("example"), tmp_path / "councils")


EXAMPLE = read(path_of("example"))


def same(path: Path, states: States = EXAMPLE) -> bool:
    return digest_of_states(read(path)) == digest_of_states(states)


def tables(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.csv"))


def rewritten(folder: Path, change: Callable[[Rows], Rows], *, delimiter: str = ",") -> None:
    """Every table of a bundle, its rows changed by a person."""
    for path in tables(folder):
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(change(rows))
        path.write_bytes(out.getvalue().encode())


# --- tables ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.replace("\r\n", "\n").encode(),
        lambda text: text.replace("\r\n", "\r").encode(),
        lambda text: text.removesuffix("\r\n").encode(),
        lambda text: f"\r\n\r\n{text}\r\n\r\n".encode(),
    ],
    ids=["utf-8 mark", "utf-16 mark", "utf-16 be mark", "lf", "cr", "no last line end", "blank"],
)
def test_marks_and_line_ends_of_tables(bundle: Path, encoded: Callable[[str], bytes]) -> None:
    for path in tables(bundle):
        path.write_bytes(encoded(path.read_bytes().decode()))
    assert same(bundle)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters(bundle: Path, delimiter: str) -> None:
    rewritten(bundle, lambda rows: rows, delimiter=delimiter)
    assert same(bundle)


def blank_rows(rows: Rows) -> Rows:
    blank = [""] * len(rows[0])
    return [blank, *(line for row in rows for line in (row, blank)), []]


def blank_columns(rows: Rows) -> Rows:
    return [["", *row[:1], "", *row[1:], "", ""] for row in rows]


def spaces_in_headers(rows: Rows) -> Rows:
    return [[f" {header}\u00a0 " for header in rows[0]], *rows[1:]]


@pytest.mark.parametrize("change", [blank_rows, blank_columns, spaces_in_headers])
def test_blank_rows_blank_columns_and_spaces(bundle: Path, change: Callable[[Rows], Rows]) -> None:
    rewritten(bundle, change)
    assert same(bundle)


def test_order_of_rows_and_columns_is_free(bundle: Path) -> None:
    listed = ("scenarios", "types", "texts.csv")  # changes, choices and names have an order
    for path in tables(bundle):
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))
        if not {*path.parts, path.name} & {*listed}:
            rows = [rows[0], *rows[:0:-1]]
        out = io.StringIO(newline="")
        csv.writer(out).writerows([row[::-1] for row in rows])
        path.write_bytes(out.getvalue().encode())
    assert same(bundle)


@pytest.mark.parametrize("name", ["example", "joint-councils"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_headers_choices_and_dates_in_words(tmp_path: Path, language: Language, name: str) -> None:
    folder = shutil.copytree(path_of(name), tmp_path / "councils")
    states = read(folder)
    for state in ("current", *states.editions):
        home = folder if state == "current" else folder / "editions" / state
        in_words(home, states.at(state), language)
    assert b",kind," not in (folder / "elements/group.csv").read_bytes()
    assert same(folder, states)


def in_words(folder: Path, framework: Framework, language: Language) -> None:
    """The tables of a state with headers and choices as a workbook would say them."""
    for path in tables(folder):
        name = path.relative_to(folder).as_posix().removesuffix(".csv")
        if name.startswith(("editions", "scenarios", "states")):
            continue
        metamodel: Metamodel = KERNEL if name in TYPE_TABLES else framework.metamodel
        columns = {one.id: one for one in columns_of_table(name, metamodel)}
        header, *rows = csv.reader(io.StringIO(path.read_bytes().decode(), newline=""))
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=";")
        writer.writerow([columns[one].label.in_(language) for one in header])
        for row in rows:
            cells = dict(zip(header, row, strict=True))
            writer.writerow([said(columns[one], name, cells, one, language) for one in header])
        path.write_bytes(out.getvalue().encode("utf-8-sig"))


def said(
    column: Column, table: str, cells: Mapping[str, str], name: str, language: Language
) -> object:
    cell = cells[name]
    guarded = cell.startswith("'")
    if not cell or guarded:
        return cell
    return say(column_of_row(column, table, cells.get("kind", "")), cell, language)


@pytest.mark.parametrize(
    ("header", "cell", "field", "value"),
    [
        ("Kind", "Committee", "kind", "committee"),
        ("Genre", "comité", "kind", "committee"),
        ("GENRE", " Committee ", "kind", "committee"),
        ("Starts", "2016-09", "starts", PartialDate(2016, 9)),
        ("starts", "September 2016", "starts", PartialDate(2016, 9)),
        ("Début", "septembre 2016", "starts", PartialDate(2016, 9)),
        ("starts", "2016", "starts", PartialDate(2016)),
        ("order", '"2,5"', "order", 2.5),
        ("Order", "1\u00a0234", "order", 1234),
        ("name.en", '"Two\r\nlines"', "name", Text("Two\nlines")),
        ("Name (English)", '"a;b,c"', "name", Text("a;b,c")),
        ("Nom (français)", "Été", "name", Text("", "Été")),
        ("kind", "", "kind", None),
    ],
)
def test_a_cell_of_a_table_is_read_as_it_is_meant(
    tmp_path: Path, header: str, cell: str, field: str, value: object
) -> None:
    table = f"Key ,{header}\r\ngroup/new,{cell}\r\n"
    alone = tmp_path / "alone"
    (alone / "elements").mkdir(parents=True)
    (alone / "datapackage.json").write_text(
        '{"name": "councils", "cadre": {"schema": 1, "kernel": 1}}', encoding="utf-8"
    )
    (alone / "elements/group.csv").write_bytes(table.encode())
    assert read(alone).current["group/new"].values.get(field) == value


def test_a_word_of_two_columns_is_refused(bundle: Path) -> None:
    path = bundle / "elements/group.csv"
    path.write_bytes(path.read_bytes().replace(b",standing,", b",Genre,", 1))
    with pytest.raises(BadInput, match="“Genre” is given twice"):
        _ = read(bundle)


def test_a_fault_is_named_by_the_header_that_the_file_has(bundle: Path) -> None:
    path = bundle / "elements/group.csv"
    path.write_bytes(
        path.read_bytes().replace(b",kind,", b",Genre,", 1).replace(b"committee", b"x")
    )
    with pytest.raises(BadInput) as caught:
        _ = read(bundle)
    assert caught.value.place.column == "Genre"


def test_a_folder_that_was_zipped_whole_is_looked_into(bundle: Path) -> None:
    path = bundle.parent / "councils.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for one in sorted(bundle.rglob("*")):
            archive.write(one, Path("my councils") / one.relative_to(bundle))
        archive.writestr("__MACOSX/my councils/._texts.csv", b"\x00\x05")
        archive.writestr("my councils/.DS_Store", b"\x00")
    assert same(path)


# --- the other formats -------------------------------------------------------------------------

LEFT: Mapping[str, Callable[[str], bytes]] = {
    "utf-8 mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "utf-16 mark": lambda text: text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode(
        "utf-16"
    ),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "blank lines": lambda text: f"{text}\n\n\n".encode(),
}


@pytest.mark.parametrize("left", LEFT)
@pytest.mark.parametrize(("form", "name"), [("document", "f.json"), ("graphml", "f.graphml")])
def test_marks_and_line_ends_of_documents_and_graphs(
    tmp_path: Path, form: str, name: str, left: str
) -> None:
    states = States("councils", STATES.current)
    _ = write(states, form, tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    (tmp_path / name).write_bytes(LEFT[left](text))
    assert same(tmp_path / name, states)


@pytest.mark.parametrize("date", [PartialDate(2016), PartialDate(2016, 9), PartialDate(2016, 9, 1)])
@pytest.mark.parametrize("name", ["f.json", "f.zip", "f.xlsx", "f.graphml"])
def test_a_date_is_as_fine_as_it_was_stated(tmp_path: Path, name: str, date: PartialDate) -> None:
    elements = [one.replace(starts=date) for one in STATES.current.elements(type="group")]
    states = States("councils", Framework.of(KERNEL, elements))
    form = {"f.json": "document", "f.zip": "bundle"}.get(name, name.partition(".")[2])
    _ = write(states, form, tmp_path / name)
    assert read(tmp_path / name).current["group/a"].values["starts"] == date
