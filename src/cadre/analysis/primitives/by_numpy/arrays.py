"""Between columns and arrays, and the few steps that several primitives take."""

from __future__ import annotations

from array import array
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from cadre.core.columns import Rows

Ints: TypeAlias = npt.NDArray[np.int32]
Longs: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

DEEPEST: Final = 1_000
"""Rounds after which plain Python takes over: on long thin chains an array a round is no gain."""


def ints(column: Rows) -> Ints:
    """A column as an array, without a copy."""
    return np.frombuffer(column, dtype=np.int32)


def column(numbers: npt.NDArray[np.integer]) -> Rows:
    """An array as a column."""
    made = array("i")
    made.frombytes(numbers.astype(np.int32, copy=False).tobytes())
    return made


def packed(high: Ints | Longs, low: Ints | Longs, size: int) -> Longs:
    """Pairs as single numbers, in the order of the pairs."""
    numbers = high.astype(np.int64)
    numbers *= size
    numbers += low
    return numbers


def unique(numbers: Longs) -> Longs:
    """In order, each once. Quicker than `np.unique`, which hashes."""
    numbers = np.sort(numbers)
    if not numbers.size:
        return numbers
    new = np.empty(numbers.size, dtype=np.bool_)
    new[0] = True
    _ = np.not_equal(numbers[1:], numbers[:-1], out=new[1:])
    return numbers[new]


def among(numbers: Longs, known: Longs) -> Flags:
    """Which numbers are among the known ones, both in order."""
    place = np.searchsorted(known, numbers)
    place[place == known.size] = 0
    found: Flags = known[place] == numbers
    return found


def begins(sources: Ints | Longs, size: int) -> Longs:
    """Where those of each row begin among sources in order, and where the last ones end."""
    first = np.zeros(size + 1, dtype=np.int64)
    _ = np.cumsum(np.bincount(sources, minlength=size), out=first[1:])
    return first


class Onward:
    """Where ways lead from each row."""

    def __init__(self, sources: Ints, targets: Ints, size: int) -> None:
        if sources.size and not bool((sources[1:] >= sources[:-1]).all()):
            order = np.argsort(sources, kind="stable")
            sources, targets = sources[order], targets[order]
        self.first = begins(sources, size)
        self.targets = targets

    def of(self, rows: Ints | Longs) -> tuple[Ints, Longs]:
        """Where ways lead from these rows, and how many from each."""
        starts = self.first[rows]
        counts = self.first[rows + 1] - starts
        return self.targets[ranges(starts, counts)], counts


def ranges(starts: Longs, counts: Longs) -> Longs:
    """`counts[i]` numbers from `starts[i]` on, for each i, in one array."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if ends.size else 0
    return np.repeat(starts - ends + counts, counts) + np.arange(total, dtype=np.int64)
