"""The links of `current` out of the tables as columns: one row a type, made by the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.db.models import Aggregate, Func, QuerySet, TextField, Value
from django.db.models.functions import Cast

from cadre.analysis.primitives.reading import Numbers, columns, numbers
from cadre.core.columns import Columns
from cadre.exchange.json_shapes import Json
from cadre.store.models import ElementRow, LinkRow

_TOGETHER: Final = {"sqlite": "GROUP_CONCAT(ends)", "postgresql": "STRING_AGG(ends::text, ',')"}
_BY_TYPE: Final = """
    WITH RECURSIVE found (type) AS (
        SELECT MIN(type) FROM cadre_link WHERE framework_id = %s
        UNION ALL
        SELECT (
            SELECT MIN(next.type) FROM cadre_link next
            WHERE next.framework_id = %s AND next.type > found.type
        ) FROM found WHERE found.type IS NOT NULL
    )
    SELECT type, (
        SELECT {together} FROM cadre_link own
        WHERE own.framework_id = %s AND own.type = found.type
    ) FROM found WHERE type IS NOT NULL
"""
"""The types by leaps, then the links of each: to group them, every entry would be compared with the
one before, which takes as long as half of the reading."""


class Together(Aggregate):
    """All values of an expression in one text, with commas between them."""

    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """Without a separator of its own: with one it takes twice as long."""
        return self.as_sql(compiler, connection, template="GROUP_CONCAT(%(expressions)s)", **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """The same by another name, and of texts alone."""
        template = "STRING_AGG((%(expressions)s)::text, ',')"
        return self.as_sql(compiler, connection, template=template, **extra)


class Lines(Aggregate):
    """All values of a text in one, a line each; absent ones left out."""

    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """As SQLite has it."""
        template = "GROUP_CONCAT(%(expressions)s, CHAR(10))"
        return self.as_sql(compiler, connection, template=template, **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """As PostgreSQL has it."""
        template = "STRING_AGG(%(expressions)s, CHR(10))"
        return self.as_sql(compiler, connection, template=template, **extra)


class Beside(Func):
    """Texts one after the other; absent as soon as one of them is."""

    template = "%(expressions)s"
    arg_joiner = " || "
    output_field = TextField()


@dataclass(frozen=True, slots=True)
class StoredLinks:
    """The links of a type as `reading.columns` takes them, and what those say that say anything.

    `said` holds source, target and values.
    """

    type: str
    joined: Numbers
    said: Sequence[tuple[int, int, Json]] = ()


def read_columns(framework: str) -> Columns:
    """The elements and links of `current`, without what they say.

    Two queries, whatever their number. Empty for a framework that is not there.
    """
    row = ElementRow.objects.filter(framework_id=framework).aggregate(
        ids=Together("id"), keys=Together("key")
    )
    keys = row["keys"].split(",") if row["keys"] else []
    with connection.cursor() as cursor:
        together = _TOGETHER.get(connection.vendor, _TOGETHER["sqlite"])
        cursor.execute(_BY_TYPE.format(together=together), [framework] * 3)
        links = [(type_, numbers(joined)) for type_, joined in cursor]
    return columns(numbers(row["ids"] or ""), keys, links)[0]


def read_links(framework: str) -> list[StoredLinks]:
    """The links of `current` with what they say. One query."""
    parts = (_text("source_id"), Value(" "), _text("target_id"), Value(" "), _text("values"))
    return [
        StoredLinks(
            one["type"],
            numbers(one["joined"]),
            [_said(line) for line in one["said"].split("\n")] if one["said"] else (),
        )
        for one in _by_type(framework).annotate(said=Lines(Beside(*parts)))
    ]


def _by_type(framework: str) -> QuerySet[LinkRow, dict[str, Any]]:
    """One row a type, with all its links in one text."""
    return (
        LinkRow.objects.filter(framework_id=framework)
        .values("type")
        .annotate(joined=Together("ends"))
    )


def _text(field: str) -> Cast:
    return Cast(field, TextField())


def _said(line: str) -> tuple[int, int, Json]:
    source, target, values = line.split(" ", 2)
    return int(source), int(target), json.loads(values)
