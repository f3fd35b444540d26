"""An element and all that is linked to it, gathered by what the links say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cadre.core.graph import Framework, Link
from cadre.core.keys import LinkId, type_of
from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.looks import UNSURE

MOST: Final = 60
"""So many neighbours are all drawn; of more, the first of each type are named."""
_FIRST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What one link leads to or comes from."""

    key: str
    link: LinkId
    certainty: str
    what: Text
    beyond: tuple[str, ...] = ()
    """With a second ring: what is linked to it and stands in neither ring nor middle."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Those of one type that are counted and not named."""

    type: Text
    keys: tuple[str, ...]
    links: tuple[LinkId, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The neighbours that links of one type join, in one direction."""

    role: LinkRole
    label: Text
    out: bool
    neighbours: tuple[Neighbour, ...]
    rest: tuple[Rest, ...]

    @property
    def count(self) -> int:
        """How many there are, named or not."""
        return len(self.neighbours) + sum(len(rest.keys) for rest in self.rest)

    @property
    def links(self) -> tuple[LinkId, ...]:
        """All links of the block."""
        named = tuple(one.link for one in self.neighbours)
        return (*named, *(link for rest in self.rest for link in rest.links))


@dataclass(frozen=True, slots=True)
class Around:
    """The element in the middle, with what comes to it and what it leads to."""

    framework: Framework
    key: str
    rings: int
    incoming: tuple[Block, ...]
    outgoing: tuple[Block, ...]
    steps: dict[str, Step]
    chosen: bool
    """Whether a reader asked for this element; else it is the one with most links."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, those that come first."""
        return (*self.incoming, *self.outgoing)

    @property
    def links(self) -> int:
        """How many links there are."""
        return sum(block.count for block in self.blocks)

    @property
    def folded(self) -> bool:
        """Whether some neighbours are only counted."""
        return any(block.rest for block in self.blocks)

    def neighbours(self) -> Iterator[Neighbour]:
        """All that are named."""
        for block in self.blocks:
            yield from block.neighbours

    def keys(self) -> set[str]:
        """Everything that is linked to the middle."""
        named = {one.key for one in self.neighbours()}
        return named | {key for block in self.blocks for rest in block.rest for key in rest.keys}

    def unsure(self) -> int:
        """How many of the links are a reading to be confirmed."""
        found = 0
        for block in self.blocks:
            for link in block.links:
                stored = self.framework.link(*link)
                found += stored is not None and stored.certainty in UNSURE
        return found


def around(framework: Framework, key: str, rings: int) -> Around | None:
    """What stands around an element (without a key: the one with most links); None for nothing."""
    chosen = key or most_linked(framework)
    if not chosen:
        return None
    incoming = framework.links_in(chosen)
    outgoing = [link for link in framework.links_out(chosen) if link.target != chosen]
    total = len(incoming) + len(outgoing)
    first = {link.source for link in incoming} | {link.target for link in outgoing} | {chosen}
    ring = frozenset(first) if rings > 1 else None
    fold = total > MOST
    return Around(
        framework=framework,
        key=chosen,
        rings=rings,
        incoming=tuple(_blocks(framework, incoming, out=False, fold=fold, ring=ring)),
        outgoing=tuple(_blocks(framework, outgoing, out=True, fold=fold, ring=ring)),
        steps={step.key: step for step in axis(framework)},
        chosen=bool(key),
    )


def most_linked(framework: Framework) -> str:
    """The element with most links; of several the first in the framework's order."""
    counts: dict[str, int] = {}
    for link in framework.links():
        for end in {link.source, link.target}:
            counts[end] = counts.get(end, 0) + 1
    keys = framework.keys()
    return max(keys, key=lambda key: counts.get(key, 0), default="")


def _blocks(
    framework: Framework, links: list[Link], *, out: bool, fold: bool, ring: frozenset[str] | None
) -> Iterator[Block]:
    by_type: dict[str, list[Link]] = {}
    for link in links:
        by_type.setdefault(link.type, []).append(link)
    places = {key: place for place, key in enumerate(framework.keys())}
    known = framework.metamodel.link_types
    order = {name: place for place, name in enumerate(known)}
    for name in sorted(by_type, key=lambda name: (order.get(name, len(order)), name)):
        entry = known.get(name)
        label = (entry.label if out else entry.inverse) if entry else Text(name, name)
        role = entry.role if entry else LinkRole.OTHER
        named, rest = _named(framework, by_type[name], places, out=out, fold=fold)
        neighbours = tuple(_neighbour(framework, link, out=out, ring=ring) for link in named)
        yield Block(role, label, out, neighbours, tuple(rest))


def _named(
    framework: Framework, links: list[Link], places: dict[str, int], *, out: bool, fold: bool
) -> tuple[list[Link], list[Rest]]:
    """The links in the order of what they join; of many, the first of each type."""

    def end(link: Link) -> str:
        return link.target if out else link.source

    ordered = sorted(links, key=lambda link: places[end(link)])
    if not fold:
        return ordered, []
    by_type: dict[str, list[Link]] = {}
    for link in ordered:
        by_type.setdefault(type_of(end(link)), []).append(link)
    named: list[Link] = []
    rest: list[Rest] = []
    for name, group in by_type.items():
        keep = len(group) if len(group) <= _FIRST_NAMED + 1 else _FIRST_NAMED
        named += group[:keep]
        if group[keep:]:
            entry = framework.metamodel.element_types.get(name)
            label = (entry.plural or entry.label) if entry else Text(name, name)
            keys = tuple(end(link) for link in group[keep:])
            rest.append(Rest(label, keys, tuple(link.id for link in group[keep:])))
    return named, rest


def _neighbour(
    framework: Framework, link: Link, *, out: bool, ring: frozenset[str] | None
) -> Neighbour:
    key = link.target if out else link.source
    beyond: dict[str, None] = {}
    if ring is not None:
        others = [one.target for one in framework.links_out(key)]
        others += [one.source for one in framework.links_in(key)]
        beyond = dict.fromkeys(other for other in others if other not in ring)
    return Neighbour(key, link.id, link.certainty, link.text("what"), tuple(beyond))
