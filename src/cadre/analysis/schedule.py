"""When something is to happen, as far as the framework says: its own dates, or its periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cadre.analysis.facts import Facts
from cadre.analysis.primitives.ways import joined
from cadre.core.keys import type_of
from cadre.core.phrases import dated, quoted
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait


@dataclass(frozen=True, slots=True)
class When:
    """The start of something: a date, or a place in a row of periods, or both.

    `time` is the period it was read from, empty when it has dates of its own.
    """

    label: Text
    starts: date | None
    row: str = ""
    order: float = 0.0
    time: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether it was read from a date of its own."""
        return not self.time

    def is_before(self, other: When) -> bool:
        """Whether it starts earlier, as far as the two can be compared."""
        if self.starts is not None and other.starts is not None:
            return self.starts < other.starts
        return bool(self.row) and self.row == other.row and self.order < other.order


def when(facts: Facts, key: str) -> When | None:
    """The earliest start that an element, or what is the same work, is known to have."""
    known = [one for twin in sorted(facts.twins(key)) for one in _starts(facts, twin)]
    if not known:
        return None
    return min(known, key=lambda one: (one.starts or date.max, one.row, one.order, one.time))


def is_scheduled(facts: Facts, key: str) -> bool:
    """Whether anything says when: the element, what is the same work, or what it is part of."""
    return key in facts.once(_scheduled)


def _scheduled(facts: Facts) -> frozenset[str]:
    """All that has a period or a date, with its parts and what is the same work."""
    starts = [link.source for link in facts.links(LinkRole.SCHEDULED_IN)]
    starts += [
        key
        for key, element in facts.elements.items()
        if any(name in element.values and element.date(name) for name in ("starts", "ends"))
    ]
    same = facts.ways(LinkRole.SAME_WORK_AS)
    parts = facts.ways(LinkRole.PART_OF).turned()
    return facts.reached(joined(len(facts.elements), parts, same, same.turned()), starts)


def _starts(facts: Facts, key: str) -> list[When]:
    own = facts.elements[key].date("starts")
    if own is not None:
        return [When(dated(own), own.earliest)]
    found: list[When] = []
    for time in facts.targets(key, LinkRole.SCHEDULED_IN, Trait.TIME):
        element = facts.elements[time]
        starts = element.date("starts")
        found.append(
            When(
                quoted(element.short_name),
                starts.earliest if starts else None,
                type_of(time),
                element.order,
                time,
            )
        )
    return found
