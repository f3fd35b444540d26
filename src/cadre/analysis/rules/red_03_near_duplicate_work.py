"""RED-03: pieces of work in nearly the same words, not known to be the same work."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.families import Families
from cadre.analysis.likeness import Likeness
from cadre.analysis.overlap_words import SHARE_DIGITS
from cadre.analysis.rule import Found, Rule, Threshold
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import capital, fill, joined, listed, percent
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

LEAST: Final = Threshold(
    "duplicate-least",
    0.85,
    Text(
        "Likeness of words from which two pieces of work are taken for one",
        "Ressemblance des mots à partir de laquelle deux travaux passent pour un seul",
    ),
)
_NAMES: Final = 4
"""More names than this are counted, not listed: the evidence has them all."""


def find(facts: Facts) -> Iterator[Found]:
    """Families of work not over, neither placeholders nor tied by “same work” or as whole and part.

    Each of a family is like one other at least, by way of which it is joined to all the rest.
    """
    texts = {
        key: (facts.elements[key].text("name"), facts.elements[key].text("summary"))
        for key in facts.keys(Trait.WORK)
        if not facts.is_over(key) and not facts.elements[key].flag("placeholder")
    }
    for family in _families(facts, texts):
        yield _found(facts, family)


@dataclass(frozen=True, slots=True)
class _Family:
    """Work that is alike, each with how like the nearest of the others it is."""

    shares: Mapping[str, float]
    least: float
    """How like the two least alike are that were still taken for one."""


def _families(facts: Facts, texts: Mapping[str, tuple[Text, Text]]) -> list[_Family]:
    """What is worded alike in every letter is compared with the rest once, not each by itself."""
    same: dict[tuple[Text, Text], list[str]] = {}
    for key, text in texts.items():
        same.setdefault(text, []).append(key)
    by_first = {keys[0]: keys for keys in same.values()}
    likeness = Likeness(texts)
    families, shares, least = Families(), dict.fromkeys(texts, 0.0), dict.fromkeys(texts, 1.0)

    @cache
    def ties() -> Mapping[str, Collection[str]]:
        return _ties(facts)  # asked for where anything is alike at all

    def join(one: str, other: str, score: float) -> None:
        if other in ties().get(one, ()):
            return
        families.join(one, other)
        for key in (one, other):
            shares[key], least[key] = max(shares[key], score), min(least[key], score)

    for first, keys in by_first.items():
        if len(keys) > 1 and likeness.has(first):
            score = likeness.score(first, first)
            free = next((key for key in keys if key not in ties()), None)
            pairs = combinations(keys, 2) if free is None else ((free, key) for key in keys)
            for one, other in pairs:
                if one != other:
                    join(one, other, score)
    for (one, other), score in likeness.close(LEAST.of(facts), by_first).items():
        for pair in product(by_first[one], by_first[other]):
            join(*pair, score)
    return [
        _Family({key: shares[key] for key in keys}, min(least[key] for key in keys))
        for keys in families.all()
    ]


def _ties(facts: Facts) -> dict[str, Collection[str]]:
    """By element, those that are known to be the same work, its whole, its part or its need."""
    found: dict[str, set[str]] = {}
    for role in (LinkRole.PART_OF, LinkRole.DEPENDS_ON, LinkRole.SAME_WORK_AS):
        for link in facts.links(role):
            for one, other in ((link.source, link.target), (link.target, link.source)):
                found.setdefault(one, set(facts.twins(one))).add(other)
    return {key: tied - {key} for key, tied in found.items()}


def _found(facts: Facts, family: _Family) -> Found:
    keys = facts.in_order(family.shares)
    best = max(family.shares.values())
    low, high = percent(family.least), percent(best)
    share = high
    if low != high:
        share = fill(Text("{low} to {high}", "de {low} à {high}"), low=low, high=high)
    names = list(dict.fromkeys(facts.name(key) for key in keys))
    if len(keys) == 2:
        template = Text(
            "{one} and {other} are described in nearly the same words ({share}).",
            "{one} et {other} sont décrits presque dans les mêmes mots ({share}).",
        )
        one, other = keys
        message = fill(template, one=facts.name(one), other=facts.name(other), share=share)
    elif len(names) == 1:
        template = Text(
            "{things} have the name {name} and nearly the same words ({share}).",
            "{things} ont le nom {name} et presque les mêmes mots ({share}).",
        )
        message = fill(template, things=capital(facts.counted(keys)), name=names[0], share=share)
    else:
        template = Text(
            "{things} say nearly the same words ({share}): {names}.",
            "{things} disent presque les mêmes mots ({share})\u00a0: {names}.",
        )
        message = fill(
            template,
            things=capital(facts.counted(keys)),
            names=listed(names, _NAMES),
            share=share,
        )
    return Found(tuple(keys), joined(message, _same_area(facts, keys)), _evidence(facts, family))


def _same_area(facts: Facts, keys: list[str]) -> Text:
    areas = [set(facts.targets(key, LinkRole.IN_FOCUS_AREA)) for key in keys]
    if not set.intersection(*areas):
        return Text()
    if len(keys) == 2:
        return Text("Both stand in the same area.", "Les deux relèvent du même domaine.")
    return Text("All stand in the same area.", "Tous relèvent du même domaine.")


def _evidence(facts: Facts, family: _Family) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            "text",
            facts.elements[key].text("summary") or facts.elements[key].name,
            key=key,
            share=round(family.shares[key], SHARE_DIGITS),
        )
        for key in facts.in_order(family.shares)
    )


RULE: Final = Rule(
    code="RED-03",
    severity=Severity.ADVICE,
    title=Text(
        "Work described in nearly the same words", "Travaux décrits presque dans les mêmes mots"
    ),
    why=Text(
        "It may be one piece of work entered twice, or two teams about to do the same thing.",
        "C’est peut-être un seul travail inscrit deux fois, ou deux équipes qui s’apprêtent à "
        "faire la même chose.",
    ),
    mend=Text(
        "If it is one piece of work, tie the two (“is the same work as”) or remove one. If not, "
        "name them so that a reader sees the difference.",
        "S’il s’agit d’un seul travail, liez les deux («\u00a0est le même travail que\u00a0») ou "
        "retirez-en un. Sinon, nommez-les de sorte que la différence se voie.",
    ),
    find=find,
    many=Text(
        "{things} say nearly the same words as others.",
        "{things} disent presque les mêmes mots que d’autres.",
    ),
    thresholds=(LEAST,),
    rests_on=(Trait.WORK,),
    folds=False,
)
