"""The near view as pages of a small paper: nothing is lost, nothing is cut, each page says why."""

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from cadre.core.graph import Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import StateInfo, States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.exchange import read
from cadre.render.measure import MEASURE
from cadre.render.pdf import pdf_file
from cadre.viewpoints.audit import audit
from cadre.viewpoints.axis import axis
from cadre.viewpoints.framework_map import FRAMEWORK_MAP
from cadre.viewpoints.scene import Label, Scene
from cadre.viewpoints.viewpoint import PAPERS, Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import NOW, REFERENCE, element
from tests.viewpoints.framework_map.builders import changed, made_up
from tests.viewpoints.framework_map.test_framework_map import STATES, frameworks, texts

SMALL = ("a3", "letter", "tabloid")


def pages(
    framework: Framework,
    language: Language = "en",
    paper: str = "tabloid",
    *,
    state: StateInfo = NOW,
    name: Text | None = None,
    **options: str,
) -> tuple[Scene, ...]:
    return FRAMEWORK_MAP.pages(
        framework,
        words=wording(language),
        measure=MEASURE,
        stage=Stage(name or Text("Harbour councils", "Conseils du port"), state),
        paper=paper,
        options={"level": "micro", **options},
    )


def subjects(scenes: tuple[Scene, ...]) -> list[str]:
    return [key for scene in scenes for key in scene.subjects]


def page_of(scenes: tuple[Scene, ...], area: str) -> Scene:
    return next(scene for scene in scenes if area in scene.subjects)


def well_drawn(scenes: tuple[Scene, ...]) -> None:
    for scene in scenes:
        assert audit(scene, MEASURE) == ()
        assert scene.title
        assert scene.summary


def foot(scene: Scene) -> list[str]:
    return [" ".join(item.lines) for item in scene.foot if isinstance(item, Label)]


# --- what is on them ------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", SMALL)
@pytest.mark.parametrize("state", STATES)
def test_all_of_the_one_picture_stands_on_one_page_each(
    state: str, paper: str, reference: States
) -> None:
    framework = reference.at(state)
    (whole,) = pages(framework, paper="a1")
    parts = pages(framework, paper=paper)
    assert sorted(subjects(parts)) == sorted(whole.subjects)
    linked = {link for item in whole.everything() for link in item.links}
    assert linked <= {link for scene in parts for item in scene.everything() for link in item.links}


def test_all_of_a_large_framework_stands_on_one_page_each() -> None:
    framework = made_up(60, 15)
    (whole,) = pages(framework, paper="a0")
    for paper in SMALL:
        assert sorted(subjects(pages(framework, paper=paper))) == sorted(whole.subjects)


def test_a2_and_larger_stay_one_picture(reference: States) -> None:
    for paper in ("a2", "a1", "a0"):
        assert len(pages(reference.at("2018"), paper=paper)) == 1
    assert FRAMEWORK_MAP.on_screen({"level": "micro"}) == "a2"
    assert FRAMEWORK_MAP.on_screen({"level": "macro"}) == "tabloid"


def test_each_area_has_a_page_after_the_overview_in_their_order(reference: States) -> None:
    framework = reference.at("2018")
    scenes = pages(framework)
    areas = [step.key for step in axis(framework)]
    firsts = [next(key for key in scene.subjects if key in areas) for scene in scenes[-10:]]
    assert firsts == areas
    assert not {*scenes[0].subjects, *scenes[1].subjects} & {*areas}


def test_pages_are_numbered_and_the_overview_says_which_is_which(reference: States) -> None:
    scenes = pages(reference.at("2018"))
    total = len(scenes)
    for number, scene in enumerate(scenes, 1):
        assert f"{number} of {total}" in foot(scene)
    french = pages(reference.at("2018"), "fr")
    assert f"3 sur {len(french)}" in foot(french[2])
    places = {scene.subjects[0]: number for number, scene in enumerate(scenes, 1) if number > 2}
    said = texts(scenes[0]).split("\n")
    assert [int(it) for it in said[said.index("Digital governance") :] if it.isdigit()][7] == (
        places["focus-area/digital-governance"]
    )


