"""The bundle: a folder (or zip) of CSV tables that a person can keep in a spreadsheet.

datapackage.json          what the tables are (Frictionless Data Package), schema and kernel
settings.csv              the settings of `current`
types/…                   types of the framework's own: elements, links, attributes, choices
elements/<type>.csv       one table a type
texts.csv                 lists of texts, one row a text
links/<link type>.csv     one table a link type
states.csv                editions with their digests, scenarios with their bases
editions/<key>/…          the same tables, frozen
scenarios/<key>.csv       a change list, one row a field
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final

from cadre.core.attributes import Attribute
from cadre.core.faults import BadInput, Faults, Place
from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL, KERNEL_NUMBER
from cadre.core.metamodel import Metamodel
from cadre.core.states import Edition, Scenario, States
from cadre.core.text import Text
from cadre.core.values import Kind
from cadre.exchange.bundle_changes import read_changes, write_changes
from cadre.exchange.bundle_files import DESCRIPTOR, Files, inside
from cadre.exchange.bundle_types import TYPE_TABLES, read_types
from cadre.exchange.cell_values import cells_of, is_whole, values_of
from cadre.exchange.document import (
    SCHEMA_NUMBER,
    check_versions,
    edition_heading_from_json,
    json_of_file,
    placed,
)
from cadre.exchange.door import assembled, given_twice, refuse_altered
from cadre.exchange.framework_tables import framework_of_tables, framework_tables
from cadre.exchange.json_shapes import (
    JsonObject,
    Malformed,
    list_at,
    number_at,
    object_at,
    text_at,
)
from cadre.exchange.table_words import in_words_of_programs
from cadre.sheets.limits import DIVIDE, refuse_crowded
from cadre.sheets.tables import (
    MOST_PARSED,
    Row,
    Table,
    read_table,
    weight_of_table,
    write_table,
)

STATES: Final = "states.csv"
_STATE_FOLDERS: Final = ("editions", "scenarios")
_STATE_COLUMNS: Final = (
    "key",
    "kind",
    "number",
    "base",
    "date",
    "meeting",
    "name.en",
    "name.fr",
    "maturity.en",
    "maturity.fr",
    "summary.en",
    "summary.fr",
    "digest",
)
_AS_TEXT: Final = Attribute("text", Kind.LOCALISED, Text())
_HEADING: Final = dict.fromkeys(("name", "maturity", "summary"), _AS_TEXT)


# --- writing -----------------------------------------------------------------------------------


def write_bundle(states: States) -> dict[str, bytes]:
    """The files of a bundle with all states."""
    files = _framework_files(states.current)
    files[STATES] = write_table(_STATE_COLUMNS, _state_rows(states))
    for key, edition in states.editions.items():
        frozen = _framework_files(edition.framework)
        files |= {f"editions/{key}/{name}": data for name, data in frozen.items()}
    for key, scenario in states.scenarios.items():
        files[f"scenarios/{key}.csv"] = write_changes(scenario.changes)
    files[DESCRIPTOR] = _descriptor(states, files)
    return files


def _framework_files(framework: Framework) -> dict[str, bytes]:
    return {
        f"{name}.csv": write_table(table.headers, table.rows)
        for name, table in framework_tables(framework).items()
    }


def _state_rows(states: States) -> Iterable[dict[str, str]]:
    for key in states:
        if key in states.editions:
            edition = states.editions[key]
            yield {
                "key": key,
                "kind": "edition",
                "number": str(edition.number),
                "date": str(edition.date or ""),
                "meeting": edition.meeting,
                "digest": edition.digest,
                **_heading_cells(edition),
            }
        elif key in states.scenarios:
            scenario = states.scenarios[key]
            yield {
                "key": key,
                "kind": "scenario",
                "base": scenario.base,
                **_heading_cells(scenario),
            }


def _heading_cells(state: Edition | Scenario) -> dict[str, str]:
    return cells_of({"name": state.name, "maturity": state.maturity, "summary": state.summary})


def _descriptor(states: States, files: Files) -> bytes:
    resources = [
        {
            "name": name.removesuffix(".csv").replace("/", "-"),
            "path": name,
            "profile": "tabular-data-resource",
            "format": "csv",
            "encoding": "utf-8",
        }
        for name in sorted(files)
    ]
    descriptor = {
        "profile": "tabular-data-package",
        "name": states.key,
        "title": states.name.in_("en"),
        "cadre": {"schema": SCHEMA_NUMBER, "kernel": KERNEL_NUMBER},
        "resources": resources,
    }
    return f"{json.dumps(descriptor, indent=1, ensure_ascii=False)}\n".encode()


# --- reading -----------------------------------------------------------------------------------


def read_bundle(files: Files, place: Place, faults: Faults | None = None) -> States:
    """All states from the files of a bundle.

    BadInput with file, row and column for a fault; nothing is half-read.
    """
    faults = faults or Faults()
    key = _read_descriptor(files, place)
    read = _Reader(files, place, faults)
    current = read.framework("")
    editions: dict[str, Edition] = {}
    scenarios: list[Scenario] = []
    table = _table(files, STATES, place, faults)
    rows = table.rows if table else ()
    _refuse_left_over(files, rows, place)
    for row in rows:
        match row.cells.get("kind"):
            case "edition":
                edition = _read_edition(read, row)
                if edition.key in editions:
                    raise given_twice(edition.key, row.at("key"))
                editions[edition.key] = edition
            case "scenario":
                scenarios.append(_read_scenario(files, row, place, faults))
            case other:
                name = other or ""
                raise BadInput(
                    Text(
                        f"“{name}” is no kind of state.", f"« {name} » n’est pas un genre d’état."
                    ),
                    row.at("kind"),
                    Text("Use edition or scenario.", "Employer edition ou scenario."),
                )
    faults.settle()
    return assembled(key, current, editions, scenarios, inside(place, STATES) if rows else place)


def _read_descriptor(files: Files, place: Place) -> str:
    at = inside(place, DESCRIPTOR)
    if DESCRIPTOR not in files:
        raise BadInput(
            Text(
                f"this is not a bundle: it has no {DESCRIPTOR}.",
                f"ce n’est pas un lot de tableaux : il n’a pas de {DESCRIPTOR}.",
            ),
            place,
            Text(
                "Name the folder that holds it, or a zip of that folder.",
                "Nommer le dossier qui le contient, ou un zip de ce dossier.",
            ),
        )
    try:
        descriptor = object_at(json_of_file(files[DESCRIPTOR], at))
        head = object_at(descriptor.get("cadre"), "cadre")
        check_versions(
            number_at(head.get("schema"), "cadre.schema"),
            number_at(head.get("kernel"), "cadre.kernel"),
        )
        _refuse_missing(files, descriptor)
        return text_at(descriptor.get("name"), "name")
    except Malformed as fault:
        raise placed(fault, at) from None


def _refuse_missing(files: Files, descriptor: JsonObject) -> None:
    """Malformed for a table that the descriptor names and that is not there: it may be lost."""
    for number, one in enumerate(list_at(descriptor.get("resources"), "resources")):
        path = f"resources[{number}]"
        name = text_at(object_at(one, path).get("path"), f"{path}.path")
        if name.endswith(".csv") and name not in files:
            raise Malformed(
                Text(f"the table {name} is missing.", f"le tableau {name} manque."),
                path,
                Text(
                    "Put it back, or take its entry out of the list.",
                    "Le remettre, ou retirer son entrée de la liste.",
                ),
            )


def _refuse_left_over(files: Files, rows: Iterable[Row], place: Place) -> None:
    """BadInput for a table of a state that states.csv does not have: it would not be read."""
    keys = {row.cells.get("key", "") for row in rows}
    for name in files:
        folder, _, rest = name.partition("/")
        if folder in _STATE_FOLDERS and name.endswith(".csv"):
            key = rest.partition("/")[0].removesuffix(".csv")
            if key not in keys:
                raise BadInput(
                    Text(
                        f"the state “{key}” is not in {STATES}.",
                        f"l’état « {key} » n’est pas dans {STATES}.",
                    ),
                    inside(place, name),
                    Text(
                        "Add its row there, or take the file out.",
                        "Y ajouter sa ligne, ou retirer le fichier.",
                    ),
                )


def _table(files: Files, name: str, place: Place, faults: Faults) -> Table | None:
    return read_table(files[name], inside(place, name), faults) if name in files else None


class _Reader:
    """Reads the frameworks of one bundle; those with the same tables are one value, read once."""

    def __init__(self, files: Files, place: Place, faults: Faults) -> None:
        self._files = files
        self._place = place
        self._faults = faults
        self._known: dict[tuple[tuple[str, bytes], ...], Framework] = {}

    def framework(self, folder: str) -> Framework:
        """The framework whose tables stand in a folder of the bundle."""
        tables = tuple(
            (name.removeprefix(folder), data)
            for name, data in sorted(self._files.items())
            if name.startswith(folder) and name.endswith(".csv") and _is_content(name, folder)
        )
        if tables not in self._known:
            self._known[tables] = self._read(folder)
        return self._known[tables]

    def _read(self, folder: str) -> Framework:
        """The framework of a folder. All its faults are settled before another one is read."""
        content = {
            name: data
            for name, data in self._files.items()
            if name.startswith(folder) and name.endswith(".csv") and _is_content(name, folder)
        }
        refuse_crowded(
            sum(map(weight_of_table, content.values())), MOST_PARSED, self._place, DIVIDE
        )
        raw = {
            name.removeprefix(folder).removesuffix(".csv"): read_table(
                data, inside(self._place, name), self._faults
            )
            for name, data in content.items()
        }
        types = self._heard(raw, [name for name in raw if name in TYPE_TABLES], KERNEL)
        metamodel = read_types(types, self._faults)
        tables = self._heard(raw, [name for name in raw if name not in TYPE_TABLES], metamodel)
        return framework_of_tables(metamodel, tables, self._place, self._faults)

    def _heard(
        self, raw: Mapping[str, Table], names: Iterable[str], metamodel: Metamodel
    ) -> dict[str, Table]:
        found: dict[str, Table] = {}
        for name in names:
            with self._faults.gathered():
                found[name] = in_words_of_programs(raw[name], name, metamodel, self._faults)
        return found


def _is_content(name: str, folder: str) -> bool:
    """Whether a file belongs to the framework in a folder, and not to a state below it."""
    return bool(folder) or not name.startswith(("editions/", "scenarios/", STATES))


def _heading(row: Row) -> JsonObject:
    """A row of states.csv in the form a document has it."""
    cells = row.cells
    found: JsonObject = {name: cells.get(name, "") for name in ("key", "date", "meeting", "digest")}
    for name in ("name", "maturity", "summary"):
        texts: JsonObject = {
            lang: cells[f"{name}.{lang}"] for lang in ("en", "fr") if f"{name}.{lang}" in cells
        }
        found[name] = texts
    number = cells.get("number", "")
    found["number"] = int(number) if is_whole(number) else number
    return found


def _read_edition(read: _Reader, row: Row) -> Edition:
    key = row.cells.get("key", "")
    framework = read.framework(f"editions/{key}/")
    try:
        edition = edition_heading_from_json(_heading(row), framework)
    except Malformed as fault:
        raise BadInput(fault.what, row.at(fault.path), fault.mend) from None
    refuse_altered(edition, row.at("digest"))
    return edition


def _read_scenario(files: Files, row: Row, place: Place, faults: Faults) -> Scenario:
    key = row.cells.get("key", "")
    name = f"scenarios/{key}.csv"
    table = _table(files, name, place, faults)
    if table is None:
        raise BadInput(
            Text(f"the table {name} is missing.", f"le tableau {name} manque."),
            row.at("key"),
            Text("Put it back, or remove the row.", "Le remettre, ou retirer la ligne."),
        )
    cells = {name: cell for name, cell in row.cells.items() if "." in name}
    heading = values_of(cells, _HEADING, row.at, faults)
    texts = {name: text for name, text in heading.items() if isinstance(text, Text)}
    return Scenario(
        key,
        row.cells.get("base", ""),
        read_changes(table),
        texts.get("name", Text()),
        texts.get("maturity", Text()),
        texts.get("summary", Text()),
    )
