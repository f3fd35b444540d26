"""Groups under the council that each is of, in the order that all pictures keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.text import Text
from cadre.core.traits import Trait

NO_COUNCIL: Final = Text("No council", "Sans conseil")


@dataclass(frozen=True, slots=True)
class Council:
    """A council with its groups; one without a key for groups of none."""

    key: str
    name: Text
    mark: str
    groups: tuple[str, ...]


def by_council(facts: Facts, groups: Iterable[str]) -> Iterator[Council]:
    """The councils that have any of these groups; a group of several stands under the first."""
    found: dict[str, list[str]] = {}
    for key in groups:
        found.setdefault((*facts.councils(key), "")[0], []).append(key)
    for key in facts.keys(Trait.STEERS):
        if key in found:
            element = facts.elements[key]
            yield Council(key, element.short_name, element.word("mark"), tuple(found[key]))
    if "" in found:
        yield Council("", NO_COUNCIL, "", tuple(found[""]))
