"""A picture as a value: shapes, lines, texts and glyphs in points, painted by meaning.

Every item says what it stands for: `key` is the one element that the item *is* (its box, its row),
`shows` are the elements it also speaks of, `links` the links behind it. A page lights and links by
them; an audit counts by them. Nothing here knows a colour, a font or a file format.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from cadre.core.keys import LinkId
from cadre.core.text import Language

SMALLEST: Final = 9.0
"""No text is set smaller than this, in points on the paper named."""

Token = Literal[
    "none",
    "ground",
    "pale",
    "ink",
    "ink-2",
    "ink-3",
    "rule",
    "rule-2",
    "accent",
    "hatch",
    "step-0",
    "step-1",
    "step-2",
    "step-3",
    "step-4",
    "on-step-0",
    "on-step-1",
    "on-step-2",
    "on-step-3",
    "on-step-4",
    "hue",
    "on-hue",
    "hue-tint",
    "hue-band",
    "hue-ink",
]


class Paint(NamedTuple):
    """A meaning to be painted. The tokens that start with hue are made from `hue` (`#86990F`)."""

    token: Token
    hue: str = ""


NONE: Final = Paint("none")
GROUND: Final = Paint("ground")
PALE: Final = Paint("pale")
INK: Final = Paint("ink")
INK_2: Final = Paint("ink-2")
INK_3: Final = Paint("ink-3")
RULE: Final = Paint("rule")
RULE_2: Final = Paint("rule-2")
ACCENT: Final = Paint("accent")
HATCH: Final = Paint("hatch")


class Point(NamedTuple):
    """A place, in points from the top left."""

    x: float
    y: float


class Rect(NamedTuple):
    """A place and a size, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """Its middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def inset(self, by: float) -> Rect:
        """This rectangle, smaller by so much on each side."""
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def meets(self, other: Rect, slack: float = 0.0) -> bool:
        """Whether two rectangles share more than `slack` points in both directions."""
        return (
            self.x + slack < other.right
            and other.x + slack < self.right
            and self.y + slack < other.bottom
            and other.y + slack < self.bottom
        )

    def holds(self, other: Rect, slack: float = 0.0) -> bool:
        """Whether the other one lies inside, but for `slack` points."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


Shape = Literal["plain", "body", "aim", "work", "output", "outcome", "decision", "pill"]
"""One shape per trait family: a body has a bar on its left, an aim is filled, work is a plain
rectangle, an output has a folded corner, an outcome round ends, a decision points both ways."""

Outline = Literal["none", "plain", "thin", "double", "struck"]
"""Lifecycle: active plain, proposed thin, new double, ended struck. Uncertain is `dashed`."""

Dash = Literal["solid", "dashed", "dotted"]
"""Solid is stated, dashed inferred or uncertain, dotted to consider or later."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What all items have: what they stand for, and how it is called aloud."""

    key: str = ""
    shows: tuple[str, ...] = ()
    links: tuple[LinkId, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Item):
    """A plain area that orders the picture: ground of a row, bar, cell. May lie under boxes."""

    rect: Rect
    fill: Paint = NONE
    stroke: Paint = NONE
    weight: float = 0.8
    radius: float = 0.0
    dash: Dash = "solid"
    hatched: bool = False
    """Hatched is the one sign for "nothing there"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Item):
    """The shape of a thing. Boxes never overlap, and no wire runs through a foreign one."""

    rect: Rect
    shape: Shape = "plain"
    fill: Paint = GROUND
    stroke: Paint = INK_2
    bar: Paint = INK
    """The bar on the left of a body."""
    weight: float = 1.0
    radius: float = 0.0
    outline: Outline = "plain"
    dashed: bool = False
    hatched: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(Item):
    """Lines of text. `y` is the baseline of the first line; `on` is the paint behind it."""

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    bold: bool = False
    paint: Paint = INK
    on: Paint = GROUND
    anchor: Anchor = "start"
    leading: float = 0.0
    """From baseline to baseline; 0 stands for 1.25 times the size."""
    within: Rect | None = None
    """The room that the text must stay in."""
    language: Language | None = None
    """Set where the text is not in the scene's own language."""

    @property
    def step(self) -> float:
        """From baseline to baseline, in points."""
        return self.leading or self.size * 1.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph(Item):
    """A small sign by name: one of the glyphs of types, the marks of councils, or a pointer."""

    x: float
    y: float
    size: float
    glyph: str
    paint: Paint = INK
    on: Paint = GROUND


class Track(NamedTuple):
    """A way of straight pieces with rounded corners."""

    points: tuple[Point, ...]
    radius: float = 8.0


class Curve(NamedTuple):
    """A cubic between two points, leaving and arriving level (or upright)."""

    start: Point
    end: Point
    upright: bool = False
    bend: float = 0.5


class Band(NamedTuple):
    """A cubic ribbon: `start` and `end` are its upper (or left) corners, with a breadth at each."""

    start: Point
    end: Point
    start_breadth: float
    end_breadth: float
    upright: bool = False
    bend: float = 0.5


