"""The change analysis: what becomes of each group from one state to another, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.change_analysis import finding, narrow, wide
from cadre.viewpoints.change_analysis.model import Analysis, analysed
from cadre.viewpoints.change_analysis.rows import table_of
from cadre.viewpoints.change_analysis.signs import Signs, legend_of
from cadre.viewpoints.comparison.finding import no_base_title
from cadre.viewpoints.frame import Frame, furniture, sheet
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Base, Option, Request, Viewpoint

ID: Final = "change-analysis"
FROM: Final = "from"
_LABEL: Final = Text("Change analysis", "Analyse des changements")
_OPTION: Final = Text("“From” (from)", "« À partir de » (from)")


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    if request.base is None:
        return (_nothing(framework, request),)
    words, measure = request.words, request.measure
    shown = analysed(framework, request.stage.as_of, request.base)
    paper = sheet(request.paper)
    signs = Signs(framework, paper, measure)
    title = finding.title_of(shown, words)
    plan = None if paper.narrow else wide.plan_for(shown, signs, paper, words, measure)
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=finding.lead_of(shown, request.stage.state, words),
        furniture=furniture(framework, request, provenances=shown.provenances),
        legend=legend_of(shown, signs, words, measure, paper),
        content=plan.width if plan else 0.0,
        label=_LABEL,
    )
    if plan:
        items, bottom = wide.draw(shown, plan, signs, frame)
    else:
        items, bottom = narrow.draw(shown, signs, frame)
    summary = finding.summary_of(shown, request.stage.state, title, words)
    subjects = _subjects(shown, narrow=paper.narrow)
    return (frame.scene(items, bottom=bottom, summary=summary, subjects=subjects),)


def _subjects(shown: Analysis, *, narrow: bool) -> list[str]:
    """What has one place of its own: on a phone, heirs stand in the words of their groups."""
    groups = [row.key for row in shown.rows]
    alone = [heir.key for own in shown.newcomers for heir in own.heirs]
    if narrow:
        return [*groups, *alone]
    councils = [council.key for council in shown.councils if council.key]
    return [*councils, *groups, *(heir.key for heir in shown.new_heirs() if heir.is_new), *alone]


def _nothing(framework: Framework, request: Request) -> Scene:
    """No state to start from: the title says what to do."""
    title, lead = no_base_title(request.stage.state, request.words, _OPTION)
    words = furniture(framework, request)
    frame = Frame.of(ID, request, title=title, lead=lead, furniture=words, label=_LABEL)
    return frame.scene((), bottom=frame.top, summary=f"{title}. {lead}".strip())


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    """Without a state to start from there is nothing to tell: the columns alone."""
    del framework, options, as_of
    return table_of(None)


def _compare(
    framework: Framework, base: Base, options: Mapping[str, str], as_of: date | None
) -> Table:
    del options
    return table_of(analysed(framework, as_of, base))


CHANGE_ANALYSIS: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "What becomes of each group from one state to another: who continues its work, in which "
        "phase and why; who ends, who is new.",
        "Ce qu’il advient de chaque groupe d’un état à l’autre : qui poursuit ses travaux, à "
        "quelle phase et pourquoi; qui prend fin, qui s’ajoute.",
    ),
    drawing=_draw,
    tabling=_tabulate,
    comparing=_compare,
    options=(
        Option(
            FROM,
            Text("From", "À partir de"),
            Text(
                "The state to start from; the one before where none is named.",
                "L’état de départ; celui qui précède si aucun n’est nommé.",
            ),
            state=True,
        ),
    ),
)
