"""From a picture to what stands behind it: an element in focus, the links behind a weight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cadre.core.attributes import CERTAINTIES
from cadre.core.graph import Link
from cadre.core.keys import LinkId
from cadre.core.text import Language, Text
from cadre.services import elements, pictures
from cadre.services.elements import ElementPage
from cadre.services.frameworks import Opened
from cadre.services.lists import Named
from cadre.services.marks import marks
from cadre.viewpoints.focus import Trace, trace
from cadre.viewpoints.table import Row

_THROUGH: Final = Text(
    "{label}, through its groups and work", "{label}, par ses groupes et travaux"
)


@dataclass(frozen=True, slots=True)
class Tied:
    """Elements that an element in focus is tied to in one way."""

    label: Text
    elements: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Focus:
    """An element in focus: all that is known of it, and what is lit below it."""

    page: ElementPage
    trace: Trace
    down: tuple[Tied, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """One link behind a weight, in words."""

    source: Named
    label: Text
    target: Named
    what: Text
    certainty: str
    certainty_label: Text
    sources: tuple[elements.Source, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """A row of a table that stands for several links, with its number in the table."""

    row: Row
    number: int
    source: Text
    target: Text
    links: tuple[Behind, ...]


def focus(opened: Opened, key: str, language: Language) -> Focus:
    """An element in focus. NotFound when it is not in this state."""
    page = elements.element(opened, key, language)
    found = trace(opened.framework, key)
    return Focus(page, found, tuple(_tied(opened, key, found.down)))


def _tied(opened: Opened, key: str, links: Iterable[Link]) -> Iterable[Tied]:
    framework, signs = opened.framework, marks(opened.framework)
    groups: dict[Text, dict[str, None]] = {}
    for link in links:
        entry = framework.type_of_link(link.id)
        label = entry.label if entry else Text(link.type, link.type)
        if link.target == key:
            label = entry.inverse if entry else label
        elif link.source != key:
            label = Text(
                _THROUGH.en.format(label=label.in_("en")), _THROUGH.fr.format(label=label.in_("fr"))
            )
        other = link.source if link.target == key else link.target
        groups.setdefault(label, {})[other] = None
    for label, keys in groups.items():
        ordered = sorted(keys, key=lambda one: signs[one].place if one in signs else 0)
        named = (Named(one, framework[one].short_name, signs.get(one)) for one in ordered)
        yield Tied(label, tuple(named))


def weight(
    opened: Opened, viewpoint: str, options: Mapping[str, str], row_key: str
) -> Weight | None:
    """What a row of a picture's table stands for; None when the table has no such row."""
    rows = pictures.table(opened, viewpoint, options).rows
    found = next(((place, row) for place, row in enumerate(rows, 1) if row.key == row_key), None)
    if found is None:
        return None
    number, row = found
    written = row.cells.get("links")
    ids = [LinkId(*one.split(" ")) for one in written] if isinstance(written, tuple) else []
    links = [link for one in ids if (link := opened.framework.link(*one))]
    return Weight(
        row,
        number,
        _text(row.cells.get("source-name")),
        _text(row.cells.get("target-name")),
        tuple(_behind(opened, link) for link in links),
    )


def _text(cell: object) -> Text:
    return cell if isinstance(cell, Text) else Text()


def _behind(opened: Opened, link: Link) -> Behind:
    framework, signs = opened.framework, marks(opened.framework)
    entry = framework.type_of_link(link.id)
    source, target = (
        Named(key, framework[key].short_name, signs.get(key)) for key in (link.source, link.target)
    )
    return Behind(
        source,
        entry.label if entry else Text(link.type, link.type),
        target,
        link.text("what") or link.text("note"),
        link.certainty,
        next((one.label for one in CERTAINTIES if one.key == link.certainty), Text()),
        elements.sources(framework, link.provenance),
    )
