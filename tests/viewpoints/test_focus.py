"""One element in focus: what is lit with it, and what the rest looks like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from cadre.core.graph import Framework
from cadre.core.states import States
from cadre.render.measure import MEASURE
from cadre.viewpoints.focus import focused, shown, trace
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import AnyItem, Group, Label, Scene, Wire
from cadre.viewpoints.tokens import THEMES, colour, contrast
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording

ONE = "group/channel"


@pytest.fixture(scope="module")
def framework(reference: States) -> Framework:
    return reference.at("2016-09")


def _draw(reference: States, viewpoint: str, **options: str) -> Scene:
    return VIEWPOINTS[viewpoint].draw(
        reference.at("2016-09"),
        words=wording("en"),
        measure=MEASURE,
        stage=Stage(reference.name, reference.info("2016-09")),
        paper="a0",
        options=options,
    )


def _all(items: Iterable[AnyItem]) -> Iterator[AnyItem]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _all(item.items)


def test_a_group_is_lit_with_its_areas_up_to_the_vision(framework: Framework) -> None:
    found = trace(framework, ONE)
    assert {"purpose/vision", "focus-area/digital-skills", "council/pssdc"} <= found.keys
    assert "group/privacy" not in found.keys
    assert all(link.source == ONE for link in found.down)


def test_an_area_is_lit_with_those_who_work_in_it(framework: Framework) -> None:
    found = trace(framework, "focus-area/client-engagement")
    assert {ONE, "purpose/vision"} <= found.keys
    assert "focus-area/digital-skills" not in found.keys


def test_a_council_is_lit_with_its_groups_and_their_areas(framework: Framework) -> None:
    found = trace(framework, "council/pssdc")
    assert {ONE, "focus-area/client-engagement"} <= found.keys


def test_an_unknown_key_is_an_error(framework: Framework) -> None:
    with pytest.raises(KeyError):
        trace(framework, "group/nobody")


@pytest.mark.parametrize(
    ("viewpoint", "options"),
    [
        ("framework-map", {}),
        ("framework-map", {"level": "micro"}),
        ("gap-matrix", {}),
        ("logic-model", {}),
        ("line-of-sight", {}),
    ],
)
def test_nothing_is_lost_and_nothing_moves(
    reference: States, viewpoint: str, options: dict[str, str]
) -> None:
    scene = _draw(reference, viewpoint, **options)
    found = trace(reference.at("2016-09"), "focus-area/digital-skills")
    pale = focused(scene, found.keys, found.links)

    def seen(one: Scene) -> list[tuple[object, ...]]:
        return sorted(
            (item.key, item.name, getattr(item, "lines", ()), str(getattr(item, "rect", "")))
            for item in _all(one.items)
        )

    assert seen(pale) == seen(scene)
    assert pale != scene


def test_what_is_in_focus_keeps_its_colour_and_the_rest_does_not(reference: States) -> None:
    scene = _draw(reference, "framework-map")
    found = trace(reference.at("2016-09"), ONE)
    pale = focused(scene, found.keys, found.links)

    def paints(one: Scene) -> dict[tuple[str, ...], object]:
        return {item.ends: item.paint for item in _all(one.items) if isinstance(item, Wire)}

    before, after = paints(scene), paints(pale)
    mine = ("council/pssdc", "focus-area/client-engagement")
    other = ("council/pscioc", "focus-area/digital-enablement")
    assert after[mine] == before[mine]
    assert after[other] != before[other]
    assert shown(scene, ONE)
    assert not shown(scene, "activity/none")


@pytest.mark.parametrize("viewpoint", ["framework-map", "gap-matrix", "logic-model"])
def test_pale_texts_can_be_read(reference: States, viewpoint: str) -> None:
    scene = _draw(reference, viewpoint)
    for item in _all(focused(scene, frozenset(), frozenset()).items):
        if isinstance(item, Label):
            for theme in THEMES:
                assert contrast(colour(item.paint, theme), colour(item.on, theme)) >= 4.5