def test_the_overview_counts_what_each_area_has(small: Framework) -> None:
    said = texts(pages(small)[0]).split("\n")
    row = said[said.index("Sea") : said.index("Shore")]
    assert row[1:6] == ["2", "2", "0", "0", "0"]
    assert "none" in said[said.index("Sky") :]


def test_the_overview_names_groups_that_work_nowhere_and_what_fits_nowhere(
    small: Framework,
) -> None:
    stray = changed(small, element("activity/x", "Stray", "Errant"))
    said = texts(pages(stray)[0]).split("\n")
    assert said.index("Groups in no focus area") < said.index("Tides") < said.index("Stray")


def test_an_area_page_says_what_each_group_does_there(small: Framework) -> None:
    page = page_of(pages(small), "focus-area/sea")
    said = texts(page).split("\n")
    assert said.index("Boats") < said.index("Builds boats.") < said.index("Ports")
    assert "Tides" not in said
    assert {entry.id for entry in page.legend} >= {"line", "line-unsure"}
    assert "No group at work" in texts(page_of(pages(small), "focus-area/sky"))


def test_a_result_of_two_areas_stands_on_the_page_of_the_first_and_is_named_on_the_other(
    small: Framework,
) -> None:
    both = changed(
        small,
        element("result/r", "Calm water", "Eau calme", horizon="immediate"),
        Link("in-focus-area", "result/r", "focus-area/sea"),
        Link("in-focus-area", "result/r", "focus-area/sky"),
    )
    scenes = pages(both)
    sea, sky = page_of(scenes, "focus-area/sea"), page_of(scenes, "focus-area/sky")
    assert "result/r" in sea.subjects
    assert "result/r" not in sky.subjects
    assert "Calm water" in texts(sky)


def test_the_legend_has_only_what_is_on_the_page(reference: States) -> None:
    scenes = pages(reference.at("2018"))
    ids = {entry.id for entry in page_of(scenes, "focus-area/program-structure").legend}
    assert "line" not in ids
    assert not any(it.startswith("badge-") for it in ids)
    assert "line" in {entry.id for entry in page_of(scenes, "focus-area/digital-skills").legend}


# --- what they say --------------------------------------------------------------------------------


def test_the_title_of_an_area_is_computed_and_changes_with_the_data(small: Framework) -> None:
    sky = "focus-area/sky"
    assert page_of(pages(small), sky).title == "No group works on sky"
    assert page_of(pages(small, "fr"), sky).title == (
        "Aucun groupe ne travaille dans «\u00a0Ciel\u00a0»"
    )
    planned = changed(
        small,
        element("activity/kites", "Kites", "Cerfs-volants"),
        Link("in-focus-area", "activity/kites", sky),
    )
    assert (
        page_of(pages(planned), sky).title == "No group works on sky; one piece of work is proposed"
    )
    assert page_of(pages(planned), "focus-area/sea").title == (
        "Only two groups work on sea; no work is proposed"
    )
    filled = changed(planned, Link("covers", "group/tides", sky))
    assert page_of(pages(filled), sky).title == (
        "Only one group works on sky; one more piece of work is proposed"
    )
    assert page_of(pages(filled, "fr"), sky).title == (
        "Un seul groupe travaille dans «\u00a0Ciel\u00a0»; un autre travail est proposé"
    )
    more = [element(f"group/n{i}", f"N{i}", f"N{i}", lifecycle="active") for i in range(3)]
    crowd = changed(filled, *more, *(Link("covers", it.key, sky) for it in more))
    assert page_of(pages(crowd), sky).title == (
        "Four of 6 groups work on sky; one more piece of work is proposed"
    )


