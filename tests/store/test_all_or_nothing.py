"""A save that fails at any of its statements leaves every row as it was."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import pytest

from cadre.core.change import Changes, apply, remove_element, set_field
from cadre.core.graph import Framework
from cadre.core.states import States
from cadre.core.text import Text
from cadre.services import editing
from cadre.services.faults import Conflict
from cadre.store import load, save
from tests.store.conftest import AT
from tests.store.failing import Broken, failing_at, failures

pytestmark = pytest.mark.django_db(transaction=True)

Digest = Callable[[], str]


def _changes(framework: Framework) -> Changes:
    """A change set that adds to, alters and removes rows of elements and links."""
    keys = list(framework.values_by_key())
    linked = next(key for key in keys[1:] if framework.links_out(key))
    return (
        *set_field(framework, keys[0], "note", Text("Said anew", "Dit à nouveau")),
        *remove_element(framework, linked),
    )


def test_a_first_load_is_whole_or_not_at_all(example: States, all_rows: Digest) -> None:
    empty = all_rows()
    failed = 0
    for _ in failures(lambda: save.create(example, author="Ada", reason="Load", at=AT)):
        assert all_rows() == empty
        failed += 1
    assert failed >= 5
    assert all_rows() != empty


def test_a_change_is_whole_or_not_at_all(example: States, all_rows: Digest) -> None:
    save.create(example, author="Ada", reason="Load", at=AT)
    before = all_rows()
    changes = _changes(example.current)

    def submit() -> None:
        load.forget()
        editing.submit(example.key, changes, author="Ada", reason="Edit", base_revision=1)

    failed = 0
    for _ in failures(submit):
        assert all_rows() == before
        failed += 1
    assert failed >= 5
    assert all_rows() != before


def test_without_a_transaction_half_of_it_would_stay(
    example: States, all_rows: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: take the transaction away, and the test above would fail."""
    save.create(example, author="Ada", reason="Load", at=AT)
    before = all_rows()
    stored = load.load(example.key)
    assert stored is not None
    changes = _changes(example.current)
    after = apply(example.current, changes)

    class NoTransaction:
        def atomic(self) -> Any:
            return nullcontext()

    monkeypatch.setattr(save, "transaction", NoTransaction())
    with pytest.raises(Broken), failing_at(2):
        save.save_current(stored, after, changes, author="Ada", reason="Edit", at=AT)
    assert all_rows() != before


def test_of_two_saves_on_one_revision_one_wins(example: States) -> None:
    save.create(example, author="Ada", reason="Load", at=AT)
    key = next(iter(example.current.values_by_key()))
    mine = set_field(example.current, key, "note", Text("Mine", "À moi"))
    yours = set_field(example.current, key, "note", Text("Yours", "À vous"))
    editing.submit(example.key, mine, author="Ada", reason="Mine", base_revision=1)
    with pytest.raises(Conflict):
        editing.submit(example.key, yours, author="Bo", reason="Yours", base_revision=1)
    load.forget()
    stored = load.load(example.key)
    assert stored is not None
    assert stored.states.current[key].text("note") == Text("Mine", "À moi")
    assert stored.revision == 2


def test_a_save_from_memory_that_is_old_is_stale(example: States, all_rows: Digest) -> None:
    """Both read revision 1 before either saves: the store itself must refuse the second."""
    first = save.create(example, author="Ada", reason="Load", at=AT)
    key = next(iter(example.current.values_by_key()))
    mine = set_field(example.current, key, "note", Text("Mine", "À moi"))
    after = apply(example.current, mine)
    save.save_current(first, after, mine, author="Ada", reason="Mine", at=AT)
    between = all_rows()
    with pytest.raises(save.Stale):
        save.save_current(first, after, mine, author="Bo", reason="Yours", at=AT)
    assert all_rows() == between


def test_a_key_in_use_is_not_loaded_over(example: States, all_rows: Digest) -> None:
    save.create(example, author="Ada", reason="Load", at=AT)
    before = all_rows()
    with pytest.raises(save.Taken):
        save.create(example, author="Bo", reason="Again", at=AT)
    assert all_rows() == before
