"""The signs of the gap matrix alone, and its legend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.core.text import Text
from cadre.core.traits import COVERAGE_STEPS
from cadre.viewpoints.axis import Step
from cadre.viewpoints.frame import Sheet
from cadre.viewpoints.gap_matrix.matrix import Cell, Column, Matrix, Member
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.scene import (
    GROUND,
    INK_3,
    NONE,
    RULE_2,
    AnyItem,
    Glyph,
    LegendEntry,
    Rect,
    Region,
)
from cadre.viewpoints.signs import coverage, difference, nothing, pill
from cadre.viewpoints.texts import Face, centred
from cadre.viewpoints.words import Words

_AT_WORK: Final = Text(
    "at work in the area (mark of its council)",
    "à l’œuvre dans le domaine (marque de son conseil)",
)
_COUNTED: Final = Text(
    "so many groups of the council at work in the area",
    "nombre de groupes du conseil à l’œuvre dans le domaine",
)
_UNSURE: Final = Text("likely reading, to be confirmed", "lecture probable, à confirmer")
_NOT_COUNTED: Final = Text(
    "group that has ended or gives way to another: not counted",
    "groupe qui a pris fin ou cède la place à un autre : non compté",
)
_BLANK: Final = Text("nothing recorded", "rien de consigné")
_NOBODY: Final = Text("no group at all", "aucun groupe")
_UNKNOWN: Final = Text("work whose group is not known", "travaux dont le groupe n’est pas connu")
_BELOW: Final = Text("below what was stated", "en deçà de ce qui a été énoncé")
_ABOVE: Final = Text("above what was stated", "au-delà de ce qui a été énoncé")
COVERAGE_HEADING: Final = Text("Coverage", "Couverture")
LEVEL_TEXTS: Final = tuple(choice.label for choice in COVERAGE_STEPS)


def work(
    rect: Rect,
    cell: Cell,
    member: Member,
    step: Step,
    mark: str,
    measure: Measure,
    most: float = 0.0,
) -> tuple[AnyItem, ...]:
    """A filled cell: the mark of the council in the hue of the area; a level where one is stated.

    Dashed and hollow where the reading is not sure; grey where the work is not counted. It is
    `most` points high, however high the row.
    """
    if cell.groups:
        high = min(rect.height, most or rect.height)
        block = Rect(rect.x, rect.centre.y - high / 2, rect.width, high)
        face = Face(max(9.0, min(14.0, high * 0.6)), True, step.on, step.fill)
        ground = Region(rect=block, fill=step.fill, radius=2)
        return ground, centred(str(len(cell.groups)), face, block, measure, anchor="middle")
    if member.counts and cell.level is not None:
        return coverage(rect, cell.level, measure, size=max(9.0, min(14.0, rect.height * 0.5)))
    high = min(rect.height * 0.9, most or rect.height)
    block = Rect(rect.x, rect.centre.y - high / 2, rect.width, high)
    size = min(16.0, block.height * 0.55)
    glyph, paint, on = mark or "circle", step.on, step.fill
    ground = Region(rect=block, fill=step.fill, radius=2)
    if not member.counts:
        glyph, paint, on = f"{glyph}-open", INK_3, GROUND
        ground = Region(rect=block, stroke=RULE_2, weight=0.8, radius=2)
    elif cell.unsure:
        glyph, paint, on = f"{glyph}-open", step.ink, step.tint
        ground = Region(
            rect=block, fill=step.tint, stroke=step.ink, weight=0.9, radius=2, dash="dashed"
        )
    middle = block.centre
    sign = Glyph(
        x=middle.x - size / 2, y=middle.y - size / 2, size=size, glyph=glyph, paint=paint, on=on
    )
    return ground, sign


def blank(x: float, y: float) -> Region:
    """The dot of a cell with nothing in it: it keeps the eye on its row."""
    return Region(rect=Rect(x - 1, y - 1, 2, 2), fill=RULE_2, radius=1)


def unknown(rect: Rect, count: int, measure: Measure, size: float) -> tuple[AnyItem, ...]:
    """So many pieces of work whose group is not known."""
    return (
        Region(rect=rect, stroke=INK_3, weight=0.8, radius=2, dash="dashed"),
        centred(str(count), Face(size), rect, measure, anchor="middle"),
    )


def legend_of(
    matrix: Matrix, words: Words, measure: Measure, paper: Sheet
) -> Iterator[LegendEntry]:
    """An entry for each sign that the picture really has."""
    if paper.narrow:
        yield from _marks(matrix, words)
    else:
        yield from _cells(matrix, words, measure, paper.small)
        yield from _roles(matrix, words, measure, paper.small)
    yield from _coverage(matrix, words, measure, paper.small)
    if not paper.narrow:
        yield from _differences(matrix, words, measure, paper.small)


def _marks(matrix: Matrix, words: Words) -> Iterator[LegendEntry]:
    """On a phone: the marks of councils, and the hollow one."""
    for section in matrix.sections:
        if section.members:
            glyph = section.mark or "circle"
            sample = Glyph(x=0, y=2, size=11, glyph=glyph)
            yield LegendEntry(f"mark-{section.key}", words.of(section.name), (sample,), 11, 15)
    if any(cell.unsure and member.counts for _, member, _, cell in matrix.cells()):
        sample = Glyph(x=0, y=2, size=11, glyph="circle-open")
        yield LegendEntry("unsure", words.fill(_UNSURE), (sample,), 11, 15)
    if any(not member.counts for _, member, _, _ in matrix.cells()):
        sample = Glyph(x=0, y=2, size=11, glyph="circle-open", paint=INK_3)
        yield LegendEntry("not-counted", words.fill(_NOT_COUNTED), (sample,), 11, 15)


def _box(width: float, size: float) -> Rect:
    """The room of a sample: of this width, and 15 high, where texts are set in 9."""
    return Rect(0, 0, width * size / 9, 15 * size / 9)


def _cells(matrix: Matrix, words: Words, measure: Measure, size: float) -> Iterator[LegendEntry]:
    cells = list(matrix.cells())
    box, narrow = _box(30, size), _box(6, size)

    def entry(name: str, text: Text, *sample: AnyItem, room: Rect = box) -> LegendEntry:
        return LegendEntry(name, words.fill(text), sample, room.width, room.height)

    def first(counts: bool, unsure: bool | None) -> tuple[Cell, Member, Column, str] | None:
        for section, member, column, cell in cells:
            plain = cell.level is None or not member.counts
            if plain and member.counts == counts and unsure in (None, cell.unsure):
                return cell, member, column, section.mark
        return None

    for name, text, found in (
        ("at-work", _COUNTED if matrix.rolled else _AT_WORK, first(True, False)),
        ("unsure", _UNSURE, None if matrix.rolled else first(True, True)),
        ("not-counted", _NOT_COUNTED, first(False, None)),
    ):
        if found:
            cell, member, column, mark = found
            yield entry(name, text, *work(box, cell, member, column.step, mark, measure))
    if matrix.columns and any(True for _ in matrix.members()):
        yield entry("blank", _BLANK, blank(*narrow.centre), room=narrow)
    if {column.key for column in matrix.columns} - {column.key for _, _, column, _ in cells}:
        yield entry("nobody", _NOBODY, nothing(box))
    if any(column.unattributed for column in matrix.columns):
        yield entry("unknown", _UNKNOWN, *unknown(box, 1, measure, size))


def _roles(matrix: Matrix, words: Words, measure: Measure, size: float) -> Iterator[LegendEntry]:
    seen = {member.role.key: member.role for member in matrix.members() if member.role}
    for key, role in seen.items():
        rect = Rect(0, 0, 26 * size / 9, 13 * size / 9)
        sample = pill(badge(role.key), rect, measure, size)
        yield LegendEntry(f"role-{key}", words.of(role.label), sample, rect.width, rect.height)


def badge(role: str) -> str:
    """The short sign of a council role: CE, Int, Pr, In."""
    return role.upper() if len(role) == 2 and role == "ce" else role.capitalize()


def _coverage(matrix: Matrix, words: Words, measure: Measure, size: float) -> Iterator[LegendEntry]:
    columns = matrix.columns
    drawn = {column.computed for column in columns}
    drawn |= {column.stated for column in columns if column.stated is not None}
    drawn |= {cell.level for *_, cell in matrix.cells() if cell.level is not None}
    box = _box(44, size)
    if drawn:
        yield LegendEntry("coverage", words.fill(COVERAGE_HEADING), heading=True, height=box.height)
    for step in sorted(drawn):
        sample = coverage(box, step, measure, size=size)
        text = words.of(LEVEL_TEXTS[step])
        yield LegendEntry(f"step-{step}", text, sample, box.width, box.height)


def _differences(
    matrix: Matrix, words: Words, measure: Measure, size: float
) -> Iterator[LegendEntry]:
    box = _box(26, size)
    amounts = [one for column in matrix.columns if (one := column.difference)]
    amounts += [one for member in matrix.members() if (one := member.difference)]
    for name, text, there, amount in (
        ("below", _BELOW, any(one < 0 for one in amounts), -1),
        ("above", _ABOVE, any(one > 0 for one in amounts), 1),
    ):
        if there:
            sample = difference(box, amount, measure, finding=True, size=size)
            yield LegendEntry(name, words.fill(text), sample, box.width, box.height)


def stated_outline(rect: Rect) -> Region:
    """Round a stated evaluation that is itself an unsure reading."""
    return Region(rect=rect, fill=NONE, stroke=INK_3, weight=0.9, dash="dashed")
