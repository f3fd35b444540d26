"""What the sheet of a group says: what it is for, where it works, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.graph import Element, Framework, Link
from cadre.core.phrases import dated
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import axis
from cadre.viewpoints.board import Said
from cadre.viewpoints.fact_sheets import Fact, Section, choice_of, named, recorded, said
from cadre.viewpoints.looks import UNSURE

_COULD: Final = Text("could support", "pourrait appuyer")
_SUPPORTS: Final = Text("supports", "appuie")
_LEADS: Final = Text("leads", "dirige")


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """The sections of one group's sheet, and what its title counts."""

    key: str
    element: Element
    mandate: Section
    left: tuple[Section, ...]
    right: tuple[Section, ...]
    areas: int

    @property
    def sections(self) -> tuple[Section, ...]:
        """All of them, as they are read."""
        return (*self.left, *self.right)

    @property
    def told(self) -> int:
        """How many points of the mandate anybody has recorded."""
        return recorded(self.mandate.facts)


def sheet_of(framework: Framework, key: str, as_of: date | None) -> GroupSheet | None:
    """The sheet of a group, of the first one where none is named; None where there is none."""
    facts = Facts(framework, as_of)
    groups = facts.keys(Trait.WORKS)
    key = key or (groups[0] if groups else "")
    if not key:
        return None
    mandate = _mandate(facts, key)
    works_on = _works_on(facts, key)
    return GroupSheet(
        key=key,
        element=facts.elements[key],
        mandate=mandate,
        left=(_identity(facts, key), mandate, _members(facts, key)),
        right=(
            works_on,
            _serves(facts, key),
            *_assessments(facts, key),
            *_future(facts, key),
            _spoken_of(facts, key),
        ),
        areas=len(facts.targets(key, LinkRole.COVERS, Trait.AXIS)),
    )


# --- what it is ---------------------------------------------------------------------------------


def _identity(facts: Facts, key: str) -> Section:
    framework, element = facts.framework, facts.elements[key]
    parents = facts.in_order(facts.targets(key, LinkRole.PART_OF))
    others = tuple(Said(one.text) for one in element.also_known_as)
    times = facts.in_order(facts.targets(key, LinkRole.SCHEDULED_IN))
    return Section(
        Text("The group", "Le groupe"),
        (
            Fact(Text("Part of", "Fait partie de"), named(framework, parents)),
            Fact(Text("Kind", "Genre"), said(choice_of(framework, key, "kind"))),
            Fact(Text("Acronym", "Sigle"), said(element.text("acronym"))),
            Fact(Text("Also known as", "Aussi connu comme"), others),
            Fact(Text("Lifecycle", "Cycle de vie"), said(choice_of(framework, key, "lifecycle"))),
            Fact(Text("Standing", "Statut"), said(choice_of(framework, key, "standing"))),
            *((Fact(Text("Period", "Période"), named(framework, times)),) if times else ()),
        ),
    )


def _mandate(facts: Facts, key: str) -> Section:
    """The template of a mandate: what nobody recorded is a hole to fill."""
    framework, element = facts.framework, facts.elements[key]
    outputs = facts.in_order(facts.targets(key, LinkRole.PRODUCES))
    meetings = facts.in_order(facts.targets(key, LinkRole.TAKES_PART, Trait.MEETING))
    chairs = tuple(
        Said(_capacity(facts, seat)) for seat in _seats(facts, key) if _is_chair(facts, seat)
    )
    leads = facts.in_order(facts.sources(key, LinkRole.LEADS))
    starts, ends = element.date("starts"), element.date("ends")
    term = [dated(day) for day in (starts, ends) if day]
    return Section(
        Text("Mandate", "Mandat"),
        (
            Fact(
                Text("Purpose and scope", "Raison d’être et portée"), said(element.text("summary"))
            ),
            Fact(
                Text("Councils’ role", "Rôle des conseils"),
                said(choice_of(framework, key, "council-role")),
            ),
            Fact(Text("Deliverables", "Livrables"), named(framework, outputs, "dot")),
            Fact(Text("Led by", "Sous la direction de"), named(framework, leads, "dot")),
            Fact(Text("Co-chairs", "Coprésidence"), chairs),
            Fact(Text("Term", "Durée"), said(*term)),
            Fact(Text("Meetings", "Réunions"), named(framework, meetings, "dot")),
        ),
    )


def _seats(facts: Facts, key: str) -> list[str]:
    return facts.in_order(facts.sources(key, LinkRole.SITS_ON, Trait.SEAT))


def _is_chair(facts: Facts, seat: str) -> bool:
    """Whether a seat is that of a chair, as its capacity says in either language."""
    capacity = facts.elements[seat].text("capacity")
    return "chair" in capacity.en.casefold() or "présid" in capacity.fr.casefold()


def _capacity(facts: Facts, seat: str) -> Text:
    """Whom a seat is for: its government, and in which capacity."""
    governments = facts.in_order(facts.targets(seat, LinkRole.REPRESENTS))
    names = [facts.elements[one].short_name for one in governments] or [facts.elements[seat].name]
    capacity = facts.elements[seat].text("capacity")
    name = Text(", ".join(it.in_("en") for it in names), ", ".join(it.in_("fr") for it in names))
    if not capacity:
        return name
    return Text(
        f"{name.in_('en')} ({capacity.in_('en')})", f"{name.in_('fr')} ({capacity.in_('fr')})"
    )


