"""Four questions put to a stored federation: by our primitives, by rustworkx and by networkx.

Each reads the links out of the store's rows (of all types, without attributes and titles) and
answers who covers each area, and of which councils; in how many steps groups reach everything; in
which layers dependencies order all elements, and which of them are knots; which pairs of groups
share areas, or results and deliverables of work they lead, and how many.

`python -m bench.federation ENGINE FOLDER` is one such answer, as a process of its own: what it
prints is JSON, with the seconds from the first question to the store to the last answer, those of
them that the processor worked for it, the most memory the process held, and a digest of the
answers, which must be the same for all.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from cadre.core.columns import Columns

KEY: Final = "federation"
ONWARD: Final = (
    "covers",
    "leads",
    "takes-part",
    "supports",
    "produces",
    "contributes-to",
    "in-focus-area",
    "serves",
    "part-of",
)
"""The link types by which a group reaches what it works for."""


@dataclass
class Answers:
    """All four, in plain lists and by key, so that every engine's can be held against another's."""

    covered: dict[str, tuple[int, int]]
    steps: dict[str, int]
    layers: dict[str, int]
    knots: list[list[str]]
    sharing: list[tuple[str, str, int]]

    def digest(self) -> str:
        """One line that is the same for the same answers."""
        said = [
            sorted(self.covered.items()),
            sorted(self.steps.items()),
            sorted(self.layers.items()),
            sorted(self.knots),
            sorted(self.sharing),
        ]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


# --- the store ------------------------------------------------------------------------------------


def set_up(folder: Path) -> None:
    """Django on the store in a folder."""
    os.environ["CADRE_DATA"] = str(folder)
    from cadre.services import start

    start()


def fill(folder: Path, shape_name: str = "FEDERATION") -> None:
    """A store with a made framework in it, its current state frozen as an edition as well.

    Its rows are written as a save writes them; there is no journal, which nothing here reads.
    """
    from bench import made

    framework = made.made(getattr(made, shape_name))
    set_up(folder)
    from django.core.management import call_command
    from django.db import connection, transaction

    from cadre.analysis.primitives.reading import SPAN
    from cadre.exchange.json_values import values_to_json
    from cadre.store.frozen import frozen
    from cadre.store.models import FrameworkRow, StateRow

    call_command("migrate", verbosity=0)
    columns = framework.columns
    said = [
        json.dumps(values_to_json(values)) if values else None for values in framework.link_values()
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        FrameworkRow(
            key=KEY, revision=1, head="0" * 64, types={}, settings={"name": {"en": "Federation"}}
        ).save(force_insert=True)
        cursor.executemany(
            'INSERT INTO cadre_element (id, framework_id, "key", "values") VALUES (%s, %s, %s, %s)',
            [
                (row + 1, KEY, key, json.dumps(values_to_json(values)))
                for row, (key, values) in enumerate(
                    zip(columns.keys, framework.element_values(), strict=True)
                )
            ],
        )
        cursor.executemany(
            'INSERT INTO cadre_link (framework_id, type, source_id, target_id, "values", ends) '
            "VALUES (%s, %s, %s, %s, %s, %s)",
            [
                (KEY, name, source, target, said[row], source * SPAN + target)
                for number, name in enumerate(columns.types)
                for row in columns.span(number)
                for source, target in [(columns.sources[row] + 1, columns.targets[row] + 1)]
            ],
        )
        pieces = frozen(framework)
        StateRow(
            framework_id=KEY,
            key="first",
            kind="edition",
            heading={},
            columns=pieces.columns,
            values=pieces.values,
        ).save()
    connection.close()


def rows_of(framework: str = KEY) -> tuple[list[tuple[int, str]], list[tuple[str, int, int]]]:
    """The elements and links of the store, a row at a time, as any program reads them."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT id, key FROM cadre_element WHERE framework_id = %s", [framework])
        elements = cursor.fetchall()
        cursor.execute(
            "SELECT type, source_id, target_id FROM cadre_link WHERE framework_id = %s", [framework]
        )
        return elements, cursor.fetchall()


# --- ours -----------------------------------------------------------------------------------------


def ours() -> Callable[[], Answers]:
    """The primitives on columns."""
    from cadre.store.columns import read_columns

    return asked_of_columns(read_columns(KEY))


