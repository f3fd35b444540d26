"""GAP-08: a result that no indicator measures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.keys import type_of
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait


def find(facts: Facts) -> Iterator[Found]:
    """Results without an indicator; once for all of them while no result has any."""
    results = [key for key in facts.keys(Trait.OUTCOME) if not facts.is_over(key)]
    bare = [key for key in results if not _is_measured(facts, key)]
    if len(bare) == len(results):
        by_type = [[key for key in bare if type_of(key) == name] for name in _types(bare)]
        yield from (_none_yet(keys, facts) for keys in by_type if len(keys) > 1)
        bare = [key for keys in by_type if len(keys) == 1 for key in keys]
    for key in bare:
        message = fill(
            Text(
                "No indicator would show that the result {result} comes about.",
                "Aucun indicateur ne montrerait que le résultat {result} se réalise.",
            ),
            result=facts.name(key),
        )
        yield Found((key,), message)


def _types(keys: list[str]) -> list[str]:
    return list(dict.fromkeys(type_of(key) for key in keys))


def _is_measured(facts: Facts, key: str) -> bool:
    return bool(facts.sources(key, LinkRole.MEASURES, Trait.MEASURE))


def _none_yet(keys: list[str], facts: Facts) -> Found:
    message = fill(
        Text(
            "No indicator has been given yet: nothing would show whether the {things} come about.",
            "Aucun indicateur n’a encore été donné\u00a0: rien ne montrerait si les {things} se "
            "réalisent.",
        ),
        things=facts.counted(keys),
    )
    return Found(tuple(facts.in_order(keys)), message, folded_type=type_of(keys[0]))


RULE: Final = Rule(
    code="GAP-08",
    severity=Severity.ADVICE,
    title=Text("Result without an indicator", "Résultat sans indicateur"),
    why=Text(
        "Without an indicator nobody can say whether the work makes a difference, and progress is "
        "told by activity alone.",
        "Sans indicateur, personne ne peut dire si les travaux changent quelque chose, et le "
        "progrès ne se raconte que par l’activité.",
    ),
    mend=Text(
        "Agree on one indicator for each result that matters most, with its unit and a first "
        "value.",
        "Convenez d’un indicateur pour chacun des résultats qui comptent le plus, avec son unité "
        "et une première valeur.",
    ),
    find=find,
    many=Text(
        "{things} have no indicator that would show them come about.",
        "{things} n’ont aucun indicateur qui les montrerait se réaliser.",
    ),
)
