"""The legend of a neighbourhood: lines by certainty, and the glyphs of the types drawn."""

from __future__ import annotations

from typing import Final

from cadre.core.keys import type_of
from cadre.core.text import Text
from cadre.viewpoints.frame import Sheet
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.looks import UNSURE
from cadre.viewpoints.neighbourhood.model import Around
from cadre.viewpoints.scene import (
    INK_2,
    INK_3,
    AnyItem,
    Box,
    Dash,
    Glyph,
    LegendEntry,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)
from cadre.viewpoints.words import Words

_STATED: Final = Text(
    "link stated, or read with little doubt", "lien énoncé, ou lu avec peu de doute"
)
_UNSURE: Final = Text("likely reading, to be confirmed", "lecture probable, à confirmer")
_ENDED: Final = Text("name in grey: has ended", "nom en gris : a pris fin")
_BOX: Final = Text("itself to be confirmed", "élément lui-même à confirmer")


def legend_of(around: Around, words: Words, paper: Sheet) -> tuple[LegendEntry, ...]:
    """An entry for each sign that the picture really has."""
    u = paper.small / 9
    legend = Legend()
    framework = around.framework

    def add(sign: str, text: str, sample: AnyItem, width: float, height: float = 11) -> None:
        legend.mention(LegendEntry(sign, text, (sample,), width * u, height * u))

    if not paper.narrow:
        drawn = {one.certainty in UNSURE for one in around.neighbours()}
        lines: tuple[tuple[bool, Dash, Text], ...] = (
            (False, "solid", _STATED),
            (True, "dashed", _UNSURE),
        )
        for unsure, dash, text in lines:
            if unsure in drawn:
                route = Track((Point(0, 5.5 * u), Point(26 * u, 5.5 * u)), 0)
                wire = Wire(route=route, paint=INK_2, weight=1.5 * u, dash=dash)
                add(dash, words.fill(text), wire, 26)
        if any(framework[one.key].certainty in UNSURE for one in around.neighbours()):
            rect = Rect(0, 0, 26 * u, 13 * u)
            add("box", words.fill(_BOX), Box(rect=rect, stroke=INK_2, dashed=True), 26, 13)
    if not paper.narrow and any(
        framework[one.key].lifecycle == "ended" for one in around.neighbours()
    ):
        add("ended", words.fill(_ENDED), Region(rect=Rect(0, 5 * u, 14 * u, u), fill=INK_3), 14)
    for one in around.neighbours():
        entry = framework.type_of(one.key)
        if entry and one.key not in around.steps:
            sign = Glyph(x=0, y=0, size=11 * u, glyph=entry.glyph, paint=INK_2)
            add(f"type-{type_of(one.key)}", words.of(entry.label), sign, 11)
    return legend.entries()
