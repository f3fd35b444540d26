"""The one way to change `current`: change list in, next revision out, all or nothing."""

from __future__ import annotations

from datetime import UTC, datetime

from cadre.core.change import ChangeConflict, Changes, apply
from cadre.core.text import Text
from cadre.core.validate import validate
from cadre.services.faults import Conflict, NotFound, Refused
from cadre.store import load, save


def submit(
    framework: str, changes: Changes, *, author: str, reason: str, base_revision: int
) -> int:
    """Apply changes to `current` and record them; the new revision.

    Conflict when somebody saved since `base_revision` or a change does not fit; Refused when the
    outcome would break the metamodel. Nothing is saved then.
    """
    stored = load.load(framework)
    if stored is None:
        raise NotFound("framework", framework)
    if stored.revision != base_revision:
        raise Conflict(framework)
    try:
        after = apply(stored.states.current, changes)
    except ChangeConflict as conflict:
        raise Conflict(conflict.reason) from conflict
    faults = validate(after)
    if faults:
        raise Refused([Text(fault.message.en, fault.message.fr) for fault in faults])
    try:
        done = save.save_current(
            stored, after, changes, author=author, reason=reason, at=datetime.now(UTC)
        )
    except save.Stale:
        raise Conflict(framework) from None
    return done.revision
