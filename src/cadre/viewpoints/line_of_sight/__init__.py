"""Lines of sight: how each group leads to the vision, hop by hop, or where its line breaks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.keys import LinkId
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.frame import Frame, furniture, knowledge, sheet
from cadre.viewpoints.line_of_sight import narrow, path, texts, wide
from cadre.viewpoints.line_of_sight.model import Sights, drawn_of, sights_of
from cadre.viewpoints.line_of_sight.rows import table_of
from cadre.viewpoints.line_of_sight.signs import legend_of
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Option, Request, Viewpoint

ID: Final = "line-of-sight"


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words, measure = request.words, request.measure
    every = sights_of(framework, request.options["of"], request.stage.as_of)
    sights = drawn_of(every)
    paper = sheet(request.paper)
    title = texts.title_of(every, words)
    lead = texts.lead_of(every, words)
    if sights is not every:
        counts = {"n": sights.groups, "total": every.groups}
        lead = f"{words.fill(texts.LEAD_SOME, **counts)} {lead}"
    form = narrow if paper.narrow else path if sights.of else wide
    note = words.fill(texts.LEFT_OUT, n=sights.left_out) if sights.left_out else ""
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=lead,
        furniture=furniture(
            framework,
            request,
            uses=knowledge(framework, links=_links(sights)),
            provenances=_provenances(sights),
            note=note,
        ),
        legend=legend_of(sights, words, paper),
        content=form.width_of(sights, paper, words, measure),
        label=texts.LABEL,
    )
    items, bottom, subjects = form.draw(sights, frame)
    summary = texts.summary_of(every, title, words)
    return (frame.scene(items, bottom=bottom, summary=summary, subjects=subjects),)


def _provenances(sights: Sights) -> list[str]:
    stored = (sights.framework.link(*link) for link in _links(sights))
    return sorted({link.provenance if link else "" for link in stored})


def _links(sights: Sights) -> list[LinkId]:
    return [link for line in sights.lines for hop in line.hops for link in hop.links]


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    return table_of(sights_of(framework, options["of"], as_of))


LINE_OF_SIGHT: Final = Viewpoint(
    id=ID,
    label=texts.LABEL,
    help=Text(
        "How each group leads to the vision, hop by hop, stated or derived; or where its line "
        "breaks, and how to mend it.",
        "Comment chaque groupe mène à la vision, pas à pas, selon les sources ou par déduction; "
        "ou là où sa ligne se rompt, et comment la rétablir.",
    ),
    drawing=_draw,
    tabling=_tabulate,
    options=(
        Option(
            "of",
            Text("Group", "Groupe"),
            Text("One group, or all of them.", "Un groupe, ou tous."),
            element=Trait.WORKS,
        ),
    ),
)
