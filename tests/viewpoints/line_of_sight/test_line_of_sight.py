"""Lines of sight: hop by hop, where they break, what they find, and that they are well drawn."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.graph import Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.exchange import read
from cadre.render.measure import MEASURE
from cadre.render.svg import svg_file
from cadre.viewpoints.audit import audit
from cadre.viewpoints.line_of_sight import LINE_OF_SIGHT
from cadre.viewpoints.line_of_sight.model import sights_of
from cadre.viewpoints.scene import Label, Scene, Wire, opened
from cadre.viewpoints.table import Row
from cadre.viewpoints.viewpoint import BadOption, Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import NOW, REFERENCE, Draw, element
from tests.viewpoints.frameworks import STATES, changed, frameworks, large


def texts(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in scene.everything() if isinstance(item, Label))


def rows(framework: Framework, **options: str) -> dict[str, Row]:
    return {row.key: row for row in LINE_OF_SIGHT.table(framework, options).rows}


@pytest.fixture
def sighted(small: Framework) -> Framework:
    """Sea leads to the vision; shore leads nowhere; tides do nothing."""
    return changed(
        small,
        element("purpose/vision", "Safe at sea", "Sécurité en mer", kind="vision"),
        element("purpose/call", "Light the coast", "Éclairer la côte", kind="call-to-action"),
        Link("serves", "focus-area/sea", "purpose/call"),
        Link("serves", "purpose/call", "purpose/vision", {"certainty": "medium"}),
    )


# --- what it shows -----------------------------------------------------------------------------


def test_groups_that_go_one_way_share_its_boxes(sighted: Framework, draw: Draw) -> None:
    scene = draw("line-of-sight", sighted)
    assert set(scene.subjects) == {
        "group/boats",
        "group/ports",
        "group/tides",
        "focus-area/sea",
        "purpose/call",
        "purpose/vision",
    }
    wires = [one for one in opened(scene.items) if isinstance(one, Wire) and one.links]
    assert len(wires) == 4
    assert audit(scene, MEASURE) == ()


def test_each_hop_has_its_certainty(sighted: Framework, draw: Draw) -> None:
    found = rows(sighted)
    assert found["group/boats#1"].cells["certainty"] == Text("Stated", "Énoncé")
    assert found["group/boats#3"].cells["certainty"] == Text("Medium", "Moyenne")
    scene = draw("line-of-sight", sighted)
    dashes = {
        wire.links[0].target: wire.dash
        for wire in opened(scene.items)
        if isinstance(wire, Wire) and wire.links
    }
    assert dashes["purpose/vision"] == "dashed"
    assert dashes["purpose/call"] == "solid"


def test_a_derived_hop_is_drawn_and_said_as_derived(sighted: Framework, draw: Draw) -> None:
    derived = changed(
        sighted,
        element("result/dry", "Dry feet", "Pieds au sec"),
        Link("covers", "group/tides", "focus-area/shore"),
        Link("in-focus-area", "result/dry", "focus-area/shore"),
        Link("serves", "result/dry", "purpose/vision"),
        without=("group/ports",),
    )
    scene = draw("line-of-sight", derived, of="group/tides")
    wires = [one for one in opened(scene.items) if isinstance(one, Wire) and one.derived]
    assert [wire.dash for wire in wires] == ["dotted"]
    assert "derived: both in B Shore".lower() in texts(scene).lower()
    assert rows(derived, of="group/tides")["group/tides#1"].cells["via"] == Text("Shore", "Rive")


def test_a_break_says_where_why_and_how_to_mend_it(sighted: Framework, draw: Draw) -> None:
    said = texts(draw("line-of-sight", sighted))
    assert "Breaks here: nothing links the group to an area, to work or to a priority." in said
    assert "To mend it: name the areas it works on, or the work it leads." in said
    lost = changed(sighted, Link("covers", "group/tides", "focus-area/shore"))
    said = texts(draw("line-of-sight", lost, of="group/tides"))
    assert "no link says which aim the area serves" in said
    cells = rows(lost, of="group/tides")["group/tides#break"].cells
    assert cells["from"] == Text("Shore", "Rive")
    assert cells["reaches"] is False


def test_one_group_has_a_picture_of_its_own_with_its_other_ways(
    sighted: Framework, draw: Draw
) -> None:
    scene = draw("line-of-sight", sighted, of="group/ports")
    assert scene.subjects == ("group/ports", "focus-area/sea", "purpose/call", "purpose/vision")
    assert "Other ways from here" in texts(scene)
    assert "breaks at Shore" in texts(scene)
    assert audit(scene, MEASURE) == ()


def test_only_a_body_that_works_may_be_chosen(sighted: Framework, draw: Draw) -> None:
    with pytest.raises(BadOption):
        draw("line-of-sight", sighted, of="council/north")


def test_a_group_that_has_ended_is_not_a_row(sighted: Framework, draw: Draw) -> None:
    ended = changed(sighted, element("group/tides", "Tides", "Marées", lifecycle="ended"))
    scene = draw("line-of-sight", ended)
    assert "group/tides" not in scene.subjects
    assert "Not shown: 1 group" in scene.furniture.source


def test_of_very_many_groups_those_that_go_one_way_share_a_row() -> None:
    sights = sights_of(large(150, 24))
    assert len(sights.lines) == 150
    assert len(sights.ways) == 24
    assert len(sights_of(large(60, 24)).ways) == 60


# --- what it finds -----------------------------------------------------------------------------


def test_the_title_is_what_is_found_and_changes_with_the_data(
    sighted: Framework, draw: Draw
) -> None:
    assert draw("line-of-sight", sighted).title == (
        "Two of three groups reach the vision; the line of “Tides” breaks"
    )
    assert draw("line-of-sight", sighted, "fr").title == (
        "Deux groupes sur trois atteignent la vision; la ligne de «\u00a0Marées\u00a0» se rompt"
    )
    mended = changed(sighted, Link("covers", "group/tides", "focus-area/sea"))
    assert draw("line-of-sight", mended).title == (
        "All three groups have a line of sight to the vision; none over stated links alone"
    )
    sure = changed(mended, Link("serves", "purpose/call", "purpose/vision"))
    sure = changed(sure, Link("covers", "group/ports", "focus-area/sea"))
    assert draw("line-of-sight", sure).title == (
        "All three groups have a line of sight to the vision; each over sure links throughout"
    )
    blind = changed(sighted, without=("purpose/vision",))
    assert draw("line-of-sight", blind).title == (
        "No vision is stated here, so no line of sight can arrive"
    )


def test_where_every_step_is_doubtful_none_is_counted(reference: States, draw: Draw) -> None:
    framework = reference.at("2016-09")
    for language, said in (
        ("en", "in three steps, each a reading to be confirmed"),
        ("fr", "en trois pas, chacun selon une lecture à confirmer"),
    ):
        assert draw("line-of-sight", framework, language, of="group/channel").title.endswith(said)


def test_the_title_of_one_group(sighted: Framework, draw: Draw) -> None:
    assert draw("line-of-sight", sighted, of="group/boats").title == (
        "“Boats” reaches the vision in three steps, one of them a reading to be confirmed"
    )
    assert draw("line-of-sight", sighted, of="group/tides").title == (
        "The line of sight of “Tides” breaks before its first step"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_there_is_said(language: Language, small: Framework, draw: Draw) -> None:
    lone = Framework.of(KERNEL, [element("group/a", "A", "B")])
    for framework in (Framework.of(KERNEL), lone, small):
        for paper in ("tabloid", "phone"):
            scene = draw("line-of-sight", framework, language, paper=paper)
            assert scene.title
            assert audit(scene, MEASURE) == ()


# --- how it is drawn ---------------------------------------------------------------------------


@pytest.mark.golden
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_framework(
    state: str, language: Language, reference: States, draw: Draw
) -> None:
    for paper in ("tabloid", "phone"):
        for of in ("", "group/ncsip", "group/research"):
            scene = draw(
                "line-of-sight",
                reference.at(state),
                language,
                paper=paper,
                state=reference.info(state),
                name=reference.name,
                of=of,
            )
            assert audit(scene, MEASURE) == ()
            if paper == "tabloid" and not of:
                hold(f"line-of-sight/{state}-{language}.txt", told(scene))


@pytest.mark.parametrize("paper", LINE_OF_SIGHT.papers)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_is_well_drawn(
    paper: str, language: Language, reference: States, draw: Draw
) -> None:
    for of in ("", "group/im"):
        scene = draw(
            "line-of-sight", reference.at("recommendations-2018"), language, paper=paper, of=of
        )
        assert audit(scene, MEASURE) == ()


def test_a_framework_with_a_type_of_its_own(draw: Draw) -> None:
    states = read(REFERENCE.parent / "example")
    for state in states.keys():  # noqa: SIM118 -- the keys of states; it is no mapping
        for language in LANGUAGES:
            for of in ("", "lighthouse/heron-point"):
                scene = draw("line-of-sight", states.at(state), language, of=of)
                assert audit(scene, MEASURE) == ()


@pytest.mark.parametrize("paper", ["tabloid", "phone"])
def test_a_large_framework(paper: str, draw: Draw) -> None:
    scene = draw("line-of-sight", large(), paper=paper)
    assert audit(scene, MEASURE) == ()


@settings(max_examples=50, deadline=None)
@given(
    framework=frameworks(),
    paper=st.sampled_from(["tabloid", "letter", "phone", "a1"]),
    single=st.booleans(),
)
def test_any_framework_is_well_drawn(framework: Framework, paper: str, single: bool) -> None:
    of = "group/x0" if single and "group/x0" in framework else ""
    scene = LINE_OF_SIGHT.draw(
        framework,
        words=wording("fr"),
        measure=MEASURE,
        stage=Stage(Text("Any", "Tout"), NOW),
        paper=paper,
        options={"of": of},
    )
    assert audit(scene, MEASURE) == ()


def test_the_same_framework_gives_the_same_bytes(sighted: Framework, draw: Draw) -> None:
    again = Framework.of(KERNEL, reversed(sighted.elements()), reversed(sighted.links()))
    assert svg_file(draw("line-of-sight", sighted)) == svg_file(draw("line-of-sight", again))


@pytest.mark.parametrize("paper", ["tabloid", "phone"])
def test_of_hundreds_of_ways_the_first_are_drawn_and_all_told(paper: str, draw: Draw) -> None:
    many = 300
    elements = [element("purpose/v", "Vision", "Visée", kind="vision")]
    elements += [element(f"group/g{n}", f"Group {n}", f"Groupe {n}") for n in range(many)]
    elements += [element(f"focus-area/a{n}", f"Area {n}", f"Domaine {n}") for n in range(many)]
    links = [Link("covers", f"group/g{n}", f"focus-area/a{n}") for n in range(many)]
    links += [Link("serves", f"focus-area/a{n}", "purpose/v") for n in range(0, many, 2)]
    framework = Framework.of(KERNEL, elements, links)
    scene = draw("line-of-sight", framework, paper=paper)
    assert audit(scene, MEASURE) == ()
    assert scene.lead.startswith("50 of 300 groups are drawn")
    assert sum(1 for _ in opened(scene.items)) < 1500
    table = LINE_OF_SIGHT.table(framework)
    text = " ".join(str(cell) for row in table.rows for cell in row.cells.values())
    assert all(f"group/g{n}" in text or f"Group {n}" in text for n in range(many))
