"""The pages of a picture as slides, each at its own size: nothing of it is a bitmap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from cadre.core.text import Language, clean
from cadre.render.slides.drawing import drawn, text_box
from cadre.render.slides.fit import scaled
from cadre.render.slides.markup import (
    LINE,
    NO_FILL,
    RECTANGLE,
    TONGUES,
    about,
    fill,
    place,
)
from cadre.render.slides.package import LONGEST, About, Slide, packed
from cadre.viewpoints.scene import (
    INK_3,
    SMALLEST,
    AnyItem,
    Label,
    Rect,
    Scene,
    opened,
)

TITLE_ID: Final = 2
NUMBER_ID: Final = 3
TITLE: Final = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
_NUMBER: Final = (
    '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr>'
)


def pptx_file(
    scenes: Sequence[Scene], *, notes: Sequence[str] = (), dated: date | None = None
) -> bytes:
    """The pages of a picture as an editable presentation.

    The slides are as large as the largest page: no text is made smaller than the picture has it,
    but where a page is larger than a slide can be (56 inches). Beside each slide stands what the
    page says in words, then `notes`. ValueError when there is no scene.
    """
    if not scenes:
        raise ValueError("a presentation needs a scene")
    first = scenes[0]
    width = max(scene.width for scene in scenes)
    height = max(scene.height for scene in scenes)
    by = min(1.0, LONGEST / max(width, height))
    slides = [_slide(scene, by, (width * by, height * by), notes) for scene in scenes]
    told = About(first.title, first.summary, first.language, dated)
    return packed(slides, told, width * by, height * by)


def _slide(scene: Scene, by: float, size: tuple[float, float], notes: Sequence[str]) -> Slide:
    items: tuple[AnyItem, ...] = (*scene.head, *scene.items, *scene.foot)
    if by < 1:
        items = tuple(scaled(item, by) for item in items)
    title = title_of(items, scene.title)
    shapes = [
        title_shape(title, scene),
        *drawn(items, scene.language, title),
        number_shape(*size, max(SMALLEST, size[0] / 180), scene.language),
    ]
    return Slide(shapes, (*spoken(scene), *notes))


def title_of(items: Sequence[AnyItem], title: str) -> Label:
    """The label that is the title of a page; one above the slide where none is."""
    wanted = clean(title).replace(" ", "")
    for item in opened(items):
        if isinstance(item, Label) and clean("".join(item.lines)).replace(" ", "") == wanted:
            return item
    return Label(x=0, y=-SMALLEST, lines=(title,), size=SMALLEST)


def title_shape(title: Label, scene: Scene) -> str:
    """The title in the placeholder of the slide: what it is called in lists of slides."""
    name = "Titre" if scene.language == "fr" else "Title"
    return text_box(about(TITLE_ID, name), title, title.language or scene.language, TITLE)


def number_shape(width: float, height: float, size: float, language: Language) -> str:
    """The number of the slide, at the bottom right, in the margin of the page."""
    name = "Numéro" if language == "fr" else "Number"
    rect = Rect(width - 10 * size, height - 2.9 * size, 6 * size, LINE * size)
    return (
        f"<p:sp><p:nvSpPr>{about(NUMBER_ID, name)}{_NUMBER}</p:nvSpPr>"
        f"<p:spPr>{place(rect)}{RECTANGLE}{NO_FILL}</p:spPr><p:txBody>"
        '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/>'
        '</a:bodyPr><a:lstStyle/><a:p><a:pPr algn="r"/>'
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f'<a:rPr lang="{TONGUES[language]}" sz="{round(100 * size)}">{fill(INK_3)}</a:rPr>'
        "<a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>"
    )


def spoken(scene: Scene) -> tuple[str, ...]:
    """What a page says in words: its summary, the state and maturity, its sources."""
    words = scene.furniture
    state = " · ".join(filter(None, (words.framework, words.state, words.maturity, words.remark)))
    return tuple(filter(None, (scene.summary or scene.title, state, words.source)))
