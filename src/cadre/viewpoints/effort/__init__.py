"""Effort and reach: seats, leads, areas and deliverables of each government and council."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.viewpoints.board import Block, Column, Line, Said, draw, least_width
from cadre.viewpoints.effort import finding
from cadre.viewpoints.effort.model import Bearer, Effort, effort_of
from cadre.viewpoints.effort.rows import (
    AREAS,
    COUNCILS,
    GOVERNMENTS,
    GROUPS,
    LEADS,
    NONE_RECORDED,
    OUTPUTS,
    RESOURCES,
    SEATS,
    resource,
    table_of,
)
from cadre.viewpoints.frame import Frame, furniture, knowledge, sheet
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Request, Viewpoint

ID: Final = "effort"
_LABEL: Final = Text("Effort and reach", "Effort et portée")


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words = request.words
    effort = effort_of(framework)
    title = finding.title_of(effort, words)
    blocks = _blocks(effort)
    keys = [one.key for one in effort.bearers]
    told = [*keys, *effort.names]
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=finding.lead_of(effort, words),
        furniture=furniture(
            framework,
            request,
            uses={*knowledge(framework, told), LinkRole.COVERS.value},
            provenances=sorted({framework[key].provenance for key in told} - {""}),
        ),
        content=least_width(blocks, sheet(request.paper), words, request.measure),
        label=_LABEL,
    )
    items, bottom = draw(blocks, frame)
    summary = finding.summary_of(effort, title, words)
    return (frame.scene(items, bottom=bottom, summary=summary, subjects=keys),)


def _blocks(effort: Effort) -> list[Block]:
    found = [
        (GOVERNMENTS, SEATS, effort.governments, [one.seats for one in effort.governments]),
        (COUNCILS, GROUPS, effort.councils, [one.groups for one in effort.councils]),
    ]
    return [
        Block(
            Text(f"{heading.en} ({len(bearers)})", f"{heading.fr} ({len(bearers)})"),
            _columns(first),
            tuple(
                _line(effort, one, own, bearers, held)
                for one, own in zip(bearers, held, strict=True)
            ),
        )
        for heading, first, bearers, held in found
        if bearers
    ]


def _columns(first: Text) -> tuple[Column, ...]:
    return (
        Column(Text(), 1.7),
        Column(first, 1.0),
        Column(LEADS, 1.6),
        Column(AREAS, 1.6),
        Column(OUTPUTS, 1.0),
        Column(RESOURCES, 1.0),
    )


def _line(
    effort: Effort,
    one: Bearer,
    own: tuple[str, ...],
    bearers: Sequence[Bearer],
    held: Sequence[tuple[str, ...]],
) -> Line:
    cells = (
        (Said(one.name, "strong"),),
        (_counted(own, max(map(len, held))),),
        (_counted(one.leads, max(len(it.leads) for it in bearers)), *_named(effort, one.leads)),
        (_counted(one.areas, max(len(it.areas) for it in bearers)),),
        (_counted(one.outputs, max(len(it.outputs) for it in bearers)),),
        tuple(Said(resource(*told)) for told in one.resources) or (Said(NONE_RECORDED, "quiet"),),
    )
    return Line(cells, key=one.key)


def _counted(keys: tuple[str, ...], most: int) -> Said:
    number = Text(str(len(keys)), str(len(keys)))
    return Said(number, "plain" if keys else "quiet", bar=len(keys) / max(most, 1), shows=keys)


def _named(effort: Effort, keys: tuple[str, ...]) -> tuple[Said, ...]:
    return tuple(Said(effort.names[key], "quiet", key=key) for key in keys)


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    del options, as_of
    return table_of(framework)


EFFORT: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "What each government and council carries: seats, leads, focus areas reached and "
        "deliverables; people and money where they are recorded.",
        "Ce que porte chaque administration et chaque conseil : sièges, directions, domaines "
        "touchés et livrables; personnes et fonds s’ils sont consignés.",
    ),
    drawing=_draw,
    tabling=_tabulate,
)
