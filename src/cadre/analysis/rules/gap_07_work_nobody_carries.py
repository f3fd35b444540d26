"""GAP-07: work or a deliverable that nobody is named as carrying."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
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
_CLOSED: Final = frozenset({"done", "stopped"})


def find(facts: Facts) -> Iterator[Found]:
    """Work and outputs, still to be done, that no body leads, takes part in, supports or makes."""
    for key in facts.keys(Trait.WORK, Trait.OUTPUT):
        element = facts.elements[key]
        if facts.is_over(key) or element.word("progress") in _CLOSED or _is_carried(facts, key):
            continue
        message = fill(
            Text(
                "Nobody is named as carrying {work}.", "Personne n’est désigné pour mener {work}."
            ),
            work=facts.name(key),
        )
        areas = facts.in_order(facts.targets(key, LinkRole.IN_FOCUS_AREA))
        yield Found(
            (key,),
            message,
            tuple(Evidence("area", facts.elements[area].name, key=area) for area in areas),
        )


def _is_carried(facts: Facts, key: str) -> bool:
    """Whether a body carries it, or the work that makes it, or what is the same work."""
    seen: set[str] = set()
    waiting = [key]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.update(facts.twins(at))
        for one in facts.twins(at):
            if any(facts.sources(one, role, Trait.BODY) for role in _CARRIES):
                return True
            waiting += facts.sources(one, LinkRole.PRODUCES, Trait.WORK)
            waiting += facts.targets(one, LinkRole.PART_OF, Trait.WORK)
    return False


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
