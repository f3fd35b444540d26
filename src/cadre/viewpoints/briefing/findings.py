"""What was found: the map, coverage as chart and table, gaps, disconnects, overlaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from cadre.analysis.rule import FAMILIES
from cadre.analysis.rules import BY_CODE
from cadre.core.finding import Finding
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.axis import axis
from cadre.viewpoints.briefing import words as w
from cadre.viewpoints.briefing.map import counted, map_for_slide
from cadre.viewpoints.briefing.model import Bars, Grid, Series, Slide
from cadre.viewpoints.briefing.teller import DASH, Teller
from cadre.viewpoints.councils import by_council
from cadre.viewpoints.scene import Paint

_MOST_FINDINGS: Final = 5
_THIN: Final = 2
_COUNCIL_PAINTS: Final = (
    Paint("step-4"),
    Paint("step-3"),
    Paint("step-2"),
    Paint("ink-3"),
    Paint("rule-2"),
    Paint("hatch"),
)


def map_(told: Teller) -> Slide:
    """Councils, areas and priorities on one page."""
    steps = [step for step in axis(told.framework) if not step.part_of]
    groups = {key for one in told.covered for key in one.groups}
    reached = sum(bool(one.groups) for one in told.covered)
    title = told.words.fill(w.MAP, groups=len(groups), n=reached, total=len(steps))
    block = map_for_slide(told.facts, told.words, told.measure)
    lead = told.of(w.MAP_LEAD)
    notes = (title, *told.behind(traits=(Trait.AXIS,)))
    return Slide(told.of(w.FINDINGS), title, lead, block, notes)


def chart(told: Teller) -> Iterator[Slide]:
    """How many groups of each council work in each area."""
    if not any(one.groups for one in told.covered):
        return
    groups = dict.fromkeys(key for one in told.covered for key in one.groups)
    series = tuple(
        Series(told.of(council.name), counted(told.covered, council), paint)
        for council, paint in zip(
            by_council(told.facts, groups), _many(_COUNCIL_PAINTS), strict=False
        )
    )
    names = tuple(told.of(told.facts.elements[it.area].short_name) for it in told.covered)
    thin = sum(len(one.groups) <= _THIN for one in told.covered)
    fullest = max(told.covered, key=lambda one: len(one.groups))
    most = told.of(told.facts.elements[fullest.area].short_name)
    title = told.words.fill(w.CHART, most=most, thin=thin)
    bars = Bars(told.of(w.CHART_NAME), names, series)
    notes = (title, *told.behind("GAP", traits=(Trait.AXIS,)))
    yield Slide(told.of(w.FINDINGS), title, block=bars, notes=notes)


def coverage(told: Teller) -> Iterator[Slide]:
    """Coverage by area, as computed and as stated."""
    if not told.covered:
        return
    differ = [it for it in told.covered if any(s.step not in (None, it.step) for s in it.stated)]
    title = told.of(w.COVERAGE_SAME)
    if differ:
        title = told.words.fill(w.COVERAGE, n=len(differ), total=len(told.covered))
    rows = tuple(
        (
            told.said(told.facts.elements[one.area].short_name),
            told.number(len(one.groups)),
            told.names(one.councils),
            told.said(one.label),
            told.said(one.stated[0].label) if one.stated else told.plain(DASH),
        )
        for one in told.covered
    )
    heads = told.heads(w.COVERAGE_HEADS)
    grid = Grid(told.of(w.COVERAGE_NAME), heads, (0.25, 0.1, 0.29, 0.15, 0.21), rows, numbers=(1,))
    notes = (title, *told.behind("GAP", traits=(Trait.AXIS,)))
    yield Slide(told.of(w.FINDINGS), title, block=grid, notes=notes)


def family(told: Teller, family: str, template: Text) -> Iterator[Slide]:
    """The findings of a family of rules, each with what to do."""
    found = [one for one in told.findings if one.code.partition("-")[0] == family]
    if not found:
        return
    shown = _varied(found)[:_MOST_FINDINGS]
    rows = tuple(
        (
            told.plain(one.code),
            told.said(one.message),
            told.said(BY_CODE[one.code].mend),
        )
        for one in shown
    )
    title = told.words.fill(template, n=len(found))
    lead = ""
    if len(found) > len(shown):
        lead = told.words.fill(w.MORE, shown=len(shown), n=len(found))
    name = told.of(FAMILIES[family])
    grid = Grid(name, told.heads(w.FINDING_HEADS), (0.09, 0.53, 0.38), rows)
    yield Slide(told.of(w.FINDINGS), title, lead, grid, (title, *told.behind(family)))


def _many(paints: Sequence[Paint]) -> Iterator[Paint]:
    while True:
        yield from paints


def _varied(findings: Sequence[Finding]) -> list[Finding]:
    """Findings with the first of each rule before any second, the worst of these first."""
    seen: Counter[str] = Counter()
    placed = []
    for number, finding in enumerate(findings):
        placed.append(((seen[finding.code], finding.severity.rank, number), finding))
        seen[finding.code] += 1
    return [finding for _, finding in sorted(placed, key=lambda pair: pair[0])]
