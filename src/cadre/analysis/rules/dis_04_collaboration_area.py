"""DIS-04: groups of different councils at work in one area without a tie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cadre.analysis.coverage import AreaCoverage, lasting_coverage
from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill, listed
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

_DIRECT: Final = (
    LinkRole.PART_OF,
    LinkRole.OVERSEES,
    LinkRole.LEADS,
    LinkRole.TAKES_PART,
    LinkRole.TIED_TO,
)
_COMMON: Final = (LinkRole.LEADS, LinkRole.TAKES_PART, LinkRole.SUPPORTS, LinkRole.PRODUCES)


def find(facts: Facts) -> Iterator[Found]:
    """One finding per area: the groups in it that know of no group of another council there."""
    partners = facts.once(_partners)
    for area in facts.once(lasting_coverage).areas:
        apart = list(_apart(facts, area, partners))
        if apart:
            yield _found(facts, area, apart)


def _apart(facts: Facts, area: AreaCoverage, partners: Mapping[str, set[str]]) -> Iterator[str]:
    """The groups that have a group of another council beside them, and no tie with it."""
    by_council: dict[str, set[str]] = {}
    for key in area.groups:
        for council in facts.councils(key):
            by_council.setdefault(council, set()).add(key)
    steered = set().union(*by_council.values())
    for key in area.groups:
        own = facts.councils(key)
        if own and steered.difference(*(by_council[one] for one in own), partners.get(key, ())):
            yield key


def _partners(facts: Facts) -> dict[str, set[str]]:
    """By body, those it has a tie with: a link between them, or work that both carry.

    That two groups overlap, as a source may state, does not yet mean that they talk.
    """
    found: dict[str, set[str]] = {}
    circles = [{link.source, link.target} for role in _DIRECT for link in facts.links(role)]
    bearers: dict[str, set[str]] = {}
    for role in _COMMON:
        for link in facts.links(role):
            if facts.has(link.target, Trait.WORK, Trait.OUTPUT, Trait.PRIORITY):
                bearers.setdefault(min(facts.twins(link.target)), set()).add(link.source)
    for circle in (*circles, *bearers.values()):
        for key in circle:
            found.setdefault(key, set()).update(circle - {key})
    return found


def _found(facts: Facts, area: AreaCoverage, groups: list[str]) -> Found:
    councils = facts.in_order(council for key in groups for council in facts.councils(key))
    by_council = [
        fill(
            Text("{council} ({groups})", "{council} ({groups})"),
            council=facts.elements[council].short_name,
            groups=_names(facts, [key for key in groups if council in facts.councils(key)]),
        )
        for council in councils
    ]
    message = fill(
        Text(
            "In the area {area}, {groups} of {councils} work side by side with no tie on record "
            "between councils: {list}.",
            "Dans le domaine {area}, {groups} de {councils} travaillent côte à côte sans lien "
            "consigné d’un conseil à l’autre\u00a0: {list}.",
        ),
        area=facts.name(area.area),
        groups=facts.counted(groups),
        councils=facts.counted(councils),
        list=listed(by_council),
    )
    evidence = tuple(
        Evidence("covers", link.text("what") or facts.elements[key].name, key=key, link=link.id)
        for key in groups
        for link in facts.links_from(key, LinkRole.COVERS)
        if link.target == area.area
    )
    return Found((area.area,), message, evidence)


def _names(facts: Facts, groups: list[str]) -> Text:
    names = [facts.elements[key].short_name for key in facts.in_order(groups)]
    return Text(
        ", ".join(name.in_("en") for name in names), ", ".join(name.in_("fr") for name in names)
    )


RULE: Final = Rule(
    code="DIS-04",
    severity=Severity.ADVICE,
    title=Text(
        "Area in which councils could work together",
        "Domaine où des conseils pourraient collaborer",
    ),
    why=Text(
        "Groups of different councils on the same ground are where working together costs least "
        "and gives most; and where, without it, each finds out late what the other did.",
        "Là où des groupes de conseils différents sont sur le même terrain, collaborer coûte le "
        "moins et rapporte le plus; sinon, chacun apprend trop tard ce que l’autre a fait.",
    ),
    mend=Text(
        "Let the groups tell each other what they do in the area. Record the tie that comes of it: "
        "common work, or one group that takes part in another.",
        "Faites que les groupes se disent ce qu’ils font dans le domaine. Consignez le lien qui en "
        "naît\u00a0: des travaux communs, ou un groupe qui participe à un autre.",
    ),
    find=find,
    many=Text(
        "In {things}, groups of different councils work side by side with no tie on record.",
        "Des groupes de conseils différents travaillent côte à côte sans lien consigné\u00a0: "
        "{things}.",
    ),
    rests_on=(LinkRole.COVERS,),
    folds=False,
)
