"""One element in focus: its path up to the vision and down to its work stay lit, the rest is pale.

Pale is a colour, never see-through: texts keep the contrast of quiet text, in light and dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from cadre.core.graph import Framework, Link
from cadre.core.keys import LinkId
from cadre.core.traits import LinkRole, Trait
from cadre.core.walks import LineOfSight, line_of_sight
from cadre.viewpoints.scene import (
    GROUND,
    INK_3,
    NONE,
    PALE,
    RULE,
    RULE_2,
    AnyItem,
    Box,
    Glyph,
    Group,
    Label,
    Paint,
    Region,
    Scene,
    Wire,
    subject_of,
)

FEW: Final = 2
"""What shows more things than this is about none of them."""

# Down from an element: what a body does and hands over, and who or what leads to anything else.
_DOES: Final = (
    LinkRole.COVERS,
    LinkRole.LEADS,
    LinkRole.SUPPORTS,
    LinkRole.TAKES_PART,
    LinkRole.PRODUCES,
)
_DONE_BY: Final = (*_DOES, LinkRole.IN_FOCUS_AREA, LinkRole.CONTRIBUTES_TO, LinkRole.SERVES)


@dataclass(frozen=True, slots=True)
class Trace:
    """What is lit with an element: all keys and links, and the ways they were found by."""

    key: str
    up: LineOfSight
    down: tuple[Link, ...]
    keys: frozenset[str]
    links: frozenset[LinkId]


def trace(framework: Framework, key: str) -> Trace:
    """The path of an element up to the vision, and down to its work and what that hands over.

    KeyError when there is no such element.
    """
    up = line_of_sight(framework, key)
    down = tuple({link.id: link for link in _down(framework, key)}.values())
    keys = {*up.keys, *(hop.via for hop in up.hops if hop.via)}
    keys |= {end for link in down for end in (link.source, link.target)}
    links = {link for hop in up.hops for link in hop.links} | {link.id for link in down}
    for whole in framework.links_out(key, LinkRole.PART_OF):
        keys.add(whole.target)
        links.add(whole.id)
    return Trace(key, up, down, frozenset(keys), frozenset(links))


def _down(framework: Framework, key: str) -> Iterator[Link]:
    if not framework.has(key, Trait.BODY):
        for role in _DONE_BY:
            yield from framework.links_in(key, role)
        yield from framework.links_out(key, LinkRole.PRODUCES)
        return
    bodies = [key]
    if framework.has(key, Trait.STEERS):
        parts = [
            link
            for link in framework.links_in(key, LinkRole.PART_OF)
            if framework.has(link.source, Trait.WORKS)
        ]
        yield from parts
        bodies += [link.source for link in parts]
    for body in bodies:
        for role in _DOES:
            for link in framework.links_out(body, role):
                yield link
                if framework.has(link.target, Trait.WORK):
                    yield from framework.links_out(link.target, LinkRole.PRODUCES)


# --- the picture ----------------------------------------------------------------------------------


def focused(scene: Scene, keys: frozenset[str], links: frozenset[LinkId]) -> Scene:
    """The same picture with all that is about neither these elements nor these links made pale.

    What is about nothing, such as headings, legend and the ground of columns, stays as it is.
    """
    return replace(scene, items=tuple(_Light(keys, links).items(scene.items, lit=True)))


def shown(scene: Scene, key: str) -> bool:
    """Whether a picture has a place for an element."""

    def has(item: AnyItem) -> bool:
        if item.key == key or (key in item.shows and len(item.shows) <= FEW):
            return True
        return isinstance(item, Group) and any(map(has, item.items))

    return any(map(has, scene.items))


@dataclass(frozen=True, slots=True)
class _Light:
    keys: frozenset[str]
    links: frozenset[LinkId]

    def items(self, items: Iterable[AnyItem], *, lit: bool) -> Iterator[AnyItem]:
        """The items in their order; among lines that follow each other, those that are lit last."""
        for is_wire, run in groupby(items, key=lambda one: isinstance(one, Wire)):
            found = [(self._is_lit(item, lit), item) for item in run]
            if is_wire:
                found.sort(key=lambda pair: pair[0])
            for on, item in found:
                yield self._item(item, on)

    def _is_lit(self, item: AnyItem, inherited: bool) -> bool:
        ends = item.ends if isinstance(item, Wire) else ()
        subject = subject_of(item)
        if not (subject or item.shows or item.links or ends):
            return inherited
        if subject in self.keys or not self.links.isdisjoint(item.links):
            return True
        if subject:
            return False
        if ends:
            return self.keys.issuperset(ends) and not item.links
        return bool(item.shows) and self.keys.issuperset(item.shows)

    def _item(self, item: AnyItem, lit: bool) -> AnyItem:
        if isinstance(item, Group):
            return replace(item, items=tuple(self.items(item.items, lit=lit)))
        return item if lit else _paled(item)


def _paled(item: Region | Box | Label | Glyph | Wire) -> AnyItem:
    match item:
        case Region():
            fill = RULE if item.hatched else _ground_of(item.fill)
            return replace(item, fill=fill, stroke=_line_of(item.stroke))
        case Box():
            fill, line = _ground_of(item.fill), _line_of(item.stroke)
            return replace(item, fill=fill, stroke=line, bar=RULE_2)
        case Label():
            return replace(item, paint=INK_3, on=_ground_of(item.on))
        case Glyph():
            return replace(item, paint=RULE_2, on=_ground_of(item.on))
        case Wire():
            return replace(item, paint=RULE)


def _ground_of(paint: Paint) -> Paint:
    return paint if paint in (NONE, GROUND) else PALE


def _line_of(paint: Paint) -> Paint:
    return NONE if paint == NONE else RULE
