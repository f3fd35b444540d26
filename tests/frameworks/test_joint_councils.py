"""The reference framework says what its sources say: how much, from where, in both languages.

Seats name jurisdictions and capacities; that no person is named cannot be tested by rule.
"""

from collections import Counter

import pytest

from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework, Link
from cadre.core.states import States
from cadre.core.text import LANGUAGES
from cadre.core.traits import LinkRole, Trait
from cadre.core.validate import validate
from cadre.core.values import Values
from cadre.exchange import digest
from tests.frameworks.typography import faults, texts

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018", "current")
CERTAINTIES = {"stated", "high", "medium", "low"}

# The same in every state: what later sources do not speak of is carried.
ALWAYS = {
    "council": 3,
    "focus-area": 10,
    "principle": 5,
    "result": 17,
    "activity": 64,
    "deliverable": 19,
    "swot-factor": 44,
    "term": 26,
    "seat": 10,
    "jurisdiction": 10,
    "period": 3,
    "phase": 2,
    "asset": 11,
    "coverage-assessment": 29,
}
BY_STATE = {
    "2016-09": {"group": 17, "acronym": 11, "priority": 0, "transition": 0, "recommendation": 0},
    "proposal-2016": {"group": 53, "priority": 0, "transition": 17, "external-body": 13},
    "2018": {"group": 18, "acronym": 17, "priority": 4, "transition": 0, "recommendation": 11},
    "recommendations-2018": {"group": 21, "priority": 4, "transition": 20, "recommendation": 11},
}
BY_STATE["current"] = BY_STATE["2018"]
COVERS = {"2016-09": 35, "proposal-2016": 63, "2018": 35, "recommendations-2018": 35, "current": 35}

# Alike in both languages, and rightly so: places, jurisdictions, words that both languages have,
# and a team's name that its poster prints in English.
ALIKE = {
    *("St. John’s", "Toronto", "Victoria", "Ottawa", "Charlottetown"),
    *("Alberta", "Manitoba", "Ontario", "Yukon"),
    *("Collaboration", "Expertise"),
    "Digital Government Program Task Team",
}
# Printed in one language; the sources have no form of these in the other.
ONE_LANGUAGE = {("group/ncsip", "acronym"), ("group/im", "acronym"), ("group/cloud", "acronym")}
ONE_LANGUAGE |= {("group/licensing", "acronym")}
# Types that pictures draw: their short names must fit a box.
DRAWN = (
    Trait.BODY,
    Trait.AXIS,
    Trait.PRIORITY,
    Trait.WORK,
    Trait.OUTPUT,
    Trait.OUTCOME,
    Trait.MEETING,
)
LONGEST_SHORT_NAME = 28


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest) -> str:
    """The key of one state."""
    key: str = request.param
    return key


@pytest.fixture
def framework(councils: States, state: str) -> Framework:
    """The framework in that state."""
    return councils.at(state)


def of_kind(framework: Framework, kind: str) -> set[str]:
    """The bodies of one kind."""
    return {key for key in framework.keys(Trait.BODY) if framework[key].word("kind") == kind}


def ends(framework: Framework, role: LinkRole) -> set[tuple[str, str]]:
    """Source and target of the links of a role."""
    return {(link.source, link.target) for link in framework.links(role)}


# --- how much ----------------------------------------------------------------------------------


def test_its_states(councils: States) -> None:
    assert set(councils) == set(STATES)
    assert [councils.base_of(key) for key in ("proposal-2016", "recommendations-2018")] == [
        "2016-09",
        "2018",
    ]


def test_counts(framework: Framework, state: str) -> None:
    found = Counter(element.type for element in framework.elements())
    expected = {**ALWAYS, **BY_STATE[state]}
    assert {name: found[name] for name in expected} == expected
    assert len(ends(framework, LinkRole.COVERS)) == COVERS[state]


def test_current_starts_equal_to_2018(councils: States) -> None:
    assert councils.current == councils.at("2018")
    assert digest(councils.current) == councils.editions["2018"].digest
    assert councils.current != councils.at("2016-09")


def test_it_fits_its_metamodel(framework: Framework) -> None:
    assert validate(framework) == ()


# --- where from --------------------------------------------------------------------------------


def unsourced(framework: Framework) -> list[str]:
    """Elements and links without provenance in a document of the framework, or certainty."""
    known = {e.key.partition("/")[2] for e in framework.elements() if e.type == "document"}
    everything: list[Element | Link] = [*framework.elements(), *framework.links()]
    found = []
    for one in everything:
        cited = {place.partition(":")[0] for place in one.provenance.split("; ")}
        sure = one.values.get("certainty") in CERTAINTIES
        if not sure or not cited <= known:
            found.append(" ".join(one.id) if isinstance(one, Link) else one.key)
    return found


def test_everything_has_provenance_and_certainty(framework: Framework) -> None:
    assert unsourced(framework) == []


