"""Fill the store for the tests of one module, and empty it after them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pytest_django.plugin import DjangoDbBlocker


def filled(fill: Callable[[], object], blocker: DjangoDbBlocker) -> Iterator[None]:
    """For a fixture of module scope: what the tests themselves do is rolled back by each."""
    from cadre.store import models

    with blocker.unblock():
        fill()
    yield
    with blocker.unblock():
        for table in (
            models.JournalRow,
            models.StateRow,
            models.LinkRow,
            models.ElementRow,
            models.FrameworkRow,
        ):
            table.objects.all().delete()
