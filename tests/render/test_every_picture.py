"""Every picture there is, in every state and language, as SVG, PDF and PNG: drawn well and tagged.

A viewpoint that is registered is in this suite by itself.
"""

from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language
from cadre.exchange import read
from cadre.frameworks import path_of
from cadre.render.measure import MEASURE
from cadre.render.pdf import pdf_file
from cadre.render.png import png_file
from cadre.render.svg import svg_file
from cadre.viewpoints.audit import audit
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")
PICTURES = [(name, "") for name in sorted(VIEWPOINTS)] + [("framework-map", "micro")]


@pytest.fixture(scope="module")
def councils() -> States:
    return read(path_of("joint-councils"))


@pytest.fixture(
    params=[(*picture, state) for picture in PICTURES for state in STATES], ids="-".join
)
def picture(request: pytest.FixtureRequest) -> tuple[str, dict[str, str], str]:
    name, level, state = request.param
    return name, {"level": level} if level else {}, state


def pages(
    states: States, picture: tuple[str, dict[str, str], str], language: Language
) -> tuple[Scene, ...]:
    name, options, state = picture
    return VIEWPOINTS[name].pages(
        states.at(state),
        words=wording(language),
        measure=MEASURE,
        stage=Stage(states.name, states.info(state)),
        paper="a1" if options else "tabloid",
        options=options,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_drawn_without_a_flaw_and_says_where_it_stands(
    councils: States, picture: tuple[str, dict[str, str], str], language: Language
) -> None:
    for scene in pages(councils, picture, language):
        assert audit(scene, MEASURE) == ()
        assert scene.title
        assert scene.summary
        assert scene.furniture.state
        assert scene.furniture.maturity


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_svg_it_is_well_formed_and_the_same_twice(
    councils: States, picture: tuple[str, dict[str, str], str], language: Language
) -> None:
    for scene, again in zip(
        pages(councils, picture, language), pages(councils, picture, language), strict=True
    ):
        drawn = svg_file(scene)
        assert drawn == svg_file(again)
        root = ElementTree.fromstring(drawn)
        assert root.get("lang") == language
        assert b"style=" not in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_pdf_it_is_tagged_for_readers(
    councils: States, picture: tuple[str, dict[str, str], str], language: Language
) -> None:
    scenes = pages(councils, picture, language)
    name, options, state = picture
    table = VIEWPOINTS[name].table(councils.at(state), options)
    reader = PdfReader(io.BytesIO(pdf_file(scenes, table)))
    catalogue: Any = reader.trailer["/Root"].get_object()
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"].startswith(language)
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == scenes[0].title
    assert b"pdfuaid" in catalogue["/Metadata"].get_data()
    assert len(reader.pages) > len(scenes)


def test_as_png_it_has_its_size(councils: States, picture: tuple[str, dict[str, str], str]) -> None:
    (scene, *_) = pages(councils, picture, "fr")
    drawn = png_file(scene)
    assert drawn.startswith(b"\x89PNG")
    width = int.from_bytes(drawn[16:20])
    assert abs(width - scene.width * 96 / 72) <= 1
