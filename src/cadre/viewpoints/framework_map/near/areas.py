"""The middle of the near view: for each area work on both sides of the spine."""

from __future__ import annotations

from cadre.viewpoints.axis import Step as AxisStep
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.detail import Entry, Field
from cadre.viewpoints.framework_map.near.plan import (
    LEADING,
    Line,
    PlacedBand,
    Plan,
)
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
from cadre.viewpoints.texts import Face, centred, foreign


class Areas(Plan):
    """Draws the bands of the areas."""

    def _draw_band(self, band: PlacedBand, ends: dict[tuple[str, str], Point]) -> None:
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
        nobody_there = self._nobody(band.at)
        if band.today or band.at.gone:
            inner.append(Region(rect=left, fill=step.tint))
        elif band.at.left_out:
            room = left._replace(x=left.x + 2.9 * b, width=left.width - 3.2 * b)
            face = Face(b, False, INK_2, step.tint)
            inner.append(Region(rect=left, fill=step.tint))
            inner.append(centred(nobody_there, face, room, view.measure))
        else:
            inner += self._empty(left, nobody_there)
        if right.width:
            if band.at.proposed:
                inner.append(Region(rect=right, fill=step.tint))
            else:
                word = view.text(wordings.NOTHING_PROPOSED)
                inner += self._empty(right, word, finding=False)
        inner += self._spine(band, spine)
        gone = self._gone_height(band.at)
        nobody = self._nobody_height(band.at)
        y = band.middle - (self._lines_height(band.today) + gone + nobody) / 2
        if nobody:
            room = Rect(left.x + 2.9 * b, y, left.width - 3.2 * b, 1.6 * b)
            face = Face(b, True, ACCENT, step.tint)
            if band.at.left_out:
                face = Face(b, False, INK_2, step.tint)
            inner.append(centred(nobody_there, face, room, view.measure))
            y += nobody
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

    def _nobody(self, at: Field) -> str:
        """That no group is at work; or how many are that filters leave out."""
        if at.left_out:
            return self.view.text(wordings.OTHERS_AT_WORK, n=at.left_out)
        return self.view.text(wordings.NOTHING_TODAY)

    def _empty(self, rect: Rect, word: str, *, finding: bool = True) -> list[AnyItem]:
        b, view = self.b, self.view
        wide = view.measure.width(word, 1.1 * b, True)
        middle = rect.centre
        plate = Rect(middle.x - wide / 2 - 0.8 * b, middle.y - b, wide + 1.6 * b, 2 * b)
        face = Face(1.1 * b, True, ACCENT if finding else INK_2)
        return [
            nothing(rect),
            Region(rect=plate, fill=GROUND),
            centred(word, face, plate, view.measure, anchor="middle"),
        ]

    def _spine(self, band: PlacedBand, rect: Rect) -> list[AnyItem]:
        b, view, step = self.b, self.view, band.step
        refs = self.below.refs(band.at.key)
        middle, code = rect.centre.y, self._code_width()
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
                Rect(rect.x + 0.3 * b, middle, code, 1.8 * b),
                view.measure,
                anchor="middle",
            ),
            centred(
                view.name(band.at.key),
                Face(b, True, step.on, step.fill),
                Rect(rect.x + code + 0.5 * b, rect.y, rect.width - code - 0.8 * b, rect.height),
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

    def _row(self, line: Line, rect: Rect, band: PlacedBand, left: float) -> Group:
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
        leading = LEADING * b
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

    def _underlines(self, text: Label, band: PlacedBand) -> list[AnyItem]:
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

    def _gone_row(self, band: PlacedBand, rect: Rect) -> Group:
        """The groups that worked here and give way, as badges."""
        b, view = self.b, self.view
        text = view.text(wordings.GIVE_WAY, n=len(band.at.gone))
        wide = view.measure.width(text, self.s)
        x = rect.x + 2.9 * b
        room = Rect(x, rect.y, wide + 0.2, self.badges.high)
        label = centred(text, Face(self.s, False, INK_2, band.step.tint), room, view.measure)
        run = self.badges.rows(
            band.at.gone, Point(x + wide + 0.6 * b, rect.y), self._gone_room(), hollow=True
        )
        return Group(items=(label, *run), shows=band.at.gone, links=band.at.gone_links, name=text)
