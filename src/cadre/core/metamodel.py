"""Types as data: which elements and links there may be, and what each has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar, cast

from cadre.core.attributes import ELEMENT_ATTRIBUTES, LINK_ATTRIBUTES, Attribute
from cadre.core.text import Text
from cadre.core.traits import TRAIT_ATTRIBUTES, LinkRole, Trait

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ElementType:
    """A kind of element: its traits say how it is analysed and drawn, its label what it is."""

    key: str
    label: Text
    plural: Text
    help: Text = Text()
    traits: frozenset[Trait] = frozenset()
    glyph: str = "disc"
    attributes: tuple[Attribute, ...] = ()
    order: int = 1000


@dataclass(frozen=True, slots=True)
class Ends:
    """Which elements a link may join: any trait of `sources` to any trait of `targets`.

    An empty set means any element.
    """

    sources: frozenset[Trait] = frozenset()
    targets: frozenset[Trait] = frozenset()

    def allow(self, source: frozenset[Trait], target: frozenset[Trait]) -> bool:
        """Whether elements with these traits may be joined."""
        return (not self.sources or bool(self.sources & source)) and (
            not self.targets or bool(self.targets & target)
        )


@dataclass(frozen=True, slots=True)
class LinkType:
    """A kind of link, read from source to target by `label` and back by `inverse`."""

    key: str
    role: LinkRole
    label: Text
    inverse: Text
    help: Text = Text()
    ends: tuple[Ends, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    order: int = 1000

    def allows(self, source: frozenset[Trait], target: frozenset[Trait]) -> bool:
        """Whether this type of link may join elements with these traits."""
        return not self.ends or any(ends.allow(source, target) for ends in self.ends)


@dataclass(frozen=True)
class Metamodel:
    """All types, by key, on a numbered kernel."""

    kernel: int
    element_types: Mapping[str, ElementType]
    link_types: Mapping[str, LinkType]
    _attributes: dict[str, Mapping[str, Attribute]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _once: dict[Callable[[Metamodel], object], object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def of(
        cls, kernel: int, element_types: Iterable[ElementType], link_types: Iterable[LinkType]
    ) -> Metamodel:
        """A metamodel from its types, kept in their order."""
        elements = sorted(element_types, key=lambda entry: (entry.order, entry.key))
        links = sorted(link_types, key=lambda entry: (entry.order, entry.key))
        return cls(
            kernel,
            MappingProxyType({entry.key: entry for entry in elements}),
            MappingProxyType({entry.key: entry for entry in links}),
        )

    def extended(
        self, element_types: Iterable[ElementType] = (), link_types: Iterable[LinkType] = ()
    ) -> Metamodel:
        """This metamodel with types added, or put in place of those of the same key."""
        elements = {**self.element_types, **{entry.key: entry for entry in element_types}}
        links = {**self.link_types, **{entry.key: entry for entry in link_types}}
        return Metamodel.of(self.kernel, elements.values(), links.values())

    def once(self, make: Callable[[Metamodel], T]) -> T:
        """What a function computes of these types, computed the first time it is asked for."""
        if make not in self._once:
            self._once[make] = make(self)
        return cast("T", self._once[make])

    def traits(self, type_key: str) -> frozenset[Trait]:
        """The traits of an element type; none for a type that is not there."""
        entry = self.element_types.get(type_key)
        return entry.traits if entry else frozenset()

    def types_with(self, trait: Trait) -> Iterator[ElementType]:
        """The element types that take a trait, in order."""
        return (entry for entry in self.element_types.values() if trait in entry.traits)

    @cached_property
    def roles(self) -> Mapping[LinkRole, tuple[str, ...]]:
        """The link types that play each role."""
        found: dict[LinkRole, list[str]] = {}
        for entry in self.link_types.values():
            found.setdefault(entry.role, []).append(entry.key)
        return MappingProxyType({role: tuple(keys) for role, keys in found.items()})

    def attributes(self, type_key: str) -> Mapping[str, Attribute]:
        """All attributes of an element type: common ones, those of its traits, its own."""
        known = self._attributes.get(type_key)
        if known is None:
            known = MappingProxyType(_element_attributes(self.element_types.get(type_key)))
            self._attributes[type_key] = known
        return known

    def link_attributes(self, type_key: str) -> Mapping[str, Attribute]:
        """All attributes of a link type: its own, then the common ones."""
        cached = self._attributes.get(f"link:{type_key}")
        if cached is None:
            entry = self.link_types.get(type_key)
            own = entry.attributes if entry else ()
            cached = MappingProxyType({one.key: one for one in (*own, *LINK_ATTRIBUTES)})
            self._attributes[f"link:{type_key}"] = cached
        return cached


def _element_attributes(entry: ElementType | None) -> dict[str, Attribute]:
    found = {one.key: one for one in ELEMENT_ATTRIBUTES}
    if entry is None:
        return found
    for trait in Trait:
        if trait in entry.traits:
            for one in TRAIT_ATTRIBUTES[trait]:
                _ = found.setdefault(one.key, one)
    found.update({one.key: one for one in entry.attributes})
    return found
