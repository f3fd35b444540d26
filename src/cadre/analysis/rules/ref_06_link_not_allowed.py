"""REF-06: a link between elements that its type may not join."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.faults import faults_of
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.text import Text

CODE: Final = "REF-06"


def find(facts: Facts) -> Iterator[Found]:
    """What validation says under this code."""
    return faults_of(facts, CODE)


RULE: Final = Rule(
    code=CODE,
    severity=Severity.ERROR,
    title=Text(
        "Link that its type does not allow",
        "Lien que son type ne permet pas",
    ),
    why=Text(
        "Analyses trust that a link joins what its type says. One that does not makes them wrong.",
        "Les analyses comptent sur ce qu’un lien joint ce que dit son type. Sinon, elles se "
        "trompent.",
    ),
    mend=Text(
        "Join the right elements, take another type of link, or let the type join these as well.",
        "Joignez les bons éléments, prenez un autre type de lien, ou permettez au type de "
        "joindre ceux-ci aussi.",
    ),
    find=find,
    many=Text(
        "{things} have links that the type of the link does not allow.",
        "{things} ont des liens que leur type ne permet pas.",
    ),
)
