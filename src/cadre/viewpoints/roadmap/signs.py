"""The signs of a roadmap: how a piece of work looks, and the legend of those that are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cadre.core.attributes import Choice
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.axis import Step
from cadre.viewpoints.frame import Sheet
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.roadmap.model import DONE, NEW, STOPPED, UNDER_WAY, Item, Roadmap
from cadre.viewpoints.roles import role_choices, role_codes, role_name
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK,
    INK_2,
    INK_3,
    PALE,
    AnyItem,
    Box,
    Glyph,
    LegendEntry,
    Outline,
    Paint,
    Point,
    Rect,
    Track,
    Wire,
)
from cadre.viewpoints.signs import pill
from cadre.viewpoints.words import Words

PROGRESS: Final[Mapping[str, Text]] = {
    NEW: Text("new", "nouveau"),
    UNDER_WAY: Text("under way", "en cours"),
    DONE: Text("done", "terminé"),
    STOPPED: Text("stopped", "arrêté"),
}
_UNSURE: Final = Text("place or period to be confirmed", "place ou période à confirmer")
_OPEN: Final = Text("still to be determined", "à déterminer")
_FIRST: Final = Text("first wave", "première vague")
_EARLY: Final = Text("comes before what it needs", "précède ce dont cela dépend")
_DAY: Final = Text("the day of this state", "le jour de cet état")
_NEEDS: Final = Text("is needed by", "est nécessaire à")
_OUTLINES: Final[Mapping[str, Outline]] = {NEW: "double", STOPPED: "struck"}


DAY: Final = "down"
"""The glyph that points at the day on which the roadmap is looked at."""


class Signs:
    """Sizes of the badges of one picture."""

    def __init__(self, framework: Framework, sheet: Sheet, measure: Measure) -> None:
        self.codes = role_codes(framework)
        self.roles: Mapping[str, Choice] = role_choices(framework)
        self.size, self.measure = sheet.small, measure
        widths = (measure.width(code, self.size, True) for code in self.codes.values())
        self.pill_wide = max(widths, default=0.0) + 1.0 * self.size

    def before(self, item: Item, x: float, middle: float, on: Paint) -> tuple[AnyItem, ...]:
        """Role and marks of a piece of work, from `x` on a line through `middle`."""
        found: list[AnyItem] = []
        if item.role in self.codes:
            rect = Rect(x, middle - 0.7 * self.size, self.pill_wide, 1.4 * self.size)
            found += pill(self.codes[item.role], rect, self.measure, self.size)
            x = rect.right + 0.5 * self.size
        for glyph in _glyphs(item):
            found.append(sign(glyph, x, middle, self.size, on))
            x += 1.3 * self.size
        return tuple(found)

    def room(self, item: Item) -> float:
        """The width that they take before the name."""
        role = self.pill_wide + 0.5 * self.size if item.role in self.codes else 0.0
        return role + 1.3 * self.size * len(_glyphs(item))


def _glyphs(item: Item) -> list[str]:
    found = ["flag"] if item.is_first_wave else []
    if item.is_placeholder:
        found.append("question")
    if item.progress == DONE:
        found.append("check")
    return found


def sign(glyph: str, x: float, middle: float, size: float, on: Paint = GROUND) -> Glyph:
    """A small mark on a line."""
    return Glyph(x=x, y=middle - size / 2, size=size, glyph=glyph, paint=INK, on=on)


def fill_of(progress: str, step: Step | None) -> Paint:
    """The ground of a piece of work: filled where it is under way or done."""
    if progress == UNDER_WAY:
        return step.tint if step else PALE
    return PALE if progress == DONE else GROUND


def box(item: Item, step: Step | None, rect: Rect) -> Box:
    """The box of a piece of work."""
    stroke = step.ink if step else INK_2
    return Box(
        shows=(item.key,),
        rect=rect,
        shape="work",
        fill=fill_of(item.progress, step),
        stroke=ACCENT if item.too_early else stroke,
        weight=1.6 if item.too_early else 1.0,
        outline=_OUTLINES.get(item.progress, "plain"),
        dashed=not item.is_sure,
    )


def legend_of(
    shown: Roadmap, signs: Signs, words: Words, sheet: Sheet, *, wires: bool
) -> tuple[LegendEntry, ...]:
    """The signs that are drawn."""
    legend = Legend()
    size = sheet.small
    high, wide = 1.35 * size, 3.0 * size
    room = Rect(0, 0, wide, high)
    items = shown.items

    def add(key: str, text: Text, sample: AnyItem | tuple[AnyItem, ...], width: float) -> None:
        drawn = sample if isinstance(sample, tuple) else (sample,)
        legend.mention(LegendEntry(key, words.of(text), drawn, width, high))

    for progress, text in PROGRESS.items():
        if any(item.progress == progress for item in items):
            outline: Outline = _OUTLINES.get(progress, "plain")
            fill = PALE if progress in {UNDER_WAY, DONE} else GROUND
            sample: tuple[AnyItem, ...] = (
                Box(rect=room, shape="work", fill=fill, stroke=INK_2, outline=outline),
            )
            if progress == DONE:
                sample = (*sample, sign("check", wide / 2 - size / 2, high / 2, size, PALE))
            add(progress, text, sample, wide)
    if any(not item.is_sure for item in items):
        add("unsure", _UNSURE, Box(rect=room, shape="work", stroke=INK_2, dashed=True), wide)
    if any(item.too_early for item in items):
        early = Box(rect=room, shape="work", stroke=ACCENT, weight=1.6)
        add("early", _EARLY, early, wide)
    if wires:
        track = Track((Point(0, high / 2), Point(wide, high / 2)), 0)
        add("needs", _NEEDS, Wire(route=track, paint=INK_3, weight=1.1, end="arrow"), wide)
    for glyph, text, has in (
        (DAY, _DAY, shown.today is not None),
        ("question", _OPEN, any(item.is_placeholder for item in items)),
        ("flag", _FIRST, any(item.is_first_wave for item in items)),
    ):
        if has:
            add(glyph, text, sign(glyph, 0, high / 2, size), size)
    used = {item.role for item in items}
    for key, choice in signs.roles.items():
        if key in used:
            rect = Rect(0, (high - 1.4 * size) / 2, signs.pill_wide, 1.4 * size)
            add(
                f"role-{key}",
                role_name(choice),
                pill(signs.codes[key], rect, signs.measure, size),
                rect.width,
            )
    return legend.entries()
