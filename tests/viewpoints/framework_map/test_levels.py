"""A large framework rolls up, and opens level by level: laws, and pictures of generated ones."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.analysis.coverage import below, coverage
from cadre.core.graph import Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.traits import LinkRole, Trait
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.framework_map import FRAMEWORK_MAP
from cadre.viewpoints.framework_map.levels import OTHER_COUNCILS, PAGE, Most
from cadre.viewpoints.framework_map.model import Macro, macro
from cadre.viewpoints.framework_map.selection import Selection
from cadre.viewpoints.scene import Label, opened
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.viewpoints.conftest import NOW, Draw, element

MOST_SIGNS = 1500
"""A page of more than this is not read but wondered at."""


def parted(
    areas: int, councils: int, links: Iterable[tuple[int, int]], own: Iterable[int] = ()
) -> Framework:
    """Areas of which each is part of the one at half its number; groups, each of a council."""
    groups = sorted({group for group, _ in links})
    kept = set(own)
    return Framework.of(
        KERNEL,
        [
            *(
                element(f"focus-area/a{n}", f"Area {n}", f"Domaine {n}", order=n)
                for n in range(areas)
            ),
            *(element(f"council/c{n}", f"Council {n}", f"Conseil {n}") for n in range(councils)),
            *(element(f"group/g{n}", f"Group {n}", f"Groupe {n}") for n in groups),
        ],
        [
            *(
                Link("part-of", f"focus-area/a{n}", f"focus-area/a{n // 2}")
                for n in range(2, areas)
                if n not in kept
            ),
            *(Link("part-of", f"group/g{n}", f"council/c{n % councils}") for n in groups),
            *(Link("covers", f"group/g{g}", f"focus-area/a{a}") for g, a in set(links)),
        ],
    )


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    areas = draw(st.integers(1, 14))
    links = st.tuples(st.integers(0, 30), st.integers(0, areas - 1))
    own = draw(st.sets(st.integers(2, 14), max_size=5))
    return parted(areas, draw(st.integers(1, 20)), draw(st.lists(links, max_size=60)), own)


def at_work(model: Macro) -> dict[str, set[str]]:
    return {row.key: {worker.group for worker in row.at_work} for row in model.areas}


@given(frameworks())
def test_a_whole_counts_the_groups_at_work_in_its_parts_each_once(framework: Framework) -> None:
    """The map and the coverage, which the home page, the matrix and the rules ask, say the same."""
    reach = {area.area: set(area.groups) for area in coverage(framework)}
    rows = at_work(macro(framework))
    assert rows == {key: reach[key] for key in rows}
    under = below(framework)
    for key, groups in rows.items():
        direct = [set(framework.sources(part, LinkRole.COVERS)) for part in under[key]]
        assert groups == set().union(*direct)


@given(frameworks())
def test_the_rows_of_the_first_level_hold_every_area(framework: Framework) -> None:
    rows = macro(framework).areas
    members = [key for row in rows for key in row.members]
    assert sorted(members) == sorted(framework.keys(Trait.AXIS))


@given(frameworks(), st.data())
def test_opening_an_area_parts_it(framework: Framework, data: st.DataObject) -> None:
    """Its parts, with itself where groups work in no part of it, hold what it held; none is new."""
    area = data.draw(st.sampled_from(framework.keys(Trait.AXIS)))
    held = next(set(one.groups) for one in coverage(framework) if one.area == area)
    opened_ = macro(framework, Selection(area=area))
    assert set().union(*at_work(opened_).values()) == held
    members = [key for row in opened_.areas for key in row.members]
    under = set(below(framework)[area])
    assert under - set(members) <= {area}
    assert set(members) <= under
    assert len(members) == len(set(members))


@given(frameworks(), st.integers(2, 8))
def test_the_block_of_others_holds_exactly_the_rest(framework: Framework, most: int) -> None:
    every = macro(framework)
    folded = macro(framework, most=Most(most, 99, 99, 99))
    named = [block for block in every.councils if block.key]
    assert len([block for block in folded.councils if block.key]) == min(most, len(named))
    held = [key for block in folded.councils for key in (block.others or (block.key,))]
    assert sorted(held) == sorted(block.key for block in every.councils)
    assert sorted(folded.groups) == sorted(every.groups)
    for row, before in zip(folded.areas, every.areas, strict=True):
        assert {it.group for it in row.workers} == {it.group for it in before.workers}
        mine = {it.group for it in row.workers if it.council == OTHER_COUNCILS}
        others = next((block.others for block in folded.councils if block.others), ())
        assert mine == {it.group for it in before.workers if it.council in others}
    smallest = min((len(b.groups) for b in folded.councils if b.key and not b.others), default=0)
    others = next((block.others for block in folded.councils if block.others), ())
    sizes = {block.key: len(block.groups) for block in named}
    assert all(sizes[key] <= smallest for key in others)


def test_a_crowd_of_areas_is_one_row_with_the_areas_counted_one_by_one() -> None:
    links = [(g, a) for g in range(30) for a in range(60) if (g * a) % 7 == 1]
    framework = parted(60, 3, links, range(2, 60))
    every = macro(framework)
    model = macro(framework, most=PAGE)
    assert len(every.areas) == 60
    assert len(model.areas) == PAGE.areas
    assert [row.key for row in model.each_area if row.key not in {r.key for r in model.areas}] == [
        row.key for row in model.areas[-1].others
    ]
    assert sorted(row.key for row in model.each_area) == sorted(row.key for row in every.areas)
    assert {it.group for it in model.areas[-1].workers} == {
        it.group for row in model.areas[-1].others for it in row.workers
    }


def test_a_circle_of_parts_is_shown() -> None:
    framework = Framework.of(
        KERNEL,
        [element(f"focus-area/{name}", name, name) for name in "abc"]
        + [element("group/g", "g", "g")],
        [
            Link("part-of", "focus-area/a", "focus-area/b"),
            Link("part-of", "focus-area/b", "focus-area/a"),
            Link("covers", "group/g", "focus-area/b"),
        ],
    )
    [circle, alone] = sorted(macro(framework).areas, key=lambda row: -len(row.members))
    assert set(circle.members) == {"focus-area/a", "focus-area/b"}
    assert [it.group for it in circle.at_work] == ["group/g"]
    assert alone.key == "focus-area/c"


# --- drawn ----------------------------------------------------------------------------------------


def large() -> Framework:
    """27 councils, 280 groups, 24 areas on two levels, 90 priorities and 50 bodies outside."""
    base = parted(24, 27, [(g, (g * 5 + j * 7) % 24) for g in range(280) for j in range(1 + g % 3)])
    values, links = base.values_by_key(), base.values_by_link()
    for n in range(90):
        values[f"priority/p{n}"] = element(
            f"priority/p{n}", f"Priority {n}", f"Priorité {n}"
        ).values
        links[Link("supports", f"group/g{3 * n + 1}", f"priority/p{n}").id] = {}
    for n in range(50):
        key = f"external-body/x{n}"
        values[key] = element(key, f"Outside {n}", f"Externe {n}").values
        if n % 2:
            links[Link("tied-to", f"group/g{5 * n + 1}", key).id] = {}
    return Framework.of_values(base.metamodel, base.settings, values, links)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["tabloid", "a1", "phone"])
@pytest.mark.parametrize(
    "options",
    [{}, {"area": "focus-area/a2"}, {"area": "focus-area/a23"}, {"council": "council/c3"}],
    ids=["all", "an area with parts", "an area without", "a council"],
)
def test_a_large_framework_is_well_drawn_in_few_signs(
    options: dict[str, str], paper: str, language: Language, draw: Draw
) -> None:
    scene = draw("framework-map", large(), language, paper=paper, **options)
    assert audit(scene, MEASURE) == ()
    assert sum(1 for _ in opened(scene.items)) < MOST_SIGNS


def test_the_remainder_is_told_and_shown(draw: Draw) -> None:
    scene = draw("framework-map", large())
    text = "\n".join(" ".join(it.lines) for it in scene.everything() if isinstance(it, Label))
    assert "21 other councils" in text
    assert "79 other priorities" in text
    shown = {key for it in opened(scene.items) for key in it.shows}
    framework = large()
    assert set(framework.keys(Trait.STEERS)) <= shown | set(scene.subjects)
    assert set(framework.keys(Trait.PRIORITY)) <= shown | set(scene.subjects)
    assert set(framework.keys(Trait.OUTSIDE)) <= shown | set(scene.subjects)


def test_the_table_has_every_council_by_itself() -> None:
    table = FRAMEWORK_MAP.table(large())
    sources = {row.cells.get("source") for row in table.rows}
    working = {block.key for block in macro(large()).councils}
    assert {weight.source for weight in macro(large()).work} <= sources
    assert len(working) == 27


def test_a_rolled_up_area_opens_from_afar_and_one_without_parts_from_near() -> None:
    closer = FRAMEWORK_MAP.closer
    assert closer is not None
    framework = large()
    assert closer({}, framework, "council/c3", "focus-area/a2") == {
        "level": "macro",
        "council": "council/c3",
        "area": "focus-area/a2",
    }
    assert closer({}, framework, "council/c3", "focus-area/a23")["level"] == "micro"


def test_groups_are_called_what_their_type_is_called(draw: Draw) -> None:
    metamodel = KERNEL.extended(
        [
            ElementType(
                "agency",
                Text("Agency", "Agence"),
                Text("Agencies", "Agences"),
                traits=frozenset({Trait.BODY, Trait.WORKS}),
            )
        ]
    )
    elements = [element("focus-area/a", "Internal Services", "Services internes")]
    elements += [element(f"agency/g{n}", f"Agency {n}", f"Agence {n}") for n in range(4)]
    links = [Link("covers", f"agency/g{n}", "focus-area/a") for n in range(3)]
    framework = Framework.of(metamodel, elements, links)
    area = {"area": "focus-area/a"}
    assert draw("framework-map", framework, **area).title == (
        "Three of 4 agencies work on Internal Services"
    )
    assert draw("framework-map", framework, "fr", **area).title == (
        "3 agences sur 4 travaillent dans «\u00a0Services internes\u00a0»"
    )
    empty = Framework.of(metamodel, elements, ())
    assert draw("framework-map", empty, "fr", **area).title == (
        "Personne ne travaille dans «\u00a0Services internes\u00a0»"
    )


def test_from_near_a_large_framework_is_first_seen_from_afar(draw: Draw) -> None:
    base = large()
    values, links = base.values_by_key(), base.values_by_link()
    for n in range(400):
        values[f"activity/w{n}"] = element(f"activity/w{n}", f"Work {n}", f"Travaux {n}").values
        links[Link("in-focus-area", f"activity/w{n}", f"focus-area/a{n % 24}").id] = {}
    crowded = Framework.of_values(base.metamodel, base.settings, values, links)
    scene = draw("framework-map", crowded, paper="a2", level="micro")
    assert scene.title == draw("framework-map", crowded).title
    assert scene.lead.startswith("From near this is 959 pieces of work and results")
    assert sum(1 for _ in opened(scene.items)) < MOST_SIGNS
    area = draw("framework-map", crowded, paper="a2", level="micro", area="focus-area/a23")
    assert "Each coloured line is one piece of work" in area.lead
    pages = FRAMEWORK_MAP.pages(
        crowded,
        words=wording("en"),
        measure=MEASURE,
        stage=Stage(Text("Large", "Grand"), NOW),
        paper="tabloid",
        options={"level": "micro", "area": "focus-area/a5"},
    )
    assert len(pages) > 1
