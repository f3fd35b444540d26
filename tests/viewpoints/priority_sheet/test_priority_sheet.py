"""The sheet of a priority: what it says, what it says is missing, and that it is well drawn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.graph import Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.traits import Trait
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.priority_sheet import PRIORITY_SHEET
from cadre.viewpoints.priority_sheet.model import sheet_of
from cadre.viewpoints.scene import Wire
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import Draw, element
from tests.viewpoints.frameworks import NAMES, changed

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")


@pytest.fixture
def led(small: Framework) -> Framework:
    """A priority of the north, led by an isle and supported by a group that works on two areas."""
    return changed(
        small,
        element("priority/p", "Piers", "Quais"),
        element("jurisdiction/isle", "Isle", "Île"),
        Link("leads", "council/north", "priority/p"),
        Link("leads", "jurisdiction/isle", "priority/p"),
        Link("supports", "group/boats", "priority/p", {"extent": "does"}),
        Link("supports", "group/ports", "priority/p", {"extent": "could"}),
    )


def test_the_title_follows_the_data(led: Framework, draw: Draw) -> None:
    assert draw("priority-sheet", led).title == (
        "“Piers” has one lead and one group behind it; no work plan is recorded"
    )
    working = changed(
        led,
        element("activity/a", "Plan", "Plan"),
        Link("part-of", "activity/a", "priority/p"),
        Link("supports", "group/ports", "priority/p", {"extent": "does"}),
    )
    assert draw("priority-sheet", working).title == (
        "“Piers” has one lead and two groups behind it; one piece of work is tied to it"
    )


def test_a_council_owns_it_and_others_lead_it(led: Framework) -> None:
    found = sheet_of(led, "")
    assert found is not None
    assert (found.leads, found.supporters, found.work) == (1, 1, 0)
    rows = PRIORITY_SHEET.table(led).rows
    keys = [row.key for row in rows]
    assert {"jurisdiction/isle", "group/boats", "group/ports"} <= set(keys)
    council = next(row for row in rows if row.cells["what"] == Text("Council", "Conseil"))
    assert council.cells["says"] == Text("North", "Nord")


def test_who_is_behind_it_and_its_plan_are_those_of_the_rule(led: Framework, draw: Draw) -> None:
    """What GAP-06 counts: taking part is work on it, and a plan may be joined either way round."""
    framework = changed(
        led,
        element("activity/a", "Plan", "Plan"),
        Link("depends-on", "priority/p", "activity/a"),
        Link("leads", "group/tides", "priority/p"),
    )
    assert draw("priority-sheet", framework).title == (
        "“Piers” has two leads and two groups behind it; one piece of work is tied to it"
    )
    alone = Framework.of(KERNEL, [element("priority/p", "P", "P")], [])
    assert draw("priority-sheet", alone).title == (
        "“P” has no lead and no group behind it; no work plan is recorded"
    )


def test_a_link_that_is_not_sure_is_dashed(led: Framework, draw: Draw) -> None:
    assert draw("priority-sheet", led).legend == ()
    link = Link("supports", "group/boats", "priority/p", {"extent": "does", "certainty": "medium"})
    scene = draw("priority-sheet", changed(led, link))
    assert [entry.id for entry in scene.legend] == ["unsure"]
    assert any(isinstance(item, Wire) and item.dash == "dashed" for item in scene.everything())


def test_what_was_assessed_before_the_state_says_so(reference: States, draw: Draw) -> None:
    framework, state = reference.at("2018"), reference.info("2018")
    key = "priority/digital-identity"
    scene = draw("priority-sheet", framework, state=state, of=key)
    assert "September 2016" in scene.furniture.remark
    bare = draw("priority-sheet", framework, state=state, of="priority/it-procurement")
    assert bare.furniture.remark == ""


def test_an_area_is_stated_or_comes_through_a_group(led: Framework) -> None:
    stated = changed(led, Link("in-focus-area", "priority/p", "focus-area/sky"))
    rows = PRIORITY_SHEET.table(stated).rows
    heading = Text("Focus areas", "Domaines d’intérêt")
    areas = {
        row.cells["what"].in_("en"): row.cells["says"].in_("en")  # type: ignore[union-attr]
        for row in rows
        if row.cells["section"] == heading
    }
    assert areas["Sky"] == "stated"
    assert areas["Sea"] == "through the groups that support it"


def test_without_any_it_says_what_to_do(small: Framework, draw: Draw) -> None:
    scene = draw("priority-sheet", small, "fr")
    assert scene.title == "Aucune priorité n’est consignée dans cet état"
    assert scene.lead.startswith("Consignez")
    assert PRIORITY_SHEET.table(small).rows == ()


def test_three_priorities_of_the_joint_councils_have_two_leads(reference: States) -> None:
    framework = reference.at("2018")
    leads = {
        key: found.leads
        for key in framework.keys(Trait.PRIORITY)
        if (found := sheet_of(framework, key))
    }
    assert leads == {
        "priority/digital-strategy": 2,
        "priority/digital-identity": 2,
        "priority/client-centred-services": 2,
        "priority/it-procurement": 0,
    }


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_priority_is_drawn_well(
    reference: States, draw: Draw, state: str, language: Language
) -> None:
    framework = reference.at(state)
    for key in framework.keys(Trait.PRIORITY) or [""]:
        for paper in ("tabloid", "letter", "phone"):
            scene = draw("priority-sheet", framework, language, paper=paper, of=key)
            assert audit(scene, MEASURE) == ()


@settings(max_examples=25)
@given(st.data())
def test_any_priority_is_drawn_well(data: st.DataObject) -> None:
    name = st.builds(Text, NAMES, NAMES)
    made = element("priority/p", data.draw(NAMES), data.draw(NAMES))
    result = element("result/r", data.draw(NAMES), data.draw(NAMES))
    framework = Framework.of(
        KERNEL,
        [made.replace(statement=data.draw(name)), result],
        [Link("contributes-to", "priority/p", "result/r")],
    )
    for paper in ("tabloid", "letter", "phone"):
        scene = PRIORITY_SHEET.draw(
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
        "priority-sheet",
        reference.at("2018"),
        language,
        state=reference.info("2018"),
        name=reference.name,
        of="priority/digital-identity",
    )
    hold(f"priority-sheet/2018-{language}.txt", told(scene))
