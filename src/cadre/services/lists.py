"""The elements of a type as a list that can be sorted and filtered, and the types there are.

Which columns and filters a list has comes from what its elements have: a user's own type gets
those that fit it, like any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final

from cadre.core.attributes import CERTAINTIES, Attribute
from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework
from cadre.core.metamodel import ElementType, LinkType
from cadre.core.text import Language, Text, collation_key, folded
from cadre.core.traits import LinkRole, Trait
from cadre.core.values import Kind
from cadre.services.faults import Near, NotFound
from cadre.services.frameworks import Opened, assessed
from cadre.services.marks import Mark, areas_of, councils_of, marks
from cadre.services.memory import remembered
from cadre.services.shown import shown

MOST_ATTRIBUTE_COLUMNS: Final = 2
MOST_LINK_COLUMNS: Final = 2
NAMES_IN_A_CELL: Final = 3

_COLUMN_KINDS: Final = (Kind.CHOICE, Kind.DATE, Kind.PERIOD, Kind.YES_NO, Kind.LOCALISED)
_SAID_ELSEWHERE: Final = frozenset(
    {"name", "short-name", "summary", "note", "acronym", "lifecycle", "certainty", "glyph", "mark"}
)
_LONG: Final = 60
# Links that say where a thing belongs tell most in a list; where it is written tells least.
_TELLING: Final = (
    LinkRole.PART_OF,
    LinkRole.COVERS,
    LinkRole.IN_FOCUS_AREA,
    LinkRole.LEADS,
    LinkRole.CONCERNS,
    LinkRole.REPRESENTS,
    LinkRole.SITS_ON,
    LinkRole.SCHEDULED_IN,
    LinkRole.ASSESSES,
    LinkRole.TIED_TO,
    LinkRole.SUPPORTS,
    LinkRole.PRODUCES,
    LinkRole.CONTRIBUTES_TO,
    LinkRole.SERVES,
    LinkRole.MEASURES,
    LinkRole.DECIDED_AT,
    LinkRole.OTHER,
)


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader asked of a list."""

    sort: str = ""
    descending: bool = False
    words: str = ""
    chosen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class TypeCount:
    """A type, with how many elements it has here."""

    type: ElementType
    count: int


@dataclass(frozen=True, slots=True)
class Named:
    """An element by name; `mark` is set for a step of the axis."""

    key: str
    name: Text
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a list says in one place: texts, or elements by name, and how many more."""

    texts: tuple[Text, ...] = ()
    elements: tuple[Named, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Line:
    """One element in a list."""

    key: str
    type: str
    name: Text
    detail: Text
    mark: Mark | None
    cells: tuple[Cell, ...]


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


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as asked for."""

    type: ElementType | None
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    total: int
    filters: tuple[Filter, ...]
    query: Query

    @property
    def is_narrowed(self) -> bool:
        """Whether it shows less than all."""
        return len(self.lines) != self.total or bool(self.query.words)


@remembered(32)
def types(opened: Opened) -> tuple[TypeCount, ...]:
    """The types that have elements here, in the order of the metamodel."""
    framework = opened.framework
    counts = ((entry, len(framework.keys(type=key))) for key, entry in _types(framework).items())
    return tuple(TypeCount(entry, count) for entry, count in counts if count)


def listed(opened: Opened, type_key: str, language: Language, query: Query) -> Listing:
    """The elements of a type. NotFound when there is neither such a type nor such an element."""
    return _listed(opened, type_key, language, _asked(query))


def listed_whole(opened: Opened, type_key: str, language: Language, query: Query) -> Listing:
    """The same with every name in every cell, for a file. NotFound as for `listed`."""
    return _listed(opened, type_key, language, _asked(query), whole=True)


Asked = tuple[str, bool, str, tuple[tuple[str, str], ...]]


def _asked(query: Query) -> Asked:
    return (query.sort, query.descending, query.words, tuple(sorted(query.chosen.items())))


@remembered(128)
def _listed(
    opened: Opened, type_key: str, language: Language, asked: Asked, *, whole: bool = False
) -> Listing:
    framework = opened.framework
    entry = framework.metamodel.element_types.get(type_key)
    elements = framework.elements(type=type_key)
    if entry is None and not elements:
        near = [Near(one.type.key, one.type.plural) for one in types(opened)]
        raise NotFound("type", type_key, near[:6])
    sort, descending, words, chosen = asked
    query = Query(sort, descending, words, MappingProxyType(dict(chosen)))
    return _Lister(framework, elements, language, whole=whole).listing(entry, query)


def _types(framework: Framework) -> Mapping[str, ElementType]:
    return framework.metamodel.element_types


