"""A small framework to store, and the store's whole content as one digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from cadre import exchange, frameworks
from cadre.core.states import States
from cadre.store import load, models

AT = datetime(2018, 1, 22, 12, 30, 15, 250_000, tzinfo=UTC)


@pytest.fixture(scope="session")
def example() -> States:
    """The small shipped framework, with a type of its own."""
    return exchange.read(frameworks.path_of("example"))


@pytest.fixture(scope="session")
def reference() -> States:
    """The reference framework."""
    return exchange.read(frameworks.path_of("joint-councils"))


@pytest.fixture(autouse=True)
def _nothing_in_memory() -> None:
    load.forget()


@pytest.fixture
def all_rows() -> Callable[[], str]:
    """A digest of every row of every table of the store."""

    def digest() -> str:
        tables = (
            models.FrameworkRow,
            models.ElementRow,
            models.LinkRow,
            models.StateRow,
            models.JournalRow,
        )
        rows = []
        for table in tables:
            columns = [field.attname for field in table._meta.concrete_fields]
            columns = [name for name in columns if name != "id"]
            found = table.objects.values(*columns)
            rows.append(sorted(json.dumps(row, sort_keys=True, default=str) for row in found))
        return hashlib.sha256(json.dumps(rows).encode()).hexdigest()

    return digest
