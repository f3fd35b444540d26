"""GAP: what is lacking."""

from __future__ import annotations

import pytest

from cadre.core.graph import Element, Framework
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType
from cadre.core.text import Text
from cadre.core.traits import Trait
from tests.analysis.small import element, found, framework, link, subjects

# --- GAP-01 and GAP-02 -------------------------------------------------------------------------

GROUNDS = ["focus-area/x", "focus-area/y", "group/a", "group/b", "activity/w"]


def test_an_area_that_no_group_works_in_is_named() -> None:
    bare = framework(
        GROUNDS,
        ["group/a covers focus-area/x", "activity/w in-focus-area focus-area/y"],
    )
    [finding] = found("GAP-01", bare)
    assert finding.subjects == ("focus-area/y",)
    assert finding.message.en == (
        "No group works in the area “y (en)”. Yet the framework places there 1 activity."
    )
    assert [evidence.key for evidence in finding.evidence] == ["activity/w"]


def test_covered_areas_and_a_framework_without_groups_are_left_alone() -> None:
    covered = framework(GROUNDS, [f"group/a covers focus-area/{area}" for area in "xy"])
    assert found("GAP-01", covered) == ()
    assert found("GAP-01", framework(["focus-area/x"])) == ()


def test_an_area_that_rests_on_one_group_is_named_with_that_group() -> None:
    one = framework(
        GROUNDS,
        [
            link("group/a covers focus-area/x", what=Text("does it", "le fait")),
            "group/a covers focus-area/y",
            "group/b covers focus-area/y",
        ],
    )
    [finding] = found("GAP-02", one)
    assert finding.subjects == ("focus-area/x",)
    assert "“a (en)”" in finding.message.en
    assert finding.evidence[0].text == Text("does it", "le fait")


# --- GAP-03 ------------------------------------------------------------------------------------


def stated(level: str, groups: int) -> Framework:
    """An area with a stated level, and so many groups of one council at work in it."""
    names = [f"group/g{number}" for number in range(groups)]
    return framework(
        [
            "focus-area/x",
            "council/c",
            *names,
            "group/idle1",
            "group/idle2",
            "group/idle3",
            "group/idle4",
            "group/idle5",
            element("coverage-assessment/s", level=level),
        ],
        [
            "coverage-assessment/s assesses focus-area/x",
            *(f"{name} covers focus-area/x" for name in names),
            *(f"{name} part-of council/c" for name in names),
        ],
    )


@pytest.mark.parametrize(
    ("level", "groups", "fires"),
    [
        ("none", 0, False),
        ("none", 1, False),
        ("none", 2, True),
        ("one", 4, True),
        ("few", 1, False),
        ("several", 2, False),
        # Good, where there is next to none.
        ("several", 1, True),
        ("broad", 2, True),
        ("broad", 4, False),
    ],
)
def test_a_statement_far_from_what_links_show_is_named(
    level: str, groups: int, fires: bool
) -> None:
    findings = found("GAP-03", stated(level, groups))
    assert [finding.subjects for finding in findings] == ([("focus-area/x",)] if fires else [])


def test_the_finding_sets_both_side_by_side() -> None:
    [finding] = found("GAP-03", stated("none", 2))
    assert finding.message.en == (
        "The coverage of the area “x (en)” was stated as “None”, but its links show 2 groups of "
        "1 council, which is “few” on the computed scale."
    )
    assert [evidence.kind for evidence in finding.evidence] == [
        "stated",
        "computed",
        "covers",
        "covers",
    ]


def test_a_statement_is_held_against_the_groups_of_its_day() -> None:
    future = framework(
        [
            "focus-area/x",
            "group/a",
            "group/b",
            element("group/new1", lifecycle="proposed"),
            element("group/new2", lifecycle="proposed"),
            element("group/new3", lifecycle="proposed"),
            element("group/new4", lifecycle="proposed"),
            element("coverage-assessment/s", level="one"),
        ],
        [
            "coverage-assessment/s assesses focus-area/x",
            "group/a covers focus-area/x",
            "group/a continues-as group/new1",
            *(f"group/new{number} covers focus-area/x" for number in range(1, 5)),
        ],
    )
    assert found("GAP-03", future) == ()


# --- GAP-04 ------------------------------------------------------------------------------------


