"""What the far view shows: weights, what is stated and what is computed, nobody left out."""

import pytest

from cadre.analysis.facts import Facts
from cadre.analysis.rules import dis_06_outside_body_without_tie as dis_06
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType
from cadre.core.states import States
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.framework_map import FRAMEWORK_MAP
from cadre.viewpoints.framework_map.model import macro
from cadre.viewpoints.framework_map.selection import NO_COUNCIL, Selection, block_of, council_of
from cadre.viewpoints.scene import Label
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.viewpoints.conftest import NOW, element
from tests.viewpoints.framework_map.builders import changed
from tests.viewpoints.frameworks import STATES


def test_it_works(small: Framework) -> None:
    model = macro(small)

    assert [(weight.source, weight.target, weight.groups) for weight in model.work] == [
        ("council/north", "focus-area/sea", ("group/boats",)),
        ("council/south", "focus-area/sea", ("group/ports",)),
        ("council/south", "focus-area/shore", ("group/ports",)),
    ]
    assert model.idle == ("group/tides",)


def test_a_weight_lists_the_links_behind_it(small: Framework) -> None:
    weight = macro(small).work[0]

    assert [" ".join(link) for link in weight.links] == ["covers group/boats focus-area/sea"]
    assert not weight.stated


def test_a_group_belongs_to_the_nearest_council_above_it(small: Framework) -> None:
    nested = changed(
        small,
        element("group/crew", "Crew", "Équipage"),
        Link("part-of", "group/crew", "group/boats"),
        Link("part-of", "council/north", "council/south"),
    )

    assert council_of(nested, "group/crew") == "council/north"
    assert council_of(nested, "group/lost") == NO_COUNCIL


def test_a_circle_of_wholes_ends(small: Framework) -> None:
    circle = changed(
        small,
        element("group/a", "A", "B"),
        element("group/b", "B", "A"),
        Link("part-of", "group/a", "group/b"),
        Link("part-of", "group/b", "group/a"),
    )

    assert council_of(circle, "group/a") == NO_COUNCIL


def test_groups_without_a_council_stand_in_a_last_block(small: Framework) -> None:
    model = macro(changed(small, element("group/lone", "Lone", "Seul")))

    assert [block.key for block in model.councils] == ["council/north", "council/south", ""]
    assert model.councils[-1].groups == ("group/lone",)


def test_a_group_that_ended_or_gives_way_is_shown_and_not_counted(small: Framework) -> None:
    ended = changed(small, element("group/boats", "Boats", "Bateaux", lifecycle="ended"))
    given = changed(
        small,
        element("group/fleet", "Fleet", "Flotte"),
        Link("continues-as", "group/boats", "group/fleet"),
    )

    for framework in (ended, given):
        model = macro(framework)
        sea = model.areas[0]
        assert [worker.group for worker in sea.at_work] == ["group/ports"]
        assert [worker.group for worker in sea.gone] == ["group/boats"]
        assert model.gone == ("group/boats",)


def test_a_priority_reaches_an_area_by_a_stated_link(small: Framework) -> None:
    stated = changed(
        small,
        element("priority/tide", "Tide", "Marée"),
        Link("in-focus-area", "priority/tide", "focus-area/sky"),
    )

    [weight] = macro(stated).reach
    assert (weight.source, weight.stated, weight.groups) == ("focus-area/sky", True, ())
    assert weight.count == 1


def test_else_by_the_groups_that_work_for_it_and_in_the_area(small: Framework) -> None:
    derived = changed(
        small,
        element("priority/tide", "Tide", "Marée"),
        Link("supports", "group/ports", "priority/tide"),
        Link("supports", "group/boats", "priority/tide", {"extent": "could"}),
    )

    model = macro(derived)
    sea = model.reach[0]
    assert (sea.source, sea.stated, sea.count) == ("focus-area/sea", False, 2)
    assert sea.possible == ("group/boats",)
    assert len(sea.links) == 4
    assert {weight.source for weight in model.effort} == {"council/north", "council/south"}


