"""GraphML (http://graphml.graphdrawing.org): one state as a graph, for yEd, Gephi and others.

Elements are nodes and links are edges. Each column that a table would have is a `key`: its
`attr.name` is `attribute.language`, its `desc` tells the kind. Types, settings and versions are
data of the graph, so that the state comes back whole. `label` is there for programs that draw.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from cadre.core.attributes import Attribute
from cadre.core.faults import BadInput, Faults, Place
from cadre.core.finding import Finding
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL_NUMBER
from cadre.core.keys import LinkId, is_key, type_of
from cadre.core.metamodel import Metamodel
from cadre.core.states import States
from cadre.core.text import Language, Text, clean
from cadre.core.values import Kind, Value, Values
from cadre.exchange.cell_values import cells_of, values_of
from cadre.exchange.document import SCHEMA_NUMBER, check_versions, placed
from cadre.exchange.door import (
    assembled,
    given_twice,
    no_such_element,
    not_a_key,
    refuse_faulty,
)
from cadre.exchange.framework_json import (
    canonical,
    metamodel_from_json,
    metamodel_to_json,
    settings_from_json,
    settings_to_json,
)
from cadre.exchange.json_shapes import Json, Malformed, parsed
from cadre.exchange.json_values import value_from_json, value_to_json
from cadre.sheets.limits import Budget
from cadre.sheets.safe_xml import XmlReader

MOST_BYTES: Final = 64_000_000
_MOST_PARTS: Final = 400_000
_MOST_LETTERS: Final = 4_000_000
"""In one datum."""
_OWN: Final = ("key", "type", "label")
"""Data that every node has beside its attributes. An attribute of that name gets a prefix."""
_PREFIX: Final = "attribute:"
_XML_TYPES: Final[Mapping[str, str]] = {Kind.NUMBER: "double", Kind.YES_NO: "boolean"}

_ROOT: Final = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns:y="http://www.yworks.com/xml/graphml"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
)

# --- writing -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Key:
    """A declaration of data: for nodes, edges or the graph; what it is called; its kind."""

    of: str
    name: str
    kind: str = ""

    @property
    def id(self) -> str:
        return ".".join(part for part in (self.of, self.name, self.kind) if part)

    @property
    def help(self) -> str:
        """Kind and language, for whoever reads the file."""
        language = self.name.partition(".")[2]
        return ", ".join(part for part in (self.kind, language) if part)


def write_graphml(states: States, language: Language) -> bytes:
    """The current state as GraphML, with labels in a language. The same bytes each time."""
    framework = states.current
    keys: dict[_Key, None] = {}
    body = [
        *_graph_data(states, keys),
        *(line for one in framework.elements() for line in _node(one, framework, language, keys)),
        *(
            line
            for number, link in enumerate(framework.links())
            for line in _edge(number, link, framework, language, keys)
        ),
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _ROOT,
        *(_declared(key) for key in sorted(keys, key=lambda one: one.id)),
        '<key id="drawing" for="node" yfiles.type="nodegraphics"/>',
        f'<graph id={quoteattr(states.key)} edgedefault="directed">',
        *body,
        "</graph>",
        "</graphml>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _declared(key: _Key) -> str:
    return (
        f'<key id={quoteattr(key.id)} for="{key.of}" attr.name={quoteattr(key.name)} '
        f'attr.type="{_XML_TYPES.get(key.kind, "string")}">'
        f"{f'<desc>{escape(key.help)}</desc>' if key.help else ''}</key>"
    )


def _data(keys: dict[_Key, None], of: str, name: str, text: str, kind: str = "") -> str:
    key = _Key(of, name, kind)
    keys[key] = None
    return f"<data key={quoteattr(key.id)}>{escape(text)}</data>"


def _graph_data(states: States, keys: dict[_Key, None]) -> Iterator[str]:
    framework = states.current
    entries = {
        "framework": states.key,
        "schema": str(SCHEMA_NUMBER),
        "kernel": str(KERNEL_NUMBER),
        "types": canonical(metamodel_to_json(framework.metamodel)).decode(),
        "settings": canonical(settings_to_json(framework.settings)).decode(),
    }
    for name, text in entries.items():
        yield _data(keys, "graph", name, text)


def _node(
    element: Element, framework: Framework, language: Language, keys: dict[_Key, None]
) -> Iterator[str]:
    label = element.short_name.in_(language)
    yield f"<node id={quoteattr(element.key)}>"
    yield _data(keys, "node", "key", element.key)
    yield _data(keys, "node", "type", element.type)
    yield _data(keys, "node", "label", label)
    attributes = framework.metamodel.attributes(element.type)
    yield from _values("node", element.values, attributes, keys)
    width = min(320, 40 + 7 * len(label))
    yield (
        f'<data key="drawing"><y:ShapeNode><y:Geometry height="40.0" width="{width}.0"/>'
        f"<y:NodeLabel>{escape(label)}</y:NodeLabel></y:ShapeNode></data>"
    )
    yield "</node>"


def _edge(
    number: int, link: Link, framework: Framework, language: Language, keys: dict[_Key, None]
) -> Iterator[str]:
    entry = framework.metamodel.link_types.get(link.type)
    yield (f'<edge id="e{number}" source={quoteattr(link.source)} target={quoteattr(link.target)}>')
    yield _data(keys, "edge", "type", link.type)
    yield _data(keys, "edge", "label", entry.label.in_(language) if entry else link.type)
    attributes = framework.metamodel.link_attributes(link.type)
    yield from _values("edge", link.values, attributes, keys)
    yield "</edge>"


def _values(
    of: str, values: Values, attributes: Mapping[str, Attribute], keys: dict[_Key, None]
) -> Iterator[str]:
    cells = cells_of(values)
    for name, value in values.items():
        attribute = attributes.get(name)
        if attribute is not None and attribute.kind is Kind.TEXTS:
            cells[name] = json.dumps(value_to_json(value), ensure_ascii=False)
    for column, cell in cells.items():
        attribute = attributes.get(column.partition(".")[0])
        kind = attribute.kind if attribute else Kind.TEXT
        if kind is Kind.YES_NO:
            cell = "true" if cell == "yes" else "false"
        name = f"{_PREFIX}{column}" if column in _OWN else column
        yield _data(keys, of, name, cell, kind.value)


# --- reading -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Part:
    """A node or an edge as it is read: where it stands, its ends, and its data by name."""

    what: str
    id: str
    line: int
    ends: tuple[str, str] = ("", "")
    data: dict[str, str] = field(default_factory=dict)


class _Reading:
    """Takes declarations, nodes and edges as the XML goes by."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.names: dict[str, str] = {}
        self.graph: dict[str, str] = {}
        self.nodes: list[_Part] = []
        self.edges: list[_Part] = []
        self._reader = XmlReader(place, Budget(MOST_BYTES))
        self._open: _Part | None = None
        self._key: str | None = None
        self._pieces: list[str] = []
        self._letters = 0
        self._graphs = 0
        self._root = ""

    def read(self, data: bytes) -> None:
        self._reader.read(io.BytesIO(data), self._start, self._end, self._characters, self._look)

    def _look(self, data: bytes) -> None:
        """Refuse at once what would be refused after reading all those parts."""
        if max(data.count(b"<node "), data.count(b"<edge ")) > _MOST_PARTS:
            raise self._too_many()

    def _at(self, path: str = "") -> Place:
        return self.place.at(row=self._reader.line, path=path)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if not self._root:
            self._root = tag
            if tag != "graphml":
                raise BadInput(
                    Text("this is not GraphML.", "ce n’est pas du GraphML."),
                    self._at(),
                    Text("Save the graph as GraphML.", "Enregistrer le graphe au format GraphML."),
                )
        match tag:
            case "key":
                if "attr.name" in attributes:
                    self.names[attributes.get("id", "")] = clean(attributes["attr.name"])
            case "graph":
                self._graphs += 1
                if self._graphs > 1:
                    raise BadInput(
                        Text(
                            "there is more than one graph, or one inside another.",
                            "il y a plus d’un graphe, ou un graphe dans un autre.",
                        ),
                        self._at(),
                        Text(
                            "Save each graph in a file of its own.",
                            "Enregistrer chaque graphe dans son propre fichier.",
                        ),
                    )
            case "node" | "edge":
                self._start_part(tag, attributes)
            case "data":
                self._key = attributes.get("key", "")
                self._pieces = []
                self._letters = 0
            case _:
                pass

    def _start_part(self, tag: str, attributes: dict[str, str]) -> None:
        found = _Part(
            tag,
            attributes.get("id", ""),
            self._reader.line,
            (attributes.get("source", ""), attributes.get("target", "")),
        )
        self._open = found
        kept = self.nodes if tag == "node" else self.edges
        kept.append(found)
        if len(kept) > _MOST_PARTS:
            raise self._too_many()

    def _too_many(self) -> BadInput:
        return BadInput(
            Text(
                f"there are more than {_MOST_PARTS} nodes or edges.",
                f"il y a plus de {_MOST_PARTS} nœuds ou arêtes.",
            ),
            self._at(),
            Text("Use a document or a bundle.", "Employer un document ou un lot."),
        )

    def _characters(self, text: str) -> None:
        if self._key is not None:
            self._pieces.append(text)
            self._letters += len(text)
            if self._letters > _MOST_LETTERS:
                raise BadInput(
                    Text("a datum is too long.", "une donnée est trop longue."),
                    self._at(),
                    Text("Shorten it.", "La raccourcir."),
                )

    def _end(self, tag: str) -> None:
        if tag in ("node", "edge"):
            self._open = None
        elif tag == "data" and self._key is not None:
            self._end_data(self._key)
            self._key = None

    def _end_data(self, key: str) -> None:
        name, text = self.names.get(key), clean("".join(self._pieces))
        if name is None or not text:
            return
        to = self._open.data if self._open else self.graph
        if name in to:
            raise given_twice(name, self._at())
        to[name] = text


