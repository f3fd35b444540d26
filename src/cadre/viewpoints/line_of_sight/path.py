"""The line of sight of one group as one large path, with what each hop rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cadre.core.walks import Hop
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.line_of_sight import texts
from cadre.viewpoints.line_of_sight.model import Sights
from cadre.viewpoints.line_of_sight.signs import dash_of
from cadre.viewpoints.looks import kind_of, look_of
from cadre.viewpoints.measure import Measure, longest_word
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK,
    INK_2,
    RULE,
    AnyItem,
    Box,
    Glyph,
    Group,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)
from cadre.viewpoints.signs import chip, chip_width, nothing
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words, clause

_CHANNEL: Final = 104.0
_BOX: Final = 150.0


def width_of(sights: Sights, paper: Sheet, words: Words, measure: Measure) -> float:
    """The width that the path needs at least."""
    u = paper.scale
    keys = sights.ways[0].line.keys
    boxes = len(keys) + (0 if sights.ways[0].line.reaches else 1)
    return boxes * _least(sights, paper, words, measure) + (boxes - 1) * _CHANNEL * u


def draw(sights: Sights, frame: Frame) -> tuple[list[AnyItem], float, list[str]]:
    """The drawing, where it ends, and what has a place of its own."""
    page = _Path(sights, frame)
    page.draw()
    return page.items, page.bottom, list(sights.ways[0].line.keys)


def _least(sights: Sights, paper: Sheet, words: Words, measure: Measure) -> float:
    names = [words.of(sights.framework[key].name) for key in sights.ways[0].line.keys]
    longest = longest_word(names, paper.name * 1.15, measure, bold=True)
    return max(_BOX * paper.scale, longest + 28 * paper.scale)


class _Path:
    def __init__(self, sights: Sights, frame: Frame) -> None:
        self._sights, self._frame = sights, frame
        self._line = sights.ways[0].line
        self._sheet = frame.sheet
        self._u = frame.sheet.scale
        self._words: Words = frame.request.words
        self._measure = frame.request.measure
        self.items: list[AnyItem] = []
        boxes = len(self._line.keys) + (0 if self._line.reaches else 1)
        room = frame.right - frame.left
        least = _least(sights, self._sheet, self._words, self._measure)
        channel = _CHANNEL * self._u
        fair = (room - (boxes - 1) * channel) / boxes
        self._box = max(least, min(fair, 230 * self._u))
        spare = room - boxes * self._box - (boxes - 1) * channel
        self._channel = channel + min(60 * self._u, max(0.0, spare) / max(1, boxes - 1))
        self._name = Face(self._sheet.name * 1.15, True, leading=1.2)
        self._small = Face(self._sheet.small, False, INK_2)
        self.bottom = frame.top

    def draw(self) -> None:
        """The path, then a line of text for each hop."""
        u = self._u
        top = self._frame.top + 14 * u
        heights = [self._height(key) for key in self._line.keys]
        high = max([*heights, 112 * u])
        for place, key in enumerate(self._line.keys):
            self._thing(key, Rect(self._x(place), top, self._box, high))
        for place, hop in enumerate(self._line.hops):
            self._hop(hop, place, top, high)
        if not self._line.reaches:
            self._break(top, high)
        self.bottom = top + high + 26 * u
        self._list()

    def _x(self, place: int) -> float:
        return self._frame.left + place * (self._box + self._channel)

    def _height(self, key: str) -> float:
        u = self._u
        inner = self._box - 24 * u
        element = self._sights.framework[key]
        name = height_for(self._words.of(element.name), self._name, inner, self._measure)
        kind = height_for(
            self._words.of(kind_of(self._sights.framework, key)),
            self._small,
            inner - 26 * u,
            self._measure,
        )
        return name + max(kind, 16 * u) + 30 * u

    def _thing(self, key: str, rect: Rect) -> None:
        u = self._u
        look = look_of(self._sights.framework, self._sights.steps, key)
        element = self._sights.framework[key]
        name = self._words.of(element.name)
        kind = self._words.of(kind_of(self._sights.framework, key))
        inner = rect.inset(12 * u)
        items: list[AnyItem] = [
            Box(
                key=key,
                rect=rect,
                shape=look.shape,
                fill=look.fill,
                stroke=look.stroke,
                weight=1.2 * u,
                name=name,
            ),
            paragraph(
                f"{kind} {look.code}".strip(),
                replace(self._small, paint=look.on, on=look.fill),
                Rect(inner.x, inner.y - 2 * u, inner.width - 22 * u, 0),
                self._measure,
            ),
        ]
        if look.glyph:
            items.append(
                Glyph(
                    x=inner.right - 16 * u,
                    y=inner.y - 2 * u,
                    size=16 * u,
                    glyph=look.glyph,
                    paint=look.on,
                    on=look.fill,
                )
            )
        top = inner.y + 15 * u
        items.append(
            centred(
                name,
                replace(self._name, paint=look.on, on=look.fill),
                Rect(inner.x, top, inner.width, rect.bottom - 8 * u - top),
                self._measure,
                language=foreign(element.name, self._words),
            )
        )
        self.items.append(Group(shows=(key,), name=name, items=tuple(items)))

    def _hop(self, hop: Hop, place: int, top: float, high: float) -> None:
        u = self._u
        x = self._x(place) + self._box
        y = top + high / 2
        step = self._sights.steps.get(hop.target) or self._sights.steps.get(hop.source)
        wire = Wire(
            route=Track((Point(x, y), Point(x + self._channel - 1.5 * u, y)), 0),
            paint=step.ink if step else INK,
            weight=2.2 * u,
            dash=dash_of([hop]),
            end="arrow",
            ends=(hop.source, hop.target),
            links=hop.links,
            derived=hop.derived,
        )
        said = texts.hop_text(self._sights, hop, self._words)
        wide = self._channel - 16 * u
        face = Face(self._sheet.small, True, INK, leading=1.2)
        tall = height_for(said, face, wide, self._measure)
        above = paragraph(
            said, face, Rect(x + 6 * u, y - 6 * u - tall, wide, 0), self._measure, anchor="middle"
        )
        self.items += [wire, above]
        if not hop.derived:
            below = paragraph(
                texts.certainty_text(hop, self._words),
                self._small,
                Rect(x + 6 * u, y + 5 * u, wide, 0),
                self._measure,
                anchor="middle",
            )
            self.items.append(below)

    def _break(self, top: float, high: float) -> None:
        u = self._u
        place = len(self._line.keys)
        x = self._x(place - 1) + self._box
        y = top + high / 2
        end = Point(x + self._channel - 14 * u, y)
        stub = Wire(
            route=Track((Point(x, y), end), 0),
            paint=INK_2,
            weight=2.0 * u,
            end="open",
            ends=(self._line.broken_at,),
        )
        rect = Rect(self._x(place), top, self._box, high)
        ground = nothing(rect, dashed=True)
        why, mend = texts.break_of(self._sights, self._line, self._words)
        wide = rect.width - 16 * u
        bold = Face(self._sheet.small, True, ACCENT, leading=1.2)
        plain = Face(self._sheet.small, False, INK, leading=1.2)
        first = height_for(why, bold, wide - 8 * u, self._measure)
        second = height_for(mend, plain, wide - 8 * u, self._measure)
        clear = Rect(
            rect.x + 8 * u, y - (first + second) / 2 - 6 * u, wide, first + second + 14 * u
        )
        room = Rect(clear.x + 4 * u, clear.y + 4 * u, wide - 8 * u, 0)
        self.items += [
            stub,
            ground,
            Region(rect=clear, fill=GROUND),
            paragraph(why, bold, room, self._measure),
            paragraph(mend, plain, room._replace(y=room.y + first + 4 * u), self._measure),
        ]

    def _list(self) -> None:
        """Beside the picture in words: what each hop rests on."""
        u = self._u
        framework = self._sights.framework
        wide = min(self._frame.right - self._frame.left, 760 * u)
        y = self.bottom
        for place, hop in enumerate(self._line.hops, 1):
            rule = Rect(self._frame.left, y, wide, 0.7 * u)
            self.items.append(Region(rect=rule, fill=RULE))
            y += 6 * u
            number = paragraph(
                str(place),
                Face(self._sheet.body, True, INK_2),
                Rect(self._frame.left, y, 20 * u, 0),
                self._measure,
            )
            link = framework.link(*hop.links[0])
            what = self._words.of(link.text("what") or link.text("note")) if link else ""
            said = self._words.fill(
                texts.HOP_LINE,
                source=self._words.of(framework[hop.source].short_name),
                link=texts.hop_text(self._sights, hop, self._words),
                target=self._words.of(framework[hop.target].short_name),
                sure=texts.certainty_text(hop, self._words),
            )
            label = paragraph(
                said,
                Face(self._sheet.body, True),
                Rect(self._frame.left + 22 * u, y, wide - 22 * u, 0),
                self._measure,
            )
            self.items += [number, label]
            y += height_of(label)
            if what:
                more = paragraph(
                    what,
                    Face(self._sheet.body, False, INK_2),
                    Rect(self._frame.left + 22 * u, y, wide - 22 * u, 0),
                    self._measure,
                )
                self.items.append(more)
                y += height_of(more)
            y += 6 * u
        self.bottom = y
        self._others()

    def _others(self) -> None:
        """What else the group does, and whether that leads on too."""
        if not self._sights.others:
            return
        u, framework, words = self._u, self._sights.framework, self._words
        wide = min(self._frame.right - self._frame.left, 760 * u)
        y = self.bottom + 14 * u
        room = Rect(self._frame.left, y, wide, 0)
        head = paragraph(
            words.of(texts.OTHER_WAYS), Face(self._sheet.name, True), room, self._measure
        )
        self.items.append(head)
        y += height_of(head) + 5 * u
        for link, line in self._sights.others:
            self.items.append(Region(rect=Rect(self._frame.left, y, wide, 0.7 * u), fill=RULE))
            y += 5 * u
            entry = framework.type_of_link(link)
            step = self._sights.steps.get(link.target)
            verb = words.of(entry.label) if entry else link.type
            name = words.of(framework[link.target].short_name)
            if line.reaches:
                end = words.of(texts.GOES_ON)
            else:
                broken = words.of(framework[line.broken_at].short_name)
                end = clause(words, texts.STOPS, name=broken)
            face = Face(self._sheet.body, False, INK)
            final = Face(self._sheet.body, True, INK_2 if line.reaches else ACCENT)
            x = self._frame.left + 22 * u
            if step:
                self.items += chip(step, self._frame.left, y, 15 * u, self._measure)
                x = self._frame.left + chip_width(step, 15 * u, self._measure) + 8 * u
            right = wide * 0.32
            text = paragraph(
                f"{verb} {name}",
                face,
                Rect(x, y + 1 * u, self._frame.left + wide - right - 10 * u - x, 0),
                self._measure,
            )
            says = paragraph(
                end,
                final,
                Rect(self._frame.left + wide - right, y + 1 * u, right, 0),
                self._measure,
                anchor="end",
            )
            self.items.append(Group(shows=(link.target,), links=(link,), items=(text, says)))
            y += max(height_of(text), height_of(says), 15 * u if step else 0) + 5 * u
        self.bottom = y
