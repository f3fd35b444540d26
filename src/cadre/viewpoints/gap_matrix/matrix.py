"""What the gap matrix shows, before anybody thinks of where it goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from cadre.analysis.coverage import AreaCoverage, Coverage, assessed, below, lasting_coverage
from cadre.analysis.facts import Facts
from cadre.core.attributes import Choice
from cadre.core.graph import LAST, Element, Framework, Link
from cadre.core.keys import LinkId
from cadre.core.phrases import capital
from cadre.core.text import Text
from cadre.core.traits import MARKS, LinkRole, Trait
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.councils import NO_COUNCIL
from cadre.viewpoints.looks import UNSURE
from cadre.viewpoints.nouns import noun

MOST_COLUMNS: Final = 16
"""Above so many areas, those that are part of another are counted in it alone."""
MOST_ROWS: Final = 100
"""Above so many groups, a row is a council with the number of its groups in each area."""
_GOOD: Final = 3
"""From this step on, a stated coverage is called good."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A group at work in an area: what it does there, and a level only where one is stated.

    Of a council, whose groups are counted: with all of these `groups` and the links of each.
    """

    link: Link
    what: Text
    unsure: bool
    level: int | None = None
    through: bool = False
    """Whether it works there by way of a part of the area alone."""
    groups: tuple[str, ...] = ()
    links: tuple[LinkId, ...] = ()

    @property
    def ids(self) -> tuple[LinkId, ...]:
        """The links behind it."""
        return self.links or (self.link.id,)


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
        """In how many areas it is at work itself."""
        return sum(not cell.through for cell in self.cells.values())

    def found_in(self, areas: Collection[str]) -> int:
        """In how many of some areas it is at work, itself or in a part."""
        return sum(area in areas for area in self.cells)

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
    groups: int = 0
    """How many groups count, in all."""
    whole: bool = False
    """Whether areas stand for their parts too."""
    rolled: bool = False
    """Whether a row is a council with the number of its groups."""

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


def picture_of(
    framework: Framework, council: str = "", area: str = "", as_of: date | None = None
) -> Matrix:
    """The matrix as a page holds it: councils with numbers of groups where there are many groups.

    With a council, its groups, however many. Of many areas the outermost, which count the work in
    all of their parts; with an area, that one and its parts.
    """
    matrix = matrix_of(framework, council, as_of)
    matrix = _columns_of(framework, matrix, area)
    if council or sum(1 for _ in matrix.members()) <= MOST_ROWS:
        return matrix
    return _rolled(framework, matrix)


def within_area(framework: Framework, matrix: Matrix, area: str) -> Matrix:
    """The matrix with an area and its parts for columns; with all of them where none is chosen."""
    if not area:
        return matrix
    kept = below(framework)[area]
    return replace(matrix, columns=tuple(it for it in matrix.columns if it.key in kept))


def _columns_of(framework: Framework, matrix: Matrix, area: str) -> Matrix:
    if area:
        return within_area(framework, matrix, area)
    under = below(framework)
    parts = {part for members in under.values() for part in members[1:]}
    outermost = [column for column in matrix.columns if column.key not in parts]
    if len(matrix.columns) <= MOST_COLUMNS or len(outermost) in (0, len(matrix.columns)):
        return matrix
    unknown = {column.key: column.unattributed for column in matrix.columns}
    columns = (
        replace(column, unattributed=tuple(it for key in under[column.key] for it in unknown[key]))
        for column in outermost
    )
    return replace(matrix, columns=tuple(columns), whole=True)


def _rolled(framework: Framework, matrix: Matrix) -> Matrix:
    members = []
    for section in matrix.sections:
        cells: dict[str, Cell] = {}
        for member in section.members:
            for area, cell in member.cells.items() if member.counts else ():
                had = cells.get(area)
                cells[area] = Cell(
                    link=had.link if had else cell.link,
                    what=Text(),
                    unsure=cell.unsure and (had is None or had.unsure),
                    through=cell.through and (had is None or had.through),
                    groups=(*(had.groups if had else ()), member.key),
                    links=(*(had.links if had else ()), *cell.ids),
                )
        members.append(
            Member(
                key=section.key,
                name=section.name,
                depth=0,
                lifecycle="",
                counts=True,
                role=None,
                cells=cells,
                idle=not cells,
            )
        )
    _, many = noun(framework, [section.key for section in matrix.sections if section.key])
    councils = Section("", capital(many), Text(), "", tuple(members))
    return replace(matrix, sections=(councils,), rolled=True)


def matrix_of(framework: Framework, council: str = "", as_of: date | None = None) -> Matrix:
    """The matrix of a framework: what every group does in every area, counted and compared.

    With a council, the rows of its groups alone; what is said of areas is of the framework.
    """
    facts = Facts(framework, as_of)
    counted = facts.once(lasting_coverage)
    stated = {one.group: one.areas_stated for one in counted.groups}
    open_work = _unattributed(facts)
    columns = tuple(
        _column(facts, step, area, open_work.get(step.key, ()))
        for step, area in zip(_steps(framework, counted), counted.areas, strict=True)
    )
    every = tuple(_sections(facts, stated))
    sections = tuple(one for one in every if not council or one.key == council)
    place = {step.key: number for number, step in enumerate(axis(framework))}
    columns = tuple(sorted(columns, key=lambda column: place[column.key]))
    provenances = [link.provenance for link in facts.links(LinkRole.COVERS)]
    drawn = facts.keys(Trait.JUDGEMENT, Trait.WORKS)
    provenances += [facts.elements[key].provenance for key in drawn]
    groups = sum(member.counts for section in every for member in section.members)
    return Matrix(sections, columns, tuple(sorted(set(provenances))), groups)


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
            yield Section("", NO_COUNCIL, Text(), marks[council], members)


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
        cells=_cells(facts, key),
        idle=not any(facts.links_from(one, LinkRole.COVERS) for one in _with_parts(facts, key)),
        stated=stated,
    )


def _cells(facts: Facts, key: str) -> dict[str, Cell]:
    """The areas of a group, and the wholes of these: work in a part is work in the whole."""
    links = [
        link
        for link in facts.links_from(key, LinkRole.COVERS)
        if facts.has(link.target, Trait.AXIS)
    ]
    found = {link.target: _cell(facts, link) for link in links}
    wholes = facts.once(_wholes)
    for link in links:
        for whole in wholes.get(link.target, ()):
            _ = found.setdefault(whole, replace(_cell(facts, link), level=None, through=True))
    return found


def _wholes(facts: Facts) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for whole, members in below(facts.framework).items():
        for part in members[1:]:
            found.setdefault(part, []).append(whole)
    return found


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
