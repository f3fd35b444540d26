"""Where things go in the near view: columns across, bands and cards down, paper and type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import Step as AxisStep
from cadre.viewpoints.axis import axis
from cadre.viewpoints.frame import Frame
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.badges import Badges
from cadre.viewpoints.framework_map.below import Below
from cadre.viewpoints.framework_map.detail import Detail, Entry, Field, Member, Step
from cadre.viewpoints.framework_map.view import View
from cadre.viewpoints.layout.packing import shared
from cadre.viewpoints.measure import longest_word, widest, wrap
from cadre.viewpoints.roles import role_codes
from cadre.viewpoints.scene import (
    AnyItem,
    Paint,
    Point,
    Rect,
    Track,
    Wire,
)
from cadre.viewpoints.signs import pill

BODIES: Final = {
    "a2": (11.0, 10.0, 9.0),
    "a1": (13.0, 12.0, 11.0, 10.5, 10.0),
    "a0": (16.0, 15.0, 14.0, 13.0, 12.0),
}
"""The sizes of type tried on each paper, the largest first, in points."""
ORDER: Final = ("a2", "a1", "a0")
LEADING: Final = 1.22
TRACK: Final = 0.39
"""From track to track, in sizes of the body."""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as it will be set: its lines and what stands on its right."""

    entry: Entry
    lines: tuple[str, ...]
    aside: float


@dataclass(slots=True)
class PlacedBand:
    """An area with its place, and the rows of its three columns."""

    at: Field
    step: AxisStep
    today: list[Line]
    first: list[Line]
    second: list[Line]
    need: float
    top: float = 0.0
    height: float = 0.0

    @property
    def middle(self) -> float:
        """The y of its middle."""
        return self.top + self.height / 2


@dataclass(slots=True)
class GroupCard:
    """A group as it will be set."""

    member: Member
    lines: tuple[str, ...]
    full: tuple[str, ...]
    extras: bool
    height: float = 0.0


@dataclass(slots=True)
class Columns:
    """Where the columns stand: left side and width of each."""

    groups: tuple[float, float] = (0, 0)
    today: tuple[float, float] = (0, 0)
    spine: tuple[float, float] = (0, 0)
    first: tuple[float, float] = (0, 0)
    second: tuple[float, float] = (0, 0)
    results: list[tuple[float, float]] = field(default_factory=list)
    aims: tuple[float, float] = (0, 0)
    end: float = 0.0


