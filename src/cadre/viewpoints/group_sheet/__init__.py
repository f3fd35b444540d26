"""The sheet of a group: its mandate, members, work, assessment and future on one page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints import fact_sheets
from cadre.viewpoints.frame import Frame, furniture, knowledge, sheet
from cadre.viewpoints.group_sheet.model import GroupSheet, sheet_of
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Option, Request, Viewpoint
from cadre.viewpoints.words import Words, clause

ID: Final = "group-sheet"
_LABEL: Final = Text("Group sheet", "Fiche de groupe")
_NONE: Final = Text(
    "No group is recorded in this state", "Aucun groupe n’est consigné dans cet état"
)
_NONE_LEAD: Final = Text(
    "Record the groups, with the council that each is part of and where it works.",
    "Consignez les groupes, avec le conseil dont chacun fait partie et là où il travaille.",
)
_WORKS: Final = Text(
    "{name} works on {areas:words} {areas:focus area|focus areas}",
    "{name} travaille à {areas:words} {areas:domaine|domaines} d’intérêt",
)
_NOWHERE: Final = Text(
    "{name} works on no focus area", "{name} ne travaille à aucun domaine d’intérêt"
)
_MANDATE: Final = Text(
    "{n:words} of {total} points of its mandate {n:is|are} recorded",
    "{n:words} {n:point|points} de son mandat sur {total} {n:est consigné|sont consignés}",
)
_NO_MANDATE: Final = Text("nothing of its mandate is recorded", "rien de son mandat n’est consigné")
_LEAD: Final = Text(
    "What the group is for, who sits on it, where it works, how it was assessed and what becomes "
    "of it. What nobody has recorded is said to be so.",
    "À quoi sert le groupe, qui y siège, où il travaille, comment il a été évalué et ce qu’il "
    "devient. Ce que personne n’a consigné est dit tel.",
)


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words, measure = request.words, request.measure
    paper = sheet(request.paper)
    found = sheet_of(framework, request.options["of"], request.stage.as_of)
    title = title_of(found, words)
    left, right = (found.left, found.right) if found else ((), ())
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=words.of(_LEAD if found else _NONE_LEAD),
        furniture=furniture(
            framework,
            request,
            uses={*knowledge(framework, _keys(found)), LinkRole.COVERS.value} if found else (),
            provenances=sorted({framework[key].provenance for key in _keys(found)} - {""}),
        ),
        legend=fact_sheets.legend_of((*left, *right), words, paper.small),
        content=fact_sheets.breadth((left, right), paper, words, measure) if found else 0.0,
        label=_LABEL,
    )
    items, bottom = fact_sheets.draw((left, right), frame)
    return (
        frame.scene(
            items,
            bottom=bottom,
            summary=f"{title}.",
            subjects=[fact.key for part in (*left, *right) for fact in part.facts if fact.key],
        ),
    )


def _keys(found: GroupSheet | None) -> list[str]:
    """The elements that a sheet is made from: the group and those that are facts of it."""
    if found is None:
        return []
    told = [fact.key for part in found.sections for fact in part.facts if fact.key]
    return [found.key, *told]


def title_of(found: GroupSheet | None, words: Words) -> str:
    """On how many areas it works, and how much of its mandate is recorded."""
    if found is None:
        return words.of(_NONE)
    works = words.fill(
        _WORKS if found.areas else _NOWHERE,
        name=words.quoted(found.element.short_name),
        areas=found.areas,
    )
    total = len(found.mandate.facts)
    told = clause(words, _MANDATE if found.told else _NO_MANDATE, n=found.told, total=total)
    return f"{works}; {told}"


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    found = sheet_of(framework, options["of"], as_of)
    sheets = [(found.key, found.sections)] if found else []
    return fact_sheets.table_of(_LABEL, sheets)


GROUP_SHEET: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "One group on a page: its mandate, members, work, assessment and what becomes of it.",
        "Un groupe sur une page : son mandat, ses membres, ses travaux, son évaluation et ce qu’il "
        "devient.",
    ),
    drawing=_draw,
    tabling=_tabulate,
    options=(
        Option(
            "of",
            Text("Group", "Groupe"),
            Text("The group; without one, the first.", "Le groupe; sans choix, le premier."),
            element=Trait.WORKS,
            one=True,
        ),
    ),
)
