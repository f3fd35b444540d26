"""A store with the shipped frameworks in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.storing import filled


@pytest.fixture(scope="module")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The shipped frameworks, stored once for all tests here."""
    from cadre.services.frameworks import load_shipped

    yield from filled(load_shipped, django_db_blocker)
