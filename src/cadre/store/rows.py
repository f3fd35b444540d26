"""Between rows and values: what a framework is in tables, and back."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cadre.analysis.primitives.reading import SPAN, columns, place_of
from cadre.core.graph import Element, Framework, Link
from cadre.core.states import Edition, Scenario, StateKind, States
from cadre.core.values import NO_VALUES
from cadre.exchange.document import edition_heading_from_json
from cadre.exchange.framework_json import (
    metamodel_from_json,
    metamodel_to_json,
    settings_from_json,
)
from cadre.exchange.json_changes import change_from_json, change_to_json
from cadre.exchange.json_shapes import Json, JsonObject, list_at, object_at, text_at
from cadre.exchange.json_values import (
    setting_to_json,
    text_from_json,
    text_to_json,
    values_from_json,
    values_to_json,
)
from cadre.store.columns import StoredLinks
from cadre.store.frozen import Altered, Frozen, framework_of_frozen, frozen
from cadre.store.models import ElementRow, FrameworkRow, LinkRow, StateRow

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


def link_rows(key: str, links: Iterable[Link], numbers: Mapping[str, int]) -> Iterator[LinkRow]:
    """The rows of links of the framework `key`, by the numbers of its elements' rows."""
    for link in links:
        source, target = numbers[link.source], numbers[link.target]
        yield LinkRow(
            framework_id=key,
            type=link.type,
            source_id=source,
            target_id=target,
            values=values_to_json(link.values) if link.values else None,
            ends=source * SPAN + target,
        )


def state_rows(states: States) -> Iterator[StateRow]:
    """The rows of all editions and scenarios."""
    for edition in states.editions.values():
        pieces = frozen(edition.framework)
        yield StateRow(
            framework_id=states.key,
            key=edition.key,
            kind=StateKind.EDITION,
            heading=edition_heading(edition),
            columns=pieces.columns,
            values=pieces.values,
        )
    for scenario in states.scenarios.values():
        yield StateRow(
            framework_id=states.key,
            key=scenario.key,
            kind=StateKind.SCENARIO,
            heading=scenario_heading(scenario),
            changes=[change_to_json(change) for change in scenario.changes],
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
    elements: Sequence[tuple[int, str, Json]],
    links: Sequence[StoredLinks],
) -> Framework:
    """`current` from its rows. Altered when a link is between what is not there."""
    try:
        found, places = columns(
            array("q", (number for number, _, _ in elements)),
            [key for _, key, _ in elements],
            [(one.type, one.joined) for one in links],
        )
        values = [values_from_json(elements[place][2]) for place in places]
        row_of = {elements[place][0]: number for number, place in enumerate(places)}
        link_values = [NO_VALUES] * len(found)
        for one in links:
            for source, target, said in one.said:
                place = place_of(found, one.type, row_of[source], row_of[target])
                link_values[place] = values_from_json(said)
    except KeyError as missing:
        raise Altered(f"a link of {row.key} is between what is not there: {missing}") from None
    return Framework(
        metamodel_from_json(row.types),
        settings_from_json(row.settings),
        found,
        values,
        link_values,
    )


def edition_of(heading: Json, pieces: Frozen) -> Edition:
    """An edition from what is said of it and what was frozen of it. Altered when it is not that."""
    return edition_heading_from_json(object_at(heading), framework_of_frozen(pieces))


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
