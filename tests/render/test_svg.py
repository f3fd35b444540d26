"""SVG: safe XML, the same bytes each time, real text, links in pages and no style attribute."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from cadre.core.keys import LinkId
from cadre.core.traits import GLYPHS, MARKS
from cadre.render.glyphs import PATHS
from cadre.render.svg import hues_of, stylesheet, svg_file, svg_page
from cadre.viewpoints.scene import (
    ACCENT,
    HATCH,
    Band,
    Box,
    Curve,
    Furniture,
    Glyph,
    Group,
    Item,
    Label,
    Outline,
    Paint,
    Point,
    Rect,
    Region,
    Scene,
    Shape,
    Track,
    Wire,
)

SVG = "{http://www.w3.org/2000/svg}"
HUE = Paint("hue", "#1A7F69")
SHAPES: tuple[Shape, ...] = (
    *("plain", "body", "aim", "work", "output", "outcome", "decision", "pill"),
)
OUTLINES: tuple[Outline, ...] = ("none", "plain", "thin", "double", "struck")

SCENE = Scene(
    viewpoint="test",
    width=400,
    height=300,
    paper="tabloid",
    language="fr",
    title="Tout va <bien> & «\u00a0mieux\u00a0»",
    lead="",
    summary="Un résumé",
    body=Rect(10, 20, 380, 260),
    head=(Label(x=20, y=20, lines=("Titre",), size=12, bold=True),),
    items=(
        Region(rect=Rect(10, 40, 100, 50), fill=HATCH, hatched=True),
        *(
            Box(rect=Rect(10 + 45 * place, 100, 40, 20), shape=shape, fill=HUE, dashed=place == 3)
            for place, shape in enumerate(SHAPES)
        ),
        *(
            Box(rect=Rect(10 + 45 * place, 130, 40, 20), outline=outline, hatched=place == 1)
            for place, outline in enumerate(OUTLINES)
        ),
        Group(
            key="group/a",
            name="A & B",
            items=(
                Label(x=20, y=60, lines=("Deux", "lignes"), size=10, within=Rect(10, 40, 100, 50)),
                Label(x=90, y=60, lines=("One", "two"), size=10, anchor="end", language="en"),
                Glyph(x=30, y=70, size=10, glyph="nodes", paint=ACCENT),
            ),
        ),
        Group(
            shows=("group/a", "focus-area/b"),
            links=(LinkId("covers", "group/a", "focus-area/b"),),
            name="Travaille",
            items=(Region(rect=Rect(200, 40, 20, 20), fill=HUE, radius=2),),
        ),
        Wire(
            route=Track((Point(10, 200), Point(60, 200), Point(60, 240), Point(120, 240))),
            casing=2,
            end="arrow",
            ends=("group/a", "group/b"),
        ),
        Wire(route=Curve(Point(10, 210), Point(100, 260)), dash="dotted", end="open"),
        Wire(route=Band(Point(150, 200), Point(300, 240), 10, 20), paint=HUE, opacity=0.85),
    ),
    foot=(),
    legend=(),
    furniture=Furniture("", ""),
)


def parsed(text: str | bytes) -> ET.Element:
    return ET.fromstring(text)


def test_a_file_is_xml_with_title_and_description() -> None:
    root = parsed(svg_file(SCENE))
    assert root.get("width") == "400pt"
    assert root.get("viewBox") == "0 0 400 300"
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == SCENE.title
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert svg_file(SCENE) == svg_file(replace(SCENE))
    assert svg_file(SCENE) != svg_file(SCENE, "dark")


def test_text_is_text() -> None:
    file = svg_file(SCENE).decode()
    assert "Deux" in file
    spoken = ["".join(one.itertext()) for one in parsed(file.encode()).iter(f"{SVG}text")]
    assert spoken == ["Titre", "Deux lignes", "One", "two"]


def test_a_text_in_the_other_language_says_so() -> None:
    marked = [one for one in parsed(svg_file(SCENE)).iter(f"{SVG}text") if one.get("lang")]
    assert [one.get("lang") for one in marked] == ["en", "en"]


@pytest.mark.parametrize("evil", ["<script>", '"onload="x', "\x0b\x1b\ufffe", "]]>"])
def test_what_xml_cannot_hold_does_no_harm(evil: str) -> None:
    label = Label(x=20, y=20, lines=(evil,), size=10)
    group = Group(key=f"group/{evil}", name=evil, items=(label,))
    scene = replace(SCENE, title=evil, items=(group,))
    assert parsed(svg_file(scene)) is not None
    page = svg_page(scene, prefix="p", link=lambda item: f"/{item.key}")
    assert parsed(page).find(f"{SVG}script") is None


def test_a_page_has_no_style_attribute_and_no_outside_address() -> None:
    page = svg_page(SCENE, prefix="p", link=lambda item: "/x" if item.key else None)
    assert " style=" not in page
    assert "<style" not in page
    assert set(re.findall(r"https?://[^\"]+", page)) == {"http://www.w3.org/2000/svg"}


def test_a_page_links_what_leads_somewhere_and_carries_keys() -> None:
    def link(item: Item) -> str | None:
        return f"/fr/{item.key}" if item.key else None

    root = parsed(svg_page(SCENE, prefix="p1", link=link))
    [anchor] = root.iter(f"{SVG}a")
    assert anchor.get("href") == "/fr/group/a"
    assert anchor.get("data-key") == "group/a"
    assert anchor[0].text == "A & B"
    assert root.get("role") == "group"
    shown = [one.get("data-shows") for one in root.iter(f"{SVG}g") if one.get("data-shows")]
    assert "group/a focus-area/b" in shown
    assert "group/a group/b" in shown


def test_a_page_without_links_is_one_image() -> None:
    root = parsed(svg_page(SCENE, prefix="p"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "p-title p-desc"
    assert not list(root.iter(f"{SVG}a"))


def test_a_page_shows_the_drawing_alone_or_all() -> None:
    assert "Titre" not in svg_page(SCENE, prefix="p")
    assert "Titre" in svg_page(SCENE, prefix="p", part="all")
    assert 'viewBox="10 20 380 260"' in svg_page(SCENE, prefix="p")


def test_links_do_not_stand_in_links() -> None:
    inner = Group(key="group/b", items=(Label(x=20, y=20, lines=("x",), size=10),))
    scene = replace(SCENE, items=(Group(key="group/a", items=(inner,)),))
    root = parsed(svg_page(scene, prefix="p", link=lambda item: item.key))
    assert len(list(root.iter(f"{SVG}a"))) == 1


def test_every_class_of_a_page_has_its_dark_rule() -> None:
    page = svg_page(SCENE, prefix="p")
    rules = stylesheet(hues_of(SCENE))
    names = {name for found in re.findall(r'class="([^"]+)"', page) for name in found.split()}
    missing = [name for name in names - {"picture"} if f".{name}{{" not in rules]
    assert missing == []
    assert hues_of(SCENE) == {"#1A7F69"}


def test_every_glyph_and_mark_has_its_paths() -> None:
    for choice in (*GLYPHS, *MARKS):
        assert PATHS[choice.key], choice.key
    for choice in MARKS:
        assert all(not stroke.filled for stroke in PATHS[f"{choice.key}-open"])


def test_hatching_stays_inside() -> None:
    scene = replace(
        SCENE, items=(Region(rect=Rect(13, 47, 31, 9), fill=HATCH, hatched=True),), head=()
    )
    [path] = parsed(svg_page(scene, prefix="p")).iter(f"{SVG}path")
    numbers = [float(one) for one in re.findall(r"[\d.]+", path.get("d", ""))]
    assert numbers
    assert all(13 <= x <= 44 for x in numbers[0::2])
    assert all(47 <= y <= 56 for y in numbers[1::2])
