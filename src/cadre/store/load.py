"""Frameworks out of the tables: four queries, then kept in memory until the revision moves."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from django.db import connection

from cadre.core.states import Edition, Scenario, StateKind, States
from cadre.store.columns import read_links
from cadre.store.frozen import Altered, Frozen
from cadre.store.models import ElementRow, FrameworkRow, StateRow
from cadre.store.rows import edition_of, framework_of, scenario_of
from cadre.store.snapshot import snapshot

KEPT: Final = 16
_HEAD: Final = "SELECT head FROM cadre_framework WHERE key = %s"


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

    No lock is held while it is read, and what others save meanwhile is not in it.
    """
    head = _head(key)
    if head is None:
        return None
    with _lock:
        known = _kept.get((key, head))
    stored = known or _read(key)
    if stored is not None:
        remember(stored)
    return stored


def _head(key: str) -> str | None:
    # Every page asks this. The query is written out, since Django takes five times as long to put
    # it together as the database takes to answer.
    with connection.cursor() as cursor:
        cursor.execute(_HEAD, [key])
        row = cursor.fetchone()
    return row[0] if row else None


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
    with snapshot():
        row = FrameworkRow.objects.filter(key=key).first()
        if row is None:
            return None
        elements = list(
            ElementRow.objects.filter(framework_id=key).values_list("id", "key", "values")
        )
        links = read_links(key)
        states = list(
            StateRow.objects.filter(framework_id=key)
            .order_by("key")
            .values_list("key", "kind", "heading", "changes", "columns", "values")
        )
    editions: dict[str, Edition] = {}
    scenarios: dict[str, Scenario] = {}
    for name, kind, heading, changes, columns, values in states:
        if kind == StateKind.EDITION:
            try:
                editions[name] = edition_of(
                    heading, Frozen(bytes(columns or b""), bytes(values or b""))
                )
            except Altered as fault:
                raise Altered(f"edition {name} of {key}: {fault}") from None
        else:
            scenarios[name] = scenario_of(heading, changes)
    current = framework_of(row, elements, links)
    return Stored(States(key, current, editions, scenarios), row.revision, row.head)
