"""The line of sight: how an element leads to the vision, hop by hop.

All of it depends on traits and link roles alone, never on the name of a type.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final, NamedTuple

from cadre.core.graph import Framework, Link
from cadre.core.keys import LinkId
from cadre.core.traits import LinkRole, Trait

VISION: Final = "vision"
DERIVED: Final = "derived"
CERTAINTY_ORDER: Final = ("stated", "high", "medium", "low", DERIVED)


# --- line of sight -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hop:
    """One step towards the vision.

    `certainty` is that of the link, or `derived` for a step that no link states: then `via` is
    the focus area that both ends share, and `links` are the two that say so.
    """

    source: str
    target: str
    certainty: str
    links: tuple[LinkId, ...]
    via: str = ""

    @property
    def derived(self) -> bool:
        """Whether the step was computed and not stated."""
        return self.certainty == DERIVED


@dataclass(frozen=True, slots=True)
class LineOfSight:
    """How an element leads to the vision, hop by hop.

    When it does not, `broken_at` is where the way that gets furthest comes to its end: the start
    itself when not even a first hop exists.
    """

    start: str
    hops: tuple[Hop, ...]
    broken_at: str = ""

    @property
    def reaches(self) -> bool:
        """Whether it arrives at a vision."""
        return not self.broken_at

    @property
    def certainty(self) -> str:
        """That of its least certain hop; stated when there is none."""
        return max(
            (hop.certainty for hop in self.hops), key=CERTAINTY_ORDER.index, default="stated"
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """The elements on the way, the start first."""
        return (self.start, *(hop.target for hop in self.hops))


# Which links lead an element on, by its trait. The targets are held to traits as well, because a
# role may join other things too (a body may lead a body).
_ONWARD: Final[tuple[tuple[Trait, LinkRole, frozenset[Trait]], ...]] = (
    (Trait.BODY, LinkRole.COVERS, frozenset({Trait.AXIS})),
    (Trait.BODY, LinkRole.LEADS, frozenset({Trait.WORK, Trait.PRIORITY})),
    (Trait.BODY, LinkRole.TAKES_PART, frozenset({Trait.WORK, Trait.PRIORITY})),
    (Trait.BODY, LinkRole.SUPPORTS, frozenset({Trait.WORK, Trait.PRIORITY})),
    (Trait.BODY, LinkRole.PRODUCES, frozenset({Trait.OUTPUT})),
    (Trait.WORK, LinkRole.PRODUCES, frozenset({Trait.OUTPUT})),
    (Trait.WORK, LinkRole.CONTRIBUTES_TO, frozenset({Trait.OUTCOME})),
    (Trait.WORK, LinkRole.IN_FOCUS_AREA, frozenset({Trait.AXIS})),
    (Trait.OUTPUT, LinkRole.CONTRIBUTES_TO, frozenset({Trait.OUTCOME})),
    (Trait.OUTPUT, LinkRole.IN_FOCUS_AREA, frozenset({Trait.AXIS})),
    (Trait.PRIORITY, LinkRole.SERVES, frozenset({Trait.AIM})),
    (Trait.PRIORITY, LinkRole.CONTRIBUTES_TO, frozenset({Trait.OUTCOME})),
    (Trait.PRIORITY, LinkRole.IN_FOCUS_AREA, frozenset({Trait.AXIS})),
    (Trait.OUTCOME, LinkRole.CONTRIBUTES_TO, frozenset({Trait.OUTCOME})),
    (Trait.OUTCOME, LinkRole.SERVES, frozenset({Trait.AIM})),
    (Trait.OUTCOME, LinkRole.IN_FOCUS_AREA, frozenset({Trait.AXIS})),
    (Trait.AXIS, LinkRole.SERVES, frozenset({Trait.AIM})),
    (Trait.AXIS, LinkRole.PART_OF, frozenset({Trait.AXIS})),
    (Trait.AIM, LinkRole.SERVES, frozenset({Trait.AIM})),
    (Trait.AIM, LinkRole.PART_OF, frozenset({Trait.AIM})),
)
# One piece of work shown in two places leads on from either, be it work or what it hands over.
_SAME_WORK: Final = frozenset({Trait.WORK, Trait.OUTPUT})
# Who stands on a focus area, and so leads to its results by derivation.
_STANDS_ON: Final = (
    (Trait.BODY, LinkRole.COVERS),
    (Trait.WORK, LinkRole.IN_FOCUS_AREA),
    (Trait.OUTPUT, LinkRole.IN_FOCUS_AREA),
    (Trait.PRIORITY, LinkRole.IN_FOCUS_AREA),
)
_STAGES: Final = (
    (Trait.AIM, 6),
    (Trait.OUTCOME, 5),
    (Trait.AXIS, 4),
    (Trait.PRIORITY, 3),
    (Trait.OUTPUT, 2),
    (Trait.WORK, 1),
)


class _Cost(NamedTuple):
    """Of a way: hops, then the sum of their uncertainties."""

    hops: int
    doubt: int


class Sight:
    """The lines of sight of one framework. Made once, asked for many elements."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._on: dict[str, list[Hop]] = {}
        self._towards: dict[str, list[Hop]] = {}
        self._add_stated_hops()
        self._has_derived = False
        self._first_hops: list[dict[str, Hop | None]] = []

    def of(self, key: str) -> LineOfSight:
        """The best way to a vision: the most certain, then the shortest, then by keys.

        A way is as certain as its least certain hop. KeyError when there is no such element.
        """
        _ = self._framework[key]
        if key not in self._on and not self._is_vision(key):
            return LineOfSight(key, (), broken_at=key)
        for worst in range(len(CERTAINTY_ORDER)):
            if len(self._first_hops) == worst:
                self._first_hops.append(self._spread_from_visions(worst))
            first_hops = self._first_hops[worst]
            if key in first_hops:
                return LineOfSight(key, tuple(_followed(key, first_hops)))
        return self._furthest(key)

    def _is_vision(self, key: str) -> bool:
        framework = self._framework
        return framework.has(key, Trait.AIM) and framework[key].word("kind") == VISION

    # --- the hops there are ----------------------------------------------------------------

    def _add(self, hop: Hop) -> None:
        self._on.setdefault(hop.source, []).append(hop)
        self._towards.setdefault(hop.target, []).append(hop)

    def _add_stated_hops(self) -> None:
        framework = self._framework
        onward: dict[LinkRole, list[tuple[Trait, frozenset[Trait]]]] = {}
        for trait, role, targets in _ONWARD:
            onward.setdefault(role, []).append((trait, targets))
        traits = {key: framework.traits(key) for key in framework.columns.keys}
        for role, ways in onward.items():
            for link in framework.links(role):
                source, target = traits[link.source], traits[link.target]
                if any(trait in source and targets & target for trait, targets in ways):
                    self._add(_stated(link, link.source, link.target))
        for link in framework.links(LinkRole.SAME_WORK_AS):
            if all(_SAME_WORK & framework.traits(end) for end in (link.source, link.target)):
                self._add(_stated(link, link.source, link.target))
                self._add(_stated(link, link.target, link.source))

    def _add_derived_hops(self) -> None:
        """From whoever stands on a focus area to the results that fall in it."""
        framework = self._framework
        results: dict[str, list[Link]] = {}
        for link in framework.links(LinkRole.IN_FOCUS_AREA):
            if Trait.OUTCOME in framework.traits(link.source):
                results.setdefault(link.target, []).append(link)
        for trait, role in _STANDS_ON:
            for link in framework.links(role):
                if trait not in framework.traits(link.source):
                    continue
                for result in results.get(link.target, ()):
                    if result.source != link.source:
                        self._add(
                            Hop(
                                link.source,
                                result.source,
                                DERIVED,
                                (link.id, result.id),
                                via=link.target,
                            )
                        )

    # --- the best of them ------------------------------------------------------------------

    def _spread_from_visions(self, worst: int) -> dict[str, Hop | None]:
        """The first hop of each element that reaches a vision over hops no less certain than this.

        Dijkstra's algorithm, back from the visions; None is the first hop of a vision.
        """
        if CERTAINTY_ORDER[worst] == DERIVED and not self._has_derived:
            self._has_derived = True
            self._add_derived_hops()
        framework = self._framework
        best: dict[str, Hop | None] = {
            key: None for key in framework.keys(Trait.AIM) if self._is_vision(key)
        }
        costs = {key: _Cost(0, 0) for key in best}
        queue = sorted((cost, key) for key, cost in costs.items())
        done: set[str] = set()
        while queue:
            cost, key = heappop(queue)
            if key in done:
                continue
            done.add(key)
            for hop in self._towards.get(key, ()):
                doubt = CERTAINTY_ORDER.index(hop.certainty)
                if doubt > worst:
                    continue
                new, old = _Cost(cost.hops + 1, cost.doubt + doubt), costs.get(hop.source)
                if old is None or new < old:
                    costs[hop.source], best[hop.source] = new, hop
                    heappush(queue, (new, hop.source))
                elif new == old and _sooner(hop, best[hop.source]):
                    best[hop.source] = hop
        return best

    def _furthest(self, key: str) -> LineOfSight:
        """The way that gets furthest on when none arrives: by stage, certainty, length, keys."""
        ways: dict[str, tuple[Hop, ...]] = {key: ()}
        queue = deque([key])
        while queue:
            at = queue.popleft()
            for hop in sorted(self._on.get(at, ()), key=_by_certainty):
                if hop.target not in ways:
                    ways[hop.target] = (*ways[at], hop)
                    queue.append(hop.target)

        def rank(end: str) -> tuple[int, int, int, str]:
            worst = max((CERTAINTY_ORDER.index(hop.certainty) for hop in ways[end]), default=0)
            return (-self._stage(end), worst, len(ways[end]), end)

        end = min(ways, key=rank)
        return LineOfSight(key, ways[end], broken_at=end)

    def _stage(self, key: str) -> int:
        traits = self._framework.traits(key)
        return next((stage for trait, stage in _STAGES if trait in traits), 0)


def line_of_sight(framework: Framework, key: str) -> LineOfSight:
    """How one element leads to the vision. For many elements, make a `Sight` and ask it."""
    return Sight(framework).of(key)


def _stated(link: Link, source: str, target: str) -> Hop:
    certainty = link.certainty if link.certainty in CERTAINTY_ORDER else "low"
    return Hop(source, target, certainty, (link.id,))


def _by_certainty(hop: Hop) -> tuple[int, str, str]:
    return (CERTAINTY_ORDER.index(hop.certainty), hop.target, hop.via)


def _sooner(hop: Hop, other: Hop | None) -> bool:
    return other is not None and (hop.target, hop.via, hop.links) < (
        other.target,
        other.via,
        other.links,
    )


def _followed(key: str, first_hops: Mapping[str, Hop | None]) -> Iterator[Hop]:
    while (hop := first_hops[key]) is not None:
        yield hop
        key = hop.target
