"""What a reader takes away: pictures, tables, lists and the whole framework, each as a file."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Final

from cadre.core.states import States
from cadre.core.text import Language, Text
from cadre.exchange import formats
from cadre.exchange.bundle_files import write_zip
from cadre.render.atlas import atlas_pdf
from cadre.render.measure import MEASURE
from cadre.render.pdf import pdf_file
from cadre.render.png import png_file
from cadre.render.slides.deck import deck_file
from cadre.render.svg import svg_file
from cadre.render.table import table_csv
from cadre.render.table_book import notes_of, table_book
from cadre.services import findings, pictures
from cadre.services.faults import Busy
from cadre.services.frameworks import Opened
from cadre.services.memory import remembered
from cadre.viewpoints.atlas import ATLAS_PAPERS, atlas
from cadre.viewpoints.behind import findings_behind, told
from cadre.viewpoints.briefing import briefing
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import DEFAULT_PAPER, BadOption
from cadre.wording import wording

TABLES: Final = ("csv", "xlsx")
"""How a table or list is taken away."""
ENDINGS: Final = ("svg", "pdf", "png", "pptx", *TABLES)
"""How a picture is taken away."""
SCALES: Final = ("1", "2")
ATLAS, BRIEFING = "atlas", "briefing"
TOGETHER: Final = (ATLAS, BRIEFING)
"""How all pictures of a state are taken away together."""
_CALLED: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {ATLAS: "atlas", BRIEFING: "briefing"},
    "fr": {ATLAS: "atlas", BRIEFING: "presentation"},
}
KINDS: Final = {
    ".csv": "text/csv; charset=utf-8",
    ".graphml": "application/graphml+xml",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".svg": "image/svg+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
_ANY_KIND: Final = "application/octet-stream"
_EVERY_STATE: Final[Mapping[Language, str]] = {"en": "all-states", "fr": "tous-les-etats"}

MOST_AT_ONCE: Final = 2
MOST_WAITING: Final = 1
AGAIN: Final = 3
"""A process makes so many large files at once and lets so many readers wait for one: the others
are told to ask again, and its last thread stays free for pages."""
_doors = threading.BoundedSemaphore(MOST_AT_ONCE + MOST_WAITING)
_presses = threading.BoundedSemaphore(MOST_AT_ONCE)


@dataclass(frozen=True, slots=True)
class File:
    """A file to take away: its name, its media type, its bytes."""

    name: str
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Offer:
    """A format that the whole framework may be taken away in, and what it cannot hold."""

    format: formats.Format
    ending: str
    losses: formats.LossReport


@contextmanager
def _press() -> Iterator[None]:
    """A place at which a large file is made. Busy when all are taken and others wait."""
    if not _doors.acquire(blocking=False):
        raise Busy(AGAIN)
    try:
        with _presses:
            yield
    finally:
        _doors.release()


# --- pictures -------------------------------------------------------------------------------------


def picture(
    opened: Opened,
    viewpoint: str,
    options: Mapping[str, str],
    language: Language,
    ending: str,
    *,
    paper: str = "",
    scale: str = "",
    focus: str = "",
) -> File:
    """A picture as `svg`, `pdf`, `png` or `pptx`, or its table as `csv` or `xlsx`.

    `paper` is for a PDF or PPTX, `scale` (1 or 2) for a PNG, `focus` an element as on the page.
    BadOption for what the viewpoint does not take, and for a paper or scale that is not offered;
    Busy as said above.
    """
    if paper and paper not in pictures.papers(viewpoint):
        raise BadOption(_not_offered("paper", paper, pictures.papers(viewpoint)))
    if scale and scale not in SCALES:
        raise BadOption(_not_offered("scale", scale, SCALES))
    detail = {
        "pdf": paper,
        "pptx": paper,
        "png": f"{scale}x" if scale not in ("", "1") else "",
    }.get(ending, "")
    said = (viewpoint, *(_slug(value) for value in (*options.values(), focus)), detail)
    name = "-".join(filter(None, said))
    if ending in TABLES:
        rows = pictures.table(opened, viewpoint, options)
        return table(opened, name, rows, language, ending)
    given = tuple(sorted(options.items()))
    content = _drawn(opened, viewpoint, given, language, ending, paper, scale, focus)
    # A picture of several pages is an archive, but for a PDF or PPTX, which holds them all.
    end = "zip" if content.startswith(b"PK") and ending != "pptx" else ending
    return _file(opened, name, language, f".{end}", content)


@remembered(12)
def _drawn(
    opened: Opened,
    viewpoint: str,
    options: tuple[tuple[str, str], ...],
    language: Language,
    ending: str,
    paper: str,
    scale: str,
    focus: str,
) -> bytes:
    given = dict(options)
    pages = pictures.pages(opened, viewpoint, given, language, paper, focus)
    if ending == "svg":
        return _together([svg_file(page) for page in pages], ending)
    with _press():
        if ending == "png":
            return _together([png_file(page, scale=int(scale or 1)) for page in pages], ending)
        dated = opened.info.date.latest if opened.info.date else None
        if ending == "pptx":
            return _slides(opened, pages, language, dated)
        rows = pictures.table(opened, viewpoint, given)
        return pdf_file(pages, rows, called=_names(opened), dated=dated)


def _slides(
    opened: Opened, pages: Sequence[Scene], language: Language, dated: date | None
) -> bytes:
    # Who takes no slides away does not load what makes them.
    from cadre.render.slides import pptx_file

    behind = findings_behind(findings.report(opened).findings, pages)
    return pptx_file(pages, notes=told(behind, wording(language)), dated=dated)


def _together(files: list[bytes], ending: str) -> bytes:
    if len(files) == 1:
        return files[0]
    digits = len(str(len(files)))
    return write_zip({f"{place:0{digits}}.{ending}": one for place, one in enumerate(files, 1)})


def _names(opened: Opened) -> Callable[[str], Text | None]:
    def called(key: str) -> Text | None:
        element = opened.framework.get(key)
        return element.short_name if element else None

    return called


def _slug(value: str) -> str:
    return value.partition("/")[2] or value


def _not_offered(what: str, value: str, offered: tuple[str, ...]) -> Text:
    known = ", ".join(offered)
    return Text(
        f"{what} cannot be {value}; it may be: {known}",
        f"{what} ne peut pas être {value}; valeurs possibles\u00a0: {known}",
    )


# --- all pictures ---------------------------------------------------------------------------------


def all_pictures(opened: Opened, language: Language, kind: str, paper: str = DEFAULT_PAPER) -> File:
    """All pictures of a state as an `atlas` (PDF), or its standard `briefing` (PPTX).

    `paper` is for the atlas. BadOption for a paper or kind that is not offered, and for a
    framework too large to be drawn whole; Busy as said above.
    """
    if kind not in TOGETHER or not pictures.is_small(opened):
        raise BadOption(_not_offered("as", kind, TOGETHER if pictures.is_small(opened) else ()))
    if paper not in ATLAS_PAPERS:
        raise BadOption(_not_offered("paper", paper, ATLAS_PAPERS))
    content = _all_pictures(opened, language, kind, paper)
    detail = paper if kind == ATLAS else ""
    name = "-".join(filter(None, (_CALLED[language][kind], detail)))
    return _file(opened, name, language, ".pdf" if kind == ATLAS else ".pptx", content)


@remembered(4)
def _all_pictures(opened: Opened, language: Language, kind: str, paper: str) -> bytes:
    words, dated = wording(language), opened.info.date.latest if opened.info.date else None
    with _press():
        if kind == BRIEFING:
            said = briefing(opened.states, opened.state, words, MEASURE, dated)
            return deck_file(said, dated=dated)
        chapters = atlas(
            opened.states, opened.state, opened.info, words=words, measure=MEASURE, paper=paper
        )
        return atlas_pdf(chapters, called=_names(opened), dated=dated)


# --- tables ---------------------------------------------------------------------------------------


def table(opened: Opened, name: str, rows: Table, language: Language, ending: str) -> File:
    """A table as `csv`, as the reader's Excel opens it, or as `xlsx` with a sheet about it."""
    if ending == "csv":
        content = table_csv(rows, language, for_spreadsheet=True).encode()
    else:
        caption = rows.caption.in_(language)
        notes = tuple(notes_of(rows, opened.states.name, opened.info, language))
        content = table_book(rows, language, caption, notes)
    return _file(opened, name, language, f".{ending}", content)


