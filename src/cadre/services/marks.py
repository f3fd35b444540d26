"""The marks by which the focus areas and the councils are known on every page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import axis
from cadre.viewpoints.scene import Paint
from cadre.viewpoints.tokens import Theme, colour


@dataclass(frozen=True, slots=True)
class Mark:
    """One step of the axis: its place from 1, code, glyph and name; `hue` is what the data say."""

    place: int
    key: str
    name: Text
    short_name: Text
    code: str
    glyph: str
    hue: str

    def ink(self, theme: Theme) -> str:
        """The hue, strong enough for text and lines on the ground of the theme."""
        return colour(Paint("hue-ink", self.hue), theme)

    def fill(self, theme: Theme) -> str:
        """The hue as a ground."""
        return colour(Paint("hue", self.hue), theme)

    def on(self, theme: Theme) -> str:
        """What is written on that ground."""
        return colour(Paint("on-hue", self.hue), theme)


def marks(framework: Framework) -> Mapping[str, Mark]:
    """The marks of the axis by key, in the order of the axis."""
    return {
        step.key: Mark(
            place,
            step.key,
            framework[step.key].name,
            step.name,
            step.code,
            step.glyph,
            step.hue,
        )
        for place, step in enumerate(axis(framework), 1)
    }


def councils_of(framework: Framework, key: str) -> tuple[str, ...]:
    """The bodies that steer an element: the first that its `part of` links lead up to."""
    seen: set[str] = set()
    waiting = [key]
    while waiting:
        here = waiting.pop(0)
        if here in seen:
            continue
        seen.add(here)
        above = framework.targets(here, LinkRole.PART_OF)
        found = [one for one in above if framework.has(one, Trait.STEERS)]
        if found:
            return tuple(found)
        waiting += above
    return ()


def areas_of(framework: Framework, key: str) -> frozenset[str]:
    """The steps of the axis that an element stands on."""
    return frozenset(
        link.target
        for role in (LinkRole.COVERS, LinkRole.IN_FOCUS_AREA)
        for link in framework.links_out(key, role)
    )
