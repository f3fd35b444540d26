"""The gap matrix: what it shows, what it finds, and that it is well drawn for any framework."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.settings import Settings
from cadre.core.states import StateInfo, StateKind, States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.exchange import read
from cadre.render.measure import MEASURE
from cadre.render.svg import svg_file
from cadre.viewpoints.audit import audit
from cadre.viewpoints.gap_matrix import GAP_MATRIX
from cadre.viewpoints.gap_matrix.matrix import matrix_of, picture_of
from cadre.viewpoints.scene import Group, Label, Scene, opened
from cadre.viewpoints.table import Row
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import NOW, REFERENCE, Draw, element

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")


def changed(
    framework: Framework, *more: Element | Link, settings: Settings | None = None
) -> Framework:
    """The framework with elements and links put in, or in place of those of the same key."""
    values = framework.values_by_key()
    links = framework.values_by_link()
    for one in more:
        if isinstance(one, Element):
            values[one.key] = one.values
        else:
            links[one.id] = one.values
    return Framework.of_values(framework.metamodel, settings or framework.settings, values, links)


def texts(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in scene.everything() if isinstance(item, Label))


def cells(scene: Scene) -> Iterator[Group]:
    return (item for item in opened(scene.items) if isinstance(item, Group) and item.links)


def rows(framework: Framework) -> dict[str, Row]:
    return {row.key: row for row in GAP_MATRIX.table(framework).rows}


# --- what it shows -----------------------------------------------------------------------------


def test_each_group_council_and_area_is_drawn_once_and_each_link_is_a_cell(
    small: Framework, draw: Draw
) -> None:
    scene = draw("gap-matrix", small)
    assert set(scene.subjects) == set(small.values_by_key())
    assert {cell.links[0].source + ">" + cell.links[0].target for cell in cells(scene)} == {
        "group/boats>focus-area/sea",
        "group/ports>focus-area/sea",
        "group/ports>focus-area/shore",
    }
    assert audit(scene, MEASURE) == ()


def test_a_cell_says_what_is_done_and_whether_that_is_sure(small: Framework, draw: Draw) -> None:
    names = [cell.name for cell in cells(draw("gap-matrix", small))]
    assert "Boats, Sea: Builds boats." in names
    assert "Ports works in Sea (to be confirmed)" in names
    french = [cell.name for cell in cells(draw("gap-matrix", small, "fr"))]
    assert "Bateaux, Mer\u00a0: Construit des bateaux." in french


def test_no_level_is_invented(small: Framework) -> None:
    assert all(cell.level is None for *_, cell in matrix_of(small).cells())
    stated = Link("covers", "group/boats", "focus-area/sea", {"level": "several"})
    [level] = [cell.level for *_, cell in matrix_of(changed(small, stated)).cells() if cell.level]
    assert level == 3


def test_coverage_is_counted_and_set_beside_what_was_stated(small: Framework) -> None:
    judgement = element("coverage-assessment/sea", "Sea", "Mer", level="none", certainty="low")
    stated = changed(
        small, judgement, Link("assesses", "coverage-assessment/sea", "focus-area/sea")
    )
    sea, shore, sky = matrix_of(stated).columns
    assert [len(column.groups) for column in (sea, shore, sky)] == [2, 1, 0]
    assert (sea.computed, sea.stated, sea.difference, sea.disagrees) == (4, 0, 4, True)
    assert (shore.computed, shore.stated, shore.difference) == (1, None, None)
    assert sky.computed == 0
    assert rows(stated)["focus-area/sea"].cells["difference"] == 4


def test_areas_of_a_group_are_set_beside_the_number_stated(small: Framework) -> None:
    judgement = Element("coverage-assessment/boats", {"areas-stated": 3})
    stated = changed(small, judgement, Link("assesses", "coverage-assessment/boats", "group/boats"))
    boats = rows(stated)["group/boats"].cells
    assert (boats["areas-found"], boats["areas-stated"], boats["difference"]) == (1, 3, -2)


def test_work_of_no_known_group_has_a_row_of_its_own(small: Framework, draw: Draw) -> None:
    judgement = element(
        "coverage-assessment/lost", "Lost", "Perdu", text=Text("Somebody sings.", "On chante.")
    )
    lost = changed(
        small,
        judgement,
        Link("assesses", "coverage-assessment/lost", "focus-area/sky"),
        Link("concerns", "coverage-assessment/lost", "group/tides"),
        Link("concerns", "coverage-assessment/lost", "group/ports"),
    )
    scene = draw("gap-matrix", lost)
    assert "Group not known" in texts(scene)
    assert "Work whose group is not known" in [entry.text for entry in scene.legend]
    assert rows(lost)["coverage-assessment/lost"].cells["area"] == Text("Sky", "Ciel")
    assert "Group not known" not in texts(draw("gap-matrix", small))


def test_the_work_of_a_group_that_has_ended_is_shown_and_not_counted(
    small: Framework, draw: Draw
) -> None:
    ended = changed(small, element("group/boats", "Boats", "Bateaux", lifecycle="ended"))
    assert [len(column.groups) for column in matrix_of(ended).columns] == [1, 1, 0]
    scene = draw("gap-matrix", ended)
    assert len(list(cells(scene))) == 3
    assert any("not counted" in entry.text for entry in scene.legend)
    assert audit(scene, MEASURE) == ()


def test_a_group_is_over_by_the_date_of_the_state(small: Framework, draw: Draw) -> None:
    ending = changed(
        small, element("group/boats", "Boats", "Bateaux", ends=PartialDate.parse("2017"))
    )
    later = StateInfo("e", StateKind.EDITION, Text("E", "É"), date=PartialDate.parse("2018"))
    earlier = StateInfo("e", StateKind.EDITION, Text("E", "É"), date=PartialDate.parse("2016"))
    title = "two areas hang on a single one"
    assert title in draw("gap-matrix", ending, state=later).title
    assert title not in draw("gap-matrix", ending, state=earlier).title


def test_parts_of_groups_stand_under_their_whole(small: Framework) -> None:
    nested = changed(
        small,
        element("group/crew", "Crew", "Équipage", order=-1),
        Link("part-of", "group/crew", "group/boats"),
    )
    north = matrix_of(nested).sections[0]
    assert [(member.key, member.depth) for member in north.members] == [
        ("group/boats", 0),
        ("group/crew", 1),
    ]


def test_a_group_of_no_council_stands_last_with_a_mark_of_its_own(small: Framework) -> None:
    sections = matrix_of(changed(small, element("group/lone", "Lone", "Seul"))).sections
    assert [section.key for section in sections] == ["council/north", "council/south", ""]
    assert len({section.mark for section in sections}) == 3


def test_the_legend_has_only_what_is_drawn(small: Framework, draw: Draw) -> None:
    ids = {entry.id for entry in draw("gap-matrix", small).legend}
    assert ids == {"at-work", "unsure", "blank", "nobody", "coverage", "step-0", "step-1", "step-4"}


# --- what it finds -----------------------------------------------------------------------------


def test_the_title_is_what_is_found(small: Framework, draw: Draw) -> None:
    assert (
        draw("gap-matrix", small).title == "No group works in “Sky”; one area hangs on a single one"
    )
    assert draw("gap-matrix", small, "fr").title == (
        "Aucun groupe ne travaille dans le domaine «\u00a0Ciel\u00a0»; "
        "un domaine repose sur un seul"
    )


def test_the_title_changes_with_the_data(small: Framework, draw: Draw) -> None:
    filled = changed(small, Link("covers", "group/tides", "focus-area/sky"))
    assert draw("gap-matrix", filled).title == (
        "Two areas hang on one group; two of 3 groups work in “Sea”"
    )
    fuller = changed(
        filled,
        Link("covers", "group/boats", "focus-area/sky"),
        Link("covers", "group/tides", "focus-area/shore"),
    )
    assert draw("gap-matrix", fuller).title == "Two of 3 groups work in “Sea”"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_there_is_said(language: Language, draw: Draw) -> None:
    nothing = Framework.of(KERNEL)
    no_axis = Framework.of(KERNEL, [element("group/a", "A", "B")])
    no_groups = Framework.of(KERNEL, [element("focus-area/a", "A", "B")])
    no_work = Framework.of(
        KERNEL, [element("focus-area/a", "A", "B"), element("group/a", "A", "B")]
    )
    scenes = [
        draw("gap-matrix", one, language, paper=paper)
        for one in (nothing, no_axis, no_groups, no_work)
        for paper in ("tabloid", "phone")
    ]
    assert all(scene.title for scene in scenes)
    assert len({scene.title for scene in scenes}) == 3
    assert [audit(scene, MEASURE) for scene in scenes] == [()] * 8


def test_knowledge_older_than_the_state_is_said_to_be(small: Framework, draw: Draw) -> None:
    dated = changed(small, settings=Settings.of({"assessed/covers": PartialDate.parse("2016-09")}))
    later = StateInfo("e", StateKind.EDITION, Text("E", "É"), date=PartialDate.parse("2018-02"))
    same = StateInfo("e", StateKind.EDITION, Text("E", "É"), date=PartialDate.parse("2016-09-14"))
    assert "As assessed in September 2016" in texts(draw("gap-matrix", dated, state=later))
    french = draw("gap-matrix", dated, "fr", state=later)
    assert "Selon l’évaluation faite en septembre 2016" in texts(french)
    assert draw("gap-matrix", dated, state=same).furniture.remark == ""
    assert draw("gap-matrix", small, state=later).furniture.remark == ""


def test_a_name_in_the_other_language_says_so(small: Framework, draw: Draw) -> None:
    english = changed(small, Element("group/boats", {"name": Text("Boats", "")}))
    marked = [
        item.lines
        for item in draw("gap-matrix", english, "fr").everything()
        if isinstance(item, Label) and item.language == "en"
    ]
    assert marked == [("Boats",)]


# --- how it is drawn ---------------------------------------------------------------------------


@pytest.mark.golden
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_framework(
    state: str, language: Language, reference: States, draw: Draw
) -> None:
    for paper in ("tabloid", "phone"):
        scene = draw(
            "gap-matrix",
            reference.at(state),
            language,
            paper=paper,
            state=reference.info(state),
            name=reference.name,
        )
        assert audit(scene, MEASURE) == ()
        if paper == "tabloid":
            hold(f"gap-matrix/{state}-{language}.txt", told(scene))


def test_the_reference_framework_fits_its_paper(reference: States, draw: Draw) -> None:
    scene = draw("gap-matrix", reference.at("2016-09"), state=reference.info("2016-09"))
    assert (scene.width, scene.height) == (1224, 792)


def test_the_reference_framework_has_its_known_counts(reference: States) -> None:
    matrix = matrix_of(reference.at("2016-09"))
    assert len(list(matrix.cells())) == 35
    assert sum(len(column.unattributed) for column in matrix.columns) == 2
    counts = {column.step.code: len(column.groups) for column in matrix.columns}
    assert (counts["C"], counts["D"], counts["H"]) == (14, 8, 0)


@pytest.mark.parametrize("paper", GAP_MATRIX.papers)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_is_well_drawn(
    paper: str, language: Language, reference: States, draw: Draw
) -> None:
    scene = draw("gap-matrix", reference.at("2018"), language, paper=paper)
    assert audit(scene, MEASURE) == ()


def test_a_framework_with_a_type_of_its_own(draw: Draw) -> None:
    states = read(REFERENCE.parent / "example")
    for state in states.keys():  # noqa: SIM118 -- the keys of states; it is no mapping
        for language in LANGUAGES:
            for paper in ("tabloid", "phone"):
                scene = draw("gap-matrix", states.at(state), language, paper=paper)
                assert audit(scene, MEASURE) == ()
                assert scene.subjects


NAMES = st.text(
    st.characters(max_codepoint=0x17F, categories=["L", "N", "P", "Zs"]),
    min_size=1,
    max_size=60,
)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    groups = draw(st.lists(NAMES, max_size=12))
    areas = draw(st.lists(NAMES, max_size=14))
    councils = draw(st.lists(NAMES, max_size=4))
    elements = [
        element(f"{kind}/x{place}", name, name)
        for kind, names in (("group", groups), ("focus-area", areas), ("council", councils))
        for place, name in enumerate(names)
    ]
    links: dict[str, Link] = {}
    for place in range(len(groups)):
        parent = draw(st.integers(0, 4))
        if parent < len(councils):
            links[f"p{place}"] = Link("part-of", f"group/x{place}", f"council/x{parent}")
        for area in draw(st.sets(st.integers(0, 13), max_size=5)):
            if area < len(areas):
                link = Link("covers", f"group/x{place}", f"focus-area/x{area}")
                links[f"c{place},{area}"] = link
    return Framework.of(KERNEL, elements, links.values())


@settings(max_examples=40, deadline=None)
@given(framework=frameworks(), paper=st.sampled_from(["tabloid", "letter", "phone", "a1"]))
def test_any_framework_is_well_drawn(framework: Framework, paper: str) -> None:
    scene = GAP_MATRIX.draw(
        framework,
        words=wording("fr"),
        measure=MEASURE,
        stage=Stage(Text("Any", "Tout"), NOW),
        paper=paper,
    )
    assert audit(scene, MEASURE) == ()


def test_the_same_framework_gives_the_same_bytes(small: Framework, draw: Draw) -> None:
    again = Framework.of(
        KERNEL,
        reversed(small.elements()),
        reversed(small.links()),
    )
    assert svg_file(draw("gap-matrix", small)) == svg_file(draw("gap-matrix", again))


def test_the_table_holds_all_that_the_picture_shows(small: Framework) -> None:
    found = rows(small)
    assert set(found) == {
        "covers:group/boats>focus-area/sea",
        "covers:group/ports>focus-area/sea",
        "covers:group/ports>focus-area/shore",
        "group/boats",
        "group/ports",
        "group/tides",
        "focus-area/sea",
        "focus-area/shore",
        "focus-area/sky",
    }
    work = found["covers:group/boats>focus-area/sea"].cells
    assert work["what"] == Text("Builds boats.", "Construit des bateaux.")
    assert work["certainty"] == Text("Stated", "Énoncé")
    assert found["focus-area/sky"].cells["groups"] == 0


# --- many groups ----------------------------------------------------------------------------------


def crowded(councils: int = 30, groups: int = 130) -> Framework:
    """Groups of as many councils, in three areas of which the second is part of the first."""
    elements = [element(f"focus-area/a{n}", f"Area {n}", f"Domaine {n}", order=n) for n in range(3)]
    elements += [
        element(f"council/c{n}", f"Council {n}", f"Conseil {n}", order=n) for n in range(councils)
    ]
    elements += [element(f"group/g{n}", f"Group {n}", f"Groupe {n}") for n in range(groups)]
    links = [Link("part-of", "focus-area/a1", "focus-area/a0")]
    links += [Link("part-of", f"group/g{n}", f"council/c{n % councils}") for n in range(groups)]
    links += [Link("covers", f"group/g{n}", f"focus-area/a{n % 3}") for n in range(groups)]
    return Framework.of(KERNEL, elements, links)


def test_many_groups_are_counted_by_council_and_no_group_is_lost() -> None:
    framework = crowded()
    rolled = picture_of(framework)
    assert rolled.rolled
    [section] = rolled.sections
    assert [member.key for member in section.members] == [f"council/c{n}" for n in range(30)]
    for column in rolled.columns:
        held = [
            group
            for member in section.members
            if (cell := member.cells.get(column.key))
            for group in cell.groups
        ]
        assert sorted(held) == sorted(column.groups)


def test_a_council_opens_into_its_groups_and_areas_are_judged_as_before() -> None:
    framework = crowded()
    opened_ = picture_of(framework, "council/c3")
    assert [section.key for section in opened_.sections] == ["council/c3"]
    assert {member.key for member in opened_.members()} == {
        f"group/g{n}" for n in range(3, 130, 30)
    }
    assert opened_.columns == picture_of(framework).columns


def test_work_in_a_part_is_work_in_the_whole_and_told_once() -> None:
    matrix = matrix_of(crowded())
    [whole] = [column for column in matrix.columns if column.key == "focus-area/a0"]
    at_work = {
        member.key
        for section in matrix.sections
        for member in section.members
        if whole.key in member.cells
    }
    assert at_work == set(whole.groups)
    assert all(member.found == 1 for member in matrix.members())
    table = GAP_MATRIX.table(crowded())
    assert len({row.key for row in table.rows}) == len(table.rows)


@pytest.mark.parametrize("paper", ["tabloid", "a0", "phone"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("council", ["", "council/c3"])
def test_many_groups_are_well_drawn(
    council: str, language: Language, paper: str, draw: Draw
) -> None:
    scene = draw("gap-matrix", crowded(), language, paper=paper, council=council)
    assert audit(scene, MEASURE) == ()
    assert sum(1 for _ in opened(scene.items)) < 1500


def test_of_many_areas_the_outermost_are_columns_and_open(draw: Draw) -> None:
    base = crowded()
    values, links = base.values_by_key(), base.values_by_link()
    for n in range(20):
        key = f"focus-area/p{n:02}"
        values[key] = element(key, f"Part {n}", f"Partie {n}").values
        links[Link("part-of", key, "focus-area/a2").id] = {}
        links[Link("covers", f"group/g{n}", key).id] = {}
    framework = Framework.of_values(base.metamodel, base.settings, values, links)
    picture = picture_of(framework)
    assert [column.key for column in picture.columns] == ["focus-area/a0", "focus-area/a2"]
    every = {column.key: column for column in matrix_of(framework).columns}
    assert all(column.groups == every[column.key].groups for column in picture.columns)
    opened_ = picture_of(framework, area="focus-area/a2")
    assert [column.key for column in opened_.columns] == [
        "focus-area/a2",
        *(f"focus-area/p{n:02}" for n in range(20)),
    ]
    for options in ({}, {"area": "focus-area/a2"}, {"council": "council/c1"}):
        assert audit(draw("gap-matrix", framework, **options), MEASURE) == ()