Route = Track | Curve | Band
WireEnd = Literal["none", "arrow", "open"]
"""`open` is a small open circle, the one sign for "no link"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire(Item):
    """A line or band between things. `ends` are the keys of the boxes it may touch."""

    route: Route
    paint: Paint = INK_2
    weight: float = 1.4
    dash: Dash = "solid"
    casing: float = 0.0
    """How much wider a line of ground lies under it, so that crossings read as over and under."""
    end: WireEnd = "none"
    ends: tuple[str, ...] = ()
    opacity: float = 1.0
    derived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Item):
    """Items that are one thing to the reader: a box with its texts, a row, a cell."""

    items: tuple[AnyItem, ...] = ()


AnyItem = Region | Box | Label | Glyph | Wire | Group


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign and its meaning. `sample` is drawn from 0, 0 in `width` by `height`."""

    id: str
    text: str
    sample: tuple[AnyItem, ...] = ()
    width: float = 0.0
    height: float = 0.0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """What must stand on every picture, as words."""

    framework: str
    state: str
    date: str = ""
    maturity: str = ""
    source: str = ""
    remark: str = ""
    """Such as "as assessed in September 2016", where what is shown is older than the state."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One page of a picture. `head` and `foot` are its furniture, `items` the drawing and legend.

    A page of the site that says title and state itself shows `body` of it alone.
    """

    viewpoint: str
    width: float
    height: float
    paper: str
    language: Language
    title: str
    lead: str
    summary: str
    body: Rect
    head: tuple[AnyItem, ...]
    items: tuple[AnyItem, ...]
    foot: tuple[AnyItem, ...]
    legend: tuple[LegendEntry, ...]
    furniture: Furniture
    subjects: tuple[str, ...] = ()
    """The elements that the picture is of: each is the `key` of exactly one item."""

    def everything(self) -> Iterator[AnyItem]:
        """All items in drawing order, groups opened: a group comes before what it holds."""
        yield from opened((*self.head, *self.items, *self.foot))


def opened(items: Iterable[AnyItem]) -> Iterator[AnyItem]:
    """Items in drawing order, groups opened: a group comes before what it holds."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from opened(item.items)


def subject_of(item: Item) -> str:
    """What an item is: itself, or for a group without a key the first box in it."""
    if item.key or not isinstance(item, Group):
        return item.key
    return next((one.key for one in item.items if isinstance(one, Box) and one.key), "")


def moved(item: AnyItem, by: Point) -> AnyItem:
    """The item, so much further right and down."""
    match item:
        case Region() | Box():
            return replace(item, rect=_moved_rect(item.rect, by))
        case Label():
            within = _moved_rect(item.within, by) if item.within else None
            return replace(item, x=item.x + by.x, y=item.y + by.y, within=within)
        case Glyph():
            return replace(item, x=item.x + by.x, y=item.y + by.y)
        case Wire():
            return replace(item, route=_moved_route(item.route, by))
        case Group():
            return replace(item, items=tuple(moved(one, by) for one in item.items))


def _moved_rect(rect: Rect, by: Point) -> Rect:
    return Rect(rect.x + by.x, rect.y + by.y, rect.width, rect.height)


def _moved_route(route: Route, by: Point) -> Route:
    match route:
        case Track(points=points):
            return route._replace(points=tuple(_moved_point(point, by) for point in points))
        case Curve() | Band():
            return route._replace(
                start=_moved_point(route.start, by), end=_moved_point(route.end, by)
            )


def _moved_point(point: Point, by: Point) -> Point:
    return Point(point.x + by.x, point.y + by.y)


def samples(route: Route, every: float = 3.0) -> list[Point]:
    """Points along a route, at most `every` points apart on straight pieces."""
    match route:
        case Track(points=points):
            found: list[Point] = []
            for start, end in pairwise(points):
                steps = max(1, math.ceil(math.dist(start, end) / every))
                found += [_between(start, end, place / steps) for place in range(steps + 1)]
            return found
        case Curve():
            return [_on_cubic(route, place / 40) for place in range(41)]
        case Band():
            half = route.start_breadth / 2, route.end_breadth / 2
            shift = (0, 1) if not route.upright else (1, 0)
            middle = Curve(
                Point(route.start.x + shift[0] * half[0], route.start.y + shift[1] * half[0]),
                Point(route.end.x + shift[0] * half[1], route.end.y + shift[1] * half[1]),
                route.upright,
                route.bend,
            )
            return [_on_cubic(middle, place / 40) for place in range(41)]


def controls(route: Curve | Band) -> tuple[Point, Point]:
    """The two control points of a cubic, for its first (or only) edge."""
    start, end = route.start, route.end
    if route.upright:
        reach = (end.y - start.y) * route.bend
        return Point(start.x, start.y + reach), Point(end.x, end.y - reach)
    reach = (end.x - start.x) * route.bend
    return Point(start.x + reach, start.y), Point(end.x - reach, end.y)


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _on_cubic(curve: Curve, share: float) -> Point:
    first, second = controls(curve)
    rest = 1 - share
    weights = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
    places = (curve.start, first, second, curve.end)
    return Point(
        sum(weight * place.x for weight, place in zip(weights, places, strict=True)),
        sum(weight * place.y for weight, place in zip(weights, places, strict=True)),
    )
