"""Texts in two languages: fallback, staleness, cleaning, collation."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cadre.core.text import Text, clean, collation_key, folded


def test_a_text_falls_back_and_says_in_which_language_it_is() -> None:
    assert Text("Cloud", "Nuage").rendition("fr") == ("Nuage", "fr")
    assert Text("Cloud").rendition("fr") == ("Cloud", "en")
    assert Text("Cloud").missing == ("fr",)
    assert Text().missing == ()


def test_editing_one_language_makes_the_other_stale_until_it_is_edited_too() -> None:
    edited = Text("Cloud", "Nuage").edited("en", "Clouds")
    assert edited.stale == "fr"
    assert edited.edited("fr", "Nuages") == Text("Clouds", "Nuages")
    assert Text("Cloud", "Nuage").edited("en", "Cloud") == Text("Cloud", "Nuage")


def test_a_language_that_is_missing_is_not_stale() -> None:
    assert Text("Cloud").edited("en", "Clouds").stale is None


def test_cleaning_composes_letters_and_drops_what_breaks_files() -> None:
    assert clean("e\u0301te\u0301") == "été"
    assert clean("a\x00\x0b\x1b\ufffeb\r\nc\rd\te") == "ab\nc\nd\te"
    assert clean("12\u202f345\u00a0%") == "12\u202f345\u00a0%"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once == unicodedata.normalize("NFC", once)


def test_folding_ignores_case_accents_and_ligatures() -> None:
    assert folded("Œuvre d’ÉTÉ") == folded("oeuvre d'ete")


def test_french_words_sort_as_a_french_dictionary_has_them() -> None:
    # CAN/CSA Z243.4.1: letters first, then accents from the last one back.
    words = ["côté", "cote", "zone", "coté", "côte", "Étude", "etat"]
    assert sorted(words, key=collation_key) == [
        "cote",
        "côte",
        "coté",
        "côté",
        "etat",
        "Étude",
        "zone",
    ]
