"""The journal read back: who changed what, and whether the chain still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cadre.exchange import digest_of_states
from cadre.services.faults import NotFound
from cadre.store import journal, load
from cadre.store.frozen import Altered


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One change set, without what it changed."""

    number: int
    at: datetime
    author: str
    reason: str
    hash: str


def change_sets(framework: str) -> tuple[ChangeSet, ...]:
    """The change sets of a framework, first to last. Altered when the chain is broken."""
    return tuple(
        ChangeSet(one.number, one.at, one.author, one.reason, one.hash)
        for one in journal.entries(framework)
    )


def verify(framework: str) -> str:
    """The digest of all states, made again from the journal alone.

    Altered when the chain is broken or the tables hold something else. NotFound when there is no
    such framework.
    """
    stored = load.load(framework)
    if stored is None:
        raise NotFound("framework", framework)
    entries = list(journal.entries(framework))
    if not entries or entries[-1].hash != stored.head:
        raise Altered(f"the journal of {framework} does not end where the store stands")
    made_again = digest_of_states(journal.replayed(framework, entries))
    if made_again != digest_of_states(stored.states):
        raise Altered(f"the tables of {framework} do not hold what its journal says")
    return made_again
