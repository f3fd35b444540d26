"""`python -m bench`: measure everything, print the table, fail when a bound does not hold."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator

from bench import commands, memory, paper, rules, scale, site, slides, start
from bench.measure import Figure

SUITES = {
    "commands": commands.figures,
    "memory": memory.figures,
    "paper": paper.figures,
    "rules": rules.figures,
    "scale": scale.figures,
    "site": site.figures,
    "slides": slides.figures,
    "start": start.figures,
}


def lines(figures: list[Figure]) -> Iterator[str]:
    """The table in Markdown."""
    yield f"Python {platform.python_version()} on {platform.system()} {platform.machine()}."
    yield ""
    yield "| what | time | against | its time | ratio | bound | holds |"
    yield "| --- | ---: | --- | ---: | ---: | --- | --- |"
    for one in figures:
        yield (
            f"| {one.what} | {one.seconds * 1000:.1f} ms | {one.peer} "
            f"| {one.peer_seconds * 1000:.1f} ms | {one.ratio:.2f} | {one.bound} "
            f"| {'yes' if one.holds else 'NO'} |"
        )


def main(names: list[str]) -> int:
    """Run the suites named, or all of them. 1 when a bound does not hold."""
    found = [figure for name in names or SUITES for figure in SUITES[name]()]
    print("\n".join(lines(found)))
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
