"""What the gap matrix shows, before anybody thinks of where it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cadre.analysis.coverage import AreaCoverage, Coverage, assessed, lasting_coverage
from cadre.analysis.facts import Facts
from cadre.core.attributes import Choice
from cadre.core.graph import LAST, Element, Framework, Link
from cadre.core.text import Text
from cadre.core.traits import MARKS, LinkRole, Trait
from cadre.viewpoints.axis import Step, axis

UNSURE: Final = frozenset({"medium", "low"})
_NO_COUNCIL: Final = Text("No council", "Sans conseil")
_GOOD: Final = 3
"""From this step on, a stated coverage is called good."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A group at work in an area: what it does there, and a level only where one is stated."""

    link: Link
    what: Text
    unsure: bool
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A row: a group, how deep it stands in another one, and its cells by area."""

    key: str
    name: Text
    depth: int
    lifecycle: str
    counts: bool
    """Whether its work counts: not that of a group that has ended or gives way to another."""
    role: Choice | None
    cells: Mapping[str, Cell]
    idle: bool
    """Whether neither it nor a part of it is at work anywhere."""
    stated: int | None = None

    @property
    def found(self) -> int:
        """In how many areas it is at work."""
        return len(self.cells)

    @property
    def difference(self) -> int | None:
        """Areas found less areas stated, where somebody stated a number."""
        return None if self.stated is None else self.found - self.stated


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one council; those of none stand in a section without a key."""

    key: str
    name: Text
    full_name: Text
    mark: str
    members: tuple[Member, ...]

    @property
    def lifecycle(self) -> str:
        """The lifecycle that all its groups share, if they do."""
        shared = {member.lifecycle for member in self.members}
        return shared.pop() if len(shared) == 1 else ""


@dataclass(frozen=True, slots=True)
class Unattributed:
    """Work that some group does, nobody knows which: the judgement that says so."""

    key: str
    name: Text
    what: Text
    certainty: str


@dataclass(frozen=True, slots=True)
class Column:
    """An area with what is counted, computed and stated of it."""

    step: Step
    groups: tuple[str, ...]
    computed: int
    stated: int | None
    stated_as: Text
    stated_unsure: bool
    disagrees: bool
    unattributed: tuple[Unattributed, ...]

    @property
    def key(self) -> str:
        """The key of the area."""
        return self.step.key

    @property
    def difference(self) -> int | None:
        """Computed less stated, in steps, where something is stated."""
        return None if self.stated is None else self.computed - self.stated


@dataclass(frozen=True, slots=True)
class Matrix:
    """Sections of rows, and columns."""

    sections: tuple[Section, ...]
    columns: tuple[Column, ...]
    provenances: tuple[str, ...]

    def members(self) -> Iterator[Member]:
        """All rows in their order."""
        for section in self.sections:
            yield from section.members

    def cells(self) -> Iterator[tuple[Section, Member, Column, Cell]]:
        """All filled cells, row by row."""
        for section in self.sections:
            for member in section.members:
                for column in self.columns:
                    cell = member.cells.get(column.key)
                    if cell is not None:
                        yield section, member, column, cell


def matrix_of(framework: Framework, as_of: date | None = None) -> Matrix:
    """The matrix of a framework: what every group does in every area, counted and compared."""
    facts = Facts(framework, as_of)
    counted = facts.once(lasting_coverage)
    stated = {one.group: one.areas_stated for one in counted.groups}
    open_work = _unattributed(facts)
    columns = tuple(
        _column(facts, step, area, open_work.get(step.key, ()))
        for step, area in zip(_steps(framework, counted), counted.areas, strict=True)
    )
    sections = tuple(_sections(facts, stated))
    provenances = [link.provenance for link in facts.links(LinkRole.COVERS)]
    drawn = facts.keys(Trait.JUDGEMENT, Trait.WORKS)
    provenances += [facts.elements[key].provenance for key in drawn]
    return Matrix(sections, columns, tuple(sorted(set(provenances))))


def _steps(framework: Framework, counted: Coverage) -> list[Step]:
    steps = {step.key: step for step in axis(framework)}
    return [steps[area.area] for area in counted.areas]


def _column(
    facts: Facts, step: Step, area: AreaCoverage, unattributed: tuple[Unattributed, ...]
) -> Column:
    best = max(
        (one for one in area.stated if one.step is not None),
        key=lambda one: (one.step or 0, one.judgement),
        default=None,
    )
    stated = best.step if best else None
    gap = 0 if stated is None else abs(area.step - stated)
    return Column(
        step=step,
        groups=area.groups,
        computed=area.step,
        stated=stated,
        stated_as=best.label if best else Text(),
        stated_unsure=best is not None and facts.elements[best.judgement].certainty in UNSURE,
        disagrees=gap >= 2 or (stated is not None and stated >= _GOOD and area.step < 2),
        unattributed=unattributed,
    )


