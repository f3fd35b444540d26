"""How much differs between two states, in clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cadre.core.comparison import (
    ELEMENTS_CHANGED,
    Entry,
    Happened,
)
from cadre.core.keys import type_of
from cadre.core.naming import Names
from cadre.core.phrases import within
from cadre.core.text import Text
from cadre.wording.change_fields import clause_of
from cadre.wording.sentences import Wording

_CAME_WENT: Final = Text(
    "{came} {came:element|elements} came and {went} went",
    "{came} {came:élément s’ajoute|éléments s’ajoutent} et {went} {went:disparaît|disparaissent}",
)
_CAME: Final = Text(
    "{came} {came:element|elements} came, none went",
    "{came} {came:élément s’ajoute|éléments s’ajoutent}, aucun ne disparaît",
)
_WENT: Final = Text(
    "{went} {went:element|elements} went, none came",
    "{went} {went:élément disparaît|éléments disparaissent}, aucun ne s’ajoute",
)
_NEITHER: Final = Text("no element came or went", "aucun élément ne s’ajoute ni ne disparaît")
_CHANGED: Final = Text("{what} changed", "{what} {n:change|changent}")
_OF_THEM: Final = Text(", of which {parts}", ", dont {parts}")
_MOVED_COUNT: Final = Text("{n} moved", "{n} {n:change|changent} de place")
_RENAMED_COUNT: Final = Text("{n} {n:was|were} renamed", "{n} {n:change|changent} de nom")
_LINKS_CAME_WENT: Final = Text(
    "{came} {came:link|links} came and {went} went",
    "{came} {came:lien s’ajoute|liens s’ajoutent} et {went} {went:disparaît|disparaissent}",
)
_LINKS_CAME: Final = Text(
    "{came} {came:link|links} came, none went",
    "{came} {came:lien s’ajoute|liens s’ajoutent}, aucun ne disparaît",
)
_LINKS_WENT: Final = Text(
    "{went} {went:link|links} went, none came",
    "{went} {went:lien disparaît|liens disparaissent}, aucun ne s’ajoute",
)
_LINKS_CHANGED: Final = Text("{n} {n:link|links} changed", "{n} {n:lien change|liens changent}")
_TYPES: Final = Text("{n} {n:type|types} changed", "{n} {n:type change|types changent}")
_SETTINGS: Final = Text(
    "{n} {n:setting|settings} changed", "{n} {n:réglage change|réglages changent}"
)


def counted(known: Sequence[Entry], names: Names, words: Wording) -> Iterator[str]:
    """How much happened, in clauses: elements, links, types, settings."""
    numbers = Counter(entry.what for entry in known)
    came, went = numbers[Happened.CAME], numbers[Happened.WENT]
    changed = {entry.subject for entry in known if entry.what in ELEMENTS_CHANGED}
    if came or went or changed:
        templates = (_CAME_WENT, _CAME, _WENT, _NEITHER)
        yield clause_of(words, _which(templates, came, went), came=came, went=went)
    if changed:
        what = words.listed(by_type(changed, names, words))
        yield words.fill(_CHANGED, what=what, n=len(changed)) + _of_them(known, words)
    came, went = numbers[Happened.LINK_CAME], numbers[Happened.LINK_WENT]
    if came or went:
        templates = (_LINKS_CAME_WENT, _LINKS_CAME, _LINKS_WENT, _NEITHER)
        yield words.fill(_which(templates, came, went), came=came, went=went)
    for what, template in (
        (Happened.LINK_CHANGED, _LINKS_CHANGED),
        (Happened.TYPE, _TYPES),
        (Happened.SETTING, _SETTINGS),
    ):
        if numbers[what]:
            yield words.fill(template, n=numbers[what])


def _which(templates: tuple[Text, Text, Text, Text], came: int, went: int) -> Text:
    both, only_came, only_went, neither = templates
    if came:
        return both if went else only_came
    return only_went if went else neither


def _of_them(known: Sequence[Entry], words: Wording) -> str:
    parts: list[str] = []
    for what, template in (
        (Happened.MOVED, _MOVED_COUNT),
        (Happened.RENAMED, _RENAMED_COUNT),
    ):
        count = len({entry.subject for entry in known if entry.what is what})
        if count:
            parts.append(words.fill(template, n=count))
    return words.of(_OF_THEM).format(parts=words.listed(parts)) if parts else ""


def by_type(keys: Iterable[str], names: Names, words: Wording) -> list[str]:
    """Numbers of elements by type: 18 groups, 10 seats, 1 council."""
    numbers = Counter(type_of(key) for key in keys)
    order = sorted(numbers, key=lambda type_key: (-numbers[type_key], names.type_order(type_key)))
    return [type_count(type_key, numbers[type_key], names, words) for type_key in order]


def type_count(type_key: str, number: int, names: Names, words: Wording) -> str:
    """A number of elements of a type: 18 groups, 1 council."""
    one, many = names.type(type_key)
    label = words.of(within(many if words.plural(number) else one))
    return f"{words.number(number)} {label}"