def asked_of_columns(columns: Columns) -> Callable[[], Answers]:
    """The four questions, put to columns."""
    from array import array

    from cadre.analysis.primitives.coverage import coverage
    from cadre.analysis.primitives.order import order
    from cadre.analysis.primitives.pairs import sharing
    from cadre.analysis.primitives.reach import nearest, reach
    from cadre.analysis.primitives.ways import (
        composed,
        distinct,
        held_to,
        joined,
        of_types,
        rows_of_type,
    )

    keys, size = columns.keys, len(columns.keys)

    def mask(type_: str) -> bytes:
        span = rows_of_type(keys, type_)
        return bytes(span.start) + b"\1" * len(span) + bytes(size - span.stop)

    groups, areas = rows_of_type(keys, "group"), mask("focus-area")
    part_of, leads = of_types(columns, ["part-of"]), of_types(columns, ["leads"])
    councils = nearest(part_of, mask("council"), groups)
    covers = of_types(columns, ["covers"])
    covered = coverage(covers, held_to(part_of, areas, areas), councils)
    steps = reach(of_types(columns, ONWARD), groups)
    ordered = order(of_types(columns, ["depends-on"]))
    held = distinct(
        joined(
            size,
            covers,
            composed(leads, of_types(columns, ["contributes-to"])),
            composed(leads, of_types(columns, ["produces"])),
        )
    )
    shared = sharing(held, array("d", [1.0]) * size)

    def told() -> Answers:
        return Answers(
            {
                keys[row]: (covered.bodies.count(row), covered.councils.count(row))
                for row in rows_of_type(keys, "focus-area")
            },
            {key: step for key, step in zip(keys, steps, strict=True) if step >= 0},
            {keys[row]: layer for row, layer in zip(ordered.rows, ordered.layers, strict=True)},
            [[keys[row] for row in knot] for knot in ordered.knots],
            [
                (keys[one], keys[other], int(weight))
                for one, other, weight in zip(
                    shared.ones, shared.others, shared.weights, strict=True
                )
            ],
        )

    return told


# --- the others -----------------------------------------------------------------------------------


@dataclass
class Links:
    """Elements by row, and links as pairs of rows by type."""

    keys: list[str]
    by_type: dict[str, list[tuple[int, int]]]

    def of(self, *names: str) -> list[tuple[int, int]]:
        """The links of these types."""
        return [pair for name in names for pair in self.by_type.get(name, ())]


def read() -> tuple[list[str], list[tuple[int, int, str]]]:
    """Keys by row, and the links between rows, out of the store's rows."""
    elements, links = rows_of()
    place = {number: row for row, (number, _) in enumerate(elements)}
    return (
        [key for _, key in elements],
        [(place[source], place[target], name) for name, source, target in links],
    )


def parted(keys: list[str], links: Iterable[tuple[int, int, str]]) -> Links:
    """The links by their types."""
    by_type: dict[str, list[tuple[int, int]]] = {}
    for source, target, name in links:
        by_type.setdefault(name, []).append((source, target))
    return Links(keys, by_type)


def by_rustworkx() -> Callable[[], Answers]:
    """One graph in Rust with a type on each link, from which each question takes its own."""
    import rustworkx as rx

    keys, links = read()
    whole = rx.PyDiGraph()
    whole.add_nodes_from(range(len(keys)))
    whole.add_edges_from(links)
    return asked_of_rustworkx(parted(keys, whole.weighted_edge_list()))


def by_lean_rustworkx() -> Callable[[], Answers]:
    """Graphs in Rust of no more than each question needs, straight from the rows."""
    return asked_of_rustworkx(parted(*read()))


def asked_of_rustworkx(links: Links) -> Callable[[], Answers]:
    """The four questions, put to graphs of rustworkx."""
    import rustworkx as rx

    keys = links.keys

    def graph(*names: str) -> Any:
        made = rx.PyDiGraph(multigraph=False)
        made.add_nodes_from(range(len(keys)))
        made.add_edges_from_no_data(links.of(*names))
        return made

    parts = graph("part-of")
    covered = _covered(links, lambda area: rx.ancestors(parts, area))
    onward = graph(*ONWARD)
    start = onward.add_node(-1)
    onward.add_edges_from_no_data([(start, row) for row in _groups(keys)])
    steps = {-1: -1}
    for row, beyond in rx.bfs_successors(onward, start):
        step = steps[row] + 1
        for other in beyond:
            _ = steps.setdefault(other, step)
    del steps[-1]
    depends = graph("depends-on")
    components = rx.strongly_connected_components(depends)
    lead = {row: number for number, own in enumerate(components) for row in own}
    condensed = rx.PyDiGraph(multigraph=False)
    condensed.add_nodes_from(range(len(components)))
    condensed.add_edges_from_no_data(
        [(lead[t], lead[s]) for s, t in links.of("depends-on") if lead[s] != lead[t]]
    )
    layers = {
        row: layer
        for layer, own in enumerate(rx.topological_generations(condensed))
        for number in own
        for row in components[number]
    }
    return _teller(keys, covered, steps, layers, components, _sharing(links))


def by_networkx() -> Callable[[], Answers]:
    """One graph in Python with a type on each link, from which each question takes its own."""
    import networkx as nx

    keys, links = read()
    whole = nx.MultiDiGraph()
    whole.add_nodes_from(range(len(keys)))
    whole.add_edges_from(links)
    return asked_of_networkx(parted(keys, whole.edges(keys=True)))


