"""The comparison on a phone: council by council, what came, went, changed and moved."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.comparison.counts import Counts
from cadre.viewpoints.comparison.model import Compared, Fate, Section, Thing
from cadre.viewpoints.comparison.phrases import phrases
from cadre.viewpoints.comparison.signs import new_box, sign, sign_side, signs, strikes
from cadre.viewpoints.comparison.wide import ALOUD, NO_GROUPS, UNCHANGED
from cadre.viewpoints.frame import Frame
from cadre.viewpoints.measure import widest
from cadre.viewpoints.scene import INK, INK_2, INK_3, AnyItem, Group, Rect, Region
from cadre.viewpoints.signs import mark
from cadre.viewpoints.texts import Face, foreign, height_of, paragraph
from cadre.viewpoints.words import Words

_WAS: Final = Text("was: {name}", "avant : {name}")


def draw(shown: Compared, frame: Frame, *, every: bool) -> tuple[list[AnyItem], float]:
    """The drawing, and where it ends. `every` shows what did not change too."""
    column = _Column(shown, frame)
    found: list[AnyItem] = []
    y = frame.top
    for section in shown.sections:
        items, y = column.section(section, y, every=every)
        found += items
    counts = Counts(shown, frame.sheet, frame.request.words, frame.request.measure, every=every)
    wide = frame.right - frame.left
    items, bottom = counts.laid([Rect(frame.left, y + 4, wide, 0)])
    return [*found, *items], bottom if items else y


class _Column:
    """One column of sections."""

    def __init__(self, shown: Compared, frame: Frame) -> None:
        self._shown, self._frame = shown, frame
        self._sheet = frame.sheet
        self._words: Words = frame.request.words
        self._measure = frame.request.measure

    def section(self, section: Section, top: float, *, every: bool) -> tuple[list[AnyItem], float]:
        """A council with its groups."""
        left, wide = self._frame.left, self._frame.right - self._frame.left
        found: list[AnyItem] = [Region(rect=Rect(left, top, wide, 1.1), fill=INK)]
        head, y = self._head(section, top + 8)
        found.append(head)
        gone = [one for one in section.left if one.gone]
        those = [*section.stayed, *gone, *section.joined, *section.new]
        told = [one for one in those if every or one.differs]
        for thing in told:
            item, y = self._thing(thing, y)
            found.append(item)
        rest = len(those) - len(told)
        if rest or not those:
            text = self._words.fill(UNCHANGED, n=rest) if rest else self._words.of(NO_GROUPS)
            face = Face(self._sheet.small, False, INK_3)
            label = paragraph(text, face, Rect(left, y, wide, 0), self._measure)
            found.append(label)
            y += height_of(label) + 4
        return found, y + 10

    def _head(self, section: Section, y: float) -> tuple[AnyItem, float]:
        words, size = self._words, self._sheet.name + 1
        left = self._frame.left
        indent = 18.0 if section.mark else 0.0
        room = self._frame.right - left - indent - 26
        name = paragraph(
            words.of(section.name),
            Face(size, True, INK_3 if section.fate is Fate.WENT else INK),
            Rect(left + indent, y, room, 0),
            self._measure,
            language=foreign(section.name, words),
        )
        middle = y + size * 0.63
        items: list[AnyItem] = [name]
        if section.mark:
            items.insert(0, mark(section.mark, left, middle, size * 0.9))
        if section.fate is Fate.WENT:
            items += strikes(name, self._measure)
        if section.fate is not Fate.SAME:
            x = left + indent + widest(name.lines, size, self._measure, bold=True) + 6
            items += sign(section.fate, x, middle, self._sheet.small, self._measure)
        group = Group(key=section.key, name=words.of(section.name), items=tuple(items))
        return group, y + max(height_of(name), size * 1.25) + 6

    def _thing(self, thing: Thing, y: float) -> tuple[AnyItem, float]:
        words, sheet = self._words, self._sheet
        side = sign_side(sheet.small)
        x = self._frame.left + 2 * side + 10
        inner = 7.0 if thing.new else 0.0
        name = thing.after or thing.before
        strong = thing.matters and not thing.over
        label = paragraph(
            words.of(name),
            Face(sheet.body, strong, INK if thing.matters else INK_2, leading=1.2),
            Rect(x + inner, y, self._frame.right - x - 2 * inner, 0),
            self._measure,
            language=foreign(name, words),
        )
        items: list[AnyItem] = []
        if thing.new:
            wide = widest(label.lines, label.size, self._measure, bold=strong) + 2 * inner
            items.append(new_box(Rect(x, y - 2, wide, height_of(label) + 4)))
        items.append(label)
        if thing.fate in {Fate.WENT, Fate.ENDED}:
            items += strikes(label, self._measure)
        middle = y + sheet.body * 0.62
        items += signs(thing, x - 6, middle, sheet.small, self._measure)
        y += max(height_of(label), sheet.body * 1.2) + (3 if thing.new else 0)
        said = phrases(thing, self._shown.names, words)
        if thing.before and thing.after and words.of(thing.before) != words.of(thing.after):
            said.insert(0, _was(words.fill(_WAS, name=words.of(thing.before))))
        if said:
            note = paragraph(
                "; ".join(said),
                Face(sheet.small, False, INK_2, leading=1.2),
                Rect(x, y, self._frame.right - x, 0),
                self._measure,
            )
            items.append(note)
            y += height_of(note)
        shown = words.of(name)
        aloud = words.fill(ALOUD, name=shown, said="; ".join(said)) if said else shown
        return Group(key=thing.key, name=aloud, items=tuple(items)), y + 7


def _was(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
