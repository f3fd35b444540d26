"""The change analysis as rows: one for each earlier group, then the new ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.change_analysis.model import LABELS, Analysis, Newcomers, Row
from cadre.viewpoints.table import Column, Table, joined
from cadre.viewpoints.table import Row as TableRow

_COLUMNS: Final = (
    Column("row", Text("Row", "Rangée")),
    Column("group", Text("Group", "Groupe")),
    Column("group-name", Text("Group", "Groupe")),
    Column("council-name", Text("Council", "Conseil")),
    Column("disposition", Text("Disposition", "Sort")),
    Column("stated", Text("Stated", "Énoncé")),
    Column("computed", Text("Shown by the states", "Montré par les états")),
    Column("agree", Text("Both agree", "Les deux concordent")),
    Column("future", Text("Continues as", "Se poursuit en")),
    Column("future-name", Text("Continues as", "Se poursuit en")),
    Column("phase", Text("Phase", "Phase")),
    Column("reason", Text("Reason", "Motif")),
    Column("printed", Text("Mark as printed", "Marque imprimée")),
    Column("remark", Text("To be noted", "À noter")),
)
_EARLIER: Final = Text("Earlier group", "Groupe antérieur")
_NEW: Final = Text("New group", "Nouveau groupe")
_HOMELESS: Final = Text(
    "Nobody is named to continue the work.", "Personne n’est désigné pour poursuivre."
)
_TWO: Final = Text("Two dispositions are stated.", "Deux sorts sont énoncés.")
_NOWHERE: Final = Text("Continues nobody’s work.", "Ne poursuit les travaux de personne.")
_OPEN: Final = Text("A place kept open, still to be named.", "Une place gardée, à préciser.")
_HEAD: Final = Text("Heads other groups.", "Chapeaute d’autres groupes.")
_REMARKS: Final = {"team": _NOWHERE, "open": _OPEN, "head": _HEAD}
_EMPTY: Final = Text(
    "There is nothing to list: no state comes before this one.",
    "Il n’y a rien à énumérer\u00a0: aucun état ne précède celui-ci.",
)


def table_of(shown: Analysis | None) -> Table:
    """All that the picture shows; no rows where there is no state to start from."""
    rows = (*_earlier(shown), *_new(shown)) if shown else ()
    return Table(
        Text("What becomes of each group", "Ce qu’il advient de chaque groupe"),
        _COLUMNS,
        rows,
        parted_by="row",
        empty=_EMPTY,
    )


def _earlier(shown: Analysis) -> Iterator[TableRow]:
    for council in shown.councils:
        for row in council.rows:
            found = row.found
            yield TableRow(
                row.key,
                {
                    "row": _EARLIER,
                    "group": row.key,
                    "group-name": row.name,
                    "council-name": council.name if council.key else None,
                    "disposition": LABELS[found.disposition],
                    "stated": _labels(found.stated),
                    "computed": LABELS[found.computed],
                    "agree": not found.differs if found.stated else None,
                    "future": tuple(heir.key for heir in row.heirs) or None,
                    "future-name": _names(row),
                    "phase": row.phase or None,
                    "reason": row.reason or None,
                    "printed": row.printed or None,
                    "remark": _remark(row),
                },
            )


def _new(shown: Analysis) -> Iterator[TableRow]:
    for heir in shown.new_heirs():
        yield TableRow(
            heir.key,
            {"row": _NEW, "group": heir.key, "group-name": heir.name, "phase": heir.phase or None},
        )
    for own in shown.newcomers:
        yield from _alone(own)


def _alone(own: Newcomers) -> Iterator[TableRow]:
    for heir in own.heirs:
        yield TableRow(
            heir.key,
            {
                "row": _NEW,
                "group": heir.key,
                "group-name": heir.name,
                "phase": heir.phase or None,
                "remark": _REMARKS[own.kind],
            },
        )


def _labels(keys: tuple[str, ...]) -> Text | None:
    return joined([LABELS[key] for key in keys])


def _names(row: Row) -> Text | None:
    return joined([heir.name for heir in row.heirs])


def _remark(row: Row) -> Text | None:
    remarks = [
        text
        for text, holds in ((_HOMELESS, row.found.is_homeless), (_TWO, row.found.is_contradicted))
        if holds
    ]
    return (
        Text(" ".join(it.en for it in remarks), " ".join(it.fr for it in remarks))
        if remarks
        else None
    )
