"""How far groups' work reaches each focus area: as computed, and as somebody stated it.

Computed, on five steps, from the links by which groups cover an area: none; one group; few (two
or three groups of one council); several (two councils, or four groups); broad (half of the groups
and every council). Stated: a choice of the framework's own, each with its step as data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.primitives.coverage import Covered
from cadre.analysis.primitives.coverage import coverage as covered
from cadre.analysis.primitives.ways import Ways, held_to, mask_of, of_roles
from cadre.analysis.rule import Threshold
from cadre.core.attributes import Choice
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import COVERAGE_STEPS, LinkRole, Trait

NONE, ONE, FEW, SEVERAL, BROAD = range(5)

SEVERAL_GROUPS: Final = Threshold(
    "coverage-several-groups",
    4,
    Text(
        "Number of groups from which coverage is several, whatever their councils",
        "Nombre de groupes à partir duquel la couverture est «\u00a0plusieurs\u00a0», quels que "
        "soient les conseils",
    ),
)
SEVERAL_COUNCILS: Final = Threshold(
    "coverage-several-councils",
    2,
    Text(
        "Number of councils from which coverage is several",
        "Nombre de conseils à partir duquel la couverture est «\u00a0plusieurs\u00a0»",
    ),
)
BROAD_SHARE: Final = Threshold(
    "coverage-broad-share",
    0.5,
    Text(
        "Share of all groups from which coverage is broad, when every council is there too",
        "Part de tous les groupes à partir de laquelle la couverture est étendue, si chaque "
        "conseil y est aussi",
    ),
)
THRESHOLDS: Final = (SEVERAL_GROUPS, SEVERAL_COUNCILS, BROAD_SHARE)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a judgement states of the coverage of an area. `step` is None where data gives none."""

    judgement: str
    level: str
    label: Text
    step: int | None


@dataclass(frozen=True, slots=True)
class AreaCoverage:
    """The coverage of one focus area on both scales.

    `groups` work in it or in a part of it; `councils` are those of the groups, where known.
    """

    area: str
    groups: tuple[str, ...]
    councils: tuple[str, ...]
    step: int
    stated: tuple[Statement, ...]

    @property
    def label(self) -> Text:
        """The computed step in a word."""
        return COVERAGE_STEPS[self.step].label


@dataclass(frozen=True, slots=True)
class GroupCoverage:
    """The areas of one group: those found, and how many a judgement states, if any does."""

    group: str
    areas: tuple[str, ...]
    areas_stated: int | None
    judgement: str


def coverage(framework: Framework, as_of: date | None = None) -> tuple[AreaCoverage, ...]:
    """The coverage of every focus area, in their order, by the bodies that last in this state."""
    return Facts(framework, as_of).once(lasting_coverage).areas


def group_coverage(framework: Framework, as_of: date | None = None) -> tuple[GroupCoverage, ...]:
    """The areas of every group, in their order, found and stated."""
    return Facts(framework, as_of).once(lasting_coverage).groups


def below(framework: Framework) -> Mapping[str, tuple[str, ...]]:
    """By focus area, itself and all its parts, however deep: where work counts for its coverage.

    In the order of the framework, the area itself first. A circle of parts is part of itself once.
    """
    order = framework.keys(Trait.AXIS)
    row_of = {key: row for key in order if (row := framework.row(key)) is not None}
    axis, size = mask_of(framework, Trait.AXIS), len(framework)
    parts = held_to(of_roles(framework, LinkRole.PART_OF), axis, axis)
    itself = Ways.of(((row, row) for row in row_of.values()), size)
    found = covered(itself, parts, Ways.of((), size)).bodies
    keys = framework.columns.keys
    place = {key: number for number, key in enumerate(order)}
    return {
        key: (
            key,
            *sorted((keys[one] for one in found.of(row) if one != row), key=place.__getitem__),
        )
        for key, row in row_of.items()
    }


