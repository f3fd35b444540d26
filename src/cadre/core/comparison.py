"""What differs between two frameworks, or between all the states of two sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from cadre.core.change import (
    AddElement,
    AddLink,
    Change,
    Changes,
    RemoveElement,
    RemoveLink,
    SetElementType,
    SetField,
    SetLinkField,
    SetLinkType,
    SetSetting,
    diff,
)
from cadre.core.graph import Framework, Link
from cadre.core.keys import LinkId
from cadre.core.states import StateInfo, States
from cadre.core.traits import LinkRole


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs: between `before` and `after`, and state by state where there are states.

    `restated` are states whose heading differs: name, date, meeting, or a scenario's change list.
    `of` and `to` say which states were compared; None where a source was compared as a whole.
    """

    before: Framework
    after: Framework
    changes: Changes
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: Mapping[str, Changes] = field(default_factory=dict)
    restated: tuple[str, ...] = ()
    of: StateInfo | None = None
    to: StateInfo | None = None
    states: Mapping[str, tuple[Framework, Framework]] = field(default_factory=dict)
    """Each state that differs, as it is in the one source and in the other."""
    infos: Mapping[str, StateInfo] = field(default_factory=dict)

    @property
    def same(self) -> bool:
        """Whether nothing differs at all."""
        return not (self.changes or self.added or self.removed or self.changed or self.restated)


def compare(
    before: Framework,
    after: Framework,
    *,
    of: StateInfo | None = None,
    to: StateInfo | None = None,
) -> Comparison:
    """Compare two frameworks; `of` and `to` are what can be said of them as states."""
    return Comparison(before, after, diff(before, after), of=of, to=to)


def compare_all(before: States, after: States) -> Comparison:
    """Compare everything: types, settings and content of `current` and of every other state."""
    old = {*before.editions, *before.scenarios}
    new = {*after.editions, *after.scenarios}
    both = sorted(old & new)
    changes = {key: diff(before.at(key), after.at(key)) for key in both}
    infos = {key: before.info(key) for key in old} | {key: after.info(key) for key in new}
    return Comparison(
        before.current,
        after.current,
        diff(before.current, after.current),
        tuple(sorted(new - old)),
        tuple(sorted(old - new)),
        {key: found for key, found in changes.items() if found},
        tuple(key for key in both if _heading(before, key) != _heading(after, key)),
        states={key: (before.at(key), after.at(key)) for key, found in changes.items() if found},
        infos=infos,
    )


def _heading(states: States, key: str) -> object:
    if key in states.editions:
        edition = states.editions[key]
        return (states.info(key), edition.number, edition.meeting)
    return (states.info(key), states.scenarios[key].changes)


# --- what happened to what ---------------------------------------------------------------------


class Happened(StrEnum):
    """What happened to something between two states. Closed: words and pictures know each."""

    CAME = "came"
    WENT = "went"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed"
    REWORDED = "reworded"
    SOURCED = "sourced"
    LINK_CAME = "link-came"
    LINK_WENT = "link-went"
    LINK_CHANGED = "link-changed"
    TYPE = "type"
    SETTING = "setting"


ELEMENTS_CHANGED: Final = frozenset(
    {Happened.MOVED, Happened.RENAMED, Happened.CHANGED, Happened.REWORDED, Happened.SOURCED}
)
"""What happens to an element that is there before and after."""

NAMES: Final = frozenset({"name", "short-name"})
SOURCES: Final = frozenset({"provenance", "inferred"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, with the changes that it consists of.

    `subject` is the key of an element or a type, or the path of a setting; empty for a link, which
    its changes name.
    """

    what: Happened
    subject: str
    changes: Changes

    @property
    def fields(self) -> tuple[SetField, ...]:
        """Its changes that set a field of an element."""
        return tuple(change for change in self.changes if isinstance(change, SetField))

    @property
    def links_gone(self) -> tuple[Link, ...]:
        """The links that it takes away."""
        return tuple(change.link for change in self.changes if isinstance(change, RemoveLink))

    @property
    def links_come(self) -> tuple[Link, ...]:
        """The links that it puts in."""
        return tuple(change.link for change in self.changes if isinstance(change, AddLink))

    @property
    def link(self) -> LinkId | None:
        """The link that it is about, if it is about one."""
        match self.changes[0]:
            case AddLink(link) | RemoveLink(link):
                return link.id
            case SetLinkField(link_id):
                return link_id
            case _:
                return None


def entries(before: Framework, after: Framework, changes: Changes) -> tuple[Entry, ...]:
    """The changes, gathered by what happened to what: every change stands in exactly one entry.

    An element that is there before and after, and has another whole, overseer or lead, moved: the
    links of that type that went and came are one entry.
    """
    moves = _moves(before, after, changes)
    moved = {id(change) for entry in moves for change in entry.changes}
    gathered: dict[tuple[Happened, str, LinkId | None], list[Change]] = {}
    for change in changes:
        if id(change) not in moved:
            gathered.setdefault(_place(change), []).append(change)
    found = [Entry(what, subject, tuple(those)) for (what, subject, _), those in gathered.items()]
    order = list(Happened)
    return tuple(sorted((*found, *moves), key=lambda entry: order.index(entry.what)))


def _place(change: Change) -> tuple[Happened, str, LinkId | None]:
    match change:
        case AddElement(element):
            return Happened.CAME, element.key, None
        case RemoveElement(element):
            return Happened.WENT, element.key, None
        case SetField(key):
            return _happened(change), key, None
        case AddLink(link):
            return Happened.LINK_CAME, "", link.id
        case RemoveLink(link):
            return Happened.LINK_WENT, "", link.id
        case SetLinkField(link_id):
            return Happened.LINK_CHANGED, "", link_id
        case SetElementType(key):
            return Happened.TYPE, key, None
        case SetLinkType(key):
            return Happened.TYPE, f"link:{key}", None
        case SetSetting(path):
            return Happened.SETTING, path, None


def _happened(change: SetField) -> Happened:
    if change.field in NAMES and change.part is not None:
        return Happened.RENAMED
    if change.field in SOURCES:
        return Happened.SOURCED
    return Happened.CHANGED if change.part is None else Happened.REWORDED


def _moves(before: Framework, after: Framework, changes: Changes) -> list[Entry]:
    gone: dict[tuple[str, str], list[Change]] = {}
    come: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        match change:
            case RemoveLink(link):
                ends, framework = gone, before
            case AddLink(link):
                ends, framework = come, after
            case _:
                continue
        for key in _mover(framework, link):
            if key in before and key in after:
                ends.setdefault((link.type, key), []).append(change)
    return [
        Entry(Happened.MOVED, key, (*those, *come[type_key, key]))
        for (type_key, key), those in gone.items()
        if (type_key, key) in come
    ]


def _mover(framework: Framework, link: Link) -> Iterator[str]:
    """The element that such a link gives a place: the part, the overseen, the led."""
    match framework.role_of(link):
        case LinkRole.PART_OF:
            yield link.source
        case LinkRole.OVERSEES | LinkRole.LEADS:
            yield link.target
        case _:
            pass
