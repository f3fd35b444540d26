"""Types of elements and links as JSON: attributes, choices, traits and ends."""

from __future__ import annotations

from cadre.core.attributes import Attribute, Choice
from cadre.core.metamodel import ElementType, Ends, LinkType
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.core.values import Kind
from cadre.exchange.json_shapes import (
    Json,
    JsonObject,
    Malformed,
    list_at,
    number_at,
    object_at,
    one_of,
    text_at,
)
from cadre.exchange.json_values import text_from_json, text_to_json


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
        raise Malformed(
            Text(
                f"there is no kind “{name}” of attribute.",
                f"il n’y a pas de genre « {name} » d’attribut.",
            ),
            "kind",
            one_of(kind.value for kind in Kind),
        ) from None


def _role(name: str) -> LinkRole:
    try:
        return LinkRole(name)
    except ValueError:
        raise Malformed(
            Text(f"there is no link role “{name}”.", f"il n’y a pas de rôle de lien « {name} »."),
            "role",
            one_of(role.value for role in LinkRole),
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
            raise Malformed(
                Text(f"there is no trait “{name}”.", f"il n’y a pas de trait « {name} »."),
                mend=one_of(known),
            )
    return frozenset(Trait(name) for name in names)
