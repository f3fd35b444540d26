"""Files disturbed by chance are read whole or refused in one clear line; `tools.fuzz` does more."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cadre.core.faults import BadInput, Place
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.exchange import bundle_files, document, graphml
from cadre.exchange.framework_json import framework_from_json
from cadre.sheets import xlsx_reading
from tools import fuzz
from tools.mutants import MUTATIONS, mutant

SAMPLE = 400


@pytest.mark.parametrize("form", MUTATIONS)
def test_every_mutant_is_read_or_refused(tmp_path: Path, form: str) -> None:
    found = fuzz.run(form, SAMPLE, tmp_path)
    assert found.failed == {}
    assert found.read + found.refused == SAMPLE
    assert found.read > SAMPLE // 20, "too few come past the door to show anything"
    assert found.refused > SAMPLE // 2


def test_the_same_seed_gives_the_same_mutants() -> None:
    data = b'{"a": [1, 2, {"b": "c"}]}'
    one = [mutant("document", data, 1, number) for number in range(50)]
    assert one == [mutant("document", data, 1, number) for number in range(50)]
    assert one != [mutant("document", data, 2, number) for number in range(50)]


# --- controls: a reader with a guard taken away is found out ------------------------------------


def unguarded(*_: Any) -> None:
    """In the place of a check: it lets everything pass."""


@contextmanager
def undamaged(_: Place) -> Iterator[None]:
    """In the place of the guard against damaged archives."""
    yield


def lenient(value: Any, _: Any, *more: Any) -> Framework:
    """In the place of a reader: what has a fault is left out."""
    return framework_from_json(value, unguarded, *more)


def mendless(what: str, place: Place) -> BadInput:
    """A refusal that does not say how to mend it."""
    return BadInput(Text(what, what), place)


@pytest.mark.parametrize(
    ("form", "module", "guard", "instead", "says"),
    [
        ("document", document, "refuse_faulty", unguarded, "not allowed by its types"),
        ("document", document, "refuse_altered", unguarded, "was altered"),
        ("document", document, "framework_from_json", lenient, "in the file"),
        ("bundle", bundle_files, "DAMAGE", (zipfile.LargeZipFile,), "zipfile.BadZipFile"),
        ("graphml", graphml, "given_twice", mendless, "no mend"),
        ("xlsx", xlsx_reading, "_damage", undamaged, "zipfile.BadZipFile"),
    ],
)
def test_a_guard_that_is_gone_is_noticed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    module: Any,
    guard: str,
    instead: Callable[..., Any],
    says: str,
) -> None:
    assert hasattr(module, guard)
    monkeypatch.setattr(module, guard, instead)
    found = fuzz.run(form, SAMPLE, tmp_path, enough=8)
    assert any(says in said for said in found.failed.values()), found.line()
