"""Editions frozen: their elements and links as columns, and what each says as a line of JSON.

An edition is written once and read often, and most of a reading asks for few of its elements.
Columns are read as they stand; a line is read when its element or link is asked for. Both pieces
begin with the SHA-256 of what follows, which is checked when they are opened.
"""

from __future__ import annotations

import hashlib
import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, overload

from cadre.core.columns import Columns, Rows, rows
from cadre.core.graph import Framework
from cadre.core.values import NO_VALUES, Values
from cadre.exchange.framework_json import (
    canonical,
    metamodel_from_json,
    metamodel_to_json,
    settings_from_json,
    settings_to_json,
)
from cadre.exchange.json_shapes import JsonObject, list_at, object_at
from cadre.exchange.json_values import values_from_json, values_to_json

FORM: Final = 1
_HASH: Final = 32


class Altered(Exception):
    """What is stored is not what was stored: an edition or the journal fails its digest."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """The two pieces of an edition."""

    columns: bytes
    values: bytes


# --- freezing -------------------------------------------------------------------------------------


def frozen(framework: Framework) -> Frozen:
    """A framework whole. Equal frameworks give equal bytes."""
    columns = framework.columns
    said = [(row, values) for row, values in enumerate(framework.link_values()) if values]
    head: JsonObject = {
        "form": FORM,
        "types": list(columns.types),
        "first": list(columns.first),
        "elements": len(columns.keys),
        "links": len(columns),
    }
    elements = [canonical(values_to_json(values)) for values in framework.element_values()]
    about: JsonObject = {
        "types": metamodel_to_json(framework.metamodel),
        "settings": settings_to_json(framework.settings),
        "links": [row for row, _ in said],
    }
    links = [canonical(values_to_json(values)) for _, values in said]
    return Frozen(
        _sealed(
            canonical(head)
            + b"\n"
            + ",".join(columns.keys).encode()
            + b"\n"
            + _bytes_of(columns.sources)
            + _bytes_of(columns.targets)
        ),
        _sealed(b"\n".join((canonical(about), *elements, *links))),
    )


def _sealed(piece: bytes) -> bytes:
    return hashlib.sha256(piece).digest() + piece


def _bytes_of(column: Rows) -> bytes:
    if sys.byteorder == "little":
        return column.tobytes()
    turned = column[:]
    turned.byteswap()
    return turned.tobytes()


# --- opening --------------------------------------------------------------------------------------


def columns_of(piece: bytes | memoryview) -> Columns:
    """The elements and links of an edition. Altered when they are not as they were frozen."""
    body = _opened(piece)
    head_end = _line_end(body, 0)
    keys_end = _line_end(body, head_end + 1)
    head = json.loads(bytes(body[:head_end]))
    if head["form"] != FORM:
        raise Altered(f"an edition is frozen in form {head['form']}, which is not known")
    said = bytes(body[head_end + 1 : keys_end]).decode()
    keys = said.split(",") if said else []
    middle = keys_end + 1 + 4 * head["links"]
    return Columns(
        keys,
        head["types"],
        rows(head["first"]),
        _column(body[keys_end + 1 : middle]),
        _column(body[middle:]),
    )


def framework_of_frozen(pieces: Frozen) -> Framework:
    """An edition's framework. Altered when it is not as it was frozen."""
    columns = columns_of(pieces.columns)
    body = _opened(pieces.values)
    about_end = _line_end(body, 0)
    about = object_at(json.loads(bytes(body[:about_end])))
    said_by = [one for one in list_at(about.get("links")) if isinstance(one, int)]
    lines = _Lines(body, about_end + 1, len(columns.keys) + len(said_by))
    return Framework(
        metamodel_from_json(about.get("types")),
        settings_from_json(about.get("settings")),
        columns,
        _Said(lines, 0, range(len(columns.keys)), len(columns.keys)),
        _Said(lines, len(columns.keys), rows(said_by), len(columns)),
    )


def _opened(piece: bytes | memoryview) -> memoryview:
    whole = memoryview(piece)
    if hashlib.sha256(whole[_HASH:]).digest() != whole[:_HASH]:
        raise Altered("its bytes are not those that were stored")
    return whole[_HASH:]


def _line_end(body: memoryview, start: int) -> int:
    """Where the line that begins here ends."""
    step = 1 << 16
    for place in range(start, len(body), step):
        found = bytes(body[place : place + step]).find(b"\n")
        if found >= 0:
            return place + found
    return len(body)


def _column(piece: memoryview) -> Rows:
    column = array("i")
    column.frombytes(piece)
    if sys.byteorder != "little":
        column.byteswap()
    return column


class _Lines:
    """The lines of a piece, taken apart when the first is asked for."""

    def __init__(self, body: memoryview, start: int, count: int) -> None:
        self._body, self._start, self._count = body, start, count
        self._split: list[bytes] | None = None

    def __getitem__(self, place: int) -> bytes:
        if self._split is None:
            split = bytes(self._body[self._start :]).split(b"\n") if self._count else []
            if len(split) != self._count:
                raise Altered("it does not have as many lines as it says")
            self._split, self._body = split, memoryview(b"")
        return self._split[place]


class _Said(Sequence[Values]):
    """What elements or links say, each read when it is asked for and kept from then on.

    `said_by` are the rows that say anything, in order; the lines of theirs begin at `offset`.
    """

    def __init__(self, lines: _Lines, offset: int, said_by: Sequence[int], count: int) -> None:
        self._lines, self._offset, self._said_by, self._count = lines, offset, said_by, count
        self._read: dict[int, Values] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, row: int) -> Values: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Values]: ...
    def __getitem__(self, row: int | slice) -> Values | Sequence[Values]:
        if isinstance(row, slice):
            return [self[one] for one in range(*row.indices(self._count))]
        known = self._read.get(row)
        if known is None:
            if not 0 <= row < self._count:
                raise IndexError(row)
            known = self._read[row] = self._values(row)
        return known

    def __iter__(self) -> Iterator[Values]:
        return (self[row] for row in range(self._count))

    def _values(self, row: int) -> Values:
        place = bisect_left(self._said_by, row)
        if place == len(self._said_by) or self._said_by[place] != row:
            return NO_VALUES
        return values_from_json(json.loads(self._lines[self._offset + place]))
