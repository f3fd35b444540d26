"""A picture of 2018 says so wherever it shows what was last assessed in September 2016."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cadre.core.graph import Framework
from cadre.core.keys import LinkId
from cadre.core.settings import Settings
from cadre.core.states import States
from cadre.core.text import Language
from cadre.exchange import read
from cadre.frameworks import path_of
from cadre.render.measure import MEASURE
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording


@pytest.fixture(scope="module")
def councils() -> States:
    return read(path_of("joint-councils"))


def drawn(states: States, viewpoint: str, state: str, language: Language = "en") -> Scene:
    return VIEWPOINTS[viewpoint].draw(
        states.at(state),
        words=wording(language),
        measure=MEASURE,
        stage=Stage(states.name, states.info(state)),
    )


def shows_assessed(states: States, scene: Scene, state: str) -> bool:
    """Whether anything drawn has a trait or a link role that was assessed before the state."""
    framework = states.at(state)
    known: set[str] = set()
    for item in scene.everything():
        for key in (item.key, *item.shows):
            known |= {trait.value for trait in framework.traits(key)}
        known |= {framework.role_of(LinkId(*link)).value for link in item.links}
    return any(framework.settings.assessed(one) for one in known)


@pytest.mark.parametrize("viewpoint", sorted(VIEWPOINTS))
def test_what_was_assessed_earlier_is_said_to_be(councils: States, viewpoint: str) -> None:
    scene = drawn(councils, viewpoint, "2018")
    if shows_assessed(councils, scene, "2018"):
        assert "September 2016" in scene.furniture.remark
        assert "septembre 2016" in drawn(councils, viewpoint, "2018", "fr").furniture.remark
    assert drawn(councils, viewpoint, "2016-09").furniture.remark == ""


def test_the_pictures_of_coverage_do_show_what_was_assessed(councils: States) -> None:
    for viewpoint in ("framework-map", "gap-matrix", "logic-model", "line-of-sight"):
        assert shows_assessed(councils, drawn(councils, viewpoint, "2018"), "2018")


def test_without_the_setting_nothing_is_said(councils: States) -> None:
    framework = councils.at("2018")
    plain = {
        path: value
        for path, value in framework.settings.entries.items()
        if not path.startswith("assessed/")
    }
    bare = Framework.of(
        framework.metamodel, framework.elements(), framework.links(), Settings.of(plain)
    )
    scene = drawn(replace(councils, current=bare), "gap-matrix", "current")
    assert scene.furniture.remark == ""
