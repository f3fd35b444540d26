"""Frameworks into the tables: one transaction, one revision further, one change set more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from cadre.core.change import (
    AddElement,
    AddLink,
    Changes,
    RemoveElement,
    RemoveLink,
    SetField,
    SetLinkField,
)
from cadre.core.graph import Element, Framework, Link
from cadre.core.keys import LinkId
from cadre.core.states import CURRENT, States
from cadre.store.journal import Entry, first_parts, part
from cadre.store.load import Stored, remember
from cadre.store.models import ElementRow, FrameworkRow, LinkRow, StateRow
from cadre.store.rows import (
    element_rows,
    link_rows,
    settings_of,
    state_rows,
    types_of,
)


class Stale(Exception):
    """Somebody saved in between: the revision that a save names is no longer the last."""


class Taken(Exception):
    """There is a framework of this key already."""


def create(states: States, *, author: str, reason: str, at: datetime) -> Stored:
    """Store a framework with all its states as change set 1. Taken when the key is in use."""
    entry = Entry(states.key, 1, at, author, reason, list(first_parts(states)), "")
    with transaction.atomic():
        _, is_new = FrameworkRow.objects.get_or_create(
            key=states.key,
            defaults={
                "revision": 1,
                "head": entry.hash,
                "types": types_of(states.current),
                "settings": settings_of(states.current),
            },
        )
        if not is_new:
            raise Taken(states.key)
        values, links = states.current.values_by_key(), states.current.values_by_link()
        made = ElementRow.objects.bulk_create(
            element_rows(states.key, (Element(*one) for one in values.items()))
        )
        numbers = {row.key: row.pk for row in made}
        LinkRow.objects.bulk_create(
            link_rows(states.key, (Link(*link, values) for link, values in links.items()), numbers)
        )
        StateRow.objects.bulk_create(state_rows(states))
        entry.row().save(force_insert=True)
    stored = Stored(states, 1, entry.hash)
    remember(stored)
    return stored


def save_current(
    before: Stored,
    after: Framework,
    changes: Changes,
    *,
    author: str,
    reason: str,
    at: datetime,
) -> Stored:
    """Store `after`, which `changes` make from `before`, as the next change set.

    Stale when the store is no longer at the revision of `before`; nothing is written then.
    """
    key, number = before.states.key, before.revision + 1
    parts = [part(CURRENT, CURRENT, changes)]
    entry = Entry(key, number, at, author, reason, list(parts), before.head)
    with transaction.atomic():
        # Compare and set. On PostgreSQL this row is the lock that puts savers in line.
        moved = FrameworkRow.objects.filter(key=key, revision=before.revision).update(
            revision=number,
            head=entry.hash,
            types=types_of(after),
            settings=settings_of(after),
        )
        if not moved:
            raise Stale(key)
        touched = _elements_in(changes)
        _write_elements(key, after, touched)
        _write_links(key, after, changes)
        # Last, when no link holds them any more.
        gone = [one for one in touched if one not in after]
        if gone:
            ElementRow.objects.filter(framework_id=key, key__in=gone).delete()
        entry.row().save(force_insert=True)
    states = States(key, after, before.states.editions, before.states.scenarios)
    stored = Stored(states, number, entry.hash)
    remember(stored)
    return stored


def _elements_in(changes: Changes) -> list[str]:
    touched = set[str]()
    for change in changes:
        match change:
            case AddElement(element) | RemoveElement(element):
                touched.add(element.key)
            case SetField(element_key):
                touched.add(element_key)
            case _:
                pass
    return sorted(touched)


def _write_elements(key: str, after: Framework, touched: Iterable[str]) -> None:
    found = (after.get(one) for one in touched)
    there = [one for one in found if one is not None]
    if there:
        ElementRow.objects.bulk_create(
            element_rows(key, there),
            update_conflicts=True,
            unique_fields=["framework", "key"],
            update_fields=["values"],
        )


def _write_links(key: str, after: Framework, changes: Changes) -> None:
    touched = sorted(set(_links_in(changes)))
    if not touched:
        return
    ends = {end for one in touched for end in (one.source, one.target)}
    numbers = dict(
        ElementRow.objects.filter(framework_id=key, key__in=ends).values_list("key", "id")
    )
    there: list[Link] = []
    for one in touched:
        link = after.link(*one)
        if link is not None:
            there.append(link)
        elif one.source in numbers and one.target in numbers:
            LinkRow.objects.filter(
                framework_id=key,
                type=one.type,
                source_id=numbers[one.source],
                target_id=numbers[one.target],
            ).delete()
    if there:
        LinkRow.objects.bulk_create(
            link_rows(key, there, numbers),
            update_conflicts=True,
            unique_fields=["framework", "type", "ends"],
            update_fields=["values"],
        )


def _links_in(changes: Changes) -> Iterable[LinkId]:
    for change in changes:
        match change:
            case AddLink(link) | RemoveLink(link):
                yield link.id
            case SetLinkField(link_id):
                yield link_id
            case _:
                pass
