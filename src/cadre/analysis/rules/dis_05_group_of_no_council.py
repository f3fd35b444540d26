"""DIS-05: a group that no council steers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import Trait


def find(facts: Facts) -> Iterator[Found]:
    """Groups that are part of no body that steers; silent where no body steers at all."""
    if not facts.keys(Trait.STEERS):
        return
    for key in facts.lasting:
        if not facts.councils(key):
            message = fill(
                Text(
                    "It is not recorded which council {group} belongs to.",
                    "Il n’est pas consigné à quel conseil appartient {group}.",
                ),
                group=facts.name(key),
            )
            yield Found((key,), message)


RULE: Final = Rule(
    code="DIS-05",
    severity=Severity.WARNING,
    title=Text("Group of no council", "Groupe sans conseil"),
    why=Text(
        "A group without a council reports to nobody: its work plan is approved by none and its "
        "end is decided by none.",
        "Un groupe sans conseil ne rend de comptes à personne\u00a0: nul n’approuve son plan de "
        "travail et nul ne décide de sa fin.",
    ),
    mend=Text(
        "Make the group part of the council that answers for it.",
        "Rattachez le groupe au conseil qui en répond.",
    ),
    find=find,
    many=Text(
        "{things} belong to no council on record.",
        "{things} ne relèvent d’aucun conseil connu.",
    ),
)
