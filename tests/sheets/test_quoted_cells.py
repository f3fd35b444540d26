"""Cells in quotation marks, as other programs write them."""

from __future__ import annotations

import pytest

from cadre.core.faults import BadInput, Place
from cadre.sheets.tables import read_table


def cells(text: str) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_table(text.encode(), Place(file="x.csv")).rows]


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_spaces_after_a_closing_quotation_mark_end_the_cell(delimiter: str, end: str) -> None:
    table = delimiter.join(["a", "b"]) + "\n" + delimiter.join(['"one" ', '"two  "  ']) + end
    assert cells(table) == [{"a": "one", "b": "two  "}]


def test_spaces_inside_quotation_marks_stay_where_the_table_is_mended() -> None:
    table = 'a,b\n"He said ""yes"" \nand left, then" ,"""x"" , y"\n1,2\n'
    assert cells(table) == [
        {"a": 'He said "yes" \nand left, then', "b": '"x" , y'},
        {"a": "1", "b": "2"},
    ]


def test_a_table_that_needs_no_mending_is_not_touched() -> None:
    assert cells('a,b\n5" ,"x"\n') == [{"a": '5" ', "b": "x"}]


@pytest.mark.parametrize("table", ['a,b\n"one" x,2\n', 'a,b\n"one ,2\n', 'a,b\n"one" ,"2\n'])
def test_what_is_no_cell_is_refused_all_the_same(table: str) -> None:
    with pytest.raises(BadInput):
        _ = cells(table)
