"""The pages drawn: columns of blocks in the frame of each page, numbered through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from cadre.core.graph import Framework
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.frame import Frame, furniture
from cadre.viewpoints.framework_map import wordings as map_wordings
from cadre.viewpoints.framework_map.detail import Detail, detail
from cadre.viewpoints.framework_map.findings import verdicts, whose
from cadre.viewpoints.framework_map.legends import micro_legend
from cadre.viewpoints.framework_map.near.drawing import provenances
from cadre.viewpoints.framework_map.pages import wordings
from cadre.viewpoints.framework_map.pages.area import PROPOSED, TODAY, AreaSetting
from cadre.viewpoints.framework_map.pages.blocks import Block, Lane, Poured, pages_of
from cadre.viewpoints.framework_map.pages.overview import Areas, Directory
from cadre.viewpoints.framework_map.pages.setting import Setting
from cadre.viewpoints.framework_map.pages.share import Share, shares
from cadre.viewpoints.framework_map.pages.titles import (
    GROUPS,
    OUTSIDE,
    area_lead,
    area_title,
    overview_lead,
    overview_titles,
)
from cadre.viewpoints.framework_map.selection import Selection
from cadre.viewpoints.framework_map.view import View
from cadre.viewpoints.scene import (
    INK_2,
    RULE,
    RULE_2,
    AnyItem,
    LegendEntry,
    Point,
    Rect,
    Region,
    Scene,
    moved,
)
from cadre.viewpoints.signs import nothing
from cadre.viewpoints.texts import Face, height_for, paragraph
from cadre.viewpoints.viewpoint import Request

BODIES: Final = {
    "a3": (12.0, 11.0, 10.0),
    "tabloid": (12.0, 11.0, 10.0),
    "letter": (10.5, 10.0, 9.5, 9.0),
}
"""The sizes of type tried on each paper, the largest first, in points."""
PAPERS: Final = tuple(BODIES)
_COLUMNS: Final = {"a3": (3, 4), "tabloid": (3, 4), "letter": (3,)}
"""The numbers of columns tried for an area; an overview has the last of them."""
_GUTTER: Final = 20.0
_SOME: Final = "1"
"""Stands for the number of a page while pages are planned."""
_UNDER: Final = 1.4
"""Between the table and what stands under it, in sizes of the body."""
_LOOSEST: Final = 0.9
"""How much more room than it needs a block gets at most, in sizes of the body."""
_START: Final = 0.25
"""With less than this share of a page left under the table, what follows starts a page."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that is planned: what stands on it, before its number is known."""

    setting: Setting
    poured: Poured
    area: AreaSetting | None = None
    first: bool = True
    """Whether it is the first of its area."""
    table: tuple[int, int] = (0, 0)
    """Which areas of the table stand on it."""

    @property
    def share(self) -> Share | None:
        """What is said of the area of the page, if it is of one."""
        return self.area.share if self.area else None

    @property
    def lanes(self) -> list[str]:
        """The lanes on it."""
        return [lane.id for lane, _ in self.poured.lanes]


