"""The far view on a phone: focus areas one under the other, each with its groups and ties.

No line is drawn: what the wide form joins by lines is said by marks, codes and words.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from cadre.core.text import Text
from cadre.viewpoints.axis import Step
from cadre.viewpoints.frame import Frame
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.findings import Verdicts
from cadre.viewpoints.framework_map.model import Area, Macro, Outside
from cadre.viewpoints.framework_map.view import View
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
    Point,
    Rect,
    Region,
    moved,
)
from cadre.viewpoints.signs import mark, nothing
from cadre.viewpoints.texts import Face, centred, foreign, height_of, paragraph

_GAP = 10.0
_MARK = 9.0


def stacked(
    view: View, model: Macro, judged: Verdicts, frame: Frame
) -> tuple[list[AnyItem], float]:
    """All items in one column as wide as the frame, and where they end."""
    column = _Column(view, model, judged, frame)
    column.councils()
    for area in model.areas:
        column.area(area)
    column.priorities()
    column.outside()
    column.others()
    return column.items, column.y


class _Column:
    """What stands so far, and how far down that reaches."""

    def __init__(self, view: View, model: Macro, judged: Verdicts, frame: Frame) -> None:
        self.view, self.model, self.judged = view, model, judged
        self.x, self.width = frame.left, frame.right - frame.left
        self.y = frame.top
        self.body, self.small = frame.sheet.body, frame.sheet.small
        self.steps = view.steps()
        self.items: list[AnyItem] = []

    # --- sections -------------------------------------------------------------------------------

    def councils(self) -> None:
        """One line a council: mark, name, how many groups in how many areas."""
        if not self.model.councils:
            return
        self._heading(wordings.COUNCILS)
        for block in self.model.councils:
            gone = [group for group in block.groups if group in self.model.gone]
            here = len(block.groups) - len(gone)
            touched = sum(
                any(worker.council == block.key for worker in area.at_work)
                for area in self.model.areas
            )
            facts = [
                self._groups(here, self.model.lasting_of(block.key)),
            ]
            if block.key and not self.view.is_council(block.key):
                facts.append(self.view.text(wordings.NO_COUNCIL))
            if self.view.unsure(block.key):
                facts.append(self.view.text(wordings.MEMBERS_UNSURE))
            if len(self.model.areas) > 1:
                of_areas = self.view.note(wordings.OF_AREAS, total=len(self.model.areas))
                facts.append(f"{touched} {of_areas}")
            if gone:
                facts.append(self.view.text(wordings.GONE, n=len(gone)))
            idle = [group for group in block.groups if group in self.model.idle]
            if idle:
                facts.append(self.view.text(wordings.IDLE, names=self.view.names(idle)))
            sign = mark(self.view.mark(block.key), 0, self.body * 0.62, _MARK)
            self._entry(block.key, self.view.name(block.key), facts, sign, shows=block.groups)
        self.y += _GAP

    def area(self, area: Area) -> None:
        """A bar with code, name and count; below it the groups, priorities and ties."""
        view, step = self.view, self.steps[area.key]
        top = self.y
        inner: list[AnyItem] = []
        bar = self._bar(area, step, inner)
        y = top + bar + 6
        left_out = self.model.left_out(area.key)
        if area.at_work:
            for council, following in _runs(area):
                y = self._names(council, following, area, inner, y)
        elif left_out:
            text = view.text(wordings.OTHERS_AT_WORK, n=left_out)
            room = Rect(self.x + 6, y, self.width - 8, 0)
            label = paragraph(text, Face(self.small, False, INK_2), room, view.measure)
            inner.append(label)
            y += height_of(label) + 2
        else:
            plate = Rect(self.x, y - 4, self.width, self.body * 1.7)
            text = view.text(wordings.NO_GROUP)
            wide = view.measure.width(text, self.body, True)
            inner += [
                nothing(plate, dashed=True),
                Region(
                    rect=Rect(self.x + 10, plate.y + 2, wide + 12, plate.height - 4), fill=GROUND
                ),
                centred(
                    text,
                    Face(self.body, True, ACCENT),
                    Rect(self.x + 16, plate.y, wide + 1, plate.height),
                    view.measure,
                ),
            ]
            y = plate.bottom + 4
        y = self._gone(area, inner, y)
        for heading, keys in (
            (wordings.PRIORITIES, [it.target for it in self.model.reach if it.source == area.key]),
            (wordings.OUTSIDE, [it.target for it in self.model.ties if it.source == area.key]),
        ):
            if keys:
                names = ", ".join(view.names(dict.fromkeys(keys)))
                label = paragraph(
                    f"{view.text(heading)}{view.colon} {names}",
                    Face(self.small, False, INK_2),
                    Rect(self.x + 6, y, self.width - 8, 0),
                    view.measure,
                )
                links = tuple(
                    link
                    for it in (*self.model.reach, *self.model.ties)
                    if it.source == area.key and it.target in keys
                    for link in it.links
                )
                inner.append(Group(items=(label,), shows=tuple(keys), links=links))
                y += height_of(label) + 2
        rect = Rect(self.x, top, self.width, y - top + 4)
        box = Box(key=area.key, rect=rect, outline="none", name=view.name(area.key))
        inner.insert(0, Region(rect=rect, stroke=RULE, weight=0.75))
        shows = (*area.parts, *(worker.group for worker in area.workers))
        self.items.append(Group(items=(box, *inner), shows=shows, name=view.name(area.key)))
        self.y = rect.bottom + _GAP

    def priorities(self) -> None:
        """One entry a priority: who leads it and with how many groups."""
        self._heading(wordings.PRIORITIES)
        if not self.model.priorities:
            self._plain(self.view.text(wordings.NO_PRIORITIES))
        for card in self.model.priorities:
            facts = [
                self.view.text(wordings.LED_BY, names=self.view.names(card.leads))
                if card.leads
                else self.view.text(wordings.NO_LEAD),
                self.view.support(card),
            ]
            sign = Region(rect=Rect(0, 1, 4, self.body * 1.1), fill=INK)
            shows = (*card.parts, *card.leads, *card.groups, *card.possible)
            self._entry(card.key, self.view.name(card.key), facts, sign, shows=shows)
        self.y += _GAP

    def outside(self) -> None:
        """One entry an outside body, with what is tied to it."""
        if not self.model.outside:
            return
        self._heading(wordings.OUTSIDE)
        for body in self.model.outside:
            tied = body.tied
            names = [self.view.coded(key, self.steps) for key in tied]
            facts = [", ".join(names)] if names else []
            facts += self._oversight(body)
            if body.loose:
                facts.append(self.view.text(wordings.NO_TIE))
            sign = Glyph(x=0, y=1, size=self.body, glyph="house", paint=INK_2)
            self._entry(body.key, self.view.name(body.key), facts, sign, shows=(*body.parts, *tied))
        self.y += _GAP

    def others(self) -> None:
        """What fits nowhere else."""
        if not self.model.other:
            return
        self._heading(wordings.OTHER)
        for key in self.model.other:
            sign = Glyph(x=0, y=1, size=self.body, glyph="ring", paint=INK_3)
            self._entry(key, self.view.name(key), [], sign)

    # --- parts ----------------------------------------------------------------------------------

    def _bar(self, area: Area, step: Step, inner: list[AnyItem]) -> float:
        """The coloured head of an area; its height."""
        view = self.view
        count = len(area.at_work)
        note = ""
        if area.key in self.judged.doubles:
            note = view.note(wordings.DOUBLES)
        elif area.key in self.judged.thin:
            note = view.note(wordings.THIN)
        total = self.model.at_work(area.key)
        figure = str(count)
        if count < total:
            figure = view.words.fill(wordings.COUNT_OF, n=count, total=total)
        figure += f" · {note}" if note else ""
        aside = view.measure.width(figure, self.body, True)
        name = Face(self.body, True, step.on, step.fill)
        code = max(18.0, view.measure.width(step.code, self.body + 1, True) + 2)
        room = Rect(self.x + 30 + code, self.y, self.width - 40 - code - aside - 8, 0)
        label = paragraph(
            view.name(area.key),
            name,
            room,
            view.measure,
            language=foreign(view.framework[area.key].short_name, view.words),
        )
        high = max(height_of(label) + 10, 28.0)
        rect = Rect(self.x, self.y, self.width, high)
        inner += [
            Region(rect=rect, fill=step.fill),
            Glyph(
                x=self.x + 7,
                y=rect.centre.y - 8,
                size=16,
                glyph=step.glyph,
                paint=step.on,
                on=step.fill,
            ),
            centred(
                step.code,
                Face(self.body + 1, True, step.on, step.fill),
                Rect(self.x + 26, rect.y, code, high),
                view.measure,
                anchor="middle",
            ),
            centred(view.name(area.key), name, room._replace(height=high), view.measure),
            centred(
                figure,
                Face(self.body, True, step.on, step.fill),
                Rect(rect.right - aside - 10, rect.y, aside + 0.1, high),
                view.measure,
            ),
        ]
        return high

    def _groups(self, count: int, total: int) -> str:
        """How many groups of a council are shown, of how many where some are left out."""
        if count < total:
            return f"{count} {self.view.note(wordings.OF_GROUPS, total=total)}"
        return f"{count} {self.view.note(wordings.GROUPS_COUNT, n=count)}"

    def _oversight(self, body: Outside) -> list[str]:
        """Whom an outside body oversees, and who oversees it."""
        over = [link.target for link in body.oversight if body.end(link) == link.target]
        under = [link.source for link in body.oversight if body.end(link) == link.source]
        view, found = self.view, []
        if over:
            found.append(view.text(wordings.OVERSEES_SHORT, targets=view.names(over)))
        if under:
            found.append(view.text(wordings.OVERSEEN_BY, names=view.names(under)))
        return found

    def _names(
        self, council: str, groups: list[str], area: Area, inner: list[AnyItem], y: float
    ) -> float:
        """The groups of one council in an area, as one running line behind its mark."""
        view = self.view
        links = tuple(
            link for worker in area.at_work if worker.council == council for link in worker.links
        )
        label = paragraph(
            ", ".join(view.names(groups)),
            Face(self.body, False, INK),
            Rect(self.x + 24, y, self.width - 32, 0),
            view.measure,
        )
        sign = mark(view.mark(council), self.x + 8, y + self.body * 0.64, _MARK)
        inner.append(
            Group(
                items=(sign, label),
                shows=(council, *groups) if council else tuple(groups),
                links=links,
                name=view.name(council),
            )
        )
        return y + height_of(label) + 3

    def _gone(self, area: Area, inner: list[AnyItem], y: float) -> float:
        if not area.gone:
            return y
        label = paragraph(
            self.view.text(wordings.GONE, n=len(area.gone)),
            Face(self.small, False, INK_2),
            Rect(self.x + 24, y, self.width - 32, 0),
            self.view.measure,
        )
        inner.append(
            Group(
                items=(label,),
                shows=tuple(worker.group for worker in area.gone),
                links=tuple(link for worker in area.gone for link in worker.links),
            )
        )
        return y + height_of(label) + 3

    def _heading(self, text: Text) -> None:
        label = paragraph(
            self.view.text(text),
            Face(self.small, True, INK_2),
            Rect(self.x, self.y, self.width, 0),
            self.view.measure,
        )
        self.items.append(label)
        self.y += height_of(label) + 4

    def _plain(self, text: str) -> None:
        label = paragraph(
            text,
            Face(self.small, False, INK_2),
            Rect(self.x, self.y, self.width, 0),
            self.view.measure,
        )
        self.items.append(label)
        self.y += height_of(label) + 4

    def _entry(
        self,
        key: str,
        name: str,
        facts: Iterable[str],
        sign: AnyItem,
        shows: tuple[str, ...] = (),
    ) -> None:
        """A sign, a name in bold and a line of facts, as one box."""
        top = self.y
        at = self.x + 18
        label = paragraph(
            name,
            Face(self.body, True, INK),
            Rect(at, top, self.width - 18, 0),
            self.view.measure,
        )
        inner: list[AnyItem] = [moved(sign, Point(self.x, top)), label]
        y = top + height_of(label)
        for fact in facts:
            line = paragraph(
                fact,
                Face(self.small, False, INK_2),
                Rect(at, y, self.width - 18, 0),
                self.view.measure,
            )
            inner.append(line)
            y += height_of(line)
        box = Box(key=key, rect=Rect(self.x, top, self.width, y - top), outline="none", name=name)
        self.items.append(Group(items=(box, *inner), shows=shows, name=name))
        self.y = y + 5


def _runs(area: Area) -> list[tuple[str, list[str]]]:
    """The groups at work by council, in the order in which they stand."""
    found: list[tuple[str, list[str]]] = []
    workers = area.at_work
    if workers:
        found.append((workers[0].council, [workers[0].group]))
    for before, worker in pairwise(workers):
        if before.council == worker.council:
            found[-1][1].append(worker.group)
        else:
            found.append((worker.council, [worker.group]))
    return found