def read_graphml(data: bytes, place: Place, faults: Faults | None = None) -> States:
    """The one state of a GraphML file, as current. BadInput, with its line, for a faulty one."""
    faults = faults or Faults()
    reading = _Reading(place)
    reading.read(data)
    metamodel, key = _metamodel(reading)
    elements, keys, places = _elements(reading, metamodel, faults)
    links: dict[LinkId, Link] = {}
    for part in reading.edges:
        with faults.gathered():
            link, at = _link(part, metamodel, keys, place, faults)
            if link.id in links:
                raise given_twice(f"{link.source} → {link.target}", at)
            links[link.id] = link
            places[" ".join(link.id)] = at
    try:
        settings = settings_from_json(_json(reading.graph.get("settings"), "settings"))
    except Malformed as fault:
        raise placed(fault, place) from None
    framework = Framework.of(metamodel, elements, links.values(), settings)
    refuse_faulty(framework, lambda finding: _place_of(finding, places, place), faults)
    faults.settle()
    return assembled(key, framework, {}, [], place)


def _metamodel(reading: _Reading) -> tuple[Metamodel, str]:
    graph = reading.graph
    if "framework" not in graph:
        raise BadInput(
            Text(
                "the graph has no data “framework”: it was not written by Cadre.",
                "le graphe n’a pas de donnée « framework » : il n’a pas été écrit par Cadre.",
            ),
            reading.place,
            Text(
                "Give the graph a data “framework” with the key of the framework.",
                "Donner au graphe une donnée « framework » avec la clé du cadre.",
            ),
        )
    try:
        check_versions(*(_whole(graph.get(name, "1"), name) for name in ("schema", "kernel")))
        types = _json(graph.get("types"), "types")
    except Malformed as fault:
        raise placed(fault, reading.place) from None
    try:
        return metamodel_from_json(types), graph["framework"]
    except Malformed as fault:
        raise placed(fault.under("types"), reading.place) from None


