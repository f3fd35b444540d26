"""A real table of a slide: heads, rows as high as their words need, a language for each cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cadre.core.text import Language, Rendition
from cadre.render.measure import MEASURE
from cadre.render.slides.markup import LINE, about, emu, fill, run
from cadre.viewpoints.briefing.model import Grid
from cadre.viewpoints.measure import longest_word, wrap
from cadre.viewpoints.scene import GROUND, INK, INK_2, PALE, RULE, Rect
from cadre.viewpoints.tokens import colour

SIZES: Final = (15.0, 14.0, 13.0, 12.0, 11.0)
"""A table is set in the largest of these in which it has room on one slide, else in the last."""
_SIDE, _ABOVE = 6.0, 3.5
_RIGHT: Final = 24.0
"""Numbers stand well apart from the words of the next column."""
_SPARE: Final = 0.96
"""The share of a cell that is counted on: another office breaks lines a little earlier."""


def size_for(grid: Grid, width: float, height: float) -> float:
    """The largest size in which the whole table has room."""
    fits = (
        size
        for size in SIZES
        if _holds_words(grid, width, size) and sum(heights(grid, width, size)) <= height
    )
    return next(fits, SIZES[-1])


def _holds_words(grid: Grid, width: float, size: float) -> bool:
    """Whether no word is wider than its column, so that none is broken."""
    plain = [[cell.text for cell in row] for row in grid.rows]
    return all(
        longest_word((text,), size, MEASURE, bold=place == 0 or at in grid.strong)
        <= _room(grid, at, width)
        for place, row in enumerate([grid.heads, *plain])
        for at, text in enumerate(row)
    )


def _room(grid: Grid, at: int, width: float) -> float:
    """The width that the words of a column have."""
    sides = _SIDE + (_RIGHT if at in grid.numbers else _SIDE)
    return (grid.shares[at] * width - sides) * _SPARE


def heights(grid: Grid, width: float, size: float) -> list[float]:
    """How high the heads and each row are, in points."""
    heads = [Rendition(head, "en") for head in grid.heads]
    return [
        _height(heads, grid, width, size, range(len(heads))),
        *(_height(row, grid, width, size, grid.strong) for row in grid.rows),
    ]


def _height(
    row: Sequence[Rendition], grid: Grid, width: float, size: float, strong: Sequence[int]
) -> float:
    lines = max(
        len(wrap(cell.text, size, _room(grid, at, width), MEASURE, bold=at in strong))
        for at, cell in enumerate(row)
    )
    return LINE * size * lines + 2 * _ABOVE


def table(grid: Grid, rect: Rect, size: float, language: Language, number: int) -> str:
    """The table from the top left of `rect`, as wide as it."""
    widths = [share * rect.width for share in grid.shares]
    high = heights(grid, rect.width, size)
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
    heads = [Rendition(head, language) for head in grid.heads]
    rows = [_row(heads, high[0], size, grid, head=True)]
    rows += [_row(row, height, size, grid) for row, height in zip(grid.rows, high[1:], strict=True)]
    total = sum(high)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{about(number, 'Table', grid.name)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="{emu(rect.x)}" y="{emu(rect.y)}"/>'
        f'<a:ext cx="{emu(rect.width)}" cy="{emu(total)}"/></p:xfrm><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{"".join(rows)}'
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(
    row: Sequence[Rendition], height: float, size: float, grid: Grid, *, head: bool = False
) -> str:
    cells = "".join(
        _cell(cell, size, head or at in grid.strong, head=head, number=at in grid.numbers)
        for at, cell in enumerate(row)
    )
    return f'<a:tr h="{emu(height)}">{cells}</a:tr>'


def _cell(cell: Rendition, size: float, bold: bool, *, head: bool, number: bool) -> str:
    paint = INK_2 if head else INK
    words = run(cell.text.replace("\n", " "), size, bold, paint, cell.language)
    right = _RIGHT if number else _SIDE
    margins = f'marL="{emu(_SIDE)}" marR="{emu(right)}" marT="{emu(_ABOVE)}" marB="{emu(_ABOVE)}"'
    edge = f'<a:solidFill><a:srgbClr val="{colour(INK if head else RULE)[1:]}"/></a:solidFill>'
    none = "".join(f"<a:ln{side}><a:noFill/></a:ln{side}>" for side in ("L", "R", "T"))
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{"r" if number else "l"}"/>'
        f'{words}</a:p></a:txBody><a:tcPr {margins} anchor="t">{none}'
        f'<a:lnB w="{emu(1.0 if head else 0.5)}">{edge}</a:lnB>{fill(PALE if head else GROUND)}'
        "</a:tcPr></a:tc>"
    )
