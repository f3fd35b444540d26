"""What many rules ask of one framework, worked out once for each check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Final, TypeVar, cast

from cadre.analysis.primitives.reach import UNREACHED, nearest, reach
from cadre.analysis.primitives.ways import Mask, Ways, mask_of, of_roles
from cadre.core.graph import Element, Framework, Link
from cadre.core.keys import type_of
from cadre.core.phrases import counted, fill, quoted, within
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

T = TypeVar("T")

# Dispositions by which a group does not go on in its own name.
LEAVING: Final = frozenset({"merge", "absorb", "sunset"})


class Facts:
    """One framework as on one date, with its links at hand by role. Never changes once made.

    Without a date, nothing is over because of its end date.
    """

    def __init__(self, framework: Framework, as_of: date | None = None) -> None:
        self.framework = framework
        self.as_of = as_of
        self.elements: dict[str, Element] = {
            key: Element(key, values) for key, values in framework.values_by_key().items()
        }
        self._keys: dict[Trait, tuple[str, ...]] = {}
        self._out: dict[tuple[str, LinkRole], list[Link]] = {}
        self._in: dict[tuple[str, LinkRole], list[Link]] = {}
        self._of_role: dict[LinkRole, list[Link]] = {}
        traits = {key: entry.traits for key, entry in framework.metamodel.element_types.items()}
        self._traits: dict[str, frozenset[Trait]] = {
            key: traits.get(name, frozenset())
            for key, name in zip(self.elements, framework.types, strict=True)
        }
        self._places: dict[str, tuple[int, str, float, str]] = {}
        self._once: dict[Callable[[Facts], object], object] = {}
        roles = {key: entry.role for key, entry in framework.metamodel.link_types.items()}
        self.all_links: tuple[Link, ...] = tuple(framework.links())
        for link in self.all_links:
            role = roles.get(link.type, LinkRole.OTHER)
            self._of_role.setdefault(role, []).append(link)
            self._out.setdefault((link.source, role), []).append(link)
            self._in.setdefault((link.target, role), []).append(link)

    def once(self, make: Callable[[Facts], T]) -> T:
        """What a function computes of these facts, computed the first time it is asked for."""
        if make not in self._once:
            self._once[make] = make(self)
        return cast("T", self._once[make])

    # --- elements and links ----------------------------------------------------------------

    def keys(self, *traits: Trait) -> tuple[str, ...]:
        """The keys of the elements that have any of these traits, in the framework's order."""
        if len(traits) == 1:
            [trait] = traits
            if trait not in self._keys:
                self._keys[trait] = tuple(self.framework.keys(trait))
            return self._keys[trait]
        return tuple(dict.fromkeys(key for trait in traits for key in self.keys(trait)))

    def has(self, key: str, *traits: Trait) -> bool:
        """Whether an element has any of these traits."""
        return not self._traits[key].isdisjoint(traits)

    def links(self, role: LinkRole) -> Sequence[Link]:
        """All links of a role."""
        return self._of_role.get(role, ())

    def links_from(self, key: str, role: LinkRole) -> Sequence[Link]:
        """The links of a role from an element."""
        return self._out.get((key, role), ())

    def links_to(self, key: str, role: LinkRole) -> Sequence[Link]:
        """The links of a role to an element."""
        return self._in.get((key, role), ())

    def targets(self, key: str, role: LinkRole, *traits: Trait) -> list[str]:
        """Where links of a role lead from an element, held to some traits if any are given."""
        found = [link.target for link in self.links_from(key, role)]
        if not traits:
            return found
        return [one for one in found if not self._traits[one].isdisjoint(traits)]

    def sources(self, key: str, role: LinkRole, *traits: Trait) -> list[str]:
        """From where links of a role lead to an element, held to some traits if any are given."""
        found = [link.source for link in self.links_to(key, role)]
        if not traits:
            return found
        return [one for one in found if not self._traits[one].isdisjoint(traits)]

    def in_order(self, keys: Iterable[str]) -> list[str]:
        """Keys in the order in which a reader knows them: by type, then order, then key."""
        return sorted(set(keys), key=self._place)

    def _place(self, key: str) -> tuple[int, str, float, str]:
        place = self._places.get(key)
        if place is None:
            entry = self.framework.type_of(key)
            place = (entry.order if entry else 0, type_of(key), self.elements[key].order, key)
            self._places[key] = place
        return place

    def twins(self, key: str) -> frozenset[str]:
        """An element with all that is said to be the same work, however many steps away."""
        return self._twins.get(key, frozenset({key}))

    @cached_property
    def _twins(self) -> dict[str, frozenset[str]]:
        sets: dict[str, set[str]] = {}
        for link in self.links(LinkRole.SAME_WORK_AS):
            one = sets.setdefault(link.source, {link.source})
            other = sets.setdefault(link.target, {link.target})
            if one is not other:
                one |= other
                for key in other:
                    sets[key] = one
        return {key: frozenset(found) for key, found in sets.items()}

    # --- rows, as the primitives count ---------------------------------------------------------

    def ways(self, *roles: LinkRole) -> Ways:
        """The links of these roles as pairs of rows."""
        return of_roles(self.framework, *roles)

    def mask(self, *traits: Trait) -> Mask:
        """The rows of the elements that have any of these traits."""
        if traits not in self._masks:
            self._masks[traits] = mask_of(self.framework, *traits)
        return self._masks[traits]

    @cached_property
    def _masks(self) -> dict[tuple[Trait, ...], Mask]:
        return {}

    def rows(self, keys: Iterable[str]) -> list[int]:
        """The rows of elements."""
        found = (self.framework.row(key) for key in keys)
        return [row for row in found if row is not None]

    def mask_of(self, keys: Iterable[str]) -> Mask:
        """The rows of these elements, as a mask."""
        found = bytearray(len(self.elements))
        for row in self.rows(keys):
            found[row] = 1
        return bytes(found)

    def keys_at(self, rows: Iterable[int]) -> list[str]:
        """The keys of rows."""
        keys = self.framework.columns.keys
        return [keys[row] for row in rows]

    def reached(self, ways: Ways, starts: Iterable[str]) -> frozenset[str]:
        """All that these ways lead to from some elements, those elements among it."""
        steps = reach(ways, self.rows(starts))
        keys = self.framework.columns.keys
        return frozenset(key for key, step in zip(keys, steps, strict=True) if step != UNREACHED)

    # --- time ------------------------------------------------------------------------------

    def is_over(self, key: str) -> bool:
        """Whether an element has ended: it says so, or its last day is past."""
        return key in self._over

    @cached_property
    def _over(self) -> frozenset[str]:
        return frozenset(
            key
            for key, element in self.elements.items()
            # Most elements say neither, and that is quick to see.
            if ("ends" in element.values or "lifecycle" in element.values) and self._ends(element)
        )

    def _ends(self, element: Element) -> bool:
        if element.lifecycle == "ended":
            return True
        ends = element.date("ends")
        return ends is not None and self.as_of is not None and ends.latest < self.as_of

    # --- bodies ----------------------------------------------------------------------------

    @cached_property
    def present(self) -> tuple[str, ...]:
        """The bodies at work as things stand: not over, and not merely proposed.

        Where every body is proposed, they are all taken.
        """
        alive = [key for key in self.keys(Trait.WORKS) if not self.is_over(key)]
        now = [key for key in alive if self.elements[key].lifecycle != "proposed"]
        return tuple(now or alive)

    @cached_property
    def lasting(self) -> tuple[str, ...]:
        """The bodies that stand once this state has come about.

        A group that continues as another body, or that a transition merges, absorbs or ends, is
        not among them: its successor speaks for it, so that no work is counted twice.
        """
        return tuple(
            key
            for key in self.keys(Trait.WORKS)
            if not self.is_over(key) and key not in self._leaving
        )

    @cached_property
    def _leaving(self) -> frozenset[str]:
        succeeded = {
            link.source
            for link in self.links(LinkRole.CONTINUES_AS)
            if link.source != link.target and not self.is_over(link.target)
        }
        ending = {
            body
            for transition in self.keys(Trait.TRANSITION)
            if self.elements[transition].word("disposition") in LEAVING
            for body in self.targets(transition, LinkRole.CONCERNS, Trait.WORKS)
        }
        return frozenset(succeeded | ending)

    def councils(self, key: str) -> tuple[str, ...]:
        """The bodies that steer an element: the nearest ones above it by `part of`, or itself."""
        return self._councils.get(key, ())

    @cached_property
    def _councils(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        keys = self.framework.columns.keys
        for body, council in self.steering.pairs():
            found.setdefault(keys[body], []).append(keys[council])
        return {body: tuple(self.in_order(councils)) for body, councils in found.items()}

    @cached_property
    def steering(self) -> Ways:
        """From each element that steers, or is part of anything, to its councils."""
        part_of = self.ways(LinkRole.PART_OF)
        starts = {*part_of.sources, *self.rows(self.keys(Trait.STEERS))}
        return nearest(part_of, self.mask(Trait.STEERS), starts)

    # --- words -----------------------------------------------------------------------------

    def name(self, key: str) -> Text:
        """The name of an element, in quotes."""
        return quoted(self.elements[key].name)

    def short(self, key: str) -> Text:
        """The short name of an element, in quotes."""
        return quoted(self.elements[key].short_name)

    def shorts(self, keys: Iterable[str]) -> list[Text]:
        """Short names in quotes, in the order in which a reader knows them."""
        return [self.short(key) for key in self.in_order(keys)]

    def counted(self, keys: Iterable[str]) -> Text:
        """`3 groups`: how many elements, by the label of their type; `elements` when mixed."""
        found = set(keys)
        types = {type_of(key) for key in found}
        entry = self.framework.metamodel.element_types.get(types.pop()) if len(types) == 1 else None
        if entry is None:
            return counted(len(found), Text("element", "élément"), Text("elements", "éléments"))
        return counted(len(found), within(entry.label), within(entry.plural or entry.label))

    def all_of(self, keys: Iterable[str]) -> Text:
        """`8 of the 17 results`, `all 17 results`: how many elements of how many of their type.

        French does not take `à` or `de` before it, which would have to join with `les`.
        """
        found = set(keys)
        types = {type_of(key) for key in found}
        total = {key for name in types for key in self.framework.keys(type=name)}
        whole = self.counted(total)
        if len(found) == len(total):
            return fill(Text("all {whole}", "les {whole}"), whole=whole)
        return fill(
            Text("{part} of the {whole}", "{part} des {whole}"), part=len(found), whole=whole
        )
