"""The logic model: its bands, its perspectives, what it finds, and that it is well drawn."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.graph import Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.values import NotedText
from cadre.exchange import read
from cadre.render.measure import MEASURE
from cadre.render.svg import svg_file
from cadre.viewpoints.audit import audit
from cadre.viewpoints.logic_model import LOGIC_MODEL
from cadre.viewpoints.logic_model.model import model_of
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
    return {row.key: row for row in LOGIC_MODEL.table(framework, options).rows}


@pytest.fixture
def model(small: Framework) -> Framework:
    """The small framework with aims, work and results: two areas with one, the third without."""
    return changed(
        small,
        element("purpose/vision", "Safe at sea", "Sécurité en mer", kind="vision").replace(
            also_known_as=(NotedText(Text("Safe seas", "Mers sûres"), "variant", "log:3"),)
        ),
        element("purpose/call", "Light the coast", "Éclairer la côte", kind="call-to-action"),
        element("principle/quiet", "Be quiet", "Sans bruit", kind="principle"),
        element("activity/build", "Build boats", "Construire des bateaux"),
        element("activity/sing", "Sing", "Chanter"),
        element("deliverable/boat", "A boat", "Un bateau"),
        element("result/afloat", "Boats afloat", "Bateaux à flot", horizon="immediate"),
        element("result/landed", "Goods landed", "Biens débarqués", horizon="immediate"),
        element("result/trade", "Trade", "Commerce", horizon="intermediate"),
        Link("serves", "purpose/call", "purpose/vision"),
        Link("in-focus-area", "activity/build", "focus-area/sea"),
        Link("in-focus-area", "result/afloat", "focus-area/sea"),
        Link("in-focus-area", "result/landed", "focus-area/shore"),
        Link("in-focus-area", "result/trade", "focus-area/shore"),
        Link("in-focus-area", "deliverable/boat", "focus-area/sea"),
        Link("produces", "group/boats", "deliverable/boat"),
    )


# --- what it shows -----------------------------------------------------------------------------


def test_every_band_is_there_from_the_vision_down(model: Framework, draw: Draw) -> None:
    scene = draw("logic-model", model)
    labels = [item for item in scene.everything() if isinstance(item, Label)]
    places = {" ".join(item.lines): item.y for item in labels}
    order = ["Safe at sea", "Be quiet", "Sea", "Build boats", "Boats afloat", "Trade"]
    assert [places[name] for name in order] == sorted(places[name] for name in order)
    assert audit(scene, MEASURE) == ()


def test_what_has_no_area_stands_in_a_column_of_its_own(model: Framework) -> None:
    *areas, without = model_of(model, "generic").columns
    assert [column.key for column in areas] == [
        "focus-area/sea",
        "focus-area/shore",
        "focus-area/sky",
    ]
    assert (without.step, without.works) == (None, ("activity/sing",))
    settled = changed(model, Link("in-focus-area", "activity/sing", "focus-area/sky"))
    assert all(column.step for column in model_of(settled, "generic").columns)


def test_ties_between_results_are_derived_unless_a_link_states_them(
    model: Framework, draw: Draw
) -> None:
    [tie] = model_of(model, "generic").ties
    assert (tie.source, tie.target, tie.derived, tie.via) == (
        "result/landed",
        "result/trade",
        True,
        "focus-area/shore",
    )
    drawn = [one for one in opened(draw("logic-model", model).items) if isinstance(one, Wire)]
    assert [one.dash for one in drawn if one.derived] == ["dotted"]
    assert rows(model)["result/landed>result/trade"].cells["certainty"] == Text("Derived", "Déduit")
    stated = changed(model, Link("contributes-to", "result/landed", "result/trade"))
    assert [tie.derived for tie in model_of(stated, "generic").ties] == [False]
    drawn = [one for one in opened(draw("logic-model", stated).items) if isinstance(one, Wire)]
    assert not any(one.derived for one in drawn)
    assert ("contributes-to", "result/landed", "result/trade") in {
        link for one in drawn for link in one.links
    }


def test_what_leads_to_a_result_from_further_off_is_said_in_its_box(
    model: Framework, draw: Draw
) -> None:
    assert "From A" not in texts(draw("logic-model", model))
    further = changed(model, Link("contributes-to", "activity/build", "result/trade"))
    assert "From A" in texts(draw("logic-model", further))


def test_the_row_of_an_organisation_is_empty_in_the_generic_model(
    model: Framework, draw: Draw
) -> None:
    assert not any(column.own for column in model_of(model, "generic").columns)
    assert "Empty in the generic model" in texts(draw("logic-model", model))
    councils = texts(draw("logic-model", model, perspective="councils"))
    assert "Empty in the generic model" not in councils
    assert "Boats" in councils
    assert "A boat" in councils


def test_a_body_fills_the_row_with_its_own_groups(model: Framework, draw: Draw) -> None:
    north = draw("logic-model", model, perspective="council/north")
    assert "Builds boats." in texts(north)
    assert "Ports" not in texts(north)
    assert {own.key for column in model_of(model, "council/south").columns for own in column.own}
    found = rows(model, perspective="council/north")["group/boats@focus-area/sea"].cells
    assert found["leads-to"] == ("deliverable/boat",)


def test_the_generic_part_is_the_same_in_every_perspective(model: Framework) -> None:
    generic, own = model_of(model, "generic"), model_of(model, "council/north")
    assert (generic.visions, generic.principles) == (own.visions, own.principles)
    assert [column.works for column in generic.columns] == [column.works for column in own.columns]
    assert generic.horizons == own.horizons


def test_wordings_stand_in_the_table_with_their_source(model: Framework) -> None:
    cells = rows(model)["purpose/vision#1"].cells
    assert (cells["variant"], cells["source"]) == (Text("Safe seas", "Mers sûres"), "log:3")


def test_a_version_without_content_is_said(model: Framework, draw: Draw) -> None:
    later = changed(
        model,
        element("document/deck", "Deck", "Présentation"),
        element("document/later", "Logic model (later)", "Modèle logique (plus tard)"),
        Link("part-of", "document/later", "document/deck"),
    )
    assert model_of(later, "generic").missing == ("document/later",)
    assert "content is not recorded" in texts(draw("logic-model", later))
    shown = changed(later, Link("evidenced-by", "document/later", "document/deck"))
    assert model_of(shown, "generic").missing == ()


def test_what_no_logic_model_holds_is_counted(model: Framework, draw: Draw) -> None:
    more = changed(
        model,
        element("purpose/goal", "A goal", "Un but", kind="goal"),
        element("purpose/odd", "Something else", "Autre chose"),
    )
    scene = draw("logic-model", more)
    assert "Not part of a logic model, and not drawn: 1 aim" in scene.furniture.source
    assert "purpose/odd" in scene.subjects


def test_the_legend_has_only_what_is_drawn(model: Framework, draw: Draw) -> None:
    ids = {entry.id for entry in draw("logic-model", model).legend}
    assert ids == {"result", "tie-solid", "tie-dotted", "nothing", "broken"}


# --- what it finds -----------------------------------------------------------------------------


def test_the_title_is_what_is_found_and_changes_with_the_data(model: Framework, draw: Draw) -> None:
    assert draw("logic-model", model).title == (
        "“Sky” leads to no immediate result; no source says which result leads to which"
    )
    assert draw("logic-model", model, "fr").title == (
        "«\u00a0Ciel\u00a0» ne mène à aucun résultat immédiat; "
        "aucune source ne dit quel résultat mène à quel autre"
    )
    mended = changed(
        model,
        Link("in-focus-area", "result/afloat", "focus-area/sky"),
        Link("contributes-to", "result/afloat", "result/trade"),
    )
    assert draw("logic-model", mended).title == (
        "Each of the three focus areas leads to at least one immediate result; "
        "one of two results leads no further"
    )


def test_a_perspective_has_a_title_of_its_own(model: Framework, draw: Draw) -> None:
    title = draw("logic-model", model, perspective="council/north").title
    assert title == (
        "“North” is at work in one of the three focus areas; each group hands over a deliverable"
    )
    filled = changed(model, Link("covers", "group/boats", "focus-area/sky"))
    assert draw("logic-model", filled, perspective="council/north").title != title


@pytest.mark.parametrize(
    ("language", "of_all", "of_one"),
    [("en", "No group", "Not at work here"), ("fr", "Aucun groupe", "N’y est pas à l’œuvre")],
)
def test_one_body_alone_says_nothing_of_the_groups_of_others(
    language: Language, of_all: str, of_one: str, model: Framework, draw: Draw
) -> None:
    def said(perspective: str) -> list[str]:
        return texts(draw("logic-model", model, language, perspective=perspective)).split("\n")

    assert of_all in said("councils")
    for perspective in ("council/north", "group/boats"):
        assert of_one in said(perspective)
        assert of_all not in said(perspective)


def test_the_title_of_one_body_counts_what_it_hands_over(reference: States, draw: Draw) -> None:
    framework = reference.at("2016-09")
    assert draw("logic-model", framework, perspective="group/privacy").title == (
        "“Privacy” is at work in three of the ten focus areas; "
        "no deliverable of its own is on record"
    )
    assert draw("logic-model", framework, "fr", perspective="group/privacy").title == (
        "«\u00a0Renseignements personnels\u00a0» est à l’œuvre dans trois des dix domaines "
        "d’intérêt; aucun livrable de sa part n’est consigné"
    )


def test_a_perspective_that_is_none_is_refused(model: Framework, draw: Draw) -> None:
    with pytest.raises(BadOption, match="generic, councils, or the key of an element"):
        draw("logic-model", model, perspective="focus-area/sea")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_there_is_said(language: Language, small: Framework, draw: Draw) -> None:
    results = element("result/a", "A", "B", horizon="ultimate")
    for framework in (
        Framework.of(KERNEL),
        small,
        Framework.of(KERNEL, [results]),
        changed(small, results),
    ):
        for paper in ("tabloid", "phone"):
            for perspective in ("generic", "councils"):
                scene = draw(
                    "logic-model", framework, language, paper=paper, perspective=perspective
                )
                assert scene.title
                assert audit(scene, MEASURE) == ()


# --- how it is drawn ---------------------------------------------------------------------------


@pytest.mark.golden
@pytest.mark.parametrize("perspective", ["generic", "councils"])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_framework(
    state: str, language: Language, perspective: str, reference: States, draw: Draw
) -> None:
    for paper in ("tabloid", "phone"):
        scene = draw(
            "logic-model",
            reference.at(state),
            language,
            paper=paper,
            state=reference.info(state),
            name=reference.name,
            perspective=perspective,
        )
        assert audit(scene, MEASURE) == ()
        if paper == "tabloid":
            hold(f"logic-model/{perspective}-{state}-{language}.txt", told(scene))


def test_the_reference_framework_has_its_known_counts(reference: States) -> None:
    model = model_of(reference.at("2016-09"), "generic")
    counts = [len(column.works) for column in model.columns]
    assert counts == [2, 2, 2, 6, 4, 4, 4, 4, 3, 4]
    assert [len(horizon.results) for horizon in model.horizons] == [8, 6, 3]
    assert len(model.principles) == 5
    assert len(model.layers) == 4
    assert model.missing == ()
    assert model_of(reference.at("2018"), "generic").missing == ("document/logic-model-later",)


@pytest.mark.parametrize("paper", LOGIC_MODEL.papers)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_and_every_council_is_well_drawn(
    paper: str, language: Language, reference: States, draw: Draw
) -> None:
    for perspective in ("generic", "council/pscioc", "council/joint", "group/framework"):
        scene = draw(
            "logic-model", reference.at("2018"), language, paper=paper, perspective=perspective
        )
        assert audit(scene, MEASURE) == ()


def test_a_framework_with_a_type_of_its_own(draw: Draw) -> None:
    states = read(REFERENCE.parent / "example")
    for state in states.keys():  # noqa: SIM118 -- the keys of states; it is no mapping
        for language in LANGUAGES:
            for perspective in ("generic", "councils", "council/lakes"):
                scene = draw("logic-model", states.at(state), language, perspective=perspective)
                assert audit(scene, MEASURE) == ()


@pytest.mark.parametrize("paper", ["tabloid", "phone"])
def test_a_large_framework(paper: str, draw: Draw) -> None:
    scene = draw("logic-model", large(), paper=paper, perspective="councils")
    assert audit(scene, MEASURE) == ()
    if paper == "tabloid":
        assert "And 35 more" in texts(scene)


def test_thousands_of_results_are_counted_and_their_ties_found_at_once(draw: Draw) -> None:
    many = 2000
    results = [element(f"result/r{n}", f"Result {n}", f"Résultat {n}") for n in range(many)]
    works = [element(f"activity/w{n}", f"Work {n}", f"Travaux {n}") for n in range(many)]
    area = element("focus-area/a", "Area", "Domaine")
    ties = [Link("contributes-to", f"activity/w{n}", f"result/r{n}") for n in range(many)]
    framework = Framework.of(KERNEL, [*results, *works, area], ties)
    started = process_time()
    scene = draw("logic-model", framework)
    assert process_time() - started < 5
    assert audit(scene, MEASURE) == ()
    assert "And 1,940 more results, all in the table" in texts(scene)
    assert sum(1 for _ in opened(scene.items)) < 1500
    assert len(LOGIC_MODEL.table(framework).rows) >= 2 * many
    narrow = draw("logic-model", framework, paper="phone")
    assert "And 1,940 more" in texts(narrow)


@settings(max_examples=40, deadline=None)
@given(
    framework=frameworks(),
    paper=st.sampled_from(["tabloid", "letter", "phone", "a1"]),
    perspective=st.sampled_from(["generic", "councils"]),
)
def test_any_framework_is_well_drawn(framework: Framework, paper: str, perspective: str) -> None:
    scene = LOGIC_MODEL.draw(
        framework,
        words=wording("fr"),
        measure=MEASURE,
        stage=Stage(Text("Any", "Tout"), NOW),
        paper=paper,
        options={"perspective": perspective},
    )
    assert audit(scene, MEASURE) == ()
    results = {key for key in framework.keys() if key.startswith("result/")}  # noqa: SIM118 -- no mapping
    assert results <= set(scene.subjects)


def test_the_same_framework_gives_the_same_bytes(model: Framework, draw: Draw) -> None:
    again = Framework.of(KERNEL, reversed(model.elements()), reversed(model.links()))
    assert svg_file(draw("logic-model", model)) == svg_file(draw("logic-model", again))
