"""Find what answers to words: names, former names, short forms, codes and texts, in any state.

English and French alike, accents and case apart, families of words by a light stemmer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cadre.analysis.rules import BY_CODE
from cadre.core.graph import Element, Framework
from cadre.core.states import StateInfo
from cadre.core.text import Language, Text, folded, other_language
from cadre.core.traits import Trait
from cadre.services import findings
from cadre.services.frameworks import Opened
from cadre.services.lists import Named
from cadre.services.marks import Mark, marks
from cadre.services.memory import remembered
from cadre.services.paging import Page, page_of, whole
from cadre.services.search_index import WORD, Asked, Field, Index, Match, Place, asked, forms

MOST_TO_READ: Final = 2000
"""Other states are not read for words that are not here where one holds more elements than this."""
BEFORE: Final = 60
AFTER: Final = 120

_BY_ANOTHER_NAME: Final = frozenset({Place.CALLED, Place.KNOWN})
_RULE_CODE: Final = re.compile(r"[a-z]{3}-\d{0,2}")
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{8,16}")
_RULE: Final = Text("Rule", "Règle")
_FINDING: Final = Text("Finding", "Constat")
_IN_THE_OTHER: Final[dict[Language, Text]] = {
    "en": Text("In English", "En anglais"),
    "fr": Text("In French", "En français"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; `lit` where it answers to a word."""

    text: str
    lit: bool


@dataclass(frozen=True, slots=True)
class Lit:
    """A text, or a passage of it, with the words that answered, in the language that it is in."""

    pieces: tuple[Piece, ...]
    language: Language

    @property
    def is_lit(self) -> bool:
        """Whether any word of it answered."""
        return any(piece.lit for piece in self.pieces)

    @property
    def text(self) -> str:
        """It without its marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Line:
    """Where else words were found: what text it is, and the passage."""

    label: Text
    text: Lit


@dataclass(frozen=True, slots=True)
class Caution:
    """A short form that is easily taken for another thing, with what to know of it."""

    short_form: Named
    note: Lit


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that answers: an element, a rule or a finding."""

    page: str
    key: str
    name: Lit
    kind: Text
    mark: Mark | None = None
    lines: tuple[Line, ...] = ()
    caution: Caution | None = None


