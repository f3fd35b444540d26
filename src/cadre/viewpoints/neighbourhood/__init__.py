"""The neighbourhood of an element: all that is linked to it, by what the links say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.attributes import choices
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.frame import Frame, furniture, knowledge, sheet
from cadre.viewpoints.neighbourhood import narrow, texts, wide
from cadre.viewpoints.neighbourhood.model import around
from cadre.viewpoints.neighbourhood.rows import table_of
from cadre.viewpoints.neighbourhood.signs import legend_of
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Option, Request, Viewpoint

ID: Final = "neighbourhood"


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words, measure = request.words, request.measure
    there = around(framework, request.options["of"], int(request.options["rings"]))
    paper = sheet(request.paper)
    form = narrow if paper.narrow else wide
    title = texts.title_of(there, words)
    links = [link for block in there.blocks for link in block.links] if there else []
    stored = [framework.link(*link) for link in links]
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=texts.lead_of(there, words, narrow=paper.narrow),
        furniture=furniture(
            framework,
            request,
            uses=knowledge(framework, (end for link in links for end in link[1:]), links),
            provenances=sorted({one.provenance for one in stored if one}),
        ),
        legend=legend_of(there, words, paper) if there else (),
        content=form.width_of(there, paper, words, measure) if there else 0.0,
        label=texts.LABEL,
    )
    summary = texts.summary_of(there, title, words)
    if there is None:
        return (frame.scene((), bottom=frame.top, summary=summary),)
    items, bottom, subjects = form.draw(there, frame)
    return (frame.scene(items, bottom=bottom, summary=summary, subjects=subjects),)


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    del as_of  # a link is shown whatever its date
    return table_of(around(framework, options["of"], int(options["rings"])))


NEIGHBOURHOOD: Final = Viewpoint(
    id=ID,
    label=texts.LABEL,
    help=Text(
        "An element with all that is linked to it, both ways, gathered by what the links say.",
        "Un élément avec tout ce qui y est lié, dans les deux sens, selon ce que disent les liens.",
    ),
    drawing=_draw,
    tabling=_tabulate,
    options=(
        Option(
            "of",
            Text("Element", "Élément"),
            Text(
                "The element in the middle; without one, the one with most links.",
                "L’élément au centre; sans choix, celui qui a le plus de liens.",
            ),
            any_element=True,
        ),
        Option(
            "rings",
            Text("Rings", "Cercles"),
            Text(
                "Whether what lies one link further is told too.",
                "Si ce qui se trouve un lien plus loin est dit aussi.",
            ),
            choices=choices([("1", "One ring", "Un cercle"), ("2", "Two rings", "Deux cercles")]),
            default="1",
        ),
    ),
)
