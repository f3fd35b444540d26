"""When the councils met or mean to meet, how far apart, and what was put or decided there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.dates import PartialDate
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.looks import UNSURE

IN_PERSON: Final = "in-person"
HELD, PLANNED, UNTOLD = "held", "planned", "untold"
_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, with what is tied to it as decided, put or to do there."""

    key: str
    name: Text
    short: Text
    said: Text
    date: PartialDate | None
    place: Text
    form: str
    when: str
    """Held, planned, or that nobody has recorded which."""
    decided: tuple[str, ...]
    is_sure: bool
    provenance: str


@dataclass(frozen=True, slots=True)
class Gap:
    """The months between two meetings that follow each other."""

    before: Meeting
    after: Meeting
    months: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """All meetings: those with a date in order, then where the framework's order has the others."""

    meetings: tuple[Meeting, ...]
    gaps: tuple[Gap, ...]
    """Between meetings in person that have a date."""
    forms: dict[str, Text]
    names: dict[str, Text]
    as_of: date | None

    @property
    def dated(self) -> tuple[Meeting, ...]:
        """The meetings that have a date."""
        return tuple(one for one in self.meetings if one.date)

    @property
    def cadence(self) -> float | None:
        """The median gap in months; None where there is none."""
        return float(median(gap.months for gap in self.gaps)) if self.gaps else None

    @property
    def longest(self) -> Gap | None:
        """The longest gap, the first of several."""
        return max(self.gaps, key=lambda gap: gap.months, default=None)

    @property
    def upcoming(self) -> tuple[Meeting, ...]:
        """Meetings planned for a day that is not past."""
        return tuple(
            one
            for one in self.dated
            if one.when == PLANNED
            and one.date
            and (self.as_of is None or one.date.latest >= self.as_of)
        )


def month_of(day: date) -> int:
    """A month as a number, one more for each month."""
    return day.year * _YEAR + day.month


def calendar_of(framework: Framework, as_of: date | None) -> Calendar:
    """Every meeting of a framework as on a day."""
    facts = Facts(framework)
    found = [_meeting(facts, key, as_of) for key in facts.keys(Trait.MEETING)]
    meetings = _in_order(found)
    tied = dict.fromkeys(key for one in meetings for key in one.decided)
    forms = {
        choice.key: choice.label
        for entry in framework.metamodel.types_with(Trait.MEETING)
        for attribute in [framework.metamodel.attributes(entry.key).get("form")]
        if attribute
        for choice in attribute.choices
    }
    return Calendar(
        meetings,
        tuple(_gaps(meetings)),
        forms,
        {key: facts.elements[key].name for key in tied},
        as_of,
    )


def _in_order(found: list[Meeting]) -> tuple[Meeting, ...]:
    """By date; one without a date follows the one before it in the framework's order."""
    places: list[tuple[date, int]] = []
    latest = date.min
    for number, one in enumerate(found):
        latest = one.date.latest if one.date else latest
        places.append((latest, number))
    order = sorted(range(len(found)), key=lambda number: places[number])
    return tuple(found[number] for number in order)


def _meeting(facts: Facts, key: str, as_of: date | None) -> Meeting:
    element = facts.elements[key]
    day = element.date("date")
    return Meeting(
        key=key,
        name=element.name,
        short=element.short_name,
        said=element.text("summary"),
        date=day,
        place=element.text("place"),
        form=element.word("form"),
        when=_when(element.lifecycle, day, as_of),
        decided=tuple(facts.in_order(facts.sources(key, LinkRole.DECIDED_AT))),
        is_sure=element.certainty not in UNSURE,
        provenance=element.provenance,
    )


def _when(lifecycle: str, day: PartialDate | None, as_of: date | None) -> str:
    """Held where it is over; planned where it is proposed for a day to come, or for none."""
    if lifecycle == "ended":
        return HELD
    if lifecycle == "proposed":
        is_past = day is not None and as_of is not None and day.latest < as_of
        return UNTOLD if is_past else PLANNED
    return UNTOLD if day is None or as_of is None or day.latest < as_of else PLANNED


def _gaps(meetings: tuple[Meeting, ...]) -> list[Gap]:
    in_person = [one for one in meetings if one.date and one.form == IN_PERSON]
    return [
        Gap(before, after, month_of(after.date.earliest) - month_of(before.date.earliest))
        for before, after in pairwise(in_person)
        if before.date and after.date
    ]