@dataclass(frozen=True, slots=True)
class TypeOption:
    """A type among what was found."""

    key: str
    label: Text
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What answers to words, a page of it; where nothing does, what may have been meant.

    `elsewhere` says how much answers in other states; None where that was not looked up.
    """

    words: str
    hits: tuple[Hit, ...]
    page: Page
    all_types: int
    types: tuple[TypeOption, ...]
    near: tuple[str, ...] = ()
    alone: tuple[tuple[str, int], ...] = ()
    elsewhere: tuple[tuple[StateInfo, int | None], ...] = ()


@remembered(8)
def index(opened: Opened) -> Index:
    """The words of a framework in a state."""
    return Index(opened.framework)


def find(opened: Opened, words: str, language: Language, type: str = "", page: int = 1) -> Found:
    """What answers to all these words, the best first; of one type, where one is asked for."""
    return _find(opened, words, language, type, lambda count: page_of(count, page))


def find_whole(opened: Opened, words: str, language: Language, type: str = "") -> Found:
    """The same with everything that answers, for a file."""
    return _find(opened, words, language, type, whole)


def _find(
    opened: Opened, words: str, language: Language, type: str, cut: Callable[[int], Page]
) -> Found:
    question = asked(words)
    known = index(opened)
    matches = known.matches(question)
    coded = tuple(_coded(opened, words, language))
    counts = Counter(opened.framework[one.key].type for one in matches)
    chosen = type if type in counts else ""
    kept = [one for one in matches if not chosen or opened.framework[one.key].type == chosen]
    lister = _Shower(opened.framework, known, question, language)
    everything: list[Hit | Match] = [*(() if chosen else coded), *kept]
    page = cut(len(everything))
    shown = page.of(everything)
    found = Found(
        words,
        tuple(one if isinstance(one, Hit) else lister.hit(one) for one in shown),
        page,
        len(matches) + len(coded),
        tuple(_types(opened.framework, counts, chosen)),
    )
    if found.all_types or not question.words:
        return found
    return replace(
        found,
        near=tuple(_near(known, question)),
        alone=tuple(_alone(known, question)),
        elsewhere=tuple(_elsewhere(opened, question)),
    )


def _types(framework: Framework, counts: Counter[str], chosen: str) -> Iterator[TypeOption]:
    known = framework.metamodel.element_types
    for key in sorted(counts, key=lambda one: known[one].order if one in known else 10**6):
        label = known[key].plural if key in known else Text(key, key)
        yield TypeOption(key, label, counts[key], key == chosen)


# --- codes of rules and findings ------------------------------------------------------------------


def _coded(opened: Opened, words: str, language: Language) -> Iterator[Hit]:
    code = folded(words).strip()
    if _RULE_CODE.fullmatch(code):
        for rule in BY_CODE.values():
            if rule.code.lower().startswith(code):
                title = Piece(f" {rule.title.in_(language)}", lit=False)
                named = Lit((Piece(rule.code, lit=True), title), language)
                yield Hit("rule", rule.code, named, _RULE)
    if _FINGERPRINT.fullmatch(code):
        for finding in findings.report(opened).findings:
            if finding.fingerprint.startswith(code):
                message = Lit((Piece(finding.message.in_(language), lit=False),), language)
                yield Hit("finding", finding.fingerprint, message, _FINDING)


# --- what may have been meant ---------------------------------------------------------------------


def _near(known: Index, question: Asked) -> Iterator[str]:
    """The question with words that are here in place of those that are not."""
    instead = {word: known.near(word) for word in question.words if not known.like(word)}
    if not all(instead.values()):
        return
    for place in range(max(map(len, instead.values()), default=0)):
        words = " ".join(
            instead[word][min(place, len(instead[word]) - 1)] if word in instead else word
            for word in question.words
        )
        if known.matches(asked(words)):
            yield words


def _alone(known: Index, question: Asked) -> Iterator[tuple[str, int]]:
    """Where no element has all the words: how many have each."""
    if len(question.words) > 1:
        for word in question.words:
            count = len(known.matches(Asked(word, (word,))))
            if count:
                yield word, count


def _elsewhere(opened: Opened, question: Asked) -> Iterator[tuple[StateInfo, int | None]]:
    states = opened.states
    others = [key for key in states.keys() if key != opened.state]  # noqa: SIM118 -- in their order
    if any(len(states.at(key)) > MOST_TO_READ for key in others):
        yield from ((states.info(key), None) for key in others)
        return
    for key in others:
        count = len(index(opened.at(key)).matches(question))
        if count:
            yield states.info(key), count


# --- how it is shown ------------------------------------------------------------------------------


class _Shower:
    """Hits with their words lit."""

    def __init__(
        self, framework: Framework, known: Index, question: Asked, language: Language
    ) -> None:
        self.framework = framework
        self.language = language
        self.marks = marks(framework)
        self.cautions = _cautions(framework)
        self.answers = tuple(frozenset(known.like(word)) for word in question.words)
        self.lit = frozenset[str]().union(*self.answers)

    def hit(self, match: Match) -> Hit:
        element = self.framework[match.key]
        entry = self.framework.type_of(element)
        shown = element.name.rendition(self.language)
        name = lit(shown.text, shown.language, self.lit)
        lines = tuple(self._lines(match, name))
        return Hit(
            "element",
            match.key,
            name,
            entry.label if entry else Text(element.type, element.type),
            self.marks.get(match.key),
            lines,
            self._caution(match),
        )

    def _lines(self, match: Match, name: Lit) -> Iterator[Line]:
        """The passages that tell why it answers: those whose words the name does not have."""
        said = self._answered(name.text)
        left = 1 if said else 2
        for field, language in self._told(match):
            passage = self._passage(field, language)
            new = self._answered(passage.text.text) - said
            if left and (new or (field.place is Place.KNOWN and match.place in _BY_ANOTHER_NAME)):
                said |= new
                left -= 1
                yield passage

    def _told(self, match: Match) -> list[tuple[Field, Language]]:
        """The fields to tell of, each once, in the language that answers best or the reader's."""
        by_field: dict[Field, list[Language]] = {}
        for field, language in match.fields:
            by_field.setdefault(field, []).append(language)
        name = self.framework[match.key].name
        found = [(field, self._best(field, languages)) for field, languages in by_field.items()]
        caution = self.cautions.get(match.key)
        found = [
            (field, language)
            for field, language in found
            if not (field.text == name and language == self.language)
            and not (caution and field.text == caution.text("note"))
        ]
        called = match.place is Place.CALLED
        found.sort(
            key=lambda one: (
                called and one[0].place is not Place.KNOWN,
                one[0].place,
                one[1] != self.language,
            )
        )
        return found

    def _best(self, field: Field, languages: Sequence[Language]) -> Language:
        return max(
            languages,
            key=lambda one: (
                len(self._answered(field.text.get(one))),
                one == self.language,
            ),
        )

    def _answered(self, text: str) -> set[int]:
        """Which of the words asked for a text has, by their place in the question."""
        there = {form for word in WORD.findall(text) for form in forms(word)}
        return {
            place for place, answers in enumerate(self.answers) if not answers.isdisjoint(there)
        }

    def _passage(self, field: Field, language: Language) -> Line:
        label = field.label
        if field.place is Place.NAME and language != self.language:
            label = _IN_THE_OTHER[language]
        text = field.text.get(language)
        if field.place is Place.TEXT:
            text = passage(text, self.lit)
        return Line(label, lit(text, self._said_in(field, language), self.lit))

    def _said_in(self, field: Field, language: Language) -> Language:
        """A code, and what is alike in both languages, needs no mark of another one."""
        alike = not field.text.get(other_language(language)) and field.place is Place.KNOWN
        return self.language if alike and len(field.text.get(language)) < 12 else language

    def _caution(self, match: Match) -> Caution | None:
        """What to know of the short form that it is, or of its own where it has another name."""
        found = self.cautions.get(match.key)
        if found is None and match.place in _BY_ANOTHER_NAME:
            short = self.framework[match.key].text("acronym")
            found = self.cautions.get(short.en) or self.cautions.get(short.fr)
        if found is None:
            return None
        note = found.text("note").rendition(self.language)
        return Caution(Named(found.key, found.name), lit(note.text, note.language, self.lit))


