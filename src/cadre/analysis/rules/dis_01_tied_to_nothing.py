"""DIS-01: an element tied to nothing that it should serve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Severity
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

_NO_PURPOSE: Final = Text(
    "It is not recorded what {name} serves: {lack}.",
    "Il n’est pas consigné à quoi sert {name}\u00a0: {lack}.",
)
_LOOSE: Final = Text(
    "Nothing ties {name} to the rest of the framework: {lack}.",
    "Rien ne rattache {name} au reste du cadre\u00a0: {lack}.",
)


@dataclass(frozen=True, slots=True)
class _Need:
    """What elements of a trait should be tied to: any of these is enough."""

    trait: Trait
    out: tuple[tuple[LinkRole, tuple[Trait, ...]], ...]
    lack: Text
    sentence: Text = _NO_PURPOSE
    back: tuple[tuple[LinkRole, tuple[Trait, ...]], ...] = ()


_WORK_LACKS: Final = Text(
    "no area that it belongs to, no result that it leads to",
    "aucun domaine de rattachement, aucun résultat visé",
)
_NEEDS: Final = (
    _Need(
        Trait.WORKS,
        (
            (LinkRole.COVERS, (Trait.AXIS,)),
            (LinkRole.LEADS, (Trait.WORK, Trait.PRIORITY)),
            (LinkRole.TAKES_PART, (Trait.WORK, Trait.PRIORITY)),
            (LinkRole.SUPPORTS, (Trait.WORK, Trait.PRIORITY)),
            (LinkRole.PRODUCES, (Trait.OUTPUT,)),
        ),
        Text(
            "no area that it works in, no work or priority that it carries",
            "aucun domaine couvert, aucun travail ni aucune priorité à sa charge",
        ),
        # A body made of others serves through them; one that watches over others, too.
        back=((LinkRole.PART_OF, (Trait.WORKS,)),),
    ),
    _Need(
        Trait.AXIS,
        ((LinkRole.SERVES, (Trait.AIM,)), (LinkRole.PART_OF, (Trait.AXIS,))),
        Text("no aim that it serves", "aucune visée servie"),
    ),
    _Need(
        Trait.PRIORITY,
        (
            (LinkRole.SERVES, (Trait.AIM,)),
            (LinkRole.CONTRIBUTES_TO, (Trait.OUTCOME,)),
            (LinkRole.IN_FOCUS_AREA, (Trait.AXIS,)),
        ),
        Text("no aim, no result and no area", "aucune visée, aucun résultat, aucun domaine"),
    ),
    _Need(
        Trait.WORK,
        (
            (LinkRole.CONTRIBUTES_TO, (Trait.OUTCOME,)),
            (LinkRole.IN_FOCUS_AREA, (Trait.AXIS,)),
            (LinkRole.PART_OF, (Trait.WORK,)),
        ),
        _WORK_LACKS,
    ),
    _Need(
        Trait.OUTPUT,
        (
            (LinkRole.CONTRIBUTES_TO, (Trait.OUTCOME,)),
            (LinkRole.IN_FOCUS_AREA, (Trait.AXIS,)),
            (LinkRole.PART_OF, (Trait.OUTPUT,)),
        ),
        _WORK_LACKS,
        back=((LinkRole.PRODUCES, (Trait.WORK,)),),
    ),
    _Need(
        Trait.OUTCOME,
        (
            (LinkRole.CONTRIBUTES_TO, (Trait.OUTCOME,)),
            (LinkRole.SERVES, (Trait.AIM,)),
            (LinkRole.IN_FOCUS_AREA, (Trait.AXIS,)),
            (LinkRole.PART_OF, (Trait.OUTCOME,)),
        ),
        Text(
            "no further result, no aim and no area",
            "aucun résultat ultérieur, aucune visée, aucun domaine",
        ),
    ),
    _Need(
        Trait.SEAT,
        ((LinkRole.SITS_ON, (Trait.BODY,)),),
        Text("no body that it is on", "aucun organe où siéger"),
        _LOOSE,
    ),
    _Need(
        Trait.JUDGEMENT,
        ((LinkRole.ASSESSES, ()), (LinkRole.CONCERNS, ())),
        Text("no group and no area that it is on", "aucun groupe ni aucun domaine évalué"),
        _LOOSE,
    ),
    _Need(
        Trait.TRANSITION,
        ((LinkRole.CONCERNS, (Trait.WORKS,)),),
        Text("no group whose fate it tells", "aucun groupe en cause"),
        _LOOSE,
    ),
    _Need(
        Trait.MEASURE,
        ((LinkRole.MEASURES, ()),),
        Text("nothing that it measures", "rien de mesuré"),
        _LOOSE,
    ),
)


def find(facts: Facts) -> Iterator[Found]:
    """Elements without any of the ties that their trait calls for.

    A group that is on its way out is left to its successor; what is said to be the same work as
    something tied is tied.
    """
    seen: set[str] = set()
    for need in _NEEDS:
        keys = facts.lasting if need.trait is Trait.WORKS else facts.keys(need.trait)
        for key in keys:
            if key in seen or facts.is_over(key):
                continue
            if not any(_is_tied(facts, twin, need) for twin in facts.twins(key)):
                seen.add(key)
                message = fill(
                    need.sentence,
                    name=facts.name(key),
                    lack=need.lack,
                )
                yield Found((key,), message)


def _is_tied(facts: Facts, key: str, need: _Need) -> bool:
    return any(facts.targets(key, role, *traits) for role, traits in need.out) or any(
        facts.sources(key, role, *traits) for role, traits in need.back
    )


RULE: Final = Rule(
    code="DIS-01",
    severity=Severity.WARNING,
    title=Text("Tied to nothing that it should serve", "Sans lien avec ce qu’il faudrait servir"),
    why=Text(
        "What is tied to nothing cannot be weighed: nobody can tell what would be lost without it.",
        "Ce qui n’est lié à rien ne peut être pesé\u00a0: personne ne peut dire ce qu’on "
        "perdrait sans cela.",
    ),
    mend=Text(
        "Say what it is for: the area a group works in, the result that work leads to, the aim "
        "that an area or a result serves. If there is nothing to say, ask whether it should go on.",
        "Dites à quoi cela sert\u00a0: le domaine où travaille un groupe, le résultat que vise un "
        "travail, la visée que sert un domaine ou un résultat. S’il n’y a rien à dire, "
        "demandez-vous si cela doit continuer.",
    ),
    find=find,
    many=Text(
        "{things} have no tie to anything that they should serve.",
        "{things} n’ont aucun lien avec ce qu’il faudrait servir.",
    ),
)
