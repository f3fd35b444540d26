"""DIS-02: a line of sight that does not arrive at the vision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.core.walks import VISION, Hop, LineOfSight, Sight


def find(facts: Facts) -> Iterator[Found]:
    """Groups and priorities that set out towards the vision and do not get there.

    One that has not even a first hop is left to DIS-01. Without a vision, that is said once.
    """
    starts = [
        *(key for key in facts.lasting if not facts.sources(key, LinkRole.PART_OF, Trait.WORKS)),
        *(key for key in facts.keys(Trait.PRIORITY) if not facts.is_over(key)),
    ]
    if not any(facts.elements[key].word("kind") == VISION for key in facts.keys(Trait.AIM)):
        if starts:
            yield _no_vision()
        return
    sight = facts.once(_sight)
    for key in starts:
        line = sight.of(key)
        if line.hops and not line.reaches:
            yield _found(facts, line)


def _sight(facts: Facts) -> Sight:
    return Sight(facts.framework)


def _no_vision() -> Found:
    message = Text(
        "The framework states no vision, so that no line of sight can arrive.",
        "Le cadre n’énonce aucune vision\u00a0: aucune ligne de visée ne peut y mener.",
    )
    return Found((), message, discriminator="no-vision")


def _found(facts: Facts, line: LineOfSight) -> Found:
    message = fill(
        Text(
            "The line of sight of {start} breaks at {end}: nothing there leads on to the vision.",
            "La ligne de visée de {start} se rompt à {end}\u00a0: rien n’y mène plus loin vers la "
            "vision.",
        ),
        start=facts.name(line.start),
        end=facts.name(line.broken_at),
    )
    return Found((line.start,), message, tuple(_hop(facts, hop) for hop in line.hops))


def _hop(facts: Facts, hop: Hop) -> Evidence:
    if hop.derived:
        text = fill(
            Text(
                "{target}, derived: both are in the area {area}",
                "{target}, par déduction\u00a0: les deux sont dans le domaine {area}",
            ),
            target=facts.name(hop.target),
            area=facts.short(hop.via),
        )
        return Evidence("derived", text, key=hop.target)
    return Evidence("hop", facts.elements[hop.target].name, key=hop.target, link=hop.links[0])


RULE: Final = Rule(
    code="DIS-02",
    severity=Severity.WARNING,
    title=Text("Line of sight broken", "Ligne de visée rompue"),
    why=Text(
        "Every group should be able to show, step by step, how its work leads to the vision. Where "
        "the chain breaks, so does the reason for the work.",
        "Chaque groupe devrait pouvoir montrer, pas à pas, comment ses travaux mènent à la vision. "
        "Là où la chaîne se rompt, la raison d’être des travaux se rompt aussi.",
    ),
    mend=Text(
        "Begin where it breaks: link that area, result or aim to what it serves.",
        "Commencez là où elle se rompt\u00a0: reliez ce domaine, ce résultat ou cette visée à ce "
        "qu’il faut servir.",
    ),
    find=find,
    many=Text(
        "{things} have a line of sight that breaks before the vision.",
        "{things} ont une ligne de visée qui se rompt avant la vision.",
    ),
)
