"""Blocks poured into columns, page after page: what stands where, before anything is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cadre.viewpoints.scene import AnyItem


@dataclass(frozen=True, slots=True)
class Block:
    """A piece that is never torn apart, made at 0, 0 in the width of a column."""

    items: tuple[AnyItem, ...]
    height: float
    subjects: tuple[str, ...] = ()
    signs: frozenset[str] = frozenset()
    """The signs in it that a legend explains."""
    leads: bool = False
    """Whether it is a heading, that stands on the same column as what follows."""
    ruled: bool = False
    """Whether a hairline parts it from what is above it in the column."""
    fills: bool = False
    """Whether, alone in its column, it stands in the middle of a hatched ground."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Blocks of one kind; `title` stands over them. Runs on over columns and pages."""

    id: str
    title: str
    blocks: tuple[Block, ...]


Columns = list[list[Block]]


@dataclass(frozen=True, slots=True)
class Poured:
    """What stands on one page: for each lane its columns, all as deep as `height`."""

    lanes: tuple[tuple[Lane, Columns], ...]
    height: float

    @property
    def blocks(self) -> list[Block]:
        """All blocks on the page."""
        return [block for _, columns in self.lanes for column in columns for block in column]


def pages_of(lanes: Sequence[Lane], columns: int, rooms: Sequence[float]) -> list[Poured]:
    """The lanes side by side on as many pages as they need; the last room is that of all others.

    Lanes keep their order. A lane that ended leaves its columns to the others, and where all fits
    on a page the columns of a lane become about equally deep. A block higher than a page stands
    alone.
    """
    left = [lane for lane in lanes if lane.blocks]
    pages: list[Poured] = []
    while left:
        room = rooms[min(len(pages), len(rooms) - 1)]
        page, left = _page(left, columns, room)
        pages.append(page)
    return pages


def _page(lanes: list[Lane], columns: int, room: float) -> tuple[Poured, list[Lane]]:
    counts = _allotted(lanes, columns)
    shown = [(lane, count) for lane, count in zip(lanes, counts, strict=True) if count]
    height = _least(shown, room)
    placed: list[tuple[Lane, Columns]] = []
    rest: list[Lane] = []
    for lane, count in shown:
        own = _least([(lane, count)], height)
        poured, over = _pour(lane.blocks, count, own)
        placed.append((lane, poured))
        if over:
            rest.append(Lane(lane.id, lane.title, over))
    rest += [lane for lane, count in zip(lanes, counts, strict=True) if not count]
    deepest = max((_depth(column) for _, made in placed for column in made), default=0.0)
    return Poured(tuple(placed), deepest), rest


def _allotted(lanes: Sequence[Lane], columns: int) -> list[int]:
    """One column each, the others to the lanes that are deepest; later lanes wait if need be."""
    counts = [1 if place < columns else 0 for place in range(len(lanes))]
    depths = [sum(block.height for block in lane.blocks) for lane in lanes]
    while sum(counts) < columns:
        able = [
            place
            for place, lane in enumerate(lanes)
            if counts[place] < sum(not block.leads for block in lane.blocks)
        ]
        if not able:
            break
        counts[max(able, key=lambda place: depths[place] / counts[place])] += 1
    return counts


def _least(lanes: Sequence[tuple[Lane, int]], room: float) -> float:
    """The least depth at which all blocks fit, or the room where they do not."""

    def fits(height: float) -> bool:
        return all(not _pour(lane.blocks, count, height)[1] for lane, count in lanes)

    if not fits(room):
        return room
    low, high = 0.0, room
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def _pour(
    blocks: Sequence[Block], columns: int, height: float
) -> tuple[Columns, tuple[Block, ...]]:
    """Columns filled in order, and what is left over."""
    made: Columns = []
    place = 0
    while place < len(blocks) and len(made) < columns:
        end, used = place, 0.0
        while end < len(blocks) and used + blocks[end].height <= height + 0.01:
            used += blocks[end].height
            end += 1
        if end < len(blocks):
            while end > place and blocks[end - 1].leads:
                end -= 1
        if end == place:  # too high for any column: it stands alone, with its headings
            while end < len(blocks) - 1 and blocks[end].leads:
                end += 1
            end += 1
        made.append(list(blocks[place:end]))
        place = end
    return made, tuple(blocks[place:])


def _depth(column: Sequence[Block]) -> float:
    return sum(block.height for block in column)
