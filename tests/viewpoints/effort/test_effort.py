"""Effort and reach: what is counted for whom, what is not known, and that it is well drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.attributes import Attribute
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.values import Kind
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.effort import EFFORT
from cadre.viewpoints.effort.model import effort_of
from cadre.viewpoints.scene import Label
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import Draw, element
from tests.viewpoints.frameworks import NAMES, changed


@pytest.fixture
def seated(small: Framework) -> Framework:
    """Two isles, of which one has a seat on the boats and leads a priority."""
    return changed(
        small,
        element("jurisdiction/near", "Near isle", "Île proche", **{"fixed-order": 2}),
        element("jurisdiction/far", "Far isle", "Île lointaine", **{"fixed-order": 1}),
        element("seat/s", "Seat", "Siège"),
        element("priority/p", "Piers", "Quais"),
        element("deliverable/d", "Log", "Journal"),
        Link("represents", "seat/s", "jurisdiction/near"),
        Link("sits-on", "seat/s", "group/boats"),
        Link("leads", "jurisdiction/near", "priority/p"),
        Link("produces", "group/boats", "deliverable/d"),
    )


def counting(framework: Framework, **people: float) -> Framework:
    """The framework with an attribute of its own for people on its groups, and some of them."""
    entry = framework.metamodel.element_types["group"]
    attribute = Attribute("people", Kind.NUMBER, Text("People", "Effectifs"))
    own = replace(entry, attributes=(*entry.attributes, attribute))
    elements = [
        one.replace(people=people[one.key.partition("/")[2]])
        if one.key.partition("/")[2] in people and one.type == "group"
        else one
        for one in framework.elements()
    ]
    metamodel = framework.metamodel.extended([own])
    return Framework.of(metamodel, elements, framework.links(), framework.settings)


def test_each_carries_its_own(seated: Framework) -> None:
    effort = effort_of(seated)
    assert [one.key for one in effort.governments] == ["jurisdiction/far", "jurisdiction/near"]
    far, near = effort.governments
    assert far.is_idle
    assert (near.seats, near.leads) == (("group/boats",), ("priority/p",))
    assert near.areas == tuple(seated.targets("group/boats", "covers"))  # type: ignore[arg-type]
    north = next(one for one in effort.councils if one.key == "council/north")
    assert north.outputs == ("deliverable/d",)
    assert "group/boats" in north.groups


def test_the_title_follows_the_data(seated: Framework, draw: Draw) -> None:
    assert draw("effort", seated).title == (
        "One of two governments has a seat or a lead recorded; nobody has recorded people or money"
    )
    both = changed(seated, Link("leads", "jurisdiction/far", "priority/p"))
    assert draw("effort", both).title.startswith("Every government of the two has a seat")
    assert draw("effort", both, "fr").title.startswith("Chacune des deux administrations")


def test_people_and_money_are_summed_where_a_framework_counts_them(
    seated: Framework, draw: Draw
) -> None:
    framework = counting(seated, boats=3, tides=4.5)
    sums = {one.key: dict(one.resources) for one in effort_of(framework).bearers}
    whole = sum(total for own in sums.values() for total in own.values())
    assert whole == 7.5
    assert draw("effort", framework).title.endswith("have people or money recorded")
    rows = {row.key: row.cells["resources"] for row in EFFORT.table(framework).rows}
    assert rows["jurisdiction/far"] == Text("none recorded", "rien de consigné")
    assert any("People" in str(cell) for cell in rows.values())


def test_picture_and_table_count_alike(reference: States, draw: Draw) -> None:
    framework = reference.at("2018")
    scene = draw("effort", framework)
    drawn = sorted(
        int(line)
        for item in scene.everything()
        if isinstance(item, Label)
        for line in item.lines
        if line.isdigit()
    )
    counted = sorted(
        value
        for row in EFFORT.table(framework).rows
        for column in ("seats", "groups", "leads", "areas", "deliverables")
        if isinstance(value := row.cells[column], int)
    )
    assert drawn == counted


def test_the_reference_framework_has_ten_seats_and_six_leads(reference: States) -> None:
    governments = effort_of(reference.at("2018")).governments
    assert sum(len(one.seats) for one in governments) == 10
    assert sum(len(one.leads) for one in governments) == 6


def test_without_any_it_says_what_to_do(draw: Draw) -> None:
    scene = draw("effort", Framework.of(KERNEL, [], []), "fr")
    assert scene.title == "Ni administration ni conseil ne sont consignés dans cet état"
    assert scene.lead.startswith("Consignez")


@settings(max_examples=25)
@given(st.data())
def test_any_effort_is_drawn_well(data: st.DataObject) -> None:
    made, links = [element("council/c", data.draw(NAMES), data.draw(NAMES))], list[Link]()
    for place in range(data.draw(st.integers(0, 4))):
        name = data.draw(NAMES)
        made += [
            element(f"jurisdiction/j{place}", name, name),
            Element(f"priority/p{place}", {"name": Text(name, name)}),
        ]
        links.append(Link("leads", f"jurisdiction/j{place}", f"priority/p{place}"))
    framework = Framework.of(KERNEL, made, links)
    for paper in ("tabloid", "letter", "phone"):
        scene = EFFORT.draw(
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
    assert audit(draw("effort", reference.at("2018"), language, paper=paper), MEASURE) == ()


@pytest.mark.golden
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_scene(reference: States, draw: Draw, language: Language) -> None:
    scene = draw(
        "effort",
        reference.at("2018"),
        language,
        state=reference.info("2018"),
        name=reference.name,
    )
    hold(f"effort/2018-{language}.txt", told(scene))
