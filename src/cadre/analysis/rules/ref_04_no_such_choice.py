"""REF-04: a choice that is not in the list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.faults import faults_of
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.text import Text

CODE: Final = "REF-04"


def find(facts: Facts) -> Iterator[Found]:
    """What validation says under this code."""
    return faults_of(facts, CODE)


RULE: Final = Rule(
    code=CODE,
    severity=Severity.ERROR,
    title=Text(
        "Choice not in the list",
        "Choix absent de la liste",
    ),
    why=Text(
        "A choice outside its list falls out of every filter, legend and count.",
        "Un choix hors de sa liste échappe à tout filtre, à toute légende et à tout compte.",
    ),
    mend=Text(
        "Choose from the list, or add the choice to it.",
        "Choisissez dans la liste, ou ajoutez-y le choix.",
    ),
    find=find,
    many=Text(
        "{things} have choices that are not in their list.",
        "{things} ont des choix qui ne sont pas dans leur liste.",
    ),
)
