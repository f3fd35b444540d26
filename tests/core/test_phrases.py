"""Pieces of sentences in both languages."""

import pytest

from cadre.core.dates import PartialDate
from cadre.core.phrases import (
    NBSP,
    apart,
    capital,
    counted,
    dated,
    fill,
    joined,
    listed,
    percent,
    quoted,
    score,
    within,
)
from cadre.core.text import Text

A, B, C, D = (Text(word, f"{word} fr") for word in "abcd")


def test_a_sentence_is_filled_in_both_languages_and_falls_back() -> None:
    only_english = Text("name")
    sentence = fill(Text("{n} of {x}", "{x} : {n}"), n=3, x=only_english)
    assert sentence == Text("3 of name", "name : 3")


def test_a_name_with_braces_is_a_name_and_not_a_template() -> None:
    assert fill(Text("{x}", "{x}"), x=Text("{y}", "{0}")) == Text("{y}", "{0}")


def test_a_name_stands_in_the_quotes_of_each_language() -> None:
    assert quoted(A) == Text("“a”", f"«{NBSP}a fr{NBSP}»")


@pytest.mark.parametrize(
    ("items", "most", "expected"),
    [
        ([], None, Text()),
        ([A], None, A),
        ([A, B], None, Text("a and b", "a fr et b fr")),
        ([A, B, C], None, Text("a, b and c", "a fr, b fr et c fr")),
        # Nobody says “and 1 other” where the other could be named.
        ([A, B, C], 2, Text("a, b and c", "a fr, b fr et c fr")),
        ([A, B, C, D], 2, Text("a, b and 2 others", "a fr, b fr et 2 autres")),
    ],
)
def test_a_list(items: list[Text], most: int | None, expected: Text) -> None:
    assert listed(items, most) == expected


def test_lists_of_lists_are_parted_by_semicolons_without_a_space_before() -> None:
    assert apart([A, B]) == Text("a; b", "a fr; b fr")


def test_french_counts_zero_and_one_alike() -> None:
    one, many = Text("area", "domaine"), Text("areas", "domaines")
    assert [counted(number, one, many) for number in (0, 1, 2)] == [
        Text("0 areas", "0 domaine"),
        Text("1 area", "1 domaine"),
        Text("2 areas", "2 domaines"),
    ]


def test_a_label_loses_its_capital_inside_a_sentence_but_an_acronym_does_not() -> None:
    assert within(Text("Focus area", "Domaine")) == Text("focus area", "domaine")
    assert within(Text("SWOT factor", "Facteur")) == Text("SWOT factor", "facteur")
    assert capital(Text("all of it", "tout")) == Text("All of it", "Tout")


def test_a_proper_name_keeps_its_capital_inside_a_sentence() -> None:
    names = Text("North American Partnership", "Partenariat nord-américain de Montréal")
    assert within(names) == names
    assert within(Text("Internal Services", "Services internes")) == Text(
        "Internal Services", "services internes"
    )
    assert within(Text("Centre of expertise (CE)", "Centre d’expertise (CE)")) == Text(
        "centre of expertise (CE)", "centre d’expertise (CE)"
    )


def test_numbers_are_written_as_each_language_writes_them() -> None:
    assert percent(0.425) == Text("42%", f"42{NBSP}%")
    assert score(0.5) == Text("0.50", "0,50")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2016", Text("2016", "2016")),
        ("2016-08", Text("August 2016", "août 2016")),
        ("2016-09-14", Text("14 September 2016", "14 septembre 2016")),
        ("2018-02-01", Text("1 February 2018", "1er février 2018")),
    ],
)
def test_a_date_is_as_precise_as_it_was_given(date: str, expected: Text) -> None:
    assert dated(PartialDate.parse(date)) == expected


def test_an_empty_sentence_leaves_no_space() -> None:
    assert joined(A, Text(), B) == Text("a b", "a fr b fr")
