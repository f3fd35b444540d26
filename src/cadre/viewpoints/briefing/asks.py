"""What is put to the councils and what comes next: decisions by their status and their meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cadre.core.graph import Element, Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

PUT, PLANNED = "put", "planned"
MOST: Final = 12


def asks(framework: Framework) -> tuple[Element, ...]:
    """What the last meeting that was asked something is asked; all that is put where none was."""
    put = _of_status(framework, PUT)
    return _of_meeting(framework, put, _last_meeting(framework, put)) or put


def next_steps(framework: Framework) -> tuple[Element, ...]:
    """What is planned, that of the meeting which is asked something first."""
    planned = _of_status(framework, PLANNED)
    meeting = _last_meeting(framework, _of_status(framework, PUT))
    first = _of_meeting(framework, planned, meeting)
    return (*first, *(one for one in planned if one not in first))


def meeting_of(framework: Framework, element: Element) -> Element | None:
    """Where a decision was put or taken."""
    found = framework.targets(element.key, LinkRole.DECIDED_AT)
    return framework[found[0]] if found else None


def label_of(framework: Framework, element: Element, attribute: str) -> Text:
    """The label of a choice; the value itself where it is none."""
    entry = framework.metamodel.attributes(element.type).get(attribute)
    value = element.word(attribute)
    choices = entry.choices if entry else ()
    return next((one.label for one in choices if one.key == value), Text(value, value))


def _of_status(framework: Framework, status: str) -> tuple[Element, ...]:
    return tuple(one for one in framework.elements(Trait.DECISION) if one.word("status") == status)


def _last_meeting(framework: Framework, put: Sequence[Element]) -> str:
    meetings = framework.keys(Trait.MEETING)
    asked = {target for one in put for target in framework.targets(one.key, LinkRole.DECIDED_AT)}
    return next((key for key in reversed(meetings) if key in asked), "")


def _of_meeting(
    framework: Framework, elements: Sequence[Element], meeting: str
) -> tuple[Element, ...]:
    return tuple(
        one
        for one in elements
        if meeting and meeting in framework.targets(one.key, LinkRole.DECIDED_AT)
    )
