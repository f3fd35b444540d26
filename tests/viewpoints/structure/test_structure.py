"""The structure: its bands, what its cards say and find, and that it is well drawn."""

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
from cadre.core.traits import Trait
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.scene import Box, Glyph, Label, Scene
from cadre.viewpoints.structure import STRUCTURE
from cadre.viewpoints.structure.model import structure_of
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import Draw, element
from tests.viewpoints.frameworks import NAMES, changed

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")


@pytest.fixture
def layered(small: Framework) -> Framework:
    """A subcommittee in the strategy layer, a team of it in a phase, and an open place."""
    return changed(
        small,
        element("group/sub", "Dredging", "Dragage", layer="strategy", standing="new"),
        element("group/team", "Buoys", "Bouées", layer="task-teams", standing="existing").replace(
            **{"council-role": "ce"}
        ),
        element("group/x", "To come", "À venir", layer="task-teams", standing="new").replace(
            placeholder=True
        ),
        element("phase/one", "Phase one", "Phase un"),
        element("phase/two", "Phase two", "Phase deux"),
        element("external-body/guild", "Guild", "Guilde", standing="external"),
        Link("part-of", "group/team", "group/sub"),
        Link("scheduled-in", "group/team", "phase/one"),
        Link("scheduled-in", "group/x", "phase/two"),
        Link("oversees", "council/north", "group/sub"),
    )


def outline(scene: Scene, key: str) -> str:
    [box] = [item for item in scene.everything() if isinstance(item, Box) and item.key == key]
    return box.outline


def texts(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in scene.everything() if isinstance(item, Label))


def test_layers_stand_in_their_order_then_what_has_none(layered: Framework) -> None:
    structure = structure_of(layered, "", None)
    assert [band.label.en for band in structure.bands] == [
        "Strategy",
        "Task teams",
        "Councils",
        "Groups",
        "Outside the councils",
    ]
    groups = next(band for band in structure.bands if band.label.en == "Groups")
    assert [row.label.en for row in groups.rows][:2] == ["North", "South"]


def test_every_body_is_drawn_once(layered: Framework, draw: Draw) -> None:
    scene = draw("structure", layered)
    bodies = {key for key in layered.keys(Trait.BODY) if not layered.has(key, Trait.GOVERNMENT)}
    assert set(scene.subjects) == bodies
    boxes = [item.key for item in scene.everything() if isinstance(item, Box) and item.key]
    assert sorted(boxes) == sorted(bodies)


def test_a_card_says_role_phase_and_what_it_is_part_of(layered: Framework, draw: Draw) -> None:
    said = texts(draw("structure", layered))
    for text in ("CE", "Phase one", "Part of: Dredging", "Overseen by: North"):
        assert text in said
    # Its row says so already.
    assert "Part of: North" not in said


def test_the_title_follows_the_data(small: Framework, layered: Framework, draw: Draw) -> None:
    assert draw("structure", small).title == "Three groups under two councils; none is new"
    assert draw("structure", layered).title == (
        "Six groups under two councils; two bodies are new and one place is open"
    )
    over = changed(layered, layered["group/tides"].replace(lifecycle="ended"))
    assert draw("structure", over, "fr").title.endswith("et un a pris fin")
    assert draw("structure", Framework.of(KERNEL, [], []), "fr").title == (
        "Aucun organe n’est consigné dans cet état"
    )


def test_outline_and_signs_tell_new_open_outside_and_over(layered: Framework, draw: Draw) -> None:
    over = changed(layered, layered["group/tides"].replace(lifecycle="ended"))
    scene = draw("structure", over)
    assert outline(scene, "group/sub") == "double"
    assert outline(scene, "group/team") == "plain"
    assert outline(scene, "group/tides") == "struck"
    glyphs = {item.glyph for item in scene.everything() if isinstance(item, Glyph)}
    assert {"house", "question"} <= glyphs
    legend = {entry.text for entry in scene.legend}
    assert {"Existing", "New", "External", "ended", "open place"} <= legend
    plain = draw("structure", changed(layered, layered["group/x"].replace(placeholder=False)))
    assert "open place" not in {entry.text for entry in plain.legend}


def test_a_body_is_over_after_its_last_day(small: Framework) -> None:
    ending = changed(small, small["group/boats"].replace(ends=PartialDate.parse("2017-06")))

    def over(day: date) -> bool:
        bodies = structure_of(ending, "", day).bodies
        return next(one.is_over for one in bodies if one.key == "group/boats")

    assert not over(date(2017, 6, 30))
    assert over(date(2017, 7, 1))


def test_a_phase_hides_what_starts_in_another_and_says_of_how_many(
    layered: Framework, draw: Draw
) -> None:
    scene = draw("structure", layered, phase="phase/one")
    assert "group/team" in scene.subjects
    assert "group/boats" in scene.subjects
    assert "group/x" not in scene.subjects
    assert "8 of 9 bodies" in scene.lead
    keys = [row.key for row in STRUCTURE.table(layered, {"phase": "phase/one"}).rows]
    assert sorted(keys) == sorted(scene.subjects)


def test_the_proposal_has_33_teams_three_subcommittees_and_three_open_places(
    reference: States,
) -> None:
    rows = STRUCTURE.table(reference.at("proposal-2016")).rows
    layers = [row.cells["layer"].in_("en") for row in rows]  # type: ignore[union-attr]
    assert layers.count("Task teams") == 33
    assert layers.count("Strategy") == 3
    assert sum(bool(row.cells["open"]) for row in rows) == 3
    teams = [row for row in rows if str(row.cells["layer"]) == str(rows[9].cells["layer"])]
    assert all(row.cells["role"] and row.cells["part-of"] for row in teams)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["tabloid", "letter", "a1", "phone"])
def test_it_is_drawn_well_in_every_state(
    reference: States, draw: Draw, state: str, language: Language, paper: str
) -> None:
    scene = draw("structure", reference.at(state), language, paper=paper)
    assert audit(scene, MEASURE) == ()


@settings(max_examples=25)
@given(st.data())
def test_any_structure_is_drawn_well(data: st.DataObject) -> None:
    made, links = [element("council/c", data.draw(NAMES), data.draw(NAMES))], list[Link]()
    made.append(element("focus-area/a", data.draw(NAMES), data.draw(NAMES)))
    for place in range(data.draw(st.integers(0, 10))):
        name = data.draw(NAMES)
        one = Element(f"group/g{place}", {"name": Text(name, name)})
        made.append(
            one.replace(
                layer=data.draw(st.sampled_from(("strategy", "task-teams", ""))),
                standing=data.draw(st.sampled_from(("new", "existing", "external", ""))),
                placeholder=data.draw(st.booleans()),
                lifecycle=data.draw(st.sampled_from(("ended", "active"))),
                certainty=data.draw(st.sampled_from(("stated", "low"))),
                **{"council-role": data.draw(st.sampled_from(("ce", "int", "pr", "in", "")))},
            )
        )
        links += [
            link
            for link in (
                Link("part-of", one.key, "council/c"),
                Link("covers", one.key, "focus-area/a"),
            )
            if data.draw(st.booleans())
        ]
    framework = Framework.of(KERNEL, made, links)
    for paper in ("tabloid", "letter", "phone"):
        scene = STRUCTURE.draw(
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
        "structure",
        reference.at("proposal-2016"),
        language,
        state=reference.info("proposal-2016"),
        name=reference.name,
    )
    hold(f"structure/proposal-2016-{language}.txt", told(scene))
