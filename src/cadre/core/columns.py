"""Links as columns of row numbers: what a framework is inside, and what the primitives work on.

Elements are rows in order of their keys. Links stand in order of type, source and target, so that
the links of a type are one piece. A number takes four bytes; a million links, eight megabytes.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from cadre.core.keys import LinkId

Rows: TypeAlias = "array[int]"
"""Row numbers, four bytes each."""


def rows(numbers: Iterable[int] = ()) -> Rows:
    """Row numbers as a column."""
    return array("i", numbers)


def zeros(count: int) -> Rows:
    """So many zeros, as a column."""
    return array("i", bytes(4 * count))


class Columns:
    """Elements and links by number. Never changes once made.

    `keys` are those of the elements, in order. `types` are the link types in order, and the links
    of `types[n]` are those from `first[n]` up to `first[n + 1]`.
    """

    def __init__(
        self, keys: Sequence[str], types: Sequence[str], first: Rows, sources: Rows, targets: Rows
    ) -> None:
        self.keys = keys
        self.types = types
        self.first = first
        self.sources = sources
        self.targets = targets

    @classmethod
    def of(cls, keys: Sequence[str], row: Mapping[str, int], ids: Sequence[LinkId]) -> Columns:
        """From keys and link ids, both in order. KeyError, with the key, for an end not there."""
        types: list[str] = []
        first = rows()
        for place, one in enumerate(ids):
            if not types or types[-1] != one.type:
                types.append(one.type)
                first.append(place)
        first.append(len(ids))
        return cls(
            keys,
            types,
            first,
            rows(row[one.source] for one in ids),
            rows(row[one.target] for one in ids),
        )

    def __len__(self) -> int:
        return len(self.sources)

    def span(self, number: int) -> range:
        """The links of a type, by its number."""
        return range(self.first[number], self.first[number + 1])

    def type_of(self, link: int) -> int:
        """The number of a link's type."""
        return bisect_right(self.first, link) - 1

    def number_of(self, type_: str) -> int | None:
        """The number of a link type, None when no link is of it."""
        place = bisect_left(self.types, type_)
        return place if place < len(self.types) and self.types[place] == type_ else None

    def id_of(self, link: int) -> LinkId:
        """What identifies a link."""
        return LinkId(
            self.types[self.type_of(link)],
            self.keys[self.sources[link]],
            self.keys[self.targets[link]],
        )

    def ids(self) -> Iterator[LinkId]:
        """What identifies each link, in order."""
        keys = self.keys
        for number, name in enumerate(self.types):
            span = slice(self.first[number], self.first[number + 1])
            for source, target in zip(self.sources[span], self.targets[span], strict=True):
                yield LinkId(name, keys[source], keys[target])

    def find(self, number: int, source: int, target: int) -> int | None:
        """The link of a type between two rows, None when there is none."""
        low, high = self.first[number], self.first[number + 1]
        low = bisect_left(self.sources, source, low, high)
        high = bisect_right(self.sources, source, low, high)
        place = bisect_left(self.targets, target, low, high)
        return place if place < high and self.targets[place] == target else None

    @cached_property
    def by_source(self) -> tuple[Rows, Rows]:
        """Links in order of their source, and where those of each row begin."""
        return _ordered_by(self.sources, len(self.keys))

    @cached_property
    def by_target(self) -> tuple[Rows, Rows]:
        """Links in order of their target, and where those of each row begin."""
        return _ordered_by(self.targets, len(self.keys))


def _ordered_by(ends: Rows, elements: int) -> tuple[Rows, Rows]:
    """Counting sort."""
    first = zeros(elements + 1)
    for end in ends:
        first[end + 1] += 1
    for element in range(elements):
        first[element + 1] += first[element]
    place = first[:]
    order = zeros(len(ends))
    for row, end in enumerate(ends):
        order[place[end]] = row
        place[end] += 1
    return order, first
