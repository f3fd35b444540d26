"""Coverage on whole columns: pairs of area and body, carried up from parts to wholes."""

from __future__ import annotations

import numpy as np

from cadre.analysis.primitives.by_numpy.arrays import (
    Longs,
    Onward,
    among,
    begins,
    column,
    ints,
    packed,
    unique,
)
from cadre.analysis.primitives.coverage import Covered
from cadre.analysis.primitives.ways import Lists, Ways


def coverage(covers: Ways, parts: Ways, councils: Ways) -> Covered:
    """As `coverage.coverage` says."""
    size = covers.size
    above = Onward(ints(parts.sources), ints(parts.targets), size)
    found = unique(packed(ints(covers.targets), ints(covers.sources), size))
    new = found
    while new.size:
        area, body = new // size, new % size
        whole, counts = above.of(area)
        new = unique(packed(whole, np.repeat(body, counts), size))
        new = new[~among(new, found)]
        found = np.sort(np.concatenate((found, new)), kind="stable")
    steering = Onward(ints(councils.sources), ints(councils.targets), size)
    area, body = found // size, found % size
    council, counts = steering.of(body)
    above_them = unique(packed(np.repeat(area, counts), council, size))
    return Covered(_lists(found, size), _lists(above_them, size))


def _lists(pairs: Longs, size: int) -> Lists:
    first = begins(pairs // size, size)
    return Lists(column(first), column(pairs % size))
