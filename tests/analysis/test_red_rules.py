"""RED: what is done twice, and mergers."""

from __future__ import annotations

from time import process_time

import pytest

from cadre.core.finding import Finding
from cadre.core.graph import Framework, Link
from cadre.core.text import Text
from cadre.core.values import Value
from tests.analysis.small import element, found, framework, link, subjects

TRUST = Text("A trust model", "Un modèle de confiance")
CLOUD = Text("Cloud terms", "Conditions de l’infonuagique")
AREAS = ["focus-area/x", "focus-area/y", "focus-area/z"]


def covers(group: str, area: str, what: Text) -> Link:
    return link(f"group/{group} covers focus-area/{area}", what=what)


def alike(*more: str | Link, extra: tuple[str, ...] = ()) -> Framework:
    """Groups a and b do like work; c and d do other things."""
    return framework(
        [*AREAS, "group/a", "group/b", "group/c", "group/d", *extra],
        [
            covers("a", "x", TRUST),
            covers("b", "x", TRUST),
            covers("c", "y", CLOUD),
            covers("d", "z", Text("Death notices", "Avis de décès")),
            *more,
        ],
    )


def shares(finding: Finding, key: str) -> list[float]:
    """The shares of one subject."""
    return [
        evidence.share or 0.0
        for evidence in finding.evidence
        if evidence.key == key and evidence.kind in ("area", "output", "result", "words")
    ]


# --- RED-01 ------------------------------------------------------------------------------------


def test_groups_of_like_work_are_named_with_what_each_shares() -> None:
    [finding] = found("RED-01", alike())
    assert finding.subjects == ("group/a", "group/b")
    assert "In common: the area “x (en)”; the words “model” and “trust”." in finding.message.en
    assert "les mots «\u00a0" in finding.message.fr
    for key in finding.subjects:
        assert sum(shares(finding, key)) == pytest.approx(1.0, abs=1e-3)
    assert finding.evidence[0].kind == "computed"
    area = next(one for one in finding.evidence if one.kind == "area")
    assert area.link is not None
    assert area.text.en == "x (en): A trust model"


def test_groups_of_other_work_are_left_alone() -> None:
    other = framework(
        [*AREAS, "group/a", "group/b"], [covers("a", "x", TRUST), covers("b", "y", CLOUD)]
    )
    assert found("RED-01", other) == ()


def test_one_shared_area_alone_is_no_overlap() -> None:
    same_area = framework(
        [*AREAS, "group/a", "group/b", "group/c"],
        [
            "group/a covers focus-area/x",
            "group/b covers focus-area/x",
            "group/c covers focus-area/y",
        ],
        {"threshold/overlap-least": 0.01},
    )
    assert found("RED-01", same_area) == ()


@pytest.mark.parametrize("tie", ["part-of", "continues-as"])
def test_a_whole_and_its_part_or_a_group_and_its_successor_do_not_overlap(tie: str) -> None:
    assert found("RED-01", alike(f"group/a {tie} group/b")) == ()


def test_the_least_score_is_a_setting() -> None:
    plain = alike()
    strict = framework(plain.elements(), plain.links(), {"threshold/overlap-least": 0.9})
    assert found("RED-01", strict) == ()


def test_never_more_than_four_and_each_group_once() -> None:
    names = "abcdefg"
    many = framework(
        [*AREAS, *(f"group/{name}" for name in names), "group/other"],
        [
            *(
                covers(
                    name, "x", Text(f"Trust model {name * 3}", f"Modèle de confiance {name * 3}")
                )
                for name in names
            ),
            *(covers(name, "y", CLOUD) for name in names),
            covers("other", "z", Text("Death", "Décès")),
        ],
        {"threshold/overlap-least": 0.05},
    )
    named = [key for keys in subjects("RED-01", many) for key in keys]
    assert len(named) == len(set(named))
    assert all(2 <= len(keys) <= 4 for keys in subjects("RED-01", many))


# --- RED-02 ------------------------------------------------------------------------------------


def test_a_stated_overlap_is_reported_even_when_nothing_computed_agrees() -> None:
    said = alike(link("group/c overlaps-with group/d", what=Text("both", "les deux")))
    [finding] = found("RED-02", said)
    assert finding.subjects == ("group/c", "group/d")
    assert "Computed: 0.00. What the framework records does not show it" in finding.message.en
    assert [one.kind for one in finding.evidence] == ["stated", "computed"]
    assert finding.evidence[0].text == Text("both", "les deux")


def test_a_stated_overlap_that_links_bear_out_is_said_to_be_and_is_not_said_twice() -> None:
    said = alike("group/b overlaps-with group/a")
    [finding] = found("RED-02", said)
    assert "bears it out." in finding.message.en
    assert found("RED-01", said) == ()


def test_stated_overlaps_that_hang_together_are_one_finding() -> None:
    said = alike("group/a overlaps-with group/b", "group/b overlaps-with group/c")
    [finding] = found("RED-02", said)
    assert finding.subjects == ("group/a", "group/b", "group/c")
    assert "in part" in finding.message.en


def test_more_than_four_that_hang_together_are_named_pair_by_pair() -> None:
    chain = framework(
        [f"group/{name}" for name in "abcde"],
        [
            f"group/{one} overlaps-with group/{other}"
            for one, other in zip("abcd", "bcde", strict=True)
        ],
    )
    assert subjects("RED-02", chain) == [
        (f"group/{a}", f"group/{b}") for a, b in ("ab", "bc", "cd", "de")
    ]


def test_an_overlap_of_two_groups_that_become_one_is_answered() -> None:
    merged = alike(
        "group/a overlaps-with group/b",
        "group/a continues-as group/new",
        "group/b continues-as group/new",
        extra=("group/new",),
    )
    assert found("RED-02", merged) == ()


