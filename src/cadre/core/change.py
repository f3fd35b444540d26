"""Change lists: the unit of everything that moves. Apply, compare, undo.

Laws (tested as properties): `apply(a, diff(a, b)) == b` and
`apply(apply(a, c), invert(c)) == a`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from cadre.core.graph import Element, Framework, Link
from cadre.core.keys import LinkId
from cadre.core.metamodel import ElementType, LinkType, Metamodel
from cadre.core.settings import Setting, Settings
from cadre.core.text import LANGUAGES, Language, Text, is_language
from cadre.core.values import (
    NO_VALUES,
    Value,
    Values,
    frozen_values,
    is_empty,
    same_value,
    same_values,
)

Part = Language | Literal["stale"] | None
"""Which part of a localised text a change is about; None for a value of another kind."""


@dataclass(frozen=True, slots=True)
class AddElement:
    """An element comes, with all its values."""

    element: Element


@dataclass(frozen=True, slots=True)
class RemoveElement:
    """An element goes; it is named whole, so that the change can be undone."""

    element: Element


@dataclass(frozen=True, slots=True)
class SetField:
    """One attribute of an element, or one language of it, gets another value."""

    key: str
    field: str
    part: Part
    old: Value | None
    new: Value | None


@dataclass(frozen=True, slots=True)
class AddLink:
    """A link comes, with all its values."""

    link: Link


@dataclass(frozen=True, slots=True)
class RemoveLink:
    """A link goes; it is named whole, so that the change can be undone."""

    link: Link


@dataclass(frozen=True, slots=True)
class SetLinkField:
    """One attribute of a link, or one language of it, gets another value."""

    link: LinkId
    field: str
    part: Part
    old: Value | None
    new: Value | None


@dataclass(frozen=True, slots=True)
class SetElementType:
    """An element type comes (no old), goes (no new) or changes."""

    key: str
    old: ElementType | None
    new: ElementType | None


@dataclass(frozen=True, slots=True)
class SetLinkType:
    """A link type comes (no old), goes (no new) or changes."""

    key: str
    old: LinkType | None
    new: LinkType | None


@dataclass(frozen=True, slots=True)
class SetSetting:
    """A setting comes (no old), goes (no new) or changes."""

    path: str
    old: Setting | None
    new: Setting | None


Change = (
    AddElement
    | RemoveElement
    | SetField
    | AddLink
    | RemoveLink
    | SetLinkField
    | SetElementType
    | SetLinkType
    | SetSetting
)
Changes = tuple[Change, ...]


class ChangeConflict(ValueError):
    """A change does not fit the framework it is applied to. `change` says which one."""

    def __init__(self, change: Change, reason: str) -> None:
        super().__init__(f"{reason}: {change}")
        self.change = change
        self.reason = reason


# --- apply -------------------------------------------------------------------------------------


def apply(framework: Framework, changes: Iterable[Change]) -> Framework:
    """The framework after the changes, in their order. What did not change is shared.

    ChangeConflict when a change does not fit: what it adds is there already, what it removes or
    alters is not as it says, or an element goes while a link still holds it.
    """
    return _Draft(framework).applied(changes)


class _Draft:
    """The mutable middle of one `apply`."""

    def __init__(self, framework: Framework) -> None:
        self.metamodel = framework.metamodel
        self.settings = framework.settings
        self.elements = framework.values_by_key()
        self.links = framework.values_by_link()
        self.removed: dict[str, RemoveElement] = {}

    def applied(self, changes: Iterable[Change]) -> Framework:
        for change in changes:
            self._apply(change)
        for link in self.links:
            for end in (link.source, link.target):
                if end not in self.elements:
                    raise ChangeConflict(self._cause(end, link), "a link has no end")
        return Framework.of_values(self.metamodel, self.settings, self.elements, self.links)

    def _cause(self, end: str, link: LinkId) -> Change:
        return self.removed.get(end) or AddLink(Link(*link, self.links[link]))

    def _apply(self, change: Change) -> None:
        match change:
            case AddElement(element):
                if element.key in self.elements:
                    raise ChangeConflict(change, "the element is there already")
                self.elements[element.key] = frozen_values(element.values)
            case RemoveElement(element):
                there = self.elements.get(element.key)
                if there is None or not same_values(there, frozen_values(element.values)):
                    raise ChangeConflict(change, "the element is not as the change says")
                del self.elements[element.key]
                self.removed[element.key] = change
            case SetField(key):
                if key not in self.elements:
                    raise ChangeConflict(change, "there is no such element")
                self.elements[key] = _with_field(self.elements[key], change)
            case AddLink(link):
                if link.id in self.links:
                    raise ChangeConflict(change, "the link is there already")
                self.links[link.id] = frozen_values(link.values)
            case RemoveLink(link):
                held = self.links.get(link.id)
                if held is None or not same_values(held, frozen_values(link.values)):
                    raise ChangeConflict(change, "the link is not as the change says")
                del self.links[link.id]
            case SetLinkField(link_id):
                if link_id not in self.links:
                    raise ChangeConflict(change, "there is no such link")
                self.links[link_id] = _with_field(self.links[link_id], change)
            case SetElementType() | SetLinkType():
                self.metamodel = _with_type(self.metamodel, change)
            case SetSetting(path, old, new):
                if not same_value(self.settings.entries.get(path), old):
                    raise ChangeConflict(change, "the setting is not as the change says")
                self.settings = self.settings.with_entry(path, new)
            case _:
                assert_never(change)


def _with_field(values: Values, change: SetField | SetLinkField) -> Values:
    if not same_value(field_value(values, change.field, change.part), change.old):
        raise ChangeConflict(change, "the field is not as the change says")
    merged = dict(values)
    if change.part is None:
        if change.new is None:
            del merged[change.field]
        else:
            merged[change.field] = change.new
    else:
        merged[change.field] = _with_part(values.get(change.field), change)
    return frozen_values(merged)


def field_value(values: Values, field: str, part: Part) -> Value | None:
    """The value of a field, or of one part of a localised text; None when it says nothing."""
    value = values.get(field)
    if part is None:
        return value
    text = value if isinstance(value, Text) else Text()
    if part == "stale":
        return text.stale
    return text.get(part) or None


def _with_part(value: Value | None, change: SetField | SetLinkField) -> Text:
    text = value if isinstance(value, Text) else Text()
    new = change.new if isinstance(change.new, str) else ""
    if change.part == "stale":
        return replace(text, stale=new if is_language(new) else None)
    if change.part is None:
        raise ChangeConflict(change, "a text is changed by language")
    return text.with_language(change.part, new)


def _with_type(metamodel: Metamodel, change: SetElementType | SetLinkType) -> Metamodel:
    elements, links = dict(metamodel.element_types), dict(metamodel.link_types)
    there = (
        elements.get(change.key) if isinstance(change, SetElementType) else links.get(change.key)
    )
    if there != change.old:
        raise ChangeConflict(change, "the type is not as the change says")
    match change:
        case SetElementType(key, _, new):
            _ = elements.pop(key, None)
            if new is not None:
                elements[key] = new
        case SetLinkType(key, _, new_link):
            _ = links.pop(key, None)
            if new_link is not None:
                links[key] = new_link
    return Metamodel.of(metamodel.kernel, elements.values(), links.values())


# --- diff --------------------------------------------------------------------------------------


def diff(before: Framework, after: Framework) -> Changes:
    """The changes that turn one framework into the other, in an order in which they apply."""
    return (
        *_type_changes(before.metamodel, after.metamodel),
        *_setting_changes(before.settings, after.settings),
        *_content_changes(before, after),
    )


def _type_changes(before: Metamodel, after: Metamodel) -> Iterator[Change]:
    for key in _union(before.element_types, after.element_types):
        old, new = before.element_types.get(key), after.element_types.get(key)
        if old != new:
            yield SetElementType(key, old, new)
    for key in _union(before.link_types, after.link_types):
        old_link, new_link = before.link_types.get(key), after.link_types.get(key)
        if old_link != new_link:
            yield SetLinkType(key, old_link, new_link)


def _setting_changes(before: Settings, after: Settings) -> Iterator[Change]:
    for path in _union(before.entries, after.entries):
        old, new = before.entries.get(path), after.entries.get(path)
        if not same_value(old, new):
            yield SetSetting(path, old, new)


def _content_changes(before: Framework, after: Framework) -> Iterator[Change]:
    old_values, new_values = before.values_by_key(), after.values_by_key()
    old_links, new_links = before.values_by_link(), after.values_by_link()
    for link in old_links:
        if link not in new_links:
            yield RemoveLink(Link(*link, old_links[link]))
    for key, values in old_values.items():
        if key not in new_values:
            yield RemoveElement(Element(key, values))
    for key, values in new_values.items():
        old = old_values.get(key)
        if old is None:
            yield AddElement(Element(key, values))
        elif old is not values:
            for field, part, was, now in _field_changes(old, values):
                yield SetField(key, field, part, was, now)
    for link, values in new_links.items():
        old = old_links.get(link)
        if old is None:
            yield AddLink(Link(*link, values))
        elif old is not values:
            for field, part, was, now in _field_changes(old, values):
                yield SetLinkField(link, field, part, was, now)


def _field_changes(
    before: Values, after: Values
) -> Iterator[tuple[str, Part, Value | None, Value | None]]:
    for field in _union(before, after):
        old, new = before.get(field), after.get(field)
        if same_value(old, new):
            continue
        if _is_text_or_absent(old) and _is_text_or_absent(new):
            for part in (*LANGUAGES, "stale"):
                was = field_value(before, field, part)
                now = field_value(after, field, part)
                if was != now:
                    yield field, part, was, now
        else:
            yield field, None, old, new


def _is_text_or_absent(value: Value | None) -> bool:
    return value is None or isinstance(value, Text)


def _union(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    return sorted(one.keys() | other.keys())


# --- invert ------------------------------------------------------------------------------------


def invert(changes: Iterable[Change]) -> Changes:
    """The changes that undo these, last first."""
    return tuple(_inverse(change) for change in reversed(tuple(changes)))


def _inverse(change: Change) -> Change:
    match change:
        case AddElement(element):
            return RemoveElement(element)
        case RemoveElement(element):
            return AddElement(element)
        case AddLink(link):
            return RemoveLink(link)
        case RemoveLink(link):
            return AddLink(link)
        case SetField(key, field, part, old, new):
            return SetField(key, field, part, new, old)
        case SetLinkField(link_id, field, part, old, new):
            return SetLinkField(link_id, field, part, new, old)
        case SetElementType(key, old_type, new_type):
            return SetElementType(key, new_type, old_type)
        case SetLinkType(key, old_link, new_link):
            return SetLinkType(key, new_link, old_link)
        case SetSetting(path, old_setting, new_setting):
            return SetSetting(path, new_setting, old_setting)


# --- how people write changes ------------------------------------------------------------------


def set_field(framework: Framework, key: str, field: str, new: Value | None) -> Changes:
    """The changes that give an element's field a value, language by language for a text."""
    element = framework[key]
    values = dict(element.values)
    _ = values.pop(field, None)
    if new is not None and not is_empty(new):
        values[field] = new
    after = frozen_values(values)
    return tuple(SetField(key, *change) for change in _field_changes(element.values, after))


def remove_element(framework: Framework, key: str) -> Changes:
    """The changes that take an element away, with the links that hold it."""
    links = {link.id: link for link in (*framework.links_out(key), *framework.links_in(key))}
    return (
        *(RemoveLink(link) for link in links.values()),
        RemoveElement(Element(key, framework[key].values or NO_VALUES)),
    )
