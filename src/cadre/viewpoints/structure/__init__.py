"""The structure: layers, councils, subcommittees, groups and teams, and what is outside."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.frame import Frame, furniture, knowledge, sheet
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.roles import role_choices, role_codes, role_name
from cadre.viewpoints.scene import (
    INK,
    INK_3,
    AnyItem,
    Box,
    Glyph,
    LegendEntry,
    Outline,
    Rect,
    Scene,
)
from cadre.viewpoints.signs import UNSURE_LABEL, pill
from cadre.viewpoints.structure import drawing, finding
from cadre.viewpoints.structure.model import EXTERNAL, NEW, Structure, structure_of
from cadre.viewpoints.structure.rows import STANDING, table_of
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Option, Request, Viewpoint

ID: Final = "structure"
_LABEL: Final = Text("Structure", "Structure")
_ENDED: Final = Text("ended", "a pris fin")
_OPEN: Final = Text("open place", "place ouverte")


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words, measure = request.words, request.measure
    paper = sheet(request.paper)
    structure = structure_of(framework, request.options["phase"], request.stage.as_of)
    keys = [body.key for body in structure.bodies]
    title = finding.title_of(structure, words)
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=finding.lead_of(structure, words),
        furniture=furniture(
            framework,
            request,
            uses=knowledge(framework, keys),
            provenances=sorted({framework[key].provenance for key in keys} - {""}),
        ),
        legend=_legend(framework, structure, request, paper.small),
        content=drawing.least_width(structure, paper, words, measure),
        label=_LABEL,
    )
    items, bottom = drawing.draw(framework, structure, frame)
    summary = finding.summary_of(structure, title, words)
    return (frame.scene(items, bottom=bottom, summary=summary, subjects=keys),)


def _legend(
    framework: Framework, structure: Structure, request: Request, size: float
) -> tuple[LegendEntry, ...]:
    legend, words, measure = Legend(), request.words, request.measure
    wide, high = 2.4 * size, 1.3 * size
    bodies = structure.bodies

    def box(sign: str, text: Text, outline: Outline, *, dashed: bool = False) -> None:
        sample: AnyItem = Box(
            rect=Rect(0.5, 0.5, wide - 1, high - 1), shape="body", outline=outline, dashed=dashed
        )
        legend.mention(LegendEntry(sign, words.of(text), (sample,), wide, high))

    def glyph(sign: str, text: Text) -> None:
        paint = INK_3 if sign == drawing.HOUSE else INK
        sample = Glyph(x=0, y=0.15 * size, size=size, glyph=sign, paint=paint)
        legend.mention(LegendEntry(sign, words.of(text), (sample,), size, high))

    drawn = {drawing.outline_of(body) for body in bodies}
    told: tuple[tuple[Outline, Text], ...] = (
        ("plain", STANDING["existing"]),
        ("double", STANDING[NEW]),
        ("struck", _ENDED),
    )
    for outline, text in told:
        if outline in drawn:
            box(outline, text, outline)
    if any(body.standing == EXTERNAL for body in bodies):
        glyph(drawing.HOUSE, STANDING[EXTERNAL])
    if any(body.is_open for body in bodies):
        glyph(drawing.OPEN, _OPEN)
    if any(not body.is_sure for body in bodies):
        box("unsure", UNSURE_LABEL, "plain", dashed=True)
    codes, choices = role_codes(framework), role_choices(framework)
    for key in dict.fromkeys(body.role for body in bodies if body.role in codes):
        rect = Rect(0, 0, measure.width(codes[key], size, True) + size, 1.4 * size)
        badge = pill(codes[key], rect, measure, size)
        called = words.of(role_name(choices[key]))
        legend.mention(LegendEntry(f"role-{key}", called, badge, rect.width, rect.height))
    return legend.entries()


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    return table_of(framework, structure_of(framework, options["phase"], as_of))


STRUCTURE: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "Layers, councils, subcommittees, groups and teams, with role, phase, and what is new, "
        "external or still open.",
        "Les couches, conseils, sous-comités, groupes et équipes, avec leur rôle, leur phase et "
        "ce qui est nouveau, externe ou encore ouvert.",
    ),
    drawing=_draw,
    tabling=_tabulate,
    options=(
        Option(
            "phase",
            Text("Phase", "Phase"),
            Text(
                "Only what starts in this phase or period, or has none.",
                "Seulement ce qui commence dans cette phase ou période, ou n’en a pas.",
            ),
            element=Trait.TIME,
        ),
    ),
)