def _cautions(framework: Framework) -> dict[str, Element]:
    """Short forms with something to know of them, by key and by the short form itself.

    A short form is a reference whose name is in capitals in both languages.
    """
    found: dict[str, Element] = {}
    for element in framework.elements(Trait.REFERENCE):
        name = element.name
        if element.text("note") and name.en.isupper() and name.fr.isupper():
            found |= {element.key: element, name.en: element, name.fr: element}
    return found


def lit(text: str, language: Language, words: Collection[str]) -> Lit:
    """A text with those words marked that are among these, folded."""
    pieces: list[Piece] = []
    end = 0
    for start, stop in _spans(text, words):
        if start > end:
            pieces.append(Piece(text[end:start], lit=False))
        pieces.append(Piece(text[start:stop], lit=True))
        end = stop
    if end < len(text):
        pieces.append(Piece(text[end:], lit=False))
    return Lit(tuple(pieces), language)


def _spans(text: str, words: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand; of a compound, the part that answered."""
    for found in WORD.finditer(text):
        whole = folded(found[0])
        if whole in words or whole.replace("-", "") in words:
            yield found.span()
            continue
        start = found.start()
        for part in found[0].split("-"):
            if folded(part) in words:
                yield start, start + len(part)
            start += len(part) + 1


def passage(text: str, words: Collection[str]) -> str:
    """The part of a long text around the first word that answered, cut between words."""
    spans = list(_spans(text, words))
    if len(text) <= BEFORE + AFTER or not spans:
        return text
    start = _cut(text, max(0, spans[0][0] - BEFORE), forward=True)
    end = _cut(text, min(len(text), start + BEFORE + AFTER), forward=False)
    head = "… " if start else ""
    tail = " …" if end < len(text) else ""
    return f"{head}{text[start:end].strip()}{tail}"


def _cut(text: str, place: int, *, forward: bool) -> int:
    if place in (0, len(text)):
        return place
    found = text.find(" ", place) if forward else text.rfind(" ", 0, place)
    return place if found < 0 else found
