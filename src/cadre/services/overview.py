"""The framework at a glance: what it is for, how far it reaches, what needs attention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from cadre.analysis.coverage import AreaCoverage, coverage
from cadre.analysis.facts import Facts
from cadre.core.dates import PartialDate
from cadre.core.graph import Framework
from cadre.core.states import StateInfo
from cadre.core.text import Language, Text
from cadre.core.traits import LinkRole, Trait
from cadre.services import findings
from cadre.services.frameworks import Opened, assessed
from cadre.services.lists import Named
from cadre.services.marks import Mark, marks
from cadre.services.memory import remembered
from cadre.services.timeline import in_time
from cadre.viewpoints.axis import axis
from cadre.viewpoints.nouns import noun, spoken
from cadre.wording import wording

FOREMOST: Final = 5
MOST_IN_A_STRIP: Final = 12
"""So many columns fit side by side, and so many hues the eye can tell; more areas are rows."""
MOST_COUNCILS: Final = 8
"""Above so many a council is a row with one bar, not a square for each group."""
MOST_ROWS: Final = 40
"""So many rows of councils or priorities are read at a glance; of more, the largest or first."""
FEWER_ROWS: Final = 20


@dataclass(frozen=True, slots=True)
class Stated:
    """What somebody stated of an area: its word, its step where data gives one."""

    label: Text
    step: int | None
    judgement: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Area:
    """One column of the coverage strip, or one row where there are many."""

    mark: Mark
    groups: int
    step: int
    label: Text
    stated: Stated | None


@dataclass(frozen=True, slots=True)
class WholeArea:
    """An area with those that are part of it, however far below."""

    area: Area
    parts: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class CouncilGroups:
    """How many groups a council has; without a council, those of which none is known."""

    council: Named | None
    short_name: Text
    shape: str
    groups: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class PriorityLine:
    """A priority with who leads it and who works on it."""

    priority: Named
    councils: tuple[Named, ...]
    leads: tuple[Named, ...]
    groups: tuple[Named, ...]
    findings: int


@dataclass(frozen=True, slots=True)
class StateStop:
    """One stop on the line of states."""

    info: StateInfo
    base: StateInfo | None
    here: bool
    elements: int


@dataclass(frozen=True)
class Overview:
    """All that the first page says."""

    headline: str
    visions: tuple[Named, ...]
    calls: tuple[Named, ...]
    counts: tuple[tuple[int, Text, Text, str], ...]
    areas: tuple[Area, ...]
    wholes: tuple[WholeArea, ...]
    """The same by what they are part of, where they are too many to stand side by side."""
    most_groups: int
    coverage_assessed: PartialDate | None
    tallies: tuple[findings.Tally, ...]
    total_findings: int
    foremost: tuple[tuple[findings.Shown, Text], ...]
    councils: tuple[CouncilGroups, ...]
    total_councils: int
    groups_by_council: str
    priorities: tuple[PriorityLine, ...]
    total_priorities: int
    states: tuple[StateStop, ...]

    @property
    def has_council_bars(self) -> bool:
        """Whether the councils are too many for a square a group."""
        return self.total_councils > MOST_COUNCILS

    @property
    def most_in_council(self) -> int:
        """How many groups the largest council has."""
        return max((len(one.groups) for one in self.councils), default=0)


@remembered(32)
def overview(opened: Opened, language: Language) -> Overview:
    """The framework at a glance, in one of its states."""
    framework = opened.framework
    facts = Facts(framework, opened.as_of)
    own_marks = marks(framework)
    reach = coverage(framework, opened.as_of)
    contested = findings.contested(opened)
    areas = tuple(_area(one, own_marks, contested) for one in reach)
    tallies = findings.tallies(opened)
    groups = facts.lasting
    councils = tuple(_by_council(facts, groups))
    priorities = _current_priorities(facts)
    return Overview(
        headline=headline(reach, framework, len(groups), language),
        visions=tuple(_aims(framework, "vision")),
        calls=tuple(_aims(framework, "call-to-action")),
        counts=tuple(_counts(framework, set(groups))),
        areas=areas,
        wholes=tuple(_wholes(framework, areas)) if len(areas) > MOST_IN_A_STRIP else (),
        most_groups=max((one.groups for one in areas), default=0),
        coverage_assessed=assessed(framework, opened.info, LinkRole.COVERS),
        tallies=tallies,
        total_findings=sum(one.total for one in tallies),
        foremost=tuple((shown, rule.title) for shown, rule in findings.foremost(opened, FOREMOST)),
        councils=_largest(councils),
        total_councils=len(councils),
        groups_by_council=_groups_by_council(framework, len(groups), language),
        priorities=tuple(_priorities(opened, facts, _foremost_rows(priorities))),
        total_priorities=len(priorities),
        states=tuple(_stops(opened)),
    )


# --- the sentence at the head ---------------------------------------------------------------------

_MOST_AND_NONE: Final = Text(
    "{n:words} of {all} groups work on {most}; {none:words} focus areas have no group",
    "{n:words} groupes sur {all} travaillent à {most}; {none:words} domaines d’intérêt n’en ont "
    "aucun",
)
_MOST_AND_ONE_NONE: Final = Text(
    "{n:words} of {all} groups work on {most}; none works on {least}",
    "{n:words} groupes sur {all} travaillent à {most}; {least} n’en a aucun",
)
_MOST_AND_ONE: Final = Text(
    "{n:words} of {all} groups work on {most}; only one works on {least}",
    "{n:words} groupes sur {all} travaillent à {most}; {least} n’en a qu’un",
)
_MOST_AND_FEW: Final = Text(
    "{n:words} of {all} groups work on {most}; only {few:words} work on {least}",
    "{n:words} groupes sur {all} travaillent à {most}; {least} n’en a que {few:words}",
)
_ONE_EACH: Final = Text(
    "{n:words} of {all} focus areas {n:has one group|have one group each}; no area has more",
    "{n:words} {n:domaine d’intérêt|domaines d’intérêt} sur {all} {n:a un groupe|ont chacun un "
    "groupe}; aucun n’en a davantage",
)
_NOBODY: Final = Text(
    "No group works on any of the {n:words} focus areas yet",
    "Aucun groupe ne travaille encore aux {n:words} domaines d’intérêt",
)
_FALLBACK: Final = Text("{name} at a glance", "{name} en un coup d’œil")
_BY_COUNCIL: Final = Text(
    "{n} {n:group|groups} by {council}", "{n} {n:groupe|groupes} par {council}"
)
# The same in a French that agrees with any noun.
_NEUTRAL: Final[Mapping[Text, Text]] = {
    _MOST_AND_NONE: Text(
        _MOST_AND_NONE.en,
        "{n} groupes sur {all} travaillent à {most}; {none} domaines d’intérêt sans groupe",
    ),
    _MOST_AND_ONE_NONE: Text(
        _MOST_AND_ONE_NONE.en,
        "{n} groupes sur {all} travaillent à {most}; {least} sans groupe",
    ),
    _MOST_AND_ONE: Text(
        _MOST_AND_ONE.en, "{n} groupes sur {all} travaillent à {most}; 1 groupe à {least}"
    ),
    _MOST_AND_FEW: Text(
        _MOST_AND_FEW.en, "{n} groupes sur {all} travaillent à {most}; {few} groupes à {least}"
    ),
    _ONE_EACH: Text(
        _ONE_EACH.en,
        "{n} {n:domaine|domaines} d’intérêt sur {all}, 1 groupe par domaine; jamais davantage",
    ),
    _NOBODY: Text(_NOBODY.en, "{n} domaines d’intérêt, sans groupe à l’œuvre"),
}


def _groups_by_council(framework: Framework, groups: int, language: Language) -> str:
    words = spoken(framework, wording(language))
    council, _ = noun(framework, framework.keys(Trait.STEERS))
    return words.fill(_BY_COUNCIL, n=groups, council=council.in_(language))


def headline(
    reach: Sequence[AreaCoverage], framework: Framework, groups: int, language: Language
) -> str:
    """What the coverage of the axis says in one sentence; a plain one where it says nothing."""
    words = spoken(framework, wording(language), _NEUTRAL)
    if not reach:
        name = framework.settings.text("name") or Text("The framework", "Le cadre")
        return words.fill(_FALLBACK, name=name)
    most = max(reach, key=lambda one: len(one.groups))
    least = min(reach, key=lambda one: len(one.groups))
    empty = sum(not one.groups for one in reach)
    match len(most.groups), len(least.groups):
        case 0, _:
            return words.fill(_NOBODY, n=len(reach))
        case 1, _:
            return words.fill(_ONE_EACH, n=len(reach) - empty, all=len(reach))
        case _, 0:
            template = _MOST_AND_ONE_NONE if empty == 1 else _MOST_AND_NONE
        case _, 1:
            template = _MOST_AND_ONE
        case _:
            template = _MOST_AND_FEW
    return words.fill(
        template,
        n=len(most.groups),
        all=groups,
        most=_inside(framework[most.area].name, language),
        least=_inside(framework[least.area].name, language),
        none=empty,
        few=len(least.groups),
    )


def _inside(name: Text, language: Language) -> str:
    """A name inside a sentence: quoted in French, which would want an article; else uncapped.

    A name with more capitals keeps its first one: it is a title or a sigle.
    """
    text = name.in_(language)
    if language == "fr":
        return f"«\u00a0{text}\u00a0»"
    return text if text[1:] != text[1:].lower() else text[:1].lower() + text[1:]


# --- the parts ------------------------------------------------------------------------------------


def _area(reach: AreaCoverage, known: Mapping[str, Mark], contested: Set[str]) -> Area:
    stated = None
    if reach.stated:
        one = reach.stated[0]
        stated = Stated(one.label, one.step, one.judgement, one.judgement in contested)
    return Area(known[reach.area], len(reach.groups), reach.step, reach.label, stated)


def _wholes(framework: Framework, areas: Iterable[Area]) -> Iterable[WholeArea]:
    """Areas in the order of the axis, each part under the whole at the top."""
    above = {step.key: step.part_of for step in axis(framework)}
    held: dict[str, list[Area]] = {}
    for area in sorted(areas, key=lambda one: one.mark.place):
        top = area.mark.key
        seen = {top}
        while above[top] and above[top] not in seen:
            top = above[top]
            seen.add(top)
        held.setdefault(top, []).append(area)
    for whole, *parts in held.values():
        yield WholeArea(whole, tuple(parts))


def _aims(framework: Framework, kind: str) -> Iterable[Named]:
    for element in framework.elements(Trait.AIM):
        if element.word("kind") == kind:
            yield Named(element.key, element.name)


def _counts(framework: Framework, groups: Set[str]) -> Iterable[tuple[int, Text, Text, str]]:
    """How many there are of what the framework is about: count, label, plural, type.

    Of bodies that work, those that last in this state.
    """
    for trait in (Trait.STEERS, Trait.WORKS, Trait.PRIORITY, Trait.AXIS):
        for entry in framework.metamodel.types_with(trait):
            keys = framework.keys(type=entry.key)
            count = sum(key in groups for key in keys) if trait is Trait.WORKS else len(keys)
            if count:
                yield count, entry.label, entry.plural, entry.key


def _by_council(facts: Facts, groups: Sequence[str]) -> Iterable[CouncilGroups]:
    framework = facts.framework
    held: dict[str, list[str]] = {key: [] for key in facts.keys(Trait.STEERS)}
    without: list[str] = []
    for group in groups:
        above = facts.councils(group)
        for council in above[:1]:
            held.setdefault(council, []).append(group)
        if not above:
            without.append(group)
    for key, own in held.items():
        body = framework[key]
        yield CouncilGroups(
            Named(key, body.name),
            body.short_name,
            body.word("mark"),
            tuple(Named(one, framework[one].short_name) for one in own),
        )
    if without:
        yield CouncilGroups(
            None, Text(), "", tuple(Named(one, framework[one].short_name) for one in without)
        )


def _largest(councils: tuple[CouncilGroups, ...]) -> tuple[CouncilGroups, ...]:
    """All councils in their order; of very many, those with the most groups."""
    if len(councils) <= MOST_ROWS:
        return councils
    known = [one for one in councils if one.council]
    known.sort(key=lambda one: -len(one.groups))
    return (*known[:FEWER_ROWS], *(one for one in councils if not one.council))


def _current_priorities(facts: Facts) -> list[str]:
    keys = facts.keys(Trait.PRIORITY)
    return [key for key in keys if facts.framework[key].word("standing") != "retired"]


def _foremost_rows(keys: Sequence[str]) -> Sequence[str]:
    return keys if len(keys) <= MOST_ROWS else keys[:FEWER_ROWS]


def _priorities(opened: Opened, facts: Facts, keys: Iterable[str]) -> Iterable[PriorityLine]:
    framework = opened.framework
    counts = findings.counts(opened)
    for key in keys:
        leads = facts.in_order(facts.sources(key, LinkRole.LEADS))
        helpers = facts.in_order(
            one
            for role in (LinkRole.LEADS, LinkRole.SUPPORTS, LinkRole.TAKES_PART)
            for one in facts.sources(key, role)
        )
        yield PriorityLine(
            Named(key, framework[key].name),
            tuple(Named(one, framework[one].short_name) for one in _councils(facts, key)),
            tuple(
                Named(one, framework[one].short_name)
                for one in leads
                if not facts.has(one, Trait.WORKS)
            ),
            tuple(
                Named(one, framework[one].short_name)
                for one in helpers
                if facts.has(one, Trait.WORKS)
            ),
            counts.get(key, 0),
        )


def _councils(facts: Facts, priority: str) -> list[str]:
    above = facts.targets(priority, LinkRole.PART_OF, Trait.STEERS)
    steering = facts.sources(priority, LinkRole.LEADS, Trait.STEERS)
    steering += facts.sources(priority, LinkRole.SUPPORTS, Trait.STEERS)
    return facts.in_order([*above, *steering])


def _stops(opened: Opened) -> Iterable[StateStop]:
    for key in in_time(opened):
        framework = opened.states.at(key)
        info = opened.states.info(key)
        base = opened.states.info(info.base) if info.base else None
        yield StateStop(info, base, key == opened.state, len(framework))
