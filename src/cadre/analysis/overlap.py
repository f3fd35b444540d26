"""How far the work of two groups overlaps: a weighted score, explained by what they share.

Four parts, each from 0 to 1: the focus areas that both cover, the deliverables that both make, the
results that the work of both leads to, and the words in which both say what they do. Of the first
three, a shared thing counts in full when the two groups alone have it, and nothing when all have
it; of the words, see `likeness`. The score is the weighted mean of the parts on which at least one
of the two has anything to show. Names are not looked at, and to take part in the work of another
group is to work together, not to do it twice.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.holders import sharing_keys, worth_shared
from cadre.analysis.likeness import DIGITS, Likeness, SharedWord
from cadre.analysis.rule import Threshold
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

_SLACK: Final = 1e-6
AREAS, OUTPUTS, RESULTS, WORDS = "area", "output", "result", "words"

WEIGHTS: Final[Mapping[str, Threshold]] = {
    AREAS: Threshold(
        "overlap-weight-areas",
        0.3,
        Text("Weight of shared focus areas", "Poids des domaines d’intérêt partagés"),
    ),
    OUTPUTS: Threshold(
        "overlap-weight-deliverables",
        0.2,
        Text("Weight of shared deliverables", "Poids des livrables partagés"),
    ),
    RESULTS: Threshold(
        "overlap-weight-results",
        0.1,
        Text("Weight of shared results", "Poids des résultats partagés"),
    ),
    WORDS: Threshold(
        "overlap-weight-words",
        0.4,
        Text("Weight of shared words", "Poids des mots partagés"),
    ),
}


@dataclass(frozen=True, slots=True)
class Shared:
    """A thing that two groups share, with its share of their score."""

    part: str
    key: str
    share: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """The overlap of two groups: a score from 0 to 1, and what it is made of.

    The shares of `shared` and, taken together, of `words` add up to 1 when the score is not 0.
    """

    one: str
    other: str
    score: float
    shared: tuple[Shared, ...]
    words: tuple[SharedWord, ...]
    words_share: float


def lasting_overlaps(facts: Facts) -> Overlaps:
    """The overlaps of the bodies that stand once this state has come about."""
    return Overlaps(facts, facts.lasting)


def present_overlaps(facts: Facts) -> Overlaps:
    """The overlaps of the bodies at work as things stand."""
    if facts.present == facts.lasting:
        return facts.once(lasting_overlaps)
    return Overlaps(facts, facts.present)


def overlaps_among(facts: Facts, keys: Iterable[str]) -> Overlaps:
    """Overlaps that know these bodies: the present ones, or the lasting, or with them added."""
    wanted = set(keys)
    for make, bodies in ((present_overlaps, facts.present), (lasting_overlaps, facts.lasting)):
        if wanted.issubset(bodies):
            return facts.once(make)
    return Overlaps(facts, (*facts.present, *sorted(wanted.difference(facts.present))))


class Overlaps:
    """The overlaps of some bodies of a framework, held against each other and no others."""

    def __init__(self, facts: Facts, bodies: Iterable[str]) -> None:
        self._facts = facts
        self.bodies = tuple(bodies)
        self._known: dict[tuple[str, str], Overlap] = {}
        self._weights = {part: weight.of(facts) for part, weight in WEIGHTS.items()}

    def of(self, one: str, other: str) -> Overlap:
        """The overlap of two of the bodies, whichever is named first."""
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._known:
            self._known[pair] = self._compared(*pair)
        return self._known[pair]

    def at_least(self, least: float) -> Iterator[Overlap]:
        """The overlaps of pairs that score at least so much, and more than nothing, in order.

        Without the words behind them, which `of` has.
        """
        for pair in self._promising(least):
            overlap = self._compared(*pair, with_words=False)
            if overlap.score and overlap.score >= least:
                yield overlap

    def _promising(self, least: float) -> list[tuple[str, str]]:
        """The pairs that may score so much: held to a bound that is quick to work out for all."""
        most = {
            pair: self._weights[WORDS] * likeness
            for pair, likeness in self._likeness.near().items()
        }
        for part, things in self._things.items():
            for (one, other), worth in worth_shared(things, self._worth[part]).items():
                # What both have together is at least as much as the one that has more.
                all_of_both = 1 + max(len(things[one]), len(things[other]))
                most[one, other] = most.get((one, other), 0.0) + worth / all_of_both
        has = {body: self._has(body) for body in self.bodies}
        return sorted(
            (one, other)
            for (one, other), total in most.items()
            if total + _SLACK >= least * sum(self._weights[part] for part in has[one] | has[other])
        )

    def _has(self, body: str) -> frozenset[str]:
        """The parts on which a body has anything to show."""
        found = {part for part, things in self._things.items() if body in things}
        return frozenset(found | {WORDS} if self._likeness.has(body) else found)

    def candidates(self) -> list[tuple[str, str]]:
        """The pairs that share anything at all."""
        found = set(self._likeness.pairs())
        for things in self._things.values():
            found.update(sharing_keys(things))
        return sorted(found)

    # --- what each body has ----------------------------------------------------------------

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(
            {
                body: [link.text("what") for link in self._facts.links_from(body, LinkRole.COVERS)]
                for body in self.bodies
            }
        )

    @cached_property
    def _things(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """By part, the things of each body that has any."""
        facts = self._facts
        found: dict[str, dict[str, frozenset[str]]] = {AREAS: {}, OUTPUTS: {}, RESULTS: {}}
        for body in self.bodies:
            areas = facts.targets(body, LinkRole.COVERS, Trait.AXIS)
            if areas:
                found[AREAS][body] = frozenset(areas)
            own = _own_work(facts, body)
            if own:
                outputs = {key for key in own if facts.has(key, Trait.OUTPUT)}
                results = {
                    result
                    for key in own
                    for result in facts.targets(key, LinkRole.CONTRIBUTES_TO, Trait.OUTCOME)
                }
                # One deliverable shown in two places is one.
                found[OUTPUTS][body] = frozenset(_first_output(facts, key) for key in outputs)
                found[RESULTS][body] = frozenset(results)
        return {
            part: {body: keys for body, keys in things.items() if keys}
            for part, things in found.items()
        }

    @cached_property
    def _holders(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """By part, who has each thing."""
        found: dict[str, dict[str, set[str]]] = {}
        for part, things in self._things.items():
            holders = found.setdefault(part, {})
            for body, keys in things.items():
                for key in keys:
                    holders.setdefault(key, set()).add(body)
        return {
            part: {key: frozenset(bodies) for key, bodies in holders.items()}
            for part, holders in found.items()
        }

    @cached_property
    def _worth(self) -> Mapping[str, Mapping[str, float]]:
        """By part, what each thing weighs: in full when two bodies alone have it.

        Nothing when every body that has any of the part has it.
        """
        return {
            part: {
                key: self._weights[part] * _rarity(len(bodies), len(self._things[part]))
                for key, bodies in holders.items()
            }
            for part, holders in self._holders.items()
        }

    # --- the score -------------------------------------------------------------------------

    def _scored(
        self, one: str, other: str
    ) -> tuple[float, float, list[tuple[str, str, float]], float]:
        """The score, the sum it is made from, and what things and words add to that sum."""
        nothing: frozenset[str] = frozenset()
        adds: list[tuple[str, str, float]] = []
        weights: list[float] = []
        for part, things in self._things.items():
            mine, theirs = things.get(one, nothing), things.get(other, nothing)
            if mine or theirs:
                weights.append(self._weights[part])
                # One more than there are: to share the only thing one has is less telling than
                # to share three of three.
                all_of_both = 1 + len(mine | theirs)
                worth = self._worth[part]
                adds += [(part, key, worth[key] / all_of_both) for key in mine & theirs]
        said = 0.0
        if self._likeness.has(one) or self._likeness.has(other):
            weights.append(self._weights[WORDS])
            said = self._weights[WORDS] * self._likeness.score(one, other)
        total = math.fsum((*(add for _, _, add in adds), said))
        score = round(total / math.fsum(weights), DIGITS) if total else 0.0
        return score, total, adds, said

    def _compared(self, one: str, other: str, *, with_words: bool = True) -> Overlap:
        score, total, adds, said = self._scored(one, other)
        if not total:
            return Overlap(one, other, 0.0, (), (), 0.0)
        shared = [Shared(part, key, round(add / total, DIGITS)) for part, key, add in adds if add]
        shared.sort(key=lambda thing: (-thing.share, thing.part, thing.key))
        return Overlap(
            one,
            other,
            score,
            tuple(shared),
            self._likeness.shared(one, other) if said and with_words else (),
            round(said / total, DIGITS),
        )


def _rarity(having: int, bodies: int) -> float:
    return (bodies - having) / (bodies - 2) if bodies > 2 else 1.0


def _own_work(facts: Facts, body: str) -> set[str]:
    """The work that a body leads and the deliverables it makes, by that work or itself."""
    own = {
        *facts.targets(body, LinkRole.LEADS, Trait.WORK),
        *facts.targets(body, LinkRole.PRODUCES, Trait.OUTPUT),
    }
    own.update(*(facts.twins(key) for key in tuple(own)))
    own.update(*(facts.targets(key, LinkRole.PRODUCES, Trait.OUTPUT) for key in tuple(own)))
    own.update(*(facts.twins(key) for key in tuple(own)))
    return own


def _first_output(facts: Facts, key: str) -> str:
    return min(twin for twin in facts.twins(key) if facts.has(twin, Trait.OUTPUT))


# --- clusters ----------------------------------------------------------------------------------


def clusters(pairs: Iterable[Overlap], most: int) -> list[tuple[str, ...]]:
    """The pairs brought together into clusters of at most `most`, each body in one of them.

    Single linkage: the strongest ties first, those of equal score at once, and none that would
    make a cluster too large. So the outcome does not depend on the order of keys.
    """
    cluster_of: dict[str, frozenset[str]] = {}
    ordered = sorted(pairs, key=lambda pair: -pair.score)
    for _, equal in groupby(ordered, key=lambda pair: pair.score):
        ties = [(pair.one, pair.other) for pair in equal]
        for joined in _joined(ties, cluster_of):
            if len(joined) <= most:
                cluster_of.update(dict.fromkeys(joined, joined))
    return sorted({tuple(sorted(cluster)) for cluster in cluster_of.values()})


def _joined(
    ties: list[tuple[str, str]], cluster_of: Mapping[str, frozenset[str]]
) -> list[frozenset[str]]:
    """What clusters would become if all of these ties were made."""
    sets: dict[str, set[str]] = {}
    for tie in ties:
        union: set[str] = set()
        for key in tie:
            union.update(sets.get(key) or cluster_of.get(key) or (key,))
        for key in union:
            sets[key] = union
    return [frozenset(found) for found in {id(found): found for found in sets.values()}.values()]
