"""The gap matrix: which group works in which area, where it is thin, and what was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.frame import Frame, Sheet, furniture, sheet
from cadre.viewpoints.gap_matrix import finding, narrow, wide
from cadre.viewpoints.gap_matrix.matrix import Matrix, matrix_of, picture_of, within_area
from cadre.viewpoints.gap_matrix.rows import table_of
from cadre.viewpoints.gap_matrix.signs import legend_of
from cadre.viewpoints.nouns import spoken
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Option, Request, Viewpoint

ID: Final = "gap-matrix"
_LABEL: Final = Text("Gap matrix", "Matrice des lacunes")
_USES: Final = ("covers", "judgement")


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    neutral = {**finding.NEUTRAL, **wide.NEUTRAL}
    request = replace(request, words=spoken(framework, request.words, neutral))
    words, measure = request.words, request.measure
    council = request.options["council"]
    matrix = picture_of(framework, council, request.options["area"], request.stage.as_of)
    paper = sheet(request.paper)
    title = finding.title_of(matrix, words)
    plan = None if paper.narrow else wide.plan_for(matrix, paper, words, measure)
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=finding.lead_of(matrix, words, narrow=paper.narrow, alone=bool(council)),
        furniture=furniture(framework, request, uses=_USES, provenances=matrix.provenances),
        legend=tuple(legend_of(matrix, words, measure, paper)),
        content=plan.width(len(matrix.columns)) if plan else 0.0,
        label=_LABEL,
    )
    items, bottom = wide.draw(matrix, plan, frame) if plan else narrow.draw(matrix, frame)
    summary = finding.summary_of(matrix, title, words)
    return (frame.scene(items, bottom=bottom, summary=summary, subjects=_subjects(matrix, paper)),)


def _subjects(matrix: Matrix, paper: Sheet) -> list[str]:
    """What has one place of its own: on a phone, groups stand under each of their areas."""
    areas = [column.key for column in matrix.columns]
    if paper.narrow:
        return areas
    councils = [section.key for section in matrix.sections if section.key]
    return [*councils, *(member.key for member in matrix.members() if member.key), *areas]


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    matrix = matrix_of(framework, options["council"], as_of)
    return table_of(within_area(framework, matrix, options["area"]))


GAP_MATRIX: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "Groups by focus area: who works where, where coverage is thin, and whether that agrees "
        "with what was stated.",
        "Les groupes par domaine d’intérêt : qui travaille où, où la couverture est mince, et si "
        "cela concorde avec ce qui a été énoncé.",
    ),
    drawing=_draw,
    tabling=_tabulate,
    options=(
        Option("council", Text("Council", "Conseil"), element=Trait.STEERS),
        Option("area", Text("Focus area", "Domaine d’intérêt"), element=Trait.AXIS),
    ),
)
