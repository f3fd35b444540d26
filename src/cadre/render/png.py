"""A page of a picture as PNG, with the fonts that ship. The same scene gives the same bytes."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from math import ceil
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
    page = replace(scene, width=_whole(scene.width), height=_whole(scene.height))
    inputs = {
        "drawing": showable(svg_file(page, theme).decode()),
        "width": str(page.width),
        "height": str(page.height),
    }
    drawn = press_png("page.typ", inputs, ppi=ppi)
    return drawn[:_HEAD] + _resolution(ppi) + drawn[_HEAD:]


def _whole(points: float) -> float:
    """A length of at least so many points that is a whole number of pixels at scale 1.

    Typst fits a drawing to its pixels by leaving out or doubling a row where they do not agree:
    a line of text then loses its top.
    """
    return ceil(round(points * PIXELS / 72, 3)) * 72 / PIXELS


def _resolution(ppi: float) -> bytes:
    """The chunk `pHYs`: pixels a metre, both ways (PNG, third edition, 11.3.4.3)."""
    metre = round(ppi / 0.0254)
    data = b"pHYs" + struct.pack(">IIB", metre, metre, 1)
    return struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
