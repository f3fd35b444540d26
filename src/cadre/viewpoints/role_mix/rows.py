"""The role mix as rows: one an area and role, for work and for groups, and the totals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import TRAIT_LABELS, Trait
from cadre.viewpoints.role_mix.finding import WITHOUT
from cadre.viewpoints.role_mix.model import NO_ROLE, Mix, Part, mix_of
from cadre.viewpoints.roles import role_name, short_role
from cadre.viewpoints.table import Column, Row, Table, joined

_COLUMNS: Final = (
    Column("of", Text("Of", "De")),
    Column("code", Text("Code", "Code")),
    Column("area", Text("Focus area", "Domaine d’intérêt")),
    Column("area-name", Text("Focus area", "Domaine d’intérêt")),
    Column("role", Text("Role", "Rôle")),
    Column("badge", Text("Badge", "Insigne")),
    Column("count", Text("Count", "Nombre")),
    Column("which", Text("Which", "Lesquels")),
)
PARTS: Final = {
    Trait.WORK: Text("Work", "Travaux"),
    Trait.WORKS: Text("Groups", "Groupes"),
}
ALL: Final = Text("All areas", "Tous les domaines")
NO_AREA: Final = Text("No focus area", "Sans domaine")


def table_of(framework: Framework) -> Table:
    """How many of each role, by area and in all; what has no role is counted too."""
    mix = mix_of(framework)
    rows = [row for part in mix.parts for row in _rows(mix, part)]
    return Table(
        Text("Roles of the councils", "Rôles des conseils"), _COLUMNS, tuple(rows), parted_by="of"
    )


def roles_of(mix: Mix) -> list[tuple[str, Text, str]]:
    """Each role with its name and badge, then what has none."""
    told = [(choice.key, role_name(choice), short_role(choice)) for choice in mix.roles]
    return [*told, (NO_ROLE, WITHOUT, "")]


def _rows(mix: Mix, part: Part) -> Iterator[Row]:
    of = PARTS.get(part.trait, TRAIT_LABELS[part.trait])
    for role, name, badge in roles_of(mix):
        for row in part.rows:
            keys = row.of(role)
            if keys:
                step = row.step
                where = step.key if step else ""
                yield Row(
                    f"{part.trait.value} {where or 'none'} {role or 'none'}",
                    {
                        "of": of,
                        "code": step.code if step else None,
                        "area": where or None,
                        "area-name": step.name if step else NO_AREA,
                        "role": name,
                        "badge": badge or None,
                        "count": len(keys),
                        "which": joined([mix.names[key] for key in keys]),
                    },
                )
        yield Row(
            f"{part.trait.value} total {role or 'none'}",
            {
                "of": of,
                "area-name": ALL,
                "role": name,
                "badge": badge or None,
                "count": part.count(role),
            },
        )
