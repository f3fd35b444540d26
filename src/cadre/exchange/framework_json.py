"""One framework as JSON: what makes it differ from the kernel, its settings and its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from cadre.core.attributes import Attribute
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.keys import LinkId, is_key, is_slug
from cadre.core.metamodel import ElementType, LinkType, Metamodel
from cadre.core.settings import SECTIONS, Setting, Settings
from cadre.core.text import Text
from cadre.exchange.json_shapes import (
    Json,
    JsonObject,
    Keep,
    Malformed,
    given_twice,
    is_object,
    list_at,
    not_a_slug,
    object_at,
    refuse,
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
    link_to_json,
    setting_from_json,
    setting_to_json,
)

Read = TypeVar("Read")
Made = TypeVar("Made", Element, Link)
Declared = TypeVar("Declared", bound=ElementType | LinkType)


def metamodel_to_json(metamodel: Metamodel) -> JsonObject:
    """What a metamodel has beyond the kernel, changed, or left out."""
    return {
        "elements": [
            element_type_to_json(entry)
            for key, entry in metamodel.element_types.items()
            if KERNEL.element_types.get(key) != entry
        ],
        "links": [
            link_type_to_json(entry)
            for key, entry in metamodel.link_types.items()
            if KERNEL.link_types.get(key) != entry
        ],
        "removed": [
            *(key for key in KERNEL.element_types if key not in metamodel.element_types),
            *(f"link:{key}" for key in KERNEL.link_types if key not in metamodel.link_types),
        ],
    }


def metamodel_from_json(value: Json) -> Metamodel:
    """The kernel with what a framework adds, changes and leaves out."""
    entry = {} if value is None else object_at(value)
    elements: dict[str, ElementType] = dict(KERNEL.element_types)
    links: dict[str, LinkType] = dict(KERNEL.link_types)
    for key in (text_at(one, "removed") for one in list_at(entry.get("removed"), "removed")):
        if key.startswith("link:"):
            links.pop(key.removeprefix("link:"), None)
        else:
            elements.pop(key, None)
    for one in _declared(entry, "elements", element_type_from_json):
        elements[one.key] = one
    for link in _declared(entry, "links", link_type_from_json):
        links[link.key] = link
    return Metamodel.of(KERNEL.kernel, elements.values(), links.values())


def framework_to_json(framework: Framework) -> JsonObject:
    """A framework whole, in one order only: equal frameworks give equal JSON."""
    return {
        "types": metamodel_to_json(framework.metamodel),
        "settings": settings_to_json(framework.settings),
        "elements": [
            element_to_json(Element(key, values))
            for key, values in framework.values_by_key().items()
        ],
        "links": [
            link_to_json(Link(*link, values)) for link, values in framework.values_by_link().items()
        ],
    }


class Seen:
    """Elements and links as they were read: most of a state stands in the other states too.

    What is there again is neither read nor held in memory a second time.
    """

    def __init__(self) -> None:
        self._elements: dict[Json, tuple[JsonObject, Element]] = {}
        self._links: dict[tuple[Json, Json, Json], tuple[JsonObject, Link]] = {}

    def element(self, value: Json) -> Element | None:
        """The element that this JSON was read as before, None when it was not."""
        if not is_object(value) or not isinstance(key := value.get("key"), str):
            return None
        known = self._elements.get(key)
        return known[1] if known and _same(known[0], value) else None

    def link(self, value: Json) -> Link | None:
        """The link that this JSON was read as before, None when it was not."""
        if not is_object(value) or not all(isinstance(end, str) for end in _ends(value)):
            return None
        known = self._links.get(_ends(value))
        return known[1] if known and _same(known[0], value) else None

    def note(self, value: Json, read: Element | Link) -> None:
        """Keep what was read of a JSON that has no fault."""
        if is_object(value):
            match read:
                case Element():
                    self._elements[read.key] = (value, read)
                case Link():
                    self._links[read.id] = (value, read)


def _ends(value: JsonObject) -> tuple[Json, Json, Json]:
    return value.get("type"), value.get("source"), value.get("target")


def _same(one: JsonObject, other: JsonObject) -> bool:
    """Equal and of the same kinds: in Python `True == 1`, and only attributes can be either."""
    if one != other:
        return False
    known, given = one.get("attributes"), other.get("attributes")
    if not is_object(known) or not is_object(given):
        return type(known) is type(given)
    return all(type(value) is type(given[name]) for name, value in known.items())


def framework_from_json(value: Json, keep: Keep = refuse, seen: Seen | None = None) -> Framework:
    """A framework whole. Malformed, with its path, for anything that cannot be one.

    What `keep` takes is left out: the framework is then not to be used. `seen` is shared by the
    states of one file.
    """
    entry = object_at(value)
    seen = Seen() if seen is None else seen
    try:
        metamodel = metamodel_from_json(entry.get("types"))
    except Malformed as fault:
        raise fault.under("types") from None
    settings = settings_from_json(entry.get("settings"))
    elements: dict[str, Element] = {}
    for place, one in enumerate(list_at(entry.get("elements"), "elements")):
        step = f"elements[{place}]"
        try:
            element = seen.element(one) or _new(one, step, keep, element_from_json, seen)
            if not is_key(element.key):
                raise _not_a_key(element.key)
            if element.key in elements:
                raise given_twice(element.key, "key")
            elements[element.key] = element
        except Malformed as fault:
            keep(fault.under(step))
    links: dict[LinkId, Link] = {}
    for place, one in enumerate(list_at(entry.get("links"), "links")):
        step = f"links[{place}]"
        try:
            link = seen.link(one) or _new(one, step, keep, link_from_json, seen)
            _refuse_dangling(link, elements)
            if link.id in links:
                raise given_twice(f"{link.source} → {link.target}", "target")
            links[link.id] = link
        except Malformed as fault:
            keep(fault.under(step))
    return Framework.of_values(
        metamodel,
        settings,
        {key: element.values for key, element in elements.items()},
        {identity: link.values for identity, link in links.items()},
    )


def _new(
    value: Json, step: str, keep: Keep, read: Callable[[Json, Keep], Made], seen: Seen
) -> Made:
    """An element or a link read for the first time, or with a fault again."""
    faults: list[Malformed] = []
    try:
        made = read(value, faults.append)
    finally:
        for fault in faults:
            keep(fault.under(step))
    if not faults:
        seen.note(value, made)
    return made


def _not_a_key(key: str) -> Malformed:
    return Malformed(
        Text(f"“{key}” is not a key.", f"« {key} » n’est pas une clé.")
        if key
        else Text("the key is missing.", "la clé manque."),
        "key",
        Text(
            "Write it as type/name, in lower-case letters, digits and hyphens.",
            "L’écrire type/nom, en minuscules sans accent, chiffres et traits d’union.",
        ),
    )


def _refuse_dangling(link: Link, elements: Mapping[str, Element]) -> None:
    for name, end in (("source", link.source), ("target", link.target)):
        if end not in elements:
            raise Malformed(
                Text(f"there is no element “{end}”.", f"il n’y a pas d’élément « {end} »."),
                name,
                Text("Add it, or correct the key.", "L’ajouter, ou corriger la clé."),
            )


def settings_to_json(settings: Settings) -> JsonObject:
    """The settings, by path."""
    return {path: setting_to_json(value) for path, value in settings.entries.items()}


def settings_from_json(value: Json) -> Settings:
    """The settings, by path. Malformed names the one at fault."""
    entries: dict[str, Setting] = {}
    for path, one in ({} if value is None else object_at(value, "settings")).items():
        try:
            entries[path] = setting_from_json(one)
        except Malformed as fault:
            raise fault.under(path).under("settings") from None
    try:
        return Settings.of(entries)
    except ValueError as error:
        path = str(error).rpartition(" ")[2]
        raise Malformed(
            Text(f"there is no setting “{path}”.", f"il n’y a pas de réglage « {path} »."),
            "settings",
            no_such_section(),
        ) from None


def no_such_section() -> Text:
    """The mend of a setting that is none."""
    known = ", ".join(SECTIONS)
    return Text(f"Begin it with one of: {known}.", f"Le commencer par l’un de ceux-ci : {known}.")


def _each(entry: JsonObject, name: str, read: Callable[[Json], Read]) -> list[Read]:
    found: list[Read] = []
    for place, one in enumerate(list_at(entry.get(name), name)):
        try:
            found.append(read(one))
        except Malformed as fault:
            raise fault.under(f"{name}[{place}]") from None
    return found


def _declared(entry: JsonObject, name: str, read: Callable[[Json], Declared]) -> Iterator[Declared]:
    """The types of a list, each with a key of its own and attributes apart."""
    seen: set[str] = set()
    types: list[Declared] = _each(entry, name, read)
    for place, one in enumerate(types):
        path = f"{name}[{place}]"
        own: tuple[Attribute, ...] = one.attributes
        keys = [attribute.key for attribute in own]
        for key in (one.key, *keys):
            if not is_slug(key):
                raise not_a_slug(key, path)
        if one.key in seen or len(set(keys)) < len(keys):
            raise given_twice(one.key, path)
        seen.add(one.key)
        yield one


def canonical(value: Json | Mapping[str, Json]) -> bytes:
    """The one byte form of a JSON value: sorted keys, no spaces, UTF-8 (after RFC 8785)."""
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def digest(framework: Framework) -> str:
    """SHA-256 of the canonical JSON of a framework, in hexadecimal.

    Equal for equal frameworks only. Key order, row order and file format do not matter.
    """
    return hashlib.sha256(canonical(framework_to_json(framework))).hexdigest()
