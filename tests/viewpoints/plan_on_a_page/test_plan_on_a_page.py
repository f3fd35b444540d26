"""The plan on a page: its columns, the holes that it names, and that it is well drawn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.traits import Trait
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.plan_on_a_page import PLAN_ON_A_PAGE
from cadre.viewpoints.plan_on_a_page.model import plan_of
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import Draw, element
from tests.viewpoints.frameworks import NAMES, changed

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")


@pytest.fixture
def planned(small: Framework) -> Framework:
    """A vision, a priority that is led and supported, and one that nobody carries."""
    return changed(
        small,
        element("purpose/v", "Calm water", "Eau calme", kind="vision"),
        element("priority/p", "Piers", "Quais"),
        element("priority/q", "Quays", "Appontements"),
        element("result/near", "Near", "Proche", horizon="immediate"),
        element("result/other", "Other", "Autre"),
        element("jurisdiction/isle", "Isle", "Île"),
        Link("leads", "jurisdiction/isle", "priority/p"),
        Link("supports", "group/boats", "priority/p"),
    )


def test_the_title_follows_the_data(small: Framework, planned: Framework, draw: Draw) -> None:
    assert draw("plan-on-a-page", planned).title == (
        "Two priorities are set; one has no lead and one has no group behind it"
    )
    owned = changed(planned, Link("leads", "council/south", "priority/q"))
    assert draw("plan-on-a-page", owned).title == draw("plan-on-a-page", planned).title
    led = changed(planned, Link("leads", "jurisdiction/isle", "priority/q"))
    assert draw("plan-on-a-page", led).title == (
        "Two priorities are set; one has no group behind it"
    )
    carried = changed(led, Link("supports", "group/ports", "priority/q"))
    assert draw("plan-on-a-page", carried, "fr").title == (
        "Deux priorités fixées; chacune a un responsable et un groupe à l’appui"
    )
    assert draw("plan-on-a-page", small).title == "No priority is recorded in this state"


def test_without_a_vision_it_says_so(small: Framework, planned: Framework, draw: Draw) -> None:
    assert draw("plan-on-a-page", small, "fr").lead.endswith("Aucune vision n’est consignée.")
    assert "No vision" not in draw("plan-on-a-page", planned).lead


def test_results_stand_under_their_horizon_and_those_of_none_last(planned: Framework) -> None:
    sections = plan_of(planned, None).columns[2]
    assert [section.heading.en for section in sections] == [
        "Results: Immediate (0 to 3 years)",
        "Results",
    ]
    assert [fact.key for section in sections for fact in section.facts] == [
        "result/near",
        "result/other",
    ]


def test_every_area_is_there_with_the_groups_at_work(planned: Framework) -> None:
    areas = {
        row.cells["what"]: row.cells["says"]
        for row in PLAN_ON_A_PAGE.table(planned).rows
        if row.key.startswith("focus-area/")
    }
    assert areas == {
        Text("Sea", "Mer"): Text("2", "2"),
        Text("Shore", "Rive"): Text("1", "1"),
        Text("Sky", "Ciel"): Text("0", "0"),
    }


def test_it_counts_as_the_map_does(reference: States) -> None:
    rows = PLAN_ON_A_PAGE.table(reference.at("2016-09")).rows
    aligned = next(row for row in rows if row.key == "focus-area/jurisdictional-alignment")
    assert aligned.cells["says"] == Text("14", "14")
    keys = {row.key for row in rows}
    assert set(reference.at("2016-09").keys(Trait.OUTCOME)) <= keys


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["tabloid", "letter", "a1", "phone"])
def test_it_is_drawn_well_in_every_state(
    reference: States, draw: Draw, state: str, language: Language, paper: str
) -> None:
    scene = draw("plan-on-a-page", reference.at(state), language, paper=paper)
    assert audit(scene, MEASURE) == ()


@settings(max_examples=25)
@given(st.data())
def test_any_plan_is_drawn_well(data: st.DataObject) -> None:
    made = list[Element]()
    for place in range(data.draw(st.integers(0, 4))):
        for kind in ("priority", "result", "purpose", "focus-area", "council"):
            made.append(element(f"{kind}/x{place}", data.draw(NAMES), data.draw(NAMES)))
    framework = Framework.of(KERNEL, made, [])
    for paper in ("tabloid", "letter", "phone"):
        scene = PLAN_ON_A_PAGE.draw(
            framework,
            words=wording("fr"),
            measure=MEASURE,
            stage=Stage(Text("Councils", "Conseils"), States("c", framework).info("current")),
            paper=paper,
        )
        assert audit(scene, MEASURE) == ()


@pytest.mark.golden
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_scene(reference: States, draw: Draw, language: Language) -> None:
    scene = draw(
        "plan-on-a-page",
        reference.at("2018"),
        language,
        state=reference.info("2018"),
        name=reference.name,
    )
    hold(f"plan-on-a-page/2018-{language}.txt", told(scene))