def test_ties_start_at_the_area_else_where_the_group_works_else_at_the_council(
    small: Framework,
) -> None:
    tied = changed(
        small,
        *(element(f"external-body/{name}", name, name + "s") for name in "abcd"),
        Link("tied-to", "focus-area/sky", "external-body/a"),
        Link("tied-to", "group/ports", "external-body/b"),
        Link("tied-to", "group/tides", "external-body/c"),
        Link("tied-to", "council/north", "external-body/d"),
    )

    found = {(it.source, it.target[-1]): it.stated for it in macro(tied).ties}
    assert found == {
        ("focus-area/sky", "a"): True,
        ("focus-area/sea", "b"): False,
        ("focus-area/shore", "b"): False,
        ("council/south", "c"): False,
        ("council/north", "d"): True,
    }
    assert macro(tied, Selection(outside=False)).outside == ()


def test_oversight_of_groups_is_carried_up_to_their_councils(small: Framework) -> None:
    [weight] = macro(changed(small, Link("oversees", "group/boats", "group/tides"))).oversight

    assert (weight.source, weight.target) == ("council/north", "council/south")
    assert weight.groups == ("group/tides",)
    assert not weight.stated


def test_filters_leave_out(small: Framework) -> None:
    roles = changed(
        small, element("group/ports", "Ports", "Havres", council_role="ce", lifecycle="active")
    )

    assert [it.key for it in macro(small, Selection(council="council/south")).councils] == [
        "council/south"
    ]
    assert [it.key for it in macro(small, Selection(area="focus-area/sea")).areas] == [
        "focus-area/sea"
    ]
    assert "group/boats" not in macro(roles, Selection(role="ce")).groups
    assert "group/boats" not in macro(roles, Selection(lifecycle="active")).groups


def test_parts_stand_under_their_wholes_and_open(small: Framework) -> None:
    parted = changed(
        small,
        element("focus-area/deep", "Deep", "Fond", order=9),
        Link("part-of", "focus-area/deep", "focus-area/sea"),
        Link("covers", "group/tides", "focus-area/deep"),
    )

    model = macro(parted)
    assert model.rolled
    assert model.areas[0].key == "focus-area/sea"
    assert model.areas[0].parts == ("focus-area/deep",)
    assert len(model.areas[0].workers) == 3
    assert not macro(parted, rolled=False).rolled
    opened = macro(parted, Selection(area="focus-area/sea"))
    assert [(area.key, area.itself) for area in opened.areas] == [
        ("focus-area/sea", True),
        ("focus-area/deep", False),
    ]


def test_a_type_of_ones_own_is_placed_by_its_traits() -> None:
    own = KERNEL.extended(
        [
            ElementType(
                "lamp", Text("Lamp", "Lampe"), Text("Lamps", "Lampes"),
                traits=frozenset({Trait.BODY, Trait.WORKS}),
            ),
            ElementType(
                "choir", Text("Choir", "Chœur"), Text("Choirs", "Chœurs"),
                traits=frozenset({Trait.BODY}),
            ),
        ]
    )  # fmt: skip
    framework = Framework.of(
        own,
        [Element("lamp/one"), Element("choir/one"), Element("focus-area/dark")],
        [Link("covers", "lamp/one", "focus-area/dark")],
    )

    model = macro(framework)
    assert model.groups == ("lamp/one",)
    assert model.other == ("choir/one",)


@pytest.mark.parametrize(("council", "count"), [("pscioc", 4), ("joint", 5), ("pssdc", 5)])
def test_the_reference_has_its_known_weights(council: str, count: int, reference: States) -> None:
    weights = {(it.source, it.target): it for it in macro(reference.at("2016-09")).work}

    weight = weights[f"council/{council}", "focus-area/jurisdictional-alignment"]
    assert weight.count == len(weight.links) == count


@pytest.mark.parametrize("state", STATES)
def test_the_map_and_the_rule_agree_on_who_has_no_tie(reference: States, state: str) -> None:
    framework = reference.at(state)
    named = [found.subjects for found in dis_06.find(Facts(framework))]

    assert named
    assert [(body.key,) for body in macro(framework).outside if body.loose] == named


