"""The legend of the map: only signs that are drawn."""

from __future__ import annotations

from typing import Protocol

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.axis import axis
from cadre.viewpoints.frame import sheet
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.findings import Verdicts
from cadre.viewpoints.framework_map.model import MOST_GONE, Macro
from cadre.viewpoints.framework_map.selection import NO_COUNCIL
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.scene import (
    GROUND,
    INK,
    INK_2,
    INK_3,
    AnyItem,
    Dash,
    Glyph,
    LegendEntry,
    Paint,
    Point,
    Rect,
    Region,
    Track,
    Wire,
    WireEnd,
)
from cadre.viewpoints.signs import mark, nothing
from cadre.viewpoints.viewpoint import Request


def macro_legend(
    framework: Framework, model: Macro, judged: Verdicts, request: Request
) -> tuple[LegendEntry, ...]:
    """Marks of councils, bands, lines and verdicts, as far as the far view uses them."""
    u = sheet(request.paper).small / 9
    fill = request.words.fill
    legend = Legend()

    def add(sign: str, text: Text, sample: tuple[AnyItem, ...], width: float, **slots: int) -> None:
        legend.mention(LegendEntry(sign, fill(text, **slots), sample, width * u, 11 * u))

    workers = [worker for area in model.areas for worker in area.workers]
    for block in model.councils:
        key = block.key
        glyph = framework[key].word("mark") or "square" if key else "question"
        name = framework[key].short_name if key != NO_COUNCIL else wordings.NO_COUNCIL
        if block.groups or key:
            add(f"council-{key}", name, (mark(glyph, 0, 5.5 * u, 8 * u),), 8)
    if request.paper == "phone":
        _verdicts(add, judged)
        return legend.entries()
    steps = axis(framework)
    hue = steps[min(2, len(steps) - 1)] if steps else None
    if hue is not None and model.work:
        add("band", wordings.LEGEND_BAND, (_bar(26 * u, 11 * u, hue.band),), 26)
    if hue is not None:
        if any(len(weight.groups) > len(weight.possible) for weight in model.reach):
            add("reach", wordings.LEGEND_REACH, (_bar(26 * u, 5.5 * u, hue.band),), 26)
        if any(weight.possible for weight in model.reach):
            line = (_line(26 * u, 5.5 * u, hue.ink, 2 * u, "dotted"),)
            add("possible", wordings.LEGEND_POSSIBLE, line, 26)
        stated = [*model.reach, *model.ties]
        if any(weight.stated and weight.certain for weight in stated):
            add("stated", wordings.LEGEND_STATED, (_line(26 * u, 5.5 * u, hue.ink, 1.6 * u),), 26)
        if any(not weight.stated or not weight.certain for weight in model.ties):
            line = (_line(26 * u, 5.5 * u, hue.ink, 1.3 * u, "dashed"),)
            add("through", wordings.LEGEND_THROUGH, line, 26)
    if any(weight.source != weight.target for weight in model.oversight):
        line = (_line(24 * u, 5.5 * u, INK_2, 1.2 * u, end="arrow"),)
        add("oversees", wordings.LEGEND_OVERSIGHT, line, 26)
    if any(not worker.certain and not worker.gone for worker in workers):
        line = (_line(26 * u, 8 * u, INK_3, 0.8 * u, "dashed"),)
        add("uncertain", wordings.LEGEND_UNCERTAIN, line, 26)
    if any(worker.proposed and worker.council and not worker.gone for worker in workers):
        hollow = (mark("square", 0, 5.5 * u, 8 * u), _hole(8 * u, 5.5 * u))
        add("proposed", wordings.LEGEND_PROPOSED, hollow, 8)
    if 0 < len(model.gone) <= MOST_GONE:
        struck = Region(rect=Rect(0, 5.2 * u, 26 * u, 0.8 * u), fill=INK_3)
        add("ended", wordings.LEGEND_ENDED, (struck,), 26)
    if _stubs(model, judged):
        line = (_line(12 * u, 5.5 * u, INK_3, 1.0 * u, end="open"),)
        add("stub", wordings.LEGEND_STUB, line, 16)
    _verdicts(add, judged)
    return legend.entries()


class _Add(Protocol):
    def __call__(
        self, sign: str, text: Text, sample: tuple[AnyItem, ...], width: float, **slots: int
    ) -> None: ...


def _verdicts(add: _Add, judged: Verdicts) -> None:
    if judged.empty:
        hatch = nothing(Rect(0, 0, 26, 11), dashed=True)
        add("nothing", wordings.LEGEND_NOTHING, (hatch,), 26)
    if judged.doubles:
        add("doubles", wordings.LEGEND_DOUBLES, (), 0, n=judged.doubles_from)
    if judged.thin:
        add("thin", wordings.LEGEND_THIN, (), 0, n=judged.thin_to)


def _stubs(model: Macro, judged: Verdicts) -> bool:
    loose = {weight.target for weight in model.ties}
    tied = {weight.source for weight in model.ties}
    return bool(
        (model.priorities and any(key not in tied for key in judged.unreached))
        or model.idle
        or any(body.key not in loose and not body.oversight for body in model.outside)
    )


def _bar(width: float, height: float, paint: Paint) -> Region:
    return Region(rect=Rect(0, 0, width, height), fill=paint)


def _hole(size: float, middle: float) -> Glyph:
    return mark("square", size * 0.22, middle, size * 0.56, GROUND)


def _line(
    width: float,
    y: float,
    paint: Paint = INK,
    weight: float = 1.4,
    dash: Dash = "solid",
    end: WireEnd = "none",
) -> Wire:
    route = Track((Point(0, y), Point(width, y)), 0)
    return Wire(route=route, paint=paint, weight=weight, dash=dash, end=end)