# --- the columns a list has -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Reader:
    """A column with how it is read off an element."""

    column: Column
    cell: Callable[[Element], Cell]


class _Lister:
    """All that one list needs of one framework."""

    def __init__(
        self,
        framework: Framework,
        elements: Sequence[Element],
        language: Language,
        *,
        whole: bool = False,
    ) -> None:
        self.framework = framework
        self.elements = elements
        self.language = language
        self.whole = whole
        self.marks = marks(framework)
        self._kept: dict[tuple[str, str], Collection[str]] = {}

    @cached_property
    def readers(self) -> tuple[_Reader, ...]:
        return (
            *self._attribute_readers(),
            *self._link_readers(),
            *self._standing_readers("lifecycle", ""),
            *self._standing_readers("certainty", "stated"),
        )

    def _standing_readers(self, name: str, silent: str) -> Iterable[_Reader]:
        """Lifecycle and certainty, where they are not alike for all that is listed."""
        values = {one.word(name) or silent for one in self.elements}
        if len(values) > 1:
            attribute = self.framework.metamodel.attributes(self.elements[0].type)[name]
            yield _Reader(Column(name, attribute.label), _attribute_cell(attribute))

    def _attribute_readers(self) -> Iterable[_Reader]:
        if not self.elements:
            return
        attributes = self.framework.metamodel.attributes(self.elements[0].type)
        found = 0
        for attribute in attributes.values():
            if found < MOST_ATTRIBUTE_COLUMNS and self._tells(attribute):
                found += 1
                yield _Reader(Column(attribute.key, attribute.label), _attribute_cell(attribute))

    def _tells(self, attribute: Attribute) -> bool:
        if attribute.kind not in _COLUMN_KINDS or attribute.key in _SAID_ELSEWHERE:
            return False
        values = [one.values[attribute.key] for one in self.elements if attribute.key in one.values]
        if attribute.kind is Kind.LOCALISED and any(
            isinstance(value, Text) and len(value.in_(self.language)) > _LONG for value in values
        ):
            return False
        return len(values) * 3 >= len(self.elements) and len(set(values)) > 1

    def _link_readers(self) -> Iterable[_Reader]:
        counts: Counter[tuple[str, bool]] = Counter()
        for element in self.elements:
            counts.update({(link.type, True) for link in self.framework.links_out(element.key)})
            counts.update({(link.type, False) for link in self.framework.links_in(element.key)})
        known = self.framework.metamodel.link_types
        told = [
            (known[type_], outward, count)
            for (type_, outward), count in counts.items()
            if type_ in known and known[type_].role in _TELLING and count * 4 >= len(self.elements)
        ]
        # What an element says of itself comes before what others say of it.
        told.sort(key=lambda one: (not one[1], _TELLING.index(one[0].role), -one[2], one[0].key))
        for type_, outward, _ in told[:MOST_LINK_COLUMNS]:
            label = _opened_with_capital(type_.label if outward else type_.inverse)
            name = f"{'to' if outward else 'from'}-{type_.key}"
            yield _Reader(Column(name, label), self._link_cell(type_, outward))

    def _link_cell(self, type_: LinkType, outward: bool) -> Callable[[Element], Cell]:
        def cell(element: Element) -> Cell:
            if outward:
                links = self.framework.links_out(element.key)
                keys = [link.target for link in links if link.type == type_.key]
            else:
                links = self.framework.links_in(element.key)
                keys = [link.source for link in links if link.type == type_.key]
            keys.sort(key=lambda key: (self.framework[key].order, key))
            on_axis = bool(keys) and all(key in self.marks for key in keys)
            most = len(keys) if on_axis or self.whole else NAMES_IN_A_CELL
            names = tuple(self.named(key) for key in keys[:most])
            return Cell(elements=names, more=max(0, len(keys) - most))

        return cell

    def named(self, key: str) -> Named:
        return Named(key, self.framework[key].short_name, self.marks.get(key))

    # --- the list -----------------------------------------------------------------------------

    def listing(self, entry: ElementType | None, query: Query) -> Listing:
        kept = [one for one in self.elements if self._answers(one, query)]
        lines = [self._line(element) for element in kept]
        columns = (Column("name", Text("Name", "Nom")), *(one.column for one in self.readers))
        return Listing(
            entry,
            columns,
            tuple(self._sorted(lines, query)),
            len(self.elements),
            tuple(self._filters(query)),
            query,
        )

    def _line(self, element: Element) -> Line:
        return Line(
            element.key,
            element.type,
            element.name,
            element.text("acronym"),
            self.marks.get(element.key),
            tuple(reader.cell(element) for reader in self.readers),
        )

    def _sorted(self, lines: list[Line], query: Query) -> list[Line]:
        if not query.sort:
            return lines
        if query.sort == "name":
            lines.sort(key=lambda line: collation_key(line.name.in_(self.language)))
        places = {reader.column.id: place for place, reader in enumerate(self.readers)}
        if query.sort in places:
            place = places[query.sort]
            lines.sort(key=lambda line: self._cell_key(line.cells[place]))
        if query.descending:
            lines.reverse()
        return lines

    def _cell_key(self, cell: Cell) -> tuple[bool, int, tuple[str, str, str]]:
        said = [text.in_(self.language) for text in cell.texts]
        said += [one.name.in_(self.language) for one in cell.elements]
        first = next((one.mark.place for one in cell.elements if one.mark), 0)
        return (not said, first, collation_key(" ".join(said)))

    # --- what is asked of it ------------------------------------------------------------------

    def _answers(self, element: Element, query: Query, *, but: str = "") -> bool:
        if query.words and not answers_to(element, query.words):
            return False
        return all(
            not value or name == but or value in self._kept_by(name, element)
            for name, value in query.chosen.items()
        )

    def _kept_by(self, name: str, element: Element) -> Collection[str]:
        known = self._kept.get((name, element.key))
        if known is None:
            known = self._kept[(name, element.key)] = self._values(name, element)
        return known

    def _values(self, name: str, element: Element) -> Collection[str]:
        match name:
            case "area":
                return areas_of(self.framework, element.key)
            case "council":
                return councils_of(self.framework, element.key)
            case "certainty":
                return (element.certainty,)
            case _:
                return (element.word(name),)

    def _filters(self, query: Query) -> Iterable[Filter]:
        if not self.elements:
            return
        for name, label, choices in self._filterable():
            counts = Counter(
                value
                for element in self.elements
                if self._answers(element, query, but=name)
                for value in self._kept_by(name, element)
            )
            present = {value for element in self.elements for value in self._kept_by(name, element)}
            options = tuple(
                Option(key, text, counts[key]) for key, text in choices if key in present
            )
            if len(options) > 1:
                yield Filter(name, label, options, query.chosen.get(name, ""))

    def _filterable(self) -> Iterable[tuple[str, Text, Sequence[tuple[str, Text]]]]:
        framework = self.framework
        councils = [(key, framework[key].short_name) for key in framework.keys(Trait.STEERS)]
        yield "council", Text("Council", "Conseil"), councils
        areas = [(mark.key, mark.short_name) for mark in self.marks.values()]
        yield "area", Text("Focus area", "Domaine d’intérêt"), areas
        attributes = framework.metamodel.attributes(self.elements[0].type)
        for attribute in attributes.values():
            if attribute.kind is Kind.CHOICE and attribute.key not in (
                "certainty",
                "glyph",
                "mark",
            ):
                pairs = [(choice.key, choice.label) for choice in attribute.choices]
                yield attribute.key, attribute.label, pairs
        pairs = [(choice.key, choice.label) for choice in CERTAINTIES]
        yield "certainty", attributes["certainty"].label, pairs


