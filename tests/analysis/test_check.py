"""The check: order, severities, folds, acceptance, and how old the knowledge is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from cadre.analysis.check import check, examine, severity_of
from cadre.analysis.rules import BY_CODE
from cadre.core.dates import PartialDate
from cadre.core.finding import Finding, Severity
from cadre.core.graph import Framework
from cadre.core.settings import Setting, Settings
from cadre.core.text import Text
from cadre.core.traits import Trait
from tests.analysis.small import DAY, element, found, framework, subjects
from tests.strategies import frameworks

BECAUSE = Text("It can wait.", "Cela peut attendre.")


def idle(number: int, settings: dict[str, Setting] | None = None) -> Framework:
    """So many activities that nobody carries."""
    keys = [f"activity/a{place}" for place in range(number)]
    return framework(keys, settings=settings)


# --- order and severity ------------------------------------------------------------------------


def test_the_worst_comes_first_then_codes_and_subjects() -> None:
    both = framework(
        ["group/b", "group/a", "activity/x", "activity/y", "purpose/p"],
        ["activity/x depends-on activity/y", "activity/y depends-on activity/x"],
    )
    places = [(f.severity.rank, f.code, f.subjects) for f in check(both, DAY)]
    assert places == sorted(places)
    assert places[0][1] == "SEQ-02"


def test_a_setting_gives_a_rule_another_severity() -> None:
    [finding] = found("GAP-07", idle(1, {"severity/GAP-07": "error"}))
    assert finding.severity is Severity.ERROR


def test_a_severity_that_does_not_exist_changes_nothing() -> None:
    rule = BY_CODE["GAP-07"]
    assert severity_of(rule, Settings.of({"severity/GAP-07": "dreadful"})) is rule.severity


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, Severity.WARNING),
        ({"rule-status/GAP-07": "adopted"}, Severity.WARNING),
        ({"rule-status/GAP-07": "proposed"}, Severity.ADVICE),
        ({"rule-since/GAP-07": PartialDate(2021)}, Severity.ADVICE),
        ({"rule-since/GAP-07": PartialDate(2019)}, Severity.WARNING),
        ({"rule-status/GAP-07": "proposed", "severity/GAP-07": "error"}, Severity.ADVICE),
    ],
)
def test_a_rule_that_is_not_adopted_only_advises(
    settings: dict[str, Setting], expected: Severity
) -> None:
    [finding] = found("GAP-07", idle(1, settings))
    assert finding.severity is expected


# --- folds -------------------------------------------------------------------------------------


def test_five_stand_alone_and_six_are_folded() -> None:
    assert len(found("GAP-07", idle(5))) == 5
    [folded] = found("GAP-07", idle(6))
    assert folded.folded_type == "activity"
    assert folded.subjects == tuple(f"activity/a{place}" for place in range(6))
    assert folded.message.en == "All 6 activities have nobody named to carry them."
    assert folded.message.fr == "Les 6 activités n’ont personne qui soit désigné pour les mener."
    assert [evidence.key for evidence in folded.evidence] == list(folded.subjects)
    assert folded.evidence[0].text.en == "Nobody is named as carrying “a0 (en)”."


def test_a_fold_says_how_many_of_how_many() -> None:
    some = framework(
        ["group/g", *(f"activity/a{place}" for place in range(7))], ["group/g leads activity/a3"]
    )
    [folded] = found("GAP-07", some)
    assert folded.message.en.startswith("6 of the 7 activities ")
    assert folded.message.fr.startswith("6 des 7 activités ")


def test_types_are_folded_apart() -> None:
    mixed = framework([f"activity/a{n}" for n in range(6)] + ["deliverable/d"])
    folded, alone = sorted(found("GAP-07", mixed), key=lambda finding: -len(finding.subjects))
    assert folded.folded_type == "activity"
    assert alone.subjects == ("deliverable/d",)


def test_the_size_of_a_fold_is_a_setting() -> None:
    assert len(found("GAP-07", idle(6, {"threshold/fold": 6}))) == 6
    assert len(found("GAP-07", idle(3, {"threshold/fold": 2}))) == 1


def test_the_fingerprint_of_a_fold_depends_on_code_and_type_alone() -> None:
    [six], [nine] = found("GAP-07", idle(6)), found("GAP-07", idle(9))
    assert six.fingerprint == nine.fingerprint


def test_findings_that_are_lists_already_are_not_folded() -> None:
    areas = [f"focus-area/x{n}" for n in range(7)]
    links = [f"group/{g} covers {area}" for g in "ab" for area in areas]
    links += ["group/a part-of council/c", "group/b part-of council/d"]
    many = framework([*areas, "group/a", "group/b", "council/c", "council/d"], links)
    assert len(found("DIS-04", many)) == 7


def test_a_crowd_of_lists_becomes_one_finding() -> None:
    areas = [f"focus-area/x{n:02}" for n in range(21)]
    links = [f"group/{g} covers {area}" for g in "ab" for area in areas]
    links += ["group/a part-of council/c", "group/b part-of council/d"]
    bodies = ["group/a", "group/b", "council/c", "council/d"]
    [crowd] = found("DIS-04", framework([*areas, *bodies], links))
    assert crowd.subjects == tuple(areas)
    assert crowd.message.en.startswith("In all 21 focus areas, groups of different councils")
    assert [evidence.key for evidence in crowd.evidence] == areas
    settings = {"threshold/crowd": 21}
    assert len(found("DIS-04", framework([*areas, *bodies], links, settings))) == 21


# --- fingerprints ------------------------------------------------------------------------------


def test_a_fingerprint_survives_new_wording_and_evidence() -> None:
    before = framework(["activity/a"])
    after = framework(
        [element("activity/a", "renamed"), "focus-area/x"],
        ["activity/a in-focus-area focus-area/x"],
    )
    [one], [other] = found("GAP-07", before), found("GAP-07", after)
    assert one.message != other.message
    assert one.evidence != other.evidence
    assert one.fingerprint == other.fingerprint


def test_fingerprints_within_a_check_are_unique() -> None:
    both = framework(
        ["group/b", "group/a", "activity/x", "activity/y", "focus-area/f", "result/r"],
        ["activity/x depends-on activity/y", "activity/y depends-on activity/x"],
    )
    prints = [finding.fingerprint for finding in check(both, DAY)]
    assert len(prints) == len(set(prints))


# --- acceptance --------------------------------------------------------------------------------


def accepting(finding: Finding, *keys: str) -> dict[str, Setting]:
    return {f"accepted/{finding.fingerprint}/{key}": BECAUSE for key in keys}


def test_an_accepted_finding_is_left_out_and_kept_apart_with_its_reason() -> None:
    [finding] = found("GAP-07", idle(1))
    report = examine(idle(1, accepting(finding, "activity/a0")), DAY, [BY_CODE["GAP-07"]])
    assert report.findings == ()
    [accepted] = report.accepted
    assert accepted.finding == finding
    assert accepted.reasons == (("activity/a0", BECAUSE),)


def test_to_accept_one_finding_leaves_the_others() -> None:
    first, _ = found("GAP-07", idle(2))
    assert subjects("GAP-07", idle(2, accepting(first, "activity/a0"))) == [("activity/a1",)]


def test_part_of_a_fold_may_be_accepted_and_the_fold_stays_one() -> None:
    [folded] = found("GAP-07", idle(7))
    accepted = idle(7, accepting(folded, "activity/a0", "activity/a1", "activity/a2"))
    [rest] = found("GAP-07", accepted)
    assert rest.subjects == tuple(f"activity/a{place}" for place in range(3, 7))
    assert rest.fingerprint == folded.fingerprint
    assert rest.message.en.startswith("4 of the 7 activities ")


def test_what_was_accepted_in_a_fold_stays_accepted_when_the_fold_is_gone() -> None:
    [folded] = found("GAP-07", idle(7))
    assert subjects("GAP-07", idle(2, accepting(folded, "activity/a0"))) == [("activity/a1",)]


def test_what_was_accepted_alone_stays_accepted_in_a_fold() -> None:
    first, *_ = found("GAP-07", idle(2))
    [folded] = found("GAP-07", idle(7, accepting(first, "activity/a0")))
    assert "activity/a0" not in folded.subjects


def test_a_fold_that_is_accepted_whole_is_gone() -> None:
    [folded] = found("GAP-07", idle(6))
    assert found("GAP-07", idle(6, accepting(folded, *folded.subjects))) == ()


def test_a_finding_on_several_elements_is_accepted_when_it_is_for_each_of_them() -> None:
    circle = framework(
        ["activity/x", "activity/y"],
        ["activity/x depends-on activity/y", "activity/y depends-on activity/x"],
    )
    [finding] = found("SEQ-02", circle)
    half = Framework.of(
        circle.metamodel,
        circle.elements(),
        circle.links(),
        Settings.of(accepting(finding, "activity/x")),
    )
    whole = Framework.of(
        circle.metamodel,
        circle.elements(),
        circle.links(),
        Settings.of(accepting(finding, "activity/x", "activity/y")),
    )
    assert len(found("SEQ-02", half)) == 1
    assert found("SEQ-02", whole) == ()


def test_a_finding_without_a_subject_can_be_accepted() -> None:
    stray: dict[str, Setting] = {"proper-name/group/gone": True}
    [finding] = found("REF-09", framework([], settings=stray))
    assert finding.subjects == ()
    accepted: dict[str, Setting] = {**stray, f"accepted/{finding.fingerprint}/": BECAUSE}
    assert found("REF-09", framework([], settings=accepted)) == ()


# --- how old the knowledge is ------------------------------------------------------------------


def test_a_finding_on_older_knowledge_says_of_when_it_is() -> None:
    old = idle(1, {f"assessed/{Trait.WORK}": PartialDate(2016, 9)})
    [finding] = found("GAP-07", old)
    assert finding.message.en.endswith(" As assessed in September 2016.")
    assert finding.message.fr.endswith(" Selon l’évaluation de septembre 2016.")
    assert finding.evidence[-1].kind == "assessed"


def test_on_the_day_of_the_assessment_nothing_needs_to_be_said() -> None:
    old = idle(1, {f"assessed/{Trait.WORK}": PartialDate(2016, 9)})
    [finding] = found("GAP-07", old, date(2016, 9, 14))
    assert "assessed" not in finding.message.en


# --- any framework at all ----------------------------------------------------------------------


@given(frameworks())
def test_any_framework_can_be_checked_and_says_the_same_twice(subject: Framework) -> None:
    findings = check(subject, DAY)
    assert findings == check(subject, DAY)
    assert [finding for finding in findings if finding.message.missing] == []
    assert all(key in subject for finding in findings for key in finding.subjects)
