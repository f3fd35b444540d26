"""Open stored frameworks in any of their states, and load the shipped ones into an empty store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from cadre import exchange, frameworks
from cadre.core.dates import PartialDate
from cadre.core.graph import Framework
from cadre.core.states import CURRENT, StateInfo, States
from cadre.core.text import Text
from cadre.services.faults import Near, NotFound
from cadre.store import load, save

REFERENCE: Final = "joint-councils"


@dataclass(frozen=True, slots=True)
class Named:
    """A stored framework by name."""

    key: str
    name: Text


@dataclass(frozen=True)
class Opened:
    """A framework in one of its states, as a reader asked for it.

    `head` changes whenever anything of the framework does.
    """

    states: States
    state: str
    framework: Framework
    info: StateInfo
    as_of: date
    revision: int
    head: str

    @property
    def key(self) -> str:
        """The key of the framework."""
        return self.states.key

    @property
    def is_current(self) -> bool:
        """Whether this is the living state."""
        return self.state == CURRENT

    def at(self, state: str) -> Opened:
        """The same framework in another state. NotFound when there is none."""
        return _opened(self.states, state, self.revision, self.head)


def stored() -> tuple[Named, ...]:
    """The frameworks of this store, the reference framework first."""
    found = [Named(key, _load(key).states.name) for key in load.stored_keys()]
    return tuple(sorted(found, key=lambda one: (one.key != REFERENCE, one.key)))


def opened(key: str, state: str = CURRENT) -> Opened:
    """A framework in a state. NotFound when there is no such framework or state."""
    found = _load(key)
    return _opened(found.states, state, found.revision, found.head)


def stored_states(key: str) -> States:
    """All states of a stored framework. NotFound when there is none of this key."""
    return _load(key).states


def _load(key: str) -> load.Stored:
    found = load.load(key)
    if found is None:
        near = get_close_matches(key, load.stored_keys(), n=3, cutoff=0.4)
        raise NotFound("framework", key, [Near(one, Text(one, one)) for one in near])
    return found


def _opened(states: States, state: str, revision: int, head: str) -> Opened:
    if state not in states:
        likely = get_close_matches(state, states.keys(), n=3, cutoff=0.3) or [CURRENT]
        raise NotFound("state", state, [Near(one, states.info(one).name) for one in likely])
    info = states.info(state)
    as_of = info.date.latest if info.date else datetime.now(UTC).date()
    return Opened(states, state, states.at(state), info, as_of, revision, head)


def assessed(framework: Framework, info: StateInfo, *what: str) -> PartialDate | None:
    """The date that knowledge of a kind is of, where it is older than the state shows it.

    `what` are traits and link roles; the oldest date counts.
    """
    dates = [found for one in what if (found := framework.settings.assessed(one)) is not None]
    oldest = min(dates, key=lambda one: one.latest, default=None)
    if oldest is None or (info.date is not None and info.date.earliest <= oldest.latest):
        return None
    return oldest


# --- the first load -------------------------------------------------------------------------------


def load_shipped() -> tuple[str, ...]:
    """Load what ships with Cadre into a store that is empty; the keys of what was loaded.

    A store that has anything is left alone. BadInput when a shipped framework is faulty.
    """
    if load.stored_keys():
        return ()
    return tuple(add(frameworks.path_of(name)) for name in frameworks.names())


def add(path: Path, *, author: str = "Cadre") -> str:
    """Load a framework from a file or folder as its change set 1; its key.

    BadInput for a faulty file, `Taken` when the key is in use. The file is read before anything
    is written.
    """
    states = exchange.read(path)
    reason = f"First load from {path.name}"
    done = save.create(states, author=author, reason=reason, at=datetime.now(UTC))
    return done.states.key


def warm() -> None:
    """Load every stored framework into memory, so that the first reader does not wait."""
    for key in load.stored_keys():
        _load(key)
