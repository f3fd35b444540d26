"""The far view drawn: councils, focus areas with the groups at work in them, priorities, outside.

From left to right, as the work flows. One text line per group has the pitch of one unit of band,
so that each band lands on the names it stands for. Where names find no room they go into two
columns, then give way to counts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.frame import Frame, furniture
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.findings import (
    Verdicts,
    macro_lead,
    macro_title,
    verdicts,
)
from cadre.viewpoints.framework_map.legends import macro_legend
from cadre.viewpoints.framework_map.model import (
    MOST_GONE,
    Area,
    Macro,
    Outside,
    Priority,
    Weight,
    Worker,
    macro,
)
from cadre.viewpoints.framework_map.phone import stacked
from cadre.viewpoints.framework_map.selection import NO_COUNCIL, Council, Selection
from cadre.viewpoints.framework_map.view import NO_COUNCIL_MARK, View
from cadre.viewpoints.layout.ordering import by_barycentre, untangled
from cadre.viewpoints.layout.packing import spread
from cadre.viewpoints.measure import longest_word, widest, wrap
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK,
    INK_2,
    INK_3,
    RULE_2,
    AnyItem,
    Band,
    Box,
    Curve,
    Glyph,
    Group,
    Label,
    Point,
    Rect,
    Region,
    Scene,
    Track,
    Wire,
    moved,
)
from cadre.viewpoints.signs import mark, nothing
from cadre.viewpoints.texts import Face, centred, foreign, height_of, paragraph
from cadre.viewpoints.viewpoint import Request

_PITCH: Final = 11.0
_PITCH_MOST: Final = 18.0
_ROW_LEAST: Final = 26.0
_ROW_GAP: Final = 4.5
_ROW_PAD: Final = 4.0
_COUNCIL_GAP: Final = 14.0
_FIGURES: Final = 140.0
"""What the figures and the verdict take of a row's right cell."""
_THIN_PITCH: Final = 5.0
_REACH: Final = 6.5
_AROUND: Final = 8.0
"""The height below the rows for lines that go round them."""
_TIE: Final = 4.5


def draw_macro(framework: Framework, request: Request) -> Scene:
    """The far view as one page. Its height grows where the paper does not suffice."""
    selection = Selection.of(request.options)
    model = macro(framework, selection, as_of=request.stage.as_of)
    judged = verdicts(framework, model)
    words, measure = request.words, request.measure
    title = macro_title(framework, model, judged, words)
    about = furniture(
        framework,
        request,
        uses=(LinkRole.COVERS.value,),
        provenances=_provenances(framework, model),
    )
    legend = macro_legend(framework, model, judged, request)

    def framed(content: float = 0.0) -> Frame:
        return Frame.of(
            "framework-map",
            request,
            title=title,
            lead=macro_lead(framework, model, judged, selection, words),
            furniture=about,
            legend=legend,
            content=content,
            label=wordings.LABEL,
        )

    frame = framed()
    view = View(framework, words, measure, _unit(frame))
    if frame.sheet.narrow:
        items, bottom = stacked(view, model, judged, frame)
    else:
        drawing = _Drawing(view, model, judged, frame)
        if drawing.lack:
            frame = framed(frame.right - frame.left + drawing.lack)
            drawing = _Drawing(view, model, judged, frame)
        items, bottom = drawing.drawn()
    return frame.scene(
        items,
        bottom=bottom,
        summary=words.fill(
            wordings.SUMMARY_MACRO,
            councils=sum(block.key != NO_COUNCIL for block in model.councils),
            groups=len(model.groups),
            areas=len(model.areas),
            priorities=len(model.priorities),
            outside=len(model.outside),
            title=title,
        ),
        subjects=(
            *(block.key for block in model.councils if block.key),
            *(row.key for row in model.areas),
            *(card.key for card in model.priorities),
            *(body.key for body in model.outside),
            *model.other,
        ),
    )


def _unit(frame: Frame) -> float:
    """How much larger than on tabloid things are drawn: as large as the paper lets them be."""
    across, down = (frame.right - frame.left) / 1152, frame.spare / 545
    return max(frame.sheet.small / 9, min(across, down))


def _provenances(framework: Framework, model: Macro) -> list[str]:
    found = [
        framework.link(*link)
        for weight in (*model.work, *model.reach, *model.ties)
        for link in weight.links
    ]
    return [link.provenance for link in found if link is not None and link.provenance]


@dataclass(frozen=True, slots=True)
class _Slice:
    """The names of one council in a row."""

    council: str
    workers: tuple[Worker, ...]
    top: float
    height: float