# --- the whole framework --------------------------------------------------------------------------


def offers(opened: Opened) -> tuple[Offer, ...]:
    """Every format that the registry can write, in its order."""
    return tuple(
        Offer(one, _ending(one), one.loses(_states(opened, one)))
        for one in formats.FORMATS.values()
        if one.writes
    )


def whole(opened: Opened, format_key: str, language: Language) -> File:
    """The framework in a format: with every state, or in this state where a format holds one.

    KeyError when there is no such format; Busy as said above.
    """
    found = formats.FORMATS[format_key]
    content = _whole(opened, format_key, language)
    if found.holds_states:
        parts = (opened.key, _EVERY_STATE[language], language)
        return _named("-".join(parts), _ending(found), content)
    return _file(opened, "", language, _ending(found), content)


@remembered(8)
def _whole(opened: Opened, format_key: str, language: Language) -> bytes:
    with _press():
        states = _states(opened, formats.FORMATS[format_key])
        return formats.as_bytes(states, format_key, language)


def _states(opened: Opened, format_: formats.Format) -> States:
    """All states, or the one at hand as the living one of a framework of its own."""
    return opened.states if format_.holds_states else States(opened.key, opened.framework)


def _ending(format_: formats.Format) -> str:
    """How its file ends: as an archive where it is a folder or one."""
    return next(end for end in reversed(format_.endings) if end)


# --- names ----------------------------------------------------------------------------------------


def _file(opened: Opened, what: str, language: Language, ending: str, content: bytes) -> File:
    parts = filter(None, (opened.key, opened.state, what, language))
    return _named("-".join(parts), ending, content)


def _named(name: str, ending: str, content: bytes) -> File:
    return File(f"{name}{ending}", KINDS.get(ending, _ANY_KIND), content)
