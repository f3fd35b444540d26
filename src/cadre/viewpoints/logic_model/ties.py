"""The lines of the logic model: ties from one row to the next, on tracks of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cadre.core.keys import LinkId
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.layout.routing import Run, levels, tracks
from cadre.viewpoints.logic_model.model import MOST_DERIVED, Horizon, Model, Tie
from cadre.viewpoints.logic_model.signs import dash_of, unsure
from cadre.viewpoints.scene import Dash, Paint, Point, Rect, Track, Wire


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that ties leave from or come to: the foot of a column, or a stack of results."""

    rect: Rect
    keys: tuple[str, ...]
    paint: Paint


@dataclass(slots=True)
class Bundle:
    """One line between two slots, with all links behind it."""

    source: str
    target: str
    dash: Dash = "dotted"
    links: list[LinkId] = field(default_factory=list)
    derived: bool = True

    @property
    def bent(self) -> bool:
        """Whether it leaves one column for another."""
        return self.source.rpartition(":")[2] != self.target.rpartition(":")[2]

    def add(self, dash: Dash, links: Sequence[LinkId], *, derived: bool = False) -> None:
        """Take in a tie: the line looks like its surest one."""
        order: tuple[Dash, ...] = ("solid", "dashed", "dotted")
        self.dash = min((self.dash, dash), key=order.index)
        self.links += links
        self.derived = self.derived and derived


def slot_of(model: Model, key: str) -> str:
    """Where a tie from something leaves: its own slot, its stack, or its column."""
    framework = model.framework
    if framework.has(key, Trait.OUTCOME):
        horizon = model.horizon_of[key]
        area = model.column_of(key)
        return f"stack:{horizon.key}:{area}" if horizon.placed else f"result:{key}"
    if framework.has(key, Trait.WORK) or framework.has(key, Trait.OUTPUT):
        return f"column:{model.column_of(key)}"
    return ""


def bundles(
    model: Model,
    horizon: Horizon,
    sources: Mapping[str, Slot],
    ties: Sequence[Tie],
    *,
    first: bool,
) -> list[Bundle]:
    """The lines from the row above to this one, several ties between two slots as one.

    To the `first` row, areas lead to the results that stand in their columns.
    """
    found: dict[tuple[str, str], Bundle] = {}
    if first and horizon.placed:
        for key in horizon.results:
            area = model.column_of(key)
            if area:
                pair = (f"column:{area}", f"stack:{horizon.key}:{area}")
                links = [
                    link.id
                    for link in model.framework.links_out(key, LinkRole.IN_FOCUS_AREA)
                    if link.target == area
                ]
                dash: Dash = "dashed" if unsure(model.area_certainty(key)) else "solid"
                found.setdefault(pair, Bundle(*pair)).add(dash, links)
    derived = sum(1 for tie in ties if tie.derived)
    for tie in ties:
        pair = (slot_of(model, tie.source), slot_of(model, tie.target))
        if pair[0] in sources and not (tie.derived and derived > MOST_DERIVED):
            bundle = found.setdefault(pair, Bundle(*pair))
            bundle.add(dash_of(tie), tie.links, derived=tie.derived)
    return list(found.values())


def wires(
    found: Sequence[Bundle],
    sources: Mapping[str, Slot],
    targets: Mapping[str, Slot],
    top: float,
    bottom: float,
    scale: float,
) -> Iterator[Wire]:
    """The lines through the channel between two rows, from `top` to `bottom`."""
    drawn = [bundle for bundle in found if bundle.target in targets]
    leaving = _ports(drawn, sources, targets, lambda one: one.source, lambda one: one.target)
    coming = _ports(drawn, targets, sources, lambda one: one.target, lambda one: one.source)
    runs = [
        Run(start, start if abs(start - end) < 2 * scale else end, sources[one.source].paint.hue)
        for one, start, end in zip(drawn, leaving, coming, strict=True)
    ]
    offsets = levels(runs, tracks(runs), 10 * scale)
    spread = max(offsets, default=0) - min(offsets, default=0)
    step = min(6 * scale, (bottom - top - 20 * scale) / max(1.0, spread)) if spread else 0.0
    for bundle, run, offset in zip(drawn, runs, offsets, strict=True):
        slot, goal = sources[bundle.source], targets[bundle.target]
        y = (top + bottom) / 2 + offset * step
        first, last = Point(run.start, top), Point(run.end, bottom - scale)
        points: tuple[Point, ...] = (first, last)
        if run.start != run.end:
            points = (first, Point(run.start, y), Point(run.end, y), last)
        yield Wire(
            route=Track(points, 8 * scale),
            paint=slot.paint,
            weight=1.8 * scale,
            dash=bundle.dash,
            casing=2.2 * scale,
            end="arrow",
            ends=(*slot.keys, *goal.keys),
            links=tuple(dict.fromkeys(bundle.links)),
            derived=bundle.derived,
        )


def stubs(
    model: Model, horizon: Horizon, sources: Mapping[str, Slot], top: float, scale: float
) -> Iterator[Wire]:
    """From each area that no result follows: a short line with an open end."""
    for step in model.without_result(horizon):
        slot = sources.get(f"column:{step.key}")
        if slot is not None:
            x = slot.rect.centre.x
            yield Wire(
                route=Track((Point(x, top), Point(x, top + 9 * scale)), 0),
                paint=step.ink,
                weight=1.4 * scale,
                end="open",
                ends=(step.key,),
            )


def _ports(
    drawn: Sequence[Bundle],
    mine: Mapping[str, Slot],
    others: Mapping[str, Slot],
    of: Callable[[Bundle], str],
    to: Callable[[Bundle], str],
) -> list[float]:
    """Where along its slot each line leaves or comes, in the order of where it goes."""
    found = [0.0] * len(drawn)
    by_slot: dict[str, list[int]] = {}
    for number, bundle in enumerate(drawn):
        by_slot.setdefault(of(bundle), []).append(number)
    for slot, numbers in by_slot.items():
        rect = mine[slot].rect
        numbers.sort(
            key=lambda number: (others[to(drawn[number])].rect.centre.x, to(drawn[number]))
        )
        for place, number in enumerate(numbers):
            found[number] = rect.x + rect.width * (place + 1) / (len(numbers) + 1)
    return found
