"""A preset connector goes the way of its wire, as ECMA-376 draws presets: turned, flipped, bent."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.render.slides.connectors import Preset, preset_of
from cadre.viewpoints.scene import Band, Curve, Point, Track

PLACES = st.integers(0, 400).map(float)
POINTS = st.builds(Point, PLACES, PLACES)


def way_of(preset: Preset) -> list[Point]:
    """The corners of a preset on the slide: drawn in its frame, flipped, then turned about it."""
    wide, high = preset.frame.width, preset.frame.height
    share = preset.bends[0] / 100_000 if preset.bends else 0.0
    local = {
        "straightConnector1": [(0.0, 0.0), (wide, high)],
        "bentConnector2": [(0.0, 0.0), (wide, 0.0), (wide, high)],
        "bentConnector3": [(0.0, 0.0), (share * wide, 0.0), (share * wide, high), (wide, high)],
        "curvedConnector3": [(0.0, 0.0), (wide, high)],
    }[preset.name]
    found: list[Point] = []
    for x, y in local:
        across = wide - x if preset.flipped else x
        down = high - y if preset.mirrored else y
        if preset.turned:
            middle = preset.frame.centre
            u, v = across - wide / 2, down - high / 2
            found.append(Point(middle.x - v, middle.y + u))
        else:
            found.append(Point(preset.frame.x + across, preset.frame.y + down))
    return found


def same(one: list[Point], other: list[Point]) -> bool:
    return len(one) == len(other) and all(
        math.dist(a, b) < 1.5 for a, b in zip(one, other, strict=True)
    )


@given(POINTS, POINTS)
def test_a_straight_one(start: Point, end: Point) -> None:
    if math.dist(start, end) < 2:
        return
    preset = preset_of(Track((start, end)))
    assert preset is not None
    assert same(way_of(preset), [start, end])


@given(POINTS, POINTS, PLACES, st.booleans())
def test_three_pieces_level_or_upright_first(
    start: Point, end: Point, bend: float, upright: bool
) -> None:
    if upright:
        points = [start, Point(start.x, bend), Point(end.x, bend), end]
    else:
        points = [start, Point(bend, start.y), Point(bend, end.y), end]
    if any(math.dist(one, other) < 2 for one, other in pairwise(points)):
        return
    preset = preset_of(Track(tuple(points)))
    assert preset is not None
    assert preset.name == "bentConnector3"
    assert same(way_of(preset), points)


@given(POINTS, POINTS, st.booleans())
def test_two_pieces(start: Point, end: Point, upright: bool) -> None:
    corner = Point(start.x, end.y) if upright else Point(end.x, start.y)
    if abs(start.x - end.x) < 2 or abs(start.y - end.y) < 2:
        return
    preset = preset_of(Track((start, corner, end)))
    assert preset is not None
    assert same(way_of(preset), [start, corner, end])


@given(POINTS, POINTS, st.booleans())
def test_a_curve_begins_and_ends_where_its_wire_does(
    start: Point, end: Point, upright: bool
) -> None:
    preset = preset_of(Curve(start, end, upright))
    assert preset is not None
    assert preset.turned is upright
    assert same(way_of(preset), [start, end])


def test_a_point_on_a_straight_piece_is_no_corner() -> None:
    preset = preset_of(Track((Point(0, 0), Point(50, 0), Point(90, 0))))
    assert preset is not None
    assert preset.name == "straightConnector1"


@pytest.mark.parametrize(
    "route",
    [
        Track(tuple(Point(x, y) for x, y in [(0, 0), (9, 0), (9, 9), (20, 9), (20, 30)])),
        Track((Point(0, 0), Point(10, 4), Point(30, 4))),
        Band(Point(0, 0), Point(40, 40), 4, 4),
    ],
)
def test_what_no_preset_draws_is_a_line_of_its_own(route: Track | Band) -> None:
    assert preset_of(route) is None
