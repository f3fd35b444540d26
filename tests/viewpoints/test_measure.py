"""Lines are broken by measure; nothing is cut."""

from hypothesis import given
from hypothesis import strategies as st

from cadre.render.measure import MEASURE
from cadre.viewpoints.measure import longest_word, wrap

WORDS = st.lists(
    st.text(st.sampled_from("abcdefghijéàœ’-/\u00a0"), min_size=1, max_size=24), max_size=14
).map(" ".join)


@given(text=WORDS, room=st.floats(20, 300), size=st.sampled_from([9.0, 14.0]))
def test_no_letter_is_lost_and_no_line_too_wide(text: str, room: float, size: float) -> None:
    lines = wrap(text, size, room, MEASURE)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    # A line is as wide as the sum of its words: kerning over a space is not counted.
    assert all(MEASURE.width(line, size) <= room + 0.5 for line in lines)


def test_lines_are_balanced() -> None:
    first, second = wrap("one two three four five six", 10, 100, MEASURE)
    assert abs(MEASURE.width(first, 10) - MEASURE.width(second, 10)) < 30


def test_a_no_break_space_holds() -> None:
    text = "Structure\u00a0des programmes\u00a0»"
    room = MEASURE.width("programmes\u00a0»", 10)
    lines = wrap(text, 10, room, MEASURE)
    assert lines == ("Structure\u00a0des", "programmes\u00a0»")
    assert longest_word([text], 10, MEASURE) == room


def test_a_line_end_is_kept() -> None:
    assert wrap("one\ntwo", 10, 500, MEASURE) == ("one", "two")
    assert wrap("", 10, 500, MEASURE) == ()
