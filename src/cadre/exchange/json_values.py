"""Values, types and changes as JSON, each form telling its kind so that none needs a schema."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import NoReturn, TypeGuard, assert_never, cast

from cadre.core.attributes import Attribute, Choice
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
from cadre.core.dates import PartialDate, Period
from cadre.core.graph import Element, Link
from cadre.core.keys import LinkId
from cadre.core.metamodel import ElementType, Ends, LinkType
from cadre.core.settings import Setting
from cadre.core.text import Text, clean, is_language
from cadre.core.traits import LinkRole, Trait
from cadre.core.values import Kind, NotedText, Value, Values, frozen_values

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
JsonObject = dict[str, Json]


class Malformed(ValueError):
    """JSON of another shape than asked for; `path` says where, from the place it was read."""

    def __init__(self, what: Text, path: str = "") -> None:
        super().__init__(what.en)
        self.what = what
        self.path = path

    def under(self, step: str) -> Malformed:
        """The same fault, seen from one step further out."""
        joined = f"{step}{self.path}" if self.path.startswith("[") else f"{step}.{self.path}"
        return Malformed(self.what, joined if self.path else step)


def _malformed(en: str, fr: str, path: str = "") -> Malformed:
    return Malformed(Text(en, fr), path)


def parsed(text: str, path: str = "") -> Json:
    """The value of a JSON text.

    Malformed for what is none: broken, repeated keys, NaN, too deep, a number of endless digits.
    """
    try:
        value: Json = json.loads(
            text, object_pairs_hook=_without_repeats, parse_constant=_refused_constant
        )
    except Malformed as fault:
        raise Malformed(fault.what, path) from None
    except (ValueError, RecursionError):
        raise _malformed("this is not JSON.", "ce n’est pas du JSON.", path) from None
    return value


def _without_repeats(pairs: list[tuple[str, Json]]) -> JsonObject:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _malformed("a key is given twice.", "une clé est donnée deux fois.")
    return found


def _refused_constant(name: str) -> NoReturn:
    raise _malformed(f"{name} is not a number.", f"{name} n’est pas un nombre.")


def is_object(value: Json) -> TypeGuard[JsonObject]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def object_at(value: Json, path: str = "") -> JsonObject:
    """The JSON object that must stand here."""
    if not is_object(value):
        raise _malformed("an object is expected here.", "un objet est attendu ici.", path)
    return value


def list_at(value: Json, path: str = "") -> list[Json]:
    """The JSON list that must stand here; an absent one is empty."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise _malformed("a list is expected here.", "une liste est attendue ici.", path)
    return value


def text_at(value: Json, path: str = "") -> str:
    """The string that must stand here; an absent one is empty. Cleaned at this door."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _malformed("a text is expected here.", "un texte est attendu ici.", path)
    return clean(value)


def number_at(value: Json, path: str = "") -> int:
    """The whole number that must stand here."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise _malformed("a number is expected here.", "un nombre est attendu ici.", path)
    return value


# --- values ------------------------------------------------------------------------------------


def text_to_json(text: Text) -> JsonObject:
    """A text by language; what is empty is left out."""
    found: JsonObject = {lang: text.get(lang) for lang in ("en", "fr") if text.get(lang)}
    if text.stale:
        found["stale"] = text.stale
    return found


def text_from_json(value: Json) -> Text:
    """A text by language. Malformed for anything else."""
    found = {} if value is None else object_at(value)
    unknown = set(found) - {"en", "fr", "stale"}
    if unknown:
        raise _malformed(
            f"“{min(unknown)}” is not a language.", f"« {min(unknown)} » n’est pas une langue."
        )
    stale = text_at(found.get("stale"), "stale")
    if stale and not is_language(stale):
        raise _malformed(f"“{stale}” is not a language.", f"« {stale} » n’est pas une langue.")
    return Text(
        text_at(found.get("en"), "en"),
        text_at(found.get("fr"), "fr"),
        stale if is_language(stale) else None,
    )


def value_to_json(value: Value) -> Json:
    """A value in a form that tells its kind: a date is `{"date": ...}`, a text has languages."""
    match value:
        case Text():
            return text_to_json(value)
        case PartialDate():
            return {"date": str(value)}
        case Period():
            return {"period": str(value)}
        case tuple():
            return [_item_to_json(item) for item in value]
        case _:
            return value


def _item_to_json(item: str | NotedText) -> Json:
    if isinstance(item, str):
        return item
    found: JsonObject = {"text": text_to_json(item.text)}
    if item.kind:
        found["kind"] = item.kind
    if item.provenance:
        found["provenance"] = item.provenance
    return found


