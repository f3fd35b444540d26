"""Find by words: what answers, in which order, and what is said of why."""

from __future__ import annotations

import pytest

from cadre.core.change import SetField
from cadre.core.graph import Element, Framework
from cadre.core.kernel import KERNEL
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.values import NotedText
from cadre.services import editing, findings, frameworks
from cadre.services.search import Found, Hit, find, passage
from cadre.services.search_index import Index, Place, asked

pytestmark = pytest.mark.django_db

KEY = frameworks.REFERENCE


def _found(words: str, language: Language = "en", state: str = "current", type: str = "") -> Found:
    return find(frameworks.opened(KEY, state), words, language, type)


def _keys(words: str, language: Language = "en", state: str = "current") -> list[str]:
    return [hit.key for hit in _found(words, language, state).hits]


def _lit(hit: Hit) -> list[str]:
    texts = [hit.name, *(line.text for line in hit.lines)]
    texts += [hit.caution.note] if hit.caution else []
    return [piece.text for text in texts for piece in text.pieces if piece.lit]


# --- what answers -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Privacy Subcommittee", "group/privacy"),
        ("sous-comité sur la modélisation des services", "group/svcmap"),
        ("SOUS-COMITE DE LA GESTION DE L’INFORMATION", "group/im"),
        ("Communauté de pratique des services aux entreprises", "group/bizserv"),
    ],
)
def test_a_group_is_found_by_its_former_name(words: str, key: str, language: Language) -> None:
    first = _found(words, language).hits[0]
    assert first.key == key
    former = next(line for line in first.lines if line.label.en == "Formerly")
    assert former.label.fr == "Anciennement"
    assert former.text.is_lit


def test_every_former_name_finds_its_element() -> None:
    framework = frameworks.opened(KEY, "2018").framework
    for element in framework.elements():
        for noted in element.also_known_as:
            if noted.kind == "former":
                for name in filter(None, (noted.text.en, noted.text.fr)):
                    # One of them is today the name of an activity as well, which comes first.
                    assert element.key in _keys(name, "fr", "2018")[:2], name


@pytest.mark.parametrize(
    ("one", "other"),
    [("identité", "IDENTITE"), ("cocréation", "co-création"), ("mise en oeuvre", "mise en œuvre")],
)
def test_accents_case_hyphens_and_ligatures_make_no_difference(one: str, other: str) -> None:
    assert sorted(_keys(one, "fr")) == sorted(_keys(other, "fr")) != []


