"""The atlas: every picture of the whole, once, in the order of the registry."""

from __future__ import annotations

import pytest

from cadre.core.states import States
from cadre.core.text import Language
from cadre.core.traits import Trait
from cadre.render.measure import MEASURE
from cadre.viewpoints.atlas import ATLAS_PAPERS, Chapter, atlas
from cadre.viewpoints.registry import FAMILIES, VIEWPOINTS
from cadre.wording import wording


def drawn(
    states: States, state: str, language: Language = "en", paper: str = "letter"
) -> tuple[Chapter, ...]:
    return atlas(
        states,
        state,
        states.info(state),
        words=wording(language),
        measure=MEASURE,
        paper=paper,
    )


def test_every_picture_of_the_whole_stands_once_in_the_order_of_the_registry(
    reference: States,
) -> None:
    chapters = drawn(reference, "2018")
    shown = [plate.viewpoint.id for chapter in chapters for plate in chapter.plates]
    alone = ["line-of-sight", "neighbourhood"]
    assert shown == [one for one in VIEWPOINTS if one not in alone]
    labels = [family.label for family in FAMILIES]
    places = [labels.index(chapter.label) for chapter in chapters]
    assert places == sorted(places)
    assert all(chapter.plates for chapter in chapters)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_plate_is_in_the_language_and_compares_as_its_picture_does(
    reference: States, language: Language
) -> None:
    stated = reference.info("2018").date
    day = stated.latest if stated else None
    for chapter in drawn(reference, "2018", language):
        for plate in chapter.plates:
            assert {scene.language for scene in plate.scenes} == {language}
            base = plate.viewpoint.base(reference, "2018", {})
            own = plate.viewpoint.table(reference.at("2018"), as_of=day, base=base)
            assert plate.table.columns == own.columns
            assert plate.table.rows[: len(own.rows)] == own.rows


def test_a_sheet_is_there_for_every_element(reference: States) -> None:
    framework = reference.at("2018")
    plates = {
        plate.viewpoint.id: plate
        for chapter in drawn(reference, "2018")
        for plate in chapter.plates
    }
    for name, trait in (("group-sheet", Trait.WORKS), ("priority-sheet", Trait.PRIORITY)):
        keys = framework.keys(trait)
        assert len(plates[name].scenes) == len(keys)
        titles = [scene.title for scene in plates[name].scenes]
        assert len(set(titles)) == len(keys)
        assert {row.cells["sheet"] for row in plates[name].table.rows} == set(keys)


def test_the_paper_is_the_one_asked_for(reference: States) -> None:
    assert "phone" not in ATLAS_PAPERS
    for chapter in drawn(reference, "2016-09", paper="a3"):
        for plate in chapter.plates:
            assert {scene.paper for scene in plate.scenes} == {"a3"}
