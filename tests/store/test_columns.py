"""The links of `current` as columns, straight from the tables."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from cadre.analysis.primitives.reading import SPAN
from cadre.core.change import AddElement, AddLink, Changes, apply, remove_element
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import Text
from cadre.store import load, save
from cadre.store.columns import read_columns
from cadre.store.frozen import Altered
from cadre.store.models import LinkRow
from tests.store.conftest import AT

pytestmark = pytest.mark.django_db


def _stored(states: States) -> load.Stored:
    return save.create(states, author="Ada", reason="First load", at=AT)


def test_they_are_those_of_the_framework_in_two_queries(
    reference: States, example: States, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for states in (reference, example):
        _stored(states)
    for states in (reference, example):
        with django_assert_num_queries(2):
            found = read_columns(states.key)
        assert list(found.keys) == list(states.current.columns.keys)
        assert list(found.ids()) == list(states.current.columns.ids())


def test_of_a_framework_that_is_not_there_they_are_empty() -> None:
    found = read_columns("nowhere")
    assert (list(found.keys), list(found.ids())) == ([], [])


def test_rows_that_came_later_stand_in_their_place(example: States) -> None:
    """Numbers of rows follow the time of a save; columns follow keys."""
    before = _stored(example)
    current = before.states.current
    first = next(key for key in current.keys(type="group"))
    linked = next(key for key in current.columns.keys if current.links_out(key) and key != first)
    changes: Changes = (
        *remove_element(current, linked),
        AddElement(Element("activity/aaa", {"name": Text("Early", "Tôt")})),
        AddLink(Link("leads", first, "activity/aaa", {"certainty": "high"})),
    )
    after = apply(current, changes)
    _ = save.save_current(before, after, changes, author="Ada", reason="Later", at=AT)
    found = read_columns(example.key)
    assert list(found.keys) == list(after.columns.keys)
    assert list(found.ids()) == list(after.columns.ids())
    load.forget()
    stored = load.load(example.key)
    assert stored is not None
    assert stored.states.current == after


def test_a_link_that_says_nothing_stores_nothing() -> None:
    groups = [Element("group/a"), Element("group/b")]
    links = [
        Link("overlaps-with", "group/a", "group/b"),
        Link("part-of", "group/a", "group/b", {"certainty": "high"}),
    ]
    states = States("small", Framework.of(KERNEL, groups, links))
    _stored(states)
    assert LinkRow.objects.get(type="overlaps-with").values is None
    assert LinkRow.objects.get(type="part-of").values == {"certainty": "high"}
    load.forget()
    stored = load.load("small")
    assert stored is not None
    assert stored.states.current == states.current


def test_a_link_that_leads_out_of_its_framework_is_found(
    reference: States, example: States
) -> None:
    _stored(reference)
    _stored(example)
    stray = LinkRow.objects.filter(framework_id=example.key).first()
    other = LinkRow.objects.filter(framework_id=reference.key).first()
    assert stray is not None
    assert other is not None
    LinkRow.objects.filter(pk=stray.pk).update(
        target_id=other.target_id, ends=stray.source_id * SPAN + other.target_id
    )
    load.forget()
    with pytest.raises(Altered, match=example.key):
        load.load(example.key)


def test_both_ends_in_one_number_are_held_to_the_ends(example: States) -> None:
    _stored(example)
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkRow.objects.update(ends=F("ends") + 1)


def test_they_are_read_from_the_index_without_a_look_at_the_rows(example: States) -> None:
    _stored(example)
    if connection.vendor != "sqlite":
        pytest.skip("the words are those of SQLite")
    with CaptureQueriesContext(connection) as asked:
        read_columns(example.key)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked[-1]['sql']}")
        plan = " ".join(str(row) for row in cursor.fetchall())
    assert "SEARCH own USING COVERING INDEX" in plan
    assert "TEMP B-TREE" not in plan
