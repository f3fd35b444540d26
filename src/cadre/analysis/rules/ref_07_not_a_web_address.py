"""REF-07: a web link that is no web address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.faults import faults_of
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.text import Text

CODE: Final = "REF-07"


def find(facts: Facts) -> Iterator[Found]:
    """What validation says under this code."""
    return faults_of(facts, CODE)


RULE: Final = Rule(
    code=CODE,
    severity=Severity.ERROR,
    title=Text(
        "Not a web address",
        "Pas une adresse Web",
    ),
    why=Text(
        "A page can only lead to addresses that begin with http:// or https://.",
        "Une page ne peut mener qu’à des adresses qui commencent par http:// ou https://.",
    ),
    mend=Text(
        "Write the whole address, with https:// before it.",
        "Écrivez l’adresse au complet, avec https:// devant.",
    ),
    find=find,
    many=Text(
        "{things} have web links that are no web addresses.",
        "{things} ont des liens Web qui ne sont pas des adresses Web.",
    ),
)
