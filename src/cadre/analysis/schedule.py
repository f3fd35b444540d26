"""When something is to happen, as far as the framework says: its own dates, or its periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cadre.analysis.facts import Facts
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
    """Whether anything says when: the element, what is the same work, or the whole it is part "
    "of."""
    seen: set[str] = set()
    waiting = [key]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.update(facts.twins(at))
        for one in facts.twins(at):
            element = facts.elements[one]
            if (
                facts.links_from(one, LinkRole.SCHEDULED_IN)
                or element.date("starts")
                or element.date("ends")
            ):
                return True
            waiting += facts.targets(one, LinkRole.PART_OF)
    return False


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
