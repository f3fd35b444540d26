"""What several states share is read once, and read right."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cadre.core.faults import BadInput, Faults, ManyFaults, Place
from cadre.core.states import Edition, States
from cadre.exchange import digest_of_states, read
from cadre.exchange.document import read_document, write_document
from cadre.exchange.framework_json import digest
from cadre.frameworks import path_of


def councils() -> States:
    return read(path_of("joint-councils"))


def test_states_of_a_document_share_what_is_the_same_and_nothing_else() -> None:
    states = councils()
    again = read_document(write_document(states), Place())
    assert digest_of_states(again) == digest_of_states(states)
    current, edition = again.current.values_by_key(), again.at("2018").values_by_key()
    alike = {key for key in current.keys() & edition if current[key] == edition[key]}
    shared = {key for key in current.keys() & edition if current[key] is edition[key]}
    assert shared
    assert shared <= alike


def flagged(states: States, value: object) -> bytes:
    """A document whose edition has another kind of value where current has a number."""
    document: Any = json.loads(write_document(states))
    elements = document["current"]["elements"]
    place = next(n for n, one in enumerate(elements) if "order" in one["attributes"])
    elements[place]["attributes"]["order"] = 1
    [edition] = document["editions"]
    edition["framework"]["elements"][place]["attributes"]["order"] = value
    return json.dumps(document).encode()


def test_yes_is_not_taken_for_the_one_that_was_read_before() -> None:
    states = councils()
    same = States(states.key, states.current, {
        "first": Edition("first", states.current, digest(states.current), 1),
    })  # fmt: skip
    with pytest.raises(BadInput, match="must be a number"):
        _ = read_document(flagged(same, True), Place(file="x.json"))
    with pytest.raises(BadInput, match="does not match its digest"):
        _ = read_document(flagged(same, 1), Place(file="x.json"))


def test_all_faults_of_a_state_are_told() -> None:
    states = councils()
    document: Any = json.loads(write_document(states))
    for element in document["current"]["elements"][:2]:
        element["attributes"]["order"] = None
    with pytest.raises(ManyFaults) as caught:
        _ = read_document(json.dumps(document).encode(), Place(file="x.json"), Faults(50))
    assert [fault.place.path for fault in caught.value.faults] == [
        "current.elements[0].attributes.order", "current.elements[1].attributes.order",
    ]  # fmt: skip
