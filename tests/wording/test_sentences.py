"""Sentences from templates, in both languages."""

import pytest

from cadre.core.dates import PartialDate, Period
from cadre.core.text import Text
from cadre.viewpoints.words import Slot
from cadre.wording import wording
from cadre.wording.dates import dated, spanned
from cadre.wording.numbers import figures, spelled
from cadre.wording.sentences import Wording
from cadre.wording.typography import typeset

EN, FR = wording("en"), wording("fr")
GROUPS = Text(
    "{n:words} {n:group works|groups work} here",
    "{n:words} {n:groupe travaille|groupes travaillent} ici",
)


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (0, "Zero groups work here", "Zéro groupe travaille ici"),
        (1, "One group works here", "Un groupe travaille ici"),
        (2, "Two groups work here", "Deux groupes travaillent ici"),
        (14, "Fourteen groups work here", "Quatorze groupes travaillent ici"),
        (21, "21 groups work here", "21 groupes travaillent ici"),
    ],
)
def test_a_count_agrees_with_its_noun(number: int, english: str, french: str) -> None:
    assert EN.fill(GROUPS, n=number) == english
    assert FR.fill(GROUPS, n=number) == french


def test_within_a_sentence_numbers_are_spelled_to_ten() -> None:
    template = Text("Of {n:words}", "Sur {n:words}")
    assert EN.fill(template, n=10) == "Of ten"
    assert EN.fill(template, n=11) == "Of 11"


def test_a_feminine_noun_takes_une() -> None:
    template = Text("{n:words} reading", "{n:words-f} lecture")
    assert FR.fill(template, n=1) == "Une lecture"
    assert FR.fill(template, n=3) == "Trois lecture"


def test_lists_have_their_conjunction() -> None:
    assert EN.listed(["a", "b", "c"]) == "a, b and c"
    assert FR.listed(["a", "b", "c"]) == "a, b et c"
    assert EN.listed(["a"]) == "a"
    assert EN.listed([]) == ""
    assert FR.fill(Text("{x}", "{x}"), x=["a", "b"]) == "A et b"


def test_slots_take_texts_dates_and_numbers_as_they_are_written() -> None:
    template = Text("{name}, {date}, {n}", "{name}, {date}, {n}")
    slots: dict[str, Slot] = {
        "name": Text("Cloud", "Nuage"),
        "date": PartialDate(2016, 9),
        "n": 1234.5,
    }
    assert EN.fill(template, **slots) == "Cloud, September 2016, 1,234.5"
    assert FR.fill(template, **slots) == "Nuage, septembre 2016, 1\u00a0234,5"


def test_what_is_filled_in_is_not_touched() -> None:
    """A name is data: its spaces and quotes stay as they are."""
    assert FR.fill(Text("{x}", "{x}"), x="C'est : 5 %") == "C'est : 5 %"


def test_a_form_needs_a_number() -> None:
    with pytest.raises(TypeError, match="needs a number"):
        EN.fill(GROUPS, n="three")


def test_a_slot_needs_a_value() -> None:
    with pytest.raises(KeyError):
        EN.fill(GROUPS)


def test_a_missing_text_falls_back_and_says_so() -> None:
    assert FR.of(Text("Cloud", "")) == "Cloud"
    assert FR.rendition(Text("Cloud", "")).language == "en"
    assert FR.rendition(Text("Cloud", "Nuage")).language == "fr"


def test_quotes_are_those_of_the_language() -> None:
    assert EN.quoted(Text("a", "b")) == "“a”"
    assert FR.quoted(Text("a", "b")) == "«\u00a0b\u00a0»"


def test_french_signs_have_no_break_spaces_where_canadian_usage_puts_them() -> None:
    assert typeset("Note : 5 % ; « oui » ! L'eau ?", "fr") == (
        "Note\u00a0: 5\u00a0%; «\u00a0oui\u00a0»! L’eau?"
    )
    assert typeset("Note: it's 5%; yes!", "en") == "Note: it’s 5%; yes!"


@pytest.mark.parametrize("text", ["Note : 5 % ; « oui »", "12 345 groupes", "«oui»", "a:b"])
def test_setting_twice_is_setting_once(text: str) -> None:
    once = typeset(text, "fr")
    assert typeset(once, "fr") == once


def test_french_thousands_do_not_break() -> None:
    assert figures(1234567, "fr") == "1\u00a0234\u00a0567"
    assert figures(-3, "en") == "–3"
    assert figures(0.5, "fr") == "0,5"


def test_only_small_whole_numbers_are_words() -> None:
    assert spelled(2.5, "en") == "2.5"
    assert spelled(-1, "en") == "–1"


@pytest.mark.parametrize(
    ("given", "english", "french"),
    [
        ("2016", "2016", "2016"),
        ("2016-09", "September 2016", "septembre 2016"),
        ("2016-09-14", "14\u00a0September 2016", "14\u00a0septembre 2016"),
        ("2016-08-01", "1\u00a0August 2016", "1er\u00a0août 2016"),
    ],
)
def test_dates_are_no_finer_than_given(given: str, english: str, french: str) -> None:
    assert dated(PartialDate.parse(given), "en") == english
    assert dated(PartialDate.parse(given), "fr") == french
    assert EN.date(PartialDate.parse(given).earliest)


def test_periods_say_which_side_is_open() -> None:
    assert spanned(Period.parse("2016-10/2017-03"), "fr") == "d’octobre 2016 à mars 2017"
    assert spanned(Period.parse("2016-09/2017"), "fr") == "de septembre 2016 à 2017"
    assert spanned(Period.parse("2016/"), "en") == "from 2016"
    assert spanned(Period.parse("/2017"), "fr") == "jusqu’à 2017"


def test_one_wording_a_language() -> None:
    assert wording("fr") is FR
    assert wording("fr") == Wording("fr")
