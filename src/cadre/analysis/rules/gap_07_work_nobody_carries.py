"""GAP-07: work or a deliverable that nobody is named as carrying."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.primitives.ways import held_to, joined
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

_CARRIES: Final = (
    LinkRole.LEADS,
    LinkRole.TAKES_PART,
    LinkRole.SUPPORTS,
    LinkRole.PRODUCES,
)
_NOBODY: Final = Text(
    "Nobody is named as carrying {work}.", "Personne n’est désigné pour mener {work}."
)
_CLOSED: Final = frozenset({"done", "stopped"})


def find(facts: Facts) -> Iterator[Found]:
    """Work and outputs, still to be done, that no body leads, takes part in, supports or makes."""
    carried = _carried(facts)
    for key in facts.keys(Trait.WORK, Trait.OUTPUT):
        element = facts.elements[key]
        if facts.is_over(key) or element.word("progress") in _CLOSED or key in carried:
            continue
        message = fill(_NOBODY, work=facts.name(key))
        areas = facts.in_order(facts.targets(key, LinkRole.IN_FOCUS_AREA))
        yield Found(
            (key,),
            message,
            tuple(Evidence("area", facts.elements[area].name, key=area) for area in areas),
        )


def _carried(facts: Facts) -> frozenset[str]:
    """What a body carries, with what that makes, its parts, and what is the same work."""
    starts = [
        link.target
        for role in _CARRIES
        for link in facts.links(role)
        if facts.has(link.source, Trait.BODY)
    ]
    work, same = facts.mask(Trait.WORK), facts.ways(LinkRole.SAME_WORK_AS)
    onward = joined(
        len(facts.elements),
        held_to(facts.ways(LinkRole.PRODUCES), sources=work),
        held_to(facts.ways(LinkRole.PART_OF), targets=work).turned(),
        same,
        same.turned(),
    )
    return facts.reached(onward, starts)


RULE: Final = Rule(
    code="GAP-07",
    severity=Severity.WARNING,
    title=Text(
        "Work or deliverable that nobody carries", "Travaux ou livrable que personne ne mène"
    ),
    why=Text(
        "What has no bearer is not asked about at the next meeting, and is not done.",
        "Ce qui n’a pas de porteur n’est pas suivi à la réunion suivante, et ne se fait pas.",
    ),
    mend=Text(
        "Name the body that leads the work or produces the deliverable; or close what is no longer "
        "wanted.",
        "Nommez l’organe qui dirige les travaux ou produit le livrable; ou fermez ce qu’on ne veut "
        "plus.",
    ),
    find=find,
    many=Text(
        "{things} have nobody named to carry them.",
        "{things} n’ont personne qui soit désigné pour les mener.",
    ),
    rests_on=(Trait.WORK,),
)
