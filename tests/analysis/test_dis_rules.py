"""DIS: what hangs loose."""

from __future__ import annotations

import pytest

from cadre.analysis.outside import ties_of
from cadre.core.dates import PartialDate
from cadre.core.graph import Element
from tests.analysis.small import aims, element, found, framework, link, subjects

# --- DIS-01 ------------------------------------------------------------------------------------

ALL = [
    "group/g", "group/h", "focus-area/x", "focus-area/y", "activity/w", "activity/v",
    "deliverable/d", "result/r", "result/s", "priority/p", "purpose/call", "seat/s",
    "coverage-assessment/c", "transition/t", "indicator/i", "council/c",
]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "ties"),
    [
        (
            "group/g",
            [
                "group/g covers focus-area/x",
                "group/g leads activity/w",
                "group/g supports priority/p",
                "group/g produces deliverable/d",
                # A body made of others serves through them.
                "group/h part-of group/g",
            ],
        ),
        ("focus-area/x", ["focus-area/x serves purpose/call", "focus-area/x part-of focus-area/y"]),
        (
            "activity/w",
            [
                "activity/w in-focus-area focus-area/x",
                "activity/w contributes-to result/r",
                "activity/w part-of activity/v",
            ],
        ),
        (
            "deliverable/d",
            ["deliverable/d in-focus-area focus-area/x", "activity/w produces deliverable/d"],
        ),
        (
            "result/r",
            [
                "result/r contributes-to result/s",
                "result/r serves purpose/call",
                "result/r in-focus-area focus-area/x",
            ],
        ),
        ("priority/p", ["priority/p serves purpose/call", "priority/p contributes-to result/r"]),
        ("seat/s", ["seat/s sits-on council/c"]),
        (
            "coverage-assessment/c",
            [
                "coverage-assessment/c assesses focus-area/x",
                "coverage-assessment/c concerns group/g",
            ],
        ),
        ("transition/t", ["transition/t concerns group/g"]),
        ("indicator/i", ["indicator/i measures result/r"]),
    ],
)
def test_what_is_tied_to_nothing_is_named_and_one_tie_is_enough(key: str, ties: list[str]) -> None:
    assert (key,) in subjects("DIS-01", framework(ALL))
    for tie in ties:
        assert (key,) not in subjects("DIS-01", framework(ALL, [tie])), tie


def test_to_be_led_is_not_yet_to_serve() -> None:
    led = framework(ALL, ["group/g leads priority/p"])
    assert ("priority/p",) in subjects("DIS-01", led)


def test_what_is_the_same_work_as_something_tied_is_tied() -> None:
    twin = framework(
        ALL, ["activity/v same-work-as activity/w", "activity/w in-focus-area focus-area/x"]
    )
    assert ("activity/v",) not in subjects("DIS-01", twin)


def test_to_take_the_links_of_a_group_away_names_it() -> None:
    links = ["group/g covers focus-area/x", "group/h covers focus-area/x"]
    assert ("group/g",) not in subjects("DIS-01", framework(ALL, links))
    assert ("group/g",) in subjects("DIS-01", framework(ALL, links[1:]))


def test_what_is_over_and_who_has_a_successor_are_left_alone() -> None:
    gone = framework(
        [element("group/a", lifecycle="ended"), "group/b", "group/c", "focus-area/x"],
        ["group/b continues-as group/c", "group/c covers focus-area/x"],
    )
    assert [keys for keys in subjects("DIS-01", gone) if keys[0].startswith("group/")] == []


# --- DIS-02 ------------------------------------------------------------------------------------


def test_a_line_of_sight_that_breaks_is_named_with_the_place() -> None:
    broken = framework(
        [*aims(), "group/a", "group/b", "focus-area/x", "focus-area/y"],
        [
            "purpose/call serves purpose/vision",
            "group/a covers focus-area/x",
            "focus-area/x serves purpose/call",
            "group/b covers focus-area/y",
        ],
    )
    [finding] = found("DIS-02", broken)
    assert finding.subjects == ("group/b",)
    assert "breaks at “y (en)”" in finding.message.en
    assert "se rompt à «\u00a0y (fr)\u00a0»" in finding.message.fr
    [hop] = finding.evidence
    assert (hop.kind, hop.key) == ("hop", "focus-area/y")


def test_a_group_without_a_first_step_is_left_to_dis_01() -> None:
    assert found("DIS-02", framework([*aims(), "group/a"])) == ()


def test_a_priority_has_a_line_of_sight_too() -> None:
    broken = framework(
        [*aims(), "priority/p", "focus-area/x"], ["priority/p in-focus-area focus-area/x"]
    )
    assert subjects("DIS-02", broken) == [("priority/p",)]


def test_without_a_vision_that_is_said_once() -> None:
    blind = framework(
        ["group/a", "group/b", "focus-area/x"],
        ["group/a covers focus-area/x", "group/b covers focus-area/x"],
    )
    [finding] = found("DIS-02", blind)
    assert finding.subjects == ()
    assert "no vision" in finding.message.en
    assert found("DIS-02", framework(["focus-area/x"])) == ()


# --- DIS-03 ------------------------------------------------------------------------------------

ENDED = {"lifecycle": "ended"}


