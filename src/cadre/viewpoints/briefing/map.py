"""The map of a framework for a slide: councils, the areas they work in, and the priorities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cadre.analysis.coverage import AreaCoverage, lasting_coverage
from cadre.analysis.facts import Facts
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.briefing.model import Drawing
from cadre.viewpoints.councils import Council, by_council
from cadre.viewpoints.measure import Measure
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
    Group,
    Label,
    Point,
    Rect,
    Wire,
)
from cadre.viewpoints.texts import Face, height_of, paragraph
from cadre.viewpoints.words import Words

WIDTH, HEIGHT = 888.0, 372.0
_LEFT, _MIDDLE, _RIGHT = 190.0, 330.0, 190.0
_UNIT_MOST: Final = 7.0
_TOP, _GAP, _ROW = 22.0, 5.0, 22.0
_COUNCILS: Final = Text("Councils", "Conseils")
_AREAS: Final = Text("Focus areas", "Domaines d’intérêt")
_PRIORITIES: Final = Text("Priorities", "Priorités")
_GROUPS: Final = Text("{n} {n:group|groups}", "{n} {n:groupe|groupes}")
_NOBODY: Final = Text("no group", "aucun groupe")
_NAME: Final = Text(
    "Councils, the focus areas in which their groups work, and the priorities",
    "Les conseils, les domaines d’intérêt où travaillent leurs groupes, et les priorités",
)


def map_for_slide(facts: Facts, words: Words, measure: Measure) -> Drawing:
    """Councils on the left, areas in the middle, priorities on the right; bands are groups."""
    return Drawing(words.of(_NAME), tuple(_Map(facts, words, measure).items()), WIDTH, HEIGHT)


class _Map:
    def __init__(self, facts: Facts, words: Words, measure: Measure) -> None:
        self.facts, self.words, self.measure = facts, words, measure
        self.steps = [step for step in axis(facts.framework) if not step.part_of]
        covered = {one.area: one for one in facts.once(lasting_coverage).areas}
        self.covered = {step.key: covered[step.key] for step in self.steps if step.key in covered}
        groups = dict.fromkeys(key for it in self.covered.values() for key in it.groups)
        self.councils = list(by_council(facts, groups))
        self.priorities = facts.keys(Trait.PRIORITY)

    def items(self) -> Iterator[AnyItem]:
        areas = self._area_places()
        councils = _stacked(0, _LEFT, len(self.councils), 26)
        yield from self._heads()
        yield from self._bands(councils, areas)
        yield from self._ties(areas)
        for council, rect in zip(self.councils, councils, strict=True):
            count = self.words.fill(_GROUPS, n=len(council.groups))
            yield self._box(council.key or "", council.name, count, rect)
        for step, rect in zip(self.steps, areas, strict=True):
            yield self._area(step, rect)
        for key, rect in zip(self.priorities, self._priority_places(), strict=True):
            yield self._box(key, self.facts.elements[key].short_name, "", rect)

    def _heads(self) -> Iterator[AnyItem]:
        for text, x in ((_COUNCILS, 0.0), (_AREAS, _LEFT + 110), (_PRIORITIES, WIDTH - _RIGHT)):
            if text is _PRIORITIES and not self.priorities:
                continue
            yield Label(x=x, y=10, lines=(self.words.of(text),), size=11, bold=True, paint=INK_2)

    def _area_places(self) -> list[Rect]:
        """Places for the areas, the higher the more groups are at work in each."""
        count = len(self.steps)
        if not count:
            return []
        groups = [
            len(self.covered[it.key].groups) if it.key in self.covered else 0 for it in self.steps
        ]
        room = HEIGHT - _TOP - _GAP * (count - 1)
        least = min(_ROW, room / count)
        spare = max(0.0, min(room - least * count, 60.0 * count - least * count))
        found: list[Rect] = []
        y = _TOP
        for share in groups:
            high = least + spare * share / max(1, sum(groups))
            found.append(Rect(_LEFT + 110, y, _MIDDLE, high))
            y += high + _GAP
        return found

    def _priority_places(self) -> list[Rect]:
        return _stacked(WIDTH - _RIGHT, _RIGHT, len(self.priorities), 26)

    def _bands(self, councils: list[Rect], areas: list[Rect]) -> Iterator[AnyItem]:
        """A band for each council and area: as broad as groups of the one work in the other."""
        shares = {
            (council.key, step.key): len(set(council.groups) & set(self.covered[step.key].groups))
            for council in self.councils
            for step in self.steps
            if step.key in self.covered
        }
        most = max(
            [
                *(sum(shares.get((it.key, s.key), 0) for s in self.steps) for it in self.councils),
                1,
            ]
        )
        unit = min(_UNIT_MOST, (councils[0].height - 8) / most) if councils else 0.0
        for step in self.steps:
            count = sum(shares.get((it.key, step.key), 0) for it in self.councils)
            high = areas[self.steps.index(step)].height
            unit = min(unit, (high - 4) / max(count, 1))
        arrived = {step.key: 0.0 for step in self.steps}
        for council, left in zip(self.councils, councils, strict=True):
            whole = unit * sum(shares.get((council.key, s.key), 0) for s in self.steps)
            at = left.centre.y - whole / 2
            for step, right in zip(self.steps, areas, strict=True):
                share = unit * shares.get((council.key, step.key), 0)
                if not share:
                    continue
                total = unit * sum(shares.get((it.key, step.key), 0) for it in self.councils)
                end = right.centre.y - total / 2 + arrived[step.key]
                route = Band(Point(left.right, at), Point(right.x, end), share, share)
                ends = (council.key, step.key)
                name = f"{self.words.of(council.name)} – {self.words.of(step.name)}"
                yield Wire(route=route, paint=step.band, ends=ends, name=name, opacity=0.85)
                at, arrived[step.key] = at + share, arrived[step.key] + share

    def _ties(self, areas: list[Rect]) -> Iterator[AnyItem]:
        """A line where a group that works in an area also supports or leads a priority."""
        for key, right in zip(self.priorities, self._priority_places(), strict=True):
            carriers = {
                *self.facts.sources(key, LinkRole.SUPPORTS),
                *self.facts.sources(key, LinkRole.LEADS),
            }
            for step, left in zip(self.steps, areas, strict=True):
                groups = self.covered[step.key].groups if step.key in self.covered else ()
                if carriers.isdisjoint(groups):
                    continue
                start = Point(left.right, left.centre.y)
                name = f"{self.words.of(step.name)} – {self._named(key)}"
                yield Wire(
                    route=Band(start, Point(right.x, right.centre.y), 2, 2),
                    paint=step.ink,
                    ends=(step.key, key),
                    name=name,
                )

    def _named(self, key: str) -> str:
        return self.words.of(self.facts.elements[key].short_name)

    def _area(self, step: Step, rect: Rect) -> Group:
        found = self.covered.get(step.key)
        count = len(found.groups) if found else 0
        size = 11.0
        y = rect.centre.y + 4
        chip = rect._replace(width=26)
        said = self.words.rendition(step.name)
        told = self.words.fill(_GROUPS, n=count) if count else self.words.of(_NOBODY)
        return Group(
            items=(
                Box(
                    rect=rect,
                    key=step.key,
                    fill=step.tint,
                    stroke=step.ink,
                    weight=0.75,
                    dashed=not count,
                    name=f"{said.text}: {told}",
                ),
                Box(rect=chip, fill=step.fill, outline="none"),
                Label(
                    x=chip.centre.x,
                    y=y,
                    lines=(step.code,),
                    size=size,
                    bold=True,
                    paint=step.on,
                    anchor="middle",
                ),
                Label(x=chip.right + 8, y=y, lines=(said.text,), size=size, language=said.language),
                Label(
                    x=rect.right - 8,
                    y=y,
                    lines=(told,),
                    size=size,
                    bold=True,
                    paint=INK if count else ACCENT,
                    anchor="end",
                ),
            )
        )

    def _box(self, key: str, name: Text, more: str, rect: Rect) -> Group:
        said = self.words.rendition(name)
        room = rect.inset(10)
        label = paragraph(said.text, Face(13, True, INK), room, self.measure)
        high = height_of(label) + (15 if more else 0)
        top = rect.centre.y - high / 2
        label = paragraph(said.text, Face(13, True, INK), room._replace(y=top), self.measure)
        items: list[AnyItem] = [
            Box(rect=rect, key=key, shape="body", fill=GROUND, stroke=RULE_2, name=said.text),
            label,
        ]
        if more:
            y = top + height_of(label) + 12
            items.append(Label(x=room.x, y=y, lines=(more,), size=11, paint=INK_3))
        return Group(items=tuple(items))


def _stacked(x: float, width: float, count: int, gap: float) -> list[Rect]:
    """Places one under the other that fill the height; none is higher than 80 points."""
    if not count:
        return []
    room = HEIGHT - 22
    high = min(80.0 if gap > 10 else 60.0, (room - gap * (count - 1)) / count)
    spare = room - high * count - gap * (count - 1)
    between = gap + (spare / count if gap > 10 else 0)
    top = 22 + (between - gap) / 2
    return [Rect(x, top + place * (high + between), width, high) for place in range(count)]


def counted(covered: Sequence[AreaCoverage], council: Council) -> tuple[float, ...]:
    """How many groups of a council work in each area."""
    groups = set(council.groups)
    return tuple(float(len(groups.intersection(one.groups))) for one in covered)
