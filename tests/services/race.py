"""One of several editors who all change one text at once, each until every change is in.

    python tests/services/race.py DATA NAME TIMES [careless]

With `careless`, a save is put on whatever revision it finds, not on the one it saw: the control.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # importing them needs the store, which `main` sets up
    from cadre.core.change import Changes
    from cadre.services.frameworks import Opened

KEY = "example"
PAUSE = 0.01
LONG_PAUSE = 0.1
"""Of the control, so that editors meet on the busiest machine too."""


def main(folder: str, name: str, times: int, *, careless: bool) -> None:
    """Add a mark of one's own to a text, `times` times, starting anew on every conflict."""
    os.environ["CADRE_DATA"] = folder
    from cadre.services import start

    start()
    from cadre.core.change import set_field
    from cadre.core.text import Text
    from cadre.services import frameworks
    from cadre.services.faults import Conflict

    frameworks.opened(KEY)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()  # all start together
    for number in range(times):
        while True:
            opened = frameworks.opened(KEY)
            key = next(iter(opened.framework.values_by_key()))
            mark = f"{name}{number};"
            said = opened.framework[key].text("note").en + mark
            changes = set_field(opened.framework, key, "note", Text(said, said))
            # As a person would, so that others come in between.
            time.sleep(LONG_PAUSE if careless else PAUSE)
            try:
                (_save_blindly if careless else _submit)(opened, changes, mark)
            except Conflict:
                continue
            break


def _submit(opened: Opened, changes: Changes, mark: str) -> None:
    from cadre.services import editing

    editing.submit(KEY, changes, author="Race", reason=mark, base_revision=opened.revision)


def _save_blindly(opened: Opened, changes: Changes, mark: str) -> None:
    """Without asking what became of the framework since it was opened."""
    from cadre.core.change import apply
    from cadre.services.faults import Conflict
    from cadre.store import load, save

    now = load.load(KEY)
    assert now is not None
    after = apply(opened.framework, changes)
    try:
        save.save_current(now, after, changes, author="Race", reason=mark, at=datetime.now(UTC))
    except save.Stale:
        raise Conflict(KEY) from None


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), careless="careless" in sys.argv)
