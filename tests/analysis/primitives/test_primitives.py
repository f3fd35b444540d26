"""The primitives: one answer, in plain Python, by numpy, and as networkx has it."""

from __future__ import annotations

from array import array
from itertools import combinations, pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.analysis.primitives import coverage, difference, order, pairs, reach
from cadre.analysis.primitives.by_numpy import coverage as np_coverage
from cadre.analysis.primitives.by_numpy import difference as np_difference
from cadre.analysis.primitives.by_numpy import order as np_order
from cadre.analysis.primitives.by_numpy import pairs as np_pairs
from cadre.analysis.primitives.by_numpy import reach as np_reach
from cadre.analysis.primitives.by_numpy import ways as np_ways
from cadre.analysis.primitives.ways import LARGE, Ways, composed, distinct, held_to
from cadre.core.columns import Columns, rows
from cadre.core.keys import LinkId

SIZE = 9
Edges = list[tuple[int, int]]
row = st.integers(0, SIZE - 1)
edges = st.lists(st.tuples(row, row), max_size=24)
masks = st.binary(min_size=SIZE, max_size=SIZE).map(lambda one: bytes(byte & 1 for byte in one))


def ways_of(pairs_: Edges, size: int = SIZE) -> Ways:
    return Ways.of(pairs_, size)


def graph_of(pairs_: Edges, size: int = SIZE) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(pairs_)
    return graph


# --- reach -------------------------------------------------------------------------------------


@given(edges, st.lists(row, min_size=1, max_size=4))
def test_reach_agrees_with_networkx(pairs_: Edges, starts: list[int]) -> None:
    expected = nx.multi_source_dijkstra_path_length(graph_of(pairs_), set(starts))
    wanted = [expected.get(one, -1) for one in range(SIZE)]
    assert list(reach.reach(ways_of(pairs_), starts)) == wanted
    by_numpy = np_reach.reach(ways_of(pairs_), rows(starts))
    assert by_numpy is not None
    assert list(by_numpy) == wanted


@given(edges, masks, st.lists(row, max_size=4))
def test_the_nearest_agree_with_networkx(pairs_: Edges, goals: bytes, starts: list[int]) -> None:
    graph = graph_of(pairs_)
    wanted = []
    for start in sorted(set(starts)):
        steps = nx.single_source_shortest_path_length(graph, start)
        there = [one for one in steps if goals[one]]
        least = min((steps[one] for one in there), default=0)
        wanted += [(start, one) for one in sorted(there) if steps[one] == least]
    assert list(reach.nearest(ways_of(pairs_), goals, starts).pairs()) == wanted
    assert list(np_reach.nearest(ways_of(pairs_), goals, rows(starts)).pairs()) == wanted


# --- order and knots ---------------------------------------------------------------------------


@given(edges)
def test_knots_agree_with_networkx(pairs_: Edges) -> None:
    graph = graph_of(pairs_)
    wanted = sorted(
        tuple(sorted(component))
        for component in nx.strongly_connected_components(graph)
        if len(component) > 1 or graph.has_edge(*2 * tuple(component))
    )
    assert list(order.knots(ways_of(pairs_))) == wanted
    assert list(np_order.knots(ways_of(pairs_))) == wanted


@given(edges)
def test_the_order_is_that_of_the_layers_of_networkx(pairs_: Edges) -> None:
    found = order.order(ways_of(pairs_))
    assert np_order.order(ways_of(pairs_)) == found
    condensed = nx.condensation(graph_of(pairs_))
    layers = list(nx.topological_generations(condensed.reverse()))
    wanted = [
        sorted(sorted(condensed.nodes[knot]["members"]) for knot in layer) for layer in layers
    ]
    assert list(found.rows) == [one for layer in wanted for knot in layer for one in knot]
    assert list(found.layers) == [
        number for number, layer in enumerate(wanted) for knot in layer for _ in knot
    ]


@given(edges)
def test_the_way_round_a_knot_is_as_short_as_networkx_finds(pairs_: Edges) -> None:
    ways, graph = ways_of(pairs_), graph_of(pairs_)
    for knot in order.knots(ways):
        path = order.way_round(knot, ways)
        assert path[0] == path[-1] == knot[0]
        assert all(graph.has_edge(*step) for step in pairwise(path))
        back = nx.single_target_shortest_path_length(graph, knot[0])
        assert len(path) - 2 == min(back[one] for one in graph.successors(knot[0]) if one in back)


