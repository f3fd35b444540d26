"""The canonical document: one JSON file with `current`, every edition and every scenario.

It carries the number of this schema and of the kernel; newer ones are refused. An edition that
does not match its digest is refused: nothing alters the past.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Final

from cadre.core.dates import PartialDate
from cadre.core.faults import BadInput, Faults, Place
from cadre.core.finding import Finding
from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL_NUMBER
from cadre.core.states import Edition, Scenario, States
from cadre.core.text import Text
from cadre.exchange.door import assembled, refuse_altered, refuse_faulty
from cadre.exchange.framework_json import (
    Seen,
    canonical,
    digest,
    framework_from_json,
    framework_to_json,
)
from cadre.exchange.json_changes import change_from_json, change_to_json
from cadre.exchange.json_shapes import (
    Json,
    JsonObject,
    Malformed,
    given_twice,
    is_object,
    line_of_fault,
    list_at,
    loaded,
    number_at,
    object_at,
    text_at,
)
from cadre.exchange.json_values import not_a_date, text_from_json, text_to_json
from cadre.sheets.limits import decoded, refuse_crowded, refuse_endless, weight

SCHEMA_NUMBER: Final = 1
MOST_BYTES: Final = 100_000_000
_WEIGHTS: Final[Mapping[str, int]] = {"{": 184, "[": 64, ",": 56}
_MOST_PARSED: Final = 180_000_000
"""Bytes that the values take in memory."""
_LONGEST: Final = 8_000_000
_UTF_8: Final = Text("Save it as UTF-8.", "L’enregistrer en UTF-8.")
_WHOLE_COPY: Final = Text(
    "Take a whole copy, or write it anew with Cadre.",
    "Prendre une copie entière, ou l’écrire de nouveau avec Cadre.",
)
USE_BUNDLE: Final = Text(
    "Use a bundle for so large a framework.", "Employer un lot pour un cadre aussi grand."
)
__all__ = [
    "SCHEMA_NUMBER",
    "digest",
    "digest_of_states",
    "edition_heading_from_json",
    "read_document",
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


def read_document(data: bytes, place: Place, faults: Faults | None = None) -> States:
    """All states from a document. BadInput, with the path in the JSON, for a faulty one."""
    faults = faults or Faults()
    try:
        states = _states_from_json(json_of_file(data, place), place, faults)
    except Malformed as fault:
        raise placed(fault, place) from None
    faults.settle()
    return states


def placed(fault: Malformed, place: Place) -> BadInput:
    """A fault of JSON at its place in a file."""
    return BadInput(fault.what, place.at(path=fault.path), fault.mend)


def json_of_file(data: bytes, place: Place) -> Json:
    """The JSON of a whole file. BadInput, at its line where that is known, for what is none."""
    text = decoded(data, place, _UTF_8)
    refuse_crowded(weight(text, _WEIGHTS), _MOST_PARSED, place, USE_BUNDLE)
    refuse_endless(text, '"', _LONGEST, place)
    try:
        return loaded(text)
    except Malformed as fault:
        row = line_of_fault(text)
        raise placed(fault, place.at(row=row) if row else place) from None
    except json.JSONDecodeError as error:
        raise BadInput(
            Text("this is not JSON, or it is cut off.", "ce n’est pas du JSON, ou il est coupé."),
            place.at(row=error.lineno, column=str(error.colno)),
            _WHOLE_COPY,
        ) from None
    except ValueError:
        raise BadInput(
            Text("a number has too many digits.", "un nombre a trop de chiffres."),
            place,
            Text("Write a smaller one.", "En écrire un plus petit."),
        ) from None
    except RecursionError:
        raise BadInput(
            Text("the JSON is nested too deep.", "le JSON est imbriqué trop profondément."),
            place,
            _WHOLE_COPY,
        ) from None


def _states_from_json(value: Json, place: Place, faults: Faults) -> States:
    entry = object_at(value)
    _check_numbers(entry)
    seen = Seen()
    current = _framework(entry, "current", place, faults, seen)
    editions: dict[str, Edition] = {}
    for number, one in enumerate(list_at(entry.get("editions"), "editions")):
        path = f"editions[{number}]"
        try:
            heading = object_at(one)
            framework = _framework(heading, "framework", place, faults, seen, path)
            edition = edition_heading_from_json(heading, framework)
        except Malformed as fault:
            raise fault.under(path) from None
        refuse_altered(edition, place.at(path=path))
        if edition.key in editions:
            raise given_twice(edition.key, f"{path}.key")
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
    check_versions(
        number_at(head.get("schema"), "cadre.schema"),
        number_at(head.get("kernel"), "cadre.kernel"),
    )


def check_versions(schema: int, kernel: int) -> None:
    """Malformed for a file of a later schema or kernel than this program knows."""
    if schema > SCHEMA_NUMBER or kernel > KERNEL_NUMBER:
        raise Malformed(
            Text(
                f"the file is of a later version (schema {schema}, kernel {kernel}).",
                f"le fichier est d’une version ultérieure (schéma {schema}, noyau {kernel}).",
            ),
            "cadre",
            Text("Read it with a later Cadre.", "Le lire avec un Cadre plus récent."),
        )


def _framework(
    entry: JsonObject, name: str, place: Place, faults: Faults, seen: Seen, within: str = ""
) -> Framework:
    """A framework of the document. All its faults are settled before anything else is read."""
    path = f"{within}.{name}" if within else name
    try:
        framework = framework_from_json(
            entry.get(name), lambda fault: faults.add(placed(fault.under(path), place)), seen
        )
    except Malformed as fault:
        raise fault.under(name) from None
    body = object_at(entry.get(name))
    refuse_faulty(
        framework, lambda finding: place.at(path=f"{path}.{_path_of(body, finding)}"), faults
    )
    faults.settle()
    return framework


def _path_of(body: JsonObject, finding: Finding) -> str:
    """Where in the JSON of a framework a finding stands: the element or link, the attribute."""
    step = "types"
    evidence = next(iter(finding.evidence), None)
    if evidence is not None and evidence.link is not None:
        ends = tuple(evidence.link)
        step = _step(body, "links", lambda one: _link_ends(one) == ends)
    elif finding.subjects:
        key = finding.subjects[0]
        step = _step(body, "elements", lambda one: text_at(one.get("key")) == key)
    if evidence is not None and evidence.kind == "attribute":
        return f"{step}.attributes.{finding.discriminator.rpartition(' ')[2]}"
    return step


def _step(body: JsonObject, name: str, wanted: Callable[[JsonObject], bool]) -> str:
    listed = enumerate(list_at(body.get(name)))
    return next((f"{name}[{n}]" for n, one in listed if is_object(one) and wanted(one)), name)


def _link_ends(entry: JsonObject) -> tuple[str, ...]:
    return tuple(text_at(entry.get(name)) for name in ("type", "source", "target"))


def edition_heading_from_json(entry: JsonObject, framework: Framework) -> Edition:
    """An edition from what a document says of it. Malformed for a bad date or number."""
    date = text_at(entry.get("date"), "date")
    try:
        parsed = PartialDate.parse(date) if date else None
    except ValueError:
        raise not_a_date(date, "date") from None
    return Edition(
        text_at(entry.get("key"), "key"),
        framework,
        text_at(entry.get("digest"), "digest"),
        number_at(entry.get("number"), "number"),
        _text(entry, "name"),
        parsed,
        text_at(entry.get("meeting"), "meeting"),
        _text(entry, "maturity"),
        _text(entry, "summary"),
    )


def _text(entry: JsonObject, name: str) -> Text:
    try:
        return text_from_json(entry.get(name))
    except Malformed as fault:
        raise fault.under(name) from None


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
        _text(entry, "name"),
        _text(entry, "maturity"),
        _text(entry, "summary"),
    )
