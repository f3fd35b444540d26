"""How alike texts are: TF-IDF and the cosine, explained by the words that two texts share.

Salton and Buckley (1988): a word counts more the rarer it is among the texts compared. Sums are
exact (`math.fsum`), so that a score does not depend on the order of its parts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cadre.analysis.holders import alike_keys, sharing_keys
from cadre.analysis.stems import stems
from cadre.core.text import LANGUAGES, Language, Text

DIGITS: Final = 9
_SLACK: Final = 1e-6


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A word that two texts have in common, as each of them has it, and what it adds."""

    language: Language
    one: str
    other: str
    share: float


class Likeness:
    """The likeness of some texts to each other, by the key of each."""

    def __init__(self, texts: Mapping[str, Iterable[Text]]) -> None:
        self._words: dict[Language, dict[str, dict[str, str]]] = {}
        self._vectors: dict[Language, dict[str, dict[str, float]]] = {}
        kept = {key: tuple(own) for key, own in texts.items()}
        for language in LANGUAGES:
            self._read(kept, language)

    def _read(self, texts: Mapping[str, tuple[Text, ...]], language: Language) -> None:
        seen: dict[str, dict[str, str]] = {}
        counts: dict[str, Counter[str]] = {}
        for key, own in texts.items():
            counter: Counter[str] = Counter()
            words: dict[str, str] = {}
            for text in own:
                for stem, word in stems(text.get(language), language):
                    counter[stem] += 1
                    # The shortest form, so that what is shown does not depend on order.
                    known = words.get(stem)
                    if known is None or (len(word), word) < (len(known), known):
                        words[stem] = word
            if counter:
                counts[key], seen[key] = counter, words
        spread = Counter(stem for counter in counts.values() for stem in counter)
        self._words[language] = seen
        self._vectors[language] = {
            key: _unit(counter, spread, len(counts)) for key, counter in counts.items()
        }

    def pairs(self) -> list[tuple[str, str]]:
        """The pairs of keys, each in order, whose texts share at least one word."""
        vectors = self._vectors.values()
        return sorted({pair for own in vectors for pair in sharing_keys(own)})

    def near(self) -> dict[tuple[str, str], float]:
        """The pairs that share a word, with about what they score: to the sixth digit at least."""
        sums: dict[tuple[str, str], float] = {}
        for own in self._vectors.values():
            for pair, cosine in alike_keys(own).items():
                sums[pair] = sums.get(pair, 0.0) + cosine
        return {pair: total / len(self._both(*pair)) for pair, total in sums.items()}

    def close(
        self, least: float, among: Collection[str] | None = None
    ) -> dict[tuple[str, str], float]:
        """The pairs of keys, each in order, that score at least so much, with their scores.

        With `among`, pairs of these keys alone; what their words weigh is still asked of all.
        """
        # A mean of at least so much needs a language with at least so much.
        found: set[tuple[str, str]] = set()
        for own in self._vectors.values():
            held = own if among is None else {key: own[key] for key in among if key in own}
            found.update(alike_keys(held, least - _SLACK))
        scores = ((pair, self.score(*pair)) for pair in sorted(found))
        return {pair: score for pair, score in scores if score >= least}

    def has(self, key: str) -> bool:
        """Whether a key has any word that tells something."""
        return any(key in vectors for vectors in self._vectors.values())

    def score(self, one: str, other: str) -> float:
        """0 for nothing in common to 1 for alike: the mean over the languages that both have."""
        scores = [self._cosine(one, other, language) for language in self._both(one, other)]
        return round(math.fsum(scores) / len(scores), DIGITS) if scores else 0.0

    def shared(self, one: str, other: str) -> tuple[SharedWord, ...]:
        """The words behind a score, the weightiest first; their shares make up the score."""
        languages = self._both(one, other)
        found = [
            SharedWord(
                language,
                self._words[language][one][stem],
                self._words[language][other][stem],
                round(weight * mine[stem] / len(languages), DIGITS),
            )
            for language in languages
            for mine in (self._vectors[language][one],)
            for stem, weight in self._vectors[language][other].items()
            if stem in mine
        ]
        return tuple(sorted(found, key=lambda word: (-word.share, word.language, word.one)))

    def _both(self, one: str, other: str) -> list[Language]:
        return [
            language
            for language in LANGUAGES
            if one in self._vectors[language] and other in self._vectors[language]
        ]

    def _cosine(self, one: str, other: str, language: Language) -> float:
        mine, theirs = self._vectors[language][one], self._vectors[language][other]
        if len(theirs) < len(mine):
            mine, theirs = theirs, mine
        return math.fsum(weight * theirs[stem] for stem, weight in mine.items() if stem in theirs)


def _unit(counter: Counter[str], spread: Counter[str], texts: int) -> dict[str, float]:
    """The weights of the words of one text, with length one."""
    weights = {
        stem: (1 + math.log(count)) * math.log((1 + texts) / spread[stem])
        for stem, count in counter.items()
    }
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()}
