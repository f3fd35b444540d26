"""The formula guard: no live cell goes out, every text comes back."""

import csv
import io

import pytest
from hypothesis import given

from cadre.core.faults import Place
from cadre.sheets.cells import from_cell, to_cell
from cadre.sheets.tables import read_table, write_table
from tests.strategies import filled_words, words

LIVE = ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize("text", ["=1+1", "+33", "-5", "@cmd", "\tx", "'quoted", "''", "plain", ""])
def test_a_text_comes_back_and_is_never_live(text: str) -> None:
    cell = to_cell(text)
    assert not cell.startswith(LIVE)
    assert from_cell(cell) == text


@given(words | filled_words)
def test_every_text_comes_back_through_a_table(text: str) -> None:
    data = write_table(("key", "text"), [{"key": "k", "text": text}])
    cells = next(csv.reader(io.StringIO(data.decode(), newline="").readlines()[1:]))
    assert not cells[1].startswith(LIVE)
    assert read_table(data, Place()).rows[0].cells.get("text", "") == text


def test_an_apostrophe_that_guards_nothing_is_a_person_s() -> None:
    assert from_cell("'tis") == "'tis"
    assert to_cell("'tis") == "''tis"
    assert from_cell("''tis") == "'tis"
