"""Let a database operation fail at its first, second, third statement, and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


class Broken(Exception):
    """The fault that was put in."""


class _Counter:
    """Counts statements, and breaks one of them."""

    def __init__(self, breaks: int) -> None:
        self.breaks = breaks
        self.seen = 0

    def __call__(
        self,
        execute: Callable[..., Any],
        sql: str,
        params: object,
        many: bool,
        context: dict[str, Any],
    ) -> Any:
        # Undoing is the database's own doing; to break it would test the test.
        if sql.startswith(("ROLLBACK", "RELEASE")):
            return execute(sql, params, many, context)
        self.seen += 1
        if self.seen == self.breaks:
            raise Broken(sql)
        return execute(sql, params, many, context)


@contextmanager
def failing_at(statement: int) -> Iterator[None]:
    """Everything in this block fails at this statement, counted from 1."""
    with connection.execute_wrapper(_Counter(statement)):
        yield


def failures(operation: Callable[[], object], most: int = 200) -> Iterator[int]:
    """Do an operation with a fault at statement 1, 2, 3 ... until it succeeds.

    Yields the number of each statement at which it failed; the last one succeeded and is not
    yielded.
    """
    for statement in range(1, most):
        try:
            with failing_at(statement):
                operation()
        except Broken:
            yield statement
        else:
            return
    raise AssertionError("it never succeeds")