def filter_names(opened: Opened, type_key: str) -> tuple[str, ...]:
    """The filters that a list of this type may be asked for."""
    attributes = opened.framework.metamodel.attributes(type_key).values()
    choices = [one.key for one in attributes if one.kind is Kind.CHOICE]
    return ("council", "area", *choices)


def answers_to(element: Element, words: str) -> bool:
    """Whether an element answers to all these words, accents and case apart, in any language."""
    said = " ".join(
        part
        for text in (
            element.name,
            element.short_name,
            element.text("acronym"),
            element.text("summary"),
            *(one.text for one in element.also_known_as),
        )
        for part in (text.en, text.fr)
    )
    haystack = folded(f"{said} {element.key}")
    return all(word in haystack for word in folded(words).split())


def _attribute_cell(attribute: Attribute) -> Callable[[Element], Cell]:
    def cell(element: Element) -> Cell:
        value = element.values.get(attribute.key)
        return Cell(shown(attribute, value) if value is not None else ())

    return cell


def _opened_with_capital(text: Text) -> Text:
    return Text(text.en[:1].upper() + text.en[1:], text.fr[:1].upper() + text.fr[1:])


def assessed_of(opened: Opened, entry: ElementType | None) -> PartialDate | None:
    """The date that what is listed is of, where it is older than the state shows it."""
    traits = entry.traits if entry else frozenset[Trait]()
    return assessed(opened.framework, opened.info, *traits)
