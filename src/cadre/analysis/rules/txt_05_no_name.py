"""TXT-05: an element without a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.phrases import fill, quoted
from cadre.core.text import Text


def find(facts: Facts) -> Iterator[Found]:
    """Elements with no name in either language: pictures show their keys."""
    for key, element in facts.elements.items():
        if not element.text("name"):
            message = fill(
                Text(
                    "{key} has no name: its key stands in for it.",
                    "{key} n’a pas de nom\u00a0: sa clé en tient lieu.",
                ),
                key=quoted(key),
            )
            yield Found((key,), message)


RULE: Final = Rule(
    code="TXT-05",
    severity=Severity.WARNING,
    title=Text("No name", "Sans nom"),
    why=Text(
        "A key is made for machines. A reader cannot tell from it what is meant.",
        "Une clé est faite pour les machines. On ne peut en déduire de quoi il s’agit.",
    ),
    mend=Text("Give it a name in both languages.", "Donnez-lui un nom dans les deux langues."),
    find=find,
    many=Text("{things} have no name.", "{things} n’ont pas de nom."),
)
