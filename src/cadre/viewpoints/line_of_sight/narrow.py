"""Lines of sight on a phone: each way as a list of steps, with the groups that go it."""

from __future__ import annotations

from typing import Final

from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.line_of_sight import texts
from cadre.viewpoints.line_of_sight.model import Sights, Way
from cadre.viewpoints.looks import kind_of, look_of
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.scene import (
    ACCENT,
    INK,
    INK_2,
    INK_3,
    AnyItem,
    Glyph,
    Group,
    Rect,
    Region,
)
from cadre.viewpoints.signs import chip, chip_width, mark
from cadre.viewpoints.texts import Face, foreign, height_of, paragraph
from cadre.viewpoints.words import Words

_CHIP: Final = 20.0


def width_of(sights: Sights, paper: Sheet, words: Words, measure: Measure) -> float:
    """Nothing beyond the width of the phone."""
    del sights, paper, words, measure
    return 0.0


def draw(sights: Sights, frame: Frame) -> tuple[list[AnyItem], float, list[str]]:
    """The drawing, where it ends, and what has a place of its own."""
    page = _Outline(sights, frame)
    page.draw()
    return page.items, page.bottom, page.subjects


class _Outline:
    def __init__(self, sights: Sights, frame: Frame) -> None:
        self._sights, self._frame = sights, frame
        self._sheet = frame.sheet
        self._words: Words = frame.request.words
        self._measure = frame.request.measure
        self._wide = frame.right - frame.left
        self.items: list[AnyItem] = []
        self.subjects: list[str] = []
        self.bottom = frame.top

    def draw(self) -> None:
        """Ways that groups share, one after the other."""
        shared: dict[tuple[object, ...], list[Way]] = {}
        for way in self._sights.ways:
            sure = way.line.hops[0].certainty if way.line.hops else ""
            shared.setdefault((way.line.reaches, way.tail, sure), []).append(way)
        for ways in shared.values():
            self._way(ways)

    def _way(self, ways: list[Way]) -> None:
        left = self._frame.left
        self.items.append(Region(rect=Rect(left, self.bottom, self._wide, 1.2), fill=INK))
        self.bottom += 9
        for way in ways:
            for group in way.groups:
                self._group(group)
        self.bottom += 3
        line = ways[0].line
        for hop in line.hops:
            said = texts.hop_text(self._sights, hop, self._words)
            sure = texts.certainty_text(hop, self._words)
            self._small(said if hop.derived else f"{said} ({sure})")
            self._thing(hop.target)
        if not line.reaches:
            why, mend = texts.break_of(self._sights, line, self._words)
            for text, face in (
                (why, Face(self._sheet.body, True, ACCENT)),
                (mend, Face(self._sheet.body)),
            ):
                label = paragraph(text, face, Rect(left, self.bottom, self._wide, 0), self._measure)
                self.items.append(label)
                self.bottom += height_of(label) + 2
        self.bottom += 12

    def _group(self, key: str) -> None:
        framework = self._sights.framework
        council = self._sights.councils.get(key, "")
        glyph = framework[council].word("mark") or "square" if council else "question"
        left = self._frame.left
        name = framework[key].short_name
        label = paragraph(
            self._words.of(name),
            Face(self._sheet.body, True),
            Rect(left + 16, self.bottom, self._wide - 16, 0),
            self._measure,
            language=foreign(name, self._words),
        )
        sign = mark(glyph, left, self.bottom + self._sheet.body * 0.66, 10, INK_2)
        self.subjects.append(key)
        self.items.append(Group(key=key, name=self._words.of(name), items=(sign, label)))
        self.bottom += height_of(label) + 3

    def _small(self, text: str) -> None:
        left = self._frame.left
        sign = Glyph(x=left + 3, y=self.bottom + 3, size=9, glyph="down", paint=INK_3)
        face = Face(self._sheet.small, False, INK_2)
        room = Rect(left + 18, self.bottom, self._wide - 18, 0)
        label = paragraph(text, face, room, self._measure)
        self.items += [sign, label]
        self.bottom += height_of(label) + 4

    def _thing(self, key: str) -> None:
        left = self._frame.left
        element = self._sights.framework[key]
        name = self._words.of(element.short_name)
        step = self._sights.steps.get(key)
        x = left
        items: list[AnyItem] = []
        if step:
            items += chip(step, left, self.bottom, _CHIP, self._measure)
            x += chip_width(step, _CHIP, self._measure) + 7
        label = paragraph(
            name,
            Face(self._sheet.name, True, INK),
            Rect(x, self.bottom + 2, self._frame.right - x, 0),
            self._measure,
            language=foreign(element.short_name, self._words),
        )
        items.append(label)
        high = height_of(label) + 2
        if not look_of(self._sights.framework, self._sights.steps, key).code:
            kind = self._words.of(kind_of(self._sights.framework, key))
            room = Rect(x, self.bottom + high, self._frame.right - x, 0)
            small = paragraph(kind, Face(self._sheet.small, False, INK_3), room, self._measure)
            items.append(small)
            high += height_of(small)
        self.items.append(Group(shows=(key,), name=name, items=tuple(items)))
        self.bottom += max(high, _CHIP if step else 0) + 5