@dataclass(slots=True)
class _Row:
    """A focus area with its place."""

    area: Area
    step: Step
    rect: Rect
    slices: list[_Slice] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How names are shown: in so many columns of this width, one line each `pitch` points."""

    columns: int
    column: float
    pitch: float
    cell: float
    """The width of the right cell of a row: name, count, verdict."""

    @property
    def width(self) -> float:
        return max(1, self.columns) * self.column

    @property
    def unit(self) -> float:
        """The breadth of a band for one group."""
        return self.pitch / max(1, self.columns)


class _Drawing:
    """One far view being laid out. Made, drawn once and dropped."""

    def __init__(self, view: View, model: Macro, judged: Verdicts, frame: Frame) -> None:
        self.view, self.model, self.judged, self.frame = view, model, judged, frame
        self.u = view.unit
        self.steps = {step.key: step for step in axis(view.framework)}
        self.items: list[AnyItem] = []
        self.fold_gone = len(model.gone) > MOST_GONE
        self.head = 20 * self.u
        self.top = frame.top + self.head
        self.room = frame.spare - self.head
        self.lack = 0.0
        """The width that is missing even with counts instead of names: then the page grows."""
        self.right_side = bool(model.priorities or model.outside or model.other)
        if self._around():
            self.room -= _AROUND * self.u
        self._columns()

    # --- across ---------------------------------------------------------------------------------

    def _columns(self) -> None:
        """Share the width among councils, bands, rows, bands and the right side."""
        u, total = self.u, self.frame.right - self.frame.left
        roomy = min(1.25, max(0.8, total / (1152 * u)))
        self.council = 136 * u * roomy if self.model.councils else 0.0
        self.bar = 6 * u
        self.cards = 204 * u * roomy if self.right_side else 0.0
        self.code = 34 * u
        self.cell = 258 * u * min(1.15, roomy)
        longest = longest_word(
            self.view.names(area.key for area in self.model.areas),
            11 * u,
            self.view.measure,
            bold=True,
        )
        self.cell = max(self.cell, longest + _FIGURES * u + 1)
        self.wide_cell = 292 * u * min(1.2, roomy)
        if not self.model.areas:
            self.shape = _Shape(1, 0, _PITCH * u, self.cell)
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
        lack = fixed - self.cell + least + self.shape.width + self.shape.cell - total
        self.lack = max(0.0, lack)
        self.row_width = self.shape.width + self.code + self.shape.cell
        free = total - fixed + self.cell - self.shape.width - self.shape.cell
        share = 0.44 if self.right_side else 1.0
        self.gap_left = min(free * share, 260 * u)
        self.gap_right = free - self.gap_left if self.right_side else 0.0

    def _fitting(self, column: float, room: float) -> _Shape:
        """The most generous way to show names that fits; counts when none does."""
        u = self.u
        pitch = _PITCH_MOST * u
        while pitch >= _PITCH * u - 0.01:
            for cell in (self.wide_cell, self.cell):
                shape = _Shape(1, column, pitch, cell)
                if column + cell <= room and self._height(shape) <= self.room:
                    return shape
            pitch -= 0.35 * u
        shape = _Shape(2, column, _PITCH * u, self.cell)
        single = all(
            len(self._lines(worker, shape)) == 1
            for area in self.model.areas
            for worker in self._named(area)
        )
        if single and shape.width + self.cell <= room and self._height(shape) <= self.room:
            return shape
        shape = _Shape(1, column, _PITCH * u, self.cell)
        if column + self.cell <= room and len(self.model.groups) <= 12:
            return shape
        blocks = len(self.model.councils)
        width = max(30 * u * blocks + 14 * u, 80 * u)
        return _Shape(0, width, _THIN_PITCH * u, self.cell)

    def _height(self, shape: _Shape) -> float:
        """The height of the rows, or of the councils beside them where that is more."""
        rows = [self._row_height(area, shape) for area in self.model.areas]
        weights: dict[str, int] = {}
        for weight in self.model.work:
            weights[weight.source] = weights.get(weight.source, 0) + weight.count
        blocks = [
            max(high, weights.get(key, 0) * shape.unit) for key, high in self.text_heights.items()
        ]
        gaps = _COUNCIL_GAP * self.u * max(0, len(blocks) - 1)
        return max(sum(rows) + _ROW_GAP * self.u * (len(rows) - 1), sum(blocks) + gaps)

    def _row_height(self, area: Area, shape: _Shape) -> float:
        least = max(_ROW_LEAST * self.u, self._name_height(area, shape))
        if shape.columns == 0:
            return max(least, len(area.at_work) * shape.pitch + 8 * self.u)
        lines = sum(self._slice_heights(area, shape).values()) / shape.pitch
        folded = 1 if self.fold_gone and area.gone else 0
        return max(least, (math.ceil(lines - 0.01) + folded) * shape.pitch + _ROW_PAD * self.u)

    def _slice_heights(self, area: Area, shape: _Shape) -> dict[str, float]:
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

    def _lines(self, worker: Worker, shape: _Shape) -> tuple[str, ...]:
        room = shape.column - 24 * self.u
        return wrap(self.view.name(worker.group), 9 * self.u, room, self.view.measure)

    def _name_height(self, area: Area, shape: _Shape) -> float:
        lines = self._area_lines(area, shape)
        parts = 12 * self.u if area.parts else 0
        return len(lines) * 14 * self.u + parts + 5 * self.u

    def _area_lines(self, area: Area, shape: _Shape) -> tuple[str, ...]:
        room = shape.cell - _FIGURES * self.u
        return wrap(self.view.name(area.key), 11 * self.u, room, self.view.measure, bold=True)

    # --- down -----------------------------------------------------------------------------------

    def drawn(self) -> tuple[list[AnyItem], float]:
        """All items of the drawing, and where it ends."""
        rows = self._rows()
        bottom = rows[-1].rect.bottom if rows else self.top + min(self.room, 200 * self.u)
        bottom = self._left(rows, bottom)
        if self.right_side:
            bottom = self._right(rows, bottom)
        for row in rows:
            self._draw_row(row)
        self._headings(bool(rows))
        return self.items, bottom

    def _rows(self) -> list[_Row]:
        u, shape = self.u, self.shape
        heights = [self._row_height(area, shape) for area in self.model.areas]
        spare = self.room - sum(heights) - _ROW_GAP * u * (len(heights) - 1)
        goal = 60 * u
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
            row = _Row(area, self.steps[area.key], Rect(x, y, self.row_width, height))
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
                row.slices.append(_Slice(council, self._named(area, council), at, tall))
                at += tall
            rows.append(row)
            y += height + _ROW_GAP * u
        return rows

    # --- left: councils and their bands ---------------------------------------------------------

    def _left(self, rows: list[_Row], bottom: float) -> float:
        u, unit = self.u, self.shape.unit
        if not self.model.councils:
            return bottom
        weights = {(weight.source, weight.target): weight for weight in self.model.work}
        cards = [self._council_text(block) for block in self.model.councils]
        tall = {
            block.key: sum(
                weights[block.key, row.area.key].count * unit
                for row in rows
                if (block.key, row.area.key) in weights
            )
            for block in self.model.councils
        }
        heights = [
            max(high, tall[block.key])
            for (_, high), block in zip(cards, self.model.councils, strict=True)
        ]
        gap = _COUNCIL_GAP * u
        need = sum(heights) + gap * (len(heights) - 1)
        bottom = max(bottom, self.top + need)
        free = (bottom - self.top - need) / max(1, len(heights) - 1)
        tops = [
            self.top + sum(heights[:place]) + place * (gap + free) for place in range(len(heights))
        ]
        bar_x = self.frame.left + self.council
        bands: list[Wire] = []
        landing = {(piece.council, row.area.key): piece for row in rows for piece in row.slices}
        for block, (texts, _), y, height in zip(
            self.model.councils, cards, tops, heights, strict=True
        ):
            at = y
            for row in rows:
                weight = weights.get((block.key, row.area.key))
                if weight is None:
                    continue
                piece = landing[block.key, row.area.key]
                breadth = weight.count * unit
                end = piece.height if self.shape.columns else breadth
                bands.append(
                    Wire(
                        route=Band(
                            Point(bar_x + self.bar, at),
                            Point(row.rect.x, piece.top + (piece.height - end) / 2),
                            breadth,
                            end,
                        ),
                        paint=row.step.band,
                        opacity=0.85,
                        shows=(block.key, row.area.key, *weight.groups),
                        links=weight.links,
                        ends=(block.key, row.area.key),
                        derived=True,
                        name=self._weight_name(weight),
                    )
                )
                at += breadth
            box = Rect(self.frame.left, y, self.council + self.bar, height)
            name = self.view.name(block.key)
            bar = Region(
                rect=Rect(bar_x, y, self.bar, max(tall[block.key], 10 * u)),
                fill=INK if tall[block.key] else RULE_2,
            )
            self.items.append(
                Group(
                    key="",
                    shows=block.groups,
                    name=name,
                    items=(
                        Box(key=block.key, rect=box, outline="none", name=name),
                        bar,
                        *(_shifted(item, self.frame.left, y) for item in texts),
                    ),
                )
            )
        bands.sort(key=lambda wire: -wire.route.end_breadth)  # type: ignore[union-attr]  # all are bands
        self.items[:0] = bands
        self._oversight(dict(zip((b.key for b in self.model.councils), tops, strict=True)))
        return bottom

    def _weight_name(self, weight: Weight) -> str:
        return f"{self.view.name(weight.source)} – {self.view.name(weight.target)}: {weight.count}"

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
        if block.key:
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
        working = {
            worker.group
            for row in self.model.areas
            for worker in row.at_work
            if worker.council == block.key
        }
        touched = sum(
            any(worker.council == block.key for worker in row.at_work) for row in self.model.areas
        )
        gone = [group for group in block.groups if group in self.model.gone]
        here = len(block.groups) - len(gone)
        counts = [(here, view.note(wordings.GROUPS_COUNT, n=here))] if here or not gone else []
        if self.model.areas and counts:
            counts.append((touched, view.note(wordings.OF_AREAS, total=len(self.model.areas))))
        for count, text in counts:
            figure = view.words.number(count)
            face = view.face(17, bold=True)
            wide = view.measure.width(figure, face.size, True)
            items.append(Label(x=0, y=y + 15 * u, lines=(figure,), size=face.size, bold=True))
            items.append(
                Label(x=wide + 5 * u, y=y + 15 * u, lines=(text,), size=9 * u, paint=INK_2)
            )
            y += 20 * u
        if gone:
            label = paragraph(
                view.text(wordings.GONE, n=len(gone)),
                view.face(9, INK_2),
                Rect(0, y + 2 * u, room, 0),
                view.measure,
            )
            items.append(Group(items=(label,), shows=tuple(gone)))
            y += height_of(label) + 2 * u
        idle = [group for group in block.groups if group not in working and group not in gone]
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
            if weight.source == weight.target == block.key:
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

    def _oversight(self, tops: dict[str, float]) -> None:
        """Lines between councils one of which oversees the other, in the left margin."""
        place = 0
        for weight in self.model.oversight:
            if weight.source not in tops or weight.target not in tops:
                continue
            if weight.source == weight.target:
                continue
            start, end = (tops[key] + 8 * self.u for key in (weight.source, weight.target))
            x = self.frame.left - (9 + 5 * place) * self.u
            edge = self.frame.left - 2 * self.u
            self.items.append(
                Wire(
                    route=Track(
                        (
                            Point(edge, start + 4 * self.u),
                            Point(x, start + 4 * self.u),
                            Point(x, end - 2 * self.u),
                            Point(edge, end - 2 * self.u),
                        ),
                        5 * self.u,
                    ),
                    paint=INK_2,
                    weight=1.2 * self.u,
                    dash="solid" if weight.certain else "dashed",
                    end="arrow",
                    shows=(weight.source, weight.target, *weight.groups),
                    links=weight.links,
                    ends=(weight.source, weight.target),
                    derived=not weight.stated,
                )
            )
            place += 1

    # --- right: priorities and the outside ------------------------------------------------------

    def _right(self, rows: list[_Row], bottom: float) -> float:
        u, model = self.u, self.model
        x = self.frame.right - self.cards
        at_row = {row.area.key: row.rect.centre.y for row in rows}
        priorities = self._ordered_priorities()
        tied, loose = self._ordered_outside(at_row)
        cards = [self._priority_card(card) for card in priorities]
        ports = self._port_heights()
        tall = [
            max(high, ports.get(card.key, 0))
            for (_, high), card in zip(cards, priorities, strict=True)
        ]
        outs = [self._outside_card(body) for body in tied]
        if sum(tall) + sum(high for _, high in outs) + 11 * u * len(loose) + 90 * u > (
            bottom - self.top
        ):
            outs = [self._outside_card(body, inline=True) for body in tied]
        outs_tall = [
            max(high, ports.get(body.key, 0)) for (_, high), body in zip(outs, tied, strict=True)
        ]
        rest, rest_tall = self._loose_lines(loose)
        heading = 20 * u
        gap, small = 8 * u, 4 * u
        upper = sum(tall) + gap * max(0, len(tall) - 1)
        if not priorities:
            upper = 16 * u
        lower = sum(outs_tall) + small * max(0, len(outs) - 1)
        lower += (small if outs and loose else 0) + rest_tall
        lower += heading + gap if model.outside or model.other else 0
        free = max(0.0, bottom - self.top - upper - lower)
        bottom = max(bottom, self.top + upper + lower)
        end_upper = self.top + upper + (free * (0.75 if priorities else 0.0))
        if not (model.outside or model.other):
            end_upper = bottom
        places: dict[str, Rect] = {}
        wishes = [self._wanted(card.key, at_row, self.top) for card in priorities]
        for card, (texts, _), y, height in zip(
            priorities,
            cards,
            spread(wishes, tall, self.top, end_upper, gap),
            tall,
            strict=True,
        ):
            rect = Rect(x, y, self.cards, height)
            places[card.key] = rect
            self._draw_priority(card, rect, texts)
        if not priorities:
            self.items.append(
                paragraph(
                    self.view.text(wordings.NO_PRIORITIES),
                    self.view.face(9, INK_2),
                    Rect(x, self.top, self.cards, 0),
                    self.view.measure,
                )
            )
        start = end_upper + gap
        if model.outside or model.other:
            heading_text = wordings.OUTSIDE if model.outside else wordings.OTHER
            self.items.append(self._heading(self.view.text(heading_text), x, start + 11 * u))
            start += heading
        rest_top = bottom - rest_tall
        end_lower = rest_top - (small if loose else 0)
        wishes = [self._wanted(body.key, at_row, end_lower) for body in tied]
        for body, (texts, _), y, height in zip(
            tied, outs, spread(wishes, outs_tall, start, end_lower, small), outs_tall, strict=True
        ):
            rect = Rect(x, y, self.cards, height)
            places[body.key] = rect
            self._draw_outside(body, rect, texts)
        rest_top = (
            min(rest_top, max((places[b.key].bottom for b in tied), default=start) + small)
            if loose
            else rest_top
        )
        self.items += [_shifted(item, x, rest_top) for item in rest]
        self._draw_right_wires(rows, priorities, tied, places, bottom)
        return bottom + (_AROUND * u if self._around() else 0)

    def _ordered_priorities(self) -> list[Priority]:
        """The priorities in an order with few crossings, weighed by breadth."""
        edges = [
            (weight.source, weight.target)
            for weight in self.model.reach
            for _ in range(max(1, weight.count))
        ]
        areas = [[area.key] for area in self.model.areas]
        _, (order,) = untangled(areas, [[card.key for card in self.model.priorities]], edges)
        by_key = {card.key: card for card in self.model.priorities}
        return [by_key[key] for key in order]

    def _ordered_outside(self, at_row: dict[str, float]) -> tuple[list[Outside], list[Outside]]:
        """Outside bodies with ties, those tied to areas first; and those without."""
        places: dict[str, list[float]] = {}
        joined = set()
        for weight in self.model.ties:
            joined.add(weight.target)
            if weight.source in at_row:
                places.setdefault(weight.target, []).append(at_row[weight.source])
        by_key = {body.key: body for body in self.model.outside}
        order = by_barycentre(list(by_key), places)
        tied = [by_key[key] for key in order if key in joined or by_key[key].oversight]
        return tied, [by_key[key] for key in by_key if by_key[key] not in tied]

    def _wanted(self, key: str, at_row: dict[str, float], default: float) -> float:
        places = [
            (weight.count, at_row[weight.source])
            for weight in (*self.model.reach, *self.model.ties)
            if weight.target == key and weight.source in at_row
        ]
        total = sum(count for count, _ in places)
        return sum(count * y for count, y in places) / total if total else default

    def _port_heights(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for weight in self.model.reach:
            found[weight.target] = found.get(weight.target, 0) + self._reach_breadth(weight)
        for weight in self.model.ties:
            found[weight.target] = found.get(weight.target, 0) + _TIE * self.u
        return found

    def _reach_breadth(self, weight: Weight) -> float:
        firm = len(weight.groups) - len(weight.possible)
        lines = (1 if weight.stated else 0) + (1 if weight.possible else 0)
        return (firm + lines) * _REACH * self.u

    def _priority_card(self, card: Priority) -> tuple[list[AnyItem], float]:
        view, u = self.view, self.u
        room = self.cards - 14 * u
        element = view.framework[card.key]
        label = paragraph(
            view.name(card.key),
            view.face(12, bold=True),
            Rect(14 * u, 0, room, 0),
            view.measure,
            language=foreign(element.short_name, view.words),
        )
        items: list[AnyItem] = [label]
        y = height_of(label) + 1 * u
        lines = [
            view.text(wordings.LED_BY, names=view.names(card.leads))
            if card.leads
            else view.text(wordings.NO_LEAD),
            self.view.support(card),
        ]
        if card.parts:
            lines.append(view.text(wordings.PARTS, n=len(card.parts)))
        for text in lines:
            label = paragraph(text, view.face(9, INK_2), Rect(14 * u, y, room, 0), view.measure)
            items.append(label)
            y += height_of(label)
        return items, y + 2 * u

    def _draw_priority(self, card: Priority, rect: Rect, texts: list[AnyItem]) -> None:
        name = self.view.name(card.key)
        self.items.append(
            Group(
                name=name,
                shows=(*card.parts, *card.leads, *card.groups, *card.possible),
                links=card.links,
                items=(
                    Box(key=card.key, rect=rect, outline="none", name=name),
                    Region(rect=Rect(rect.x, rect.y, 5 * self.u, rect.height), fill=INK),
                    *(_shifted(item, rect.x, rect.y) for item in texts),
                ),
            )
        )

    def _outside_card(self, body: Outside, *, inline: bool = False) -> tuple[list[AnyItem], float]:
        """What is written of an outside body; `inline` puts a short tie beside its name."""
        view, u = self.view, self.u
        room = self.cards - 18 * u
        element = view.framework[body.key]
        label = paragraph(
            view.name(body.key),
            view.face(10, bold=True),
            Rect(18 * u, 0, room, 0),
            view.measure,
            language=foreign(element.short_name, view.words),
        )
        items: list[AnyItem] = [
            Glyph(x=3 * u, y=1 * u, size=11 * u, glyph="house", paint=INK_2),
            label,
        ]
        y = height_of(label)
        names = [
            view.coded(key, self.steps) for key in dict.fromkeys(link.source for link in body.ties)
        ]
        lines = [", ".join(names)] if names else []
        if body.parts:
            lines.append(view.text(wordings.PARTS, n=len(body.parts)))
        members = {body.key, *body.parts}
        over = [link for link in body.oversight if link.source in members]
        under = [link for link in body.oversight if link.target in members]
        if over:
            lines.append(
                view.text(
                    wordings.OVERSEES_SHORT,
                    targets=view.names(dict.fromkeys(link.target for link in over)),
                )
            )
        if under:
            sources = view.names(dict.fromkeys(link.source for link in under))
            lines.append(view.text(wordings.OVERSEEN_BY, names=sources))
        for text in lines:
            aside = view.measure.width(view.name(body.key), 10 * u, True) + 6 * u
            fits = aside + view.measure.width(text, 9 * u) <= room and len(label.lines) == 1
            if inline and fits and len(items) == 2:
                spot = Rect(18 * u + aside, 0.8 * u, room - aside, 0)
                items.append(paragraph(text, view.face(9, INK_2), spot, view.measure))
                continue
            label = paragraph(text, view.face(9, INK_2), Rect(18 * u, y, room, 0), view.measure)
            items.append(label)
            y += height_of(label)
        return items, y + 1 * u

    def _draw_outside(self, body: Outside, rect: Rect, texts: list[AnyItem]) -> None:
        proposed = self.view.framework[body.key].lifecycle == "proposed"
        name = self.view.name(body.key)
        self.items.append(
            Group(
                name=name,
                shows=(*body.parts, *(link.source for link in body.ties)),
                links=tuple(link.id for link in (*body.ties, *body.oversight)),
                items=(
                    Box(key=body.key, rect=rect, outline="none", name=name),
                    Region(
                        rect=Rect(rect.x, rect.y, 1.2 * self.u, rect.height),
                        fill=RULE_2 if proposed else INK_2,
                    ),
                    *(_shifted(item, rect.x, rect.y) for item in texts),
                ),
            )
        )

    def _loose_lines(self, loose: list[Outside]) -> tuple[list[AnyItem], float]:
        """Outside bodies without a tie, and bodies that fit nowhere, a line each."""
        view, u = self.view, self.u
        items: list[AnyItem] = []
        y = 0.0
        sections: list[tuple[Text, list[str]]] = [
            (wordings.NO_TIE, [body.key for body in loose]),
            (wordings.OTHER, list(self.model.other)),
        ]
        for heading, keys in sections:
            if not keys:
                continue
            if heading is wordings.NO_TIE or self.model.outside:
                label = paragraph(
                    view.text(heading),
                    view.face(9, INK_3, bold=True),
                    Rect(0, y, self.cards, 0),
                    view.measure,
                )
                items.append(label)
                y += height_of(label) + 1 * u
            for key in keys:
                label = paragraph(
                    view.name(key),
                    view.face(9, INK_2),
                    Rect(18 * u, y, self.cards - 18 * u, 0),
                    view.measure,
                    language=foreign(view.framework[key].short_name, view.words),
                )
                ring = Glyph(x=4 * u, y=y + 2 * u, size=8 * u, glyph="ring", paint=INK_3)
                items.append(Group(key=key, name=view.name(key), items=(ring, label)))
                y += height_of(label)
        return items, y

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

    def _draw_right_wires(
        self,
        rows: list[_Row],
        priorities: list[Priority],
        tied: list[Outside],
        places: dict[str, Rect],
        bottom: float,
    ) -> None:
        u = self.u
        order = [card.key for card in priorities] + [body.key for body in tied]
        rank = {key: place for place, key in enumerate(order)}
        row_rank = {row.area.key: place for place, row in enumerate(rows)}
        weights = [
            (weight, breadth)
            for weight, breadth in (
                *((it, self._reach_breadth(it)) for it in self.model.reach),
                *((it, _TIE * u) for it in self.model.ties),
            )
            if weight.source in row_rank and weight.target in rank
        ]
        outgoing: dict[tuple[str, str], tuple[float, float]] = {}
        for row in rows:
            mine = sorted(
                (it for it in weights if it[0].source == row.area.key),
                key=lambda it: rank[it[0].target],
            )
            total = sum(breadth for _, breadth in mine)
            shrink = min(1.0, (row.rect.height - 4 * u) / total) if total else 1.0
            at = row.rect.centre.y - total * shrink / 2
            for weight, breadth in mine:
                outgoing[weight.source, weight.target] = (at, shrink)
                at += breadth * shrink
        wires: list[Wire] = []
        around = self._around()
        for key in order:
            mine = sorted(
                (it for it in weights if it[0].target == key),
                key=lambda it: row_rank[it[0].source],
            )
            extra = sum(_TIE * u for weight in around if key in (weight.source, weight.target))
            total = sum(breadth for _, breadth in mine) + extra
            at = places[key].centre.y - total / 2
            for weight, breadth in mine:
                start, shrink = outgoing[weight.source, weight.target]
                step = self.steps[weight.source]
                x0 = rows[0].rect.right
                wires += self._joined(weight, step, (x0, start, shrink), (places[key].x, at))
                at += breadth
        wires.sort(key=lambda wire: -wire.weight)
        self.items[:0] = wires
        self._draw_around(around, places, bottom)
        reached = {weight.source for weight, _ in weights if weight in self.model.reach}
        if self.model.priorities:
            for row in rows:
                if row.area.key not in reached and not any(
                    weight.source == row.area.key for weight, _ in weights
                ):
                    self.items.append(self._stub(row))

    def _joined(
        self,
        weight: Weight,
        step: Step,
        start: tuple[float, float, float],
        end: tuple[float, float],
    ) -> list[Wire]:
        """The wires of one weight: a line where stated, a band for groups, dots for maybes."""
        u = self.u
        (x0, y0, shrink), (x1, y1) = start, end
        shows = (weight.source, weight.target, *weight.groups)
        ends = (weight.source, weight.target)
        name = self._weight_name(weight)
        found: list[Wire] = []
        if weight not in self.model.reach:
            half = _TIE * u / 2
            solid = weight.stated and weight.certain
            return [
                Wire(
                    route=Curve(Point(x0, y0 + half * shrink), Point(x1, y1 + half)),
                    paint=step.ink,
                    weight=1.5 * u if solid else 1.2 * u,
                    dash="solid" if solid else "dashed",
                    shows=shows,
                    links=weight.links,
                    ends=ends,
                    derived=not weight.stated,
                    name=name,
                )
            ]
        unit = _REACH * u
        if weight.stated:
            found.append(
                Wire(
                    route=Curve(Point(x0, y0 + unit * shrink / 2), Point(x1, y1 + unit / 2)),
                    paint=step.ink,
                    weight=2.0 * u,
                    dash="solid" if weight.certain else "dashed",
                    shows=shows,
                    links=weight.links,
                    ends=ends,
                    name=name,
                )
            )
            y0, y1 = y0 + unit * shrink, y1 + unit
        firm = len(weight.groups) - len(weight.possible)
        if firm:
            breadth = firm * unit
            found.append(
                Wire(
                    route=Band(Point(x0, y0), Point(x1, y1), breadth * shrink - u, breadth - u),
                    paint=step.band,
                    weight=breadth,
                    opacity=0.9,
                    shows=shows,
                    links=weight.links,
                    ends=ends,
                    derived=True,
                    name=name,
                )
            )
            y0, y1 = y0 + breadth * shrink, y1 + breadth
        if weight.possible:
            found.append(
                Wire(
                    route=Curve(Point(x0, y0 + unit * shrink / 2), Point(x1, y1 + unit / 2)),
                    paint=step.ink,
                    weight=(0.8 + 0.6 * min(4, len(weight.possible))) * u,
                    dash="dotted",
                    shows=shows,
                    links=weight.links,
                    ends=ends,
                    derived=True,
                    name=name,
                )
            )
        return found

    def _draw_around(self, around: list[Weight], places: dict[str, Rect], bottom: float) -> None:
        """Ties of councils: out on the left, under the rows, and up to the outside body."""
        u = self.u
        tops = {
            item.key: item.rect
            for group in self.items
            if isinstance(group, Group)
            for item in group.items
            if isinstance(item, Box)
        }
        buses = list(dict.fromkeys(self._ends_around(weight, places)[0] for weight in around))
        for weight in around:
            council, body = self._ends_around(weight, places)
            if council not in tops or body not in places:
                continue
            shift = buses.index(council) * 5 * u
            start = Point(self.frame.left - 3 * u, tops[council].y + 8 * u)
            goal = Point(places[body].x - u, places[body].centre.y)
            left, under = start.x - 9 * u - shift, bottom + 6 * u + shift
            up = goal.x - 12 * u - shift
            points = (
                start,
                Point(left, start.y),
                Point(left, under),
                Point(up, under),
                Point(up, goal.y),
                goal,
            )
            self.items.append(
                Wire(
                    route=Track(
                        points if weight.target == body else tuple(reversed(points)), 8 * u
                    ),
                    paint=INK_3,
                    weight=1.1 * u,
                    dash="solid" if weight.stated and weight.certain else "dashed",
                    end="none" if weight in self.model.ties else "arrow",
                    shows=(weight.source, weight.target, *weight.groups),
                    links=weight.links,
                    ends=(council, body),
                    derived=not weight.stated,
                    name=self._weight_name(weight),
                )
            )

    @staticmethod
    def _ends_around(weight: Weight, places: dict[str, Rect]) -> tuple[str, str]:
        """The council and the outside body that a way round joins."""
        forth = weight.target in places
        return (weight.source, weight.target) if forth else (weight.target, weight.source)

    def _stub(self, row: _Row) -> Wire:
        y = row.rect.centre.y
        return Wire(
            route=Track((Point(row.rect.right, y), Point(row.rect.right + 12 * self.u, y))),
            paint=INK_3,
            weight=1.0 * self.u,
            end="open",
            shows=(row.area.key,),
            ends=(row.area.key,),
        )

    # --- the middle: rows -----------------------------------------------------------------------

    def _draw_row(self, row: _Row) -> None:
        u, view = self.u, self.view
        rect, step, area = row.rect, row.step, row.area
        names = Rect(rect.x, rect.y, self.shape.width, rect.height)
        code = Rect(names.right, rect.y, self.code, rect.height)
        cell = Rect(code.right, rect.y, self.shape.cell, rect.height)
        items: list[AnyItem] = [
            Box(
                key=area.key,
                rect=rect,
                outline="none",
                name=view.name(area.key),
            ),
            Region(rect=rect, fill=GROUND, stroke=RULE_2, weight=0.75 * u),
        ]
        if area.workers:
            items.append(Region(rect=names, fill=step.tint))
        else:
            items += self._nobody(names)
        items += self._code_block(step, code)
        items += self._counts(row, names) if self.shape.columns == 0 else self._names(row, names)
        items += self._cell(area, cell)
        self.items.append(
            Group(
                name=view.name(area.key),
                shows=(*area.parts, *(worker.group for worker in area.workers)),
                items=tuple(items),
            )
        )

    def _nobody(self, names: Rect) -> list[AnyItem]:
        view, u = self.view, self.u
        text = view.note(wordings.NO_GROUP)
        wide = view.measure.width(text, 9 * u, True)
        plate = Rect(names.x + 10 * u, names.centre.y - 7.5 * u, wide + 12 * u, 15 * u)
        return [
            nothing(names, dashed=True),
            Region(rect=plate, fill=GROUND),
            centred(
                text,
                view.face(9, ACCENT, bold=True),
                plate._replace(x=plate.x + 6 * u, width=wide + 1),
                view.measure,
            ),
        ]

    def _code_block(self, step: Step, code: Rect) -> list[AnyItem]:
        u, middle = self.u, code.centre
        size = 13 * u
        tall = code.height > 52 * u
        glyph_size = 18 * u if tall else 13 * u
        items: list[AnyItem] = [Region(rect=code, fill=step.fill)]
        if tall:
            glyph = Point(middle.x - glyph_size / 2, middle.y - glyph_size - 2 * u)
            text = Rect(code.x, middle.y + 1 * u, code.width, 18 * u)
        else:
            glyph = Point(code.x + 3.5 * u, middle.y - glyph_size / 2)
            text = Rect(code.x + 17 * u, code.y, code.width - 18 * u, code.height)
            size = 12 * u if len(step.code) == 1 else 9 * u
        items.append(
            Glyph(
                x=glyph.x,
                y=glyph.y,
                size=glyph_size,
                glyph=step.glyph,
                paint=step.on,
                on=step.fill,
            )
        )
        face = Face(size, True, step.on, step.fill)
        items.append(centred(step.code, face, text, self.view.measure, anchor="middle"))
        return items

    def _names(self, row: _Row, names: Rect) -> list[AnyItem]:
        """One line a group by council, filled line by line where there are two columns."""
        shape = self.shape
        items: list[AnyItem] = []
        top = row.slices[0].top if row.slices else names.y
        used = 0
        for piece in row.slices:
            for worker in piece.workers:
                text = self._lines(worker, shape)
                line, column = divmod(used, shape.columns)
                at = Point(names.x + column * shape.column, top + line * shape.pitch)
                items.append(self._name(worker, text, at, row.step))
                used += len(text)
        gone = row.area.gone
        if self.fold_gone and gone:
            top = top if row.slices else names.centre.y - shape.pitch / 2
            y = top + math.ceil(used / shape.columns) * shape.pitch
            face = Face(9 * self.u, False, INK_2, row.step.tint)
            room = Rect(names.x + 19 * self.u, y, names.width - 20 * self.u, shape.pitch)
            label = centred(
                self.view.text(wordings.GONE, n=len(gone)), face, room, self.view.measure
            )
            items.append(
                Group(
                    items=(label,),
                    shows=tuple(worker.group for worker in gone),
                    links=tuple(link for worker in gone for link in worker.links),
                )
            )
        return items

    def _name(self, worker: Worker, text: tuple[str, ...], at: Point, step: Step) -> Group:
        u, shape, view = self.u, self.shape, self.view
        middle = at.y + shape.pitch / 2
        size = 6 * u
        paint = INK_2 if worker.gone else INK
        sign = view.mark(worker.council)
        if worker.proposed and sign != NO_COUNCIL_MARK:
            sign = f"{sign}-open"
        items: list[AnyItem] = [mark(sign, at.x + 8 * u, middle, size, paint)]
        x = at.x + 19 * u
        element = view.framework[worker.group]
        items.append(
            Label(
                x=x,
                y=middle + 9 * u * 0.357,
                lines=text,
                size=9 * u,
                paint=paint,
                on=step.tint,
                leading=shape.pitch,
                language=foreign(element.short_name, view.words),
                within=Rect(x, at.y, shape.column - 20 * u, shape.pitch * len(text)),
            )
        )
        for place, line in enumerate(text):
            wide = view.measure.width(line, 9 * u)
            y = middle + place * shape.pitch
            if worker.gone:
                items.append(Region(rect=Rect(x, y, wide, 0.7 * u), fill=INK_2))
            elif not worker.certain:
                items.append(
                    Wire(
                        route=Track((Point(x, y + 5.1 * u), Point(x + wide, y + 5.1 * u))),
                        paint=INK_3,
                        weight=0.7 * u,
                        dash="dashed",
                        ends=(step.key,),
                    )
                )
        return Group(
            name=view.name(worker.group),
            shows=(worker.group,),
            links=worker.links,
            items=tuple(items),
        )

    def _counts(self, row: _Row, names: Rect) -> list[AnyItem]:
        """A mark and a number per council, where names find no room."""
        u, view = self.u, self.view
        blocks = self.model.councils
        step = names.width / max(1, len(blocks))
        items: list[AnyItem] = []
        for place, block in enumerate(blocks):
            workers = [it for it in row.area.at_work if it.council == block.key]
            if not workers:
                continue
            x = names.x + place * step + 6 * u
            figure = view.words.number(len(workers))
            face = Face(9 * u, True, INK, row.step.tint)
            room = Rect(x + 10 * u, names.y, step - 16 * u, names.height)
            items.append(
                Group(
                    name=f"{view.name(block.key)}: {figure}",
                    shows=(block.key, *(worker.group for worker in workers)),
                    links=tuple(link for worker in workers for link in worker.links),
                    items=(
                        mark(view.mark(block.key), x, names.centre.y, 7 * u),
                        centred(figure, face, room, view.measure),
                    ),
                )
            )
        return items

    def _cell(self, area: Area, cell: Rect) -> list[AnyItem]:
        """The area's name, how many groups, and the verdict."""
        u, view, judged = self.u, self.view, self.judged
        count = len(area.at_work)
        element = view.framework[area.key]
        lines = self._area_lines(area, self.shape)
        name_room = Rect(cell.x + 10 * u, cell.y, cell.width - (_FIGURES - 2) * u, cell.height)
        if area.parts:
            name_room = name_room._replace(height=cell.height - 11 * u)
        face = view.face(11, bold=True)
        items: list[AnyItem] = [
            centred(
                "\n".join(lines),
                face,
                name_room,
                view.measure,
                language=foreign(element.short_name, view.words),
            )
        ]
        if area.parts:
            y = name_room.centre.y + len(lines) * face.step / 2
            text = view.text(wordings.PARTS, n=len(area.parts))
            room = Rect(name_room.x, y, name_room.width, 12 * u)
            items.append(centred(text, view.face(9, INK_2), room, view.measure))
        big = 28 if area.key in judged.doubles else 17
        edge = cell.right - 84 * u
        paint = ACCENT if count == 0 else INK
        items.append(
            Label(
                x=edge,
                y=cell.centre.y + big * u * 0.36,
                lines=(view.words.number(count),),
                size=big * u,
                bold=True,
                paint=paint,
                anchor="end",
            )
        )
        notes: list[tuple[str, Face]] = []
        if area.key in judged.doubles:
            notes.append((view.note(wordings.DOUBLES), view.face(9, ACCENT, bold=True)))
        elif area.key in judged.thin:
            notes.append((view.note(wordings.THIN), view.face(9, INK_2, bold=True)))
        if not count and area.workers:
            notes.append((view.note(wordings.NO_GROUP), view.face(9, ACCENT, bold=True)))
        if self.model.priorities and area.key in judged.unreached:
            notes.append((view.note(wordings.NO_PRIORITY), view.face(9, INK_3)))
        for place, (text, note) in enumerate(notes):
            y = cell.centre.y + (place - (len(notes) - 1) / 2) * 11.6 * u
            room = Rect(edge + 7 * u, y - 6 * u, 76 * u, 12 * u)
            items.append(centred(text, note, room, view.measure))
        return items

    # --- above ----------------------------------------------------------------------------------

    def _heading(self, text: str, x: float, y: float) -> Label:
        return Label(x=x, y=y, lines=(text,), size=10 * self.u, bold=True, paint=INK_2)

    def _headings(self, rows: bool) -> None:
        u, view = self.u, self.view
        y = self.top - 9 * u
        if self.model.councils:
            self.items.append(self._heading(view.text(wordings.COUNCILS), self.frame.left, y))
        if rows:
            x = self.frame.left + self.council + self.bar + self.gap_left
            self.items.append(self._heading(view.text(wordings.AREAS), x, y))
        if self.right_side:
            x = self.frame.right - self.cards
            self.items.append(self._heading(view.text(wordings.PRIORITIES), x, y))


def _shifted(item: AnyItem, x: float, y: float) -> AnyItem:
    return moved(item, Point(x, y))
