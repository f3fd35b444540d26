"""SEQ-01: work scheduled before what it depends on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.analysis.schedule import When, when
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import LinkRole


def find(facts: Facts) -> Iterator[Found]:
    """Links by which something depends on what starts later; silent where starts are not known."""
    for link in facts.links(LinkRole.DEPENDS_ON):
        if facts.is_over(link.source) or facts.is_over(link.target):
            continue
        mine, needed = when(facts, link.source), when(facts, link.target)
        if mine and needed and mine.is_before(needed):
            message = fill(
                Text(
                    "{work} is to start in {mine}, before {needed}, on which it depends and which "
                    "starts in {later}.",
                    "{work} doit commencer en {mine}, avant {needed}, dont cela dépend et qui "
                    "commence en {later}.",
                )
                if mine.is_dated and needed.is_dated
                else Text(
                    "{work} is scheduled in {mine}, before {needed}, on which it depends and which "
                    "is scheduled in {later}.",
                    "{work} est prévu dans {mine}, avant {needed}, dont cela dépend et qui est "
                    "prévu dans {later}.",
                ),
                work=facts.name(link.source),
                needed=facts.name(link.target),
                mine=mine.label,
                later=needed.label,
            )
            yield Found(
                (link.source,),
                message,
                (
                    Evidence(
                        "needed", facts.elements[link.target].name, key=link.target, link=link.id
                    ),
                    *_times(facts, mine, needed),
                ),
                discriminator=link.target,
            )


def _times(facts: Facts, mine: When, needed: When) -> Iterator[Evidence]:
    for one in (mine, needed):
        if one.time:
            yield Evidence("time", facts.elements[one.time].name, key=one.time)


RULE: Final = Rule(
    code="SEQ-01",
    severity=Severity.ERROR,
    title=Text("Scheduled before what it depends on", "Prévu avant ce dont cela dépend"),
    why=Text(
        "A plan that starts a thing before what it needs will slip, and all that follows with it.",
        "Un plan qui commence une chose avant ce qu’elle exige prendra du retard, et toute la "
        "suite avec lui.",
    ),
    mend=Text(
        "Move one of the two, or remove the dependency if it is not a real one.",
        "Déplacez l’un des deux, ou retirez la dépendance si elle n’en est pas une.",
    ),
    find=find,
    many=Text(
        "{things} are scheduled before something they depend on.",
        "{things} précèdent, au calendrier, une chose dont cela dépend.",
    ),
    rests_on=(LinkRole.SCHEDULED_IN,),
)
