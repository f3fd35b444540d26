"""The logic model: from the vision down to the work proposed, and on to the results."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.attributes import choices
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.frame import Frame, furniture, knowledge, sheet
from cadre.viewpoints.logic_model import finding, narrow, wide
from cadre.viewpoints.logic_model.model import COUNCILS, GENERIC, LABEL, Model, model_of
from cadre.viewpoints.logic_model.page import Drawing
from cadre.viewpoints.logic_model.plan import plan_for
from cadre.viewpoints.logic_model.rows import table_of
from cadre.viewpoints.logic_model.signs import legend_of
from cadre.viewpoints.scene import Dash, LegendEntry, Scene, Wire, opened
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Option, Request, Viewpoint

ID: Final = "logic-model"
_APART: Final = Text(
    "Not part of a logic model, and not drawn: {n} {n:aim or piece|aims and pieces} of work.",
    "Hors du modèle logique, et non {n:dessiné|dessinés} : {n} {n:visée ou activité|visées et "
    "activités}.",
)


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words, measure = request.words, request.measure
    model = model_of(framework, request.options["perspective"] or GENERIC, request.stage.as_of)
    paper = sheet(request.paper)
    title = finding.title_of(model, words)
    plan = None if paper.narrow else plan_for(model, paper, words, measure)
    note = words.fill(_APART, n=model.apart) if model.apart else ""
    around = furniture(
        framework,
        request,
        uses=knowledge(framework, _drawn(model)),
        provenances=_provenances(model),
        note=note,
    )

    def framed(legend: tuple[LegendEntry, ...]) -> Frame:
        return Frame.of(
            ID,
            request,
            title=title,
            lead=finding.lead_of(model, words),
            furniture=around,
            legend=legend,
            content=plan.width if plan else 0.0,
            label=LABEL,
        )

    def drawn(frame: Frame) -> Drawing:
        return wide.draw(model, plan, frame) if plan else narrow.draw(model, frame)

    # Which lines are drawn is known once they are: the legend follows from a first drawing.
    dashes: set[Dash] = {
        item.dash
        for item in opened(drawn(framed(())).items)
        if isinstance(item, Wire) and item.end == "arrow"
    }
    frame = framed(legend_of(model, words, paper, dashes))
    drawing = drawn(frame)
    summary = finding.summary_of(model, title, words)
    return (
        frame.scene(
            drawing.items, bottom=drawing.bottom, summary=summary, subjects=drawing.subjects
        ),
    )


def _provenances(model: Model) -> list[str]:
    """Where all that is drawn comes from."""
    return sorted({model.framework[key].provenance for key in _drawn(model)})


def _drawn(model: Model) -> list[str]:
    return [
        *(*model.visions, *model.calls, *model.objectives, *model.principles, *model.layers),
        *(key for column in model.columns for key in (*column.works, *column.loose)),
        *(own.key for column in model.columns for own in column.own),
        *model.results(),
        *model.missing,
    ]


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    return table_of(model_of(framework, options["perspective"] or GENERIC, as_of))


LOGIC_MODEL: Final = Viewpoint(
    id=ID,
    label=LABEL,
    help=Text(
        "From the vision through principles and focus areas to the work proposed and the results "
        "of each horizon: as a general model, or with the row that an organisation fills.",
        "De la vision aux principes et aux domaines d’intérêt, puis aux travaux proposés et aux "
        "résultats de chaque horizon : le modèle général, ou avec la rangée d’une organisation.",
    ),
    drawing=_draw,
    tabling=_tabulate,
    options=(
        Option(
            "perspective",
            Text("Perspective", "Perspective"),
            Text(
                "Whose groups fill the row of its own: nobody’s, all councils’, or one body’s.",
                "Qui remplit la rangée propre à l’organisation : personne, tous les conseils ou "
                "un organe.",
            ),
            choices=choices(
                [
                    (GENERIC, "Generic model", "Modèle général"),
                    (COUNCILS, "The councils’ perspective", "Perspective des conseils"),
                ]
            ),
            default=GENERIC,
            element=Trait.BODY,
        ),
    ),
)
