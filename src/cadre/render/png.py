"""A page of a picture as PNG, with the fonts that ship. The same scene gives the same bytes."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from cadre.render.press import press_png, showable
from cadre.render.svg import svg_file
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.tokens import Theme

PIXELS: Final = 96.0
"""Pixels an inch at scale 1: a browser's."""
_HEAD: Final = 33
"""The length of the signature and the first chunk of every PNG."""


def png_file(scene: Scene, *, scale: float = 1.0, theme: Theme = "light") -> bytes:
    """The whole page of a scene in pixels: at scale 1 as many as a browser gives its SVG.

    The file says how large the page is, so that a document shows it at that size at any scale.
    """
    ppi = PIXELS * scale
    inputs = {
        "drawing": showable(svg_file(scene, theme).decode()),
        "width": str(scene.width),
        "height": str(scene.height),
    }
    drawn = press_png("page.typ", inputs, ppi=ppi)
    return drawn[:_HEAD] + _resolution(ppi) + drawn[_HEAD:]


def _resolution(ppi: float) -> bytes:
    """The chunk `pHYs`: pixels a metre, both ways (PNG, third edition, 11.3.4.3)."""
    metre = round(ppi / 0.0254)
    data = b"pHYs" + struct.pack(">IIB", metre, metre, 1)
    return struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
