"""Pictures as slides: native shapes that hold together, said in their language, the same twice."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language
from cadre.exchange import read
from cadre.frameworks import path_of
from cadre.render.measure import MEASURE
from cadre.render.slides import pptx_file
from cadre.render.slides.connectors import connector_of, corners, goes_its_own_way
from cadre.render.slides.gluing import Anchors
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import (
    Band,
    Box,
    Curve,
    Furniture,
    Item,
    Label,
    Paint,
    Point,
    Rect,
    Scene,
    Track,
    Wire,
)
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
TONGUES = {"en": "en-CA", "fr": "fr-CA"}


@pytest.fixture(scope="module")
def councils() -> States:
    return read(path_of("joint-councils"))


def pages(
    states: States, viewpoint: str, language: Language = "en", state: str = "2018"
) -> tuple[Scene, ...]:
    entry = VIEWPOINTS[viewpoint]
    return entry.pages(
        states.at(state),
        words=wording(language),
        measure=MEASURE,
        stage=Stage(states.name, states.info(state)),
        base=entry.base(states, state, {}),
    )


def parts(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slide(made: bytes, number: int = 1) -> etree._Element:
    return etree.fromstring(parts(made)[f"ppt/slides/slide{number}.xml"])


def found(tree: etree._Element, path: str) -> list[etree._Element]:
    return list(tree.iterfind(path, NAMES))


def named(tree: etree._Element, kind: str) -> list[str]:
    names = [one.get("name", "") for one in found(tree, ".//p:cNvPr")]
    return [name for name in names if re.match(rf"{kind} \d", name)]


def scene(*items: Item, width: float = 400, height: float = 300) -> Scene:
    title = Label(x=20, y=30, lines=("A title",), size=20, bold=True)
    return Scene(
        viewpoint="made",
        width=width,
        height=height,
        paper="letter",
        language="en",
        title="A title",
        lead="",
        summary="Two boxes, joined.",
        body=Rect(0, 0, width, height),
        head=(title,),
        items=items,  # type: ignore[arg-type]  # all are items of a picture
        foot=(),
        legend=(),
        furniture=Furniture("Lakes", "Now", maturity="Draft", source="Source: a poster."),
    )


def box(key: str, x: float, y: float = 100) -> Box:
    return Box(rect=Rect(x, y, 80, 40), key=key, name=f"Box of {key}")


def wire(*points: tuple[float, float], **more: object) -> Wire:
    route = Track(tuple(Point(*point) for point in points))
    return Wire(route=route, ends=("a/1", "b/2"), **more)  # type: ignore[arg-type]  # of a wire


# --- every picture --------------------------------------------------------------------------------


@pytest.mark.parametrize("viewpoint", list(VIEWPOINTS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_becomes_native_shapes(
    councils: States, viewpoint: str, language: Language
) -> None:
    scenes = pages(councils, viewpoint, language)
    made = pptx_file(scenes)
    assert made == pptx_file(pages(councils, viewpoint, language))
    for number, one in enumerate(scenes, 1):
        tree = slide(made, number)
        items = list(one.everything())
        assert not found(tree, ".//p:pic")
        assert len(named(tree, "Box")) == sum(isinstance(item, Box) for item in items)
        ids = [one.get("id") for one in found(tree, ".//p:cNvPr")]
        assert len(ids) == len(set(ids))
        title = found(tree, ".//p:ph[@type='title']/../../..")[0]
        assert "".join("".join(title.itertext()).split()) == "".join(one.title.split())
        assert found(tree, ".//a:fld[@type='slidenum']")
        runs = found(tree, ".//a:r/a:rPr")
        assert {run.get("lang") for run in runs} <= set(TONGUES.values())
        assert any(run.get("lang") == TONGUES[language] for run in runs)
        assert min(int(run.get("sz", "0")) for run in runs) >= 900
        words = "".join("".join(tree.itertext()).split())
        assert "".join(one.furniture.maturity.split()) in words
        notes = etree.fromstring(parts(made)[f"ppt/notesSlides/notesSlide{number}.xml"])
        assert one.summary in "".join(notes.itertext())


@pytest.mark.parametrize("viewpoint", list(VIEWPOINTS))
def test_what_joins_two_shapes_holds_on_to_both(councils: States, viewpoint: str) -> None:
    for number, one in enumerate(pages(councils, viewpoint), 1):
        tree = slide(pptx_file(pages(councils, viewpoint)), number)
        numbers = {it.get("id") for it in found(tree, ".//p:sp/p:nvSpPr/p:cNvPr")}
        for connector in found(tree, ".//p:cxnSp"):
            assert found(connector, ".//a:stCxn")
            assert found(connector, ".//a:endCxn")
        held = found(tree, ".//a:stCxn") + found(tree, ".//a:endCxn")
        assert {it.get("id") for it in held} <= numbers
        joined = [it for it in Anchors.of(list(one.everything())).held.values() if all(it)]
        both = [
            it
            for it in found(tree, ".//p:cNvCxnSpPr")
            if it.find("a:stCxn", NAMES) is not None and it.find("a:endCxn", NAMES) is not None
        ]
        drawn = [it for it in one.everything() if isinstance(it, Wire) and not connector_of(it)]
        assert len(joined) - len(drawn) <= len(both) <= len(joined)


def test_the_map_holds_together(councils: States) -> None:
    tree = slide(pptx_file(pages(councils, "framework-map")))
    assert len(found(tree, ".//a:endCxn")) >= 29
    assert len(found(tree, ".//p:cNvPr[@descr]")) > 60


# --- made pictures --------------------------------------------------------------------------------


def test_a_wire_is_a_connector_glued_where_it_ends() -> None:
    tree = slide(
        pptx_file([scene(wire((80, 120), (200, 120), end="arrow"), box("a/1", 0), box("b/2", 200))])
    )
    connector = found(tree, ".//p:cxnSp")[0]
    start, end = found(connector, ".//a:stCxn")[0], found(connector, ".//a:endCxn")[0]
    shapes = {it.get("name", ""): it.get("id") for it in found(tree, ".//p:cNvPr")}
    by_key = {name.split()[-1]: number for name, number in shapes.items() if "Box" in name}
    assert (start.get("id"), start.get("idx")) == (by_key["a/1"], "3")
    assert (end.get("id"), end.get("idx")) == (by_key["b/2"], "1")
    assert found(connector, ".//a:tailEnd[@type='triangle']")
    assert len(found(tree, ".//a:prstGeom[@prst='rect']")) >= 2


def test_a_wire_that_ends_beside_the_middle_has_a_place_of_its_own() -> None:
    tree = slide(pptx_file([scene(wire((80, 110), (200, 120)), box("a/1", 0), box("b/2", 200))]))
    assert found(tree, ".//a:stCxn")[0].get("idx") == "4"
    site = found(tree, ".//a:cxnLst/a:cxn")[4]
    assert site.find("a:pos", NAMES).attrib == {"x": str(80 * 12700), "y": str(10 * 12700)}


def test_a_wire_that_touches_nothing_holds_on_to_nothing() -> None:
    """It is a line of its own: so is one that touches a box at one end alone."""
    for way in (((100, 10), (180, 10)), ((80, 120), (150, 20))):
        tree = slide(pptx_file([scene(wire(*way), box("a/1", 0), box("b/2", 200))]))
        assert not found(tree, ".//p:cxnSp")
        assert found(tree, ".//p:sp//a:custGeom")


@pytest.mark.parametrize(
    ("points", "name", "turn"),
    [
        (((0, 0), (50, 0), (50, 40), (120, 40)), "bentConnector3", {}),
        (((120, 40), (50, 40), (50, 0), (0, 0)), "bentConnector3", {"flipH": "1", "flipV": "1"}),
        (((0, 0), (0, 20), (60, 20), (60, 50)), "bentConnector3", {"rot": "5400000", "flipV": "1"}),
        (((0, 0), (60, 0), (60, 50)), "bentConnector2", {}),
        (((0, 0), (60, 10)), "straightConnector1", {}),
        (((0, 0), (30, 0), (60, 0)), "straightConnector1", {}),
    ],
)
def test_a_track_is_the_connector_that_goes_its_way(
    points: tuple[tuple[float, float], ...], name: str, turn: dict[str, str]
) -> None:
    form = etree.fromstring(f'<x xmlns:a="{NAMES["a"]}">{connector_of(wire(*points))}</x>')
    assert found(form, "a:prstGeom")[0].get("prst") == name
    assert dict(found(form, "a:xfrm")[0].attrib) == turn


def test_a_bend_stands_where_the_track_bends() -> None:
    form = connector_of(wire((0, 0), (30, 0), (30, 40), (120, 40)))
    assert 'name="adj1" fmla="val 25000"' in form


def test_what_bends_is_a_connector_for_powerpoint_and_drawn_for_others() -> None:
    points = ((80, 120), (140, 120), (140, 90), (190, 90), (190, 115), (200, 115))
    tree = slide(pptx_file([scene(wire(*points), box("a/1", 0), box("b/2", 200))]))
    choice = found(tree, ".//{*}AlternateContent/{*}Choice")[0]
    assert found(choice, "p:cxnSp//a:prstGeom")[0].get("prst") == "bentConnector5"
    assert found(choice, "p:cxnSp//a:endCxn")
    assert "openxmlformats" not in choice.nsmap[choice.get("Requires", "")]
    assert choice.get("Requires") not in ("a14", "p14", "p15")
    assert found(tree, ".//{*}Fallback/p:sp//a:custGeom")


def test_a_track_that_no_connector_goes_is_drawn() -> None:
    turns = ((0, 0), (9, 0), (9, 9), (18, 9), (18, 18), (27, 18), (27, 27))
    slanted = ((0, 0), (10, 20), (40, 30))
    for points in (turns, slanted):
        assert not connector_of(wire(*points))
        tree = slide(pptx_file([scene(wire(*points))]))
        assert not found(tree, ".//p:cxnSp")
        assert found(tree, ".//a:custGeom")


def test_straight_on_is_no_corner() -> None:
    line = tuple(Point(x, 0) for x in (0, 10, 10, 30))
    assert corners(line) == (Point(0, 0), Point(30, 0))


def test_a_band_is_an_area_with_a_connector_in_it() -> None:
    route = Band(Point(80, 105), Point(200, 115), 20, 20)
    band = Wire(route=route, paint=Paint("hue-band", "#1A7F69"), ends=("a/1", "b/2"), opacity=0.8)
    tree = slide(pptx_file([scene(band, box("a/1", 0), box("b/2", 200))]))
    assert found(tree, ".//a:endCxn")
    assert found(tree, ".//a:alpha[@val='80000']")


def test_a_curve_is_curved_and_drawn_for_others_where_it_is_steep() -> None:
    flat = Wire(route=Curve(Point(0, 0), Point(90, 30)))
    steep = Wire(route=Curve(Point(0, 0), Point(30, 90)))
    upright = Wire(route=Curve(Point(0, 0), Point(30, 90), upright=True))
    level = Wire(route=Curve(Point(0, 0), Point(90, 0)))
    for one in (flat, steep, upright):
        assert 'prst="curvedConnector3"' in connector_of(one)
    assert 'prst="straightConnector1"' in connector_of(level)
    ways = [goes_its_own_way(one) for one in (flat, steep, upright, level)]
    assert ways == [False, True, False, False]


def test_dashes_and_lines_of_text_are_kept() -> None:
    text = Label(x=10, y=200, lines=("one", "two"), size=10, language="fr")
    tree = slide(pptx_file([scene(wire((0, 9), (50, 9), dash="dashed"), text)]))
    assert found(tree, ".//a:prstDash[@val='dash']")
    body = next(it for it in found(tree, ".//p:txBody") if "one" in "".join(it.itertext()))
    assert "".join(body.itertext()) == "one two"
    assert len(found(body, ".//a:br")) == 1
    assert {it.get("lang") for it in found(body, ".//a:r/a:rPr")} == {"fr-CA"}


def test_notes_say_summary_state_and_what_is_given() -> None:
    made = pptx_file([scene(box("a/1", 0))], notes=("GAP-01 · Nobody there.",))
    notes = "".join(etree.fromstring(parts(made)["ppt/notesSlides/notesSlide1.xml"]).itertext())
    for said in ("Two boxes, joined.", "Lakes · Now · Draft", "Source: a poster.", "GAP-01 · Nobo"):
        assert said in notes


def test_a_page_larger_than_a_slide_can_be_is_made_to_fit() -> None:
    made = pptx_file([scene(box("a/1", 0), width=8064, height=4032)])
    size = etree.fromstring(parts(made)["ppt/presentation.xml"]).find("p:sldSz", NAMES)
    assert size is not None
    assert size.get("cx") == str(56 * 914400)
    assert 'sz="1000"' in parts(made)["ppt/slides/slide1.xml"].decode()


def test_hostile_words_stay_words() -> None:
    label = Label(x=0, y=99, lines=('<a:off/> & "\x00\x0b]]>',), size=10, key='k"/>')
    tree = slide(pptx_file([scene(label)]))
    assert '<a:off/> & "]]>' in "".join(tree.itertext())


def test_no_scene_is_no_presentation() -> None:
    with pytest.raises(ValueError, match="needs a scene"):
        pptx_file([])


def test_the_file_holds_no_picture_and_no_day_of_today() -> None:
    files = parts(pptx_file([scene(box("a/1", 0))]))
    assert not [name for name in files if name.endswith((".jpeg", ".png", ".bin"))]
    assert b"2000-01-01" in files["docProps/core.xml"]


def test_libreoffice_opens_the_slides(councils: States, office: str, tmp_path: Path) -> None:
    names = ("framework-map", "change-analysis")
    for name in names:
        made = pptx_file(pages(councils, name, "fr"))
        (tmp_path / f"{name}.pptx").write_bytes(made)
    profile = (tmp_path / "profile").as_uri()
    done = subprocess.run(
        [
            *(office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"),
            *("--outdir", str(tmp_path), *(str(tmp_path / f"{name}.pptx") for name in names)),
        ],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for name in names:
        page = PdfReader(tmp_path / f"{name}.pdf").pages[0]
        first = pages(councils, name, "fr")[0]
        assert abs(float(page.mediabox.width) - first.width) < 1
        text = "".join((page.extract_text() or "").split())
        assert "".join(first.title.split()) in text
