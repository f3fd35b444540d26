"""The comparison: what it shows, what it finds, every change once, well drawn for any framework."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.core.change import diff
from cadre.core.comparison import entries
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.naming import Names
from cadre.core.settings import Settings
from cadre.core.states import Edition, StateInfo, StateKind, States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.values import Value
from cadre.exchange import read
from cadre.render.measure import MEASURE
from cadre.render.svg import svg_file
from cadre.render.table import table_markdown
from cadre.render.table_book import notes_of
from cadre.viewpoints.audit import audit
from cadre.viewpoints.comparison import COMPARISON
from cadre.viewpoints.comparison.rows import rows
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import Box, Group, Label, Scene, Wire
from cadre.viewpoints.viewpoint import BadOption, Base, Stage
from cadre.wording import wording
from tests.golden.scenes import hold, told
from tests.strategies import frameworks
from tests.viewpoints.conftest import NOW, REFERENCE, element

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")
PAIRS = [(base, state) for base in STATES for state in STATES if base != state]
PAPERS = ("tabloid", "letter", "a1", "phone")
OLD = StateInfo("old", StateKind.EDITION, Text("May 2020", "Mai 2020"))


def changed(
    framework: Framework, *more: Element | Link, without: tuple[str, ...] = ()
) -> Framework:
    """The framework with things put in or in place of others, and without some."""
    values = {key: one for key, one in framework.values_by_key().items() if key not in without}
    links = {
        one: its
        for one, its in framework.values_by_link().items()
        if not {one.source, one.target, " ".join(one)} & set(without)
    }
    for one in more:
        if isinstance(one, Element):
            values[one.key] = one.values
        else:
            links[one.id] = one.values
    return Framework.of_values(framework.metamodel, framework.settings, values, links)


def moved_to_south(framework: Framework) -> Framework:
    return changed(
        framework,
        Link("part-of", "group/boats", "council/south"),
        without=("part-of group/boats council/north",),
    )


def draw(
    before: Framework,
    after: Framework,
    language: Language = "en",
    *,
    paper: str = "tabloid",
    only: str = "all",
) -> Scene:
    return COMPARISON.draw(
        after,
        words=wording(language),
        measure=MEASURE,
        stage=Stage(Text("Harbour councils", "Conseils du port"), NOW),
        paper=paper,
        options={"only": only},
        base=Base(before, OLD),
    )


def texts(scene: Scene) -> str:
    return "\n".join(" ".join(item.lines) for item in scene.everything() if isinstance(item, Label))


def wires(scene: Scene) -> Iterator[Wire]:
    return (item for item in scene.items if isinstance(item, Wire))


def framed(scene: Scene) -> list[str]:
    """What stands in a double frame, but for the sample in the legend."""
    return [
        " ".join(label.lines)
        for group in scene.everything()
        if isinstance(group, Group) and group.key
        for box, label in pairwise(group.items)
        if isinstance(box, Box) and box.outline == "double" and isinstance(label, Label)
    ]


def edited(framework: Framework, key: str, **values: Value) -> Framework:
    return changed(framework, framework[key].replace(**values))


# --- what it shows ---


def test_each_group_council_and_priority_is_drawn_once(small: Framework) -> None:
    after = changed(small, element("priority/p", "Priority", "Priorité"), without=("group/tides",))
    scene = draw(small, after)
    assert set(scene.subjects) == {
        "council/north", "council/south", "group/boats", "group/ports", "group/tides", "priority/p",
    }  # fmt: skip
    assert audit(scene, MEASURE) == ()


def test_what_moved_has_an_arrow_from_its_old_council_to_its_new_one(small: Framework) -> None:
    scene = draw(small, moved_to_south(small))
    [arrow] = [wire for wire in wires(scene) if wire.end == "arrow"]
    assert arrow.shows == ("group/boats",)
    assert "from North to South" in texts(scene)
    assert "moved" in {entry.id for entry in scene.legend}


def test_what_is_new_has_a_double_frame(small: Framework) -> None:
    sails = element("group/sails", "Sails", "Voiles")
    scene = draw(small, changed(small, sails, Link("part-of", "group/sails", "council/north")))
    assert framed(scene) == ["Sails"]


def test_many_new_groups_stand_in_a_grid_each_framed_and_named(small: Framework) -> None:
    many = [element(f"group/n{place}", f"New {place}", f"Nouveau {place}") for place in range(9)]
    scene = draw(small, changed(small, *many))
    assert framed(scene) == [f"New {place}" for place in range(9)]
    assert "9 new groups" in texts(scene)
    assert audit(scene, MEASURE) == ()


def test_many_that_went_stand_struck_in_a_grid(small: Framework) -> None:
    many = [element(f"group/n{place}", f"Old {place}", f"Ancien {place}") for place in range(9)]
    before = changed(small, *many)
    after = moved_to_south(small)
    scene = draw(before, after)
    assert {one.key for one in many} <= set(scene.subjects)
    assert "9 groups there no longer" in texts(scene)
    assert scene.title == "Nine groups are gone; of the three that stayed, one moved to “South”"
    assert audit(scene, MEASURE) == ()


def test_what_went_and_what_ended_stay_to_be_read(small: Framework) -> None:
    ended = edited(changed(small, without=("group/tides",)), "group/boats", lifecycle="ended")
    scene = draw(small, ended)
    assert {"group/tides", "group/boats"} <= set(scene.subjects)
    assert {"went", "ended"} <= {entry.id for entry in scene.legend}
    assert [wire.end for wire in wires(scene) if wire.shows == ("group/tides",)] == ["open"]


def test_what_gives_way_to_another_says_to_which(small: Framework) -> None:
    fleet = element("group/fleet", "Fleet", "Flotte")
    after = changed(small, fleet, Link("continues-as", "group/boats", "group/fleet"))
    scene = draw(small, after)
    assert "continues as Fleet" in texts(scene)
    assert scene.title == "One group is new; of three groups, one gave way to others"


def test_a_thing_that_is_only_better_known_is_not_called_changed(small: Framework) -> None:
    scene = draw(small, edited(small, "group/boats", note=Text("Seen.", "Vu.")))
    ids = {entry.id for entry in scene.legend}
    assert "noted" in ids
    assert "changed" not in ids
    assert "note (EN,\u00a0FR)" in texts(scene)


def test_a_new_name_is_given_where_the_short_name_hides_it(small: Framework) -> None:
    short = Text("Boats", "Bateaux")
    before = edited(small, "group/boats", short_name=short)
    after = changed(
        small,
        element("group/boats", "Committee on Boats", "Comité des bateaux", short_name=short),
    )
    assert "now “Committee on Boats” (EN,\u00a0FR)" in texts(draw(before, after))
    assert "désormais «\u00a0Comité des bateaux\u00a0»" in texts(draw(before, after, "fr"))


def test_only_what_changed_counts_the_rest(small: Framework) -> None:
    scene = draw(small, moved_to_south(small), only="changed")
    assert "group/ports" not in scene.subjects
    assert "Two groups as before" in texts(scene)
    assert audit(scene, MEASURE) == ()


def test_links_are_counted_by_type_and_by_area(small: Framework) -> None:
    after = changed(small, Link("covers", "group/tides", "focus-area/sky"))
    scene = draw(small, after)
    aloud = [item.name for item in scene.everything() if "0 gone" in item.name]
    assert "Works on: 1 new, 0 gone, 0 changed" in aloud
    assert "Sky: 1 new, 0 gone, 0 changed" in aloud
    assert "Sea: 0 new, 0 gone, 0 changed" in aloud


def test_the_legend_has_only_what_is_drawn(small: Framework) -> None:
    scene = draw(small, moved_to_south(small))
    assert {entry.id for entry in scene.legend} == {"moved", "same", "changed"}


def test_another_overseer_in_the_same_council_is_a_change_and_no_move(small: Framework) -> None:
    before = changed(small, Link("oversees", "group/ports", "group/tides"))
    after = changed(small, Link("oversees", "council/south", "group/tides"))
    scene = draw(before, after)
    assert "is overseen by South (was Ports)" in texts(scene)
    assert "moved" not in {entry.id for entry in scene.legend}


# --- what it finds ---


def test_the_title_changes_with_the_data(small: Framework) -> None:
    assert draw(small, moved_to_south(small)).title == "Of three groups, one moved to “South”"
    priority = element("priority/p", "Priority", "Priorité")
    fewer = changed(small, priority, without=("group/tides",))
    assert draw(small, fewer).title == "One priority is new; one group is gone"
    assert draw(small, fewer, "fr").title == "Une priorité s’ajoute; un groupe disparaît"
    area = edited(small, "focus-area/sea", summary=Text("Salt.", "Sel."))
    assert draw(small, area).title == "One element changed; no group changed"
    unlinked = changed(small, without=("covers group/ports focus-area/shore",))
    assert draw(small, unlinked).title == "Of three groups, one changed"


def test_settings_alone_are_said_to_be_alone(small: Framework) -> None:
    after = Framework.of_values(
        small.metamodel,
        Settings.of({"threshold/few": 2}),
        small.values_by_key(),
        small.values_by_link(),
    )
    assert draw(small, after).title == "No element or link differs, only one setting or type"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_difference_says_so(small: Framework, language: Language, paper: str) -> None:
    scene = draw(small, small, language, paper=paper)
    assert (
        scene.title
        == {
            "en": "Nothing differs between May 2020 and today",
            "fr": "Rien ne diffère entre mai 2020 et aujourd’hui",
        }[language]
    )
    assert audit(scene, MEASURE) == ()


def test_a_table_without_rows_says_why(reference: States) -> None:
    base = Base(reference.at("2018"), reference.info("2018"))
    same = COMPARISON.table(reference.at("2018"), base=base)
    first = COMPARISON.table(reference.at("2016-09"))

    assert (same.rows, first.rows) == ((), ())
    assert same.empty == Text(
        "There is nothing to list: nothing differs from “Early 2018”.",
        "Il n’y a rien à énumérer\u00a0: rien ne diffère de l’état «\u00a0Début 2018\u00a0».",
    )
    assert "no state comes before this one" in first.empty.en
    assert "aucun état ne précède celui-ci" in first.empty.fr
    for language in LANGUAGES:
        for table in (same, first):
            assert table_markdown(table, language).endswith(f"\n\n{table.empty.in_(language)}\n")
            notes = notes_of(table, reference.name, reference.info("2018"), language)
            assert table.empty.in_(language) in [said for _, said in notes]


def test_a_table_with_rows_says_nothing_of_the_kind(reference: States) -> None:
    base = Base(reference.at("2016-09"), reference.info("2016-09"))
    table = COMPARISON.table(reference.at("2018"), base=base)

    assert table.empty.en not in table_markdown(table, "en")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_state_before_it_says_what_to_do(
    small: Framework, language: Language, paper: str
) -> None:
    stage = Stage(Text("H", "H"), OLD)
    scene = COMPARISON.draw(
        small, words=wording(language), measure=MEASURE, stage=stage, paper=paper
    )
    assert (
        scene.title
        == {
            "en": "No state comes before May 2020: choose one to compare with",
            "fr": "Aucun état ne précède mai 2020\u00a0: en choisir un comme base",
        }[language]
    )
    assert audit(scene, MEASURE) == ()
    assert COMPARISON.table(small).rows == ()


# --- the base ---


def test_the_base_is_the_one_named_or_the_state_before(small: Framework) -> None:
    editions = {
        key: Edition(key, small, "", number, Text(key, key))
        for number, key in enumerate(("one", "two", "three"), 1)
    }
    states = States("f", small, editions)

    def base(state: str, **options: str) -> str:
        found = COMPARISON.base(states, state, options)
        return found.state.key if found else ""

    assert base("three") == "two"
    assert base("three", base="one") == "one"
    assert base("one") == ""
    assert base("current") == "three"
    with pytest.raises(BadOption) as refused:
        _ = base("three", base="four")
    assert "one, two, three" in refused.value.text.en
    assert "four" in refused.value.text.fr
    assert VIEWPOINTS["gap-matrix"].base(states, "three", {}) is None


# --- laws ---


@given(before=frameworks(), after=frameworks())
def test_every_change_is_in_the_table_exactly_once(before: Framework, after: Framework) -> None:
    changes = diff(before, after)
    known = entries(before, after, changes)
    held = list(rows(known, Names(before, after)))
    assert Counter(id(one) for _, those in held for one in those) == Counter(map(id, changes))
    keys = [row.key for row, _ in held]
    assert len(set(keys)) == len(keys)
    table = COMPARISON.table(after, base=Base(before, OLD))
    assert [row.key for row in table.rows] == keys


def without_odd_labels(framework: Framework) -> Framework:
    """Without line breaks in codes and maturity labels, which are no matter of this picture."""
    values = {
        key: {name: one for name, one in its.items() if name != "code"}
        for key, its in framework.values_by_key().items()
    }
    return Framework.of_values(framework.metamodel, Settings(), values, framework.values_by_link())


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    before=frameworks(),
    after=frameworks(),
    language=st.sampled_from(LANGUAGES),
    paper=st.sampled_from(PAPERS),
    only=st.sampled_from(["all", "changed"]),
)
def test_any_two_frameworks_are_drawn_and_each_group_once(
    before: Framework, after: Framework, language: Language, paper: str, only: str
) -> None:
    before, after = without_odd_labels(before), without_odd_labels(after)
    scene = draw(before, after, language, paper=paper, only=only)
    flaws = [one for one in audit(scene, MEASURE) if one.kind != "no such letter in the fonts"]
    assert flaws == []


def test_the_same_states_give_the_same_bytes(small: Framework) -> None:
    after = moved_to_south(small)
    again = Framework.of(KERNEL, reversed(after.elements()), reversed(after.links()))
    assert svg_file(draw(small, after)) == svg_file(draw(small, again))


# --- the reference and the example ---


@pytest.fixture(scope="module")
def example() -> States:
    return read(REFERENCE.parent / "example")


def drawn(
    states: States, base: str, state: str, language: Language, paper: str, only: str = "all"
) -> Scene:
    options = {"base": base, "only": only}
    return COMPARISON.draw(
        states.at(state),
        words=wording(language),
        measure=MEASURE,
        stage=Stage(states.name, states.info(state)),
        paper=paper,
        options=options,
        base=COMPARISON.base(states, state, options),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("base", "state"), PAIRS)
def test_every_pair_of_states_is_well_drawn(
    reference: States, base: str, state: str, language: Language
) -> None:
    for paper in PAPERS:
        assert audit(drawn(reference, base, state, language, paper), MEASURE) == ()
    assert audit(drawn(reference, base, state, language, "tabloid", "changed"), MEASURE) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_well_drawn(example: States, language: Language) -> None:
    for paper in PAPERS:
        assert audit(drawn(example, "2024", "one-shoreline", language, paper), MEASURE) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("base", "state"),
    [("2016-09", "2018"), ("2016-09", "proposal-2016"), ("2018", "recommendations-2018")],
)
def test_scenes_are_as_stored(reference: States, base: str, state: str, language: Language) -> None:
    scene = drawn(reference, base, state, language, "tabloid")
    hold(f"comparison/{base}-{state}-{language}.txt", told(scene))


def test_the_scene_of_a_phone_is_as_stored(reference: States) -> None:
    scene = drawn(reference, "2016-09", "2018", "fr", "phone", "changed")
    hold("comparison/phone-2016-09-2018-fr.txt", told(scene))


def test_the_later_deck_changed_this_and_nothing_else(reference: States) -> None:
    scene = drawn(reference, "2016-09", "2018", "en", "tabloid")
    assert scene.title == (
        "One group and four priorities are new; of 17 groups, two moved to “Joint Councils” and "
        "eleven took a new name"
    )
    base = COMPARISON.base(reference, "2018", {})
    table = COMPARISON.table(reference.at("2018"), base=base)
    moves = [
        row for row in table.rows if row.cells["change"] == Text("Moved", "Changement de place")
    ]
    assert [row.key for row in moves] == ["group/channel:part-of", "group/death:part-of"]
    assert {row.cells["new"] for row in moves} == {Text("Joint Councils", "Conseils mixtes")}
