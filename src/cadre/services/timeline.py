"""The states of a framework in the order of time, and how each differs from the one it follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cadre.core.change import (
    AddElement,
    AddLink,
    Changes,
    RemoveElement,
    RemoveLink,
    SetField,
    SetLinkField,
    diff,
)
from cadre.core.states import CURRENT, StateInfo
from cadre.exchange import digest
from cadre.services.frameworks import Opened
from cadre.services.memory import remembered


@dataclass(frozen=True, slots=True)
class Effect:
    """What came, went and changed between two states: elements, then links."""

    came: int
    went: int
    changed: int
    links_came: int
    links_went: int
    links_changed: int

    @property
    def is_nothing(self) -> bool:
        """Whether the states are alike."""
        return not any(
            (
                self.came,
                self.went,
                self.changed,
                self.links_came,
                self.links_went,
                self.links_changed,
            )
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One state on the line of time."""

    info: StateInfo
    base: StateInfo | None
    elements: int
    links: int
    digest: str
    effect: Effect | None


@remembered(8)
def lines(opened: Opened) -> tuple[Line, ...]:
    """Every state, in the order of time."""
    return tuple(_line(opened, key) for key in in_time(opened))


def in_time(opened: Opened) -> list[str]:
    """Editions with the scenarios on them, then `current` with those on it."""
    states = opened.states
    on_current = [one.key for one in states.scenarios.values() if one.base == CURRENT]
    keys = states.keys()
    past = [key for key in keys if key != CURRENT and key not in on_current]
    return [*past, CURRENT, *sorted(on_current)]


def _line(opened: Opened, key: str) -> Line:
    states = opened.states
    framework = states.at(key)
    base = states.base_of(key)
    effect = _effect(diff(states.at(base), framework)) if base else None
    return Line(
        states.info(key),
        states.info(base) if base else None,
        len(framework),
        framework.link_count(),
        digest(framework),
        effect,
    )


def _effect(changes: Changes) -> Effect:
    def count(kinds: type | tuple[type, ...]) -> int:
        return sum(isinstance(change, kinds) for change in changes)

    return Effect(
        count(AddElement),
        count(RemoveElement),
        len(set(_keys(changes))),
        count(AddLink),
        count(RemoveLink),
        len({change.link for change in changes if isinstance(change, SetLinkField)}),
    )


def _keys(changes: Changes) -> Iterable[str]:
    return (change.key for change in changes if isinstance(change, SetField))
