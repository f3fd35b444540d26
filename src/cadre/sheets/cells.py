"""The formula guard: a person's text never becomes a live cell.

One leading apostrophe is written before a text that a spreadsheet would run, and before a text
that itself begins with an apostrophe, so that reading can take exactly one away.
"""

from __future__ import annotations

from typing import Final

from cadre.core.text import clean

_GUARDED: Final = ("=", "+", "-", "@", "\t", "\r", "'")


def to_cell(text: str) -> str:
    """The text as it is written to a cell."""
    return f"'{text}" if text.startswith(_GUARDED) else text


def from_cell(cell: str) -> str:
    """The text that a cell stands for: guard taken off, made clean."""
    bare = cell[1:] if cell.startswith("'") and cell[1:2] in _GUARDED else cell
    return clean(bare)
