"""The sheet of a group: what it says, which holes it shows, and that it is well drawn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.core.graph import Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.traits import Trait
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.group_sheet import GROUP_SHEET
from cadre.viewpoints.scene import Label, Scene
from cadre.viewpoints.viewpoint import BadOption, Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.viewpoints.conftest import Draw, element
from tests.viewpoints.frameworks import NAMES, changed

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")


def texts(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in scene.everything() if isinstance(item, Label))


def says(framework: Framework, key: str, what: str) -> object:
    rows = GROUP_SHEET.table(framework, {"of": key}).rows
    return next(row.cells["says"] for row in rows if str(row.cells["what"]) == str(what_of(what)))


def what_of(english: str) -> Text:
    return {
        "Co-chairs": Text("Co-chairs", "Coprésidence"),
        "Disposition": Text("Disposition", "Disposition"),
        "Deliverables": Text("Deliverables", "Livrables"),
        "Led by": Text("Led by", "Sous la direction de"),
        "Oversees": Text("Oversees", "Supervise"),
    }[english]


def test_the_title_follows_the_data(small: Framework, draw: Draw) -> None:
    first = draw("group-sheet", small, of="group/boats").title
    assert first.endswith("; nothing of its mandate is recorded")
    one = changed(
        small, small["group/boats"].replace(summary=Text("Keeps boats.", "Entretient les bateaux."))
    )
    assert draw("group-sheet", one, of="group/boats").title.endswith(
        "; one of 7 points of its mandate is recorded"
    )
    two = changed(
        one,
        element("deliverable/d", "Log", "Journal"),
        Link("produces", "group/boats", "deliverable/d"),
    )
    assert draw("group-sheet", two, of="group/boats").title.endswith(
        "; two of 7 points of its mandate are recorded"
    )
    assert draw("group-sheet", two, "fr", of="group/boats").title.endswith(
        "; deux points de son mandat sur 7 sont consignés"
    )
    away = Framework.of(KERNEL, [element("group/x", "X", "X")], [])
    assert "works on no focus area" in draw("group-sheet", away).title
    assert "ne travaille à aucun domaine" in draw("group-sheet", away, "fr").title


def test_who_leads_it_and_whom_it_oversees_are_on_it(reference: States) -> None:
    framework = reference.at("recommendations-2018")
    led = says(framework, "group/digital-id-wg", "Led by")
    assert isinstance(led, Text)
    assert "British Columbia" in led.en
    over = says(framework, "group/digital-id-wg", "Oversees")
    assert isinstance(over, Text)
    assert over.fr.count(";") + over.fr.count(",") >= 1


def test_what_nobody_recorded_is_said_to_be_so(small: Framework, draw: Draw) -> None:
    scene = draw("group-sheet", small, of="group/boats")
    assert texts(scene).count("not recorded") >= 6
    holes = [
        row
        for row in GROUP_SHEET.table(small, {"of": "group/boats"}).rows
        if row.cells["recorded"] == Text("no", "non")
    ]
    assert len(holes) >= 6


def test_a_chair_is_known_by_the_capacity_of_a_seat(small: Framework) -> None:
    framework = changed(
        small,
        element("seat/one", "Seat", "Siège", capacity=Text("Co-chair", "Coprésidence")),
        element("seat/two", "Seat two", "Siège deux", capacity=Text("Member", "Membre")),
        element("jurisdiction/isle", "Isle", "Île"),
        Link("sits-on", "seat/one", "group/boats"),
        Link("sits-on", "seat/two", "group/boats"),
        Link("represents", "seat/one", "jurisdiction/isle"),
    )
    assert says(framework, "group/boats", "Co-chairs") == Text(
        "Isle (Co-chair)", "Île (Coprésidence)"
    )
    keys = [row.key for row in GROUP_SHEET.table(framework, {"of": "group/boats"}).rows]
    assert {"seat/one", "seat/two"} <= set(keys)


def test_without_a_group_it_is_the_first_and_without_any_it_says_so(
    small: Framework, draw: Draw
) -> None:
    assert draw("group-sheet", small) == draw("group-sheet", small, of=small.keys(Trait.WORKS)[0])
    empty = draw("group-sheet", Framework.of(KERNEL, [], []), "fr")
    assert empty.title == "Aucun groupe n’est consigné dans cet état"
    assert empty.lead.startswith("Consignez")
    assert GROUP_SHEET.table(Framework.of(KERNEL, [], [])).rows == ()


def test_only_a_group_has_a_sheet(small: Framework, draw: Draw) -> None:
    with pytest.raises(BadOption, match="of needs"):
        _ = draw("group-sheet", small, of="focus-area/sea")


def test_the_framework_group_has_its_ten_seats_and_two_chairs(reference: States) -> None:
    framework = reference.at("2018")
    rows = GROUP_SHEET.table(framework, {"of": "group/framework"}).rows
    assert sum(row.key.startswith("seat/") for row in rows) == 10
    chairs = says(framework, "group/framework", "Co-chairs")
    assert isinstance(chairs, Text)
    assert chairs.en.count("hair") == 2


def test_what_becomes_of_a_group_is_on_its_sheet(reference: States) -> None:
    framework = reference.at("proposal-2016")
    disposition = says(framework, "group/idm", "Disposition")
    assert isinstance(disposition, Text)
    assert disposition.en.startswith("Merge")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_is_drawn_well(
    reference: States, draw: Draw, state: str, language: Language
) -> None:
    framework = reference.at(state)
    for key in framework.keys(Trait.WORKS):
        for paper in ("tabloid", "phone"):
            scene = draw("group-sheet", framework, language, paper=paper, of=key)
            assert audit(scene, MEASURE) == ()


@settings(max_examples=25)
@given(st.data())
def test_any_group_is_drawn_well(data: st.DataObject) -> None:
    name = st.builds(Text, NAMES, NAMES)
    group = element("group/g", data.draw(NAMES), data.draw(NAMES)).replace(
        summary=data.draw(name), acronym=data.draw(name)
    )
    area = element("focus-area/a", data.draw(NAMES), data.draw(NAMES))
    covers = Link("covers", "group/g", "focus-area/a", {"what": data.draw(name)})
    framework = Framework.of(KERNEL, [group, area], [covers])
    for paper in ("tabloid", "letter", "phone"):
        scene = GROUP_SHEET.draw(
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
    scene = draw("group-sheet", reference.at("2018"), language, paper=paper, of="group/framework")
    assert audit(scene, MEASURE) == ()


@pytest.mark.golden
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_scene(reference: States, draw: Draw, language: Language) -> None:
    scene = draw(
        "group-sheet",
        reference.at("2018"),
        language,
        state=reference.info("2018"),
        name=reference.name,
        of="group/framework",
    )
    hold(f"group-sheet/2018-{language}.txt", told(scene))
