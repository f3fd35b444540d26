"""Tracks through a channel."""

import itertools
import time

from hypothesis import given
from hypothesis import strategies as st

from cadre.viewpoints.layout.routing import Run, levels, pair_cost, total_cost, tracks

RUNS = st.lists(
    st.builds(
        Run, st.integers(0, 400).map(float), st.integers(0, 400).map(float), st.sampled_from("abc")
    ),
    max_size=14,
)


def test_it_works() -> None:
    """Two lines down: the lower one bends first, and they do not meet."""
    runs = [Run(0, 100), Run(20, 120)]

    assert tracks(runs) == [1, 0]
    assert total_cost(runs, [1, 0]) == 0
    assert total_cost(runs, [0, 1]) == 2


@given(RUNS)
def test_each_run_has_one_track_and_the_search_never_makes_it_worse(runs: list[Run]) -> None:
    down = [i for i, run in enumerate(runs) if run.end >= run.start]
    up = [i for i in range(len(runs)) if i not in down]
    start = sorted(down, key=lambda i: -runs[i].start) + sorted(up, key=lambda i: runs[i].start)

    order = tracks(runs, weight=0)

    assert sorted(order) == list(range(len(runs)))
    assert total_cost(runs, order) <= total_cost(runs, start)
    assert order == tracks(runs, weight=0)


@given(RUNS.filter(lambda runs: len(runs) <= 5))
def test_no_single_move_would_be_better(runs: list[Run]) -> None:
    order = tracks(runs)
    best = total_cost(runs, order, 0.45)

    for item in order:
        rest = [i for i in order if i != item]
        for place in range(len(order)):
            moved = [*rest[:place], item, *rest[place:]]
            assert total_cost(runs, moved, 0.45) >= best - 1e-6


def test_lines_of_one_bundle_lie_together_where_that_costs_no_crossing() -> None:
    runs = [Run(float(10 * i), float(10 * i), "ab"[i % 2]) for i in range(6)]

    order = tracks(runs)

    assert [key for key, _ in itertools.groupby(runs[i].bundle for i in order)] in (
        ["a", "b"],
        ["b", "a"],
    )


@given(RUNS)
def test_runs_that_overlap_never_share_a_level(runs: list[Run]) -> None:
    order = tracks(runs)
    offsets = levels(runs, order, 10)

    for near, far in itertools.combinations(order, 2):
        spans = [sorted((runs[i].start, runs[i].end)) for i in (near, far)]
        if spans[0][0] - 10 < spans[1][1] + 10 and spans[1][0] - 10 < spans[0][1] + 10:
            assert offsets[near] < offsets[far]


def test_touching_costs_more_than_crossing() -> None:
    assert pair_cost(Run(0, 50), Run(52, 90)) > pair_cost(Run(0, 50), Run(20, 90))


def test_a_hundred_runs_are_quick() -> None:
    runs = [Run(float(i * 13 % 700), float(i * 29 % 700), str(i % 10)) for i in range(120)]

    began = time.perf_counter()
    order = tracks(runs)

    assert time.perf_counter() - began < 2
    assert sorted(order) == list(range(120))
