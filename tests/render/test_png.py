"""PNG: the size that was asked for, the same bytes each time, and any letter."""

import struct
from dataclasses import replace

import pytest

from cadre.core.states import States
from cadre.render.measure import MEASURE
from cadre.render.png import png_file
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import Label, Scene
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording


@pytest.fixture(scope="module")
def scene(reference: States) -> Scene:
    return VIEWPOINTS["gap-matrix"].draw(
        reference.at("2016-09"),
        words=wording("fr"),
        measure=MEASURE,
        stage=Stage(reference.name, reference.info("2016-09")),
    )


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize(("scale", "size"), [(1, (1632, 1056)), (2, (3264, 2112))])
def test_a_page_has_the_pixels_of_a_browser_times_its_scale(
    scene: Scene, scale: int, size: tuple[int, int]
) -> None:
    png = png_file(scene, scale=scale)
    assert size_of(png) == size
    place = png.index(b"pHYs") + 4
    across, _, unit = struct.unpack(">IIB", png[place : place + 9])
    assert (across, unit) == (round(96 * scale / 0.0254), 1)


def test_the_same_scene_gives_the_same_bytes(scene: Scene) -> None:
    assert png_file(scene) == png_file(replace(scene))
    assert png_file(scene) != png_file(scene, theme="dark")


def test_a_letter_that_no_font_has_is_no_failure(scene: Scene) -> None:
    label = Label(x=40, y=30, lines=("漢字 🦀",), size=12)
    assert png_file(replace(scene, foot=(label,))) != png_file(replace(scene, foot=()))
