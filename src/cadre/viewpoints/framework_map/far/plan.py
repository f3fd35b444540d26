"""Where things go in the far view: columns across, rows down, and what decides both."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Final

from cadre.viewpoints.axis import Step
from cadre.viewpoints.frame import Frame
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.findings import (
    Verdicts,
)
from cadre.viewpoints.framework_map.levels import OTHERS
from cadre.viewpoints.framework_map.model import (
    MOST_GONE,
    Area,
    Macro,
    Weight,
    Worker,
)
from cadre.viewpoints.framework_map.selection import Council
from cadre.viewpoints.framework_map.view import View
from cadre.viewpoints.measure import longest_word, widest, wrap
from cadre.viewpoints.scene import (
    INK_2,
    INK_3,
    AnyItem,
    Glyph,
    Group,
    Label,
    Point,
    Rect,
    moved,
)
from cadre.viewpoints.signs import mark
from cadre.viewpoints.texts import foreign, height_of, paragraph

PITCH: Final = 11.0
PITCH_MOST: Final = 18.0
ROW_LEAST: Final = 26.0
ROW_GAP: Final = 4.5
ROW_PAD: Final = 4.0
COUNCIL_GAP: Final = 14.0
FIGURES: Final = 140.0
"""What the figures and the verdict take of a row's right cell."""
THIN_PITCH: Final = 5.0
THINNEST: Final = 0.4
COUNCIL_MORE: Final = 84.0
COUNTS_MOST: Final = 46.0
"""How much wider councils and their counts become where no names need the width."""
REACH: Final = 6.5
REACH_SHARE: Final = 0.4
"""The share of the height that the bands to priorities take, where there are very many."""
AROUND: Final = 8.0
"""The height below the rows for lines that go round them."""
TIE: Final = 4.5


@dataclass(frozen=True, slots=True)
class Slice:
    """The names of one council in a row."""

    council: str
    workers: tuple[Worker, ...]
    top: float
    height: float


@dataclass(slots=True)
class PlacedRow:
    """A focus area with its place."""

    area: Area
    step: Step
    rect: Rect
    slices: list[Slice] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shape:
    """How names are shown: in so many columns of this width, one line each `pitch` points."""

    columns: int
    column: float
    pitch: float
    cell: float
    """The width of the right cell of a row: name, count, verdict."""

    @property
    def width(self) -> float:
        """The width of all columns of names."""
        return max(1, self.columns) * self.column

    @property
    def unit(self) -> float:
        """The breadth of a band for one group."""
        return self.pitch / max(1, self.columns)


