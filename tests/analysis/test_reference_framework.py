"""The rules on the councils' real framework: worth reading, within the limits, blind to names."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from cadre.analysis.check import check
from cadre.analysis.coverage import BROAD, NONE, ONE, SEVERAL, coverage, group_coverage
from cadre.core.finding import Finding
from cadre.core.graph import Element, Framework, Link
from cadre.core.keys import type_of
from cadre.core.settings import Settings
from cadre.core.states import States
from cadre.core.traits import Trait
from cadre.core.validate import validate
from cadre.core.values import Values
from cadre.core.walks import Sight
from cadre.exchange import read
from tests.analysis.test_registry import assert_typeset

BUNDLE = Path(__file__).resolve().parents[2] / "frameworks" / "joint-councils"
VICTORIA = date(2016, 9, 14)
STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018", "current")


@pytest.fixture(scope="module")
def states() -> States:
    return read(BUNDLE)


def of_code(findings: tuple[Finding, ...], code: str) -> list[Finding]:
    return [finding for finding in findings if finding.code == code]


@pytest.mark.parametrize("state", STATES)
def test_the_framework_fits_its_metamodel(states: States, state: str) -> None:
    assert validate(states.at(state)) == ()


@pytest.mark.parametrize("state", STATES)
def test_the_findings_are_few_enough_to_read(states: States, state: str) -> None:
    findings = check(states.at(state), VICTORIA)
    assert 10 <= len(findings) <= 60
    redundant = [finding for finding in findings if finding.code.startswith("RED-")]
    assert len(redundant) <= 12
    assert all(2 <= len(finding.subjects) <= 4 for finding in redundant)


@pytest.mark.parametrize("state", STATES)
def test_every_sentence_is_in_both_languages_and_typeset(states: States, state: str) -> None:
    for finding in check(states.at(state), VICTORIA):
        assert not finding.message.missing
        assert_typeset(finding.message)
        assert finding.message.en.endswith(".")
        assert finding.message.fr.endswith(".")


@pytest.mark.parametrize("state", STATES)
def test_fingerprints_are_unique(states: States, state: str) -> None:
    prints = Counter(finding.fingerprint for finding in check(states.at(state), VICTORIA))
    assert [one for one, count in prints.items() if count > 1] == []


def test_coverage_is_as_the_matrix_has_it(states: States) -> None:
    steps = {
        area.area.removeprefix("focus-area/"): area.step
        for area in coverage(states.at("2016-09"), VICTORIA)
    }
    assert steps["jurisdictional-alignment"] == BROAD
    assert steps["program-structure"] == NONE
    assert steps["client-engagement"] == ONE
    assert steps["digital-governance"] == SEVERAL


def test_groups_whose_number_of_areas_differs_are_named(states: States) -> None:
    findings = of_code(check(states.at("2016-09"), VICTORIA), "GAP-04")
    differing = {
        (one.group,)
        for one in group_coverage(states.at("2016-09"), VICTORIA)
        if one.areas_stated not in (None, len(one.areas))
    }
    assert {finding.subjects for finding in findings} == differing
    assert {("group/death",), ("group/ncsip",)} <= differing


def test_the_stated_overlap_is_reported_beside_the_computed_score(states: States) -> None:
    [finding] = of_code(check(states.at("2016-09"), VICTORIA), "RED-02")
    assert finding.subjects == ("group/idm", "group/ncsip", "group/privacy")
    kinds = Counter(evidence.kind for evidence in finding.evidence)
    assert kinds["stated"] == kinds["computed"] == 3


def test_every_merger_is_reported(states: States) -> None:
    findings = of_code(check(states.at("proposal-2016"), VICTORIA), "RED-04")
    assert {finding.subjects for finding in findings} == {
        ("group/digital-id", "group/idm", "group/ncsip"),
        ("group/channel", "group/service-design", "group/svcmap"),
        ("group/assets-activities", "group/snc"),
    }
    assert of_code(check(states.at("2016-09"), VICTORIA), "RED-04") == []


def test_every_group_has_a_line_of_sight_or_the_place_where_it_breaks(states: States) -> None:
    framework = states.at("2016-09")
    sight = Sight(framework)
    broken = [key for key in framework.keys(Trait.WORKS) if not sight.of(key).reaches]
    assert broken == ["group/research"]


def test_a_group_whose_links_are_taken_away_is_named(states: States) -> None:
    framework = states.at("2016-09")
    rest = [link for link in framework.links() if "group/im" not in (link.source, link.target)]
    bare = Framework.of(framework.metamodel, framework.elements(), rest, framework.settings)
    named = {key for finding in check(bare, VICTORIA) for key in finding.subjects}
    codes = {finding.code for finding in check(bare, VICTORIA) if finding.subjects == ("group/im",)}
    assert "group/im" in named
    assert {"DIS-01", "DIS-05"} <= codes


def test_what_was_carried_over_says_of_when_it_is(states: States) -> None:
    findings = check(states.at("2018"), date(2018, 2, 28))
    for code in ("GAP-01", "GAP-03", "RED-01", "DIS-04"):
        for finding in of_code(findings, code):
            assert "As assessed in September 2016." in finding.message.en
    for finding in check(states.at("2016-09"), VICTORIA):
        assert "As assessed" not in finding.message.en


# --- blind to keys, names and rows -------------------------------------------------------------


def shuffled(framework: Framework, seed: int, *, names: bool) -> Framework:
    """The same framework under other keys, its rows in another order, its names dealt anew."""
    dice = random.Random(seed)
    keys = framework.keys()
    renamed: dict[str, str] = {}
    values: dict[str, dict[str, object]] = {key: dict(framework[key].values) for key in keys}
    for type_ in sorted({type_of(key) for key in keys}):
        own = [key for key in keys if type_of(key) == type_]
        slugs = [f"{type_}/z{number}" for number in range(len(own))]
        dice.shuffle(slugs)
        renamed.update(zip(own, slugs, strict=True))
        if names:
            dealt = [
                (values[key].pop("name", None), values[key].pop("short-name", None)) for key in own
            ]
            dice.shuffle(dealt)
            for key, pair in zip(own, dealt, strict=True):
                given = zip(("name", "short-name"), pair, strict=True)
                values[key].update({name: value for name, value in given if value is not None})
    elements = [Element(renamed[key], _values(values[key])) for key in keys]
    links = [
        Link(link.type, renamed[link.source], renamed[link.target], link.values)
        for link in framework.links()
    ]
    dice.shuffle(elements)
    dice.shuffle(links)
    settings = {
        path: value
        for path, value in framework.settings.entries.items()
        if not path.startswith("proper-name/")
    }
    return Framework.of(framework.metamodel, elements, links, Settings.of(settings))


def _values(values: dict[str, object]) -> Values:
    return values  # type: ignore[return-value]  # values of a framework, only dealt anew


def signature(findings: tuple[Finding, ...]) -> Counter[tuple[object, ...]]:
    """What must stay: codes, severities, numbers of subjects, scores. Proper names go by key."""
    return Counter(
        (
            finding.code,
            finding.severity,
            len(finding.subjects),
            tuple(sorted(one.share or 0.0 for one in finding.evidence if one.kind == "computed")),
        )
        for finding in findings
        if finding.code != "TXT-04"
    )


@pytest.mark.parametrize("state", STATES[:4])
@pytest.mark.parametrize("names", [False, True], ids=["keys", "keys-and-names"])
def test_the_same_codes_and_scores_follow_under_other_keys_and_names(
    states: States, state: str, names: bool
) -> None:
    framework = states.at(state)
    expected = signature(check(framework, VICTORIA))
    for seed in range(3):
        assert signature(check(shuffled(framework, seed, names=names), VICTORIA)) == expected
