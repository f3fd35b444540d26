"""The second start of the site, from the command to its one line, against importing Django."""

from __future__ import annotations

import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from bench.measure import Figure, medians, process

LIMIT = 3.0


def figures() -> Iterator[Figure]:
    """`cadre run` on a store that is loaded already, until it says where it is."""
    with tempfile.TemporaryDirectory() as folder:
        _ = _seconds_to_ready(folder)
        start = statistics.median(_seconds_to_ready(folder) for _ in range(5))
    (floor,) = medians(process([sys.executable, "-c", "import django"]), rounds=5)
    yield Figure(
        "cadre run, second start until ready",
        start,
        "python -c 'import django'",
        floor,
        f"< {LIMIT:.0f} s",
        start < LIMIT,
    )


def _seconds_to_ready(folder: str) -> float:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    began = time.perf_counter()
    site = subprocess.Popen(
        [sys.executable, "-m", "cadre", "run", "--port", str(port)],
        env={**os.environ, "CADRE_DATA": folder},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert site.stdout is not None
    line = site.stdout.readline()
    seconds = time.perf_counter() - began
    site.send_signal(signal.SIGINT)
    _ = site.communicate(timeout=20)
    if str(port) not in line:
        raise RuntimeError(f"cadre run said: {line!r}")
    return seconds
