"""The plan on a page: vision, priorities, results and who, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.viewpoints import fact_sheets
from cadre.viewpoints.frame import Frame, furniture, knowledge, sheet
from cadre.viewpoints.plan_on_a_page.model import Plan, plan_of
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Request, Viewpoint
from cadre.viewpoints.words import Words, clause

ID: Final = "plan-on-a-page"
_LABEL: Final = Text("Plan on a page", "Plan sur une page")
_NO_PRIORITY: Final = Text(
    "No priority is recorded in this state", "Aucune priorité n’est consignée dans cet état"
)
_PRIORITIES: Final = Text(
    "{n:words} {n:priority is|priorities are} set",
    "{n:words-f} {n:priorité fixée|priorités fixées}",
)
_ALL_CARRIED: Final = Text(
    "each has a lead and a group behind it", "chacune a un responsable et un groupe à l’appui"
)
_UNLED: Final = Text(
    "{n:words} {n:has|have} no lead", "{n:words-f} {n:n’a|n’ont} pas de responsable"
)
_ALONE: Final = Text(
    "{n:words} {n:has|have} no group behind {n:it|them}",
    "{n:words-f} {n:n’a|n’ont} pas de groupe à l’appui",
)
_LEAD: Final = Text(
    "What the councils are for, what comes first, what it is to lead to, and who works where.",
    "À quoi servent les conseils, ce qui vient d’abord, ce que cela doit produire et qui travaille "
    "où.",
)
_NO_VISION: Final = Text("No vision is recorded.", "Aucune vision n’est consignée.")


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words, measure = request.words, request.measure
    paper = sheet(request.paper)
    plan = plan_of(framework, request.stage.as_of)
    title = title_of(plan, words)
    lead = words.of(_LEAD)
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=lead if plan.has_vision else f"{lead} {words.of(_NO_VISION)}",
        furniture=furniture(
            framework,
            request,
            uses={*knowledge(framework, plan.keys), LinkRole.COVERS.value},
            provenances=sorted({framework[key].provenance for key in plan.keys} - {""}),
        ),
        legend=fact_sheets.legend_of(plan.sections, words, paper.small),
        content=fact_sheets.breadth(plan.columns, paper, words, measure),
        label=_LABEL,
    )
    items, bottom = fact_sheets.draw(plan.columns, frame)
    return (frame.scene(items, bottom=bottom, summary=f"{title}.", subjects=plan.keys),)


def title_of(plan: Plan, words: Words) -> str:
    """How many priorities there are, and which of them nobody leads or supports."""
    if not plan.priorities:
        return words.of(_NO_PRIORITY)
    holes = ((_UNLED, plan.unled), (_ALONE, plan.unsupported))
    told = [clause(words, template, n=number) for template, number in holes if number]
    end = words.listed(told) if told else clause(words, _ALL_CARRIED)
    return f"{words.fill(_PRIORITIES, n=plan.priorities)}; {end}"


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    del options
    return fact_sheets.table_of(_LABEL, [("plan", plan_of(framework, as_of).sections)])


PLAN_ON_A_PAGE: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "Vision, priorities, results and who is at work, on one page.",
        "La vision, les priorités, les résultats et qui travaille, sur une page.",
    ),
    drawing=_draw,
    tabling=_tabulate,
)
