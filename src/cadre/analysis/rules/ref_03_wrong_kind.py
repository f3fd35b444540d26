"""REF-03: a value of another kind than its attribute."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.faults import faults_of
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.text import Text

CODE: Final = "REF-03"


def find(facts: Facts) -> Iterator[Found]:
    """What validation says under this code."""
    return faults_of(facts, CODE)


RULE: Final = Rule(
    code=CODE,
    severity=Severity.ERROR,
    title=Text(
        "Value of the wrong kind",
        "Valeur du mauvais genre",
    ),
    why=Text(
        "A text where a date should be cannot be compared, sorted or drawn.",
        "Un texte là où il faut une date ne peut être ni comparé, ni trié, ni dessiné.",
    ),
    mend=Text(
        "Write the value as its attribute asks for it.",
        "Écrivez la valeur comme son attribut la demande.",
    ),
    find=find,
    many=Text(
        "{things} have values of the wrong kind.",
        "{things} ont des valeurs du mauvais genre.",
    ),
)