def test_words_of_a_family_meet_in_either_language() -> None:
    assert "group/itacq" in _keys("acquisition")
    assert "group/svcmap" in _keys("cartographies")
    assert "group/channel" in _keys("canal", "en") or "group/channel" in _keys("canaux", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_either_language_finds_in_both(language: Language) -> None:
    for words in ("infonuagique", "cloud"):
        assert "group/cloud" in _keys(words, language)
    hit = next(one for one in _found("renseignements personnels", language).hits)
    assert hit.name.language == language


def test_texts_of_links_are_found_at_their_source() -> None:
    hits = _found("learning cloud computing", "en").hits
    cloud = next(hit for hit in hits if hit.key == "group/cloud")
    assert any(line.label.en.startswith("works on") for line in cloud.lines)


@pytest.mark.parametrize(
    ("code", "page", "key"),
    [
        ("group/cloud", "element", "group/cloud"),
        ("ncsip", "element", "group/ncsip"),
        ("G", "element", "focus-area/digital-skills"),
        ("gap-01", "rule", "GAP-01"),
    ],
)
def test_codes_lead_to_what_they_name(code: str, page: str, key: str) -> None:
    first = _found(code).hits[0]
    assert (first.page, first.key) == (page, key)


def test_a_finding_is_found_by_its_code() -> None:
    finding = findings.report(frameworks.opened(KEY)).findings[0]
    first = _found(finding.fingerprint).hits[0]
    assert (first.page, first.key) == ("finding", finding.fingerprint)


def test_a_short_form_brings_its_caution() -> None:
    for words in ("JC", "Justice Canada"):
        council = next(one for one in _found(words).hits if one.key == "council/joint")
        assert council.caution is not None
        assert "Justice Canada" in council.caution.note.text
    assert _found("Joint Councils").hits[0].caution is None


def test_what_was_written_a_moment_ago_is_found() -> None:
    assert _keys("zanzibar") == []
    opened = frameworks.opened(KEY)
    short = opened.framework["group/cloud"].short_name.en
    change = SetField("group/cloud", "short-name", "en", short, "Zanzibar")
    editing.submit(KEY, (change,), author="T", reason="T", base_revision=opened.revision)
    assert _keys("zanzibar") == ["group/cloud"]


# --- the order ----------------------------------------------------------------------------------


def _small(*elements: Element) -> Index:
    return Index(Framework.of(KERNEL, elements))


def _named(key: str, name: str, **values: object) -> Element:
    return Element(key, {"name": Text(name, name), **values})  # type: ignore[dict-item]  # as given


def test_the_best_is_first() -> None:
    index = _small(
        _named("group/text", "One", summary=Text("About lanterns.", "")),
        _named(
            "group/known", "Two", **{"also-known-as": (NotedText(Text("The lanterns group", "")),)}
        ),
        _named("group/part", "Lanterns and lakes"),
        _named("group/whole", "Lanterns"),
        _named("group/called", "Three", acronym=Text("LANTERNS", "")),
        _named("group/spread", "Lakes", summary=Text("Of boats.", "")),
    )
    found = index.matches(asked("lanterns"))
    assert [(one.key, one.place) for one in found] == [
        ("group/whole", Place.EXACT),
        ("group/called", Place.CALLED),
        ("group/part", Place.NAME),
        ("group/known", Place.KNOWN),
        ("group/text", Place.TEXT),
    ]
    [spread] = index.matches(asked("lakes boats"))
    assert (spread.key, spread.place) == ("group/spread", Place.SPREAD)


def test_the_word_itself_comes_before_its_family_and_its_beginning() -> None:
    index = _small(
        _named("group/a", "Serviceable things"),
        _named("group/b", "Services things"),
        _named("group/c", "Service things"),
    )
    assert [one.key for one in index.matches(asked("service"))] == ["group/c", "group/b", "group/a"]


def test_all_words_must_be_there_but_grammar() -> None:
    index = _small(_named("group/a", "Cloud"), _named("group/b", "Cloud of boats"))
    assert len(index.matches(asked("the cloud"))) == 2
    assert [one.key for one in index.matches(asked("cloud boats"))] == ["group/b"]
    assert [one.key for one in index.matches(asked("of"))] == ["group/b"]
    assert index.matches(asked("  ")) == []
    assert index.matches(asked("% _ * \" ' ( \\")) == []


def test_the_language_of_the_page_does_not_change_what_answers() -> None:
    for words in ("services", "identity", "cadre"):
        assert _keys(words, "en") == _keys(words, "fr")


# --- what is shown ------------------------------------------------------------------------------


def test_the_words_that_answered_are_lit() -> None:
    for hit in _found("identity management").hits:
        assert _lit(hit), hit.key
    assert _lit(_found("open data").hits[0]) == ["Open", "data"]


def test_a_long_text_is_cut_between_words() -> None:
    text = "before " * 30 + "lantern " + "after " * 30
    found = passage(text, {"lantern"})
    assert found.startswith("… before")
    assert found.endswith("after …")
    assert "lantern" in found
    assert passage("short lantern", {"lantern"}) == "short lantern"


def test_types_narrow_and_count() -> None:
    everything = _found("identity")
    assert sum(one.count for one in everything.types) == everything.all_types
    for one in everything.types:
        narrowed = _found("identity", type=one.key)
        assert narrowed.page.count == one.count
        assert all(hit.key.startswith(f"{one.key}/") for hit in narrowed.hits)
    assert _found("identity", type="nothing").page.count == everything.page.count


# --- where nothing answers ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right"), [("identty", "identity"), ("infonuagiqe", "infonuagique")]
)
def test_near_words_are_offered_and_lead_somewhere(wrong: str, right: str) -> None:
    found = _found(wrong)
    assert found.hits == ()
    assert right in found.near
    assert all(_keys(one) for one in found.near)


def test_words_that_are_nowhere_together_are_offered_alone() -> None:
    found = _found("cloud lantern")
    assert found.near == ()
    assert [one for one, _ in found.alone] == ["cloud"]


def test_other_states_that_answer_are_named() -> None:
    found = _found("priority leads put work plans in place", state="2016-09")
    assert found.hits == ()
    assert {info.key for info, _ in found.elsewhere} == {"current", "2018", "recommendations-2018"}
