"""The journal: change sets in order, each chained to the one before by its hash.

A hash is SHA-256 over the canonical JSON of all that the change set says, the hash before it
included. From the journal alone every state can be made again: it loses nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from cadre.core.change import Changes, apply, diff
from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL
from cadre.core.states import CURRENT, Edition, Scenario, StateKind, States
from cadre.exchange.document import edition_heading_from_json
from cadre.exchange.framework_json import canonical, digest
from cadre.exchange.json_changes import change_from_json, change_to_json
from cadre.exchange.json_shapes import Json, JsonObject, list_at, object_at, text_at
from cadre.store.frozen import Altered
from cadre.store.models import JournalRow
from cadre.store.rows import edition_heading, scenario_heading, scenario_of

EMPTY: Final = ""
"""The base of a first state: a framework with the kernel's types and nothing else."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change set as the journal keeps it."""

    framework: str
    number: int
    at: datetime
    author: str
    reason: str
    parts: list[Json]
    previous: str

    @property
    def hash(self) -> str:
        """What the next change set is chained to."""
        said: JsonObject = {
            "framework": self.framework,
            "number": self.number,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "author": self.author,
            "reason": self.reason,
            "parts": self.parts,
            "previous": self.previous,
        }
        return hashlib.sha256(canonical(said)).hexdigest()

    def row(self) -> JournalRow:
        """The row to add."""
        return JournalRow(
            framework_id=self.framework,
            number=self.number,
            at=self.at,
            author=self.author,
            reason=self.reason,
            parts=self.parts,
            previous=self.previous,
            hash=self.hash,
        )


# --- what a change set holds ----------------------------------------------------------------------


def part(state: str, base: str, changes: Changes, heading: JsonObject | None = None) -> JsonObject:
    """What one change set does to one state. `base` is what its changes apply to."""
    entry: JsonObject = {
        "state": state,
        "base": base,
        "changes": [change_to_json(change) for change in changes],
    }
    if heading is not None:
        entry["heading"] = heading
    return entry


def first_parts(states: States) -> Iterator[JsonObject]:
    """Everything, as the first change set has it: each state by how it differs from another."""
    before = EMPTY
    for edition in sorted(states.editions.values(), key=lambda one: (one.number, one.key)):
        changes = diff(_framework_at(states, before), edition.framework)
        heading = {**edition_heading(edition), "kind": StateKind.EDITION.value}
        yield part(edition.key, before, changes, heading)
        before = edition.key
    yield part(CURRENT, before, diff(_framework_at(states, before), states.current))
    for key in sorted(states.scenarios):
        scenario = states.scenarios[key]
        heading = {**scenario_heading(scenario), "kind": StateKind.SCENARIO.value}
        yield part(key, scenario.base, scenario.changes, heading)


def _framework_at(states: States, key: str) -> Framework:
    return Framework.of(KERNEL) if key == EMPTY else states.at(key)


# --- reading it back ------------------------------------------------------------------------------


def entries(framework: str) -> Iterator[Entry]:
    """The change sets of a framework in order, each checked against the chain. Altered if not."""
    previous = ""
    rows = JournalRow.objects.filter(framework_id=framework).order_by("number")
    for number, row in enumerate(rows.iterator(), 1):
        entry = Entry(
            framework, row.number, row.at, row.author, row.reason, row.parts, row.previous
        )
        if row.number != number or row.previous != previous or row.hash != entry.hash:
            raise Altered(f"the journal of {framework} is broken at change set {number}")
        previous = row.hash
        yield entry


def replayed(framework: str, journal: Iterable[Entry]) -> States:
    """All states, made again from the journal alone. Altered when it makes no whole."""
    current = Framework.of(KERNEL)
    editions: dict[str, Edition] = {}
    scenarios: dict[str, Scenario] = {}
    for entry in journal:
        for one in entry.parts:
            value = object_at(one)
            state, base = text_at(value.get("state")), text_at(value.get("base"))
            heading = object_at(value["heading"]) if "heading" in value else None
            if heading is not None and heading.get("kind") == StateKind.SCENARIO:
                scenarios[state] = scenario_of(heading, value.get("changes"))
                continue
            under = (
                Framework.of(KERNEL)
                if base == EMPTY
                else current
                if base == CURRENT
                else editions[base].framework
            )
            after = apply(under, (change_from_json(c) for c in list_at(value.get("changes"))))
            if heading is None:
                current = after
            else:
                editions[state] = edition_heading_from_json(heading, after)
                if digest(after) != editions[state].digest:
                    raise Altered(f"edition {state} of {framework} is not as its digest says")
    return States(framework, current, editions, scenarios)
