"""What differs between two states, in sentences that a person can read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cadre.core.attributes import Attribute
from cadre.core.change import (
    AddElement,
    AddLink,
    Change,
    Changes,
    RemoveElement,
    RemoveLink,
    SetElementType,
    SetField,
    SetLinkField,
    SetLinkType,
    SetSetting,
)
from cadre.core.comparison import Comparison
from cadre.core.graph import Element, Framework
from cadre.core.keys import LinkId, type_of
from cadre.core.text import Language, Text
from cadre.core.values import NotedText, Value

_SAME: Final = Text("Nothing differs.", "Rien ne diffère.")
_ADDED: Final = Text("Added: {type} {name}.", "Ajout : {type} {name}.")
_REMOVED: Final = Text("Removed: {type} {name}.", "Retrait : {type} {name}.")
_LINKED: Final = Text("New link: {link}.", "Nouveau lien : {link}.")
_UNLINKED: Final = Text("Link removed: {link}.", "Lien retiré : {link}.")
_SET: Final = Text(
    "{name}: {field}{part} goes from {old} to {new}.",
    "{name} : {field}{part} passe de {old} à {new}.",
)
_GIVEN: Final = Text(
    "{name}: {field}{part} is now {new}.", "{name} : {field}{part} est maintenant {new}."
)
_CLEARED: Final = Text(
    "{name}: {field}{part} no longer says {old}.", "{name} : {field}{part} ne dit plus {old}."
)
_TYPE: Final = Text("The type {key} differs.", "Le type {key} diffère.")
_SETTING: Final = Text("The setting {key} differs.", "Le réglage {key} diffère.")
_STATE_ADDED: Final = Text("New state: {key}.", "Nouvel état : {key}.")
_STATE_REMOVED: Final = Text("State removed: {key}.", "État retiré : {key}.")
_STATE_CHANGED: Final = Text("State {key}:", "État {key} :")
_STATE_RESTATED: Final = Text(
    "State {key}: its heading or its change list differs.",
    "État {key} : son en-tête ou sa liste de changements diffère.",
)
_PARTS: Final = {
    "en": Text(" (English)", " (anglais)"),
    "fr": Text(" (French)", " (français)"),
    "stale": Text(" (stale mark)", " (marque de retard)"),
}
_QUOTES: Final = Text("“{}”", "«\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}»")


def comparison_in_words(comparison: Comparison, language: Language) -> list[str]:
    """One sentence a change, states after `current`; one sentence when nothing differs."""
    if comparison.same:
        return [_SAME.in_(language)]
    return list(_sentences(comparison, language))


def _sentences(comparison: Comparison, language: Language) -> Iterator[str]:
    teller = _Teller(comparison.before, comparison.after, language)
    yield from teller.tell(comparison.changes)
    for key in comparison.added:
        yield teller.fill(_STATE_ADDED, key=key)
    for key in comparison.removed:
        yield teller.fill(_STATE_REMOVED, key=key)
    for key in sorted({*comparison.changed, *comparison.restated}):
        changes = comparison.changed.get(key, ())
        yield teller.fill(_STATE_CHANGED if changes else _STATE_RESTATED, key=key)
        yield from (f"  {line}" for line in teller.tell(changes))


class _Teller:
    """Tells changes in one language, with names from the later state or else the earlier one."""

    def __init__(self, before: Framework, after: Framework, language: Language) -> None:
        self._before = before
        self._after = after
        self._language: Language = language

    def fill(self, template: Text, **parts: str) -> str:
        text = template.in_(self._language).format(**parts)
        return text.replace(" :", "\N{NO-BREAK SPACE}:") if self._language == "fr" else text

    def tell(self, changes: Changes) -> Iterator[str]:
        return (self._sentence(change) for change in changes)

    def _sentence(self, change: Change) -> str:
        match change:
            case AddElement(element):
                return self.fill(_ADDED, **self._subject(element))
            case RemoveElement(element):
                return self.fill(_REMOVED, **self._subject(element))
            case AddLink(link):
                return self.fill(_LINKED, link=self._link(link.id))
            case RemoveLink(link):
                return self.fill(_UNLINKED, link=self._link(link.id))
            case SetField(key, field):
                label = self._field(self._after.metamodel.attributes(type_of(key)), field)
                return self._set(self._name(key), label, change)
            case SetLinkField(link_id, field):
                label = self._field(self._after.metamodel.link_attributes(link_id.type), field)
                return self._set(self._link(link_id), label, change)
            case SetElementType(key) | SetLinkType(key):
                return self.fill(_TYPE, key=key)
            case SetSetting(path):
                return self.fill(_SETTING, key=path)

    def _subject(self, element: Element) -> dict[str, str]:
        entry = self._after.type_of(element) or self._before.type_of(element)
        label = entry.label.in_(self._language).lower() if entry else element.type
        return {"type": label, "name": self._quoted(element.name.in_(self._language))}

    def _name(self, key: str) -> str:
        element = self._after.get(key) or self._before.get(key)
        return self._quoted(element.name.in_(self._language) if element else key)

    def _link(self, link: LinkId) -> str:
        entry = self._after.type_of_link(link) or self._before.type_of_link(link)
        label = entry.label.in_(self._language) if entry else link.type
        return f"{self._name(link.source)} {label} {self._name(link.target)}"

    def _field(self, attributes: Mapping[str, Attribute], field: str) -> str:
        attribute = attributes.get(field)
        return attribute.label.in_(self._language).lower() if attribute else field

    def _set(self, name: str, field: str, change: SetField | SetLinkField) -> str:
        part = _PARTS[change.part].in_(self._language) if change.part else ""
        parts = {"name": name, "field": field, "part": part}
        old, new = self._value(change.old), self._value(change.new)
        if change.old is None:
            return self.fill(_GIVEN, **parts, new=new)
        if change.new is None:
            return self.fill(_CLEARED, **parts, old=old)
        return self.fill(_SET, **parts, old=old, new=new)

    def _value(self, value: Value | None) -> str:
        match value:
            case Text():
                return self._quoted(value.in_(self._language))
            case tuple():
                items = [
                    one.text.in_(self._language) if isinstance(one, NotedText) else one
                    for one in value
                ]
                return self._quoted("; ".join(items))
            case _:
                return self._quoted(str(value))

    def _quoted(self, text: str) -> str:
        return _QUOTES.in_(self._language).format(text)
