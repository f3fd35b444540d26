"""TXT-01: a text that one of the two languages lacks."""

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
        "{name} lacks English for: {fields}.", "L’anglais manque à {name} pour\u00a0: {fields}."
    ),
    "fr": Text(
        "{name} lacks French for: {fields}.", "Le français manque à {name} pour\u00a0: {fields}."
    ),
}


def find(facts: Facts) -> Iterator[Found]:
    """Elements with texts, their own or those of their links, in one language only."""
    return found_by_subject(facts, facts.once(text_faults).missing, _SENTENCES)


RULE: Final = Rule(
    code="TXT-01",
    severity=Severity.WARNING,
    title=Text("Text missing in a language", "Texte absent dans une langue"),
    why=Text(
        "English and French are equal here. A reader who meets the other language halfway "
        "through a page has not been served.",
        "Le français et l’anglais sont égaux ici. Qui tombe sur l’autre langue au milieu d’une "
        "page n’a pas été servi.",
    ),
    mend=Text(
        "Write the text in the language that lacks it.",
        "Écrivez le texte dans la langue où il manque.",
    ),
    find=find,
    many=Text(
        "{things} have texts in one language only.",
        "{things} ont des textes dans une seule langue.",
    ),
)
