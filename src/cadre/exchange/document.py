"""The canonical document: one JSON file with `current`, every edition and every scenario.

It carries the number of this schema and of the kernel; newer ones are refused. An edition that
does not match its digest is refused: nothing alters the past.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Final, NoReturn

from cadre.core.change import ChangeConflict
from cadre.core.dates import PartialDate
from cadre.core.faults import BadInput, Place
from cadre.core.finding import Finding
from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL_NUMBER
from cadre.core.keys import is_slug
from cadre.core.states import CURRENT, Edition, Scenario, States
from cadre.core.text import Text
from cadre.core.validate import validate
from cadre.exchange.framework_json import canonical, digest, framework_from_json, framework_to_json
from cadre.exchange.json_changes import change_from_json, change_to_json
from cadre.exchange.json_shapes import (
    Json,
    JsonObject,
    Malformed,
    list_at,
    number_at,
    object_at,
    text_at,
)
from cadre.exchange.json_values import text_from_json, text_to_json

SCHEMA_NUMBER: Final = 1
__all__ = [
    "SCHEMA_NUMBER",
    "digest",
    "digest_of_states",
    "edition_heading_from_json",
    "read_document",
    "refuse_faulty",
    "write_document",
]


def states_to_json(states: States) -> JsonObject:
    """All states of a framework, in one order only."""
    return {
        "cadre": {"schema": SCHEMA_NUMBER, "kernel": KERNEL_NUMBER},
        "key": states.key,
        "current": framework_to_json(states.current),
        "editions": [
            _edition_to_json(states.editions[key]) for key in states if key in states.editions
        ],
        "scenarios": [
            scenario_to_json(states.scenarios[key]) for key in states if key in states.scenarios
        ],
    }


def _edition_to_json(edition: Edition) -> JsonObject:
    return {
        **edition_heading_to_json(edition),
        "framework": framework_to_json(edition.framework),
    }


def edition_heading_to_json(edition: Edition) -> JsonObject:
    """What a document says of an edition, without its framework."""
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


def scenario_to_json(scenario: Scenario) -> JsonObject:
    """A scenario with its changes."""
    return {
        "key": scenario.key,
        "base": scenario.base,
        "name": text_to_json(scenario.name),
        "maturity": text_to_json(scenario.maturity),
        "summary": text_to_json(scenario.summary),
        "changes": [change_to_json(change) for change in scenario.changes],
    }


def digest_of_states(states: States) -> str:
    """SHA-256 of the canonical document with all states, in hexadecimal."""
    return hashlib.sha256(canonical(states_to_json(states))).hexdigest()


def write_document(states: States) -> bytes:
    """The document: sorted keys, one space of indent, so that two versions compare by line."""
    text = json.dumps(
        states_to_json(states), sort_keys=True, ensure_ascii=False, indent=1, allow_nan=False
    )
    return f"{text}\n".encode()


# --- reading -----------------------------------------------------------------------------------


def read_document(data: bytes, place: Place) -> States:
    """All states from a document. BadInput, with the path in the JSON, for a faulty one."""
    try:
        return _states_from_json(_parsed(data, place), place)
    except Malformed as fault:
        raise BadInput(fault.what, place.at(path=fault.path)) from None


def _parsed(data: bytes, place: Place) -> Json:
    try:
        value: Json = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_without_repeats,
            parse_constant=_refused_constant,
        )
    except UnicodeDecodeError as error:
        raise BadInput(
            Text(
                f"the file is not UTF-8 (byte {error.start + 1}).",
                f"le fichier n’est pas en UTF-8 (octet {error.start + 1}).",
            ),
            place,
        ) from None
    except json.JSONDecodeError as error:
        raise BadInput(
            Text("this is not JSON, or it is cut off.", "ce n’est pas du JSON, ou il est coupé."),
            place.at(row=error.lineno, column=str(error.colno)),
        ) from None
    except Malformed:
        raise
    except ValueError:
        raise BadInput(
            Text("a number has too many digits.", "un nombre a trop de chiffres."), place
        ) from None
    except RecursionError:
        raise BadInput(
            Text("the JSON is nested too deep.", "le JSON est imbriqué trop profondément."), place
        ) from None
    return value


def _without_repeats(pairs: list[tuple[str, Json]]) -> JsonObject:
    found: JsonObject = {}
    for key, value in pairs:
        if key in found:
            raise Malformed(
                Text(f"“{key}” is given twice.", f"« {key} » est donné deux fois."), key
            )
        found[key] = value
    return found


def _refused_constant(name: str) -> NoReturn:
    raise Malformed(Text(f"{name} is not a number.", f"{name} n’est pas un nombre."))


def _states_from_json(value: Json, place: Place) -> States:
    entry = object_at(value)
    _check_numbers(entry)
    current = _framework(entry, "current", place)
    editions: dict[str, Edition] = {}
    for number, one in enumerate(list_at(entry.get("editions"), "editions")):
        path = f"editions[{number}]"
        try:
            heading = object_at(one)
            framework = _framework(heading, "framework", place, path)
            edition = edition_heading_from_json(heading, framework)
        except Malformed as fault:
            raise fault.under(path) from None
        refuse_altered(edition, place.at(path=path))
        editions[edition.key] = edition
    scenarios: list[Scenario] = []
    for number, one in enumerate(list_at(entry.get("scenarios"), "scenarios")):
        try:
            scenarios.append(scenario_from_json(one))
        except Malformed as fault:
            raise fault.under(f"scenarios[{number}]") from None
    return assembled(text_at(entry.get("key"), "key"), current, editions, scenarios, place)


def _check_numbers(entry: JsonObject) -> None:
    head = object_at(entry.get("cadre"), "cadre")
    check_versions(number_at(head.get("schema"), "cadre.schema"), number_at(head.get("kernel")))


def check_versions(schema: int, kernel: int) -> None:
    """Malformed for a file of a later schema or kernel than this program knows."""
    if schema > SCHEMA_NUMBER or kernel > KERNEL_NUMBER:
        raise Malformed(
            Text(
                f"the file is of a later version (schema {schema}, kernel {kernel}).",
                f"le fichier est d’une version ultérieure (schéma {schema}, noyau {kernel}).",
            ),
            "cadre",
        )


def _framework(entry: JsonObject, name: str, place: Place, under: str = "") -> Framework:
    try:
        framework = framework_from_json(entry.get(name))
    except Malformed as fault:
        raise fault.under(name) from None
    path = f"{under}.{name}" if under else name
    refuse_faulty(framework, lambda finding: _path_of(framework, finding, place, path))
    return framework


def _path_of(framework: Framework, finding: Finding, place: Place, path: str) -> Place:
    subject = finding.subjects[0] if finding.subjects else ""
    keys = list(framework.values_by_key())
    if subject in keys:
        return place.at(path=f"{path}.elements[{keys.index(subject)}]")
    return place.at(path=path)


def edition_heading_from_json(entry: JsonObject, framework: Framework) -> Edition:
    """An edition from what a document says of it. Malformed for a bad date or number."""
    date = text_at(entry.get("date"), "date")
    try:
        parsed = PartialDate.parse(date) if date else None
    except ValueError:
        raise Malformed(
            Text(f"“{date}” is not a date.", f"« {date} » n’est pas une date."), "date"
        ) from None
    return Edition(
        text_at(entry.get("key"), "key"),
        framework,
        text_at(entry.get("digest"), "digest"),
        number_at(entry.get("number"), "number"),
        text_from_json(entry.get("name")),
        parsed,
        text_at(entry.get("meeting"), "meeting"),
        text_from_json(entry.get("maturity")),
        text_from_json(entry.get("summary")),
    )


def scenario_from_json(value: Json) -> Scenario:
    """A scenario from what a document says of it. Malformed for a change that is none."""
    entry = object_at(value)
    changes = []
    for place, one in enumerate(list_at(entry.get("changes"), "changes")):
        try:
            changes.append(change_from_json(one))
        except Malformed as fault:
            raise fault.under(f"changes[{place}]") from None
    return Scenario(
        text_at(entry.get("key"), "key"),
        text_at(entry.get("base"), "base"),
        tuple(changes),
        text_from_json(entry.get("name")),
        text_from_json(entry.get("maturity")),
        text_from_json(entry.get("summary")),
    )


# --- what every format checks at the door -------------------------------------------------------


def refuse_altered(edition: Edition, place: Place) -> None:
    """BadInput when an edition is not what its digest says."""
    if digest(edition.framework) != edition.digest:
        raise BadInput(
            Text(
                f"edition {edition.key} does not match its digest: it was altered.",
                f"l’édition {edition.key} ne correspond pas à son empreinte : elle a été modifiée.",
            ),
            place,
            Text(
                "Restore it from a copy; change `current` instead.",
                "La rétablir depuis une copie; modifier plutôt l’état actuel.",
            ),
        )


def refuse_faulty(framework: Framework, place_of: Callable[[Finding], Place]) -> None:
    """BadInput for the first thing in a framework that its own metamodel does not allow."""
    for finding in validate(framework):
        raise BadInput(finding.message, place_of(finding))


def assembled(
    key: str,
    current: Framework,
    editions: dict[str, Edition],
    scenarios: list[Scenario],
    place: Place,
) -> States:
    """All states, tried: keys are good and apart, and each scenario applies to its base."""
    names = [CURRENT, *editions, *(scenario.key for scenario in scenarios)]
    for name in (key, *names):
        if not is_slug(name):
            raise BadInput(
                Text(f"“{name}” is not a key.", f"« {name} » n’est pas une clé."),
                place,
                Text(
                    "Use lower-case letters, digits and hyphens.",
                    "Employer des minuscules sans accent, des chiffres et des traits d’union.",
                ),
            )
    by_key = {scenario.key: scenario for scenario in scenarios}
    try:
        states = States(key, current, editions, by_key)
    except ValueError:
        raise BadInput(
            Text(
                "two states have one key, or a scenario has no base.",
                "deux états ont la même clé, ou un scénario est sans base.",
            ),
            place,
        ) from None
    for scenario in scenarios:
        try:
            _ = states.at(scenario.key)
        except ChangeConflict as conflict:
            raise BadInput(
                Text(
                    f"scenario {scenario.key} does not fit its base: {conflict.reason}.",
                    f"le scénario {scenario.key} ne s’applique pas à sa base ({conflict.reason}).",
                ),
                place,
            ) from None
    return states
