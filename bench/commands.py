"""Whole commands on the reference framework, against the start of Python with the CLI library."""

from __future__ import annotations

import compileall
import sys
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from bench.measure import Figure, medians, process
from cadre.frameworks import path_of

CHECK_LIMIT = 0.5
DRAW_LIMIT = 0.8


def figures() -> Iterator[Figure]:
    """`check` and `draw` of the reference framework, from the start of the process to its end."""
    # As `make setup` leaves it, on a machine that writes no bytecode of its own too.
    _ = compileall.compile_dir(str(files("cadre")), quiet=1)
    source = str(path_of("joint-councils"))
    cadre = [sys.executable, "-m", "cadre"]
    floor = process([sys.executable, "-c", "import click, json"])
    check = process([*cadre, "check", source, "--at", "2016-09", "--format", "json"])
    with tempfile.TemporaryDirectory() as folder:
        picture = str(Path(folder) / "map.svg")
        draw = process(
            [
                *(*cadre, "draw", source, "framework-map", "--set", "level=micro"),
                *("--paper", "a1", "--at", "2016-09", "--out", picture),
            ]
        )
        floor_time, check_time, draw_time = medians(floor, check, draw, rounds=7)
    peer = "python -c 'import click, json'"
    yield Figure(
        "cadre check, whole process",
        check_time,
        peer,
        floor_time,
        f"< {CHECK_LIMIT} s",
        check_time < CHECK_LIMIT,
    )
    yield Figure(
        "cadre draw, micro map as SVG, whole process",
        draw_time,
        peer,
        floor_time,
        f"< {DRAW_LIMIT} s",
        draw_time < DRAW_LIMIT,
    )
