"""DIS-06: a body outside the councils that nothing ties to their work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.outside import ties_of
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import Trait


def find(facts: Facts) -> Iterator[Found]:
    """Outside bodies that no link ties to anything of the councils."""
    for key in facts.keys(Trait.OUTSIDE):
        if not facts.is_over(key) and not ties_of(facts.framework, key):
            message = fill(
                Text(
                    "{body} is in the framework, but no tie to the councils’ work is recorded.",
                    "{body} figure dans le cadre, mais aucun lien avec les travaux des conseils "
                    "n’est consigné.",
                ),
                body=facts.name(key),
            )
            yield Found((key,), message)


RULE: Final = Rule(
    code="DIS-06",
    severity=Severity.ADVICE,
    title=Text("Outside body without a tie", "Organe externe sans lien"),
    why=Text(
        "The framework must show where the councils’ work meets that of others. A body that stands "
        "there alone shows nothing.",
        "Le cadre doit montrer où les travaux des conseils rencontrent ceux des autres. Un organe "
        "qui s’y trouve seul ne montre rien.",
    ),
    mend=Text(
        "Record what the tie consists of, with the group, area or priority it concerns; or remove "
        "the body.",
        "Consignez en quoi tient le lien, avec le groupe, le domaine ou la priorité en cause; ou "
        "retirez l’organe.",
    ),
    find=find,
    many=Text(
        "{things} have no recorded tie to the councils’ work.",
        "{things} n’ont aucun lien consigné avec les travaux des conseils.",
    ),
)
