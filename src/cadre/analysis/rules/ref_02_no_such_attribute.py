"""REF-02: a value of an attribute that the type does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.faults import faults_of
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.text import Text

CODE: Final = "REF-02"


def find(facts: Facts) -> Iterator[Found]:
    """What validation says under this code."""
    return faults_of(facts, CODE)


RULE: Final = Rule(
    code=CODE,
    severity=Severity.ERROR,
    title=Text(
        "No such attribute",
        "Attribut inexistant",
    ),
    why=Text(
        "A value under a name that its type does not know is shown nowhere and checked by nothing.",
        "Une valeur sous un nom que son type ne connaît pas ne s’affiche nulle part et n’est "
        "jamais vérifiée.",
    ),
    mend=Text(
        "Add the attribute to the type, move the value to the attribute that is meant, or remove "
        "it.",
        "Ajoutez l’attribut au type, déplacez la valeur vers le bon attribut, ou retirez-la.",
    ),
    find=find,
    many=Text(
        "{things} have values of attributes that their type does not have.",
        "{things} ont des valeurs pour des attributs que leur type n’a pas.",
    ),
)
