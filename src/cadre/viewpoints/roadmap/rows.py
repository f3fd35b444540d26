"""The roadmap as rows: one for each piece of work, then the areas in which nothing is scheduled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.roadmap.model import Item, Lane, Roadmap
from cadre.viewpoints.roadmap.signs import PROGRESS
from cadre.viewpoints.roles import role_codes
from cadre.viewpoints.table import Column, Row, Table, joined, key_of

_COLUMNS: Final = (
    Column("row", Text("Row", "Rangée")),
    Column("code", Text("Code", "Code")),
    Column("area", Text("Area", "Domaine")),
    Column("area-name", Text("Area", "Domaine")),
    Column("work", Text("Work", "Travail")),
    Column("work-name", Text("Work", "Travail")),
    Column("rank", Text("Rank", "Rang")),
    Column("from", Text("From", "De")),
    Column("to", Text("To", "À")),
    Column("role", Text("Role", "Rôle")),
    Column("progress", Text("Progress", "Avancement")),
    Column("first-wave", Text("First wave", "Première vague")),
    Column("placeholder", Text("To be determined", "À déterminer")),
    Column("needs", Text("Depends on", "Dépend de")),
    Column("too-early", Text("Comes before", "Précède")),
    Column("sure", Text("Certain", "Certain")),
    Column("links", Text("Links", "Liens")),
)
_ITEM: Final = Text("Scheduled work", "Travaux prévus")
_LEFT: Final = Text("Work without a period", "Travaux sans période")
_EMPTY: Final = Text("Area without scheduled work", "Domaine sans travaux prévus")


def table_of(framework: Framework, shown: Roadmap) -> Table:
    """All that the picture shows, and the names of the work that it only counts."""
    rows = (*_items(framework, shown), *_left(framework, shown), *_empty(shown))
    return Table(
        Text("Work by focus area and period", "Les travaux par domaine et par période"),
        _COLUMNS,
        rows,
        parted_by="row",
    )


def _items(framework: Framework, shown: Roadmap) -> Iterator[Row]:
    codes = role_codes(framework)
    for lane in shown.lanes:
        for item in lane.items:
            yield Row(
                item.key,
                {
                    "row": _ITEM,
                    **_area(lane),
                    "work": item.key,
                    "work-name": item.name,
                    "rank": int(item.rank) if item.rank != float("inf") else None,
                    "from": shown.periods[item.first].name,
                    "to": shown.periods[item.last].name,
                    "role": codes.get(item.role),
                    "progress": PROGRESS.get(item.progress),
                    "first-wave": item.is_first_wave or None,
                    "placeholder": item.is_placeholder or None,
                    "needs": _names(framework, item.needs),
                    "too-early": _names(framework, item.too_early),
                    "sure": item.is_sure,
                    "links": _ids(item),
                },
            )


def _left(framework: Framework, shown: Roadmap) -> Iterator[Row]:
    for lane in shown.lanes:
        for key in lane.unscheduled:
            name = framework[key].short_name
            yield Row(key, {"row": _LEFT, **_area(lane), "work": key, "work-name": name})


def _empty(shown: Roadmap) -> Iterator[Row]:
    for lane in shown.empty:
        if lane.step:
            yield Row(lane.step.key, {"row": _EMPTY, **_area(lane)})


def _area(lane: Lane) -> dict[str, str | Text]:
    if lane.step is None:
        return {}
    return {"code": lane.step.code, "area": lane.step.key, "area-name": lane.step.name}


def _names(framework: Framework, keys: tuple[str, ...]) -> Text | None:
    return joined(framework[key].short_name for key in keys)


def _ids(item: Item) -> tuple[str, ...]:
    return tuple(key_of(link) for link in item.links)
