"""The framework as one immutable value: metamodel, settings, elements and links.

Inside, elements are rows and links are columns of row numbers, sorted both ways; an `Element`
or a `Link` is made when somebody asks for it. As objects, a million links would take about three
times the memory (docs/adr/0003).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, TypeVar, cast

from cadre.core.dates import PartialDate
from cadre.core.keys import LinkId, is_key, type_of
from cadre.core.metamodel import ElementType, LinkType, Metamodel
from cadre.core.settings import Settings
from cadre.core.text import Language, Text, collation_key
from cadre.core.traits import LinkRole, Trait
from cadre.core.values import NO_VALUES, NotedText, Value, Values, frozen_values, same_values

LAST: Final = 1e9


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the framework: a key, and a value for each attribute that says something."""

    key: str
    values: Values = field(default_factory=lambda: NO_VALUES)

    @property
    def type(self) -> str:
        """The key of its type."""
        return type_of(self.key)

    def text(self, attribute: str) -> Text:
        """A localised attribute, empty when absent."""
        value = self.values.get(attribute)
        return value if isinstance(value, Text) else Text()

    def word(self, attribute: str) -> str:
        """A text or choice attribute, empty when absent."""
        value = self.values.get(attribute)
        return value if isinstance(value, str) else ""

    def number(self, attribute: str) -> float | None:
        """A number attribute, None when absent."""
        value = self.values.get(attribute)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        return None

    def flag(self, attribute: str) -> bool:
        """A yes/no attribute, no when absent."""
        return self.values.get(attribute) is True

    def date(self, attribute: str) -> PartialDate | None:
        """A date attribute, None when absent."""
        value = self.values.get(attribute)
        return value if isinstance(value, PartialDate) else None

    @property
    def name(self) -> Text:
        """Its name; the slug of its key stands in where nobody gave one."""
        return self.text("name") or Text(self.key, self.key)

    @property
    def short_name(self) -> Text:
        """Its name in pictures: per language, the short name or else the name."""
        short, name = self.text("short-name"), self.name
        return Text(short.en or name.en, short.fr or name.fr)

    @property
    def also_known_as(self) -> tuple[NotedText, ...]:
        """Variants, former names and acronyms."""
        value = self.values.get("also-known-as")
        return cast("tuple[NotedText, ...]", value) if isinstance(value, tuple) else ()

    @property
    def order(self) -> float:
        """Its place among elements of its type; after all others when not given."""
        number = self.number("order")
        return LAST if number is None else number

    @property
    def lifecycle(self) -> str:
        """proposed, active, paused, ended, or empty."""
        return self.word("lifecycle")

    @property
    def certainty(self) -> str:
        """stated, high, medium or low; stated when nothing is said."""
        return self.word("certainty") or "stated"

    @property
    def provenance(self) -> str:
        """Document and place, as one text."""
        return self.word("provenance")

    def replace(self, **values: Value) -> Element:
        """This element with attributes replaced; an underscore in a name stands for a hyphen."""
        named = {name.replace("_", "-"): value for name, value in values.items()}
        return Element(self.key, frozen_values({**self.values, **named}))


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of the framework, with a value for each attribute that says something."""

    type: str
    source: str
    target: str
    values: Values = field(default_factory=lambda: NO_VALUES)

    @property
    def id(self) -> LinkId:
        """What identifies this link."""
        return LinkId(self.type, self.source, self.target)

    def text(self, attribute: str) -> Text:
        """A localised attribute, empty when absent."""
        value = self.values.get(attribute)
        return value if isinstance(value, Text) else Text()

    def word(self, attribute: str) -> str:
        """A text or choice attribute, empty when absent."""
        value = self.values.get(attribute)
        return value if isinstance(value, str) else ""

    @property
    def certainty(self) -> str:
        """stated, high, medium or low; stated when nothing is said."""
        return self.word("certainty") or "stated"

    @property
    def provenance(self) -> str:
        """Document and place, as one text."""
        return self.word("provenance")


class _Columns:
    """The links, sorted by (type, source, target), and where each element's links stand."""

    __slots__ = ("by_source", "by_target", "first_in", "first_out", "sources", "targets", "types")

    def __init__(self, rows: list[tuple[int, int, int]], elements: int) -> None:
        self.types = array("i", (row[0] for row in rows))
        self.sources = array("i", (row[1] for row in rows))
        self.targets = array("i", (row[2] for row in rows))
        self.by_source, self.first_out = _ordered_by(self.sources, elements)
        self.by_target, self.first_in = _ordered_by(self.targets, elements)


