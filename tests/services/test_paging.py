"""Long lists, page by page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.services.paging import ORPHANS, SIZE, Page, page_of, whole


@given(count=st.integers(0, 2000))
def test_every_row_stands_on_one_page(count: int) -> None:
    rows = list(range(count))
    pages = [page_of(count, number) for number in range(1, page_of(count).pages + 1)]
    assert [row for page in pages for row in page.of(rows)] == rows
    assert all(page.of(rows) for page in pages) or count == 0
    assert max(len(page.of(rows)) for page in pages) <= SIZE + ORPHANS


@pytest.mark.parametrize(
    ("count", "asked", "expected"),
    [(0, 1, 1), (65, 2, 1), (66, 2, 2), (400, 99, 8), (400, -3, 1), (400, 0, 1)],
)
def test_a_page_that_is_not_there_is_the_nearest(count: int, asked: int, expected: int) -> None:
    assert page_of(count, asked).number == expected


def test_a_page_says_which_rows_it_has() -> None:
    assert (page_of(2127, 2).first, page_of(2127, 2).last) == (51, 100)
    assert (page_of(2127, 99).first, page_of(2127, 99).last) == (2101, 2127)
    assert (page_of(0).first, page_of(0).last) == (0, 0)


@pytest.mark.parametrize(
    ("number", "steps"),
    [
        (1, (1, 2, 0, 9)),
        (3, (1, 2, 3, 4, 0, 9)),
        (4, (1, 2, 3, 4, 5, 0, 9)),
        (5, (1, 0, 4, 5, 6, 0, 9)),
        (7, (1, 0, 6, 7, 8, 9)),
        (9, (1, 0, 8, 9)),
    ],
)
def test_the_steps_leave_gaps_of_two_pages_or_more(number: int, steps: tuple[int, ...]) -> None:
    assert Page(number, 450).steps == steps


def test_the_whole_is_one_page() -> None:
    assert whole(5000).pages == 1
    assert whole(0).of([]) == []
    assert list(whole(3).of([1, 2, 3])) == [1, 2, 3]
