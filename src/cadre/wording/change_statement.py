"""A sentence on changes, and what several changes have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from cadre.core.change import Change, Changes, SetField, SetLinkField
from cadre.core.comparison import (
    SOURCES,
    Entry,
    Happened,
)
from cadre.core.text import Text

SUBJECT: Final = Text("{subject}: {clauses}.", "{subject} : {clauses}.")
SUBJECTS: Final = Text("{count} ({names}): {clauses}.", "{count} ({names}) : {clauses}.")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, what it belongs under, and the changes that it tells."""

    what: Happened
    text: str
    changes: Changes


def statement_of(those: Sequence[Entry], text: str) -> Statement:
    """A sentence that tells all the changes of some entries."""
    changes: list[Change] = [change for entry in those for change in entry.changes]
    return Statement(those[0].what, text, tuple(changes))


def what_was_done(changes: Iterable[SetField | SetLinkField]) -> object:
    """What is said of these changes, whatever they were done to."""
    return frozenset((change.field, change.part, *_said(change)) for change in changes)


def _said(change: SetField | SetLinkField) -> tuple[str, str]:
    return ("", "") if change.field in SOURCES else (repr(change.old), repr(change.new))
