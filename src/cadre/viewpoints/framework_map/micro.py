"""The near view drawn: groups, their work, the spine of areas, proposed work, results, vision.

Work of today stands left of the spine, what is proposed on its right, so that lines end where the
work is. Lines run on tracks in one channel; numbers stand at both their ends. Priorities and the
outside stand in bands below, tied by the same numbers and codes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import HORIZONS, LinkRole, Trait
from cadre.viewpoints.axis import Step as AxisStep
from cadre.viewpoints.axis import axis
from cadre.viewpoints.frame import Frame, furniture
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.badges import Badges
from cadre.viewpoints.framework_map.below import Below
from cadre.viewpoints.framework_map.detail import Detail, Entry, Field, Member, Step, detail
from cadre.viewpoints.framework_map.findings import micro_lead, micro_title, tally
from cadre.viewpoints.framework_map.legends import micro_legend, short_role
from cadre.viewpoints.framework_map.selection import NO_COUNCIL, Selection
from cadre.viewpoints.framework_map.view import View
from cadre.viewpoints.layout.packing import shared, spread
from cadre.viewpoints.layout.routing import Run, levels, tracks
from cadre.viewpoints.measure import longest_word, wrap
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK,
    INK_2,
    INK_3,
    RULE,
    AnyItem,
    Box,
    Glyph,
    Group,
    Label,
    Paint,
    Point,
    Rect,
    Region,
    Scene,
    Track,
    Wire,
    moved,
)
from cadre.viewpoints.signs import mark, nothing, pill
from cadre.viewpoints.texts import Face, centred, foreign, height_of, paragraph
from cadre.viewpoints.viewpoint import Request

_BODIES: Final = {
    "letter": (9.5, 9.0),
    "a3": (10.0, 9.0),
    "tabloid": (10.0, 9.0),
    "a2": (11.0, 10.0, 9.0),
    "a1": (13.0, 12.0, 11.0, 10.5, 10.0),
    "a0": (16.0, 15.0, 14.0, 13.0, 12.0),
}
"""The sizes of type tried on each paper, the largest first, in points."""
_ORDER: Final = ("letter", "a3", "tabloid", "a2", "a1", "a0")
_LEADING: Final = 1.22
_TRACK: Final = 0.39
"""From track to track, in sizes of the body."""


def draw_micro(framework: Framework, request: Request) -> Scene:
    """The near view as one page, on the first paper from the one asked for on which it fits.

    Where none suffices the largest grows in height.
    """
    selection = Selection.of(request.options)
    model = detail(framework, selection, request.stage.as_of)
    words = request.words
    title = micro_title(framework, model, words)
    about = furniture(
        framework,
        request,
        uses=(
            *(LinkRole.COVERS.value,),
            *(Trait.WORK.value, Trait.OUTPUT.value, Trait.OUTCOME.value),
        ),
        provenances=_provenances(framework, model),
    )
    asked = request.paper if request.paper in _ORDER else "tabloid"
    lead = micro_lead(framework, model, selection, words)
    view = View(framework, words, request.measure, 1.0)
    drawing: _Drawing | None = None
    for paper in _ORDER[_ORDER.index(asked) :]:
        here = replace(request, paper=paper)
        for body in _BODIES[paper]:
            frame = Frame.of(
                "framework-map",
                here,
                title=title,
                lead=lead,
                furniture=about,
                legend=micro_legend(framework, model, here, body),
                label=wordings.LABEL,
            )
            drawing = _Drawing(view, model, frame, body)
            if drawing.fits:
                break
        if drawing is not None and drawing.fits:
            break
    assert drawing is not None  # noqa: S101 -- there is always a last paper
    items, bottom = drawing.drawn()
    counts = tally(model)
    return drawing.frame.scene(
        items,
        bottom=bottom,
        summary=words.fill(
            wordings.SUMMARY_MICRO,
            groups=len(model.far.lasting),
            total=counts.today,
            proposed=counts.proposed,
            areas=len(model.fields),
            results=sum(len(steps) for _, steps in model.results),
            title=title,
        ),
        subjects=_subjects(model),
    )


def _subjects(model: Detail) -> tuple[str, ...]:
    entries = [entry for at in model.fields for entry in (*at.today, *at.proposed)]
    return (
        *(key for key, _ in model.blocks if key),
        *model.members,
        *(at.key for at in model.fields),
        *(key for entry in entries for key in entry.keys),
        *(step.key for _, steps in model.results for step in steps),
        *model.aims,
        *(card.key for card in model.far.priorities),
        *(body.key for body in model.far.outside),
        *model.other,
    )


def _provenances(framework: Framework, model: Detail) -> list[str]:
    keys = [key for at in model.fields for entry in at.proposed for key in entry.keys]
    keys += [step.key for _, steps in model.results for step in steps]
    links = [
        framework.link(*link) for at in model.fields for entry in at.today for link in entry.links
    ]
    found = [framework[key].provenance for key in keys]
    return [*found, *(link.provenance for link in links if link is not None)]


@dataclass(frozen=True, slots=True)
class _Line:
    """An entry as it will be set: its lines and what stands on its right."""

    entry: Entry
    lines: tuple[str, ...]
    aside: float


@dataclass(slots=True)
class _Band:
    """An area with its place, and the rows of its three columns."""

    at: Field
    step: AxisStep
    today: list[_Line]
    first: list[_Line]
    second: list[_Line]
    need: float
    top: float = 0.0
    height: float = 0.0

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(slots=True)
class _Card:
    """A group as it will be set."""

    member: Member
    lines: tuple[str, ...]
    full: tuple[str, ...]
    extras: bool
    height: float = 0.0


@dataclass(slots=True)
class _Columns:
    """Where the columns stand: left side and width of each."""

    groups: tuple[float, float] = (0, 0)
    today: tuple[float, float] = (0, 0)
    spine: tuple[float, float] = (0, 0)
    first: tuple[float, float] = (0, 0)
    second: tuple[float, float] = (0, 0)
    results: list[tuple[float, float]] = field(default_factory=list)
    aims: tuple[float, float] = (0, 0)
    end: float = 0.0


class _Drawing:
    """One near view being laid out for one paper."""

    def __init__(self, view: View, model: Detail, frame: Frame, body: float) -> None:
        self.view, self.model, self.frame = view, model, frame
        self.b = b = body
        self.s = max(9.0, b - 1.5)
        self.roles = _roles(view.framework)
        self.steps = {step.key: step for step in axis(view.framework)}
        self.badges = Badges(view, model.members, b)
        self.items: list[AnyItem] = []
        self.wires: list[Wire] = []
        self.head = 3.9 * b
        self.top = frame.top + self.head
        self.columns = _Columns()
        self.wide = self._across()
        self.aside = len(model.results) > 1
        """Whether priorities and the outside stand under the later results, not under all."""
        left = self.columns.results[1][0] - 0.2 * b if self.aside else frame.left
        self.below = Below(view, model, self.badges, self.steps, b, left, frame.right - left)
        self.pitch = 1.3 * b
        self.full_names = True
        self.bands: list[_Band] = []
        self.cards: dict[str, list[_Card]] = {}
        self.fits = self.wide and self._down()

    # --- across -----------------------------------------------------------------------------------

    def _across(self) -> bool:
        """Share the width; whether every column gets what it needs at least."""
        b, model = self.b, self.model
        total = self.frame.right - self.frame.left
        runs = sum(len([it for it in at.today if it.group]) for at in model.fields)
        proposed = [entry for at in model.fields for entry in at.proposed]
        kinds = {self._column_of(entry) for entry in proposed}
        spine = self._spine_width() if model.fields else 0.0
        results = len(model.results)
        channel = (runs * _TRACK * b + 3.2 * b) if runs else 2 * b
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
        return longest_word(names, self.b, self.view.measure, bold=True) + 4.2 * self.b

    def _column_of(self, entry: Entry) -> int:
        """Proposed work stands in two columns: of the first kind, and of all others."""
        return 0 if len(self.model.kinds) < 2 or entry.kind == self.model.kinds[0] else 1

    # --- down -------------------------------------------------------------------------------------

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

    def _band(self, at: Field) -> _Band:
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
        gone = self._gone_height(at)
        needs = [self._lines_height(today) + gone, self._lines_height(first)]
        needs += [self._lines_height(second), self._spine_height(at)]
        return _Band(at, self.steps[at.key], today, first, second, max(needs) + 0.8 * b)

    def _spine_height(self, at: Field) -> float:
        room = self.columns.spine[1] - 3.6 * self.b
        lines = wrap(self.view.name(at.key), self.b, room, self.view.measure, bold=True)
        return max(len(lines) * 1.25 * self.b, 3.0 * self.b)

    def _gone_height(self, at: Field) -> float:
        if not at.gone:
            return 0.0
        return self.badges.rows_height(len(at.gone), self._gone_room()) + 0.3 * self.b

    def _gone_room(self) -> float:
        text = self.view.text(wordings.GIVE_WAY)
        wide = self.view.measure.width(text, self.s)
        return self.columns.today[1] - 2.9 * self.b - wide - 1.5 * self.b

    def _line(self, entry: Entry, width: float, *, left: float) -> _Line:
        aside = self._aside(entry)
        room = width - left - aside - 0.6 * self.b
        lines = wrap(self.view.words.of(entry.text), self.b, room, self.view.measure)
        if len(lines) > 1 and entry.keys and not entry.unknown:
            short = self.view.framework[entry.keys[0]].short_name
            lines = wrap(self.view.words.of(short), self.b, room, self.view.measure)
        return _Line(entry, lines, aside)

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

    def _row_height(self, line: _Line) -> float:
        """The lines of an entry stand closer to each other than to the next entry."""
        return len(line.lines) * _LEADING * self.b + self.pitch - 1.12 * self.b

    def _lines_height(self, lines: Sequence[_Line]) -> float:
        return sum(self._row_height(line) for line in lines)

    def _card(self, member: Member) -> _Card:
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
        return _Card(member, lines, more, extras, max(height, self.badges.high) + pad)

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

    # --- drawing ----------------------------------------------------------------------------------

    def drawn(self) -> tuple[list[AnyItem], float]:
        """All items of the drawing, and where it ends."""
        starts = self._draw_groups()
        ends: dict[tuple[str, str], Point] = {}
        for band in self.bands:
            self._draw_band(band, ends)
        self._draw_runs(starts, ends)
        bottom = max(
            self.top + self.body_height,
            max((band.top + band.height for band in self.bands), default=0.0),
        )
        start = bottom + 1.9 * self.b
        later = bottom
        if self.aside and self.below.height:
            start = bottom - self.below.height
            later = start - 1.2 * self.b
        self._draw_results(bottom, later)
        self._headings()
        if self.below.height:
            items, end = self.below.drawn(start)
            self.items += items
            bottom = max(bottom, end)
        return [*self.wires, *self.items], bottom

    def _headings(self) -> None:
        c, text = self.columns, self.view.text
        places = [(wordings.GROUPS, c.groups), (wordings.TODAY, c.today), (wordings.SPINE, c.spine)]
        for heading, (x, width) in places:
            if width:
                self._heading(text(heading), x, width)
        for column, (x, width) in ((0, c.first), (1, c.second)):
            if width:
                self._heading(self._kind_names(column), x + 0.6 * self.b, width)
        labels = {choice.key: choice.label for choice in HORIZONS}
        for (horizon, _), (x, width) in zip(self.model.results, c.results, strict=True):
            label = labels.get(horizon, wordings.RESULTS_OTHER)
            self._heading(text(label), x, width + 2.4 * self.b)
        if self.model.aims:
            self._heading(text(wordings.SIGHT), *c.aims)

    def _heading(self, text: str, x: float, width: float) -> None:
        face = Face(self.s, True, INK_2)
        lines = wrap(text, face.size, width, self.view.measure, bold=True)
        y = self.top - 1.75 * self.b - (len(lines) - 1) * face.step
        self.items.append(
            Label(x=x, y=y, lines=lines, size=face.size, bold=True, paint=INK_2, leading=face.step)
        )

    def _kind_names(self, column: int) -> str:
        """What the kinds of a column of proposed work are called."""
        view = self.view
        kinds = [
            kind
            for place, kind in enumerate(self.model.kinds)
            if (place == 0 or len(self.model.kinds) < 2) == (column == 0)
        ]
        labels: dict[str, Text] = {}
        for entry in view.framework.metamodel.types_with(Trait.WORK):
            for choice in view.framework.metamodel.attributes(entry.key)["kind"].choices:
                _ = labels.setdefault(choice.key, choice.label)
        names = [view.text(labels[kind]) for kind in kinds if kind in labels]
        return " · ".join(names) if names else view.text(wordings.PROPOSED_WORK)

    # --- groups -----------------------------------------------------------------------------------

    def _draw_groups(self) -> dict[str, Point]:
        """The blocks of councils; where the lines of each group start."""
        b = self.b
        x, width = self.columns.groups
        starts: dict[str, Point] = {}
        spare = max(0.0, self.body_height - self._groups_need())
        count = sum(len(cards) for cards in self.cards.values())
        extra = min(spare / max(1, count), 1.6 * b)
        blocks = [(key, cards) for key, cards in self.cards.items() if cards or key]
        between = 1.0 * b
        if len(blocks) > 1:
            between += min((spare - extra * count) / (len(blocks) - 1), 3.0 * b)
        y = self.top
        for key, cards in blocks:
            high = self._head_height(key)
            self._draw_block_head(key, Rect(x, y, width, high))
            y += high
            for place, card in enumerate(cards):
                rect = Rect(x, y, width, card.height + extra)
                starts[card.member.key] = self._draw_card(card, rect, rule=place > 0)
                y = rect.bottom
            y += between
        return starts

    def _draw_block_head(self, key: str, rect: Rect) -> None:
        b, view = self.b, self.view
        name = view.name(key)
        inner: list[AnyItem] = [
            Region(rect=Rect(rect.x, rect.y, rect.width, 0.14 * b), fill=INK),
            mark(view.mark(key), rect.x, rect.y + 1.25 * b, 1.05 * b),
            centred(
                "\n".join(self._head_lines(key)),
                Face(1.2 * b, True),
                Rect(
                    rect.x + 1.7 * b, rect.y + 0.2 * b, rect.width - 1.7 * b, rect.height - 0.3 * b
                ),
                view.measure,
            ),
        ]
        if key != NO_COUNCIL:
            inner.insert(0, Box(key=key, rect=rect, outline="none", name=name))
            refs = self.below.refs(key)
            if refs:
                wide = self.below.refs_width(refs)
                at = Point(rect.right - wide - 0.2 * b, rect.y + 1.25 * b)
                inner += self.below.ref_signs(refs, at)
        self.items.append(Group(name=name, items=tuple(inner)))

    def _draw_card(self, card: _Card, rect: Rect, *, rule: bool) -> Point:
        b, view, member = self.b, self.view, card.member
        element = view.framework[member.key]
        inner: list[AnyItem] = [
            Box(key=member.key, rect=rect, outline="none", name=view.words.of(element.name))
        ]
        if rule:
            inner.append(Region(rect=Rect(rect.x, rect.y, rect.width, 0.06 * b), fill=RULE))
        name = Face(b, not member.gone, INK_2 if member.gone else INK)
        text_high = len(card.lines) * name.step + len(card.full) * 1.2 * self.s
        text_high += 1.3 * b if card.extras else 0
        y = rect.centre.y - text_high / 2
        room = Rect(rect.x, y, rect.width - 3.4 * b, len(card.lines) * name.step)
        label = Label(
            x=rect.x,
            y=y + 0.98 * b,
            lines=card.lines,
            size=b,
            bold=name.bold,
            paint=name.paint,
            leading=name.step,
            within=room,
            language=foreign(element.short_name, view.words),
        )
        inner.append(label)
        wide = max(view.measure.width(line, b, name.bold) for line in card.lines)
        inner += self._card_signs(card, Point(rect.x + wide + 0.6 * b, y + 0.62 * b))
        if view.framework[member.key].lifecycle == "ended":
            inner.append(Region(rect=Rect(rect.x, y + 0.62 * b, wide, 0.08 * b), fill=INK_2))
        y += room.height
        if card.full:
            step = 1.2 * self.s
            inner.append(
                Label(
                    x=rect.x,
                    y=y + 0.95 * self.s,
                    lines=card.full,
                    size=self.s,
                    paint=INK_2,
                    leading=step,
                    within=Rect(rect.x, y, rect.width - 3.4 * b, step * len(card.full)),
                    language=foreign(element.name, view.words),
                )
            )
            y += step * len(card.full)
        if card.extras:
            inner += self._card_extras(member, Point(rect.x, y + 0.7 * b))
        centre = Point(rect.right - self.badges.wide / 2, rect.centre.y)
        inner += self.badges.badge(member, centre)
        self.items.append(
            Group(
                name=view.words.of(element.name),
                shows=member.successors,
                items=tuple(inner),
            )
        )
        return Point(rect.right + 0.1 * b, rect.centre.y)

    def _card_signs(self, card: _Card, at: Point) -> list[AnyItem]:
        """The role of a group, or what becomes of it and who takes over."""
        b, member = self.b, card.member
        if not member.gone:
            return self._role(member.role, at.x, at.y) if member.role else []
        found: list[AnyItem] = []
        x = at.x
        word = self._disposition(member)
        if word:
            wide = self.view.measure.width(word, self.s)
            room = Rect(x, at.y - 0.8 * b, wide + 0.2, 1.6 * b)
            found.append(centred(word, Face(self.s, False, INK_2), room, self.view.measure))
            x += wide + 0.6 * b
        heirs = [key for key in member.successors if key in self.badges.members]
        if heirs:
            found.append(Glyph(x=x, y=at.y - 0.55 * b, size=1.1 * b, glyph="arrow", paint=INK_2))
            found += self.badges.run(heirs, Point(x + 1.5 * b, at.y))
        return found

    def _card_extras(self, member: Member, at: Point) -> list[AnyItem]:
        """Ties outside and who oversees the group."""
        b, view = self.b, self.view
        refs = self.below.refs(member.key)
        found: list[AnyItem] = list(self.below.ref_signs(refs, at)) if refs else []
        x = at.x + (self.below.refs_width(refs) + 0.8 * b if refs else 0)
        over = self._overseers(member.key)
        if over:
            text = view.text(wordings.OVERSEEN_BY, names="")
            wide = view.measure.width(text, self.s)
            room = Rect(x, at.y - 0.8 * b, wide + 0.2, 1.6 * b)
            found.append(centred(text, Face(self.s, False, INK_2), room, view.measure))
            links = tuple(
                link.id
                for link in view.framework.links_in(member.key, LinkRole.OVERSEES)
                if link.source in over
            )
            run = self.badges.run(over, Point(x + wide + 0.4 * b, at.y))
            found.append(Group(items=tuple(run), links=links, shows=tuple(over)))
        return found

    # --- areas ------------------------------------------------------------------------------------

    def _draw_band(self, band: _Band, ends: dict[tuple[str, str], Point]) -> None:
        b, c, step, view = self.b, self.columns, band.step, self.view
        left = Rect(c.today[0], band.top, c.today[1], band.height)
        spine = Rect(c.spine[0], band.top, c.spine[1], band.height)
        right = Rect(c.first[0], band.top, c.end - c.first[0], band.height)
        name = view.name(band.at.key)
        inner: list[AnyItem] = [
            Box(
                key=band.at.key,
                rect=Rect(left.x, band.top, c.end - left.x, band.height),
                outline="none",
                name=name,
            )
        ]
        if band.today or band.at.gone:
            inner.append(Region(rect=left, fill=step.tint))
        else:
            inner += self._empty(left, wordings.NOTHING_TODAY)
        if right.width:
            if band.at.proposed:
                inner.append(Region(rect=right, fill=step.tint))
            else:
                inner += self._empty(right, wordings.NOTHING_PROPOSED, finding=False)
        inner += self._spine(band, spine)
        gone = self._gone_height(band.at)
        y = band.middle - (self._lines_height(band.today) + gone) / 2
        for line in band.today:
            tall = self._row_height(line)
            rect = Rect(left.x, y, left.width, tall)
            inner.append(self._row(line, rect, band, 2.9 * b))
            if line.entry.group:
                ends[band.at.key, line.entry.group] = Point(left.x + 0.35 * b, rect.centre.y)
            y += tall
        if gone:
            inner.append(self._gone_row(band, Rect(left.x, y + 0.3 * b, left.width, gone)))
        for lines, (x, width) in ((band.first, c.first), (band.second, c.second)):
            y = band.middle - self._lines_height(lines) / 2
            for line in lines:
                tall = self._row_height(line)
                inner.append(self._row(line, Rect(x, y, width, tall), band, 2.0 * b))
                y += tall
        self.items.append(Group(name=name, items=tuple(inner)))

    def _empty(self, rect: Rect, text: Text, *, finding: bool = True) -> list[AnyItem]:
        b, view = self.b, self.view
        word = view.text(text)
        wide = view.measure.width(word, 1.1 * b, True)
        middle = rect.centre
        plate = Rect(middle.x - wide / 2 - 0.8 * b, middle.y - b, wide + 1.6 * b, 2 * b)
        face = Face(1.1 * b, True, ACCENT if finding else INK_2)
        return [
            nothing(rect),
            Region(rect=plate, fill=GROUND),
            centred(word, face, plate, view.measure, anchor="middle"),
        ]

    def _spine(self, band: _Band, rect: Rect) -> list[AnyItem]:
        b, view, step = self.b, self.view, band.step
        refs = self.below.refs(band.at.key)
        middle = rect.centre.y
        items: list[AnyItem] = [
            Region(rect=rect, fill=step.fill),
            Glyph(
                x=rect.x + 0.8 * b,
                y=middle - 1.75 * b,
                size=1.7 * b,
                glyph=step.glyph,
                paint=step.on,
                on=step.fill,
            ),
            centred(
                step.code,
                Face(1.25 * b, True, step.on, step.fill),
                Rect(rect.x + 0.3 * b, middle, 2.7 * b, 1.8 * b),
                view.measure,
                anchor="middle",
            ),
            centred(
                view.name(band.at.key),
                Face(b, True, step.on, step.fill),
                Rect(rect.x + 3.2 * b, rect.y, rect.width - 3.5 * b, rect.height),
                view.measure,
                language=foreign(view.framework[band.at.key].short_name, view.words),
            ),
        ]
        if refs:
            wide = self.below.refs_width(refs)
            at = Point(rect.right - wide - 0.5 * b, rect.bottom - 0.95 * b)
            plate = Rect(at.x - 0.3 * b, at.y - 0.75 * b, wide + 0.6 * b, 1.5 * b)
            items.append(Region(rect=plate, fill=GROUND, radius=0.3 * b))
            items += self.below.ref_signs(refs, at)
        return items

    def _row(self, line: _Line, rect: Rect, band: _Band, left: float) -> Group:
        """One piece of work: badge or marker, text, and on its right bodies and role."""
        b, view, entry, step = self.b, self.view, line.entry, band.step
        inner: list[AnyItem] = []
        middle = rect.centre.y
        if entry.group:
            member = self.badges.members[entry.group]
            inner += self.badges.badge(
                member, Point(rect.x + 0.35 * b + self.badges.wide / 2, middle)
            )
        elif entry.unknown:
            spot = Rect(rect.x + 0.7 * b, middle - 0.68 * b, 1.5 * b, 1.36 * b)
            inner += [
                Region(
                    rect=spot, fill=GROUND, stroke=INK_2, weight=0.09 * b, dash="dashed", radius=2
                ),
                centred("?", Face(b, True, INK_2), spot, view.measure, anchor="middle"),
            ]
        else:
            inner.append(self._marker(entry, rect.x + left - 1.35 * b, middle, step))
        paint = INK_2 if entry.ended else INK
        leading = _LEADING * b
        text = Label(
            x=rect.x + left,
            y=middle - (len(line.lines) - 1) * leading / 2 + 0.357 * b,
            lines=line.lines,
            size=b,
            paint=paint,
            on=step.tint,
            leading=leading,
            within=Rect(
                rect.x + left, rect.y, rect.width - left - line.aside - 0.5 * b, rect.height
            ),
            language=foreign(entry.text, view.words),
        )
        inner.append(text)
        if entry.ended:
            inner.append(
                Region(rect=Rect(rect.x + left, middle, rect.width * 0.5, 0.07 * b), fill=INK_3)
            )
        if not (entry.certain or entry.group or entry.unknown):
            inner += self._underlines(text, band)
        inner += self._row_signs(entry, rect.right - 0.5 * b, middle, step)
        own = entry.keys[0] if entry.keys else ""
        return Group(
            key=own,
            name=view.words.of(entry.text),
            shows=tuple(filter(None, (entry.group, *entry.bodies, band.at.key))),
            links=entry.links,
            items=tuple(inner),
        )

    def _underlines(self, text: Label, band: _Band) -> list[AnyItem]:
        """Dashes under a text whose reading is uncertain."""
        b = self.b
        found: list[AnyItem] = []
        for place, line in enumerate(text.lines):
            wide = self.view.measure.width(line, text.size)
            y = text.y + place * text.step + 0.2 * b
            found.append(
                Wire(
                    route=Track((Point(text.x, y), Point(text.x + wide, y)), 0),
                    paint=INK_3,
                    weight=0.065 * b,
                    dash="dashed",
                    ends=(band.at.key,),
                )
            )
        return found

    def _marker(self, entry: Entry, x: float, middle: float, step: AxisStep) -> AnyItem:
        b = self.b
        if self._is_output(entry.keys[0]):
            size = 1.05 * b
            return Glyph(
                x=x - 0.15 * b,
                y=middle - size / 2,
                size=size,
                glyph="page",
                paint=step.ink,
                on=step.tint,
            )
        side = 0.62 * b
        return Region(
            rect=Rect(x, middle - side / 2, side, side),
            fill=step.ink if entry.under_way else GROUND,
            stroke=step.ink,
            weight=0.1 * b,
        )

    def _row_signs(
        self, entry: Entry, right: float, middle: float, step: AxisStep
    ) -> list[AnyItem]:
        """From the right: role, pages of deliverables that are the same work, bodies."""
        b, view = self.b, self.view
        found: list[AnyItem] = []
        x = right
        if entry.role:
            x -= self._role_width(entry.role)
            found += self._role(entry.role, x, middle)
            x -= 0.3 * b
        for key in entry.keys[1:]:
            name = view.name(key)
            if self._is_output(key):
                x -= 1.2 * b
                sign = Glyph(
                    key=key,
                    x=x,
                    y=middle - 0.52 * b,
                    size=1.05 * b,
                    glyph="page",
                    paint=step.ink,
                    on=step.tint,
                    name=name,
                )
                found.append(sign)
                x -= 0.1 * b
            else:
                found.append(Group(key=key, name=name))
        if entry.bodies:
            x -= self.badges.run_width(entry.bodies)
            found += self.badges.run(entry.bodies, Point(x, middle), hollow=entry.unknown)
        if entry.unknown:
            word = view.note(wordings.CANDIDATES)
            wide = view.measure.width(word, self.s)
            x -= wide + 0.4 * b
            room = Rect(x, middle - 0.8 * b, wide + 0.2, 1.6 * b)
            found.append(centred(word, Face(self.s, False, INK_2, step.tint), room, view.measure))
        return found

    def _role(self, role: str, x: float, middle: float) -> list[AnyItem]:
        size = max(9.0, self.b * 0.72)
        rect = Rect(x, middle - 0.68 * size, self._role_width(role), 1.36 * size)
        return list(pill(self.roles.get(role, role), rect, self.view.measure, size))

    def _gone_row(self, band: _Band, rect: Rect) -> Group:
        """The groups that worked here and give way, as badges."""
        b, view = self.b, self.view
        text = view.text(wordings.GIVE_WAY)
        wide = view.measure.width(text, self.s)
        x = rect.x + 2.9 * b
        room = Rect(x, rect.y, wide + 0.2, self.badges.high)
        label = centred(text, Face(self.s, False, INK_2, band.step.tint), room, view.measure)
        run = self.badges.rows(
            band.at.gone, Point(x + wide + 0.6 * b, rect.y), self._gone_room(), hollow=True
        )
        return Group(items=(label, *run), shows=band.at.gone, links=band.at.gone_links, name=text)

    # --- lines ------------------------------------------------------------------------------------

    def _draw_runs(self, starts: dict[str, Point], ends: dict[tuple[str, str], Point]) -> None:
        """One line for each piece of work of a group, each on a track of its own."""
        b = self.b
        entries = {
            (band.at.key, line.entry.group): line.entry
            for band in self.bands
            for line in band.today
            if line.entry.group
        }
        by_group: dict[str, list[tuple[str, str]]] = {}
        for cell in ends:
            by_group.setdefault(cell[1], []).append(cell)
        runs: list[Run] = []
        cells: list[tuple[str, str]] = []
        ports: list[Point] = []
        for group, mine in by_group.items():
            mine.sort(key=lambda cell: ends[cell].y)
            pitch = min(0.43 * b, 1.5 * b / max(1, len(mine)))
            for place, cell in enumerate(mine):
                port = Point(
                    starts[group].x, starts[group].y + (place - (len(mine) - 1) / 2) * pitch
                )
                runs.append(Run(port.y, ends[cell].y, cell[0]))
                cells.append(cell)
                ports.append(port)
        order = tracks(runs)
        x0 = self.columns.groups[0] + self.columns.groups[1] + 1.2 * b
        x1 = self.columns.today[0] - 1.0 * b
        step = (x1 - x0) / max(1, len(order) - 1)
        wires: list[Wire] = []
        for place, number in enumerate(order):
            area, group = cells[number]
            start, goal = ports[number], ends[cells[number]]
            x = x0 + place * step if len(order) > 1 else (x0 + x1) / 2
            entry = entries[area, group]
            wires.append(
                Wire(
                    route=_bent(start, x, goal, b),
                    paint=self.steps[area].fill,
                    weight=0.19 * b,
                    dash="solid" if entry.certain else "dashed",
                    casing=0.19 * b,
                    shows=(group, area),
                    links=entry.links,
                    ends=(group, area),
                    name=f"{self.view.name(group)} – {self.view.name(area)}",
                )
            )
        many: dict[str, int] = {}
        for area, _ in cells:
            many[area] = many.get(area, 0) + 1
        wires.sort(key=lambda wire: -many[wire.ends[1]])
        self.wires += wires
        for group, start in starts.items():
            if group not in by_group and not self.badges.members[group].gone:
                self.wires.append(self._stub(start, 0.5 * b, group, INK_3))

    def _stub(self, start: Point, length: float, key: str, paint: Paint) -> Wire:
        return Wire(
            route=Track((start, Point(start.x + length, start.y)), 0),
            paint=paint,
            weight=0.12 * self.b,
            end="open",
            shows=(key,),
            ends=(key,),
        )

    # --- results ----------------------------------------------------------------------------------

    def _draw_results(self, bottom: float, later: float) -> None:
        """Results by horizon, what leads to them, and the aims at the end of the line of sight."""
        b = self.b
        sources: dict[str, Point] = {
            band.at.key: Point(self.columns.end, band.middle) for band in self.bands
        }
        middles = {band.at.key: band.middle for band in self.bands}
        places: dict[str, Rect] = {}
        previous = self.columns.end
        shown_from: set[str] = set()
        for number, ((_, steps), (x, width)) in enumerate(
            zip(self.model.results, self.columns.results, strict=True)
        ):
            foot = later if number else bottom
            ordered = self._ordered(steps, middles, foot)
            boxes = [self._result_lines(step, width) for step in ordered]
            heights = [height for _, height in boxes]
            wishes = [middles.get(step.key, self._wish(step, middles, foot)) for step in ordered]
            tops = spread(wishes, heights, self.top, foot, 0.9 * b)
            links: list[tuple[str, str, bool]] = []
            for step, (lines, height), y in zip(ordered, boxes, tops, strict=True):
                rect = Rect(x, y, width, height)
                places[step.key] = rect
                middles[step.key] = rect.centre.y
                froms = [key for key in step.sources if key in sources]
                if number == 0:
                    froms += [key for key in step.areas if key in sources]
                shown_from |= set(froms)
                links += [(key, step.key, step.certain) for key in froms]
                self._draw_result(step, rect, lines, chips=number > 0)
                if not froms and not step.sources and not (step.areas and number):
                    self.wires.append(
                        Wire(
                            route=Track(
                                (Point(x, rect.centre.y), Point(x - 1.2 * b, rect.centre.y)), 0
                            ),
                            paint=INK_3,
                            weight=0.12 * b,
                            end="open",
                            shows=(step.key,),
                            ends=(step.key,),
                        )
                    )
            self._join(links, sources, places, previous, x)
            sources = {step.key: Point(x + width, middles[step.key]) for step in steps}
            previous = x + width
        if self.model.results:
            for band in self.bands:
                if band.at.key not in shown_from:
                    self.wires.append(
                        self._stub(
                            Point(self.columns.end, band.middle),
                            0.7 * b,
                            band.at.key,
                            band.step.ink,
                        )
                    )
        self._draw_aims(places, later)

    def _wish(self, step: Step, middles: dict[str, float], bottom: float) -> float:
        near = [middles[key] for key in (*step.sources, *step.areas) if key in middles]
        return sum(near) / len(near) if near else (self.top + bottom) / 2

    def _ordered(
        self, steps: Sequence[Step], middles: dict[str, float], bottom: float
    ) -> list[Step]:
        """Results by where they want to stand; those tied to nothing fill in, in their order."""
        tied = [it for it in steps if any(key in middles for key in (*it.sources, *it.areas))]
        tied.sort(key=lambda it: self._wish(it, middles, bottom))
        loose = [it for it in steps if it not in tied]
        if not tied:
            wishes = {
                it.key: self.top + (bottom - self.top) * (place + 0.5) / len(loose)
                for place, it in enumerate(loose)
            }
            middles |= wishes
            return loose
        return self._interleaved(tied, loose, middles, bottom)

    def _interleaved(
        self, tied: list[Step], loose: list[Step], middles: dict[str, float], bottom: float
    ) -> list[Step]:
        """Loose results evenly over the height, between those that have a place."""
        count = len(tied) + len(loose)
        slots = [self.top + (bottom - self.top) * (place + 0.5) / count for place in range(count)]
        free = list(slots)
        for it in tied:
            wish = self._wish(it, middles, bottom)
            free.remove(min(free, key=lambda slot: abs(slot - wish)))
        pairs = [(self._wish(it, middles, bottom), it) for it in tied]
        pairs += list(zip(free, loose, strict=True))
        for wish, it in pairs:
            _ = middles.setdefault(it.key, wish)
        return [it for _, it in sorted(pairs, key=lambda pair: pair[0])]

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

    def _draw_result(self, step: Step, rect: Rect, lines: tuple[str, ...], *, chips: bool) -> None:
        b, view = self.b, self.view
        hue = self.steps.get(step.areas[0]) if step.areas else None
        name = view.words.of(view.framework[step.key].name)
        items: list[AnyItem] = [
            Box(
                key=step.key,
                rect=rect,
                shape="outcome",
                stroke=hue.ink if hue else INK_2,
                weight=0.13 * b,
                dashed=not step.certain,
                name=name,
            ),
        ]
        more = self._result_more(step, rect.width)
        head = rect.inset(0.2 * b)
        if more:
            lead = 1.22 * self.s
            head = head._replace(y=rect.y + 0.6 * b, height=len(lines) * lead)
            items.append(
                Label(
                    x=rect.centre.x,
                    y=head.bottom + 0.4 * b + 0.95 * self.s,
                    lines=more,
                    size=self.s,
                    paint=INK_2,
                    anchor="middle",
                    leading=lead,
                    within=rect,
                    language=foreign(view.framework[step.key].text("summary"), view.words),
                )
            )
        face = Face(self.s, True, leading=1.22)
        items.append(centred("\n".join(lines), face, head, view.measure, anchor="middle"))
        if chips:
            x = rect.x + 0.8 * b
            for key in step.areas:
                area = self.steps[key]
                wide = view.measure.width(area.code, self.s, True) + 0.9 * b
                spot = Rect(x, rect.y - 0.72 * b, wide, 1.44 * b)
                items += [
                    Region(rect=spot, fill=area.fill, radius=0.2 * b),
                    centred(
                        area.code,
                        Face(self.s, True, area.on, area.fill),
                        spot,
                        view.measure,
                        anchor="middle",
                    ),
                ]
                x += wide + 0.3 * b
        self.items.append(Group(name=name, shows=step.areas, links=step.links, items=tuple(items)))

    def _join(
        self,
        links: list[tuple[str, str, bool]],
        sources: dict[str, Point],
        places: dict[str, Rect],
        x0: float,
        x1: float,
    ) -> None:
        """Lines from one column to the next, on tracks shared where they do not overlap."""
        b = self.b
        incoming: dict[str, list[str]] = {}
        for source, target, _ in links:
            incoming.setdefault(target, []).append(source)
        for froms in incoming.values():
            froms.sort(key=lambda key: sources[key].y)
        goals = []
        for source, target, _ in links:
            froms, rect = incoming[target], places[target]
            pitch = min(1.4 * b, rect.height / (len(froms) + 1))
            shift = (froms.index(source) - (len(froms) - 1) / 2) * pitch
            goals.append(Point(x1 - 0.2 * b, rect.centre.y + shift))
        runs = [
            Run(sources[source].y, goal.y, source)
            for (source, _, _), goal in zip(links, goals, strict=True)
        ]
        order = tracks(runs)
        offsets = levels(runs, order, 0.8 * b)
        spread_out = (max(offsets) - min(offsets) + 1) if offsets else 1
        step = min(0.8 * b, (x1 - x0 - 2.0 * b) / spread_out)
        for number, (source, target, certain) in enumerate(links):
            start, goal = sources[source], goals[number]
            if abs(start.y - goal.y) < 0.5 * b:
                goal = (
                    Point(goal.x, start.y)
                    if places[target].y < start.y < places[target].bottom
                    else goal
                )
            x = (
                (x0 + x1) / 2
                + (0.7 if x0 == self.columns.end else 0.1) * b
                + offsets[number] * step
            )
            hue = self.steps.get(source)
            self.wires.append(
                Wire(
                    route=_bent(start, x, goal, b),
                    paint=hue.fill if hue else INK_2,
                    weight=0.22 * b,
                    dash="solid" if certain else "dashed",
                    casing=0.2 * b,
                    end="arrow",
                    shows=(source, target),
                    links=tuple(
                        link
                        for _, steps in self.model.results
                        for it in steps
                        if it.key == target
                        for link in it.links
                    ),
                    ends=(source, target),
                )
            )

    def _draw_aims(self, places: dict[str, Rect], bottom: float) -> None:
        """The aims in one column; areas reach theirs by one shared line under the results."""
        model, b = self.model, self.b
        if not model.aims:
            return
        x, width = self.columns.aims
        gap = 1.6 * b
        served = {link.target for link in model.serving}
        order = sorted(model.aims, key=lambda key: key not in served)
        texts = {key: self._aim_texts(key, lead=key not in served) for key in order}
        need = [high for _, high in texts.values()]
        room = bottom - self.top + 1.2 * b - gap * (len(order) - 1)
        aims: dict[str, Rect] = {}
        y = self.top - 1.2 * b
        for key, high in zip(order, shared(room, need), strict=True):
            aims[key] = Rect(x, y, width, high)
            self._draw_aim(key, aims[key], texts[key], lead=key not in served)
            y += high + gap
        for key in model.aims:
            for link in self.view.framework.links_out(key, LinkRole.SERVES):
                if (
                    link.target in aims
                    and abs(model.aims.index(key) - model.aims.index(link.target)) == 1
                ):
                    up = aims[link.target].y < aims[key].y
                    start = aims[key].y if up else aims[key].bottom
                    goal = aims[link.target].bottom if up else aims[link.target].y
                    middle = x + width / 2
                    self.wires.append(
                        Wire(
                            route=Track((Point(middle, start), Point(middle, goal)), 0),
                            paint=INK,
                            weight=0.2 * b,
                            end="arrow",
                            links=(link.id,),
                            shows=(key, link.target),
                            ends=(key, link.target),
                        )
                    )
        trunk = self.columns.end + 1.7 * b
        lane = self.top - 0.7 * b
        for link in model.serving:
            goal_rect = aims[link.target]
            band = next((it for it in self.bands if it.at.key == link.source), None)
            points: tuple[Point, ...]
            if band is not None:
                y = band.top + min(0.55 * b, band.height / 4)
                points = (
                    Point(self.columns.end, y),
                    Point(trunk, y),
                    Point(trunk, lane),
                    Point(x - 0.1 * b, lane),
                )
                if not goal_rect.y < lane < goal_rect.bottom:
                    at = goal_rect.centre.y
                    points = (
                        *points[:3],
                        Point(x - 1.2 * b, lane),
                        Point(x - 1.2 * b, at),
                        Point(x - 0.1 * b, at),
                    )
            elif link.source in places and self._is_last(link.source):
                rect = places[link.source]
                at = min(max(rect.centre.y, goal_rect.y + b), goal_rect.bottom - b)
                bend = (rect.right + x) / 2
                points = (
                    Point(rect.right, rect.centre.y),
                    Point(bend, rect.centre.y),
                    Point(bend, at),
                    Point(x - 0.1 * b, at),
                )
            else:
                continue
            self.wires.insert(
                0,
                Wire(
                    route=Track(points, 0.8 * b),
                    paint=INK_3,
                    weight=0.13 * b,
                    end="arrow",
                    shows=(link.source, link.target),
                    links=(link.id,),
                    ends=(link.source, link.target),
                    name=self.view.text(wordings.LEGEND_SERVES),
                ),
            )

    def _is_last(self, key: str) -> bool:
        return any(step.key == key for step in self.model.results[-1][1])

    def _aim_texts(self, key: str, *, lead: bool) -> tuple[list[Label], float]:
        """What is written of an aim, from 0, 0 in its column, and how high that is."""
        b, view = self.b, self.view
        element = view.framework[key]
        entry = view.framework.type_of(key)
        attribute = view.framework.metamodel.attributes(element.type).get("kind")
        choice = attribute.choice(element.word("kind")) if attribute else None
        over = view.text(choice.label) if choice else view.text(entry.label if entry else Text())
        paint, on = (GROUND, INK) if lead else (INK, GROUND)
        room = Rect(0.8 * b, 0.8 * b, self.columns.aims[1] - 1.6 * b, 0)
        small = paragraph(over, Face(self.s, False, paint, on), room, view.measure)
        size = (1.3 if lead else 1.05) * b
        body = paragraph(
            view.words.of(element.name),
            Face(size, True, paint, on, leading=1.3),
            room._replace(y=room.y + height_of(small) + 0.3 * b),
            view.measure,
            language=foreign(element.name, view.words),
        )
        return [small, body], 2.2 * b + height_of(small) + height_of(body)

    def _draw_aim(
        self, key: str, rect: Rect, made: tuple[list[Label], float], *, lead: bool
    ) -> None:
        b, view = self.b, self.view
        name = view.words.of(view.framework[key].name)
        texts, high = made
        down = (rect.height - high) / 2
        items: list[AnyItem] = [
            Box(
                key=key,
                rect=rect,
                shape="aim",
                fill=INK if lead else GROUND,
                stroke=INK,
                weight=0.15 * b,
                name=name,
            ),
            *(moved(text, Point(rect.x, rect.y + down)) for text in texts),
        ]
        self.items.append(Group(name=name, items=tuple(items)))


def _bent(start: Point, x: float, goal: Point, b: float) -> Track:
    """In level, along the track at `x`, out level; straight where there is nothing to climb."""
    if abs(start.y - goal.y) < 0.05 * b:
        return Track((start, Point(goal.x, start.y)), 0)
    return Track((start, Point(x, start.y), Point(x, goal.y), goal), 0.9 * b)


def _roles(framework: Framework) -> dict[str, str]:
    """The badge of each council role: what its label has in brackets, else its key."""
    found: dict[str, str] = {}
    for trait in (Trait.WORK, Trait.WORKS):
        for entry in framework.metamodel.types_with(trait):
            attribute = framework.metamodel.attributes(entry.key).get("council-role")
            for choice in attribute.choices if attribute else ():
                _ = found.setdefault(choice.key, short_role(choice))
    return found
