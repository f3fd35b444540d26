"""What a cell may be, and the formula guard: a person's text never becomes a live cell.

One leading apostrophe is written before a text that a spreadsheet would run, and before a text
that itself begins with an apostrophe, so that reading can take exactly one away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cadre.core.dates import PartialDate
from cadre.core.text import clean

_GUARDED: Final = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that computes something: what it showed last is not taken for a value."""


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that shows an error, such as `#N/A`."""

    shown: str


Cell = str | int | float | bool | PartialDate | Formula | CellError


def to_cell(text: str) -> str:
    """The text as it is written to a cell."""
    return f"'{text}" if text.startswith(_GUARDED) else text


def from_cell(cell: str) -> str:
    """The text that a cell stands for: guard taken off, made clean."""
    bare = cell[1:] if cell.startswith("'") and cell[1:2] in _GUARDED else cell
    return clean(bare)
