"""GAP-05: a result that no work reaches, neither by a stated link nor by a shared focus area."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.primitives.ways import held_to
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill, within
from cadre.core.text import Text
from cadre.core.traits import HORIZONS, LinkRole, Trait

_WORK: Final = (Trait.WORK, Trait.OUTPUT, Trait.PRIORITY)


def find(facts: Facts) -> Iterator[Found]:
    """Results without work behind them, at any remove."""
    reached = reached_results(facts)
    for key in facts.keys(Trait.OUTCOME):
        if key not in reached and not facts.is_over(key):
            yield _found(facts, key)


def reached_results(facts: Facts) -> frozenset[str]:
    """The results that some work contributes to, or shares a focus area with, and all beyond."""
    starts = [
        key
        for key in facts.keys(Trait.OUTCOME)
        if facts.sources(key, LinkRole.CONTRIBUTES_TO, *_WORK)
        or any(
            facts.sources(area, LinkRole.IN_FOCUS_AREA, *_WORK)
            for area in facts.targets(key, LinkRole.IN_FOCUS_AREA)
        )
    ]
    results = facts.mask(Trait.OUTCOME)
    return facts.reached(held_to(facts.ways(LinkRole.CONTRIBUTES_TO), results, results), starts)


def _found(facts: Facts, key: str) -> Found:
    areas = facts.targets(key, LinkRole.IN_FOCUS_AREA)
    template = (
        Text(
            "No work leads to the result {result}, nor is there any in its focus area.",
            "Aucun travail ne mène au résultat {result}, et il n’y en a pas dans son domaine.",
        )
        if areas
        else Text(
            "No work leads to the result {result}, and no focus area ties it to any.",
            "Aucun travail ne mène au résultat {result}, et aucun domaine ne l’y rattache.",
        )
    )
    horizon = facts.elements[key].word("horizon")
    evidence = [
        Evidence("horizon", within(choice.label), key=key)
        for choice in HORIZONS
        if choice.key == horizon
    ]
    evidence += [Evidence("area", facts.elements[area].name, key=area) for area in areas]
    return Found((key,), fill(template, result=facts.name(key)), tuple(evidence))


RULE: Final = Rule(
    code="GAP-05",
    severity=Severity.WARNING,
    title=Text("Result that no work reaches", "Résultat qu’aucun travail n’atteint"),
    why=Text(
        "A result that nothing contributes to is a hope. If it matters, somebody must be working "
        "towards it.",
        "Un résultat auquel rien ne contribue est un souhait. S’il compte, quelqu’un doit y "
        "travailler.",
    ),
    mend=Text(
        "Link the activities, deliverables or earlier results that lead to it (“contributes to”), "
        "or place it in its focus area.",
        "Reliez-y les activités, les livrables ou les résultats antérieurs qui y mènent "
        "(«\u00a0contribue à\u00a0»), ou rattachez-le à son domaine d’intérêt.",
    ),
    find=find,
    many=Text(
        "{things} have no work leading to them, neither by a link nor through a focus area they "
        "share.",
        "{things} restent hors d’atteinte\u00a0: aucun travail n’y mène, ni par un lien ni par "
        "un domaine d’intérêt partagé.",
    ),
    rests_on=(Trait.OUTCOME,),
)