def test_a_row_that_is_in_no_knot_has_no_way_round() -> None:
    with pytest.raises(ValueError, match="no way round through 0"):
        order.way_round((0,), ways_of([(0, 1)]))


# --- coverage ----------------------------------------------------------------------------------


@given(edges, edges, edges)
def test_coverage_agrees_with_networkx(covers: Edges, parts: Edges, councils: Edges) -> None:
    graph = graph_of(parts)
    steering = graph_of(councils)
    found = coverage.coverage(ways_of(covers), ways_of(parts), ways_of(councils))
    by_numpy = np_coverage.coverage(ways_of(covers), ways_of(parts), ways_of(councils))
    assert by_numpy == found
    for area in range(SIZE):
        beneath = nx.ancestors(graph, area) | {area}
        bodies = sorted({body for body, at in covers if at in beneath})
        assert list(found.bodies.of(area)) == bodies
        above = {council for body in bodies for council in steering.successors(body)}
        assert list(found.councils.of(area)) == sorted(above)
        assert found.councils.count(area) == len(above)


# --- pairs -------------------------------------------------------------------------------------


@given(
    st.lists(st.tuples(row, row), max_size=30, unique=True),
    st.lists(st.integers(0, 5), min_size=SIZE, max_size=SIZE),
    st.integers(0, 8),
)
def test_pairs_agree_with_a_projection_of_networkx(
    holds: Edges, weights: list[int], least: int
) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(("holder", one) for one in range(SIZE))
    graph.add_edges_from((("holder", one), ("thing", other)) for one, other in holds)
    together = nx.bipartite.generic_weighted_projected_graph(
        graph,
        [("holder", one) for one in range(SIZE)],
        lambda whole, one, other: sum(
            weights[thing] for _, thing in set(whole[one]) & set(whole[other])
        ),
    )
    wanted = sorted(
        (*sorted((one[1], other[1])), weight)
        for one, other, weight in together.edges(data="weight")
        if weight >= least
    )
    for found in (
        pairs.sharing(ways_of(holds), weights, least=least),
        np_pairs.sharing(ways_of(holds), weights, None, least),
    ):
        assert list(zip(found.ones, found.others, found.weights, strict=True)) == wanted


@given(st.lists(st.tuples(row, row, st.floats(0.1, 1)), max_size=30, unique_by=lambda e: e[:2]))
def test_shares_weigh_alike_in_both(held: list[tuple[int, int, float]]) -> None:
    ways = ways_of([(one, other) for one, other, _ in held])
    shares = array("d", (share for _, _, share in held))
    plain = pairs.sharing(ways, [1.0] * SIZE, shares)
    by_numpy = np_pairs.sharing(ways, [1.0] * SIZE, shares, 0.0)
    assert (by_numpy.ones, by_numpy.others) == (plain.ones, plain.others)
    assert list(by_numpy.weights) == pytest.approx(list(plain.weights))


def test_many_holders_are_summed_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    holds = [(one, thing) for one in range(40) for thing in range(3) if one % (thing + 1) == 0]
    ways = Ways.of(holds, 40)
    whole = np_pairs.sharing(ways, [1.0] * 40, None, 0.0)
    monkeypatch.setattr(np_pairs, "_CELLS", 90)
    assert np_pairs.sharing(ways, [1.0] * 40, None, 0.0) == whole
    assert whole == pairs.plain_sharing(ways, [1.0] * 40)


# --- difference --------------------------------------------------------------------------------


@st.composite
def states(draw: st.DrawFn) -> Columns:
    keys = sorted(draw(st.sets(st.sampled_from([f"group/{one}" for one in "abcdefg"]))))
    names = st.sampled_from(["covers", "leads", "serves"])
    ids = (
        draw(
            st.sets(
                st.builds(LinkId, names, st.sampled_from(keys), st.sampled_from(keys)), max_size=12
            )
        )
        if keys
        else set()
    )
    return Columns.of(keys, {key: number for number, key in enumerate(keys)}, sorted(ids))


