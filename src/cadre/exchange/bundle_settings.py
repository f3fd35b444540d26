"""Settings as a table: one row an entry."""

from __future__ import annotations

from typing import Final

from cadre.core.attributes import Attribute
from cadre.core.dates import PartialDate
from cadre.core.faults import BadInput
from cadre.core.settings import SECTIONS, Setting, Settings
from cadre.core.text import Text
from cadre.core.values import Kind
from cadre.exchange.cell_values import cells_of, values_of
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


def read_settings(table: Table | None) -> Settings:
    """The settings of a table. BadInput at the row and column of a fault."""
    entries: dict[str, Setting] = {}
    for row in table.rows if table else ():
        path = row.cells.get("path", "")
        if path in entries:
            raise BadInput(
                Text(f"“{path}” is given twice.", f"« {path} » est donné deux fois."),
                row.place.at(column="path"),
            )
        if path.partition("/")[0] not in SECTIONS:
            raise BadInput(
                Text(f"there is no setting “{path}”.", f"il n’y a pas de réglage « {path} »."),
                row.place.at(column="path"),
            )
        value = _value(row)
        if value is not None:
            entries[path] = value
    return Settings.of(entries)


def _value(row: Row) -> Setting | None:
    name = row.cells.get("kind", Kind.TEXT.value)
    kind = next((one for one in _KINDS if one.value == name), None)
    if kind is None:
        raise BadInput(
            Text(f"no setting has the kind “{name}”.", f"aucun réglage n’a le genre « {name} »."),
            row.place.at(column="kind"),
        )
    cells = {column: cell for column, cell in row.cells.items() if column.startswith("value")}
    found = values_of(cells, {"value": Attribute("value", kind, Text())}, row.place).get("value")
    return found if isinstance(found, str | bool | int | float | Text | PartialDate) else None
