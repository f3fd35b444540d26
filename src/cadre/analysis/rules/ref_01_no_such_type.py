"""REF-01: an element of a type that the framework does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.faults import faults_of
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.text import Text

CODE: Final = "REF-01"


def find(facts: Facts) -> Iterator[Found]:
    """What validation says under this code."""
    return faults_of(facts, CODE)


RULE: Final = Rule(
    code=CODE,
    severity=Severity.ERROR,
    title=Text(
        "No such type",
        "Type inexistant",
    ),
    why=Text(
        "An element whose type is gone takes part in no analysis and stands in the last band of "
        "every picture.",
        "Un élément dont le type a disparu ne compte dans aucune analyse et se range dans la "
        "dernière bande de chaque image.",
    ),
    mend=Text(
        "Bring the type back, or give these elements another one.",
        "Rétablissez le type, ou donnez-en un autre à ces éléments.",
    ),
    find=find,
    many=Text(
        "{things} are of a type that the framework does not have.",
        "{things} sont d’un type que le cadre n’a pas.",
    ),
)
