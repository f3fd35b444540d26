"""Settings as a table: one row an entry."""

from __future__ import annotations

from typing import Final

from cadre.core.attributes import Attribute
from cadre.core.dates import PartialDate
from cadre.core.faults import BadInput, Faults
from cadre.core.settings import SECTIONS, Setting, Settings
from cadre.core.text import Text
from cadre.core.values import Kind
from cadre.exchange.cell_values import cells_of, values_of
from cadre.exchange.door import given_twice
from cadre.exchange.framework_json import no_such_section
from cadre.exchange.json_shapes import one_of
from cadre.sheets.tables import Row, Table, Written

_COLUMNS: Final = ("path", "kind", "value", "value.en", "value.fr", "value.stale")
_KINDS: Final = (Kind.TEXT, Kind.LOCALISED, Kind.NUMBER, Kind.YES_NO, Kind.DATE)


def settings_table(settings: Settings) -> Written:
    """The table of settings."""
    rows = [
        {"path": path, "kind": _kind_of(value).value, **cells_of({"value": value})}
        for path, value in settings.entries.items()
    ]
    return Written(_COLUMNS, rows)


def _kind_of(value: Setting) -> Kind:
    match value:
        case Text():
            return Kind.LOCALISED
        case PartialDate():
            return Kind.DATE
        case bool():
            return Kind.YES_NO
        case int() | float():
            return Kind.NUMBER
        case _:
            return Kind.TEXT


def read_settings(table: Table | None, faults: Faults) -> Settings:
    """The settings of a table. BadInput at the row and column of a fault."""
    entries: dict[str, Setting] = {}
    for row in table.rows if table else ():
        path = row.cells.get("path", "")
        with faults.gathered():
            if path in entries:
                raise given_twice(path, row.at("path"))
            if path.partition("/")[0] not in SECTIONS:
                raise BadInput(
                    Text(f"there is no setting “{path}”.", f"il n’y a pas de réglage « {path} »."),
                    row.at("path"),
                    no_such_section(),
                )
            value = _value(row, faults)
            if value is not None:
                entries[path] = value
    return Settings.of(entries)


def _value(row: Row, faults: Faults) -> Setting | None:
    name = row.cells.get("kind", Kind.TEXT.value)
    kind = next((one for one in _KINDS if one.value == name), None)
    if kind is None:
        raise BadInput(
            Text(f"no setting has the kind “{name}”.", f"aucun réglage n’a le genre « {name} »."),
            row.at("kind"),
            one_of(one.value for one in _KINDS),
        )
    cells = {column: cell for column, cell in row.cells.items() if column not in ("path", "kind")}
    attributes = {"value": Attribute("value", kind, Text())}
    found = values_of(cells, attributes, row.at, faults).get("value")
    return found if isinstance(found, str | bool | int | float | Text | PartialDate) else None
