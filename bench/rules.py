"""All rules over the reference framework in process, against comparing the framework's JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bench.measure import Figure, medians
from cadre.analysis.check import check
from cadre.core.graph import Framework
from cadre.exchange import digest, read
from cadre.frameworks import path_of


def figures() -> Iterator[Figure]:
    """The check without any cache: a framework made anew each time."""
    framework = read(path_of("joint-councils")).at("2016-09")

    def fresh() -> Framework:
        return Framework.of(
            framework.metamodel, framework.elements(), framework.links(), framework.settings
        )

    ready = [fresh() for _ in range(12)]
    check_time, digest_time = medians(
        lambda: check(ready.pop(), date(2016, 9, 14)), lambda: digest(framework), rounds=10
    )
    yield Figure(
        "all rules, reference framework at 2016-09, in process",
        check_time,
        "canonical digest of the same framework",
        digest_time,
        "told",
        holds=True,
    )
