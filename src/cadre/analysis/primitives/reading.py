"""Columns out of what a table says: numbers as text, and rows under numbers of the table's own."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from cadre.analysis.primitives.ways import LARGE
from cadre.core.columns import Columns, Rows, rows

Numbers: TypeAlias = "array[int]"
"""Numbers of a table, eight bytes each."""
Joined: TypeAlias = tuple[str, Numbers]
"""A link type, and each of its links as one number: that of its source, times `SPAN`, and that of
its target."""

SPAN: Final = 1 << 31
"""One more than the largest number that an element of a table may have."""

_LARGE_TEXT: Final = 6 * LARGE


def numbers(text: str) -> Numbers:
    """The numbers of a text that has commas between them."""
    if len(text) >= _LARGE_TEXT:
        from cadre.analysis.primitives.by_numpy.reading import numbers as by_numpy

        return by_numpy(text)
    return array("q", map(int, text.split(",")) if text else ())


def columns(ids: Numbers, keys: Sequence[str], links: Sequence[Joined]) -> tuple[Columns, Rows]:
    """Elements and links in order, and for each row of theirs its place in `ids` and `keys`.

    Types may come in any order, each once, and so may elements and links. KeyError for a number
    that is no element's.
    """
    places, ordered = rows(range(len(keys))), sorted(keys)
    if ordered != keys:
        places = rows(sorted(places, key=keys.__getitem__))
    found = sorted((one for one in links if len(one[1])), key=lambda one: one[0])
    if max((len(pairs) for _, pairs in found), default=0) >= LARGE:
        from cadre.analysis.primitives.by_numpy.reading import ends as by_numpy

        first, sources, targets = by_numpy(ids, places, found)
    else:
        first, sources, targets = plain_ends(ids, places, found)
    return Columns(ordered, [name for name, _ in found], first, sources, targets), places


def plain_ends(ids: Numbers, places: Rows, links: Iterable[Joined]) -> tuple[Rows, Rows, Rows]:
    """Where each type begins, and the rows of sources and targets in order."""
    row = {ids[place]: number for number, place in enumerate(places)}
    first, sources, targets = rows([0]), rows(), rows()
    for _, pairs in links:
        for source, target in sorted((row[one // SPAN], row[one % SPAN]) for one in pairs):
            sources.append(source)
            targets.append(target)
        first.append(len(sources))
    return first, sources, targets


def place_of(columns: Columns, type_: str, source: int, target: int) -> int:
    """The link of a type between two rows. KeyError when there is none."""
    number = bisect_left(columns.types, type_)
    found = columns.find(number, source, target) if number < len(columns.types) else None
    if found is None or columns.types[number] != type_:
        raise KeyError((type_, source, target))
    return found
