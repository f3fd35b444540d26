"""Effort and reach: what each government and each council carries, as far as it is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cadre.analysis.facts import Facts
from cadre.core.attributes import ELEMENT_ATTRIBUTES, Attribute
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import TRAIT_ATTRIBUTES, LinkRole, Trait
from cadre.core.values import Kind
from cadre.viewpoints.axis import axis


@dataclass(frozen=True, slots=True)
class Bearer:
    """A government or a council, with the elements that it carries, by what they are."""

    key: str
    name: Text
    seats: tuple[str, ...] = ()
    """For a government: the groups on which it has a seat, one for each seat."""
    groups: tuple[str, ...] = ()
    """For a council: the groups that are part of it."""
    leads: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    resources: tuple[tuple[Text, float], ...] = ()
    """People, money or whatever else a framework's own numbers count, with their sums."""

    @property
    def is_idle(self) -> bool:
        """Whether nothing is recorded that it carries."""
        return not (self.seats or self.groups or self.leads or self.outputs)


@dataclass(frozen=True, slots=True)
class Effort:
    """All governments in their fixed order, all councils in theirs, and what things are called."""

    governments: tuple[Bearer, ...]
    councils: tuple[Bearer, ...]
    names: dict[str, Text]

    @property
    def has_resources(self) -> bool:
        """Whether people, money or the like are recorded anywhere."""
        return any(one.resources for one in self.bearers)

    @property
    def bearers(self) -> tuple[Bearer, ...]:
        """All of them."""
        return (*self.governments, *self.councils)


def effort_of(framework: Framework) -> Effort:
    """What each government and council carries: seats, leads, areas reached, deliverables."""
    facts = Facts(framework)
    governments = sorted(facts.keys(Trait.GOVERNMENT), key=lambda key: _place(facts, key))
    found = Effort(
        tuple(_government(facts, key) for key in governments),
        tuple(_council(facts, key) for key in facts.keys(Trait.STEERS)),
        {},
    )
    told = dict.fromkeys(
        key
        for one in found.bearers
        for key in (*one.seats, *one.groups, *one.leads, *one.areas, *one.outputs)
    )
    names = {key: facts.elements[key].short_name for key in told}
    return Effort(found.governments, found.councils, names)


def _place(facts: Facts, key: str) -> tuple[float, float, str]:
    """Governments stand in the fixed order that they have given themselves."""
    fixed = facts.elements[key].number("fixed-order")
    order = facts.elements[key].number("order")
    last = float("inf")
    return (last if fixed is None else fixed, last if order is None else order, key)


def _government(facts: Facts, key: str) -> Bearer:
    own = facts.in_order(facts.sources(key, LinkRole.REPRESENTS, Trait.SEAT))
    seats = [body for seat in own for body in facts.in_order(facts.targets(seat, LinkRole.SITS_ON))]
    leads, outputs = _leads(facts, [key]), _outputs(facts, [key])
    return Bearer(
        key=key,
        name=facts.elements[key].name,
        seats=tuple(seats),
        leads=leads,
        areas=_areas(facts, seats),
        outputs=outputs,
        resources=_resources(facts, [key, *own, *leads, *outputs]),
    )


def _council(facts: Facts, key: str) -> Bearer:
    groups = [one for one in facts.present if (*facts.councils(one), "")[0] == key]
    leads, outputs = _leads(facts, [key, *groups]), _outputs(facts, [key, *groups])
    return Bearer(
        key=key,
        name=facts.elements[key].name,
        groups=tuple(groups),
        leads=leads,
        areas=_areas(facts, groups),
        outputs=outputs,
        resources=_resources(facts, [key, *groups, *leads, *outputs]),
    )


def _leads(facts: Facts, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(facts.in_order(one for key in keys for one in facts.targets(key, LinkRole.LEADS)))


def _areas(facts: Facts, groups: Iterable[str]) -> tuple[str, ...]:
    """The areas that these groups work on, in the order of the axis."""
    reached = {
        area for group in groups for area in facts.targets(group, LinkRole.COVERS, Trait.AXIS)
    }
    return tuple(step.key for step in axis(facts.framework) if step.key in reached)


def _outputs(facts: Facts, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        facts.in_order(one for key in keys for one in facts.targets(key, LinkRole.PRODUCES))
    )


def _resources(facts: Facts, keys: Iterable[str]) -> tuple[tuple[Text, float], ...]:
    """The sums of the numbers that the framework's own types have beside those of their traits.

    The kernel counts neither people nor money: a framework that does has attributes of its own
    for them, on seats, groups, work or deliverables, and each thing counts once.
    """
    sums: dict[str, float] = {}
    labels: dict[str, Text] = {}
    for key in dict.fromkeys(keys):
        element = facts.elements[key]
        for attribute in _own_numbers(facts.framework, element.type):
            value = element.number(attribute.key)
            if value is not None:
                sums[attribute.key] = sums.get(attribute.key, 0.0) + value
                _ = labels.setdefault(attribute.key, attribute.label)
    return tuple((labels[name], total) for name, total in sums.items())


def _own_numbers(framework: Framework, type_key: str) -> list[Attribute]:
    entry = framework.metamodel.element_types.get(type_key)
    if entry is None:
        return []
    brought = {one.key for trait in entry.traits for one in TRAIT_ATTRIBUTES[trait]}
    brought |= {one.key for one in ELEMENT_ATTRIBUTES}
    return [one for one in entry.attributes if one.kind is Kind.NUMBER and one.key not in brought]
