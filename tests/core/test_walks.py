"""The line of sight, hop by hop."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.core.walks import (
    CERTAINTY_ORDER,
    DERIVED,
    Hop,
    LineOfSight,
    Sight,
    line_of_sight,
)

# --- line of sight -----------------------------------------------------------------------------

AIMS = [
    Element("purpose/vision", {"kind": "vision"}),
    Element("purpose/call", {"kind": "call-to-action"}),
]
UP = Link("serves", "purpose/call", "purpose/vision")


def sighted(keys: list[str], links: list[Link]) -> Framework:
    return Framework.of(KERNEL, [*AIMS, *map(Element, keys)], [UP, *links])


def at(type: str, source: str, target: str, certainty: str = "stated") -> Link:
    return Link(type, source, target, {"certainty": certainty})


def test_a_group_sees_the_vision_by_its_area_and_the_call_to_action() -> None:
    framework = sighted(
        ["group/a", "focus-area/x"],
        [
            at("covers", "group/a", "focus-area/x", "high"),
            at("serves", "focus-area/x", "purpose/call"),
        ],
    )
    line = line_of_sight(framework, "group/a")
    assert line.reaches
    assert line.keys == ("group/a", "focus-area/x", "purpose/call", "purpose/vision")
    assert line.certainty == "high"
    assert line.hops[0].links == (("covers", "group/a", "focus-area/x"),)


def test_a_group_sees_the_vision_by_its_work_and_results() -> None:
    framework = sighted(
        ["group/a", "activity/w", "result/i", "result/u"],
        [
            at("leads", "group/a", "activity/w"),
            at("contributes-to", "activity/w", "result/i"),
            at("contributes-to", "result/i", "result/u"),
            at("serves", "result/u", "purpose/vision"),
        ],
    )
    line = line_of_sight(framework, "group/a")
    assert line.keys == ("group/a", "activity/w", "result/i", "result/u", "purpose/vision")


def test_the_more_certain_way_is_taken_even_if_it_is_longer() -> None:
    framework = sighted(
        ["group/a", "focus-area/x", "activity/w", "focus-area/y"],
        [
            at("covers", "group/a", "focus-area/x", "low"),
            at("serves", "focus-area/x", "purpose/call"),
            at("leads", "group/a", "activity/w"),
            at("in-focus-area", "activity/w", "focus-area/y"),
            at("serves", "focus-area/y", "purpose/call"),
        ],
    )
    line = line_of_sight(framework, "group/a")
    assert line.keys[1] == "activity/w"
    assert line.certainty == "stated"


def test_a_step_through_a_shared_area_is_said_to_be_derived() -> None:
    framework = sighted(
        ["group/a", "focus-area/x", "result/r"],
        [
            at("covers", "group/a", "focus-area/x"),
            at("in-focus-area", "result/r", "focus-area/x"),
            at("serves", "result/r", "purpose/vision"),
        ],
    )
    line = line_of_sight(framework, "group/a")
    assert line.hops[0] == Hop(
        "group/a",
        "result/r",
        DERIVED,
        (
            Link("covers", "group/a", "focus-area/x").id,
            Link("in-focus-area", "result/r", "focus-area/x").id,
        ),
        via="focus-area/x",
    )
    assert line.certainty == DERIVED
    assert line.reaches


def test_the_same_work_leads_on_from_either_place() -> None:
    framework = sighted(
        ["group/a", "activity/w", "deliverable/d", "focus-area/x"],
        [
            at("produces", "group/a", "deliverable/d"),
            at("same-work-as", "activity/w", "deliverable/d"),
            at("in-focus-area", "activity/w", "focus-area/x"),
            at("serves", "focus-area/x", "purpose/vision"),
        ],
    )
    line = line_of_sight(framework, "group/a")
    assert line.keys[1:4] == ("deliverable/d", "activity/w", "focus-area/x")


@pytest.mark.parametrize(
    ("links", "broken_at", "hops"),
    [
        ([], "group/a", 0),
        ([at("covers", "group/a", "focus-area/x")], "focus-area/x", 1),
        ([at("leads", "group/a", "activity/w")], "activity/w", 1),
        (
            [
                at("leads", "group/a", "activity/w"),
                at("contributes-to", "activity/w", "result/r"),
                at("covers", "group/a", "focus-area/x"),
            ],
            "result/r",
            2,
        ),
    ],
)
def test_a_broken_line_says_where_it_got_to(links: list[Link], broken_at: str, hops: int) -> None:
    framework = sighted(["group/a", "focus-area/x", "activity/w", "result/r"], links)
    line = line_of_sight(framework, "group/a")
    assert (line.broken_at, len(line.hops), line.reaches) == (broken_at, hops, False)


def test_a_vision_is_its_own_line_of_sight() -> None:
    assert line_of_sight(sighted([], []), "purpose/vision") == LineOfSight("purpose/vision", ())


def test_there_is_no_line_of_sight_for_what_is_not_there() -> None:
    with pytest.raises(KeyError):
        _ = line_of_sight(sighted([], []), "group/none")


def test_a_type_of_a_user_sees_the_vision_by_its_traits() -> None:
    caravan = ElementType(
        "caravan",
        Text("Caravan", "Caravane"),
        Text("Caravans", "Caravanes"),
        traits=frozenset({Trait.BODY, Trait.WORKS}),
    )
    framework = Framework.of(
        KERNEL.extended([caravan]),
        [*AIMS, Element("caravan/c"), Element("focus-area/x")],
        [
            UP,
            at("covers", "caravan/c", "focus-area/x"),
            at("serves", "focus-area/x", "purpose/call"),
        ],
    )
    assert line_of_sight(framework, "caravan/c").reaches


@st.composite
def networks(draw: st.DrawFn) -> Framework:
    """Groups, areas, results and a vision, joined at random with random certainty."""
    certainty = st.sampled_from(["stated", "high", "medium", "low"])
    links: dict[tuple[str, str, str], Link] = {}
    ways = [
        ("covers", "group", "focus-area"),
        ("serves", "focus-area", "purpose"),
        ("in-focus-area", "result", "focus-area"),
        ("contributes-to", "result", "result"),
        ("serves", "result", "purpose"),
        ("part-of", "focus-area", "focus-area"),
    ]
    for _ in range(draw(st.integers(0, 12))):
        type_, source, target = draw(st.sampled_from(ways))
        one = f"{source}/{draw(st.sampled_from('abc'))}"
        other = (
            "purpose/vision" if target == "purpose" else f"{target}/{draw(st.sampled_from('abc'))}"
        )
        links[type_, one, other] = at(type_, one, other, draw(certainty))
    keys = [f"{type_}/{slug}" for type_ in ("group", "focus-area", "result") for slug in "abc"]
    return sighted(keys, list(links.values()))


def best_by_force(framework: Framework, start: str) -> tuple[int, int] | None:
    """Worst certainty and length of the best way, by trying all."""

    def hops(key: str) -> list[tuple[str, int]]:
        found = [
            (link.target, CERTAINTY_ORDER.index(link.certainty))
            for link in framework.links_out(key)
        ]
        if key.startswith("group/"):
            found += [
                (link.source, CERTAINTY_ORDER.index(DERIVED))
                for area in framework.targets(key, LinkRole.COVERS)
                for link in framework.links_in(area, LinkRole.IN_FOCUS_AREA)
            ]
        return found

    ways: list[tuple[int, int]] = []

    def walk(key: str, worst: int, length: int, seen: frozenset[str]) -> None:
        if key == "purpose/vision":
            ways.append((worst, length))
            return
        for target, doubt in hops(key):
            if target not in seen:
                walk(target, max(worst, doubt), length + 1, seen | {target})

    walk(start, 0, 0, frozenset({start}))
    return min(ways, default=None)


@given(networks())
def test_the_best_way_is_the_most_certain_and_then_the_shortest(framework: Framework) -> None:
    sight = Sight(framework)
    for key in framework.keys(Trait.WORKS):
        line, expected = sight.of(key), best_by_force(framework, key)
        assert line.reaches == (expected is not None)
        assert [hop.source for hop in line.hops] == list(line.keys[:-1])
        if expected:
            assert (CERTAINTY_ORDER.index(line.certainty), len(line.hops)) == expected
            assert line == line_of_sight(framework, key)