def test_any_link_to_the_councils_work_ties_an_outside_body(small: Framework) -> None:
    bound = changed(
        small,
        element("external-body/port", "Port", "Port"),
        element("external-body/lone", "Lone", "Seul"),
        element("activity/dredge", "Dredge", "Draguer"),
        Link("leads", "external-body/port", "activity/dredge"),
    )
    port, lone = (
        next(body for body in macro(bound).outside if body.key == f"external-body/{name}")
        for name in ("port", "lone")
    )

    assert (port.loose, port.tied) == (False, ("activity/dredge",))
    assert lone.loose


# --- groups that head others ----------------------------------------------------------------------


@pytest.fixture
def headed(small: Framework) -> Framework:
    """A fleet of no council, with a crew that has a cook, and a lone lookout."""
    return changed(
        small,
        element("group/fleet", "Fleet", "Flotte"),
        element("group/crew", "Crew", "Équipage"),
        element("group/cook", "Cook", "Coq"),
        element("group/lookout", "Lookout", "Vigie"),
        Link("part-of", "group/crew", "group/fleet", {"certainty": "low"}),
        Link("part-of", "group/cook", "group/crew"),
        Link("covers", "group/cook", "focus-area/sky"),
        Link("covers", "group/lookout", "focus-area/sky"),
    )


def test_groups_of_no_council_stand_under_the_group_that_heads_them(headed: Framework) -> None:
    blocks = {block.key: block.groups for block in macro(headed).councils}

    assert list(blocks) == ["council/north", "council/south", "group/fleet", NO_COUNCIL]
    assert set(blocks["group/fleet"]) == {"group/crew", "group/cook"}
    assert blocks[NO_COUNCIL] == ("group/lookout",)
    assert "group/fleet" not in macro(headed).idle


def test_a_head_that_works_itself_is_one_of_its_groups(headed: Framework) -> None:
    working = changed(headed, Link("covers", "group/fleet", "focus-area/sea"))
    [fleet] = (block for block in macro(working).councils if block.key == "group/fleet")

    assert "group/fleet" in fleet.groups
    assert ("group/fleet", "focus-area/sea") in {
        (weight.source, weight.target) for weight in macro(working).work
    }


def test_a_council_comes_before_a_head(headed: Framework) -> None:
    steered = changed(headed, Link("part-of", "group/fleet", "council/north"))

    assert block_of(steered, "group/cook") == "council/north"
    assert "group/fleet" not in [block.key for block in macro(steered).councils]


def test_a_circle_of_groups_has_no_head(small: Framework) -> None:
    circle = changed(
        small,
        element("group/a", "A", "B"),
        element("group/b", "B", "A"),
        Link("part-of", "group/a", "group/b"),
        Link("part-of", "group/b", "group/a"),
    )

    assert block_of(circle, "group/a") == block_of(circle, "group/b") == NO_COUNCIL


def test_the_proposal_has_its_task_teams_under_three_subcommittees(reference: States) -> None:
    model = macro(reference.at("proposal-2016"))
    heads = [block for block in model.councils if block.key.startswith("group/")]

    assert [len(block.groups) for block in heads] == [15, 9, 9]
    assert len(model.lasting) == 33
    assert NO_COUNCIL not in [block.key for block in model.councils]


@pytest.mark.parametrize("paper", ["tabloid", "letter", "a2", "phone"])
@pytest.mark.parametrize("level", ["macro", "micro"])
@pytest.mark.parametrize("works", [False, True])
def test_heads_are_well_drawn_once(headed: Framework, works: bool, level: str, paper: str) -> None:
    framework = headed
    if works:
        framework = changed(headed, Link("covers", "group/fleet", "focus-area/sea"))
    scenes = FRAMEWORK_MAP.pages(
        framework,
        words=wording("en"),
        measure=MEASURE,
        stage=Stage(Text("Harbour", "Port"), NOW),
        paper=paper,
        options={"level": level},
    )
    texts = [
        " ".join(item.lines)
        for scene in scenes
        for item in scene.everything()
        if isinstance(item, Label)
    ]

    for scene in scenes:
        assert audit(scene, MEASURE) == ()
    assert any("Fleet" in text for text in texts)
    if level == "macro":
        assert any(text.startswith("Council not recorded") for text in texts)
