"""Orders with few crossings."""

import itertools
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from cadre.viewpoints.layout.ordering import by_barycentre, crossings, untangled

L = TypeVar("L")
R = TypeVar("R")

PLACES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30)


def test_it_works() -> None:
    left, right = untangled([["a", "b", "c"]], [["x", "y", "z"]], [("a", "z"), ("c", "x")])

    assert left == [["c", "a", "b"]] or right == [["z", "x", "y"]]
    assert _crossings(left, right, [("a", "z"), ("c", "x")]) == 0


@given(PLACES)
def test_crossings_are_those_counted_pair_by_pair(edges: list[tuple[int, int]]) -> None:
    slow = sum((a - c) * (b - d) < 0 for (a, b), (c, d) in itertools.combinations(edges, 2))

    assert crossings(edges) == slow


def test_what_is_joined_to_nothing_comes_last() -> None:
    assert by_barycentre(["a", "b", "c"], {"a": [5], "c": [1, 2]}) == ["c", "a", "b"]


@given(PLACES, st.integers(1, 9))
def test_blocks_keep_their_items_and_crossings_never_grow(
    edges: list[tuple[int, int]], cut: int
) -> None:
    left = [list(range(cut)), list(range(cut, 10))]
    right = [list(range(5)), list(range(5, 10))]

    new_left, new_right = untangled(left, right, edges)

    assert [sorted(block) for block in new_left] == left
    assert [sorted(block) for block in new_right] == right
    assert _crossings(new_left, new_right, edges) <= _crossings(left, right, edges)


@given(PLACES)
def test_the_same_question_gets_the_same_answer(edges: list[tuple[int, int]]) -> None:
    sides = [list(range(10))], [list(range(10))]

    assert untangled(*sides, edges) == untangled(*sides, edges)


def _crossings(left: list[list[L]], right: list[list[R]], edges: list[tuple[L, R]]) -> int:
    at_left = {item: i for i, item in enumerate(itertools.chain(*left))}
    at_right = {item: i for i, item in enumerate(itertools.chain(*right))}
    return crossings((at_left[a], at_right[b]) for a, b in edges)
