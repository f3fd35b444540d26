"""GAP-03: what was stated of an area's coverage, against what its links show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.coverage import NONE, ONE, SEVERAL, AreaCoverage, Statement, present_coverage
from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule, Threshold
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill, quoted, within
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

APART: Final = Threshold(
    "coverage-disagreement",
    2,
    Text(
        "Number of steps from which stated and computed coverage disagree",
        "Écart, en crans, à partir duquel la couverture énoncée et la couverture calculée se "
        "contredisent",
    ),
)


def find(facts: Facts) -> Iterator[Found]:
    """Areas whose stated step is far from the computed one, or good where there is next to none.

    A judgement speaks of the groups of its day: it is held against the present ones, not against
    those that a scenario proposes.
    """
    for area in facts.once(present_coverage).areas:
        for statement in area.stated:
            if statement.step is not None and _disagrees(
                statement.step, area.step, APART.of(facts)
            ):
                yield _found(facts, area, statement)


def _disagrees(stated: int, computed: int, apart: float) -> bool:
    return abs(stated - computed) >= apart or (stated >= SEVERAL and computed in (NONE, ONE))


def _found(facts: Facts, area: AreaCoverage, statement: Statement) -> Found:
    message = fill(
        Text(
            "The coverage of the area {area} was stated as {stated}, but its links show {found}.",
            "La couverture du domaine {area} a été énoncée ainsi\u00a0: {stated}; ses liens "
            "montrent pourtant {found}.",
        ),
        area=facts.name(area.area),
        stated=quoted(statement.label),
        found=_what_links_show(facts, area),
    )
    evidence = (
        Evidence("stated", statement.label, key=statement.judgement),
        Evidence("computed", area.label, key=area.area),
        *(
            Evidence(
                "covers",
                link.text("what") or facts.elements[link.source].name,
                key=link.source,
                link=link.id,
            )
            for link in facts.links_to(area.area, LinkRole.COVERS)
            if link.source in area.groups
        ),
    )
    return Found((area.area,), message, evidence, discriminator=statement.judgement)


def _what_links_show(facts: Facts, area: AreaCoverage) -> Text:
    if not area.groups:
        return Text("no group at all", "qu’aucun groupe n’y travaille")
    parts = {
        "groups": facts.counted(area.groups),
        "label": quoted(within(area.label)),
    }
    if not area.councils:
        return fill(
            Text(
                "{groups}, which is {label} on the computed scale",
                "{groups}, soit {label} sur l’échelle calculée",
            ),
            **parts,
        )
    return fill(
        Text(
            "{groups} of {councils}, which is {label} on the computed scale",
            "{groups} de {councils}, soit {label} sur l’échelle calculée",
        ),
        councils=facts.counted(area.councils),
        **parts,
    )


RULE: Final = Rule(
    code="GAP-03",
    severity=Severity.WARNING,
    title=Text(
        "Stated coverage that the links do not bear out",
        "Couverture énoncée que les liens ne confirment pas",
    ),
    why=Text(
        "Either the statement is out of date or work is missing from the framework. Whoever steers "
        "by the one is misled by the other.",
        "Ou bien l’énoncé est dépassé, ou bien il manque des travaux dans le cadre. Qui se fie à "
        "l’un est trompé par l’autre.",
    ),
    mend=Text(
        "Look at the groups named as evidence. Add the links that are missing, or assess the area "
        "anew. Presence is not depth: where many groups do little, keep the statement and accept "
        "this finding.",
        "Examinez les groupes donnés en preuve. Ajoutez les liens manquants, ou réévaluez le "
        "domaine. La présence n’est pas la profondeur\u00a0: si plusieurs groupes y font peu, "
        "gardez l’énoncé et acceptez ce constat.",
    ),
    find=find,
    many=Text(
        "For {things}, the coverage that was stated is far from what the links show.",
        "Pour {things}, la couverture énoncée est loin de ce que montrent les liens.",
    ),
    thresholds=(APART,),
    rests_on=(Trait.JUDGEMENT, LinkRole.COVERS),
)
