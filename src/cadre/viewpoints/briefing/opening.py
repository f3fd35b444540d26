"""The first slides of a briefing: cover, contents, scope, approach; and the last, its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from cadre.analysis.rule import FAMILIES
from cadre.analysis.rules import RULES
from cadre.core.finding import Severity
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.briefing import words as w
from cadre.viewpoints.briefing.asks import label_of
from cadre.viewpoints.briefing.model import Card, Cards, Grid, Slide
from cadre.viewpoints.briefing.teller import Teller

_AIM_ORDER: Final = {"vision": 0, "call-to-action": 1, "objective": 2, "goal": 3, "scope": 4}
_PERCENT: Final = {"en": "%", "fr": "\u00a0%"}


def cover(told: Teller) -> Slide:
    """The cover: what this is, and of which state."""
    name = told.of(told.states.name)
    title = told.words.fill(w.COVER, name=name)
    return Slide("", title, told.of(w.COVER_LEAD), notes=(title, told.of(told.info.summary)))


def contents(told: Teller, slides: Sequence[Slide]) -> Slide:
    """What each part says: the titles of its slides."""
    sections = dict.fromkeys(one.section for one in slides if one.section)
    cards = tuple(
        Card(
            told.plain(section),
            tuple(told.plain(one.title) for one in slides if one.section == section),
        )
        for section in sections
        if section != told.of(w.ANNEX)
    )
    title = told.of(w.CONTENTS)
    return Slide("", title, block=Cards(cards), notes=tuple(one.title for one in slides))


def scope(told: Teller) -> Slide:
    """What the framework is for."""
    aims = [
        one
        for one in told.framework.elements(Trait.AIM)
        if one.word("kind") in ("vision", "call-to-action", "objective", "goal", "scope")
        and not told.framework.targets(one.key, LinkRole.PART_OF)
    ] or told.framework.elements(Trait.AIM)
    aims.sort(key=lambda one: _AIM_ORDER.get(one.word("kind"), 9))
    rows = tuple(
        (told.said(label_of(told.framework, one, "kind")), told.said(one.name)) for one in aims
    )
    title = told.of(w.NO_AIMS)
    if aims:
        title = told.words.fill(w.AIMS, aim=told.words.quoted(aims[0].name))
    grid = Grid(told.of(w.AIMS_NAME), told.heads(w.AIM_HEADS), (0.24, 0.76), rows)
    notes = (title, *told.behind(traits=(Trait.AIM,)))
    return Slide(told.of(w.SCOPE), title, block=grid, notes=notes)


def approach(told: Teller) -> Slide:
    """How it was looked at: rules and what they found."""
    levels = Counter((one.code.partition("-")[0], one.severity) for one in told.findings)
    rules = Counter(rule.family for rule in RULES)
    rows = tuple(
        (
            told.said(label),
            told.number(rules[family]),
            *(told.number(levels[family, level]) for level in Severity),
        )
        for family, label in FAMILIES.items()
        if rules[family]
    )
    title = told.words.fill(
        w.LOOKED,
        rules=len(RULES),
        elements=len(told.framework),
        links=told.framework.link_count(),
    )
    totals = Counter(one.severity for one in told.findings)
    lead = told.words.fill(
        w.LOOKED_LEAD,
        errors=totals[Severity.ERROR],
        warnings=totals[Severity.WARNING],
        advice=totals[Severity.ADVICE],
    )
    names = [told.of(told.states.info(key).name) for key in told.states]
    states = told.words.fill(w.STATES, n=len(names), names=names)
    heads = told.heads(w.LOOKED_HEADS)
    grid = Grid(
        told.of(w.LOOKED_NAME),
        heads,
        (0.24, 0.17, 0.17, 0.25, 0.17),
        rows,
        numbers=(1, 2, 3, 4),
    )
    return Slide(told.of(w.APPROACH), title, lead, grid, (title, lead, f"{states}."))


def sources(told: Teller) -> Slide:
    """How certain what is told is, and from where it comes."""
    counts = Counter(one.certainty for one in told.facts.elements.values())
    total = max(1, len(told.facts.elements))
    rows = tuple(
        (told.said(label), told.number(counts[key]), told.said(meaning))
        for key, (label, meaning) in w.CERTAINTIES.items()
    )
    share = f"{round(100 * counts['stated'] / total)}{_PERCENT[told.words.language]}"
    title = told.words.fill(w.SOURCES, share=share)
    heads = told.heads((*w.SOURCE_HEADS, w.MEANING))
    grid = Grid(told.of(w.SOURCES_NAME), heads, (0.2, 0.16, 0.64), rows, numbers=(1,))
    words = told.furniture
    return Slide(told.of(w.ANNEX), title, words.source, grid, (title, words.source))
