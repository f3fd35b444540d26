"""The signs of a comparison: came, went, changed, moved; and the legend of those that are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.comparison.model import Compared, Fate, Thing
from cadre.viewpoints.frame import Sheet
from cadre.viewpoints.legend import Legend
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.scene import (
    GROUND,
    INK,
    INK_2,
    INK_3,
    PALE,
    AnyItem,
    Box,
    Glyph,
    Label,
    LegendEntry,
    Paint,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)
from cadre.viewpoints.texts import Face, centred
from cadre.viewpoints.words import Words

CAME: Final = Text("new", "s’ajoute")
WENT: Final = Text("there no longer", "n’y est plus")
ENDED: Final = Text("ends; stays in the record", "prend fin; reste au dossier")
PASSED_ON: Final = Text("another takes up its work", "un autre groupe reprend ses travaux")
CHANGED: Final = Text("changed", "change")
MOVED: Final = Text("moved to another council", "passe à un autre conseil")
NOTED: Final = Text("only notes, other names or sources", "seulement notes, autres noms ou sources")
SAME: Final = Text("as it was", "inchangé")
_SIGN: Final[dict[Fate, str]] = {
    Fate.CAME: "+",
    Fate.WENT: "–",
    Fate.ENDED: "–",
    Fate.PASSED_ON: "–",
    Fate.CHANGED: "~",
    Fate.NOTED: "~",
}
_MEANING: Final[dict[Fate, Text]] = {
    Fate.CAME: CAME,
    Fate.WENT: WENT,
    Fate.ENDED: ENDED,
    Fate.PASSED_ON: PASSED_ON,
    Fate.CHANGED: CHANGED,
}


def sign_side(size: float) -> float:
    """The side of a sign beside text of this size."""
    return size * 1.35


def sign(fate: Fate, x: float, middle: float, size: float, measure: Measure) -> list[AnyItem]:
    """A plus for what came, a dash for what is over, a tilde for what changed; else nothing."""
    text = _SIGN.get(fate, "")
    if not text:
        return []
    side = sign_side(size)
    rect = Rect(x, middle - side / 2, side, side)
    if fate is Fate.NOTED:
        face = Face(size, False, INK_3)
        return [centred(text, face, rect, measure, anchor="middle")]
    fill, on = _paints(fate)
    return [
        Region(rect=rect, fill=fill, stroke=INK_2, weight=0.09 * size, radius=2),
        centred(text, Face(size, True, on, fill), rect, measure, anchor="middle"),
    ]


def _paints(fate: Fate) -> tuple[Paint, Paint]:
    if fate is Fate.CAME:
        return INK_2, GROUND
    return (PALE, INK) if fate is Fate.CHANGED else (GROUND, INK)


def arrow(x: float, middle: float, size: float) -> Glyph:
    """The sign of what moved."""
    side = sign_side(size)
    return Glyph(x=x, y=middle - side / 2, size=side, glyph="arrow", paint=INK)


def signs(thing: Thing, x: float, middle: float, size: float, measure: Measure) -> list[AnyItem]:
    """The signs of a thing, side by side, the last one ending `x`."""
    found = sign(thing.fate, x - sign_side(size), middle, size, measure)
    if thing.moved:
        left = x - sign_side(size) * (2 if found else 1) - (3 if found else 0)
        found.append(arrow(left, middle, size))
    return found


def strikes(label: Label, measure: Measure, paint: Paint = INK_2) -> Iterator[Region]:
    """A line through each line of a text: it is over, and stays to be read."""
    for place, line in enumerate(label.lines):
        wide = measure.width(line, label.size, label.bold)
        left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
        y = label.y + place * label.step - label.size * 0.27
        yield Region(rect=Rect(left, y, wide, max(0.7, label.size * 0.07)), fill=paint)


def legend_of(
    shown: Compared, things: Iterable[Thing], words: Words, measure: Measure, paper: Sheet
) -> list[LegendEntry]:
    """What the signs mean: those that are drawn and no others."""
    legend = Legend()
    size = paper.small
    side = sign_side(size)
    those = list(things)
    fates = {one.fate for one in those} | {section.fate for section in shown.sections}
    tallies = (*shown.elements, *shown.links, *shown.areas)
    fates |= {Fate.CAME} if any(one.came for one in tallies) else set()
    fates |= {Fate.WENT} if any(one.went for one in tallies) else set()
    counted = any(one.changed for one in tallies) or shown.settings or shown.types
    fates |= {Fate.CHANGED} if counted else set()

    def add(id: str, text: Text, sample: tuple[AnyItem, ...], width: float) -> None:
        legend.mention(LegendEntry(id, words.of(text), sample, width, side))

    if Fate.CAME in fates:
        mark = tuple(sign(Fate.CAME, 0, side / 2, size, measure))
        frame: tuple[AnyItem, ...] = ()
        if any(one.new for one in those):
            frame = (new_box(Rect(side + 4, 0, side * 1.8, side)),)
        add("came", CAME, (*mark, *frame), side * 2.8 + 4 if frame else side)
    over = [fate for fate in (Fate.WENT, Fate.ENDED, Fate.PASSED_ON) if fate in fates]
    for fate in over:
        mark = tuple(sign(fate, 0, side / 2, size, measure))
        struck = Region(rect=Rect(side + 4, side / 2, side * 1.5, 0.8), fill=INK_2)
        lined = (struck,) if fate is not Fate.PASSED_ON else ()
        add(fate.value, _MEANING[fate], (*mark, *lined), side * 2.5 + 4 if lined else side)
    if Fate.CHANGED in fates:
        mark = tuple(sign(Fate.CHANGED, 0, side / 2, size, measure))
        add("changed", CHANGED, mark, side)
    if Fate.NOTED in fates:
        add("noted", NOTED, tuple(sign(Fate.NOTED, 0, side / 2, size, measure)), side)
    if any(one.moved for one in those):
        add("moved", MOVED, (arrow(0, side / 2, size),), side)
    if any(not one.differs for one in those) and not paper.narrow:
        line = Wire(
            route=Track((Point(0, side / 2), Point(side * 1.8, side / 2)), 0),
            paint=INK_3,
            weight=0.8,
        )
        add("same", SAME, (line,), side * 1.8)
    return list(legend.entries())


def new_box(rect: Rect) -> Box:
    """The double frame of what is new."""
    return Box(rect=rect, stroke=INK_2, weight=0.9, radius=2, outline="double")
