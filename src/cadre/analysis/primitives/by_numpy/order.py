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
    ints,
    packed,
    unique,
)
from cadre.analysis.primitives.order import Knot, Order, knots_among, plain_knots
from cadre.analysis.primitives.ways import Ways

_NEVER = -1


def knots(ways: Ways) -> tuple[Knot, ...]:
    """As `order.knots` says."""
    sources, targets = ints(ways.sources), ints(ways.targets)
    layers = _layers(sources, targets, ways.size)
    found = None if layers is None else _knots(sources, targets, layers)
    return plain_knots(ways) if found is None else found


def order(ways: Ways) -> Order | None:
    """As `order.order` says; None where the chain is so long that plain Python is quicker."""
    size = ways.size
    sources, targets = ints(ways.sources), ints(ways.targets)
    layers = _layers(sources, targets, size)
    tied = None if layers is None else _knots(sources, targets, layers)
    if layers is None or tied is None:
        return None
    lead = np.arange(size, dtype=np.int32)
    if tied:
        for knot in tied:
            lead[list(knot)] = knot[0]
        sources, targets = lead[sources], lead[targets]
        apart = sources != targets
        layers = _layers(sources[apart], targets[apart], size)
        if layers is None:
            return None
        layers = layers[lead]
    rows = np.lexsort((lead, layers))
    return Order(column(rows), column(layers[rows]), tied)


def _layers(sources: Ints, targets: Ints, size: int) -> Ints | None:
    """The layer of each row; -1 for what waits for ever. None when there are too many.

    The layer is the round in which the last of what a row needs is done.
    """
    needed_by = Onward(targets, sources, size)
    open_needs = np.bincount(sources, minlength=size)
    layers = np.full(size, _NEVER, dtype=np.int32)
    front = np.flatnonzero(open_needs == 0).astype(np.int32)
    place = np.empty(size, dtype=np.int32)
    for layer in range(DEEPEST):
        layers[front] = layer
        later, _ = needed_by.of(front)
        if not later.size:
            return layers
        np.subtract.at(open_needs, later, 1)
        ready = later[open_needs[later] == 0]
        # Of a row that stands several times, the last one to write its place is kept.
        numbers = np.arange(ready.size, dtype=np.int32)
        place[ready] = numbers
        front = ready[place[ready] == numbers]
    return None


def _knots(sources: Ints, targets: Ints, layers: Ints) -> tuple[Knot, ...] | None:
    """What has no layer from either end, and lies where ways turn back, is in a knot or near."""
    sources, targets = _among(layers == _NEVER, sources, targets)
    if not sources.size:
        return ()
    sources, targets = _among(_turning(sources, targets, layers.size), sources, targets)
    back = _layers(targets, sources, layers.size)
    if back is None:
        return None
    sources, targets = _among(back == _NEVER, sources, targets)
    left = unique(packed(sources, targets, layers.size))
    return knots_among(
        zip((left // layers.size).tolist(), (left % layers.size).tolist(), strict=True)
    )


def _among(rows: Flags, sources: Ints, targets: Ints) -> tuple[Ints, Ints]:
    inside = rows[sources] & rows[targets]
    return sources[inside], targets[inside]


def _turning(sources: Ints, targets: Ints, size: int) -> Flags:
    """The rows between the ends of ways that go against the stream.

    A circle goes up to its last row by some ways that go up, which pass over all its other rows.
    Where most ways go down the rows, as where later work depends on earlier, those are few.
    """
    against = sources <= targets
    if 2 * np.count_nonzero(against) > against.size:
        against = sources >= targets
    low, high = np.minimum(sources, targets)[against], np.maximum(sources, targets)[against]
    passing = np.bincount(low, minlength=size + 1)[: size + 1]
    passing[1:] -= np.bincount(high, minlength=size)
    between: Flags = np.cumsum(passing[:size]) > 0
    return between
