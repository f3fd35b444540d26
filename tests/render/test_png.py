"""PNG: the size that was asked for, the same bytes each time, and any letter."""

import struct
import zlib
from dataclasses import replace

import pytest

from cadre.core.states import States
from cadre.render.measure import MEASURE
from cadre.render.png import png_file
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import INK, Label, Rect, Region, Scene
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


@pytest.mark.parametrize("scale", [1, 2])
def test_no_row_is_lost_where_a_page_is_no_whole_number_of_pixels(scene: Scene, scale: int) -> None:
    bars = tuple(Region(rect=Rect(0, place * 6, 30, 3), fill=INK) for place in range(1, 140))
    page = replace(scene, width=60.3, height=888.91, head=(), items=bars, foot=())
    rows = [row[0] < 128 for row in rows_of(png_file(page, scale=scale))]
    assert len(rows) == 1186 * scale
    dark = [place for place, is_dark in enumerate(rows) if is_dark]
    assert dark == [
        scale * (place * 8 + of) + half
        for place in range(1, 140)
        for of in range(4)
        for half in range(scale)
    ]


def rows_of(png: bytes) -> list[bytes]:
    """The rows of a PNG of eight bits a channel, unfiltered (PNG, third edition, 9.2)."""
    depth, colour_type = png[24:26]
    assert (depth, colour_type) in {(8, 2), (8, 6)}
    step = 3 if colour_type == 2 else 4
    width, height = size_of(png)
    data, place = b"", 8
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        data += png[place + 8 : place + 8 + length] if kind == b"IDAT" else b""
        place += length + 12
    packed, stride = zlib.decompress(data), width * step
    before, rows = bytes(stride), []
    for top in range(0, height * (stride + 1), stride + 1):
        before = unfiltered(packed[top], packed[top + 1 : top + 1 + stride], before, step)
        rows.append(before)
    return rows


def unfiltered(how: int, row: bytes, above: bytes, step: int) -> bytes:
    found = bytearray(row)
    for place in range(len(found)):
        left = found[place - step] if place >= step else 0
        up = above[place]
        corner = above[place - step] if place >= step else 0
        guess = (0, left, up, (left + up) // 2, nearest(left, up, corner))[how]
        found[place] = (found[place] + guess) & 255
    return bytes(found)


def nearest(left: int, up: int, corner: int) -> int:
    sum_of = left + up - corner
    return min((left, up, corner), key=lambda one: abs(sum_of - one))
