"""Glyphs keep their outlines, and a scene can be made smaller."""

from __future__ import annotations

import pytest

from cadre.render.glyphs import GRID, PATHS
from cadre.render.outlines import Close, Cubic, Line, Move
from cadre.render.slides.paths import bounds, glyph
from cadre.viewpoints.scene import (
    Box,
    Curve,
    Glyph,
    Group,
    Label,
    Point,
    Rect,
    Region,
    Wire,
    scaled,
)


@pytest.mark.parametrize("name", sorted(PATHS))
def test_every_glyph_is_read_whole_and_stays_on_its_grid(name: str) -> None:
    paths = glyph(name)
    assert len(paths) == len(PATHS[name])
    for path, _ in paths:
        assert isinstance(path[0], Move)
        assert len(path) > 1
        room = bounds(path)
        assert room.x >= -1
        assert room.right <= GRID + 1
        assert room.bottom <= GRID + 1


def test_a_disc_is_four_quarters_that_close() -> None:
    ((path, filled),) = glyph("disc")
    assert filled
    start, *quarters, last = path
    assert isinstance(start, Move)
    assert isinstance(last, Close)
    ends = [piece.to for piece in quarters if isinstance(piece, Cubic)]
    assert len(ends) == len(quarters) == 4
    assert ends[-1] == pytest.approx(start.to)
    assert ends[0].y > start.to.y > ends[2].y
    room = bounds(path)
    assert room.width == pytest.approx(room.height, abs=0.01)


def test_an_unknown_glyph_is_a_disc() -> None:
    assert glyph("no-such-glyph") == glyph("disc")


def test_level_and_upright_pieces_are_lines() -> None:
    (path, _), *_ = glyph("house")
    assert all(isinstance(piece, Move | Line | Close) for piece in path)


def test_an_item_is_scaled_with_all_that_it_holds() -> None:
    rect = Rect(10, 20, 30, 40)
    group = Group(
        items=(
            Region(rect=rect, radius=4),
            Box(rect=rect, key="group/a", weight=2),
            Label(x=10, y=20, lines=("a",), size=12, within=rect),
            Glyph(x=10, y=20, size=8, glyph="disc"),
            Wire(route=Curve(Point(0, 0), Point(10, 20)), weight=2),
        )
    )
    half = scaled(group, 0.5, Point(100, 0))
    assert isinstance(half, Group)
    region, box, label, sign, wire = half.items
    assert isinstance(region, Region)
    assert region.rect == Rect(105, 10, 15, 20)
    assert region.radius == 2
    assert isinstance(box, Box)
    assert box.weight == 1
    assert isinstance(label, Label)
    assert (label.x, label.y, label.size, label.within) == (105, 10, 6, Rect(105, 10, 15, 20))
    assert isinstance(sign, Glyph)
    assert sign.size == 4
    assert isinstance(wire, Wire)
    assert wire.route == Curve(Point(100, 0), Point(105, 10))
