"""SEQ-05: something that ends before it starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.phrases import dated, fill
from cadre.core.text import Text


def find(facts: Facts) -> Iterator[Found]:
    """Elements of which even the last possible end lies before the first possible start."""
    for key, element in facts.elements.items():
        starts, ends = element.date("starts"), element.date("ends")
        if starts is not None and ends is not None and ends.latest < starts.earliest:
            message = fill(
                Text(
                    "{name} ends ({ends}) before it starts ({starts}).",
                    "{name} prend fin ({ends}) avant de commencer ({starts}).",
                ),
                name=facts.name(key),
                starts=dated(starts),
                ends=dated(ends),
            )
            yield Found((key,), message)


RULE: Final = Rule(
    code="SEQ-05",
    severity=Severity.ERROR,
    title=Text("Ends before it starts", "Prend fin avant de commencer"),
    why=Text(
        "One of the two dates is wrong, and every picture that uses them with it.",
        "L’une des deux dates est fausse, et toute image qui s’en sert l’est aussi.",
    ),
    mend=Text("Correct the date that is wrong.", "Corrigez la date qui est fausse."),
    find=find,
    many=Text("{things} end before they start.", "{things} prennent fin avant de commencer."),
)
