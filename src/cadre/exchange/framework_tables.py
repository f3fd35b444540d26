"""A framework as tables: what a bundle keeps in files and a workbook in sheets.

settings                  the settings
types/…                   types of the framework's own: elements, links, attributes, choices
elements/<type>           one table a type
texts                     lists of texts, one row a text
links/<link type>         one table a link type
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cadre.core.attributes import Attribute
from cadre.core.faults import BadInput, Faults, Place
from cadre.core.finding import Finding
from cadre.core.graph import Element, Framework, Link
from cadre.core.keys import LinkId, is_key, type_of
from cadre.core.metamodel import Metamodel
from cadre.core.text import Text
from cadre.core.values import Kind, NotedText, Value
from cadre.exchange.bundle_settings import read_settings, settings_table
from cadre.exchange.bundle_types import type_tables
from cadre.exchange.cell_values import cells_of, columns_of, values_of
from cadre.exchange.door import given_twice, no_such_element, not_a_key, refuse_faulty
from cadre.sheets.tables import Row, Table, Written

ELEMENTS: Final = "elements/"
LINKS: Final = "links/"
SETTINGS: Final = "settings"
TEXTS: Final = "texts"
_TEXTS_COLUMNS: Final = ("element", "field", "en", "fr", "stale", "kind", "provenance")
_AS_TEXT: Final = Attribute("text", Kind.LOCALISED, Text())

# --- writing -----------------------------------------------------------------------------------


def framework_tables(framework: Framework) -> dict[str, Written]:
    """The tables of a framework by name; none that would be empty, no column that no row fills."""
    tables = type_tables(framework.metamodel)
    if framework.settings.entries:
        tables[SETTINGS] = settings_table(framework.settings)
    metamodel = framework.metamodel
    for type_key, elements in _by_type(framework).items():
        columns = ["key"]
        for attribute in metamodel.attributes(type_key).values():
            columns += columns_of(attribute)
        rows = [{"key": one.key, **cells_of(one.values)} for one in elements]
        tables[f"{ELEMENTS}{type_key}"] = Written(_used(columns, rows), rows)
    texts = [row for element in framework.elements() for row in _text_rows(element)]
    if texts:
        tables[TEXTS] = Written(_used(_TEXTS_COLUMNS, texts), texts)
    for link_type in sorted({link.type for link in framework.links()}):
        columns = ["source", "target"]
        for attribute in metamodel.link_attributes(link_type).values():
            columns += columns_of(attribute)
        links = [_link_row(link) for link in framework.links(type=link_type)]
        tables[f"{LINKS}{link_type}"] = Written(_used(columns, links), links)
    return tables


def _by_type(framework: Framework) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    for element in framework.elements():
        found.setdefault(element.type, []).append(element)
    return found


def _used(columns: Iterable[str], rows: list[dict[str, str]]) -> list[str]:
    """The columns that any row fills, in their order; the first always."""
    named = list(columns)
    filled = {column for row in rows for column in row}
    return [named[0], *(column for column in named[1:] if column in filled)]


def _link_row(link: Link) -> dict[str, str]:
    return {"source": link.source, "target": link.target, **cells_of(link.values)}


def _text_rows(element: Element) -> Iterable[dict[str, str]]:
    for field, value in element.values.items():
        if isinstance(value, tuple):
            for item in value:
                if isinstance(item, NotedText):
                    yield {
                        "element": element.key,
                        "field": field,
                        **{
                            lang: item.text.get(lang)
                            for lang in ("en", "fr")
                            if item.text.get(lang)
                        },
                        **({"stale": item.text.stale} if item.text.stale else {}),
                        **({"kind": item.kind} if item.kind else {}),
                        **({"provenance": item.provenance} if item.provenance else {}),
                    }


# --- reading -----------------------------------------------------------------------------------


def framework_of_tables(
    metamodel: Metamodel, tables: Mapping[str, Table], place: Place, faults: Faults
) -> Framework:
    """The framework that tables hold, by name and in any order; the types are read before.

    BadInput at the row and column of a fault. All faults are settled here.
    """
    settings = read_settings(tables.get(SETTINGS), faults)
    elements: dict[str, Element] = {}
    rows: dict[str, Row] = {}
    for name, table in tables.items():
        if name.startswith(ELEMENTS):
            for element, row in _read_elements(table, name.partition("/")[2], metamodel, faults):
                if element.key in elements:
                    faults.add(given_twice(element.key, row.at("key")))
                else:
                    elements[element.key] = element
                    rows[element.key] = row
    if TEXTS in tables:
        _add_texts(elements, tables[TEXTS], metamodel, faults)
    links: dict[LinkId, Link] = {}
    for name, table in tables.items():
        if name.startswith(LINKS):
            type_key = name.partition("/")[2]
            for link, row in _read_links(table, type_key, metamodel, elements, faults):
                if link.id in links:
                    faults.add(given_twice(f"{link.source} → {link.target}", row.at("target")))
                else:
                    links[link.id] = link
                    rows[" ".join(link.id)] = row
    framework = Framework.of(metamodel, elements.values(), links.values(), settings)
    refuse_faulty(framework, lambda finding: _place_of(finding, rows, place), faults)
    faults.settle()
    return framework


def _place_of(finding: Finding, rows: Mapping[str, Row], place: Place) -> Place:
    """The cell that a finding is about, or its row."""
    evidence = next(iter(finding.evidence), None)
    ids = [" ".join(evidence.link)] if evidence is not None and evidence.link else []
    row = next((rows[one] for one in (*ids, *finding.subjects) if one in rows), None)
    if row is None:
        return place
    if evidence is not None and evidence.kind == "attribute":
        return row.at(finding.discriminator.rpartition(" ")[2])
    return row.at("target") if evidence is not None and evidence.kind == "link" else row.place


def _read_elements(
    table: Table, type_key: str, metamodel: Metamodel, faults: Faults
) -> Iterator[tuple[Element, Row]]:
    attributes = metamodel.attributes(type_key)
    for row in table.rows:
        cells = dict(row.cells)
        key = cells.pop("key", "")
        if is_key(key) and type_of(key) == type_key:
            yield Element(key, values_of(cells, attributes, row.at, faults)), row
        else:
            faults.add(not_a_key(key, type_key, row.at("key")))


def _add_texts(
    elements: dict[str, Element], table: Table, metamodel: Metamodel, faults: Faults
) -> None:
    found: dict[tuple[str, str], list[NotedText]] = {}
    for row in table.rows:
        cells = dict(row.cells)
        key, field = cells.pop("element", ""), cells.pop("field", "")
        with faults.gathered():
            if key not in elements:
                raise no_such_element(key, row.at("element"))
            attribute = metamodel.attributes(type_of(key)).get(field)
            if attribute is None or attribute.kind is not Kind.TEXTS:
                raise BadInput(
                    Text(
                        f"“{field}” is not a list of texts.",
                        f"« {field} » n’est pas une liste de textes.",
                    ),
                    row.at("field"),
                    Text("Name a list that the type has.", "Nommer une liste que le type a."),
                )
            noted = _noted(cells, row, faults)
            found.setdefault((key, field), []).append(noted)
    for (key, field), items in found.items():
        values: dict[str, Value] = {**elements[key].values, field: tuple(items)}
        elements[key] = Element(key, values)


def _noted(cells: dict[str, str], row: Row, faults: Faults) -> NotedText:
    kind, provenance = cells.pop("kind", ""), cells.pop("provenance", "")
    parts = {f"text.{column}": cell for column, cell in cells.items()}
    text = values_of(
        parts, {"text": _AS_TEXT}, lambda column: row.at(column.partition(".")[2]), faults
    ).get("text")
    return NotedText(text if isinstance(text, Text) else Text(), kind, provenance)


def _read_links(
    table: Table,
    type_key: str,
    metamodel: Metamodel,
    elements: Mapping[str, Element],
    faults: Faults,
) -> Iterator[tuple[Link, Row]]:
    attributes = metamodel.link_attributes(type_key)
    for row in table.rows:
        cells = dict(row.cells)
        ends = {end: cells.pop(end, "") for end in ("source", "target")}
        lost = [end for end, key in ends.items() if key not in elements]
        for end in lost:
            faults.add(
                no_such_element(ends[end], row.at(end))
                if ends[end]
                else not_a_key("", "", row.at(end))
            )
        values = values_of(cells, attributes, row.at, faults)
        if not lost:
            yield Link(type_key, ends["source"], ends["target"], values), row
