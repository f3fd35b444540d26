"""The change analysis on a phone: disposition by disposition, each group with what it becomes."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.change_analysis.model import LABELS, Analysis, Cluster, Row
from cadre.viewpoints.change_analysis.newcomers import draw_newcomers
from cadre.viewpoints.change_analysis.signs import Signs, hue_of
from cadre.viewpoints.change_analysis.wide import NO_HEIR
from cadre.viewpoints.frame import Frame
from cadre.viewpoints.scene import ACCENT, INK, INK_2, INK_3, RULE, AnyItem, Group, Rect, Region
from cadre.viewpoints.texts import Face, foreign, height_of, paragraph

_INTO: Final = Text("becomes {heirs}", "devient {heirs}")
_SHOWN: Final = Text(
    "The states alone would show: {computed}.", "Les états à eux seuls montreraient : {computed}."
)


def draw(shown: Analysis, signs: Signs, frame: Frame) -> tuple[list[AnyItem], float]:
    """The drawing, and where it ends."""
    drawing = _Drawing(frame)
    found: list[AnyItem] = []
    y = frame.top
    for cluster in shown.clusters:
        items, y = drawing.cluster(cluster, y)
        found += items
    more, y = draw_newcomers(shown, signs, frame, y)
    return [*found, *more], y


class _Drawing:
    def __init__(self, frame: Frame) -> None:
        self._frame, self._sheet = frame, frame.sheet
        self._words, self._measure = frame.request.words, frame.request.measure
        self._wide = frame.right - frame.left

    def cluster(self, cluster: Cluster, top: float) -> tuple[list[AnyItem], float]:
        """A disposition and its groups."""
        left = self._frame.left
        found: list[AnyItem] = [Region(rect=Rect(left, top, self._wide, 1.2), fill=INK)]
        title = f"{self._words.of(cluster.label)} ({len(cluster.rows)})"
        head = paragraph(
            title,
            Face(self._sheet.name + 1, True),
            Rect(left, top + 8, self._wide, 0),
            self._measure,
        )
        found.append(head)
        y = top + 8 + height_of(head) + 4
        for row in cluster.rows:
            item, y = self._row(row, y)
            found.append(item)
        return found, y + 12

    def _row(self, row: Row, top: float) -> tuple[AnyItem, float]:
        left = self._frame.left
        items: list[AnyItem] = [Region(rect=Rect(left, top, self._wide, 0.7), fill=RULE)]
        y = top + 7
        room = Rect(left + 12, y, self._wide - 12, 0)

        def put(text: str, face: Face, *, of: Text = Text()) -> None:
            nonlocal y
            language = foreign(of, self._words) if of else None
            label = paragraph(text, face, room._replace(y=y), self._measure, language=language)
            items.append(label)
            y += height_of(label) + 2

        put(self._words.of(row.name), Face(self._sheet.body, True), of=row.name)
        heirs = [self._words.of(heir.name) for heir in row.heirs if heir.key != row.key]
        if heirs:
            said = self._words.fill(_INTO, heirs=self._words.listed(heirs))
            put(said, Face(self._sheet.body, False, INK))
        elif row.found.is_homeless:
            put(self._words.of(NO_HEIR), Face(self._sheet.small, False, ACCENT))
        if row.reason:
            put(self._words.of(row.reason), Face(self._sheet.small, False, INK_2), of=row.reason)
        if row.phase:
            put(self._words.of(row.phase), Face(self._sheet.small, False, INK_3), of=row.phase)
        if row.found.differs:
            computed = self._words.of(LABELS[row.found.computed])
            put(self._words.fill(_SHOWN, computed=computed), Face(self._sheet.small, False, INK_3))
        bar = Region(rect=Rect(left, top + 8, 4, y - top - 10), fill=hue_of(row.step))
        items.insert(1, bar)
        name = self._words.of(row.name)
        return Group(key=row.key, name=name, items=tuple(items)), y + 6
