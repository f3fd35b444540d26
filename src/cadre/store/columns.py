"""The links of `current` out of the tables as columns: one row a type, made by the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Aggregate, F, Func, QuerySet, TextField, Value
from django.db.models.functions import Cast

from cadre.analysis.primitives.reading import Numbers, columns, numbers
from cadre.core.columns import Columns
from cadre.exchange.json_shapes import Json
from cadre.store.models import ElementRow, LinkRow


class Together(Aggregate):
    """All values of a text in one, in the order in which the rows are met; absent ones left out.

    Several of them in one query meet the rows in the same order.
    """

    function = "GROUP_CONCAT"
    output_field = TextField()

    def __init__(self, text: Any, between: str = ",", **extra: Any) -> None:
        super().__init__(text, Value(between), **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """PostgreSQL has another name for it."""
        return self.as_sql(compiler, connection, function="STRING_AGG", **extra)


class Beside(Func):
    """Texts one after the other; absent as soon as one of them is."""

    template = "%(expressions)s"
    arg_joiner = " || "
    output_field = TextField()


@dataclass(frozen=True, slots=True)
class StoredLinks:
    """The links of a type by the numbers of their elements, and what those say that say anything.

    `said` holds source, target and values.
    """

    type: str
    sources: Numbers
    targets: Numbers
    said: Sequence[tuple[int, int, Json]] = ()


def read_columns(framework: str) -> Columns:
    """The elements and links of `current`, without what they say.

    Two queries, whatever their number. Empty for a framework that is not there.
    """
    row = ElementRow.objects.filter(framework_id=framework).aggregate(
        ids=Together(_text("id")), keys=Together(F("key"))
    )
    keys = row["keys"].split(",") if row["keys"] else []
    links = [
        (one["type"], numbers(one["sources"]), numbers(one["targets"]))
        for one in _by_type(framework)
    ]
    return columns(numbers(row["ids"] or ""), keys, links)[0]


def read_links(framework: str) -> list[StoredLinks]:
    """The links of `current` with what they say. One query."""
    parts = (_text("source_id"), Value(" "), _text("target_id"), Value(" "), _text("values"))
    return [
        StoredLinks(
            one["type"],
            numbers(one["sources"]),
            numbers(one["targets"]),
            [_said(line) for line in one["said"].split("\n")] if one["said"] else (),
        )
        for one in _by_type(framework).annotate(said=Together(Beside(*parts), "\n"))
    ]


def _by_type(framework: str) -> QuerySet[LinkRow, dict[str, Any]]:
    """One row a type: all sources in one text, all targets in another."""
    return (
        LinkRow.objects.filter(framework_id=framework)
        .values("type")
        .annotate(sources=Together(_text("source_id")), targets=Together(_text("target_id")))
    )


def _text(field: str) -> Cast:
    return Cast(field, TextField())


def _said(line: str) -> tuple[int, int, Json]:
    source, target, values = line.split(" ", 2)
    return int(source), int(target), json.loads(values)
