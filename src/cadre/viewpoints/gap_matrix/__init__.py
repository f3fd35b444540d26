"""The gap matrix: which group works in which area, where it is thin, and what was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.frame import Frame, furniture, sheet
from cadre.viewpoints.gap_matrix import finding, wide
from cadre.viewpoints.gap_matrix.matrix import matrix_of
from cadre.viewpoints.gap_matrix.rows import table_of
from cadre.viewpoints.gap_matrix.signs import legend_of
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Request, Viewpoint

ID: Final = "gap-matrix"
_USES: Final = ("covers", "judgement")


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words, measure = request.words, request.measure
    matrix = matrix_of(framework)
    paper = sheet(request.paper)
    plan = wide.plan_for(matrix, paper, words, measure)
    title = finding.title_of(matrix, words)
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=finding.lead_of(matrix, words),
        furniture=furniture(framework, request, uses=_USES, provenances=matrix.provenances),
        legend=tuple(legend_of(matrix, words, measure, paper.small)),
        content=plan.width(len(matrix.columns)),
    )
    items, bottom = wide.draw(matrix, plan, frame)
    councils = [section.key for section in matrix.sections if section.key]
    members = [member.key for member in matrix.members()]
    scene = frame.scene(
        items,
        bottom=bottom,
        summary=finding.summary_of(matrix, title, words),
        subjects=[*councils, *members, *(column.key for column in matrix.columns)],
    )
    return (scene,)


def _tabulate(framework: Framework, options: Mapping[str, str]) -> Table:
    del options  # it has none
    return table_of(matrix_of(framework))


GAP_MATRIX: Final = Viewpoint(
    id=ID,
    label=Text("Gap matrix", "Matrice des lacunes"),
    help=Text(
        "Groups by focus area: who works where, where coverage is thin, and whether that agrees "
        "with what was stated.",
        "Les groupes par domaine d’intérêt : qui travaille où, où la couverture est mince, et si "
        "cela concorde avec ce qui a été énoncé.",
    ),
    drawing=_draw,
    tabling=_tabulate,
)
