"""GAP-02: a focus area that rests on a single group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.coverage import ONE, lasting_coverage
from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import LinkRole


def find(facts: Facts) -> Iterator[Found]:
    """Areas that exactly one body of this state covers."""
    for area in facts.once(lasting_coverage).areas:
        if area.step == ONE:
            [group] = area.groups
            message = fill(
                Text(
                    "Only one group works in the area {area}: {group}.",
                    "Un seul groupe travaille dans le domaine {area}\u00a0: {group}.",
                ),
                area=facts.name(area.area),
                group=facts.name(group),
            )
            yield Found((area.area,), message, _evidence(facts, area.area, group))


def _evidence(facts: Facts, area: str, group: str) -> tuple[Evidence, ...]:
    return tuple(
        Evidence("covers", link.text("what") or facts.elements[group].name, key=group, link=link.id)
        for link in facts.links_from(group, LinkRole.COVERS)
        if link.target == area
    )


RULE: Final = Rule(
    code="GAP-02",
    severity=Severity.ADVICE,
    title=Text("Focus area that rests on one group", "Domaine qui repose sur un seul groupe"),
    why=Text(
        "What rests on one group ends when that group ends, and nobody checks its direction "
        "against another view.",
        "Ce qui repose sur un seul groupe prend fin avec lui, et personne ne confronte son "
        "orientation à un autre regard.",
    ),
    mend=Text(
        "See whether a second group has a part to play in the area; if one group is enough, accept "
        "this finding and say why.",
        "Voyez si un deuxième groupe a un rôle à jouer dans le domaine; si un seul suffit, "
        "acceptez ce constat et dites pourquoi.",
    ),
    find=find,
    many=Text("{things} rest on one group each.", "{things} ne reposent chacun que sur un groupe."),
    rests_on=(LinkRole.COVERS,),
)
