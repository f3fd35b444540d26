"""The legend: one entry per sign, in the order the signs are first used, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cadre.viewpoints.measure import Measure, wrap
from cadre.viewpoints.scene import INK, INK_2, AnyItem, Group, LegendEntry, Point, Rect, moved
from cadre.viewpoints.texts import Face, centred, paragraph

_SAMPLE_GAP: Final = 6.0
_ENTRY_GAP: Final = 18.0
_ROW_GAP: Final = 5.0


class Legend:
    """Gathers the entries while a picture is drawn; an id that was mentioned is not repeated."""

    def __init__(self) -> None:
        self._entries: dict[str, LegendEntry] = {}

    def mention(self, entry: LegendEntry) -> None:
        """Add an entry, unless its sign is there already."""
        _ = self._entries.setdefault(entry.id, entry)

    def entries(self) -> tuple[LegendEntry, ...]:
        """The entries in order of first mention."""
        return tuple(self._entries.values())


def lay_legend(
    entries: Iterable[LegendEntry], room: Rect, measure: Measure, *, size: float
) -> tuple[tuple[AnyItem, ...], float]:
    """The entries in rows from the top of the room, and the height they take."""
    placed: list[AnyItem] = []
    row: list[tuple[LegendEntry, float, tuple[str, ...]]] = []
    x, y = room.x, room.y
    started = False
    for entry in entries:
        face = _face(entry, size)
        lead = entry.width + _SAMPLE_GAP if entry.width else 0.0
        alone = lead + measure.width(entry.text, size, face.bold)
        if row and (entry.heading or x + min(alone, room.width) > room.right):
            y += _set_row(row, y, placed, measure, size) + _ROW_GAP
            row, x = [], room.x
        lines = wrap(entry.text, size, room.right - x - lead, measure, bold=face.bold)
        text_width = max((measure.width(line, size, face.bold) for line in lines), default=0)
        row.append((entry, x, lines))
        x += lead + text_width + (_ENTRY_GAP / 2 if entry.heading else _ENTRY_GAP)
        started = True
    if row:
        y += _set_row(row, y, placed, measure, size)
    return tuple(placed), (y - room.y if started else 0.0)


def _face(entry: LegendEntry, size: float) -> Face:
    return Face(size, True, INK) if entry.heading else Face(size, False, INK_2)


def _set_row(
    row: list[tuple[LegendEntry, float, tuple[str, ...]]],
    y: float,
    placed: list[AnyItem],
    measure: Measure,
    size: float,
) -> float:
    """Set one row of entries and return its height."""
    height = max(max(entry.height, len(lines) * _face(entry, size).step) for entry, _, lines in row)
    for entry, x, lines in row:
        face = _face(entry, size)
        top = y + (height - entry.height) / 2
        sample = tuple(moved(item, Point(x, top)) for item in entry.sample)
        left = x + (entry.width + _SAMPLE_GAP if entry.width else 0.0)
        wide = max((measure.width(line, size, face.bold) for line in lines), default=0.0)
        text = Rect(left, y, wide + 0.1, height)
        label = (
            centred(entry.text, face, text, measure)
            if len(lines) == 1
            else paragraph(entry.text, face, text, measure)
        )
        placed.append(Group(items=(*sample, label), name=entry.text))
    return height
