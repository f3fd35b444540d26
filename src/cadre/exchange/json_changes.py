"""Changes as JSON: the form that the journal and the scenarios of documents keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, assert_never, cast

from cadre.core.change import (
    AddElement,
    AddLink,
    Change,
    Part,
    RemoveElement,
    RemoveLink,
    SetElementType,
    SetField,
    SetLinkField,
    SetLinkType,
    SetSetting,
)
from cadre.core.text import Text
from cadre.core.values import Value
from cadre.exchange.json_shapes import (
    Json,
    JsonObject,
    Malformed,
    not_a_language,
    object_at,
    one_of,
    text_at,
)
from cadre.exchange.json_types import (
    element_type_from_json,
    element_type_to_json,
    link_type_from_json,
    link_type_to_json,
)
from cadre.exchange.json_values import (
    element_from_json,
    element_to_json,
    link_from_json,
    link_id_from_json,
    link_to_json,
    setting_from_json,
    setting_to_json,
    value_from_json,
    value_to_json,
)

NAMES: Final = (
    "add-element",
    "remove-element",
    "add-link",
    "remove-link",
    "set-field",
    "set-link-field",
    "set-element-type",
    "set-link-type",
    "set-setting",
)


def change_to_json(change: Change) -> JsonObject:
    """A change, in the form the journal and the documents keep."""
    match change:
        case AddElement(element):
            return {"change": "add-element", **element_to_json(element)}
        case RemoveElement(element):
            return {"change": "remove-element", **element_to_json(element)}
        case AddLink(link):
            return {"change": "add-link", **link_to_json(link)}
        case RemoveLink(link):
            return {"change": "remove-link", **link_to_json(link)}
        case SetField(key, field, part, old, new):
            return {"change": "set-field", "key": key, **_field(field, part, old, new)}
        case SetLinkField(link_id, field, part, old, new):
            ends: JsonObject = dict(link_id._asdict())
            return {"change": "set-link-field", **ends, **_field(field, part, old, new)}
        case SetElementType(key, old_type, new_type):
            return {
                "change": "set-element-type",
                "key": key,
                "old": None if old_type is None else element_type_to_json(old_type),
                "new": None if new_type is None else element_type_to_json(new_type),
            }
        case SetLinkType(key, old_link, new_link):
            return {
                "change": "set-link-type",
                "key": key,
                "old": None if old_link is None else link_type_to_json(old_link),
                "new": None if new_link is None else link_type_to_json(new_link),
            }
        case SetSetting(path, old_setting, new_setting):
            return {
                "change": "set-setting",
                "path": path,
                "old": None if old_setting is None else setting_to_json(old_setting),
                "new": None if new_setting is None else setting_to_json(new_setting),
            }
        case _:
            assert_never(change)


def _field(field: str, part: Part, old: Value | None, new: Value | None) -> JsonObject:
    return {
        "field": field,
        "part": part,
        "old": None if old is None else value_to_json(old),
        "new": None if new is None else value_to_json(new),
    }


def change_from_json(value: Json) -> Change:
    """The change that a JSON form stands for. Malformed when it stands for none."""
    entry = object_at(value)
    match entry.get("change"):
        case "add-element":
            return AddElement(element_from_json(entry))
        case "remove-element":
            return RemoveElement(element_from_json(entry))
        case "add-link":
            return AddLink(link_from_json(entry))
        case "remove-link":
            return RemoveLink(link_from_json(entry))
        case "set-field":
            return SetField(text_at(entry.get("key"), "key"), *_field_from(entry))
        case "set-link-field":
            return SetLinkField(link_id_from_json(entry), *_field_from(entry))
        case "set-element-type":
            old, new = entry.get("old"), entry.get("new")
            return SetElementType(
                text_at(entry.get("key"), "key"),
                None if old is None else element_type_from_json(old),
                None if new is None else element_type_from_json(new),
            )
        case "set-link-type":
            old, new = entry.get("old"), entry.get("new")
            return SetLinkType(
                text_at(entry.get("key"), "key"),
                None if old is None else link_type_from_json(old),
                None if new is None else link_type_from_json(new),
            )
        case "set-setting":
            old, new = entry.get("old"), entry.get("new")
            return SetSetting(
                text_at(entry.get("path"), "path"),
                None if old is None else setting_from_json(old),
                None if new is None else setting_from_json(new),
            )
        case other:
            name = text_at(other, "change")
            raise Malformed(
                Text(f"there is no change “{name}”.", f"il n’y a pas de changement « {name} »."),
                "change",
                one_of(NAMES),
            )


def _field_from(entry: Mapping[str, Json]) -> tuple[str, Part, Value | None, Value | None]:
    part = text_at(entry.get("part"), "part")
    if part not in ("", "en", "fr", "stale"):
        raise not_a_language(part, "part")
    old, new = entry.get("old"), entry.get("new")
    return (
        text_at(entry.get("field"), "field"),
        cast("Part", part or None),
        None if old is None else value_from_json(old),
        None if new is None else value_from_json(new),
    )
