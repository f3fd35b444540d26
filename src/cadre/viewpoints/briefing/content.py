"""The standard briefing in its five parts: scope, approach, findings, direction, asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cadre.core.states import States
from cadre.viewpoints.briefing import words as w
from cadre.viewpoints.briefing.asking import asks, steps
from cadre.viewpoints.briefing.direction import changes, priorities, roadmap
from cadre.viewpoints.briefing.findings import chart, coverage, family, map_
from cadre.viewpoints.briefing.model import Briefing, Slide
from cadre.viewpoints.briefing.opening import approach, contents, cover, scope, sources
from cadre.viewpoints.briefing.teller import Teller
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.words import Words


def briefing(
    states: States, state: str, words: Words, measure: Measure, as_of: date | None = None
) -> Briefing:
    """The briefing on one state, compared with the one before it where there is one."""
    told = Teller(states, state, words, measure, as_of)
    slides = tuple(_slides(told))
    first = cover(told), contents(told, slides)
    return Briefing(words.language, told.furniture, (*first, *slides))


def _slides(told: Teller) -> Iterator[Slide]:
    yield scope(told)
    yield approach(told)
    yield map_(told)
    yield from chart(told)
    yield from coverage(told)
    for key, title in (("GAP", w.GAPS), ("DIS", w.BREAKS), ("RED", w.OVERLAPS)):
        yield from family(told, key, title)
    yield from priorities(told)
    yield from changes(told)
    yield from roadmap(told)
    yield asks(told)
    yield steps(told)
    yield sources(told)
