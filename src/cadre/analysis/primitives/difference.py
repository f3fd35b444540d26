"""Difference: what comes, goes and stays between two states, by row."""

from __future__ import annotations

from dataclasses import dataclass

from cadre.analysis.primitives.ways import LARGE
from cadre.core.columns import Columns, Rows, rows


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows of elements and links: gone ones as `before` counts them, come ones as `after` does.

    All in order. What is in neither stays.
    """

    elements_gone: Rows
    elements_come: Rows
    links_gone: Rows
    links_come: Rows


def difference(before: Columns, after: Columns) -> Difference:
    """What differs in the elements and links of two states, attributes apart."""
    if max(len(before), len(after)) >= LARGE:
        from cadre.analysis.primitives.by_numpy.difference import difference as by_numpy

        return by_numpy(before, after)
    return plain_difference(before, after)


def plain_difference(before: Columns, after: Columns) -> Difference:
    """The same, in plain Python: sets."""
    old_keys, new_keys = set(before.keys), set(after.keys)
    old_ids, new_ids = set(before.ids()), set(after.ids())
    return Difference(
        rows(row for row, key in enumerate(before.keys) if key not in new_keys),
        rows(row for row, key in enumerate(after.keys) if key not in old_keys),
        rows(row for row, one in enumerate(before.ids()) if one not in new_ids),
        rows(row for row, one in enumerate(after.ids()) if one not in old_ids),
    )
