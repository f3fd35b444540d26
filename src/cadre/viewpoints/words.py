"""What a viewpoint asks of language: the protocol that `cadre.wording` fulfils.

Templates are `Text` with slots. `{n}` is a number in figures, `{n:words}` spelled out when small
(`{n:words-f}` in the feminine), `{n:group|groups}` one form or the other, `{names}` a text or a
list of them ("a, b and c"). The first letter becomes a capital and French gets its typography.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from cadre.core.dates import PartialDate
from cadre.core.text import Language, Rendition, Text

Slot = str | int | float | Text | PartialDate | Sequence[str]


class Words(Protocol):
    """One language, as it is written."""

    @property
    def language(self) -> Language:
        """Which language this is."""
        ...

    def of(self, text: Text) -> str:
        """The text in this language, or in the other where it is missing here."""
        ...

    def rendition(self, text: Text) -> Rendition:
        """The same with the language it is really in."""
        ...

    def fill(self, template: Text, **slots: Slot) -> str:
        """A sentence from a template and what goes into its slots."""
        ...

    def listed(self, items: Sequence[str]) -> str:
        """A list as a sentence has it: a, b and c."""
        ...

    def quoted(self, text: Text) -> str:
        """A name as a sentence holds it: “name”, « name »."""
        ...

    def date(self, date: PartialDate) -> str:
        """A date in words, no finer than it was given."""
        ...

    def number(self, number: float) -> str:
        """A number in figures, with the separators of the language."""
        ...


def clause(words: Words, template: Text, **slots: Slot) -> str:
    """A template filled in as it stands inside a sentence: no capital, only small numbers as words.

    A word is put before it while it is filled, so that whoever fills it sees no start.
    """
    return words.fill(Text(f"x {template.en}", f"x {template.fr}"), **slots)[2:]