def by_lean_networkx() -> Callable[[], Answers]:
    """Graphs in Python of no more than each question needs, straight from the rows."""
    return asked_of_networkx(parted(*read()))


def asked_of_networkx(links: Links) -> Callable[[], Answers]:
    """The four questions, put to graphs of networkx."""
    import networkx as nx

    keys = links.keys

    def graph(*names: str) -> Any:
        made = nx.DiGraph()
        made.add_nodes_from(range(len(keys)))
        made.add_edges_from(links.of(*names))
        return made

    parts = graph("part-of")
    covered = _covered(links, lambda area: nx.ancestors(parts, area))
    onward = graph(*ONWARD)
    onward.add_edges_from((-1, row) for row in _groups(keys))
    found = nx.single_source_shortest_path_length(onward, -1)
    steps = {row: step - 1 for row, step in found.items() if row >= 0}
    depends = graph("depends-on")
    components = [list(own) for own in nx.strongly_connected_components(depends)]
    condensed = nx.condensation(depends, components).reverse(copy=False)
    layers = {
        row: layer
        for layer, own in enumerate(nx.topological_generations(condensed))
        for number in own
        for row in components[number]
    }
    return _teller(keys, covered, steps, layers, components, _sharing(links))


def _groups(keys: list[str]) -> list[int]:
    return [row for row, key in enumerate(keys) if key.startswith("group/")]


def _covered(links: Links, beneath: Callable[[int], Iterable[int]]) -> dict[int, tuple[int, int]]:
    groups_of = set(_groups(links.keys))
    council = {one: other for one, other in links.of("part-of") if one in groups_of}
    direct: dict[int, set[int]] = {}
    for group, area in links.of("covers"):
        direct.setdefault(area, set()).add(group)
    found = {}
    for area, key in enumerate(links.keys):
        if key.startswith("focus-area/"):
            groups = set(direct.get(area, ()))
            for part in beneath(area):
                groups |= direct.get(part, set())
            found[area] = (len(groups), len({council[group] for group in groups}))
    return found


def _sharing(links: Links) -> dict[tuple[int, int], int]:
    """An inverted index: by thing who holds it, by pair of holders how many things."""
    work: dict[int, list[int]] = {}
    holders: dict[int, set[int]] = {}
    for group, thing in links.of("covers"):
        holders.setdefault(thing, set()).add(group)
    for group, led in links.of("leads"):
        work.setdefault(led, []).append(group)
    for source, thing in links.of("contributes-to", "produces"):
        if source in work:
            holders.setdefault(thing, set()).update(work[source])
    found: dict[tuple[int, int], int] = {}
    for those in holders.values():
        for pair in combinations(sorted(those), 2):
            found[pair] = found.get(pair, 0) + 1
    return found


def _teller(
    keys: list[str],
    covered: dict[int, tuple[int, int]],
    steps: dict[int, int],
    layers: dict[int, int],
    components: Iterable[Iterable[int]],
    shared: dict[tuple[int, int], int],
) -> Callable[[], Answers]:
    def told() -> Answers:
        return Answers(
            {keys[row]: count for row, count in covered.items()},
            {keys[row]: step for row, step in steps.items()},
            {keys[row]: layer for row, layer in layers.items()},
            [sorted(keys[row] for row in own) for own in components if len(list(own)) > 1],
            [(keys[one], keys[other], count) for (one, other), count in shared.items()],
        )

    return told


ENGINES: Final = {
    "ours": ours,
    "rustworkx": by_rustworkx,
    "networkx": by_networkx,
    "lean-rustworkx": by_lean_rustworkx,
    "lean-networkx": by_lean_networkx,
}
_BY_NUMPY: Final = "cadre.analysis.primitives.by_numpy."
LIBRARIES: Final = {
    "ours": (
        "cadre.store.columns",
        *(_BY_NUMPY + one for one in ("coverage", "order", "pairs", "reach", "reading", "ways")),
    ),
    "rustworkx": ("rustworkx",),
    "networkx": ("networkx",),
    "lean-rustworkx": ("rustworkx",),
    "lean-networkx": ("networkx",),
}
"""What is imported before the clock starts."""


def lines(engine: str, folder: Path) -> Iterator[str]:
    """One answer of one engine."""
    set_up(folder)
    for library in LIBRARIES[engine]:
        _ = import_module(library)
    from django.db import connection

    connection.ensure_connection()
    began, worked = time.perf_counter(), time.process_time()
    told = ENGINES[engine]()
    seconds, work = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield json.dumps({"seconds": seconds, "work": work, "peak": peak, "digest": told().digest()})


if __name__ == "__main__":
    name, where, *shape = sys.argv[1:]
    if name == "fill":
        fill(Path(where), *shape)
    else:
        print("\n".join(lines(name, Path(where))))
