"""A briefing as a presentation in 16:9: real tables, a native chart, drawings of native shapes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from cadre.core.text import Language
from cadre.render.measure import MEASURE
from cadre.render.slides.chart import add_chart
from cadre.render.slides.drawing import drawn, text_box
from cadre.render.slides.fit import scaled
from cadre.render.slides.markup import about
from cadre.render.slides.package import About, add, saved, template
from cadre.render.slides.package import Slide as Sheet
from cadre.render.slides.picture import TITLE, TITLE_ID, number_shape
from cadre.render.slides.table import heights, size_for, table
from cadre.viewpoints.briefing.model import Bars, Briefing, Card, Cards, Drawing, Grid, Slide
from cadre.viewpoints.measure import wrap
from cadre.viewpoints.scene import (
    INK,
    INK_2,
    INK_3,
    PALE,
    RULE,
    AnyItem,
    Label,
    Paint,
    Point,
    Rect,
    Region,
)

WIDTH, HEIGHT = 960.0, 540.0
_MARGIN: Final = 36.0
_ROOM: Final = WIDTH - 2 * _MARGIN
_FOOT: Final = 506.0
"""Where the foot starts: nothing else reaches below."""
_TITLE_SIZE, _LEAD_SIZE, _SMALL = 24.0, 13.0, 9.0
_BLOCK: Final = 2000
"""The numbers of shapes above this are for what a slide is about."""
_PAGES: Final = {"en": "{title} ({n} of {total})", "fr": "{title} ({n} de {total})"}


def deck_file(briefing: Briefing, *, dated: date | None = None) -> bytes:
    """The slides of a briefing as a file. The same briefing gives the same bytes."""
    book = template(WIDTH, HEIGHT)
    cover, *others = briefing.slides
    _ = add(book, _cover(cover, briefing), briefing.language)
    for slide in others:
        pages = list(_pages(slide, briefing.language))
        size = min(map(_size_of, pages))
        for page in pages:
            top, shapes = _frame(page, briefing)
            shapes += _block(page, top, briefing, size)
            made = add(book, Sheet(shapes, page.notes), briefing.language)
            if isinstance(page.block, Bars):
                add_chart(made, page.block, Rect(_MARGIN, top, _ROOM, _FOOT - 10 - top))
    told = About(cover.title, cover.lead, briefing.language, dated)
    return saved(book, told)


# --- what is on every slide -----------------------------------------------------------------------


def _frame(slide: Slide, briefing: Briefing) -> tuple[float, list[str]]:
    """Title, lead, foot; and how far down they reach."""
    language = briefing.language
    title = _lines(slide.title, _TITLE_SIZE, 58.0, bold=True, leading=1.15)
    y = title.y + title.step * (len(title.lines) - 1)
    items: list[AnyItem] = []
    if slide.section:
        items.append(_words(slide.section, _MARGIN, 30, 11, bold=True, paint=Paint("step-4")))
    if slide.lead:
        lead = _lines(slide.lead, _LEAD_SIZE, y + 24, paint=INK_2)
        items.append(lead)
        y = lead.y + lead.step * (len(lead.lines) - 1)
    items += _foot(briefing)
    return y + 20, [
        text_box(about(TITLE_ID, "Title"), title, language, TITLE),
        *drawn(items, language),
        number_shape(WIDTH, HEIGHT, _SMALL, language),
    ]


def _foot(briefing: Briefing) -> list[AnyItem]:
    words = briefing.furniture
    said = " · ".join(filter(None, (words.framework, words.state, words.maturity)))
    return [
        Region(rect=Rect(_MARGIN, _FOOT, _ROOM, 0.75), fill=RULE),
        _words(said, _MARGIN, _FOOT + 17, _SMALL, paint=INK_3),
    ]


def _words(
    text: str, x: float, y: float, size: float, *, bold: bool = False, paint: Paint = INK
) -> Label:
    return Label(x=x, y=y, lines=(text,), size=size, bold=bold, paint=paint)


def _lines(
    text: str,
    size: float,
    y: float,
    *,
    bold: bool = False,
    paint: Paint = INK,
    leading: float = 1.25,
) -> Label:
    broken = wrap(text, size, _ROOM, MEASURE, bold=bold)
    return Label(
        x=_MARGIN, y=y, lines=broken, size=size, bold=bold, paint=paint, leading=size * leading
    )


def _cover(slide: Slide, briefing: Briefing) -> Sheet:
    words, language = briefing.furniture, briefing.language
    broken = wrap(slide.title, 40, _ROOM - 60, MEASURE, bold=True)
    title = Label(x=_MARGIN + 24, y=210, lines=broken, size=40, bold=True, leading=48)
    y = title.y + title.step * (len(broken) - 1)
    date_ = words.date if words.date.casefold() not in words.state.casefold() else ""
    lines = [
        Label(x=title.x, y=y + 40, lines=(slide.lead,), size=18, paint=INK_2),
        Label(
            x=title.x,
            y=y + 90,
            lines=(" · ".join(filter(None, (words.state, date_))),),
            size=14,
            paint=INK,
            bold=True,
        ),
    ]
    if words.maturity:
        wide = MEASURE.width(words.maturity, 13, True) + 28
        pill = Rect(title.x, y + 108, wide, 26)
        lines.append(
            Label(
                x=pill.centre.x,
                y=pill.centre.y + 4.6,
                lines=(words.maturity,),
                size=13,
                bold=True,
                paint=INK_2,
                anchor="middle",
            )
        )
        pills = [Region(rect=pill, stroke=INK_2, weight=1.0, radius=13, dash="dashed")]
    else:
        pills = []
    bar = Region(rect=Rect(_MARGIN, 160, 6, 220), fill=Paint("step-4"))
    shapes = [
        text_box(about(TITLE_ID, "Title"), title, language, TITLE),
        *drawn([bar, *pills, *lines], language),
        number_shape(WIDTH, HEIGHT, _SMALL, language),
    ]
    return Sheet(shapes, slide.notes)


# --- what a slide is about ------------------------------------------------------------------------


def _block(slide: Slide, top: float, briefing: Briefing, size: float) -> list[str]:
    match slide.block:
        case Grid() as grid:
            rect = Rect(_MARGIN, top, _ROOM, 0)
            return [table(grid, rect, size, briefing.language, _BLOCK)]
        case Cards(cards):
            return _cards(cards, top, briefing.language)
        case Drawing() as drawing:
            by = min(1.0, _ROOM / drawing.width, (_FOOT - 8 - top) / drawing.height)
            to = Point(_MARGIN + (_ROOM - drawing.width * by) / 2, top)
            items = [scaled(item, by, to) for item in drawing.items]
            return drawn(items, briefing.language, first=_BLOCK)
        case _:
            return []


def _cards(cards: Sequence[Card], top: float, language: Language) -> list[str]:
    gap = 12.0
    wide = (_ROOM - gap * (len(cards) - 1)) / max(1, len(cards))
    items: list[AnyItem] = []
    for at, card in enumerate(cards):
        rect = Rect(_MARGIN + at * (wide + gap), top, wide, _FOOT - 14 - top)
        items.append(Region(rect=rect, fill=PALE))
        items.append(Region(rect=rect._replace(height=4), fill=Paint("step-4")))
        y = top + 30
        items.append(
            Label(x=rect.x + 12, y=y, lines=(card.heading.text,), size=16, bold=True, on=PALE)
        )
        y += 26
        for line in card.lines:
            broken = wrap(line.text, 12, wide - 24, MEASURE)
            items.append(
                Label(x=rect.x + 12, y=y, lines=broken, size=12, on=PALE, language=line.language)
            )
            y += 15 * len(broken) + 9
    return drawn(items, language, first=_BLOCK)


# --- a table that goes on -------------------------------------------------------------------------


def _pages(slide: Slide, language: Language) -> Iterator[Slide]:
    """The slide, or as many as its table needs."""
    if not isinstance(slide.block, Grid):
        yield slide
        return
    grid = slide.block
    room = _FOOT - 12 - _top_of(slide)
    head, *rows = heights(grid, _ROOM, _size_of(slide))
    pages: list[list[int]] = [[]]
    used = head
    for at, high in enumerate(rows):
        if pages[-1] and used + high > room:
            pages.append([])
            used = head
        pages[-1].append(at)
        used += high
    pages = _evened(pages, rows, room - head)
    for number, page in enumerate(pages, 1):
        title = slide.title
        if len(pages) > 1:
            title = _PAGES[language].format(title=title, n=number, total=len(pages))
        part = replace(grid, rows=tuple(grid.rows[at] for at in page))
        yield replace(slide, title=title, block=part)


def _size_of(slide: Slide) -> float:
    """The size in which the table of a slide has room."""
    grid = slide.block
    return size_for(grid, _ROOM, _FOOT - 12 - _top_of(slide)) if isinstance(grid, Grid) else 0.0


def _evened(pages: list[list[int]], rows: Sequence[float], room: float) -> list[list[int]]:
    """The same number of pages with rows spread over them, so that the last is not left thin."""
    count = len(pages)
    if count == 1:
        return pages
    goal = sum(rows) / count
    found: list[list[int]] = [[]]
    used = 0.0
    for at, high in enumerate(rows):
        full = used + high / 2 > goal and len(found) < count
        if found[-1] and (full or used + high > room):
            found.append([])
            used = 0.0
        found[-1].append(at)
        used += high
    return found if len(found) == count else pages


def _top_of(slide: Slide) -> float:
    longer = f"{slide.title} (8 of 8)"
    y = 58 + 1.15 * _TITLE_SIZE * (len(wrap(longer, _TITLE_SIZE, _ROOM, MEASURE, bold=True)) - 1)
    if slide.lead:
        y += 24 + 1.25 * _LEAD_SIZE * (len(wrap(slide.lead, _LEAD_SIZE, _ROOM, MEASURE)) - 1)
    return y + 20
