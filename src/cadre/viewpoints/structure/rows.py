"""The structure as rows: one a body, with its layer, role, phase and what it is part of."""

from __future__ import annotations

from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import STANDINGS
from cadre.viewpoints.roles import role_choices, role_name
from cadre.viewpoints.structure.model import Body, Structure
from cadre.viewpoints.table import Column, Row, Table, joined

_COLUMNS: Final = (
    Column("layer", Text("Layer", "Couche")),
    Column("body", Text("Body", "Organe")),
    Column("body-name", Text("Body", "Organe")),
    Column("kind", Text("Kind", "Genre")),
    Column("part-of", Text("Part of", "Fait partie de")),
    Column("overseen", Text("Overseen by", "Supervisé par")),
    Column("role", Text("Role", "Rôle")),
    Column("phase", Text("Phase", "Phase")),
    Column("standing", Text("Standing", "Statut")),
    Column("lifecycle", Text("Lifecycle", "Cycle de vie")),
    Column("areas", Text("Focus areas", "Domaines d’intérêt")),
    Column("open", Text("Open place", "Place ouverte")),
)
STANDING: Final = {choice.key: choice.label for choice in STANDINGS}
_YES: Final = Text("yes", "oui")


def table_of(framework: Framework, structure: Structure) -> Table:
    """Every body by layer."""
    roles = {key: role_name(choice) for key, choice in role_choices(framework).items()}
    rows = [
        _row(structure, roles, band.label, body) for band in structure.bands for body in band.bodies
    ]
    return Table(Text("Structure", "Structure"), _COLUMNS, tuple(rows), parted_by="layer")


def _row(structure: Structure, roles: dict[str, Text], layer: Text, body: Body) -> Row:
    def names(keys: tuple[str, ...]) -> Text | None:
        return joined([structure.names[key] for key in keys])

    return Row(
        body.key,
        {
            "layer": layer,
            "body": body.key,
            "body-name": body.name,
            "kind": body.kind or None,
            "part-of": names(body.parents),
            "overseen": names(body.overseers),
            "role": roles.get(body.role),
            "phase": names(body.phases),
            "standing": STANDING.get(body.standing),
            "lifecycle": body.lifecycle or None,
            "areas": names(body.areas),
            "open": _YES if body.is_open else None,
        },
    )
