"""Objectives and status: what the framework sets out to reach, how far it is, what shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.board import Block, Column, Line, Said, draw, least_width
from cadre.viewpoints.frame import Frame, furniture, sheet
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.objectives import finding
from cadre.viewpoints.objectives.model import MET, UNKNOWN, Objective, Register, register_of
from cadre.viewpoints.objectives.rows import NO_EVIDENCE, OTHER, status_of, table_of
from cadre.viewpoints.scene import INK, Glyph, LegendEntry, Scene
from cadre.viewpoints.signs import UNSURE_LABEL, unsure
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Request, Viewpoint
from cadre.viewpoints.words import Words

ID: Final = "objectives"
_LABEL: Final = Text("Objectives and status", "Objectifs et état")
_COLUMNS: Final = (
    Column(Text("Objective", "Objectif"), 2.6),
    Column(Text("Status", "État"), 0.9),
    Column(Text("Serves", "Sert"), 1.5),
    Column(Text("Evidence", "Preuve"), 1.2),
)
_SIGNS: Final = {MET: "check", "under-way": "right", "not-begun": "ring", "dropped": "cross-open"}
_UNTOLD: Final = "question"
"""The sign of a status that nobody gave."""


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words = request.words
    register = register_of(framework)
    title = finding.title_of(register, words)
    blocks = list(_blocks(register))
    paper = sheet(request.paper)
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=finding.lead_of(register, words),
        furniture=furniture(
            framework, request, provenances=sorted({it.provenance for it in register.objectives})
        ),
        legend=_legend(register, words, paper.small),
        content=least_width(blocks, paper, words, request.measure),
        label=_LABEL,
    )
    items, bottom = draw(blocks, frame)
    return (
        frame.scene(
            items,
            bottom=bottom,
            summary=finding.summary_of(register, title, words),
            subjects=[one.key for one in register.objectives],
        ),
    )


def _blocks(register: Register) -> Iterator[Block]:
    for kind in register.kinds:
        lines = tuple(_line(register, one) for one in kind.objectives)
        yield Block(kind.label or OTHER, _COLUMNS, lines)


def _line(register: Register, one: Objective) -> Line:
    name = (Said(one.name, "strong"), *((Said(one.said, "quiet"),) if one.said else ()))
    status = Said(status_of(register, one.status), "plain" if one.is_told else "quiet", sign(one))
    serves = tuple(Said(register.names[key], key=key) for key in one.serves)
    evidence = tuple(Said(register.names[key], key=key) for key in one.evidence)
    cells = (name, (status,), serves, evidence or (Said(NO_EVIDENCE, "quiet"),))
    return Line(cells, key=one.key, is_sure=one.is_sure)


def sign(one: Objective) -> str:
    """The sign of a status: its word stands beside it."""
    return _SIGNS.get(one.status, "dot") if one.is_told else _UNTOLD


def _legend(register: Register, words: Words, size: float) -> tuple[LegendEntry, ...]:
    legend = Legend()
    for one in register.objectives:
        text = status_of(register, one.status if one.is_told else UNKNOWN)
        sample = Glyph(x=0, y=0.25 * size, size=0.8 * size, glyph=sign(one), paint=INK)
        legend.mention(LegendEntry(sign(one), words.of(text), (sample,), size, 1.3 * size))
    if any(not one.is_sure for one in register.objectives):
        sample_line = unsure(size / 2, 0, 1.3 * size)
        legend.mention(
            LegendEntry("unsure", words.of(UNSURE_LABEL), (sample_line,), size, 1.3 * size)
        )
    return legend.entries()


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    del options, as_of
    return table_of(framework)


OBJECTIVES: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "What the framework sets out to reach, how far each objective is, and what shows it.",
        "Ce que le cadre cherche à atteindre, où en est chaque objectif, et ce qui le montre.",
    ),
    drawing=_draw,
    tabling=_tabulate,
)
