"""Which roles the councils have: of the work that is recorded, and of the groups that do it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.attributes import Choice
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.roles import role_choices

NO_ROLE: Final = ""
"""Stands for what has no role, among the keys of roles."""
_AREA: Final = (LinkRole.IN_FOCUS_AREA, LinkRole.COVERS)


@dataclass(frozen=True, slots=True)
class Row:
    """An area, or None for what is in none, with the elements of each role."""

    step: Step | None
    held: dict[str, tuple[str, ...]]

    def of(self, role: str) -> tuple[str, ...]:
        """Those that have a role."""
        return self.held.get(role, ())


@dataclass(frozen=True, slots=True)
class Part:
    """Work, or groups: all of them by role, and by area."""

    trait: Trait
    everything: dict[str, tuple[str, ...]]
    rows: tuple[Row, ...]

    @property
    def total(self) -> int:
        """How many elements there are."""
        return sum(len(keys) for keys in self.everything.values())

    def count(self, role: str) -> int:
        """How many have a role."""
        return len(self.everything.get(role, ()))


@dataclass(frozen=True, slots=True)
class Mix:
    """The roles that there are, and who and what has them."""

    roles: tuple[Choice, ...]
    parts: tuple[Part, ...]
    names: dict[str, Text]

    @property
    def total(self) -> int:
        """How many elements may have a role."""
        return sum(part.total for part in self.parts)

    def count(self, role: str) -> int:
        """How many have a role, work and groups together."""
        return sum(part.count(role) for part in self.parts)


def mix_of(framework: Framework) -> Mix:
    """The roles of all work and of all groups; what is in several areas is counted in each."""
    facts = Facts(framework)
    roles = tuple(role_choices(framework).values())
    known = {choice.key for choice in roles}
    steps = axis(framework)
    parts = tuple(
        _part(facts, trait, steps, known)
        for trait in (Trait.WORK, Trait.WORKS)
        if facts.keys(trait)
    )
    keys = {key for part in parts for own in part.everything.values() for key in own}
    return Mix(roles, parts, {key: facts.elements[key].short_name for key in keys})


def _part(facts: Facts, trait: Trait, steps: tuple[Step, ...], known: set[str]) -> Part:
    keys = facts.keys(trait)
    areas = {key: set(_areas(facts, key)) for key in keys}
    rows = [
        Row(step, _by_role(facts, known, (k for k in keys if step.key in areas[k])))
        for step in steps
    ]
    nowhere = [key for key in keys if areas[key].isdisjoint(step.key for step in steps)]
    if nowhere:
        rows.append(Row(None, _by_role(facts, known, nowhere)))
    return Part(trait, _by_role(facts, known, keys), tuple(rows))


def _areas(facts: Facts, key: str) -> Iterable[str]:
    return (area for role in _AREA for area in facts.targets(key, role, Trait.AXIS))


def _by_role(facts: Facts, known: set[str], keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        role = facts.elements[key].word("council-role")
        found.setdefault(role if role in known else NO_ROLE, []).append(key)
    return {role: tuple(own) for role, own in found.items()}
