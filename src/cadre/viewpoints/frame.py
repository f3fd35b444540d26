"""The page around a drawing: paper, type sizes, title, state, legend and source.

A page is never smaller than its paper, and grows when the drawing needs more room: type is never
made smaller to fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cadre.core.dates import PartialDate
from cadre.core.graph import Framework
from cadre.core.keys import LinkId, slug_of
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.legend import lay_legend
from cadre.viewpoints.measure import Measure, longest_word, one_line
from cadre.viewpoints.scene import (
    GROUND,
    INK,
    INK_2,
    INK_3,
    RULE,
    SMALLEST,
    AnyItem,
    Furniture,
    LegendEntry,
    Rect,
    Region,
    Scene,
    Track,
    Wire,
    opened,
)
from cadre.viewpoints.texts import Face, centred, height_for, height_of, paragraph
from cadre.viewpoints.viewpoint import PAPERS, Request

_STATE: Final = Text("State: {name}", "État : {name}")
_STATE_DATED: Final = Text("State: {name} ({date})", "État : {name} ({date})")
_SOURCE: Final = Text("Source: {documents}.", "Source : {documents}.")
_SOURCES: Final = Text("Sources: {documents}.", "Sources : {documents}.")
_ASIDE: Final = 0.34
"""The share of the width that what stands right of the title takes at most."""
_ASSESSED: Final = Text("as assessed in {date}", "selon l’évaluation faite en {date}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper with the type sizes and margins that suit it, in points."""

    paper: str
    width: float
    height: float
    margin: float
    title: float
    lead: float
    name: float
    body: float
    small: float

    @property
    def narrow(self) -> bool:
        """Whether this is the form for a phone, where all stands in one column."""
        return self.paper == "phone"

    @property
    def scale(self) -> float:
        """How much larger than on tabloid things are drawn."""
        return max(1.0, self.body / 10)


_SIZES: Final[dict[str, tuple[float, float, float, float, float, float]]] = {
    #         margin title lead name body small
    "a0": (84.0, 58.0, 28.0, 24.0, 20.0, 18.0),
    "a1": (60.0, 40.0, 20.0, 17.0, 14.0, 13.0),
    "a2": (48.0, 30.0, 15.0, 13.0, 11.0, 10.0),
    "a3": (36.0, 22.0, 12.0, 11.0, 10.0, 9.0),
    "tabloid": (36.0, 22.0, 12.0, 11.0, 10.0, 9.0),
    "letter": (30.0, 18.0, 11.0, 10.0, 9.5, 9.0),
    "phone": (16.0, 19.0, 12.0, 12.0, 12.0, 11.0),
}


