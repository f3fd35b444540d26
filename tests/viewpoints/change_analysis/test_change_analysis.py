"""The change analysis: what it shows and finds, and that it is well drawn for any two states."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from cadre.core.graph import Element, Framework, Link
from cadre.core.states import StateInfo, StateKind, States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.traits import Trait
from cadre.render.measure import MEASURE
from cadre.render.svg import svg_file
from cadre.viewpoints.audit import audit
from cadre.viewpoints.change_analysis import CHANGE_ANALYSIS
from cadre.viewpoints.scene import Band, Label, Scene, Wire
from cadre.viewpoints.viewpoint import Base, Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.strategies import frameworks
from tests.viewpoints.conftest import NOW, element
from tests.viewpoints.frameworks import changed

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")
PAIRS = [
    ("2016-09", "proposal-2016"),
    ("2016-09", "2018"),
    ("2018", "recommendations-2018"),
    ("proposal-2016", "recommendations-2018"),
    ("recommendations-2018", "2016-09"),
]
PAPERS = ("tabloid", "letter", "a1", "phone")
OLD = StateInfo("old", StateKind.EDITION, Text("May 2020", "Mai 2020"))


def draw(
    before: Framework, after: Framework, language: Language = "en", paper: str = "tabloid"
) -> Scene:
    return CHANGE_ANALYSIS.draw(
        after,
        words=wording(language),
        measure=MEASURE,
        stage=Stage(Text("Harbour councils", "Conseils du port"), NOW),
        paper=paper,
        base=Base(before, OLD),
    )


def drawn(
    states: States, start: str, end: str, language: Language = "en", paper: str = "tabloid"
) -> Scene:
    return CHANGE_ANALYSIS.draw(
        states.at(end),
        words=wording(language),
        measure=MEASURE,
        stage=Stage(states.name, states.info(end)),
        paper=paper,
        options={"from": start},
        base=CHANGE_ANALYSIS.base(states, end, {"from": start}),
    )


def texts(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in scene.everything() if isinstance(item, Label))


def ways(scene: Scene) -> dict[str, Wire]:
    return {item.ends[0]: item for item in scene.items if isinstance(item, Wire)}


def stating(framework: Framework, key: str, disposition: str, **more: Text) -> Framework:
    """The framework with a transition that states what becomes of a group."""
    transition = Element("transition/t", {"disposition": disposition, **more})
    return changed(framework, transition, Link("concerns", "transition/t", key))


# --- what it shows ------------------------------------------------------------------------------


def test_every_group_council_and_new_group_is_drawn_once(small: Framework) -> None:
    after = changed(small, element("group/sails", "Sails", "Voiles"), without=("group/tides",))
    scene = draw(small, after)
    groups = {"group/boats", "group/ports", "group/tides", "group/sails"}
    assert set(scene.subjects) == groups | {"council/north", "council/south"}
    assert audit(scene, MEASURE) == ()


def test_groups_that_become_one_meet_in_its_box(small: Framework) -> None:
    after = changed(
        small,
        element("group/fleet", "Fleet", "Flotte"),
        Link("continues-as", "group/boats", "group/fleet"),
        Link("continues-as", "group/ports", "group/fleet"),
    )
    scene = draw(small, after)
    assert "group/fleet" in scene.subjects
    assert ways(scene)["group/boats"].ends == ("group/boats", "group/fleet")
    assert isinstance(ways(scene)["group/ports"].route, Band)
    assert scene.title == "Of three groups, two merge and one goes on as it is"
    assert audit(scene, MEASURE) == ()


def test_what_waits_is_dotted_what_is_open_dashed_what_ends_stops(small: Framework) -> None:
    for disposition, dash, end in (
        ("defer", "dotted", "none"),
        ("undecided", "dashed", "none"),
        ("sunset", "solid", "open"),
    ):
        wire = ways(draw(small, stating(small, "group/boats", disposition)))["group/boats"]
        assert (wire.dash, wire.end) == (dash, end)


def test_what_is_stated_stands_beside_what_the_states_show(small: Framework) -> None:
    why = Text("Too many boats.", "Trop de bateaux.")
    scene = draw(small, stating(small, "group/boats", "defer", rationale=why))
    assert "Too many boats." in texts(scene)
    assert "Shown by the states" in texts(scene)
    assert "For one group, the states alone would show another disposition" in scene.lead
    assert "Trop de bateaux." in texts(
        draw(small, stating(small, "group/boats", "defer", rationale=why), "fr")
    )
    assert "Shown by the states" not in texts(draw(small, small))


def test_the_title_follows_the_data(small: Framework) -> None:
    assert draw(small, small).title == "All three groups go on as they are"
    ended = changed(small, small["group/boats"].replace(lifecycle="ended"))
    scene = draw(small, ended)
    assert scene.title == "Of three groups, one ends and two go on as they are"
    assert "For “Boats”, which ends, nobody is named to continue the work." in scene.lead
    french = draw(small, ended, "fr")
    assert french.title == "Sur trois groupes, un prend fin et deux se poursuivent tels quels"


def test_without_a_state_to_start_from_it_says_what_to_do(reference: States) -> None:
    assert CHANGE_ANALYSIS.base(reference, "2016-09", {}) is None
    scene = CHANGE_ANALYSIS.draw(
        reference.at("2016-09"),
        words=wording("fr"),
        measure=MEASURE,
        stage=Stage(reference.name, reference.info("2016-09")),
    )
    assert "Aucun état ne précède" in scene.title
    assert "(from)" in scene.lead
    assert CHANGE_ANALYSIS.table(reference.at("2016-09")).rows == ()


# --- the table ----------------------------------------------------------------------------------


def test_the_table_has_every_group_with_both_dispositions(reference: States) -> None:
    base = CHANGE_ANALYSIS.base(reference, "proposal-2016", {})
    assert base is not None
    assert base.state.key == "2016-09"
    table = CHANGE_ANALYSIS.table(reference.at("proposal-2016"), base=base)
    rows = {row.key: row.cells for row in table.rows}
    before, after = reference.at("2016-09"), reference.at("proposal-2016")
    assert rows.keys() == {*before.keys(Trait.WORKS), *after.keys(Trait.WORKS)}
    cloud = rows["group/cloud"]
    assert (cloud["stated"], cloud["computed"]) == (
        Text("Refocus", "Réorienter"),
        Text("Convert to another kind", "Changer de type"),
    )
    assert cloud["agree"] is False
    assert cloud["future"] == ("group/cloud-architecture",)
    assert cloud["printed"] == "x"
    alone = [key for key, cells in rows.items() if "nobody’s work" in str(cells.get("remark"))]
    assert len(alone) == 17


# --- drawn well ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("start", "end"), PAIRS, ids=str)
def test_it_has_no_flaw_between_any_states(
    reference: States, start: str, end: str, language: Language
) -> None:
    for paper in PAPERS:
        assert audit(drawn(reference, start, end, language, paper), MEASURE) == ()


@pytest.mark.parametrize("paper", ["letter", "tabloid", "a1"])
def test_no_word_of_a_name_is_broken(reference: States, paper: str) -> None:
    scene = drawn(reference, "2016-09", "proposal-2016", "fr", paper)
    after = reference.at("proposal-2016")
    set_words = {word for line in texts(scene).split("\n") for word in line.split()}
    names = [after[key].short_name.fr for key in after.keys(Trait.WORKS)]
    assert {word for name in names for word in name.split()} <= set_words


def test_it_is_the_same_twice(reference: States) -> None:
    one, other = (drawn(reference, "2016-09", "proposal-2016") for _ in range(2))
    assert svg_file(one) == svg_file(other)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(frameworks(), frameworks())
def test_any_two_frameworks_are_drawn_well(one: Framework, other: Framework) -> None:
    for paper in ("tabloid", "phone"):
        assert audit(draw(one, other, "fr", paper), MEASURE) == ()


@pytest.mark.golden
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_scenes(reference: States, language: Language) -> None:
    for start, end in (("2016-09", "proposal-2016"), ("2018", "recommendations-2018")):
        scene = drawn(reference, start, end, language)
        hold(f"change-analysis/{start}-{end}-{language}.txt", told(scene))
