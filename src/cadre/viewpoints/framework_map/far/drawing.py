"""The far view drawn: councils, focus areas with the groups at work in them, priorities, outside.

From left to right, as the work flows. One text line per group has the pitch of one unit of band,
so that each band lands on the names it stands for. Where names find no room they go into two
columns, then give way to counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cadre.core.graph import Framework
from cadre.core.traits import LinkRole
from cadre.viewpoints.frame import Frame, furniture
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.far.areas import Areas
from cadre.viewpoints.framework_map.far.cards import Cards
from cadre.viewpoints.framework_map.far.councils import Councils
from cadre.viewpoints.framework_map.far.plan import (
    AROUND,
    PlacedRow,
    shifted,
)
from cadre.viewpoints.framework_map.far.ties import Ties
from cadre.viewpoints.framework_map.findings import (
    macro_lead,
    macro_title,
    verdicts,
    whose,
)
from cadre.viewpoints.framework_map.legends import macro_legend
from cadre.viewpoints.framework_map.levels import OTHERS, PAGE
from cadre.viewpoints.framework_map.model import (
    Macro,
    Outside,
    Priority,
    macro,
)
from cadre.viewpoints.framework_map.phone import stacked
from cadre.viewpoints.framework_map.selection import Selection
from cadre.viewpoints.framework_map.view import view_of
from cadre.viewpoints.layout.packing import spread
from cadre.viewpoints.nouns import spoken
from cadre.viewpoints.scene import (
    INK_2,
    AnyItem,
    Rect,
    Scene,
)
from cadre.viewpoints.texts import paragraph
from cadre.viewpoints.viewpoint import Request


class Drawing(Councils, Areas, Cards, Ties):
    """One far view being laid out. Made, drawn once and dropped."""

    def drawn(self) -> tuple[list[AnyItem], float]:
        """All items of the drawing, and where it ends."""
        rows = self._rows()
        bottom = rows[-1].rect.bottom if rows else self.top + min(self.room, 200 * self.u)
        bottom = self._left(rows, bottom)
        if self.right_side:
            bottom = self._right(rows, bottom)
        for row in rows:
            self._draw_row(row)
        self._headings(bool(rows))
        return self.items, bottom

    def _right(self, rows: list[PlacedRow], bottom: float) -> float:
        u, model = self.u, self.model
        x = self.frame.right - self.cards
        at_row = {row.area.key: row.rect.centre.y for row in rows}
        priorities = self._ordered_priorities()
        tied, loose = self._ordered_outside(at_row)
        cards = [self._priority_card(card) for card in priorities]
        ports = self._port_heights()
        tall = [
            max(high, ports.get(card.key, 0))
            for (_, high), card in zip(cards, priorities, strict=True)
        ]
        outs = [self._outside_card(body) for body in tied]
        if sum(tall) + sum(high for _, high in outs) + 11 * u * len(loose) + 90 * u > (
            bottom - self.top
        ):
            outs = [self._outside_card(body, inline=True) for body in tied]
        outs_tall = [
            max(high, ports.get(body.key, 0)) for (_, high), body in zip(outs, tied, strict=True)
        ]
        rest, rest_tall = self._loose_lines(loose)
        heading = 20 * u
        gap, small = 8 * u, 4 * u
        upper = sum(tall) + gap * max(0, len(tall) - 1)
        if not priorities:
            upper = 16 * u
        lower = sum(outs_tall) + small * max(0, len(outs) - 1)
        lower += (small if outs and loose else 0) + rest_tall
        lower += heading + gap if model.outside or model.other else 0
        free = max(0.0, bottom - self.top - upper - lower)
        bottom = max(bottom, self.top + upper + lower)
        end_upper = self.top + upper + (free * (0.75 if priorities else 0.0))
        if not (model.outside or model.other):
            end_upper = bottom
        places: dict[str, Rect] = {}
        wishes = [self._wanted(card.key, at_row, self.top) for card in priorities]
        for card, (texts, _), y, height in zip(
            priorities,
            cards,
            spread(wishes, tall, self.top, end_upper, gap),
            tall,
            strict=True,
        ):
            rect = Rect(x, y, self.cards, height)
            places[card.key] = rect
            self._draw_priority(card, rect, texts)
        if not priorities:
            self.items.append(
                paragraph(
                    self.view.text(wordings.NO_PRIORITIES),
                    self.view.face(9, INK_2),
                    Rect(x, self.top, self.cards, 0),
                    self.view.measure,
                )
            )
        start = end_upper + gap
        if model.outside or model.other:
            heading_text = wordings.OUTSIDE if model.outside else wordings.OTHER
            self.items.append(self._heading(self.view.text(heading_text), x, start + 11 * u))
            start += heading
        rest_top = bottom - rest_tall
        end_lower = rest_top - (small if loose else 0)
        wishes = [self._wanted(body.key, at_row, end_lower) for body in tied]
        for body, (texts, _), y, height in zip(
            tied, outs, spread(wishes, outs_tall, start, end_lower, small), outs_tall, strict=True
        ):
            rect = Rect(x, y, self.cards, height)
            places[body.key] = rect
            self._draw_outside(body, rect, texts)
        rest_top = (
            min(rest_top, max((places[b.key].bottom for b in tied), default=start) + small)
            if loose
            else rest_top
        )
        self.items += [shifted(item, x, rest_top) for item in rest]
        self._draw_right_wires(rows, priorities, tied, places, bottom)
        return bottom + (AROUND * u if self._around() else 0)

    def _headings(self, rows: bool) -> None:
        u, view = self.u, self.view
        y = self.top - 9 * u
        if self.model.councils:
            self.items.append(self._heading(view.councils_heading(), self.frame.left, y))
        if rows:
            x = self.frame.left + self.council + self.bar + self.gap_left
            self.items.append(self._heading(view.text(wordings.AREAS), x, y))
        if self.right_side:
            x = self.frame.right - self.cards
            self.items.append(self._heading(view.text(wordings.PRIORITIES), x, y))


def draw_macro(framework: Framework, request: Request, *, instead_of: int = 0) -> Scene:
    """The far view as one page. Its height grows where the paper does not suffice.

    Drawn `instead_of` so many pieces of work and results from near, it says how to get there.
    """
    selection = Selection.of(request.options)
    request = replace(request, words=spoken(framework, request.words, wordings.NEUTRAL))
    model = macro(framework, selection, as_of=request.stage.as_of, most=PAGE)
    judged = verdicts(framework, model)
    words, measure = request.words, request.measure
    title = whose(
        macro_title(framework, model, judged, selection, words),
        framework,
        selection,
        words,
        area=len(model.areas) > 1,
    )
    about = furniture(
        framework,
        request,
        uses=(LinkRole.COVERS.value,),
        provenances=_provenances(framework, model),
    )
    legend = macro_legend(framework, model, judged, request)
    lead = macro_lead(framework, model, judged, selection, words)
    if instead_of:
        lead = f"{words.fill(wordings.LEAD_TOO_MANY, n=instead_of)} {lead}"

    def framed(content: float = 0.0) -> Frame:
        return Frame.of(
            "framework-map",
            request,
            title=title,
            lead=lead,
            furniture=about,
            legend=legend,
            content=content,
            label=wordings.LABEL,
        )

    frame = framed()
    view = view_of(framework, words, measure, _unit(frame), model)
    if frame.sheet.narrow:
        items, bottom = stacked(view, model, judged, frame)
    else:
        drawing = Drawing(view, model, judged, frame)
        if drawing.lack:
            frame = framed(frame.right - frame.left + drawing.lack)
            drawing = Drawing(view, model, judged, frame)
        items, bottom = drawing.drawn()
    return frame.scene(
        items,
        bottom=bottom,
        summary=words.fill(
            wordings.SUMMARY_MACRO,
            councils=sum(
                len(block.others) or view.is_council(block.key) for block in model.councils
            ),
            groups=len(model.groups),
            areas=len(model.each_area),
            priorities=_each(model.priorities),
            outside=_each(model.outside),
            title=title,
        ),
        subjects=(
            *(block.key for block in model.councils if block.key and not block.others),
            *(row.key for row in model.areas if not row.others),
            *(card.key for card in model.priorities if card.key not in OTHERS),
            *(body.key for body in model.outside if body.key not in OTHERS),
            *model.other,
        ),
    )


def _unit(frame: Frame) -> float:
    """How much larger than on tabloid things are drawn: as large as the paper lets them be."""
    across, down = (frame.right - frame.left) / 1152, frame.spare / 545
    return max(frame.sheet.small / 9, min(across, down))


def _each(cards: Sequence[Priority] | Sequence[Outside]) -> int:
    """How many things some cards stand for, wholes with their parts as one."""
    return sum(len(card.parts) if card.key in OTHERS else 1 for card in cards)


def _provenances(framework: Framework, model: Macro) -> list[str]:
    found = [
        framework.link(*link)
        for weight in (*model.work, *model.reach, *model.ties)
        for link in weight.links
    ]
    return [link.provenance for link in found if link is not None and link.provenance]
