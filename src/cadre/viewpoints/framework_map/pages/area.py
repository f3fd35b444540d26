"""The page of a focus area: work of today, proposed work, and what it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cadre.core.graph import Link
from cadre.core.keys import LinkId
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.framework_map import wordings as map_wordings
from cadre.viewpoints.framework_map.detail import Entry
from cadre.viewpoints.framework_map.pages import wordings
from cadre.viewpoints.framework_map.pages.blocks import Block, Lane
from cadre.viewpoints.framework_map.pages.setting import Setting
from cadre.viewpoints.framework_map.pages.share import Share
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK,
    INK_2,
    INK_3,
    AnyItem,
    Box,
    Glyph,
    Group,
    Label,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)
from cadre.viewpoints.signs import nothing
from cadre.viewpoints.texts import Face, centred, foreign, height_of, paragraph

TODAY = "today"
PROPOSED = "proposed"
LEADS = "leads"


class AreaSetting:
    """Makes the blocks of one area."""

    def __init__(self, setting: Setting, share: Share) -> None:
        self.set, self.share = setting, share
        self.view, self.b, self.s = setting.view, setting.b, setting.s
        self.step = setting.steps[share.key]
        self.pad = 0.8 * self.b
        self.text_left = self.pad + setting.badges.wide + 1.5 * self.b

    def lanes(self) -> list[Lane]:
        """What is done today, what is proposed, and what both lead to."""
        text = self.view.text
        return [
            Lane(TODAY, text(map_wordings.TODAY), tuple(self._today())),
            Lane(PROPOSED, text(map_wordings.PROPOSED_WORK), tuple(self._proposed())),
            Lane(LEADS, text(wordings.RESULTS), tuple(self._leads())),
        ]

    def banner(
        self, x: float, y: float, width: float, *, owned: bool
    ) -> tuple[list[AnyItem], float]:
        """The bar of the area over the whole page, with its counts; and its height."""
        b, view, step = self.b, self.view, self.step
        element = view.framework[self.share.key]
        name = view.words.of(element.name)
        facts = "  ·  ".join(self._facts())
        aside = view.measure.width(facts, b, False)
        below = aside > 0.55 * width
        code = max(2.2 * b, view.measure.width(step.code, 1.35 * b, True) + 0.2 * b)
        left = x + 3.2 * b + code
        room = width - 3.2 * b - code - 1.2 * b - (0 if below else aside + 2 * b)
        title = paragraph(
            name,
            Face(1.35 * b, True, step.on, step.fill),
            Rect(left, 0, room, 0),
            view.measure,
            language=foreign(element.name, view.words),
        )
        face = Face(b, False, step.on, step.fill)
        more = paragraph(facts, face, Rect(left, 0, room, 0), view.measure)
        high = height_of(title) + 1.2 * b + (height_of(more) + 0.3 * b if below else 0)
        rect = Rect(x, y, width, high)
        top = Rect(left, y + 0.6 * b, room, height_of(title))
        items: list[AnyItem] = [
            Box(key=self.share.key, rect=rect, outline="none", fill=step.fill, name=name)
            if owned
            else Region(rect=rect, fill=step.fill),
            Glyph(
                x=x + 0.9 * b,
                y=rect.centre.y - 0.95 * b,
                size=1.9 * b,
                glyph=step.glyph,
                paint=step.on,
                on=step.fill,
            ),
            centred(
                step.code,
                Face(1.35 * b, True, step.on, step.fill),
                Rect(x + 2.9 * b, y, code, high),
                view.measure,
                anchor="middle",
            ),
            centred(
                name,
                Face(1.35 * b, True, step.on, step.fill),
                top,
                view.measure,
                language=foreign(element.name, view.words),
            ),
        ]
        if below:
            spot = Rect(left, top.bottom + 0.3 * b, room, height_of(more))
            items.append(centred(facts, face, spot, view.measure))
        else:
            spot = Rect(rect.right - 1.0 * b - aside - 1, y, aside + 1, high)
            items.append(centred(facts, face, spot, view.measure, anchor="end"))
        shows = (*self.share.area.parts,)
        return [Group(name=name, shows=(self.share.key, *shows), items=tuple(items))], high

    def _facts(self) -> list[str]:
        view, share = self.view, self.share
        counts = (
            (map_wordings.GROUPS_COUNT, len(share.area.at_work)),
            (wordings.N_PROPOSED, len(share.at.proposed)),
            (wordings.N_OUTPUTS, share.outputs(view.framework)),
            (wordings.N_RESULTS, len(share.steps)),
        )
        return [
            view.words.fill(Text(f"{{n}} {text.en}", f"{{n}} {text.fr}"), n=count)
            for text, count in counts
            if count
        ]

    # --- today ------------------------------------------------------------------------------------

    def _today(self) -> Iterable[Block]:
        at = self.share.at
        tint = self.step.tint
        groups = [entry for entry in at.today if entry.group]
        unknown = [entry for entry in at.today if entry.unknown]
        rest = [entry for entry in at.today if not entry.group and not entry.unknown]
        if not groups and not unknown:
            yield self._nobody()
        for entry in groups:
            yield self._work(entry)
        if unknown:
            yield self.set.heading(self.view.text(wordings.UNKNOWN_GROUP), self.pad, tint)
            for entry in unknown:
                yield self._unknown(entry)
        if rest:
            yield self.set.heading(self.view.text(wordings.UNDER_WAY), self.pad, tint)
            for entry in rest:
                yield self._entry(entry)
        if at.gone:
            yield self.set.heading(self.view.text(wordings.LEAVING), self.pad, tint)
            for key in at.gone:
                yield self._leaving(key)

    def _nobody(self) -> Block:
        """That no group is at work; or how many are that filters leave out."""
        count, tint = self.share.at.left_out, self.step.tint
        if not count:
            return self._nothing(self.view.text(map_wordings.NOTHING_TODAY), finding=True)
        word = self.view.text(map_wordings.OTHERS_AT_WORK, n=count)
        room = self.set.width - 2 * self.pad
        label, end = self.set.text(word, self.pad, 0.5 * self.b, room, paint=INK_2, on=tint)
        return Block((label,), end + 0.5 * self.b)

    def _nothing(self, word: str, *, finding: bool) -> Block:
        """The one sign for "nothing there", with the word for it."""
        b, view = self.b, self.view
        face = Face(1.05 * b, True, ACCENT if finding else INK_2)
        wide = min(view.measure.width(word, face.size, True), self.set.width - 4 * b)
        rect = Rect(0, 0, self.set.width, 6 * b)
        middle = rect.centre
        label = centred(
            word,
            face,
            Rect(middle.x - wide / 2 - 0.5, middle.y - 1.5 * b, wide + 1, 3 * b),
            view.measure,
            anchor="middle",
        )
        high = len(label.lines) * face.step
        plate = Rect(
            middle.x - wide / 2 - 0.8 * b, middle.y - high / 2 - 0.3 * b, wide + 1.6 * b, 0
        )
        plate = plate._replace(height=high + 0.6 * b)
        ground = Region(rect=plate, fill=GROUND)
        return Block((nothing(rect), ground, label), rect.height, fills=True)

    def _work(self, entry: Entry) -> Block:
        """What a group does here: its number, a line, its name and what it does."""
        b, view, step = self.b, self.view, self.step
        member = self.set.member(entry.group)
        element = view.framework[entry.group]
        x = self.text_left
        room = self.set.width - x - self.pad
        name, end = self.set.text(
            view.name(entry.group), x, 0.5 * b, room, bold=True, on=step.tint, of=element.short_name
        )
        items: list[AnyItem] = [name]
        if entry.text != element.short_name:
            what, end = self.set.text(
                view.words.of(entry.text), x, end, room, on=step.tint, of=entry.text
            )
            items.append(what)
        middle = 0.5 * b + 0.62 * b
        badge = self.pad + self.set.badges.wide
        items += self.set.badges.badge(member, Point(badge - self.set.badges.wide / 2, middle))
        items.append(
            Wire(
                route=Track((Point(badge + 0.15 * b, middle), Point(x - 0.25 * b, middle)), 0),
                paint=step.ink,
                weight=0.19 * b,
                dash="solid" if entry.certain else "dashed",
                ends=(entry.group, self.share.key),
            )
        )
        group = Group(
            name=f"{view.name(entry.group)}{view.colon} {view.words.of(entry.text)}",
            shows=(entry.group, self.share.key),
            links=entry.links,
            items=tuple(items),
        )
        signs = {self.set.sign_of(entry.group), "line" if entry.certain else "line-unsure"}
        return Block((group,), end + 0.5 * b, signs=frozenset(signs), ruled=True)

    def _unknown(self, entry: Entry) -> Block:
        """Work whose group the sources do not tell, with the candidates."""
        b, view, step = self.b, self.view, self.step
        spot = Rect(self.pad + 0.2 * b, 0.45 * b, 1.5 * b, 1.36 * b)
        x = self.text_left
        room = self.set.width - x - self.pad
        what, end = self.set.text(
            view.words.of(entry.text), x, 0.5 * b, room, on=step.tint, of=entry.text
        )
        items: list[AnyItem] = [
            Region(rect=spot, fill=GROUND, stroke=INK_2, weight=0.09 * b, dash="dashed", radius=2),
            centred("?", Face(b, True, INK_2), spot, view.measure, anchor="middle"),
            what,
        ]
        if entry.bodies:
            word = view.note(map_wordings.CANDIDATES)
            wide = view.measure.width(word, self.s)
            y = end + 0.3 * b
            label = centred(
                word,
                Face(self.s, False, INK_2, step.tint),
                Rect(x, y, wide + 0.2, self.set.badges.high),
                view.measure,
            )
            left = x + wide + 0.6 * b
            room = self.set.width - left - self.pad
            items.append(label)
            items += self.set.badges.rows(entry.bodies, Point(left, y), room, hollow=True)
            end = y + self.set.badges.rows_height(len(entry.bodies), room)
        group = Group(
            key=entry.keys[0],
            name=view.words.of(entry.text),
            shows=(*entry.bodies, self.share.key),
            links=entry.links,
            items=tuple(items),
        )
        signs = {"unknown", *self.set.signs_of(entry.bodies)}
        return Block((group,), end + 0.5 * b, entry.keys, frozenset(signs), ruled=True)

    def _leaving(self, key: str) -> Block:
        """A group that worked here and gives way, with what takes its place."""
        b, view, step = self.b, self.view, self.step
        member = self.set.member(key)
        x = self.text_left
        room = self.set.width - x - self.pad
        name, end = self.set.text(
            view.name(key),
            x,
            0.3 * b,
            room,
            paint=INK_2,
            on=step.tint,
            of=view.framework[key].short_name,
        )
        centre = Point(self.pad + self.set.badges.wide / 2, 0.3 * b + 0.62 * b)
        badge = self.set.badges.badge(member, centre, hollow=True)
        links = tuple(link for link in self.share.at.gone_links if link.source == key)
        group = Group(name=view.name(key), shows=(key,), links=links, items=(*badge, name))
        return Block((group,), end + 0.3 * b, signs=frozenset({self.set.sign_of(key)}))

    # --- proposed ---------------------------------------------------------------------------------

    def _proposed(self) -> Iterable[Block]:
        entries = self.share.at.proposed
        if not entries:
            word = self.view.text(map_wordings.NOTHING_PROPOSED)
            yield self._nothing(word, finding=False)
            return
        works = [it for it in entries if not self._is_output(it.keys[0])]
        outputs = [it for it in entries if self._is_output(it.keys[0])]
        labels = self._kind_labels()
        for kind in dict.fromkeys((*self.set.model.kinds, *(it.kind for it in works))):
            mine = [it for it in works if it.kind == kind]
            if not mine:
                continue
            if kind or len({it.kind for it in works}) > 1:
                label = self.view.said(labels.get(kind, wordings.MORE_WORK))
                yield self.set.heading(label, self.pad, self.step.tint)
            for entry in mine:
                yield self._entry(entry)
        if outputs:
            text = wordings.OUTPUTS
            yield self.set.heading(self.view.text(text), self.pad, self.step.tint)
            for entry in outputs:
                yield self._entry(entry)

    def _kind_labels(self) -> dict[str, Text]:
        metamodel = self.view.framework.metamodel
        labels: dict[str, Text] = {}
        for entry in metamodel.types_with(Trait.WORK):
            for choice in metamodel.attributes(entry.key)["kind"].choices:
                _ = labels.setdefault(choice.key, choice.label)
        return labels

    def _is_output(self, key: str) -> bool:
        return self.view.framework.has(key, Trait.OUTPUT)

    def _entry(self, entry: Entry) -> Block:
        """A piece of work: marker, name, council role; under it deliverables and bodies."""
        b, view, step = self.b, self.view, self.step
        right = self.set.width - self.pad
        x = self.pad + 1.5 * b
        aside = self.set.role_width(entry.role) + 0.6 * b if entry.role else 0.0
        top = 0.4 * b
        text, end = self.set.text(
            view.words.of(entry.text),
            x,
            top,
            right - x - aside,
            paint=INK_2 if entry.ended else INK,
            on=step.tint,
            of=entry.text,
        )
        middle = top + 0.62 * b
        signs: set[str] = {"under-way" if entry.under_way else "proposed"}
        items: list[AnyItem] = [self._marker(entry, middle), text]
        if self._is_output(entry.keys[0]):
            signs = {"output"}
        if entry.ended:
            items.append(
                Region(
                    rect=Rect(x, middle, view.measure.width(text.lines[0], b), 0.07 * b), fill=INK_3
                )
            )
        if not entry.certain:
            items += self._underlines(text)
            signs.add("text-unsure")
        if entry.role:
            items += self.set.role(entry.role, right, middle)
            signs.add(f"role-{entry.role}")
        for key in entry.keys[1:]:
            made, end = self._same_work(entry, key, x, end, right - x)
            items.append(made)
            if self._is_output(key):
                signs.add("output")
        if entry.bodies:
            y = end + 0.3 * b
            items += self.set.badges.rows(entry.bodies, Point(x, y), right - x)
            end = y + self.set.badges.rows_height(len(entry.bodies), right - x)
        group = Group(
            key=entry.keys[0],
            name=view.words.of(entry.text),
            shows=(*entry.bodies, self.share.key),
            links=entry.links,
            items=tuple(items),
        )
        signs |= self.set.signs_of(entry.bodies)
        return Block((group,), end + 0.4 * b, entry.keys, frozenset(signs))

    def _marker(self, entry: Entry, middle: float) -> AnyItem:
        b, step = self.b, self.step
        if self._is_output(entry.keys[0]):
            return Glyph(
                x=self.pad,
                y=middle - 0.52 * b,
                size=1.05 * b,
                glyph="page",
                paint=step.ink,
                on=step.tint,
            )
        side = 0.62 * b
        return Region(
            rect=Rect(self.pad + 0.2 * b, middle - side / 2, side, side),
            fill=step.ink if entry.under_way else GROUND,
            stroke=step.ink,
            weight=0.1 * b,
        )

    def _same_work(
        self, entry: Entry, key: str, x: float, y: float, room: float
    ) -> tuple[Group, float]:
        """A deliverable of the work, or the same work under another name."""
        b, view, step = self.b, self.view, self.step
        element = view.framework[key]
        name = view.words.of(element.name)
        same = name == view.words.of(entry.text)
        items: list[AnyItem] = []
        left = x
        if self._is_output(key):
            items.append(
                Glyph(
                    x=x,
                    y=y + 0.12 * b,
                    size=1.05 * b,
                    glyph="page",
                    paint=step.ink,
                    on=step.tint,
                )
            )
            left += 1.5 * b
            said = view.text(wordings.ONE_OUTPUT) if same else name
        elif same:
            return Group(key=key, name=name), y
        else:
            said = view.note(wordings.SAME_WORK, name=name)
        label, end = self.set.text(
            said,
            left,
            y + 0.12 * b,
            room - (left - x),
            small=True,
            paint=INK_2,
            on=step.tint,
            of=None if same else element.name,
        )
        items.append(label)
        return Group(key=key, name=name, items=tuple(items)), max(end, y + 1.3 * b)

    def _underlines(self, text: Label) -> list[AnyItem]:
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
                    ends=(self.share.key,),
                )
            )
        return found

    # --- what it leads to -------------------------------------------------------------------------

    def _leads(self) -> Iterable[Block]:
        view, share, model = self.view, self.share, self.set.model
        for horizon, steps in share.results:
            yield self.set.heading(self.set.horizon(horizon))
            for step in steps:
                yield self.set.result(step, self.step, owned=share.owns(step))
        if model.results and not share.results:
            yield self.set.heading(view.text(wordings.COUNT_RESULTS))
            yield self.set.said(view.text(wordings.NO_RESULT))
        if model.far.priorities:
            yield self.set.heading(view.text(map_wordings.PRIORITIES))
            if not share.reach:
                yield self.set.said(view.text(wordings.NO_PRIORITY))
            for weight in share.reach:
                sure = [key for key in weight.groups if key not in weight.possible]
                yield self._reached(weight.target, sure, weight.possible, weight.links)
        if share.ties:
            yield self.set.heading(view.text(map_wordings.OUTSIDE))
            for body, links in share.ties:
                yield self._tied(body.key, links)
        if share.serving:
            yield self.set.heading(view.text(wordings.SERVES))
            for link in share.serving:
                yield self._served(link)

    def _reached(
        self, key: str, groups: Sequence[str], possible: Sequence[str], links: tuple[LinkId, ...]
    ) -> Block:
        """A priority that reaches the area, and the groups that are at work for both."""
        b, view = self.b, self.view
        left = 1.0 * b
        room = self.set.width - left
        name, end = self.set.text(
            view.name(key), left, 0.3 * b, room, bold=True, of=view.framework[key].short_name
        )
        items: list[AnyItem] = [Region(rect=Rect(0, 0.4 * b, 0.35 * b, 1.1 * b), fill=INK), name]
        for keys, hollow in ((groups, False), (possible, True)):
            here = [it for it in keys if it in self.set.badges.members]
            if here:
                y = end + 0.3 * b
                at = left
                if hollow:
                    word = view.note(wordings.TO_CONSIDER)
                    wide = view.measure.width(word, self.s)
                    spot = Rect(left, y, wide + 0.2, self.set.badges.high)
                    face = Face(self.s, False, INK_2)
                    items.append(centred(word, face, spot, view.measure))
                    at += wide + 0.6 * b
                wide = self.set.width - at
                items += self.set.badges.rows(here, Point(at, y), wide, hollow=hollow)
                end = y + self.set.badges.rows_height(len(here), wide)
        shows = (key, self.share.key, *groups, *possible)
        group = Group(name=view.name(key), shows=shows, links=links, items=tuple(items))
        return Block((group,), end + 0.4 * b, signs=self.set.signs_of((*groups, *possible)))

    def _tied(self, key: str, links: Sequence[Link]) -> Block:
        """An outside body, by its number, and in what the ties consist."""
        b, view, measure = self.b, self.view, self.view.measure
        figure = str(self.set.below.numbers[key])
        wide = measure.width(figure, self.s, True)
        left = 1.3 * b + wide + 0.7 * b
        room = self.set.width - left
        name, end = self.set.text(
            view.name(key), left, 0.3 * b, room, bold=True, of=view.framework[key].short_name
        )
        spot = Rect(1.3 * b, 0.3 * b, wide + 0.2, 1.25 * b)
        items: list[AnyItem] = [
            Glyph(x=0, y=0.4 * b, size=1.1 * b, glyph="house", paint=INK_2),
            centred(figure, Face(self.s, True, INK_2), spot, measure),
            name,
        ]
        through = []
        for link in links:
            at, high = left, 0.0
            inner: list[AnyItem] = []
            other = link.source if link.target == key else link.target
            if other in self.set.badges.members:
                through.append(other)
                badges = self.set.badges
                high = badges.high + 0.2 * b
                middle = Point(left + badges.wide / 2, end + 0.1 * b + badges.high / 2)
                inner += badges.badge(self.set.member(other), middle)
                at += badges.wide + 0.5 * b
            what = link.text("what")
            if what:
                label, y = self.set.text(
                    view.words.of(what),
                    at,
                    end + 0.1 * b,
                    self.set.width - at,
                    small=True,
                    paint=INK_2,
                    of=what,
                )
                inner.append(label)
                high = max(high, y - end)
            if inner:
                shows = (link.source, link.target)
                items.append(Group(items=tuple(inner), shows=shows, links=(link.id,)))
            end += high
        group = Group(
            name=view.name(key),
            shows=(key, self.share.key),
            links=tuple(link.id for link in links),
            items=tuple(items),
        )
        signs = {"tie", *self.set.signs_of(through)}
        return Block((group,), end + 0.4 * b, signs=frozenset(signs))

    def _served(self, link: Link) -> Block:
        """An aim that the area serves."""
        b, view = self.b, self.view
        element = view.framework[link.target]
        label, end = self.set.text(
            view.words.of(element.name), 1.7 * b, 0.3 * b, self.set.width - 1.7 * b, of=element.name
        )
        arrow = Glyph(x=0, y=0.4 * b, size=1.1 * b, glyph="arrow", paint=INK_2)
        group = Group(
            name=view.name(link.target),
            shows=(link.source, link.target),
            links=(link.id,),
            items=(arrow, label),
        )
        return Block((group,), end + 0.4 * b)
