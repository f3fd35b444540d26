"""How wide texts are in the fonts that ship: shaped by HarfBuzz, as browsers and printers do."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import uharfbuzz

FONTS: Final = Path(__file__).parent / "fonts"
_FAMILIES: Final = ("NotoSans", "DejaVuSans")
"""The second stands in, letter by letter, for what the first lacks."""
FIRST_FAMILY: Final = _FAMILIES[0]


class FontMeasure:
    """Measures in Noto Sans, with DejaVu Sans behind it. The fonts are opened when first asked."""

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """The width of one line of text, in points."""
        return _advance(text, bold) * size

    def lacks(self, text: str) -> str:
        """The characters of a text that neither font can show."""
        has = _face(_FAMILIES[0], False)[1]
        rest = [char for char in text if ord(char) not in has]
        return "".join(char for char in rest if ord(char) not in _face(_FAMILIES[1], False)[1])


MEASURE: Final = FontMeasure()


@cache
def _face(family: str, bold: bool) -> tuple[uharfbuzz.Font, frozenset[int], int]:
    """A font, the characters it has, and its units per em."""
    path = FONTS / f"{family}-{'Bold' if bold else 'Regular'}.ttf"
    if not path.exists():
        path = FONTS / f"{family}{'-Bold' if bold else ''}.ttf"
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    return uharfbuzz.Font(face), frozenset(face.unicodes), int(face.upem)


@lru_cache(maxsize=65536)
def _advance(text: str, bold: bool) -> float:
    """The width of a text at size 1."""
    return sum(_shaped(run, family, bold) for family, run in font_runs(text, bold))


def font_runs(text: str, bold: bool) -> list[tuple[str, str]]:
    """The text in pieces, each with the family of fonts that has its letters."""
    first, second = _FAMILIES
    has = _face(first, bold)[1]
    runs: list[tuple[str, str]] = []
    for char in text:
        family = first if ord(char) in has else second
        if runs and runs[-1][0] == family:
            runs[-1] = (family, runs[-1][1] + char)
        else:
            runs.append((family, char))
    return runs


def _shaped(run: str, family: str, bold: bool) -> float:
    font, _, upem = _face(family, bold)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"kern": True, "liga": True})
    return float(sum(place.x_advance for place in buffer.glyph_positions)) / upem
