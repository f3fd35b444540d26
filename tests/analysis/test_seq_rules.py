"""SEQ: what comes before what."""

from __future__ import annotations

import pytest

from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType
from cadre.core.settings import Setting
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.core.values import Value
from tests.analysis.small import element, found, framework, subjects

PERIODS = [
    element("period/1", order=1, starts=PartialDate(2020, 1), ends=PartialDate(2020, 6)),
    element("period/2", order=2, starts=PartialDate(2020, 7), ends=PartialDate(2020, 12)),
    element("phase/1", order=1),
    element("phase/2", order=2),
]
NEEDS = "activity/w depends-on activity/v"


# --- SEQ-01 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mine", "needed", "fires"),
    [
        ("period/1", "period/2", True),
        ("period/2", "period/1", False),
        ("period/1", "period/1", False),
        # Without dates, the order of the periods of one type decides.
        ("phase/1", "phase/2", True),
        ("phase/2", "phase/1", False),
        # Of different types, nothing can be said.
        ("phase/1", "period/2", False),
    ],
)
def test_work_scheduled_before_what_it_depends_on_is_named(
    mine: str, needed: str, fires: bool
) -> None:
    plan = framework(
        ["activity/w", "activity/v", *PERIODS],
        [NEEDS, f"activity/w scheduled-in {mine}", f"activity/v scheduled-in {needed}"],
    )
    assert subjects("SEQ-01", plan) == ([("activity/w",)] if fires else [])


def test_dates_of_their_own_count_before_periods() -> None:
    early = element("activity/w", starts=PartialDate(2020, 3))
    late = element("activity/v", starts=PartialDate(2020, 9))
    [finding] = found("SEQ-01", framework([early, late], [NEEDS]))
    assert finding.message.en == (
        "“w (en)” is to start in March 2020, before “v (en)”, on which it depends and which starts "
        "in September 2020."
    )
    assert finding.discriminator == "activity/v"


def test_what_is_not_scheduled_cannot_be_too_early() -> None:
    plan = framework(
        ["activity/w", "activity/v", *PERIODS], [NEEDS, "activity/w scheduled-in period/1"]
    )
    assert found("SEQ-01", plan) == ()


def test_the_schedule_of_the_same_work_counts() -> None:
    plan = framework(
        ["activity/w", "activity/v", "activity/twin", *PERIODS],
        [
            NEEDS,
            "activity/w scheduled-in period/1",
            "activity/twin scheduled-in period/2",
            "activity/twin same-work-as activity/v",
        ],
    )
    assert subjects("SEQ-01", plan) == [("activity/w",)]


# --- SEQ-02 ------------------------------------------------------------------------------------


def test_a_cycle_is_named_by_a_way_round() -> None:
    circle = framework(
        ["activity/a", "activity/b", "activity/c", "activity/d"],
        [
            "activity/a depends-on activity/b",
            "activity/b depends-on activity/c",
            "activity/c depends-on activity/a",
            "activity/c depends-on activity/d",
        ],
    )
    [finding] = found("SEQ-02", circle)
    assert finding.subjects == ("activity/a", "activity/b", "activity/c")
    assert "“a (en)” → “b (en)” → “c (en)” → “a (en)”" in finding.message.en
    assert len(finding.evidence) == 3
    assert (
        found(
            "SEQ-02", framework(["activity/a", "activity/b"], ["activity/a depends-on activity/b"])
        )
        == ()
    )


@pytest.mark.parametrize(
    ("role", "word"), [("part-of", "part of each other"), ("contributes-to", "contribute")]
)
def test_parts_and_contributions_may_not_go_round_either(role: str, word: str) -> None:
    circle = framework(
        ["result/a", "result/b"], [f"result/a {role} result/b", f"result/b {role} result/a"]
    )
    [finding] = found("SEQ-02", circle)
    assert word in finding.message.en
    assert finding.discriminator == role


# --- SEQ-03 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("elements", "links"),
    [
        (["activity/w"], ["activity/w scheduled-in period/1"]),
        ([element("activity/w", starts=PartialDate(2020))], []),
        ([element("activity/w", ends=PartialDate(2020))], []),
        ([element("activity/w", progress="done")], []),
        ([element("activity/w", lifecycle="ended")], []),
    ],
)
def test_work_with_a_time_or_done_is_left_alone(
    elements: list[str | Element], links: list[str]
) -> None:
    assert found("SEQ-03", framework([*elements, *PERIODS], links)) == ()


@pytest.mark.parametrize("tie", ["same-work-as", "part-of"])
def test_the_time_of_the_same_work_or_the_whole_will_do(tie: str) -> None:
    plan = framework(
        ["activity/w", "activity/v", *PERIODS],
        [f"activity/w {tie} activity/v", "activity/v scheduled-in period/1"],
    )
    assert found("SEQ-03", plan) == ()


def test_work_without_a_time_is_named() -> None:
    assert subjects("SEQ-03", framework(["activity/w", *PERIODS])) == [("activity/w",)]


# --- SEQ-04 ------------------------------------------------------------------------------------


def loaded(settings: dict[str, Setting] | None = None, **capacity: Value) -> Framework:
    """Three pieces of work in one period and two in another."""
    span = ElementType(
        "span",
        Text("Span", "Intervalle"),
        Text("Spans", "Intervalles"),
        traits=frozenset({Trait.TIME}),
    )
    return framework(
        [
            element("span/a", **capacity),
            "span/b",
            *(f"activity/{name}" for name in ("u", "v", "w", "x", "y")),
        ],
        [
            *(f"activity/{name} scheduled-in span/a" for name in ("u", "v", "w")),
            *(f"activity/{name} scheduled-in span/b" for name in ("x", "y")),
        ],
        settings,
        KERNEL.extended([span]),
    )


def test_while_no_capacity_is_known_that_is_said_once() -> None:
    [finding] = found("SEQ-04", loaded())
    assert finding.subjects == ("span/a", "span/b")
    assert "whether 5 activities can be done in 2 spans" in finding.message.en


def test_a_period_over_its_capacity_is_named() -> None:
    [finding] = found("SEQ-04", loaded(capacity=2))
    assert finding.subjects == ("span/a",)
    assert finding.message.en == "“a (en)” holds 3 activities, but has room for 2."
    assert len(finding.evidence) == 3
    assert found("SEQ-04", loaded(capacity=3)) == ()


def test_one_capacity_for_all_is_a_setting() -> None:
    assert subjects("SEQ-04", loaded({"threshold/period-capacity": 1})) == [
        ("span/a",),
        ("span/b",),
    ]


def test_one_piece_of_work_shown_twice_is_one() -> None:
    plain = loaded({"threshold/period-capacity": 2})
    twins = framework(
        plain.elements(),
        [*plain.links(), "activity/u same-work-as activity/v"],
        {"threshold/period-capacity": 2},
        plain.metamodel,
    )
    assert subjects("SEQ-04", plain) == [("span/a",)]
    assert found("SEQ-04", twins) == ()


# --- SEQ-05 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "ends", "fires"),
    [("2020-05", "2020-04", True), ("2020-05", "2020-05", False), ("2020-05", "2020", False)],
)
def test_what_ends_before_it_starts_is_named(starts: str, ends: str, fires: bool) -> None:
    span = element("activity/w", starts=PartialDate.parse(starts), ends=PartialDate.parse(ends))
    assert bool(found("SEQ-05", framework([span]))) is fires
