"""The states of a framework in the order of time, and how each differs from the one it follows."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

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
from cadre.core.states import CURRENT, StateInfo, States
from cadre.exchange import digest
from cadre.services.frameworks import Opened
from cadre.services.memory import remembered

_MOST_EFFECTS: Final = 256


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


@remembered(32)
def line(opened: Opened) -> Line:
    """The state at hand."""
    return _line(opened, opened.state)


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
    own = _digest(opened, key)
    effect = _between(states, base, key, (_digest(opened, base), own)) if base else None
    return Line(
        states.info(key),
        states.info(base) if base else None,
        len(framework),
        framework.link_count(),
        own,
        effect,
    )


def _digest(opened: Opened, key: str) -> str:
    """The digest of a state; that of an edition stands beside it."""
    edition = opened.states.editions.get(key)
    return edition.digest if edition else _computed_digest(opened, key)


@remembered(64)
def _computed_digest(opened: Opened, key: str) -> str:
    return digest(opened.states.at(key))


_effects: OrderedDict[tuple[str, str], Effect] = OrderedDict()
_lock: Final = threading.Lock()


def _between(states: States, base: str, key: str, digests: tuple[str, str]) -> Effect:
    """How two states differ. What differs between two digests never changes, whatever the head."""
    with _lock:
        known = _effects.get(digests)
    if known is None:
        known = _effect(diff(states.at(base), states.at(key)))
        with _lock:
            _effects[digests] = known
            while len(_effects) > _MOST_EFFECTS:
                _ = _effects.popitem(last=False)
    return known


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
