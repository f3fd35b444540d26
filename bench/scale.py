"""A federation of 100,000 elements and 1,000,000 links, against other ways to the same answers.

The store is filled once. Each engine then answers in a process of its own, all taking turns; the
times are those that the processor worked, since all of them only compute, and a busy machine would
stretch them by chance. Where answers differ there is no comparison.
"""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from bench import federation, made
from bench.measure import Figure, worked
from cadre.core.columns import Columns

ROUNDS: Final = 3
PEAK: Final = 300
LEAST: Final = {"rustworkx": 8.0, "networkx": 35.0, "lean-rustworkx": 0.0, "lean-networkx": 0.0}
LEAST_OF_SETS, LEAST_OF_EXCEPT, LEAST_OF_ROWS, LEAST_SMALL = 20.0, 13.0, 30.0, 4.0
CHANGED: Final = 0.01
Link = tuple[str, int, int]


def figures() -> Iterator[Figure]:
    """Four answers, a difference, an edition; and the four answers of the reference framework."""
    with tempfile.TemporaryDirectory(prefix="federation-") as name:
        here = [sys.executable, "-m", "bench.federation"]
        _ = subprocess.run([*here, "fill", name], check=True)
        yield from _answers(here, name)
        federation.set_up(Path(name))
        yield from _edition()
        yield from _difference(Path(name))
    yield _reference()


def _compared(
    what: str, ours: float, peer: str, peer_seconds: float, least: float, megabytes: float = 0.0
) -> Figure:
    ratio = peer_seconds / ours
    bound = f"{least:g} times faster (is {ratio:.1f})" if least else f"told (is {ratio:.1f})"
    return Figure(what, ours, peer, peer_seconds, bound, ratio >= least, megabytes or None)


# --- four answers ---------------------------------------------------------------------------------


def _answers(here: list[str], folder: str) -> Iterator[Figure]:
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in federation.ENGINES}
    # No engine does linear algebra; numpy's threads for it would wait in a busy way, and count.
    calm = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    for _ in range(ROUNDS):
        for name, those in found.items():
            done = subprocess.run(
                [*here, name, folder], check=True, capture_output=True, text=True, env=calm
            )
            those.append(json.loads(done.stdout))
    if len({one["digest"] for those in found.values() for one in those}) != 1:
        raise RuntimeError(f"the engines do not give the same answers: {found}")
    work = {name: statistics.median(one["work"] for one in those) for name, those in found.items()}
    wall = {
        name: statistics.median(one["seconds"] for one in those) for name, those in found.items()
    }
    peak = {name: max(one["peak"] for one in those) for name, those in found.items()}
    what = "four answers from the rows of a federation"
    for name, least in LEAST.items():
        lean, _, library = name.rpartition("-")
        how = "no graph but what each question needs" if lean else "one typed graph"
        peer = f"{library} {version(library)}, {how}, {peak[name]:.0f} MB"
        yield _compared(what, work["ours"], peer, work[name], least, peak["ours"])
    yield Figure(
        f"{what}, by the clock",
        wall["ours"],
        "rustworkx, one typed graph, by the clock",
        wall["rustworkx"],
        f"told (is {wall['rustworkx'] / wall['ours']:.1f})",
        holds=True,
    )
    yield Figure(
        f"{what}: most memory {peak['ours']:.0f} MB",
        work["ours"],
        f"networkx, {peak['networkx']:.0f} MB",
        work["networkx"],
        f"< {PEAK} MB",
        peak["ours"] < PEAK,
        peak["ours"],
    )


# --- a frozen edition -----------------------------------------------------------------------------


def _edition() -> Iterator[Figure]:
    from cadre.store.columns import read_columns
    from cadre.store.frozen import columns_of
    from cadre.store.models import StateRow

    def opened() -> Columns:
        [piece] = StateRow.objects.filter(framework_id=federation.KEY).values_list(
            "columns", flat=True
        )
        return columns_of(bytes(piece or b""))

    def from_rows() -> Columns:
        return columns_of_rows(*federation.rows_of())

    def by_columns() -> Columns:
        return read_columns(federation.KEY)

    first = opened()
    for other in (from_rows(), by_columns()):
        if list(first.ids()) != list(other.ids()):
            raise RuntimeError("the edition does not hold what the rows hold")
    ours, rows, columns = worked(opened, from_rows, by_columns)
    what = "opening the frozen edition of a federation, its hash checked"
    yield _compared(what, ours, "reading the same columns row by row", rows, LEAST_OF_ROWS)
    yield _compared(what, ours, "our own reading of the rows as columns", columns, 0.0)


