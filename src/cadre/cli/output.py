"""Rows for people and for programs: an aligned table, CSV, JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence

import click

from cadre.sheets.tables import write_table


def echo_json(value: object) -> None:
    """Print JSON, an item a line: quick to write, and two runs compare line by line."""
    match value:
        case list():
            click.echo(_items(value))
        case dict():
            fields = (f"{_one_line(name)}: {_items(field)}" for name, field in value.items())
            click.echo("{\n" + ",\n".join(fields) + "\n}")
        case _:
            click.echo(_one_line(value))


def _items(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _one_line(value)
    return "[\n" + ",\n".join(map(_one_line, value)) + "\n]"


def _one_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def echo_csv(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print CSV, guarded against live cells."""
    table = [dict(zip(headers, row, strict=True)) for row in rows]
    click.echo(write_table(headers, table).decode().replace("\r\n", "\n"), nl=False)


def echo_table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table in columns as wide as their longest cell."""
    lines = [headers, *rows]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(headers))]
    for line in lines:
        padded = [cell + " " * (w - _width(cell)) for cell, w in zip(line, widths, strict=True)]
        click.echo("  ".join(padded).rstrip())


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(char) else 1 for char in text)
