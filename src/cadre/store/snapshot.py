"""Several queries that see the store as it stood at the first of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection

# Django's own transactions take the write lock when they begin (docs/adr/0010); these take none,
# so that nobody waits for a reader. PostgreSQL otherwise shows each query the newest commit.
_BEGIN: Final = {"postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


@contextmanager
def snapshot() -> Iterator[None]:
    """Read in one picture of the store, whoever saves meanwhile. Inside a transaction, that one's.

    Nothing may be written in it.
    """
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN.get(connection.vendor, "BEGIN"))
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")  # nothing was written: the shorter way out