def value_from_json(value: Json) -> Value:
    """The value that a JSON form stands for. Malformed when it stands for none."""
    match value:
        case str():
            return clean(value)
        case float() if not math.isfinite(value):
            raise _malformed("a number is too large.", "un nombre est trop grand.")
        case bool() | int() | float():
            return value
        case list():
            return _items_from_json(value)
        case {"date": str() as date}:
            return _partial_date(date)
        case {"period": str() as period}:
            try:
                return Period.parse(period)
            except ValueError:
                raise _malformed(
                    f"“{period}” is not a period.", f"« {period} » n’est pas une période."
                ) from None
        case dict():
            return text_from_json(value)
        case None:
            raise _malformed("a value is expected here.", "une valeur est attendue ici.")


def _partial_date(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise _malformed(f"“{text}” is not a date.", f"« {text} » n’est pas une date.") from None


def _items_from_json(items: list[Json]) -> Value:
    if all(isinstance(item, str) for item in items):
        return tuple(clean(cast("str", item)) for item in items)
    found: list[NotedText] = []
    for place, item in enumerate(items):
        try:
            entry = object_at(item)
            found.append(
                NotedText(
                    text_from_json(entry.get("text")),
                    text_at(entry.get("kind"), "kind"),
                    text_at(entry.get("provenance"), "provenance"),
                )
            )
        except Malformed as fault:
            raise fault.under(f"[{place}]") from None
    return tuple(found)


def values_to_json(values: Values) -> JsonObject:
    """The values of an element or a link, by attribute."""
    return {name: value_to_json(value) for name, value in values.items()}


def values_from_json(value: Json) -> Values:
    """The values of an element or a link. Malformed names the attribute at fault."""
    found: dict[str, Value] = {}
    for name, one in ({} if value is None else object_at(value)).items():
        try:
            found[name] = value_from_json(one)
        except Malformed as fault:
            raise fault.under(name) from None
    return frozen_values(found)


def setting_to_json(value: Setting) -> Json:
    """A setting, in the same form as a value."""
    return value_to_json(value)


def setting_from_json(value: Json) -> Setting:
    """A setting. Malformed when it is of a kind that settings do not have."""
    found = value_from_json(value)
    if isinstance(found, tuple | Period):
        raise _malformed("no setting has this kind.", "aucun réglage n’est de ce genre.")
    return found


# --- elements and links ------------------------------------------------------------------------


def element_to_json(element: Element) -> JsonObject:
    """An element with its values."""
    return {"key": element.key, "attributes": values_to_json(element.values)}


def element_from_json(value: Json) -> Element:
    """An element with its values."""
    entry = object_at(value)
    try:
        values = values_from_json(entry.get("attributes"))
    except Malformed as fault:
        raise fault.under("attributes") from None
    return Element(text_at(entry.get("key"), "key"), values)


def link_to_json(link: Link) -> JsonObject:
    """A link with its values."""
    return {
        "type": link.type,
        "source": link.source,
        "target": link.target,
        "attributes": values_to_json(link.values),
    }


def link_from_json(value: Json) -> Link:
    """A link with its values."""
    entry = object_at(value)
    try:
        values = values_from_json(entry.get("attributes"))
    except Malformed as fault:
        raise fault.under("attributes") from None
    return Link(*_link_id(entry), values)


def _link_id(entry: JsonObject) -> LinkId:
    return LinkId(
        text_at(entry.get("type"), "type"),
        text_at(entry.get("source"), "source"),
        text_at(entry.get("target"), "target"),
    )


# --- types -------------------------------------------------------------------------------------


def choice_to_json(choice: Choice) -> JsonObject:
    """A choice; what is empty is left out."""
    found: JsonObject = {"key": choice.key, "label": text_to_json(choice.label)}
    if choice.help:
        found["help"] = text_to_json(choice.help)
    if choice.aliases:
        found["aliases"] = list(choice.aliases)
    if choice.step is not None:
        found["step"] = choice.step
    return found


def _choice_from_json(value: Json) -> Choice:
    entry = object_at(value)
    step = entry.get("step")
    return Choice(
        text_at(entry.get("key"), "key"),
        text_from_json(entry.get("label")),
        text_from_json(entry.get("help")),
        tuple(text_at(alias, "aliases") for alias in list_at(entry.get("aliases"), "aliases")),
        None if step is None else number_at(step, "step"),
    )


def attribute_to_json(attribute: Attribute) -> JsonObject:
    """An attribute of a type; what is empty is left out."""
    found: JsonObject = {
        "key": attribute.key,
        "kind": attribute.kind.value,
        "label": text_to_json(attribute.label),
    }
    if attribute.help:
        found["help"] = text_to_json(attribute.help)
    if attribute.choices:
        found["choices"] = [choice_to_json(choice) for choice in attribute.choices]
    return found


def _attribute_from_json(value: Json) -> Attribute:
    entry = object_at(value)
    return Attribute(
        text_at(entry.get("key"), "key"),
        _kind(text_at(entry.get("kind"), "kind")),
        text_from_json(entry.get("label")),
        text_from_json(entry.get("help")),
        tuple(_choice_from_json(one) for one in list_at(entry.get("choices"), "choices")),
    )


def _kind(name: str) -> Kind:
    try:
        return Kind(name)
    except ValueError:
        raise _malformed(
            f"there is no kind “{name}” of attribute.",
            f"il n’y a pas de genre « {name} » d’attribut.",
            "kind",
        ) from None


def _role(name: str) -> LinkRole:
    try:
        return LinkRole(name)
    except ValueError:
        raise _malformed(
            f"there is no link role “{name}”.", f"il n’y a pas de rôle de lien « {name} ».", "role"
        ) from None


def element_type_to_json(entry: ElementType) -> JsonObject:
    """An element type, whole."""
    return {
        "key": entry.key,
        "label": text_to_json(entry.label),
        "plural": text_to_json(entry.plural),
        "help": text_to_json(entry.help),
        "traits": [trait.value for trait in Trait if trait in entry.traits],
        "glyph": entry.glyph,
        "order": entry.order,
        "attributes": [attribute_to_json(one) for one in entry.attributes],
    }


def element_type_from_json(value: Json) -> ElementType:
    """An element type, whole."""
    entry = object_at(value)
    return ElementType(
        text_at(entry.get("key"), "key"),
        text_from_json(entry.get("label")),
        text_from_json(entry.get("plural")),
        text_from_json(entry.get("help")),
        _traits(entry.get("traits")),
        text_at(entry.get("glyph"), "glyph") or "disc",
        tuple(_attribute_from_json(one) for one in list_at(entry.get("attributes"))),
        number_at(entry.get("order", 1000), "order"),
    )


def link_type_to_json(entry: LinkType) -> JsonObject:
    """A link type, whole."""
    return {
        "key": entry.key,
        "role": entry.role.value,
        "label": text_to_json(entry.label),
        "inverse": text_to_json(entry.inverse),
        "help": text_to_json(entry.help),
        "ends": [_ends_to_json(ends) for ends in entry.ends],
        "order": entry.order,
        "attributes": [attribute_to_json(one) for one in entry.attributes],
    }


def link_type_from_json(value: Json) -> LinkType:
    """A link type, whole."""
    entry = object_at(value)
    return LinkType(
        text_at(entry.get("key"), "key"),
        _role(text_at(entry.get("role"), "role")),
        text_from_json(entry.get("label")),
        text_from_json(entry.get("inverse")),
        text_from_json(entry.get("help")),
        tuple(_ends_from_json(one) for one in list_at(entry.get("ends"), "ends")),
        tuple(_attribute_from_json(one) for one in list_at(entry.get("attributes"))),
        number_at(entry.get("order", 1000), "order"),
    )


def _ends_to_json(ends: Ends) -> JsonObject:
    return {
        "sources": [trait.value for trait in Trait if trait in ends.sources],
        "targets": [trait.value for trait in Trait if trait in ends.targets],
    }


def _ends_from_json(value: Json) -> Ends:
    entry = object_at(value)
    return Ends(_traits(entry.get("sources")), _traits(entry.get("targets")))


def _traits(value: Json) -> frozenset[Trait]:
    names = [text_at(one, "traits") for one in list_at(value, "traits")]
    known = {trait.value for trait in Trait}
    for name in names:
        if name not in known:
            raise _malformed(f"there is no trait “{name}”.", f"il n’y a pas de trait « {name} ».")
    return frozenset(Trait(name) for name in names)


# --- changes -----------------------------------------------------------------------------------


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
            return SetLinkField(_link_id(entry), *_field_from(entry))
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
            raise _malformed(
                f"there is no change “{other}”.", f"il n’y a pas de changement « {other} »."
            )


def _field_from(entry: Mapping[str, Json]) -> tuple[str, Part, Value | None, Value | None]:
    part = text_at(entry.get("part"), "part")
    if part not in ("", "en", "fr", "stale"):
        raise _malformed(
            f"“{part}” is not a language.", f"« {part} » n’est pas une langue.", "part"
        )
    old, new = entry.get("old"), entry.get("new")
    return (
        text_at(entry.get("field"), "field"),
        cast("Part", part or None),
        None if old is None else value_from_json(old),
        None if new is None else value_from_json(new),
    )