def test_a_source_that_is_not_there_is_found(councils: States) -> None:
    framework = councils.at("2016-09")
    altered = framework["group/im"].replace(provenance="posters-2016-08:1; hearsay:2")
    elements = [altered if e.key == altered.key else e for e in framework.elements()]
    copy = Framework.of(framework.metamodel, elements, framework.links(), framework.settings)
    assert unsourced(copy) == ["group/im"]


def test_what_was_inferred_stays_so_while_it_stays_the_same(councils: States) -> None:
    for before, after in (
        ("2016-09", "proposal-2016"),
        ("2016-09", "2018"),
        ("2018", "recommendations-2018"),
    ):
        later = {element.key: element.values for element in councils.at(after).elements()}
        for element in councils.at(before).elements():
            values = later[element.key]
            for name in inferred(element.values) - inferred(values):
                assert values.get(name) != element.values.get(name), f"{element.key} {name}"


def inferred(values: Values) -> set[str]:
    """The attributes that are a reading and not a statement."""
    names = values.get("inferred", ())
    return {str(name) for name in names} if isinstance(names, tuple) else set()


def test_terms_cite_their_lines(framework: Framework) -> None:
    terms = [element for element in framework.elements() if element.type == "term"]
    assert all(element.text("definition").missing == () for element in terms)
    assert all(element.text("definition") for element in terms)
    assert all(element.provenance.partition(":")[2] for element in terms)


def test_when_things_were_assessed(councils: States) -> None:
    settings = councils.at("2018").settings
    for what in ("covers", "judgement", "factor", "work", "output", "outcome", "scheduled-in"):
        assert settings.assessed(what) == PartialDate(2016, 9)


# --- in both languages -------------------------------------------------------------------------


def test_names_in_both_languages(framework: Framework) -> None:
    for element in framework.elements():
        name = element.text("name")
        assert name.en, element.key
        assert name.fr, element.key
        alike = name.en == name.fr
        assert alike == framework.settings.is_proper_name(element.key), element.key


def test_no_text_is_missing_or_alike_by_oversight(framework: Framework) -> None:
    one_language, alike = set(), set()
    for said in texts(framework):
        if said.attribute in ("also-known-as", "name"):
            continue
        proper = framework.settings.is_proper_name(said.where)
        if said.text.missing:
            one_language.add((said.where, said.attribute))
        if said.text and said.text.en == said.text.fr and not (proper or said.text.en in ALIKE):
            alike.add((said.where, said.text.en))
    assert one_language <= ONE_LANGUAGE
    assert alike == set()


