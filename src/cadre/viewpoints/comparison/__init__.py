"""The comparison: what came, went, changed and moved between a state and the one before it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.attributes import choices
from cadre.core.change import diff
from cadre.core.comparison import entries
from cadre.core.graph import Framework
from cadre.core.naming import Names
from cadre.core.text import Text
from cadre.viewpoints.comparison import finding, narrow, wide
from cadre.viewpoints.comparison.model import Compared, Thing, compared
from cadre.viewpoints.comparison.rows import table_of
from cadre.viewpoints.comparison.several import several
from cadre.viewpoints.comparison.several_drawing import draw_several
from cadre.viewpoints.comparison.several_rows import table_of_several
from cadre.viewpoints.comparison.signs import legend_of
from cadre.viewpoints.frame import Frame, furniture, sheet
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Base, Option, Request, Viewpoint

ID: Final = "comparison"
ALL: Final = "all"
CHANGED: Final = "changed"
_LABEL: Final = Text("Comparison", "Comparaison")


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    if request.base is None:
        return (_nothing(framework, request),)
    if request.base.beside:
        return (draw_several(framework, request, request.base, ID, _LABEL),)
    words, measure = request.words, request.measure
    shown = compared(framework, request.stage, request.base)
    if shown.same:
        return (_same(framework, request, shown),)
    every = request.options.get("only", ALL) != CHANGED
    paper = sheet(request.paper)
    title = finding.title_of(shown, words)
    plan = None if paper.narrow else wide.plan_for(shown, paper, words, measure)
    drawn = _drawn(shown, every=every)
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=finding.lead_of(shown, words),
        furniture=furniture(framework, request, provenances=shown.provenances),
        legend=tuple(legend_of(shown, drawn, words, measure, paper)),
        content=plan.width if plan else 0.0,
        label=_LABEL,
    )
    if plan:
        items, bottom = wide.draw(shown, plan, frame, every=every)
    else:
        items, bottom = narrow.draw(shown, frame, every=every)
    councils = [section.key for section in shown.sections if section.key]
    subjects = [*councils, *(thing.key for thing in drawn)]
    summary = finding.summary_of(shown, title, words)
    return (frame.scene(items, bottom=bottom, summary=summary, subjects=subjects),)


def _drawn(shown: Compared, *, every: bool) -> list[Thing]:
    groups = [one for one in shown.groups() if every or one.differs]
    return [*groups, *shown.listed(every=every)]


def _same(framework: Framework, request: Request, shown: Compared) -> Scene:
    """Two states that are alike: the title says it, and there is nothing to draw."""
    title = finding.title_of(shown, request.words)
    return _bare(framework, request, title, "")


def _nothing(framework: Framework, request: Request) -> Scene:
    """No state to compare with: the title says what to do."""
    title, lead = finding.no_base_title(request.stage.state, request.words)
    return _bare(framework, request, title, lead)


def _bare(framework: Framework, request: Request, title: str, lead: str) -> Scene:
    words = furniture(framework, request)
    frame = Frame.of(ID, request, title=title, lead=lead, furniture=words, label=_LABEL)
    return frame.scene((), bottom=frame.top, summary=f"{title}. {lead}".strip())


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    """Without a base nothing differs: the columns alone."""
    del options, as_of
    return table_of((), Names(framework, framework), finding.NO_BASE_ROWS)


def _compare(
    framework: Framework, base: Base, options: Mapping[str, str], as_of: date | None
) -> Table:
    del options, as_of
    if base.beside:
        return table_of_several(several(base))
    # The table has the changes alone, whatever the picture shows besides.
    before = base.framework
    known = entries(before, framework, diff(before, framework))
    return table_of(known, Names(before, framework), finding.no_rows(base.state))


COMPARISON: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "What came, went, changed and moved between two states: groups council by council, "
        "priorities, and everything else counted.",
        "Ce qui s’ajoute, disparaît, change et se déplace entre deux états : les groupes conseil "
        "par conseil, les priorités, et le reste en nombres.",
    ),
    drawing=_draw,
    tabling=_tabulate,
    comparing=_compare,
    options=(
        Option(
            "base",
            Text("Compare with", "Comparer à"),
            Text(
                "The state to compare with; the one before where none is named.",
                "L’état à comparer; celui qui précède si aucun n’est nommé.",
            ),
            state=True,
        ),
        Option(
            "states",
            Text("Beside each other", "Côte à côte"),
            Text(
                "States, commas between them: what becomes of each group in each, and whether they "
                "agree.",
                "Des états, séparés par des virgules : ce qu’il advient de chaque groupe dans "
                "chacun, et s’ils concordent.",
            ),
            states=True,
        ),
        Option(
            "only",
            Text("Show", "Afficher"),
            choices=choices(
                [
                    (ALL, "Everything", "Tout"),
                    (CHANGED, "What changed", "Ce qui change"),
                ]
            ),
            default=ALL,
        ),
    ),
)
