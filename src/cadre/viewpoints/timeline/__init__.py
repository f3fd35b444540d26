"""The timeline of meetings: when, where and how often, and what was put or decided at each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.phrases import dated
from cadre.core.text import Text
from cadre.viewpoints import board
from cadre.viewpoints.board import Block, Column, Line, Said
from cadre.viewpoints.frame import Frame, furniture, knowledge, sheet
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.scene import (
    ACCENT,
    INK,
    RULE,
    AnyItem,
    Glyph,
    LegendEntry,
    Rect,
    Region,
    Scene,
)
from cadre.viewpoints.signs import UNSURE_LABEL, unsure
from cadre.viewpoints.table import Table
from cadre.viewpoints.timeline import finding, line
from cadre.viewpoints.timeline.model import HELD, Calendar, Meeting, calendar_of
from cadre.viewpoints.timeline.rows import NO_DATE, WHEN, table_of
from cadre.viewpoints.viewpoint import Request, Viewpoint
from cadre.viewpoints.words import Words

ID: Final = "timeline"
_LABEL: Final = Text("Timeline of meetings", "Chronologie des réunions")
_MEETINGS: Final = Text("Meetings", "Réunions")
_COLUMNS: Final = (
    Column(Text("Date", "Date"), 1.0),
    Column(Text("Meeting", "Réunion"), 2.2),
    Column(Text("Form", "Forme"), 1.1),
    Column(Text("Put or decided there", "Soumis ou décidé"), 2.6),
)
_NOTHING: Final = Text("nothing recorded", "rien de consigné")
_GAP: Final = Text("{n} months after the last in person", "{n} mois après la dernière en personne")
_SPAN: Final = Text("known to the month", "connu au mois près")
_DAY: Final = Text("the day of this state", "le jour de cet état")
_OTHER: Final = Text("another form", "une autre forme")
_FORM_WHEN: Final = Text("{form}, {when}", "{form}, {when}")


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words = request.words
    calendar = calendar_of(framework, request.stage.as_of)
    paper = sheet(request.paper)
    title = finding.title_of(calendar, words)
    blocks = [Block(_MEETINGS, _COLUMNS, tuple(_line(calendar, one) for one in calendar.meetings))]
    blocks = blocks if calendar.meetings else []
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=finding.lead_of(calendar, words),
        furniture=furniture(
            framework,
            request,
            uses=knowledge(framework, [one.key for one in calendar.meetings]),
            provenances=sorted({one.provenance for one in calendar.meetings} - {""}),
        ),
        legend=_legend(calendar, words, paper.small, drawn=not paper.narrow),
        content=board.least_width(blocks, paper, words, request.measure),
        label=_LABEL,
    )
    items: list[AnyItem] = []
    top = frame.top
    if calendar.dated and not paper.narrow:
        items, top = line.draw(calendar, frame, top)
        top += 20 * paper.scale
    room = Rect(frame.left, top, frame.right - frame.left, 0)
    rows, bottom = board.stacked(blocks, frame, room)
    return (
        frame.scene(
            [*items, *rows],
            bottom=bottom,
            summary=finding.summary_of(calendar, title, words),
            subjects=[one.key for one in calendar.meetings],
        ),
    )


def _line(calendar: Calendar, one: Meeting) -> Line:
    months = {gap.after.key: gap.months for gap in calendar.gaps}.get(one.key)
    name = [Said(one.name, "strong")]
    if one.said:
        name.append(Said(one.said, "quiet"))
    if months is not None:
        n = str(months)
        name.append(Said(Text(_GAP.en.format(n=n), _GAP.fr.format(n=n)), "quiet"))
    day = Said(dated(one.date)) if one.date else Said(NO_DATE, "quiet")
    form = [Said(calendar.forms.get(one.form, _OTHER), glyph=line.sign_of(one))]
    form.append(Said(WHEN[one.when], "quiet"))
    decided = tuple(Said(calendar.names[key], glyph="dot", key=key) for key in one.decided)
    cells = ((day,), tuple(name), tuple(form), decided or (Said(_NOTHING, "quiet"),))
    return Line(cells, key=one.key, is_sure=one.is_sure)


def _legend(
    calendar: Calendar, words: Words, size: float, *, drawn: bool
) -> tuple[LegendEntry, ...]:
    legend = Legend()
    high = 1.3 * size

    def add(sign: str, text: str, sample: AnyItem) -> None:
        legend.mention(LegendEntry(sign, text, (sample,), size, high))

    def glyph(name: str) -> AnyItem:
        return Glyph(x=0, y=0.15 * size, size=size, glyph=name, paint=INK)

    for one in calendar.meetings:
        form = words.of(calendar.forms.get(one.form, _OTHER))
        text = form if one.when == HELD else words.fill(_FORM_WHEN, form=form, when=WHEN[one.when])
        add(line.sign_of(one), text, glyph(line.sign_of(one)))
    if drawn and any(one.date and one.date.day is None for one in calendar.dated):
        rect = Rect(0, 0.35 * size, size, 0.6 * size)
        add("span", words.of(_SPAN), Region(rect=rect, fill=RULE, radius=0.3 * size))
    if drawn and calendar.as_of and calendar.dated:
        sample = Glyph(x=0, y=0.15 * size, size=0.8 * size, glyph="up", paint=ACCENT)
        add("day", words.of(_DAY), sample)
    if any(not one.is_sure for one in calendar.meetings):
        add("unsure", words.of(UNSURE_LABEL), unsure(size / 2, 0, high))
    return legend.entries()


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    del options
    return table_of(framework, as_of)


TIMELINE: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "When and where the councils met or mean to meet, how far apart, and what was put or "
        "decided at each meeting.",
        "Quand et où les conseils se sont réunis ou comptent se réunir, à quel intervalle, et ce "
        "qui a été soumis ou décidé à chaque réunion.",
    ),
    drawing=_draw,
    tabling=_tabulate,
)
