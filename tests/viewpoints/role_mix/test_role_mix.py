"""The role mix: its counts, what it finds, and that any framework's is well drawn."""

from __future__ import annotations

from collections import Counter

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
from cadre.viewpoints.role_mix import ROLE_MIX
from cadre.viewpoints.role_mix.model import NO_ROLE, mix_of
from cadre.viewpoints.roles import role_choices
from cadre.viewpoints.scene import Label
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import Draw, element
from tests.viewpoints.frameworks import NAMES, changed


def work(slug: str, role: str = "") -> Element:
    return element(f"activity/{slug}", f"Work {slug}", f"Travail {slug}").replace(
        **({"council-role": role} if role else {})
    )


@pytest.fixture
def roles(small: Framework) -> list[str]:
    return list(role_choices(small))


@pytest.fixture
def mixed(small: Framework, roles: list[str]) -> Framework:
    """Two pieces of work of the first role, one of them in two areas, and one of none."""
    return changed(
        small,
        work("a", roles[0]),
        work("b", roles[0]),
        work("c"),
        Link("in-focus-area", "activity/a", "focus-area/sea"),
        Link("in-focus-area", "activity/a", "focus-area/shore"),
    )


def test_what_is_in_two_areas_counts_in_each_and_once_in_all(
    mixed: Framework, roles: list[str]
) -> None:
    part = mix_of(mixed).parts[0]
    assert part.trait is Trait.WORK
    assert part.count(roles[0]) == 2
    assert part.count(NO_ROLE) == 1
    by_area = {row.step.key if row.step else "": row.of(roles[0]) for row in part.rows}
    assert by_area["focus-area/sea"] == by_area["focus-area/shore"] == ("activity/a",)
    assert by_area[""] == ("activity/b",)


def test_the_title_follows_the_data(mixed: Framework, roles: list[str], draw: Draw) -> None:
    first = draw("role-mix", mixed).title
    assert first.startswith("Centre of expertise is the commonest role, in 2 of 2 that have one")
    assert "4 have none stated" in first
    other = changed(mixed, *(work(slug, roles[1]) for slug in "bcd"))
    assert draw("role-mix", other).title.startswith("Broker is the commonest role, in 3 of 4")
    assert draw("role-mix", other, "fr").title.startswith("Le rôle le plus courant, intermédiaire,")


def test_where_nothing_has_a_role_it_says_so(small: Framework, draw: Draw) -> None:
    assert draw("role-mix", small).title.startswith("Nothing says which role")
    empty = Framework.of(KERNEL, [], [])
    scene = draw("role-mix", empty, "fr")
    assert scene.title.startswith("Ni travaux ni groupe")
    assert scene.lead.startswith("Consignez")


@pytest.mark.parametrize(
    ("state", "of", "counts"),
    [
        ("2018", "Work", {"CE": 2, "Int": 13, "Pr": 4, "In": 10}),
        ("proposal-2016", "Groups", {"CE": 4, "Int": 14, "Pr": 4, "In": 11}),
    ],
)
def test_the_reference_framework_has_the_roles_of_its_sources(
    reference: States, state: str, of: str, counts: dict[str, int]
) -> None:
    rows = ROLE_MIX.table(reference.at(state)).rows
    found = {
        row.cells["badge"]: row.cells["count"]
        for row in rows
        if " total " in row.key and row.cells["of"].in_("en") == of  # type: ignore[union-attr]
    }
    assert {badge: found[badge] for badge in counts} == counts


def test_picture_and_table_count_alike(reference: States, draw: Draw) -> None:
    framework = reference.at("proposal-2016")
    scene = draw("role-mix", framework)
    drawn = Counter(
        line
        for item in scene.everything()
        if isinstance(item, Label) and item.bold
        for line in item.lines
        if line.isdigit()
    )
    totals = [row for row in ROLE_MIX.table(framework).rows if " total " in row.key]
    assert drawn == Counter(str(row.cells["count"]) for row in totals)


@settings(max_examples=25)
@given(st.data())
def test_any_roles_are_drawn_well(data: st.DataObject) -> None:
    empty = Framework.of(KERNEL, [], [])
    choices = ["", *role_choices(empty)]
    made, links = list[Element](), list[Link]()
    areas = [element(f"focus-area/a{n}", data.draw(NAMES), data.draw(NAMES)) for n in range(2)]
    for place in range(data.draw(st.integers(0, 6))):
        made.append(work(f"w{place}", data.draw(st.sampled_from(choices))))
        links += [
            Link("in-focus-area", made[-1].key, area.key)
            for area in areas
            if data.draw(st.booleans())
        ]
    framework = Framework.of(KERNEL, [*areas, *made], links)
    for paper in ("tabloid", "letter", "phone"):
        scene = ROLE_MIX.draw(
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
    assert audit(draw("role-mix", reference.at("2018"), language, paper=paper), MEASURE) == ()


@pytest.mark.golden
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_scene(reference: States, draw: Draw, language: Language) -> None:
    scene = draw(
        "role-mix",
        reference.at("proposal-2016"),
        language,
        state=reference.info("proposal-2016"),
        name=reference.name,
    )
    hold(f"role-mix/proposal-2016-{language}.txt", told(scene))
