"""What the sheet of a priority says: what it is for, who carries it, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.priorities import groups_behind, leads_of, work_of
from cadre.core.graph import Element, Framework, Link
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import axis
from cadre.viewpoints.fact_sheets import Fact, Section, choice_of, named, said
from cadre.viewpoints.looks import UNSURE

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
    def has_areas(self) -> bool:
        """Whether any area is shown, stated or through a group."""
        return bool(self.right[0].facts)

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
    leads, does, could = leads_of(facts, key), groups_behind(facts, key), _could(facts, key)
    work = work_of(facts, key)
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
        supporters=len({link.source for link in does}),
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


def _could(facts: Facts, key: str) -> list[Link]:
    """The links of bodies that could support it and do not yet."""
    return [
        link for link in facts.links_to(key, LinkRole.SUPPORTS) if link.word("extent") == "could"
    ]


def _people(facts: Facts, heading: Text, links: list[Link]) -> Section:
    """Who is joined to it: dashed where the link is not sure, or who it is."""
    sure = {link.source: link.certainty not in UNSURE for link in links}
    own = tuple(
        Fact(facts.elements[key].name, key=key, is_sure=sure[key]) for key in facts.in_order(sure)
    )
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
    derived = {
        area
        for link in groups_behind(facts, key)
        for area in facts.targets(link.source, LinkRole.COVERS, Trait.AXIS)
    }
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
