"""How wide a text will be, asked of somebody who knows the font; and lines broken by that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Protocol

ASCENT: Final = 0.74
"""From the baseline up to the top of capitals, as a share of the size."""
DESCENT: Final = 0.24
"""From the baseline down to the foot of a `g`, as a share of the size."""


class Measure(Protocol):
    """Knows the fonts that renderings will use."""

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """The width of one line of text, in points."""
        ...

    def lacks(self, text: str) -> str:
        """The characters of a text that the fonts cannot show."""
        ...


def one_line(text: str) -> str:
    """A text that stands on one line, as in a sign: its line breaks and tabs are spaces."""
    return " ".join(_words(re.sub(r"[\r\n]", " ", text)))


def wrap(
    text: str, size: float, room: float, measure: Measure, *, bold: bool = False
) -> tuple[str, ...]:
    """The text in as few lines as `room` points allow, as even as can be. Never cuts.

    Breaks at spaces (never at a no-break space) and at line ends. A word wider than the room is
    broken after a hyphen, a slash or, failing that, between letters; no letter is lost.
    """
    found: list[str] = []
    for paragraph in text.split("\n"):
        words = list(_fitting(_words(paragraph), size, room, measure, bold))
        widths = [measure.width(word, size, bold) for word in words]
        space = measure.width(" ", size, bold)
        count = len(_filled(widths, space, room))
        low, high = 0.0, room
        for _ in range(14 if count > 1 else 0):
            middle = (low + high) / 2
            fits = max(widths, default=0.0) <= middle
            if fits and len(_filled(widths, space, middle)) <= count:
                high = middle
            else:
                low = middle
        start = 0
        for length in _filled(widths, space, high):
            found.append(" ".join(words[start : start + length]))
            start += length
    return tuple(found)


def _words(text: str) -> list[str]:
    """The parts between spaces; `str.split` alone would break at no-break spaces too."""
    return [word for word in re.split(r"[ \t]+", text) if word]


def _filled(widths: list[float], space: float, room: float) -> list[int]:
    """How many words stand on each line when lines are filled greedily."""
    lines: list[int] = []
    used = 0.0
    for width in widths:
        if lines and used + space + width <= room + 0.01:
            lines[-1] += 1
            used += space + width
        else:
            lines.append(1)
            used = width
    return lines


def _fitting(
    words: Iterable[str], size: float, room: float, measure: Measure, bold: bool
) -> Iterable[str]:
    for word in words:
        if measure.width(word, size, bold) <= room:
            yield word
            continue
        rest = ""
        for piece in re.findall(r"[^-/\u2013]+[-/\u2013]?|[-/\u2013]", word):
            for part in (piece,) if measure.width(piece, size, bold) <= room else piece:
                if rest and measure.width(rest + part, size, bold) > room:
                    yield rest
                    rest = ""
                rest += part
        if rest:
            yield rest


def widest(texts: Iterable[str], size: float, measure: Measure, *, bold: bool = False) -> float:
    """The width of the widest of some lines, 0 when there are none."""
    return max((measure.width(text, size, bold) for text in texts), default=0.0)


def longest_word(
    texts: Iterable[str], size: float, measure: Measure, *, bold: bool = False
) -> float:
    """The width of the widest single word: a column is never narrower."""
    return widest((word for text in texts for word in _words(text)), size, measure, bold=bold)