class Book:
    """One near view as pages of one paper."""

    def __init__(self, framework: Framework, request: Request) -> None:
        self.framework, self.request = framework, request
        self.words = request.words
        self.selection = Selection.of(request.options)
        self.model: Detail = detail(framework, self.selection, request.stage.as_of)
        self.shares = shares(self.model)
        self.judged = verdicts(framework, self.model.far)
        self.view = View(framework, request.words, request.measure, 1.0)
        self.sources = provenances(framework, self.model)
        plain = self._frame("", "", _SOME, ())
        self.width = plain.right - plain.left
        self.table, self.over = self._overview()
        self.of_areas = self._areas()
        lanes = [page.lanes for page in self.over]
        self.titles = self._overview_titles(lanes)

    def _setting(self, body: float, columns: int) -> Setting:
        width = (self.width - _GUTTER * (columns - 1)) / columns
        return Setting(self.view, self.model, body, width)

    # --- planning ---------------------------------------------------------------------------------

    def _overview(self) -> tuple[Areas, list[_Page]]:
        """In the largest type in which it is two pages: areas and outside, groups and aims."""
        *larger, smallest = BODIES[self.request.paper]
        for body in larger:
            table, pages, together = self._plan_overview(body)
            if together:
                return table, pages
        table, pages, _ = self._plan_overview(smallest)
        return table, pages

    def _plan_overview(self, body: float) -> tuple[Areas, list[_Page], bool]:
        """Pages of the table, what is under it, then the groups; and if that is two at most."""
        setting = self._setting(body, _COLUMNS[self.request.paper][-1])
        table = Areas(setting, self.shares, self.width)
        directory = Directory(setting, self.shares)
        columns = _COLUMNS[self.request.paper][-1]
        room = self._overview_room(setting)
        head = table.head().height
        rows = [table.row(row, "").height for row in table.rows]
        cuts = _chunks(rows, room - head) or [(0, 0)]
        left = room
        if table.rows:
            left -= head + sum(rows[slice(*cuts[-1])]) + _UNDER * setting.b
        under, over = directory.under(), directory.over()
        rest = room - self._lane_head(setting, [*under, *over])
        least = min(left - (room - rest), rest)
        poured = pages_of(under, columns, [least, rest])
        together = len(poured) <= 1 and (not poured or poured[0].height <= least)
        if not together and least < _START * room:
            poured = [Poured((), 0.0), *pages_of(under, columns, [rest])]
        first = poured[0] if poured else Poured((), 0.0)
        groups = pages_of(over, columns, [rest])
        together = together and len(groups) <= 1
        more = [*poured[1:], *groups]
        pages = [_Page(setting, Poured((), 0.0), table=cut) for cut in cuts[:-1]]
        pages.append(_Page(setting, first, table=cuts[-1]))
        return table, [*pages, *(_Page(setting, one) for one in more)], together

    def _areas(self) -> list[list[_Page]]:
        """For each area its pages, in the largest type in which each area has one."""
        found: list[list[_Page]] = []
        for body in BODIES[self.request.paper]:
            settings = [self._setting(body, count) for count in _COLUMNS[self.request.paper]]
            found = [self._plan_area(share, settings) for share in self.shares]
            if all(len(pages) == 1 for pages in found):
                break
        return found

    def _plan_area(self, share: Share, settings: Sequence[Setting]) -> list[_Page]:
        """One page where it goes, in the fewest and so the widest columns."""
        pages: list[_Page] = []
        for setting in settings:
            area = AreaSetting(setting, share)
            _, banner = area.banner(0, 0, self.width, owned=True)
            lanes = area.lanes()
            room = self._area_room(setting, share) - banner - 1.0 * setting.b
            room -= self._lane_head(setting, lanes)
            columns = round((self.width + _GUTTER) / (setting.width + _GUTTER))
            poured = pages_of(lanes, columns, [room])
            pages = [_Page(setting, one, area, place == 0) for place, one in enumerate(poured)]
            if len(pages) == 1 and pages[0].poured.height <= room:
                break
        return pages

    def _lane_head(self, setting: Setting, lanes: Iterable[Lane]) -> float:
        """The height of the titles of lanes."""
        face = Face(setting.s, True, INK_2)
        high = [
            height_for(self._continued(lane.title), face, setting.width, self.view.measure)
            for lane in lanes
            if lane.blocks
        ]
        return max(high, default=0.0) + 0.5 * setting.b

    def _overview_room(self, setting: Setting) -> float:
        """The height of the drawing under the tallest title, with all signs in the legend."""
        legend = self._legend(setting, None, None)
        lead = overview_lead(self.framework, self.model, self.selection, self.words)
        lanes: list[list[str]] = [[], [GROUPS], [OUTSIDE], []]
        titles = self._overview_titles(lanes)
        return min(self._frame(title, lead, _SOME, legend).spare for title in titles)

    def _area_room(self, setting: Setting, share: Share) -> float:
        legend = self._legend(setting, None, share)
        title = self._area_title(share)
        lead = area_lead(self.model, share, self.words)
        return self._frame(self._continued(title), lead, _SOME, legend, share).spare

    def _overview_titles(self, lanes: Sequence[Sequence[str]]) -> list[str]:
        found = overview_titles(self.framework, self.model, self.words, lanes)
        return [
            whose(title, self.framework, self.selection, self.words, area=True) for title in found
        ]

    def _area_title(self, share: Share) -> str:
        title = area_title(self.framework, self.model, share, self.judged, self.words)
        return whose(title, self.framework, self.selection, self.words)

    def _continued(self, title: str) -> str:
        return self.words.fill(wordings.CONTINUED, title=title)

    # --- frames -----------------------------------------------------------------------------------

    def _frame(
        self,
        title: str,
        lead: str,
        folio: str,
        legend: Sequence[LegendEntry],
        share: Share | None = None,
    ) -> Frame:
        sources = self.sources
        if share is not None:
            elements = [key for entry in share.at.proposed for key in entry.keys]
            elements += [step.key for step in share.steps]
            links = [self.framework.link(*link) for link in share.links]
            sources = [self.framework[key].provenance for key in elements]
            sources += [link.provenance for link in links if link is not None]
        about = furniture(
            self.framework,
            self.request,
            uses=(
                LinkRole.COVERS.value,
                Trait.WORK.value,
                Trait.OUTPUT.value,
                Trait.OUTCOME.value,
            ),
            provenances=sources,
        )
        return Frame.of(
            "framework-map",
            self.request,
            title=title,
            lead=lead,
            furniture=about,
            legend=legend,
            label=map_wordings.LABEL,
            folio=folio,
        )

    def _legend(
        self, setting: Setting, signs: frozenset[str] | None, share: Share | None
    ) -> tuple[LegendEntry, ...]:
        """The legend of what is drawn; of all that could be for None."""
        hue = setting.steps[share.key] if share else None
        entries = micro_legend(self.view, self.model, setting.s, hue)
        return tuple(entry for entry in entries if signs is None or entry.id in signs)

    # --- drawing ----------------------------------------------------------------------------------

    def scenes(self) -> tuple[Scene, ...]:
        """All pages, each with its number."""
        pages = [*self.over, *(page for pages in self.of_areas for page in pages)]
        total = len(pages)
        return tuple(self._scene(page, number, total) for number, page in enumerate(pages, 1))

    def _scene(self, page: _Page, number: int, total: int) -> Scene:
        signs = frozenset(sign for block in page.poured.blocks for sign in block.signs)
        folio = self.words.fill(wordings.FOLIO, n=number, total=total)
        title, lead, summary = self._words_of(page, number)
        legend = self._legend(page.setting, signs, page.share)
        frame = self._frame(title, lead, folio, legend, page.share)
        items: list[AnyItem] = []
        y = frame.top
        subjects: list[str] = []
        if page.area is not None:
            made, high = page.area.banner(frame.left, y, self.width, owned=page.first)
            items += made
            y += high + 1.0 * page.setting.b
            if page.first:
                subjects.append(page.area.share.key)
        elif page.table != (0, 0):
            y = self._draw_table(page, frame, y, items)
        drawn, bottom = self._draw_lanes(page, frame, y)
        items += drawn
        subjects += [key for block in page.poured.blocks for key in block.subjects]
        # The legend stands at the foot of every page, however far down the drawing reaches.
        bottom = max(bottom, frame.sheet.height - frame.below)
        return frame.scene(items, bottom=bottom, summary=summary, subjects=subjects)

    def _words_of(self, page: _Page, number: int) -> tuple[str, str, str]:
        """Title, lead and summary of a page."""
        framework, model, words = self.framework, self.model, self.words
        share = page.share
        if share is None:
            title = self.titles[number - 1]
            lead = ""
            if number == 1:
                lead = overview_lead(framework, model, self.selection, words)
            summary = words.fill(
                wordings.SUMMARY_OVERVIEW,
                areas=len(model.fields),
                groups=len(model.far.lasting),
                outside=len(model.far.outside),
                priorities=len(model.far.priorities),
                title=title,
            )
            return title, lead, summary
        title = self._area_title(share)
        summary = words.fill(
            wordings.SUMMARY_AREA,
            area=self.view.name(share.key),
            groups=len(share.area.at_work),
            work=len(share.work),
            proposed=len(share.at.proposed),
            results=len(share.steps),
            title=title,
        )
        lead = area_lead(model, share, words) if page.first else ""
        return title if page.first else self._continued(title), lead, summary

    def _draw_table(self, page: _Page, frame: Frame, y: float, items: list[AnyItem]) -> float:
        """The rows of the table that stand on a page; where they end."""
        first = len(self.over) + 1
        blocks = [self.table.head()]
        for place, row in enumerate(self.table.rows):
            pages = len(self.of_areas[place])
            text = str(first) if pages == 1 else f"{first}\u2013{first + pages - 1}"
            if page.table[0] <= place < page.table[1]:
                blocks.append(self.table.row(row, text))
            first += pages
        for block in blocks:
            items += _placed(block, frame.left, y)
            y += block.height
        return y + _UNDER * page.setting.b

    def _draw_lanes(self, page: _Page, frame: Frame, y: float) -> tuple[list[AnyItem], float]:
        """The lanes side by side under their titles, with the air that the page has to spare."""
        poured, setting = page.poured, page.setting
        if not poured.lanes:
            return [], y
        top = y + self._lane_head(setting, (lane for lane, _ in poured.lanes))
        most = max(len(column) for _, columns in poured.lanes for column in columns)
        spare = max(0.0, frame.sheet.height - frame.below - top - poured.height)
        extra = min(spare / max(most, 1), _LOOSEST * setting.b)
        depth = max(
            sum(block.height + extra for block in column)
            for _, columns in poured.lanes
            for column in columns
        )
        items: list[AnyItem] = []
        x = frame.left
        for lane, columns in poured.lanes:
            items.append(self._lane_title(page, lane, x, top))
            room = len(columns) * (setting.width + _GUTTER) - _GUTTER
            panel = Rect(x, top, room, depth)
            tinted = page.share is not None and lane.id in {TODAY, PROPOSED}
            alone = columns[0][0] if len(columns) == len(columns[0]) == 1 else None
            if tinted and alone is not None and alone.fills:
                items.append(nothing(panel))
                middle = Block(alone.items[1:], alone.height)
                items += _placed(middle, x, top + (depth - alone.height) / 2)
                x += setting.width + _GUTTER
                continue
            if tinted and page.share is not None:
                items.append(Region(rect=panel, fill=setting.steps[page.share.key].tint))
            for column in columns:
                items += _column(column, Point(x, top), extra, setting, tinted=tinted)
                x += setting.width + _GUTTER
        return items, top + depth

    def _lane_title(self, page: _Page, lane: Lane, x: float, top: float) -> AnyItem:
        setting = page.setting
        began = not page.first if page.share is not None else self._began(page, lane)
        title = self._continued(lane.title) if began else lane.title
        face = Face(setting.s, True, INK_2)
        high = height_for(title, face, setting.width, self.view.measure)
        spot = Rect(x, top - 0.5 * setting.b - high, setting.width, 0)
        return paragraph(title, face, spot, self.view.measure)

    def _began(self, page: _Page, lane: Lane) -> bool:
        """Whether a lane of the overview began on an earlier page."""
        return any(lane.id in other.lanes for other in self.over[: self.over.index(page)])


