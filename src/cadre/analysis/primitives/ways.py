"""Ways: pairs of rows, as one kind of link or several together join them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Final

from cadre.core.columns import Columns, Rows, rows
from cadre.core.graph import Framework
from cadre.core.traits import LinkRole, Trait

LARGE: Final = 4_000
"""The number of pairs from which numpy is worth its start."""

Mask = bytes
"""One byte a row: 1 for those that are meant, 0 for the others."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Pairs of rows, in any order; of `size` rows in all. A pair may stand more than once."""

    sources: Rows
    targets: Rows
    size: int

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]], size: int) -> Ways:
        """From pairs of rows."""
        kept = list(pairs)
        return cls(rows(one for one, _ in kept), rows(other for _, other in kept), size)

    def __len__(self) -> int:
        return len(self.sources)

    @property
    def is_large(self) -> bool:
        """Whether numpy is worth its start."""
        return len(self.sources) >= LARGE

    def pairs(self) -> Iterable[tuple[int, int]]:
        """The pairs one by one."""
        return zip(self.sources, self.targets, strict=True)

    def turned(self) -> Ways:
        """The same ways from their targets to their sources."""
        return Ways(self.targets, self.sources, self.size)


@dataclass(frozen=True, slots=True)
class Lists:
    """A list of rows for each row, all in one column: those of row r from `first[r]` on."""

    first: Rows
    members: Rows

    def of(self, row: int) -> Rows:
        """The list of a row."""
        return self.members[self.first[row] : self.first[row + 1]]

    def count(self, row: int) -> int:
        """How long the list of a row is."""
        return self.first[row + 1] - self.first[row]


def lists(found: Iterable[Sequence[int]]) -> Lists:
    """From a list for each row."""
    first, members = rows([0]), rows()
    for own in found:
        if own:
            members.extend(own)
        first.append(len(members))
    return Lists(first, members)


def joined(size: int, *parts: Ways) -> Ways:
    """All ways of several kinds together."""
    sources, targets = rows(), rows()
    for part in parts:
        sources.extend(part.sources)
        targets.extend(part.targets)
    return Ways(sources, targets, size)


def of_types(columns: Columns, types: Iterable[str]) -> Ways:
    """The links of these types."""
    parts = []
    for name in types:
        number = columns.number_of(name)
        if number is not None:
            span = slice(columns.first[number], columns.first[number + 1])
            parts.append(Ways(columns.sources[span], columns.targets[span], len(columns.keys)))
    return parts[0] if len(parts) == 1 else joined(len(columns.keys), *parts)


def of_roles(framework: Framework, *roles: LinkRole) -> Ways:
    """The links of these roles."""
    known = framework.metamodel.roles
    return of_types(framework.columns, [name for role in roles for name in known.get(role, ())])


def rows_of_type(keys: Sequence[str], type_: str) -> range:
    """The rows of the elements of a type: keys are in order, so that they stand together."""
    # "0" is the character after "/".
    return range(bisect_left(keys, f"{type_}/"), bisect_left(keys, f"{type_}0"))


def mask_of(framework: Framework, *traits: Trait) -> Mask:
    """The elements that have any of these traits."""
    keys = framework.columns.keys
    found = bytearray(len(keys))
    for trait in traits:
        for entry in framework.metamodel.types_with(trait):
            span = rows_of_type(keys, entry.key)
            found[span.start : span.stop] = b"\1" * len(span)
    return bytes(found)


def held_to(ways: Ways, sources: Mask | None = None, targets: Mask | None = None) -> Ways:
    """The ways that begin, and that end, at rows that are meant."""
    if ways.is_large:
        from cadre.analysis.primitives.by_numpy.ways import held_to as by_numpy

        return by_numpy(ways, sources, targets)
    kept = [
        (sources is None or sources[source]) and (targets is None or targets[target])
        for source, target in ways.pairs()
    ]
    return Ways(rows(compress(ways.sources, kept)), rows(compress(ways.targets, kept)), ways.size)


def composed(one: Ways, other: Ways) -> Ways:
    """From where the one begins to where the other ends, over a row where both meet.

    In order, each pair once.
    """
    if one.is_large or other.is_large:
        from cadre.analysis.primitives.by_numpy.ways import composed as by_numpy

        return by_numpy(one, other)
    onward: dict[int, list[int]] = {}
    for source, target in other.pairs():
        onward.setdefault(source, []).append(target)
    found = {(source, end) for source, target in one.pairs() for end in onward.get(target, ())}
    return Ways.of(sorted(found), one.size)


def distinct(ways: Ways) -> Ways:
    """The same ways in order, each pair once."""
    if ways.is_large:
        from cadre.analysis.primitives.by_numpy.ways import distinct as by_numpy

        return by_numpy(ways)
    return Ways.of(sorted(set(ways.pairs())), ways.size)