def test_an_overlap_with_a_group_that_has_ended_is_past() -> None:
    past = framework(
        ["group/a", element("group/b", lifecycle="ended")], ["group/a overlaps-with group/b"]
    )
    assert found("RED-02", past) == ()


# --- RED-03 ------------------------------------------------------------------------------------


def pieces(*links: str, **values: Value) -> Framework:
    """Two pieces of work in nearly the same words, and a third in others."""
    manual = Text("Service design manual", "Manuel de conception des services")
    again = Text("Manual of service design", "Manuel sur la conception de services")
    return framework(
        [
            element("activity/a", **values).replace(name=manual),
            element("activity/b", **values).replace(name=again),
            element("activity/c").replace(name=Text("Innovation lab", "Laboratoire d’innovation")),
            "focus-area/x",
        ],
        links,
    )


def test_work_in_nearly_the_same_words_is_named() -> None:
    [finding] = found("RED-03", pieces())
    assert finding.subjects == ("activity/a", "activity/b")
    assert "nearly the same words" in finding.message.en


def test_whether_both_stand_in_one_area_is_said() -> None:
    [finding] = found(
        "RED-03",
        pieces("activity/a in-focus-area focus-area/x", "activity/b in-focus-area focus-area/x"),
    )
    assert finding.message.en.endswith("Both stand in the same area.")


@pytest.mark.parametrize("tie", ["same-work-as", "part-of", "depends-on"])
def test_work_that_is_tied_is_left_alone(tie: str) -> None:
    assert found("RED-03", pieces(f"activity/b {tie} activity/a")) == ()


def test_placeholders_are_alike_by_nature() -> None:
    assert found("RED-03", pieces(placeholder=True)) == ()


def chain(count: int, name: str = "", *links: str) -> Framework:
    """Pieces of work in the same words in two orders, and one in other words."""
    wordings = ("Manual of service design", "Service design manual")
    pieces = [
        element(f"activity/p{place:03}").replace(name=Text(name or wordings[place % 2], ""))
        for place in range(count)
    ]
    other = element("activity/z").replace(name=Text("Innovation lab", ""))
    return framework([*pieces, other], links)


def test_work_worded_alike_is_one_family_however_many_pairs() -> None:
    [family] = found("RED-03", chain(40))
    assert family.subjects == tuple(f"activity/p{place:03}" for place in range(40))
    assert family.message.en.startswith("40 activities say nearly the same words (")
    assert [evidence.key for evidence in family.evidence] == list(family.subjects)
    assert all((evidence.share or 0) >= 0.85 for evidence in family.evidence)


def test_a_family_of_one_name_says_the_name_once() -> None:
    [family] = found("RED-03", chain(7, "Internal services"))
    assert family.message.en == (
        "7 activities have the name “Internal services” and nearly the same words (100%)."
    )


def test_ties_leave_what_is_not_tied_in_the_family() -> None:
    tied = [f"activity/p001 same-work-as activity/p{n:03}" for n in (0, 2)]
    [rest] = found("RED-03", chain(4, "Internal services", *tied))
    assert rest.subjects == tuple(f"activity/p{place:03}" for place in range(4))
    assert found("RED-03", chain(3, "Internal services", *tied)) == ()


def test_what_is_worded_alike_in_every_letter_is_compared_once() -> None:
    """A thousand of one name are a million pairs: it is the family that is looked for."""
    started = process_time()
    [family] = found("RED-03", chain(1500, "Internal services"))
    assert len(family.subjects) == 1500
    assert process_time() - started < 2


# --- RED-04 ------------------------------------------------------------------------------------


def merger(*groups: str, disposition: str = "merge") -> Framework:
    """Groups that a transition takes into a new one."""
    plain = alike(extra=("group/new",))
    return framework(
        [
            *plain.elements(),
            *(
                element(
                    f"transition/{group}",
                    disposition=disposition,
                    rationale=Text("They fit.", "Ils vont ensemble."),
                )
                for group in groups
            ),
        ],
        [
            *plain.links(),
            *(f"transition/{group} concerns group/{group}" for group in groups),
            *(f"group/{group} continues-as group/new" for group in groups),
        ],
    )


def test_a_merger_that_a_computed_overlap_supports() -> None:
    [finding] = found("RED-04", merger("a", "b"))
    assert finding.subjects == ("group/a", "group/b", "group/new")
    assert "The computed overlap supports it: 0." in finding.message.en
    assert [one.kind for one in finding.evidence][:2] == ["rationale", "rationale"]


def test_a_merger_that_none_supports() -> None:
    [finding] = found("RED-04", merger("c", "d"))
    assert "No computed overlap supports it: nothing recorded is common to them." in (
        finding.message.en
    )


def test_a_merger_says_that_a_source_states_the_overlap() -> None:
    plain = merger("c", "d")
    said = framework(plain.elements(), [*plain.links(), "group/c overlaps-with group/d"])
    [finding] = found("RED-04", said)
    assert "A source states the overlap." in finding.message.en


def test_a_group_absorbed_alone_is_held_against_what_takes_it_in() -> None:
    [finding] = found("RED-04", merger("a", disposition="absorb"))
    assert finding.subjects == ("group/a", "group/new")
    assert "du groupe «" in finding.message.fr


def test_a_group_that_continues_under_another_name_is_no_merger() -> None:
    assert found("RED-04", merger("a", disposition="rename")) == ()


def test_more_than_three_that_merge_are_told_in_turn() -> None:
    findings = found("RED-04", merger("a", "b", "c", "d"))
    assert [finding.subjects for finding in findings] == [
        ("group/a", "group/b", "group/c", "group/new"),
        ("group/d", "group/new"),
    ]
    assert len({finding.fingerprint for finding in findings}) == 2
