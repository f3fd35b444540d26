"""TXT: texts in both languages. REF: what no longer fits."""

from __future__ import annotations

import pytest

from cadre.core.graph import Element, Link
from cadre.core.text import Text
from tests.analysis.small import element, found, framework, link, subjects


def named(key: str, english: str, french: str, **values: Text) -> Element:
    return Element(key, {"name": Text(english, french), **values})


# --- TXT-01 and TXT-02 -------------------------------------------------------------------------


def test_a_text_in_one_language_only_is_named_with_its_fields() -> None:
    half = named("group/a", "Group A", "", summary=Text("It works.", ""))
    [finding] = found("TXT-01", framework([half]))
    assert finding.message.en == "“Group A” lacks French for: name and summary."
    assert (
        finding.message.fr
        == "Le français manque à «\u00a0Group A\u00a0» pour\u00a0: nom et résumé."
    )
    assert finding.discriminator == "fr"
    assert found("TXT-01", framework(["group/a"])) == ()


def test_each_language_is_a_finding_of_its_own() -> None:
    both = named("group/a", "Group A", "", summary=Text("", "Il travaille."))
    assert [finding.discriminator for finding in found("TXT-01", framework([both]))] == ["en", "fr"]


def test_the_text_of_a_link_counts_for_its_source() -> None:
    tied = framework(
        ["group/a", "focus-area/x"],
        [link("group/a covers focus-area/x", what=Text("", "fait"))],
    )
    [finding] = found("TXT-01", tied)
    assert finding.subjects == ("group/a",)
    assert finding.message.en.endswith("for: what of its link to “x (en)”.")
    assert finding.evidence[0].link == tied.links()[0].id


def test_a_text_that_fell_behind_is_named() -> None:
    stale = Element("group/a", {"name": Text("New", "Ancien", stale="fr")})
    [finding] = found("TXT-02", framework([stale]))
    assert finding.message.en == "The French of “New” has not followed the English for: name."
    assert found("TXT-01", framework([stale])) == ()
    assert found("TXT-02", framework(["group/a"])) == ()


# --- TXT-03, TXT-04, TXT-05 --------------------------------------------------------------------


def test_elements_of_one_type_and_name_are_named_together() -> None:
    same = framework(
        [
            named("group/a", "Team", "Équipe"),
            named("group/b", "team ", "Bande"),
            named("council/c", "Team", "Conseil"),
        ]
    )
    [finding] = found("TXT-03", same)
    assert finding.subjects == ("group/a", "group/b")
    assert finding.message.en == "2 groups have the name “Team”."


@pytest.mark.parametrize("tie", ["same-work-as", "continues-as"])
def test_what_is_one_thing_may_have_one_name(tie: str) -> None:
    kind = "activity" if tie == "same-work-as" else "group"
    keys = [f"{kind}/a", f"{kind}/b"]
    one = framework([named(key, "X", "Y") for key in keys], [f"{keys[0]} {tie} {keys[1]}"])
    assert found("TXT-03", one) == ()


def test_many_pairs_of_one_name_are_folded() -> None:
    pairs = [
        named(f"group/{letter}{number}", f"Team {number}", f"Équipe {number}")
        for number in range(3)
        for letter in "ab"
    ]
    [folded] = found("TXT-03", framework(pairs))
    assert len(folded.subjects) == 6
    assert folded.folded_type == "group"
    assert len(folded.evidence) == 3


def test_a_name_that_is_alike_in_both_languages_is_named_unless_it_is_a_proper_name() -> None:
    alike = [named("group/a", "MISA", "MISA")]
    assert subjects("TXT-04", framework(alike)) == [("group/a",)]
    assert found("TXT-04", framework(alike, settings={"proper-name/group/a": True})) == ()
    assert found("TXT-04", framework([named("group/a", "MISA", "")])) == ()


def test_an_element_without_a_name_is_named_by_its_key() -> None:
    [finding] = found("TXT-05", framework([Element("group/a")]))
    assert finding.message.en == "“group/a” has no name: its key stands in for it."


# --- REF ---------------------------------------------------------------------------------------

BROKEN: list[tuple[str, Element, list[Link]]] = [
    ("REF-01", Element("gone/a"), []),
    ("REF-02", element("group/a", colour="red"), []),
    ("REF-03", element("group/a", order="first"), []),
    ("REF-04", element("group/a", lifecycle="lost"), []),
    ("REF-05", element("group/a"), [link("group/a sings-with focus-area/x")]),
    ("REF-06", element("group/a"), [link("focus-area/x covers group/a")]),
    ("REF-07", element("document/a", address="javascript:alert(1)"), []),
]


@pytest.mark.parametrize(("code", "subject", "links"), BROKEN, ids=[one[0] for one in BROKEN])
def test_what_no_longer_fits_is_found_by_its_rule_alone(
    code: str, subject: Element, links: list[Link]
) -> None:
    broken = framework([subject, "focus-area/x"], links)
    codes = {f"REF-0{number}": found(f"REF-0{number}", broken) for number in range(1, 9)}
    assert [name for name, findings in codes.items() if findings] == [code]


def test_a_type_that_is_taken_away_is_one_finding_and_not_a_hundred() -> None:
    [folded] = found("REF-01", framework([Element(f"gone/a{number}") for number in range(100)]))
    assert folded.folded_type == "gone"
    assert folded.message.en == "All 100 elements are of a type that the framework does not have."


def test_settings_on_what_is_gone_are_said_once() -> None:
    idle = framework(
        ["group/a"],
        settings={
            "proper-name/group/gone": True,
            "proper-name/group/a": True,
            "accepted/0123456789abcdef/group/lost": Text("x", "y"),
            "accepted/0123456789abcdef/group/a": Text("x", "y"),
            "assessed/covers": True,
            "assessed/nonsense": True,
        },
    )
    [finding] = found("REF-09", idle)
    assert [evidence.text.en for evidence in finding.evidence] == [
        "accepted/0123456789abcdef/group/lost",
        "assessed/nonsense",
        "proper-name/group/gone",
    ]
