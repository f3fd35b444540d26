"""The audit finds each flaw that it is there to find, and none where there is none."""

from dataclasses import replace

import pytest

from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.scene import (
    GROUND,
    INK,
    NONE,
    RULE,
    AnyItem,
    Band,
    Box,
    Curve,
    Furniture,
    Glyph,
    Label,
    Paint,
    Point,
    Rect,
    Region,
    Scene,
    Track,
    Wire,
)

LEFT = Box(key="group/a", rect=Rect(20, 20, 100, 40))
RIGHT = Box(key="group/b", rect=Rect(200, 20, 100, 40))
BETWEEN = Wire(
    route=Track((Point(120, 40), Point(200, 40))), ends=("group/a", "group/b"), paint=INK
)
NAME = Label(x=30, y=44, lines=("Boats",), size=10, within=Rect(20, 20, 100, 40))
GOOD: tuple[AnyItem, ...] = (LEFT, RIGHT, BETWEEN, NAME)


def scene(*items: AnyItem, subjects: tuple[str, ...] = ("group/a", "group/b")) -> Scene:
    return Scene(
        viewpoint="test",
        width=400,
        height=200,
        paper="tabloid",
        language="en",
        title="A title",
        lead="",
        summary="",
        body=Rect(0, 0, 400, 200),
        head=(),
        items=items,
        foot=(),
        legend=(),
        furniture=Furniture("", ""),
        subjects=subjects,
    )


def kinds(*items: AnyItem) -> set[str]:
    return {flaw.kind for flaw in audit(scene(*items), MEASURE)}


def test_a_good_scene_has_no_flaw() -> None:
    assert audit(scene(*GOOD), MEASURE) == ()


THIRD = Box(key="group/c", rect=Rect(150, 30, 20, 20))
LONG = "A name far too long for the box that it is set in"
PALE = Paint("hue-tint", "#4F92E3")


@pytest.mark.parametrize(
    ("kind", "flawed"),
    [
        ("boxes overlap", Box(key="group/c", rect=Rect(100, 30, 40, 20))),
        ("wire through box", THIRD),
        ("text off the page", Label(x=380, y=100, lines=("Boats",), size=10)),
        ("text off the page", Label(x=30, y=199, lines=("Boats",), size=10)),
        ("text out of its room", replace(NAME, lines=(LONG,))),
        ("text out of its room", replace(NAME, lines=("Boats",) * 5)),
        ("texts overlap", replace(NAME, x=34)),
        ("text too small", Label(x=30, y=100, lines=("Boats",), size=8.9)),
        ("no such letter in the fonts", Label(x=30, y=100, lines=("\U0001f6a2",), size=10)),
        ("faint text (light)", Label(x=30, y=100, lines=("Boats",), size=10, paint=RULE)),
        ("faint glyph (light)", Glyph(x=30, y=100, size=10, glyph="disc", paint=RULE)),
        ("faint box (dark)", Box(key="group/c", rect=Rect(20, 100, 9, 9), stroke=RULE)),
        (
            "faint wire (light)",
            Wire(route=Curve(Point(20, 100), Point(90, 110)), paint=RULE),
        ),
        ("drawn more than once", Region(key="group/c", rect=Rect(20, 100, 9, 9))),
    ],
)
def test_each_flaw_is_found(kind: str, flawed: AnyItem) -> None:
    twice = (flawed, flawed) if kind == "drawn more than once" else (flawed,)
    assert kind in kinds(*GOOD, *twice)


def test_an_element_that_is_not_drawn_is_missed() -> None:
    found = audit(scene(*GOOD, subjects=("group/a", "group/b", "group/x")), MEASURE)
    assert [flaw.kind for flaw in found] == ["not drawn once"]


def test_what_is_really_behind_a_text_counts_not_what_it_says() -> None:
    dark = Region(rect=Rect(20, 80, 100, 40), fill=INK)
    text = Label(x=30, y=104, lines=("Boats",), size=10, on=GROUND)
    assert "faint text (light)" in kinds(*GOOD, dark, text)
    assert "faint text (light)" not in kinds(*GOOD, text)


def test_a_pale_box_with_an_edge_is_seen() -> None:
    pale = Box(key="group/c", rect=Rect(20, 100, 50, 20), fill=PALE)
    assert kinds(*GOOD, pale) == set()
    assert "faint box (light)" in kinds(*GOOD, replace(pale, outline="none"))
    assert "faint box (light)" in kinds(*GOOD, replace(pale, stroke=NONE))


def test_a_band_meets_no_box_either() -> None:
    band = Band(Point(120, 30), Point(200, 30), 8, 8)
    ends = ("group/a", "group/b")
    assert "wire through box" in kinds(*GOOD, THIRD, Wire(route=band, ends=ends))
