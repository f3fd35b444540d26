"""Reach on whole columns: one round a step.

The first rounds look at every way whose beginning is not reached yet. Where groups reach most
things in few steps, that is less than putting the ways in order, which the rounds after them need.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from cadre.analysis.primitives.by_numpy.arrays import (
    DEEPEST,
    Onward,
    among,
    column,
    ints,
    packed,
    unique,
)
from cadre.analysis.primitives.by_numpy.ways import flagged
from cadre.analysis.primitives.ways import Mask, Ways
from cadre.core.columns import Rows

_UNREACHED: Final = -1
_SCANS: Final = 8


def reach(ways: Ways, starts: Rows) -> Rows | None:
    """As `reach.reach` says; None where the way is so long that plain Python is quicker."""
    sources, targets = ints(ways.sources), ints(ways.targets)
    found = np.full(ways.size, _UNREACHED, dtype=np.int32)
    found[ints(starts)] = 0
    for step in range(1, _SCANS + 1):
        at = found[sources]
        beyond = targets[at == step - 1]
        beyond = beyond[found[beyond] == _UNREACHED]
        if not beyond.size:
            return column(found)
        found[beyond] = step
        left = at == _UNREACHED
        sources, targets = sources[left], targets[left]
    onward = Onward(sources, targets, ways.size)
    place = np.empty(ways.size, dtype=np.int32)
    front = np.flatnonzero(found == _SCANS).astype(np.int32)
    for step in range(_SCANS + 1, DEEPEST):
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
    at = np.flatnonzero(np.bincount(ints(starts), minlength=size))
    level = packed(at, at, size)
    seen = level
    found = np.empty(0, dtype=np.int64)
    is_done = np.zeros(size, dtype=np.bool_)
    while level.size:
        begun, row = level // size, (level % size).astype(np.int32)
        there = flagged(goals, row)
        found = np.concatenate((found, level[there]))
        is_done[begun[there]] = True
        left = ~is_done[begun]
        begun, row = begun[left], row[left]
        beyond, counts = onward.of(row)
        level = unique(packed(np.repeat(begun, counts), beyond, size))
        level = level[~among(level, seen)]
        seen = np.sort(np.concatenate((seen, level)), kind="stable")
    found.sort()
    return Ways(column(found // size), column(found % size), size)
