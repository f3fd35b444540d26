"""Coverage on two scales."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cadre.analysis.coverage import BROAD, FEW, NONE, ONE, SEVERAL, coverage, group_coverage
from cadre.core.attributes import Choice
from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType
from cadre.core.settings import Setting
from cadre.core.text import Text
from cadre.core.traits import TRAIT_ATTRIBUTES, Trait
from tests.analysis.small import DAY, element, framework


def councils_of(sizes: dict[str, int], idle: dict[str, int] | None = None) -> Framework:
    """Councils with so many groups at work in one area, and so many in none."""
    elements: list[str | Element] = ["focus-area/x", *(f"council/{name}" for name in sizes)]
    links: list[str] = []
    for name, size in sizes.items():
        for number in range(size + (idle or {}).get(name, 0)):
            group = f"group/{name}{number}"
            elements.append(group)
            links.append(f"{group} part-of council/{name}")
            if number < size:
                links.append(f"{group} covers focus-area/x")
    return framework(elements, links)


@pytest.mark.parametrize(
    ("at_work", "idle", "step"),
    [
        ({"a": 0, "b": 0}, {"a": 5, "b": 5}, NONE),
        ({"a": 1, "b": 0}, {"a": 5, "b": 5}, ONE),
        ({"a": 2, "b": 0}, {"a": 5, "b": 5}, FEW),
        ({"a": 3, "b": 0}, {"a": 5, "b": 5}, FEW),
        ({"a": 4, "b": 0}, {"a": 5, "b": 5}, SEVERAL),
        ({"a": 1, "b": 1}, {"a": 5, "b": 5}, SEVERAL),
        ({"a": 3, "b": 1}, {"a": 2, "b": 2}, BROAD),
        # Half of the groups, but one council is not there; and the other way round.
        ({"a": 6, "b": 0}, {"a": 0, "b": 2}, SEVERAL),
        ({"a": 3, "b": 1}, {"a": 3, "b": 2}, SEVERAL),
        # A council without any group cannot be asked for one.
        ({"a": 2, "b": 2, "c": 0}, {}, BROAD),
        # One group is one group, even if there is no other.
        ({"a": 1}, {}, ONE),
    ],
)
def test_the_five_steps(at_work: dict[str, int], idle: dict[str, int], step: int) -> None:
    [area] = coverage(councils_of(at_work, idle), DAY)
    assert area.step == step
    assert len(area.groups) == sum(at_work.values())
    assert area.councils == tuple(f"council/{name}" for name, size in at_work.items() if size)


def test_the_thresholds_are_settings() -> None:
    four = councils_of({"a": 4}, {"a": 9})
    settings: dict[str, Setting] = {"threshold/coverage-several-groups": 5}
    changed = framework(four.elements(), four.links(), settings)
    assert [coverage(one, DAY)[0].step for one in (four, changed)] == [SEVERAL, FEW]


def test_work_in_a_part_is_work_in_the_whole() -> None:
    whole = framework(
        ["focus-area/whole", "focus-area/part", "group/g"],
        ["focus-area/part part-of focus-area/whole", "group/g covers focus-area/part"],
    )
    assert {one.area: one.groups for one in coverage(whole, DAY)} == {
        "focus-area/whole": ("group/g",),
        "focus-area/part": ("group/g",),
    }


def test_a_group_that_has_ended_covers_nothing() -> None:
    ended = framework(
        [
            "focus-area/x",
            element("group/a", lifecycle="ended"),
            element("group/b", ends=PartialDate(2019, 3)),
            element("group/c", ends=PartialDate(2020, 6)),
        ],
        [f"group/{name} covers focus-area/x" for name in "abc"],
    )
    [area] = coverage(ended, DAY)
    assert area.groups == ("group/c",)


def test_a_successor_speaks_for_the_group_it_continues() -> None:
    future = framework(
        ["focus-area/x", "group/old", "group/new", "group/kept", "transition/t"],
        [
            "group/old covers focus-area/x",
            "group/new covers focus-area/x",
            "group/kept covers focus-area/x",
            "group/old continues-as group/new",
        ],
    )
    [area] = coverage(future, DAY)
    assert area.groups == ("group/kept", "group/new")


@pytest.mark.parametrize(
    ("disposition", "stays"),
    [("sunset", False), ("merge", False), ("absorb", False), ("defer", True), ("undecided", True)],
)
def test_a_group_on_its_way_out_is_not_counted(disposition: str, stays: bool) -> None:
    future = framework(
        ["focus-area/x", "group/g", element("transition/t", disposition=disposition)],
        ["group/g covers focus-area/x", "transition/t concerns group/g"],
    )
    assert bool(coverage(future, DAY)[0].groups) is stays


def test_what_is_stated_has_the_step_that_data_gives_it() -> None:
    level = next(one for one in TRAIT_ATTRIBUTES[Trait.JUDGEMENT] if one.key == "level")
    choices = (
        Choice("fair", Text("Fair", "Correcte"), step=2),
        Choice("odd", Text("Odd", "Drôle")),
    )
    judgement = KERNEL.element_types["coverage-assessment"]
    own = replace(judgement, attributes=(replace(level, choices=choices),))
    stated = framework(
        [
            "focus-area/x",
            "group/g",
            element("coverage-assessment/a", level="fair"),
            element("coverage-assessment/b", level="odd"),
            element("coverage-assessment/c"),
            # On a group in the area, and so no statement on the area.
            element("coverage-assessment/d", level="fair"),
        ],
        [
            *(f"coverage-assessment/{name} assesses focus-area/x" for name in "abcd"),
            "coverage-assessment/d assesses group/g",
        ],
        metamodel=KERNEL.extended([own]),
    )
    [area] = coverage(stated, DAY)
    assert [(one.judgement, one.label, one.step) for one in area.stated] == [
        ("coverage-assessment/a", Text("Fair", "Correcte"), 2),
        ("coverage-assessment/b", Text("Odd", "Drôle"), None),
    ]


def test_the_areas_of_a_group_stated_and_found() -> None:
    stated = framework(
        [
            "focus-area/x",
            "focus-area/y",
            "group/a",
            "group/b",
            element("coverage-assessment/s", areas_stated=3),
        ],
        [
            "group/a covers focus-area/y",
            "group/a covers focus-area/x",
            "coverage-assessment/s assesses group/a",
        ],
    )
    first, second = group_coverage(stated, DAY)
    assert (first.areas, first.areas_stated) == (("focus-area/x", "focus-area/y"), 3)
    assert (second.areas, second.areas_stated) == ((), None)


def test_types_of_a_user_are_covered_and_cover_by_their_traits() -> None:
    theme = ElementType(
        "theme", Text("Theme", "Thème"), Text("Themes", "Thèmes"), traits=frozenset({Trait.AXIS})
    )
    crew = ElementType(
        "crew",
        Text("Crew", "Équipage"),
        Text("Crews", "Équipages"),
        traits=frozenset({Trait.BODY, Trait.WORKS}),
    )
    own = framework(
        ["theme/t", "crew/c"], ["crew/c covers theme/t"], metamodel=KERNEL.extended([theme, crew])
    )
    [area] = coverage(own, DAY)
    assert (area.area, area.groups, area.step) == ("theme/t", ("crew/c",), ONE)
