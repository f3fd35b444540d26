"""The framework as one immutable value: metamodel, settings, elements and links.

Inside, elements are rows and links are columns of row numbers (`core/columns.py`); an `Element` or
a `Link` is made when somebody asks for it. As objects, a million links would take about three times
the memory (docs/adr/0003).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, TypeVar, cast

from cadre.core.columns import Columns
from cadre.core.dates import PartialDate
from cadre.core.keys import LinkId, is_key, type_of
from cadre.core.metamodel import ElementType, LinkType, Metamodel
from cadre.core.settings import Settings
from cadre.core.text import Language, Text, collation_key
from cadre.core.traits import LinkRole, Trait
from cadre.core.values import NO_VALUES, NotedText, Value, Values, frozen_values, same_values

LAST: Final = 1e9


def _seen(text: Text) -> Text:
    """A text without the languages in which it is blank: nobody can see a blank."""
    if text.en.strip() and text.fr.strip():
        return text
    return Text(text.en if text.en.strip() else "", text.fr if text.fr.strip() else "", text.stale)


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
        """Its name; its key stands in where nobody gave one, or one of blanks alone."""
        return _seen(self.text("name")) or Text(self.key, self.key)

    @property
    def short_name(self) -> Text:
        """Its name in pictures: per language, the short name or else the name."""
        short, name = _seen(self.text("short-name")), self.name
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


Identity = TypeVar("Identity", str, LinkId)


def _same_content(one: dict[Identity, Values], other: dict[Identity, Values]) -> bool:
    return one.keys() == other.keys() and all(same_values(one[key], other[key]) for key in one)


class Framework:
    """The whole graph of one community of councils, in one state. Never changes once made."""

    def __init__(
        self,
        metamodel: Metamodel,
        settings: Settings,
        columns: Columns,
        values: Sequence[Values],
        link_values: Sequence[Values],
    ) -> None:
        """From columns that are known to be sound, with frozen values for each of their rows.

        Prefer `Framework.of`.
        """
        self.metamodel = metamodel
        self.settings = settings
        self.columns = columns
        self._values = values
        self._link_values = link_values

    @classmethod
    def of_values(
        cls,
        metamodel: Metamodel,
        settings: Settings,
        values: Mapping[str, Values],
        links: Mapping[LinkId, Values],
    ) -> Framework:
        """From frozen values by key and by link id.

        ValueError for a malformed key or a link with an end that is not there.
        """
        keys = sorted(values)
        for key in keys:
            if not is_key(key):
                raise ValueError(f"not a key: {key!r}")
        row = {key: number for number, key in enumerate(keys)}
        ids = sorted(links)
        try:
            columns = Columns.of(keys, row, ids)
        except KeyError as missing:
            raise ValueError(f"a link has an end that is not there: {missing.args[0]}") from None
        return cls(
            metamodel, settings, columns, [values[key] for key in keys], [links[one] for one in ids]
        )

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
        return cls.of_values(metamodel, settings or Settings(), values, joined)

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
        return f"<Framework of {len(self)} elements, {self.link_count()} links>"

    def values_by_key(self) -> dict[str, Values]:
        """The values of every element, by key, in order of keys."""
        return dict(zip(self.columns.keys, self._values, strict=True))

    def values_by_link(self) -> dict[LinkId, Values]:
        """The values of every link, by link id, in order of ids."""
        return dict(zip(self.columns.ids(), self._link_values, strict=True))

    def element_values(self) -> Sequence[Values]:
        """What each element says, by its row in the columns."""
        return self._values

    def link_values(self) -> Sequence[Values]:
        """What each link says, by its row in the columns."""
        return self._link_values

    # --- elements --------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self.columns.keys)

    @cached_property
    def _row(self) -> Mapping[str, int]:
        return {key: row for row, key in enumerate(self.columns.keys)}

    def row(self, key: str) -> int | None:
        """The row of an element in the columns, None when there is none."""
        return self._row.get(key)

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
    def types(self) -> tuple[str, ...]:
        """The type of each element, by row."""
        return tuple(map(type_of, self.columns.keys))

    @cached_property
    def _keys_of_type(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        orders: dict[str, float] = {}
        for key, name, values in zip(self.columns.keys, self.types, self._values, strict=True):
            found.setdefault(name, []).append(key)
            order = values.get("order")
            if type(order) is int or type(order) is float:
                orders[key] = order
        for keys in found.values():
            # Stable, and the keys are in order already.
            keys.sort(key=lambda key: orders.get(key, LAST))
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
        columns = self.columns
        keys, found = columns.keys, list[Link]()
        for number in self._type_numbers(role, type):
            name, start, end = (
                columns.types[number],
                columns.first[number],
                columns.first[number + 1],
            )
            found += [
                Link(name, keys[source], keys[target], values)
                for source, target, values in zip(
                    columns.sources[start:end],
                    columns.targets[start:end],
                    self._link_values[start:end],
                    strict=True,
                )
            ]
        return found

    def link_count(self) -> int:
        """How many links there are."""
        return len(self.columns)

    def link(self, type: str, source: str, target: str) -> Link | None:
        """The one link of this type between these two elements, or None."""
        number, one, other = self.columns.number_of(type), self.row(source), self.row(target)
        if number is None or one is None or other is None:
            return None
        row = self.columns.find(number, one, other)
        return None if row is None else self._link(row)

    def links_out(self, key: str, role: LinkRole | None = None) -> list[Link]:
        """The links from an element, of a role or all; none for a key that is not there."""
        row = self.row(key)
        if row is None:
            return []
        links, first = self.columns.by_source
        return self._of_role(links[first[row] : first[row + 1]], role)

    def links_in(self, key: str, role: LinkRole | None = None) -> list[Link]:
        """The links to an element, of a role or all; none for a key that is not there."""
        row = self.row(key)
        if row is None:
            return []
        links, first = self.columns.by_target
        return self._of_role(links[first[row] : first[row + 1]], role)

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
            return list(range(len(self.columns.types)))
        numbers = (self.columns.number_of(name) for name in names)
        return sorted(number for number in numbers if number is not None)

    def _of_role(self, rows: Iterable[int], role: LinkRole | None) -> list[Link]:
        if role is None:
            return [self._link(row) for row in rows]
        spans = [self.columns.span(number) for number in self._type_numbers(role, None)]
        return [self._link(row) for row in rows if any(row in span for span in spans)]

    def _link(self, row: int) -> Link:
        return Link(*self.columns.id_of(row), self._link_values[row])
