"""What becomes of each body between two states: as its source states it, and as the states show it.

A disposition is stated by a transition that the later state has and the earlier one has not. The
computed one is read off the two states alone: who is there, who continues as whom, and what of a
body changed. The two may differ, and both are kept: a source that calls a new kind of body a
renaming says something that links cannot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.traits import DISPOSITIONS, LinkRole, Trait

NEW: Final = "new"
SUNSET: Final = "sunset"
UNDECIDED: Final = "undecided"
KEYS: Final = tuple(one.key for one in DISPOSITIONS)
"""Every disposition, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Disposed:
    """One body of either state, and what becomes of it."""

    key: str
    stated: tuple[str, ...]
    """The dispositions that transitions state of it, each once: more than one contradict."""
    transitions: tuple[str, ...]
    computed: str
    successors: tuple[str, ...]
    """The bodies that it continues as, which are there in the later state."""
    predecessors: tuple[str, ...]
    """The bodies of the earlier state that continue as it."""
    is_before: bool
    is_after: bool
    is_head: bool
    """Whether other bodies are part of it in the later state."""
    is_open: bool
    """Whether it is a place kept for a body that is still to be named."""

    @property
    def disposition(self) -> str:
        """What is stated, else what the states show."""
        return self.stated[0] if self.stated else self.computed

    @property
    def differs(self) -> bool:
        """Whether a source states another disposition than the states show."""
        return bool(self.stated) and self.computed not in self.stated

    @property
    def is_contradicted(self) -> bool:
        """Whether transitions state two dispositions of it."""
        return len(self.stated) > 1

    @property
    def is_homeless(self) -> bool:
        """Whether it ends and nobody is named to continue its work."""
        return self.disposition == SUNSET and not self.successors

    @property
    def comes_from_nowhere(self) -> bool:
        """Whether it is a new team, not a head or an open place, and continues nobody's work."""
        is_team = self.is_after and not self.is_before and not self.is_head and not self.is_open
        return is_team and not self.predecessors


def dispositions(before: Facts, after: Facts) -> tuple[Disposed, ...]:
    """Every body of either state with its disposition, those of the later state first, in order."""
    return _Comparing(before, after).all()


def unstated(found: tuple[Disposed, ...]) -> tuple[Disposed, ...]:
    """The bodies of the earlier state of which nothing is stated, where it is of any other."""
    if not any(one.stated for one in found):
        return ()
    return tuple(one for one in found if one.is_before and not one.stated)


class _Comparing:
    def __init__(self, before: Facts, after: Facts) -> None:
        self._before, self._after = before, after
        self._bodies = {*before.keys(Trait.WORKS)}
        self._successors: dict[str, tuple[str, ...]] = {}
        self._predecessors: dict[str, list[str]] = {}
        known = {
            (link.source, link.target)
            for link in before.links(LinkRole.CONTINUES_AS)
            if link.target in before.elements
        }
        for key in self._bodies:
            onward = after.targets(key, LinkRole.CONTINUES_AS) if key in after.elements else []
            own = [one for one in onward if one != key and (key, one) not in known]
            self._successors[key] = tuple(after.in_order(own))
            for one in own:
                self._predecessors.setdefault(one, []).append(key)

    def all(self) -> tuple[Disposed, ...]:
        now = self._after.keys(Trait.WORKS)
        gone = [key for key in self._before.keys(Trait.WORKS) if key not in self._after.elements]
        return tuple(self._disposed(key) for key in (*now, *gone))

    def _disposed(self, key: str) -> Disposed:
        is_after = key in self._after.elements
        transitions = tuple(self._transitions(key)) if is_after else ()
        words = (self._after.elements[one].word("disposition") for one in transitions)
        return Disposed(
            key=key,
            stated=tuple(dict.fromkeys(word for word in words if word)),
            transitions=transitions,
            computed=self._computed(key),
            successors=self._successors.get(key, ()),
            predecessors=tuple(self._before.in_order(self._predecessors.get(key, ()))),
            is_before=key in self._bodies,
            is_after=is_after,
            is_head=is_after and bool(self._after.sources(key, LinkRole.PART_OF, Trait.WORKS)),
            is_open=is_after and self._after.elements[key].flag("placeholder"),
        )

    def _transitions(self, key: str) -> list[str]:
        found = self._after.sources(key, LinkRole.CONCERNS, Trait.TRANSITION)
        return self._after.in_order(one for one in found if one not in self._before.elements)

    def _computed(self, key: str) -> str:
        if key not in self._bodies:
            return NEW
        if key not in self._after.elements:
            return SUNSET
        successors = self._successors[key]
        if len(successors) > 1:
            return "split"
        if successors:
            [heir] = successors
            if heir in self._bodies:
                return "absorb"
            return "merge" if len(self._predecessors[heir]) > 1 else self._changed(key, heir)
        if self._after.is_over(key) and not self._before.is_over(key):
            return SUNSET
        return self._changed(key, key)

    def _changed(self, key: str, heir: str) -> str:
        """The most telling change of a body that goes on, as itself or as its one heir."""
        was, now = self._before.elements[key], self._after.elements[heir]
        if was.word("kind") != now.word("kind"):
            return "convert"
        if self._ground(self._before, key) != self._ground(self._after, heir):
            return "refocus"
        return "continue" if was.name == now.name else "rename"

    def _ground(self, facts: Facts, key: str) -> frozenset[str]:
        return frozenset(facts.targets(key, LinkRole.COVERS, Trait.AXIS))


def counted(found: tuple[Disposed, ...]) -> Mapping[str, int]:
    """How many bodies of the earlier state have each disposition, in the order they are shown."""
    counts = dict.fromkeys(KEYS, 0)
    for one in found:
        if one.is_before:
            counts[one.disposition] = counts.get(one.disposition, 0) + 1
    return {key: count for key, count in counts.items() if count}
