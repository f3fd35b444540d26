"""The axis that runs through every picture: order, short code, hue and glyph of its steps.

They are data of the framework. What a framework does not say is filled in, the same way for every
picture: codes from letters that cannot be taken for digits, hues and glyphs from the default set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

from cadre.core.graph import Element, Framework
from cadre.core.text import Text
from cadre.core.traits import GLYPHS, LinkRole, Trait
from cadre.viewpoints.measure import one_line
from cadre.viewpoints.scene import Paint
from cadre.viewpoints.tokens import DEFAULT_HUES, NEUTRAL_HUE, is_hue

_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_MOST_HUES: Final = 12
"""Above so many steps the eye cannot keep hues apart: a part then takes the hue of its whole."""

DEFAULT_GLYPHS: Final = tuple(choice.key for choice in GLYPHS[:10])


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the axis as pictures show it."""

    key: str
    name: Text
    code: str
    hue: str
    glyph: str
    part_of: str = ""

    @property
    def fill(self) -> Paint:
        """The hue itself, for chips and bars."""
        return Paint("hue", self.hue)

    @property
    def on(self) -> Paint:
        """Text and glyphs on the hue."""
        return Paint("on-hue", self.hue)

    @property
    def tint(self) -> Paint:
        """A pale ground of the hue."""
        return Paint("hue-tint", self.hue)

    @property
    def band(self) -> Paint:
        """The hue at half strength, for bands."""
        return Paint("hue-band", self.hue)

    @property
    def ink(self) -> Paint:
        """The hue, dark enough for text and lines."""
        return Paint("hue-ink", self.hue)


def axis(framework: Framework) -> tuple[Step, ...]:
    """The steps of the axis in their order; a part stands after its whole."""
    elements = _parts_after_wholes(framework)
    codes = _codes(elements)
    hues = _hues(framework, [element.key for element, _ in elements])
    return tuple(
        Step(
            key=element.key,
            name=element.short_name,
            code=codes[element.key],
            hue=hues[element.key],
            glyph=_glyph(element, place),
            part_of=whole,
        )
        for place, (element, whole) in enumerate(elements)
    )


def _parts_after_wholes(framework: Framework) -> list[tuple[Element, str]]:
    keys = framework.keys(Trait.AXIS)
    here = set(keys)
    parts: dict[str, list[str]] = {}
    for key in keys:
        wholes = [it for it in framework.targets(key, LinkRole.PART_OF) if it in here]
        parts.setdefault(wholes[0] if wholes else "", []).append(key)
    found: dict[str, str] = {}

    def add(whole: str) -> None:
        for key in parts.get(whole, ()):
            if key not in found:
                found[key] = whole
                add(key)

    add("")
    for key in keys:  # what hangs in a circle of wholes is shown too
        _ = found.setdefault(key, "")
    return [(framework[key], whole) for key, whole in found.items()]


def _codes(elements: Iterable[tuple[Element, str]]) -> dict[str, str]:
    given = {element.key: one_line(element.word("code")) for element, _ in elements}
    taken = set(given.values())
    free = (code for code in _letter_codes() if code not in taken)
    return {key: code or next(free) for key, code in given.items()}


def _letter_codes() -> Iterator[str]:
    yield from _LETTERS
    for number in count(2):
        for letter in _LETTERS:
            yield f"{letter}{number}"


def _hues(framework: Framework, keys: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    many = len(keys) > _MOST_HUES
    here = set(keys)
    place = 0
    for key in keys:
        given = framework[key].word("hue")
        wholes = [it for it in framework.targets(key, LinkRole.PART_OF) if it in here]
        if is_hue(given):
            found[key] = given.upper()
        elif wholes and wholes[0] in found:
            found[key] = found[wholes[0]]
        else:
            found[key] = DEFAULT_HUES[place % len(DEFAULT_HUES)]
            if many and place >= len(DEFAULT_HUES):
                found[key] = NEUTRAL_HUE
            place += 1
    return found


def _glyph(element: Element, place: int) -> str:
    known = {choice.key for choice in GLYPHS}
    given = element.word("glyph")
    return given if given in known else DEFAULT_GLYPHS[place % len(DEFAULT_GLYPHS)]
