"""The signs of lines of sight, and the legend of those that are drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from cadre.core.text import Text
from cadre.core.walks import Hop
from cadre.viewpoints.frame import Sheet
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.line_of_sight.model import Sights
from cadre.viewpoints.looks import UNSURE
from cadre.viewpoints.scene import INK, Dash, LegendEntry, Point, Track, Wire, WireEnd
from cadre.viewpoints.signs import mark
from cadre.viewpoints.words import Words

_LINES: Final[tuple[tuple[Dash, Text], ...]] = (
    ("solid", Text("stated, or read with little doubt", "énoncé, ou lu avec peu de doute")),
    ("dashed", Text("likely reading, to be confirmed", "lecture probable, à confirmer")),
    (
        "dotted",
        Text(
            "derived from a shared focus area, no link says so",
            "déduit d’un domaine commun, aucun lien ne le dit",
        ),
    ),
)
_NO_COUNCIL: Final = Text("no council recorded", "aucun conseil consigné")
_BREAK: Final = Text("the line breaks here", "la ligne se rompt ici")


def dash_of(hops: Iterable[Hop]) -> Dash:
    """The line of the least certain of some hops."""
    found: Dash = "solid"
    for hop in hops:
        if hop.derived:
            return "dotted"
        if hop.certainty in UNSURE:
            found = "dashed"
    return found


def _look(sights: Sights, council: str) -> str:
    return sights.framework[council].word("mark") or "square"


def legend_of(sights: Sights, words: Words, paper: Sheet) -> tuple[LegendEntry, ...]:
    """An entry for each sign that the picture really has."""
    u = paper.small / 9
    legend = Legend()
    marked = paper.narrow or not sights.of
    council = {key for key in sights.councils.values() if key and marked}
    # A mark that several councils have tells none of them apart.
    looks = Counter(_look(sights, key) for key in council)
    for key in sights.framework.keys():  # noqa: SIM118 -- the keys of a framework; it is no mapping
        if key in council and looks[_look(sights, key)] == 1:
            element = sights.framework[key]
            sample = mark(element.word("mark"), 0, 5.5 * u, 9 * u)
            name = words.of(element.short_name)
            legend.mention(LegendEntry(f"council-{key}", name, (sample,), 9 * u, 11 * u))
    if marked and "" in sights.councils.values():
        sample = mark("question", 0, 5.5 * u, 9 * u)
        entry = LegendEntry("no-council", words.fill(_NO_COUNCIL), (sample,), 9 * u, 11 * u)
        legend.mention(entry)
    if not paper.narrow:
        drawn = {dash_of([hop]) for line in sights.lines for hop in line.hops}
        for dash, text in _LINES:
            if dash in drawn:
                sample_line = _line(26 * u, 5.5 * u, dash, 1.6 * u, "none")
                entry = LegendEntry(dash, words.fill(text), (sample_line,), 26 * u, 11 * u)
                legend.mention(entry)
        if sights.broken:
            stub = _line(12 * u, 5.5 * u, "solid", 1.4 * u, "open")
            legend.mention(LegendEntry("break", words.fill(_BREAK), (stub,), 18 * u, 11 * u))
    return legend.entries()


def _line(width: float, y: float, dash: Dash, weight: float, end: WireEnd) -> Wire:
    route = Track((Point(0, y), Point(width, y)), 0)
    return Wire(route=route, paint=INK, weight=weight, dash=dash, end=end)
