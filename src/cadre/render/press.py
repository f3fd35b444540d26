"""Typst with the fonts that ship and nothing from outside: no system font, no package, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import typst

from cadre.render.measure import FONTS, MEASURE

_TEMPLATES: Final = Path(__file__).parent / "templates"
UNKNOWN: Final = "\ufffd"
"""Stands for a letter that no font here has: a PDF that lacks letters is no PDF/UA."""


def press_pdf(template: str, inputs: Mapping[str, str]) -> bytes:
    """A template with its data as PDF/UA-1."""
    found = typst.compile(
        _TEMPLATES / template,
        root=_TEMPLATES,
        format="pdf",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=dict(inputs),
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    return _one(found)


def press_png(template: str, inputs: Mapping[str, str], *, ppi: float) -> bytes:
    """A template of one page with its data as PNG, at so many pixels an inch."""
    found = typst.compile(
        _TEMPLATES / template,
        root=_TEMPLATES,
        format="png",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=dict(inputs),
        ppi=ppi,
        timestamp=0,
    )
    return _one(found)


def _one(found: bytes | list[bytes] | None) -> bytes:
    if not isinstance(found, bytes):
        raise TypeError("one file was expected of Typst")
    return found


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


def showable(text: str) -> str:
    """The text with a sign in place of each letter that our fonts lack."""
    if text.isascii():
        return text
    lacking = MEASURE.lacks("".join(set(text) - {"\n", "\t"}))
    return text.translate(dict.fromkeys(map(ord, lacking), UNKNOWN)) if lacking else text