def sheet(paper: str) -> Sheet:
    """The sheet of a paper. KeyError when there is none."""
    width, height = PAPERS[paper]
    margin, title, lead, name, body, small = _SIZES[paper]
    return Sheet(paper, width, height, margin, title, lead, name, body, max(small, SMALLEST))


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the drawing, laid out before it: the drawing starts at `top`."""

    viewpoint: str
    request: Request
    sheet: Sheet
    width: float
    title: str
    lead: str
    furniture: Furniture
    head: tuple[AnyItem, ...]
    top: float
    legend: tuple[LegendEntry, ...]
    below: float
    """The height that legend and source will take under the drawing."""
    folio: str = ""
    """Which page of how many this is, where there are several."""

    @classmethod
    def of(
        cls,
        viewpoint: str,
        request: Request,
        *,
        title: str,
        lead: str,
        furniture: Furniture,
        legend: Sequence[LegendEntry] = (),
        content: float = 0.0,
        label: Text = Text(),
        folio: str = "",
    ) -> Frame:
        """A frame at least as wide as its paper and as `content` points with margins."""
        paper = sheet(request.paper)
        least = longest_word((title,), paper.title, request.measure, bold=True)
        width = round(max(paper.width, max(content, least) + 2 * paper.margin), 2)
        kicker = " · ".join(filter(None, (furniture.framework, request.words.of(label))))
        head, top = _head(paper, width, (kicker, title, lead), furniture, request)
        empty = Rect(paper.margin, 0, width - 2 * paper.margin, 0)
        _, legend_height = lay_legend(legend, empty, request.measure, size=paper.small)
        _, foot_height = _foot(paper, empty, furniture, request, folio)
        gaps = _gap(paper) * (2 if legend else 1)
        return cls(
            viewpoint=viewpoint,
            request=request,
            sheet=paper,
            width=width,
            title=title,
            lead=lead,
            furniture=furniture,
            head=head,
            top=top,
            legend=tuple(legend),
            below=legend_height + foot_height + gaps + paper.margin,
            folio=folio,
        )

    @property
    def left(self) -> float:
        """Where the drawing starts."""
        return self.sheet.margin

    @property
    def right(self) -> float:
        """Where the drawing may reach."""
        return self.width - self.sheet.margin

    @property
    def spare(self) -> float:
        """The height that the paper leaves to the drawing; it may take more."""
        return max(0.0, self.sheet.height - self.top - self.below)

    def scene(
        self,
        items: Iterable[AnyItem],
        *,
        bottom: float,
        summary: str,
        subjects: Sequence[str] = (),
    ) -> Scene:
        """The page, with the drawing ending at `bottom` and the rest under it."""
        paper, measure = self.sheet, self.request.measure
        height = round(max(bottom + self.below, 0 if paper.narrow else paper.height), 2)
        room = Rect(self.left, bottom, self.right - self.left, 0)
        if self.legend:
            room = room._replace(y=bottom + _gap(paper))
        legend, legend_height = lay_legend(self.legend, room, measure, size=paper.small)
        _, foot_height = _foot(paper, room, self.furniture, self.request, self.folio)
        foot_room = room._replace(y=height - paper.margin - foot_height)
        foot, _ = _foot(paper, foot_room, self.furniture, self.request, self.folio)
        drawing = tuple(items)
        reached = [self.left, self.right, *_corners(drawing)]
        left, right = min(reached) - 4, max(reached) + 4
        body = Rect(left, self.top - 4, right - left, room.y + legend_height + 8 - self.top)
        return Scene(
            viewpoint=self.viewpoint,
            width=self.width,
            height=height,
            paper=paper.paper,
            language=self.request.words.language,
            title=self.title,
            lead=self.lead,
            summary=summary,
            body=body,
            head=self.head,
            items=(*drawing, *legend),
            foot=foot,
            legend=self.legend,
            furniture=self.furniture,
            subjects=tuple(subjects),
        )


def _corners(items: Iterable[AnyItem]) -> Iterator[float]:
    """Where lines turn, across the page: some go round the drawing, in the margin."""
    for item in opened(items):
        if isinstance(item, Wire) and isinstance(item.route, Track):
            yield from (point.x for point in item.route.points)


def furniture(
    framework: Framework,
    request: Request,
    *,
    uses: Iterable[str] = (),
    provenances: Iterable[str] = (),
    note: str = "",
) -> Furniture:
    """The words that must stand on the picture.

    `uses` are the traits and link roles whose knowledge is drawn: where one was assessed before
    the date of the state, the picture says so. `provenances` name the documents behind it.
    """
    words, stage = request.words, request.stage
    state = stage.state
    source = _sources(framework, request, provenances)
    maturity = state.maturity or framework.settings.text("maturity")
    return Furniture(
        framework=words.of(stage.name),
        state=words.of(state.name),
        date=words.date(state.date) if state.date else "",
        maturity=words.of(maturity),
        source=" ".join(part for part in (source, note) if part),
        remark=_remark(framework, request, uses),
    )


def knowledge(
    framework: Framework, keys: Iterable[str] = (), links: Iterable[LinkId] = ()
) -> set[str]:
    """The traits and link roles of what is drawn, as `furniture` wants them."""
    traits = {trait.value for key in keys for trait in framework.traits(key)}
    return traits | {framework.role_of(link).value for link in links}


def _remark(framework: Framework, request: Request, uses: Iterable[str]) -> str:
    """The oldest date on which what is drawn was assessed, if that is before the state's."""
    dates = [date for date in map(framework.settings.assessed, uses) if date is not None]
    if not dates:
        return ""
    oldest = min(dates, key=lambda date: date.latest)
    month = PartialDate(oldest.year, oldest.month)
    return request.words.fill(_ASSESSED, date=month) if _older(oldest, request) else ""


def _older(date: PartialDate, request: Request) -> bool:
    state = request.stage.state.date
    return state is None or date.latest < state.earliest


def _sources(framework: Framework, request: Request, provenances: Iterable[str]) -> str:
    """The documents named before the colon of each part of a provenance."""
    slugs = {
        part.partition(":")[0].strip()
        for provenance in provenances
        for part in provenance.split(";")
        if part.strip()
    }
    names = [
        request.words.of(framework[key].short_name)
        for key in framework.keys(Trait.REFERENCE)
        if slug_of(key) in slugs
    ]
    if not names:
        return ""
    template = _SOURCE if len(names) == 1 else _SOURCES
    return request.words.fill(template, documents="; ".join(names))


def _gap(paper: Sheet) -> float:
    return 14.0 * paper.scale


