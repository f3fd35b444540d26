"""Widths come from the fonts that ship."""

from cadre.render.measure import MEASURE


def test_width_grows_with_size_and_weight() -> None:
    assert MEASURE.width("Bateaux", 20) == 2 * MEASURE.width("Bateaux", 10)
    assert MEASURE.width("Bateaux", 10, True) > MEASURE.width("Bateaux", 10)
    assert MEASURE.width("", 10) == 0


def test_what_the_first_font_lacks_is_measured_in_the_second() -> None:
    assert MEASURE.lacks("Œuvre « ’ – ∞ →") == ""
    assert MEASURE.width("→", 10) > 0
    assert MEASURE.lacks("a\U0001f6a2") == "\U0001f6a2"


def test_kerning_counts() -> None:
    assert MEASURE.width("AV", 100) < MEASURE.width("A", 100) + MEASURE.width("V", 100)
