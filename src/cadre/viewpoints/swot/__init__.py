"""The SWOT board: what helps and what harms, inside by theme and outside by focus area."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.frame import Frame, furniture, sheet
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.scene import INK_2, AnyItem, Glyph, LegendEntry, Scene
from cadre.viewpoints.signs import UNSURE_LABEL, unsure
from cadre.viewpoints.swot import drawing, finding
from cadre.viewpoints.swot.model import Board, board_of
from cadre.viewpoints.swot.rows import table_of
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Request, Viewpoint
from cadre.viewpoints.words import Words

ID: Final = "swot"
_LABEL: Final = Text("SWOT board", "Tableau FFPM")
_EVIDENCE: Final = Text("evidence recorded", "preuve consignée")
_NO_EVIDENCE: Final = Text("no evidence recorded", "aucune preuve consignée")


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words, measure = request.words, request.measure
    board = board_of(framework)
    paper = sheet(request.paper)
    title = finding.title_of(board, words)
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=finding.lead_of(board, words),
        furniture=furniture(framework, request, uses=("factor",), provenances=board.provenances),
        legend=_legend(board, words, paper.small),
        content=drawing.least_width(board, paper, words, measure),
        label=_LABEL,
    )
    items, bottom = drawing.draw(board, frame)
    areas = [row.step.key for row in board.outside if row.step]
    return (
        frame.scene(
            items,
            bottom=bottom,
            summary=finding.summary_of(board, title, words),
            subjects=[*areas, *(factor.key for factor in board.factors)],
        ),
    )


def _legend(board: Board, words: Words, size: float) -> tuple[LegendEntry, ...]:
    legend = Legend()

    def add(sign: str, text: Text, sample: AnyItem) -> None:
        legend.mention(LegendEntry(sign, words.of(text), (sample,), size, 1.3 * size))

    def dot(glyph: str) -> AnyItem:
        return Glyph(x=0, y=0.25 * size, size=0.8 * size, glyph=glyph, paint=INK_2)

    if any(factor.evidence for factor in board.factors):
        add("evidence", _EVIDENCE, dot(drawing.EVIDENCE))
    if any(not factor.evidence for factor in board.factors):
        add("no-evidence", _NO_EVIDENCE, dot(drawing.NO_EVIDENCE))
    if any(not factor.is_sure for factor in board.factors):
        add("unsure", UNSURE_LABEL, unsure(size / 2, 0, 1.3 * size))
    return legend.entries()


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    del options, as_of
    return table_of(framework)


SWOT: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "Strengths and weaknesses by theme, opportunities and threats by focus area, and which of "
        "them have evidence.",
        "Les forces et les faiblesses par thème, les possibilités et les menaces par domaine "
        "d’intérêt, et celles qui reposent sur une preuve.",
    ),
    drawing=_draw,
    tabling=_tabulate,
)
