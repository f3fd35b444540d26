"""The legend of the map: only signs that are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from cadre.core.attributes import Choice
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.frame import sheet
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.badges import Badges
from cadre.viewpoints.framework_map.detail import Detail
from cadre.viewpoints.framework_map.findings import Verdicts
from cadre.viewpoints.framework_map.model import MOST_GONE, Macro
from cadre.viewpoints.framework_map.view import View, view_of
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.roles import role_choices, short_role
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
from cadre.viewpoints.signs import mark, nothing, pill
from cadre.viewpoints.texts import Face, centred
from cadre.viewpoints.viewpoint import Request


def macro_legend(
    framework: Framework, model: Macro, judged: Verdicts, request: Request
) -> tuple[LegendEntry, ...]:
    """Marks of councils, bands, lines and verdicts, as far as the far view uses them."""
    u = sheet(request.paper).small / 9
    fill = request.words.fill
    view = view_of(framework, request.words, request.measure, u, model)
    legend = Legend()

    def add(sign: str, text: Text, sample: tuple[AnyItem, ...], width: float, **slots: int) -> None:
        mention(sign, fill(text, **slots), sample, width)

    def mention(sign: str, text: str, sample: tuple[AnyItem, ...], width: float) -> None:
        legend.mention(LegendEntry(sign, text, sample, width * u, 11 * u))

    workers = [worker for area in model.areas for worker in area.workers]
    for block in model.councils:
        key = block.key
        if block.groups or key:
            text = fill(wordings.UNSURE if view.unsure(key) else wordings.SAID, said=view.name(key))
            mention(f"council-{key}", text, (mark(view.mark(key), 0, 5.5 * u, 8 * u),), 8)
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
        hollow = (mark("square-open", 0, 5.5 * u, 8 * u),)
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
    return bool(
        (model.priorities and judged.cut_off)
        or model.idle
        or any(body.loose for body in model.outside)
    )


def _bar(width: float, height: float, paint: Paint) -> Region:
    return Region(rect=Rect(0, 0, width, height), fill=paint)


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


def micro_legend(
    view: View, model: Detail, body: float, step: Step | None = None
) -> tuple[LegendEntry, ...]:
    """Badges, lines, markers, roles and ties, as far as the near view uses them.

    Samples have the hue of a step of the axis: of the one given, else of one in its middle.
    """
    framework, words, measure = view.framework, view.words, view.measure
    b = body
    legend = Legend()
    badges = Badges(view, model.members, b)

    def add(sign: str, text: str, sample: Iterable[AnyItem], width: float) -> None:
        legend.mention(LegendEntry(sign, text, tuple(sample), width, 1.4 * b))

    for key, members in model.blocks:
        if members:
            sample = badges.badge(members[0], Point(badges.wide / 2, 0.7 * b))
            text = (
                view.text(wordings.LEGEND_BADGE, name=view.block_name(key))
                if key
                else view.text(wordings.LEGEND_NO_COUNCIL)
            )
            add(f"badge-{key}", text, sample, badges.wide)
    today = [entry for at in model.fields for entry in at.today]
    proposed = [entry for at in model.fields for entry in at.proposed]
    steps = axis(framework)
    hue = step or (steps[min(2, len(steps) - 1)] if steps else None)
    cells = [entry for entry in today if entry.group]
    if hue is not None:
        if any(entry.certain for entry in cells):
            line = _line(3 * b, 0.7 * b, hue.fill, 0.19 * b)
            add("line", view.text(wordings.LEGEND_LINE), (line,), 3 * b)
        if any(not entry.certain for entry in cells):
            line = _line(3 * b, 0.7 * b, hue.fill, 0.19 * b, "dashed")
            add("line-unsure", view.text(wordings.LEGEND_LINE_UNSURE), (line,), 3 * b)
        works = [entry for entry in (*today, *proposed) if entry.keys and not entry.unknown]
        if any(not entry.certain for entry in works):
            line = _line(3 * b, 1.0 * b, INK_3, 0.065 * b, "dashed")
            add("text-unsure", view.text(wordings.LEGEND_TEXT_UNSURE), (line,), 3 * b)
        if any(entry.unknown for entry in today):
            spot = Rect(0, 0.02 * b, 1.5 * b, 1.36 * b)
            box = Region(
                rect=spot, fill=GROUND, stroke=INK_2, weight=0.09 * b, dash="dashed", radius=2
            )
            sign = centred("?", Face(b, True, INK_2), spot, measure, anchor="middle")
            add("unknown", view.text(wordings.LEGEND_UNKNOWN), (box, sign), 1.5 * b)
        side = Rect(0, 0.4 * b, 0.62 * b, 0.62 * b)
        if any(entry.under_way and entry.keys for entry in today):
            filled = Region(rect=side, fill=hue.ink, stroke=hue.ink, weight=0.1 * b)
            add("under-way", view.text(wordings.LEGEND_UNDER_WAY), (filled,), 0.7 * b)
        if proposed:
            open_ = Region(rect=side, fill=GROUND, stroke=hue.ink, weight=0.1 * b)
            add("proposed", view.text(wordings.LEGEND_PROPOSED_WORK), (open_,), 0.7 * b)
        if any(framework.has(key, Trait.OUTPUT) for it in (*today, *proposed) for key in it.keys):
            page = Glyph(x=0, y=0.15 * b, size=1.05 * b, glyph="page", paint=hue.ink)
            add("output", view.text(wordings.LEGEND_OUTPUT), (page,), 1.05 * b)
    if any(not step.certain for _, column in model.results for step in column):
        spot = Rect(0, 0.1 * b, 2.6 * b, 1.2 * b)
        box = Region(rect=spot, stroke=INK_2, weight=0.12 * b, dash="dashed", radius=0.6 * b)
        add("result-unsure", view.text(wordings.LEGEND_RESULT_UNSURE), (box,), 2.6 * b)
    if model.serving:
        line = _line(3 * b, 0.7 * b, INK_3, 0.13 * b, end="arrow")
        add("serves", view.text(wordings.LEGEND_SERVES), (line,), 3 * b)
    if any(body_.ties for body_ in model.far.outside):
        house = Glyph(x=0, y=0.15 * b, size=1.1 * b, glyph="house", paint=INK_2)
        add("tie", view.text(wordings.LEGEND_TIE), (house,), 1.1 * b)
    loose = [step for _, column in model.results for step in column if not step.links]
    if loose or model.far.idle:
        line = _line(1.2 * b, 0.7 * b, INK_3, 0.12 * b, end="open")
        add("stub", view.text(wordings.LEGEND_NO_LINK), (line,), 2.0 * b)
    for choice in _roles_used(framework, model):
        size = max(9.0, 0.72 * b)
        code = short_role(choice)
        wide = measure.width(code, size, True) + 0.9 * b
        sample = list(pill(code, Rect(0, 0.7 * b - 0.68 * size, wide, 1.36 * size), measure, size))
        label = words.of(choice.label).partition(" (")[0]
        add(f"role-{choice.key}", label[:1].lower() + label[1:], sample, wide)
    return legend.entries()


def _roles_used(framework: Framework, model: Detail) -> list[Choice]:
    entries = [entry for at in model.fields for entry in (*at.today, *at.proposed)]
    used = {entry.role for entry in entries}
    used |= {member.role for member in model.members.values() if not member.gone}
    choices = role_choices(framework)
    return [choice for key, choice in choices.items() if key in used]
