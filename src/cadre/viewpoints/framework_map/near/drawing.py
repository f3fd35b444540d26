"""The near view drawn: groups, their work, the spine of areas, proposed work, results, vision.

Work of today stands left of the spine, what is proposed on its right, so that lines end where the
work is. Lines run on tracks in one channel; numbers stand at both their ends. Priorities and the
outside stand under the later results, tied by the same numbers and codes.
"""

from __future__ import annotations

from dataclasses import replace

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import HORIZONS, LinkRole, Trait
from cadre.viewpoints.frame import Frame, furniture
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.detail import Detail, detail
from cadre.viewpoints.framework_map.findings import micro_lead, micro_title, tally, whose
from cadre.viewpoints.framework_map.legends import micro_legend
from cadre.viewpoints.framework_map.near.aims import Aims
from cadre.viewpoints.framework_map.near.areas import Areas
from cadre.viewpoints.framework_map.near.groups import Groups
from cadre.viewpoints.framework_map.near.plan import (
    BODIES,
    ORDER,
)
from cadre.viewpoints.framework_map.near.results import Results
from cadre.viewpoints.framework_map.selection import Selection
from cadre.viewpoints.framework_map.view import View
from cadre.viewpoints.layout.packing import spread
from cadre.viewpoints.measure import wrap
from cadre.viewpoints.scene import (
    INK_2,
    INK_3,
    AnyItem,
    Label,
    Point,
    Rect,
    Scene,
    Track,
    Wire,
)
from cadre.viewpoints.texts import Face
from cadre.viewpoints.viewpoint import Request


class Drawing(Groups, Areas, Results, Aims):
    """One near view being laid out for one paper."""

    def drawn(self) -> tuple[list[AnyItem], float]:
        """All items of the drawing, and where it ends."""
        starts = self._draw_groups()
        ends: dict[tuple[str, str], Point] = {}
        for band in self.bands:
            self._draw_band(band, ends)
        self._draw_runs(starts, ends)
        bottom = max(
            self.top + self.body_height,
            max((band.top + band.height for band in self.bands), default=0.0),
        )
        start = bottom + 1.9 * self.b
        later = bottom
        if self.aside and self.below.height:
            start = bottom - self.below.height
            later = start - 1.2 * self.b
        self._draw_results(bottom, later)
        self._headings()
        if self.below.height:
            items, end = self.below.drawn(start)
            self.items += items
            bottom = max(bottom, end)
        return [*self.wires, *self.items], bottom

    def _headings(self) -> None:
        c, text = self.columns, self.view.text
        places = [(wordings.GROUPS, c.groups), (wordings.TODAY, c.today), (wordings.SPINE, c.spine)]
        for heading, (x, width) in places:
            if width:
                self._heading(text(heading), x, width)
        for column, (x, width) in ((0, c.first), (1, c.second)):
            if width:
                self._heading(self._kind_names(column), x + 0.6 * self.b, width)
        labels = {choice.key: choice.label for choice in HORIZONS}
        for (horizon, _), (x, width) in zip(self.model.results, c.results, strict=True):
            label = labels.get(horizon, wordings.RESULTS_OTHER)
            self._heading(text(label), x, width + 2.4 * self.b)
        if self.model.aims:
            self._heading(text(wordings.SIGHT), *c.aims)

    def _heading(self, text: str, x: float, width: float) -> None:
        face = Face(self.s, True, INK_2)
        lines = wrap(text, face.size, width, self.view.measure, bold=True)
        y = self.top - 1.75 * self.b - (len(lines) - 1) * face.step
        self.items.append(
            Label(x=x, y=y, lines=lines, size=face.size, bold=True, paint=INK_2, leading=face.step)
        )

    def _kind_names(self, column: int) -> str:
        """What the kinds of a column of proposed work are called."""
        view = self.view
        kinds = [
            kind
            for place, kind in enumerate(self.model.kinds)
            if (place == 0 or len(self.model.kinds) < 2) == (column == 0)
        ]
        labels: dict[str, Text] = {}
        for entry in view.framework.metamodel.types_with(Trait.WORK):
            for choice in view.framework.metamodel.attributes(entry.key)["kind"].choices:
                _ = labels.setdefault(choice.key, choice.label)
        names = [view.said(labels[kind]) for kind in kinds if kind in labels]
        return " · ".join(names) if names else view.text(wordings.PROPOSED_WORK)

    def _draw_results(self, bottom: float, later: float) -> None:
        """Results by horizon, what leads to them, and the aims at the end of the line of sight."""
        b = self.b
        sources: dict[str, Point] = {
            band.at.key: Point(self.columns.end, band.middle) for band in self.bands
        }
        middles = {band.at.key: band.middle for band in self.bands}
        places: dict[str, Rect] = {}
        previous = self.columns.end
        shown_from: set[str] = set()
        for number, ((_, steps), (x, width)) in enumerate(
            zip(self.model.results, self.columns.results, strict=True)
        ):
            foot = later if number else bottom
            ordered = self._ordered(steps, middles, foot)
            boxes = [self._result_lines(step, width) for step in ordered]
            heights = [height for _, height in boxes]
            wishes = [middles.get(step.key, self._wish(step, middles, foot)) for step in ordered]
            tops = spread(wishes, heights, self.top, foot, 0.9 * b)
            links: list[tuple[str, str, bool]] = []
            for step, (lines, height), y in zip(ordered, boxes, tops, strict=True):
                rect = Rect(x, y, width, height)
                places[step.key] = rect
                middles[step.key] = rect.centre.y
                froms = [key for key in step.sources if key in sources]
                if number == 0:
                    froms += [key for key in step.areas if key in sources]
                shown_from |= set(froms)
                links += [(key, step.key, step.certain) for key in froms]
                self._draw_result(step, rect, lines, chips=number > 0)
                if not froms and not step.sources and not (step.areas and number):
                    self.wires.append(
                        Wire(
                            route=Track(
                                (Point(x, rect.centre.y), Point(x - 1.2 * b, rect.centre.y)), 0
                            ),
                            paint=INK_3,
                            weight=0.12 * b,
                            end="open",
                            shows=(step.key,),
                            ends=(step.key,),
                        )
                    )
            self._join(links, sources, places, previous, x)
            sources = {step.key: Point(x + width, middles[step.key]) for step in steps}
            previous = x + width
        if self.model.results:
            for band in self.bands:
                if band.at.key not in shown_from:
                    self.wires.append(
                        self._stub(
                            Point(self.columns.end, band.middle),
                            0.7 * b,
                            band.at.key,
                            band.step.ink,
                        )
                    )
        self._draw_aims(places, later)