def _members(facts: Facts, key: str) -> Section:
    seats = tuple(Fact(_capacity(facts, seat), key=seat) for seat in _seats(facts, key))
    return Section(
        Text("Members, by jurisdiction", "Membres, par administration"), seats, labelled=False
    )


# --- what it does -------------------------------------------------------------------------------


def _works_on(facts: Facts, key: str) -> Section:
    """What it does in each area; where it is said that it works there and not what, that is so."""
    steps = {step.key: step for step in axis(facts.framework)}
    links = {link.target: link for link in facts.links_from(key, LinkRole.COVERS)}
    found = [
        Fact(
            step.name,
            said(links[step.key].text("what")),
            step=step,
            is_sure=links[step.key].certainty not in UNSURE,
        )
        for step in steps.values()
        if step.key in links
    ]
    return Section(
        Text("Works on", "Travaille à"),
        tuple(found),
        empty=Text("no focus area", "aucun domaine d’intérêt"),
    )


def _serves(facts: Facts, key: str) -> Section:
    found = [
        Fact(
            _SUPPORTS if _does(link) else _COULD,
            named(facts.framework, [link.target]),
            is_sure=link.certainty not in UNSURE,
        )
        for link in facts.links_from(key, LinkRole.SUPPORTS)
    ]
    found += [
        Fact(
            _LEADS,
            named(facts.framework, [link.target]),
            is_sure=link.certainty not in UNSURE,
        )
        for link in facts.links_from(key, LinkRole.LEADS)
    ]
    return Section(
        Text("Priorities and work", "Priorités et travaux"),
        tuple(found),
        empty=Text("none recorded", "rien de consigné"),
    )


def _does(link: Link) -> bool:
    return link.word("extent") != "could"


def _assessments(facts: Facts, key: str) -> list[Section]:
    found: list[Section] = []
    for one in facts.in_order(facts.sources(key, LinkRole.ASSESSES, Trait.JUDGEMENT)):
        element = facts.elements[one]
        stated = element.number("areas-stated")
        covered = len(facts.targets(key, LinkRole.COVERS, Trait.AXIS))
        number = Text()
        if stated is not None:
            number = Text(
                f"{stated:g} stated, {covered} found", f"{stated:g} énoncés, {covered} trouvés"
            )
        found.append(
            Section(
                Text("As assessed", "Selon l’évaluation"),
                (
                    Fact(Text("Assessment", "Évaluation"), said(element.text("text")), key=one),
                    Fact(Text("Engagement", "Engagement"), said(element.text("engagement"))),
                    Fact(Text("Focus areas", "Domaines d’intérêt"), said(number)),
                    Fact(Text("Fit", "Correspondance"), said(element.text("alignment"))),
                    Fact(Text("Impact", "Répercussions"), said(element.text("impact"))),
                    Fact(
                        Text("Suggested actions", "Mesures suggérées"),
                        said(element.text("suggested-actions")),
                    ),
                ),
            )
        )
    return found


def _future(facts: Facts, key: str) -> list[Section]:
    found: list[Fact] = []
    framework = facts.framework
    for one in facts.in_order(facts.sources(key, LinkRole.CONCERNS, Trait.TRANSITION)):
        element = facts.elements[one]
        says = said(choice_of(framework, one, "disposition"), element.text("rationale"))
        found.append(Fact(Text("Disposition", "Disposition"), says, key=one))
    onward = facts.in_order(facts.targets(key, LinkRole.CONTINUES_AS))
    if onward:
        found.append(Fact(Text("Continues as", "Se poursuit comme"), named(framework, onward)))
    if not found:
        return []
    return [Section(Text("What becomes of it", "Ce qu’il devient"), tuple(found))]


def _spoken_of(facts: Facts, key: str) -> Section:
    """What concerns it: recommendations, decisions, overlaps that are stated, ties outside."""
    framework = facts.framework
    decided = facts.in_order(facts.sources(key, LinkRole.CONCERNS, Trait.DECISION))
    beside = facts.in_order(
        [
            *facts.targets(key, LinkRole.OVERLAPS_WITH),
            *facts.sources(key, LinkRole.OVERLAPS_WITH),
        ]
    )
    outside = facts.in_order(facts.targets(key, LinkRole.TIED_TO))
    below = facts.in_order(facts.targets(key, LinkRole.OVERSEES))
    above = facts.in_order(facts.sources(key, LinkRole.OVERSEES))
    facts_ = (
        Fact(Text("Overlaps with", "Recoupe"), named(framework, beside, "dot")),
        Fact(
            Text("Recommendations and decisions", "Recommandations et décisions"),
            named(framework, decided, "dot"),
        ),
        Fact(Text("Tied to", "Lié à"), named(framework, outside, "dot")),
        Fact(Text("Oversees", "Supervise"), named(framework, below, "dot")),
        Fact(Text("Overseen by", "Supervisé par"), named(framework, above, "dot")),
    )
    return Section(
        Text("What concerns it", "Ce qui le concerne"),
        tuple(fact for fact in facts_ if fact.says),
        empty=Text("nothing recorded", "rien de consigné"),
    )