def _whole(text: str, path: str) -> int:
    if not text.isdecimal() or len(text) > 9:
        raise Malformed(
            Text(f"“{text}” is not a whole number.", f"« {text} » n’est pas un nombre entier."),
            path,
            Text("Write digits alone.", "Écrire des chiffres seuls."),
        )
    return int(text)


def _json(text: str | None, path: str) -> Json:
    return None if text is None else parsed(text, path)


def _elements(
    reading: _Reading, metamodel: Metamodel, faults: Faults
) -> tuple[list[Element], dict[str, str], dict[str, Place]]:
    """The elements, their keys by node id, and where each stands."""
    found: list[Element] = []
    keys: dict[str, str] = {}
    places: dict[str, Place] = {}
    for part in reading.nodes:
        at = reading.place.at(row=part.line)
        key = part.data.get("key", part.id)
        with faults.gathered():
            if not is_key(key):
                raise not_a_key(key, "", at)
            if key in places or part.id in keys:
                raise given_twice(key, at)
            type_key = type_of(key)
            if type_key not in metamodel.element_types:
                raise _no_such_type(type_key, at)
            values = _values_of(part, metamodel.attributes(type_key), at, faults)
            found.append(Element(key, values))
            keys[part.id] = key
            places[key] = at
    return found, keys, places


