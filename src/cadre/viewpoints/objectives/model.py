"""What a framework sets out to reach: its objectives and goals, by kind, with their status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.attributes import Choice
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.looks import UNSURE

MET: Final = "met"
UNKNOWN: Final = "not-recorded"
_OWN: Final = "framework-objective"
_KINDS: Final = (_OWN, "objective", "goal")
"""The kinds of aim that can be reached, the framework's own first."""


@dataclass(frozen=True, slots=True)
class Objective:
    """One objective: how far it is, what it serves, and what shows how far it is."""

    key: str
    name: Text
    said: Text
    status: str
    serves: tuple[str, ...]
    evidence: tuple[str, ...]
    is_sure: bool
    certainty: str
    provenance: str

    @property
    def is_told(self) -> bool:
        """Whether anybody has said how far it is."""
        return self.status not in ("", UNKNOWN)


@dataclass(frozen=True, slots=True)
class Kind:
    """The objectives of one kind."""

    key: str
    label: Text
    objectives: tuple[Objective, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """All objectives of a framework by kind, and what its statuses are called."""

    kinds: tuple[Kind, ...]
    statuses: dict[str, Text]
    names: dict[str, Text]
    """Of what is served and of what is evidence, by key."""

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """All of them, in order."""
        return tuple(one for kind in self.kinds for one in kind.objectives)

    @property
    def main(self) -> tuple[Objective, ...]:
        """Those that the framework set itself; all of them where it set itself none."""
        first = self.kinds[0] if self.kinds else None
        return first.objectives if first and first.key == _OWN else self.objectives


def register_of(framework: Framework) -> Register:
    """Every aim that can be reached; one of another kind that has a status is among them."""
    facts = Facts(framework)
    labels = _choices(framework, "kind")
    found: dict[str, list[Objective]] = {kind: [] for kind in _KINDS}
    for key in facts.keys(Trait.AIM):
        element = facts.elements[key]
        kind = element.word("kind")
        if kind in _KINDS or element.word("status"):
            found.setdefault(kind, []).append(_objective(facts, key))
    kinds = tuple(
        Kind(kind, labels.get(kind, Text()), tuple(own)) for kind, own in found.items() if own
    )
    spoken = {
        key for kind in kinds for one in kind.objectives for key in (*one.serves, *one.evidence)
    }
    return Register(
        kinds,
        _choices(framework, "status"),
        {key: facts.elements[key].short_name for key in spoken},
    )


def _choices(framework: Framework, attribute: str) -> dict[str, Text]:
    """What the choices of an attribute of aims are called, over all types that are aims."""
    found: dict[str, Choice] = {}
    for entry in framework.metamodel.types_with(Trait.AIM):
        known = framework.metamodel.attributes(entry.key).get(attribute)
        for choice in known.choices if known else ():
            _ = found.setdefault(choice.key, choice)
    return {key: choice.label for key, choice in found.items()}


def _objective(facts: Facts, key: str) -> Objective:
    element = facts.elements[key]
    return Objective(
        key=key,
        name=element.name,
        said=element.text("summary"),
        status=element.word("status"),
        serves=tuple(facts.in_order(facts.targets(key, LinkRole.SERVES))),
        evidence=tuple(facts.in_order(facts.targets(key, LinkRole.EVIDENCED_BY))),
        is_sure=element.certainty not in UNSURE,
        certainty=element.certainty,
        provenance=element.provenance,
    )
