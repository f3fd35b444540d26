"""The lines of sight of groups, joined where they go the same way, before they have a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.graph import Framework
from cadre.core.keys import LinkId
from cadre.core.traits import LinkRole, Trait
from cadre.core.walks import CERTAINTY_ORDER, VISION, Hop, LineOfSight, Sight
from cadre.viewpoints.axis import Step, axis

MOST_ROWS: Final = 80
"""Above so many groups, those that go one way share a row."""
MOST_WAYS: Final = 25
"""Of more rows that arrive, or of more that break, those of most groups are drawn."""
NAMED: Final = 3

_STAGES: Final = (
    (Trait.AIM, 5),
    (Trait.OUTCOME, 4),
    (Trait.PRIORITY, 3),
    (Trait.AXIS, 3),
    (Trait.OUTPUT, 2),
    (Trait.WORK, 1),
)
_VISION_STAGE: Final = 6

_FIRST: Final = (
    LinkRole.COVERS,
    LinkRole.LEADS,
    LinkRole.PRODUCES,
    LinkRole.SUPPORTS,
    LinkRole.TAKES_PART,
)

Place = tuple[int, int]
"""A column: the stage, and how many more things of that stage follow, below zero."""


@dataclass(frozen=True, slots=True)
class Way:
    """One row: the groups that go it, and the hops they have in common after the first."""

    groups: tuple[str, ...]
    lines: tuple[LineOfSight, ...]
    places: tuple[Place, ...]
    """Of the things on the way after the group, in their order."""

    @property
    def line(self) -> LineOfSight:
        """The line of its first group."""
        return self.lines[0]

    @property
    def tail(self) -> tuple[str, ...]:
        """What is on the way after the group."""
        return self.line.keys[1:]

    def hops(self, at: int) -> tuple[Hop, ...]:
        """The hops of its groups to the thing with this number on the way."""
        return tuple(line.hops[at] for line in self.lines) if at == 0 else (self.line.hops[at],)


@dataclass(frozen=True, slots=True)
class Sights:
    """All rows, the ways that arrive before those that break."""

    framework: Framework
    of: str
    ways: tuple[Way, ...]
    columns: tuple[Place, ...]
    has_vision: bool
    councils: dict[str, str]
    steps: dict[str, Step]
    left_out: int
    """Groups that have ended or give way to another."""
    others: tuple[tuple[LinkId, LineOfSight], ...] = ()
    """Of one group: what else it does, and the line of sight from there."""

    @property
    def lines(self) -> list[LineOfSight]:
        """The line of every group that is shown."""
        return [line for way in self.ways for line in way.lines]

    @property
    def groups(self) -> int:
        """How many groups are shown."""
        return sum(len(way.groups) for way in self.ways)

    @property
    def broken(self) -> list[LineOfSight]:
        """The lines that do not arrive."""
        return [line for line in self.lines if not line.reaches]


def sights_of(framework: Framework, of: str = "", as_of: date | None = None) -> Sights:
    """The lines of sight of one group, or of all that last."""
    facts = Facts(framework, as_of)
    sight = Sight(framework)
    keys = [of] if of else list(facts.lasting)
    lines = {key: sight.of(key) for key in keys}
    councils = {key: next(iter(facts.councils(key)), "") for key in keys}
    steps = {step.key: step for step in axis(framework)}
    order = {key: place for place, key in enumerate((*framework.keys(Trait.STEERS), ""))}
    areas = {key: place for place, key in enumerate(steps)}

    def rank(key: str) -> tuple[object, ...]:
        line = lines[key]
        back = tuple((areas.get(one, -1), one) for one in reversed(line.keys[1:]))
        council = order.get(councils[key], len(order))
        return (not line.reaches, len(back) == 0, back, council, framework[key].order, key)

    ordered = sorted(keys, key=rank)
    ways = [
        _way(framework, [lines[key] for key in group])
        for group in _grouped(ordered, lines, fold=len(ordered) > MOST_ROWS)
    ]
    here = {place for way in ways for place in way.places}
    visions = [key for key in framework.keys(Trait.AIM) if framework[key].word("kind") == VISION]
    return Sights(
        framework=framework,
        of=of,
        ways=tuple(ways),
        columns=tuple(sorted(here)),
        has_vision=bool(visions),
        councils=councils,
        steps=steps,
        left_out=0 if of else len(framework.keys(Trait.WORKS)) - len(keys),
        others=tuple(_others(framework, sight, lines[of])) if of else (),
    )


def drawn_of(sights: Sights) -> Sights:
    """The rows that a page holds: of those that arrive and of those that break, the first.

    Rows that stand for most groups come first; the order of those that stay is not changed.
    """
    kept: set[int] = set()
    for reaches in (True, False):
        mine = [at for at, way in enumerate(sights.ways) if way.line.reaches is reaches]
        mine.sort(key=lambda at: -len(sights.ways[at].groups))
        kept.update(mine[:MOST_WAYS])
    if len(kept) == len(sights.ways) or len(sights.ways) <= MOST_ROWS:
        return sights
    ways = tuple(way for at, way in enumerate(sights.ways) if at in kept)
    columns = tuple(sorted({place for way in ways for place in way.places}))
    return replace(sights, ways=ways, columns=columns)


def _others(
    framework: Framework, sight: Sight, line: LineOfSight
) -> Iterator[tuple[LinkId, LineOfSight]]:
    """What a group works on, leads or hands over besides the first step of its line."""
    taken = line.hops[0].target if line.hops else ""
    places = {step.key: place for place, step in enumerate(axis(framework))}
    for role in _FIRST:
        links = framework.links_out(line.start, role)
        for link in sorted(links, key=lambda one: (places.get(one.target, -1), one.target)):
            if link.target != taken and not framework.has(link.target, Trait.BODY):
                yield link.id, sight.of(link.target)


def _grouped(keys: Iterable[str], lines: dict[str, LineOfSight], *, fold: bool) -> list[list[str]]:
    """One group a row, or all that go one way."""
    found: list[list[str]] = []
    for key in keys:
        same = found and lines[found[-1][0]].keys[1:] == lines[key].keys[1:]
        alike = same and lines[found[-1][0]].reaches == lines[key].reaches
        if fold and alike:
            found[-1].append(key)
        else:
            found.append([key])
    return found


def _way(framework: Framework, lines: list[LineOfSight]) -> Way:
    """A way with the column of each thing on it, found from its end."""
    places: list[Place] = []
    for key in reversed(lines[0].keys[1:]):
        stage = _stage(framework, key)
        if places and stage >= places[-1][0]:
            places.append((places[-1][0], places[-1][1] - 1))
        else:
            places.append((stage, 0))
    return Way(tuple(line.start for line in lines), tuple(lines), tuple(reversed(places)))


def _stage(framework: Framework, key: str) -> int:
    traits = framework.traits(key)
    if Trait.AIM in traits and framework[key].word("kind") == VISION:
        return _VISION_STAGE
    return next((stage for trait, stage in _STAGES if trait in traits), 0)


def worst(hops: Iterable[Hop]) -> str:
    """The least certainty of some hops."""
    return max((hop.certainty for hop in hops), key=CERTAINTY_ORDER.index, default="stated")
