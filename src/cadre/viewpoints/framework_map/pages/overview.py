"""The overview: every focus area in figures, then groups, aims, priorities and the outside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.viewpoints.framework_map import wordings as map_wordings
from cadre.viewpoints.framework_map.detail import Member
from cadre.viewpoints.framework_map.pages import wordings
from cadre.viewpoints.framework_map.pages.blocks import Block, Lane
from cadre.viewpoints.framework_map.pages.setting import Setting
from cadre.viewpoints.framework_map.pages.share import Share, loose_results
from cadre.viewpoints.framework_map.pages.titles import GROUPS, OUTSIDE
from cadre.viewpoints.framework_map.selection import NO_COUNCIL
from cadre.viewpoints.measure import longest_word, widest, wrap
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
    Point,
    Rect,
    Region,
)
from cadre.viewpoints.signs import chip, chip_width, mark
from cadre.viewpoints.texts import Face, centred, foreign, height_for, paragraph


@dataclass(frozen=True, slots=True)
class Row:
    """A focus area in figures."""

    key: str
    counts: tuple[int, ...]
    groups: tuple[str, ...]
    left_out: int
    """How many more groups are at work there that filters leave out."""


class Areas:
    """The table of focus areas over the width of the page, one hue a row."""

    def __init__(self, setting: Setting, shares: Sequence[Share], width: float) -> None:
        self.set, self.width = setting, width
        self.b, self.s, self.view = setting.b, setting.s, setting.view
        framework, far = setting.view.framework, setting.model.far
        columns: list[tuple[Text, list[int]]] = [
            (wordings.COUNT_GROUPS, [len(share.area.at_work) for share in shares]),
            (wordings.COUNT_WORK, [len(share.work) for share in shares]),
            (wordings.COUNT_PROPOSED, [len(share.at.proposed) for share in shares]),
            (wordings.COUNT_OUTPUTS, [share.outputs(framework) for share in shares]),
            (wordings.COUNT_RESULTS, [len(share.steps) for share in shares]),
        ]
        if far.priorities:
            columns.append((wordings.COUNT_PRIORITIES, [len(share.reach) for share in shares]))
        if far.outside:
            columns.append((map_wordings.OUTSIDE, [len(share.ties) for share in shares]))
        self.columns = columns
        self.rows = [
            Row(
                share.key,
                tuple(counts[place] for _, counts in columns),
                tuple(worker.group for worker in share.area.at_work),
                share.at.left_out,
            )
            for place, share in enumerate(shares)
        ]
        self.chip = max(
            (chip_width(step, 1.5 * self.b, self.view.measure) for step in setting.steps.values()),
            default=0.0,
        )
        names = [self.view.name(row.key) for row in self.rows]
        name = widest(names, self.b, self.view.measure, bold=True)
        least = longest_word(names, self.b, self.view.measure, bold=True)
        self.name = min(name, max(0.26 * width, least)) + 1.0
        heads = [self.view.text(wordings.PAGE)]
        self.page = max(
            widest(heads, self.s, self.view.measure, bold=True),
            self.view.measure.width("888–888", self.b, True),
        )
        start = self.chip + 0.7 * self.b + self.name + 1.6 * self.b
        self.start = start
        room = width - start - self.page - 1.0 * self.b
        self.cell = room / len(columns)
        self.figure = self.view.measure.width("888", self.b, True)

    def head(self) -> Block:
        """What the columns are called."""
        b, view = self.b, self.view
        face = Face(self.s, True, INK_2)
        texts = [(view.text(wordings.AREA), 0.0, self.start - 1.6 * b)]
        texts += [
            (view.text(text), self.start + place * self.cell, self.cell - 0.8 * b)
            for place, (text, _) in enumerate(self.columns)
        ]
        high = max(height_for(text, face, room, view.measure) for text, _, room in texts)
        items: list[AnyItem] = []
        for text, x, room in texts:
            own = height_for(text, face, room, view.measure)
            items.append(paragraph(text, face, Rect(x, high - own, room, 0), view.measure))
        word = view.text(wordings.PAGE)
        own = height_for(word, face, self.page, view.measure)
        spot = Rect(self.width - self.page, high - own, self.page, 0)
        items.append(paragraph(word, face, spot, view.measure, anchor="end"))
        rule = Region(rect=Rect(0, high + 0.35 * b, self.width, 0.09 * b), fill=INK)
        return Block((*items, rule), high + 0.45 * b, leads=True)

    def row(self, row: Row, pages: str) -> Block:
        """One area: its chip and name, a figure with a bar in each column, its page."""
        b, view, step = self.b, self.view, self.set.steps[row.key]
        element = view.framework[row.key].short_name
        lines = wrap(view.name(row.key), b, self.name, view.measure, bold=True)
        high = max(2.3 * b, len(lines) * 1.25 * b + 0.8 * b)
        tall = 1.5 * b
        x = self.chip + 0.7 * b
        items: list[AnyItem] = [
            *chip(step, 0, (high - tall) / 2, tall, view.measure),
            centred(
                "\n".join(lines),
                Face(b, True),
                Rect(x, 0, self.name, high),
                view.measure,
                language=foreign(element, view.words),
            ),
        ]
        for place, count in enumerate(row.counts):
            items += self._count(place, count, self.start + place * self.cell, high, row)
        spot = Rect(self.width - self.page, 0, self.page, high)
        face = Face(b, True, INK)
        items.append(centred(pages, face, spot, view.measure, anchor="end"))
        items.append(Region(rect=Rect(0, high - 0.06 * b, self.width, 0.06 * b), fill=RULE))
        group = Group(name=view.name(row.key), shows=(row.key, *row.groups), items=tuple(items))
        return Block((group,), high)

    def _count(self, place: int, count: int, x: float, high: float, row: Row) -> Iterable[AnyItem]:
        b, view, step = self.b, self.view, self.set.steps[row.key]
        most = max((other.counts[place] for other in self.rows), default=0)
        left_out = row.left_out if place == 0 else 0
        nobody = place == 0 and not count and not left_out
        room = self.cell - self.figure - 1.6 * b
        word = view.note(wordings.NOBODY) if nobody else str(count)
        if left_out and not count:
            word = view.text(map_wordings.COUNT_OF, n=count, total=left_out)
        paint = ACCENT if nobody else (INK if count else INK_3)
        spot = Rect(x, 0, self.cell - 0.4 * b, high)
        if count:
            spot = spot._replace(width=self.figure)
            long = max(room * count / max(most, 1), 0.25 * b)
            bar = Rect(x + self.figure + 0.5 * b, high / 2 - 0.4 * b, long, 0.8 * b)
            yield Region(rect=bar, fill=step.fill)
        face = Face(b, bool(count) or nobody, paint)
        if nobody or (left_out and not count):
            yield centred(word, face, spot, view.measure)
        else:
            right = spot._replace(width=self.figure)
            yield centred(word, face, right, view.measure, anchor="end")


class Directory:
    """What the overview has besides the table: aims, priorities, the outside, and each group."""

    def __init__(self, setting: Setting, shares: Sequence[Share]) -> None:
        self.set, self.view, self.model = setting, setting.view, setting.model
        self.b, self.s = setting.b, setting.s
        self.areas: Mapping[str, tuple[str, ...]] = {
            key: tuple(
                share.key
                for share in shares
                if any(worker.group == key for worker in share.area.at_work)
            )
            for key in self.model.members
        }

    def under(self) -> list[Lane]:
        """What stands under the table: priorities, who is outside, who works nowhere."""
        text, heading = self.view.text, self.set.heading
        cards = {over: tuple(map(self.set.card, made)) for over, made in self.set.below.sections}
        priorities = cards.get(map_wordings.PRIORITIES, ())
        outside = cards.get(map_wordings.OUTSIDE, ())
        last = [*outside]
        idle, other = self.model.far.idle, cards.get(map_wordings.OTHER, ())
        if idle and self.model.fields:
            if last:
                last.append(heading(text(wordings.IDLE_GROUPS)))
            last.append(self._idle(idle))
        if other:
            if last:
                last.append(heading(text(map_wordings.OTHER)))
            last += other
        over = map_wordings.OTHER
        if outside:
            over = map_wordings.OUTSIDE
        elif idle and self.model.fields:
            over = wordings.IDLE_GROUPS
        return [
            Lane("priorities", text(map_wordings.PRIORITIES), priorities),
            Lane(OUTSIDE, text(over), tuple(last)),
        ]

    def over(self) -> list[Lane]:
        """What needs more room: each group, the aims, and the results of no area."""
        text = self.view.text
        aims, results = tuple(self._aims()), tuple(self._loose())
        blocks = [*aims]
        if aims and results:
            blocks.append(self.set.heading(text(wordings.LOOSE_RESULTS)))
        blocks += results
        title = map_wordings.SIGHT if aims else wordings.LOOSE_RESULTS
        return [
            Lane(GROUPS, text(map_wordings.GROUPS), tuple(self._groups())),
            Lane("for", text(title), tuple(blocks)),
        ]

    def _idle(self, keys: Sequence[str]) -> Block:
        """The groups that work nowhere, by number and name; they stand in the directory."""
        b, view = self.b, self.view
        x = self.set.badges.wide + 0.7 * b
        items: list[AnyItem] = []
        end = 0.2 * b
        for key in keys:
            top = end + 0.25 * b
            name, end = self.set.text(
                view.name(key), x, top, self.set.width - x, of=view.framework[key].short_name
            )
            middle = Point(self.set.badges.wide / 2, top + 0.62 * b)
            items += [*self.set.badges.badge(self.set.member(key), middle), name]
        return Block((Group(items=tuple(items), shows=tuple(keys)),), end + 0.4 * b,
                     signs=self.set.signs_of(keys))  # fmt: skip

    def _groups(self) -> Iterable[Block]:
        for place, (key, members) in enumerate(self.model.blocks):
            if members or key:
                yield self._council(key, members, first=place == 0)
            for member in members:
                yield self._group(member)

    def _council(self, key: str, members: Sequence[Member], *, first: bool) -> Block:
        b, view = self.b, self.view
        top = 0.3 * b if first else 1.0 * b
        refs = self.set.below.refs(key) if key else []
        wide = self.set.below.refs_width(refs) if refs else 0.0
        lasting = sum(not member.gone for member in members)
        name, end = self.set.text(
            view.name(key), 1.6 * b, top, self.set.width - 1.6 * b - wide - 3 * b, bold=True
        )
        middle = top + 0.62 * b
        items: list[AnyItem] = [mark(view.mark(key), 0, middle, 1.05 * b), name]
        count = Rect(self.set.width - 2.6 * b, top, 2.6 * b, 1.25 * b)
        items.append(centred(str(lasting), Face(b, True, INK_2), count, view.measure, anchor="end"))
        signs: set[str] = set()
        if refs:
            items += self.set.below.ref_signs(refs, Point(self.set.width - wide - 3 * b, middle))
            signs.add("tie")
        rule = Region(rect=Rect(0, end + 0.2 * b, self.set.width, 0.09 * b), fill=INK)
        high = end + 0.3 * b
        shown: tuple[AnyItem, ...] = (*items, rule)
        heads = key != NO_COUNCIL and key not in self.model.members
        if key != NO_COUNCIL:
            box = Box(
                key=key if heads else "",
                rect=Rect(0, top, self.set.width, high - top),
                outline="none",
                name=view.name(key),
            )
            shown = (box, *shown)
        group = Group(name=view.name(key), items=shown)
        subjects = (key,) if heads else ()
        return Block((group,), high, subjects, frozenset(signs), leads=bool(members))

    def _group(self, member: Member) -> Block:
        """A group with its number, its full name, its role, and the areas it works in."""
        b, view, framework = self.b, self.view, self.view.framework
        element = framework[member.key]
        x = self.set.badges.wide + 0.7 * b
        top = 0.45 * b
        aside = self.set.role_width(member.role) + 0.5 * b if self._has_role(member) else 0.0
        room = self.set.width - x
        name, end = self.set.text(
            view.name(member.key),
            x,
            top,
            room - aside,
            bold=not member.gone,
            paint=INK_2 if member.gone else INK,
            of=element.short_name,
        )
        middle = top + 0.62 * b
        badge = self.set.badges.badge(
            member, Point(self.set.badges.wide / 2, middle), hollow=member.gone
        )
        inner: list[AnyItem] = [*badge, name]
        signs = {self.set.sign_of(member.key)}
        if aside:
            inner += self.set.role(member.role, self.set.width, middle)
            signs.add(f"role-{member.role}")
        if element.lifecycle == "ended":
            inner.append(self._struck(name, middle))
        full = view.words.of(element.name)
        if full != view.name(member.key) and not member.gone:
            label, end = self.set.text(full, x, end, room, small=True, paint=INK_2, of=element.name)
            inner.append(label)
        for made, ends in self._extras(member, x, room, end, signs):
            inner += made
            end = ends
        rect = Rect(0, 0.15 * b, self.set.width, end + 0.15 * b)
        box = Box(key=member.key, rect=rect, outline="none", fill=GROUND, name=full)
        shows = (*member.successors, *self.areas[member.key])
        group = Group(name=full, shows=shows, items=(box, *inner))
        return Block((group,), end + 0.45 * b, (member.key,), frozenset(signs), ruled=True)

    def _has_role(self, member: Member) -> bool:
        return bool(member.role) and not member.gone

    def _struck(self, name: Label, middle: float) -> Region:
        wide = self.view.measure.width(name.lines[0], name.size, name.bold)
        return Region(rect=Rect(name.x, middle, wide, 0.08 * self.b), fill=INK_2)

    def _extras(
        self, member: Member, x: float, room: float, end: float, signs: set[str]
    ) -> Iterable[tuple[list[AnyItem], float]]:
        """Rows under the name: areas or none, ties outside, who oversees, what follows."""
        b, view = self.b, self.view
        areas = self.areas[member.key]
        if areas:
            made, end = self._chips(areas, x, room, end + 0.25 * b)
            yield made, end
        elif not member.gone and self.model.fields:
            wire = self.set.stub(Point(x, end + 0.75 * b), 0.7 * b, member.key)
            label, end = self.set.text(
                view.note(wordings.IDLE), x + 1.8 * b, end + 0.1 * b, room - 1.8 * b, small=True,
                paint=INK_2,
            )  # fmt: skip
            signs.add("stub")
            yield [wire, label], end
        refs = self.set.below.refs(member.key)
        if refs:
            at = Point(x, end + 0.9 * b)
            signs.add("tie")
            yield list(self.set.below.ref_signs(refs, at)), end + 1.7 * b
            end += 1.7 * b
        links = [
            link
            for link in view.framework.links_in(member.key, LinkRole.OVERSEES)
            if link.source in self.set.badges.members
        ]
        if links:
            word = view.text(map_wordings.OVERSEEN_BY, names="").strip()
            made, end = self._said(word, [link.source for link in links], x, room, end)
            ids = tuple(link.id for link in links)
            shows = tuple(link.source for link in links)
            signs |= self.set.signs_of(shows)
            yield [Group(items=tuple(made), links=ids, shows=shows)], end
        if member.gone:
            heirs = [key for key in member.successors if key in self.set.badges.members]
            word = self._fate(member)
            signs |= self.set.signs_of(heirs)
            if word or heirs:
                made, end = self._said(word, heirs, x, room, end, arrow=True)
                yield made, end

    def _said(
        self,
        word: str,
        keys: Sequence[str],
        x: float,
        room: float,
        end: float,
        *,
        arrow: bool = False,
    ) -> tuple[list[AnyItem], float]:
        """A few words and the badges of groups behind them."""
        b, measure = self.b, self.view.measure
        badges = self.set.badges
        y = end + 0.2 * b
        made: list[AnyItem] = []
        left = x
        if word:
            wide = measure.width(word, self.s)
            spot = Rect(x, y, wide + 0.2, badges.high)
            made.append(centred(word, Face(self.s, False, INK_2), spot, measure))
            left += wide + 0.6 * b
        if keys and arrow:
            size = 1.1 * b
            top = y + badges.high / 2 - size / 2
            made.append(Glyph(x=left, y=top, size=size, glyph="arrow", paint=INK_2))
            left += 1.5 * b
        wide = x + room - left
        made += badges.rows(keys, Point(left, y), wide)
        return made, y + max(badges.high, badges.rows_height(len(keys), wide))

    def _fate(self, member: Member) -> str:
        """What becomes of a group, as its transition says."""
        if not member.transition:
            return ""
        entry = self.view.framework.type_of(member.transition)
        if entry is None:
            return ""
        attribute = self.view.framework.metamodel.attributes(entry.key)["disposition"]
        choice = attribute.choice(member.disposition)
        return self.view.words.of(choice.label) if choice else ""

    def _chips(
        self, areas: Sequence[str], x: float, room: float, y: float
    ) -> tuple[list[AnyItem], float]:
        high = 1.4 * self.b
        made: list[AnyItem] = []
        at = x
        for key in areas:
            step = self.set.steps[key]
            wide = chip_width(step, high, self.view.measure)
            if at > x and at + wide > x + room:
                at, y = x, y + high + 3
            made += chip(step, at, y, high, self.view.measure)
            at += wide + 3
        return made, y + high

    # --- aims and loose results -------------------------------------------------------------------

    def _aims(self) -> Iterable[Block]:
        served = {link.target for link in self.model.serving}
        order = sorted(self.model.aims, key=lambda key: key not in served)
        for key in order:
            yield self._aim(key, lead=key not in served)

    def _aim(self, key: str, *, lead: bool) -> Block:
        b, view = self.b, self.view
        element = view.framework[key]
        entry = view.framework.type_of(key)
        attribute = view.framework.metamodel.attributes(element.type).get("kind")
        choice = attribute.choice(element.word("kind")) if attribute else None
        over = view.said(choice.label if choice else entry.label if entry else Text())
        paint, on = (GROUND, INK) if lead else (INK, GROUND)
        room = self.set.width - 2.0 * b
        top = 0.35 * b
        small, end = self.set.text(
            over, 1.0 * b, top + 0.6 * b, room, small=True, paint=paint, on=on
        )
        body, end = self.set.text(
            view.words.of(element.name), 1.0 * b, end, room, bold=True, paint=paint, on=on,
            of=element.name,
        )  # fmt: skip
        name = view.words.of(element.name)
        rect = Rect(0.1 * b, top, self.set.width - 0.2 * b, end + 0.6 * b - top)
        box = Box(
            key=key,
            rect=rect,
            shape="aim",
            fill=INK if lead else GROUND,
            stroke=INK,
            weight=0.15 * b,
            name=name,
        )
        links = [
            link
            for link in view.framework.links_out(key, LinkRole.SERVES)
            if link.target in self.model.aims
        ]
        group = Group(
            name=name,
            shows=tuple(link.target for link in links),
            links=tuple(link.id for link in links),
            items=(box, small, body),
        )
        return Block((group,), rect.bottom + 0.35 * b, (key,))

    def _loose(self) -> Iterable[Block]:
        for horizon, steps in loose_results(self.model):
            yield self.set.heading(self.set.horizon(horizon))
            for step in steps:
                yield self.set.result(step, None)
