"""The SWOT board: what it shows and finds, and that it is well drawn for any framework."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.traits import Trait
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.scene import Glyph, Group, Label, Scene, Wire, opened
from cadre.viewpoints.swot import SWOT
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import Draw, element
from tests.viewpoints.frameworks import NAMES, changed

QUADRANTS = ("strength", "weakness", "opportunity", "threat", "")


def factor(slug: str, quadrant: str, theme: str = "", **values: str) -> Element:
    made = element(f"swot-factor/{slug}", f"Factor {slug}", f"Facteur {slug}", quadrant=quadrant)
    return made.replace(**values, **({"theme": Text(theme, theme)} if theme else {}))


@pytest.fixture
def board(small: Framework) -> Framework:
    """A strength and a weakness of one theme, a threat to the sea, a factor of no quadrant."""
    return changed(
        small,
        factor("s", "strength", "Crew"),
        factor("w", "weakness", "Crew"),
        factor("t", "threat"),
        factor("x", ""),
        Link("in-focus-area", "swot-factor/t", "focus-area/sea"),
    )


def texts(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in scene.everything() if isinstance(item, Label))


def glyph_of(scene: Scene, key: str) -> str:
    [group] = [it for it in opened(scene.items) if isinstance(it, Group) and it.key == key]
    return next(item.glyph for item in group.items if isinstance(item, Glyph))


def test_every_factor_and_area_is_drawn_once(board: Framework, draw: Draw) -> None:
    scene = draw("swot", board)
    areas = board.keys(Trait.AXIS)
    assert set(scene.subjects) == {*areas, *board.keys(Trait.FACTOR)}
    said = texts(scene)
    for text in ("Crew", "Strengths (1)", "Threats (1)", "Factors of no quadrant", "none"):
        assert text in said
    assert audit(scene, MEASURE) == ()


def test_the_title_follows_the_data(board: Framework, draw: Draw) -> None:
    scene = draw("swot", board)
    assert scene.title == (
        "Threats outnumber opportunities in one of three areas; no factor has its evidence recorded"
    )
    opened_up = changed(
        board,
        factor("o", "opportunity"),
        Link("in-focus-area", "swot-factor/o", "focus-area/sea"),
        element("document/d", "Survey", "Sondage"),
        Link("evidenced-by", "swot-factor/o", "document/d"),
    )
    assert draw("swot", opened_up).title == (
        "In no area do threats outnumber opportunities; one of 5 factors has evidence recorded"
    )
    assert draw("swot", opened_up, "fr").title.startswith("Dans aucun domaine")


def test_evidence_fills_the_sign(board: Framework, draw: Draw) -> None:
    backed = changed(
        board,
        element("document/d", "Survey", "Sondage"),
        Link("evidenced-by", "swot-factor/s", "document/d"),
    )
    scene = draw("swot", backed)
    assert glyph_of(scene, "swot-factor/s") == "disc"
    assert glyph_of(scene, "swot-factor/w") == "ring"
    assert {entry.id for entry in scene.legend} == {"evidence", "no-evidence"}
    rows = {row.key: row.cells for row in SWOT.table(backed).rows}
    assert rows["swot-factor/s"]["evidence"] == Text("Survey", "Sondage")
    assert rows["swot-factor/w"]["evidence"] == Text("none recorded", "aucune consignée")


def test_what_is_not_sure_has_a_dashed_line(board: Framework, draw: Draw) -> None:
    assert not any(isinstance(item, Wire) for item in draw("swot", board).everything())
    unsure = changed(board, board["swot-factor/s"].replace(certainty="low"))
    scene = draw("swot", unsure)
    assert any(isinstance(item, Wire) and item.dash == "dashed" for item in scene.everything())
    assert "unsure" in {entry.id for entry in scene.legend}


def test_without_factors_it_says_what_to_do(small: Framework, draw: Draw) -> None:
    scene = draw("swot", small, "fr")
    assert scene.title == "Aucun facteur n’est consigné dans cet état"
    assert scene.lead.startswith("Consignez")
    assert SWOT.table(small).rows == ()


def test_the_table_has_every_factor(reference: States) -> None:
    framework = reference.at("2016-09")
    table = SWOT.table(framework)
    assert [row.key for row in table.rows].count("swot-factor/s1") == 1
    assert {row.key for row in table.rows} == {*framework.keys(Trait.FACTOR)}
    counts = [str(row.cells["quadrant"]) for row in table.rows]
    assert [counts.count(name) for name in dict.fromkeys(counts)] == [5, 5, 16, 18]


@settings(max_examples=25)
@given(st.data())
def test_any_factors_are_drawn_well(data: st.DataObject) -> None:
    areas = [element(f"focus-area/a{n}", f"Area {n}", f"Domaine {n}") for n in range(2)]
    factors, links = list[Element](), list[Link]()
    for place in range(data.draw(st.integers(0, 8))):
        name = data.draw(NAMES)
        made = element(f"swot-factor/f{place}", name, name)
        made = made.replace(
            quadrant=data.draw(st.sampled_from(QUADRANTS)),
            summary=Text(data.draw(NAMES), ""),
            certainty=data.draw(st.sampled_from(("stated", "low"))),
        )
        factors.append(made)
        links += [
            Link("in-focus-area", made.key, area.key) for area in areas if data.draw(st.booleans())
        ]
    framework = Framework.of(KERNEL, [*areas, *factors], links)
    for paper in ("tabloid", "phone"):
        scene = SWOT.draw(
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
    assert audit(draw("swot", reference.at("2018"), language, paper=paper), MEASURE) == ()


@pytest.mark.golden
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_scene(reference: States, draw: Draw, language: Language) -> None:
    scene = draw(
        "swot",
        reference.at("2018"),
        language,
        state=reference.info("2018"),
        name=reference.name,
    )
    hold(f"swot/2018-{language}.txt", told(scene))
