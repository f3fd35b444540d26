"""A page of the logic model being drawn: what every band of it asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from cadre.core.graph import Element
from cadre.core.text import Text
from cadre.viewpoints.frame import Frame
from cadre.viewpoints.logic_model.cells import Cells
from cadre.viewpoints.logic_model.model import Model
from cadre.viewpoints.logic_model.plan import Plan
from cadre.viewpoints.logic_model.ties import Slot
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK_2,
    AnyItem,
    Box,
    Group,
    Rect,
    Region,
)
from cadre.viewpoints.texts import Face, centred, height_for, paragraph
from cadre.viewpoints.words import Words

LEADING: Final = 1.22


@dataclass(slots=True)
class Drawing:
    """What was drawn, how far down it goes, and what has a place of its own."""

    items: list[AnyItem] = field(default_factory=list)
    bottom: float = 0.0
    subjects: list[str] = field(default_factory=list)


class Page:
    """What was drawn so far, how far down that reaches, and signs that all bands share."""

    def __init__(self, model: Model, plan: Plan, frame: Frame, extra: float) -> None:
        self._model, self._plan, self._frame = model, plan, frame
        self._extra = extra
        self._sheet = frame.sheet
        self._u = frame.sheet.scale
        self._words: Words = frame.request.words
        self._measure = frame.request.measure
        self._lines = Cells(model.framework, self._words, crowded=model.crowded)
        self._left = frame.left
        self._x = frame.left + plan.labels
        self._right = frame.right
        wide = self._right - self._x - (plan.columns - 1) * plan.gap
        self._column = wide / plan.columns
        self._out = Drawing()
        self._y = frame.top
        self._slots: dict[str, Slot] = {}
        self._foot = 0.0

    def _add(self, *items: AnyItem) -> None:
        self._out.items += items

    def _element(self, key: str) -> Element:
        return self._model.framework[key]

    def _of(self, text: Text) -> str:
        return self._words.of(text)

    def _said(self, text: str, rect: Rect) -> tuple[AnyItem, ...]:
        """What is not there, in words on a clear patch of the hatched ground."""
        u = self._u
        face = Face(self._sheet.small, True, ACCENT, leading=1.2)
        label = centred(
            text,
            face,
            rect.inset(6 * u)._replace(y=rect.y, height=rect.height),
            self._measure,
            anchor="middle",
        )
        wide = max(
            (self._measure.width(line, label.size, True) for line in label.lines), default=0.0
        )
        high = len(label.lines) * label.step
        patch = Rect(
            rect.centre.x - wide / 2 - 4 * u,
            rect.centre.y - high / 2 - 1 * u,
            wide + 8 * u,
            high + 2 * u,
        )
        return Region(rect=patch, fill=GROUND), label

    def _own_item(self, key: str, *items: AnyItem) -> None:
        """What an element is drawn as, once."""
        self._out.subjects.append(key)
        first, *rest = items
        name = self._of(self._element(key).name)
        if isinstance(first, Box):
            first = Box(
                key=key,
                rect=first.rect,
                shape=first.shape,
                fill=first.fill,
                stroke=first.stroke,
                weight=first.weight,
                radius=first.radius,
                dashed=first.dashed,
                name=name,
            )
            self._add(Group(shows=(key,), name=name, items=(first, *rest)))
            return
        self._add(Group(key=key, name=name, items=(first, *rest)))

    def _label(self, title: str, under: str, y: float, high: float, *, top: bool = False) -> None:
        """The name of a band, left of it, with a count or years below."""
        u = self._u
        room = self._plan.labels - 12 * u
        face = Face(self._sheet.body, True, leading=1.2)
        tall = height_for(title, face, room, self._measure)
        small = Face(self._sheet.small, False, INK_2, leading=1.2)
        below = height_for(under, small, room, self._measure) if under else 0.0
        at = y + (4 * u if top else max(0.0, (high - tall - below) / 2))
        self._add(paragraph(title, face, Rect(self._left, at, room, 0), self._measure))
        if under:
            spot = Rect(self._left, at + tall, room, 0)
            self._add(paragraph(under, small, spot, self._measure))
