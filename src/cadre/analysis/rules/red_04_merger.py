"""RED-04: a merger that a future proposes, with the computed overlap for or against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.overlap import Overlap, overlaps_among
from cadre.analysis.overlap_words import overlap_evidence, what_is_shared
from cadre.analysis.rule import Found, Rule
from cadre.analysis.rules.red_01_overlapping_work import LEAST, MOST_SUBJECTS
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill, joined, listed, score
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

_JOINING: Final = frozenset({"merge", "absorb"})


def find(facts: Facts) -> Iterator[Found]:
    """Bodies that are to take in the work of others, by transitions that merge or absorb.

    Several groups are held against each other; a group that goes into a body alone, against it.
    """
    for target, groups in _mergers(facts).items():
        together = MOST_SUBJECTS - 1
        for start in range(0, len(groups), together):
            yield _found(facts, target, groups[start : start + together], first=start == 0)


def _mergers(facts: Facts) -> Mapping[str, list[str]]:
    """By body that takes over, the groups that go into it, all in order."""
    reasons = _transitions(facts)
    found: dict[str, set[str]] = {}
    for group in reasons:
        for target in facts.targets(group, LinkRole.CONTINUES_AS, Trait.WORKS):
            found[target] = {
                group,
                *found.get(target, ()),
                *facts.sources(target, LinkRole.CONTINUES_AS, Trait.WORKS),
            }
    return {target: facts.in_order(found[target] - {target}) for target in facts.in_order(found)}


def _transitions(facts: Facts) -> dict[str, str]:
    """By group that a transition merges or absorbs, that transition."""
    return {
        group: key
        for key in facts.keys(Trait.TRANSITION)
        if facts.elements[key].word("disposition") in _JOINING
        for group in facts.targets(key, LinkRole.CONCERNS, Trait.WORKS)
        if facts.links_from(group, LinkRole.CONTINUES_AS)
    }


def _found(facts: Facts, target: str, groups: list[str], *, first: bool) -> Found:
    against = groups if len(groups) > 1 else [*groups, target]
    overlaps = overlaps_among(facts, against)
    pairs = [overlaps.of(one, other) for one, other in combinations(sorted(against), 2)]
    message = fill(
        Text(
            "{target} is to take over the work of {groups}.",
            "{target} doit reprendre les travaux des groupes {groups}.",
        )
        if len(groups) > 1
        else Text(
            "{target} is to take over the work of {groups}.",
            "{target} doit reprendre les travaux du groupe {groups}.",
        ),
        target=facts.name(target),
        groups=listed(facts.shorts(groups)),
    )
    reasons = _transitions(facts)
    evidence = [
        Evidence("rationale", text, key=reasons[group])
        for group in groups
        if group in reasons and (text := facts.elements[reasons[group]].text("rationale"))
    ]
    stated = [
        Evidence("stated", link.text("what") or facts.short(link.target), link=link.id)
        for link in facts.links(LinkRole.OVERLAPS_WITH)
        if link.source in groups and link.target in groups
    ]
    said = (
        Text("A source states the overlap.", "Une source énonce le recoupement.")
        if stated
        else Text()
    )
    return Found(
        tuple(sorted((*groups, target))),
        joined(message, _verdict(pairs, LEAST.of(facts)), said, what_is_shared(facts, pairs)),
        (*evidence, *stated, *overlap_evidence(facts, pairs)),
        discriminator="" if first else groups[0],
    )


def _verdict(pairs: list[Overlap], least: float) -> Text:
    best = max(pair.score for pair in pairs)
    if best >= least:
        return fill(
            Text(
                "The computed overlap supports it: {score}.",
                "Le recoupement calculé l’appuie\u00a0: {score}.",
            ),
            score=score(best),
        )
    if not best:
        return Text(
            "No computed overlap supports it: nothing recorded is common to them.",
            "Aucun recoupement calculé ne l’appuie\u00a0: rien de ce qui est consigné ne leur est "
            "commun.",
        )
    return fill(
        Text(
            "No computed overlap supports it: {score}, where {least} would.",
            "Aucun recoupement calculé ne l’appuie\u00a0: {score}, alors qu’il faudrait {least}.",
        ),
        score=score(best),
        least=score(least),
    )


RULE: Final = Rule(
    code="RED-04",
    severity=Severity.ADVICE,
    title=Text("Merger, and the overlap behind it", "Fusion, et le recoupement qui la fonde"),
    why=Text(
        "A merger rests on the belief that groups do like work. Where the framework shows that, it "
        "helps to decide; where it does not, the reason must be found elsewhere and be said.",
        "Une fusion repose sur l’idée que des groupes font un travail semblable. Si le cadre le "
        "montre, la décision en est facilitée; sinon, la raison est ailleurs et doit être dite.",
    ),
    mend=Text(
        "Read the shares. Where nothing supports the merger, add what the groups have in common, "
        "or write the reason into the transition, or think again.",
        "Lisez les parts. Si rien n’appuie la fusion, ajoutez ce que les groupes ont en commun, "
        "écrivez la raison dans la transition, ou repensez-y.",
    ),
    find=find,
    thresholds=(LEAST,),
    folds=False,
)
