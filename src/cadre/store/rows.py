"""Between rows and values: what a framework is in tables, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cadre.core.graph import Element, Framework, Link
from cadre.core.keys import LinkId
from cadre.core.states import Edition, Scenario, StateKind, States
from cadre.exchange.document import edition_heading_from_json
from cadre.exchange.framework_json import (
    framework_from_json,
    framework_to_json,
    metamodel_to_json,
)
from cadre.exchange.json_changes import change_from_json, change_to_json
from cadre.exchange.json_shapes import Json, JsonObject, list_at, object_at, text_at
from cadre.exchange.json_values import setting_to_json, text_from_json, text_to_json, values_to_json
from cadre.store.models import ElementRow, FrameworkRow, LinkRow, StateRow


class Altered(Exception):
    """What is stored is not what was stored: an edition or the journal fails its digest."""


# --- values to rows -------------------------------------------------------------------------------


def types_of(framework: Framework) -> JsonObject:
    """What its metamodel has beyond the kernel."""
    return metamodel_to_json(framework.metamodel)


def settings_of(framework: Framework) -> JsonObject:
    """Its settings by path."""
    entries = framework.settings.entries
    return {path: setting_to_json(value) for path, value in entries.items()}


def element_rows(key: str, elements: Iterable[Element]) -> Iterator[ElementRow]:
    """The rows of elements of the framework `key`."""
    for element in elements:
        yield ElementRow(framework_id=key, key=element.key, values=values_to_json(element.values))


def link_rows(key: str, links: Iterable[Link]) -> Iterator[LinkRow]:
    """The rows of links of the framework `key`."""
    for link in links:
        yield LinkRow(
            framework_id=key,
            type=link.type,
            source=link.source,
            target=link.target,
            values=values_to_json(link.values),
        )


def state_rows(states: States) -> Iterator[StateRow]:
    """The rows of all editions and scenarios."""
    for edition in states.editions.values():
        yield StateRow(
            framework_id=states.key,
            key=edition.key,
            kind=StateKind.EDITION,
            heading=edition_heading(edition),
            content=framework_to_json(edition.framework),
        )
    for scenario in states.scenarios.values():
        yield StateRow(
            framework_id=states.key,
            key=scenario.key,
            kind=StateKind.SCENARIO,
            heading=scenario_heading(scenario),
            content=[change_to_json(change) for change in scenario.changes],
        )


def edition_heading(edition: Edition) -> JsonObject:
    """What is said of an edition, its digest among it."""
    return {
        "key": edition.key,
        "number": edition.number,
        "name": text_to_json(edition.name),
        "date": str(edition.date) if edition.date else "",
        "meeting": edition.meeting,
        "maturity": text_to_json(edition.maturity),
        "summary": text_to_json(edition.summary),
        "digest": edition.digest,
    }


def scenario_heading(scenario: Scenario) -> JsonObject:
    """What is said of a scenario, its base among it."""
    return {
        "key": scenario.key,
        "base": scenario.base,
        "name": text_to_json(scenario.name),
        "maturity": text_to_json(scenario.maturity),
        "summary": text_to_json(scenario.summary),
    }


# --- rows to values -------------------------------------------------------------------------------


def framework_of(
    row: FrameworkRow,
    elements: Iterable[tuple[str, Json]],
    links: Iterable[tuple[str, str, str, Json]],
) -> Framework:
    """`current` from its rows."""
    return framework_from_json(
        {
            "types": row.types,
            "settings": row.settings,
            "elements": [{"key": key, "attributes": values} for key, values in elements],
            "links": [
                {"type": type_, "source": source, "target": target, "attributes": values}
                for type_, source, target, values in links
            ],
        }
    )


def edition_of(heading: Json, content: Json) -> Edition:
    """An edition from what is said of it and the framework it holds."""
    return edition_heading_from_json(object_at(heading), framework_from_json(content))


def scenario_of(heading: Json, content: Json) -> Scenario:
    """A scenario from what is said of it and its change list."""
    entry = object_at(heading)
    return Scenario(
        text_at(entry.get("key"), "key"),
        text_at(entry.get("base"), "base"),
        tuple(change_from_json(one) for one in list_at(content)),
        text_from_json(entry.get("name")),
        text_from_json(entry.get("maturity")),
        text_from_json(entry.get("summary")),
    )


def link_filter(link: LinkId) -> dict[str, str]:
    """The columns that identify a link's row, besides its framework."""
    return {"type": link.type, "source": link.source, "target": link.target}
