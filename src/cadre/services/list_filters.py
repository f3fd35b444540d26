"""The ways to narrow a list: which there are, and how much each choice keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cadre.core.attributes import CERTAINTIES
from cadre.core.graph import Element, Framework
from cadre.core.text import LANGUAGES, Text, folded
from cadre.core.traits import Trait
from cadre.core.values import Kind
from cadre.services.frameworks import Opened
from cadre.services.marks import areas_of, councils_of, marks
from cadre.services.memory import remembered

MOST_TO_CHOOSE: Final = 200
"""Above so many choices nobody reads them all: one types the name instead."""
_DRAWN: Final = frozenset({"certainty", "glyph", "mark"})
"""Choices that are shown, not asked for; certainty comes last."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter, with how many elements it keeps."""

    key: str
    label: Text
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow a list."""

    id: str
    label: Text
    options: tuple[Option, ...]
    chosen: str

    @property
    def is_long(self) -> bool:
        """Whether its options are too many to be read through."""
        return len(self.options) > MOST_TO_CHOOSE

    @property
    def chosen_label(self) -> Text:
        """What was chosen, in words; as it was typed where that is no option."""
        label = next((one.label for one in self.options if one.key == self.chosen), None)
        return label or Text(self.chosen, self.chosen)


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a list, before anything is asked: its choices, and what each element has."""

    id: str
    label: Text
    choices: tuple[tuple[str, Text], ...]
    values: Mapping[str, Collection[str]]

    def keeps(self, key: str, value: str) -> bool:
        """Whether an element has this value."""
        return value in self.values[key]

    def key_of(self, typed: str) -> str:
        """The choice that was typed: its key, or its label in either language; else as it is."""
        if any(key == typed for key, _ in self.choices):
            return typed
        words = folded(typed).strip()
        for key, label in self.choices:
            if words in {folded(label.get(language)) for language in LANGUAGES if label}:
                return key
        return typed


@remembered(64)
def facets(opened: Opened, type_key: str) -> tuple[Facet, ...]:
    """The ways to narrow the list of a type."""
    return tuple(_facets(opened.framework, opened.framework.elements(type=type_key)))


def filters(
    known: Sequence[Facet], keys: Iterable[str], wanted: Mapping[str, str]
) -> tuple[Filter, ...]:
    """The filters that elements differ by, each with how much of these elements a choice keeps.

    The other filters that are asked for stay in force.
    """
    asked = [(one, wanted[one.id]) for one in known if wanted.get(one.id)]
    counts: dict[str, Counter[str]] = {one.id: Counter() for one in known}
    for key in keys:
        missed = [one for one, value in asked if not one.keeps(key, value)]
        # What misses one filter alone is what another choice of that filter would keep.
        for one in known if not missed else missed if len(missed) == 1 else ():
            counts[one.id].update(one.values[key])
    return tuple(
        Filter(
            one.id,
            one.label,
            tuple(Option(key, label, counts[one.id][key]) for key, label in one.choices),
            wanted.get(one.id, ""),
        )
        for one in known
        if len(one.choices) > 1
    )


def _facets(framework: Framework, elements: Sequence[Element]) -> Iterable[Facet]:
    if not elements:
        return
    for name, label, choices in _filterable(framework, elements[0].type):
        values = {one.key: _values(framework, name, one) for one in elements}
        present = {value for found in values.values() for value in found}
        here = tuple((key, text) for key, text in choices if key in present)
        yield Facet(name, label, here, values)


def _values(framework: Framework, name: str, element: Element) -> Collection[str]:
    match name:
        case "area":
            return areas_of(framework, element.key)
        case "council":
            return councils_of(framework, element.key)
        case "certainty":
            return (element.certainty,)
        case _:
            return (element.word(name),)


def _filterable(
    framework: Framework, type_key: str
) -> Iterable[tuple[str, Text, Sequence[tuple[str, Text]]]]:
    councils = [(key, framework[key].short_name) for key in framework.keys(Trait.STEERS)]
    yield "council", Text("Council", "Conseil"), councils
    areas = [(mark.key, mark.short_name) for mark in marks(framework).values()]
    yield "area", Text("Focus area", "Domaine d’intérêt"), areas
    attributes = framework.metamodel.attributes(type_key)
    for attribute in attributes.values():
        if attribute.kind is Kind.CHOICE and attribute.key not in _DRAWN:
            pairs = [(choice.key, choice.label) for choice in attribute.choices]
            yield attribute.key, attribute.label, pairs
    pairs = [(choice.key, choice.label) for choice in CERTAINTIES]
    yield "certainty", attributes["certainty"].label, pairs
