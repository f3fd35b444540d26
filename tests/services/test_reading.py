"""Pages to read: what stands on each, in which order, and what an empty one says."""

from __future__ import annotations

from datetime import date

import pytest

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text, collation_key
from cadre.core.traits import Trait
from cadre.services import frameworks
from cadre.services.frameworks import Opened
from cadre.services.reading import Content, Section, read
from cadre.services.reading_pages import PAGES

pytestmark = pytest.mark.django_db

KEY = frameworks.REFERENCE


def _content(
    page: str, state: str = "2018", language: Language = "en", order: Language | None = None
) -> Content:
    opened = frameworks.opened(KEY, state)
    found = read(opened, PAGES[page], language, order or language)
    assert found.content is not None
    return found.content


def _section(content: Content, id: str) -> Section:
    return next(section for section in content.sections if section.id == id)


# --- what stands where ----------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_it_works_in_every_state_and_language(page: str) -> None:
    for key in ("joint-councils", "example"):
        for state in frameworks.stored_states(key).keys():  # noqa: SIM118 -- in order
            opened = frameworks.opened(key, state)
            for language in LANGUAGES:
                found = read(opened, PAGES[page], language, language)
                if found.content:
                    assert found.content.headline
                    assert all(section.count for section in found.content.sections)


@pytest.mark.parametrize("order", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_is_sorted_in_either_language(language: Language, order: Language) -> None:
    [section] = _content("glossary", language=language, order=order).sections
    names = [entry.name.get(order) for entry in section.entries]
    assert len(names) == 26
    assert names == sorted(names, key=collation_key)
    assert all(entry.body and entry.sources for entry in section.entries)


def test_a_term_has_its_other_wordings() -> None:
    [section] = _content("glossary").sections
    hackathon = next(one for one in section.entries if one.key == "term/hackathon")
    assert [alias.text.fr for alias in hackathon.aliases] == [
        "festival de programmation",
        "festival de codage",
    ]
    assert hackathon.aliases[0].sources


def test_a_short_form_says_what_it_is_not() -> None:
    [section] = _content("acronyms", language="fr").sections
    jc = next(one for one in section.entries if one.key == "acronym/jc")
    assert jc.body == (Text("Joint Councils", "Conseils mixtes"),)
    assert "Justice Canada" in jc.note.fr
    unknown = next(one for one in section.entries if one.key == "acronym/scgi")
    assert "not recorded" in unknown.body[0].en


def test_the_purpose_has_every_wording_with_its_source() -> None:
    content = _content("purpose")
    assert "best-in-class public services" in content.headline
    [vision] = _section(content, "vision").entries
    assert {alias.text.en for alias in vision.aliases} == {
        "Offer first-class public services",
        "Provide the best public services of their kind",
    }
    assert all(alias.sources for alias in vision.aliases)
    assert len(_section(content, "principle").entries) == 5
    words = [entry.key for entry in _section(content, "words").entries]
    assert "term/digital-government" in words


def test_objectives_have_their_status() -> None:
    content = _content("objectives")
    section = _section(content, "framework-objective")
    assert len(section.entries) == 7
    assert {entry.tag.en for entry in section.entries} == {"Not recorded"}
    assert "not recorded" in content.headline


def test_meetings_stand_in_time_with_their_cadence() -> None:
    content = _content("meetings")
    assert content.headline == "Five meetings in person, 5 to 8 months apart"
    keys = [entry.key for entry in _section(content, "meetings").entries]
    assert keys[0] == "meeting/m-2015-09"
    assert keys.index("meeting/m-2016-fall") == keys.index("meeting/m-2016-09") + 1
    [cadence] = _section(content, "cadence").entries
    assert "six months" in cadence.body[0].en
    last = _section(content, "meetings").entries[-1]
    assert last.at.en == "No date recorded"
    put = next(part for part in last.parts if part.label.en == "dealt with")
    assert len(put.elements) == 13


def test_seats_stand_by_jurisdiction_in_fixed_order() -> None:
    content = _content("members")
    [section] = content.sections
    framework = frameworks.opened(KEY, "2018").framework
    orders = [framework[row.name.key].number("fixed-order") for row in section.rows]
    assert len(orders) == 10
    assert orders == sorted(orders, key=lambda one: 1e9 if one is None else one)
    assert "Since" not in [column.en for column in section.columns]


def test_the_five_models_are_indexed_with_version_and_maturity() -> None:
    section = _section(_content("documents", "2016-09"), "key-model")
    assert [column.en for column in section.columns][:3] == ["Document", "Version", "Maturity"]
    assert len(section.rows) == 5
    model = next(row for row in section.rows if row.name.key == "document/model-logic-model")
    version, maturity, *_ = model.cells
    assert version.texts[0].en == "Not recorded"
    assert maturity.texts[0].en == "Working draft, for discussion only (of what shows it)"


def test_what_could_be_stands_beside_what_is() -> None:
    content = _content("support", "recommendations-2018")
    [section] = content.sections
    assert [column.en for column in section.columns] == [
        "Priority or work",
        "Does support",
        "Could support",
    ]
    line = next(row for row in section.rows if row.name.key == "priority/it-procurement")
    does, could = line.cells
    assert does.texts[0].en == "None recorded"
    assert [one.key for one in could.elements] == ["group/itacq"]


def test_recommendations_are_as_recorded() -> None:
    content = _content("recommendations")
    assert content.headline == "11 recommendations; what the councils answered is not recorded"
    [section] = content.sections
    assert section.heading.en == "Put to the councils"
    fourth = next(one for one in section.entries if one.key == "recommendation/rec4")
    labels = [part.label.en for part in fourth.parts]
    assert labels == ["Otherwise", "concerns", "was put at"]


def test_decisions_say_whether_they_were_answered() -> None:
    example = frameworks.opened("example")
    found = read(example, PAGES["decisions"], "fr", "fr").content
    assert found is not None
    assert found.headline == "1 décision; la réponse des conseils est consignée"


# --- types of a framework's own -------------------------------------------------------------------


def _opened(*elements: Element, links: tuple[Link, ...] = ()) -> Opened:
    own = [
        ElementType("word", Text("Word", "Mot"), Text("Words", "Mots"), traits=frozenset({trait}))
        if trait is Trait.REFERENCE
        else ElementType(
            "vote", Text("Vote", "Vote"), Text("Votes", "Votes"), traits=frozenset({trait})
        )
        for trait in (Trait.REFERENCE, Trait.DECISION)
    ]
    framework = Framework.of(KERNEL.extended(own), elements, links)
    states = States("own", framework)
    return Opened(states, "current", framework, states.info("current"), date(2026, 1, 1), 1, "x")


def test_a_type_of_its_own_stands_where_it_fits() -> None:
    opened = _opened(
        Element("word/a", {"name": Text("A", "A"), "definition": Text("First.", "Premier.")}),
        Element("word/b", {"name": Text("B", "B"), "version": "2"}),
        Element("vote/c", {"name": Text("C", "C")}),
    )
    there = {page: [one.key for one in PAGES[page].select(opened.framework)] for page in PAGES}
    assert {page: keys for page, keys in there.items() if keys} == {
        "glossary": ["word/a"],
        "documents": ["word/b"],
        "decisions": ["vote/c"],
    }
    content = read(opened, PAGES["decisions"], "en", "en").content
    assert content is not None
    assert content.headline == "1 vote; what the councils answered is not recorded"


# --- what is not there ----------------------------------------------------------------------------


def test_an_empty_page_names_the_states_that_have_some() -> None:
    found = read(frameworks.opened(KEY, "2016-09"), PAGES["recommendations"], "en", "en")
    assert found.content is None
    assert [(info.key, count) for info, count in found.elsewhere] == [
        ("current", 11),
        ("2018", 11),
        ("recommendations-2018", 11),
    ]
    nothing = read(_opened(), PAGES["glossary"], "en", "en")
    assert nothing.elsewhere == ()
    assert [one.key for one in nothing.types] == ["term"]
