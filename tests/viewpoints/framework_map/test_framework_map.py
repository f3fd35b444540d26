"""The framework map: what it finds, what it draws, and that it is well drawn for any framework."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.graph import Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.traits import COUNCIL_ROLES, HORIZONS
from cadre.exchange import read
from cadre.render.measure import MEASURE
from cadre.render.svg import svg_file
from cadre.viewpoints.audit import audit
from cadre.viewpoints.framework_map import FRAMEWORK_MAP
from cadre.viewpoints.framework_map.detail import detail
from cadre.viewpoints.scene import Label, Scene, Track, Wire
from cadre.viewpoints.viewpoint import BadOption, Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import NOW, REFERENCE, Draw, element
from tests.viewpoints.framework_map.builders import changed, made_up

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")
LEVELS = ("macro", "micro")
SHEET = {"macro": "tabloid", "micro": "a1"}
"""A paper on which each level is one picture."""


def texts(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in scene.everything() if isinstance(item, Label))


def wires(scene: Scene) -> list[Wire]:
    return [item for item in scene.everything() if isinstance(item, Wire)]


# --- what it finds -----------------------------------------------------------------------------


def test_the_title_is_what_is_found_and_changes_with_the_data(small: Framework, draw: Draw) -> None:
    assert draw("framework-map", small).title == "No group works on sky"
    assert draw("framework-map", small, "fr").title == (
        "Aucun groupe ne travaille dans «\u00a0Ciel\u00a0»"
    )
    filled = changed(small, Link("covers", "group/tides", "focus-area/sky"))
    assert draw("framework-map", filled).title == "All three focus areas hang on one or two groups"
    crowded = changed(filled, Link("covers", "group/tides", "focus-area/sea"))
    assert draw("framework-map", crowded).title == "All three groups work on sea"


def test_proposed_groups_that_fill_a_gap_make_the_title(small: Framework, draw: Draw) -> None:
    proposed = changed(
        small,
        element("group/kites", "Kites", "Cerfs-volants", lifecycle="proposed"),
        Link("covers", "group/kites", "focus-area/sky"),
    )
    assert draw("framework-map", proposed).title == (
        "One proposed group would bring work to sky, which has none today"
    )


def test_the_title_of_the_near_view_is_computed_too(reference: States, draw: Draw) -> None:
    now = reference.at("2016-09")
    assert draw("framework-map", now, level="micro").title == (
        "22 of 37 pieces of work sit in two focus areas; more is proposed in all ten"
    )
    more = changed(now, Link("covers", "group/research", "focus-area/jurisdictional-alignment"))
    assert draw("framework-map", more, level="micro").title.startswith("23 of 38 pieces of work")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_there_is_said(language: Language, draw: Draw) -> None:
    nothing = Framework.of(KERNEL)
    one_group = Framework.of(KERNEL, [element("group/a", "A", "B")])
    one_area = Framework.of(KERNEL, [element("focus-area/a", "A", "B")])
    for framework in (nothing, one_group, one_area):
        for level in LEVELS:
            for paper in ("tabloid", "phone"):
                scene = draw("framework-map", framework, language, paper=paper, level=level)
                assert scene.title
                assert audit(scene, MEASURE) == ()


def test_a_state_without_priorities_says_so(reference: States, draw: Draw) -> None:
    said = "No priority is recorded in this state."
    assert said in texts(draw("framework-map", reference.at("2016-09")))
    assert said not in texts(draw("framework-map", reference.at("2018")))


# --- what it draws -----------------------------------------------------------------------------


def test_an_area_without_a_group_is_hatched_and_says_so(small: Framework, draw: Draw) -> None:
    scene = draw("framework-map", small)
    assert "no group" in texts(scene)
    assert "nothing" in {entry.id for entry in scene.legend}


def test_uncertain_work_is_dashed(small: Framework, draw: Draw) -> None:
    for level in LEVELS:
        dashed = [wire for wire in wires(draw("framework-map", small, level=level, paper="a1"))
                  if wire.dash == "dashed"]  # fmt: skip
        assert dashed, level


def test_each_work_of_a_group_has_one_line_and_its_number_at_both_ends(
    reference: States, draw: Draw
) -> None:
    framework = reference.at("2016-09")
    scene = draw("framework-map", framework, level="micro", paper="a1")
    lines = [wire for wire in wires(scene) if wire.links and wire.links[0].type == "covers"]
    assert len(lines) == 35
    for member in detail(framework).members.values():
        areas = sum(wire.ends[0] == member.key for wire in lines)
        shown = texts(scene).split("\n").count(str(member.number))
        assert shown >= 1 + areas


def test_work_of_no_known_group_names_its_candidates(reference: States, draw: Draw) -> None:
    scene = draw("framework-map", reference.at("2016-09"), level="micro", paper="a1")
    assert texts(scene).count("perhaps") == 2
    assert "unknown" in {entry.id for entry in scene.legend}


def test_the_legend_has_only_what_is_drawn(small: Framework, draw: Draw) -> None:
    ids = {entry.id for entry in draw("framework-map", small).legend}
    assert ids == {
        *("council-council/north", "council-council/south"),
        *("band", "uncertain", "nothing", "stub", "thin"),
    }


def test_ties_outside_are_on_both_levels(reference: States, draw: Draw) -> None:
    framework = reference.at("2018")
    ties = {link.id for link in framework.links(type="tied-to")}
    assert ties
    for level in LEVELS:
        scene = draw("framework-map", framework, level=level, paper="a1")
        drawn = {link for item in scene.everything() for link in item.links}
        assert ties <= drawn
    left_out = draw("framework-map", framework, outside="no")
    assert "Outside the councils" not in texts(left_out)
    assert "without outside bodies" in left_out.lead


def test_what_fits_nowhere_stands_in_the_last_band(small: Framework, draw: Draw) -> None:
    stray = changed(small, element("activity/x", "Stray", "Errant"))
    scene = draw("framework-map", stray, level="micro", paper="a1")
    assert "activity/x" in scene.subjects
    assert "Other" in texts(scene)


def test_a_near_view_says_which_paper_it_needs(reference: States, draw: Draw) -> None:
    scene = draw("framework-map", reference.at("2016-09"), level="micro", paper="a2")
    assert scene.paper == "a1"
    assert (scene.width, scene.height) == (2384, 1684)


def test_options_are_checked(small: Framework, draw: Draw) -> None:
    with pytest.raises(BadOption, match="level cannot be nano"):
        _ = draw("framework-map", small, level="nano")
    with pytest.raises(BadOption, match="council needs the key"):
        _ = draw("framework-map", small, council="group/boats")


# --- as rows -----------------------------------------------------------------------------------


def test_the_table_has_each_weight_with_its_links(reference: States) -> None:
    rows = FRAMEWORK_MAP.table(reference.at("2016-09"), {"level": "macro"}).rows
    weights = {
        row.cells["source"]: row.cells["weight"]
        for row in rows
        if row.cells.get("target") == "focus-area/jurisdictional-alignment"
        and str(row.cells["source"]).startswith("council/")
    }
    assert weights == {"council/pscioc": 4, "council/joint": 5, "council/pssdc": 5}
    assert len({row.key for row in rows}) == len(rows)


def test_the_table_of_the_near_view_has_each_thing_drawn(reference: States, draw: Draw) -> None:
    framework = reference.at("2016-09")
    rows = FRAMEWORK_MAP.table(framework, {"level": "micro"}).rows
    keys = {row.key for row in rows}
    twins = {key for row in rows for key in row.cells.get("same-work") or () if row.cells}  # type: ignore[union-attr]  # a tuple of keys
    subjects = set(draw("framework-map", framework, level="micro", paper="a1").subjects)
    parts = {key for key in subjects if framework.has(key, next(iter(framework.traits(key))))}
    bodies = {key for key in parts if key.startswith(("council/", "focus-area/"))}
    assert subjects - bodies <= keys | twins


def test_the_table_of_the_near_view_says_choices_in_words_and_areas_as_keys(
    reference: States,
) -> None:
    rows = FRAMEWORK_MAP.table(reference.at("2018"), {"level": "micro"}).rows
    results = [row.cells for row in rows if row.cells["row"] == Text("Result", "Résultat")]
    assert all(isinstance(cells["area"], tuple) for cells in results)
    assert {str(cells["horizon"]) for cells in results if cells["horizon"]} == {
        str(choice.label) for choice in HORIZONS
    }
    roles = {cells["role"] for cells in (row.cells for row in rows) if cells.get("role")}
    assert roles
    assert roles <= {choice.label for choice in COUNCIL_ROLES}


# --- how it is drawn ---------------------------------------------------------------------------


@pytest.mark.golden
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", LEVELS)
def test_the_reference_framework(
    state: str, language: Language, level: str, reference: States, draw: Draw
) -> None:
    scene = draw(
        "framework-map",
        reference.at(state),
        language,
        state=reference.info(state),
        name=reference.name,
        level=level,
        paper=SHEET[level],
    )
    assert audit(scene, MEASURE) == ()
    hold(f"framework-map/{level}-{state}-{language}.txt", told(scene))


@pytest.mark.parametrize("paper", FRAMEWORK_MAP.papers)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_every_paper_is_well_drawn(
    paper: str, language: Language, state: str, reference: States, draw: Draw
) -> None:
    scene = draw("framework-map", reference.at(state), language, paper=paper)
    assert audit(scene, MEASURE) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", LEVELS)
def test_a_framework_with_a_type_of_its_own(language: Language, level: str, draw: Draw) -> None:
    states = read(REFERENCE.parent / "example")
    for state in states.keys():  # noqa: SIM118 -- the keys of states; it is no mapping
        for paper in ("tabloid", "phone"):
            scene = draw("framework-map", states.at(state), language, paper=paper, level=level)
            assert audit(scene, MEASURE) == ()


@pytest.mark.parametrize("level", LEVELS)
def test_a_large_framework_is_well_drawn(level: str, draw: Draw) -> None:
    for paper in ("tabloid", "phone", "letter", "a0"):
        scene = draw("framework-map", made_up(60, 15), paper=paper, level=level)
        assert audit(scene, MEASURE) == ()


def test_filters_are_well_drawn(reference: States, draw: Draw) -> None:
    framework = reference.at("2018")
    for options in (
        {"council": "council/joint"},
        {"area": "focus-area/digital-skills"},
        {"role": "ce"},
        {"lifecycle": "active"},
        {"outside": "no"},
    ):
        for level in LEVELS:
            scene = draw("framework-map", framework, level=level, paper="a2", **options)
            assert audit(scene, MEASURE) == ()
            assert "Only part of the framework" in scene.lead or not scene.lead


def test_a_title_says_of_whom_it_is_true(reference: States, draw: Draw) -> None:
    framework = reference.at("2018")
    for level in LEVELS:
        whole = draw("framework-map", framework, level=level).title
        assert not whole.startswith("PSSDC")
        part = draw("framework-map", framework, level=level, council="council/pssdc").title
        assert part.startswith("PSSDC: ")
        area = draw("framework-map", framework, level=level, area="focus-area/digital-skills")
        assert area.title.lower().count("digital skills") == 1


@pytest.mark.parametrize("state", ["2016-09", "proposal-2016", "recommendations-2018"])
def test_a_page_shows_lines_whole_that_go_round_the_drawing(
    reference: States, draw: Draw, state: str
) -> None:
    scene = draw("framework-map", reference.at(state))
    around = [
        point.x
        for item in wires(scene)
        if isinstance(item.route, Track)
        for point in item.route.points
    ]
    assert around
    assert scene.body.x < min(around) < max(around) < scene.body.right


def test_the_same_framework_gives_the_same_bytes(reference: States, draw: Draw) -> None:
    again = read(REFERENCE)
    for level in LEVELS:
        first = svg_file(draw("framework-map", reference.at("2018"), level=level, paper="a1"))
        assert first == svg_file(draw("framework-map", again.at("2018"), level=level, paper="a1"))


def test_the_near_view_is_quick(reference: States, draw: Draw) -> None:
    framework = reference.at("2016-09")
    _ = draw("framework-map", framework, level="micro", paper="a1")
    began = time.process_time()
    _ = svg_file(draw("framework-map", framework, level="micro", paper="a1"))
    assert time.process_time() - began < 1


NAMES = st.text(
    st.characters(max_codepoint=0x17F, categories=["L", "N", "P", "Zs"]), min_size=1, max_size=50
)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    kinds = {"group": 10, "focus-area": 8, "council": 4, "priority": 3, "external-body": 4}
    kinds |= {"activity": 6, "result": 5}
    names = {kind: draw(st.lists(NAMES, max_size=most)) for kind, most in kinds.items()}
    lifecycles = st.sampled_from(["", "proposed", "active", "ended"])
    horizons = st.sampled_from(["", "immediate", "intermediate", "ultimate"])
    elements = [
        element(f"{kind}/x{place}", name, name, lifecycle=draw(lifecycles))
        if kind != "result"
        else element(f"result/x{place}", name, name, horizon=draw(horizons))
        for kind, given_names in names.items()
        for place, name in enumerate(given_names)
    ]
    joins = [
        ("part-of", "group", "council"),
        ("covers", "group", "focus-area"),
        ("covers", "group", "focus-area"),
        ("supports", "group", "priority"),
        ("tied-to", "group", "external-body"),
        ("tied-to", "council", "external-body"),
        ("tied-to", "focus-area", "external-body"),
        ("oversees", "council", "council"),
        ("in-focus-area", "activity", "focus-area"),
        ("in-focus-area", "result", "focus-area"),
        ("contributes-to", "result", "result"),
        ("continues-as", "group", "group"),
    ]
    links: dict[tuple[str, str, str], Link] = {}
    for kind, left, right in joins:
        for place in range(len(names[left])):
            goal = draw(st.integers(0, 9))
            if goal < len(names[right]):
                ends = (kind, f"{left}/x{place}", f"{right}/x{goal}")
                links[ends] = Link(*ends)
    return Framework.of(KERNEL, elements, links.values())


@settings(max_examples=40)
@given(
    framework=frameworks(),
    paper=st.sampled_from(["tabloid", "letter", "phone", "a1"]),
    level=st.sampled_from(LEVELS),
)
def test_any_framework_is_well_drawn(framework: Framework, paper: str, level: str) -> None:
    scene = FRAMEWORK_MAP.draw(
        framework,
        words=wording("fr"),
        measure=MEASURE,
        stage=Stage(Text("Any", "Tout"), NOW),
        paper=paper,
        options={"level": level},
    )
    assert audit(scene, MEASURE) == ()


@pytest.mark.parametrize("paper", ["tabloid", "letter", "phone", "a1"])
@pytest.mark.parametrize("level", LEVELS)
def test_a_group_whose_name_is_blank_is_drawn(paper: str, level: str) -> None:
    unnamed = [element(f"group/x{place}", " ", " ") for place in range(2)]
    framework = Framework.of(KERNEL, [*unnamed, element("focus-area/a", "Area", "Domaine")], ())
    scene = FRAMEWORK_MAP.draw(
        framework,
        words=wording("en"),
        measure=MEASURE,
        stage=Stage(Text("Any", "Tout"), NOW),
        paper=paper,
        options={"level": level},
    )
    assert audit(scene, MEASURE) == ()
