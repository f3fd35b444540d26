"""The states of a framework: `current`, its editions and its scenarios."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from cadre.core.change import Changes, apply
from cadre.core.dates import PartialDate
from cadre.core.graph import Framework
from cadre.core.keys import RESERVED_STATE
from cadre.core.text import Text

CURRENT = RESERVED_STATE


class StateKind(StrEnum):
    """What a state is: the living value, a frozen copy, or a change list on a base."""

    CURRENT = "current"
    EDITION = "edition"
    SCENARIO = "scenario"


@dataclass(frozen=True, slots=True)
class Edition:
    """A complete frozen copy with number, date, meeting, maturity label and digest."""

    key: str
    framework: Framework
    digest: str
    number: int
    name: Text = Text()
    date: PartialDate | None = None
    meeting: str = ""
    maturity: Text = Text()
    summary: Text = Text()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A change list on a named base: an edition, or `current`."""

    key: str
    base: str
    changes: Changes
    name: Text = Text()
    maturity: Text = Text()
    summary: Text = Text()


@dataclass(frozen=True, slots=True)
class StateInfo:
    """What can be said of a state without opening it."""

    key: str
    kind: StateKind
    name: Text
    date: PartialDate | None = None
    """Of the edition, or of the scenario's base; None for `current`, which is of today."""
    base: str = ""
    maturity: Text = Text()
    summary: Text = Text()


@dataclass(frozen=True)
class States:
    """All named states of one framework. `current` always exists."""

    key: str
    current: Framework
    editions: Mapping[str, Edition] = field(default_factory=lambda: MappingProxyType({}))
    scenarios: Mapping[str, Scenario] = field(default_factory=lambda: MappingProxyType({}))
    _outcomes: dict[str, Framework] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        names = [CURRENT, *self.editions, *self.scenarios]
        if len(set(names)) != len(names):
            raise ValueError("two states have one key")
        for scenario in self.scenarios.values():
            if scenario.base != CURRENT and scenario.base not in self.editions:
                raise ValueError(f"scenario {scenario.key} has no base {scenario.base}")

    @property
    def name(self) -> Text:
        """The name of the framework, as `current` has it."""
        return self.current.settings.text("name") or Text(self.key, self.key)

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def keys(self) -> tuple[str, ...]:
        """The keys of all states: `current`, editions by number, each with its scenarios."""
        found: list[str] = [CURRENT, *self._scenarios_on(CURRENT)]
        for edition in sorted(self.editions.values(), key=lambda one: (one.number, one.key)):
            found += [edition.key, *self._scenarios_on(edition.key)]
        return tuple(found)

    def _scenarios_on(self, base: str) -> list[str]:
        return sorted(one.key for one in self.scenarios.values() if one.base == base)

    def __contains__(self, key: str) -> bool:
        return key == CURRENT or key in self.editions or key in self.scenarios

    def at(self, key: str) -> Framework:
        """The framework in a state. KeyError when there is no such state."""
        if key == CURRENT:
            return self.current
        if key in self.editions:
            return self.editions[key].framework
        if key not in self._outcomes:
            scenario = self.scenarios[key]
            self._outcomes[key] = apply(self.at(scenario.base), scenario.changes)
        return self._outcomes[key]

    def info(self, key: str) -> StateInfo:
        """What can be said of a state without opening it. KeyError when there is none."""
        if key == CURRENT:
            maturity = self.current.settings.text("maturity")
            return StateInfo(
                CURRENT, StateKind.CURRENT, Text("Current", "État actuel"), maturity=maturity
            )
        if key in self.editions:
            edition = self.editions[key]
            return StateInfo(
                key,
                StateKind.EDITION,
                edition.name or Text(key, key),
                date=edition.date,
                maturity=edition.maturity,
                summary=edition.summary,
            )
        scenario = self.scenarios[key]
        base = self.editions.get(scenario.base)
        return StateInfo(
            key,
            StateKind.SCENARIO,
            scenario.name or Text(key, key),
            date=base.date if base else None,
            base=scenario.base,
            maturity=scenario.maturity,
            summary=scenario.summary,
        )

    def base_of(self, key: str) -> str | None:
        """The state that a scenario stands on, or the edition before an edition, if any."""
        if key in self.scenarios:
            return self.scenarios[key].base
        editions = sorted(self.editions.values(), key=lambda one: (one.number, one.key))
        if key == CURRENT:
            return editions[-1].key if editions else None
        before = [one.key for one in editions if one.number < self.editions[key].number]
        return before[-1] if before else None