@pytest.mark.parametrize(
    ("tie", "ended", "alive"),
    [
        ("group/a covers focus-area/x", "focus-area/x", "group/a"),
        ("group/a leads priority/p", "priority/p", "group/a"),
        ("group/a leads priority/p", "group/a", "priority/p"),
        ("group/a part-of group/b", "group/b", "group/a"),
        ("activity/w contributes-to result/r", "result/r", "activity/w"),
        ("group/a produces deliverable/d", "group/a", "deliverable/d"),
    ],
)
def test_what_hangs_on_something_ended_is_named(tie: str, ended: str, alive: str) -> None:
    keys = ["group/a", "group/b", "focus-area/x", "priority/p", "result/r", "activity/w",
            "deliverable/d"]  # fmt: skip
    elements = [element(key, **(ENDED if key == ended else {})) for key in keys]
    assert subjects("DIS-03", framework(elements, [tie])) == [(alive,)]
    assert found("DIS-03", framework(keys, [tie])) == ()


@pytest.mark.parametrize(
    ("tie", "ended"),
    [
        # A council does not hang on a group that was part of it, nor an area on one at work there.
        ("group/a part-of council/c", "group/a"),
        ("group/a covers focus-area/x", "group/a"),
        # Work is meant to end.
        ("group/a leads activity/w", "activity/w"),
        ("activity/v depends-on activity/w", "activity/w"),
    ],
)
def test_what_does_not_hang_on_it_is_left_alone(tie: str, ended: str) -> None:
    keys = ["group/a", "council/c", "focus-area/x", "activity/w", "activity/v"]
    elements = [element(key, **(ENDED if key == ended else {})) for key in keys]
    assert found("DIS-03", framework(elements, [tie])) == ()


def test_a_successor_is_pointed_to() -> None:
    moved = framework(
        [element("group/a", lifecycle="ended"), "group/b", "priority/p"],
        ["group/a leads priority/p", "group/a continues-as group/b"],
    )
    [finding] = found("DIS-03", moved)
    assert finding.message.en == (
        "“p (en)” is still tied to what has ended: “a (en)”. “a (en)” continues as “b (en)”."
    )


def test_something_ends_on_the_day_after_its_last_one() -> None:
    def at(month: int) -> Element:
        return element("priority/p", ends=PartialDate(2020, month))

    tie = "group/a supports priority/p"
    assert found("DIS-03", framework(["group/a", at(6)], [tie])) == ()
    assert subjects("DIS-03", framework(["group/a", at(5)], [tie])) == [("group/a",)]
    assert found("DIS-03", framework(["group/a", at(5)], [tie]), None) == ()


# --- DIS-04 ------------------------------------------------------------------------------------

COUNCILS = [
    "group/a",
    "group/b",
    "group/c",
    "council/one",
    "council/two",
    "focus-area/x",
    "activity/w",
]
AT_WORK = [
    "group/a part-of council/one",
    "group/b part-of council/two",
    "group/c part-of council/two",
    "group/a covers focus-area/x",
    "group/b covers focus-area/x",
]


def test_groups_of_different_councils_on_one_ground_are_one_finding() -> None:
    [finding] = found("DIS-04", framework(COUNCILS, [*AT_WORK, "group/c covers focus-area/x"]))
    assert finding.subjects == ("focus-area/x",)
    assert "3 groups of 2 councils" in finding.message.en
    assert "one (en) (a (en)) and two (en) (b (en), c (en))." in finding.message.en
    assert [one.key for one in finding.evidence] == ["group/a", "group/b", "group/c"]


@pytest.mark.parametrize(
    "tie",
    [
        ["group/a takes-part group/b"],
        ["group/b oversees group/a"],
        ["group/a leads activity/w", "group/b supports activity/w"],
    ],
)
def test_groups_with_a_tie_are_left_alone(tie: list[str]) -> None:
    assert found("DIS-04", framework(COUNCILS, [*AT_WORK, *tie])) == ()


def test_that_two_groups_overlap_does_not_mean_that_they_talk() -> None:
    assert (
        len(found("DIS-04", framework(COUNCILS, [*AT_WORK, "group/a overlaps-with group/b"]))) == 1
    )


def test_groups_of_one_council_or_of_none_are_left_alone() -> None:
    same = [line.replace("council/two", "council/one") for line in AT_WORK]
    assert found("DIS-04", framework(COUNCILS, same)) == ()
    assert found("DIS-04", framework(COUNCILS, AT_WORK[3:])) == ()


def test_a_council_is_found_at_any_height() -> None:
    deep = framework(
        [*COUNCILS, "group/mid"],
        [*AT_WORK[1:], "group/a part-of group/mid", "group/mid part-of council/one"],
    )
    assert len(found("DIS-04", deep)) == 1


# --- DIS-05 and DIS-06 -------------------------------------------------------------------------


def test_a_group_of_no_council_is_named() -> None:
    assert subjects("DIS-05", framework(COUNCILS, AT_WORK[:1])) == [("group/b",), ("group/c",)]
    assert found("DIS-05", framework(["group/a"])) == ()


def test_an_outside_body_without_a_tie_is_named() -> None:
    bodies = ["external-body/e", "external-body/f", "group/a", "document/d"]
    tied = framework(
        bodies,
        [
            link("group/a tied-to external-body/e"),
            "external-body/f evidenced-by document/d",
        ],
    )
    assert subjects("DIS-06", tied) == [("external-body/f",)]


def test_a_link_among_governments_and_outside_bodies_is_no_tie_to_the_councils_work() -> None:
    bodies = [*(f"external-body/{name}" for name in "efgh"), "jurisdiction/j", "activity/a"]
    tied = framework(
        bodies,
        [
            link("jurisdiction/j takes-part external-body/e"),
            link("external-body/f part-of external-body/h"),
            link("jurisdiction/j tied-to external-body/g"),
            link("external-body/h supports activity/a"),
        ],
    )
    assert subjects("DIS-06", tied) == [("external-body/e",), ("external-body/f",)]
    assert [one.id for one in ties_of(tied, "external-body/h")] == [
        ("supports", "external-body/h", "activity/a")
    ]