def columns_of_rows(elements: list[tuple[int, str]], links: list[Link]) -> Columns:
    """Columns from rows one by one, in plain Python."""
    from cadre.core.columns import rows

    key_of = dict(elements)
    keys = sorted(key_of.values())
    row = {key: number for number, key in enumerate(keys)}
    place = {number: row[key] for number, key in elements}
    ordered = sorted((name, place[source], place[target]) for name, source, target in links)
    types = sorted({name for name, _, _ in ordered})
    first = rows([0])
    for name in types:
        first.append(first[-1] + sum(one == name for one, _, _ in ordered))
    return Columns(
        keys,
        types,
        first,
        rows(source for _, source, _ in ordered),
        rows(target for _, _, target in ordered),
    )


# --- a difference ---------------------------------------------------------------------------------


def _difference(folder: Path) -> Iterator[Figure]:
    from cadre.analysis.primitives.difference import Difference, difference
    from cadre.store.columns import read_columns

    before = read_columns(federation.KEY)
    after = made.altered(before, CHANGED)
    old, new = _links(before), _links(after)
    tables = sqlite3.connect(folder / "two-states.sqlite3")
    for name, links in (("old", old), ("new", new)):
        _ = tables.execute(
            f"CREATE TABLE {name} (type TEXT, source INTEGER, target INTEGER, "
            "PRIMARY KEY (type, source, target)) WITHOUT ROWID"
        )
        _ = tables.executemany(f"INSERT INTO {name} VALUES (?, ?, ?)", links)
    tables.commit()

    def ours() -> Difference:
        return difference(before, after)

    def by_sets() -> tuple[set[Link], set[Link]]:
        one, other = set(old), set(new)
        return one - other, other - one

    def by_except() -> tuple[set[Link], set[Link]]:
        both = (
            "SELECT * FROM old EXCEPT SELECT * FROM new",
            "SELECT * FROM new EXCEPT SELECT * FROM old",
        )
        gone, come = (set(tables.execute(query).fetchall()) for query in both)
        return gone, come

    found = ours()
    gone = {old[row] for row in found.links_gone}
    come = {new[row] for row in found.links_come}
    if not gone or by_sets() != (gone, come) or by_except() != (gone, come):
        raise RuntimeError("the differences differ")
    times = worked(ours, by_sets, by_except)
    tables.close()
    what = f"{CHANGED:.0%} difference of two states of 1,000,000 links"
    yield _compared(what, times[0], "Python sets over the rows", times[1], LEAST_OF_SETS)
    peer = f"EXCEPT both ways in SQLite {sqlite3.sqlite_version}"
    yield _compared(what, times[0], peer, times[2], LEAST_OF_EXCEPT)


def _links(columns: Columns) -> list[Link]:
    return [
        (name, columns.sources[row], columns.targets[row])
        for number, name in enumerate(columns.types)
        for row in columns.span(number)
    ]


# --- the reference framework ----------------------------------------------------------------------


def _reference() -> Figure:
    from cadre.exchange import read
    from cadre.frameworks import path_of

    framework = read(path_of("joint-councils")).at("2016-09")
    columns = framework.columns

    def by_networkx() -> Callable[[], federation.Answers]:
        import networkx as nx

        whole = nx.MultiDiGraph()
        whole.add_nodes_from(range(len(columns.keys)))
        whole.add_edges_from((source, target, name) for name, source, target in _links(columns))
        keys = list(columns.keys)
        return federation.asked_of_networkx(federation.parted(keys, whole.edges(keys=True)))

    def ours() -> Callable[[], federation.Answers]:
        return federation.asked_of_columns(columns)

    if ours()().digest() != by_networkx()().digest():
        raise RuntimeError("the engines do not give the same answers")
    mine, others = worked(ours, by_networkx, rounds=40)
    return _compared(
        "four answers of the reference framework, in plain Python",
        mine,
        f"networkx {version('networkx')}, one typed graph",
        others,
        LEAST_SMALL,
    )
