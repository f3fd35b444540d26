"""Load a framework while somebody else saves it, between two queries of the load.

    python tests/services/halfway.py DATA [torn]

Says the revision that was read, and whether it holds the note of the one that came after. With
`torn`, the queries do not see one picture of the store: the control.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import nullcontext

KEY = "example"
SAVE = (
    "from cadre.services import start; start(); "
    "from cadre.core.change import set_field; from cadre.core.text import Text; "
    "from cadre.services import editing, frameworks; "
    "opened = frameworks.opened('example'); "
    "key = next(iter(opened.framework.values_by_key())); "
    "changes = set_field(opened.framework, key, 'note', Text('later', 'plus tard')); "
    "editing.submit('example', changes, author='B', reason='B', base_revision=opened.revision)"
)


def main(folder: str, *, torn: bool) -> None:
    """Read the framework; another process saves when its row was read, its elements not yet."""
    os.environ["CADRE_DATA"] = folder
    from cadre.services import start

    start()
    from django.db import connection

    from cadre.store import load

    if torn:
        vars(load)["snapshot"] = nullcontext
    seen = 0

    def between(execute, sql, params, many, context):  # type: ignore[no-untyped-def]  # as Django calls it
        nonlocal seen
        if '"cadre_element"' in sql and not seen:
            seen += 1
            subprocess.run([sys.executable, "-c", SAVE], check=True)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(between):
        stored = load.load(KEY)
    assert stored is not None
    assert seen
    current = stored.states.current
    note = current[next(iter(current.values_by_key()))].text("note").en
    sys.stdout.write(f"{stored.revision} {note == 'later'}\n")


if __name__ == "__main__":
    main(sys.argv[1], torn="torn" in sys.argv)