def draw_micro(framework: Framework, request: Request) -> Scene:
    """The near view as one page, on the first paper from the one asked for on which it fits.

    Where none suffices the largest grows in height.
    """
    selection = Selection.of(request.options)
    model = detail(framework, selection, request.stage.as_of)
    words = request.words
    title = whose(micro_title(framework, model, words), framework, selection, words, area=True)
    about = furniture(
        framework,
        request,
        uses=(
            *(LinkRole.COVERS.value,),
            *(Trait.WORK.value, Trait.OUTPUT.value, Trait.OUTCOME.value),
        ),
        provenances=provenances(framework, model),
    )
    asked = request.paper if request.paper in ORDER else ORDER[0]
    lead = micro_lead(framework, model, selection, words)
    view = View(framework, words, request.measure, 1.0)
    drawing: Drawing | None = None
    for paper in ORDER[ORDER.index(asked) :]:
        here = replace(request, paper=paper)
        for body in BODIES[paper]:
            frame = Frame.of(
                "framework-map",
                here,
                title=title,
                lead=lead,
                furniture=about,
                legend=micro_legend(view, model, body),
                label=wordings.LABEL,
            )
            drawing = Drawing(view, model, frame, body)
            if drawing.fits:
                break
        if drawing is not None and drawing.fits:
            break
    assert drawing is not None  # noqa: S101 -- there is always a last paper
    items, bottom = drawing.drawn()
    counts = tally(model)
    return drawing.frame.scene(
        items,
        bottom=bottom,
        summary=words.fill(
            wordings.SUMMARY_MICRO,
            groups=len(model.far.lasting),
            total=counts.today,
            proposed=counts.proposed,
            areas=len(model.fields),
            results=sum(len(steps) for _, steps in model.results),
            title=title,
        ),
        subjects=_subjects(model),
    )


def _subjects(model: Detail) -> tuple[str, ...]:
    entries = [entry for at in model.fields for entry in (*at.today, *at.proposed)]
    return (
        *(key for key, _ in model.blocks if key),
        *model.members,
        *(at.key for at in model.fields),
        *(key for entry in entries for key in entry.keys),
        *(step.key for _, steps in model.results for step in steps),
        *model.aims,
        *(card.key for card in model.far.priorities),
        *(body.key for body in model.far.outside),
        *model.other,
    )


def provenances(framework: Framework, model: Detail) -> list[str]:
    """The sources behind all that the near view shows."""
    keys = [key for at in model.fields for entry in at.proposed for key in entry.keys]
    keys += [step.key for _, steps in model.results for step in steps]
    links = [
        framework.link(*link) for at in model.fields for entry in at.today for link in entry.links
    ]
    found = [framework[key].provenance for key in keys]
    return [*found, *(link.provenance for link in links if link is not None)]
