"""Columns out of what a table says, a whole type at a time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from cadre.analysis.primitives.by_numpy.arrays import Ints, Longs, column, ints, packed
from cadre.analysis.primitives.reading import SPAN, Joined, Numbers
from cadre.core.columns import Rows, rows

_BITS: Final = SPAN.bit_length() - 1


def numbers(text: str) -> Numbers:
    """As `reading.numbers` says."""
    found = array("q")
    found.frombytes(np.fromstring(text, dtype=np.int64, sep=",").tobytes())
    return found


def ends(ids: Numbers, places: Rows, links: Iterable[Joined]) -> tuple[Rows, Rows, Rows]:
    """As `reading.plain_ends` says."""
    known = _longs(ids)[ints(places)]
    order = np.argsort(known, kind="stable").astype(np.int32)
    known = known[order]
    # Numbers mostly go up with the keys: then links in order by number are in order by row.
    straight = bool((np.diff(order) == 1).all())
    first = rows([0])
    sources: list[npt.NDArray[np.int32]] = []
    targets: list[npt.NDArray[np.int32]] = []
    for _, joined in links:
        pairs = _longs(joined)
        starts = _rows_of(pairs >> _BITS, known, order, straight=straight)
        stops = _rows_of(pairs & (SPAN - 1), known, order, straight=straight)
        if not (straight and _is_in_order(pairs)):
            pairs = packed(starts, stops, len(ids))
            if not _is_in_order(pairs):
                pairs.sort()
                starts = (pairs // len(ids)).astype(np.int32)
                stops = (pairs % len(ids)).astype(np.int32)
        sources.append(starts)
        targets.append(stops)
        first.append(first[-1] + len(joined))
    return first, column(np.concatenate(sources)), column(np.concatenate(targets))


def _is_in_order(numbers_: Longs) -> bool:
    return bool((numbers_[1:] >= numbers_[:-1]).all())


def _longs(numbers_: Numbers) -> Longs:
    return np.frombuffer(numbers_, dtype=np.int64)


def _rows_of(wanted: Longs, known: Longs, order: Ints, *, straight: bool) -> Ints:
    """The row of each number. KeyError for one that is not known."""
    span = int(known[-1] - known[0]) + 1
    if not wanted.size:
        return wanted.astype(np.int32)
    if span == known.size and straight:
        if wanted.min() < known[0] or wanted.max() > known[-1]:
            raise KeyError(int(wanted[(wanted < known[0]) | (wanted > known[-1])][0]))
        near: Ints = (wanted - known[0]).astype(np.int32)
        return near
    if span <= 4 * known.size:
        # Numbers of one framework mostly stand close together: then a table has them at once.
        table = np.full(span, -1, dtype=np.int32)
        table[known - known[0]] = order
        inside = (wanted >= known[0]) & (wanted <= known[-1])
        if not bool(inside.all()):
            raise KeyError(int(wanted[~inside][0]))
        found: Ints = table[wanted - known[0]]
        if bool((found < 0).any()):
            raise KeyError(int(wanted[found < 0][0]))
        return found
    place = np.minimum(np.searchsorted(known, wanted), known.size - 1)
    if not bool((known[place] == wanted).all()):
        raise KeyError(int(wanted[known[place] != wanted][0]))
    rows_: Ints = order[place]
    return rows_
