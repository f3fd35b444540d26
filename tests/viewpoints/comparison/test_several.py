"""Several states beside each other: what becomes of each group in each, and whether they agree."""

from __future__ import annotations

import pytest

from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.traits import Trait
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.comparison import COMPARISON
from cadre.viewpoints.scene import Label, Scene
from cadre.viewpoints.viewpoint import BadOption, Base, Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told

CHOSEN = {"base": "2016-09", "states": "proposal-2016,recommendations-2018"}


def base_of(states: States, options: dict[str, str]) -> Base:
    base = COMPARISON.base(states, "current", options)
    assert base is not None
    return base


def draw(
    states: States, options: dict[str, str], language: Language = "en", paper: str = "tabloid"
) -> Scene:
    return COMPARISON.draw(
        states.current,
        words=wording(language),
        measure=MEASURE,
        stage=Stage(states.name, states.info("current")),
        paper=paper,
        options=options,
        base=base_of(states, options),
    )


def texts(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in scene.everything() if isinstance(item, Label))


def test_a_row_a_group_with_its_disposition_in_each_state(reference: States) -> None:
    table = COMPARISON.table(reference.current, CHOSEN, base=base_of(reference, CHOSEN))
    rows = {row.key: row.cells for row in table.rows}
    assert rows.keys() == {*reference.at("2016-09").keys(Trait.WORKS)}
    death, im = rows["group/death"], rows["group/im"]
    assert (death["proposal-2016"], death["recommendations-2018"], death["agree"]) == (
        "continue",
        "continue",
        True,
    )
    assert (im["proposal-2016"], im["recommendations-2018"], im["agree"]) == (
        "sunset",
        "convert",
        False,
    )
    assert im["proposal-2016-name"] == Text("Sunset", "Mettre fin")
    assert {key for key, cells in rows.items() if cells["agree"]} == {"group/death", "group/cdi"}


def test_a_state_that_states_nothing_disagrees_with_none(reference: States) -> None:
    """In 2018 eight groups have a new name: that is no disposition."""
    options = {"base": "2016-09", "states": "proposal-2016,2018"}
    table = COMPARISON.table(reference.current, options, base=base_of(reference, options))
    assert all(row.cells["agree"] for row in table.rows)
    assert {row.cells["2018"] for row in table.rows} == {"continue", "rename", "convert"}


def test_the_title_counts_what_they_agree_on(reference: States) -> None:
    title = draw(reference, CHOSEN).title
    assert title == "“2016 proposal” and “2018 recommendations” agree on two of 17 groups"
    alone = draw(reference, {"base": "2016-09", "states": "proposal-2016"})
    assert alone.title.startswith("What becomes of 17 groups in")
    assert "differ" not in texts(alone)


def test_a_state_that_is_not_there_is_refused(reference: States) -> None:
    with pytest.raises(BadOption, match="nowhere"):
        COMPARISON.base(reference, "current", {"base": "2016-09", "states": "2018, nowhere"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["tabloid", "letter", "a1", "phone"])
def test_it_is_drawn_well(reference: States, language: Language, paper: str) -> None:
    for states in (CHOSEN["states"], "2018", "proposal-2016,2018,recommendations-2018"):
        scene = draw(reference, {"base": "2016-09", "states": states}, language, paper)
        assert audit(scene, MEASURE) == ()


@pytest.mark.golden
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_scene(reference: States, language: Language) -> None:
    hold(f"comparison/several-{language}.txt", told(draw(reference, CHOSEN, language)))
