"""The SWOT board as rows: one a factor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cadre.core.attributes import CERTAINTIES
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.swot.finding import QUADRANTS
from cadre.viewpoints.swot.model import Factor, board_of
from cadre.viewpoints.table import Column, Row, Table, joined

_COLUMNS: Final = (
    Column("quadrant", Text("Quadrant", "Quadrant")),
    Column("factor", Text("Factor", "Facteur")),
    Column("factor-name", Text("Factor", "Facteur")),
    Column("statement", Text("Statement", "Énoncé")),
    Column("theme", Text("Theme", "Thème")),
    Column("code", Text("Code", "Code")),
    Column("area", Text("Focus area", "Domaine d’intérêt")),
    Column("area-name", Text("Focus area", "Domaine d’intérêt")),
    Column("evidence", Text("Evidence", "Preuve")),
    Column("certainty", Text("Certainty", "Certitude")),
)
_OTHER: Final = Text("No quadrant", "Sans quadrant")
_NONE: Final = Text("none recorded", "aucune consignée")
_SURE: Final = {choice.key: choice.label for choice in CERTAINTIES}


def table_of(framework: Framework) -> Table:
    """Every factor by quadrant, with its theme or areas and its evidence."""
    board = board_of(framework)
    steps = {step.key: step for step in axis(framework)}
    order = {quadrant: place for place, quadrant in enumerate(QUADRANTS)}
    factors = sorted(board.factors, key=lambda it: order.get(it.quadrant, len(order)))
    return Table(
        Text(
            "Strengths, weaknesses, opportunities and threats",
            "Forces, faiblesses, possibilités et menaces",
        ),
        _COLUMNS,
        tuple(_rows(factors, steps)),
        parted_by="quadrant",
    )


def _rows(factors: list[Factor], steps: Mapping[str, Step]) -> Iterator[Row]:
    for factor in factors:
        areas = [steps[key] for key in factor.areas if key in steps]
        yield Row(
            factor.key,
            {
                "quadrant": QUADRANTS.get(factor.quadrant, _OTHER),
                "factor": factor.key,
                "factor-name": factor.text,
                "statement": factor.said or None,
                "theme": factor.theme or None,
                "code": tuple(step.code for step in areas) or None,
                "area": tuple(step.key for step in areas) or None,
                "area-name": joined([step.name for step in areas]),
                "evidence": joined(list(factor.evidence)) or _NONE,
                "certainty": _SURE.get(factor.certainty),
            },
        )
