"""What differs between two frameworks, or between all the states of two sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cadre.core.change import Changes, diff
from cadre.core.graph import Framework
from cadre.core.states import States


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs: between `before` and `after`, and state by state where there are states.

    `restated` are states whose heading differs: name, date, meeting, or a scenario's change list.
    """

    before: Framework
    after: Framework
    changes: Changes
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: Mapping[str, Changes] = field(default_factory=dict)
    restated: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing differs at all."""
        return not (self.changes or self.added or self.removed or self.changed or self.restated)


def compare(before: Framework, after: Framework) -> Comparison:
    """Compare two frameworks."""
    return Comparison(before, after, diff(before, after))


def compare_all(before: States, after: States) -> Comparison:
    """Compare everything: types, settings and content of `current` and of every other state."""
    old = {*before.editions, *before.scenarios}
    new = {*after.editions, *after.scenarios}
    both = sorted(old & new)
    changes = {key: diff(before.at(key), after.at(key)) for key in both}
    return Comparison(
        before.current,
        after.current,
        diff(before.current, after.current),
        tuple(sorted(new - old)),
        tuple(sorted(old - new)),
        {key: found for key, found in changes.items() if found},
        tuple(key for key in both if _heading(before, key) != _heading(after, key)),
    )


def _heading(states: States, key: str) -> object:
    if key in states.editions:
        edition = states.editions[key]
        return (states.info(key), edition.number, edition.meeting)
    return (states.info(key), states.scenarios[key].changes)
