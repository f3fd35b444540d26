"""The register of objectives as rows: one an objective."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.core.attributes import CERTAINTIES
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.objectives.model import UNKNOWN, Register, register_of
from cadre.viewpoints.table import Column, Row, Table, joined

_COLUMNS: Final = (
    Column("kind", Text("Kind", "Genre")),
    Column("objective", Text("Objective", "Objectif")),
    Column("objective-name", Text("Objective", "Objectif")),
    Column("statement", Text("Statement", "Énoncé")),
    Column("status", Text("Status", "État")),
    Column("serves", Text("Serves", "Sert")),
    Column("evidence", Text("Evidence", "Preuve")),
    Column("certainty", Text("Certainty", "Certitude")),
)
OTHER: Final = Text("Other aims", "Autres visées")
NOT_RECORDED: Final = Text("Not recorded", "Non consigné")
NO_EVIDENCE: Final = Text("none recorded", "aucune consignée")
_SURE: Final = {choice.key: choice.label for choice in CERTAINTIES}


def table_of(framework: Framework) -> Table:
    """Every objective by kind, with its status, what it serves and its evidence."""
    register = register_of(framework)
    return Table(
        Text("Objectives and their status", "Les objectifs et leur état"),
        _COLUMNS,
        tuple(_rows(register)),
        parted_by="kind",
    )


def _rows(register: Register) -> Iterator[Row]:
    for kind in register.kinds:
        for one in kind.objectives:
            yield Row(
                one.key,
                {
                    "kind": kind.label or OTHER,
                    "objective": one.key,
                    "objective-name": one.name,
                    "statement": one.said or None,
                    "status": status_of(register, one.status),
                    "serves": joined([register.names[key] for key in one.serves]),
                    "evidence": joined([register.names[key] for key in one.evidence])
                    or NO_EVIDENCE,
                    "certainty": _SURE.get(one.certainty),
                },
            )


def status_of(register: Register, status: str) -> Text:
    """What a status is called; one that nobody gave is said to be not recorded."""
    if status in ("", UNKNOWN):
        return register.statuses.get(UNKNOWN, NOT_RECORDED)
    return register.statuses.get(status, Text(status, status))
