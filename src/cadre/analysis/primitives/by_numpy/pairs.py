"""Sharing pairs on whole columns: an inverted index, and sums in a table of some rows at a time."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from cadre.analysis.primitives.by_numpy.arrays import begins, column, ints, ranges
from cadre.analysis.primitives.pairs import Pairs
from cadre.analysis.primitives.ways import Ways

Floats = npt.NDArray[np.float64]

_CELLS: Final = 1_000_000
"""Most cells of a table of sums, and most terms of them made at a time: some 30 MB."""


def sharing(
    holds: Ways, weights: Sequence[float], shares: Sequence[float] | None, least: float
) -> Pairs:
    """As `pairs.sharing` says."""
    names, numbers = np.unique(ints(holds.sources), return_inverse=True)
    # By thing, and in each by holder: the later entries of a thing are the others of a pair.
    order = np.lexsort((numbers, ints(holds.targets)))
    holders = numbers[order].astype(np.int64)
    things = ints(holds.targets)[order]
    own: Floats = np.asarray(weights, dtype=np.float64)[things]
    its: Floats = np.ones(things.size) if shares is None else np.asarray(shares)[order]
    own *= its
    ends = begins(things, holds.size)[things + 1]
    places = np.arange(things.size, dtype=np.int64)
    later = ends - places - 1
    # By the one of the pair, so that all terms of a pair are made together.
    by_one = np.argsort(holders, kind="stable")
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
        terms_of = np.repeat(own[chosen], counts) * its[other]
        total = np.bincount(cells, terms_of, minlength=table).astype(np.float64, copy=False)
        there = np.bincount(cells, minlength=table) > 0
        if least > 0:
            there &= total >= least
        found = np.flatnonzero(there)
        ones.append(found // names.size + start)
        others.append(found % names.size)
        sums.append(total[found])
        start = stop
    if not ones:
        return Pairs(array("i"), array("i"), array("d"))
    weighed = array("d")
    weighed.frombytes(np.concatenate(sums).tobytes())
    return Pairs(
        column(names[np.concatenate(ones)]), column(names[np.concatenate(others)]), weighed
    )


def _stop(start: int, size: int, terms: npt.NDArray[np.int64]) -> int:
    """How many holders to take at once: at least one."""
    by_cells = start + _CELLS // size
    by_terms = int(np.searchsorted(terms, terms[start] + _CELLS, side="right")) - 1
    return max(start + 1, min(size, by_cells, by_terms))
