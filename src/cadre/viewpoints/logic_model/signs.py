"""The signs of the logic model, and the legend of those that are drawn."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.frame import Sheet
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.logic_model.model import Model, Tie
from cadre.viewpoints.looks import UNSURE
from cadre.viewpoints.scene import (
    INK_2,
    AnyItem,
    Box,
    Dash,
    Glyph,
    LegendEntry,
    Point,
    Rect,
    Track,
    Wire,
)
from cadre.viewpoints.signs import nothing
from cadre.viewpoints.words import Words

_RESULT: Final = Text("result", "résultat")
_STATED: Final = Text("leads to, as stated", "mène à, selon une source")
_UNSURE: Final = Text("leads to, likely reading", "mène à, lecture probable")
_DERIVED: Final = Text(
    "derived: both in the same area, no source says so",
    "déduit : même domaine, aucune source ne le dit",
)
_UNSURE_BOX: Final = Text(
    "place or wording is a reading, to be confirmed",
    "place ou libellé selon une lecture, à confirmer",
)
_NOTHING: Final = Text("nothing recorded there", "rien de consigné à cet endroit")
_BROKEN: Final = Text("missing link", "maillon manquant")
_OUTPUT: Final = Text("deliverable", "livrable")
_LINES: Final[tuple[tuple[Dash, Text], ...]] = (
    ("solid", _STATED),
    ("dashed", _UNSURE),
    ("dotted", _DERIVED),
)


def dash_of(tie: Tie) -> Dash:
    """Solid is stated, dashed a reading, dotted derived."""
    if tie.derived:
        return "dotted"
    return "dashed" if tie.certainty in UNSURE else "solid"


def unsure(certainty: str) -> bool:
    """Whether something is drawn dashed: another reading is likely enough."""
    return certainty in UNSURE


def legend_of(
    model: Model, words: Words, paper: Sheet, dashes: Collection[Dash]
) -> tuple[LegendEntry, ...]:
    """An entry for each sign that the picture really has; `dashes` are those of its lines."""
    if model.empty:
        return ()
    u = paper.small / 9
    legend = Legend()

    def add(sign: str, text: Text, *sample: AnyItem, width: float = 26, height: float = 14) -> None:
        legend.mention(LegendEntry(sign, words.fill(text), sample, width * u, height * u))

    room = Rect(0, 0, 26 * u, 14 * u)
    if model.horizons and not paper.narrow:
        add("result", _RESULT, Box(rect=room, shape="outcome", stroke=INK_2))
    framework = model.framework
    shown = [*model.results(), *model.objectives, *model.layers, *model.calls, *model.visions]
    if any(unsure(framework[key].certainty) for key in shown):
        dashed = Box(rect=room, shape="outcome", stroke=INK_2, dashed=True)
        add("unsure-box", _UNSURE_BOX, dashed)
    for dash, text in _LINES:
        if dash in dashes:
            add(f"tie-{dash}", text, line(26 * u, 7 * u, dash, u))
    if any(one.placed and model.without_result(one) for one in model.horizons):
        add("nothing", _NOTHING, nothing(room, dashed=True))
        if not paper.narrow:
            stub = Wire(
                route=Track((Point(0, 7 * u), Point(12 * u, 7 * u)), 0), weight=1.2 * u, end="open"
            )
            add("broken", _BROKEN, stub, width=18)
    if any(own.outputs for column in model.columns for own in column.own) or any(
        column.loose for column in model.columns
    ):
        sign = Glyph(x=0, y=2 * u, size=10 * u, glyph="page", paint=INK_2)
        add("output", _OUTPUT, sign, width=10)
    return legend.entries()


def line(width: float, y: float, dash: Dash, scale: float) -> Wire:
    """A piece of line as the legend has it."""
    return Wire(route=Track((Point(0, y), Point(width - 2, y)), 0), weight=1.6 * scale, dash=dash)
