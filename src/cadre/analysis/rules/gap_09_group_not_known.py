"""GAP-09: work in a focus area whose group the source leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.coverage import assessed
from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill, listed
from cadre.core.text import Text
from cadre.core.traits import Trait


def find(facts: Facts) -> Iterator[Found]:
    """Judgements on one area with several candidates for the group that works there."""
    for key in facts.keys(Trait.JUDGEMENT):
        areas, bodies = assessed(facts, key)
        if len(areas) != 1 or len(bodies) < 2:
            continue
        message = fill(
            Text(
                "Some group works in the area {area}, but the source does not say which: it may be "
                "{groups}.",
                "Un groupe travaille dans le domaine {area}, mais la source ne dit pas "
                "lequel\u00a0: ce peut être {groups}.",
            ),
            area=facts.name(areas[0]),
            groups=_either(facts.shorts(bodies)),
        )
        evidence = (
            Evidence(
                "stated", facts.elements[key].text("text") or facts.elements[key].name, key=key
            ),
            *(Evidence("candidate", facts.elements[one].name, key=one) for one in bodies),
        )
        yield Found((key,), message, evidence)


def _either(names: list[Text]) -> Text:
    if len(names) == 1:
        return names[0]
    first = listed([*names[:-1]]) if len(names) == 2 else _comma(names[:-1])
    return fill(Text("{first} or {last}", "{first} ou {last}"), first=first, last=names[-1])


def _comma(names: list[Text]) -> Text:
    return Text(", ".join(name.en for name in names), ", ".join(name.fr for name in names))


RULE: Final = Rule(
    code="GAP-09",
    severity=Severity.ADVICE,
    title=Text("Work whose group is not known", "Travaux dont le groupe n’est pas connu"),
    why=Text(
        "Work that cannot be laid at a group’s door counts for no group and no council: coverage "
        "and overlaps are a little wrong until it can.",
        "Des travaux qu’on ne peut attribuer ne comptent pour aucun groupe ni conseil\u00a0: la "
        "couverture et les recoupements restent un peu faux d’ici là.",
    ),
    mend=Text(
        "Ask the candidates which of them does this work, link that group to the area and remove "
        "the assessment that stands in for the link.",
        "Demandez aux candidats lequel fait ces travaux, reliez ce groupe au domaine et retirez "
        "l’évaluation qui tient lieu de lien.",
    ),
    find=find,
    many=Text(
        "{things} speak of work whose group the source leaves open.",
        "{things} parlent de travaux dont la source ne dit pas le groupe.",
    ),
    rests_on=(Trait.JUDGEMENT,),
)
