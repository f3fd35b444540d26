"""GAP-01: a focus area in which no group works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.coverage import NONE, lasting_coverage
from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill, joined, listed
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

_PLACED: Final = (Trait.WORK, Trait.OUTPUT, Trait.OUTCOME, Trait.PRIORITY)


def find(facts: Facts) -> Iterator[Found]:
    """Areas that no body of this state covers; silent where there are no bodies at all."""
    if not facts.lasting:
        return
    for area in facts.once(lasting_coverage).areas:
        if area.step == NONE:
            message = fill(
                Text(
                    "No group works in the area {area}.",
                    "Aucun groupe ne travaille dans le domaine {area}.",
                ),
                area=facts.name(area.area),
            )
            yield Found(
                (area.area,),
                joined(message, _placed(facts, area.area)),
                _evidence(facts, area.area),
            )


def _placed(facts: Facts, area: str) -> Text:
    counts = [
        facts.counted(keys)
        for trait in _PLACED
        if (keys := facts.sources(area, LinkRole.IN_FOCUS_AREA, trait))
    ]
    if not counts:
        return Text()
    return fill(
        Text("Yet the framework places there {what}.", "Le cadre y place pourtant {what}."),
        what=listed(counts),
    )


def _evidence(facts: Facts, area: str) -> tuple[Evidence, ...]:
    keys = facts.in_order(facts.sources(area, LinkRole.IN_FOCUS_AREA, *_PLACED))
    return tuple(Evidence("placed", facts.elements[key].name, key=key) for key in keys)


RULE: Final = Rule(
    code="GAP-01",
    severity=Severity.ERROR,
    title=Text("Focus area that no group works in", "Domaine où aucun groupe ne travaille"),
    why=Text(
        "A focus area stands for something that the call to action needs. Where no group works, "
        "that part of the promise is nobody’s business.",
        "Un domaine d’intérêt représente une chose dont l’appel à l’action a besoin. Là où aucun "
        "groupe ne travaille, personne ne s’occupe de cette part de l’engagement.",
    ),
    mend=Text(
        "Ask a group to take the area up and record what it does there, or decide openly that the "
        "area can wait and accept this finding with the reason.",
        "Demandez à un groupe de s’en charger et consignez ce qu’il y fait, ou décidez ouvertement "
        "que le domaine peut attendre et acceptez ce constat en donnant la raison.",
    ),
    find=find,
    many=Text(
        "{things} have no group working in them.", "{things} n’ont aucun groupe qui y travaille."
    ),
    rests_on=(LinkRole.COVERS,),
)
