"""One text in the two languages, with fallback and knowledge of what is missing or stale."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple, TypeGuard

Language = Literal["en", "fr"]
LANGUAGES: Final[tuple[Language, Language]] = ("en", "fr")


def is_language(value: str) -> TypeGuard[Language]:
    """Whether `value` is the code of a language that Cadre speaks."""
    return value in LANGUAGES


def other_language(language: Language) -> Language:
    """The language a text falls back to."""
    return "fr" if language == "en" else "en"


class Rendition(NamedTuple):
    """A text as shown, with the language it is really in (for `lang=`)."""

    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Text:
    """A text by language. `stale` names the language left behind when the other one changed."""

    en: str = ""
    fr: str = ""
    stale: Language | None = None

    def __bool__(self) -> bool:
        return bool(self.en or self.fr)

    def get(self, language: Language) -> str:
        """The text in exactly this language, or an empty string."""
        return self.en if language == "en" else self.fr

    def rendition(self, language: Language) -> Rendition:
        """The text in this language, or in the other one when it is missing here."""
        own = self.get(language)
        if own:
            return Rendition(own, language)
        fallback = other_language(language)
        return Rendition(self.get(fallback), fallback)

    def in_(self, language: Language) -> str:
        """The text in this language, falling back to the other one."""
        if language == "en":
            return self.en or self.fr
        return self.fr or self.en

    @property
    def missing(self) -> tuple[Language, ...]:
        """The languages that lack a text the other language has."""
        return tuple(lang for lang in LANGUAGES if self and not self.get(lang))

    def with_language(self, language: Language, value: str) -> Text:
        """This text with one language replaced and nothing else touched."""
        if language == "en":
            return Text(value, self.fr, self.stale)
        return Text(self.en, value, self.stale)

    def edited(self, language: Language, value: str) -> Text:
        """As a person edits: the other language becomes stale until it is edited too."""
        if value == self.get(language):
            return self
        changed = self.with_language(language, value)
        other = other_language(language)
        if self.stale == language:
            return replace(changed, stale=None)
        return replace(changed, stale=other if changed.get(other) else None)


# Controls but tab and line feed, surrogates, and the non-characters at the end of every plane.
_PLANE_ENDS: Final = "".join(
    chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)
)
_REFUSED: Final = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]"
)


def clean(value: str) -> str:
    """The door for text: NFC, `\\n` line ends, no control or non-characters, nothing else changed.

    `\\x0b`, `\\x1b` or `\\ufffe` would pass a database and break every XLSX and SVG later.
    """
    # What is printable has none of what is refused; most texts are, and need no second look.
    if value.isprintable() and (value.isascii() or unicodedata.is_normalized("NFC", value)):
        return value
    lines = value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
    return unicodedata.normalize("NFC", _REFUSED.sub("", lines))


def folded(value: str) -> str:
    """Letters without case, accents and ligatures: what two spellings of one word share."""
    if value.isascii():
        return value.lower()
    expanded = value.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    decomposed = unicodedata.normalize("NFKD", expanded)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def collation_key(value: str) -> tuple[str, str, str]:
    """Sort key: letters first, accents compared from the end (French), then case.

    The last-accent-first rule is that of CAN/CSA Z243.4.1, the Canadian ordering standard.
    Punctuation and spaces stay significant only among texts of equal letters.
    """
    base = folded(value)
    letters = "".join(char for char in base if char.isalnum() or char == " ")
    accents = unicodedata.normalize("NFD", value.casefold())[::-1]
    return (" ".join(letters.split()), accents, value)
