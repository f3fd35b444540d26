"""Where it goes: priorities, what changes, the roadmap."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.analysis.dispositions import KEYS, dispositions
from cadre.analysis.facts import Facts
from cadre.core.traits import DISPOSITIONS, LinkRole, Trait
from cadre.viewpoints.briefing import words as w
from cadre.viewpoints.briefing.model import Grid, Slide
from cadre.viewpoints.briefing.teller import DASH, Teller
from cadre.viewpoints.change_analysis.finding import title_of as change_title
from cadre.viewpoints.change_analysis.model import analysed
from cadre.viewpoints.roadmap.finding import title_of as roadmap_title
from cadre.viewpoints.roadmap.model import Lane, roadmap_of
from cadre.viewpoints.viewpoint import Base


def priorities(told: Teller) -> Iterator[Slide]:
    """The priorities with what they are for, their leads and groups."""
    elements = told.framework.elements(Trait.PRIORITY)
    if not elements:
        return
    groups = {one.key: _works_for(told, one.key) for one in elements}
    rows = tuple(
        (
            told.said(one.name),
            told.said(one.text("statement")),
            told.names(told.facts.sources(one.key, LinkRole.LEADS)),
            told.names(groups[one.key]),
        )
        for one in elements
    )
    bare = sum(not found for found in groups.values())
    title = told.words.fill(w.PRIORITIES, n=len(elements), m=bare)
    heads = told.heads(w.PRIORITY_HEADS)
    grid = Grid(told.of(w.PRIORITIES_NAME), heads, (0.18, 0.42, 0.2, 0.2), rows)
    notes = (title, *told.behind(traits=(Trait.PRIORITY,)))
    yield Slide(told.of(w.DIRECTION), title, block=grid, notes=notes)


def _works_for(told: Teller, priority: str) -> list[str]:
    return [
        key
        for role in (LinkRole.LEADS, LinkRole.SUPPORTS)
        for key in told.facts.sources(priority, role, Trait.WORKS)
    ]


def changes(told: Teller) -> Iterator[Slide]:
    """What becomes of the groups of the state before."""
    base = told.base
    if base is None:
        return
    found = dispositions(Facts(base.framework, base.as_of), told.facts)
    labels = {one.key: one.label for one in DISPOSITIONS}
    rows = []
    for key in KEYS:
        keys = [one.key for one in found if one.disposition == key]
        if keys:
            names = [_named(told, it, base) for it in keys]
            listed = told.plain(told.words.listed(names))
            rows.append((told.said(labels[key]), told.number(len(keys)), listed))
    if not rows:
        return
    shown = analysed(told.framework, told.day, base)
    title = change_title(shown, told.words)
    lead = told.words.fill(
        w.CHANGES,
        before=told.words.quoted(base.state.name),
        after=told.words.quoted(told.info.name),
    )
    grid = Grid(lead, told.heads(w.CHANGE_HEADS), (0.22, 0.12, 0.66), tuple(rows), numbers=(1,))
    notes = (title, *told.behind("RED", traits=(Trait.TRANSITION,)))
    yield Slide(told.of(w.DIRECTION), title, lead, grid, notes)


def _named(told: Teller, key: str, base: Base) -> str:
    element = told.framework.get(key) or base.framework[key]
    return told.of(element.short_name)


def roadmap(told: Teller) -> Iterator[Slide]:
    """Work by area, in the period in which it starts."""
    found = roadmap_of(told.framework, told.day)
    if not found.items:
        return
    periods = range(len(found.periods))
    rows = tuple(
        (
            told.said(lane.step.name if lane.step else w.NO_AREA),
            *(told.plain("; ".join(_starting(told, lane, at)) or DASH) for at in periods),
        )
        for lane in found.lanes
        if lane.rows or lane.step
    )
    title = roadmap_title(found, told.words)
    heads = (told.of(w.AREA), *(told.of(one.name) for one in found.periods))
    shares = (0.16, *(0.84 / len(found.periods) for _ in periods))
    grid = Grid(told.of(w.ROADMAP_NAME), heads, shares, rows)
    notes = (title, *told.behind("SEQ", traits=(Trait.TIME,)))
    yield Slide(told.of(w.DIRECTION), title, block=grid, notes=notes)


def _starting(told: Teller, lane: Lane, period: int) -> list[str]:
    return [told.of(one.name) for one in lane.items if one.first == period]
