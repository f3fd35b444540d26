"""Sharing pairs on whole columns: an inverted index, and sums in a table of some rows at a time."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from cadre.analysis.primitives.by_numpy.arrays import (
    Ints,
    Longs,
    begins,
    column,
    ints,
    packed,
    ranges,
)
from cadre.analysis.primitives.pairs import Pairs
from cadre.analysis.primitives.ways import Ways

Floats = npt.NDArray[np.float64]

_CELLS: Final = 300_000
"""Most cells of a table of sums, and most terms of them made at a time: some 10 MB."""


def sharing(
    holds: Ways, weights: Sequence[float], shares: Sequence[float] | None, least: float
) -> Pairs:
    """As `pairs.sharing` says."""
    names, holders, things, its = _by_thing(holds, shares)
    own: Floats = np.asarray(weights, dtype=np.float64)[things]
    if its is not None:
        own *= its
    alike = its is None and bool((own == own[:1]).all())
    all_weigh = bool((own > 0).all())
    # The later entries of a thing are the others of a pair.
    places = np.arange(things.size, dtype=np.int64)
    later = begins(things, holds.size)[things + 1] - places - 1
    # By the one of the pair, so that all terms of a pair are made together.
    by_one = np.sort(packed(holders, places, things.size)) % max(things.size, 1)
    first = begins(holders, names.size)
    terms = np.concatenate(([0], np.cumsum(later[by_one])))[first]
    ones: list[npt.NDArray[np.int64]] = []
    others: list[npt.NDArray[np.int64]] = []
    sums: list[Floats] = []
    start = 0
    while start < names.size:
        stop = _stop(start, names.size, terms)
        chosen = by_one[first[start] : first[stop]]
        counts = later[chosen]
        other = ranges(chosen + 1, counts)
        cells = np.repeat((holders[chosen] - start) * names.size, counts)
        cells += holders[other]
        table = (stop - start) * names.size
        total: Floats | Longs
        if alike:
            total = np.bincount(cells, minlength=table)
        else:
            parts = np.repeat(own[chosen], counts)
            if its is not None:
                parts *= its[other]
            total = np.bincount(cells, parts, minlength=table)
        if least > 0:
            found = np.flatnonzero(total * own[0] >= least if alike else total >= least)
        elif all_weigh:
            found = np.flatnonzero(total)
        else:
            found = np.flatnonzero(np.bincount(cells, minlength=table))
        one = found // names.size
        ones.append(one + start)
        others.append(found - one * names.size)
        sums.append(total[found] * own[0] if alike else total[found].astype(np.float64, copy=False))
        start = stop
    if not ones:
        return Pairs(array("i"), array("i"), array("d"))
    weighed = array("d")
    weighed.frombytes(np.concatenate(sums).tobytes())
    return Pairs(
        column(names[np.concatenate(ones)]), column(names[np.concatenate(others)]), weighed
    )


def _by_thing(
    holds: Ways, shares: Sequence[float] | None
) -> tuple[Ints, Longs, Longs, Floats | None]:
    """The holders by number, and each holding by thing and then holder: both, and its share."""
    there = np.bincount(ints(holds.sources), minlength=holds.size) > 0
    names = np.flatnonzero(there).astype(np.int32)
    number = np.cumsum(there) - 1
    count = max(names.size, 1)
    numbers = packed(ints(holds.targets), number[ints(holds.sources)], count)
    if shares is None:
        numbers.sort()
        return names, numbers % count, numbers // count, None
    order = np.argsort(numbers)
    numbers = numbers[order]
    return names, numbers % count, numbers // count, np.asarray(shares)[order]


def _stop(start: int, size: int, terms: npt.NDArray[np.int64]) -> int:
    """How many holders to take at once: at least one."""
    by_cells = start + _CELLS // size
    by_terms = int(np.searchsorted(terms, terms[start] + _CELLS, side="right")) - 1
    return max(start + 1, min(size, by_cells, by_terms))
