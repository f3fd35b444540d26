"""The journal: chained, lossless, and found out when it is touched."""

from __future__ import annotations

import pytest

from cadre.core.change import Changes, apply, remove_element, set_field
from cadre.core.states import States
from cadre.core.text import Text
from cadre.exchange import digest_of_states
from cadre.services.journal import change_sets, verify
from cadre.store import journal, load, save
from cadre.store.frozen import Altered
from cadre.store.models import ElementRow, JournalRow
from tests.store.conftest import AT

pytestmark = pytest.mark.django_db


def _save(before: load.Stored, changes: Changes) -> load.Stored:
    after = apply(before.states.current, changes)
    return save.save_current(before, after, changes, author="Ada", reason="A change", at=AT)


@pytest.fixture
def stored(example: States) -> load.Stored:
    """A framework with three change sets."""
    first = save.create(example, author="Ada", reason="First load", at=AT)
    keys = list(first.states.current.values_by_key())
    second = _save(first, set_field(first.states.current, keys[0], "note", Text("One", "Un")))
    return _save(second, remove_element(second.states.current, keys[-1]))


def test_the_first_load_is_change_set_1(example: States) -> None:
    save.create(example, author="Ada", reason="First load", at=AT)
    [only] = change_sets(example.key)
    assert (only.number, only.author, only.reason, only.at) == (1, "Ada", "First load", AT)


@pytest.mark.parametrize("name", ["reference", "example"])
def test_every_state_comes_back_from_the_journal_alone(
    name: str, request: pytest.FixtureRequest
) -> None:
    states: States = request.getfixturevalue(name)
    save.create(states, author="Ada", reason="First load", at=AT)
    again = journal.replayed(states.key, journal.entries(states.key))
    assert digest_of_states(again) == digest_of_states(states)


def test_the_chain_holds_over_changes(stored: load.Stored) -> None:
    assert [one.number for one in change_sets(stored.states.key)] == [1, 2, 3]
    assert verify(stored.states.key) == digest_of_states(stored.states)


@pytest.mark.parametrize(
    "altered", [{"author": "Eve"}, {"reason": "Another"}, {"parts": []}, {"previous": "0" * 64}]
)
def test_a_change_set_that_was_altered_is_found(
    stored: load.Stored, altered: dict[str, object]
) -> None:
    JournalRow.objects.filter(number=2).update(**altered)
    with pytest.raises(Altered, match="change set 2"):
        verify(stored.states.key)


def test_a_change_set_that_was_taken_out_is_found(stored: load.Stored) -> None:
    JournalRow.objects.filter(number=2).delete()
    with pytest.raises(Altered):
        verify(stored.states.key)


def test_a_last_change_set_that_was_taken_away_is_found(stored: load.Stored) -> None:
    JournalRow.objects.filter(number=3).delete()
    with pytest.raises(Altered, match="does not end"):
        verify(stored.states.key)


def test_a_row_that_was_changed_past_the_journal_is_found(stored: load.Stored) -> None:
    row = ElementRow.objects.first()
    assert row is not None
    ElementRow.objects.filter(pk=row.pk).update(values={"name": {"en": "Eve", "fr": "Ève"}})
    load.forget()
    with pytest.raises(Altered, match="do not hold"):
        verify(stored.states.key)


def test_an_untouched_store_passes(stored: load.Stored) -> None:
    """The control of the four above."""
    load.forget()
    assert verify(stored.states.key)
