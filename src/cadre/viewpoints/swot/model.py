"""What a SWOT board shows: factors by theme inside, by area outside, before anything is placed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.looks import UNSURE

STRENGTH: Final = "strength"
WEAKNESS: Final = "weakness"
OPPORTUNITY: Final = "opportunity"
THREAT: Final = "threat"
INSIDE: Final = (STRENGTH, WEAKNESS)
OUTSIDE: Final = (OPPORTUNITY, THREAT)


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor, with the documents or other elements that it is evidenced by."""

    key: str
    text: Text
    said: Text
    """What it says in full; empty where the name says all."""
    quadrant: str
    theme: Text
    areas: tuple[str, ...]
    evidence: tuple[Text, ...]
    is_sure: bool
    certainty: str


@dataclass(frozen=True, slots=True)
class Row:
    """A theme or an area with its factors on either side; `step` where it is an area."""

    name: Text
    step: Step | None
    helps: tuple[Factor, ...]
    harms: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Factors inside by theme, outside by area, and those that fit nowhere."""

    inside: tuple[Row, ...]
    outside: tuple[Row, ...]
    other: tuple[Factor, ...]
    factors: tuple[Factor, ...]
    provenances: tuple[str, ...]

    def count(self, quadrant: str) -> int:
        """How many factors are of a quadrant."""
        return sum(factor.quadrant == quadrant for factor in self.factors)


def board_of(framework: Framework) -> Board:
    """All factors of a framework; an area that has none is shown all the same."""
    facts = Facts(framework)
    factors = tuple(_factor(facts, key) for key in facts.keys(Trait.FACTOR))
    inside = [factor for factor in factors if factor.quadrant in INSIDE]
    outside = [factor for factor in factors if factor.quadrant in OUTSIDE]
    return Board(
        inside=tuple(_by_theme(inside)),
        outside=tuple(_by_area(outside, axis(framework))) if outside else (),
        other=tuple(factor for factor in factors if factor.quadrant not in {*INSIDE, *OUTSIDE}),
        factors=factors,
        provenances=tuple(sorted({framework[it.key].provenance for it in factors} - {""})),
    )


def _factor(facts: Facts, key: str) -> Factor:
    element = facts.elements[key]
    evidence = facts.targets(key, LinkRole.EVIDENCED_BY)
    return Factor(
        key=key,
        text=element.name,
        said=element.text("summary"),
        quadrant=element.word("quadrant"),
        theme=element.text("theme"),
        areas=tuple(facts.targets(key, LinkRole.IN_FOCUS_AREA, Trait.AXIS)),
        evidence=tuple(facts.elements[one].short_name for one in facts.in_order(evidence)),
        is_sure=element.certainty not in UNSURE,
        certainty=element.certainty,
    )


def _by_theme(factors: list[Factor]) -> Iterator[Row]:
    """Themes that stand on both sides first, then in the order of their factors."""
    themes = list(dict.fromkeys(factor.theme for factor in factors))
    rows = [_row(theme, None, (it for it in factors if it.theme == theme)) for theme in themes]
    yield from sorted(rows, key=lambda row: (not row.name, not (row.helps and row.harms)))


def _by_area(factors: list[Factor], steps: tuple[Step, ...]) -> Iterator[Row]:
    for step in steps:
        yield _row(step.name, step, (it for it in factors if step.key in it.areas))
    known = {step.key for step in steps}
    nowhere = [factor for factor in factors if known.isdisjoint(factor.areas)]
    if nowhere:
        yield _row(Text(), None, nowhere)


def _row(name: Text, step: Step | None, factors: Iterable[Factor]) -> Row:
    own = tuple(factors)
    return Row(
        name,
        step,
        tuple(it for it in own if it.quadrant in {STRENGTH, OPPORTUNITY}),
        tuple(it for it in own if it.quadrant in {WEAKNESS, THREAT}),
    )
