"""The links of `current` out of the tables as columns: one row a type, made by the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Aggregate, F, Func, QuerySet, TextField, Value
from django.db.models.functions import Cast

from cadre.analysis.primitives.reading import SPAN, Numbers, columns, numbers
from cadre.core.columns import Columns
from cadre.exchange.json_shapes import Json
from cadre.store.models import ElementRow, LinkRow


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
    links = [(one["type"], numbers(one["joined"])) for one in _by_type(framework)]
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
        .annotate(joined=Together(F("source_id") * SPAN + F("target_id")))
    )


def _text(field: str) -> Cast:
    return Cast(field, TextField())


def _said(line: str) -> tuple[int, int, Json]:
    source, target, values = line.split(" ", 2)
    return int(source), int(target), json.loads(values)
