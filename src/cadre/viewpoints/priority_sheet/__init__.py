"""The sheet of a priority: its statement, who leads and supports it, what it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints import fact_sheets
from cadre.viewpoints.frame import Frame, furniture, sheet
from cadre.viewpoints.priority_sheet.model import PrioritySheet, sheet_of
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Option, Request, Viewpoint
from cadre.viewpoints.words import Words, clause

ID: Final = "priority-sheet"
_LABEL: Final = Text("Priority sheet", "Fiche de priorité")
_NONE: Final = Text(
    "No priority is recorded in this state", "Aucune priorité n’est consignée dans cet état"
)
_NONE_LEAD: Final = Text(
    "Record the priorities, with their statement and those who lead them.",
    "Consignez les priorités, avec leur énoncé et ceux qui les dirigent.",
)
_LED: Final = Text("{n:words} {n:lead|leads}", "{n:words} {n:responsable|responsables}")
_UNLED: Final = Text("no lead", "aucun responsable")
_GROUPS: Final = Text(
    "{n:words} {n:group|groups} behind it", "{n:words} {n:groupe|groupes} à l’appui"
)
_ALONE: Final = Text("no group behind it", "aucun groupe à l’appui")
_HAS: Final = Text("{name} has {parts}", "{name} compte {parts}")
_NO_WORK: Final = Text("no work plan is recorded", "aucun plan de travail n’est consigné")
_WORK: Final = Text(
    "{n:words} {n:piece of work is|pieces of work are} tied to it",
    "{n:words} {n:élément de travail y est lié|éléments de travail y sont liés}",
)
_LEAD: Final = Text(
    "What the priority is for, who leads and supports it, what it touches and what is missing.",
    "À quoi sert la priorité, qui la dirige et l’appuie, ce qu’elle touche et ce qui manque.",
)


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words, measure = request.words, request.measure
    paper = sheet(request.paper)
    found = sheet_of(framework, request.options["of"])
    title = title_of(found, words)
    left, right = (found.left, found.right) if found else ((), ())
    told = [fact.key for part in (*left, *right) for fact in part.facts if fact.key]
    about = [found.key, *told] if found else []
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=words.of(_LEAD if found else _NONE_LEAD),
        furniture=furniture(
            framework,
            request,
            uses=[LinkRole.COVERS.value] if found and found.has_areas else [],
            provenances=sorted({framework[key].provenance for key in about} - {""}),
        ),
        legend=fact_sheets.legend_of((*left, *right), words, paper.small),
        content=fact_sheets.breadth((left, right), paper, words, measure) if found else 0.0,
        label=_LABEL,
    )
    items, bottom = fact_sheets.draw((left, right), frame)
    return (frame.scene(items, bottom=bottom, summary=f"{title}.", subjects=told),)


def title_of(found: PrioritySheet | None, words: Words) -> str:
    """Who is behind it, and whether there is a plan."""
    if found is None:
        return words.of(_NONE)
    parts = [
        clause(words, some if n else none, n=n)
        for some, none, n in (
            (_LED, _UNLED, found.leads),
            (_GROUPS, _ALONE, found.supporters),
        )
    ]
    name = words.quoted(found.element.short_name)
    led = words.fill(_HAS, name=name, parts=words.listed(parts))
    work = clause(words, _WORK, n=found.work) if found.work else clause(words, _NO_WORK)
    return f"{led}; {work}"


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    del as_of
    found = sheet_of(framework, options["of"])
    sheets = [(found.key, found.sections)] if found else []
    return fact_sheets.table_of(_LABEL, sheets)


PRIORITY_SHEET: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "One priority on a page: its statement, who leads and supports it, what it leads to, and "
        "what is still missing.",
        "Une priorité sur une page : son énoncé, qui la dirige et l’appuie, ce qu’elle vise, et ce "
        "qui manque encore.",
    ),
    drawing=_draw,
    tabling=_tabulate,
    options=(
        Option(
            "of",
            Text("Priority", "Priorité"),
            Text("The priority; without one, the first.", "La priorité; sans choix, la première."),
            element=Trait.PRIORITY,
            one=True,
        ),
    ),
)
