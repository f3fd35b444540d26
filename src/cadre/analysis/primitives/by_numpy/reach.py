"""Reach on whole columns: one round a step, over the rows that were new in the last."""

from __future__ import annotations

import numpy as np

from cadre.analysis.primitives.by_numpy.arrays import (
    DEEPEST,
    Onward,
    column,
    ints,
    packed,
    unique,
)
from cadre.analysis.primitives.by_numpy.ways import flagged
from cadre.analysis.primitives.ways import Mask, Ways
from cadre.core.columns import Rows

_UNREACHED = -1


def reach(ways: Ways, starts: Rows) -> Rows | None:
    """As `reach.reach` says; None where the way is so long that plain Python is quicker."""
    onward = Onward(ints(ways.sources), ints(ways.targets), ways.size)
    found = np.full(ways.size, _UNREACHED, dtype=np.int32)
    place = np.empty(ways.size, dtype=np.int32)
    front = ints(starts)
    found[front] = 0
    for step in range(1, DEEPEST):
        beyond, _ = onward.of(front)
        beyond = beyond[found[beyond] == _UNREACHED]
        if not beyond.size:
            return column(found)
        found[beyond] = step
        # Of a row that stands several times, the last one to write its place is kept.
        numbers = np.arange(beyond.size, dtype=np.int32)
        place[beyond] = numbers
        front = beyond[place[beyond] == numbers]
    return None


def nearest(ways: Ways, goals: Mask, starts: Rows) -> Ways:
    """As `reach.nearest` says."""
    size = ways.size
    onward = Onward(ints(ways.sources), ints(ways.targets), size)
    at = np.unique(ints(starts))
    level = packed(at, at, size)
    seen = level
    found = np.empty(0, dtype=np.int64)
    while level.size:
        begun, row = level // size, (level % size).astype(np.int32)
        there = flagged(goals, row)
        found = np.concatenate((found, level[there]))
        done = np.isin(begun, begun[there])
        begun, row = begun[~done], row[~done]
        beyond, counts = onward.of(row)
        level = unique(packed(np.repeat(begun, counts), beyond, size))
        level = level[~np.isin(level, seen)]
        seen = np.concatenate((seen, level))
    found.sort()
    return Ways(column(found // size), column(found % size), size)