def _ordered_by(ends: array[int], elements: int) -> tuple[array[int], array[int]]:
    """Link rows in order of one end, and the first of each element (counting sort)."""
    first = array("i", bytes(4 * (elements + 1)))
    for end in ends:
        first[end + 1] += 1
    for element in range(elements):
        first[element + 1] += first[element]
    place = first[:]
    order = array("i", bytes(4 * len(ends)))
    for row, end in enumerate(ends):
        order[place[end]] = row
        place[end] += 1
    return order, first


Identity = TypeVar("Identity", str, LinkId)


def _same_content(one: dict[Identity, Values], other: dict[Identity, Values]) -> bool:
    return one.keys() == other.keys() and all(same_values(one[key], other[key]) for key in one)


class Framework:
    """The whole graph of one community of councils, in one state. Never changes once made."""

    def __init__(
        self,
        metamodel: Metamodel,
        settings: Settings,
        values: Mapping[str, Values],
        links: Mapping[LinkId, Values],
    ) -> None:
        """From values by key and by link id. Prefer `Framework.of`.

        ValueError for a malformed key or a link with an end that is not there.
        """
        self.metamodel = metamodel
        self.settings = settings
        self._keys = sorted(values)
        self._values = [values[key] for key in self._keys]
        self._row = {key: row for row, key in enumerate(self._keys)}
        for key in self._keys:
            if not is_key(key):
                raise ValueError(f"not a key: {key!r}")
        ids = sorted(links)
        self._link_values = [links[one] for one in ids]
        self._type_names = sorted({one.type for one in ids})
        numbers = {name: number for number, name in enumerate(self._type_names)}
        try:
            rows = [
                (numbers[one.type], self._row[one.source], self._row[one.target]) for one in ids
            ]
        except KeyError as missing:
            raise ValueError(f"a link has an end that is not there: {missing.args[0]}") from None
        self._columns = _Columns(rows, len(self._keys))

    @classmethod
    def of(
        cls,
        metamodel: Metamodel,
        elements: Iterable[Element] = (),
        links: Iterable[Link] = (),
        settings: Settings | None = None,
    ) -> Framework:
        """A framework from elements and links in any order.

        ValueError for a malformed or repeated key, a repeated link, or an end that is not there.
        """
        values: dict[str, Values] = {}
        for element in elements:
            if element.key in values:
                raise ValueError(f"two elements have the key {element.key}")
            values[element.key] = frozen_values(element.values)
        joined: dict[LinkId, Values] = {}
        for link in links:
            if link.id in joined:
                raise ValueError(f"a link is given twice: {' '.join(link.id)}")
            joined[link.id] = frozen_values(link.values)
        return cls(metamodel, settings or Settings(), values, joined)

    # --- what it is ------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Framework):
            return NotImplemented
        return self is other or (
            self.metamodel == other.metamodel
            and self.settings == other.settings
            and _same_content(self.values_by_key(), other.values_by_key())
            and _same_content(self.values_by_link(), other.values_by_link())
        )

    __hash__ = None  # type: ignore[assignment]  # a framework is compared, never a key

    def __repr__(self) -> str:
        return f"<Framework of {len(self._keys)} elements, {len(self._link_values)} links>"

    def values_by_key(self) -> dict[str, Values]:
        """The values of every element, by key, in order of keys."""
        return dict(zip(self._keys, self._values, strict=True))

    def values_by_link(self) -> dict[LinkId, Values]:
        """The values of every link, by link id, in order of ids."""
        rows = range(len(self._link_values))
        return {self._link_id(row): self._link_values[row] for row in rows}

    # --- elements --------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: str) -> bool:
        return key in self._row

    def get(self, key: str) -> Element | None:
        """The element with this key, or None."""
        row = self._row.get(key)
        return None if row is None else Element(key, self._values[row])

    def __getitem__(self, key: str) -> Element:
        return Element(key, self._values[self._row[key]])

    def elements(self, trait: Trait | None = None, *, type: str | None = None) -> list[Element]:
        """The elements of a trait or a type (or all), by type, then order, then key."""
        return [self[key] for key in self.keys(trait, type=type)]

    def keys(self, trait: Trait | None = None, *, type: str | None = None) -> list[str]:
        """The keys of a trait or a type (or all), by type, then order, then key."""
        if type is not None:
            return list(self._keys_of_type.get(type, ()))
        if trait is not None:
            types = [entry.key for entry in self.metamodel.types_with(trait)]
        else:
            known = self.metamodel.element_types
            types = [*known, *sorted(set(self._keys_of_type) - set(known))]
        return [key for name in types for key in self._keys_of_type.get(name, ())]

    @cached_property
    def _keys_of_type(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key in self._keys:
            found.setdefault(type_of(key), []).append(key)
        for keys in found.values():
            keys.sort(key=lambda key: (self[key].order, key))
        return found

    def traits(self, key: str) -> frozenset[Trait]:
        """The traits of an element, by its type."""
        return self.metamodel.traits(type_of(key))

    def has(self, key: str, trait: Trait) -> bool:
        """Whether an element has a trait."""
        return trait in self.traits(key)

    def type_of(self, element: Element | str) -> ElementType | None:
        """The type of an element, or None when the metamodel no longer has it."""
        key = element if isinstance(element, str) else element.key
        return self.metamodel.element_types.get(type_of(key))

    def by_name(self, keys: Iterable[str], language: Language) -> list[str]:
        """The keys in the order of their names, as a dictionary of the language has them."""
        return sorted(keys, key=lambda key: (collation_key(self[key].name.in_(language)), key))

    # --- links -----------------------------------------------------------------------------

    def links(self, role: LinkRole | None = None, *, type: str | None = None) -> list[Link]:
        """All links of a role or a type (or all), by type, source and target."""
        numbers = self._type_numbers(role, type)
        columns = self._columns
        found: list[Link] = []
        for number in numbers:
            start = bisect_left(columns.types, number)
            end = bisect_left(columns.types, number + 1, lo=start)
            found += [self._link(row) for row in range(start, end)]
        return found

    def link_count(self) -> int:
        """How many links there are."""
        return len(self._link_values)

    def link(self, type: str, source: str, target: str) -> Link | None:
        """The one link of this type between these two elements, or None."""
        goal = self._row.get(target)
        for row in self._rows_from(source):
            if self._columns.targets[row] == goal and self._type_of_row(row) == type:
                return self._link(row)
        return None

    def links_out(self, key: str, role: LinkRole | None = None) -> list[Link]:
        """The links from an element, of a role or all; none for a key that is not there."""
        wanted = self._type_numbers(role, None)
        types = self._columns.types
        return [self._link(row) for row in self._rows_from(key) if types[row] in wanted]

    def links_in(self, key: str, role: LinkRole | None = None) -> list[Link]:
        """The links to an element, of a role or all; none for a key that is not there."""
        wanted = self._type_numbers(role, None)
        types = self._columns.types
        return [self._link(row) for row in self._rows_to(key) if types[row] in wanted]

    def targets(self, key: str, role: LinkRole) -> list[str]:
        """The keys that links of a role lead to from an element."""
        return [link.target for link in self.links_out(key, role)]

    def sources(self, key: str, role: LinkRole) -> list[str]:
        """The keys from which links of a role lead to an element."""
        return [link.source for link in self.links_in(key, role)]

    def role_of(self, link: Link | LinkId) -> LinkRole:
        """The role of a link; OTHER when the metamodel no longer has its type."""
        entry = self.metamodel.link_types.get(link.type)
        return entry.role if entry else LinkRole.OTHER

    def type_of_link(self, link: Link | LinkId) -> LinkType | None:
        """The type of a link, or None when the metamodel no longer has it."""
        return self.metamodel.link_types.get(link.type)

    def _type_numbers(self, role: LinkRole | None, type: str | None) -> list[int]:
        if type is not None:
            names: Iterable[str] = (type,)
        elif role is not None:
            names = self.metamodel.roles.get(role, ())
        else:
            return list(range(len(self._type_names)))
        return sorted(number for number, name in enumerate(self._type_names) if name in names)

    def _rows_from(self, key: str) -> Iterator[int]:
        row, columns = self._row.get(key), self._columns
        if row is not None:
            for place in range(columns.first_out[row], columns.first_out[row + 1]):
                yield columns.by_source[place]

    def _rows_to(self, key: str) -> Iterator[int]:
        row, columns = self._row.get(key), self._columns
        if row is not None:
            for place in range(columns.first_in[row], columns.first_in[row + 1]):
                yield columns.by_target[place]

    def _type_of_row(self, row: int) -> str:
        return self._type_names[self._columns.types[row]]

    def _link_id(self, row: int) -> LinkId:
        columns = self._columns
        return LinkId(
            self._type_of_row(row),
            self._keys[columns.sources[row]],
            self._keys[columns.targets[row]],
        )

    def _link(self, row: int) -> Link:
        return Link(*self._link_id(row), self._link_values[row])
