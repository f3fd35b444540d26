"""Difference on whole columns: each link as one number, both states merged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from cadre.analysis.primitives.by_numpy.arrays import Ints, Longs, column, ints
from cadre.analysis.primitives.difference import Difference
from cadre.core.columns import Columns, Rows, rows


def difference(before: Columns, after: Columns) -> Difference:
    """As `difference.difference` says."""
    gone, come, old_rank, new_rank = _elements(before.keys, after.keys)
    types = sorted({*before.types, *after.types})
    size = len(after.keys) + len(gone)
    old = _numbers(before, types, size, old_rank)
    new = _numbers(after, types, size, new_rank)
    alone = _alone(old, new)
    return Difference(gone, come, column(_places(old, alone)), column(_places(new, alone)))


def _elements(
    before: Sequence[str], after: Sequence[str]
) -> tuple[Rows, Rows, Ints | None, Ints | None]:
    """Rows gone and come; and for each row of either its rank among the keys of both.

    None for the ranks where they are the rows.
    """
    if before == after:
        return rows(), rows(), None, None
    row = {key: number for number, key in enumerate(after)}
    same = np.fromiter((row.get(key, -1) for key in before), dtype=np.int32, count=len(before))
    there = same >= 0
    gone = np.flatnonzero(~there)
    come = np.ones(len(after), dtype=np.bool_)
    come[same[there]] = False
    places = np.array([bisect_left(after, before[one]) for one in gone.tolist()], dtype=np.int32)
    numbers = np.arange(len(after), dtype=np.int32)
    new_rank = numbers + np.searchsorted(places, numbers, side="right").astype(np.int32)
    old_rank = np.empty(len(before), dtype=np.int32)
    old_rank[there] = new_rank[same[there]]
    old_rank[gone] = places + np.arange(gone.size, dtype=np.int32)
    return column(gone), column(np.flatnonzero(come)), old_rank, new_rank


def _numbers(columns: Columns, types: list[str], size: int, rank: Ints | None) -> Longs:
    """Each link as one number, in order, that tells its type and ends."""
    sources, targets = ints(columns.sources), ints(columns.targets)
    if rank is not None:
        sources, targets = rank[sources], rank[targets]
    numbers = sources.astype(np.int64)
    for number, name in enumerate(columns.types):
        span = columns.span(number)
        numbers[span.start : span.stop] += types.index(name) * size
    numbers *= size
    numbers += targets
    return numbers


def _alone(old: Longs, new: Longs) -> Longs:
    """The numbers that only one of the two has."""
    both = np.concatenate((old, new))
    both.sort(kind="stable")  # merges what is in order already
    apart = np.ones(both.size + 1, dtype=np.bool_)
    _ = np.not_equal(both[1:], both[:-1], out=apart[1:-1])
    alone: Longs = both[apart[1:] & apart[:-1]]
    return alone


def _places(numbers: Longs, wanted: Longs) -> Longs:
    """Where those of the wanted stand that are there, all in order."""
    place = np.searchsorted(numbers, wanted)
    there = place < numbers.size
    there[there] = numbers[place[there]] == wanted[there]
    found: Longs = place[there]
    return found
