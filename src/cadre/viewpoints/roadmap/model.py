"""What a roadmap shows: pieces of work in lanes and periods, before anything is placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.schedule import is_scheduled, when
from cadre.core.dates import PartialDate
from cadre.core.graph import Framework
from cadre.core.keys import LinkId, type_of
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.looks import UNSURE

NEW, UNDER_WAY, DONE, STOPPED = "new", "under-way", "done", "stopped"
_QUESTION: Final = "guiding-question"


@dataclass(frozen=True, slots=True)
class Period:
    """A column: a stretch of time that work is scheduled in."""

    key: str
    name: Text
    starts: PartialDate | None
    ends: PartialDate | None


@dataclass(frozen=True, slots=True)
class Phase:
    """A longer stretch of time, over the columns `first` to `last`."""

    key: str
    name: Text
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of work over the columns `first` to `last`."""

    key: str
    name: Text
    first: int
    last: int
    role: str
    progress: str
    rank: float
    is_placeholder: bool
    is_first_wave: bool
    is_sure: bool
    needs: tuple[str, ...]
    """The pieces of work on this roadmap that it depends on."""
    too_early: tuple[str, ...]
    """Those of them that are scheduled after it."""
    links: tuple[LinkId, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """An area with its work; one without a step for work of no area."""

    step: Step | None
    rows: tuple[tuple[Item, ...], ...]
    """Work in rows, no two of a row at one time."""
    unscheduled: tuple[str, ...]
    """The keys of work that has no period."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All of it, row by row."""
        return tuple(item for row in self.rows for item in row)


@dataclass(frozen=True, slots=True)
class Roadmap:
    """Lanes, columns and the phases over them."""

    periods: tuple[Period, ...]
    phases: tuple[Phase, ...]
    lanes: tuple[Lane, ...]
    question: Text
    today: float | None
    """How many columns from the left the day lies on which it is looked at, if among them."""
    provenances: tuple[str, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every piece of work that has a period."""
        return tuple(item for lane in self.lanes for item in lane.items)

    @property
    def empty(self) -> tuple[Lane, ...]:
        """The areas in which nothing is scheduled."""
        return tuple(lane for lane in self.lanes if lane.step and not lane.rows)

    @property
    def is_dated(self) -> bool:
        """Whether every column says when it starts and ends."""
        return all(period.starts and period.ends for period in self.periods)


def roadmap_of(framework: Framework, as_of: date | None) -> Roadmap:
    """The work of a framework as it is scheduled, as things stand on a day."""
    return _Making(Facts(framework, as_of)).made()


class _Making:
    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._steps = {step.key: step for step in axis(facts.framework)}
        self._periods = tuple(self._columns())
        self._place = {period.key: place for place, period in enumerate(self._periods)}

    def made(self) -> Roadmap:
        facts = self._facts
        work = [key for key in facts.keys(Trait.WORK) if not facts.is_over(key)]
        placed = {key: spots for key in work if (spots := self._spots(key))}
        left = [key for key in work if key not in placed and not is_scheduled(facts, key)]
        lanes = [
            Lane(
                step,
                tuple(_packed(self._items(placed, step))),
                tuple(key for key in left if self._is_in(key, step)),
            )
            for step in (*self._steps.values(), None)
        ]
        return Roadmap(
            periods=self._periods,
            phases=tuple(self._phases()),
            lanes=tuple(lane for lane in lanes if lane.step or lane.rows or lane.unscheduled),
            question=self._question(),
            today=self._today(),
            provenances=tuple(sorted({facts.elements[key].provenance for key in placed} - {""})),
        )

    # --- columns ---------------------------------------------------------------------------

    def _columns(self) -> Iterator[Period]:
        """The times that work is scheduled in, of the type that most of it is in."""
        facts = self._facts
        counts = Counter(
            type_of(link.target)
            for link in facts.links(LinkRole.SCHEDULED_IN)
            if facts.has(link.source, Trait.WORK) and facts.has(link.target, Trait.TIME)
        )
        if not counts:
            return
        most = min(counts, key=lambda type_: (-counts[type_], type_))
        for key in facts.keys(Trait.TIME):
            if type_of(key) == most:
                element = facts.elements[key]
                starts, ends = element.date("starts"), element.date("ends")
                yield Period(key, element.short_name, starts, ends)

    def _phases(self) -> Iterator[Phase]:
        """Times of other types, over the columns that they share days with."""
        for key in self._facts.keys(Trait.TIME):
            if key in self._place:
                continue
            element = self._facts.elements[key]
            starts, ends = element.date("starts"), element.date("ends")
            inside = [
                place
                for place, period in enumerate(self._periods)
                if period.starts
                and period.ends
                and (starts or ends)
                and (starts is None or starts.earliest <= period.ends.latest)
                and (ends is None or ends.latest >= period.starts.earliest)
            ]
            if inside:
                yield Phase(key, element.short_name, inside[0], inside[-1])

    def _today(self) -> float | None:
        day = self._facts.as_of
        for place, period in enumerate(self._periods):
            if day and period.starts and period.ends:
                start, end = period.starts.earliest, period.ends.latest
                if start <= day <= end:
                    return place + (day - start).days / max(1, (end - start).days)
        return None

    # --- work ------------------------------------------------------------------------------

    def _spots(self, key: str) -> list[int]:
        targets = self._facts.targets(key, LinkRole.SCHEDULED_IN, Trait.TIME)
        return sorted(self._place[one] for one in targets if one in self._place)

    def _is_in(self, key: str, step: Step | None) -> bool:
        """Whether the first area of a piece of work is this one, or it has none."""
        areas = self._facts.in_order(self._facts.targets(key, LinkRole.IN_FOCUS_AREA, Trait.AXIS))
        return (areas[0] if areas else None) == (step.key if step else None)

    def _items(self, placed: dict[str, list[int]], step: Step | None) -> Iterator[Item]:
        for key, spots in placed.items():
            if self._is_in(key, step):
                yield self._item(key, spots, placed)

    def _item(self, key: str, spots: list[int], placed: dict[str, list[int]]) -> Item:
        facts, element = self._facts, self._facts.elements[key]
        links = facts.links_from(key, LinkRole.SCHEDULED_IN)
        own = [link for link in links if link.target in self._place]
        needs = [one for one in facts.targets(key, LinkRole.DEPENDS_ON) if one in placed]
        mine = when(facts, key)
        early = [one for one in needs if mine and (its := when(facts, one)) and mine.is_before(its)]
        rank = element.values.get("rank")
        return Item(
            key=key,
            name=element.name,
            first=spots[0],
            last=spots[-1],
            role=element.word("council-role"),
            progress=element.word("progress"),
            rank=float(rank) if isinstance(rank, int | float) else float("inf"),
            is_placeholder=element.flag("placeholder"),
            is_first_wave=element.flag("first-wave"),
            is_sure=UNSURE.isdisjoint((element.certainty, *(it.certainty for it in own))),
            needs=tuple(facts.in_order(needs)),
            too_early=tuple(facts.in_order(early)),
            links=tuple(link.id for link in own),
        )

    def _question(self) -> Text:
        for key in self._facts.keys(Trait.AIM):
            if self._facts.elements[key].word("kind") == _QUESTION:
                return self._facts.elements[key].name
        return Text()


def _packed(items: Iterable[Item]) -> list[tuple[Item, ...]]:
    """Rows filled first fit, in the order of start, rank and length."""
    rows: list[list[Item]] = []
    for item in sorted(items, key=lambda it: (it.first, it.rank, -it.last, it.key)):
        free = next((row for row in rows if row[-1].last < item.first), None)
        if free is None:
            rows.append([item])
        else:
            free.append(item)
    return [tuple(row) for row in rows]
