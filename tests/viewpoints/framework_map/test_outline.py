"""The near map as an outline: everything that the picture shows is in it."""

from __future__ import annotations

import pytest

from cadre.core.graph import Framework
from cadre.core.states import States
from cadre.core.text import Language
from cadre.render.measure import MEASURE
from cadre.viewpoints.framework_map import FRAMEWORK_MAP
from cadre.viewpoints.framework_map.detail import detail
from cadre.viewpoints.framework_map.outline import near_outline
from cadre.viewpoints.framework_map.selection import Selection
from cadre.viewpoints.outline import Outline, Part
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording

STATES = ("current", "2016-09", "2018", "proposal-2016", "recommendations-2018")


def _keys(parts: Outline) -> set[str]:
    found: set[str] = set()
    for part in parts:
        found |= {part.key} | _keys(part.parts)
        for line in part.lines:
            found |= {line.key, *(key for note in line.notes for key in note.keys)}
    return found - {""}


def _texts(parts: Outline) -> set[str]:
    return {line.text.in_("en") for part in parts for line in part.everything()}


@pytest.mark.parametrize("state", STATES)
def test_everything_in_the_picture_is_in_the_outline(reference: States, state: str) -> None:
    framework = reference.at(state)
    stage = Stage(reference.name, reference.info(state))
    scene = FRAMEWORK_MAP.draw(
        framework,
        words=wording("en"),
        measure=MEASURE,
        stage=stage,
        paper="a0",
        options={"level": "micro"},
    )
    outline = near_outline(framework, Selection(), stage.as_of)
    assert set(scene.subjects) <= _keys(outline)
    shown = {
        key for item in scene.everything() for key in (item.key, *item.shows) if key in framework
    }
    assert shown <= _keys(outline)


@pytest.mark.parametrize("state", STATES)
def test_every_text_of_work_is_in_it(reference: States, state: str) -> None:
    framework = reference.at(state)
    model = detail(framework)
    said = _texts(near_outline(framework, Selection(), None))
    for at in model.fields:
        for entry in (*at.today, *at.proposed):
            assert entry.text.in_("en") in said


def test_areas_come_first_in_the_order_of_the_axis(reference: States) -> None:
    framework = reference.at("2016-09")
    parts = near_outline(framework, Selection(), None)
    areas = [at.key for at in detail(framework).fields]
    assert [part.key for part in parts[: len(areas)]] == areas


def test_a_part_of_the_map_is_a_part_of_the_outline(reference: States) -> None:
    framework = reference.at("2016-09")
    chosen = Selection(area="focus-area/digital-skills", council="council/pssdc")
    parts = near_outline(framework, chosen, None)
    assert parts[0].key == "focus-area/digital-skills"
    assert "group/channel" in _keys(parts)
    assert "group/im" not in _keys(parts)


def test_an_area_without_anybody_says_so(reference: States) -> None:
    parts = near_outline(reference.at("2016-09"), Selection(), None)
    empty = next(one for one in parts if one.key == "focus-area/program-structure")
    assert empty.parts[0].empty


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_filter_empties_no_area_that_has_groups(reference: States, language: Language) -> None:
    framework = reference.at("2016-09")
    parts = near_outline(framework, Selection(council="council/pssdc"), None)
    said = {
        part.key: str(part.parts[0].empty.in_(language))
        for part in parts[:10]
        if part.parts[0].empty
    }
    none = {"en": "no group", "fr": "aucun groupe"}[language]
    others = {"en": "2 other groups at work", "fr": "2 autres groupes à l’œuvre"}[language]
    assert said["focus-area/program-structure"] == none
    assert said["focus-area/digital-governance"] == others
    assert list(said.values()).count(none) == 1


def test_nothing_makes_an_empty_outline(reference: States) -> None:
    nothing = Framework.of(reference.current.metamodel)
    assert near_outline(nothing, Selection(), None) == ()


def test_a_part_counts_what_is_in_its_parts() -> None:
    from cadre.core.text import Text
    from cadre.viewpoints.outline import Line

    inner = Part(Text("B", "B"), (Line("a/b"), Line("a/c")))
    assert Part(Text("A", "A"), (Line("a/a"),), (inner,)).count == 3
