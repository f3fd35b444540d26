"""The signs that all pictures share, so that after two of them the eye needs no legend."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.axis import Step
from cadre.viewpoints.measure import Measure, one_line
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    HATCH,
    INK,
    INK_2,
    INK_3,
    NONE,
    RULE_2,
    AnyItem,
    Glyph,
    Paint,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)
from cadre.viewpoints.texts import Face, centred

MOST_STEPS: Final = 4
_STEPS: Final = (
    Paint("step-0"),
    Paint("step-1"),
    Paint("step-2"),
    Paint("step-3"),
    Paint("step-4"),
)
_ON_STEPS: Final = (
    Paint("on-step-0"),
    Paint("on-step-1"),
    Paint("on-step-2"),
    Paint("on-step-3"),
    Paint("on-step-4"),
)
_BAR, _BAR_GAP = 3.0, 2.0
UNSURE_LABEL: Final = Text("likely reading, to be confirmed", "lecture probable, à confirmer")
"""What the dashed line of `unsure` means."""


def chip_width(step: Step, height: float, measure: Measure) -> float:
    """How wide the chip of an axis step is at this height."""
    size = max(height * 0.62, 9.0)
    return height * 1.14 + max(measure.width(step.code, size, True), height * 0.5) + height * 0.3


def chip(step: Step, x: float, y: float, height: float, measure: Measure) -> tuple[AnyItem, ...]:
    """The hue, glyph and code of an axis step, side by side."""
    width = chip_width(step, height, measure)
    code = Rect(x + height, y, width - height - height * 0.12, height)
    return (
        Region(rect=Rect(x, y, width, height), fill=step.fill, radius=2),
        Glyph(
            x=x + height * 0.15,
            y=y + height * 0.15,
            size=height * 0.70,
            glyph=step.glyph,
            paint=step.on,
            on=step.fill,
        ),
        centred(
            step.code,
            Face(max(height * 0.62, 9.0), True, step.on, step.fill),
            code,
            measure,
            anchor="middle",
        ),
    )


def nothing(rect: Rect, *, dashed: bool = False) -> Region:
    """The one sign for "nothing there": a hatched ground, dashed where it stands alone."""
    return Region(
        rect=rect,
        fill=HATCH,
        stroke=INK_3 if dashed else RULE_2,
        weight=0.8,
        dash="dashed" if dashed else "solid",
        hatched=True,
    )


def coverage(rect: Rect, step: int, measure: Measure, *, size: float = 10.0) -> tuple[AnyItem, ...]:
    """A step of coverage: shade, numeral and meter, so that no one of them is needed."""
    scale = size / 10
    fill, on = _STEPS[step], _ON_STEPS[step]
    middle = rect.centre
    digit = measure.width(str(step), size, True)
    bars = MOST_STEPS * _BAR * scale + (MOST_STEPS - 1) * _BAR_GAP * scale
    start = middle.x - (digit + 5 * scale + bars) / 2
    numeral = Rect(start, rect.y, digit, rect.height)
    ground: tuple[AnyItem, ...]
    if step == 0:
        gap = Rect(start - 4, middle.y - size * 0.62, digit + 5 * scale + bars + 8, size * 1.24)
        ground = (nothing(rect), Region(rect=gap, fill=GROUND))
    else:
        ground = (Region(rect=rect, fill=fill),)
    meter = tuple(
        Region(
            rect=Rect(
                start + digit + 5 * scale + place * (_BAR + _BAR_GAP) * scale,
                middle.y - size * 0.4,
                _BAR * scale,
                size * 0.8,
            ),
            fill=on if place < step else NONE,
            stroke=on,
            weight=0.6,
        )
        for place in range(MOST_STEPS)
    )
    return (*ground, centred(str(step), Face(size, True, on, fill), numeral, measure), *meter)


def difference(
    rect: Rect, amount: int, measure: Measure, *, finding: bool, size: float = 10.0
) -> tuple[AnyItem, ...]:
    """How far one number is above or below another: pointer and figure, or an equals sign.

    The accent is for findings: a difference that nobody need act on is grey.
    """
    if amount == 0:
        return (centred("=", Face(size, False, INK_3), rect, measure, anchor="middle"),)
    paint = ACCENT if finding else INK_2
    text = f"{'+' if amount > 0 else '–'}{abs(amount)}"
    wide = measure.width(text, size, True)
    side = size * 0.9
    start = rect.centre.x - (side + 4 + wide) / 2
    return (
        Glyph(
            x=start,
            y=rect.centre.y - side / 2,
            size=side,
            glyph="up" if amount > 0 else "down",
            paint=paint,
        ),
        centred(
            text,
            Face(size, finding, paint),
            Rect(start + side + 4, rect.y, wide, rect.height),
            measure,
        ),
    )


def mark(glyph: str, x: float, middle: float, size: float, paint: Paint = INK) -> Glyph:
    """The mark of a council, its left side at `x`, on a line through `middle`."""
    return Glyph(x=x, y=middle - size / 2, size=size, glyph=glyph or "square", paint=paint)


def pill(text: str, rect: Rect, measure: Measure, size: float = 9.0) -> tuple[AnyItem, ...]:
    """A short word on a dark rounded ground: the badge of a council role."""
    return (
        Region(rect=rect, fill=INK_2, radius=rect.height / 2),
        centred(one_line(text), Face(size, True, GROUND, INK_2), rect, measure, anchor="middle"),
    )


def unsure(x: float, top: float, bottom: float) -> AnyItem:
    """A dashed line beside what is only a likely reading."""
    points = (Point(x, top), Point(x, max(bottom, top + 6)))
    return Wire(route=Track(points, 0), paint=INK_3, weight=0.9, dash="dashed")
