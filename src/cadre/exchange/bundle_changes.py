"""A change list as a table: one row a field, so that a person can read what a scenario does.

`change` says what happens, `subject` to what: an element's key, a link as `type source target`,
a type, or the path of a setting. An element or link that comes or goes has a row for each of its
values after its own. `kind` tells how `old` and `new` are written; types are written as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, cast

from cadre.core.attributes import Attribute
from cadre.core.change import (
    AddElement,
    AddLink,
    Change,
    Changes,
    Part,
    RemoveElement,
    RemoveLink,
    SetElementType,
    SetField,
    SetLinkField,
    SetLinkType,
    SetSetting,
)
from cadre.core.dates import PartialDate, Period
from cadre.core.faults import BadInput
from cadre.core.graph import Element, Link
from cadre.core.keys import LinkId
from cadre.core.text import LANGUAGES, Text
from cadre.core.values import Kind, Value, Values, frozen_values
from cadre.exchange.cell_values import text_of, value_of
from cadre.exchange.framework_json import canonical
from cadre.exchange.json_changes import NAMES, change_from_json, change_to_json
from cadre.exchange.json_shapes import JsonObject, Malformed, one_of, parsed
from cadre.exchange.json_values import text_from_json, text_to_json, value_from_json, value_to_json
from cadre.sheets.tables import Row, Table, write_table

_COLUMNS: Final = ("change", "subject", "field", "part", "kind", "old", "new")
_JSON: Final = "json"
_ANEW: Final = Text(
    "Take it from a whole copy of the table.", "Le reprendre d’une copie entière du tableau."
)
_WHOLE: Final = ("add-element", "remove-element", "add-link", "remove-link")


# --- writing -----------------------------------------------------------------------------------


def write_changes(changes: Changes) -> bytes:
    """The table of a change list."""
    return write_table(_COLUMNS, (row for change in changes for row in _rows(change)))


def _rows(change: Change) -> Iterator[dict[str, str]]:
    match change:
        case AddElement(element):
            yield from _whole_rows("add-element", element.key, element.values, "new")
        case RemoveElement(element):
            yield from _whole_rows("remove-element", element.key, element.values, "old")
        case AddLink(link):
            yield from _whole_rows("add-link", " ".join(link.id), link.values, "new")
        case RemoveLink(link):
            yield from _whole_rows("remove-link", " ".join(link.id), link.values, "old")
        case SetField(key):
            yield {"change": "set-field", "subject": key, **_field_cells(change)}
        case SetLinkField(link_id):
            yield {"change": "set-link-field", "subject": " ".join(link_id), **_field_cells(change)}
        case _:
            entry = change_to_json(change)
            yield {
                "change": str(entry.pop("change")),
                "subject": change.path if isinstance(change, SetSetting) else change.key,
                "kind": _JSON,
                **{
                    side: canonical(entry[side]).decode()
                    for side in ("old", "new")
                    if entry[side] is not None
                },
            }


def _whole_rows(change: str, subject: str, values: Values, side: str) -> Iterator[dict[str, str]]:
    yield {"change": change, "subject": subject}
    for field, value in values.items():
        head = {"change": "value", "subject": subject, "field": field}
        if isinstance(value, Text):
            for part, cell in text_to_json(value).items():
                yield {**head, "part": part, "kind": "text", side: str(cell)}
        else:
            kind = _kind_of(value)
            yield {**head, "kind": kind, side: _cell(value, kind)}


def _field_cells(change: SetField | SetLinkField) -> dict[str, str]:
    known = change.new if change.new is not None else change.old
    other = change.old if change.new is not None else change.new
    kind = _kind_of(known) if known is not None else "text"
    if other is not None and _kind_of(other) != kind:
        kind = _JSON
    cells = {"field": change.field, "part": change.part or "", "kind": kind}
    if change.old is not None:
        cells["old"] = _cell(change.old, kind)
    if change.new is not None:
        cells["new"] = _cell(change.new, kind)
    return cells


def _kind_of(value: Value) -> str:
    match value:
        case bool():
            return Kind.YES_NO.value
        case int():
            return Kind.NUMBER.value
        case PartialDate():
            return Kind.DATE.value
        case Period():
            return Kind.PERIOD.value
        case str():
            return Kind.TEXT.value
        case _:
            return _JSON


def _cell(value: Value, kind: str) -> str:
    return canonical(value_to_json(value)).decode() if kind == _JSON else text_of(value)


# --- reading -----------------------------------------------------------------------------------


def read_changes(table: Table) -> Changes:
    """The change list of a table. BadInput at the row and column of a fault."""
    return tuple(_read(table.rows))


def _read(rows: Iterable[Row]) -> Iterator[Change]:
    pending: Row | None = None
    values: dict[str, Value] = {}
    for row in rows:
        name = row.cells.get("change", "")
        if name == "value":
            if pending is None or row.cells.get("subject") != pending.cells.get("subject"):
                raise BadInput(
                    Text(
                        "this value belongs to no element or link above it.",
                        "cette valeur n’appartient à aucun élément ni lien au-dessus d’elle.",
                    ),
                    row.at("subject"),
                    Text(
                        "Put it below the row of its element or link.",
                        "La mettre sous la ligne de son élément ou de son lien.",
                    ),
                )
            _add_value(values, row)
            continue
        if pending is not None:
            yield _whole_change(pending, frozen_values(values))
            pending, values = None, {}
        if name in _WHOLE:
            pending = row
        else:
            yield _one_change(name, row)
    if pending is not None:
        yield _whole_change(pending, frozen_values(values))


def _add_value(values: dict[str, Value], row: Row) -> None:
    field, part = row.cells.get("field", ""), row.cells.get("part", "")
    side = "new" if "new" in row.cells else "old"
    if part:
        before = values.get(field)
        entry = text_to_json(before) if isinstance(before, Text) else {}
        entry[part] = row.cells.get(side, "")
        try:
            values[field] = text_from_json(entry)
        except Malformed as fault:
            raise BadInput(fault.what, row.at("part"), fault.mend) from None
    else:
        value = _value(row, side)
        if value is not None:
            values[field] = value


def _value(row: Row, side: str) -> Value | None:
    cell, kind = row.cells.get(side, ""), row.cells.get("kind", "text")
    if not cell:
        return None
    place = row.at(side)
    if kind == _JSON:
        try:
            return value_from_json(parsed(cell))
        except Malformed:
            raise BadInput(
                Text("this is not the JSON of a value.", "ce n’est pas le JSON d’une valeur."),
                place,
                _ANEW,
            ) from None
    known = next((one for one in Kind if one.value == kind), None)
    if known is None:
        raise BadInput(
            Text(f"there is no kind “{kind}”.", f"il n’y a pas de genre « {kind} »."),
            row.at("kind"),
            one_of([*(one.value for one in Kind), _JSON]),
        )
    return value_of(cell, Attribute("value", known, Text()), place)


def _whole_change(row: Row, values: Values) -> Change:
    subject = row.cells.get("subject", "")
    match row.cells["change"]:
        case "add-element":
            return AddElement(Element(subject, values))
        case "remove-element":
            return RemoveElement(Element(subject, values))
        case "add-link":
            return AddLink(Link(*_link_id(row), values))
        case _:
            return RemoveLink(Link(*_link_id(row), values))


def _link_id(row: Row) -> LinkId:
    parts = row.cells.get("subject", "").split()
    if len(parts) != 3:
        raise BadInput(
            Text(
                "a link is written “type source target”.", "un lien s’écrit « type source cible »."
            ),
            row.at("subject"),
            Text(
                "Write the three with a space between.", "Écrire les trois, séparés d’une espace."
            ),
        )
    return LinkId(*parts)


def _one_change(name: str, row: Row) -> Change:
    field, part = row.cells.get("field", ""), row.cells.get("part", "")
    match name:
        case "set-field" | "set-link-field":
            if part not in ("", *LANGUAGES, "stale"):
                raise BadInput(
                    Text(f"“{part}” is not a language.", f"« {part} » n’est pas une langue."),
                    row.at("part"),
                    one_of((*LANGUAGES, "stale")),
                )
            which = cast("Part", part or None)
            old, new = _value(row, "old"), _value(row, "new")
            if name == "set-field":
                return SetField(row.cells.get("subject", ""), field, which, old, new)
            return SetLinkField(_link_id(row), field, which, old, new)
        case "set-element-type" | "set-link-type" | "set-setting":
            return _from_json(name, row)
        case _:
            raise BadInput(
                Text(f"there is no change “{name}”.", f"il n’y a pas de changement « {name} »."),
                row.at("change"),
                one_of((*NAMES, "value")),
            )


def _from_json(name: str, row: Row) -> Change:
    subject = row.cells.get("subject", "")
    entry: JsonObject = {"change": name, "key": subject, "path": subject}
    try:
        for side in ("old", "new"):
            entry[side] = parsed(row.cells[side]) if side in row.cells else None
        change = change_from_json(entry)
    except Malformed:
        raise BadInput(
            Text("this is not the JSON of a type.", "ce n’est pas le JSON d’un type."),
            row.place,
            _ANEW,
        ) from None
    assert isinstance(change, SetElementType | SetLinkType | SetSetting)  # noqa: S101 -- by `name`
    return change