class Coverage:
    """The coverage by some bodies of a framework."""

    def __init__(self, facts: Facts, bodies: Iterable[str]) -> None:
        self._facts = facts
        self._bodies = frozenset(bodies)

    @cached_property
    def areas(self) -> tuple[AreaCoverage, ...]:
        """The coverage of every focus area, in their order."""
        return tuple(self._area(key) for key in self._facts.keys(Trait.AXIS))

    @cached_property
    def groups(self) -> tuple[GroupCoverage, ...]:
        """The areas of every group of the framework, in their order."""
        return tuple(self._group(key) for key in self._facts.keys(Trait.WORKS))

    @cached_property
    def _covered(self) -> Covered:
        facts = self._facts
        covers = held_to(facts.ways(LinkRole.COVERS), sources=facts.mask_of(self._bodies))
        parts = held_to(facts.ways(LinkRole.PART_OF), sources=facts.mask(Trait.AXIS))
        return covered(covers, parts, facts.steering)

    def _area(self, area: str) -> AreaCoverage:
        facts, found = self._facts, self._covered
        [row] = facts.rows([area])
        groups = facts.in_order(facts.keys_at(found.bodies.of(row)))
        councils = facts.in_order(facts.keys_at(found.councils.of(row)))
        step = self._step(len(groups), councils)
        return AreaCoverage(
            area, tuple(groups), tuple(councils), step, self._statements.get(area, ())
        )

    def _step(self, groups: int, councils: Iterable[str]) -> int:
        there = set(councils)
        if groups < FEW:
            return groups
        if groups >= BROAD_SHARE.of(self._facts) * len(self._bodies) and self._councils <= there:
            return BROAD
        if groups >= SEVERAL_GROUPS.of(self._facts) or len(there) >= SEVERAL_COUNCILS.of(
            self._facts
        ):
            return SEVERAL
        return FEW

    @cached_property
    def _councils(self) -> frozenset[str]:
        """Every council that has a group at all."""
        return frozenset(council for key in self._bodies for council in self._facts.councils(key))

    @cached_property
    def _statements(self) -> Mapping[str, tuple[Statement, ...]]:
        found: dict[str, tuple[Statement, ...]] = {}
        facts = self._facts
        for key in facts.keys(Trait.JUDGEMENT):
            level = facts.elements[key].word("level")
            areas, bodies = assessed(facts, key)
            if level and len(areas) == 1 and not bodies:
                statement = _statement(facts, key, level)
                found[areas[0]] = (*found.get(areas[0], ()), statement)
        return found

    def _group(self, group: str) -> GroupCoverage:
        facts = self._facts
        areas = facts.in_order(facts.targets(group, LinkRole.COVERS, Trait.AXIS))
        for key in facts.sources(group, LinkRole.ASSESSES, Trait.JUDGEMENT):
            stated = facts.elements[key].number("areas-stated")
            on_areas, bodies = assessed(facts, key)
            if stated is not None and not on_areas and bodies == [group]:
                return GroupCoverage(group, tuple(areas), round(stated), key)
        return GroupCoverage(group, tuple(areas), None, "")


def lasting_coverage(facts: Facts) -> Coverage:
    """The coverage by the bodies that stand once this state has come about."""
    return Coverage(facts, facts.lasting)


def present_coverage(facts: Facts) -> Coverage:
    """The coverage by the bodies at work as things stand."""
    if facts.present == facts.lasting:
        return facts.once(lasting_coverage)
    return Coverage(facts, facts.present)


def assessed(facts: Facts, judgement: str) -> tuple[list[str], list[str]]:
    """The areas that a judgement is on, and the bodies it assesses or names as candidates."""
    return facts.once(_all_assessed)[judgement]


def _all_assessed(facts: Facts) -> dict[str, tuple[list[str], list[str]]]:
    found: dict[str, tuple[list[str], list[str]]] = {}
    for key in facts.keys(Trait.JUDGEMENT):
        targets = facts.in_order(
            [
                *facts.targets(key, LinkRole.ASSESSES, Trait.AXIS, Trait.BODY),
                *facts.targets(key, LinkRole.CONCERNS, Trait.BODY),
            ]
        )
        found[key] = (
            [one for one in targets if facts.has(one, Trait.AXIS)],
            [one for one in targets if facts.has(one, Trait.BODY)],
        )
    return found


def _statement(facts: Facts, judgement: str, level: str) -> Statement:
    entry = facts.framework.type_of(judgement)
    attributes = facts.framework.metamodel.attributes(entry.key) if entry else {}
    attribute = attributes.get("level")
    choice: Choice | None = attribute.choice(level) if attribute else None
    label = choice.label if choice else Text(level, level)
    return Statement(judgement, level, label, choice.step if choice else None)
