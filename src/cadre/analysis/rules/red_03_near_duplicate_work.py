"""RED-03: two pieces of work in nearly the same words, not known to be the same work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.likeness import Likeness
from cadre.analysis.overlap_words import SHARE_DIGITS
from cadre.analysis.rule import Found, Rule, Threshold
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill, joined, percent
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


def find(facts: Facts) -> Iterator[Found]:
    """Pairs of work not over, neither a placeholder nor tied by “same work” or as whole and "
    "part."""
    keys = [
        key
        for key in facts.keys(Trait.WORK)
        if not facts.is_over(key) and not facts.elements[key].flag("placeholder")
    ]
    likeness = Likeness(
        {
            key: (facts.elements[key].text("name"), facts.elements[key].text("summary"))
            for key in keys
        }
    )
    least = LEAST.of(facts)
    for one, other in likeness.close(least):
        if not _are_tied(facts, one, other):
            yield _found(facts, one, other, likeness)


def _are_tied(facts: Facts, one: str, other: str) -> bool:
    return other in facts.twins(one) or any(
        (link.source, link.target) in ((one, other), (other, one))
        for role in (LinkRole.PART_OF, LinkRole.DEPENDS_ON)
        for link in (*facts.links_from(one, role), *facts.links_to(one, role))
    )


def _found(facts: Facts, one: str, other: str, likeness: Likeness) -> Found:
    score = likeness.score(one, other)
    message = fill(
        Text(
            "{one} and {other} are described in nearly the same words ({share}).",
            "{one} et {other} sont décrits presque dans les mêmes mots ({share}).",
        ),
        one=facts.name(one),
        other=facts.name(other),
        share=percent(score),
    )
    areas = [set(facts.targets(key, LinkRole.IN_FOCUS_AREA)) for key in (one, other)]
    same_area = (
        Text("Both stand in the same area.", "Les deux relèvent du même domaine.")
        if areas[0] & areas[1]
        else Text()
    )
    evidence = tuple(
        Evidence(
            "text",
            facts.elements[key].text("summary") or facts.elements[key].name,
            key=key,
            share=round(score, SHARE_DIGITS),
        )
        for key in (one, other)
    )
    return Found((one, other), joined(message, same_area), evidence)


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
    thresholds=(LEAST,),
    rests_on=(Trait.WORK,),
    folds=False,
)
