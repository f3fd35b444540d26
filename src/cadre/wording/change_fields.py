"""What was done to the fields of an element or a link, in clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cadre.core.change import Part, SetField, SetLinkField
from cadre.core.comparison import (
    SOURCES,
)
from cadre.core.graph import Framework
from cadre.core.keys import LinkId
from cadre.core.naming import LANGUAGE_NAMES, Names, item_label
from cadre.core.phrases import within
from cadre.core.text import Language, Text, folded
from cadre.core.values import NotedText, Value
from cadre.wording.sentences import Wording, wording

SHORT: Final = 60
"""Texts up to this length are quoted before and after; of a longer one, what it says now."""
_STALE: Final = Text(
    "{field}: marked as behind in {language}", "{field} : marqué en retard en {language}"
)
_NOT_STALE: Final = Text(
    "{field}: no longer marked as behind in {language}",
    "{field} : plus marqué en retard en {language}",
)
_SET: Final = Text("{field}: from {old} to {new}", "{field} : {of_old} à {new}")
_GIVEN: Final = Text("{field}: now {new}", "{field} : désormais {new}")
_CLEARED: Final = Text("{field}: no longer {old}", "{field} : on retire {old}")
_ADDS: Final = Text("adds {names}", "on ajoute {names}")
_DROPS: Final = Text("drops {names}", "on retire {names}")
_ITEMS: Final = Text("{field}: {clauses}", "{field} : {clauses}")
_DETAILS: Final = Text(
    "{field}: the same items, in another order or with other details",
    "{field} : les mêmes éléments, dans un autre ordre ou avec d’autres précisions",
)
_ITS_LANGUAGES: Final = Text("{field} ({languages})", "{field} ({languages})")
_LINK_SOURCES: Final = Text("the sources cited changed", "les sources citées changent")


class Fields:
    """Says what was done to fields, in one language, with names from either state."""

    def __init__(self, before: Framework, after: Framework, language: Language) -> None:
        self._names = Names(before, after)
        self._language: Language = language
        self._words = wording(language)

    def _clauses(self, changes: Sequence[SetField | SetLinkField]) -> Iterator[str]:
        """What was done to the fields: those of one value each, then texts by language."""
        texts: dict[str, list[SetField | SetLinkField]] = {}
        for change in changes:
            if change.field in SOURCES:
                continue
            if change.part is None:
                yield self._value_clause(change)
            else:
                texts.setdefault(change.field, []).append(change)
        for those in texts.values():
            yield from self._text_clauses(those)
        if any(change.field in SOURCES for change in changes):
            yield self._words.of(_LINK_SOURCES)

    def _value_clause(self, change: SetField | SetLinkField) -> str:
        field = self._field(change)
        old, new = change.old, change.new
        if _is_list(old) and _is_list(new):
            return self._items_clause(change, field)
        said = self._value(change, old)
        return self._plain(
            _GIVEN if old is None else _CLEARED if new is None else _SET,
            field=field,
            old=said,
            of_old=self._of(said),
            new=self._value(change, new),
        )

    def _items_clause(self, change: SetField | SetLinkField, field: str) -> str:
        """What a list gained and lost, rather than the whole of it twice."""
        old, new = self._items(change, change.old), self._items(change, change.new)
        came = [item for item in new if item not in old]
        went = [item for item in old if item not in new]
        clauses = [
            self._plain(template, names=self._words.listed(items))
            for template, items in ((_ADDS, came), (_DROPS, went))
            if items
        ]
        if not clauses:
            return self._plain(_DETAILS, field=field)
        return self._plain(_ITEMS, field=field, clauses=", ".join(clauses))

    def _text_clauses(self, changes: list[SetField | SetLinkField]) -> Iterator[str]:
        """A text by language; languages in which the same was done are said together."""
        done: dict[tuple[bool, bool], list[SetField | SetLinkField]] = {}
        for change in changes:
            if change.part == "stale":
                yield self._stale_clause(self._field(change), change)
            else:
                done.setdefault((change.old is None, change.new is None), []).append(change)
        for those in done.values():
            quoted = next((one for one in those if one.part == self._language), those[0])
            languages = [self._language_name(one.part) for one in those]
            field = self._plain(
                _ITS_LANGUAGES, field=self._field(quoted), languages=self._words.listed(languages)
            )
            long = len(str(quoted.old)) > SHORT or len(str(quoted.new)) > SHORT
            template = _SET
            if quoted.new is None:
                template = _CLEARED
            elif quoted.old is None or long:
                template = _GIVEN
            old = self._quoted(quoted.old)
            yield self._plain(
                template, field=field, old=old, of_old=self._of(old), new=self._quoted(quoted.new)
            )

    def _stale_clause(self, field: str, change: SetField | SetLinkField) -> str:
        template = _NOT_STALE if change.new is None else _STALE
        language = self._language_name(change.old if change.new is None else change.new)
        return self._plain(template, field=field, language=language)

    def _field(self, change: SetField | SetLinkField) -> str:
        return self._words.of(within(self._names.field(_about(change), change.field)))

    def _value(self, change: SetField | SetLinkField, value: Value | None) -> str:
        """A value as a sentence has it: words of the program plain, words of people in quotes."""
        if _is_list(value):
            return self._words.listed(self._items(change, value))
        attribute = self._names.attribute(_about(change), change.field)
        label = self._names.value(_about(change), change.field, value)
        choice = attribute.choice(value) if attribute and isinstance(value, str) else None
        if choice or not isinstance(value, str | Text):
            return self._words.of(within(label))
        return self._quoted(label)

    def _items(self, change: SetField | SetLinkField, value: Value | None) -> list[str]:
        attribute = self._names.attribute(_about(change), change.field)
        items = value if isinstance(value, tuple) else ()
        return [
            self._quoted(item_label(attribute, item))
            if isinstance(item, NotedText) or not (attribute and attribute.choice(item))
            else self._words.of(within(item_label(attribute, item)))
            for item in items
        ]

    def _name(self, key: str) -> str:
        return self._words.quoted(self._names.element(key))

    def _short(self, key: str) -> str:
        """The short name: for lists that would be too long to listen to."""
        return self._words.quoted(self._names.short(key))

    def _quoted(self, value: object) -> str:
        match value:
            case None:
                return ""
            case Text():
                return self._words.quoted(value)
            case _:
                said = str(value).removesuffix(".")
                return self._words.quoted(Text(said, said))

    def _of(self, value: str) -> str:
        """What a value was, after the French “de”, which elides before a vowel."""
        return f"d’{value}" if folded(value[:1]) in set("aeiouyh") else f"de {value}"

    def _language_name(self, part: Part | object) -> str:
        names = {str(key): name for key, name in LANGUAGE_NAMES.items()}
        name = names.get(str(part))
        return self._words.of(name) if name else str(part)

    def _plain(self, template: Text, **slots: str | int) -> str:
        return clause_of(self._words, template, **slots)


def clause_of(words: Wording, template: Text, **slots: str | int) -> str:
    """A part of a sentence: filled, and without a capital where it has none of its own."""
    filled = words.fill(template, **slots)
    start = words.of(template)
    if start.startswith("{"):
        start = str(slots[start[1 : min(start.index("}"), start.find(":") % len(start))]])
    return f"{start[:1]}{filled[1:]}"


def _about(change: SetField | SetLinkField) -> str | LinkId:
    return change.key if isinstance(change, SetField) else change.link


def _is_list(value: object) -> bool:
    return isinstance(value, tuple)
