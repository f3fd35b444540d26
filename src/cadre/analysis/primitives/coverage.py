"""Coverage: which bodies, and which councils above them, stand on an area or on a part of it."""

from __future__ import annotations

from dataclasses import dataclass

from cadre.analysis.primitives.ways import Lists, Ways, lists


@dataclass(frozen=True, slots=True)
class Covered:
    """By row of an area, the rows that cover it or a part of it, and the councils of those.

    Each list is in order of rows and names each once.
    """

    bodies: Lists
    councils: Lists


def coverage(covers: Ways, parts: Ways, councils: Ways) -> Covered:
    """Who covers each area.

    `covers` lead from bodies to areas, `parts` from areas to the areas they are part of (at any
    remove, round in circles or not), `councils` from bodies to their councils.
    """
    if covers.is_large:
        from cadre.analysis.primitives.by_numpy.coverage import coverage as by_numpy

        return by_numpy(covers, parts, councils)
    return plain_coverage(covers, parts, councils)


def plain_coverage(covers: Ways, parts: Ways, councils: Ways) -> Covered:
    """The same, in plain Python."""
    wholes: dict[int, set[int]] = {}
    for part, whole in parts.pairs():
        wholes.setdefault(part, set()).add(whole)
    steering: dict[int, set[int]] = {}
    for body, council in councils.pairs():
        steering.setdefault(body, set()).add(council)
    direct: dict[int, set[int]] = {}
    for body, area in covers.pairs():
        direct.setdefault(area, set()).add(body)
    bodies: list[set[int]] = [set() for _ in range(covers.size)]
    for area, own in direct.items():
        seen, waiting = {area}, [area]
        while waiting:
            at = waiting.pop()
            bodies[at] |= own
            above = wholes.get(at, set()) - seen
            seen |= above
            waiting += above
    return Covered(
        lists([sorted(own) if own else () for own in bodies]),
        lists(
            [
                sorted(set().union(*(steering.get(one, ()) for one in own))) if own else ()
                for own in bodies
            ]
        ),
    )
