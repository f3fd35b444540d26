"""REF-05: a link of a type that the framework does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.faults import faults_of
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.text import Text

CODE: Final = "REF-05"


def find(facts: Facts) -> Iterator[Found]:
    """What validation says under this code."""
    return faults_of(facts, CODE)


RULE: Final = Rule(
    code=CODE,
    severity=Severity.ERROR,
    title=Text(
        "No such type of link",
        "Type de lien inexistant",
    ),
    why=Text(
        "A link whose type is gone means nothing to analyses and pictures.",
        "Un lien dont le type a disparu ne dit plus rien aux analyses ni aux images.",
    ),
    mend=Text(
        "Bring the type of link back, or join the two by another one.",
        "Rétablissez le type de lien, ou joignez les deux par un autre.",
    ),
    find=find,
    many=Text(
        "{things} have links of a type that the framework does not have.",
        "{things} ont des liens d’un type que le cadre n’a pas.",
    ),
)