@given(states(), states())
def test_the_difference_is_that_of_networkx(before: Columns, after: Columns) -> None:
    found = difference.difference(before, after)
    assert np_difference.difference(before, after) == found
    old, new = nx.MultiDiGraph(), nx.MultiDiGraph()
    for graph, columns in ((old, before), (new, after)):
        graph.add_nodes_from(columns.keys)
        graph.add_edges_from((one.source, one.target, one.type) for one in columns.ids())
    assert [before.keys[one] for one in found.elements_gone] == sorted(set(old) - set(new))
    assert [after.keys[one] for one in found.elements_come] == sorted(set(new) - set(old))
    gone = {before.id_of(one) for one in found.links_gone}
    come = {after.id_of(one) for one in found.links_come}
    edges_of = [{LinkId(t, s, o) for s, o, t in graph.edges(keys=True)} for graph in (old, new)]
    assert gone == edges_of[0] - edges_of[1]
    assert come == edges_of[1] - edges_of[0]


# --- held to ----------------------------------------------------------------------------------


@given(edges, masks | st.none(), masks | st.none())
def test_ways_are_held_to_rows_that_are_meant(
    pairs_: Edges, sources: bytes | None, targets: bytes | None
) -> None:
    wanted = [
        (one, other)
        for one, other in pairs_
        if (sources is None or sources[one]) and (targets is None or targets[other])
    ]
    assert list(held_to(ways_of(pairs_), sources, targets).pairs()) == wanted
    assert list(np_ways.held_to(ways_of(pairs_), sources, targets).pairs()) == wanted


@given(edges, edges)
def test_ways_join_where_they_meet(one: Edges, other: Edges) -> None:
    wanted = sorted({(a, d) for a, b in one for c, d in other if b == c})
    assert list(composed(ways_of(one), ways_of(other)).pairs()) == wanted
    assert list(np_ways.composed(ways_of(one), ways_of(other)).pairs()) == wanted


@given(edges)
def test_ways_can_be_told_once_each(pairs_: Edges) -> None:
    assert list(distinct(ways_of(pairs_)).pairs()) == sorted(set(pairs_))
    assert list(np_ways.distinct(ways_of(pairs_)).pairs()) == sorted(set(pairs_))


# --- large and deep ----------------------------------------------------------------------------


def test_a_large_question_goes_to_numpy_and_is_answered_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A graph above the threshold, with a few knots, asked through the front door."""
    size = 3_000
    found = [(one, (one * 7 + step * 11) % (one + 1)) for one in range(size) for step in range(2)]
    found += [(5, 8), (8, 5), (20, 20)]
    ways = Ways.of(found, size)
    assert len(ways) >= LARGE
    asked: list[str] = []
    for module, name in ((np_reach, "reach"), (np_order, "order"), (np_order, "knots")):
        real = getattr(module, name)

        def watched(*args: object, real: object = real, name: str = name) -> object:
            asked.append(name)
            assert callable(real)
            return real(*args)

        monkeypatch.setattr(module, name, watched)
    assert reach.reach(ways, [size - 1]) == reach.plain_reach(ways, rows([size - 1]))
    assert order.order(ways) == order.plain_order(ways)
    assert order.knots(ways) == order.plain_knots(ways)
    assert asked == ["reach", "order", "knots"]


def test_a_small_question_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(np_reach, "reach", refused)
    assert list(reach.reach(ways_of([(0, 1)]), [0])) == [0, 1, *[-1] * (SIZE - 2)]


def test_a_long_chain_is_left_to_plain_python() -> None:
    size = LARGE + 1_500
    ways = Ways.of([(one, one + 1) for one in range(size - 1)], size)
    assert np_reach.reach(ways, rows([0])) is None
    assert np_order.order(ways) is None
    assert list(reach.reach(ways, [0])) == list(range(size))
    assert list(order.order(ways).rows) == list(reversed(range(size)))
    ring = Ways.of([(one, (one + 1) % size) for one in range(size)], size)
    [knot] = order.knots(ring)
    assert knot == tuple(range(size))
    assert len(order.way_round(knot, ring)) == size + 1


def test_pairs_of_one_holder_are_none() -> None:
    for count in (0, 1, 2):
        ways = Ways.of([(0, thing) for thing in range(count)], SIZE)
        assert len(np_pairs.sharing(ways, [1.0] * SIZE, None, 0.0)) == 0
        assert len(list(combinations({0}, 2))) == len(pairs.sharing(ways, [1.0] * SIZE))
