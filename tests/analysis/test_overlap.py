"""Overlaps of groups: weighted, explained, and blind to names."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.analysis.facts import Facts
from cadre.analysis.overlap import Overlap, Overlaps, clusters, lasting_overlaps
from cadre.core.graph import Framework
from cadre.core.text import Text
from tests.analysis.small import element, framework, link


def overlaps_of(subject: Framework) -> Overlaps:
    return Facts(subject).once(lasting_overlaps)


def test_a_rare_area_counts_more_than_one_that_all_share() -> None:
    groups = [f"group/{name}" for name in "abcd"]
    links = [f"{group} covers focus-area/all" for group in groups]
    links += ["group/a covers focus-area/rare", "group/b covers focus-area/rare"]
    overlaps = overlaps_of(framework([*groups, "focus-area/all", "focus-area/rare"], links))
    assert overlaps.of("group/c", "group/d").score == 0.0
    pair = overlaps.of("group/b", "group/a")
    assert [(thing.key, thing.share) for thing in pair.shared] == [("focus-area/rare", 1.0)]


def test_more_in_common_makes_a_higher_score_than_the_same_share_of_less() -> None:
    areas = [f"focus-area/{name}" for name in "vwxyz"]
    links = [f"group/{g} covers focus-area/{a}" for g in "ab" for a in "vwx"]
    links += [f"group/{g} covers focus-area/{a}" for g in "cd" for a in "y"]
    overlaps = overlaps_of(framework([*areas, *(f"group/{g}" for g in "abcd")], links))
    assert overlaps.of("group/a", "group/b").score > overlaps.of("group/c", "group/d").score > 0


def test_deliverables_results_and_words_are_shared_too() -> None:
    what = Text("A trust model", "Un modèle de confiance")
    overlaps = overlaps_of(
        framework(
            [
                *("group/a", "group/b", "group/c", "focus-area/x", "focus-area/y", "result/r"),
                *("activity/w", "activity/v", "deliverable/d", "deliverable/e", "deliverable/f"),
            ],
            [
                link("group/a covers focus-area/x", what=what),
                link("group/b covers focus-area/y", what=what),
                "group/a produces deliverable/d",
                # The same deliverable, shown in another place, made by work that the group leads.
                "deliverable/e same-work-as deliverable/d",
                "group/b leads activity/v",
                "activity/v produces deliverable/e",
                "group/a leads activity/w",
                "activity/w contributes-to result/r",
                "activity/v contributes-to result/r",
                "group/c produces deliverable/f",
            ],
        )
    )
    pair = overlaps.of("group/a", "group/b")
    assert {(thing.part, thing.key) for thing in pair.shared} == {
        ("output", "deliverable/d"),
        ("result", "result/r"),
    }
    assert {word.one for word in pair.words} == {"trust", "model", "modèle", "confiance"}
    assert math.fsum(thing.share for thing in pair.shared) + pair.words_share == pytest.approx(1.0)


def test_to_take_part_in_work_of_another_is_not_to_do_it_twice() -> None:
    together = framework(
        ["group/a", "group/b", "group/c", "activity/w", "activity/v", "result/r"],
        [
            "group/a leads activity/w",
            "group/b takes-part activity/w",
            "group/b supports activity/w",
            "activity/w contributes-to result/r",
            "group/c leads activity/v",
        ],
    )
    assert overlaps_of(together).of("group/a", "group/b").score == 0.0


def test_names_are_not_looked_at() -> None:
    groups = [element("group/a", "Identity"), element("group/b", "Identity"), element("group/c")]
    assert overlaps_of(framework([*groups, "focus-area/x"])).candidates() == []


def test_a_weight_is_a_setting() -> None:
    keys = ["group/a", "group/b", "group/c", "focus-area/x", "focus-area/y"]
    lines = [
        "group/a covers focus-area/x",
        "group/b covers focus-area/x",
        "group/c covers focus-area/y",
    ]
    plain, heavy = (
        overlaps_of(framework(keys, [*lines, "group/a leads group/c"], settings))
        for settings in ({}, {"threshold/overlap-weight-areas": 0})
    )
    assert plain.of("group/a", "group/b").score > 0
    assert heavy.of("group/a", "group/b").score == 0.0


@st.composite
def matrices(draw: st.DrawFn) -> Framework:
    words = st.lists(st.sampled_from(["cloud", "policy", "trust", "death"]), max_size=3)
    groups, areas = [f"group/g{n}" for n in range(5)], [f"focus-area/x{n}" for n in range(4)]
    cells = draw(st.sets(st.tuples(st.sampled_from(groups), st.sampled_from(areas)), max_size=12))
    links = [
        link(f"{group} covers {area}", what=Text(" ".join(draw(words)), " ".join(draw(words))))
        for group, area in sorted(cells)
    ]
    return framework([*groups, *areas], links)


@given(matrices())
def test_scores_lie_between_0_and_1_and_their_shares_add_up(subject: Framework) -> None:
    overlaps = overlaps_of(subject)
    candidates = set(overlaps.candidates())
    for one, other in combinations(overlaps.bodies, 2):
        pair = overlaps.of(one, other)
        assert 0.0 <= pair.score <= 1.0 + 1e-9
        shares = math.fsum([*(thing.share for thing in pair.shared), pair.words_share])
        assert shares == pytest.approx(1.0 if pair.score else 0.0, abs=1e-6)
        if pair.score:
            assert (one, other) in candidates
        assert overlaps.of(other, one) is pair


@given(matrices(), st.sampled_from([0.0, 0.05, 0.15, 0.3, 0.8]))
def test_those_of_at_least_a_score_are_all_that_have_it(subject: Framework, least: float) -> None:
    overlaps = overlaps_of(subject)
    wanted = [
        (pair.one, pair.other, pair.score, pair.shared, pair.words_share)
        for one, other in combinations(sorted(overlaps.bodies), 2)
        if (pair := overlaps.of(one, other)).score >= least and pair.score
    ]
    found = [
        (pair.one, pair.other, pair.score, pair.shared, pair.words_share)
        for pair in overlaps.at_least(least)
    ]
    assert found == wanted


# --- clusters ----------------------------------------------------------------------------------


def tie(one: str, other: str, score: float) -> Overlap:
    return Overlap(one, other, score, (), (), 0.0)


def test_the_strongest_ties_make_the_clusters() -> None:
    ties = [tie("a", "b", 0.9), tie("b", "c", 0.8), tie("c", "d", 0.7), tie("d", "e", 0.6)]
    assert clusters(ties, 4) == [("a", "b", "c", "d")]
    assert clusters(ties, 3) == [("a", "b", "c"), ("d", "e")]
    assert clusters(ties, 2) == [("a", "b"), ("c", "d")]


def test_ties_of_equal_score_that_would_make_too_much_are_all_left() -> None:
    ring = [tie("a", "b", 0.5), tie("b", "c", 0.5), tie("c", "d", 0.5), tie("a", "d", 0.5)]
    assert clusters(ring, 4) == [("a", "b", "c", "d")]
    assert clusters(ring, 3) == []


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]),
        st.sampled_from([0.2, 0.4, 0.6, 0.8]),
    ),
    st.permutations(range(7)),
)
def test_clusters_do_not_depend_on_keys(
    scores: dict[tuple[int, int], float], turned: list[int]
) -> None:
    one = clusters([tie(f"k{a}", f"k{b}", s) for (a, b), s in scores.items()], 4)
    ends = {pair: sorted(f"k{turned[end]}" for end in pair) for pair in scores}
    ties = [tie(ends[pair][0], ends[pair][1], score) for pair, score in reversed(scores.items())]
    other = clusters(ties, 4)
    renamed = sorted(tuple(sorted(f"k{turned[int(key[1])]}" for key in cluster)) for cluster in one)
    assert renamed == other
    assert all(2 <= len(cluster) <= 4 for cluster in one)