def _link(
    part: _Part, metamodel: Metamodel, keys: Mapping[str, str], place: Place, faults: Faults
) -> tuple[Link, Place]:
    at = place.at(row=part.line)
    type_key = part.data.get("type", "")
    if type_key not in metamodel.link_types:
        raise _no_such_type(type_key, at)
    for end in part.ends:
        if end not in keys:
            raise no_such_element(end, at)
    source, target = (keys[end] for end in part.ends)
    values = _values_of(part, metamodel.link_attributes(type_key), at, faults)
    return Link(type_key, source, target, values), at


def _values_of(
    part: _Part, attributes: Mapping[str, Attribute], place: Place, faults: Faults
) -> dict[str, Value]:
    """The values of a node or an edge. BadInput names the data at fault."""
    cells: dict[str, str] = {}
    lists: dict[str, Value] = {}
    for name, text in part.data.items():
        if name in _OWN:
            continue
        column = name.removeprefix(_PREFIX)
        attribute = attributes.get(column)
        if attribute is not None and attribute.kind is Kind.TEXTS:
            with faults.gathered():
                lists[column] = _texts(text, place.at(path=name))
        elif attribute is not None and attribute.kind is Kind.YES_NO:
            cells[column] = {"true": "yes", "false": "no"}.get(text.strip().casefold(), text)
        else:
            cells[column] = text
    values = values_of(cells, attributes, lambda column: place.at(path=column), faults)
    return {**values, **lists}


def _texts(text: str, place: Place) -> Value:
    try:
        value = value_from_json(_json(text, ""))
    except Malformed:
        value = ""
    if not isinstance(value, tuple):
        raise BadInput(
            Text(
                "this is not the JSON of a list of texts.",
                "ce n’est pas le JSON d’une liste de textes.",
            ),
            place,
            Text("Take it from a whole copy.", "Le reprendre d’une copie entière."),
        )
    return value


def _place_of(finding: Finding, places: Mapping[str, Place], place: Place) -> Place:
    ids: Iterable[str] = (
        *(" ".join(one.link) for one in finding.evidence if one.link is not None),
        *finding.subjects,
    )
    at = next((places[one] for one in ids if one in places), place)
    if any(one.kind == "attribute" for one in finding.evidence):
        return at.at(path=finding.discriminator.rpartition(" ")[2])
    return at


def _no_such_type(key: str, place: Place) -> BadInput:
    return BadInput(
        Text(f"there is no type “{key}”.", f"il n’y a pas de type « {key} »."),
        place,
        Text(
            "Correct it, or declare it in the data “types” of the graph.",
            "Le corriger, ou le déclarer dans la donnée « types » du graphe.",
        ),
    )
