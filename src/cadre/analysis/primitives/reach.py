"""Reach: what can be got to from some rows, and what is nearest above each."""

from __future__ import annotations

from collections.abc import Iterable

from cadre.analysis.primitives.ways import Mask, Ways
from cadre.core.columns import Rows, rows

UNREACHED = -1


def reach(ways: Ways, starts: Iterable[int]) -> Rows:
    """For each row, the least number of ways to it from any start; -1 where none leads.

    Breadth first; the starts themselves are at 0.
    """
    first = rows(starts)
    if ways.is_large:
        from cadre.analysis.primitives.by_numpy.reach import reach as by_numpy

        found = by_numpy(ways, first)
        if found is not None:
            return found
    return plain_reach(ways, first)


def plain_reach(ways: Ways, starts: Rows) -> Rows:
    """The same, in plain Python."""
    onward: dict[int, list[int]] = {}
    for source, target in ways.pairs():
        onward.setdefault(source, []).append(target)
    found = rows([UNREACHED]) * ways.size
    front = list(starts)
    for row in front:
        found[row] = 0
    step = 0
    while front:
        step += 1
        beyond = []
        for row in front:
            for target in onward.get(row, ()):
                if found[target] == UNREACHED:
                    found[target] = step
                    beyond.append(target)
        front = beyond
    return found


def nearest(ways: Ways, goals: Mask, starts: Iterable[int]) -> Ways:
    """From each start to the goals nearest to it: itself, or all those the same few ways off.

    The pairs are in order and stand once.
    """
    first = rows(starts)
    if ways.is_large:
        from cadre.analysis.primitives.by_numpy.reach import nearest as by_numpy

        return by_numpy(ways, goals, first)
    return plain_nearest(ways, goals, first)


def plain_nearest(ways: Ways, goals: Mask, starts: Rows) -> Ways:
    """The same, in plain Python."""
    onward: dict[int, list[int]] = {}
    for source, target in ways.pairs():
        onward.setdefault(source, []).append(target)
    found: list[tuple[int, int]] = []
    for start in sorted(set(starts)):
        seen, level = {start}, {start}
        while level:
            there = sorted(row for row in level if goals[row])
            if there:
                found += [(start, row) for row in there]
                break
            level = {target for row in level for target in onward.get(row, ())} - seen
            seen |= level
    return Ways.of(found, ways.size)
