"""The structure of the councils: every body in its layer, beside what it is part of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.fact_sheets import choice_of
from cadre.viewpoints.looks import UNSURE

NEW, EXTERNAL = "new", "external"
COUNCILS: Final = Text("Councils", "Conseils")
GROUPS: Final = Text("Groups", "Groupes")
OUTSIDE: Final = Text("Outside the councils", "Hors des conseils")
OTHERS: Final = Text("Other bodies", "Autres organes")
NO_AREA: Final = Text("No focus area", "Sans domaine")
NO_COUNCIL: Final = Text("No council", "Sans conseil")
_AREAS: Final = (LinkRole.COVERS, LinkRole.IN_FOCUS_AREA)
_MOST_IN_ONE: Final = 8
"""A layer of more bodies than this is parted, by area or by council."""


@dataclass(frozen=True, slots=True)
class Body:
    """One body, with all that its card says."""

    key: str
    name: Text
    kind: Text
    layer: str
    role: str
    standing: str
    parents: tuple[str, ...]
    overseers: tuple[str, ...]
    phases: tuple[str, ...]
    areas: tuple[str, ...]
    is_open: bool
    is_over: bool
    is_sure: bool
    lifecycle: Text


@dataclass(frozen=True, slots=True)
class Row:
    """Bodies of one band that belong together: of one area, of one council, or all of it."""

    label: Text
    step: Step | None
    bodies: tuple[Body, ...]
    council: str = ""
    """The council that the row is of: its cards need not say so again."""


@dataclass(frozen=True, slots=True)
class Band:
    """A layer, or what stands in for one where bodies have none."""

    label: Text
    rows: tuple[Row, ...]

    @property
    def bodies(self) -> tuple[Body, ...]:
        """All bodies of the band."""
        return tuple(body for row in self.rows for body in row.bodies)


@dataclass(frozen=True, slots=True)
class Structure:
    """The bands from top to bottom, and what bodies and phases are called."""

    bands: tuple[Band, ...]
    names: dict[str, Text]
    groups: int
    councils: int
    hidden: int

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Every body that is shown."""
        return tuple(body for band in self.bands for body in band.bodies)


def structure_of(framework: Framework, phase: str, as_of: date | None) -> Structure:
    """Every body in its layer; with a phase, without those that are scheduled in others alone."""
    facts = Facts(framework, as_of)
    keys = [key for key in facts.keys(Trait.BODY) if not facts.has(key, Trait.GOVERNMENT)]
    every = [_body(facts, key) for key in keys]
    shown = [one for one in every if not phase or not one.phases or phase in one.phases]
    spoken = {
        key for one in shown for key in (*one.parents, *one.overseers, *one.phases, *one.areas)
    }
    works = [one for one in shown if facts.has(one.key, Trait.WORKS)]
    return Structure(
        tuple(_bands(facts, shown)),
        {key: facts.elements[key].short_name for key in spoken},
        groups=len(works),
        councils=sum(facts.has(one.key, Trait.STEERS) for one in shown),
        hidden=len(every) - len(shown),
    )


def _body(facts: Facts, key: str) -> Body:
    framework, element = facts.framework, facts.elements[key]
    areas = {area for role in _AREAS for area in facts.targets(key, role, Trait.AXIS)}
    return Body(
        key=key,
        name=element.short_name,
        kind=choice_of(framework, key, "kind"),
        layer=element.word("layer"),
        role=element.word("council-role"),
        standing=element.word("standing"),
        parents=tuple(facts.in_order(facts.targets(key, LinkRole.PART_OF))),
        overseers=tuple(facts.in_order(facts.sources(key, LinkRole.OVERSEES))),
        phases=tuple(facts.in_order(facts.targets(key, LinkRole.SCHEDULED_IN, Trait.TIME))),
        areas=tuple(step.key for step in axis(framework) if step.key in areas),
        is_open=element.flag("placeholder"),
        is_over=facts.is_over(key),
        is_sure=element.certainty not in UNSURE,
        lifecycle=choice_of(framework, key, "lifecycle"),
    )


# --- bands --------------------------------------------------------------------------------------


def _bands(facts: Facts, shown: list[Body]) -> Iterable[Band]:
    """The layers in their order, then councils, groups, outside bodies and others of no layer."""
    layers = _layers(facts.framework)
    for layer, label in layers.items():
        own = [one for one in shown if one.layer == layer]
        if own:
            yield Band(label, tuple(_rows(facts, own)))
    rest = [one for one in shown if one.layer not in layers]
    for trait, label in (
        (Trait.STEERS, COUNCILS),
        (Trait.WORKS, GROUPS),
        (Trait.OUTSIDE, OUTSIDE),
    ):
        own = [one for one in rest if facts.has(one.key, trait)]
        rest = [one for one in rest if one not in own]
        if own:
            yield Band(label, tuple(_by_council(facts, own) if trait is Trait.WORKS else _one(own)))
    if rest:
        yield Band(OTHERS, _one(rest))


def _layers(framework: Framework) -> dict[str, Text]:
    return {
        choice.key: choice.label
        for entry in framework.metamodel.types_with(Trait.BODY)
        for attribute in [framework.metamodel.attributes(entry.key).get("layer")]
        if attribute
        for choice in attribute.choices
    }


def _one(bodies: list[Body]) -> tuple[Row, ...]:
    return (Row(Text(), None, tuple(bodies)),)


def _rows(facts: Facts, bodies: list[Body]) -> tuple[Row, ...]:
    """A large layer by area where most of its bodies have one, else all in one."""
    if len(bodies) <= _MOST_IN_ONE or sum(bool(one.areas) for one in bodies) * 2 < len(bodies):
        return _one(bodies)
    found: list[Row] = []
    for step in axis(facts.framework):
        # One that works in several areas stands in the first of them.
        own = tuple(one for one in bodies if one.areas and one.areas[0] == step.key)
        if own:
            found.append(Row(step.name, step, own))
    rest = tuple(one for one in bodies if not one.areas)
    return (*found, Row(NO_AREA, None, rest)) if rest else tuple(found)


def _by_council(facts: Facts, bodies: list[Body]) -> tuple[Row, ...]:
    found: dict[str, list[Body]] = {key: [] for key in (*facts.keys(Trait.STEERS), "")}
    for one in bodies:
        found[(*facts.councils(one.key), "")[0]].append(one)
    return tuple(
        Row(facts.elements[key].short_name if key else NO_COUNCIL, None, tuple(own), key)
        for key, own in found.items()
        if own
    )
