"""The new groups that continue nobody's work, in columns under the drawing."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.change_analysis.model import Analysis, Heir, Newcomers
from cadre.viewpoints.change_analysis.signs import Signs, heir_box, open_place
from cadre.viewpoints.frame import Frame
from cadre.viewpoints.measure import longest_word
from cadre.viewpoints.scene import INK, INK_2, AnyItem, Group, Rect, Region
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph

_TITLES: Final = {
    "team": Text(
        "New {n:group that continues|groups that continue} nobody’s work",
        "{n:Nouveau groupe qui ne poursuit|Nouveaux groupes qui ne poursuivent} les travaux de "
        "personne",
    ),
    "open": Text("{n:Place|Places} kept open", "{n:Place gardée|Places gardées}"),
    "head": Text(
        "New {n:group that heads|groups that head} others",
        "{n:Nouveau groupe qui chapeaute|Nouveaux groupes qui chapeautent} les autres",
    ),
}
_COUNTED: Final = Text("{title} ({n})", "{title} ({n})")
_IN_PHASE: Final = Text("{title}: {phase}", "{title} : {phase}")


def draw_newcomers(
    shown: Analysis, signs: Signs, frame: Frame, top: float
) -> tuple[list[AnyItem], float]:
    """The drawing from `top` on, and where it ends: `top` itself where there is nobody new."""
    if not shown.newcomers:
        return [], top
    drawing = _Drawing(signs, frame)
    found: list[AnyItem] = []
    y = top
    for own in shown.newcomers:
        items, y = drawing.section(own, y)
        found += items
    return found, y


class _Drawing:
    def __init__(self, signs: Signs, frame: Frame) -> None:
        self._signs, self._frame = signs, frame
        self._sheet, self._words = frame.sheet, frame.request.words
        self._measure, self._u = frame.request.measure, frame.sheet.scale
        self._wide = frame.right - frame.left
        self._face = Face(frame.sheet.body, leading=1.2)

    def section(self, own: Newcomers, top: float) -> tuple[list[AnyItem], float]:
        """A heading, and the groups under it column by column."""
        u = self._u
        title = self._words.fill(
            _COUNTED, title=self._words.fill(_TITLES[own.kind], n=len(own.heirs)), n=len(own.heirs)
        )
        if own.phase:
            title = self._words.fill(_IN_PHASE, title=title, phase=self._words.of(own.phase))
        found: list[AnyItem] = [
            Region(rect=Rect(self._frame.left, top, self._wide, 1.1 * u), fill=INK)
        ]
        room = Rect(self._frame.left, top + 6 * u, self._wide, 0)
        head = paragraph(title, Face(self._sheet.body, True), room, self._measure)
        found.append(head)
        y = room.y + height_of(head) + 5 * u
        gap = 10 * u
        least = self._least(own.heirs)
        columns = max(1, int((self._wide + gap) // (max(least, 200 * u) + gap)))
        columns = min(columns, len(own.heirs))
        wide = (self._wide - (columns - 1) * gap) / columns
        wide = min(wide, max(least, 300 * u))
        per = -(-len(own.heirs) // columns)
        heights = [self._height(heir, wide) for heir in own.heirs]
        for row in range(per):
            line = range(row, len(own.heirs), per)
            high = max(heights[place] for place in line)
            for column, place in enumerate(line):
                rect = Rect(self._frame.left + column * (wide + gap), y, wide, high)
                found.append(self._entry(own.heirs[place], rect, kind=own.kind))
            y += high + 5 * u
        return found, y + 5 * u

    def _least(self, heirs: tuple[Heir, ...]) -> float:
        names = [self._words.of(heir.name) for heir in heirs]
        word = longest_word(names, self._sheet.body, self._measure)
        return word + self._signs.room([*heirs]) + 20 * self._u

    def _height(self, heir: Heir, wide: float) -> float:
        room = wide - self._signs.room([heir]) - 17 * self._u
        text = height_for(self._words.of(heir.name), self._face, room, self._measure)
        return max(text, self._signs.high) + 5 * self._u

    def _entry(self, heir: Heir, rect: Rect, *, kind: str) -> AnyItem:
        name = self._words.of(heir.name)
        is_open = kind == "open"
        ground: AnyItem = open_place(rect) if is_open else heir_box(heir, rect, is_own=False)
        x = rect.x + 9 * self._u
        room = self._signs.room([heir])
        text = Rect(x + room, rect.y, rect.width - room - 16 * self._u, rect.height)
        face = Face(self._sheet.body, False, INK_2 if is_open else INK, leading=1.2)
        language = foreign(heir.name, self._words)
        label = centred(name, face, text, self._measure, language=language)
        return Group(
            key=heir.key,
            name=name,
            items=(ground, *self._signs.before_name(heir, x, rect.centre.y), label),
        )
