"""The sentences and the evidence of overlaps: what is shared, per subject, with its share."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.likeness import SharedWord
from cadre.analysis.overlap import AREAS, OUTPUTS, RESULTS, WORDS, Overlap
from cadre.core.finding import Evidence
from cadre.core.graph import Link
from cadre.core.phrases import apart, fill, listed, quoted, score
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.traits import LinkRole

SHARE_DIGITS: Final = 4

_MOST: Final = 4
_ONE_AND_MANY: Final = {
    AREAS: (
        Text("the area {names}", "le domaine {names}"),
        Text("the areas {names}", "les domaines {names}"),
    ),
    OUTPUTS: (
        Text("the deliverable {names}", "le livrable {names}"),
        Text("the deliverables {names}", "les livrables {names}"),
    ),
    RESULTS: (
        Text("the result {names}", "le résultat {names}"),
        Text("the results {names}", "les résultats {names}"),
    ),
}
_WORDS_ONE: Final = Text("the word {names}", "le mot {names}")
_WORDS_MANY: Final = Text("the words {names}", "les mots {names}")


def ends_of(facts: Facts, pair: Overlap) -> dict[str, Text]:
    """The two names of a pair for a sentence, in the order in which a reader knows them."""
    one, other = facts.in_order((pair.one, pair.other))
    return {"one": facts.short(one), "other": facts.short(other)}


def what_is_shared(facts: Facts, pairs: Sequence[Overlap]) -> Text:
    """A sentence on what some pairs share, weightiest first; empty when that is nothing."""
    weights = _weights(pairs)
    said = [
        _named([facts.short(key) for key in keys], *_ONE_AND_MANY[part])
        for part in (AREAS, OUTPUTS, RESULTS)
        if (keys := [key for kind, key in weights if kind == part])
    ]
    shown = {language: _heaviest(pairs, language) for language in LANGUAGES}
    if any(shown.values()):
        english = shown["en"] or shown["fr"]
        french = shown["fr"] or shown["en"]
        said.append(
            Text(
                _named([quoted(word) for word in english], _WORDS_ONE, _WORDS_MANY).en,
                _named([quoted(word) for word in french], _WORDS_ONE, _WORDS_MANY).fr,
            )
        )
    if not said:
        return Text()
    return fill(Text("In common: {what}.", "En commun\u00a0: {what}."), what=apart(said))


def _weights(pairs: Sequence[Overlap]) -> dict[tuple[str, str], float]:
    """How much each shared thing adds to the scores of some pairs, the most first."""
    parts: dict[tuple[str, str], list[float]] = {}
    for pair in pairs:
        for thing in pair.shared:
            parts.setdefault((thing.part, thing.key), []).append(thing.share * pair.score)
    weights = {thing: math.fsum(adds) for thing, adds in parts.items()}
    return dict(sorted(weights.items(), key=lambda entry: (-entry[1], entry[0])))


def _named(names: list[Text], one: Text, many: Text) -> Text:
    return fill(one if len(names) == 1 else many, names=listed(names, most=_MOST))


def _heaviest(pairs: Sequence[Overlap], language: Language) -> list[str]:
    weights: dict[str, float] = {}
    for pair in pairs:
        for word in pair.words:
            if word.language == language:
                shown = _shorter(word)
                weights[shown] = weights.get(shown, 0.0) + word.share
    return sorted(weights, key=lambda word: (-weights[word], word))[:_MOST]


def _shorter(word: SharedWord) -> str:
    return min(word.one, word.other, key=lambda one: (len(one), one))


def overlap_evidence(facts: Facts, pairs: Sequence[Overlap]) -> tuple[Evidence, ...]:
    """The score of each pair, then what each subject shares, with its share of that.

    The shares of one subject add up to 1.
    """
    subjects = facts.in_order(key for pair in pairs for key in (pair.one, pair.other))
    scores = sorted(pairs, key=lambda pair: (-pair.score, pair.one, pair.other))
    return (
        *(_score(facts, pair) for pair in scores),
        *(
            evidence
            for subject in subjects
            for evidence in _of_subject(
                facts, subject, [one for one in pairs if subject in (one.one, one.other)]
            )
        ),
    )


def _score(facts: Facts, pair: Overlap) -> Evidence:
    text = fill(
        Text("{one} and {other}: {score}", "{one} et {other}\u00a0: {score}"),
        **ends_of(facts, pair),
        score=score(pair.score),
    )
    return Evidence("computed", text, key=pair.one, share=round(pair.score, SHARE_DIGITS))


def _of_subject(facts: Facts, subject: str, pairs: list[Overlap]) -> Iterator[Evidence]:
    total = math.fsum(pair.score for pair in pairs)
    if not total:
        return
    for (part, key), weight in _weights(pairs).items():
        link = _tie(facts, subject, key)
        what = link.text("what") if link else Text()
        text = facts.elements[key].name
        if what:
            text = fill(Text("{name}: {what}", "{name}\u00a0: {what}"), name=text, what=what)
        share = round(weight / total, SHARE_DIGITS)
        yield Evidence(part, text, subject, link.id if link else None, share)
    said = math.fsum(pair.words_share * pair.score for pair in pairs)
    if said:
        yield Evidence(
            WORDS, _own_words(subject, pairs), subject, None, round(said / total, SHARE_DIGITS)
        )


def _tie(facts: Facts, subject: str, key: str) -> Link | None:
    """The link by which a body has a thing, or its twin."""
    twins = facts.twins(key)
    ties = [
        link
        for role in (LinkRole.COVERS, LinkRole.PRODUCES, LinkRole.LEADS)
        for link in facts.links_from(subject, role)
        if link.target in twins
    ]
    return ties[0] if ties else None


def _own_words(subject: str, pairs: list[Overlap]) -> Text:
    """The shared words as a subject itself has them."""
    own: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for pair in pairs:
        for word in pair.words:
            mine = word.one if pair.one == subject else word.other
            if mine not in own[word.language]:
                own[word.language].append(mine)
    english, french = own["en"] or own["fr"], own["fr"] or own["en"]
    return Text(
        listed([quoted(word) for word in english[: 2 * _MOST]]).en,
        listed([quoted(word) for word in french[: 2 * _MOST]]).fr,
    )
