"""One language as sentences need it: templates filled, things listed, numbers and dates in words.

The template language is described at `cadre.viewpoints.words`, whose protocol `Wording` fulfils.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Final

from cadre.core.dates import PartialDate
from cadre.core.text import Language, Rendition, Text
from cadre.viewpoints.words import Slot
from cadre.wording.dates import dated
from cadre.wording.numbers import SPELLED_AT_START_TO, SPELLED_TO, figures, is_plural, spelled
from cadre.wording.typography import NO_BREAK, opening_capital, typeset

_SLOT: Final = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
_SPELLED_FORMS: Final = {"words": False, "words-f": True}


@dataclass(frozen=True, slots=True)
class Wording:
    """One language, as it is written."""

    language: Language

    def of(self, text: Text) -> str:
        """The text in this language, or in the other where it is missing here."""
        return text.in_(self.language)

    def rendition(self, text: Text) -> Rendition:
        """The same with the language it is really in."""
        return text.rendition(self.language)

    def fill(self, template: Text, **slots: Slot) -> str:
        """A sentence from a template and what goes into its slots.

        KeyError for a slot without a value; TypeError for a form chosen by what is no number.
        """
        sentence = ""
        for place, part in enumerate(_parts(template.in_(self.language), self.language)):
            if isinstance(part, str):
                sentence += part
                continue
            name, form = part
            at_start = place == 0 or sentence.rstrip().endswith((".", "?", "!"))
            sentence += self._filled(slots[name], form, at_start)
        return opening_capital(sentence)

    def _filled(self, value: Slot, form: str, at_start: bool) -> str:
        if form:
            if not isinstance(value, int | float):
                raise TypeError(f"{form} needs a number, not {value!r}")
            if form in _SPELLED_FORMS:
                most = SPELLED_AT_START_TO if at_start else SPELLED_TO
                feminine = _SPELLED_FORMS[form]
                return spelled(value, self.language, feminine=feminine, to=most)
            one, _, many = form.partition("|")
            return many if is_plural(value, self.language) else one
        match value:
            case int() | float():
                return figures(value, self.language)
            case str():
                return value
            case Text():
                return self.of(value)
            case PartialDate():
                return self.date(value)
            case _:
                return self.listed(value)

    def listed(self, items: Sequence[str]) -> str:
        """A list as a sentence has it: a, b and c; a, b et c."""
        if len(items) < 2:
            return "".join(items)
        last = " and " if self.language == "en" else " et "
        return ", ".join(items[:-1]) + last + items[-1]

    def quoted(self, text: Text) -> str:
        """A name as a sentence holds it: “name”, « name »."""
        name = self.of(text)
        return f"“{name}”" if self.language == "en" else f"«{NO_BREAK}{name}{NO_BREAK}»"

    def date(self, date: PartialDate | date) -> str:
        """A date in words, no finer than it was given."""
        return dated(date, self.language)

    def number(self, number: float) -> str:
        """A number in figures, with the separators of the language."""
        return figures(number, self.language)

    def plural(self, number: float) -> bool:
        """Whether a noun beside this number is plural here."""
        return is_plural(number, self.language)


@cache
def wording(language: Language) -> Wording:
    """The wording of a language."""
    return Wording(language)


@lru_cache(maxsize=2048)
def _parts(template: str, language: Language) -> tuple[str | tuple[str, str], ...]:
    """A template as plain parts, typeset, and slots with their form."""
    found: list[str | tuple[str, str]] = []
    end = 0
    # Signs are set in the whole template, since a slot may stand before a colon.
    template = typeset(template, language)
    for slot in _SLOT.finditer(template):
        if slot.start() > end:
            found.append(template[end : slot.start()])
        found.append((slot[1], slot[2] or ""))
        end = slot.end()
    if end < len(template):
        found.append(template[end:])
    return tuple(found)
