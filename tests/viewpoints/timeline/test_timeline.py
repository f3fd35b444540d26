"""The timeline: its order, gaps and findings, and that any framework's is well drawn."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.scene import Glyph, Region, Scene
from cadre.viewpoints.timeline import TIMELINE
from cadre.viewpoints.timeline.model import calendar_of
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import Draw, element
from tests.viewpoints.frameworks import NAMES, changed

AS_OF = date(2020, 6, 1)


def meeting(slug: str, day: str = "", form: str = "in-person", lifecycle: str = "ended") -> Element:
    made = element(f"meeting/{slug}", f"Meeting {slug}", f"Réunion {slug}", form=form)
    made = made.replace(lifecycle=lifecycle)
    return made.replace(date=PartialDate.parse(day)) if day else made


@pytest.fixture
def met(small: Framework) -> Framework:
    """Three meetings in person, 5 and 9 months apart, and a teleconference of no date."""
    return changed(
        small,
        meeting("a", "2018-10"),
        meeting("b", "2019-03-14"),
        meeting("c", "2019-12"),
        meeting("d", form="teleconference", lifecycle="proposed"),
    )


def glyphs(scene: Scene) -> set[str]:
    return {item.glyph for item in scene.everything() if isinstance(item, Glyph)}


def test_gaps_are_between_meetings_in_person(met: Framework) -> None:
    calendar = calendar_of(changed(met, meeting("t", "2019-06", "teleconference")), AS_OF)
    assert [gap.months for gap in calendar.gaps] == [5, 9]
    assert calendar.cadence == 7
    assert calendar.longest is not None
    assert (calendar.longest.before.key, calendar.longest.after.key) == ("meeting/b", "meeting/c")


def test_the_title_follows_the_data(met: Framework, draw: Draw) -> None:
    scene = draw("timeline", met)
    assert scene.title == ("In-person meetings are about 7 months apart; the longest gap is 9")
    assert "The longest gap is from 14\u00a0March 2019 to December 2019." in scene.lead
    even = changed(met, meeting("c", "2019-08"))
    assert draw("timeline", even, "fr").title == "Les réunions en personne ont lieu tous les 5 mois"
    alone = changed(
        met, meeting("b", "2019-03-14", "kick-off"), meeting("c", "2019-12", "teleconference")
    )
    assert draw("timeline", alone).title == (
        "Four meetings are recorded, one of them in person and dated"
    )


def test_what_is_planned_is_the_next_until_it_is_past(met: Framework) -> None:
    planned = changed(met, meeting("e", "2020-09", lifecycle="proposed"))
    assert [one.key for one in calendar_of(planned, AS_OF).upcoming] == ["meeting/e"]
    later = calendar_of(planned, date(2021, 1, 1))
    assert later.upcoming == ()
    assert next(one for one in later.meetings if one.key == "meeting/e").when == "untold"


def test_what_was_not_held_has_an_open_sign(met: Framework, draw: Draw) -> None:
    scene = draw("timeline", met)
    assert {"diamond", "circle-open"} <= glyphs(scene)
    assert "circle" not in glyphs(scene)
    assert "Teleconference, planned" in {entry.text for entry in scene.legend}


def test_a_month_is_a_span_and_a_day_is_none(small: Framework, draw: Draw) -> None:
    def spans(day: str) -> int:
        scene = draw("timeline", changed(small, meeting("a", day), meeting("z", "2017-01-01")))
        return sum(
            isinstance(item, Region) and item.radius > 0 and item.rect.width > 6
            for item in scene.everything()
            if not isinstance(item, Region) or item.rect.height < 8
        )

    assert spans("2018-10") == spans("2018-10-05") + 2  # on the line, and in the legend


def test_an_undated_one_keeps_its_place_in_the_order(small: Framework) -> None:
    framework = changed(
        small,
        meeting("x", "2019-01").replace(order=1),
        meeting("y").replace(order=2),
        meeting("w", "2019-06").replace(order=3),
    )
    keys = [one.key for one in calendar_of(framework, AS_OF).meetings]
    assert keys == ["meeting/x", "meeting/y", "meeting/w"]


def test_what_was_decided_is_named(met: Framework, draw: Draw) -> None:
    framework = changed(
        met,
        element("decision/go", "Go on", "Continuer"),
        Link("decided-at", "decision/go", "meeting/a"),
    )
    row = next(row for row in TIMELINE.table(framework).rows if row.key == "meeting/a")
    assert row.cells["decided"] == Text("Go on", "Continuer")
    spoken = {key for item in draw("timeline", framework).everything() for key in item.shows}
    assert "decision/go" in spoken


def test_without_any_it_says_what_to_do(small: Framework, draw: Draw) -> None:
    scene = draw("timeline", small, "fr")
    assert scene.title == "Aucune réunion n’est consignée dans cet état"
    assert scene.lead.startswith("Consignez")
    assert TIMELINE.table(small).rows == ()


def test_the_councils_met_about_twice_a_year(reference: States) -> None:
    calendar = calendar_of(reference.at("2018"), date(2018, 2, 28))
    assert [gap.months for gap in calendar.gaps] == [5, 7, 5, 8]
    assert calendar.cadence == 6
    assert len(calendar.meetings) == 8
    assert len(calendar.dated) == 6


@settings(max_examples=25)
@given(st.data())
def test_any_meetings_are_drawn_well(data: st.DataObject) -> None:
    made = list[Element]()
    for place in range(data.draw(st.integers(0, 7))):
        name = data.draw(NAMES)
        day = data.draw(st.sampled_from(("", "2019", "2019-04", "2019-04-02", "2031-12")))
        form = data.draw(st.sampled_from(("in-person", "teleconference", "kick-off", "")))
        lifecycle = data.draw(st.sampled_from(("ended", "proposed", "active")))
        one = meeting(f"m{place}", day, form, lifecycle)
        made.append(one.replace(name=Text(name, name), certainty="low" if place % 2 else "stated"))
    framework = Framework.of(KERNEL, made, [])
    for paper in ("tabloid", "letter", "phone"):
        scene = TIMELINE.draw(
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
    scene = draw(
        "timeline", reference.at("2018"), language, paper=paper, state=reference.info("2018")
    )
    assert audit(scene, MEASURE) == ()


@pytest.mark.golden
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_scene(reference: States, draw: Draw, language: Language) -> None:
    scene = draw(
        "timeline",
        reference.at("2018"),
        language,
        state=reference.info("2018"),
        name=reference.name,
    )
    hold(f"timeline/2018-{language}.txt", told(scene))