def _column(
    column: Sequence[Block], at: Point, extra: float, setting: Setting, *, tinted: bool
) -> Iterable[AnyItem]:
    """Blocks one under the other, each with some more room; headings keep close to what follows."""
    y = at.y
    for place, block in enumerate(column):
        above = column[place - 1] if place else None
        if block.ruled and above is not None and not above.leads:
            inset = 0.8 * setting.b if tinted else 0.0
            rule = Rect(at.x + inset, y, setting.width - 2 * inset, 0.06 * setting.b)
            yield Region(rect=rule, fill=RULE_2 if tinted else RULE)
        yield from _placed(block, at.x, y + (extra if block.leads and place else extra / 2))
        y += block.height + extra


def _placed(block: Block, x: float, y: float) -> Iterable[AnyItem]:
    return (moved(item, Point(x, y)) for item in block.items)


def _chunks(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Runs of rows that fit a page each."""
    found: list[tuple[int, int]] = []
    start, used = 0, 0.0
    for place, height in enumerate(heights):
        if used + height > room and place > start:
            found.append((start, place))
            start, used = place, 0.0
        used += height
    if heights:
        found.append((start, len(heights)))
    return found


def draw_pages(framework: Framework, request: Request) -> tuple[Scene, ...]:
    """The near view as pages of a small paper: the overview first, then each focus area."""
    return Book(framework, request).scenes()
