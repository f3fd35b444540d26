"""The top of the logic model: what it is all for, principles and layers."""

from __future__ import annotations

from collections.abc import Sequence

from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.viewpoints.logic_model import texts
from cadre.viewpoints.logic_model.page import LEADING, Page
from cadre.viewpoints.logic_model.signs import unsure
from cadre.viewpoints.measure import longest_word
from cadre.viewpoints.scene import (
    GROUND,
    INK,
    INK_2,
    INK_3,
    PALE,
    Box,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)
from cadre.viewpoints.signs import nothing
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph


class Roof(Page):
    """Draws the aims, and what runs over all columns."""

    def _roof(self) -> None:
        """Vision, call to action and objective side by side, each leading to the one before."""
        model, u = self._model, self._u
        cells: list[tuple[Text, tuple[str, ...], float, Text]] = [
            (texts.VISION, model.visions, 0.30, texts.NO_VISION),
            (texts.CALL, model.calls, 0.39, texts.NO_CALL),
        ]
        if model.objectives:
            cells.append((texts.OBJECTIVE, model.objectives, 0.31, Text()))
        shares = sum(cell[2] for cell in cells)
        gap = 26 * u
        room = self._right - self._x - gap * (len(cells) - 1)
        faces = [
            Face(self._sheet.name * (1.3 if place == 0 else 1.12), True, leading=1.2)
            for place in range(len(cells))
        ]
        wides = [room * cell[2] / shares for cell in cells]
        high = 0.0
        for (_, keys, _, none), wide, face in zip(cells, wides, faces, strict=True):
            names = [self._of(self._element(key).name) for key in keys] or [self._of(none)]
            heights = [height_for(name, face, wide - 24 * u, self._measure) for name in names]
            head = self._sheet.small * 1.3 + 20 * u
            high = max(high, sum(heights) + head * len(names) + 6 * u * (len(names) - 1))
        high += self._extra / 3
        self._label(self._of(texts.PURPOSE), "", self._y, high)
        x = self._x
        before: tuple[str, ...] = ()
        for (kind, keys, _, none), wide, face in zip(cells, wides, faces, strict=True):
            rect = Rect(x, self._y, wide, high)
            if keys:
                self._aims(kind, keys, rect, face)
                self._serves(keys, before, rect, gap)
            else:
                self._add(nothing(rect, dashed=True), *self._said(self._of(none), rect))
            before = keys
            x += wide + gap
        self._y += high + 12 * u

    def _aims(self, kind: Text, keys: tuple[str, ...], rect: Rect, face: Face) -> None:
        u = self._u
        each = (rect.height - 6 * u * (len(keys) - 1)) / len(keys)
        for place, key in enumerate(keys):
            element = self._element(key)
            doubtful = unsure(element.certainty)
            spot = Rect(rect.x, rect.y + place * (each + 6 * u), rect.width, each)
            fill, on = (GROUND, INK) if doubtful else (INK, GROUND)
            small = Face(self._sheet.small, False, INK_2 if doubtful else GROUND, fill)
            inner = spot.inset(12 * u)
            head = paragraph(
                self._of(kind),
                small,
                Rect(inner.x, spot.y + 7 * u, inner.width, 0),
                self._measure,
            )
            top = spot.y + 7 * u + height_of(head)
            name = centred(
                self._of(element.name),
                Face(face.size, face.bold, on, fill, face.leading),
                Rect(inner.x, top, inner.width, spot.bottom - 6 * u - top),
                self._measure,
                language=foreign(element.name, self._words),
            )
            box = Box(
                rect=spot,
                shape="plain",
                fill=fill,
                stroke=INK,
                weight=1.2 * u,
                dashed=doubtful,
            )
            self._own_item(key, box, head, name)

    def _serves(
        self, keys: tuple[str, ...], before: tuple[str, ...], rect: Rect, gap: float
    ) -> None:
        links = [
            link
            for key in keys
            for link in self._model.framework.links_out(key, LinkRole.SERVES)
            if link.target in before
        ]
        y = rect.centre.y
        if links:
            dashed = all(unsure(link.certainty) for link in links)
            self._add(
                Wire(
                    route=Track((Point(rect.x - 3, y), Point(rect.x - gap + 2, y)), 0),
                    paint=INK,
                    weight=1.6 * self._u,
                    dash="dashed" if dashed else "solid",
                    end="arrow",
                    ends=(*keys, *before),
                    links=tuple(link.id for link in links),
                )
            )

    def _strip(
        self, title: Text, keys: Sequence[str], *, outlined: bool = False, gap: float = 0
    ) -> None:
        """A row of cells: principles, layers of the programme, other aims."""
        if not keys:
            return
        u = self._u
        self._y += gap * u
        wide = self._right - self._x
        face = Face(self._sheet.body, False, INK, PALE, LEADING)
        names = [self._of(self._element(key).name) + self._served_by(key) for key in keys]
        least = longest_word(names, face.size, self._measure, bold=outlined) + 20 * u
        most = min(len(keys), 8, max(1, int((wide + 6 * u) // (max(least, 120 * u) + 6 * u))))
        rows = -(-len(keys) // most)
        each = -(-len(keys) // rows)
        wholes = {
            target
            for key in keys
            for target in self._model.framework.targets(key, LinkRole.PART_OF)
        }
        top = self._y
        for start in range(0, len(keys), each):
            row = list(zip(keys[start : start + each], names[start : start + each], strict=True))
            faces = [Face(face.size, outlined and key in wholes) for key, _ in row]
            wants = [
                self._measure.width(name, own.size, own.bold) + 20 * u
                for (_, name), own in zip(row, faces, strict=True)
            ]
            cells = _by_need(wants, wide - (len(row) - 1) * 6 * u)
            high = 11 * u + max(
                height_for(name, own, cell - 16 * u, self._measure)
                for (_, name), own, cell in zip(row, faces, cells, strict=True)
            )
            x = self._x
            for (key, name), own, cell in zip(row, faces, cells, strict=True):
                self._strip_cell(key, name, own, Rect(x, self._y, cell, high))
                x += cell + 6 * u
            self._y += high + 4 * u
        self._label(self._of(title), str(len(keys)), top, self._y - 4 * u - top)
        self._y += 4 * u

    def _strip_cell(self, key: str, name: str, face: Face, rect: Rect) -> None:
        u = self._u
        element = self._element(key)
        doubtful = unsure(element.certainty)
        ground = Region(
            rect=rect,
            fill=GROUND if doubtful else PALE,
            stroke=INK_3 if doubtful else PALE,
            dash="dashed" if doubtful else "solid",
            weight=0.8 * u,
            radius=2 * u,
        )
        label = centred(
            name,
            Face(face.size, face.bold, INK, ground.fill, LEADING),
            rect.inset(8 * u)._replace(y=rect.y, height=rect.height),
            self._measure,
            anchor="middle",
            language=foreign(element.name, self._words),
        )
        self._own_item(key, ground, label)

    def _served_by(self, key: str) -> str:
        """The codes of the areas that a layer is said to span."""
        areas = set(self._model.framework.sources(key, LinkRole.SERVES))
        here = [step.code for step in self._model.steps if step.key in areas]
        return f" ({', '.join(here)})" if here and len(here) < len(self._model.steps) else ""


def _by_need(wants: Sequence[float], room: float) -> list[float]:
    """The room shared evenly; where a text needs more, others that need less give it."""
    even = room / len(wants)
    if all(want <= even for want in wants) or sum(wants) > room:
        return [even] * len(wants)
    spare = (room - sum(wants)) / len(wants)
    return [want + spare for want in wants]
