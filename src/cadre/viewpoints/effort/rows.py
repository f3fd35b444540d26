"""Effort and reach as rows: one a government and one a council, with counts and names."""

from __future__ import annotations

from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.effort.model import Bearer, Effort, effort_of
from cadre.viewpoints.table import Column, Row, Table, joined

GOVERNMENTS: Final = Text("Governments", "Administrations")
COUNCILS: Final = Text("Councils", "Conseils")
SEATS: Final = Text("Seats", "Sièges")
GROUPS: Final = Text("Groups", "Groupes")
LEADS: Final = Text("Leads", "Dirige")
AREAS: Final = Text("Focus areas reached", "Domaines touchés")
OUTPUTS: Final = Text("Deliverables", "Livrables")
RESOURCES: Final = Text("People and money", "Personnes et fonds")
NONE_RECORDED: Final = Text("none recorded", "rien de consigné")
_COLUMNS: Final = (
    Column("kind", Text("Kind", "Genre")),
    Column("bearer", Text("Who", "Qui")),
    Column("bearer-name", Text("Who", "Qui")),
    Column("seats", SEATS),
    Column("groups", GROUPS),
    Column("leads", LEADS),
    Column("leads-what", Text("Leads what", "Ce qui est dirigé")),
    Column("areas", AREAS),
    Column("areas-which", Text("Which areas", "Quels domaines")),
    Column("deliverables", OUTPUTS),
    Column("resources", RESOURCES),
)


def table_of(framework: Framework) -> Table:
    """What each government and council carries."""
    effort = effort_of(framework)
    rows = [_row(effort, GOVERNMENTS, one) for one in effort.governments]
    rows += [_row(effort, COUNCILS, one) for one in effort.councils]
    return Table(Text("Effort and reach", "Effort et portée"), _COLUMNS, tuple(rows), "kind")


def _row(effort: Effort, kind: Text, one: Bearer) -> Row:
    return Row(
        one.key,
        {
            "kind": kind,
            "bearer": one.key,
            "bearer-name": one.name,
            "seats": len(one.seats) if kind == GOVERNMENTS else None,
            "groups": len(one.groups) if kind == COUNCILS else None,
            "leads": len(one.leads),
            "leads-what": joined([effort.names[key] for key in one.leads]),
            "areas": len(one.areas),
            "areas-which": joined([effort.names[key] for key in one.areas]),
            "deliverables": len(one.outputs),
            "resources": joined([resource(*told) for told in one.resources]) or NONE_RECORDED,
        },
    )


def resource(label: Text, total: float) -> Text:
    """`People: 12`: a sum with what it counts."""
    number = f"{total:g}"
    return Text(
        f"{label.in_('en')}: {number}", f"{label.in_('fr')}\u00a0: {number.replace('.', ',')}"
    )
