"""What the sheet of a priority says: what it is for, who carries it, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.graph import Element, Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import axis
from cadre.viewpoints.fact_sheets import Fact, Section, choice_of, named, said

_NOBODY: Final = Text("nobody recorded", "personne de consigné")
_NOTHING: Final = Text("nothing recorded", "rien de consigné")


@dataclass(frozen=True, slots=True)
class PrioritySheet:
    """The sections of one priority's sheet, and what its title counts."""

    key: str
    element: Element
    left: tuple[Section, ...]
    right: tuple[Section, ...]
    leads: int
    supporters: int
    work: int

    @property
    def sections(self) -> tuple[Section, ...]:
        """All of them, as they are read."""
        return (*self.left, *self.right)


def sheet_of(framework: Framework, key: str) -> PrioritySheet | None:
    """The sheet of a priority, of the first one where none is named; None where there is none."""
    facts = Facts(framework)
    priorities = facts.keys(Trait.PRIORITY)
    key = key or (priorities[0] if priorities else "")
    if not key:
        return None
    owners = facts.in_order(facts.sources(key, LinkRole.LEADS, Trait.STEERS))
    leads = [one for one in facts.in_order(facts.sources(key, LinkRole.LEADS)) if one not in owners]
    does, could = _supporters(facts, key)
    work = _work(facts, key)
    return PrioritySheet(
        key=key,
        element=facts.elements[key],
        left=(
            _statement(facts, key, owners),
            _people(facts, Text("Leads", "Responsables"), leads),
            _people(facts, Text("Groups that support it", "Groupes qui l’appuient"), does),
            _people(
                facts,
                Text("Groups that could support it", "Groupes qui pourraient l’appuyer"),
                could,
            ),
        ),
        right=(
            _areas(facts, key),
            _list(facts, Text("Results it leads to", "Résultats visés"), _results(facts, key)),
            _list(facts, Text("Work plan and work", "Plan de travail et travaux"), work),
            _list(
                facts,
                Text("Recommendations and decisions", "Recommandations et décisions"),
                facts.in_order(facts.sources(key, LinkRole.CONCERNS, Trait.DECISION)),
            ),
            _list(
                facts,
                Text("Ties outside the councils", "Liens hors des conseils"),
                facts.in_order(facts.targets(key, LinkRole.TIED_TO)),
            ),
        ),
        leads=len(leads),
        supporters=len(does),
        work=len(work),
    )


def _statement(facts: Facts, key: str, owners: list[str]) -> Section:
    framework, element = facts.framework, facts.elements[key]
    return Section(
        Text("The priority", "La priorité"),
        (
            Fact(Text("Statement", "Énoncé"), said(element.text("statement"))),
            Fact(Text("Standing", "Statut"), said(choice_of(framework, key, "standing"))),
            Fact(Text("Council", "Conseil"), named(framework, owners)),
        ),
    )


def _supporters(facts: Facts, key: str) -> tuple[list[str], list[str]]:
    """The bodies that support it, and those that could."""
    does: list[str] = []
    could: list[str] = []
    for link in facts.links_to(key, LinkRole.SUPPORTS):
        (could if link.word("extent") == "could" else does).append(link.source)
    return facts.in_order(does), facts.in_order(could)


def _people(facts: Facts, heading: Text, keys: list[str]) -> Section:
    own = tuple(Fact(facts.elements[key].name, key=key) for key in keys)
    return Section(heading, own, empty=_NOBODY, labelled=False)


def _list(facts: Facts, heading: Text, keys: list[str]) -> Section:
    own = tuple(
        Fact(facts.elements[key].name, said(facts.elements[key].text("statement")), key=key)
        for key in keys
    )
    return Section(heading, own, empty=_NOTHING, labelled=False)


def _areas(facts: Facts, key: str) -> Section:
    """The areas it is said to be in, and those that the groups that support it work on."""
    stated = set(facts.targets(key, LinkRole.IN_FOCUS_AREA, Trait.AXIS))
    does, _ = _supporters(facts, key)
    derived = {area for group in does for area in facts.targets(group, LinkRole.COVERS, Trait.AXIS)}
    told = Text("stated", "énoncé")
    worked_out = Text("through the groups that support it", "par les groupes qui l’appuient")
    found = tuple(
        Fact(step.name, said(told if step.key in stated else worked_out), step=step)
        for step in axis(facts.framework)
        if step.key in stated | derived
    )
    return Section(
        Text("Focus areas", "Domaines d’intérêt"),
        found,
        empty=Text("none stated and none through a group", "aucun énoncé, ni par un groupe"),
    )


def _results(facts: Facts, key: str) -> list[str]:
    return facts.in_order(facts.targets(key, LinkRole.CONTRIBUTES_TO, Trait.OUTCOME))


def _work(facts: Facts, key: str) -> list[str]:
    """Work that contributes to it, concerns it or is part of it."""
    roles = (LinkRole.SERVES, LinkRole.CONCERNS, LinkRole.PART_OF, LinkRole.CONTRIBUTES_TO)
    return facts.in_order(
        one for role in roles for one in facts.sources(key, role, Trait.WORK, Trait.OUTPUT)
    )
