"""Objectives and status: what they show and find, and that any framework's are well drawn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.objectives import OBJECTIVES
from cadre.viewpoints.scene import Glyph, Group, Scene, Wire, opened
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import Draw, element
from tests.viewpoints.frameworks import NAMES, changed

KINDS = ("framework-objective", "objective", "goal", "scope", "vision", "")
STATUSES = ("not-recorded", "not-begun", "under-way", "met", "dropped", "")


def objective(slug: str, kind: str = "framework-objective", status: str = "") -> Element:
    name = f"Objective {slug}", f"Objectif {slug}"
    return element(f"purpose/{slug}", *name, kind=kind).replace(status=status)


def glyphs_of(scene: Scene, key: str) -> list[str]:
    [group] = [it for it in opened(scene.items) if isinstance(it, Group) and it.key == key]
    return [item.glyph for item in opened(group.items) if isinstance(item, Glyph)]


@pytest.fixture
def three(small: Framework) -> Framework:
    """Two objectives of the framework, one met, and a goal that nobody has looked at."""
    return changed(
        small,
        objective("a", status="met"),
        objective("b", status="not-recorded"),
        objective("c", "goal"),
    )


def test_the_title_follows_the_data(small: Framework, three: Framework, draw: Draw) -> None:
    assert draw("objectives", three).title == (
        "One of two objectives is met; the status of one is not recorded"
    )
    done = changed(three, three["purpose/b"].replace(status="met"))
    assert draw("objectives", done).title == "Two of two objectives are met"
    assert draw("objectives", done, "fr").title == "Deux objectifs sont atteints sur 2"
    untold = changed(three, three["purpose/a"].replace(status=""))
    assert draw("objectives", untold, "fr").title == (
        "Personne n’a consigné où en sont les deux objectifs"
    )


def test_a_status_is_a_word_and_a_sign(three: Framework, draw: Draw) -> None:
    scene = draw("objectives", three)
    assert glyphs_of(scene, "purpose/a") == ["check"]
    assert glyphs_of(scene, "purpose/b") == ["question"]
    assert glyphs_of(scene, "purpose/c") == ["question"]
    assert {entry.text for entry in scene.legend} == {"Met", "Not recorded"}
    assert scene.subjects == ("purpose/a", "purpose/b", "purpose/c")


def test_what_it_serves_and_its_evidence_are_named(three: Framework, draw: Draw) -> None:
    framework = changed(
        three,
        element("document/d", "Review", "Examen"),
        Link("evidenced-by", "purpose/a", "document/d"),
        Link("serves", "purpose/a", "purpose/c"),
    )
    row = next(row for row in OBJECTIVES.table(framework).rows if row.key == "purpose/a")
    assert row.cells["evidence"] == Text("Review", "Examen")
    assert row.cells["serves"] == Text("Objective c", "Objectif c")
    scene = draw("objectives", framework)
    spoken = {key for item in scene.everything() for key in item.shows}
    assert {"document/d", "purpose/c"} <= spoken
    assert "evidence" not in scene.lead or "No objective" not in scene.lead
    assert "No objective has any evidence" in draw("objectives", three).lead


def test_an_aim_of_another_kind_is_shown_where_it_has_a_status(small: Framework) -> None:
    without = changed(small, objective("s", "scope"))
    assert [row.key for row in OBJECTIVES.table(without).rows] == []
    told_of = changed(small, objective("s", "scope", "under-way"))
    (row,) = OBJECTIVES.table(told_of).rows
    assert row.cells["status"] == Text("Under way", "En cours")
    assert row.cells["kind"] == Text("Scope", "Portée")


def test_what_is_not_sure_has_a_dashed_line(three: Framework, draw: Draw) -> None:
    assert not any(isinstance(item, Wire) for item in draw("objectives", three).everything())
    scene = draw("objectives", changed(three, three["purpose/a"].replace(certainty="low")))
    assert any(isinstance(item, Wire) and item.dash == "dashed" for item in scene.everything())
    assert "unsure" in {entry.id for entry in scene.legend}


def test_without_any_it_says_what_to_do(small: Framework, draw: Draw) -> None:
    scene = draw("objectives", small, "fr")
    assert scene.title == "Aucun objectif n’est consigné dans cet état"
    assert scene.lead.startswith("Consignez")


def test_the_reference_framework_has_seven_of_its_own(reference: States) -> None:
    rows = OBJECTIVES.table(reference.at("2018")).rows
    own = [
        row for row in rows if row.cells["kind"] == Text("Framework objective", "Objectif du cadre")
    ]
    assert [row.key for row in own] == [f"purpose/fo{n}" for n in range(1, 8)]
    assert {str(row.cells["status"]) for row in own} == {str(Text("Not recorded", "Non consigné"))}


@settings(max_examples=25)
@given(st.data())
def test_any_objectives_are_drawn_well(data: st.DataObject) -> None:
    made = list[Element]()
    for place in range(data.draw(st.integers(0, 6))):
        name = data.draw(NAMES)
        one = element(f"purpose/p{place}", name, name, kind=data.draw(st.sampled_from(KINDS)))
        made.append(
            one.replace(
                status=data.draw(st.sampled_from(STATUSES)),
                summary=Text(data.draw(NAMES), ""),
                certainty=data.draw(st.sampled_from(("stated", "low"))),
            )
        )
    framework = Framework.of(KERNEL, made, [])
    for paper in ("tabloid", "letter", "phone"):
        scene = OBJECTIVES.draw(
            framework,
            words=wording("fr"),
            measure=MEASURE,
            stage=Stage(Text("Councils", "Conseils"), States("c", framework).info("current")),
            paper=paper,
        )
        assert audit(scene, MEASURE) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["letter", "a1", "phone"])
def test_it_is_drawn_well_on_every_paper(
    reference: States, draw: Draw, language: Language, paper: str
) -> None:
    assert audit(draw("objectives", reference.at("2018"), language, paper=paper), MEASURE) == ()


@pytest.mark.golden
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_scene(reference: States, draw: Draw, language: Language) -> None:
    scene = draw(
        "objectives",
        reference.at("2018"),
        language,
        state=reference.info("2018"),
        name=reference.name,
    )
    hold(f"objectives/2018-{language}.txt", told(scene))