def test_a_group_with_another_number_of_areas_than_stated_is_named() -> None:
    parts = framework(
        [*GROUNDS, element("coverage-assessment/s", areas_stated=3)],
        [
            "coverage-assessment/s assesses group/a",
            "group/a covers focus-area/x",
            "group/a covers focus-area/y",
        ],
    )
    [finding] = found("GAP-04", parts)
    assert finding.subjects == ("group/a",)
    assert finding.message.en == (
        "The assessment of “a (en)” counts 3 areas; the group’s links show 2 (“x (en)” and "
        "“y (en)”)."
    )


def test_a_group_with_the_number_stated_or_with_none_stated_is_left_alone() -> None:
    parts = framework(
        [*GROUNDS, element("coverage-assessment/s", areas_stated=1)],
        ["coverage-assessment/s assesses group/a", "group/a covers focus-area/x"],
    )
    assert found("GAP-04", parts) == ()


def test_work_whose_group_is_not_known_may_explain_the_difference() -> None:
    parts = framework(
        [*GROUNDS, element("coverage-assessment/s", areas_stated=1), "coverage-assessment/open"],
        [
            "coverage-assessment/s assesses group/a",
            "coverage-assessment/open assesses focus-area/y",
            "coverage-assessment/open concerns group/a",
            "coverage-assessment/open concerns group/b",
        ],
    )
    [finding] = found("GAP-04", parts)
    assert finding.message.en.endswith(
        "links show none. It may also be the group at work in “y (en)”, which the source does not "
        "name."
    )
    assert finding.evidence[-1].key == "coverage-assessment/open"


# --- GAP-05 and GAP-08 -------------------------------------------------------------------------

RESULTS = ["result/r", "result/far", "activity/w", "focus-area/x", "deliverable/d"]


@pytest.mark.parametrize(
    ("links", "bare"),
    [
        ([], ["result/far", "result/r"]),
        (["activity/w contributes-to result/r"], ["result/far"]),
        (["deliverable/d contributes-to result/r"], ["result/far"]),
        (["activity/w contributes-to result/r", "result/r contributes-to result/far"], []),
        # Derived, by a focus area that both share.
        (
            ["activity/w in-focus-area focus-area/x", "result/r in-focus-area focus-area/x"],
            ["result/far"],
        ),
        (["result/r in-focus-area focus-area/x"], ["result/far", "result/r"]),
        # A result does not reach itself.
        (["result/r contributes-to result/far"], ["result/far", "result/r"]),
    ],
)
def test_a_result_that_no_work_reaches_is_named(links: list[str], bare: list[str]) -> None:
    assert subjects("GAP-05", framework(RESULTS, links)) == [(key,) for key in bare]


def test_while_no_result_has_an_indicator_that_is_said_once() -> None:
    [finding] = found("GAP-08", framework(["result/a", "result/b"]))
    assert finding.subjects == ("result/a", "result/b")
    assert finding.folded_type == "result"
    assert finding.message.en == (
        "No indicator has been given yet: nothing would show whether the 2 results come about."
    )


def test_once_one_has_an_indicator_the_others_are_named() -> None:
    some = framework(["result/a", "result/b", "indicator/i"], ["indicator/i measures result/a"])
    assert subjects("GAP-08", some) == [("result/b",)]
    assert subjects("GAP-08", framework(["result/a"])) == [("result/a",)]


# --- GAP-06 ------------------------------------------------------------------------------------

BEARERS = ["priority/p", "group/g", "council/c", "jurisdiction/j", "activity/w"]
WHOLE = [
    "jurisdiction/j leads priority/p",
    "group/g supports priority/p",
    "priority/p depends-on activity/w",
]


@pytest.mark.parametrize(
    ("links", "lacks", "fr"),
    [
        (WHOLE, None, None),
        (WHOLE[1:], "no lead", "n’a pas de responsable"),
        (WHOLE[::2], "no group", "n’a pas de groupe"),
        (WHOLE[:2], "no work plan", "n’a pas de plan de travail"),
        (WHOLE[:1], "no group and no work plan", "n’a ni groupe ni plan de travail"),
        (
            [],
            "no group, no lead and no work plan",
            "n’a ni groupe, ni responsable, ni plan de travail",
        ),
        # A council whose priority it is has yet to say who answers for it.
        (["council/c leads priority/p", *WHOLE[1:]], "no lead", "n’a pas de responsable"),
        # A group that leads is both.
        (["group/g leads priority/p", WHOLE[2]], None, None),
    ],
)
def test_a_priority_says_what_it_lacks(links: list[str], lacks: str | None, fr: str | None) -> None:
    findings = found("GAP-06", framework(BEARERS, links))
    if lacks is None or fr is None:
        assert findings == ()
    else:
        [finding] = findings
        assert finding.message.en.startswith(f"The priority “p (en)” has {lacks}.")
        assert f"{fr}." in finding.message.fr


