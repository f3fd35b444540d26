"""Every picture there is, in every state and language, as slides that can be edited."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Emu

from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language
from cadre.exchange import read
from cadre.frameworks import path_of
from cadre.render.measure import MEASURE
from cadre.render.slides import pptx_file
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import Box, Scene
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")
PICTURES = [(name, "") for name in sorted(VIEWPOINTS)] + [("framework-map", "micro")]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LOCALE = {"en": "en-CA", "fr": "fr-CA"}


@pytest.fixture(scope="module")
def councils() -> States:
    return read(path_of("joint-councils"))


def pages(states: States, name: str, level: str, state: str, language: Language) -> Any:
    viewpoint = VIEWPOINTS[name]
    return viewpoint.pages(
        states.at(state),
        words=wording(language),
        measure=MEASURE,
        stage=Stage(states.name, states.info(state)),
        paper="a1" if level else "tabloid",
        options={"level": level} if level else {},
        base=viewpoint.base(states, state, {}),
    )


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def sites_of(shape: Any) -> int:
    """How many places a shape offers: a preset has the four middles of its sides."""
    glue = shape.find(f".//{A}cxnLst")
    return 4 if glue is None else len(glue)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("name", "level"), PICTURES)
def test_it_is_native_and_glued_and_says_what_it_is(
    councils: States, name: str, level: str, state: str, language: Language
) -> None:
    scenes = pages(councils, name, level, state, language)
    data = pptx_file(scenes)
    assert data == pptx_file(pages(councils, name, level, state, language))
    deck = opened(data)
    assert len(deck.slides) == len(scenes)
    for scene, slide in zip(scenes, deck.slides, strict=True):
        looks_right(scene, slide)
        assert abs(deck.slide_width - Emu(round(scene.width * 12_700))) <= 1


def looks_right(scene: Scene, slide: Any) -> None:
    tree = slide.shapes._spTree
    assert not list(tree.iter(f"{P}pic"))
    ids = [one.get("id") for one in tree.iter(f"{P}cNvPr")]
    assert [one for one, times in Counter(ids).items() if times > 1] == []

    boxes = Counter(item.key for item in scene.everything() if isinstance(item, Box) and item.key)
    shapes = Counter(
        shape.find(f".//{P}cNvPr").get("name")
        for shape in tree.iter(f"{P}sp")
        if shape.find(f"{P}txBody") is None
    )
    assert all(shapes[key] >= times for key, times in boxes.items())

    by_id = {shape.find(f"{P}nvSpPr/{P}cNvPr").get("id"): shape for shape in tree.iter(f"{P}sp")}
    for connector in tree.iter(f"{P}cxnSp"):
        start, end = connector.find(f".//{A}stCxn"), connector.find(f".//{A}endCxn")
        for glue in (start, end):
            assert glue is not None
            assert int(glue.get("idx")) < sites_of(by_id[glue.get("id")])
        assert start.get("id") != end.get("id")

    for run in tree.iter(f"{A}rPr"):
        assert run.get("lang") in LOCALE.values()
    spoken = Counter(run.get("lang") for run in tree.iter(f"{A}rPr"))
    assert spoken.most_common(1)[0][0] == LOCALE[scene.language]

    assert slide.shapes.title is not None
    title = slide.shapes.title.text_frame.text.replace("\v", "").replace(" ", "")
    assert title == scene.title.replace(" ", "")
    notes = slide.notes_slide.notes_text_frame.text
    assert (scene.summary or scene.title) in notes
    assert scene.furniture.state in notes


def test_every_named_thing_is_said_to_those_who_do_not_see_it(councils: States) -> None:
    (scene,) = pages(councils, "framework-map", "", "2018", "fr")
    (slide,) = opened(pptx_file([scene])).slides
    told = [one.get("descr") for one in slide.shapes._spTree.iter(f"{P}cNvPr")]
    for item in scene.everything():
        if isinstance(item, Box) and item.name:
            assert item.name in told


def test_lines_between_boxes_are_connectors(councils: States) -> None:
    (scene,) = pages(councils, "framework-map", "", "2018", "en")
    (slide,) = opened(pptx_file([scene])).slides
    kinds = Counter(
        one.find(f".//{A}prstGeom").get("prst") for one in slide.shapes._spTree.iter(f"{P}cxnSp")
    )
    assert kinds["curvedConnector3"] >= 5


@pytest.mark.parametrize("name", ["logic-model", "line-of-sight"])
def test_straight_ones_too(councils: States, name: str) -> None:
    scenes = pages(councils, name, "", "2018", "en")
    deck = opened(pptx_file(scenes))
    assert any(
        one.tag == f"{P}cxnSp" for slide in deck.slides for one in slide.shapes._spTree.iter()
    )


def test_the_file_names_no_person_and_carries_no_picture(councils: States) -> None:
    data = pptx_file(pages(councils, "swot", "", "2018", "fr"))
    deck = opened(data)
    assert deck.core_properties.author == "Cadre"
    assert deck.core_properties.last_modified_by == "Cadre"
    assert deck.core_properties.language == "fr-CA"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert not [name for name in names if name.endswith((".jpeg", ".jpg", ".png", ".emf"))]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        theme = next(archive.read(name) for name in names if "theme/theme1" in name)
    assert b"Calibri" not in theme
    assert b"Noto Sans" in theme


def test_a_deck_needs_a_scene() -> None:
    with pytest.raises(ValueError, match="needs a scene"):
        _ = pptx_file([])
