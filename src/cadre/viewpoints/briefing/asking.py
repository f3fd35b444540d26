"""What is asked of the councils, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from cadre.core.graph import Element
from cadre.core.text import Text
from cadre.viewpoints.briefing import words as w
from cadre.viewpoints.briefing.asks import asks as asked
from cadre.viewpoints.briefing.asks import meeting_of, next_steps
from cadre.viewpoints.briefing.model import Grid, Slide
from cadre.viewpoints.briefing.teller import Teller


def asks(told: Teller) -> Slide:
    """What is put to the councils, each point with the question whether they agree."""
    found = asked(told.framework)
    section = told.of(w.ASKS)
    if not found:
        title = told.of(w.NO_ASKS)
        return Slide(section, title, notes=(title,))
    rows = tuple(
        (
            told.number(number),
            told.said(one.name),
            told.said(one.text("statement") or one.text("summary")),
            told.said(w.ANSWERS),
        )
        for number, one in enumerate(found, 1)
    )
    title = told.words.fill(w.ASKED, n=len(found))
    heads = told.heads(w.ASK_HEADS)
    grid = Grid(told.of(w.ASKS_NAME), heads, (0.05, 0.29, 0.48, 0.18), rows, strong=(1,))
    lead = told.of(w.ASKED_LEAD)
    return Slide(section, title, lead, grid, (title, lead, *_noted(told, found)))


def steps(told: Teller) -> Slide:
    """What is planned, and where it was recorded."""
    found = next_steps(told.framework)
    section = told.of(w.ASKS)
    if not found:
        title = told.of(w.NO_STEPS)
        return Slide(section, title, notes=(title,))
    rows = tuple(
        (
            told.said(one.name),
            told.said(one.text("statement") or one.text("summary")),
            told.said(_where(told, one)),
        )
        for one in found
    )
    title = told.words.fill(w.STEPS, n=len(found))
    grid = Grid(told.of(w.STEPS_NAME), told.heads(w.STEP_HEADS), (0.34, 0.36, 0.3), rows)
    return Slide(section, title, block=grid, notes=(title, *_noted(told, found)))


def _where(told: Teller, element: Element) -> Text:
    meeting = meeting_of(told.framework, element)
    return meeting.short_name if meeting else Text()


def _noted(told: Teller, elements: Sequence[Element]) -> tuple[str, ...]:
    """What a source leaves open, as it was noted down."""
    notes = ((one, told.of(one.text("note"))) for one in elements)
    return tuple(f"{told.of(one.name)}: {note}" for one, note in notes if note)
