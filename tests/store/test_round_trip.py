"""What is stored is what was given, in the fewest questions to the database."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from cadre.core.change import set_field
from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import Text
from cadre.exchange import digest_of_states
from cadre.store import load, save
from cadre.store.frozen import Altered
from cadre.store.models import ElementRow, FrameworkRow, LinkRow, StateRow
from tests.store.conftest import AT

pytestmark = pytest.mark.django_db


def _create(states: States) -> load.Stored:
    return save.create(states, author="Ada", reason="First load", at=AT)


@pytest.mark.parametrize("name", ["reference", "example"])
def test_the_digest_is_that_of_the_file(name: str, request: pytest.FixtureRequest) -> None:
    states: States = request.getfixturevalue(name)
    _create(states)
    load.forget()
    stored = load.load(states.key)
    assert stored is not None
    assert digest_of_states(stored.states) == digest_of_states(states)
    assert stored.revision == 1


def test_a_framework_of_nothing_is_stored() -> None:
    _create(States("nothing", Framework.of(KERNEL)))
    load.forget()
    stored = load.load("nothing")
    assert stored is not None
    assert len(stored.states.current) == 0


def test_what_is_not_there_is_none() -> None:
    assert load.load("nowhere") is None


def test_every_row_carries_the_key_of_its_framework(reference: States, example: States) -> None:
    _create(reference)
    _create(example)
    for table in (ElementRow, LinkRow, StateRow):
        keys = set(table.objects.values_list("framework_id", flat=True))
        assert keys == {reference.key, example.key}


def test_two_frameworks_keep_apart(reference: States, example: States) -> None:
    _create(reference)
    _create(example)
    load.forget()
    for states in (reference, example):
        stored = load.load(states.key)
        assert stored is not None
        assert digest_of_states(stored.states) == digest_of_states(states)


def test_a_load_takes_four_queries_and_one_to_ask_whether(
    reference: States, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _create(reference)
    load.forget()
    with django_assert_num_queries(1 + 4):
        first = load.load(reference.key)
    with django_assert_num_queries(1):
        second = load.load(reference.key)
    assert second is first


def test_a_load_takes_as_many_for_a_small_framework(
    example: States, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _create(example)
    load.forget()
    with django_assert_num_queries(1 + 4):
        load.load(example.key)


def test_a_save_is_seen_by_the_next_load(example: States) -> None:
    before = _create(example)
    key = next(iter(before.states.current.values_by_key()))
    changes = set_field(before.states.current, key, "note", Text("Seen", "Vu"))
    after = _with(before, changes)
    save.save_current(before, after, changes, author="Ada", reason="A note", at=AT)
    load.forget()
    stored = load.load(example.key)
    assert stored is not None
    assert stored.states.current == after
    assert stored.states.editions == before.states.editions
    assert stored.revision == 2


@pytest.mark.parametrize("piece", ["columns", "values"])
def test_an_edition_that_was_altered_is_refused(example: States, piece: str) -> None:
    _create(example)
    row = StateRow.objects.filter(kind="edition").first()
    assert row is not None
    altered = bytearray(getattr(row, piece))
    altered[-1] ^= 1
    StateRow.objects.filter(pk=row.pk).update(**{piece: bytes(altered)})
    load.forget()
    with pytest.raises(Altered, match=row.key):
        load.load(example.key)


def test_a_framework_is_read_again_when_it_moves_while_it_is_read(
    example: States, monkeypatch: pytest.MonkeyPatch
) -> None:
    _create(example)
    load.forget()
    once = load._read
    moved: list[str] = []

    def read_while_it_moves(key: str) -> load.Stored | None:
        if not moved:
            moved.append(key)
            FrameworkRow.objects.filter(key=key).update(head="f" * 64)
        return once(key)

    monkeypatch.setattr(load, "_read", read_while_it_moves)
    stored = load.load(example.key)
    assert stored is not None
    assert stored.head == "f" * 64


def _with(before: load.Stored, changes: tuple[object, ...]) -> Framework:
    from cadre.core.change import apply

    return apply(before.states.current, changes)  # type: ignore[arg-type]  # changes of any kind
