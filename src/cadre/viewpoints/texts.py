"""Text put in its place: paragraphs with their height, single lines beside a middle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cadre.core.text import Language, Text
from cadre.viewpoints.measure import Measure, wrap
from cadre.viewpoints.scene import GROUND, INK, Anchor, Label, Paint, Rect
from cadre.viewpoints.words import Words

LEADING: Final = 1.25
_RISE: Final = 0.98
"""From the top of a paragraph to its first baseline, as a share of the size."""
_HALF_CAPITAL: Final = 0.357
"""From the middle of a line down to its baseline, as a share of the size (Noto Sans)."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a text looks: size in points, weight, paint, and what is behind it."""

    size: float
    bold: bool = False
    paint: Paint = INK
    on: Paint = GROUND
    leading: float = LEADING

    @property
    def step(self) -> float:
        """From baseline to baseline."""
        return self.size * self.leading


def foreign(text: Text, words: Words) -> Language | None:
    """The language a text falls back to, or None where it is in the reader's own."""
    language = words.rendition(text).language
    return None if language == words.language else language


def paragraph(
    text: str,
    face: Face,
    room: Rect,
    measure: Measure,
    *,
    anchor: Anchor = "start",
    language: Language | None = None,
    name: str = "",
) -> Label:
    """A text broken to the width of its room, from the room's top. `height_of` tells its height."""
    lines = wrap(text, face.size, room.width, measure, bold=face.bold)
    x = {"start": room.x, "middle": room.centre.x, "end": room.right}[anchor]
    return Label(
        x=x,
        y=room.y + face.size * _RISE,
        lines=lines,
        size=face.size,
        bold=face.bold,
        paint=face.paint,
        on=face.on,
        anchor=anchor,
        leading=face.step,
        language=language,
        name=name,
        within=Rect(room.x, room.y, room.width, max(room.height, len(lines) * face.step)),
    )


def centred(
    text: str,
    face: Face,
    room: Rect,
    measure: Measure,
    *,
    anchor: Anchor = "start",
    language: Language | None = None,
) -> Label:
    """The same, with its lines in the middle of the room's height."""
    lines = wrap(text, face.size, room.width, measure, bold=face.bold)
    x = {"start": room.x, "middle": room.centre.x, "end": room.right}[anchor]
    first = room.centre.y - (len(lines) - 1) * face.step / 2
    return Label(
        x=x,
        y=first + face.size * _HALF_CAPITAL,
        lines=lines,
        size=face.size,
        bold=face.bold,
        paint=face.paint,
        on=face.on,
        anchor=anchor,
        leading=face.step,
        language=language,
        within=room,
    )


def height_of(label: Label) -> float:
    """The height that a paragraph takes."""
    return len(label.lines) * label.step


def height_for(text: str, face: Face, room: float, measure: Measure) -> float:
    """The height that a text will take at this width."""
    return len(wrap(text, face.size, room, measure, bold=face.bold)) * face.step
