"""A briefing as a value: slides with a title that says something, and what stands on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cadre.core.text import Language, Rendition
from cadre.viewpoints.scene import AnyItem, Furniture, Paint

Cell = Rendition


@dataclass(frozen=True, slots=True)
class Card:
    """A heading with a few lines under it."""

    heading: Rendition
    lines: tuple[Rendition, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: heads, the share of the width that each column takes, rows.

    `name` says aloud what it is; `strong` are columns in bold, `numbers` those of numbers. A grid
    that has no room on one slide goes on on the next.
    """

    name: str
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    strong: tuple[int, ...] = (0,)
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """What bars of one paint stand for, and how long each is."""

    name: str
    values: tuple[float, ...]
    paint: Paint


@dataclass(frozen=True, slots=True)
class Bars:
    """Stacked bars from left to right, a category a line, the first on top."""

    name: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture made for the room of a slide, from 0, 0 in `width` by `height` points."""

    name: str
    items: tuple[AnyItem, ...]
    width: float
    height: float


Block = Cards | Grid | Bars | Drawing


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide. `section` is the part of the briefing; `notes` is what a speaker may say."""

    section: str
    title: str
    lead: str = ""
    block: Block | None = None
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole of it; the first slide is the cover."""

    language: Language
    furniture: Furniture
    slides: tuple[Slide, ...]
