"""What is uncertain in a state: all that no source says in so many words, with source and note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cadre.core.attributes import CERTAINTIES, Attribute
from cadre.core.text import Text
from cadre.services.findings import Choice
from cadre.services.frameworks import Opened
from cadre.services.lists import Named
from cadre.services.marks import marks
from cadre.services.memory import remembered
from cadre.services.paging import Page, page_of, whole

UNSURE: Final = ("low", "medium", "high")
READ: Final = "read"
"""Asks for what is stated but has fields that are a reading."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is not stated in so many words: an element or a link, with source and note."""

    element: Named
    other: tuple[Text, Named] | None
    certainty: str
    certainty_label: Text
    inferred: tuple[Text, ...]
    provenance: str
    note: Text


@dataclass(frozen=True, slots=True)
class Doubts:
    """What is uncertain among the elements of one type, or the links of one type: a page of it."""

    key: str
    label: Text
    doubts: tuple[Doubt, ...]
    page: Page

    def cut(self, page: Page) -> Doubts:
        """With the rows of this page alone."""
        return replace(self, doubts=tuple(page.of(self.doubts)), page=page)


@dataclass(frozen=True, slots=True)
class Uncertain:
    """What is uncertain in a state, as asked for."""

    parts: tuple[Doubts, ...]
    total: int
    choices: tuple[Choice, ...]
    certainties: tuple[Choice, ...]


def uncertain(opened: Opened, of: str = "", certainty: str = "", page: int = 1) -> Uncertain:
    """What is uncertain, of one type or all, of one certainty: the least certain unless asked.

    Of all types the first page of each, of one type the page asked for.
    """
    found = uncertain_whole(opened, of, certainty)
    asked = page if any(one.chosen for one in found.choices) else 1
    parts = tuple(one.cut(page_of(one.page.count, asked)) for one in found.parts)
    return replace(found, parts=parts)


def uncertain_whole(opened: Opened, of: str = "", certainty: str = "") -> Uncertain:
    """The same with every row, for a file."""
    everything = _doubts(opened)
    counts = Counter(_kind_of(one) for part in everything for one in part.doubts)
    present = [key for key in (*UNSURE, READ) if counts[key]]
    chosen = certainty if certainty in present else next(iter(present), "")
    parts = []
    for part in everything:
        kept = tuple(one for one in part.doubts if _kind_of(one) == chosen)
        if kept and of in ("", part.key):
            parts.append(_doubts_of(part.key, part.label, kept))
    return Uncertain(
        tuple(parts),
        sum(counts.values()),
        tuple(
            Choice(part.key, part.label, number, part.key == of)
            for part in everything
            if (number := sum(_kind_of(one) == chosen for one in part.doubts))
        ),
        tuple(Choice(key, _doubt_label(key), counts[key], key == chosen) for key in present),
    )


def _kind_of(doubt: Doubt) -> str:
    return doubt.certainty if doubt.certainty in UNSURE else READ


def _doubt_label(key: str) -> Text:
    if key == READ:
        return Text("Stated, with fields inferred", "Énoncé, avec des champs déduits")
    return _certainty_label(key)


@remembered(16)
def _doubts(opened: Opened) -> tuple[Doubts, ...]:
    """All that is uncertain in a state, by type."""
    framework = opened.framework
    named = _named(opened)
    found: list[Doubts] = []
    for key, entry in framework.metamodel.element_types.items():
        attributes = framework.metamodel.attributes(key)
        doubts = [
            Doubt(
                named(one.key),
                None,
                one.certainty,
                _certainty_label(one.certainty),
                _inferred_labels(one.values.get("inferred"), attributes),
                one.provenance,
                one.text("note"),
            )
            for one in framework.elements(type=key)
            if one.certainty in UNSURE or one.values.get("inferred")
        ]
        if doubts:
            found.append(_doubts_of(key, entry.plural, doubts))
    for key, link_type in framework.metamodel.link_types.items():
        attributes = framework.metamodel.link_attributes(key)
        doubts = [
            Doubt(
                named(link.source),
                (link_type.label, named(link.target)),
                link.certainty,
                _certainty_label(link.certainty),
                _inferred_labels(link.values.get("inferred"), attributes),
                link.provenance,
                link.text("note"),
            )
            for link in framework.links(type=key)
            if link.certainty in UNSURE or link.values.get("inferred")
        ]
        if doubts:
            label = Text(f"Links: {link_type.label.en}", f"Liens\u00a0: {link_type.label.fr}")
            found.append(_doubts_of(f"link-{key}", label, doubts))
    return tuple(found)


def _doubts_of(key: str, label: Text, doubts: Sequence[Doubt]) -> Doubts:
    return Doubts(key, label, tuple(doubts), whole(len(doubts)))


def _named(opened: Opened) -> Callable[[str], Named]:
    framework, known = opened.framework, marks(opened.framework)

    def named(key: str) -> Named:
        return Named(key, framework[key].name, known.get(key))

    return named


def _certainty_label(key: str) -> Text:
    return next((one.label for one in CERTAINTIES if one.key == key), Text(key, key))


def _inferred_labels(value: object, attributes: Mapping[str, Attribute]) -> tuple[Text, ...]:
    names = value if isinstance(value, tuple) else ()
    return tuple(attributes[name].label for name in names if name in attributes)
