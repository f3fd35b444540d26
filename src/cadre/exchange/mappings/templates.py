"""Templates: texts with columns of a row in braces, such as `{dept_code}-{activity_code}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Cells = Mapping[str, str]
"""The cells of a row by column; those of a joined row as `table.column`."""

_COLUMN: Final = re.compile(r"\{([^{}]+)\}")
_WHOLE_NUMBER: Final = re.compile(r"(-?\d+)\.0+")


@dataclass(frozen=True, slots=True)
class Template:
    """A text with columns in braces. `texts` stand around the `columns`, one more than those."""

    texts: tuple[str, ...]
    columns: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Template:
        """The template that a text is; one without braces is a constant."""
        parts = _COLUMN.split(text)
        return cls(tuple(parts[::2]), tuple(part.strip() for part in parts[1::2]))

    @property
    def column(self) -> str:
        """The first column, at which a fault is told; empty for a constant."""
        return self.columns[0] if self.columns else ""

    def filled(self, cells: Cells) -> str:
        """The text of a row; empty when any of its columns is."""
        if len(self.columns) == 1 and self.texts == ("", ""):
            return cells.get(self.columns[0], "")
        found = [self.texts[0]]
        for column, text in zip(self.columns, self.texts[1:], strict=True):
            cell = cells.get(column, "")
            if not cell.strip():
                return ""
            found += [cell, text]
        return "".join(found)

    def code(self, cells: Cells) -> str:
        """The same for what is no prose: without spaces around, `2.0` as the 2 that it was."""
        if len(self.columns) < 2:
            return code_of(self.filled(cells))
        coded = {column: code_of(cells.get(column, "")) for column in self.columns}
        return self.filled(coded)


def code_of(cell: str) -> str:
    """A code as it was before a spreadsheet took it for a number."""
    bare = cell.strip()
    number = _WHOLE_NUMBER.fullmatch(bare)
    return number[1] if number else bare
