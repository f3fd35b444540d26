"""What of a large framework the far view shows at one level, and what it counts together.

Focus areas stand under their wholes, and open one level at a time. Of councils, areas, priorities
and outside bodies, those with most groups stay where there are more than a page holds; the others
are one block with its counts. Nothing is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cadre.analysis.coverage import below
from cadre.core.graph import Framework
from cadre.core.traits import LinkRole
from cadre.viewpoints.framework_map.selection import NO_COUNCIL, Council, Selection

OTHER_COUNCILS: Final = "+councils"
OTHER_AREAS: Final = "+areas"
OTHER_PRIORITIES: Final = "+priorities"
OTHER_OUTSIDE: Final = "+outside"
OTHERS: Final = frozenset({OTHER_COUNCILS, OTHER_AREAS, OTHER_PRIORITIES, OTHER_OUTSIDE})
"""Keys, of no element, of the blocks that hold the others."""


@dataclass(frozen=True, slots=True)
class Most:
    """How many of each kind of thing stand by themselves, the block of the others among them."""

    councils: int
    areas: int
    priorities: int
    outside: int


PAGE: Final = Most(councils=7, areas=16, priorities=12, outside=12)
"""What a page holds: with the marks that tell councils apart, and rows that can be read."""


@dataclass(frozen=True, slots=True)
class Level:
    """The rows of a level, each with the areas whose groups it counts."""

    rows: Mapping[str, tuple[str, ...]]
    itself: str = ""
    """The area that was opened, where it is a row too: for what is in it and in no part of it."""
    rolled: bool = False
    """Whether any row counts more than itself."""


def level(framework: Framework, order: Sequence[str], selection: Selection) -> Level:
    """The outermost areas; or, where a reader chose an area that has parts, these parts.

    A part that is part of two areas counts in both. What nothing counts but itself, as in a circle
    of parts, stands as a row.
    """
    under = below(framework)
    whole = selection.area
    if whole and len(under[whole]) == 1:
        return Level({whole: (whole,)})
    if whole:
        parts = [key for key in order if key != whole and whole in _wholes(framework, key, under)]
        rows = {key: tuple(it for it in under[key] if it != whole) for key in parts}
        if _is_used(framework, whole):
            return Level({whole: (whole,), **rows}, whole, rolled=_any_below(rows))
        return Level(rows, rolled=_any_below(rows))
    counted: set[str] = set()
    rows = {}
    for key in order:
        if key not in counted and not _wholes(framework, key, under):
            rows[key] = under[key]
            counted.update(under[key])
    for key in order:  # a circle of parts has no outermost
        if key not in counted:
            rows[key] = under[key]
            counted.update(under[key])
    return Level(rows, rolled=_any_below(rows))


def _wholes(framework: Framework, key: str, under: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [it for it in framework.targets(key, LinkRole.PART_OF) if it in under and it != key]


def _any_below(rows: Mapping[str, tuple[str, ...]]) -> bool:
    return any(len(members) > 1 for members in rows.values())


def _is_used(framework: Framework, area: str) -> bool:
    """Whether anybody works in an area itself, or anything is in it or tied to it."""
    roles = (LinkRole.COVERS, LinkRole.IN_FOCUS_AREA)
    return any(framework.links_in(area, role) for role in roles) or any(
        (framework.links_out(area, LinkRole.TIED_TO), framework.links_in(area, LinkRole.TIED_TO))
    )


def folded_councils(
    blocks: tuple[Council, ...], most: int, weight: Callable[[str], int]
) -> tuple[Council, ...]:
    """The blocks with those of most groups by themselves, and the others as one before the last.

    `weight` says of a group how much it counts. Groups without a block stay as they are.
    """
    named = [block for block in blocks if block.key != NO_COUNCIL]
    if len(named) <= most:
        return blocks
    sizes = {block.key: sum(map(weight, block.groups)) for block in named}
    kept = kept_of(list(sizes), most, sizes)
    rest = [block for block in named if block.key not in kept]
    others = Council(
        OTHER_COUNCILS,
        tuple(group for block in rest for group in block.groups),
        tuple(block.key for block in rest),
    )
    alone = [block for block in blocks if block.key == NO_COUNCIL]
    return (*(block for block in named if block.key in kept), others, *alone)


def kept_of(keys: Sequence[str], most: int, weights: Mapping[str, float]) -> frozenset[str]:
    """Those of most weight, one less than `most` where there are more; of equals the first."""
    if len(keys) <= most:
        return frozenset(keys)
    ordered = sorted(keys, key=lambda key: -weights.get(key, 0))
    return frozenset(ordered[: most - 1])
