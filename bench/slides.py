"""Slides: a picture of 300 boxes and 1,500 glued connectors, against python-pptx's own way.

Its way adds a shape and a connector at a time and then connects both ends; each looks at every
shape of the slide for the next number and for the shape it joins. So it is measured once.
"""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Iterator

from bench.measure import Figure, medians
from cadre.render.slides import pptx_file
from cadre.viewpoints.scene import Box, Furniture, Label, Point, Rect, Scene, Track, Wire

LEAST = 30.0
BOXES, WIRES = 300, 1500
COLUMNS = 20


def figures() -> Iterator[Figure]:
    """Our time against that of python-pptx for the same shapes."""
    picture = scene()
    glued = joins()
    check(pptx_file([picture]))
    (ours,) = medians(lambda: pptx_file([picture]), rounds=5)
    began = time.perf_counter()
    check(by_python_pptx(glued))
    theirs = time.perf_counter() - began
    bound = f"{LEAST:g} times faster (is {theirs / ours:.0f})"
    what = f"{BOXES} boxes and {WIRES:,} glued connectors as a slide"
    yield Figure(what, ours, "python-pptx", theirs, bound, theirs >= LEAST * ours)


def places() -> list[Rect]:
    """Where the boxes stand."""
    return [
        Rect(100 * (at % COLUMNS) + 10, 60 * (at // COLUMNS) + 80, 70, 30) for at in range(BOXES)
    ]


def joins() -> list[tuple[int, int]]:
    """Which boxes are joined: pairs of different ones, the same each time."""
    chance = random.Random(7)
    pairs = [(chance.randrange(BOXES), chance.randrange(1, BOXES)) for _ in range(WIRES)]
    return [(first, (first + away) % BOXES) for first, away in pairs]


def scene() -> Scene:
    """The picture: every wire from the right side of a box to the left side of another."""
    rects = places()
    boxes = [Box(rect=rect, key=f"box/{at}") for at, rect in enumerate(rects)]
    wires = [
        Wire(
            route=Track(
                (
                    Point(rects[first].right, rects[first].centre.y),
                    Point(rects[second].x, rects[second].centre.y),
                )
            ),
            ends=(f"box/{first}", f"box/{second}"),
        )
        for first, second in joins()
    ]
    width, height = 100 * COLUMNS + 20, 60 * BOXES / COLUMNS + 100
    return Scene(
        viewpoint="bench",
        width=width,
        height=height,
        paper="a1",
        language="en",
        title="Boxes",
        lead="",
        summary="Boxes, joined.",
        body=Rect(0, 0, width, height),
        head=(Label(x=10, y=40, lines=("Boxes",), size=20),),
        items=(*wires, *boxes),
        foot=(),
        legend=(),
        furniture=Furniture("Bench", "Now"),
    )


def by_python_pptx(glued: list[tuple[int, int]]) -> bytes:
    """The same shapes, added and connected one by one."""
    from pptx import Presentation
    from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
    from pptx.util import Pt

    book = Presentation()
    shapes = book.slides.add_slide(book.slide_layouts[5]).shapes
    boxes = [
        shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(it.x), Pt(it.y), Pt(it.width), Pt(it.height))
        for it in places()
    ]
    for first, second in glued:
        connector = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
        connector.begin_connect(boxes[first], 3)
        connector.end_connect(boxes[second], 1)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def check(made: bytes) -> None:
    """Both made what they say. AssertionError when a connector is missing or hangs loose."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        text = archive.read("ppt/slides/slide1.xml")
    assert text.count(b"<a:stCxn ") == text.count(b"<a:endCxn ") == WIRES
