"""The roadmap: what it shows and finds, and that it is well drawn for any framework."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import StateInfo, StateKind, States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.traits import Trait
from cadre.core.values import Value
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.roadmap import ROADMAP
from cadre.viewpoints.roadmap.model import roadmap_of
from cadre.viewpoints.scene import Box, Glyph, Group, Label, Scene, Wire, opened
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import Draw, element
from tests.viewpoints.frameworks import NAMES, changed

DAY = StateInfo("x", StateKind.EDITION, Text("Then", "Alors"), date=PartialDate(2017, 1, 15))


def work(slug: str, *periods: str, area: str = "sea", **values: Value) -> list[Element | Link]:
    key = f"activity/{slug}"
    return [
        element(key, f"Work {slug}", f"Travail {slug}", **values),
        *(Link("scheduled-in", key, f"period/{period}") for period in periods),
        *([Link("in-focus-area", key, f"focus-area/{area}")] if area else []),
    ]


@pytest.fixture
def plan(small: Framework) -> Framework:
    """Two periods, work in the first, in both and in none, and a phase over both."""
    return changed(
        small,
        element(
            "period/one", "One", "Un", order=1,
            starts=PartialDate(2016, 10), ends=PartialDate(2017, 3),
        ),
        element(
            "period/two", "Two", "Deux", order=2,
            starts=PartialDate(2017, 4), ends=PartialDate(2017, 9),
        ),
        element("phase/all", "Phase", "Phase", starts=PartialDate(2016, 10)),
        *work("a", "one", progress="new", **{"council-role": "pr"}),
        *work("b", "one", "two", progress="under-way"),
        *work("c", area="shore"),
        *work("d", "two", area="", placeholder=True),
    )  # fmt: skip


def texts(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in scene.everything() if isinstance(item, Label))


def box_of(scene: Scene, key: str) -> Box:
    [group] = [it for it in opened(scene.items) if isinstance(it, Group) and it.key == key]
    return next(item for item in group.items if isinstance(item, Box))


# --- what it shows ------------------------------------------------------------------------------


def test_areas_periods_phases_and_scheduled_work_are_drawn_once(
    plan: Framework, draw: Draw
) -> None:
    scene = draw("roadmap", plan)
    assert set(scene.subjects) == {
        *plan.keys(Trait.AXIS),
        *plan.keys(Trait.TIME),
        "activity/a",
        "activity/b",
        "activity/d",
    }
    assert audit(scene, MEASURE) == ()


def test_a_bar_is_as_long_as_its_periods(plan: Framework, draw: Draw) -> None:
    scene = draw("roadmap", plan)
    one, both = box_of(scene, "activity/a"), box_of(scene, "activity/b")
    assert both.rect.width > 2 * one.rect.width
    assert (one.outline, both.outline) == ("double", "plain")
    assert both.fill.token == "hue-tint"
    done = changed(plan, plan["activity/a"].replace(progress="done"))
    assert "check" in {
        it.glyph for it in draw("roadmap", done).everything() if isinstance(it, Glyph)
    }
    stopped = changed(plan, plan["activity/a"].replace(progress="stopped"))
    assert box_of(draw("roadmap", stopped), "activity/a").outline == "struck"


def test_what_has_no_period_is_counted_and_named_in_the_table(plan: Framework, draw: Draw) -> None:
    scene = draw("roadmap", plan)
    assert "1 without a period" in texts(scene)
    rows = {row.key: row.cells for row in ROADMAP.table(plan).rows}
    assert rows["activity/c"]["row"] == Text("Work without a period", "Travaux sans période")
    assert "focus-area/sky" in rows
    assert "No focus area" in texts(scene)


def test_the_headers_are_toggled(plan: Framework, draw: Draw) -> None:
    both = texts(draw("roadmap", plan))
    assert "One" in both
    assert "October 2016 to March 2017" in both
    assert "October 2016" not in texts(draw("roadmap", plan, headers="abstract"))
    dated = texts(draw("roadmap", plan, "fr", headers="dated"))
    assert "Octobre 2016 à mars 2017" in dated
    assert "\nUn\n" not in dated


def test_the_day_is_marked_where_it_falls_in_a_period(plan: Framework, draw: Draw) -> None:
    def marked(scene: Scene) -> bool:
        return any(isinstance(it, Glyph) and it.glyph == "down" for it in scene.everything())

    assert marked(draw("roadmap", plan, state=DAY))
    assert not marked(draw("roadmap", plan))
    assert "the day of this state" in {
        entry.text for entry in draw("roadmap", plan, state=DAY).legend
    }
    assert roadmap_of(plan, date(2017, 7, 1)).today == pytest.approx(1.5, abs=0.02)
    assert roadmap_of(plan, date(2020, 1, 1)).today is None


def test_the_title_follows_the_data(plan: Framework, draw: Draw) -> None:
    scene = draw("roadmap", plan)
    assert scene.title == "Three pieces of work over two periods; two of three areas have none"
    assert "One is under way already. One is still to be determined." in scene.lead
    needed = changed(plan, Link("depends-on", "activity/a", "activity/d"))
    scene = draw("roadmap", needed)
    assert scene.title == "Three pieces of work over two periods; one comes before what it needs"
    assert box_of(scene, "activity/a").stroke.token == "accent"
    assert "early" in {entry.id for entry in scene.legend}


def test_what_is_needed_is_drawn_where_a_way_is_free(plan: Framework, draw: Draw) -> None:
    needed = changed(plan, Link("depends-on", "activity/d", "activity/a"))
    scene = draw("roadmap", needed)
    [wire] = [item for item in scene.items if isinstance(item, Wire)]
    assert wire.ends == ("activity/a", "activity/d")
    assert wire.end == "arrow"
    assert audit(scene, MEASURE) == ()
    rows = {row.key: row.cells for row in ROADMAP.table(needed).rows}
    assert rows["activity/d"]["needs"] == Text("Work a", "Travail a")


def test_without_work_in_periods_it_says_what_to_do(small: Framework, draw: Draw) -> None:
    scene = draw("roadmap", small, "fr")
    assert scene.title == "Aucun travail n’a de période dans cet état"
    assert scene.lead.startswith("Prévoyez")
    assert audit(scene, MEASURE) == ()


def test_the_roadmap_of_the_councils(reference: States) -> None:
    framework = reference.at("2016-09")
    shown = roadmap_of(framework, date(2016, 9, 14))
    assert len(shown.items) == 29
    assert len(shown.lanes) == 10
    assert [lane.step.code for lane in shown.empty if lane.step] == ["F", "G"]
    assert sum(item.is_placeholder for item in shown.items) == 2
    assert [(phase.first, phase.last) for phase in shown.phases] == [(0, 2)]
    assert shown.question


# --- drawn well ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["letter", "a1", "phone"])
def test_it_is_drawn_well_on_every_paper(
    reference: States, draw: Draw, language: Language, paper: str
) -> None:
    for headers in ("both", "dated"):
        scene = draw("roadmap", reference.at("2018"), language, paper=paper, headers=headers)
        assert audit(scene, MEASURE) == ()


@settings(max_examples=40)
@given(st.data())
def test_any_plan_is_drawn_well_and_no_two_bars_meet(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 4))
    things: list[Element] = [
        element(f"period/p{n}", f"P{n}", f"P{n}", order=n) for n in range(count)
    ]
    things += [element(f"focus-area/a{n}", f"Area {n}", f"Domaine {n}") for n in range(2)]
    links: dict[tuple[str, str, str], Link] = {}
    keys = [f"activity/w{place}" for place in range(data.draw(st.integers(0, 7)))]

    def tie(type_: str, source: str, target: str) -> None:
        links[type_, source, target] = Link(type_, source, target)

    for key in keys:
        name = data.draw(NAMES)
        progress = data.draw(st.sampled_from(("new", "under-way", "done", "stopped", "")))
        things.append(element(key, name, name, progress=progress))
        for _ in range(data.draw(st.integers(0, 2))):
            tie("scheduled-in", key, f"period/p{data.draw(st.integers(0, count - 1))}")
        if data.draw(st.booleans()):
            tie("in-focus-area", key, f"focus-area/a{data.draw(st.integers(0, 1))}")
        other = data.draw(st.sampled_from(keys))
        if other != key and data.draw(st.booleans()):
            tie("depends-on", key, other)
    framework = Framework.of(KERNEL, things, links.values())
    for paper in ("tabloid", "phone"):
        scene = ROADMAP.draw(
            framework,
            words=wording("en"),
            measure=MEASURE,
            stage=Stage(Text("Councils", "Conseils"), States("c", framework).info("current")),
            paper=paper,
        )
        assert audit(scene, MEASURE) == ()


@pytest.mark.golden
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_scene(reference: States, draw: Draw, language: Language) -> None:
    scene = draw(
        "roadmap",
        reference.at("2016-09"),
        language,
        state=reference.info("2016-09"),
        name=reference.name,
    )
    hold(f"roadmap/2016-09-{language}.txt", told(scene))
