"""The left of the near view: councils with their groups, and the lines to their work."""

from __future__ import annotations

from cadre.core.traits import LinkRole
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.detail import Member
from cadre.viewpoints.framework_map.near.plan import (
    GroupCard,
    Plan,
    bent,
)
from cadre.viewpoints.framework_map.selection import NO_COUNCIL
from cadre.viewpoints.layout.routing import Run, tracks
from cadre.viewpoints.scene import (
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
    Wire,
)
from cadre.viewpoints.signs import mark
from cadre.viewpoints.texts import Face, centred, foreign


class Groups(Plan):
    """Draws the groups and their lines."""

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
            own = "" if key in self.badges.members else key
            inner.insert(0, Box(key=own, rect=rect, outline="none", name=name))
            refs = self.below.refs(key)
            if refs:
                wide = self.below.refs_width(refs)
                at = Point(rect.right - wide - 0.2 * b, rect.y + 1.25 * b)
                inner += self.below.ref_signs(refs, at)
        self.items.append(Group(name=name, items=tuple(inner)))

    def _draw_card(self, card: GroupCard, rect: Rect, *, rule: bool) -> Point:
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

    def _card_signs(self, card: GroupCard, at: Point) -> list[AnyItem]:
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
                    route=bent(start, x, goal, b),
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
