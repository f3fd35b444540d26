"""The left of the far view: councils, their bands, and who oversees whom."""

from __future__ import annotations

from cadre.viewpoints.framework_map.far.plan import (
    COUNCIL_GAP,
    PlacedRow,
    Plan,
    shifted,
)
from cadre.viewpoints.scene import (
    INK,
    INK_2,
    RULE_2,
    Band,
    Box,
    Group,
    Point,
    Rect,
    Region,
    Track,
    Wire,
)


class Councils(Plan):
    """Draws councils and the bands from them to the areas."""

    def _left(self, rows: list[PlacedRow], bottom: float) -> float:
        u, unit = self.u, self.shape.unit
        if not self.model.councils:
            return bottom
        weights = {(weight.source, weight.target): weight for weight in self.model.work}
        cards = [self._council_text(block) for block in self.model.councils]
        tall = {
            block.key: sum(
                weights[block.key, row.area.key].count * unit
                for row in rows
                if (block.key, row.area.key) in weights
            )
            for block in self.model.councils
        }
        heights = [
            max(high, tall[block.key])
            for (_, high), block in zip(cards, self.model.councils, strict=True)
        ]
        gap = COUNCIL_GAP * u
        need = sum(heights) + gap * (len(heights) - 1)
        bottom = max(bottom, self.top + need)
        free = (bottom - self.top - need) / max(1, len(heights) - 1)
        tops = [
            self.top + sum(heights[:place]) + place * (gap + free) for place in range(len(heights))
        ]
        bar_x = self.frame.left + self.council
        bands: list[Wire] = []
        landing = {(piece.council, row.area.key): piece for row in rows for piece in row.slices}
        for block, (texts, _), y, height in zip(
            self.model.councils, cards, tops, heights, strict=True
        ):
            at = y
            for row in rows:
                weight = weights.get((block.key, row.area.key))
                if weight is None:
                    continue
                piece = landing[block.key, row.area.key]
                breadth = weight.count * unit
                end = piece.height if self.shape.columns else breadth
                bands.append(
                    Wire(
                        route=Band(
                            Point(bar_x + self.bar, at),
                            Point(row.rect.x, piece.top + (piece.height - end) / 2),
                            breadth,
                            end,
                        ),
                        paint=row.step.band,
                        opacity=0.85,
                        shows=(block.key, row.area.key, *weight.groups),
                        links=weight.links,
                        ends=(block.key, row.area.key),
                        derived=True,
                        name=self._weight_name(weight),
                    )
                )
                at += breadth
            box = Rect(self.frame.left, y, self.council + self.bar, height)
            name = self.view.name(block.key)
            bar = Region(
                rect=Rect(bar_x, y, self.bar, max(tall[block.key], 10 * u)),
                fill=INK if tall[block.key] else RULE_2,
            )
            self.items.append(
                Group(
                    key="",
                    shows=(*block.others, *block.groups),
                    name=name,
                    items=(
                        Box(
                            key="" if block.others else block.key,
                            rect=box,
                            outline="none",
                            name=name,
                        ),
                        bar,
                        *(shifted(item, self.frame.left, y) for item in texts),
                    ),
                )
            )
        bands.sort(key=lambda wire: -wire.route.end_breadth)  # type: ignore[union-attr]  # all are bands
        self.items[:0] = bands
        self._oversight(dict(zip((b.key for b in self.model.councils), tops, strict=True)))
        return bottom

    def _oversight(self, tops: dict[str, float]) -> None:
        """Lines between councils one of which oversees the other, in the left margin."""
        place = 0
        for weight in self.model.oversight:
            if weight.source not in tops or weight.target not in tops:
                continue
            if weight.source == weight.target:
                continue
            start, end = (tops[key] + 8 * self.u for key in (weight.source, weight.target))
            x = self.frame.left - (9 + 5 * place) * self.u
            edge = self.frame.left - 2 * self.u
            self.items.append(
                Wire(
                    route=Track(
                        (
                            Point(edge, start + 4 * self.u),
                            Point(x, start + 4 * self.u),
                            Point(x, end - 2 * self.u),
                            Point(edge, end - 2 * self.u),
                        ),
                        5 * self.u,
                    ),
                    paint=INK_2,
                    weight=1.2 * self.u,
                    dash="solid" if weight.certain else "dashed",
                    end="arrow",
                    shows=(weight.source, weight.target, *weight.groups),
                    links=weight.links,
                    ends=(weight.source, weight.target),
                    derived=not weight.stated,
                )
            )
            place += 1
