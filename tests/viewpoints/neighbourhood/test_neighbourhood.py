"""A neighbourhood: both directions, certainty, rings, what it finds, and that it is well drawn."""

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
from cadre.viewpoints.neighbourhood import NEIGHBOURHOOD
from cadre.viewpoints.neighbourhood.model import around
from cadre.viewpoints.scene import Label, Scene, Wire, opened
from cadre.viewpoints.viewpoint import BadOption, Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import NOW, REFERENCE, Draw, element
from tests.viewpoints.frameworks import STATES, changed, frameworks, large


def texts(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in scene.everything() if isinstance(item, Label))


def wires(scene: Scene) -> list[Wire]:
    return [one for one in opened(scene.items) if isinstance(one, Wire)]


# --- what it shows -----------------------------------------------------------------------------


def test_links_both_ways_stand_in_blocks_that_say_what_they_say(
    small: Framework, draw: Draw
) -> None:
    scene = draw("neighbourhood", small, of="group/ports")
    assert set(scene.subjects) == {
        "group/ports",
        "council/south",
        "focus-area/sea",
        "focus-area/shore",
    }
    assert "Works on (2)" in texts(scene)
    assert "Is part of (1)" in texts(scene)
    assert "Nothing points to it" in texts(scene)
    assert audit(scene, MEASURE) == ()


def test_direction_and_certainty_are_drawn(small: Framework, draw: Draw) -> None:
    def line(of: str) -> dict[str, tuple[str, str]]:
        found = wires(draw("neighbourhood", small, of=of))
        other = {wire.ends[0]: wire for wire in found if len(wire.ends) == 2}
        return {key: (wire.dash, wire.end) for key, wire in other.items()}

    assert line("group/ports")["focus-area/sea"] == ("dashed", "arrow")
    assert line("group/ports")["focus-area/shore"] == ("solid", "arrow")
    assert line("focus-area/sea")["group/ports"] == ("dashed", "none")


def test_a_second_ring_is_told_only_when_asked_for(small: Framework, draw: Draw) -> None:
    one = texts(draw("neighbourhood", small, of="group/boats"))
    two = texts(draw("neighbourhood", small, of="group/boats", rings="2"))
    assert "further" not in one
    assert "1 further: Ports" in two
    rows = NEIGHBOURHOOD.table(small, {"of": "group/boats", "rings": "2"}).rows
    assert ("group/ports",) in [row.cells["beyond"] for row in rows]


def test_above_sixty_the_first_of_each_type_are_named_and_the_rest_counted(draw: Draw) -> None:
    framework = large(61)
    there = around(framework, "council/north", 1)
    assert there is not None
    [block] = there.incoming
    assert (block.count, len(block.neighbours)) == (61, 3)
    scene = draw("neighbourhood", framework, of="council/north")
    assert "And 58 more: groups" in texts(scene)
    assert len(NEIGHBOURHOOD.table(framework, {"of": "council/north"}).rows) == 61
    assert not around(large(60), "council/north", 1).folded  # type: ignore[union-attr]  # it is there


def test_sixty_neighbours_are_all_named(draw: Draw) -> None:
    for rings in ("1", "2"):
        scene = draw("neighbourhood", large(60), of="council/north", rings=rings)
        assert len(scene.subjects) == 61
        assert audit(scene, MEASURE) == ()


def test_without_a_choice_it_is_of_what_has_most_links(small: Framework, draw: Draw) -> None:
    scene = draw("neighbourhood", small)
    assert scene.subjects[0] == "group/ports"
    assert "more links" in scene.lead
    assert "more links" not in draw("neighbourhood", small, of="group/ports").lead


def test_an_element_that_is_not_here_is_refused(small: Framework, draw: Draw) -> None:
    with pytest.raises(BadOption):
        draw("neighbourhood", small, of="group/none")


