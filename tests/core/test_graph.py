"""The framework as a value: what it holds, and how it answers."""

import pytest
from hypothesis import given

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from tests.strategies import frameworks

GROUPS = [
    Element("group/b", {"name": Text("Cloud", "Étude"), "order": 1}),
    Element("group/a", {"name": Text("Data", "Eau"), "order": 2}),
    Element("group/c", {"name": Text("Arts", "Zone")}),
]
AREAS = [Element("focus-area/x"), Element("focus-area/y")]
LINKS = [
    Link("covers", "group/a", "focus-area/x", {"certainty": "high"}),
    Link("covers", "group/a", "focus-area/y"),
    Link("covers", "group/b", "focus-area/x"),
    Link("overlaps-with", "group/a", "group/b"),
]
FRAMEWORK = Framework.of(KERNEL, [*AREAS, *GROUPS], LINKS)


def test_elements_come_by_trait_in_their_order() -> None:
    assert FRAMEWORK.keys(Trait.WORKS) == ["group/b", "group/a", "group/c"]
    assert [one.key for one in FRAMEWORK.elements(Trait.AXIS)] == ["focus-area/x", "focus-area/y"]
    assert FRAMEWORK.keys(Trait.SEAT) == []
    assert len(FRAMEWORK) == len(FRAMEWORK.keys()) == 5


def test_links_are_found_from_both_ends() -> None:
    assert FRAMEWORK.targets("group/a", LinkRole.COVERS) == ["focus-area/x", "focus-area/y"]
    assert FRAMEWORK.sources("focus-area/x", LinkRole.COVERS) == ["group/a", "group/b"]
    assert len(FRAMEWORK.links_out("group/a")) == 3
    assert FRAMEWORK.links_in("group/missing") == []
    assert FRAMEWORK.links(LinkRole.OVERLAPS_WITH) == [LINKS[3]]


def test_a_link_is_identified_by_type_and_ends() -> None:
    found = FRAMEWORK.link("covers", "group/a", "focus-area/x")
    assert found is not None
    assert found.certainty == "high"
    assert FRAMEWORK.link("covers", "focus-area/x", "group/a") is None


def test_names_sort_as_the_language_does() -> None:
    keys = FRAMEWORK.keys(Trait.WORKS)
    assert FRAMEWORK.by_name(keys, "en") == ["group/c", "group/b", "group/a"]
    assert FRAMEWORK.by_name(keys, "fr") == ["group/a", "group/b", "group/c"]


@given(frameworks())
def test_every_link_is_seen_once_from_each_end(framework: Framework) -> None:
    links = framework.links()
    keys = framework.keys()
    out = [link for key in keys for link in framework.links_out(key)]
    into = [link for key in keys for link in framework.links_in(key)]
    assert sorted(one.id for one in out) == sorted(one.id for one in into)
    assert sorted(one.id for one in links) == sorted(one.id for one in out)
    assert len(links) == framework.link_count()


@given(frameworks())
def test_the_order_of_rows_does_not_matter(framework: Framework) -> None:
    again = Framework.of(
        framework.metamodel,
        reversed(framework.elements()),
        reversed(framework.links()),
        framework.settings,
    )
    assert again == framework


@pytest.mark.parametrize(
    ("elements", "links"),
    [
        ([Element("Group/a")], []),
        ([Element("group/a"), Element("group/a")], []),
        ([Element("group/a")], [Link("covers", "group/a", "focus-area/x")]),
        (AREAS + GROUPS, [LINKS[0], LINKS[0]]),
    ],
)
def test_what_cannot_be_a_framework_is_refused(elements: list[Element], links: list[Link]) -> None:
    with pytest.raises(ValueError, match=r"."):
        _ = Framework.of(KERNEL, elements, links)


def test_empty_values_are_absent() -> None:
    one = Framework.of(KERNEL, [Element("group/a", {"name": Text(), "acronym": Text("A")})])
    assert list(one["group/a"].values) == ["acronym"]
    assert one["group/a"].name == Text("group/a", "group/a")
