"""Pairs: which two holders share things, and how much what they share weighs."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cadre.analysis.primitives.ways import Ways
from cadre.core.columns import Rows, rows


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of holders in order, the lower row first, with the weight of what they share."""

    ones: Rows
    others: Rows
    weights: array[float]

    def __len__(self) -> int:
        return len(self.ones)


def sharing(
    holds: Ways, weights: Sequence[float], shares: Sequence[float] | None = None, least: float = 0.0
) -> Pairs:
    """The pairs that share something, and whose weight is at least `least`.

    `holds` lead from holders to things, each pair once. What two share weighs the sum, over the
    things of both, of the weight of the thing (`weights`, by row) times what each has of it
    (`shares`, by pair of `holds`; 1 when not given). Exact as long as weights are whole numbers.
    """
    if holds.is_large:
        from cadre.analysis.primitives.by_numpy.pairs import sharing as by_numpy

        return by_numpy(holds, weights, shares, least)
    return plain_sharing(holds, weights, shares, least)


def plain_sharing(
    holds: Ways, weights: Sequence[float], shares: Sequence[float] | None = None, least: float = 0.0
) -> Pairs:
    """The same, in plain Python: an inverted index."""
    own = shares if shares is not None else array("d", [1.0]) * len(holds)
    holders = Counter(holds.targets)
    held: dict[int, list[tuple[int, float]]] = {}
    for holder, thing, share in zip(holds.sources, holds.targets, own, strict=True):
        if holders[thing] > 1:
            held.setdefault(holder, []).append((thing, share))
    # From the last holder to the first, so that those met before are the others of a pair.
    met: dict[int, list[tuple[int, float]]] = {}
    ones, others, sums = rows(), rows(), array("d")
    for one in sorted(held, reverse=True):
        totals: dict[int, float] = {}
        for thing, share in held[one]:
            worth = weights[thing] * share
            those = met.setdefault(thing, [])
            for other, its_share in those:
                totals[other] = totals.get(other, 0.0) + worth * its_share
            those.append((one, share))
        for other in sorted(totals, reverse=True):
            if totals[other] >= least:
                ones.append(one)
                others.append(other)
                sums.append(totals[other])
    for column in (ones, others, sums):
        column.reverse()
    return Pairs(ones, others, sums)