def test_two_links_to_one_neighbour_draw_it_once(small: Framework, draw: Draw) -> None:
    more = changed(
        small,
        Link("overlaps-with", "group/boats", "group/ports"),
        Link("overlaps-with", "group/ports", "group/boats"),
        Link("continues-as", "group/boats", "group/ports"),
        Link("overlaps-with", "group/boats", "group/boats"),
    )
    for paper in ("tabloid", "phone"):
        assert audit(draw("neighbourhood", more, of="group/boats", paper=paper), MEASURE) == ()


# --- what it finds -----------------------------------------------------------------------------


def test_the_title_is_what_is_found_and_changes_with_the_data(small: Framework, draw: Draw) -> None:
    assert draw("neighbourhood", small, of="group/ports").title == (
        "“Ports” has three links; two say “works on”, one is to be confirmed"
    )
    assert draw("neighbourhood", small, "fr", of="group/ports").title == (
        "«\u00a0Havres\u00a0» a trois liens; deux disent «\u00a0travaille à\u00a0», "
        "un est à confirmer"
    )
    sure = changed(small, Link("covers", "group/ports", "focus-area/sea"))
    assert draw("neighbourhood", sure, of="group/ports").title == (
        "“Ports” has three links; two say “works on”"
    )
    assert draw("neighbourhood", small, of="focus-area/sky").title == "“Sky” is linked to nothing"
    assert draw("neighbourhood", small, of="group/tides").title == (
        "“Tides” has one link: is part of “South”"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_there_is_said(language: Language, draw: Draw) -> None:
    lone = Framework.of(KERNEL, [element("group/a", "A", "B")])
    for framework in (Framework.of(KERNEL), lone):
        for paper in ("tabloid", "phone"):
            scene = draw("neighbourhood", framework, language, paper=paper)
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
        for of, rings in (("", "1"), ("group/framework", "2"), ("purpose/call-to-action", "1")):
            scene = draw(
                "neighbourhood",
                reference.at(state),
                language,
                paper=paper,
                state=reference.info(state),
                name=reference.name,
                of=of,
                rings=rings,
            )
            assert audit(scene, MEASURE) == ()
            if paper == "tabloid" and not of:
                hold(f"neighbourhood/{state}-{language}.txt", told(scene))


def test_every_element_of_the_reference_is_well_drawn(reference: States, draw: Draw) -> None:
    framework = reference.at("2018")
    for number, key in enumerate(framework.keys()):
        if number % 3 == 0:
            scene = draw("neighbourhood", framework, "fr", of=key, rings="2")
            assert audit(scene, MEASURE) == ()


@pytest.mark.parametrize("paper", NEIGHBOURHOOD.papers)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_is_well_drawn(
    paper: str, language: Language, reference: States, draw: Draw
) -> None:
    for rings in ("1", "2"):
        scene = draw("neighbourhood", reference.at("2018"), language, paper=paper, rings=rings)
        assert audit(scene, MEASURE) == ()


def test_a_framework_with_a_type_of_its_own(draw: Draw) -> None:
    framework = read(REFERENCE.parent / "example").current
    for key in framework.keys():  # noqa: SIM118 -- the keys of a framework; it is no mapping
        for language in LANGUAGES:
            scene = draw("neighbourhood", framework, language, of=key)
            assert audit(scene, MEASURE) == ()


@settings(max_examples=50, deadline=None)
@given(
    framework=frameworks(),
    paper=st.sampled_from(["tabloid", "letter", "phone", "a1"]),
    rings=st.sampled_from(["1", "2"]),
)
def test_any_framework_is_well_drawn(framework: Framework, paper: str, rings: str) -> None:
    scene = NEIGHBOURHOOD.draw(
        framework,
        words=wording("fr"),
        measure=MEASURE,
        stage=Stage(Text("Any", "Tout"), NOW),
        paper=paper,
        options={"rings": rings},
    )
    assert audit(scene, MEASURE) == ()


def test_the_same_framework_gives_the_same_bytes(small: Framework, draw: Draw) -> None:
    again = Framework.of(KERNEL, reversed(small.elements()), reversed(small.links()))
    assert svg_file(draw("neighbourhood", small)) == svg_file(draw("neighbourhood", again))
