"""Serve the site as `cadre run` does, with the bare views of some of its pages.

python -m bench.serving DATA PORT PATH...
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path


def prepare(folder: Path, paths: Iterable[str]) -> None:
    """Set the site up in this process, with a bare view for each path."""
    os.environ["CADRE_DATA"] = str(folder)
    from cadre.services import start

    start()
    from django.conf import settings
    from django.test import Client

    from cadre.services.serve import prepare

    settings.ROOT_URLCONF = "bench.bare"
    prepare(folder)

    from bench import bare

    client = Client(headers={"host": "localhost"})
    bare.BODIES.update({path: client.get(path).content for path in paths})


if __name__ == "__main__":
    folder, port, *paths = sys.argv[1:]
    prepare(Path(folder), paths)
    from cadre.services import serve

    serve.run(port=int(port))
