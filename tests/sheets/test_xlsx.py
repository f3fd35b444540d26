"""Cells of workbooks: those of other programs are read as what they are, none goes out live."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from cadre.core.dates import PartialDate
from cadre.core.faults import BadInput, Place
from cadre.sheets.cells import Cell, CellError, Formula
from cadre.sheets.xlsx import (
    LONGEST_TEXT,
    ColumnOut,
    PageOut,
    SheetOut,
    held,
    sheet_name,
    write_workbook,
)
from cadre.sheets.xlsx_reading import SheetRead, letters_of, read_sheets

HERE = Place(file="f.xlsx")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(cells: str, *, strings: str = "", formats: str = "", head: str = "") -> bytes:
    """The least workbook that programs write, with the cells of one row."""
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" '
        f'Type="{OFFICE}/officeDocument" Target="/book/main.xml"/></Relationships>',
        "book/main.xml": f'<x:workbook xmlns:x="{MAIN}" xmlns:r="{OFFICE}">{head}<x:sheets>'
        '<x:sheet name="One" sheetId="1" r:id="a"/></x:sheets></x:workbook>',
        "book/_rels/main.xml.rels": f'<Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="a" Type="{OFFICE}/worksheet" Target="one.xml"/>'
        f'<Relationship Id="b" Type="{OFFICE}/sharedStrings" Target="/book/s.xml"/>'
        f'<Relationship Id="c" Type="{OFFICE}/styles" Target="../book/styles.xml"/>'
        f'<Relationship Id="d" Type="{OFFICE}/hyperlink" Target="http://x" TargetMode="External"/>'
        "</Relationships>",
        "book/s.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "book/styles.xml": f'<styleSheet xmlns="{MAIN}">{formats}</styleSheet>',
        "book/one.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row>{cells}</row></sheetData>'
        "</worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def first_cell(cell: str, **parts: str) -> Cell | None:
    (sheet,) = read_sheets(workbook(cell, **parts), HERE)
    return sheet.rows[0].cells.get(1) if sheet.rows else None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<c><v>12</v></c>", 12),
        ('<c t="n"><v>1.5E3</v></c>', 1500),
        ("<c><v>0.1</v></c>", 0.1),
        ('<c t="b"><v>1</v></c>', True),
        ('<c t="b"><v>0</v></c>', False),
        ('<c t="e"><v>#REF!</v></c>', CellError("#REF!")),
        ('<c t="d"><v>2016-09-14T00:00:00</v></c>', PartialDate(2016, 9, 14)),
        ('<c t="s"><v>0</v></c>', "été"),
        ('<c t="s"><v>1</v></c>', "in parts"),
        ('<c t="s"><v>2</v></c>', "_x0041_\nb"),
        ('<c t="s"><v>3</v></c>', None),
        ('<c t="s"><v>4</v></c>', "  "),
        ('<c t="inlineStr"><is><t>here</t></is></c>', "here"),
        ('<c t="str"><v>12</v></c>', "12"),
        ('<c t="str"><f>A2</f><v>12</v></c>', Formula()),
        ('<c><f t="shared" si="0"/><v>12</v></c>', Formula()),
        ("<c/>", None),
        ('<c t="s"/>', None),
    ],
)
def test_a_cell_is_read_as_what_it_is(cell: str, expected: Cell | None) -> None:
    strings = (
        "<si><t>e\u0301te\u0301</t></si>"
        "<si><r><t>in </t></r><r><rPr/><t>parts</t></r><rPh><t>aside</t></rPh></si>"
        "<si><t>_x005F_x0041__x000D_\nb_x0007_</t></si>"
        "<si><t> \u00a0 </t></si>"
        "<si><t>'  </t></si>"
    )
    assert first_cell(cell, strings=strings) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("yyyy-mm-dd", PartialDate(2016, 9, 14)),
        ('d" de "mmmm yyyy;@', PartialDate(2016, 9, 14)),
        ("[$-C0C]mmm\\-yy", PartialDate(2016, 9)),
        ("yyyy", PartialDate(2016)),
        ("0.00", 42627),
        ('"day" 0', 42627),
        ("h:mm", 42627),
    ],
)
def test_a_number_shown_as_a_date_is_one_as_fine_as_it_is_shown(code: str, expected: Cell) -> None:
    quoted = code.replace('"', "&quot;")
    formats = (
        f'<numFmts><numFmt numFmtId="170" formatCode="{quoted}"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="17"/></cellXfs>'
    )
    assert first_cell('<c s="1"><v>42627</v></c>', formats=formats) == expected
    assert first_cell('<c s="2"><v>42627.5</v></c>', formats=formats) == PartialDate(2016, 9, 14)
    assert first_cell('<c s="3"><v>42627</v></c>', formats=formats) == PartialDate(2016, 9)
    assert first_cell('<c s="2"><v>59</v></c>', formats=formats) == PartialDate(1900, 2, 28)
    assert first_cell('<c s="2"><v>60</v></c>', formats=formats) == 60
    assert first_cell('<c s="2"><v>-1</v></c>', formats=formats) == -1
    since_1904 = '<x:workbookPr date1904="1"/>'
    assert first_cell('<c s="2"><v>41165</v></c>', formats=formats, head=since_1904) == (
        PartialDate(2016, 9, 14)
    )


def test_cells_without_a_reference_follow_each_other() -> None:
    (sheet,) = read_sheets(workbook('<c><v>1</v></c><c/><c r="AA1"><v>2</v></c>'), HERE)
    assert sheet.rows[0].cells == {1: 1, 27: 2}
    assert letters_of(27) == "AA"
    assert letters_of(16384) == "XFD"


@pytest.mark.parametrize(
    "cell", ['<c r="1A"><v>1</v></c>', '<c t="s"><v>7</v></c>', "<c><v>x</v></c>", '<c s="x"/>']
)
def test_a_cell_that_makes_no_sense_is_refused(cell: str) -> None:
    with pytest.raises(BadInput, match="damaged"):
        _ = first_cell(cell)


# --- out ---------------------------------------------------------------------------------------


def written(*rows: tuple[str | int | float | None, ...]) -> bytes:
    columns = [ColumnOut("A", "help", choices=("x", "y")), ColumnOut("B", number=True)]
    page = PageOut("About", "=1+1", [("to", ""), ("+1", "@x")], {"to": "L’a 'b' c"})
    return write_workbook(
        [page, SheetOut("L’a 'b' c", columns, rows, mark="# t")], "Title", "Lists"
    )


def test_what_goes_out_is_never_live_and_comes_back() -> None:
    data = written(("=1+1", 2), ("  ", 0.5), (None, None), ("\t-x\n'", None))
    about, sheet, lists = read_sheets(data, HERE)
    assert [row.cells for row in sheet.rows[2:]] == [
        {1: "=1+1", 2: 2},
        {1: "  ", 2: 0.5},
        {1: "\t-x\n'"},
    ]
    assert about.rows[0].cells == {1: "=1+1"}
    assert lists.rows[0].cells == {1: "# lists"}
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert {cell.data_type for one in book for row in one.iter_rows() for cell in row} == {"s", "n"}
    assert book["About"]["A3"].hyperlink.location == "'L’a ''b'' c'!A1"


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert written(("a", 1)) == written(("a", 1))


def test_names_of_sheets_are_allowed_short_and_apart() -> None:
    taken: set[str] = set()
    face = "\N{GRINNING FACE}"
    wanted = ("a/b: [c]*?", "A B C", "'x'", "", "history", "é" * 40, "é" * 41, face * 20)
    found = ["a b c", "A B C 2", "x", "-", "history 2", "é" * 31, f"{'é' * 29} 2", face * 15]
    assert [sheet_name(one, taken) for one in wanted] == found


def test_a_text_of_nothing_but_space_says_that_it_is_meant() -> None:
    assert [held(text) for text in (" ", "' ", "''", "a ", "=1")] == ["' ", "'' ", "''", "a ", "=1"]


def test_a_text_too_long_for_a_cell_is_not_lost_in_silence() -> None:
    with pytest.raises(ValueError, match="no cell holds this"):
        _ = written(("a" * 40_000, None))
    assert written(("\N{GRINNING FACE}" * LONGEST_TEXT, None))


def test_a_sheet_without_help_begins_with_its_headers() -> None:
    data = write_workbook([SheetOut("One", [ColumnOut("A")], [("x",)])], "Title", "Lists")
    (sheet,) = read_sheets(data, HERE)
    assert isinstance(sheet, SheetRead)
    assert [row.cells[1] for row in sheet.rows] == ["A", "x"]
    assert openpyxl.load_workbook(io.BytesIO(data))["One"].freeze_panes == "B2"
