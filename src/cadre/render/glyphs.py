"""The shapes of glyphs, marks and pointers, on a grid of sixteen by sixteen.

Each is a few paths, filled or stroked in one colour, so that every format can draw them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

GRID: Final = 16
STROKE: Final = 1.7


class Stroke(NamedTuple):
    """A path in SVG notation, and whether it is filled or stroked."""

    path: str
    filled: bool = False


def _disc(x: float, y: float, radius: float, *, filled: bool = True) -> Stroke:
    path = (
        f"M{x - radius:g} {y:g}a{radius:g} {radius:g} 0 1 0 {2 * radius:g} 0"
        f"a{radius:g} {radius:g} 0 1 0 {-2 * radius:g} 0z"
    )
    return Stroke(path, filled)


def _bar(x: float, y: float, width: float, height: float, *, filled: bool = True) -> Stroke:
    return Stroke(f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z", filled)


def _line(path: str) -> Stroke:
    return Stroke(path)


def _solid(path: str) -> Stroke:
    return Stroke(path, True)


PATHS: Final[dict[str, tuple[Stroke, ...]]] = {
    # What focus areas and types may carry (`GLYPHS` in cadre.core.traits).
    "nodes": (
        _line("M8 6.2V9M3.4 11.4V9H12.6V11.4"),
        _disc(8, 4, 2.5),
        _disc(3.4, 12.6, 2.1),
        _disc(12.6, 12.6, 2.1),
    ),
    "page": (
        _line("M3.6 1.8H9.4L12.6 5V14.2H3.6z"),
        _line("M6 7.6H10.2M6 10.6H10.2"),
    ),
    "bars": (
        _line("M8 1.3V14.7"),
        _bar(2, 2.7, 12, 2.8),
        _bar(4.4, 6.7, 7.2, 2.8),
        _bar(3, 10.7, 10, 2.8),
    ),
    "layers": (
        _solid("M8 1.4L14.6 4.9L8 8.4L1.4 4.9z"),
        _line("M1.6 8.2L8 11.6L14.4 8.2"),
        _line("M1.6 11.2L8 14.6L14.4 11.2"),
    ),
    "person": (
        _disc(8, 4.7, 3.2),
        _solid("M1.8 14.6C1.8 11 4.4 9.2 8 9.2S14.2 11 14.2 14.6z"),
    ),
    "speech": (
        _line("M2 2.4H14V10.8H8.2L4.9 14V10.8H2z"),
        _line("M5 5.4H11M5 7.9H9"),
    ),
    "mortarboard": (
        _solid("M8 2.6L15.2 6.1L8 9.6L0.8 6.1z"),
        _line("M4 8.3V11.6C6 13.5 10 13.5 12 11.6V8.3M15 6.4V11"),
    ),
    "blocks": (
        _bar(1.8, 1.8, 5.2, 5.2),
        _bar(9, 1.8, 5.2, 5.2),
        _bar(1.8, 9, 5.2, 5.2),
        _bar(9.2, 9.2, 4.8, 4.8, filled=False),
    ),
    "rings": (
        _disc(5.6, 8, 4.1, filled=False),
        _disc(10.4, 8, 4.1, filled=False),
    ),
    "chart": (
        _line("M1.4 14.4H14.6"),
        _bar(2.3, 8.6, 2.9, 4.6),
        _bar(6.6, 5.4, 2.9, 7.8),
        _bar(10.9, 1.8, 2.9, 11.4),
    ),
    "disc": (_disc(8, 8, 5.6),),
    "flag": (
        _line("M3.4 1.6V14.6"),
        _solid("M3.4 2.2H13.6L11.2 5.6L13.6 9H3.4z"),
    ),
    "star": (
        _solid("M8 1.2L10 5.9L15.1 6.3L11.2 9.6L12.4 14.6L8 11.9L3.6 14.6L4.8 9.6L0.9 6.3L6 5.9z"),
    ),
    "wave": (
        _line("M1.2 5.6C3.4 2.8 5.6 2.8 8 5.6S12.6 8.4 14.8 5.6"),
        _line("M1.2 11C3.4 8.2 5.6 8.2 8 11S12.6 13.8 14.8 11"),
    ),
    "leaf": (
        _solid(
            "M13.8 2.2C6.4 2.2 2.6 5 2.6 9.4C2.6 11.6 4.2 13.2 6.4 13.2C11 13.2 13.8 9 13.8 2.2z"
        ),
        _line("M2.2 14.4L4.4 11.8"),
    ),
    "house": (
        _line("M1.6 8L8 2.2L14.4 8"),
        _solid("M3.4 8.4L8 4.4L12.6 8.4V14H9.6V10H6.4V14H3.4z"),
    ),
    # What councils are marked by (`MARKS`). Equal in weight to the eye, not in width.
    "square": (_bar(2, 2, 12, 12),),
    "diamond": (_solid("M8 0.4L15.6 8L8 15.6L0.4 8z"),),
    "circle": (_disc(8, 8, 6.8),),
    "triangle": (_solid("M8 1.2L15.4 14.2H0.6z"),),
    "hexagon": (_solid("M8 0.6L14.6 4.3V11.7L8 15.4L1.4 11.7V4.3z"),),
    "cross": (_solid("M5.4 1.4H10.6V5.4H14.6V10.6H10.6V14.6H5.4V10.6H1.4V5.4H5.4z"),),
    # The same in outline: a group that is only proposed.
    "square-open": (_bar(2.8, 2.8, 10.4, 10.4, filled=False),),
    "diamond-open": (_line("M8 1.8L14.2 8L8 14.2L1.8 8z"),),
    "circle-open": (_disc(8, 8, 5.9, filled=False),),
    "triangle-open": (_line("M8 3L13.8 13.2H2.2z"),),
    "hexagon-open": (_line("M8 1.8L13.5 4.9V11.1L8 14.2L2.5 11.1V4.9z"),),
    "cross-open": (_line("M6 2.2H10V6H13.8V10H10V13.8H6V10H2.2V6H6z"),),
    # Pointers and other signs that the fonts lack.
    "up": (_solid("M8 1.8L15 13.8H1z"),),
    "down": (_solid("M8 14.2L15 2.2H1z"),),
    "right": (_solid("M14.2 8L2.2 15V1z"),),
    "left": (_solid("M1.8 8L13.8 15V1z"),),
    "arrow": (
        _line("M1.6 8H12.6"),
        _solid("M15 8L9.4 12.2V3.8z"),
    ),
    "dot": (_disc(8, 8, 2.4),),
    "ring": (_disc(8, 8, 5.4, filled=False),),
    "check": (_line("M2.6 8.6L6.4 12.4L13.6 3.8"),),
    "question": (
        _line("M4.6 5.2C4.6 0.8 11.4 0.8 11.4 5.2C11.4 8 8 7.6 8 10.4"),
        _disc(8, 13.6, 1.2),
    ),
}

MARKS: Final = ("square", "diamond", "circle", "triangle", "hexagon", "cross", "disc")
for _name in MARKS:
    # The same mark, hollow: what is not sure, or not counted.
    PATHS[f"{_name}-open"] = tuple(Stroke(stroke.path) for stroke in PATHS[_name])
