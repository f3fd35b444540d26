"""A neighbourhood on a phone: the element, then what points to it and what it points to."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.looks import UNSURE, kind_of, look_of
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.neighbourhood import texts
from cadre.viewpoints.neighbourhood.model import Around, Block, Neighbour
from cadre.viewpoints.scene import (
    INK,
    INK_2,
    INK_3,
    RULE_2,
    AnyItem,
    Box,
    Glyph,
    Group,
    Rect,
    Region,
)
from cadre.viewpoints.signs import chip, chip_width
from cadre.viewpoints.texts import Face, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

_CHIP: Final = 18.0


def width_of(around: Around, paper: Sheet, words: Words, measure: Measure) -> float:
    """Nothing beyond the width of the phone."""
    del around, paper, words, measure
    return 0.0


def draw(around: Around, frame: Frame) -> tuple[list[AnyItem], float, list[str]]:
    """The drawing, where it ends, and what has a place of its own."""
    page = _Outline(around, frame)
    page.draw()
    return page.items, page.bottom, page.subjects


class _Outline:
    def __init__(self, around: Around, frame: Frame) -> None:
        self._around, self._frame = around, frame
        self._framework = around.framework
        self._sheet = frame.sheet
        self._words: Words = frame.request.words
        self._measure = frame.request.measure
        self._wide = frame.right - frame.left
        self.items: list[AnyItem] = []
        self.subjects: list[str] = [around.key]
        self.bottom = frame.top

    def draw(self) -> None:
        """The box of the element, then block by block."""
        self._centre()
        for title, none, blocks in (
            (texts.INCOMING, texts.NOTHING_IN, self._around.incoming),
            (texts.OUTGOING, texts.NOTHING_OUT, self._around.outgoing),
        ):
            self._heading(title if blocks else none)
            for block in blocks:
                self._block(block)

    def _centre(self) -> None:
        key = self._around.key
        element = self._framework[key]
        look = look_of(self._framework, self._around.steps, key)
        kind = f"{self._words.of(kind_of(self._framework, key))} {look.code}".strip()
        name = self._words.of(element.name)
        inner = self._wide - 24
        small = Face(self._sheet.small, False, look.on, look.fill)
        large = Face(self._sheet.name + 3, True, look.on, look.fill, 1.2)
        first = height_for(kind, small, inner, self._measure)
        second = height_for(name, large, inner, self._measure)
        rect = Rect(self._frame.left, self.bottom, self._wide, first + second + 22)
        room = Rect(rect.x + 12, rect.y + 9, inner, 0)
        items = (
            Box(
                key=key,
                rect=rect,
                shape=look.shape,
                fill=look.fill,
                stroke=look.stroke,
                dashed=element.certainty in UNSURE,
                name=name,
            ),
            paragraph(kind, small, room, self._measure),
            paragraph(
                name,
                large,
                room._replace(y=room.y + first + 2),
                self._measure,
                language=foreign(element.name, self._words),
            ),
        )
        self.items.append(Group(shows=(key,), name=name, items=items))
        self.bottom = rect.bottom + 6

    def _heading(self, title: Text) -> None:
        self.bottom += 12
        rule = Region(rect=Rect(self._frame.left, self.bottom, self._wide, 1.2), fill=INK)
        room = Rect(self._frame.left, self.bottom + 7, self._wide, 0)
        label = paragraph(
            self._words.of(title), Face(self._sheet.name + 1, True), room, self._measure
        )
        self.items += [rule, label]
        self.bottom += 9 + height_of(label)

    def _block(self, block: Block) -> None:
        left = self._frame.left
        self.bottom += 8
        text = texts.heading(block, self._words)
        room = Rect(left, self.bottom, self._wide, 0)
        label = paragraph(text, Face(self._sheet.body, True, INK_2), room, self._measure)
        self.items.append(Group(links=block.links, name=text, items=(label,)))
        self.bottom += height_of(label) + 4
        for one in block.neighbours:
            self._neighbour(one)
        for rest in block.rest:
            kind = self._words.of(rest.type)
            said = self._words.fill(texts.REST, n=len(rest.keys), type=kind[:1].lower() + kind[1:])
            face = Face(self._sheet.body, False, INK_2)
            spot = Rect(left + 18, self.bottom, self._wide - 18, 0)
            more = paragraph(said, face, spot, self._measure)
            self.items.append(Group(shows=rest.keys, links=rest.links, name=said, items=(more,)))
            self.bottom += height_of(more) + 4
        rule = Region(rect=Rect(left, self.bottom + 2, self._wide, 0.7), fill=RULE_2)
        self.items.append(rule)
        self.bottom += 4

    def _neighbour(self, one: Neighbour) -> None:
        key, left = one.key, self._frame.left
        element = self._framework[key]
        step = self._around.steps.get(key)
        name = self._words.of(element.short_name)
        said = name
        if one.certainty in UNSURE:
            said = f"{name} ({self._words.of(texts.TO_CONFIRM)})"
        x = left + 18
        items: list[AnyItem] = []
        if step:
            items += chip(step, left, self.bottom - 1, _CHIP, self._measure)
            x = left + chip_width(step, _CHIP, self._measure) + 7
        else:
            entry = self._framework.type_of(key)
            items.append(
                Glyph(
                    x=left,
                    y=self.bottom + 2.5,
                    size=11,
                    glyph=entry.glyph if entry else "disc",
                    paint=INK_3,
                )
            )
        label = paragraph(
            said,
            Face(self._sheet.body),
            Rect(x, self.bottom, self._frame.right - x, 0),
            self._measure,
            language=foreign(element.short_name, self._words),
        )
        items.append(label)
        high = max(height_of(label), _CHIP if step else 0)
        if one.beyond:
            text = texts.beyond(one.beyond, self._framework, self._words)
            room = Rect(x, self.bottom + high, self._frame.right - x, 0)
            more = paragraph(text, Face(self._sheet.small, False, INK_2), room, self._measure)
            items.append(more)
            high += height_of(more)
        first = key not in self.subjects
        if first:
            self.subjects.append(key)
        shows = (*(() if first else (key,)), *one.beyond)
        self.items.append(
            Group(
                key=key if first else "",
                shows=shows,
                links=(one.link,),
                name=name,
                items=tuple(items),
            )
        )
        self.bottom += high + 5
