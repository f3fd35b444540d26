"""The line of time: each dated meeting where it was, no finer than its date is known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from cadre.viewpoints.frame import Frame
from cadre.viewpoints.measure import wrap
from cadre.viewpoints.scene import (
    ACCENT,
    INK,
    INK_2,
    INK_3,
    RULE,
    AnyItem,
    Glyph,
    Group,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)
from cadre.viewpoints.texts import Face, foreign, height_of, paragraph
from cadre.viewpoints.timeline.model import Calendar, Meeting

FORMS: Final = {"in-person": "diamond", "teleconference": "circle", "kick-off": "flag"}
"""The sign of each form of meeting; one of another form is a square."""
_OTHER: Final = "square"
_BREADTH: Final = 104.0


def sign_of(meeting: Meeting) -> str:
    """The sign of a meeting: open where it is not known to have been held."""
    glyph = FORMS.get(meeting.form, _OTHER)
    return glyph if meeting.when == "held" or glyph == "flag" else f"{glyph}-open"


def draw(calendar: Calendar, frame: Frame, top: float) -> tuple[list[AnyItem], float]:
    """The line with years, meetings and the day of the state, and where it ends."""
    return _Drawing(calendar, frame).drawn(top)


class _Drawing:
    def __init__(self, calendar: Calendar, frame: Frame) -> None:
        self._calendar = calendar
        self._sheet, self._u = frame.sheet, frame.sheet.scale
        self._words, self._measure = frame.request.words, frame.request.measure
        days = [
            day
            for one in calendar.dated
            if one.date
            for day in (one.date.earliest, one.date.latest)
        ]
        days += [calendar.as_of] if calendar.as_of else []
        self._first = date(min(days).year, 1, 1)
        self._last = date(max(days).year + 1, 1, 1)
        half = _BREADTH * self._u / 2
        self._left, self._right = frame.left + half, frame.right - half

    def drawn(self, top: float) -> tuple[list[AnyItem], float]:
        labels, depth = self._labels(top)
        y = top + depth + 10 * self._u
        found: list[AnyItem] = [*self._years(y), *self._today(y)]
        for one, label, bottom in labels:
            found.append(self._meeting(one, label, bottom, y))
        face = self._face()
        return found, y + 14 * self._u + face.step

    def _x(self, day: date) -> float:
        whole = (self._last - self._first).days
        share = (day - self._first).days / whole
        return self._left + share * (self._right - self._left)

    def _face(self) -> Face:
        return Face(self._sheet.small, False, INK_2)

    # --- meetings ----------------------------------------------------------------------------

    def _labels(self, top: float) -> tuple[list[tuple[Meeting, AnyItem, float]], float]:
        """What each meeting is called, in as many rows as keep them apart, the nearest last."""
        face = Face(self._sheet.small, True, INK)
        breadth = _BREADTH * self._u
        ends: list[float] = []
        rows: list[tuple[Meeting, int, float]] = []
        for one in self._calendar.dated:
            x = self._middle(one)
            row = next((n for n, end in enumerate(ends) if end <= x - breadth / 2), len(ends))
            ends[row : row + 1] = [x + breadth / 2 + 6 * self._u]
            rows.append((one, row, x))
        high = (
            max(
                (
                    len(
                        wrap(
                            self._words.of(one.short), face.size, breadth, self._measure, bold=True
                        )
                    )
                    for one, _, _ in rows
                ),
                default=0,
            )
            * face.step
        )
        found: list[tuple[Meeting, AnyItem, float]] = []
        for one, row, x in rows:
            # The first row is the lowest: it is the nearest to the line.
            y = top + (len(ends) - 1 - row) * (high + 6 * self._u)
            room = Rect(x - breadth / 2, y, breadth, 0)
            label = paragraph(
                self._words.of(one.short),
                face,
                room,
                self._measure,
                anchor="middle",
                language=foreign(one.short, self._words),
            )
            found.append((one, label, y + height_of(label)))
        return found, len(ends) * (high + 6 * self._u)

    def _middle(self, one: Meeting) -> float:
        if one.date is None:
            return self._left
        return (self._x(one.date.earliest) + self._x(one.date.latest + timedelta(1))) / 2

    def _meeting(self, one: Meeting, label: AnyItem, bottom: float, y: float) -> AnyItem:
        x, side = self._middle(one), 11 * self._u
        items: list[AnyItem] = [label]
        if one.date:
            start, end = self._x(one.date.earliest), self._x(one.date.latest + timedelta(1))
            if end - start > side / 2:
                span = Rect(start, y - 3 * self._u, end - start, 6 * self._u)
                items.append(Region(rect=span, fill=RULE, radius=3 * self._u))
        stem = Track((Point(x, bottom + 2 * self._u), Point(x, y - side / 2)), 0)
        items.append(
            Wire(route=stem, paint=INK_3, weight=0.8, dash="solid" if one.is_sure else "dashed")
        )
        items.append(Glyph(x=x - side / 2, y=y - side / 2, size=side, glyph=sign_of(one)))
        return Group(shows=(one.key,), name=self._words.of(one.name), items=tuple(items))

    # --- time --------------------------------------------------------------------------------

    def _years(self, y: float) -> list[AnyItem]:
        whole = Track((Point(self._left, y), Point(self._right, y)), 0)
        found: list[AnyItem] = [Wire(route=whole, paint=INK_2, weight=1.2 * self._u)]
        for year in range(self._first.year, self._last.year + 1):
            x = self._x(date(year, 1, 1))
            tick = Track((Point(x, y), Point(x, y + 6 * self._u)), 0)
            found.append(Wire(route=tick, paint=INK_2, weight=0.8 * self._u))
            room = Rect(x - 30 * self._u, y + 8 * self._u, 60 * self._u, 0)
            found.append(paragraph(str(year), self._face(), room, self._measure, anchor="middle"))
        return found

    def _today(self, y: float) -> list[AnyItem]:
        day = self._calendar.as_of
        if day is None:
            return []
        x, side = self._x(day), 8 * self._u
        return [Glyph(x=x - side / 2, y=y + 3 * self._u, size=side, glyph="up", paint=ACCENT)]
