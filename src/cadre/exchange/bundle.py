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

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from cadre.core.attributes import Attribute
from cadre.core.faults import BadInput, Place
from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL_NUMBER
from cadre.core.states import Edition, Scenario, States
from cadre.core.text import Text
from cadre.core.values import Kind
from cadre.exchange.bundle_changes import read_changes, write_changes
from cadre.exchange.cell_values import cells_of, values_of
from cadre.exchange.document import (
    SCHEMA_NUMBER,
    assembled,
    check_versions,
    edition_heading_from_json,
    refuse_altered,
)
from cadre.exchange.framework_tables import framework_of_tables, framework_tables
from cadre.exchange.json_shapes import JsonObject, Malformed, number_at, object_at, parsed, text_at
from cadre.sheets.tables import Row, Table, read_table, write_table

DESCRIPTOR: Final = "datapackage.json"
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

Files = Mapping[str, bytes]
"""The files of a bundle by their path inside it, with `/` between folders."""


# --- folders and zips --------------------------------------------------------------------------


def read_folder(folder: Path) -> Files:
    """The files of a bundle folder that belong to it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in (".csv", ".json")
    }


def read_zip(data: bytes, place: Place) -> Files:
    """The files of a zipped bundle. BadInput for a damaged archive or a path that climbs out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            for name in names:
                if name.startswith("/") or ".." in PurePosixPath(name).parts or "\\" in name:
                    raise BadInput(
                        Text(
                            f"the archive has a path that leaves it: {name}.",
                            f"l’archive a un chemin qui en sort : {name}.",
                        ),
                        place,
                    )
            return {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        raise BadInput(
            Text("the archive is damaged.", "l’archive est endommagée."), place
        ) from None


def write_zip(files: Files) -> bytes:
    """The files as one archive, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()


# --- writing -----------------------------------------------------------------------------------


def write_bundle(states: States) -> dict[str, bytes]:
    """The files of a bundle with all states."""
    files = _framework_files(states.current)
    files["states.csv"] = write_table(_STATE_COLUMNS, _state_rows(states))
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


def read_bundle(files: Files, place: Place) -> States:
    """All states from the files of a bundle.

    BadInput with file, row and column for the first fault; nothing is half-read.
    """
    key = _read_descriptor(files, place)
    read = _Reader(files, place)
    current = read.framework("")
    editions: dict[str, Edition] = {}
    scenarios: list[Scenario] = []
    table = _table(files, "states.csv", place)
    for row in table.rows if table else ():
        match row.cells.get("kind"):
            case "edition":
                edition = _read_edition(read, row)
                editions[edition.key] = edition
            case "scenario":
                scenarios.append(_read_scenario(files, row, place))
            case other:
                raise BadInput(
                    Text(
                        f"“{other}” is no kind of state.", f"« {other} » n’est pas un genre d’état."
                    ),
                    row.place.at(column="kind"),
                    Text("Use edition or scenario.", "Employer edition ou scenario."),
                )
    return assembled(key, current, editions, scenarios, place)


def _read_descriptor(files: Files, place: Place) -> str:
    at = _inside(place, DESCRIPTOR)
    if DESCRIPTOR not in files:
        raise BadInput(
            Text(
                f"this is not a bundle: it has no {DESCRIPTOR}.",
                f"ce n’est pas un lot de tableaux : il n’a pas de {DESCRIPTOR}.",
            ),
            place,
        )
    try:
        descriptor = object_at(parsed(files[DESCRIPTOR].decode("utf-8-sig")))
        head = object_at(descriptor.get("cadre"), "cadre")
        check_versions(number_at(head.get("schema")), number_at(head.get("kernel")))
        return text_at(descriptor.get("name"), "name")
    except UnicodeDecodeError:
        raise BadInput(Text("this is not JSON.", "ce n’est pas du JSON."), at) from None
    except Malformed as fault:
        raise BadInput(fault.what, at.at(path=fault.path)) from None


def _inside(place: Place, name: str) -> Place:
    return Place(file=f"{place.file}/{name}" if place.file else name)


def _table(files: Files, name: str, place: Place) -> Table | None:
    return read_table(files[name], _inside(place, name)) if name in files else None


class _Reader:
    """Reads the frameworks of one bundle; those with the same tables are one value, read once."""

    def __init__(self, files: Files, place: Place) -> None:
        self._files = files
        self._place = place
        self._known: dict[tuple[tuple[str, bytes], ...], Framework] = {}

    def framework(self, folder: str) -> Framework:
        """The framework whose tables stand in a folder of the bundle."""
        tables = tuple(
            (name.removeprefix(folder), data)
            for name, data in sorted(self._files.items())
            if name.startswith(folder) and name.endswith(".csv") and _is_content(name, folder)
        )
        if tables not in self._known:
            self._known[tables] = _read_framework(self._files, folder, self._place)
        return self._known[tables]


def _read_framework(files: Files, folder: str, place: Place) -> Framework:
    tables = {
        name.removeprefix(folder).removesuffix(".csv"): read_table(data, _inside(place, name))
        for name, data in files.items()
        if name.startswith(folder) and name.endswith(".csv") and _is_content(name, folder)
    }
    return framework_of_tables(tables, place)


def _is_content(name: str, folder: str) -> bool:
    """Whether a file belongs to the framework in a folder, and not to a state below it."""
    return not name.removeprefix(folder).startswith(("editions/", "scenarios/", "states.csv"))


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
    found["number"] = int(number) if number.isdecimal() else number
    return found


def _read_edition(read: _Reader, row: Row) -> Edition:
    key = row.cells.get("key", "")
    framework = read.framework(f"editions/{key}/")
    try:
        edition = edition_heading_from_json(_heading(row), framework)
    except Malformed as fault:
        raise BadInput(fault.what, row.place.at(column=fault.path)) from None
    refuse_altered(edition, row.place.at(column="digest"))
    return edition


def _read_scenario(files: Files, row: Row, place: Place) -> Scenario:
    key = row.cells.get("key", "")
    table = _table(files, f"scenarios/{key}.csv", place)
    heading = values_of(
        {name: cell for name, cell in row.cells.items() if "." in name}, _HEADING, row.place
    )
    texts = {name: text for name, text in heading.items() if isinstance(text, Text)}
    return Scenario(
        key,
        row.cells.get("base", ""),
        read_changes(table) if table else (),
        texts.get("name", Text()),
        texts.get("maturity", Text()),
        texts.get("summary", Text()),
    )
