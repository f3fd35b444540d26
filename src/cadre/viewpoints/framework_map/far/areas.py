"""The middle of the far view: a row for each focus area, with the groups at work in it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from cadre.viewpoints.axis import Step
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.far.plan import (
    FIGURES,
    PlacedRow,
    Plan,
)
from cadre.viewpoints.framework_map.model import (
    Area,
    Worker,
)
from cadre.viewpoints.framework_map.view import NO_COUNCIL_MARK
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK,
    INK_2,
    INK_3,
    RULE_2,
    AnyItem,
    Box,
    Glyph,
    Group,
    Label,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)
from cadre.viewpoints.signs import mark, nothing
from cadre.viewpoints.texts import Face, centred, foreign

NOTE: Final = 76.0
"""The width for what is noted beside the number of an area's groups."""


class Areas(Plan):
    """Draws the rows of the areas."""

    def _draw_row(self, row: PlacedRow) -> None:
        u, view = self.u, self.view
        rect, step, area = row.rect, row.step, row.area
        names = Rect(rect.x, rect.y, self.shape.width, rect.height)
        code = Rect(names.right, rect.y, self.code, rect.height)
        cell = Rect(code.right, rect.y, self.shape.cell, rect.height)
        items: list[AnyItem] = [
            Box(
                key="" if area.others else area.key,
                rect=rect,
                outline="none",
                name=view.area_name(area),
            ),
            Region(rect=rect, fill=GROUND, stroke=RULE_2, weight=0.75 * u),
        ]
        left_out = self.model.left_out(area.key)
        if area.workers or left_out:
            items.append(Region(rect=names, fill=step.tint))
        else:
            items += self._nobody(names)
        if left_out and not area.workers:
            items += self._left_out(left_out, step, names)
        items += self._code_block(step, code)
        items += self._counts(row, names) if self.shape.columns == 0 else self._names(row, names)
        items += self._cell(area, cell)
        self.items.append(
            Group(
                name=view.area_name(area),
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

    def _left_out(self, count: int, step: Step, names: Rect) -> list[AnyItem]:
        """That others are at work where none of those shown is, if there is room for it."""
        view, u = self.view, self.u
        text = view.text(wordings.OTHER_GROUPS, n=count)
        room = Rect(names.x + 10 * u, names.y, names.width - 12 * u, names.height)
        if view.measure.width(text, 9 * u) > room.width:
            return []
        return [centred(text, Face(9 * u, False, INK_2, step.tint), room, view.measure)]

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
            size = self._code_size(step.code)
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

    def _names(self, row: PlacedRow, names: Rect) -> list[AnyItem]:
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

    def _counts(self, row: PlacedRow, names: Rect) -> list[AnyItem]:
        """A mark and a number per council, where names find no room."""
        u, view = self.u, self.view
        blocks = self.model.councils
        step = self.counts
        items: list[AnyItem] = []
        for place, block in enumerate(blocks):
            workers = [it for it in row.area.at_work if it.council == block.key]
            if not workers:
                continue
            x = names.x + place * step + 10 * u
            figure = view.words.number(len(workers))
            size = (9 + 3 * min(1.0, (step / u - 24) / 16)) * u
            face = Face(max(9 * u, size), True, INK, row.step.tint)
            wide = view.measure.width(figure, face.size, True) + 1
            room = Rect(x + 10.5 * u, names.y, max(wide, step - 24 * u), names.height)
            items.append(
                Group(
                    name=f"{view.name(block.key)}: {figure}",
                    shows=(block.key, *(worker.group for worker in workers)),
                    links=tuple(link for worker in workers for link in worker.links),
                    items=(
                        mark(view.mark(block.key), x, names.centre.y, 7 * u),
                        centred(figure, face, room, view.measure, anchor="end"),
                    ),
                )
            )
        return items

    def _cell(self, area: Area, cell: Rect) -> list[AnyItem]:
        """The area's name, how many groups, and the verdict."""
        u, view, judged = self.u, self.view, self.judged
        count = len(area.at_work)
        lines = self._area_lines(area, self.shape)
        name_room = Rect(cell.x + 10 * u, cell.y, cell.width - (FIGURES - 2) * u, cell.height)
        if area.parts:
            name_room = name_room._replace(height=cell.height - 11 * u)
        face = view.face(11, bold=True)
        items: list[AnyItem] = [
            centred(
                "\n".join(lines),
                face,
                name_room,
                view.measure,
                language=view.foreign(area.key),
            )
        ]
        if area.parts:
            y = name_room.centre.y + len(lines) * face.step / 2
            text = view.text(wordings.PARTS, n=len(area.parts))
            room = Rect(name_room.x, y, name_room.width, 12 * u)
            items.append(centred(text, view.face(9, INK_2), room, view.measure))
        big = 28 if area.key in judged.doubles else 17
        edge = cell.right - 84 * u
        paint = ACCENT if not self.model.at_work(area.key) else INK
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
        total = self.model.at_work(area.key)
        verdict = ""
        if area.key in judged.doubles:
            verdict, face = view.note(wordings.DOUBLES), view.face(9, ACCENT, bold=True)
        elif area.key in judged.thin:
            verdict, face = view.note(wordings.THIN), view.face(9, INK_2, bold=True)
        if count < total and verdict:
            text = f"{view.note(wordings.OF, total=total)} · {verdict}"
            bold = view.measure.width(text, face.size, True) <= NOTE * u
            if view.measure.width(text, face.size) <= NOTE * u:
                notes.append((text, face if bold else replace(face, bold=False)))
            else:
                notes += [
                    (view.note(wordings.OF, total=total), view.face(9, INK_2)),
                    (verdict, face),
                ]
        elif count < total:
            notes.append((view.note(wordings.OF_GROUPS, total=total), view.face(9, INK_2)))
        elif verdict:
            notes.append((verdict, face))
        if not total and area.workers:
            notes.append((view.note(wordings.NO_GROUP), view.face(9, ACCENT, bold=True)))
        if self.model.priorities and area.key in judged.unreached:
            notes.append((view.note(wordings.NO_PRIORITY), view.face(9, INK_3)))
        for place, (text, note) in enumerate(notes):
            y = cell.centre.y + (place - (len(notes) - 1) / 2) * 11.6 * u
            room = Rect(edge + 7 * u, y - 6 * u, NOTE * u, 12 * u)
            items.append(centred(text, note, room, view.measure))
        return items
