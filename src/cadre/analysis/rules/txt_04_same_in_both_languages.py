"""TXT-04: a name that is the same in both languages, and not known to be a proper name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.phrases import fill
from cadre.core.text import Text


def find(facts: Facts) -> Iterator[Found]:
    """Elements whose English and French names are letter for letter alike."""
    settings = facts.framework.settings
    for key, element in facts.elements.items():
        name = element.text("name")
        if name.en and name.en.strip() == name.fr.strip() and not settings.is_proper_name(key):
            message = fill(
                Text(
                    "{name} has the same name in English and in French.",
                    "{name} a le même nom en français et en anglais.",
                ),
                name=facts.name(key),
            )
            yield Found((key,), message)


RULE: Final = Rule(
    code="TXT-04",
    severity=Severity.WARNING,
    title=Text("Same name in both languages", "Même nom dans les deux langues"),
    why=Text(
        "As a rule it means that one of the two was copied and never translated.",
        "En général, cela veut dire que l’un des deux a été copié et jamais traduit.",
    ),
    mend=Text(
        "Translate the name; or, if it is a proper name or rightly alike, list it among the proper "
        "names.",
        "Traduisez le nom; ou, si c’est un nom propre ou s’il est à bon droit le même, "
        "inscrivez-le parmi les noms propres.",
    ),
    find=find,
    many=Text(
        "{things} have the same name in English and in French.",
        "{things} ont le même nom en français et en anglais.",
    ),
)
