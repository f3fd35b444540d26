"""A picture and its table as a PDF that everybody can read: tagged, PDF/UA-1, set by Typst.

Title, lead, state and source are real headings and paragraphs; the drawing is a figure whose
alternative is the scene's summary; the table follows, tagged. Shapes go in as SVG, and texts lie on
them as texts: that takes half the time of text in SVG, and keeps the language of each. Typst
refuses a file that breaks a rule of PDF/UA that a machine can check. User text goes in as data,
never as markup. The same scenes on the same date give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from cadre.core.text import Language, Rendition, clean
from cadre.render.measure import MEASURE
from cadre.render.press import press_pdf, showable
from cadre.render.svg import svg_part
from cadre.render.table_pages import Called, Part, Reader, Type, parts_of
from cadre.viewpoints.measure import wrap
from cadre.viewpoints.scene import GROUND, INK, INK_3, RULE, AnyItem, Group, Label, Scene, opened
from cadre.viewpoints.table import Table
from cadre.viewpoints.tokens import colour
from cadre.wording import wording

_LETTER: Final = (792.0, 612.0)
_A4: Final = (842.0, 595.0)
_METRIC: Final = frozenset({"a0", "a1", "a2", "a3"})
_MARGIN: Final = 42.0
_TYPE: Final = Type(size=9.5, gutter=16.0, measure=MEASURE)
_CAPTION: Final = 18.0


def pdf_file(
    scenes: Sequence[Scene],
    table: Table,
    *,
    called: Called = lambda key: None,
    dated: date | None = None,
) -> bytes:
    """The pages of a picture, each at its own size, then its table on the paper of an office.

    `called` gives names to the keys in the table. `dated` becomes the date of the document; without
    one it has none. Title and description are those of the first scene. ValueError when there is
    no scene.
    """
    if not scenes:
        raise ValueError("a PDF needs a scene")
    first = scenes[0]
    # What is spoken keeps every letter; what is set can have only those of our fonts.
    spoken = {
        "title": clean(first.title),
        "description": clean(first.summary),
        "language": first.language,
        "date": day_of(dated),
        "alternatives": [clean(scene.summary or scene.title) for scene in scenes],
    }
    shown = {
        **paints(),
        "pages": [page_of(scene, place) for place, scene in enumerate(scenes)],
        "table": table_of(table, first, called),
    }
    drawings = {
        name: svg for place, scene in enumerate(scenes) for name, svg in drawings_of(scene, place)
    }
    inputs = {"shown": json.dumps(shown, ensure_ascii=False), **drawings}
    inputs = {name: showable(text) for name, text in inputs.items()}
    return press_pdf("picture.typ", inputs | {"spoken": json.dumps(spoken)})


def day_of(dated: date | None) -> dict[str, int] | None:
    """A day as data for the templates."""
    if dated is None:
        return None
    return {"year": dated.year, "month": dated.month, "day": dated.day}


def paints() -> dict[str, str]:
    """The colours that the templates use."""
    return {
        "ink": colour(INK),
        "grey": colour(INK_3),
        "rule": colour(RULE),
        "ground": colour(GROUND),
    }


def office_of(paper: str) -> tuple[float, float]:
    """Width and height, in points, of the paper of an office that goes with a poster's."""
    return _A4 if paper in _METRIC else _LETTER


# --- the picture ----------------------------------------------------------------------------------


def page_of(scene: Scene, place: int) -> dict[str, Any]:
    """A page as data for the templates; its drawings are named by its place."""
    return {
        "width": scene.width,
        "height": scene.height,
        "furniture": f"furniture-{place}",
        "drawing": f"drawing-{place}",
        "texts": [line for label in _labels(scene.items) for line in _lines(label, scene)],
        "head": [_label(label, scene) for label in _labels(scene.head)],
        "foot": [_label(label, scene) for label in _labels(scene.foot)],
    }


def drawings_of(scene: Scene, place: int) -> Iterator[tuple[str, str]]:
    """The shapes of the drawing, and those under title and source."""
    yield f"furniture-{place}", svg_part(scene, _shapes((*scene.head, *scene.foot)))
    yield f"drawing-{place}", svg_part(scene, _shapes(scene.items))


def _shapes(items: Iterable[AnyItem]) -> list[AnyItem]:
    return [item for item in opened(items) if not isinstance(item, Label | Group)]


def _labels(items: Iterable[AnyItem]) -> list[Label]:
    return [item for item in opened(items) if isinstance(item, Label) and item.lines]


def _lines(label: Label, scene: Scene) -> Iterator[tuple[float, float, float, str, str, str, str]]:
    """The lines of a text in the drawing: left, baseline, size, weight, paint, language, words."""
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    for place, line in enumerate(map(clean, label.lines)):
        x = label.x - (share and share * MEASURE.width(line, label.size, label.bold))
        y = label.y + place * label.step
        language = label.language or scene.language
        yield x, y, label.size, _weight(label), colour(label.paint), language, line


def _weight(label: Label) -> str:
    return "bold" if label.bold else "regular"


def _label(label: Label, scene: Scene) -> dict[str, Any]:
    lines, title = [clean(line) for line in label.lines], clean(scene.title)
    width = max(MEASURE.width(line, label.size, label.bold) for line in lines)
    width += label.size  # room to spare, so that no line is broken again
    reach = {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return {
        "x": label.x - reach,
        "y": label.y,
        "width": width,
        "anchor": label.anchor,
        "lines": lines,
        "size": label.size,
        "step": label.step,
        "weight": _weight(label),
        "fill": colour(label.paint),
        "language": label.language or scene.language,
        "title": title if "".join(lines).replace(" ", "") == title.replace(" ", "") else None,
    }


# --- the table ------------------------------------------------------------------------------------


def table_of(table: Table, scene: Scene, called: Called) -> dict[str, Any]:
    """The table on A4 beside metric posters, on letter else; wider where its words need it."""
    language = scene.language
    width, height = office_of(scene.paper)
    room = width - 2 * _MARGIN
    parts = parts_of(table, Reader(language, called), room, _TYPE)
    words = scene.furniture
    told = set(words.date.casefold().replace(",", "").split())
    state = (words.state, "" if set(words.state.casefold().split()) <= told else words.date)
    return {
        "width": max([room, *(part.width for part in parts)]) + 2 * _MARGIN,
        "height": height,
        "margin": _MARGIN,
        "size": _TYPE.size,
        "gutter": _TYPE.gutter,
        "caption": _caption(table.caption.rendition(language), room),
        "lead": clean(" · ".join(filter(None, (words.framework, *state, words.maturity)))),
        "footer": clean(" · ".join(filter(None, (words.framework, words.state)))),
        "empty": "" if parts else clean(table.empty.in_(language)),
        "parts": [_part(part, language) for part in parts],
    }


def _caption(caption: Rendition, room: float) -> dict[str, Any]:
    lines = wrap(clean(caption.text), _CAPTION, room, MEASURE, bold=True)
    return {"lines": lines, "size": _CAPTION, "language": caption.language}


def _part(part: Part, language: Language) -> dict[str, Any]:
    words = wording(language)
    return {
        "heading": part.heading and _said(part.heading),
        "count": words.number(len(part.rows)),
        "columns": [
            {"label": _said(column.label), "width": column.width, "number": column.number}
            for column in part.columns
        ],
        "cells": [_said(cell) for row in part.rows for cell in row],
    }


def _said(rendition: Rendition) -> list[str]:
    return [rendition.language, clean(rendition.text)]
