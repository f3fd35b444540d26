"""SEQ-03: work of which nothing says when it is to happen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.analysis.schedule import is_scheduled
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

_CLOSED: Final = frozenset({"done", "stopped"})


def find(facts: Facts) -> Iterator[Found]:
    """Work still to be done without dates or period, its own or those of the same work."""
    for key in facts.keys(Trait.WORK):
        if facts.is_over(key) or facts.elements[key].word("progress") in _CLOSED:
            continue
        if not is_scheduled(facts, key):
            message = fill(
                Text(
                    "Nothing says when {work} is to happen.",
                    "Rien ne dit quand {work} doit avoir lieu.",
                ),
                work=facts.name(key),
            )
            areas = facts.in_order(facts.targets(key, LinkRole.IN_FOCUS_AREA))
            yield Found(
                (key,),
                message,
                tuple(Evidence("area", facts.elements[area].name, key=area) for area in areas),
            )


RULE: Final = Rule(
    code="SEQ-03",
    severity=Severity.ADVICE,
    title=Text("Work without a period", "Travaux sans période"),
    why=Text(
        "Work without a time is on no roadmap: it is neither late nor early, and nobody waits for "
        "it.",
        "Des travaux sans échéance ne sont sur aucune feuille de route\u00a0: ils ne sont ni en "
        "retard ni en avance, et personne ne les attend.",
    ),
    mend=Text(
        "Schedule the work in a period; tie it to the roadmap item that is the same work; or say "
        "that it is stopped.",
        "Prévoyez les travaux dans une période; liez-les à l’élément de la feuille de route qui "
        "est le même travail; ou dites qu’ils sont abandonnés.",
    ),
    find=find,
    many=Text("{things} have no period and no date.", "{things} n’ont ni période ni date."),
    rests_on=(LinkRole.SCHEDULED_IN,),
)
