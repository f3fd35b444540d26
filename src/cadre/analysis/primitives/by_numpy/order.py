"""Order on whole columns: what has nothing left to wait for goes, round by round.

What can go from either end is in no knot; Tarjan's algorithm, which looks at one row at a time, is
left with what cannot.
"""

from __future__ import annotations

import numpy as np

from cadre.analysis.primitives.by_numpy.arrays import (
    DEEPEST,
    Flags,
    Ints,
    Onward,
    column,
    distinct,
    ints,
    packed,
)
from cadre.analysis.primitives.order import Knot, Order, knots_among, plain_knots
from cadre.analysis.primitives.ways import Ways

_NEVER = -1


def knots(ways: Ways) -> tuple[Knot, ...]:
    """As `order.knots` says."""
    found = _knots(ints(ways.sources), ints(ways.targets), ways.size)
    return plain_knots(ways) if found is None else found


def order(ways: Ways) -> Order | None:
    """As `order.order` says; None where the chain is so long that plain Python is quicker."""
    size = ways.size
    sources, targets = ints(ways.sources), ints(ways.targets)
    layers = _layers(sources, targets, size)
    if layers is None:
        return None
    if not bool((layers == _NEVER).any()):
        return _in_layers(layers, np.arange(size, dtype=np.int32), ())
    tied = _knots(sources, targets, size)
    if tied is None:
        return None
    lead = np.arange(size, dtype=np.int32)
    for knot in tied:
        lead[list(knot)] = knot[0]
    sources, targets = lead[sources], lead[targets]
    apart = sources != targets
    layers = _layers(sources[apart], targets[apart], size)
    return None if layers is None else _in_layers(layers[lead], lead, tied)


def _in_layers(layers: Ints, lead: Ints, tied: tuple[Knot, ...]) -> Order:
    rows = np.lexsort((lead, layers))
    return Order(column(rows), column(layers[rows]), tied)


def _layers(sources: Ints, targets: Ints, size: int) -> Ints | None:
    """The layer of each row; -1 for what waits for ever. None when there are too many."""
    needed_by = Onward(targets, sources, size)
    open_needs = np.bincount(sources, minlength=size)
    layers = np.full(size, _NEVER, dtype=np.int32)
    place = np.empty(size, dtype=np.int32)
    front = np.flatnonzero(open_needs == 0).astype(np.int32)
    for number in range(DEEPEST):
        if not front.size:
            return layers
        layers[front] = number
        later, _ = needed_by.of(front)
        np.subtract.at(open_needs, later, 1)
        ready = later[open_needs[later] == 0]
        numbers = np.arange(ready.size, dtype=np.int32)
        place[ready] = numbers
        front = ready[place[ready] == numbers]
    return None


def _knots(sources: Ints, targets: Ints, size: int) -> tuple[Knot, ...] | None:
    stuck: Flags = np.ones(size, dtype=np.bool_)
    for one, other in ((sources, targets), (targets, sources)):
        inside = stuck[one] & stuck[other]
        layers = _layers(one[inside], other[inside], size)
        if layers is None:
            return None
        stuck &= layers == _NEVER
    inside = stuck[sources] & stuck[targets]
    left = distinct(packed(sources[inside], targets[inside], size))
    return knots_among(zip((left // size).tolist(), (left % size).tolist(), strict=True))