class Plan:
    """The measures of one far view, taken before anything is drawn."""

    def __init__(self, view: View, model: Macro, judged: Verdicts, frame: Frame) -> None:
        self.view, self.model, self.judged, self.frame = view, model, judged, frame
        self.u = view.unit
        self.steps = view.steps()
        self.items: list[AnyItem] = []
        self._wrapped: dict[tuple[str, float], tuple[str, ...]] = {}
        self.fold_gone = len(model.gone) > MOST_GONE
        self.head = 20 * self.u
        self.top = frame.top + self.head
        self.room = frame.spare - self.head
        self.down = self.room
        self.compact = False
        """Whether the numbers of a council stand side by side."""
        self.counts = 0.0
        """The width of a council's column, where counts stand instead of names."""
        self.lack = 0.0
        """The width that is missing even with counts instead of names: then the page grows."""
        self.right_side = bool(model.priorities or model.outside or model.other)
        if self._around():
            self.room -= AROUND * self.u
        self.reach = REACH * self.u
        broad = sum(map(self._reach_breadth, model.reach))
        if any(card.key in OTHERS for card in model.priorities) and broad:
            self.reach *= min(1.0, REACH_SHARE * self.room / broad)
        self._columns()

    def _columns(self) -> None:
        """Share the width among councils, bands, rows, bands and the right side."""
        u, total = self.u, self.frame.right - self.frame.left
        roomy = min(1.25, max(0.8, total / (1152 * u)))
        self.council = 136 * u * roomy if self.model.councils else 0.0
        self.bar = 6 * u
        self.cards = 204 * u * roomy if self.right_side else 0.0
        codes = [self.steps[area.key].code for area in self.model.areas]
        self.code = max(
            34 * u,
            widest(codes, 13 * u, self.view.measure, bold=True) + 8 * u,
            max((self._beside(code) for code in codes), default=0.0) + 20 * u,
        )
        self.cell = 258 * u * min(1.15, roomy)
        longest = longest_word(
            map(self.view.area_name, self.model.areas),
            11 * u,
            self.view.measure,
            bold=True,
        )
        self.cell = max(self.cell, longest + FIGURES * u + 1)
        self.wide_cell = 292 * u * min(1.2, roomy)
        if not self.model.areas:
            self.shape = Shape(1, 0, PITCH * u, self.cell)
            self.row_width = self.code + self.cell
            return
        fixed = self.council + self.bar + self.cards + self.code + self.cell
        column = min(
            widest(
                {self.view.name(w.group) for area in self.model.areas for w in self._named(area)},
                9 * u,
                self.view.measure,
            )
            + 26 * u,
            184 * u,
        )
        tight = 1.0 if roomy > 0.9 else 0.56
        least = tight * (88 * u + (100 * u if self.right_side else 0))
        self.text_heights = {
            block.key: self._council_text(block)[1] for block in self.model.councils
        }
        if self.fold_gone:
            most = max(len(area.gone) for area in self.model.areas)
            text = self.view.text(wordings.GONE, n=most)
            column = max(column, self.view.measure.width(text, 9 * u) + 24 * u)
        self.shape = self._fitting(max(column, 96 * u), total - fixed + self.cell - least)
        if not self.shape.columns:
            fixed += self._roomier(total - fixed + self.cell - least)
        lack = fixed - self.cell + least + self.shape.width + self.shape.cell - total
        self.lack = max(0.0, lack)
        self.row_width = self.shape.width + self.code + self.shape.cell
        free = total - fixed + self.cell - self.shape.width - self.shape.cell
        share = 0.44 if self.right_side else 1.0
        self.gap_left = min(free * share, 260 * u)
        self.gap_right = free - self.gap_left if self.right_side else 0.0

    def _code_size(self, code: str) -> float:
        """The size of a code that stands beside its glyph, in a low row."""
        return 12 * self.u if len(code) == 1 else 9 * self.u

    def _beside(self, code: str) -> float:
        return self.view.measure.width(code, self._code_size(code), True)

    def _fitting(self, column: float, room: float) -> Shape:
        """The most generous way to show names that fits; counts when none does."""
        u = self.u
        # Where the texts of the councils need more than the paper has, names may take as much.
        self.down = down = max(self.room, self._need())
        pitch = PITCH_MOST * u
        while pitch >= PITCH * u - 0.01:
            for cell in (self.wide_cell, self.cell):
                shape = Shape(1, column, pitch, cell)
                if column + cell <= room and self._height(shape) <= down:
                    return shape
            pitch -= 0.35 * u
        shape = Shape(2, column, PITCH * u, self.cell)
        single = all(
            len(self._lines(worker, shape)) == 1
            for area in self.model.areas
            for worker in self._named(area)
        )
        while single and shape.width + self.cell <= room:
            if self._height(shape) <= down:
                return shape
            shape = replace(shape, columns=shape.columns + 1)
        shape = Shape(1, column, PITCH * u, self.cell)
        if column + self.cell <= room and len(self.model.groups) <= 12:
            return shape
        self.counts = self._counts_width()
        self.compact = True
        return self._counted()

    def _roomier(self, room: float) -> float:
        """Give councils and counts the width that names would have had; by how much it is more."""
        u, blocks = self.u, max(1, len(self.model.councils))
        spare = max(0.0, room - self.shape.width - self.shape.cell)
        more = min(COUNCIL_MORE * u, spare * 0.4) if self.model.councils else 0.0
        self.council += more
        self.counts = min(COUNTS_MOST * u, self.counts + (spare - more) * 0.5 / blocks)
        self.text_heights = {
            block.key: self._council_text(block)[1] for block in self.model.councils
        }
        self.down = max(self.room, self._need())
        self.shape = self._thinned(self._counted(), self.down)
        return more

    def _need(self) -> float:
        """The height that the texts of the councils take."""
        gaps = COUNCIL_GAP * self.u * max(0, len(self.text_heights) - 1)
        return sum(self.text_heights.values()) + gaps

    def _counted(self) -> Shape:
        """Counts instead of names, a column a council."""
        width = max(self.counts * len(self.model.councils) + 14 * self.u, 80 * self.u)
        return Shape(0, width, THIN_PITCH * self.u, self.cell)

    def _counts_width(self) -> float:
        """The width of a council's column of counts: its mark, its largest number, some air."""
        figures = [self.view.words.number(weight.count) for weight in self.model.work]
        return 20 * self.u + widest(figures, 9 * self.u, self.view.measure, bold=True)

    def _thinned(self, shape: Shape, down: float) -> Shape:
        """The shape with bands as broad as the height lets them be: all by one measure."""
        u = self.u
        low, high = 0.0, shape.pitch
        if self._height(shape) <= down:
            return shape
        for _ in range(12):
            middle = (low + high) / 2
            fits = self._height(replace(shape, pitch=middle)) <= down
            low, high = (middle, high) if fits else (low, middle)
        return replace(shape, pitch=max(low, THINNEST * u))

    def _height(self, shape: Shape) -> float:
        """The height of the rows, or of the councils beside them where that is more."""
        rows = [self._row_height(area, shape) for area in self.model.areas]
        weights: dict[str, int] = {}
        for weight in self.model.work:
            weights[weight.source] = weights.get(weight.source, 0) + weight.count
        blocks = [
            max(high, weights.get(key, 0) * shape.unit) for key, high in self.text_heights.items()
        ]
        gaps = COUNCIL_GAP * self.u * max(0, len(blocks) - 1)
        return max(sum(rows) + ROW_GAP * self.u * (len(rows) - 1), sum(blocks) + gaps)

    def _row_height(self, area: Area, shape: Shape) -> float:
        least = max(ROW_LEAST * self.u, self._name_height(area, shape))
        if shape.columns == 0:
            return max(least, len(area.at_work) * shape.pitch + 8 * self.u)
        lines = sum(self._slice_heights(area, shape).values()) / shape.pitch
        folded = 1 if self.fold_gone and area.gone else 0
        return max(least, (math.ceil(lines - 0.01) + folded) * shape.pitch + ROW_PAD * self.u)

    def _slice_heights(self, area: Area, shape: Shape) -> dict[str, float]:
        found: dict[str, float] = {}
        for block in self.model.councils:
            workers = self._named(area, block.key)
            if workers:
                lines = sum(len(self._lines(worker, shape)) for worker in workers)
                found[block.key] = lines * shape.unit
        return found

    def _named(self, area: Area, council: str | None = None) -> tuple[Worker, ...]:
        """The groups of a row that are named one by one, of one council or of all."""
        workers = area.at_work if self.fold_gone else area.workers
        return tuple(it for it in workers if council is None or it.council == council)

    def _lines(self, worker: Worker, shape: Shape) -> tuple[str, ...]:
        # Many shapes are tried, most of them with the same breadth for names.
        known = self._wrapped.get((worker.group, shape.column))
        if known is None:
            room = shape.column - 24 * self.u
            known = wrap(self.view.name(worker.group), 9 * self.u, room, self.view.measure)
            self._wrapped[worker.group, shape.column] = known
        return known

    def _name_height(self, area: Area, shape: Shape) -> float:
        lines = self._area_lines(area, shape)
        parts = 12 * self.u if area.parts else 0
        return len(lines) * 14 * self.u + parts + 5 * self.u

    def _area_lines(self, area: Area, shape: Shape) -> tuple[str, ...]:
        room = shape.cell - FIGURES * self.u
        return wrap(self.view.area_name(area), 11 * self.u, room, self.view.measure, bold=True)

    def _rows(self) -> list[PlacedRow]:
        u, shape = self.u, self.shape
        heights = [self._row_height(area, shape) for area in self.model.areas]
        down = self.room if shape.columns else self.down
        spare = down - sum(heights) - ROW_GAP * u * (len(heights) - 1)
        goal = 60 * u if shape.columns else 96 * u
        while spare > 0.5 and any(height < goal for height in heights):
            low = min(heights)
            lowest = [place for place, height in enumerate(heights) if height < low + 0.01]
            step = min(spare / len(lowest), 1.0 * u)
            for place in lowest:
                heights[place] += step
            spare -= step * len(lowest)
        x = self.frame.left + self.council + self.bar + (self.gap_left if self.model.areas else 0)
        y, rows = self.top, []
        for area, height in zip(self.model.areas, heights, strict=True):
            row = PlacedRow(area, self.steps[area.key], Rect(x, y, self.row_width, height))
            inner = self._slice_heights(area, shape)
            if shape.columns == 0:
                inner = {
                    block.key: len([w for w in area.at_work if w.council == block.key])
                    * shape.pitch
                    for block in self.model.councils
                    if any(w.council == block.key for w in area.at_work)
                }
            whole = sum(inner.values())
            if shape.columns > 1:
                whole = math.ceil(whole / shape.pitch - 0.01) * shape.pitch
            if self.fold_gone and area.gone and shape.columns:
                whole += shape.pitch
            at = y + (height - whole) / 2
            for council, tall in inner.items():
                row.slices.append(Slice(council, self._named(area, council), at, tall))
                at += tall
            rows.append(row)
            y += height + ROW_GAP * u
        return rows

    def _council_text(self, block: Council) -> tuple[list[AnyItem], float]:
        """What is written of a council, from 0, 0, and how high that is."""
        u, view = self.u, self.view
        room = self.council - 12 * u
        items: list[AnyItem] = []
        name = view.name(block.key)
        label = paragraph(
            name, view.face(12, bold=True), Rect(15 * u, 0, room - 15 * u, 0), view.measure
        )
        items += [mark(view.mark(block.key), 0, 7.6 * u, 9.5 * u), label]
        y = height_of(label) + 2 * u
        if block.key and not block.others:
            element = view.framework[block.key]
            full = view.words.of(element.name)
            if full != name:
                label = paragraph(
                    full,
                    view.face(9, INK_2),
                    Rect(0, y, room, 0),
                    view.measure,
                    language=foreign(element.name, view.words),
                )
                items.append(label)
                y += height_of(label) + 3 * u
            if block.key and not view.is_council(block.key):
                about = [view.text(wordings.NO_COUNCIL)]
                about += [view.note(wordings.MEMBERS_UNSURE)] if view.unsure(block.key) else []
                label = paragraph(
                    "; ".join(about), view.face(9, INK_2), Rect(0, y, room, 0), view.measure
                )
                items.append(label)
                y += height_of(label) + 3 * u
        touched = sum(
            any(worker.council == block.key for worker in row.at_work) for row in self.model.areas
        )
        gone = [group for group in block.groups if group in self.model.gone]
        here = len(block.groups) - len(gone)
        total = self.model.lasting_of(block.key)
        counts: list[tuple[int, str]] = []
        if here < total:
            counts.append((here, view.note(wordings.OF_GROUPS, total=total)))
        elif here or not gone:
            counts.append((here, view.note(wordings.GROUPS_COUNT, n=here)))
        if len(self.model.areas) > 1 and counts:
            counts.append((touched, view.note(wordings.OF_AREAS, total=len(self.model.areas))))
        x = 0.0
        for count, text in counts:
            figure = view.words.number(count)
            face = view.face(17, bold=True)
            wide = view.measure.width(figure, face.size, True) + 5 * u
            long = view.measure.width(text, 9 * u)
            if x and (not self.compact or x + wide + long > room):
                x, y = 0.0, y + 20 * u
            items.append(Label(x=x, y=y + 15 * u, lines=(figure,), size=face.size, bold=True))
            items.append(Label(x=x + wide, y=y + 15 * u, lines=(text,), size=9 * u, paint=INK_2))
            x += wide + long + 12 * u
        y += 20 * u if counts else 0.0
        if gone:
            label = paragraph(
                view.gone(gone), view.face(9, INK_2), Rect(0, y + 2 * u, room, 0), view.measure
            )
            items.append(Group(items=(label,), shows=tuple(gone)))
            y += height_of(label) + 2 * u
        idle = [group for group in block.groups if group in self.model.idle]
        if idle:
            y += 3 * u
            many = len(idle) > 4
            text = (
                view.text(wordings.IDLE_MANY, n=len(idle))
                if many
                else view.text(wordings.IDLE, names=view.names(idle))
            )
            label = paragraph(
                text, view.face(9, INK_2), Rect(11 * u, y, room - 11 * u, 0), view.measure
            )
            ring = Glyph(x=0, y=y + 2 * u, size=8 * u, glyph="ring", paint=INK_3)
            items.append(Group(items=(ring, label), shows=tuple(idle)))
            y += height_of(label)
        for weight in self.model.oversight:
            if weight.source == weight.target == block.key and not block.others:
                y += 3 * u
                for text in self._oversight_sentences(weight):
                    label = paragraph(text, view.face(9, INK_2), Rect(0, y, room, 0), view.measure)
                    items.append(Group(items=(label,), links=weight.links, shows=weight.groups))
                    y += height_of(label)
        return items, y

    def _oversight_sentences(self, weight: Weight) -> list[str]:
        by_source: dict[str, list[str]] = {}
        for link in weight.links:
            by_source.setdefault(link.source, []).append(self.view.name(link.target))
        return [
            self.view.text(wordings.OVERSEES, source=self.view.name(source), targets=targets)
            for source, targets in by_source.items()
        ]

    def _around(self) -> list[Weight]:
        """Ties and oversight that start at a council: they go round the rows."""
        blocks = {block.key for block in self.model.councils}
        outside = {body.key for body in self.model.outside}
        return [
            weight
            for weight in (*self.model.ties, *self.model.oversight)
            if (weight.source in blocks and weight.target in outside)
            or (weight.target in blocks and weight.source in outside)
        ]

    def _reach_breadth(self, weight: Weight) -> float:
        firm = len(weight.groups) - len(weight.possible)
        lines = (1 if weight.stated else 0) + (1 if weight.possible else 0)
        return (firm + lines) * self.reach

    def _weight_name(self, weight: Weight) -> str:
        return f"{self.view.name(weight.source)} – {self.view.name(weight.target)}: {weight.count}"

    def _heading(self, text: str, x: float, y: float) -> Label:
        return Label(x=x, y=y, lines=(text,), size=10 * self.u, bold=True, paint=INK_2)


def shifted(item: AnyItem, x: float, y: float) -> AnyItem:
    """An item made at 0, 0, put in its place."""
    return moved(item, Point(x, y))
