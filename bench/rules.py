"""All rules in process, without any cache: the reference framework and one of 13,000 elements.

Times are those that the processor worked.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from bench import made
from bench.measure import Figure, worked
from cadre.analysis.check import check
from cadre.core.graph import Framework
from cadre.exchange import digest, read
from cadre.frameworks import path_of

LIMIT: Final = 0.015


def figures() -> Iterator[Figure]:
    """The check of frameworks made anew each time, against the digest of their JSON."""
    reference = read(path_of("joint-councils")).at("2016-09")
    numpy_before = "numpy" in sys.modules
    small, digest_time = worked(
        _checks(reference, date(2016, 9, 14), 42), lambda: digest(reference), rounds=40
    )
    numpy = "numpy" in sys.modules and not numpy_before
    yield Figure(
        f"all rules, reference framework at 2016-09 ({len(reference)} elements, "
        f"{reference.link_count()} links), numpy {'imported' if numpy else 'not needed'}",
        small,
        "canonical digest of the same framework",
        digest_time,
        f"< {LIMIT * 1000:.0f} ms",
        small < LIMIT and not numpy,
    )
    large = made.made(made.LARGE)
    seconds, digest_time = worked(
        _checks(large, date(2018, 1, 22), 5), lambda: digest(large), rounds=3
    )
    yield Figure(
        f"all rules, a made framework of {len(large)} elements, {large.link_count()} links",
        seconds,
        "canonical digest of the same framework",
        digest_time,
        "told",
        holds=True,
    )


def _checks(framework: Framework, as_of: date, times: int) -> Callable[[], object]:
    ready = [
        Framework.of(
            framework.metamodel, framework.elements(), framework.links(), framework.settings
        )
        for _ in range(times)
    ]
    # What was made for the bench is not for the collector to walk through while it measures.
    _ = gc.collect()
    gc.freeze()
    return lambda: check(ready.pop(), as_of)
