"""What becomes of each group of a base in several states, and whether their sources agree."""

from __future__ import annotations

from dataclasses import dataclass

from cadre.analysis.dispositions import SUNSET, Disposed, dispositions
from cadre.analysis.facts import Facts
from cadre.core.states import StateInfo
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.councils import by_council
from cadre.viewpoints.looks import UNSURE
from cadre.viewpoints.viewpoint import Base


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a group in one state, and by what name its work goes on there."""

    found: Disposed
    names: tuple[Text, ...]
    """Of those that continue its work, or its own where that is another than before."""
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Several:
    """A group of the base with what becomes of it in each state."""

    key: str
    name: Text
    fates: tuple[Fate, ...]

    @property
    def agrees(self) -> bool:
        """Whether no two states state different dispositions; a new name alone is none."""
        return len({word for fate in self.fates for word in fate.found.stated}) <= 1


@dataclass(frozen=True, slots=True)
class Council:
    """A council with its groups of the base; one without a key for those of none."""

    key: str
    name: Text
    mark: str
    groups: tuple[Several, ...]


@dataclass(frozen=True, slots=True)
class SeveralStates:
    """A base and the states set beside each other."""

    of: StateInfo
    states: tuple[StateInfo, ...]
    councils: tuple[Council, ...]

    @property
    def groups(self) -> tuple[Several, ...]:
        """Every group of the base, council by council."""
        return tuple(group for council in self.councils for group in council.groups)


def several(base: Base) -> SeveralStates:
    """Every group of the base, and what becomes of it in each of the states beside it."""
    before = Facts(base.framework, base.as_of)
    later = [Facts(one.framework, one.as_of) for one in base.beside]
    found = [{one.key: one for one in dispositions(before, facts)} for facts in later]
    groups = {
        key: Several(
            key,
            before.elements[key].short_name,
            tuple(_fate(before, facts, own[key]) for facts, own in zip(later, found, strict=True)),
        )
        for key in before.keys(Trait.WORKS)
    }
    councils = tuple(
        Council(one.key, one.name, one.mark, tuple(groups[key] for key in one.groups))
        for one in by_council(before, groups)
    )
    return SeveralStates(base.state, tuple(one.state for one in base.beside), councils)


def _fate(before: Facts, after: Facts, found: Disposed) -> Fate:
    names = tuple(after.elements[key].short_name for key in found.successors)
    if not names and found.is_after and found.disposition != SUNSET:
        name = after.elements[found.key].short_name
        names = (name,) if name != before.elements[found.key].short_name else ()
    sure = all(after.elements[key].certainty not in UNSURE for key in found.transitions)
    return Fate(found, names, sure)
