"""What may have been meant by the key of an element that is not here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from cadre.core.graph import Element, Framework
from cadre.core.keys import slug_of, type_of
from cadre.core.text import Text, folded
from cadre.services.faults import Near

_LIKE_ENOUGH: Final = 0.7
_SAME_WORD: Final = 0.8
_ACRONYM_TO: Final = 5
"""Names as short as this are like too much: they count where they are just what was asked for."""
_WORD: Final = re.compile(r"\w+")


def near(framework: Framework, key: str, most: int = 5) -> tuple[Near, ...]:
    """Elements whose names share words with what was asked for: of its type first, likest first.

    Names are told in full, where the short one is no more than an acronym.
    """
    asked = _Asked(slug_of(key) or key)
    type_ = type_of(key)
    scored = [(asked.likeness(one), one) for one in framework.elements()]
    close = [(score, one) for score, one in scored if score >= _LIKE_ENOUGH]
    close.sort(key=lambda pair: (pair[1].type != type_, -pair[0], pair[1].key))
    labels = framework.metamodel.element_types
    return tuple(
        Near(one.key, _told(one), labels[one.type].label if one.type in labels else Text())
        for _, one in close[:most]
    )


def _told(one: Element) -> Text:
    short = one.short_name
    return one.name if min(len(short.en), len(short.fr)) <= _ACRONYM_TO else short


class _Asked:
    """The words that were asked for, and how like each word of a name is, worked out once."""

    def __init__(self, slug: str) -> None:
        self._words = _WORD.findall(folded(slug))
        self._text = " ".join(self._words)
        self._known: dict[tuple[str, str], bool] = {}

    def likeness(self, one: Element) -> float:
        """From 0 to 1: the best of all that the element is called, in both languages."""
        return max((self._like(name) for name in _names(one)), default=0.0)

    def _like(self, name: str) -> float:
        """The share of the words asked for that are in a name, less where it has many others."""
        if not self._words:
            return 0.0
        if name == self._text:
            return 1.0
        theirs = _WORD.findall(name)
        if not theirs or len(name) <= _ACRONYM_TO:
            return 0.0
        found = [word for word in self._words if any(self._same(word, it) for it in theirs)]
        share = len(found) / len(self._words)
        return share * (0.75 + 0.25 * min(1.0, len(found) / len(theirs)))

    def _same(self, word: str, other: str) -> bool:
        pair = (word, other)
        if pair not in self._known:
            matcher = SequenceMatcher(None, word, other)
            quick = matcher.real_quick_ratio() >= _SAME_WORD
            self._known[pair] = word == other or (quick and matcher.ratio() >= _SAME_WORD)
        return self._known[pair]


def _names(one: Element) -> Iterator[str]:
    yield slug_of(one.key).replace("-", " ")
    for text in (one.name, one.short_name, *(noted.text for noted in one.also_known_as)):
        yield from (folded(text.en), folded(text.fr))
