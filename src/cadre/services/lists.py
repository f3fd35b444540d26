"""The elements of a type as a list that can be sorted and filtered, and the types there are.

Which columns and filters a list has comes from what its elements have: a user's own type gets
those that fit it, like any other. A long list is shown page by page: only the lines of a page are
made, and what the others are needed for is remembered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Final

from cadre.core.attributes import Attribute
from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework
from cadre.core.metamodel import ElementType, LinkType
from cadre.core.text import Language, Text, collation_key, folded
from cadre.core.traits import LinkRole, Trait
from cadre.core.values import Kind
from cadre.services.faults import Near, NotFound
from cadre.services.frameworks import Opened, assessed
from cadre.services.list_filters import Facet, Filter, facets, filters
from cadre.services.marks import Mark, marks
from cadre.services.memory import remembered
from cadre.services.paging import Page, page_of, whole
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
    page: int = 1


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
class Listing:
    """A list as asked for: `lines` are those of its page, `page.count` is how many answer."""

    type: ElementType | None
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    page: Page
    total: int
    filters: tuple[Filter, ...]
    query: Query

    @property
    def is_narrowed(self) -> bool:
        """Whether it shows less than all."""
        return self.page.count != self.total or bool(self.query.words)


Asked = tuple[str, bool, str, tuple[tuple[str, str], ...]]
"""A query as what can be remembered by: its column, direction, words and filters."""


def _asked(query: Query) -> Asked:
    return (query.sort, query.descending, query.words, tuple(sorted(query.chosen.items())))


@remembered(32)
def types(opened: Opened) -> tuple[TypeCount, ...]:
    """The types that have elements here, in the order of the metamodel."""
    framework = opened.framework
    known = framework.metamodel.element_types
    counts = ((entry, len(framework.keys(type=key))) for key, entry in known.items())
    return tuple(TypeCount(entry, count) for entry, count in counts if count)


def listed(opened: Opened, type_key: str, language: Language, query: Query) -> Listing:
    """A page of the elements of a type.

    NotFound when there is neither such a type nor such an element.
    """
    return _listed(opened, type_key, language, _asked(query), query.page)


@remembered(128)
def _listed(opened: Opened, type_key: str, language: Language, asked: Asked, page: int) -> Listing:
    sort, descending, words, chosen = asked
    query = Query(sort, descending, words, MappingProxyType(dict(chosen)), page)
    return _Lister(opened, type_key, language).listing(query)


def listed_whole(opened: Opened, type_key: str, language: Language, query: Query) -> Listing:
    """The same with every line, and every name in every cell, for a file. NotFound likewise."""
    return _Lister(opened, type_key, language, whole=True).listing(query)


# --- the columns a list has -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Reads:
    """A column with what it is read off: an attribute, or the links of a type in one direction."""

    column: Column
    attribute: Attribute | None = None
    link: LinkType | None = None
    outward: bool = True


@remembered(64)
def _columns(opened: Opened, type_key: str, language: Language) -> tuple[_Reads, ...]:
    """The columns of a list after the name."""
    framework = opened.framework
    elements = framework.elements(type=type_key)
    if not elements:
        return ()
    attributes = framework.metamodel.attributes(type_key)
    return (
        *_attribute_columns(elements, attributes, language),
        *_link_columns(framework, elements),
        *_standing_columns(elements, attributes["lifecycle"], ""),
        *_standing_columns(elements, attributes["certainty"], "stated"),
    )


def _standing_columns(
    elements: Sequence[Element], attribute: Attribute, silent: str
) -> Iterable[_Reads]:
    """Lifecycle and certainty, where they are not alike for all that is listed."""
    if len({one.word(attribute.key) or silent for one in elements}) > 1:
        yield _Reads(Column(attribute.key, attribute.label), attribute)


def _attribute_columns(
    elements: Sequence[Element], attributes: Mapping[str, Attribute], language: Language
) -> Iterable[_Reads]:
    found = 0
    for attribute in attributes.values():
        if found < MOST_ATTRIBUTE_COLUMNS and _tells(elements, attribute, language):
            found += 1
            yield _Reads(Column(attribute.key, attribute.label), attribute)


def _tells(elements: Sequence[Element], attribute: Attribute, language: Language) -> bool:
    if attribute.kind not in _COLUMN_KINDS or attribute.key in _SAID_ELSEWHERE:
        return False
    values = [one.values[attribute.key] for one in elements if attribute.key in one.values]
    if attribute.kind is Kind.LOCALISED and any(
        isinstance(value, Text) and len(value.in_(language)) > _LONG for value in values
    ):
        return False
    return len(values) * 3 >= len(elements) and len(set(values)) > 1


def _link_columns(framework: Framework, elements: Sequence[Element]) -> Iterable[_Reads]:
    counts: Counter[tuple[str, bool]] = Counter()
    for element in elements:
        counts.update({(link.type, True) for link in framework.links_out(element.key)})
        counts.update({(link.type, False) for link in framework.links_in(element.key)})
    known = framework.metamodel.link_types
    told = [
        (known[type_], outward, count)
        for (type_, outward), count in counts.items()
        if type_ in known and known[type_].role in _TELLING and count * 4 >= len(elements)
    ]
    # What an element says of itself comes before what others say of it.
    told.sort(key=lambda one: (not one[1], _TELLING.index(one[0].role), -one[2], one[0].key))
    for type_, outward, _ in told[:MOST_LINK_COLUMNS]:
        label = _opened_with_capital(type_.label if outward else type_.inverse)
        name = f"{'to' if outward else 'from'}-{type_.key}"
        yield _Reads(Column(name, label), link=type_, outward=outward)


# --- which elements answer, and in which order ----------------------------------------------------


@remembered(128)
def _found(
    opened: Opened, type_key: str, language: Language, asked: Asked
) -> tuple[tuple[str, ...], tuple[Filter, ...]]:
    """The keys of what answers in the order asked for, and the filters with what each keeps."""
    sort, descending, words, chosen = asked
    framework = opened.framework
    keys = framework.keys(type=type_key)
    if words:
        keys = [key for key in keys if answers_to(framework[key], words)]
    known = facets(opened, type_key)
    values = dict(chosen)
    wanted = {one.id: one.key_of(values[one.id]) for one in known if values.get(one.id)}
    kept = [key for key in keys if _fits(known, key, wanted)]
    lister = _Lister(opened, type_key, language)
    return tuple(lister.in_order(kept, sort, descending=descending)), filters(known, keys, wanted)


def _fits(known: Sequence[Facet], key: str, wanted: Mapping[str, str]) -> bool:
    return all(one.keeps(key, wanted[one.id]) for one in known if one.id in wanted)


class _Lister:
    """All that one list needs of one framework."""

    def __init__(
        self, opened: Opened, type_key: str, language: Language, *, whole: bool = False
    ) -> None:
        self.opened = opened
        self.framework = opened.framework
        self.type = type_key
        self.language = language
        self.whole = whole
        self.marks = marks(opened.framework)
        self.reads = _columns(opened, type_key, language)

    def listing(self, query: Query) -> Listing:
        entry = self.framework.metamodel.element_types.get(self.type)
        total = len(self.framework.keys(type=self.type))
        if entry is None and not total:
            near = [Near(one.type.key, one.type.plural) for one in types(self.opened)]
            raise NotFound("type", self.type, near[:6])
        keys, narrowing = _found(self.opened, self.type, self.language, _asked(query))
        page = whole(len(keys)) if self.whole else page_of(len(keys), query.page)
        return Listing(
            entry,
            (Column("name", Text("Name", "Nom")), *(one.column for one in self.reads)),
            tuple(self._line(self.framework[key]) for key in page.of(keys)),
            page,
            total,
            narrowing,
            query,
        )

    def _line(self, element: Element) -> Line:
        return Line(
            element.key,
            element.type,
            element.name,
            element.text("acronym"),
            self.marks.get(element.key),
            tuple(self._cell(element, one) for one in self.reads),
        )

    # --- cells --------------------------------------------------------------------------------

    def _cell(self, element: Element, reads: _Reads) -> Cell:
        if reads.link is not None:
            return self._link_cell(element, reads.link, outward=reads.outward)
        if reads.attribute is None or reads.attribute.key not in element.values:
            return Cell()
        return Cell(shown(reads.attribute, element.values[reads.attribute.key]))

    def _link_cell(self, element: Element, type_: LinkType, *, outward: bool) -> Cell:
        if outward:
            links = self.framework.links_out(element.key)
            keys = [link.target for link in links if link.type == type_.key]
        else:
            links = self.framework.links_in(element.key)
            keys = [link.source for link in links if link.type == type_.key]
        keys.sort(key=lambda key: (self.framework[key].order, key))
        on_axis = bool(keys) and all(key in self.marks for key in keys)
        most = len(keys) if on_axis or self.whole else NAMES_IN_A_CELL
        names = tuple(self._named(key) for key in keys[:most])
        return Cell(elements=names, more=max(0, len(keys) - most))

    def _named(self, key: str) -> Named:
        return Named(key, self.framework[key].short_name, self.marks.get(key))

    # --- order --------------------------------------------------------------------------------

    def in_order(self, keys: list[str], sort: str, *, descending: bool) -> list[str]:
        order = self._order(sort)
        if order is None:
            return keys
        found = sorted(keys, key=lambda key: order(self.framework[key]))
        return found[::-1] if descending else found

    def _order(self, sort: str) -> Callable[[Element], tuple[object, ...]] | None:
        if sort == "name":
            return lambda one: collation_key(one.name.in_(self.language))
        for reads in self.reads:
            if reads.column.id == sort:
                return partial(self._cell_key, reads)
        return None

    def _cell_key(self, reads: _Reads, element: Element) -> tuple[bool, int, tuple[str, str, str]]:
        cell = self._cell(element, reads)
        said = [text.in_(self.language) for text in cell.texts]
        said += [one.name.in_(self.language) for one in cell.elements]
        first = next((one.mark.place for one in cell.elements if one.mark), 0)
        return (not said, first, collation_key(" ".join(said)))


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


def _opened_with_capital(text: Text) -> Text:
    return Text(text.en[:1].upper() + text.en[1:], text.fr[:1].upper() + text.fr[1:])


def assessed_of(opened: Opened, entry: ElementType | None) -> PartialDate | None:
    """The date that what is listed is of, where it is older than the state shows it."""
    traits = entry.traits if entry else frozenset[Trait]()
    return assessed(opened.framework, opened.info, *traits)
