"""SEQ-04: a period that holds more work than it can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule, Threshold
from cadre.core.finding import Evidence, Severity
from cadre.core.keys import type_of
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

# The attribute that a period's type may have; without it, the threshold holds for every period.
_CAPACITY: Final = "capacity"
CAPACITY: Final = Threshold(
    "period-capacity",
    0,
    Text(
        "Pieces of work that a period can hold, where it does not say itself; 0 for not known",
        "Travaux qu’une période peut contenir, si elle ne le dit pas elle-même; 0 si on l’ignore",
    ),
)


def find(facts: Facts) -> Iterator[Found]:
    """Periods with more work than their capacity; once for all of them while none is known."""
    loads = {
        time: facts.in_order(
            {
                min(facts.twins(key))
                for key in facts.sources(time, LinkRole.SCHEDULED_IN, Trait.WORK)
            }
        )
        for time in facts.keys(Trait.TIME)
    }
    busy = [time for time, work in loads.items() if work]
    capacities = {time: _capacity(facts, time) for time in busy}
    if busy and not any(capacities.values()):
        yield from _not_known(facts, busy, {key for time in busy for key in loads[time]})
        return
    for time, capacity in capacities.items():
        if capacity and len(loads[time]) > capacity:
            yield _found(facts, time, loads[time], capacity)


def _capacity(facts: Facts, time: str) -> float:
    own = facts.elements[time].number(_CAPACITY)
    return CAPACITY.of(facts) if own is None else own


def _not_known(facts: Facts, times: list[str], work: set[str]) -> Iterator[Found]:
    for name in dict.fromkeys(type_of(time) for time in times):
        of_type = [time for time in times if type_of(time) == name]
        message = fill(
            Text(
                "No capacity has been given yet: nothing would show whether {work} can be done in "
                "{times}.",
                "Aucune capacité n’a encore été donnée\u00a0: rien ne montrerait si {work} peuvent "
                "se faire en {times}.",
            ),
            work=facts.counted(work),
            times=facts.counted(of_type),
        )
        yield Found(tuple(of_type), message, folded_type=name)


def _found(facts: Facts, time: str, work: list[str], capacity: float) -> Found:
    message = fill(
        Text(
            "{time} holds {work}, but has room for {capacity}.",
            "{time} contient {work}, mais n’a de place que pour {capacity}.",
        ),
        time=facts.name(time),
        work=facts.counted(work),
        capacity=f"{capacity:g}",
    )
    evidence = tuple(Evidence("work", facts.elements[key].name, key=key) for key in work)
    return Found((time,), message, evidence)


RULE: Final = Rule(
    code="SEQ-04",
    severity=Severity.ADVICE,
    title=Text("Period over its capacity", "Période au-delà de sa capacité"),
    why=Text(
        "Progress is made in spare time. A period that is planned too full does less than one that "
        "is planned well.",
        "Le travail avance sur du temps libre. Une période trop remplie en accomplit moins qu’une "
        "période bien planifiée.",
    ),
    mend=Text(
        "Say how many pieces of work a period can hold, as a setting or on each period; then move "
        "the least pressing ones.",
        "Dites combien de travaux une période peut contenir, en réglage ou pour chaque période; "
        "puis déplacez les moins pressants.",
    ),
    find=find,
    many=Text("{things} hold more work than they can.", "{things} débordent de travaux."),
    thresholds=(CAPACITY,),
    rests_on=(LinkRole.SCHEDULED_IN,),
)
