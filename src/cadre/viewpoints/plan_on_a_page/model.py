"""The plan on a page: what the councils are for, their priorities, the results, and who."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from cadre.analysis.coverage import Coverage, present_coverage
from cadre.analysis.facts import Facts
from cadre.analysis.priorities import groups_behind, leads_of
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.axis import axis
from cadre.viewpoints.board import Said
from cadre.viewpoints.fact_sheets import Fact, Section
from cadre.viewpoints.looks import UNSURE

_AIMS: Final = (
    ("vision", Text("Vision", "Vision")),
    ("call-to-action", Text("Call to action", "Appel à l’action")),
    ("objective", Text("Objective", "Objectif")),
)
_NO_LEAD: Final = Text("no lead recorded", "aucun responsable consigné")
_NO_GROUP: Final = Text("no group behind it", "aucun groupe à l’appui")
_NONE: Final = Text("none recorded", "rien de consigné")


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns of the plan, and what its title counts."""

    columns: tuple[tuple[Section, ...], ...]
    priorities: int
    unled: int
    unsupported: int
    has_vision: bool

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections, as they are read."""
        return tuple(section for column in self.columns for section in column)

    @property
    def keys(self) -> list[str]:
        """The elements that the plan is made of."""
        return [fact.key for section in self.sections for fact in section.facts if fact.key]


def plan_of(framework: Framework, as_of: date | None) -> Plan:
    """What for, which priorities, which results, where and who: a column each."""
    facts = Facts(framework, as_of)
    priorities = facts.keys(Trait.PRIORITY)
    unled = [key for key in priorities if not _leads(facts, key)]
    unsupported = [key for key in priorities if not _groups(facts, key)]
    coverage = present_coverage(facts)
    aims = _aims(facts)
    return Plan(
        columns=(
            (*aims, _principles(facts)),
            (_priorities(facts, priorities),),
            tuple(_results(facts)),
            (_areas(facts, coverage), _councils(facts)),
        ),
        priorities=len(priorities),
        unled=len(unled),
        unsupported=len(unsupported),
        has_vision=any(section.facts for section in aims[:1]),
    )


def _fact(facts: Facts, key: str, *says: Said) -> Fact:
    element = facts.elements[key]
    return Fact(element.name, says, key=key, is_sure=element.certainty not in UNSURE)


def _aims(facts: Facts) -> tuple[Section, ...]:
    found: list[Section] = []
    for kind, heading in _AIMS:
        keys = [key for key in facts.keys(Trait.AIM) if facts.elements[key].word("kind") == kind]
        own = tuple(_fact(facts, key) for key in keys)
        found.append(Section(heading, own, empty=_NONE, labelled=False))
    return tuple(found)


def _principles(facts: Facts) -> Section:
    """Aims of the kind principle, and those of a type that has no kinds at all."""
    keys = [
        key
        for key in facts.keys(Trait.AIM)
        if facts.elements[key].word("kind") in ("principle", "")
    ]
    own = tuple(_fact(facts, key) for key in keys)
    return Section(Text("Principles", "Principes"), own, empty=_NONE, labelled=False)


def _leads(facts: Facts, key: str) -> list[str]:
    return facts.in_order(link.source for link in leads_of(facts, key))


def _groups(facts: Facts, key: str) -> list[str]:
    return facts.in_order(link.source for link in groups_behind(facts, key))


def _priorities(facts: Facts, keys: tuple[str, ...]) -> Section:
    own: list[Fact] = []
    for key in keys:
        leads = _leads(facts, key)
        groups = _groups(facts, key)
        says = [
            Said(_listed(facts, Text("Led by", "Dirigée par"), leads), "quiet", shows=tuple(leads))
            if leads
            else Said(_NO_LEAD, "alarm"),
            Said(
                _listed(facts, Text("Supported by", "Appuyée par"), groups),
                "quiet",
                shows=tuple(groups),
            )
            if groups
            else Said(_NO_GROUP, "alarm"),
        ]
        own.append(_fact(facts, key, *says))
    return Section(Text("Priorities", "Priorités"), tuple(own), empty=_NONE, labelled=False)


def _listed(facts: Facts, start: Text, keys: list[str]) -> Text:
    names = [facts.elements[key].short_name for key in keys]
    return Text(
        f"{start.en} {', '.join(it.in_('en') for it in names)}",
        f"{start.fr} {', '.join(it.in_('fr') for it in names)}",
    )


def _results(facts: Facts) -> list[Section]:
    """Results by horizon, the nearest first; those of no horizon last."""
    framework = facts.framework
    horizons = {
        choice.key: choice.label
        for entry in framework.metamodel.types_with(Trait.OUTCOME)
        for attribute in [framework.metamodel.attributes(entry.key).get("horizon")]
        if attribute
        for choice in attribute.choices
    }
    by_horizon: dict[str, list[str]] = {key: [] for key in horizons}
    for key in facts.keys(Trait.OUTCOME):
        by_horizon.setdefault(facts.elements[key].word("horizon"), []).append(key)
    heading = Text("Results", "Résultats")
    found: list[Section] = []
    for horizon, keys in by_horizon.items():
        label = horizons.get(horizon, Text())
        name = Text(f"{heading.en}: {label.en}", f"{heading.fr} : {label.fr}") if label else heading
        if keys:
            own = tuple(_fact(facts, key) for key in keys)
            found.append(Section(name, own, labelled=False))
    return found or [Section(heading, (), empty=_NONE, labelled=False)]


def _areas(facts: Facts, coverage: Coverage) -> Section:
    groups = {one.area: one.groups for one in coverage.areas}
    most = max((len(own) for own in groups.values()), default=0)
    found: list[Fact] = []
    for step in axis(facts.framework):
        own = tuple(groups.get(step.key, ()))
        number = Text(str(len(own)), str(len(own)))
        said = Said(number, "plain" if own else "alarm", bar=len(own) / max(most, 1), shows=own)
        found.append(Fact(step.name, (said,), step=step, key=step.key))
    return Section(
        Text("Focus areas, and the groups at work", "Domaines d’intérêt et groupes à l’œuvre"),
        tuple(found),
        empty=_NONE,
        label_share=0.62,
    )


def _councils(facts: Facts) -> Section:
    """Each council with its groups; groups of no council are counted in none."""
    own: list[Fact] = []
    for key in facts.keys(Trait.STEERS):
        groups = [one for one in facts.present if (*facts.councils(one), "")[0] == key]
        counted = facts.counted(groups) if groups else Text("no group", "aucun groupe")
        own.append(_fact(facts, key, Said(counted, "quiet", shows=tuple(groups))))
    return Section(Text("Who", "Qui"), tuple(own), empty=_NONE, labelled=False)
