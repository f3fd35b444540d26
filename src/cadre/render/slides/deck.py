"""Scenes as a PowerPoint file (PresentationML, ECMA-376): one slide a page, each with its notes.

python-pptx makes the package: masters, layouts, notes. The shapes of a slide are written as XML in
one piece, because gluing connectors one by one through its objects takes a hundred times as long.
The same scenes on the same date give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from cadre.core.text import Language, Text
from cadre.render.slides.package import Package
from cadre.render.slides.shapes import PLAIN_BODY, Shapes
from cadre.render.slides.xml import attribute, lines_of, place, room_of, run
from cadre.viewpoints.scene import INK_3, AnyItem, Label, Point, Rect, Scene, opened
from cadre.viewpoints.scene import scaled as scaled_item

LARGEST: Final = 4032.0
"""No slide is wider or higher than 56 inches."""
_TITLE: Final = 2
_NUMBER: Final = 3
_FIRST: Final = 10
_SLIDE: Final = Text("Slide", "Diapositive")
_NUMBER_SIZE: Final = 9.0


def pptx_file(scenes: Sequence[Scene], *, dated: date | None = None) -> bytes:
    """The pages of a picture as slides of their own size. ValueError when there is no scene.

    Pages of several sizes stand on slides of the largest; what is larger than a slide can be is
    made smaller. `dated` becomes the date of the file.
    """
    if not scenes:
        raise ValueError("a deck needs a scene")
    first = scenes[0]
    width = max(scene.width for scene in scenes)
    height = max(scene.height for scene in scenes)
    share = min(1.0, LARGEST / max(width, height))
    package = Package(
        width * share, height * share, title=first.title, language=first.language, dated=dated
    )
    for scene in scenes:
        add_scene(package, scene, notes_of(scene))
    return package.data()


def notes_of(scene: Scene) -> tuple[str, ...]:
    """What a speaker has at hand: what the picture says, then where it comes from."""
    said = scene.furniture
    source = (said.framework, said.state, said.date, said.maturity, said.source, said.remark)
    lines = [scene.summary or scene.title, scene.lead, " · ".join(filter(None, source))]
    legend = [entry.text for entry in scene.legend if entry.text]
    return tuple(dict.fromkeys(line for line in (*lines, *legend) if line))


def add_scene(package: Package, scene: Scene, notes: Iterable[str]) -> None:
    """A slide of a page, in the middle of the slide and no larger than it."""
    share = min(1.0, package.width / scene.width, package.height / scene.height)
    by = Point(
        (package.width - scene.width * share) / 2, (package.height - scene.height * share) / 2
    )
    items = [scaled_item(item, share, by) for item in (*scene.head, *scene.items, *scene.foot)]
    title = next((one for one in opened(items) if _is_title(one, scene)), None)
    drawn = Shapes(items, scene.language, _FIRST).draw(_without(items, title))
    package.add(
        _title(title, scene) + drawn + number_of(package, scene.language),
        notes,
        scene.language,
    )


def _is_title(item: AnyItem, scene: Scene) -> bool:
    if not isinstance(item, Label):
        return False
    return "".join(item.lines).replace(" ", "") == scene.title.replace(" ", "")


def _without(items: Iterable[AnyItem], title: AnyItem | None) -> list[AnyItem]:
    """The items without the title, which stands at the head and never in a group."""
    return [item for item in items if item is not title]


def _title(label: AnyItem | None, scene: Scene) -> str:
    """The title as a title, at the place and in the size that it has on the page."""
    if not isinstance(label, Label):
        return title_of([scene.title], Rect(0, 0, 1, 1), 10.0, 12.0, scene.language)
    room = room_of(label.lines, label.x, label.y, label.size, label.step, bold=label.bold)
    # Where our font is not at hand, a wider one may take its place.
    room = room._replace(width=1.2 * room.width)
    return title_of(label.lines, room, label.size, label.step, scene.language)


def title_of(lines: Sequence[str], room: Rect, size: float, step: float, language: Language) -> str:
    """The title of a slide: what outlines, readers aloud and links call it by."""
    from cadre.viewpoints.scene import INK

    text = lines_of(lines, size, step, language, bold=True, paint=INK)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{_TITLE}" name="Title"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place(room)}</p:spPr><p:txBody>{PLAIN_BODY}<a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def number_of(package: Package, language: Language) -> str:
    """The number of a slide, which a program counts anew when slides are moved."""
    size = _NUMBER_SIZE
    room = Rect(package.width - 60.0, package.height - 2.0 * size, 48.0, 1.5 * size)
    field = run(str(package.count + 1), size, language, paint=INK_3)
    field = field.replace(
        "<a:r>", '<a:fld id="{86CB4B4D-7CA3-9044-876B-883B54F8677D}" type="slidenum">', 1
    )
    field = field.replace("</a:r>", "</a:fld>")
    called = attribute(_SLIDE.in_(language))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{_NUMBER}" name={called}/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/>'
        f"</p:nvPr></p:nvSpPr><p:spPr>{place(room)}</p:spPr><p:txBody>"
        '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        f'<a:lstStyle/><a:p><a:pPr algn="r"/>{field}</a:p></p:txBody></p:sp>'
    )
