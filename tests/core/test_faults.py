"""Faults are said in one line each, first or many, and nothing in them is endless or unseen."""

from __future__ import annotations

import pytest

from cadre.core.faults import BadInput, Faults, ManyFaults, Place
from cadre.core.text import Text


def fault(number: int) -> BadInput:
    return BadInput(
        Text(f"fault {number}.", f"faute {number}."),
        Place("f.csv", row=number),
        Text("Mend it.", "La corriger."),
    )


def test_a_fault_is_one_line_with_place_and_mend() -> None:
    assert fault(4).lines("en") == ("f.csv, row 4: fault 4. Mend it.",)
    assert fault(4).lines("fr") == ("f.csv, ligne 4\N{NO-BREAK SPACE}: faute 4. La corriger.",)


def test_the_first_fault_ends_the_reading_by_default() -> None:
    with pytest.raises(BadInput, match="fault 1") as caught:
        Faults().add(fault(1))
    assert not isinstance(caught.value, ManyFaults)


def test_faults_are_kept_up_to_a_number_and_told_together() -> None:
    faults = Faults(most=3)
    for number in (1, 2, 3):
        faults.add(fault(number))
    with pytest.raises(ManyFaults) as whole:
        faults.settle()
    assert [line[:12] for line in whole.value.lines("en")] == [f"f.csv, row {n}" for n in (1, 2, 3)]
    assert whole.value.in_words("en") == fault(1).in_words("en")
    with pytest.raises(ManyFaults) as cut:
        faults.add(fault(4))
    assert cut.value.lines("en")[3:] == ("Stopped after 3 faults: there are more.",)
    assert len(cut.value.lines("fr")) == 4


def test_what_is_raised_inside_is_kept_and_reading_goes_on() -> None:
    faults = Faults(most=2)
    for number in (1, 2):
        with faults.gathered():
            raise fault(number)
    with pytest.raises(ManyFaults) as many, faults.gathered():
        raise fault(3)
    assert many.value.more


def test_nothing_is_said_where_nothing_is_wrong() -> None:
    faults = Faults(most=50)
    with faults.gathered():
        pass
    faults.settle()


def test_endless_names_are_shortened_and_their_ends_kept() -> None:
    long = BadInput(
        Text("a" * 5000 + "z", "b"), Place("f.csv", column="c" * 5000 + "x"), Text("M.")
    )
    line = long.in_words("en")
    assert len(line) < 1000
    assert line.endswith("az M.")
    assert "cx: aa" in line


@pytest.mark.parametrize(
    ("letter", "shown"),
    [
        ("\n", " "),
        ("\r\n", " "),
        ("\x1b", " "),
        ("\u2028", " "),
        ("\x85", " "),
        ("\ud800", " "),
        ("\ufeff", "\\ufeff"),
        ("\u202e", "\\u202e"),
        ("\u200b", "\\u200b"),
        ("\u202f", "\u202f"),
        ("é", "é"),
    ],
)
def test_what_cannot_be_seen_is_written_out(letter: str, shown: str) -> None:
    line = BadInput(Text(f"a{letter}b", "c"), Place(file=f"f{letter}")).in_words("en")
    assert line == f"f{shown}: a{shown}b"
