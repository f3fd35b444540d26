"""REF-08: a type that changes the kind of an attribute which its trait brings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.faults import faults_of
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.text import Text

CODE: Final = "REF-08"


def find(facts: Facts) -> Iterator[Found]:
    """What validation says under this code."""
    return faults_of(facts, CODE)


RULE: Final = Rule(
    code=CODE,
    severity=Severity.ERROR,
    title=Text(
        "Attribute of a trait made another kind",
        "Attribut de trait d’un autre genre",
    ),
    why=Text(
        "Analyses rely on the attributes that a trait brings. A type may give them other "
        "choices, but not another kind.",
        "Les analyses comptent sur les attributs qu’apporte un trait. Un type peut leur donner "
        "d’autres choix, mais pas un autre genre.",
    ),
    mend=Text(
        "Give the attribute another key, or the kind that the trait needs.",
        "Donnez à l’attribut une autre clé, ou le genre que demande le trait.",
    ),
    find=find,
    many=Text(
        "{things} have attributes of the wrong kind.",
        "{things} ont des attributs du mauvais genre.",
    ),
)
