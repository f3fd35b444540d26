"""TXT-02: a text that changed in one language and not in the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.analysis.texts import found_by_subject, text_faults
from cadre.core.finding import Severity
from cadre.core.text import Language, Text

_SENTENCES: Final[dict[Language, Text]] = {
    "en": Text(
        "The English of {name} has not followed the French for: {fields}.",
        "L’anglais de {name} n’a pas suivi le français pour\u00a0: {fields}.",
    ),
    "fr": Text(
        "The French of {name} has not followed the English for: {fields}.",
        "Le français de {name} n’a pas suivi l’anglais pour\u00a0: {fields}.",
    ),
}


def find(facts: Facts) -> Iterator[Found]:
    """Elements with texts of which one language was left behind when the other changed."""
    return found_by_subject(facts, facts.once(text_faults).stale, _SENTENCES)


RULE: Final = Rule(
    code="TXT-02",
    severity=Severity.ADVICE,
    title=Text("Text stale in a language", "Texte dépassé dans une langue"),
    why=Text(
        "Where one language has changed and the other has not, readers of the two may no longer be "
        "told the same thing.",
        "Quand une langue a changé et non l’autre, les lecteurs des deux ne lisent peut-être "
        "plus la même chose.",
    ),
    mend=Text(
        "Read the two side by side and bring the older one up to date; or save it as it is, if it "
        "still holds.",
        "Lisez les deux côte à côte et mettez la plus ancienne à jour; ou enregistrez-la telle "
        "quelle, si elle reste juste.",
    ),
    find=find,
    many=Text(
        "{things} have texts of which one language fell behind the other.",
        "{things} ont des textes dont une langue n’a pas suivi l’autre.",
    ),
)
