"""Colours: any hue that data brings is made to carry text and to show on its ground."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.viewpoints.scene import Paint
from cadre.viewpoints.tokens import DEFAULT_HUES, THEMES, Theme, colour, contrast, is_hue, mix

HUES = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(hue=HUES, theme=st.sampled_from(sorted(THEMES)))
def test_any_hue_is_safe(hue: str, theme: Theme) -> None:
    ground = THEMES[theme]["ground"]
    filled = colour(Paint("hue", hue), theme)
    tint = colour(Paint("hue-tint", hue), theme)
    ink = colour(Paint("hue-ink", hue), theme)
    assert contrast(filled, ground) >= 3
    assert contrast(colour(Paint("on-hue", hue), theme), filled) >= 4.5
    assert contrast(ink, tint) >= 4.5
    assert contrast(ink, ground) >= 3
    assert contrast(THEMES[theme]["ink"], tint) >= 4.5


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_texts_and_steps_are_readable(theme: Theme) -> None:
    known = THEMES[theme]
    for text, ground in itertools.product(("ink", "ink-2", "ink-3", "accent"), ("ground", "pale")):
        assert contrast(known[text], known[ground]) >= 4.5
    for step in range(5):
        on = colour(Paint(f"on-step-{step}"), theme)  # type: ignore[arg-type]  # a token by number
        assert contrast(on, known[f"step-{step}"]) >= 4.5


def test_steps_of_coverage_are_ordered_in_grey() -> None:
    for known in THEMES.values():
        from_ground = [contrast(known[f"step-{step}"], known["ground"]) for step in range(5)]
        assert from_ground == sorted(from_ground)


def test_the_default_hues_are_used_as_they_are() -> None:
    assert [colour(Paint("hue", hue)) for hue in DEFAULT_HUES] == list(DEFAULT_HUES)


def test_a_hue_is_six_hex_digits() -> None:
    assert is_hue("#1a7F69")
    assert not is_hue("green")
    assert not is_hue("#1a7F6")
    assert colour(Paint("hue", "url(evil)")).startswith("#")
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert colour(Paint("none")) == "none"
