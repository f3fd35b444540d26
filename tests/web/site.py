"""Serve a store for the tests that look at pages: the shipped frameworks, an empty and a large one.

python tests/web/site.py DATA PORT
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

EMPTY = "empty"


def fill() -> None:
    """Put what the tests need into an empty store: what ships, one of nothing, a large one."""
    from datetime import UTC, datetime

    from cadre.core.graph import Framework
    from cadre.core.kernel import KERNEL
    from cadre.core.settings import Settings
    from cadre.core.states import States
    from cadre.core.text import Text
    from cadre.services.frameworks import load_shipped
    from cadre.store import save
    from tests import large

    load_shipped()
    name = Settings.of({"name": Text("Nothing yet", "Rien encore")})
    nothing = States(EMPTY, Framework.of(KERNEL, settings=name))
    save.create(nothing, author="Tests", reason="An empty one", at=datetime.now(UTC))
    large.fill()


if __name__ == "__main__":
    folder, port = sys.argv[1:]
    os.environ["CADRE_DATA"] = folder
    from cadre.services import start

    start()
    from cadre.services import serve

    if not (Path(folder) / "cadre.sqlite3").exists():
        serve.prepare(Path(folder), load=False)
        fill()
    serve.run(port=int(port))
