"""The far view as pure data: weights between councils, areas, priorities and the outside.

A weight counts groups. Every weight lists the links behind it and says whether the sources state
it or whether it is computed from them.

A filter narrows what is shown and counted, never what is judged: whether an area has a group or a
priority reaches it is asked of the framework (`Unfiltered`), however few groups a reader picks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.outside import ties_of
from cadre.core.graph import Framework, Link
from cadre.core.keys import LinkId
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import axis
from cadre.viewpoints.framework_map.levels import (
    OTHER_AREAS,
    OTHER_OUTSIDE,
    OTHER_PRIORITIES,
    OTHERS,
    Level,
    Most,
    folded_councils,
    kept_of,
    level,
)
from cadre.viewpoints.framework_map.selection import (
    Council,
    Selection,
    areas,
    councils,
    efforts,
    uncertain,
    wholes,
)

MOST_BOXES: Final = 60
"""Above so many things, parts are shown as their wholes, and those of fewest groups together."""

MOST_GONE: Final = 6
"""More groups than this that are gone are counted, not named one by one."""


@dataclass(frozen=True, slots=True)
class Worker:
    """A group at work in an area."""

    group: str
    council: str
    links: tuple[LinkId, ...]
    certain: bool
    gone: bool
    """Whether it has ended or, in this state, gives way to another: then it does not count."""
    proposed: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A row of the map: a step of the axis, with the parts that are rolled up into it."""

    key: str
    parts: tuple[str, ...]
    workers: tuple[Worker, ...]
    others: tuple[Area, ...] = ()
    """The rows that a row of others stands for."""
    itself: bool = False
    """Whether it is the area that was opened: for what is in it and in none of its parts."""

    @property
    def members(self) -> tuple[str, ...]:
        """The areas whose groups it counts."""
        return self.parts if self.others else (self.key, *self.parts)

    @property
    def at_work(self) -> tuple[Worker, ...]:
        """The groups that count: those that last in this state."""
        return tuple(worker for worker in self.workers if not worker.gone)

    @property
    def gone(self) -> tuple[Worker, ...]:
        """The groups that ended or give way."""
        return tuple(worker for worker in self.workers if worker.gone)

    def of(self, council: str) -> tuple[Worker, ...]:
        """The groups of one council, those that are gone last."""
        return tuple(worker for worker in self.workers if worker.council == council)


@dataclass(frozen=True, slots=True)
class Weight:
    """How strongly two things are joined, and by what."""

    source: str
    target: str
    groups: tuple[str, ...]
    links: tuple[LinkId, ...]
    stated: bool
    certain: bool = True
    possible: tuple[str, ...] = ()
    """Those of `groups` that could help, but are not said to."""

    @property
    def count(self) -> int:
        """How many groups; at least one where the sources state the link itself."""
        return max(len(self.groups), 1 if self.stated else 0)


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority, who leads it and which groups work for it or could."""

    key: str
    parts: tuple[str, ...]
    leads: tuple[str, ...]
    groups: tuple[str, ...]
    possible: tuple[str, ...]
    links: tuple[LinkId, ...]
    total: int
    """How many groups work for it, shown or not."""
    total_possible: int
    """How many more could."""

    @property
    def members(self) -> tuple[str, ...]:
        """The priorities that it stands for."""
        return self.parts if self.key in OTHERS else (self.key, *self.parts)


@dataclass(frozen=True, slots=True)
class Outside:
    """A body outside the councils, and the links by which the work is tied to it."""

    key: str
    parts: tuple[str, ...]
    ties: tuple[Link, ...]
    oversight: tuple[Link, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """The bodies that it stands for."""
        return self.parts if self.key in OTHERS else (self.key, *self.parts)

    @property
    def loose(self) -> bool:
        """Whether nothing ties it to the councils' work."""
        return not self.ties and not self.oversight

    @property
    def tied(self) -> tuple[str, ...]:
        """Whom its ties join it to, each once."""
        return tuple(dict.fromkeys(map(self.end, self.ties)))

    def end(self, link: Link) -> str:
        """Whom a tie joins it to."""
        return link.source if link.target in self.members else link.target