def _head(
    paper: Sheet,
    width: float,
    texts: tuple[str, str, str],
    words: Furniture,
    request: Request,
) -> tuple[tuple[AnyItem, ...], float]:
    above, title, lead = texts
    measure = request.measure
    margin = paper.margin
    room = width - 2 * margin
    state = _state_line(words, request)
    small = Face(paper.small, False, INK_3)
    pill_face = Face(paper.small, True, INK_2)
    pill = _pill(words.maturity, pill_face, room if paper.narrow else room * _ASIDE, measure)
    pill_width = pill.width if pill else 0.0
    aside = max(
        pill_width,
        *(measure.width(line, small.size) for line in (state, words.remark)),
        0.0,
    )
    aside = 0.0 if paper.narrow else min(aside, room * _ASIDE)
    text_room = room - (aside + 2 * _gap(paper) if aside else 0.0)
    items: list[AnyItem] = []
    y = margin - paper.small * 0.3
    kicker = paragraph(
        above, Face(paper.small, True, INK_3), Rect(margin, y, text_room, 0), measure
    )
    items.append(kicker)
    y += height_of(kicker) + paper.title * 0.12
    face = Face(paper.title, True, INK, leading=1.2)
    heading = paragraph(title, face, Rect(margin, y, text_room, 0), measure)
    items.append(heading)
    y += height_of(heading) + paper.title * 0.2
    if lead:
        sub = paragraph(
            lead,
            Face(paper.lead, False, INK_2, leading=1.35),
            Rect(margin, y, min(text_room, paper.lead * 75), 0),
            measure,
        )
        items.append(sub)
        y += height_of(sub)
    beside = margin - paper.small * 0.3
    if paper.narrow:
        beside = y + paper.small * 0.7
    anchor_room = Rect(margin, beside, room, 0)
    right = not paper.narrow
    if pill:
        x = width - margin - pill_width if right else margin
        rect = pill._replace(x=x, y=beside)
        edge = 0.95 * paper.small
        items.append(
            Region(rect=rect, stroke=INK_2, weight=0.09 * paper.small, radius=edge, dash="dashed")
        )
        inner = rect._replace(x=x + edge / 2, width=pill_width - edge)
        text = one_line(words.maturity)
        items.append(centred(text, pill_face, inner, measure, anchor="middle"))
        beside += rect.height + paper.small * 0.5
    for line in (state, words.remark):
        if line:
            spot = anchor_room._replace(y=beside)
            if right:
                spot = Rect(width - margin - aside, beside, aside, 0)
            label = paragraph(line, small, spot, measure, anchor="end" if right else "start")
            items.append(label)
            beside += height_of(label)
    return tuple(items), max(y, beside) + _gap(paper) * 1.15


def _pill(maturity: str, face: Face, most: float, measure: Measure) -> Rect | None:
    """The size of the pill of a maturity label: one line, or more where it is wider than `most`."""
    text = one_line(maturity)
    if not text:
        return None
    wide = measure.width(text, face.size, True) + 1.6 * face.size
    if wide <= most:
        return Rect(0, 0, wide, 1.9 * face.size)
    high = height_for(text, face, most - 0.95 * face.size, measure)
    return Rect(0, 0, most, high + 0.65 * face.size)


def _state_line(words: Furniture, request: Request) -> str:
    fill = request.words.fill
    state = request.stage.state
    month = PartialDate(state.date.year, state.date.month) if state.date else None
    said = month is not None and request.words.date(month).casefold() in words.state.casefold()
    if words.date and not said:
        return fill(_STATE_DATED, name=words.state, date=words.date)
    return fill(_STATE, name=words.state)


def _foot(
    paper: Sheet, room: Rect, words: Furniture, request: Request, folio: str
) -> tuple[tuple[AnyItem, ...], float]:
    """A rule, the sources under it, and the number of the page on the right."""
    if not words.source and not folio:
        return (), 0.0
    aside = 9 * paper.small if folio else 0.0
    face = Face(paper.small, False, INK_3, GROUND)
    y = room.y + paper.small * 0.7
    items: list[AnyItem] = [Region(rect=Rect(room.x, room.y, room.width, 0.75), fill=RULE)]
    high = face.step
    if words.source:
        spot = Rect(room.x, y, room.width - aside, 0)
        text = paragraph(words.source, face, spot, request.measure)
        items.append(text)
        high = height_of(text)
    if folio:
        face = Face(paper.small, True, INK_2, GROUND)
        spot = Rect(room.right - aside, y, aside, 0)
        items.append(paragraph(folio, face, spot, request.measure, anchor="end"))
    return tuple(items), paper.small * 0.7 + high
