"""The gap matrix as rows: one for each group in each area, then the groups, then the areas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.core.attributes import CERTAINTIES
from cadre.core.text import Text
from cadre.core.traits import COVERAGE_STEPS
from cadre.viewpoints.gap_matrix.matrix import Matrix, Member, Section
from cadre.viewpoints.table import Column as TableColumn
from cadre.viewpoints.table import Row, Table, key_of

_COLUMNS: Final = (
    TableColumn("row", Text("Row", "Rangée")),
    TableColumn("council", Text("Council", "Conseil")),
    TableColumn("group", Text("Group", "Groupe")),
    TableColumn("code", Text("Code", "Code")),
    TableColumn("area", Text("Area", "Domaine")),
    TableColumn("what", Text("What is done", "Ce qui est fait")),
    TableColumn("level", Text("Stated level", "Niveau énoncé")),
    TableColumn("certainty", Text("Certainty", "Certitude")),
    TableColumn("areas-found", Text("Areas found", "Domaines trouvés")),
    TableColumn("areas-stated", Text("Areas stated", "Domaines énoncés")),
    TableColumn("groups", Text("Groups at work", "Groupes à l’œuvre")),
    TableColumn("computed", Text("Computed coverage", "Couverture calculée")),
    TableColumn("computed-step", Text("Computed step", "Degré calculé")),
    TableColumn("stated-step", Text("Stated step", "Degré énoncé")),
    TableColumn("difference", Text("Difference", "Écart")),
    TableColumn("links", Text("Links", "Liens")),
)
_WORK: Final = Text("Group in an area", "Groupe dans un domaine")
_GROUP: Final = Text("Group", "Groupe")
_AREA: Final = Text("Area", "Domaine")
_UNKNOWN: Final = Text("Work of no known group", "Travaux sans groupe connu")
_SURE: Final = {choice.key: choice.label for choice in CERTAINTIES}


def table_of(matrix: Matrix) -> Table:
    """All that the picture shows, and what each group does, which it has no room for."""
    rows = [*_work(matrix), *_groups(matrix), *_areas(matrix)]
    return Table(
        Text("Groups by focus area", "Les groupes par domaine d’intérêt"),
        _COLUMNS,
        tuple(rows),
        parted_by="row",
    )


def _work(matrix: Matrix) -> Iterator[Row]:
    for section, member, column, cell in matrix.cells():
        if cell.through:
            continue
        link = cell.link
        yield Row(
            key_of(link.id),
            {
                "row": _WORK,
                "council": section.name,
                "group": member.name,
                "code": column.step.code,
                "area": column.step.name,
                "what": cell.what or None,
                "level": None if cell.level is None else COVERAGE_STEPS[cell.level].label,
                "stated-step": cell.level,
                "certainty": _SURE.get(link.certainty, Text(link.certainty, link.certainty)),
                "links": (" ".join(link.id),),
            },
        )


def _groups(matrix: Matrix) -> Iterator[Row]:
    for section in matrix.sections:
        for member in section.members:
            yield _group(section, member)


def _group(section: Section, member: Member) -> Row:
    return Row(
        member.key,
        {
            "row": _GROUP,
            "council": section.name,
            "group": member.name,
            "areas-found": member.found,
            "areas-stated": member.stated,
            "difference": member.difference,
            "links": tuple(
                " ".join(cell.link.id) for cell in member.cells.values() if not cell.through
            ),
        },
    )


def _areas(matrix: Matrix) -> Iterator[Row]:
    for column in matrix.columns:
        yield Row(
            column.key,
            {
                "row": _AREA,
                "code": column.step.code,
                "area": column.step.name,
                "level": column.stated_as or None,
                "groups": len(column.groups),
                "computed": COVERAGE_STEPS[column.computed].label,
                "computed-step": column.computed,
                "stated-step": column.stated,
                "difference": column.difference,
            },
        )
    yield from _unknown(matrix)


def _unknown(matrix: Matrix) -> Iterator[Row]:
    for column in matrix.columns:
        for work in column.unattributed:
            yield Row(
                work.key,
                {
                    "row": _UNKNOWN,
                    "code": column.step.code,
                    "area": column.step.name,
                    "what": work.what or work.name,
                    "certainty": _SURE.get(work.certainty, Text()),
                },
            )
