"""What differs, in words: every change once, alike things folded, both languages right."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.core.change import AddLink, Change, SetField, diff
from cadre.core.comparison import compare, compare_all, entries
from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType
from cadre.core.settings import Settings
from cadre.core.states import Edition, StateInfo, StateKind, States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.traits import Trait
from cadre.core.values import NotedText, Value
from cadre.exchange import read
from cadre.wording.change_statements import statements
from cadre.wording.comparison import comparison_in_words
from tests.strategies import frameworks

REFERENCE = Path(__file__).parents[2] / "frameworks" / "joint-councils"
OLD = StateInfo("old", StateKind.EDITION, Text("May 2020", "Mai 2020"))
NEW = StateInfo("new", StateKind.SCENARIO, Text("A draft", "Une ébauche"))


def element(key: str, en: str, fr: str, **values: Value) -> Element:
    return Element(key, {"name": Text(en, fr)}).replace(**values)


NORTH = element("council/north", "North", "Nord")
SOUTH = element("council/south", "South", "Sud")
BOATS = element("group/boats", "Boats", "Bateaux", kind="committee", lifecycle="active")
PORTS = element("group/ports", "Ports", "Havres")
TIDES = element("group/tides", "Tides", "Marées")
BASE = [NORTH, SOUTH, BOATS, PORTS, TIDES]
IN_NORTH = Link("part-of", "group/boats", "council/north")


def said(
    before: list[Element | Link],
    after: list[Element | Link],
    language: Language = "en",
    settings: tuple[Settings, Settings] = (Settings(), Settings()),
) -> list[str]:
    """The lines of a comparison, without the spaces that set them in."""
    old, new = (
        Framework.of(
            KERNEL,
            [one for one in those if isinstance(one, Element)],
            [one for one in those if isinstance(one, Link)],
            those_settings,
        )
        for those, those_settings in zip((before, after), settings, strict=True)
    )
    found = comparison_in_words(compare(old, new, of=OLD, to=NEW), language)
    return [line.strip().replace("\u00a0", " ") for line in found]


def identities(changes: tuple[Change, ...]) -> Counter[int]:
    return Counter(id(change) for change in changes)


# --- laws ---


@given(frameworks(), frameworks(), st.sampled_from(LANGUAGES))
def test_every_change_is_told_exactly_once(
    before: Framework, after: Framework, language: Language
) -> None:
    changes = diff(before, after)
    told = [one for it in statements(before, after, changes, language) for one in it.changes]
    assert identities(tuple(told)) == identities(changes)
    gathered = [one for entry in entries(before, after, changes) for one in entry.changes]
    assert identities(tuple(gathered)) == identities(changes)


@given(frameworks(), st.sampled_from(LANGUAGES))
def test_nothing_is_told_of_what_is_the_same(framework: Framework, language: Language) -> None:
    [line] = comparison_in_words(compare(framework, framework, of=OLD, to=NEW), language)
    assert line.startswith({"en": "Nothing differs", "fr": "Rien ne diffère"}[language])


# --- what is said ---


def test_counts_come_first() -> None:
    after = [
        *BASE[:2],
        BOATS.replace(kind="task-team"),
        PORTS,
        element("group/sails", "Sails", "V"),
    ]
    assert said([*BASE], [*after])[0] == (
        "Between May 2020 and “A draft”: 1 element came and 1 went; 1 group changed."
    )
    assert said([*BASE], [*after], "fr")[0] == (
        "Entre mai 2020 et « Une ébauche » : 1 élément s’ajoute et 1 disparaît; 1 groupe change."
    )


def test_what_has_another_whole_has_moved_and_is_no_link_that_came_or_went() -> None:
    moved = said([*BASE, IN_NORTH], [*BASE, Link("part-of", "group/boats", "council/south")])
    assert moved == [
        (
            "Between May 2020 and “A draft”: no element came or went; 1 group changed, "
            "of which 1 moved."
        ),
        "",
        "What moved (1)",
        "“Boats” is part of “South” (before: “North”).",
    ]


def test_who_leads_is_told_from_what_is_led() -> None:
    priority = element("priority/p", "Priority", "Priorité")
    lines = said(
        [*BASE, priority, Link("leads", "group/boats", "priority/p")],
        [*BASE, priority, Link("leads", "group/ports", "priority/p")],
        "fr",
    )
    assert lines[-1] == "« Priorité » est dirigé par « Havres » (avant : « Bateaux »)."


def test_a_link_of_what_came_is_no_move() -> None:
    sails = element("group/sails", "Sails", "Voiles")
    lines = said([*BASE], [*BASE, sails, Link("part-of", "group/sails", "council/north")])
    assert lines[-1] == "“Sails” is part of “North”."
    assert "What moved (1)" not in lines


def test_a_new_name_is_told_in_both_languages_the_readers_first() -> None:
    renamed = element("group/boats", "Ships", "Navires", kind="committee", lifecycle="active")
    after = [NORTH, SOUTH, renamed, PORTS, TIDES]
    assert said([*BASE], [*after])[-1] == (
        "“Boats” is now called “Ships”; the name in French goes from “Bateaux” to “Navires”."
    )
    assert said([*BASE], [*after], "fr")[-1] == (
        "« Bateaux » s’appelle désormais « Navires »; "
        "le nom en anglais passe de « Boats » à « Ships »."
    )


def test_a_name_changed_in_the_other_language_alone_says_so() -> None:
    renamed = element("group/ports", "Ports", "Rades")
    lines = said([*BASE], [NORTH, SOUTH, BOATS, renamed, TIDES])
    assert lines[-1] == "“Ports”: the name in French goes from “Havres” to “Rades”."


def test_choices_are_told_by_their_labels() -> None:
    after = [NORTH, SOUTH, BOATS.replace(kind="task-team"), PORTS, TIDES]
    assert said([*BASE], [*after])[-1] == "“Boats”: kind: from committee to task team."
    assert said([*BASE], [*after], "fr")[-1] == "« Bateaux » : genre : de comité à équipe spéciale."


def test_french_elides_before_a_vowel() -> None:
    after = [NORTH, SOUTH, BOATS.replace(lifecycle="ended"), PORTS, TIDES]
    assert said([*BASE], [*after], "fr")[-1] == "« Bateaux » : cycle de vie : d’actif à terminé."


def test_what_happened_alike_is_told_once() -> None:
    after = [NORTH, SOUTH, *(one.replace(certainty="low") for one in (BOATS, PORTS, TIDES))]
    assert said([*BASE], [*after])[-1] == (
        "3 groups (“Boats”, “Ports” and “Tides”): certainty: now low."
    )


def test_texts_are_told_by_language() -> None:
    both = PORTS.replace(summary=Text("Where boats lie.", "Où l’on accoste."))
    french = TIDES.replace(summary=Text("", "L’eau monte."))
    lines = said([*BASE], [NORTH, SOUTH, BOATS, both, french])
    assert lines[-2:] == [
        "“Ports”: summary (English and French): now “Where boats lie”.",
        "“Tides”: summary (French): now “L’eau monte”.",
    ]


def test_a_text_that_is_behind_is_told() -> None:
    old = PORTS.replace(summary=Text("a", "b"))
    new = PORTS.replace(summary=Text("a", "b", stale="fr"))
    rest = [NORTH, SOUTH, BOATS, TIDES]
    assert said([*rest, old], [*rest, new])[-1] == "“Ports”: summary: marked as behind in French."
    assert said([*rest, new], [*rest, old])[-1] == (
        "“Ports”: summary: no longer marked as behind in French."
    )


def test_lists_say_what_they_gain_and_lose() -> None:
    def known(*names: str) -> Element:
        return PORTS.replace(also_known_as=tuple(NotedText(Text(name, name)) for name in names))

    rest = [NORTH, SOUTH, BOATS, TIDES]
    lines = said([*rest, known("Docks", "Quays")], [*rest, known("Docks", "Piers")])
    assert lines[-1] == "“Ports”: also known as: adds “Piers”, drops “Quays”."


def test_sources_are_told_without_their_places() -> None:
    after = [NORTH, SOUTH, BOATS, *(one.replace(provenance="deck:12") for one in (PORTS, TIDES))]
    assert said([*BASE], [*after])[-1] == (
        "The sources cited changed for 2 groups: “Ports” and “Tides”."
    )


def test_a_few_links_are_named_and_many_are_counted() -> None:
    areas = [element(f"focus-area/{letter}", letter, letter) for letter in "abcdefghijklmn"]
    covers = [Link("covers", "group/boats", area.key) for area in areas]
    few = said([*BASE, *areas], [*BASE, *areas, *covers[:2]])
    assert few[-1] == "“Boats” works on “a” and “b”."
    many = said([*BASE, *areas], [*BASE, *areas, *covers])
    assert many[-1] == "14 links “works on”, from 1 group."


def test_settings_are_told_in_words_and_proper_names_are_one_sentence() -> None:
    new = Settings.of(
        {
            "proper-name/group/boats": True,
            "proper-name/group/ports": True,
            "rule-status/tides": "adopted",
            "severity/GAP-01": "advice",
            "assessed/covers": PartialDate(2020, 5),
            "threshold/few": 3,
            "word/group": Text("team", "équipe"),
            "kind-adopted/task-team": True,
            "accepted/GAP-01-x/group/boats": Text("Known.", "Connu."),
        }
    )
    lines = said([*BASE], [*BASE], settings=(Settings(), new))
    assert sorted(lines[3:]) == [
        "Names now listed as rightly alike in both languages: “Boats” and “Ports”.",
        "Rule now adopted: “Tides”.",
        "The severity of rule GAP-01: now advice.",
        "The threshold “few”: now 3.",
        "The word used for “group”: now “team”.",
        "When “works on” was last assessed: now May 2020.",
        "Whether the kind “task team” is adopted: now yes.",
        "Why finding GAP-01-x on “Boats” is accepted: now “Known.”.",
    ]


def test_types_are_told_by_their_labels() -> None:
    boat = ElementType("boat", Text("Boat", "Bateau"), Text("Boats", "Bateaux"))
    traits = frozenset({Trait.WORKS})
    ship = ElementType("boat", Text("Ship", "Navire"), Text("Ships", "Navires"), traits=traits)
    bare = Framework.of(KERNEL)
    first, second = (Framework.of(KERNEL.extended([one])) for one in (boat, ship))
    assert comparison_in_words(compare(bare, first), "en")[-1] == "  New type of element: “Boat”."
    assert comparison_in_words(compare(first, bare), "en")[-1] == "  Type of element gone: “Boat”."
    assert comparison_in_words(compare(first, second), "en")[-1] == (
        "  The type of element “Ship”: its label was “Boat”."
    )


def test_two_sources_are_told_state_by_state() -> None:
    north, south = (Framework.of(KERNEL, [one]) for one in (NORTH, SOUTH))
    one = States("f", north, {"e": Edition("e", north, "", 1, Text("First", "Première"))})
    other = States("f", south, {"e": Edition("e", south, "", 1, Text("First", "Première"))})
    lines = comparison_in_words(compare_all(one, other), "en")
    assert lines[0] == "In the current state: 1 element came and 1 went."
    assert "State “First”:" in lines
    assert lines[lines.index("State “First”:") + 1] == "  What differs: 1 element came and 1 went."
    gone = comparison_in_words(compare_all(one, States("f", north)), "en")
    assert gone == ["State gone: “First”."]


# --- the reference ---


@pytest.fixture(scope="module")
def reference() -> States:
    return read(REFERENCE)


def test_the_later_deck_is_told_and_nothing_else(reference: States) -> None:
    before, after = reference.at("2016-09"), reference.at("2018")
    comparison = compare(before, after, of=reference.info("2016-09"), to=reference.info("2018"))
    lines = comparison_in_words(comparison, "en")
    came = [entry for entry in entries(before, after, comparison.changes) if entry.what == "came"]
    links = [one for one in comparison.changes if isinstance(one, AddLink)]
    assert f"{len(came)} elements came, none went" in lines[0]
    assert "2 moved and 12 were renamed" in lines[0]
    assert f"{len(links) - 2} links came, none went" in lines[0]
    text = "\n".join(lines)
    for change in comparison.changes:
        if isinstance(change, SetField) and change.field == "kind":
            assert after[change.key].name.en in text
    assert "posters-2016-08" not in text
    assert "working-group" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", ["2016-09", "2018", "proposal-2016", "recommendations-2018"])
def test_no_key_and_no_doubled_sign_is_read_aloud(
    reference: States, state: str, language: Language
) -> None:
    for other in reference:
        comparison = compare(
            reference.at(state),
            reference.at(other),
            of=reference.info(state),
            to=reference.info(other),
        )
        lines = comparison_in_words(comparison, language)
        text = "\n".join(line.strip() for line in lines)
        wrong = ("  ", "..", ".;", "{", "None", "group/", "\n\n\n", "“”", "«\u00a0»")
        assert [sign for sign in wrong if sign in text] == []
        if language == "fr":
            assert " :" not in text.replace("\u00a0:", "")
