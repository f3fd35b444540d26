"""All pictures of a state as one PDF/UA-1: cover, contents with page numbers, pictures, tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from cadre.core.text import Language, Text, clean
from cadre.render.pdf import day_of, drawings_of, office_of, page_of, paints, table_of
from cadre.render.press import press_pdf, showable
from cadre.render.table_pages import Called
from cadre.viewpoints.atlas import Chapter, Plate
from cadre.viewpoints.scene import Furniture, Scene

_TITLE: Final = Text("Atlas", "Atlas")
_CONTENTS: Final = Text("Contents", "Table des matières")
_WHAT: Final = Text(
    "All pictures of the whole framework in this state, each followed by its table.",
    "Toutes les images de l’ensemble du cadre dans cet état, chacune suivie de son tableau.",
)
_COLON: Final = Text(": ", "\u00a0: ")


def atlas_pdf(
    chapters: Sequence[Chapter],
    *,
    called: Called = lambda key: None,
    dated: date | None = None,
) -> bytes:
    """The chapters of an atlas as one document. ValueError when there is no picture.

    `called` gives names to the keys in tables. `dated` becomes the date of the document. The same
    chapters on the same date give the same bytes.
    """
    first = next((plate.scenes[0] for chapter in chapters for plate in chapter.plates), None)
    if first is None:
        raise ValueError("an atlas needs a picture")
    language, furniture = first.language, first.furniture
    places = iter(range(1_000_000))
    drawings: dict[str, str] = {}

    def plate_of(plate: Plate) -> dict[str, Any]:
        pages = []
        for scene in plate.scenes:
            place = next(places)
            drawings.update(drawings_of(scene, place))
            pages.append(page_of(scene, place) | _spoken(scene))
        return {
            "label": clean(plate.viewpoint.label.in_(language)),
            "pages": pages,
            "table": table_of(plate.table, plate.scenes[0], called),
        }

    width, height = office_of(first.paper)
    shown = {
        **paints(),
        "office": {"width": width, "height": height},
        "cover": _cover(furniture, language),
        "contents": _CONTENTS.in_(language),
        "chapters": [
            {
                "label": clean(chapter.label.in_(language)),
                "pictures": [*_told(chapter, language)],
                "pictures-drawn": [plate_of(plate) for plate in chapter.plates],
            }
            for chapter in chapters
        ],
    }
    spoken = {
        "title": clean(f"{_TITLE.in_(language)} – {furniture.framework} – {furniture.state}"),
        "description": _WHAT.in_(language),
        "language": language,
        "date": day_of(dated),
        "colon": _COLON.in_(language),
    }
    inputs = {"shown": json.dumps(shown, ensure_ascii=False), **drawings}
    inputs = {name: showable(text) for name, text in inputs.items()}
    return press_pdf("atlas.typ", inputs | {"spoken": json.dumps(spoken)})


def _spoken(scene: Scene) -> dict[str, str]:
    return {"title": clean(scene.title), "alternative": clean(scene.summary or scene.title)}


def _cover(words: Furniture, language: Language) -> dict[str, str]:
    return {
        "framework": clean(words.framework),
        "state": clean(words.state),
        "facts": clean(" · ".join(filter(None, (words.date, words.maturity)))),
        "what": _WHAT.in_(language),
    }


def _told(chapter: Chapter, language: Language) -> Iterator[tuple[str, str]]:
    for plate in chapter.plates:
        one = plate.viewpoint
        yield clean(one.label.in_(language)), clean(one.help.in_(language))
