"""Editions frozen as columns: what comes out is what went in, read when it is asked for."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.values import NO_VALUES
from cadre.exchange import json_values
from cadre.store import frozen as freezing
from cadre.store.frozen import Altered, Frozen, columns_of, framework_of_frozen, frozen
from tests.strategies import frameworks


def _sealed(body: bytes) -> bytes:
    return hashlib.sha256(body).digest() + body


@given(frameworks())
def test_what_was_frozen_comes_out_the_same(framework: Framework) -> None:
    pieces = frozen(framework)
    again = framework_of_frozen(pieces)
    assert again == framework
    assert list(again.link_values()) == list(framework.link_values())
    assert frozen(again) == pieces


def test_nothing_is_read_before_it_is_asked_for(
    reference: States, monkeypatch: pytest.MonkeyPatch
) -> None:
    framework = framework_of_frozen(frozen(reference.current))
    read: list[object] = []
    real = json_values.values_from_json

    def counted(value: object) -> object:
        read.append(value)
        return real(value)  # type: ignore[arg-type]  # JSON, as it came

    monkeypatch.setattr(freezing, "values_from_json", counted)
    assert len(framework) == len(reference.current)
    assert read == []
    key = framework.columns.keys[7]
    assert framework[key] == framework[key] == reference.current[key]
    assert len(read) == 1


def test_columns_alone_can_be_opened(reference: States) -> None:
    found, wanted = columns_of(frozen(reference.current).columns), reference.current.columns
    assert (found.keys, list(found.ids())) == (wanted.keys, list(wanted.ids()))


@pytest.mark.parametrize("place", [0, 31, 32, 40, -1])
def test_a_piece_that_was_altered_is_refused(example: States, place: int) -> None:
    pieces = frozen(example.current)
    for name in ("columns", "values"):
        altered = bytearray(getattr(pieces, name))
        altered[place] ^= 1
        changed = replace(pieces, **{name: bytes(altered)})
        with pytest.raises(Altered):
            framework_of_frozen(changed)
    assert framework_of_frozen(pieces) == example.current  # the control


def test_a_form_that_is_not_known_is_refused(example: States) -> None:
    body = frozen(example.current).columns[32:].replace(b'"form":1', b'"form":2', 1)
    with pytest.raises(Altered, match="form 2"):
        columns_of(_sealed(body))


def test_a_piece_with_a_line_too_few_is_refused(example: States) -> None:
    pieces = frozen(example.current)
    short = _sealed(pieces.values[32:].rpartition(b"\n")[0])
    framework = framework_of_frozen(Frozen(pieces.columns, short))
    with pytest.raises(Altered, match="lines"):
        framework.values_by_key()


def test_rows_are_counted_as_in_any_sequence() -> None:
    groups = [Element(f"group/{one}") for one in "abc"]
    links = [
        Link("part-of", "group/a", "group/b"),
        Link("part-of", "group/b", "group/c", {"certainty": "high"}),
        Link("part-of", "group/c", "group/a"),
    ]
    values = framework_of_frozen(frozen(Framework.of(KERNEL, groups, links))).link_values()
    assert list(values) == [NO_VALUES, {"certainty": "high"}, NO_VALUES]
    assert values[1:] == list(values)[1:]
    for row in (3, -1):
        with pytest.raises(IndexError):
            values[row]
