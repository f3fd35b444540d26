"""Long lists, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

Item = TypeVar("Item")

SIZE: Final = 50
"""How many rows a page has."""
ORPHANS: Final = 15
"""So many rows or fewer are no page of their own: the last page takes them."""
_BESIDE: Final = 1
"""How many pages are named on either side of the one at hand."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list of `count` rows, `size` or more of them; `number` counts from 1."""

    number: int
    count: int
    size: int = SIZE
    orphans: int = ORPHANS

    @property
    def pages(self) -> int:
        """How many pages there are; one where there is nothing."""
        return max(1, -(-(self.count - self.orphans) // self.size))

    @property
    def start(self) -> int:
        """How many rows stand before this page."""
        return (self.number - 1) * self.size

    @property
    def first(self) -> int:
        """The place of its first row in the list, from 1; 0 where there is nothing."""
        return min(self.start + 1, self.count)

    @property
    def last(self) -> int:
        """The place of its last row in the list."""
        return self.count if self.number == self.pages else self.start + self.size

    @property
    def previous(self) -> int:
        """The page before; 0 on the first."""
        return self.number - 1

    @property
    def next(self) -> int:
        """The page after; 0 on the last."""
        return 0 if self.number == self.pages else self.number + 1

    @property
    def steps(self) -> tuple[int, ...]:
        """The pages to name: the first, those around this one, the last; 0 where some are left out.

        No gap stands for one page alone.
        """
        return tuple(self._steps())

    def _steps(self) -> Iterator[int]:
        near = range(self.number - _BESIDE, self.number + _BESIDE + 1)
        named = sorted({1, self.pages, *(one for one in near if 1 <= one <= self.pages)})
        before = 0
        for one in named:
            if one - before == 2:
                yield before + 1
            elif one - before > 2:
                yield 0
            yield one
            before = one

    def of(self, rows: Sequence[Item]) -> Sequence[Item]:
        """The rows of this page, of all rows of the list."""
        return rows[self.start : self.last]


def page_of(count: int, asked: int = 1) -> Page:
    """The page that was asked for; the first or the last where there is no such page."""
    return Page(min(max(asked, 1), Page(1, count).pages), count)


def whole(count: int) -> Page:
    """All rows as one page."""
    return Page(1, count, max(count, 1))