def test_typography(framework: Framework) -> None:
    assert {said.where: faults(said.text) for said in texts(framework) if faults(said.text)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_apart(framework: Framework, language: str) -> None:
    for of in ("name", "short name"):
        seen: dict[tuple[str, str], str] = {}
        for element in framework.elements():
            name = element.name if of == "name" else element.short_name
            said = name.en if language == "en" else name.fr
            other = seen.setdefault((element.type, said.casefold()), element.key)
            assert other == element.key, f"{of} {said}"


def test_short_names_fit(framework: Framework) -> None:
    for trait in DRAWN:
        for key in framework.keys(trait):
            # Governments and those outside go by their names.
            if framework.traits(key) & {Trait.GOVERNMENT}:
                continue
            short = framework[key].short_name
            assert max(len(short.en), len(short.fr)) <= LONGEST_SHORT_NAME, key


# --- what was seen in 2016 ---------------------------------------------------------------------


def test_coverage_of_jurisdictional_alignment(councils: States) -> None:
    framework = councils.at("2016-09")
    council_of = dict(ends(framework, LinkRole.PART_OF))
    area = "focus-area/jurisdictional-alignment"
    groups = [source for source, target in ends(framework, LinkRole.COVERS) if target == area]
    assert Counter(council_of[group] for group in groups) == {
        "council/pscioc": 4,
        "council/pssdc": 5,
        "council/joint": 5,
    }


def test_cells_of_unknown_group_name_the_candidates(framework: Framework) -> None:
    candidates: dict[str, set[str]] = {}
    for source, target in ends(framework, LinkRole.CONCERNS):
        if "unattributed" in source:
            candidates.setdefault(source, set()).add(target.removeprefix("group/"))
    assert candidates == {
        "coverage-assessment/policy-legislation-unattributed-1": {"cloud", "ictpol", "death"},
        "coverage-assessment/policy-legislation-unattributed-2": {
            *("ictpol", "costing", "channel", "research"),
        },
    }


def test_overlaps_that_the_sources_state(framework: Framework) -> None:
    assert {frozenset(pair) for pair in ends(framework, LinkRole.OVERLAPS_WITH)} == {
        frozenset({"group/ncsip", "group/privacy"}),
        frozenset({"group/ncsip", "group/idm"}),
        frozenset({"group/privacy", "group/idm"}),
    }


def test_one_work_on_several_posters_is_tied(framework: Framework) -> None:
    pairs = ends(framework, LinkRole.SAME_WORK_AS)
    assert len(pairs) == 23
    assert all(source != target and (target, source) not in pairs for source, target in pairs)
    # The roadmap's and the councils' logic model: at least the service design manual is on both.
    tied = {frozenset(pair) for pair in pairs}
    assert frozenset({"activity/r24", "deliverable/service-design-manual"}) in tied


def test_stated_levels_have_a_computed_step(framework: Framework) -> None:
    level = framework.metamodel.attributes("coverage-assessment")["level"]
    steps = [choice.step for choice in level.choices]
    assert len(steps) == 9
    assert None not in steps
    assert steps == sorted(steps, key=lambda step: step or 0)


# --- what was proposed in 2016 -----------------------------------------------------------------


def test_task_teams_are_of_the_proposal_alone(councils: States) -> None:
    proposal = councils.at("proposal-2016")
    assert len(of_kind(proposal, "task-team")) == 33
    subcommittees = {"group/planning-oversight", "group/foundation", "group/demonstration"}
    assert subcommittees <= of_kind(proposal, "subcommittee")
    for key in ("2016-09", "2018", "recommendations-2018"):
        assert of_kind(councils.at(key), "task-team") == set()


def test_one_transition_a_group(councils: States) -> None:
    groups = set(councils.at("2016-09").keys(Trait.WORKS))
    proposal = councils.at("proposal-2016")
    transitions = set(proposal.keys(Trait.TRANSITION))
    concerned = [pair for pair in ends(proposal, LinkRole.CONCERNS) if pair[0] in transitions]
    assert len(groups) == len(transitions) == 17
    assert sorted(target for _, target in concerned) == sorted(groups)
    assert {source for source, _ in concerned} == transitions


def test_a_group_that_goes_on_leads_to_its_successor(councils: States) -> None:
    proposal = councils.at("proposal-2016")
    successors = dict(ends(proposal, LinkRole.CONTINUES_AS))
    group_of = dict(ends(proposal, LinkRole.CONCERNS))
    ended = set()
    for transition in proposal.keys(Trait.TRANSITION):
        group = group_of[transition]
        if proposal[transition].word("disposition") == "sunset":
            ended.add(group)
            assert group not in successors
        else:
            assert proposal[successors[group]].word("kind") == "task-team"
    assert ended == {"group/costing", "group/im"}
    assert len(successors) == 15


# --- what changed by 2018, and what was recommended --------------------------------------------


def test_groups_of_2018(councils: States) -> None:
    before, after = councils.at("2016-09"), councils.at("2018")
    assert set(after.keys(Trait.WORKS)) - set(before.keys(Trait.WORKS)) == {"group/licensing"}
    assert set(before.keys(Trait.WORKS)) <= set(after.keys(Trait.WORKS))
    note = after["group/costing"].text("note")
    assert note.en.startswith("Not named in 2018")
    assert note.fr.startswith("Non nommé en 2018")


def test_priorities_of_2018_have_leads(councils: States) -> None:
    framework = councils.at("2018")
    led = {target for _, target in ends(framework, LinkRole.LEADS)}
    assert set(framework.keys(Trait.PRIORITY)) <= led


def test_group_rules_are_proposed(councils: States) -> None:
    entries = councils.at("2018").settings.entries
    rules = {path: value for path, value in entries.items() if path.startswith("rule-status/")}
    assert len(rules) == 6
    assert set(rules.values()) == {"proposed"}


def test_recommendations_of_2018(councils: States) -> None:
    framework = councils.at("recommendations-2018")
    fates = {
        key.removeprefix("transition/2018-"): framework[key].word("disposition")
        for key in framework.keys(Trait.TRANSITION)
    }
    assert {group for group, fate in fates.items() if fate == "sunset"} == {"channel", "svcmap"}
    assert {group for group, fate in fates.items() if fate == "undecided"} >= {"itacq"}
    assert {group for group, fate in fates.items() if fate == "new"} == {
        "digital-id-wg",
        "digital-strategy-wg",
        "client-centred-services-wg",
    }
    # The three groups that are leveraged go on, and support the priorities.
    supporting = {source for source, _ in ends(framework, LinkRole.SUPPORTS)}
    for group in ("ncsip", "privacy", "research"):
        assert fates[group] == "continue"
        assert f"group/{group}" in supporting
    assert ends(framework, LinkRole.OVERSEES) == {
        ("group/digital-id-wg", "group/idm"),
        ("group/digital-id-wg", "group/cdi"),
    }
    assert framework["recommendation/rec4"].text("fallback").missing == ()
    assert framework["recommendation/rec4"].text("fallback")
    for group in ("im", "ictpol"):
        assert framework[f"group/{group}"].word("kind") == "community-of-practice"
