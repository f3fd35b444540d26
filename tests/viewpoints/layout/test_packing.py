"""Intervals into rows, boxes near their wishes."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.viewpoints.layout.packing import first_fit, shared, spread

INTERVALS = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1, 20)).map(
        lambda p: (float(p[0]), float(p[0] + p[1]))
    ),
    max_size=20,
)
BOXES = st.lists(
    st.tuples(st.integers(-50, 350).map(float), st.integers(1, 30).map(float)),
    min_size=1,
    max_size=12,
)


def test_it_works() -> None:
    assert first_fit([(0, 5), (3, 8), (5, 9)]) == [0, 1, 0]
    assert spread([10, 12], [4, 4], 0, 100, 2) == [6, 12]


@given(INTERVALS, st.integers(0, 3))
def test_no_two_intervals_of_a_row_come_closer_than_the_gap(
    intervals: list[tuple[float, float]], gap: int
) -> None:
    rows = first_fit(intervals, gap)

    for i, j in itertools.combinations(range(len(intervals)), 2):
        if rows[i] == rows[j]:
            (a, b), (c, d) = sorted((intervals[i], intervals[j]))
            assert b + gap <= c or d + gap <= a


@given(INTERVALS)
def test_as_few_rows_as_intervals_over_one_point(intervals: list[tuple[float, float]]) -> None:
    deepest = max((sum(s <= start < e for s, e in intervals) for start, _ in intervals), default=0)

    assert len(set(first_fit(intervals))) == deepest


@given(BOXES)
def test_boxes_keep_their_order_and_never_overlap(boxes: list[tuple[float, float]]) -> None:
    wishes, sizes = [w for w, _ in boxes], [s for _, s in boxes]

    places = spread(wishes, sizes, 0, 400, 5)

    for (one, size), other in zip(zip(places, sizes, strict=True), places[1:], strict=False):
        assert other >= one + size - 1e-6
    assert places[0] >= -1e-6
    assert places[-1] + sizes[-1] <= max(400, sum(sizes)) + 1e-6


def test_a_box_with_room_stands_where_it_wishes() -> None:
    assert spread([50, 200], [10, 20], 0, 400, 5) == [45, 190]


def test_the_gap_shrinks_before_anything_overlaps() -> None:
    assert spread([0, 0, 0], [10, 10, 10], 0, 34, 8) == pytest.approx([0, 12, 24])


def test_what_is_left_is_shared() -> None:
    assert shared(100, [10, 20]) == [45, 55]
    assert shared(100, [10, 20], most=5) == [15, 25]
    assert shared(20, [10, 20]) == [10, 20]
    assert shared(20, []) == []