class Plan:
    """The measures of one near view on one paper, taken before anything is drawn."""

    def __init__(self, view: View, model: Detail, frame: Frame, body: float) -> None:
        self.view, self.model, self.frame = view, model, frame
        self.b = b = body
        self.s = max(9.0, b - 1.5)
        self.roles = role_codes(view.framework)
        self.steps = {step.key: step for step in axis(view.framework)}
        self.badges = Badges(view, model.members, b)
        self.items: list[AnyItem] = []
        self.wires: list[Wire] = []
        self.head = 3.9 * b
        self.top = frame.top + self.head
        self.columns = Columns()
        self.wide = self._across()
        self.aside = len(model.results) > 1
        """Whether priorities and the outside stand under the later results, not under all."""
        left = self.columns.results[1][0] - 0.2 * b if self.aside else frame.left
        self.below = Below(view, model, self.badges, self.steps, b, left, frame.right - left)
        self.pitch = 1.3 * b
        self.full_names = True
        self.bands: list[PlacedBand] = []
        self.cards: dict[str, list[GroupCard]] = {}
        self.fits = self.wide and self._down()

    def _across(self) -> bool:
        """Share the width; whether every column gets what it needs at least."""
        b, model = self.b, self.model
        total = self.frame.right - self.frame.left
        runs = sum(len([it for it in at.today if it.group]) for at in model.fields)
        proposed = [entry for at in model.fields for entry in at.proposed]
        kinds = {self._column_of(entry) for entry in proposed}
        spine = self._spine_width() if model.fields else 0.0
        results = len(model.results)
        channel = (runs * TRACK * b + 3.2 * b) if runs else 2 * b
        has_groups = any(key or members for key, members in model.blocks)
        has_today = bool(model.fields)
        wants = {
            "groups": (19.0, 24.0) if has_groups else (0.0, 0.0),
            "today": (26.0, 42.0) if has_today else (0.0, 0.0),
            "first": (16.0, 26.0) if 0 in kinds else (0.0, 0.0),
            "second": (17.0, 32.0) if 1 in kinds else (0.0, 0.0),
            "results": (11.5 * results, 14.0 * results),
            "aims": (9.5, 12.0) if model.aims else (0.0, 0.0),
        }
        gaps = (4.0 * b if results or model.aims else 0.0) + 3.6 * b * max(0, results - 1)
        gaps += 3.0 * b if results and model.aims else 0.0
        fixed = channel + spine + gaps
        least = sum(low for low, _ in wants.values()) * b
        most = sum(high for _, high in wants.values()) * b
        share = (total - fixed - least) / (most - least) if most > least else 0.0
        share = min(max(share, 0.0), 1.3)
        width = {name: (low + (high - low) * share) * b for name, (low, high) in wants.items()}
        x = self.frame.left
        columns = self.columns
        columns.groups = (x, width["groups"])
        x += width["groups"] + (channel if has_groups else 0)
        columns.today = (x, width["today"])
        x += width["today"]
        columns.spine = (x, spine)
        x += spine
        columns.first = (x, width["first"])
        x += width["first"]
        columns.second = (x, width["second"])
        x += width["second"]
        columns.end = x
        x += 4.0 * b if results or model.aims else 0.0
        for _ in range(results):
            columns.results.append((x, width["results"] / results))
            x += width["results"] / results + 3.6 * b
        if results:
            x -= 0.6 * b if model.aims else 3.6 * b
        columns.aims = (x, width["aims"])
        return fixed + least <= total + 0.5

    def _spine_width(self) -> float:
        names = [self.view.name(at.key) for at in self.model.fields]
        name = longest_word(names, self.b, self.view.measure, bold=True)
        return name + self._code_width() + 1.5 * self.b

    def _code_width(self) -> float:
        """The room for the codes of the areas."""
        codes = [self.steps[at.key].code for at in self.model.fields]
        wide = widest(codes, 1.25 * self.b, self.view.measure, bold=True)
        return max(2.7 * self.b, wide + 0.2 * self.b)

    def _column_of(self, entry: Entry) -> int:
        """Proposed work stands in two columns: of the first kind, and of all others."""
        return 0 if len(self.model.kinds) < 2 or entry.kind == self.model.kinds[0] else 1

    def _down(self) -> bool:
        """Set all texts and share the height; whether it fits on the paper."""
        b = self.b
        below = 0.0 if self.aside else self.below.height
        room = self.frame.spare - self.head - below - (1.6 * b if below else 0)
        fitting = False
        for factor in (1.5, 1.42, 1.35, 1.3):
            self.pitch = factor * b
            self.bands = [self._band(at) for at in self.model.fields]
            if self._bands_need() <= room:
                fitting = True
                break
        groups = False
        for self.full_names in (True, False):
            self.cards = {
                key: [self._card(member) for member in members]
                for key, members in self.model.blocks
            }
            if self._groups_need() <= max(room, 0):
                groups = True
                break
        need = max(self._bands_need(), self._groups_need())
        if self.model.results:
            need = max(need, self._column_need(0))
        if self.aside:
            least = max(self._column_need(place) for place in range(1, len(self.model.results)))
            need = max(need, least + self.below.height + 2 * b)
        self.body_height = max(need, min(room, need * 1.25))
        self._place_bands()
        return fitting and groups and need <= room

    def _column_need(self, place: int) -> float:
        """The height of a column of results, each with a little air."""
        _, steps = self.model.results[place]
        width = self.columns.results[place][1]
        return sum(self._result_lines(step, width)[1] + 1.2 * self.b for step in steps)

    def _gap(self) -> float:
        return 0.6 * self.b

    def _bands_need(self) -> float:
        return sum(band.need for band in self.bands) + self._gap() * max(0, len(self.bands) - 1)

    def _groups_need(self) -> float:
        blocks = [key for key, cards in self.cards.items() if cards or key]
        heads = sum(self._head_height(key) for key in blocks)
        heads += max(0, len(blocks) - 1) * 1.0 * self.b
        return heads + sum(card.height for cards in self.cards.values() for card in cards)

    def _head_lines(self, key: str) -> tuple[str, ...]:
        """The name of a council over its groups, clear of its mark and its ties."""
        refs = self.below.refs(key)
        room = self.columns.groups[1] - 2.0 * self.b
        room -= self.below.refs_width(refs) + 0.5 * self.b if refs else 0.0
        return wrap(self.view.name(key), 1.2 * self.b, room, self.view.measure, bold=True)

    def _head_height(self, key: str) -> float:
        return 0.9 * self.b + len(self._head_lines(key)) * 1.5 * self.b

    def _band(self, at: Field) -> PlacedBand:
        b, c = self.b, self.columns
        today = [self._line(entry, c.today[1], left=2.9 * b) for entry in at.today]
        first = [
            self._line(it, c.first[1], left=2.0 * b)
            for it in at.proposed
            if self._column_of(it) == 0
        ]
        second = [
            self._line(it, c.second[1], left=2.0 * b)
            for it in at.proposed
            if self._column_of(it) == 1
        ]
        extra = self._gone_height(at) + self._nobody_height(at)
        needs = [self._lines_height(today) + extra, self._lines_height(first)]
        needs += [self._lines_height(second), self._spine_height(at)]
        return PlacedBand(at, self.steps[at.key], today, first, second, max(needs) + 0.8 * b)

    def _spine_height(self, at: Field) -> float:
        room = self.columns.spine[1] - self._code_width() - 0.9 * self.b
        lines = wrap(self.view.name(at.key), self.b, room, self.view.measure, bold=True)
        refs = 3.4 * self.b if self.below.refs(at.key) else 0.0
        return max(len(lines) * 1.25 * self.b + refs, 3.0 * self.b)

    def _nobody_height(self, at: Field) -> float:
        """The line that says that no group is at work, where other things stand in the area."""
        alone = not any(entry.group or entry.unknown for entry in at.today)
        return 1.6 * self.b if alone and (at.today or at.gone) else 0.0

    def _gone_height(self, at: Field) -> float:
        if not at.gone:
            return 0.0
        return self.badges.rows_height(len(at.gone), self._gone_room()) + 0.3 * self.b

    def _gone_room(self) -> float:
        text = self.view.text(wordings.GIVE_WAY, n=2)
        wide = self.view.measure.width(text, self.s)
        return self.columns.today[1] - 2.9 * self.b - wide - 1.5 * self.b

    def _line(self, entry: Entry, width: float, *, left: float) -> Line:
        aside = self._aside(entry)
        room = width - left - aside - 0.6 * self.b
        lines = wrap(self.view.words.of(entry.text), self.b, room, self.view.measure)
        if len(lines) > 1 and entry.keys and not entry.unknown:
            short = self.view.framework[entry.keys[0]].short_name
            lines = wrap(self.view.words.of(short), self.b, room, self.view.measure)
        return Line(entry, lines, aside)

    def _aside(self, entry: Entry) -> float:
        """The room for badges of bodies, the page of a deliverable and the role."""
        b = self.b
        wide = self.badges.run_width(entry.bodies)
        if entry.unknown:
            word = self.view.note(wordings.CANDIDATES)
            wide += self.view.measure.width(word, self.s) + 0.8 * b
        wide += 1.3 * b * sum(self._is_output(key) for key in entry.keys[1:])
        if entry.role:
            wide += self._role_width(entry.role) + 0.3 * b
        return wide + (0.4 * b if wide else 0.0)

    def _role_width(self, role: str) -> float:
        text = self.roles.get(role, role)
        return self.view.measure.width(text, max(9.0, self.b * 0.72), True) + 0.9 * self.b

    def _is_output(self, key: str) -> bool:
        return self.view.framework.has(key, Trait.OUTPUT)

    def _row_height(self, line: Line) -> float:
        """The lines of an entry stand closer to each other than to the next entry."""
        return len(line.lines) * LEADING * self.b + self.pitch - 1.12 * self.b

    def _lines_height(self, lines: Sequence[Line]) -> float:
        return sum(self._row_height(line) for line in lines)

    def _card(self, member: Member) -> GroupCard:
        b, view = self.b, self.view
        room = self.columns.groups[1] - 3.4 * b
        element = view.framework[member.key]
        short, full = view.name(member.key), view.words.of(element.name)
        lines = wrap(short, b, room - self._card_aside(member), view.measure, bold=not member.gone)
        wants_full = self.full_names and not member.gone and full != short and not member.proposed
        more = wrap(full, self.s, room, view.measure) if wants_full else ()
        extras = bool(self.below.refs(member.key) or self._overseers(member.key))
        height = len(lines) * 1.25 * b + len(more) * 1.2 * self.s
        height += 1.3 * b if extras else 0.0
        pad = 0.75 * b if wants_full else 0.4 * b
        return GroupCard(member, lines, more, extras, max(height, self.badges.high) + pad)

    def _card_aside(self, member: Member) -> float:
        """What stands right of a group's name: its role, or what becomes of it."""
        b = self.b
        if member.gone:
            heirs = [key for key in member.successors if key in self.badges.members]
            wide = self.badges.run_width(heirs) + (1.6 * b if heirs else 0)
            word = self._disposition(member)
            return wide + (self.view.measure.width(word, self.s) + 0.6 * b if word else 0)
        return self._role_width(member.role) + 0.5 * b if member.role else 0.0

    def _disposition(self, member: Member) -> str:
        """The fate of a group as a word, from the choices of its transition."""
        if not member.transition:
            return ""
        entry = self.view.framework.type_of(member.transition)
        if entry is None:
            return ""
        attribute = self.view.framework.metamodel.attributes(entry.key)["disposition"]
        choice = attribute.choice(member.disposition)
        return self.view.words.of(choice.label) if choice else ""

    def _overseers(self, key: str) -> list[str]:
        sources = self.view.framework.sources(key, LinkRole.OVERSEES)
        return [source for source in sources if source in self.badges.members]

    def _place_bands(self) -> None:
        needs = [band.need for band in self.bands]
        room = self.body_height - self._gap() * max(0, len(needs) - 1)
        y = self.top
        for band, height in zip(self.bands, shared(room, needs, most=4 * self.b), strict=True):
            band.top, band.height = y, height
            y += height + self._gap()

    def _result_more(self, step: Step, width: float) -> tuple[str, ...]:
        """What a result of the last horizon means, where there is a later column to spare."""
        last = self.model.results[-1][1]
        texts: list[str] = []
        if len(self.model.results) > 1 and step in last and len(last) < 5:
            texts.append(self.view.words.of(self.view.framework[step.key].text("summary")))
        apart = self._sources_apart(step)
        if apart:
            texts.append(self.view.text(wordings.FED_BY, names=self.view.names(apart)))
        room = width - 1.8 * self.b
        return tuple(
            line for text in texts if text for line in wrap(text, self.s, room, self.view.measure)
        )

    def _sources_apart(self, step: Step) -> list[str]:
        """Results that lead to one from elsewhere than the column before: said, not drawn."""
        before: set[str] = set()
        for _, steps in self.model.results:
            if step in steps:
                break
            before = {it.key for it in steps}
        return [key for key in step.sources if key not in before]

    def _result_lines(self, step: Step, width: float) -> tuple[tuple[str, ...], float]:
        view, b = self.view, self.b
        name = view.words.of(view.framework[step.key].name)
        lines = wrap(name, self.s, width - 1.8 * b, view.measure, bold=True)
        if len(lines) > 5:
            lines = wrap(view.name(step.key), self.s, width - 1.8 * b, view.measure, bold=True)
        more = self._result_more(step, width)
        high = (len(lines) + len(more)) * 1.22 * self.s + (0.4 * b if more else 0)
        return lines, high + 1.2 * b

    def _role(self, role: str, x: float, middle: float) -> list[AnyItem]:
        size = max(9.0, self.b * 0.72)
        rect = Rect(x, middle - 0.68 * size, self._role_width(role), 1.36 * size)
        return list(pill(self.roles.get(role, role), rect, self.view.measure, size))

    def _stub(self, start: Point, length: float, key: str, paint: Paint) -> Wire:
        return Wire(
            route=Track((start, Point(start.x + length, start.y)), 0),
            paint=paint,
            weight=0.12 * self.b,
            end="open",
            shows=(key,),
            ends=(key,),
        )


def bent(start: Point, x: float, goal: Point, b: float) -> Track:
    """In level, along the track at `x`, out level; straight where there is nothing to climb."""
    if abs(start.y - goal.y) < 0.05 * b:
        return Track((start, Point(goal.x, start.y)), 0)
    return Track((start, Point(x, start.y), Point(x, goal.y), goal), 0.9 * b)
