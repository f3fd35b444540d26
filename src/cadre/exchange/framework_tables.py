"""A framework as tables: what a bundle keeps in files and a workbook in sheets.

settings                  the settings
types/…                   types of the framework's own: elements, links, attributes, choices
elements/<type>           one table a type
texts                     lists of texts, one row a text
links/<link type>         one table a link type
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from cadre.core.attributes import Attribute
from cadre.core.faults import BadInput, Place
from cadre.core.finding import Finding
from cadre.core.graph import Element, Framework, Link
from cadre.core.keys import LinkId, is_key, type_of
from cadre.core.metamodel import Metamodel
from cadre.core.text import Text
from cadre.core.values import Kind, NotedText, Value
from cadre.exchange.bundle_settings import read_settings, settings_table
from cadre.exchange.bundle_types import TYPE_TABLES, read_types, type_tables
from cadre.exchange.cell_values import cells_of, columns_of, values_of
from cadre.exchange.document import refuse_faulty
from cadre.sheets.tables import Table, Written

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


def framework_of_tables(tables: Mapping[str, Table], place: Place) -> Framework:
    """The framework that tables hold, by name and in any order.

    BadInput at the row and column of the first fault.
    """
    metamodel = read_types({name: table for name, table in tables.items() if name in TYPE_TABLES})
    settings = read_settings(tables.get(SETTINGS))
    elements: dict[str, Element] = {}
    places: dict[str, Place] = {}
    for name, table in tables.items():
        if name.startswith(ELEMENTS):
            for element, at in _read_elements(table, name.partition("/")[2], metamodel):
                if element.key in elements:
                    raise _given_twice(element.key, at.at(column="key"))
                elements[element.key] = element
                places[element.key] = at
    if TEXTS in tables:
        _add_texts(elements, tables[TEXTS], metamodel)
    links: dict[LinkId, Link] = {}
    for name, table in tables.items():
        if name.startswith(LINKS):
            for link, at in _read_links(table, name.partition("/")[2], metamodel, elements):
                if link.id in links:
                    raise _given_twice(f"{link.source} → {link.target}", at)
                links[link.id] = link
                places[" ".join(link.id)] = at
    framework = Framework.of(metamodel, elements.values(), links.values(), settings)
    refuse_faulty(framework, lambda finding: _place_of(finding, places, place))
    return framework


def _place_of(finding: Finding, places: Mapping[str, Place], place: Place) -> Place:
    column = ""
    for evidence in finding.evidence:
        if evidence.kind == "attribute":
            column = finding.discriminator.rpartition(" ")[2]
        if evidence.link is not None and " ".join(evidence.link) in places:
            return places[" ".join(evidence.link)].at(column=column)
    known = next((places[key] for key in finding.subjects if key in places), place)
    return known.at(column=column)


def _given_twice(what: str, place: Place) -> BadInput:
    return BadInput(Text(f"“{what}” is given twice.", f"« {what} » est donné deux fois."), place)


def _read_elements(
    table: Table, type_key: str, metamodel: Metamodel
) -> Iterable[tuple[Element, Place]]:
    if type_key not in metamodel.element_types:
        raise BadInput(
            Text(f"there is no type “{type_key}”.", f"il n’y a pas de type « {type_key} »."),
            table.place,
            Text(
                "Name the file after a type, or declare the type in types/elements.csv.",
                "Donner au fichier le nom d’un type, ou déclarer le type dans types/elements.csv.",
            ),
        )
    attributes = metamodel.attributes(type_key)
    for row in table.rows:
        cells = dict(row.cells)
        key = cells.pop("key", "")
        if not is_key(key) or type_of(key) != type_key:
            raise BadInput(
                Text(
                    f"“{key}” is not a key of type {type_key}." if key else "the key is missing.",
                    f"« {key} » n’est pas une clé de type {type_key}." if key else "la clé manque.",
                ),
                row.place.at(column="key"),
                Text(
                    f"Write it as {type_key}/name, in lower-case letters, digits and hyphens.",
                    f"L’écrire {type_key}/nom, en minuscules sans accent, chiffres et traits "
                    "d’union.",
                ),
            )
        yield Element(key, values_of(cells, attributes, row.place)), row.place


def _add_texts(elements: dict[str, Element], table: Table, metamodel: Metamodel) -> None:
    found: dict[tuple[str, str], list[NotedText]] = {}
    for row in table.rows:
        key, field = row.cells.get("element", ""), row.cells.get("field", "")
        if key not in elements:
            raise _no_such_element(key, row.place.at(column="element"))
        attribute = metamodel.attributes(type_of(key)).get(field)
        if attribute is None or attribute.kind is not Kind.TEXTS:
            raise BadInput(
                Text(
                    f"“{field}” is not a list of texts.",
                    f"« {field} » n’est pas une liste de textes.",
                ),
                row.place.at(column="field"),
            )
        text = values_of(
            {
                f"{field}.{part}": row.cells[part]
                for part in ("en", "fr", "stale")
                if part in row.cells
            },
            {field: _AS_TEXT},
            row.place,
        ).get(field)
        noted = NotedText(
            text if isinstance(text, Text) else Text(),
            row.cells.get("kind", ""),
            row.cells.get("provenance", ""),
        )
        found.setdefault((key, field), []).append(noted)
    for (key, field), items in found.items():
        values: dict[str, Value] = {**elements[key].values, field: tuple(items)}
        elements[key] = Element(key, values)


def _no_such_element(key: str, place: Place) -> BadInput:
    return BadInput(
        Text(f"there is no element “{key}”.", f"il n’y a pas d’élément « {key} »."),
        place,
        Text(
            "Add it to its table, or correct the key.",
            "L’ajouter à son tableau, ou corriger la clé.",
        ),
    )


def _read_links(
    table: Table, type_key: str, metamodel: Metamodel, elements: Mapping[str, Element]
) -> Iterable[tuple[Link, Place]]:
    if type_key not in metamodel.link_types:
        raise BadInput(
            Text(
                f"there is no type “{type_key}” of link.",
                f"il n’y a pas de type « {type_key} » de lien.",
            ),
            table.place,
        )
    attributes = metamodel.link_attributes(type_key)
    for row in table.rows:
        cells = dict(row.cells)
        ends = {end: cells.pop(end, "") for end in ("source", "target")}
        for end, key in ends.items():
            if key not in elements:
                raise _no_such_element(key, row.place.at(column=end))
        values = values_of(cells, attributes, row.place)
        yield Link(type_key, ends["source"], ends["target"], values), row.place
