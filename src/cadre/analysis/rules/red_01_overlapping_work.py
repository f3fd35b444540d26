"""RED-01: groups whose work overlaps, as far as the framework can tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.overlap import WEIGHTS, Overlap, Overlaps, clusters, lasting_overlaps
from cadre.analysis.overlap_words import overlap_evidence, what_is_shared
from cadre.analysis.rule import Found, Rule, Threshold
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import capital, fill, joined, listed, score
from cadre.core.text import Text
from cadre.core.traits import LinkRole

MOST_SUBJECTS: Final = 4
LEAST: Final = Threshold(
    "overlap-least",
    0.15,
    Text(
        "Score from which the work of two groups is said to overlap",
        "Score à partir duquel on dit que les travaux de deux groupes se recoupent",
    ),
)
LEAST_BESIDE: Final = Threshold(
    "overlap-least-beside",
    0.1,
    Text(
        "Part of that score that must come from something else than one shared area",
        "Part de ce score qui doit venir d’autre chose que d’un seul domaine partagé",
    ),
)


def find(facts: Facts) -> Iterator[Found]:
    """Clusters of two to four groups, the strongest ties first, each group in one of them.

    Pairs that a source already calls overlapping are left to RED-02, and those of a whole and its
    part or of a group and its successor are no overlap at all.
    """
    overlaps = facts.once(lasting_overlaps)
    ties = [pair for pair in _pairs(facts, overlaps) if _is_overlap(facts, pair)]
    for cluster in clusters(ties, MOST_SUBJECTS):
        inside = [
            overlaps.of(tie.one, tie.other)
            for tie in ties
            if tie.one in cluster and tie.other in cluster
        ]
        beside = [tie for tie in ties if (tie.one in cluster) != (tie.other in cluster)]
        yield _found(facts, cluster, inside, beside)


def _pairs(facts: Facts, overlaps: Overlaps) -> Iterator[Overlap]:
    related = {
        frozenset((link.source, link.target))
        for role in (LinkRole.OVERLAPS_WITH, LinkRole.PART_OF, LinkRole.CONTINUES_AS)
        for link in facts.links(role)
    }
    for pair in overlaps.at_least(LEAST.of(facts)):
        if frozenset((pair.one, pair.other)) not in related:
            yield pair


def _is_overlap(facts: Facts, pair: Overlap) -> bool:
    """Whether a score is high enough, and owed to more than one shared area.

    Words alone, without any common ground, are no more than a manner of speaking: they must
    weigh twice as much.
    """
    least = LEAST.of(facts)
    if not pair.shared:
        return pair.score >= 2 * least
    heaviest = max(thing.share for thing in pair.shared)
    return pair.score >= least and 1.0 - heaviest >= LEAST_BESIDE.of(facts)


def _found(
    facts: Facts, cluster: tuple[str, ...], inside: list[Overlap], beside: list[Overlap]
) -> Found:
    best = max(pair.score for pair in inside)
    template = (
        Text(
            "The work of {groups} seems to overlap ({score} on a scale from 0 to 1).",
            "Les travaux des groupes {groups} semblent se recouper ({score} sur une échelle de 0 "
            "à 1).",
        )
        if len(cluster) == 2
        else Text(
            "The work of {groups} seems to overlap (up to {score} on a scale from 0 to 1).",
            "Les travaux des groupes {groups} semblent se recouper (jusqu’à {score} sur une "
            "échelle de 0 à 1).",
        )
    )
    message = fill(template, groups=listed(facts.shorts(cluster)), score=score(best))
    evidence = (*overlap_evidence(facts, inside), *_also(facts, cluster, beside))
    return Found(cluster, capital(joined(message, what_is_shared(facts, inside))), evidence)


def _also(facts: Facts, cluster: tuple[str, ...], beside: list[Overlap]) -> Iterator[Evidence]:
    """Ties of its groups to others that another finding holds or that would make it too large."""
    for pair in sorted(beside, key=lambda pair: (-pair.score, pair.one, pair.other)):
        mine, other = (pair.one, pair.other) if pair.one in cluster else (pair.other, pair.one)
        text = fill(
            Text(
                "{mine} also meets {other}: {score}", "{mine} recoupe aussi {other}\u00a0: {score}"
            ),
            mine=facts.short(mine),
            other=facts.short(other),
            score=score(pair.score),
        )
        yield Evidence("also", text, key=other)


RULE: Final = Rule(
    code="RED-01",
    severity=Severity.WARNING,
    title=Text(
        "Groups whose work seems to overlap", "Groupes dont les travaux semblent se recouper"
    ),
    why=Text(
        "Groups that do the same work without knowing it spend scarce hours twice and may hand two "
        "answers to one question.",
        "Des groupes qui font le même travail sans le savoir y passent deux fois des heures rares "
        "et risquent de donner deux réponses à une même question.",
    ),
    mend=Text(
        "Bring the groups together and look at what they share. Then divide the work, join it, or "
        "record their tie; or accept this finding, if it is right that both do it.",
        "Réunissez les groupes et examinez ce qu’ils ont en commun. Puis partagez les travaux, "
        "joignez-les ou consignez le lien entre eux; ou acceptez ce constat, s’il est juste que "
        "chacun les fasse.",
    ),
    find=find,
    many=Text(
        "{things} do work that seems to overlap with that of others.",
        "{things} font des travaux qui semblent recouper ceux d’autres.",
    ),
    thresholds=(LEAST, LEAST_BESIDE, *WEIGHTS.values()),
    rests_on=(LinkRole.COVERS,),
    folds=False,
)
