"""Stems and the likeness of texts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.analysis.likeness import Likeness
from cadre.analysis.stems import stem_of, stems, words
from cadre.core.text import Language, Text


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("en", ["measure", "measures", "measured", "measuring"]),
        ("en", ["policy", "policies"]),
        ("en", ["modernise", "modernised", "modernisation"]),
        ("en", ["manual", "manuals"]),
        ("fr", ["mesure", "mesurer", "mesurés"]),
        ("fr", ["national", "nationaux"]),
        ("fr", ["évaluation", "évaluations", "évaluer"]),
        ("fr", ["numérique", "numériques"]),
        ("fr", ["élève", "eleve"]),
    ],
)
def test_a_family_of_words_has_one_stem(language: Language, family: list[str]) -> None:
    assert len({stem_of(word, language) for word in family}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("en", "universe", "cloud"), ("en", "privacy", "private"), ("fr", "nuage", "nuance")],
)
def test_words_of_other_families_keep_other_stems(language: Language, one: str, other: str) -> None:
    assert stem_of(one, language) != stem_of(other, language)


def test_what_an_apostrophe_or_a_hyphen_ties_to_a_word_falls_away() -> None:
    assert words("L’échange d'information qu’on", "fr") == ["échange", "information", "on"]
    assert words("the group’s co-creation", "en") == ["the", "group", "cocreation"]


def test_words_that_tell_nothing_are_left_out() -> None:
    assert stems("Works on providing support to develop the plan", "en") == (
        ("provid", "providing"),
    )
    assert stems("Élaborer et appuyer le travail du groupe", "fr") == ()
    assert stems("pan-Canadian federal trust", "en") == (("trust", "trust"),)


def test_a_letter_or_number_in_a_name_tells_one_from_the_other() -> None:
    assert stems("Pilot B", "en") != stems("Pilot C", "en")


TEXTS = {
    "a": [Text("Draws up a cloud reference architecture", "Dresse une architecture nuagique")],
    "b": [Text("A reference architecture for cloud", "Une architecture de référence en nuage")],
    "c": [Text("Death notices", "Avis de décès")],
    "d": [Text("", "Architecture")],
    "e": [Text()],
}


def test_texts_on_one_thing_are_more_alike_than_others() -> None:
    likeness = Likeness(TEXTS)
    assert likeness.score("a", "b") > 0.4
    assert likeness.score("a", "c") == 0.0
    assert likeness.score("a", "a") == pytest.approx(1.0)
    assert not likeness.has("e")
    assert likeness.score("a", "e") == 0.0


def test_a_text_without_one_language_is_held_against_the_other_alone() -> None:
    likeness = Likeness(TEXTS)
    assert likeness.score("a", "d") > 0.0
    assert {word.language for word in likeness.shared("a", "d")} == {"fr"}


def test_a_score_is_explained_by_words_as_each_text_has_them() -> None:
    likeness = Likeness({"a": [Text("Policies")], "b": [Text("One policy")], "c": [Text("Cloud")]})
    [word] = likeness.shared("a", "b")
    assert (word.one, word.other) == ("policies", "policy")
    assert word.share == likeness.score("a", "b")


sentences = st.lists(
    st.sampled_from(["cloud", "policy", "data", "trust", "death", "open", "nuage", "services"]),
    max_size=6,
).map(" ".join)
corpora = st.lists(st.builds(Text, sentences, sentences), min_size=2, max_size=6)


@given(corpora)
def test_scores_do_not_depend_on_the_order_of_texts(corpus: list[Text]) -> None:
    texts = {f"k{number}": [text] for number, text in enumerate(corpus)}
    turned = dict(reversed(texts.items()))
    one, other = Likeness(texts), Likeness(turned)
    assert one.pairs() == other.pairs()
    for pair in one.pairs():
        assert one.score(*pair) == other.score(*pair) == one.score(*reversed(pair))


@given(corpora)
def test_shared_words_add_up_to_the_score(corpus: list[Text]) -> None:
    texts = {f"k{number}": [text] for number, text in enumerate(corpus)}
    likeness = Likeness(texts)
    for pair in likeness.pairs():
        shares = math.fsum(word.share for word in likeness.shared(*pair))
        assert shares == pytest.approx(likeness.score(*pair), abs=1e-6)
        assert 0 <= likeness.score(*pair) <= 1 + 1e-9


@given(corpora, st.sampled_from([0.1, 0.5, 0.9]))
def test_close_pairs_are_those_of_at_least_that_score(corpus: list[Text], least: float) -> None:
    texts = {f"k{number}": [text] for number, text in enumerate(corpus)}
    likeness = Likeness(texts)
    expected = [pair for pair in likeness.pairs() if likeness.score(*pair) >= least]
    assert list(likeness.close(least)) == expected
