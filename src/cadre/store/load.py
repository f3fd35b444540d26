"""Frameworks out of the tables: four queries, then kept in memory until the revision moves."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from cadre.core.states import Edition, Scenario, StateKind, States
from cadre.exchange.framework_json import digest
from cadre.store.models import ElementRow, FrameworkRow, LinkRow, StateRow
from cadre.store.rows import Altered, edition_of, framework_of, scenario_of

KEPT: Final = 16
ATTEMPTS: Final = 5


@dataclass(frozen=True, slots=True)
class Stored:
    """All states of a framework as stored, with the revision that a save must name.

    `head` is the hash of the last change set: two equal heads hold the same.
    """

    states: States
    revision: int
    head: str


_kept: OrderedDict[tuple[str, str], Stored] = OrderedDict()
_lock = threading.Lock()


def stored_keys() -> tuple[str, ...]:
    """The keys of the stored frameworks, in order."""
    return tuple(FrameworkRow.objects.order_by("key").values_list("key", flat=True))


def load(key: str) -> Stored | None:
    """A framework, or None when there is none of this key. Altered when it is not as stored.

    No lock is held while it is read: a save in the middle shows in the head, and it is read again.
    """
    for _ in range(ATTEMPTS):
        head = FrameworkRow.objects.filter(key=key).values_list("head", flat=True).first()
        if head is None:
            return None
        with _lock:
            known = _kept.get((key, head))
        stored = known or _read(key)
        if stored is not None and stored.head == head:
            remember(stored)
            return stored
    raise RuntimeError(f"{key} changed {ATTEMPTS} times while it was read")


def remember(stored: Stored) -> None:
    """Keep a framework in memory, and let the one go that was longest unused."""
    with _lock:
        _kept[(stored.states.key, stored.head)] = stored
        _kept.move_to_end((stored.states.key, stored.head))
        while len(_kept) > KEPT:
            _kept.popitem(last=False)


def forget() -> None:
    """Keep nothing in memory any more."""
    with _lock:
        _kept.clear()


def _read(key: str) -> Stored | None:
    elements = list(ElementRow.objects.filter(framework_id=key).values_list("key", "values"))
    links = list(
        LinkRow.objects.filter(framework_id=key).values_list("type", "source", "target", "values")
    )
    states = list(
        StateRow.objects.filter(framework_id=key)
        .order_by("key")
        .values_list("kind", "heading", "content")
    )
    # Last, so that its head tells whether the rows before it belong together.
    row = FrameworkRow.objects.filter(key=key).first()
    if row is None:
        return None
    editions: dict[str, Edition] = {}
    scenarios: dict[str, Scenario] = {}
    for kind, heading, content in states:
        if kind == StateKind.EDITION:
            edition = edition_of(heading, content)
            if digest(edition.framework) != edition.digest:
                raise Altered(f"edition {edition.key} of {key} is not as its digest says")
            editions[edition.key] = edition
        else:
            scenario = scenario_of(heading, content)
            scenarios[scenario.key] = scenario
    current = framework_of(row, elements, links)
    return Stored(States(key, current, editions, scenarios), row.revision, row.head)
