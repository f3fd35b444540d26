"""Every word of a framework, with where it stands: made once for a state, then asked.

All in Python over the value, so that every database gives the same answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import Final

from cadre.analysis.stems import stem_of
from cadre.core.attributes import Attribute
from cadre.core.graph import Element, Framework
from cadre.core.keys import slug_of
from cadre.core.text import LANGUAGES, Language, Text, folded
from cadre.core.values import Kind, NotedText, Value
from cadre.services.marks import marks

# A word may be a compound: `co-creation` is found as itself, in one word, and by either part.
WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
SHORTEST_BEGINNING: Final = 3
LIKE_ENOUGH: Final = 0.7

# Words that a question may hold and an answer need not.
_GRAMMAR: Final = frozenset(
    """
    a an and are at by do does for from in is it of on or that the this to what which who with
    au aux ce ces cette d dans de des du en est et il j l la le les on ou par pour qu que quel
    quelle quelles quels qui quoi s se sont sur un une
    """.split()  # noqa: SIM905 -- a list of sixty quoted words would be unreadable
)


class Place(IntEnum):
    """Where words were found, the best first."""

    EXACT = 0
    """The whole name."""
    CALLED = 1
    """The whole of a former name, a short form or a code."""
    NAME = 2
    KNOWN = 3
    TEXT = 4
    SPREAD = 5
    """Its texts together, none of them alone."""


class Grade(IntEnum):
    """How like the word asked for a word is, the likest first."""

    SAME = 0
    STEM = 1
    BEGINNING = 2


@dataclass(frozen=True, slots=True)
class Field:
    """One text of an element: whose, of what rank, called what."""

    key: str
    place: Place
    label: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: as a whole, and the words that an answer must have."""

    whole: str
    words: tuple[str, ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An element that answers, with the fields that hold words asked for, by language."""

    key: str
    place: Place
    rank: tuple[int, int, float]
    fields: tuple[tuple[Field, Language], ...]


# Labels of what an element is also known as, by what the source says it is.
ALSO_KNOWN: Final[Mapping[str, Text]] = {
    "former": Text("Formerly", "Anciennement"),
    "acronym": Text("Short form", "Sigle"),
    "printed": Text("Printed in a source", "Imprimé dans une source"),
    "variant": Text("Other wording", "Autre libellé"),
}
_ALSO: Final = Text("Also known as", "Aussi appelé")
_CODE: Final = Text("Short code", "Code court")
_NAMES: Final = frozenset({"name", "short-name"})
_SHORT_FORMS: Final = frozenset({"acronym"})
# Of plain texts, these say nothing that a person would look for.
_SILENT: Final = frozenset({"provenance", "hue", "kind", "code"})


def asked(words: str) -> Asked:
    """A question from what somebody typed. Grammar counts only where there is nothing else."""
    found = tuple(dict.fromkeys(folded(word) for word in WORD.findall(words)))
    telling = tuple(word for word in found if word not in _GRAMMAR)
    return Asked(_spaced(words), telling or found, folded(words).strip())


@lru_cache(maxsize=50_000)
def forms(word: str) -> tuple[str, ...]:
    """The forms by which a word of a text is found, folded: itself, in one word, its parts."""
    whole = folded(word)
    if "-" not in whole:
        return (whole,)
    return (whole, whole.replace("-", ""), *whole.split("-"))


class Index:
    """The words of one framework."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.fields = tuple(_fields(framework))
        self._codes: dict[str, list[str]] = {}
        for key in framework.keys():  # noqa: SIM118 -- in the order of types
            for code in (key, slug_of(key)):
                self._codes.setdefault(code, []).append(key)
        self._spots: list[tuple[int, Language]] = []
        self._lengths: list[int] = []
        self._at: dict[str, list[int]] = {}
        self._by_stem: dict[tuple[Language, str], set[str]] = {}
        self._spellings: Counter[str] = Counter()
        # Words come again and again: what a word leads to is looked up once a language.
        self._leads: dict[tuple[Language, str], tuple[list[int], ...]] = {}
        for number, field in enumerate(self.fields):
            for language in LANGUAGES:
                self._read(number, field.text.get(language), language)
        self._leads.clear()
        self._sorted = sorted(self._at)

    def _read(self, number: int, text: str, language: Language) -> None:
        words = WORD.findall(text)
        if not words:
            return
        spot = len(self._spots)
        self._spots.append((number, language))
        self._lengths.append(len(words))
        self._spellings.update(words)
        for word in dict.fromkeys(words):
            known = self._leads.get((language, word))
            if known is None:
                known = self._leads[language, word] = tuple(self._led(word, language))
            for spots in known:
                if not spots or spots[-1] != spot:  # two words may have a part in common
                    spots.append(spot)

    def _led(self, word: str, language: Language) -> Iterator[list[int]]:
        for form in forms(word):
            self._by_stem.setdefault((language, _stem(form, language)), set()).add(form)
            yield self._at.setdefault(form, [])

    @cached_property
    def spelled(self) -> dict[str, Counter[str]]:
        """Each word, folded, with how texts spell it and how often."""
        found: dict[str, Counter[str]] = {}
        for word, count in self._spellings.items():
            found.setdefault(folded(word), Counter())[word] += count
        return found

    # --- words --------------------------------------------------------------------------------

    def like(self, word: str) -> dict[str, Grade]:
        """The words of this framework that answer to a word, folded, each with how like it is."""
        found: dict[str, Grade] = {}
        if len(word) >= SHORTEST_BEGINNING:
            for place in range(bisect_left(self._sorted, word), len(self._sorted)):
                if not self._sorted[place].startswith(word):
                    break
                found[self._sorted[place]] = Grade.BEGINNING
        for language in LANGUAGES:
            for one in self._by_stem.get((language, _stem(word, language)), ()):
                found[one] = Grade.STEM
        for form in (word, word.replace("-", "")):
            if form in self._at:
                found[form] = Grade.SAME
        return found

    def near(self, word: str, most: int = 3) -> list[str]:
        """Words spelled like one that is not here, as texts spell them most often."""
        close = get_close_matches(word, self._vocabulary, n=most, cutoff=LIKE_ENOUGH)
        return [self.spelled[one].most_common(1)[0][0].lower() for one in close]

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(word for word in self.spelled if len(word) > 2 and not word.isdigit())

    # --- elements -----------------------------------------------------------------------------

    def matches(self, question: Asked) -> list[Match]:
        """The elements that have all the words, the best first."""
        found = [self._spots_of(word) for word in question.words]
        owners = [{self._owner(spot) for spot in one} for one in found]
        keys = set.intersection(*owners) if owners else set[str]()
        own: dict[str, list[int]] = {key: [] for key in keys}
        for spot in sorted(set().union(*found)):
            if self._owner(spot) in keys:
                own[self._owner(spot)].append(spot)
        order = {key: place for place, key in enumerate(self.framework.keys())}
        matches = [self._match(key, own[key], found, question) for key in keys]
        coded = self._codes.get(question.code, ())
        matches = [
            replace(one, place=min(one.place, Place.CALLED)) if one.key in coded else one
            for one in matches
        ]
        matches += [Match(key, Place.CALLED, (0, 0, 0.0), ()) for key in coded if key not in keys]
        matches.sort(key=lambda one: (one.place, one.rank, order[one.key]))
        return matches

    def _spots_of(self, word: str) -> dict[int, Grade]:
        found: dict[int, Grade] = {}
        for one, grade in self.like(word).items():
            for spot in self._at[one]:
                found[spot] = min(grade, found.get(spot, grade))
        return found

    def _owner(self, spot: int) -> str:
        return self.fields[self._spots[spot][0]].key

    def _match(
        self, key: str, own: list[int], found: list[dict[int, Grade]], question: Asked
    ) -> Match:
        whole = [spot for spot in own if all(spot in one for one in found)]
        ranked = [self._ranked(spot, found, question) for spot in whole]
        place, rank = min(ranked, default=(Place.SPREAD, (1, 0, 1.0)))
        fields = tuple(
            (self.fields[number], language) for number, language in (self._spots[s] for s in own)
        )
        return Match(key, place, rank, fields)

    def _ranked(
        self, spot: int, found: list[dict[int, Grade]], question: Asked
    ) -> tuple[Place, tuple[int, int, float]]:
        number, language = self._spots[spot]
        field = self.fields[number]
        same = _spaced(field.text.get(language)) == question.whole
        place = field.place
        if same:
            place = {Place.NAME: Place.EXACT, Place.KNOWN: Place.CALLED}.get(place, place)
        worst = max(one[spot] for one in found)
        return place, (not same, worst, 1 - len(found) / self._lengths[spot])


def _spaced(text: str) -> str:
    """A text without case, accents and signs, to be compared whole."""
    return " ".join(WORD.findall(folded(text)))


@lru_cache(maxsize=50_000)
def _stem(word: str, language: Language) -> str:
    return stem_of(word, language) or word


# --- what is read of a framework ------------------------------------------------------------------


def _fields(framework: Framework) -> Iterator[Field]:
    codes = {key: mark.code for key, mark in marks(framework).items()}
    for element in framework.elements():
        if element.key in codes:
            yield Field(element.key, Place.KNOWN, _CODE, Text(codes[element.key], ""))
        attributes = framework.metamodel.attributes(element.type)
        yield from _of_element(element, attributes)
        for link in framework.links_out(element.key):
            entry = framework.type_of_link(link)
            label = entry.label if entry else Text(link.type, link.type)
            other = framework[link.target].short_name
            about = Text(f"{label.en} {other.in_('en')}", f"{label.fr} {other.in_('fr')}")
            for value in link.values.values():
                if isinstance(value, Text):
                    yield Field(element.key, Place.TEXT, about, value)


def _of_element(element: Element, attributes: Mapping[str, Attribute]) -> Iterator[Field]:
    key = element.key
    yield Field(key, Place.NAME, attributes["name"].label, element.name)
    for name, value in element.values.items():
        attribute = attributes.get(name)
        if attribute is not None and name != "name":
            yield from _of_value(key, attribute, value)


def _of_value(key: str, attribute: Attribute, value: Value) -> Iterator[Field]:
    match attribute.kind, value:
        case Kind.LOCALISED, Text():
            place = Place.TEXT
            if attribute.key in _NAMES:
                place = Place.NAME
            elif attribute.key in _SHORT_FORMS:
                place = Place.KNOWN
            yield Field(key, place, attribute.label, value)
        case Kind.TEXTS, tuple():
            for one in value:
                if isinstance(one, NotedText):
                    yield Field(key, Place.KNOWN, ALSO_KNOWN.get(one.kind, _ALSO), one.text)
        case Kind.TEXT, str() if attribute.key not in _SILENT:
            yield Field(key, Place.KNOWN, attribute.label, Text(value, ""))
        case _:
            pass
