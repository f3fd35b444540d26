"""RED-02: an overlap that a source states, with the computed score beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.overlap import Overlap, overlaps_among
from cadre.analysis.overlap_words import ends_of, overlap_evidence, what_is_shared
from cadre.analysis.rule import Found, Rule
from cadre.analysis.rules.red_01_overlapping_work import LEAST, MOST_SUBJECTS
from cadre.core.finding import Evidence, Severity
from cadre.core.graph import Link
from cadre.core.phrases import apart, fill, joined, listed, score
from cadre.core.text import Text
from cadre.core.traits import LinkRole

_BORNE_OUT: Final = Text(
    "What the framework records bears it out.", "Ce que contient le cadre le confirme."
)
_IN_PART: Final = Text(
    "What the framework records bears it out in part.",
    "Ce que contient le cadre le confirme en partie.",
)
_NOT_SEEN: Final = Text(
    "What the framework records does not show it: either the overlap lies in something that is not "
    "recorded, or it is smaller than it was said to be.",
    "Ce que contient le cadre ne le montre pas\u00a0: ou bien le recoupement tient à une chose qui "
    "n’est pas consignée, ou bien il est moindre qu’on ne l’a dit.",
)


def find(facts: Facts) -> Iterator[Found]:
    """Stated overlaps of groups that are not over, those that hang together as one.

    Two groups that are to become one body have their overlap answered: see RED-04.
    """
    stated = [link for link in facts.links(LinkRole.OVERLAPS_WITH) if _is_open(facts, link)]
    for cluster in _clusters(stated):
        yield _found(
            facts,
            cluster,
            [link for link in stated if {link.source, link.target} <= cluster],
        )


def _is_open(facts: Facts, link: Link) -> bool:
    if link.source == link.target or facts.is_over(link.source) or facts.is_over(link.target):
        return False
    successors = [
        set(facts.targets(end, LinkRole.CONTINUES_AS)) for end in (link.source, link.target)
    ]
    return not (successors[0] & successors[1])


def _clusters(stated: list[Link]) -> list[frozenset[str]]:
    """What hangs together by stated overlaps; where that is too many at once, pair by pair."""
    sets: dict[str, frozenset[str]] = {}
    for link in stated:
        union = sets.get(link.source, frozenset({link.source})) | sets.get(
            link.target, frozenset({link.target})
        )
        sets.update(dict.fromkeys(union, union))
    found: set[frozenset[str]] = set()
    for link in stated:
        whole = sets[link.source]
        found.add(whole if len(whole) <= MOST_SUBJECTS else frozenset((link.source, link.target)))
    return sorted(found, key=sorted)


def _found(facts: Facts, cluster: frozenset[str], stated: list[Link]) -> Found:
    overlaps = overlaps_among(facts, cluster)
    said = {frozenset((link.source, link.target)) for link in stated}
    pairs = [
        overlaps.of(one, other)
        for one, other in combinations(sorted(cluster), 2)
        if frozenset((one, other)) in said
    ]
    message = fill(
        Text(
            "A source states that the work of {groups} overlaps. Computed: {scores}.",
            "Une source énonce que les travaux des groupes {groups} se recoupent. Calcul\u00a0: "
            "{scores}.",
        ),
        groups=listed(facts.shorts(cluster)),
        scores=_scores(facts, pairs),
    )
    evidence = (
        *(
            Evidence("stated", link.text("what") or _names(facts, link), link=link.id)
            for link in sorted(stated, key=lambda link: link.id)
        ),
        *overlap_evidence(facts, pairs),
    )
    return Found(
        tuple(sorted(cluster)),
        joined(message, _verdict(pairs, LEAST.of(facts)), what_is_shared(facts, pairs)),
        evidence,
    )


def _scores(facts: Facts, pairs: list[Overlap]) -> Text:
    if len(pairs) == 1:
        return score(pairs[0].score)
    return apart(
        [
            fill(
                Text("{score} for {one} and {other}", "{score} pour {one} et {other}"),
                score=score(pair.score),
                **ends_of(facts, pair),
            )
            for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.one, pair.other))
        ]
    )


def _verdict(pairs: list[Overlap], least: float) -> Text:
    high = [pair for pair in pairs if pair.score >= least]
    if not high:
        return _NOT_SEEN
    return _BORNE_OUT if len(high) == len(pairs) else _IN_PART


def _names(facts: Facts, link: Link) -> Text:
    return listed([facts.short(link.source), facts.short(link.target)])


RULE: Final = Rule(
    code="RED-02",
    severity=Severity.WARNING,
    title=Text("Overlap that a source states", "Recoupement qu’une source énonce"),
    why=Text(
        "People who know the groups say that their work overlaps. That weighs more than any score; "
        "the score shows whether the framework knows enough to see it as well.",
        "Des gens qui connaissent les groupes disent que leurs travaux se recoupent. Cela pèse "
        "plus que tout score; le score montre si le cadre en sait assez pour le voir aussi.",
    ),
    mend=Text(
        "Ask the groups where the overlap lies and record it: what each does in which area. Then "
        "divide or join the work, and remove the stated overlap once it is dealt with.",
        "Demandez aux groupes où se trouve le recoupement et consignez-le\u00a0: ce que chacun "
        "fait, et dans quel domaine. Puis partagez ou joignez les travaux, et retirez le "
        "recoupement énoncé une fois la question réglée.",
    ),
    find=find,
    thresholds=(LEAST,),
    rests_on=(LinkRole.OVERLAPS_WITH, LinkRole.COVERS),
    folds=False,
)
