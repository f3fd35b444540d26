"""How the box of a thing looks: one shape per trait, and its own hue for a step of the axis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.axis import Step
from cadre.viewpoints.scene import GROUND, INK, INK_2, PALE, Paint, Shape

_SHAPES: Final[tuple[tuple[Trait, Shape], ...]] = (
    (Trait.OUTCOME, "outcome"),
    (Trait.OUTPUT, "output"),
    (Trait.WORK, "work"),
    (Trait.BODY, "body"),
    (Trait.DECISION, "decision"),
)


UNSURE: Final = frozenset({"medium", "low"})
"""The certainties that pictures dash: a likely reading, to be confirmed."""


@dataclass(frozen=True, slots=True)
class Look:
    """Shape and paints of a box, and the sign that stands before its name."""

    shape: Shape
    fill: Paint
    on: Paint
    stroke: Paint
    code: str = ""
    glyph: str = ""


def look_of(framework: Framework, steps: Mapping[str, Step], key: str) -> Look:
    """How a thing looks: an area in its hue, an aim filled, a result with round ends."""
    step = steps.get(key)
    if step:
        return Look("plain", step.fill, step.on, step.fill, step.code, step.glyph)
    traits = framework.traits(key)
    if Trait.AIM in traits:
        return Look("plain", INK, GROUND, INK)
    if Trait.PRIORITY in traits:
        return Look("plain", PALE, INK, INK)
    for trait, shape in _SHAPES:
        if trait in traits:
            return Look(shape, GROUND, INK, INK_2)
    return Look("plain", GROUND, INK, INK_2)


def kind_of(framework: Framework, key: str) -> Text:
    """What a thing is: its type, or the kind of aim it is where it says so."""
    element = framework[key]
    entry = framework.type_of(key)
    if Trait.AIM in framework.traits(key):
        attribute = framework.metamodel.attributes(element.type).get("kind")
        choice = attribute.choice(element.word("kind")) if attribute else None
        if choice:
            return choice.label
    return entry.label if entry else Text(element.type, element.type)
