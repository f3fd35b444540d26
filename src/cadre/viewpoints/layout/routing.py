"""Tracks through a channel: each line runs in, along a track of its own, and out: a metro plan.

A channel is crossed from its near side to its far side; a run enters at `start` and leaves at
`end`, both measured along the channel. The order of the tracks is a linear ordering
problem, solved by moving one run at a time to where the fewest crossings are.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

TOUCH: Final = 4.5
"""Runs closer than this along the channel would seem to be one line."""

BUNDLE_WEIGHT: Final = 0.45
SEARCH_LIMIT: Final = 260
"""Above so many runs the first order stands: the search is quadratic in time and in space."""

_ROUNDS: Final = 24


@dataclass(frozen=True, slots=True)
class Run:
    """One line across a channel, and the bundle it should lie beside (a colour, say)."""

    start: float
    end: float
    bundle: Hashable = ""


def pair_cost(near: Run, far: Run) -> int:
    """Crossings of two runs when the track of `near` comes first; 3 more when they would touch."""
    cost = 0
    if min(near.start, near.end) < far.start < max(near.start, near.end):
        cost += 1
    if min(far.start, far.end) < near.end < max(far.start, far.end):
        cost += 1
    if abs(near.end - far.start) < TOUCH:
        cost += 3
    return cost


def tracks(runs: Sequence[Run], weight: float = BUNDLE_WEIGHT) -> list[int]:
    """The runs in order of their tracks, near side first: indices into `runs`.

    Descending lines start with the one that enters lowest, rising lines with the one that enters
    highest; that order has no needless crossing among lines of one direction. The search then
    moves single runs while that lowers crossings + `weight` for each change of bundle.
    """
    down = [i for i, run in enumerate(runs) if run.end >= run.start]
    up = [i for i, run in enumerate(runs) if run.end < run.start]
    order = sorted(down, key=lambda i: -runs[i].start) + sorted(up, key=lambda i: runs[i].start)
    if len(runs) > SEARCH_LIMIT:
        return order
    costs = [[pair_cost(one, other) for other in runs] for one in runs]
    for _ in range(_ROUNDS):
        moved = False
        for item in list(order):
            moved = _move_to_best(item, order, costs, runs, weight) or moved
        if not moved:
            break
    return order


def total_cost(runs: Sequence[Run], order: Sequence[int], weight: float = 0) -> float:
    """Crossings (and touches) of an order of tracks, + `weight` for each change of bundle."""
    pairs = sum(
        pair_cost(runs[near], runs[far])
        for place, near in enumerate(order)
        for far in order[place + 1 :]
    )
    return pairs + weight * _changes([runs[i].bundle for i in order])


def _changes(bundles: Sequence[Hashable]) -> int:
    return sum(one != other for one, other in pairwise(bundles))


def _move_to_best(
    item: int, order: list[int], costs: list[list[int]], runs: Sequence[Run], weight: float
) -> bool:
    """Move one run to its best track; whether it moved."""
    here = order.index(item)
    rest = order[:here] + order[here + 1 :]
    mine = costs[item]
    cost = float(sum(mine[other] for other in rest))
    best, best_place, now = float("inf"), here, float("inf")
    for place in range(len(rest) + 1):
        if place:
            passed = rest[place - 1]
            cost += costs[passed][item] - mine[passed]
        full = cost + weight * _joint(item, place, rest, runs)
        if place == here:
            now = full
        if full < best - 1e-9:
            best, best_place = full, place
    if best < now - 1e-9:
        order[:] = [*rest[:best_place], item, *rest[best_place:]]
        return True
    return False


def _joint(item: int, place: int, rest: Sequence[int], runs: Sequence[Run]) -> int:
    """Changes of bundle that a run adds when it is put in at a place."""
    mine = runs[item].bundle
    before = runs[rest[place - 1]].bundle if place else None
    after = runs[rest[place]].bundle if place < len(rest) else None
    added = (place > 0 and before != mine) + (place < len(rest) and after != mine)
    return added - (0 < place < len(rest) and before != after)


def levels(runs: Sequence[Run], order: Sequence[int], margin: float) -> list[float]:
    """Tracks shared by runs that do not overlap: per run its offset from the channel's middle.

    A run takes a further track only past runs it overlaps (with `margin` to spare); each cluster
    of overlapping runs is centred on the middle of the channel.
    """
    spans = [(min(run.start, run.end) - margin, max(run.start, run.end) + margin) for run in runs]

    def overlap(one: int, other: int) -> bool:
        return spans[one][0] < spans[other][1] and spans[other][0] < spans[one][1]

    level: dict[int, int] = {}
    for place, item in enumerate(order):
        level[item] = max((level[i] + 1 for i in order[:place] if overlap(i, item)), default=0)
    offsets = [0.0] * len(runs)
    seen: set[int] = set()
    for first in order:
        if first in seen:
            continue
        cluster, waiting = [], [first]
        while waiting:
            item = waiting.pop()
            if item in seen:
                continue
            seen.add(item)
            cluster.append(item)
            waiting += [other for other in order if other not in seen and overlap(other, item)]
        middle = (min(level[i] for i in cluster) + max(level[i] for i in cluster)) / 2
        for item in cluster:
            offsets[item] = level[item] - middle
    return offsets