def _unattributed(facts: Facts) -> dict[str, tuple[Unattributed, ...]]:
    """By area, the judgements that state neither level nor number and name groups it may be."""
    found: dict[str, tuple[Unattributed, ...]] = {}
    for key in facts.keys(Trait.JUDGEMENT):
        element = facts.elements[key]
        areas, _ = assessed(facts, key)
        candidates = facts.targets(key, LinkRole.CONCERNS, Trait.WORKS)
        states = element.word("level") or element.number("areas-stated") is not None
        if len(areas) == 1 and candidates and not states:
            entry = Unattributed(key, element.name, element.text("text"), element.certainty)
            found[areas[0]] = (*found.get(areas[0], ()), entry)
    return found


def _sections(facts: Facts, stated: Mapping[str, int | None]) -> Iterator[Section]:
    lasting = frozenset(facts.lasting)
    rows: dict[str, list[tuple[str, int]]] = {key: [] for key in facts.keys(Trait.STEERS)}
    for key, depth in _nested(facts):
        councils = facts.councils(key)
        rows.setdefault(councils[0] if councils else "", []).append((key, depth))
    order = sorted(rows, key=lambda key: (not key, facts.elements[key].order if key else LAST))
    marks = _marks(facts, order)
    for council in order:
        members = tuple(
            _member(facts, key, depth, stated.get(key), counts=key in lasting)
            for key, depth in rows[council]
        )
        if council:
            element = facts.elements[council]
            yield Section(council, element.short_name, element.name, marks[council], members)
        elif members:
            yield Section("", _NO_COUNCIL, Text(), marks[council], members)


def _marks(facts: Facts, councils: Iterable[str]) -> dict[str, str]:
    """The mark of each council; one that no other has where the framework gives none."""
    given = {key: facts.elements[key].word("mark") if key else "" for key in councils}
    free = [choice.key for choice in MARKS if choice.key not in given.values()]
    return {key: mark or (free.pop() if free else "disc") for key, mark in given.items()}


def _nested(facts: Facts) -> Iterator[tuple[str, int]]:
    """The groups, each before its parts, with how deep it stands."""
    keys = facts.keys(Trait.WORKS)
    wholes = {key: facts.targets(key, LinkRole.PART_OF, Trait.WORKS) for key in keys}
    parts: dict[str, list[str]] = {}
    for key in keys:
        for whole in wholes[key][:1]:
            parts.setdefault(whole, []).append(key)
    seen: set[str] = set()

    def below(key: str, depth: int) -> Iterator[tuple[str, int]]:
        if key not in seen:
            seen.add(key)
            yield key, depth
            for part in parts.get(key, ()):
                yield from below(part, depth + 1)

    for key in keys:
        if not wholes[key]:
            yield from below(key, 0)
    for key in keys:  # what is only part of itself, in a circle
        yield from below(key, 0)


def _member(facts: Facts, key: str, depth: int, stated: int | None, *, counts: bool) -> Member:
    element = facts.elements[key]
    return Member(
        key=key,
        name=element.short_name,
        depth=depth,
        lifecycle=element.lifecycle,
        counts=counts,
        role=_role(facts, element),
        cells={
            link.target: _cell(facts, link)
            for link in facts.links_from(key, LinkRole.COVERS)
            if facts.has(link.target, Trait.AXIS)
        },
        idle=not any(facts.links_from(one, LinkRole.COVERS) for one in _with_parts(facts, key)),
        stated=stated,
    )


def _with_parts(facts: Facts, key: str) -> list[str]:
    """A group with its parts, and theirs."""
    found, waiting = [key], [key]
    while waiting:
        for part in facts.sources(waiting.pop(), LinkRole.PART_OF, Trait.WORKS):
            if part not in found:
                found.append(part)
                waiting.append(part)
    return found


def _role(facts: Facts, element: Element) -> Choice | None:
    attribute = facts.framework.metamodel.attributes(element.type).get("council-role")
    return attribute.choice(element.word("council-role")) if attribute else None


def _cell(facts: Facts, link: Link) -> Cell:
    attribute = facts.framework.metamodel.link_attributes(link.type).get("level")
    level = attribute.choice(link.word("level")) if attribute else None
    return Cell(
        link=link,
        what=link.text("what"),
        unsure=link.certainty in UNSURE,
        level=level.step if level else None,
    )