@dataclass(frozen=True, slots=True)
class Unfiltered:
    """The areas that are shown, with every group and outside body: what filters leave out too."""

    councils: tuple[Council, ...]
    lasting: frozenset[str]
    areas: tuple[Area, ...]
    reach: tuple[Weight, ...]
    ties: tuple[Weight, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """All groups, by council."""
        return tuple(group for council in self.councils for group in council.groups)


@dataclass(frozen=True, slots=True)
class Macro:
    """All that the far view shows."""

    councils: tuple[Council, ...]
    areas: tuple[Area, ...]
    priorities: tuple[Priority, ...]
    outside: tuple[Outside, ...]
    work: tuple[Weight, ...]
    """Council to area."""
    reach: tuple[Weight, ...]
    """Area to priority."""
    effort: tuple[Weight, ...]
    """Council to priority."""
    ties: tuple[Weight, ...]
    """Area, council or priority to outside body."""
    oversight: tuple[Weight, ...]
    """Council (or outside body) to council, with the bodies joined."""
    idle: tuple[str, ...]
    """Groups that last and work in no area shown."""
    gone: tuple[str, ...]
    """Groups that have ended, or give way to another in this state."""
    other: tuple[str, ...]
    """Bodies that are neither council, group, government nor outside."""
    rolled: bool
    """Whether parts are shown as their wholes."""
    unfiltered: Unfiltered
    among: int
    """How many groups last of those that the filters leave, areas apart."""

    @property
    def each_area(self) -> tuple[Area, ...]:
        """Every area of this level, those that one row holds among them."""
        return each_of(self.areas)

    @property
    def others(self) -> dict[str, tuple[str, ...]]:
        """By the key of each block of others, the elements that it stands for."""
        found = {block.key: block.others for block in self.councils if block.others}
        found |= {row.key: tuple(one.key for one in row.others) for row in self.areas if row.others}
        found |= {card.key: card.parts for card in self.priorities if card.key in OTHERS}
        return found | {body.key: body.parts for body in self.outside if body.key in OTHERS}

    def at_work(self, area: str) -> int:
        """How many groups are at work in an area, shown or not."""
        return next((len(row.at_work) for row in self.unfiltered.areas if row.key == area), 0)

    def left_out(self, area: str) -> int:
        """How many groups at work in an area the filters leave out."""
        shown = next((len(row.at_work) for row in self.areas if row.key == area), 0)
        return self.at_work(area) - shown

    def lasting_of(self, council: str) -> int:
        """How many groups of a council last, shown or not."""
        others = next((block.others for block in self.councils if block.key == council), ())
        keys = others or (council,)
        blocks = (block for block in self.unfiltered.councils if block.key in keys)
        return sum(group in self.unfiltered.lasting for block in blocks for group in block.groups)

    @property
    def part(self) -> bool:
        """Whether filters leave groups out."""
        return len(self.groups) < len(self.unfiltered.groups)

    @property
    def groups(self) -> tuple[str, ...]:
        """All groups shown, by council."""
        return tuple(group for council in self.councils for group in council.groups)

    @property
    def lasting(self) -> tuple[str, ...]:
        """The groups that count."""
        gone = set(self.gone)
        return tuple(group for group in self.groups if group not in gone)


def each_of(rows: Iterable[Area]) -> tuple[Area, ...]:
    """Areas as they are judged: one by one, and not the one that was opened beside its parts."""
    return tuple(it for row in rows if not row.itself for it in (row.others or (row,)))


def macro(
    framework: Framework,
    selection: Selection | None = None,
    *,
    as_of: date | None = None,
    most: Most | None = None,
    rolled: bool = True,
) -> Macro:
    """The far view of a framework on a day. Pure; linear in the elements and links in sight.

    With `most`, no more of each kind of thing than that: the others stand together. Not `rolled`,
    every area stands for itself alone.
    """
    selection = selection or Selection()
    order = tuple(step.key for step in axis(framework))
    shown = areas(framework, order, selection)
    stand = level(framework, order, selection) if rolled else Level({key: (key,) for key in shown})
    counted = tuple(dict.fromkeys(key for members in stand.rows.values() for key in members))
    blocks = councils(framework, selection, counted if selection.area else None)
    all_blocks = councils(framework, Selection())
    lasting = set(Facts(framework, as_of).lasting)
    if most is not None:
        working = set(_working(framework, counted))
        blocks = folded_councils(
            blocks, most.councils, lambda group: 2 * (group in lasting) + (group in working)
        )
    council, all_council = _by_group(blocks), _by_group(all_blocks)
    every_row = _areas(framework, stand, all_council, lasting)
    rows = _areas(framework, stand, council, lasting)
    priorities = tuple(framework.keys(Trait.PRIORITY))
    everyone = tuple(framework.keys(Trait.OUTSIDE))
    outside = everyone if selection.outside else ()
    whole = {key: key for key in (*priorities, *everyone)}
    boxes = len(blocks) + len(rows) + len(priorities) + len(outside)
    crowded = boxes > MOST_BOXES
    if crowded and most is not None:
        every_row, rows = _folded_areas(every_row, rows, most.areas)
    if crowded and rolled:
        for keys in (priorities, everyone):
            whole |= wholes(framework, keys)
    gathered = any(key != whole[key] for key in (*priorities, *outside))
    cards = _priorities(framework, priorities, whole, council, all_council)
    tied = _outside(framework, outside, whole)
    if crowded and most is not None:
        whole |= _others(cards, tied, most)
        cards = _priorities(framework, priorities, whole, council, all_council)
        tied = _outside(framework, outside, whole)
    folded = {key: block.key for block in blocks for key in block.others}
    everywhere = set(_working(framework, order))
    anywhere = councils(framework, replace(selection, area=""))
    return Macro(
        councils=blocks,
        areas=rows,
        priorities=cards,
        outside=tied,
        work=_work(blocks, rows),
        reach=_reach(framework, rows, cards),
        effort=_effort(blocks, cards),
        ties=_ties(framework, rows, tied, council, whole, folded),
        oversight=_oversight(
            framework, council | folded, {block.key for block in blocks}, outside, whole
        ),
        idle=tuple(group for group in council if group in lasting - everywhere),
        gone=tuple(group for group in council if group not in lasting),
        other=_unplaced(framework),
        rolled=stand.rolled or gathered,
        unfiltered=_unfiltered(
            framework, all_blocks, every_row, priorities, everyone, whole, lasting
        ),
        among=sum(group in lasting for block in anywhere for group in block.groups),
    )


def _working(framework: Framework, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        yield from framework.sources(key, LinkRole.COVERS)


def _folded_areas(
    every: tuple[Area, ...], rows: tuple[Area, ...], most: int
) -> tuple[tuple[Area, ...], tuple[Area, ...]]:
    """The rows of most groups shown, of equals those of most in all; the others are one row."""
    if len(rows) <= most:
        return every, rows
    scale = 1 + max(len(row.at_work) for row in every)
    weights = {
        row.key: scale * len(row.at_work) + len(whole.at_work)
        for row, whole in zip(rows, every, strict=True)
    }
    kept = kept_of([row.key for row in rows], most, weights)
    return _gathered(every, kept), _gathered(rows, kept)


def _gathered(rows: tuple[Area, ...], kept: frozenset[str]) -> tuple[Area, ...]:
    rest = tuple(row for row in rows if row.key not in kept)
    links: dict[str, list[Worker]] = {}
    for row in rest:
        for worker in row.workers:
            links.setdefault(worker.group, []).append(worker)
    workers = [
        replace(
            same[0],
            links=tuple(dict.fromkeys(link for worker in same for link in worker.links)),
            certain=any(worker.certain for worker in same),
        )
        for same in links.values()
    ]
    workers.sort(key=lambda worker: worker.gone)
    parts = tuple(dict.fromkeys(key for row in rest for key in row.members))
    others = Area(OTHER_AREAS, parts, tuple(workers), others=rest)
    return (*(row for row in rows if row.key in kept), others)


def _others(cards: tuple[Priority, ...], tied: tuple[Outside, ...], most: Most) -> dict[str, str]:
    """Which priorities and outside bodies stand together: those of fewest groups, or ties."""
    found: dict[str, str] = {}
    weights = {card.key: len(card.groups) + len(card.possible) for card in cards}
    kept = kept_of(list(weights), most.priorities, weights)
    for card in cards:
        if card.key not in kept:
            found |= dict.fromkeys(card.members, OTHER_PRIORITIES)
    weights = {body.key: len(body.ties) + len(body.oversight) for body in tied}
    kept = kept_of(list(weights), most.outside, weights)
    for body in tied:
        if body.key not in kept:
            found |= dict.fromkeys(body.members, OTHER_OUTSIDE)
    return found


def _by_group(blocks: Iterable[Council]) -> dict[str, str]:
    return {group: block.key for block in blocks for group in block.groups}


def _unfiltered(
    framework: Framework,
    blocks: tuple[Council, ...],
    rows: tuple[Area, ...],
    priorities: tuple[str, ...],
    outside: tuple[str, ...],
    whole: dict[str, str],
    lasting: set[str],
) -> Unfiltered:
    """What is so of the areas shown, whatever filters leave out."""
    council = _by_group(blocks)
    each = each_of(rows)
    cards = _priorities(framework, priorities, whole, council, council)
    tied = _outside(framework, outside, whole)
    return Unfiltered(
        councils=blocks,
        lasting=frozenset(lasting),
        areas=rows,
        reach=_reach(framework, each, cards),
        ties=_ties(framework, each, tied, council, whole, {}),
    )


def _areas(
    framework: Framework, stand: Level, council: dict[str, str], lasting: set[str]
) -> tuple[Area, ...]:
    order = {key: place for place, key in enumerate(council)}
    rows = []
    for key, members in stand.rows.items():
        links: dict[str, list[Link]] = {}
        for member in members:
            for link in framework.links_in(member, LinkRole.COVERS):
                if link.source in council:
                    links.setdefault(link.source, []).append(link)
        workers = [
            _worker(framework, group, council[group], links[group], group not in lasting)
            for group in sorted(links, key=order.__getitem__)
        ]
        workers.sort(key=lambda worker: worker.gone)
        parts = tuple(member for member in members if member != key)
        rows.append(Area(key, parts, tuple(workers), itself=key == stand.itself))
    return tuple(rows)


def _worker(
    framework: Framework, group: str, council: str, links: list[Link], gone: bool
) -> Worker:
    return Worker(
        group,
        council,
        tuple(link.id for link in links),
        certain=any(not uncertain(link.certainty) for link in links),
        gone=gone,
        proposed=framework[group].lifecycle == "proposed",
    )


def _priorities(
    framework: Framework,
    priorities: tuple[str, ...],
    whole: dict[str, str],
    council: dict[str, str],
    every: dict[str, str],
) -> tuple[Priority, ...]:
    parts: dict[str, list[str]] = {}
    for key in priorities:
        parts.setdefault(whole[key], []).append(key)
    cards = []
    for key, members in parts.items():
        links = [link for member in members for link in efforts(framework, member)]
        leads = [
            link.source for member in members for link in framework.links_in(member, LinkRole.LEADS)
        ]
        firm = _sources(link for link in links if link.word("extent") != "could")
        groups = [group for group in council if group in firm]
        could = _sources(link for link in links if link.word("extent") == "could")
        possible = [group for group in council if group in could and group not in firm]
        cards.append(
            Priority(
                key,
                tuple(member for member in members if member != key),
                tuple(dict.fromkeys(leads)),
                tuple(groups),
                tuple(possible),
                tuple(link.id for link in links),
                total=len(firm & every.keys()),
                total_possible=len((could - firm) & every.keys()),
            )
        )
    return tuple(cards)


def _sources(links: Iterable[Link]) -> set[str]:
    return {link.source for link in links}


def _outside(
    framework: Framework, outside: tuple[str, ...], whole: dict[str, str]
) -> tuple[Outside, ...]:
    parts: dict[str, list[str]] = {}
    for key in outside:
        parts.setdefault(whole[key], []).append(key)
    found = []
    for key, members in parts.items():
        links = [link for it in members for link in ties_of(framework, it)]
        over = [link for link in links if framework.role_of(link) is LinkRole.OVERSEES]
        ties = [link for link in links if framework.role_of(link) is not LinkRole.OVERSEES]
        rest = tuple(member for member in members if member != key)
        found.append(Outside(key, rest, tuple(ties), tuple(over)))
    return tuple(found)


def _work(blocks: tuple[Council, ...], rows: tuple[Area, ...]) -> tuple[Weight, ...]:
    found = []
    for row in rows:
        for block in blocks:
            workers = [worker for worker in row.at_work if worker.council == block.key]
            if workers:
                found.append(
                    Weight(
                        block.key,
                        row.key,
                        tuple(worker.group for worker in workers),
                        tuple(link for worker in workers for link in worker.links),
                        stated=False,
                        certain=any(worker.certain for worker in workers),
                    )
                )
    return tuple(found)


def _reach(
    framework: Framework, rows: tuple[Area, ...], cards: tuple[Priority, ...]
) -> tuple[Weight, ...]:
    """Area to priority: by the links stated, and by groups that work for one and in the other."""
    found = []
    for row in rows:
        members = set(row.members)
        by_group = {worker.group: worker for worker in row.at_work}
        for card in cards:
            stated = [
                link
                for key in card.members
                for link in framework.links_out(key, LinkRole.IN_FOCUS_AREA)
                if link.target in members
            ]
            firm = [group for group in card.groups if group in by_group]
            possible = [group for group in card.possible if group in by_group]
            groups = (*firm, *possible)
            if not stated and not groups:
                continue
            behind = [link for link in card.links if link.source in groups]
            behind += [link for group in groups for link in by_group[group].links]
            found.append(
                Weight(
                    row.key,
                    card.key,
                    groups,
                    (*(link.id for link in stated), *behind),
                    stated=bool(stated),
                    certain=not stated or any(not uncertain(it.certainty) for it in stated),
                    possible=tuple(possible),
                )
            )
    return tuple(found)


def _effort(blocks: tuple[Council, ...], cards: tuple[Priority, ...]) -> tuple[Weight, ...]:
    found = []
    for card in cards:
        for block in blocks:
            own = set(block.groups)
            groups = [group for group in card.groups if group in own]
            possible = [group for group in card.possible if group in own]
            heads = block.others or (block.key,)
            sources = {*heads, *groups, *possible}
            links = tuple(link for link in card.links if link.source in sources)
            itself = any(link.source in heads for link in card.links)
            if links:
                found.append(
                    Weight(
                        block.key,
                        card.key,
                        (*groups, *possible),
                        links,
                        stated=itself,
                        possible=tuple(possible),
                    )
                )
    return tuple(found)


def _ties(
    framework: Framework,
    rows: tuple[Area, ...],
    outside: tuple[Outside, ...],
    council: dict[str, str],
    whole: dict[str, str],
    folded: dict[str, str],
) -> tuple[Weight, ...]:
    """From each area tied by itself or by a group at work there; else from the council."""
    row_of: dict[str, list[str]] = {}
    for row in rows:
        for key in row.members:
            row_of.setdefault(key, []).append(row.key)
    rows_of: dict[str, list[str]] = {}
    for row in rows:
        for worker in row.at_work:
            rows_of.setdefault(worker.group, []).append(row.key)
    blocks = set(council.values())
    found: dict[tuple[str, str], list[tuple[Link, str, bool]]] = {}
    for body in outside:
        for link in body.ties:
            end = body.end(link)
            direct = row_of.get(end) or ([whole[end]] if end in whole else [])
            if direct:
                for key in direct:
                    found.setdefault((key, body.key), []).append((link, end, True))
            elif end in rows_of:
                for key in rows_of[end]:
                    found.setdefault((key, body.key), []).append((link, end, False))
            elif end in blocks or end in council or framework.has(end, Trait.STEERS):
                block = folded.get(end, council.get(end, end))
                itself = end == block or end in folded
                found.setdefault((block, body.key), []).append((link, end, itself))
    return tuple(
        Weight(
            source,
            target,
            tuple(end for _, end, stated in links if not stated),
            tuple(link.id for link, _, _ in links),
            stated=any(stated for _, _, stated in links),
            certain=any(not uncertain(link.certainty) for link, _, _ in links),
        )
        for (source, target), links in found.items()
    )


def _oversight(
    framework: Framework,
    council: dict[str, str],
    blocks: set[str],
    outside: tuple[str, ...],
    whole: dict[str, str],
) -> tuple[Weight, ...]:
    found: dict[tuple[str, str], list[Link]] = {}
    drawn = {*blocks, *council, *outside}
    for link in framework.links(LinkRole.OVERSEES):
        if link.source in drawn and link.target in drawn:
            ends = [
                council.get(key, whole.get(key, key) if key in outside else key)
                for key in (link.source, link.target)
            ]
            found.setdefault((ends[0], ends[1]), []).append(link)
    return tuple(
        Weight(
            source,
            target,
            tuple(dict.fromkeys(link.target for link in links if link.target in council)),
            tuple(link.id for link in links),
            stated=all((link.source, link.target) == (source, target) for link in links),
            certain=any(not uncertain(link.certainty) for link in links),
        )
        for (source, target), links in found.items()
    )


def _unplaced(framework: Framework) -> tuple[str, ...]:
    placed = {Trait.STEERS, Trait.WORKS, Trait.OUTSIDE, Trait.GOVERNMENT}
    return tuple(key for key in framework.keys(Trait.BODY) if not placed & framework.traits(key))
