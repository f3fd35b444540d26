"""The signs of a change analysis, each drawn the same in the picture and in its legend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cadre.core.graph import Framework
from cadre.core.keys import LinkId
from cadre.core.text import Text
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.change_analysis.model import Analysis, Heir, Row
from cadre.viewpoints.frame import Sheet
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.roles import role_choices, role_codes, role_name
from cadre.viewpoints.scene import (
    GROUND,
    INK,
    INK_2,
    INK_3,
    NONE,
    RULE_2,
    AnyItem,
    Band,
    Box,
    Curve,
    LegendEntry,
    Paint,
    Point,
    Rect,
    Region,
    Wire,
)
from cadre.viewpoints.signs import chip, chip_width, mark, pill
from cadre.viewpoints.words import Words

WAITING: Final = frozenset({"defer"})
OPEN: Final = frozenset({"undecided"})
ENDING: Final = frozenset({"sunset"})

_GOES_ON: Final = Text(
    "work goes on, in the hue of its area",
    "les travaux se poursuivent, à la teinte de leur domaine",
)
_NO_AREA: Final = Text("several areas, or none", "plusieurs domaines, ou aucun")
_WAITS: Final = Text("waits", "attend")
_UNDECIDED: Final = Text("still to be decided", "reste à décider")
_ENDS: Final = Text("ends", "prend fin")
_NEW: Final = Text("new group", "nouveau groupe")
_UNSURE: Final = Text("likely reading, to be confirmed", "lecture probable, à confirmer")
_OPEN_PLACE: Final = Text("place kept open", "place gardée")


class Signs:
    """Draws the signs of one picture at the sizes of its paper."""

    def __init__(self, framework: Framework, sheet: Sheet, measure: Measure) -> None:
        self.codes: Mapping[str, str] = role_codes(framework)
        self.roles = role_choices(framework)
        self.marks = {step.key: step for step in axis(framework)}
        self.measure, self.size = measure, sheet.small
        self.high = round(1.72 * sheet.small, 1)
        widths = [chip_width(step, self.high, measure) for step in self.marks.values()]
        self.chip_wide = max(widths, default=0.0)
        self.pill_wide = max(
            (
                measure.width(code, self.size, True) + 1.0 * self.size
                for code in self.codes.values()
            ),
            default=0.0,
        )

    def before_name(self, heir: Heir, x: float, middle: float) -> tuple[AnyItem, ...]:
        """The area and the role of a body, on a line through `middle`."""
        top = middle - self.high / 2
        found: list[AnyItem] = []
        if heir.step:
            found += chip(heir.step, x, top, self.high, self.measure)
        if heir.role in self.codes:
            left = x + (self.chip_wide + 5 if heir.step else 0)
            rect = Rect(left, middle - 0.7 * self.size, self.pill_wide, 1.4 * self.size)
            found += pill(self.codes[heir.role], rect, self.measure, self.size)
        return tuple(found)

    def room(self, heirs: list[Heir]) -> float:
        """The width that area and role take before a name, where any of these has them."""
        wide = self.chip_wide + 5 if any(heir.step for heir in heirs) else 0.0
        roles = any(heir.role in self.codes for heir in heirs)
        return wide + (self.pill_wide + 6 if roles else 0.0)


def way(
    row: Row, start: Point, end: Point, breadth: float, *, links: tuple[LinkId, ...] = ()
) -> Wire:
    """From a group to its gate: a band where work goes on, else a line."""
    ends = (row.key, *(heir.key for heir in row.heirs))
    disposition = row.found.disposition
    shows = (row.key,)
    if disposition in ENDING:
        stop = Point(end.x - 8, end.y)
        return Wire(
            shows=shows, route=Curve(start, stop), paint=INK_3, weight=1.6, end="open", ends=ends
        )
    if disposition in WAITING or disposition in OPEN:
        paint = row.step.ink if row.step else INK_2
        return Wire(
            shows=shows,
            links=links,
            route=Curve(start, end),
            paint=paint,
            weight=max(2.0, breadth * 0.3),
            dash="dotted" if disposition in WAITING else "dashed",
            ends=ends,
        )
    half = breadth / 2
    return Wire(
        shows=shows,
        links=links,
        route=Band(Point(start.x, start.y - half), Point(end.x, end.y - half), breadth, breadth),
        paint=row.step.band if row.step else RULE_2,
        opacity=0.85,
        ends=ends,
    )


def heir_box(heir: Heir, rect: Rect, *, is_own: bool) -> Box:
    """The box of a body: double where it is new, dashed where the reading is not sure."""
    return Box(
        key=heir.key if is_own else "",
        shows=() if is_own else (heir.key,),
        rect=rect,
        shape="body",
        fill=GROUND,
        stroke=INK_3,
        weight=0.8,
        bar=heir.step.fill if heir.step else INK_2,
        outline="double" if heir.is_new else "plain",
        dashed=not heir.is_sure,
    )


def legend_of(
    shown: Analysis, signs: Signs, words: Words, measure: Measure, sheet: Sheet
) -> tuple[LegendEntry, ...]:
    """The signs that are drawn, in the order in which the eye meets them."""
    legend = Legend()
    size = sheet.small
    high = 1.3 * size
    wide = 3.2 * size

    def add(sign: str, text: Text, sample: tuple[AnyItem, ...], width: float = wide) -> None:
        legend.mention(LegendEntry(sign, words.of(text), sample, width, high))

    for council in shown.councils:
        if council.mark:
            text = words.of(council.name)
            legend.mention(
                LegendEntry(
                    council.mark, text, (mark(council.mark, 0, high / 2, size),), size, high
                )
            )
    for sign, meaning, sample in _ways(shown, wide, high):
        add(sign, meaning, sample)
    heirs = [*shown.new_heirs(), *(heir for own in shown.newcomers for heir in own.heirs)]
    plain = Rect(0, 0, wide, high)
    if any(heir.is_new for heir in heirs):
        add("new", _NEW, (Box(rect=plain, shape="body", stroke=INK_2, outline="double"),))
    all_heirs = [*heirs, *(heir for row in shown.rows for heir in row.heirs)]
    if any(not heir.is_sure for heir in all_heirs):
        add("unsure", _UNSURE, (Box(rect=plain, shape="body", stroke=INK_2, dashed=True),))
    if any(own.kind == "open" for own in shown.newcomers):
        add("open", _OPEN_PLACE, (open_place(plain),))
    used = {heir.role for heir in all_heirs}
    for key, choice in signs.roles.items():
        if key in used:
            rect = Rect(0, (high - 1.4 * size) / 2, signs.pill_wide, 1.4 * size)
            add(
                f"role-{key}",
                role_name(choice),
                pill(signs.codes[key], rect, measure, size),
                signs.pill_wide,
            )
    return legend.entries()


def open_place(rect: Rect) -> Region:
    """A place kept open: dashed, and nobody in it."""
    return Region(rect=rect, fill=NONE, stroke=INK_3, weight=0.8, dash="dashed", radius=2)


def _ways(
    shown: Analysis, wide: float, high: float
) -> Iterator[tuple[str, Text, tuple[AnyItem, ...]]]:
    found = {row.found.disposition for row in shown.rows}
    y, middle = high / 2, wide / 2
    going = [row for row in shown.rows if row.found.disposition not in WAITING | OPEN | ENDING]

    def band(paint: Paint) -> tuple[AnyItem, ...]:
        return (Region(rect=Rect(0, y - 4, wide, 8), fill=paint),)

    hued = next((row.step for row in going if row.step), None)
    if hued is not None:
        yield "goes-on", _GOES_ON, band(hued.band)
    if any(row.step is None for row in going):
        yield "no-area", _NO_AREA, band(RULE_2)
    line = Curve(Point(0, y), Point(wide, y))
    if found & WAITING:
        yield "waits", _WAITS, (Wire(route=line, paint=INK_2, weight=2.4, dash="dotted"),)
    if found & OPEN:
        yield "undecided", _UNDECIDED, (Wire(route=line, paint=INK_2, weight=2.4, dash="dashed"),)
    if found & ENDING:
        short = Curve(Point(0, y), Point(middle, y))
        yield "ends", _ENDS, (Wire(route=short, paint=INK_3, weight=1.6, end="open"),)


def hue_of(step: Step | None) -> Paint:
    """The port of a group: the hue of its area, or ink."""
    return step.fill if step else INK
