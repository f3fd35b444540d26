"""The roadmap: which work is to be done in which period, lane by lane of the focus areas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.attributes import choices
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.frame import Frame, furniture, sheet
from cadre.viewpoints.roadmap import finding, narrow, wide
from cadre.viewpoints.roadmap.model import Roadmap, roadmap_of
from cadre.viewpoints.roadmap.rows import table_of
from cadre.viewpoints.roadmap.signs import Signs, legend_of
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Option, Request, Viewpoint

ID: Final = "roadmap"
HEADERS: Final = "headers"
_LABEL: Final = Text("Roadmap", "Feuille de route")
_USES: Final = ("work", "scheduled-in")


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words, measure = request.words, request.measure
    shown = roadmap_of(framework, request.stage.as_of)
    paper = sheet(request.paper)
    signs = Signs(framework, paper, measure)
    title = finding.title_of(shown, words)
    plan = None if paper.narrow else wide.plan_for(shown, signs, paper, words, measure)
    wires = not paper.narrow and any(item.needs for item in shown.items)
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=finding.lead_of(shown, words),
        furniture=furniture(framework, request, uses=_USES, provenances=shown.provenances),
        legend=legend_of(shown, signs, words, paper, wires=wires),
        content=plan.width(len(shown.periods)) if plan else 0.0,
        label=_LABEL,
    )
    headers = request.options[HEADERS]
    if plan:
        items, bottom = wide.draw(shown, plan, signs, frame, headers)
    else:
        items, bottom = narrow.draw(shown, signs, frame, headers)
    return (
        frame.scene(
            items,
            bottom=bottom,
            summary=finding.summary_of(shown, title, words),
            subjects=_subjects(shown, narrow=paper.narrow),
        ),
    )


def _subjects(shown: Roadmap, *, narrow: bool) -> list[str]:
    """What has one place of its own: on a phone, periods stand in the words of the work."""
    areas = [lane.step.key for lane in shown.lanes if lane.step]
    work = [item.key for item in shown.items]
    if narrow:
        return [*areas, *work]
    times = [*(phase.key for phase in shown.phases), *(period.key for period in shown.periods)]
    return [*times, *areas, *work]


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    del options
    return table_of(framework, roadmap_of(framework, as_of))


ROADMAP: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "Which work is to be done in which period, by focus area: its role, how far it is, what it "
        "needs, and where nothing is planned.",
        "Quels travaux sont prévus à quelle période, par domaine d’intérêt : leur rôle, leur "
        "avancement, ce dont ils dépendent, et où rien n’est prévu.",
    ),
    drawing=_draw,
    tabling=_tabulate,
    options=(
        Option(
            HEADERS,
            Text("Periods", "Périodes"),
            choices=choices(
                [
                    (wide.BOTH, "By name and dates", "Nom et dates"),
                    (wide.ABSTRACT, "By name", "Nom seul"),
                    (wide.DATED, "By dates", "Dates seules"),
                ]
            ),
            default=wide.BOTH,
        ),
    ),
)
