"""How a figure is taken: the same work several times, taking turns with what it is compared to."""

from __future__ import annotations

import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, against what, and the bound it must hold."""

    what: str
    seconds: float
    peer: str
    peer_seconds: float
    bound: str
    holds: bool
    megabytes: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the peer's time it takes."""
        return self.seconds / self.peer_seconds


def medians(*works: Callable[[], object], rounds: int) -> list[float]:
    """The median seconds of each work, all taking turns so that a busy moment hits each alike."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds + 1):
        for times, work in zip(taken, works, strict=True):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
    return [statistics.median(times[1:]) for times in taken]


def worked(*works: Callable[[], object], rounds: int = 5) -> list[float]:
    """The median seconds that the processor worked for each, all taking turns."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds + 1):
        for times, work in zip(taken, works, strict=True):
            began = time.process_time()
            _ = work()
            times.append(time.process_time() - began)
    return [statistics.median(times[1:]) for times in taken]


def process(command: Sequence[str]) -> Callable[[], object]:
    """A whole process, from start to end, as work to measure."""

    def run() -> object:
        return subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    return run


def peak_of(command: Sequence[str]) -> float:
    """The largest memory that a process held, in megabytes (of all children so far, at least)."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
