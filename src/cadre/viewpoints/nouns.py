"""What a framework calls its things: the label of a type, as it stands inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from cadre.core.dates import PartialDate
from cadre.core.graph import Framework
from cadre.core.keys import type_of
from cadre.core.phrases import within
from cadre.core.text import Language, Rendition, Text
from cadre.core.traits import Trait
from cadre.viewpoints.words import Slot, Words

_ONE: Final = Text("element", "élément")
_MANY: Final = Text("elements", "éléments")
_GROUP: Final = Text("group", "groupe")
_VOWELS: Final = frozenset("aàâeéèêiîoôuyœ")
_NOUNS: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(r"(?<!\{)\b()(groups?)\b", re.IGNORECASE),
    "fr": re.compile(r"(?<!\{)\b([dl]e )?(groupes?)\b", re.IGNORECASE),
}


def noun(framework: Framework, keys: Iterable[str]) -> tuple[Text, Text]:
    """One and several of these elements: by the label of their type, `element` when mixed."""
    types = {type_of(key) for key in keys}
    entry = framework.metamodel.element_types.get(types.pop()) if len(types) == 1 else None
    if entry is None:
        return _ONE, _MANY
    return within(entry.label), within(entry.plural or entry.label)


def spoken(framework: Framework, words: Words, neutral: Mapping[Text, Text] | None = None) -> Words:
    """Words that call groups what their type is called, where they are all of another type.

    `neutral` gives, for a template of which the French agrees with `groupe`, one that agrees with
    any noun: nobody knows the gender of a label. Numbers are figures there, for the same reason.
    """
    keys = framework.keys(Trait.WORKS)
    one, many = noun(framework, keys)
    if len({type_of(key) for key in keys}) != 1 or one == _GROUP:
        return words
    return _Spoken(words, one, many, neutral or {})


class _Spoken:
    """Puts one noun in the place of another in the templates of sentences, never in names."""

    def __init__(self, words: Words, one: Text, many: Text, neutral: Mapping[Text, Text]) -> None:
        self._words, self._neutral = words, neutral
        self._one, self._many = one, many

    @property
    def language(self) -> Language:
        return self._words.language

    def of(self, text: Text) -> str:
        return self._words.of(text)

    def rendition(self, text: Text) -> Rendition:
        return self._words.rendition(text)

    def fill(self, template: Text, **slots: Slot) -> str:
        return self._words.fill(self._renamed(self._neutral.get(template, template)), **slots)

    def listed(self, items: Sequence[str]) -> str:
        return self._words.listed(items)

    def quoted(self, text: Text) -> str:
        return self._words.quoted(text)

    def date(self, date: PartialDate) -> str:
        return self._words.date(date)

    def number(self, number: float) -> str:
        return self._words.number(number)

    def _renamed(self, template: Text) -> Text:
        french = template.fr.replace(":words}", "}")
        return Text(self._put("en", template.en), self._put("fr", french))

    def _put(self, language: Language, template: str) -> str:
        one, many = self._one.in_(language), self._many.in_(language)
        nouns = {"group": one, "groups": many, "groupe": one, "groupes": many}

        def put(found: re.Match[str]) -> str:
            before, noun = found[1] or "", found[2]
            word = nouns[noun.lower()]
            if noun[0].isupper():
                word = word[:1].upper() + word[1:]
            if before and word[:1].lower() in _VOWELS:
                before = f"{before[0]}’"
            return before + word

        return _NOUNS[language].sub(put, template)
