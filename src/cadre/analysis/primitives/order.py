"""Order: what is needed before what needs it, and the knots that leave no such order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cadre.analysis.primitives.ways import Ways
from cadre.core.columns import Rows, rows

Knot = tuple[int, ...]
"""Rows that all lead to each other, in order; a single row leads to itself."""


@dataclass(frozen=True, slots=True)
class Order:
    """Rows with every target before its source, as far as the `knots` leave such an order.

    In layers: first what leads to nothing, then what leads to that alone, and so on; in a layer
    by row. The members of a knot stand together, at the place of the first. `layers` has the number
    of the layer of each row of `rows`.
    """

    rows: Rows
    layers: Rows
    knots: tuple[Knot, ...]


def order(ways: Ways) -> Order:
    """All rows in order."""
    if ways.is_large:
        from cadre.analysis.primitives.by_numpy.order import order as by_numpy

        found = by_numpy(ways)
        if found is not None:
            return found
    return plain_order(ways)


def knots(ways: Ways) -> tuple[Knot, ...]:
    """The knots that the ways make, in order of their first rows."""
    if ways.is_large:
        from cadre.analysis.primitives.by_numpy.order import knots as by_numpy

        return by_numpy(ways)
    return plain_knots(ways)


def plain_order(ways: Ways) -> Order:
    """The same, in plain Python: Kahn's algorithm over the knots, layer by layer."""
    tied = plain_knots(ways)
    lead = list(range(ways.size))
    members: dict[int, Knot] = {}
    for knot in tied:
        members[knot[0]] = knot
        for row in knot:
            lead[row] = knot[0]
    needs = {(lead[one], lead[other]) for one, other in ways.pairs() if lead[one] != lead[other]}
    open_needs = [0] * ways.size
    needed_by: dict[int, list[int]] = {}
    for one, other in needs:
        open_needs[one] += 1
        needed_by.setdefault(other, []).append(one)
    layer = [row for row in range(ways.size) if lead[row] == row and not open_needs[row]]
    found, layers, number = rows(), rows(), 0
    while layer:
        beyond = []
        for row in sorted(layer):
            together = members.get(row, (row,))
            found.extend(together)
            layers.extend([number] * len(together))
            for one in needed_by.get(row, ()):
                open_needs[one] -= 1
                if not open_needs[one]:
                    beyond.append(one)
        layer, number = beyond, number + 1
    return Order(found, layers, tied)


def plain_knots(ways: Ways) -> tuple[Knot, ...]:
    """The same, in plain Python. Tarjan (1972)."""
    return knots_among(ways.pairs())


def knots_among(pairs: Iterable[tuple[int, int]]) -> tuple[Knot, ...]:
    """The knots that these pairs make."""
    onward: dict[int, list[int]] = {}
    for source, target in pairs:
        onward.setdefault(source, []).append(target)
    found = [
        tuple(sorted(component))
        for component in _components(onward)
        if len(component) > 1 or component[0] in onward.get(component[0], ())
    ]
    return tuple(sorted(found))


def _components(onward: Mapping[int, Sequence[int]]) -> Iterator[list[int]]:
    """Strongly connected components, without recursion: chains may be long."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    waiting: set[int] = set()
    for root in onward:
        if root in index:
            continue
        work: list[tuple[int, Iterator[int]]] = [(root, iter(onward[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        waiting.add(root)
        while work:
            row, others = work[-1]
            for other in others:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    waiting.add(other)
                    work.append((other, iter(onward.get(other, ()))))
                    break
                if other in waiting:
                    low[row] = min(low[row], index[other])
            else:
                _ = work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[row])
                if low[row] == index[row]:
                    component: list[int] = []
                    while not component or component[-1] != row:
                        component.append(stack.pop())
                        waiting.discard(component[-1])
                    yield component


def way_round(knot: Knot, ways: Ways) -> tuple[int, ...]:
    """The shortest closed path through the first member of a knot, that member at both ends.

    Of several equally short the one of the lowest rows.
    """
    first, inside = knot[0], set(knot)
    onward: dict[int, set[int]] = {}
    for source, target in ways.pairs():
        if source in inside and target in inside:
            onward.setdefault(source, set()).add(target)
    came_from: dict[int, int] = {}
    queue = deque([first])
    while queue:
        row = queue.popleft()
        if first in onward.get(row, ()):
            path = [first]
            while row != first:
                path.append(row)
                row = came_from[row]
            return (first, *reversed(path))
        for other in sorted(onward.get(row, ())):
            if other not in came_from:
                came_from[other] = row
                queue.append(other)
    raise ValueError(f"no way round through {first}")
