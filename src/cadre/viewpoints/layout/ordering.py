"""Orders on two sides of a channel in which few lines cross.

The barycentre method of Sugiyama, Tagawa and Toda (1981): each side in turn is sorted by the mean
place of what it is joined to, and the best order met on the way is kept. Blocks (councils, focus
areas) keep their own order; only what stands inside a block moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

Left = TypeVar("Left")
Right = TypeVar("Right")
Item = TypeVar("Item")

Blocks = Sequence[Sequence[Item]]

SWEEPS: Final = 12


def crossings(edges: Iterable[tuple[float, float]]) -> int:
    """How many pairs of straight lines cross, each line given by its place on either side.

    Lines that share an end do not cross. O(n log n): inversions counted in a Fenwick tree.
    """
    ordered = sorted(edges)
    ranks = {place: rank for rank, place in enumerate(sorted({right for _, right in ordered}), 1)}
    tree = [0] * (len(ranks) + 1)
    found = 0
    for seen, (_, right) in enumerate(ordered):
        rank = ranks[right]
        below, at = 0, rank
        while at:
            below += tree[at]
            at -= at & -at
        found += seen - below
        at = rank
        while at < len(tree):
            tree[at] += 1
            at += at & -at
    return found


def by_barycentre(items: Sequence[Item], places: Mapping[Item, Sequence[float]]) -> list[Item]:
    """The items by the mean of the places each is joined to; those joined to nothing come last.

    Items of equal mean keep the order they came in.
    """
    means = {item: sum(places[item]) / len(places[item]) for item in items if places.get(item)}
    return [
        *sorted((item for item in items if item in means), key=lambda item: means[item]),
        *(item for item in items if item not in means),
    ]


def untangled(
    left: Blocks[Left],
    right: Blocks[Right],
    edges: Sequence[tuple[Left, Right]],
    sweeps: int = SWEEPS,
) -> tuple[list[list[Left]], list[list[Right]]]:
    """Both sides in an order in which few of the edges cross; never worse than the order given."""
    lefts: list[list[Left]] = [list(block) for block in left]
    rights: list[list[Right]] = [list(block) for block in right]
    best = (_count(lefts, rights, edges), lefts, rights)
    for sweep in range(2 * sweeps):
        if sweep % 2 == 0:
            at_left = _places(lefts)
            to_right: dict[Right, list[float]] = {}
            for source, target in edges:
                to_right.setdefault(target, []).append(at_left[source])
            moved_right = [by_barycentre(block, to_right) for block in rights]
            still = moved_right == rights and sweep > 0
            rights = moved_right
        else:
            at_right = _places(rights)
            to_left: dict[Left, list[float]] = {}
            for source, target in edges:
                to_left.setdefault(source, []).append(at_right[target])
            moved_left = [by_barycentre(block, to_left) for block in lefts]
            still = moved_left == lefts
            lefts = moved_left
        count = _count(lefts, rights, edges)
        if count < best[0]:
            best = (count, lefts, rights)
        if still:
            break
    return best[1], best[2]


def _places(blocks: Blocks[Item]) -> dict[Item, float]:
    return {item: float(place) for place, item in enumerate(i for block in blocks for i in block)}


def _count(left: Blocks[Left], right: Blocks[Right], edges: Iterable[tuple[Left, Right]]) -> int:
    at_left, at_right = _places(left), _places(right)
    return crossings((at_left[source], at_right[target]) for source, target in edges)
