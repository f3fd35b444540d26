"""Ways held to some rows, on whole columns."""

from __future__ import annotations

import numpy as np

from cadre.analysis.primitives.by_numpy.arrays import (
    Flags,
    Ints,
    Onward,
    column,
    ints,
    packed,
    unique,
)
from cadre.analysis.primitives.ways import Mask, Ways


def held_to(ways: Ways, sources: Mask | None, targets: Mask | None) -> Ways:
    """The ways that begin, and that end, at rows that are meant."""
    one, other = ints(ways.sources), ints(ways.targets)
    kept: Flags = np.ones(one.size, dtype=np.bool_)
    for mask, rows in ((sources, one), (targets, other)):
        if mask is not None:
            kept &= _flags(mask)[rows]
    return Ways(column(one[kept]), column(other[kept]), ways.size)


def _flags(mask: Mask) -> Flags:
    return np.frombuffer(mask, dtype=np.bool_)


def flagged(mask: Mask, rows: Ints) -> Flags:
    """Which of the rows are meant."""
    found: Flags = _flags(mask)[rows]
    return found


def composed(one: Ways, other: Ways) -> Ways:
    """As `ways.composed` says."""
    onward = Onward(ints(other.sources), ints(other.targets), other.size)
    ends, counts = onward.of(ints(one.targets))
    found = unique(packed(np.repeat(ints(one.sources), counts), ends, one.size))
    return Ways(column(found // one.size), column(found % one.size), one.size)


def distinct(ways: Ways) -> Ways:
    """As `ways.distinct` says."""
    found = unique(packed(ints(ways.sources), ints(ways.targets), ways.size))
    return Ways(column(found // ways.size), column(found % ways.size), ways.size)
