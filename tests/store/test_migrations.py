"""A store as the first version wrote it comes through the migrations with all it held."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cadre.core.states import CURRENT, StateKind, States
from cadre.exchange import digest_of_states
from cadre.exchange.framework_json import framework_to_json
from cadre.exchange.json_changes import change_to_json
from cadre.exchange.json_values import values_to_json
from cadre.store import load
from cadre.store.rows import edition_heading, scenario_heading, settings_of, types_of

pytestmark = pytest.mark.django_db(transaction=True)


def _migrated(name: str) -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate([("store", name)])
    return executor.loader.project_state([("store", name)]).apps


def _written_by_the_first_version(apps: Any, states: States) -> None:
    def table(name: str) -> Any:
        return apps.get_model("store", name).objects

    key, current = states.key, states.current
    table("FrameworkRow").create(
        key=key, revision=1, head="a" * 64, types=types_of(current), settings=settings_of(current)
    )
    for one, values in current.values_by_key().items():
        table("ElementRow").create(framework_id=key, key=one, values=values_to_json(values))
    for link, values in current.values_by_link().items():
        table("LinkRow").create(
            framework_id=key,
            type=link.type,
            source=link.source,
            target=link.target,
            values=values_to_json(values),
        )
    for edition in states.editions.values():
        table("StateRow").create(
            framework_id=key,
            key=edition.key,
            kind=StateKind.EDITION.value,
            heading=edition_heading(edition),
            content=framework_to_json(edition.framework),
        )
    for scenario in states.scenarios.values():
        table("StateRow").create(
            framework_id=key,
            key=scenario.key,
            kind=StateKind.SCENARIO.value,
            heading=scenario_heading(scenario),
            content=[change_to_json(change) for change in scenario.changes],
        )


def test_a_store_of_the_first_version_holds_the_same_after(
    example: States, reference: States
) -> None:
    try:
        first = _migrated("0001_first")
        for states in (example, reference):
            _written_by_the_first_version(first, states)
        latest = MigrationExecutor(connection).loader.graph.leaf_nodes("store")
        _migrated(latest[0][1])
        for states in (example, reference):
            stored = load.load(states.key)
            assert stored is not None
            assert stored.states.keys() == states.keys()
            assert stored.states.at(CURRENT) == states.current
            assert digest_of_states(stored.states) == digest_of_states(states)
    finally:
        _migrated(MigrationExecutor(connection).loader.graph.leaf_nodes("store")[0][1])