def test_the_lead_of_an_area_says_results_priorities_and_who_gives_way(reference: States) -> None:
    scenes = pages(reference.at("recommendations-2018"))
    assert page_of(scenes, "focus-area/digital-enablement").lead == (
        "No result is stated for it. Three priorities reach it. One group gives way."
    )


def test_the_title_of_the_overview_changes_with_the_data(reference: States) -> None:
    now = reference.at("2018")
    assert pages(now)[0].title == (
        "22 of 37 pieces of work sit in two focus areas; more is proposed in all ten"
    )
    assert pages(now)[1].title == "Two of 18 groups work in no focus area"
    busy = changed(now, Link("covers", "group/research", "focus-area/jurisdictional-alignment"))
    assert pages(busy)[0].title.startswith("23 of 38 pieces of work")
    assert pages(busy)[1].title == "One of 18 groups works in no focus area"


def test_a_page_that_goes_on_says_so() -> None:
    scenes = pages(made_up(60, 3), paper="letter")
    going_on = [scene for scene in scenes if scene.title.endswith("(continued)")]
    assert going_on
    assert any("Work of the groups (continued)" in texts(scene) for scene in going_on)
    french = pages(made_up(60, 3), "fr", "letter")
    assert any(scene.title.endswith("(suite)") for scene in french)


# --- how they are drawn ---------------------------------------------------------------------------


@pytest.mark.parametrize("paper", SMALL)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_every_page_is_well_drawn_and_keeps_to_its_paper(
    state: str, language: Language, paper: str, reference: States
) -> None:
    scenes = pages(
        reference.at(state), language, paper, state=reference.info(state), name=reference.name
    )
    well_drawn(scenes)
    assert {(scene.width, scene.height) for scene in scenes} == {PAPERS[paper]}


@pytest.mark.parametrize("paper", SMALL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_other_frameworks_are_well_drawn(language: Language, paper: str) -> None:
    empty = Framework.of(KERNEL)
    one_group = Framework.of(KERNEL, [element("group/a", "A", "B")])
    one_area = Framework.of(KERNEL, [element("focus-area/a", "A", "B")])
    for framework in (empty, one_group, one_area, made_up(60, 15), made_up(30, 40)):
        well_drawn(pages(framework, language, paper))
    states = read(REFERENCE.parent / "example")
    for state in states.keys():  # noqa: SIM118 -- the keys of states; it is no mapping
        well_drawn(pages(states.at(state), language, paper))


def test_filters_are_well_drawn(reference: States) -> None:
    framework = reference.at("2018")
    chosen: tuple[dict[str, Any], ...] = (
        {"council": "council/joint"},
        {"area": "focus-area/digital-skills"},
        {"role": "ce"},
        {"outside": "no"},
    )
    for options in chosen:
        scenes = pages(framework, **options)
        well_drawn(scenes)
        assert "Only part of the framework" in scenes[0].lead


@pytest.mark.golden
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_the_reference_framework(language: Language, reference: States) -> None:
    info = reference.info("2018")
    scenes = pages(reference.at("2018"), language, state=info, name=reference.name)
    area = page_of(scenes, "focus-area/digital-enablement")
    hold(f"framework-map/page-overview-2018-{language}.txt", told(scenes[0]))
    hold(f"framework-map/page-digital-enablement-2018-{language}.txt", told(area))


def test_a_pdf_has_all_of_them(reference: States) -> None:
    framework = reference.at("2018")
    scenes = pages(framework)
    table = FRAMEWORK_MAP.table(framework, {"level": "micro"})
    made = pdf_file(scenes, table)
    width, height = PAPERS["tabloid"]
    found = PdfReader(io.BytesIO(made)).pages
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in found]
    assert sizes.count((round(width), round(height))) == len(scenes)


@settings(max_examples=15)
@given(framework=frameworks(), paper=st.sampled_from(SMALL))
def test_any_framework_is_well_drawn(framework: Framework, paper: str) -> None:
    scenes = pages(framework, "fr", paper)
    well_drawn(scenes)
    assert len(subjects(scenes)) == len(set(subjects(scenes)))
