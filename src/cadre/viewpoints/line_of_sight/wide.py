"""Lines of sight on paper: a row for each group, and boxes shared by those that go one way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from cadre.viewpoints.axis import Step
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.line_of_sight import texts
from cadre.viewpoints.line_of_sight.model import NAMED, Place, Sights, Way
from cadre.viewpoints.line_of_sight.signs import dash_of
from cadre.viewpoints.looks import kind_of, look_of
from cadre.viewpoints.measure import Measure, longest_word, widest
from cadre.viewpoints.scene import (
    ACCENT,
    INK,
    INK_2,
    INK_3,
    PALE,
    RULE,
    AnyItem,
    Box,
    Group,
    Paint,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)
from cadre.viewpoints.signs import chip, chip_width, mark
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph
from cadre.viewpoints.words import Words

_GROUPS: Final = 200.0
_CHANNEL: Final = 64.0
_LEAST: Final = 96.0
_MOST: Final = 190.0
_AIM: Final = 5
_ROW: Final = 23.0
_TALLEST: Final = 34.0
_BREAKS: Final = 260.0


def width_of(sights: Sights, paper: Sheet, words: Words, measure: Measure) -> float:
    """The width that the drawing needs at least."""
    u = paper.scale
    tail = _BREAKS * u if sights.broken else 0.0
    boxes = sum(_least(sights, place, paper, words, measure) for place in sights.columns)
    names = _names(sights, paper, words, measure)
    return names + tail + boxes + len(sights.columns) * _CHANNEL * u


def draw(sights: Sights, frame: Frame) -> tuple[list[AnyItem], float, list[str]]:
    """The drawing, where it ends, and what has a place of its own."""
    page = _Page(sights, frame)
    page.draw()
    return page.items, page.bottom, page.subjects


def _least(sights: Sights, place: Place, paper: Sheet, words: Words, measure: Measure) -> float:
    """The width that a column needs for its longest word."""
    framework, u = sights.framework, paper.scale
    keys = {
        key
        for way in sights.ways
        for key, where in zip(way.tail, way.places, strict=True)
        if where == place
    }
    names = sorted(words.of(framework[key].short_name) for key in keys)
    longest = longest_word(names, paper.body, measure, bold=True)
    coded = any(key in sights.steps for key in keys)
    return max(_LEAST * u, longest + (62 if coded else 24) * u)


def _names(sights: Sights, paper: Sheet, words: Words, measure: Measure) -> float:
    u = paper.scale
    names = [
        words.of(sights.framework[key].short_name) for way in sights.ways for key in way.groups
    ]
    wide = widest(names, paper.body, measure) + 20 * u
    most = _GROUPS * u if all(len(way.groups) == 1 for way in sights.ways) else 300 * u
    return max(80 * u, longest_word(names, paper.body, measure) + 20 * u, min(most, wide))


@dataclass(slots=True)
class _Node:
    """A thing that rows share: where it stands, and the rows from first to last."""

    key: str
    place: Place
    first: int
    last: int
    at: int
    """Its number on the way, the first thing after the group being 0."""


def _alike(one: Way, other: Way) -> bool:
    return one.tail == other.tail and one.line.reaches == other.line.reaches


class _Page:
    def __init__(self, sights: Sights, frame: Frame) -> None:
        self._sights, self._frame = sights, frame
        self._sheet = frame.sheet
        self._u = frame.sheet.scale
        self._words: Words = frame.request.words
        self._measure = frame.request.measure
        self.items: list[AnyItem] = []
        self.subjects: list[str] = []
        self.bottom = frame.top
        paper, measure = self._sheet, self._measure
        self._names = _names(sights, paper, self._words, measure)
        self._channel = _CHANNEL * self._u
        ends_last = any(
            not way.line.reaches and way.places and way.places[-1] == sights.columns[-1]
            for way in sights.ways
        )
        tail = _BREAKS * self._u if ends_last else 0.0
        least = {
            place: _least(sights, place, paper, self._words, measure) for place in sights.columns
        }
        room = frame.right - frame.left - self._names - tail
        spare = max(0.0, room - sum(least.values()) - len(least) * self._channel)
        wish = {
            place: max(0.0, (1.25 * _LEAST if place[0] >= _AIM else _MOST) * self._u - wide)
            for place, wide in least.items()
        }
        share = min(1.0, spare / sum(wish.values())) if sum(wish.values()) else 0.0
        self._wide = {place: wide + share * wish[place] for place, wide in least.items()}
        if least:
            self._channel = (room - sum(self._wide.values())) / len(least)
        self._face = Face(paper.body, leading=1.15)
        self._bold = Face(paper.body, True, leading=1.15)

    def draw(self) -> None:
        """Header, rows that arrive, rows that break."""
        ways = self._sights.ways
        if not ways:
            return
        nodes = list(self._nodes())
        heights = self._heights(nodes)
        self._header()
        tops: list[float] = []
        y = self.bottom
        for place, way in enumerate(ways):
            if not way.line.reaches and (place == 0 or ways[place - 1].line.reaches):
                y = self._broken_head(y, first=place == 0)
            tops.append(y)
            y += heights[place]
        self.bottom = y
        spans = [(tops[place], tops[place] + heights[place]) for place in range(len(ways))]
        for place, way in enumerate(ways):
            self._row(way, *spans[place], first=place == 0)
        self._hops(nodes, spans)
        for node in nodes:
            self._node(node, spans)
        for place, way in enumerate(ways):
            joined = place > 0 and _alike(way, ways[place - 1])
            if not way.line.reaches and not joined:
                last = place
                while last + 1 < len(ways) and _alike(way, ways[last + 1]):
                    last += 1
                self._break(ways[place : last + 1], spans[place : last + 1])

    # --- what stands where -----------------------------------------------------------------

    def _x(self, place: Place) -> float:
        before = sum(self._wide[one] for one in self._sights.columns if one < place)
        at = self._sights.columns.index(place)
        return self._frame.left + self._names + before + (at + 1) * self._channel

    def _nodes(self) -> list[_Node]:
        """Things of neighbouring rows that lead on alike are one."""
        found: dict[tuple[str, ...], _Node] = {}
        ended: list[_Node] = []
        before: set[tuple[str, ...]] = set()
        for row, way in enumerate(self._sights.ways):
            here: set[tuple[str, ...]] = set()
            for at, key in enumerate(way.tail):
                path = (str(way.line.reaches), *way.tail[at:])
                here.add(path)
                node = found.get(path)
                if node is None or path not in before:
                    node = _Node(key, way.places[at], row, row, at)
                    found[path] = node
                    ended.append(node)
                node.last = row
            before = here
        return ended

    def _text_height(self, node: _Node) -> float:
        name = self._words.of(self._sights.framework[node.key].short_name)
        return height_for(name, self._bold, self._inner(node), self._measure)

    def _inner(self, node: _Node) -> float:
        step = self._sights.steps.get(node.key)
        return self._wide[node.place] - self._pad(step) - 8 * self._u

    def _pad(self, step: Step | None) -> float:
        u = self._u
        return 18 * u + chip_width(step, 15 * u, self._measure) if step else 12 * u

    def _heights(self, nodes: list[_Node]) -> list[float]:
        """Rows as high as their texts need, and as the paper has room for."""
        u = self._u
        ways = self._sights.ways
        count = len(ways)
        spare = self._frame.spare - 70 * u - (44 * u if self._sights.broken else 0)
        pitch = min(_TALLEST * u, max(_ROW * u, spare / count))
        found: list[float] = []
        for place, way in enumerate(ways):
            name = height_for(self._name(way), self._face, self._names - 20 * u, self._measure)
            high = max(pitch, name + 8 * u)
            joined = (place and _alike(way, ways[place - 1])) or (
                place + 1 < count and _alike(way, ways[place + 1])
            )
            if not way.line.reaches and not joined:
                wide = self._break_room(way).width
                high = max(high, self._break_height(way, wide) + 10 * u)
            found.append(high)
        for node in nodes:
            short = self._text_height(node) + 12 * u
            short -= sum(found[node.first : node.last + 1])
            if short > 0:
                found[node.last] += short
        return found

    def _name(self, way: Way) -> str:
        framework = self._sights.framework
        names = [self._words.of(framework[key].short_name) for key in way.groups]
        if len(names) <= NAMED + 1:
            return self._words.listed(names)
        return self._words.fill(
            texts.AND_MORE, names=", ".join(names[:NAMED]), n=len(names) - NAMED
        )

    # --- rows ------------------------------------------------------------------------------

    def _header(self) -> None:
        u, frame = self._u, self._frame
        face = Face(self._sheet.small, True, INK_2)
        y = frame.top
        titles: list[tuple[float, float, str]] = [
            (frame.left, self._names, self._words.of(texts.GROUP))
        ]
        for place in self._sights.columns:
            keys = [
                key
                for way in self._sights.ways
                for key, where in zip(way.tail, way.places, strict=True)
                if where == place
            ]
            kinds = {kind_of(self._sights.framework, key) for key in keys}
            title = texts.stage_title(place[0], keys, self._sights.framework)
            said = kinds.pop() if len(kinds) == 1 else title
            titles.append((self._x(place), self._wide[place], self._words.of(said)))
        light = Face(self._sheet.small, False, INK_3)
        verbs = [
            (self._x(place) - self._channel, self._channel - 8 * u, verb)
            for place in self._sights.columns
            if (verb := self._verb(place))
        ]
        high = max(
            [
                *(height_for(text, face, wide, self._measure) for _, wide, text in titles),
                *(height_for(text, light, wide, self._measure) for _, wide, text in verbs),
            ]
        )
        for x, wide, text in verbs:
            room = Rect(x, y, wide, 0)
            self.items.append(paragraph(text, light, room, self._measure, anchor="middle"))
        for x, wide, text in titles:
            self.items.append(paragraph(text, face, Rect(x, y, wide, 0), self._measure))
        y += high + 5 * u
        rule = Rect(frame.left, y, frame.right - frame.left, 1.1 * u)
        self.items.append(Region(rect=rule, fill=INK))
        self.bottom = y + 6 * u

    def _verb(self, place: Place) -> str:
        """What the lines that come to a column say, where they all come over from the one before
        it and say the same."""
        said: set[str] = set()
        at = self._sights.columns.index(place)
        for way in self._sights.ways:
            for number, (where, hop) in enumerate(zip(way.places, way.line.hops, strict=True)):
                if where == place:
                    before = way.places[number - 1] if number else None
                    here = self._sights.columns[at - 1] if at else None
                    if before != here or hop.derived:
                        return ""
                    said.add(texts.hop_text(self._sights, hop, self._words))
        return said.pop() if len(said) == 1 else ""

    def _broken_head(self, y: float, *, first: bool) -> float:
        u, frame = self._u, self._frame
        if not first:
            y += 14 * u
            rule = Rect(frame.left, y, frame.right - frame.left, 1.1 * u)
            self.items.append(Region(rect=rule, fill=INK))
            y += 5 * u
        room = Rect(frame.left, y, frame.right - frame.left, 0)
        face = Face(self._sheet.small, True, ACCENT)
        label = paragraph(self._words.of(texts.BROKEN), face, room, self._measure)
        self.items.append(label)
        return y + height_of(label) + 5 * u

    def _row(self, way: Way, top: float, bottom: float, *, first: bool) -> None:
        u, frame = self._u, self._frame
        if not first:
            rule = Rect(frame.left, top, self._names - 6 * u, 0.6 * u)
            self.items.append(Region(rect=rule, fill=RULE))
        council = self._sights.councils.get(way.line.start, "")
        glyph = self._sights.framework[council].word("mark") or "square" if council else "question"
        sign = mark(glyph, frame.left, (top + bottom) / 2, 9 * u, INK_2)
        single = len(way.groups) == 1
        name = self._sights.framework[way.line.start].short_name
        label = centred(
            self._name(way),
            self._face,
            Rect(frame.left + 15 * u, top, self._names - 20 * u, bottom - top),
            self._measure,
            language=foreign(name, self._words) if single else None,
        )
        key = way.line.start if single else ""
        if single:
            self.subjects.append(key)
        items: tuple[AnyItem, ...] = (sign, label) if single else (label,)
        shows = () if single else way.groups
        self.items.append(Group(key=key, shows=shows, name=self._name(way), items=items))

    # --- hops ------------------------------------------------------------------------------

    def _hops(self, nodes: list[_Node], spans: list[tuple[float, float]]) -> None:
        for node in nodes:
            way = self._sights.ways[node.first]
            x = self._x(node.place)
            if node.at + 1 < len(way.tail):
                y = (spans[node.first][0] + spans[node.last][1]) / 2
                hop = way.line.hops[node.at + 1]
                start = Point(x + self._wide[node.place], y)
                end = Point(self._x(way.places[node.at + 1]) - 1.5 * self._u, y)
                paint = self._paint(node.key)
                self._wire(start, end, way, node.at + 1, paint, (hop.source, hop.target))
        for row, way in enumerate(self._sights.ways):
            if way.tail:
                y = sum(spans[row]) / 2
                start = Point(self._frame.left + self._names, y)
                end = Point(self._x(way.places[0]) - 1.5 * self._u, y)
                ends = (*way.groups, way.tail[0])
                self._wire(start, end, way, 0, self._paint(way.tail[0]), ends)

    def _paint(self, key: str) -> Paint:
        step = self._sights.steps.get(key)
        return step.ink if step else INK_2

    def _wire(
        self, start: Point, end: Point, way: Way, at: int, paint: Paint, ends: tuple[str, ...]
    ) -> None:
        hops = way.hops(at)
        self.items.append(
            Wire(
                route=Track((start, end), 0),
                paint=paint,
                weight=1.6 * self._u,
                dash=dash_of(hops),
                end="arrow",
                ends=ends,
                links=tuple(dict.fromkeys(link for hop in hops for link in hop.links)),
                derived=any(hop.derived for hop in hops),
                name=texts.hop_text(self._sights, hops[0], self._words),
            )
        )

    def _node(self, node: _Node, spans: list[tuple[float, float]]) -> None:
        u = self._u
        key = node.key
        top, bottom = spans[node.first][0] + 2.5 * u, spans[node.last][1] - 2.5 * u
        rect = Rect(self._x(node.place), top, self._wide[node.place], bottom - top)
        look = look_of(self._sights.framework, self._sights.steps, key)
        step = self._sights.steps.get(key)
        element = self._sights.framework[key]
        name = self._words.of(element.short_name)
        first = key not in self.subjects
        if first:
            self.subjects.append(key)
        fill, on = look.fill, look.on
        if step:
            fill, on = step.tint, INK
        elif node.place[0] == _AIM:
            fill, on = PALE, INK
        items: list[AnyItem] = [
            Box(
                key=key if first else "",
                rect=rect,
                shape=look.shape,
                fill=fill,
                stroke=step.ink if step else look.stroke,
                weight=1.1 * u,
                name=name,
            )
        ]
        if step:
            bar = Rect(rect.x, rect.y, 4 * u, rect.height)
            items.append(Region(rect=bar, fill=step.fill))
            top = rect.centre.y - 7.5 * u
            items += chip(step, rect.x + 11 * u, top, 15 * u, self._measure)
        items.append(
            centred(
                name,
                replace(self._bold, paint=on, on=fill),
                Rect(rect.x + self._pad(step), rect.y, self._inner(node), rect.height),
                self._measure,
                language=foreign(element.short_name, self._words),
            )
        )
        self.items.append(Group(shows=(key,), name=name, items=tuple(items)))

    # --- breaks ----------------------------------------------------------------------------

    def _break_room(self, way: Way) -> Rect:
        u = self._u
        x = self._frame.left + self._names
        if way.places:
            x = self._x(way.places[-1]) + self._wide[way.places[-1]]
        x += 30 * u
        return Rect(x, 0, max(80 * u, self._frame.right - x), 0)

    def _break_height(self, way: Way, wide: float) -> float:
        why, mend = texts.break_of(self._sights, way.line, self._words)
        bold = Face(self._sheet.small, True, ACCENT)
        plain = Face(self._sheet.small, False, INK)
        return height_for(why, bold, wide, self._measure) + height_for(
            mend, plain, wide, self._measure
        )

    def _break(self, ways: Sequence[Way], spans: Sequence[tuple[float, float]]) -> None:
        """Where rows that go the same way end: a stub with an open end, why, and how to mend it."""
        u = self._u
        way = ways[0]
        room = self._break_room(way)
        top, bottom = spans[0][0], spans[-1][1]
        start = room.x - 30 * u
        paint = self._paint(way.tail[-1]) if way.tail else INK_3
        middles = [(top + bottom) / 2] if way.tail else [sum(span) / 2 for span in spans]
        for row, middle in enumerate(middles):
            self.items.append(
                Wire(
                    route=Track((Point(start, middle), Point(start + 16 * u, middle)), 0),
                    paint=paint,
                    weight=1.4 * u,
                    end="open",
                    ends=(way.tail[-1],) if way.tail else ways[row].groups,
                )
            )
        if len(middles) > 1:
            bar = Rect(start + 22 * u, middles[0] - 6 * u, 1.2 * u, 0)
            bar = bar._replace(height=middles[-1] + 6 * u - bar.y)
            self.items.append(Region(rect=bar, fill=ACCENT))
        why, mend = texts.break_of(self._sights, way.line, self._words)
        y = (top + bottom) / 2 - self._break_height(way, room.width) / 2
        first = paragraph(
            why, Face(self._sheet.small, True, ACCENT), room._replace(y=y), self._measure
        )
        second = paragraph(
            mend,
            Face(self._sheet.small, False, INK),
            room._replace(y=y + height_of(first)),
            self._measure,
        )
        groups = tuple(group for one in ways for group in one.groups)
        self.items.append(Group(shows=groups, name=why, items=(first, second)))