def test_a_group_that_could_support_a_priority_does_not_do_so_yet() -> None:
    could = framework(
        BEARERS, [WHOLE[0], link("group/g supports priority/p", extent="could"), WHOLE[2]]
    )
    assert len(found("GAP-06", could)) == 1


def test_a_retired_priority_needs_nobody() -> None:
    retired = framework([element("priority/p", standing="retired")])
    assert found("GAP-06", retired) == ()


# --- GAP-07 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("links", "carried"),
    [
        ([], False),
        (["group/g leads activity/w"], True),
        (["group/g takes-part activity/w"], True),
        (["group/g supports activity/w"], True),
        (["group/g leads activity/v", "activity/v same-work-as activity/w"], True),
        (["group/g leads activity/v", "activity/w part-of activity/v"], True),
        (["group/g leads activity/v"], False),
    ],
)
def test_work_that_nobody_carries_is_named(links: list[str], carried: bool) -> None:
    keys = ["activity/w", "activity/v", "group/g"]
    named = ("activity/w",) in subjects("GAP-07", framework(keys, links))
    assert named is not carried


@pytest.mark.parametrize(
    ("links", "carried"),
    [
        ([], False),
        (["group/g produces deliverable/d"], True),
        (["activity/w produces deliverable/d", "group/g leads activity/w"], True),
        (["activity/w produces deliverable/d"], False),
        (["deliverable/d same-work-as activity/w", "group/g leads activity/w"], True),
    ],
)
def test_a_deliverable_that_nobody_makes_is_named(links: list[str], carried: bool) -> None:
    keys = ["activity/w", "deliverable/d", "group/g"]
    named = ("deliverable/d",) in subjects("GAP-07", framework(keys, links))
    assert named is not carried


@pytest.mark.parametrize("values", [{"progress": "done"}, {"lifecycle": "ended"}])
def test_work_that_is_done_needs_nobody(values: dict[str, str]) -> None:
    done = Element("activity/w", values)
    assert found("GAP-07", framework([done])) == ()


# --- GAP-09 ------------------------------------------------------------------------------------


def test_work_with_several_candidates_for_its_group_is_named() -> None:
    cell = framework(
        ["focus-area/x", "group/a", "group/b", "group/c", "coverage-assessment/s"],
        [
            "coverage-assessment/s assesses focus-area/x",
            *(f"coverage-assessment/s concerns group/{name}" for name in "abc"),
        ],
    )
    [finding] = found("GAP-09", cell)
    assert finding.message.en.endswith("it may be “a (en)”, “b (en)” or “c (en)”.")
    assert finding.message.fr.endswith(
        "«\u00a0a (fr)\u00a0», «\u00a0b (fr)\u00a0» ou «\u00a0c (fr)\u00a0»."
    )
    known = framework(
        ["focus-area/x", "group/a", "coverage-assessment/s"],
        ["coverage-assessment/s assesses focus-area/x", "coverage-assessment/s concerns group/a"],
    )
    assert found("GAP-09", known) == ()


# --- types of a user ---------------------------------------------------------------------------


def test_types_of_a_user_are_asked_the_same() -> None:
    dream = ElementType(
        "dream", Text("Dream", "Rêve"), Text("Dreams", "Rêves"), traits=frozenset({Trait.OUTCOME})
    )
    quest = ElementType(
        "quest", Text("Quest", "Quête"), Text("Quests", "Quêtes"), traits=frozenset({Trait.WORK})
    )
    own = framework(
        ["dream/d", *(f"quest/q{number}" for number in range(6))],
        metamodel=KERNEL.extended([dream, quest]),
    )
    assert subjects("GAP-05", own) == [("dream/d",)]
    [folded] = found("GAP-07", own)
    assert folded.message.en == "All 6 quests have nobody named to carry them."
