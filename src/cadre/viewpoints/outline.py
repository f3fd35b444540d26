"""The same content as nested lists: what stands in for a picture where there is no room for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cadre.core.text import Text


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of a line beside its text: a word, and elements by key."""

    label: Text
    keys: tuple[str, ...] = ()
    text: Text = Text()


@dataclass(frozen=True, slots=True)
class Line:
    """One thing: the element it is of, what is said of it; `certain` where the source states it."""

    key: str = ""
    text: Text = Text()
    notes: tuple[Note, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading, and parts of their own. `key` is the element that the heading is."""

    heading: Text
    lines: tuple[Line, ...] = ()
    parts: tuple[Part, ...] = ()
    key: str = ""
    empty: Text = Text()
    """Said where there is nothing, which is worth saying."""

    @property
    def count(self) -> int:
        """How many lines there are, those of its parts too."""
        return len(self.lines) + sum(part.count for part in self.parts)

    def everything(self) -> Iterator[Line]:
        """All lines, those of its parts too."""
        yield from self.lines
        for part in self.parts:
            yield from part.everything()


Outline = tuple[Part, ...]
