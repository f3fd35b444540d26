"""GAP-04: the number of areas stated for a group, against those found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.coverage import GroupCoverage, assessed, lasting_coverage
from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import counted, fill, joined, listed
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

_AREAS: Final = (Text("area", "domaine"), Text("areas", "domaines"))


def find(facts: Facts) -> Iterator[Found]:
    """Groups for which an assessment states another number of areas than their links show."""
    for group in facts.once(lasting_coverage).groups:
        if group.areas_stated is not None and group.areas_stated != len(group.areas):
            yield _found(facts, group, group.areas_stated)


def _found(facts: Facts, group: GroupCoverage, stated: int) -> Found:
    message = fill(
        Text(
            "The assessment of {group} counts {stated}; the group’s links show {found}.",
            "L’évaluation de {group} compte {stated}; les liens du groupe en montrent {found}.",
        ),
        group=facts.name(group.group),
        stated=counted(stated, *_AREAS),
        found=_areas(facts, group),
    )
    candidates = [key for key in _open_cells(facts) if group.group in assessed(facts, key)[1]]
    evidence = (
        Evidence("stated", counted(stated, *_AREAS), key=group.judgement),
        *(Evidence("found", facts.elements[area].name, key=area) for area in group.areas),
        *(Evidence("candidate", facts.elements[key].name, key=key) for key in candidates),
    )
    return Found((group.group,), joined(message, _might(facts, candidates)), evidence)


def _areas(facts: Facts, group: GroupCoverage) -> Text:
    if not group.areas:
        return Text("none", "aucun")
    number = len(group.areas)
    return fill(
        Text("{number} ({names})", "{number} ({names})"),
        number=number,
        names=listed(facts.shorts(group.areas)),
    )


def _open_cells(facts: Facts) -> list[str]:
    """Judgements on work in an area whose group is not known, with several candidates."""
    return [
        key
        for key in facts.keys(Trait.JUDGEMENT)
        if len(assessed(facts, key)[0]) == 1 and len(assessed(facts, key)[1]) > 1
    ]


def _might(facts: Facts, candidates: list[str]) -> Text:
    if not candidates:
        return Text()
    areas = [area for key in candidates for area in assessed(facts, key)[0]]
    return fill(
        Text(
            "It may also be the group at work in {areas}, which the source does not name.",
            "C’est peut-être aussi ce groupe qui travaille dans {areas}\u00a0: la source ne le "
            "nomme pas.",
        ),
        areas=listed(facts.shorts(areas)),
    )


RULE: Final = Rule(
    code="GAP-04",
    severity=Severity.WARNING,
    title=Text(
        "Group whose stated number of areas is not what its links show",
        "Groupe dont le nombre de domaines énoncé diffère de ses liens",
    ),
    why=Text(
        "The matrix of groups and areas is what gaps and overlaps are computed from. A group that "
        "is said to work in more or fewer areas than it shows puts all of that in doubt.",
        "C’est de la matrice des groupes et des domaines que se calculent lacunes et recoupements. "
        "Un groupe dont on dit qu’il touche plus ou moins de domaines qu’il n’en montre met tout "
        "cela en doute.",
    ),
    mend=Text(
        "Ask the group where it works. Then mend its links to the areas, or the number in its "
        "assessment.",
        "Demandez au groupe où il travaille, puis corrigez ses liens avec les domaines ou le "
        "nombre dans son évaluation.",
    ),
    find=find,
    many=Text(
        "{things} have links to more or fewer areas than their assessments count.",
        "{things} ont des liens avec plus ou moins de domaines que n’en comptent leurs "
        "évaluations.",
    ),
    rests_on=(Trait.JUDGEMENT, LinkRole.COVERS),
)
