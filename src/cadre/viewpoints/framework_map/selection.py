"""What of a framework is on the map: the options of a reader, and whom they leave in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from cadre.core.graph import Framework, Link
from cadre.core.traits import LinkRole, Trait

NO_COUNCIL = ""
"""Stands for the council of groups of which none is recorded."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A reader's filters; empty means all."""

    council: str = ""
    area: str = ""
    role: str = ""
    lifecycle: str = ""
    outside: bool = True

    @classmethod
    def of(cls, options: Mapping[str, str]) -> Selection:
        """From checked options of the viewpoint."""
        return cls(
            council=options.get("council", ""),
            area=options.get("area", ""),
            role=options.get("role", ""),
            lifecycle=options.get("lifecycle", ""),
            outside=options.get("outside", "yes") != "no",
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return self != Selection()


def uncertain(certainty: str) -> bool:
    """Whether a certainty is drawn dashed: another reading of the source is likely enough."""
    return certainty in {"medium", "low"}


def council_of(framework: Framework, body: str) -> str:
    """The nearest steering body that a body is part of, itself included; NO_COUNCIL if none.

    Of two at the same distance the first in the order of councils.
    """
    ranks = {key: rank for rank, key in enumerate(framework.keys(Trait.STEERS))}
    level, seen = [body], {body}
    while level:
        steering = sorted((key for key in level if key in ranks), key=ranks.__getitem__)
        if steering:
            return steering[0]
        wholes = (it for key in level for it in framework.targets(key, LinkRole.PART_OF))
        level = [key for key in dict.fromkeys(wholes) if key not in seen]
        seen.update(level)
    return NO_COUNCIL


def block_of(framework: Framework, body: str) -> str:
    """The block in which a body stands: its council; without one, the group that it is part of.

    That is the outermost group above it, or itself where others are part of it; NO_COUNCIL where
    it stands alone.
    """
    council = council_of(framework, body)
    if council != NO_COUNCIL:
        return council
    seen, head = {body}, body
    while True:
        above = [key for key in framework.targets(head, LinkRole.PART_OF) if _works(framework, key)]
        if not above:
            break
        if above[0] in seen:  # a circle has no outermost
            return NO_COUNCIL
        head = above[0]
        seen.add(head)
    parts = (key for key in framework.sources(head, LinkRole.PART_OF) if _works(framework, key))
    return head if any(parts) else NO_COUNCIL


def _works(framework: Framework, key: str) -> bool:
    return framework.has(key, Trait.WORKS)


def _only_heads(framework: Framework, key: str) -> bool:
    """Whether a group does nothing itself, so that it is shown as the head of its parts alone."""
    does = (LinkRole.COVERS, LinkRole.LEADS, LinkRole.SUPPORTS, LinkRole.TAKES_PART)
    return not any(framework.links_out(key, role) for role in (*does, LinkRole.PRODUCES))


@dataclass(frozen=True, slots=True)
class Council:
    """A block of the map: a council and its groups, a group and its parts, or groups with neither.

    A group that heads others and does nothing itself is not among the groups of its block.
    """

    key: str
    groups: tuple[str, ...]
    others: tuple[str, ...] = ()
    """The councils that a block of others stands for."""


def councils(
    framework: Framework, selection: Selection, shown: Collection[str] | None = None
) -> tuple[Council, ...]:
    """The councils in their order, each with its groups; then groups that head others without a
    council; groups with neither come last.

    With the areas `shown`, the groups that work in one of them.
    """
    steering = framework.keys(Trait.STEERS)
    groups: dict[str, list[str]] = {key: [] for key in steering}
    for key in framework.keys(Trait.WORKS):
        if framework.has(key, Trait.STEERS) or not _chosen(framework, key, selection):
            continue
        if shown is not None and not set(framework.targets(key, LinkRole.COVERS)) & set(shown):
            continue
        block = block_of(framework, key)
        if block == key and _only_heads(framework, key):
            continue
        groups.setdefault(block, []).append(key)
    if NO_COUNCIL in groups:
        groups[NO_COUNCIL] = groups.pop(NO_COUNCIL)
    return tuple(
        Council(key, tuple(members))
        for key, members in groups.items()
        if not selection.council or key == selection.council
    )


def _chosen(framework: Framework, key: str, selection: Selection) -> bool:
    element = framework[key]
    return (not selection.role or element.word("council-role") == selection.role) and (
        not selection.lifecycle or element.lifecycle == selection.lifecycle
    )


def areas(framework: Framework, order: tuple[str, ...], selection: Selection) -> tuple[str, ...]:
    """The steps of the axis that are shown, in the order given: all, or one with its parts."""
    if not selection.area:
        return order
    kept = {selection.area}
    for key in order:
        if kept & set(framework.targets(key, LinkRole.PART_OF)):
            kept.add(key)
    return tuple(key for key in order if key in kept)


def wholes(framework: Framework, keys: tuple[str, ...]) -> dict[str, str]:
    """For each key the outermost of the keys that it is part of (itself when none)."""
    here = set(keys)

    def outermost(key: str) -> str:
        seen = {key}
        while True:
            above = [it for it in framework.targets(key, LinkRole.PART_OF) if it in here - seen]
            if not above:
                return key
            key = above[0]
            seen.add(key)

    return {key: outermost(key) for key in keys}


def efforts(framework: Framework, priority: str) -> Iterator[Link]:
    """The links by which bodies work for a priority: they lead, support or take part."""
    for role in (LinkRole.LEADS, LinkRole.SUPPORTS, LinkRole.TAKES_PART):
        yield from framework.links_in(priority, role)
