"""The right of the near view: results by horizon and what leads to them."""

from __future__ import annotations

from collections.abc import Sequence

from cadre.viewpoints.framework_map.detail import Step
from cadre.viewpoints.framework_map.near.plan import (
    Plan,
    bent,
)
from cadre.viewpoints.layout.routing import Run, levels, tracks
from cadre.viewpoints.scene import (
    INK_2,
    AnyItem,
    Box,
    Group,
    Label,
    Point,
    Rect,
    Region,
    Wire,
)
from cadre.viewpoints.texts import Face, centred, foreign


class Results(Plan):
    """Draws the results and the lines between them."""

    def _wish(self, step: Step, middles: dict[str, float], bottom: float) -> float:
        near = [middles[key] for key in (*step.sources, *step.areas) if key in middles]
        return sum(near) / len(near) if near else (self.top + bottom) / 2

    def _ordered(
        self, steps: Sequence[Step], middles: dict[str, float], bottom: float
    ) -> list[Step]:
        """Results by where they want to stand; those tied to nothing fill in, in their order."""
        tied = [it for it in steps if any(key in middles for key in (*it.sources, *it.areas))]
        tied.sort(key=lambda it: self._wish(it, middles, bottom))
        loose = [it for it in steps if it not in tied]
        if not tied:
            wishes = {
                it.key: self.top + (bottom - self.top) * (place + 0.5) / len(loose)
                for place, it in enumerate(loose)
            }
            middles |= wishes
            return loose
        return self._interleaved(tied, loose, middles, bottom)

    def _interleaved(
        self, tied: list[Step], loose: list[Step], middles: dict[str, float], bottom: float
    ) -> list[Step]:
        """Loose results evenly over the height, between those that have a place."""
        count = len(tied) + len(loose)
        slots = [self.top + (bottom - self.top) * (place + 0.5) / count for place in range(count)]
        free = list(slots)
        for it in tied:
            wish = self._wish(it, middles, bottom)
            free.remove(min(free, key=lambda slot: abs(slot - wish)))
        pairs = [(self._wish(it, middles, bottom), it) for it in tied]
        pairs += list(zip(free, loose, strict=True))
        for wish, it in pairs:
            _ = middles.setdefault(it.key, wish)
        return [it for _, it in sorted(pairs, key=lambda pair: pair[0])]

    def _draw_result(self, step: Step, rect: Rect, lines: tuple[str, ...], *, chips: bool) -> None:
        b, view = self.b, self.view
        hue = self.steps.get(step.areas[0]) if step.areas else None
        name = view.words.of(view.framework[step.key].name)
        items: list[AnyItem] = [
            Box(
                key=step.key,
                rect=rect,
                shape="outcome",
                stroke=hue.ink if hue else INK_2,
                weight=0.13 * b,
                dashed=not step.certain,
                name=name,
            ),
        ]
        more = self._result_more(step, rect.width)
        head = rect.inset(0.2 * b)
        if more:
            lead = 1.22 * self.s
            head = head._replace(y=rect.y + 0.6 * b, height=len(lines) * lead)
            items.append(
                Label(
                    x=rect.centre.x,
                    y=head.bottom + 0.4 * b + 0.95 * self.s,
                    lines=more,
                    size=self.s,
                    paint=INK_2,
                    anchor="middle",
                    leading=lead,
                    within=rect,
                    language=foreign(view.framework[step.key].text("summary"), view.words),
                )
            )
        face = Face(self.s, True, leading=1.22)
        items.append(centred("\n".join(lines), face, head, view.measure, anchor="middle"))
        if chips:
            x = rect.x + 0.8 * b
            for key in step.areas:
                area = self.steps[key]
                wide = view.measure.width(area.code, self.s, True) + 0.9 * b
                spot = Rect(x, rect.y - 0.72 * b, wide, 1.44 * b)
                items += [
                    Region(rect=spot, fill=area.fill, radius=0.2 * b),
                    centred(
                        area.code,
                        Face(self.s, True, area.on, area.fill),
                        spot,
                        view.measure,
                        anchor="middle",
                    ),
                ]
                x += wide + 0.3 * b
        self.items.append(Group(name=name, shows=step.areas, links=step.links, items=tuple(items)))

    def _join(
        self,
        links: list[tuple[str, str, bool]],
        sources: dict[str, Point],
        places: dict[str, Rect],
        x0: float,
        x1: float,
    ) -> None:
        """Lines from one column to the next, on tracks shared where they do not overlap."""
        b = self.b
        incoming: dict[str, list[str]] = {}
        for source, target, _ in links:
            incoming.setdefault(target, []).append(source)
        for froms in incoming.values():
            froms.sort(key=lambda key: sources[key].y)
        goals = []
        for source, target, _ in links:
            froms, rect = incoming[target], places[target]
            pitch = min(1.4 * b, rect.height / (len(froms) + 1))
            shift = (froms.index(source) - (len(froms) - 1) / 2) * pitch
            goals.append(Point(x1 - 0.2 * b, rect.centre.y + shift))
        runs = [
            Run(sources[source].y, goal.y, source)
            for (source, _, _), goal in zip(links, goals, strict=True)
        ]
        order = tracks(runs)
        offsets = levels(runs, order, 0.8 * b)
        spread_out = (max(offsets) - min(offsets) + 1) if offsets else 1
        step = min(0.8 * b, (x1 - x0 - 2.0 * b) / spread_out)
        for number, (source, target, certain) in enumerate(links):
            start, goal = sources[source], goals[number]
            if abs(start.y - goal.y) < 0.5 * b:
                goal = (
                    Point(goal.x, start.y)
                    if places[target].y < start.y < places[target].bottom
                    else goal
                )
            x = (
                (x0 + x1) / 2
                + (0.7 if x0 == self.columns.end else 0.1) * b
                + offsets[number] * step
            )
            hue = self.steps.get(source)
            self.wires.append(
                Wire(
                    route=bent(start, x, goal, b),
                    paint=hue.fill if hue else INK_2,
                    weight=0.22 * b,
                    dash="solid" if certain else "dashed",
                    casing=0.2 * b,
                    end="arrow",
                    shows=(source, target),
                    links=tuple(
                        link
                        for _, steps in self.model.results
                        for it in steps
                        if it.key == target
                        for link in it.links
                    ),
                    ends=(source, target),
                )
            )
