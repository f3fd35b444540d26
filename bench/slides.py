"""A slide of 300 shapes and 1,500 glued connectors, against the plain way of python-pptx.

The peer adds each shape and connector through the objects of the library and glues both ends.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt

from bench.measure import Figure, worked
from cadre.render.slides import pptx_file
from cadre.viewpoints.scene import Box, Furniture, Point, Rect, Scene, Track, Wire

BOXES = 300
WIRES = 1_500
LEAST = 30.0
_ACROSS = 20


def figures() -> Iterator[Figure]:
    """Our time for the deck against that of the plain way, both with all connectors glued."""
    scene = made()
    check(pptx_file([scene]))
    check(plainly(scene))
    (ours,) = worked(lambda: pptx_file([scene]), rounds=5)
    (theirs,) = worked(lambda: plainly(scene), rounds=1)
    yield Figure(
        f"PPTX of {BOXES} shapes and {WIRES:,} glued connectors",
        ours,
        "python-pptx, shape by shape",
        theirs,
        f"{LEAST:.0f} times faster",
        theirs > LEAST * ours,
    )


def made() -> Scene:
    """Boxes in rows, and wires between boxes drawn by lot, the same each time."""
    boxes = [
        Box(
            key=f"group/{place}",
            name=f"Group {place}",
            rect=Rect(20 + place % _ACROSS * 58, 20 + place // _ACROSS * 50, 40, 24),
        )
        for place in range(BOXES)
    ]
    drawn = random.Random(5)
    pairs = [drawn.sample(boxes, 2) for _ in range(WIRES)]
    wires = [
        Wire(
            route=Track((_right(one.rect), _left(other.rect))),
            ends=(one.key, other.key),
        )
        for one, other in pairs
    ]
    return Scene(
        viewpoint="bench",
        width=1224,
        height=792,
        paper="tabloid",
        language="en",
        title="Bench",
        lead="",
        summary="Bench",
        body=Rect(0, 0, 1224, 792),
        head=(),
        items=(*boxes, *wires),
        foot=(),
        legend=(),
        furniture=Furniture("Bench", "Bench"),
    )


def plainly(scene: Scene) -> bytes:
    """The same slide through the objects of python-pptx."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(scene.width), Pt(scene.height)
    shapes: Any = deck.slides.add_slide(deck.slide_layouts[6]).shapes
    known: dict[str, Any] = {}
    for item in scene.items:
        if isinstance(item, Box):
            rect = (Pt(value) for value in item.rect)
            known[item.key] = shapes.add_shape(MSO_SHAPE.RECTANGLE, *rect)
    for item in scene.items:
        if isinstance(item, Wire):
            connector = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
            connector.begin_connect(known[item.ends[0]], 3)
            connector.end_connect(known[item.ends[1]], 1)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def check(data: bytes) -> None:
    """RuntimeError when a connector is missing or not glued at both ends."""
    tree = Presentation(io.BytesIO(data)).slides[0].shapes._spTree  # noqa: SLF001 -- to count
    ends = [tree.xpath(f".//p:cxnSp//a:{end}") for end in ("stCxn", "endCxn")]
    if any(len(found) != WIRES for found in ends):
        raise RuntimeError(f"glued ends: {[len(found) for found in ends]}, not {WIRES}")


def _right(rect: Rect) -> Point:
    return Point(rect.right, rect.centre.y)


def _left(rect: Rect) -> Point:
    return Point(rect.x, rect.centre.y)
