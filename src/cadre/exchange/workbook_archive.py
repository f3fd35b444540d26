"""The hidden sheet of a workbook: editions and scenarios, whole and as they were.

One row a line of JSON, with the states that hold it: what several editions share is there once.
Nobody edits it; an edition that was altered all the same does not match its digest.
"""

from __future__ import annotations

from collections.abc import Iterator

from cadre.core.faults import BadInput, Faults, Place
from cadre.core.graph import Element, Framework, Link
from cadre.core.states import Edition, Scenario, States
from cadre.core.text import Text
from cadre.exchange.document import (
    edition_heading_from_json,
    edition_heading_to_json,
    scenario_from_json,
    scenario_to_json,
)
from cadre.exchange.door import refuse_altered, refuse_faulty
from cadre.exchange.framework_json import (
    canonical,
    metamodel_from_json,
    metamodel_to_json,
    settings_from_json,
    settings_to_json,
)
from cadre.exchange.json_shapes import Json, JsonObject, Malformed, object_at, parsed
from cadre.exchange.json_values import (
    element_from_json,
    element_to_json,
    link_from_json,
    link_to_json,
)
from cadre.sheets.xlsx import LONGEST_TEXT
from cadre.sheets.xlsx_reading import SheetRead, SheetRow

# --- writing -----------------------------------------------------------------------------------


def archive_rows(states: States) -> list[list[str]]:
    """The rows of the archive: states, what it is, and JSON in as many cells as it takes."""
    held: dict[tuple[str, str], list[str]] = {}
    for key in states:
        if key in states.editions:
            edition = states.editions[key]
            lines = [("edition", _line(edition_heading_to_json(edition)))]
            lines += _lines(edition.framework)
        elif key in states.scenarios:
            lines = [("scenario", _line(scenario_to_json(states.scenarios[key])))]
        else:
            continue
        for line in lines:
            held.setdefault(line, []).append(key)
    return [[";".join(keys), what, *_pieces(line)] for (what, line), keys in held.items()]


def _lines(framework: Framework) -> Iterator[tuple[str, str]]:
    yield "types", _line(metamodel_to_json(framework.metamodel))
    yield "settings", _line(settings_to_json(framework.settings))
    for key, values in framework.values_by_key().items():
        yield "element", _line(element_to_json(Element(key, values)))
    for link, values in framework.values_by_link().items():
        yield "link", _line(link_to_json(Link(*link, values)))


def _line(value: JsonObject) -> str:
    return canonical(value).decode()


def _pieces(line: str) -> list[str]:
    return [line[start : start + LONGEST_TEXT] for start in range(0, len(line), LONGEST_TEXT)]


# --- reading -----------------------------------------------------------------------------------


class _Parts:
    """What the archive has for one edition, as it is gathered."""

    def __init__(self, heading: JsonObject, place: Place) -> None:
        self.heading = heading
        self.place = place
        self.types: Json = None
        self.settings: Json = None
        self.elements: list[Element] = []
        self.links: list[Link] = []

    def edition(self) -> Edition:
        """The edition. BadInput when it is not what its digest says."""
        try:
            framework = Framework.of(
                metamodel_from_json(self.types),
                self.elements,
                self.links,
                settings_from_json(self.settings),
            )
            edition = edition_heading_from_json(self.heading, framework)
        except (Malformed, ValueError):
            raise _altered(self.place) from None
        refuse_faulty(framework, lambda _: self.place, Faults())
        refuse_altered(edition, self.place)
        return edition


def _altered(place: Place) -> BadInput:
    return BadInput(
        Text(
            "the hidden sheet of editions and scenarios was altered.",
            "la feuille cachée des éditions et des scénarios a été modifiée.",
        ),
        place,
        Text(
            "Export the workbook again and redo the changes on the other sheets.",
            "Exporter le classeur de nouveau et refaire les changements sur les autres feuilles.",
        ),
    )


def read_archive(
    sheet: SheetRead | None, place: Place
) -> tuple[dict[str, Edition], list[Scenario]]:
    """The editions and scenarios of the hidden sheet; none where there is no such sheet."""
    editions: dict[str, _Parts] = {}
    scenarios: list[Scenario] = []
    shared: list[tuple[list[str], str, JsonObject, Place]] = []
    for row in sheet.rows[2:] if sheet else ():
        at = place.at(row=row.number)
        keys, what, line = _cells(row, at)
        try:
            value = object_at(parsed(line))
            match what:
                case "edition" if keys[0] not in editions:
                    editions[keys[0]] = _Parts(value, at)
                case "edition":
                    raise _altered(at)
                case "scenario":
                    scenarios.append(scenario_from_json(value))
                case _:
                    shared.append((keys, what, value, at))
        except Malformed:
            raise _altered(at) from None
    for keys, what, value, at in shared:
        try:
            _add(what, value, [editions[key] for key in keys])
        except (Malformed, KeyError):
            raise _altered(at) from None
    return {key: parts.edition() for key, parts in editions.items()}, scenarios


def _cells(row: SheetRow, place: Place) -> tuple[list[str], str, str]:
    texts = [cell for _, cell in sorted(row.cells.items()) if isinstance(cell, str)]
    if len(texts) != len(row.cells) or len(texts) < 3:
        raise _altered(place)
    return texts[0].split(";"), texts[1], "".join(texts[2:])


def _add(what: str, value: JsonObject, to: list[_Parts]) -> None:
    match what:
        case "types":
            for parts in to:
                parts.types = value
        case "settings":
            for parts in to:
                parts.settings = value
        case "element":
            element = element_from_json(value)
            for parts in to:
                parts.elements.append(element)
        case "link":
            link = link_from_json(value)
            for parts in to:
                parts.links.append(link)
        case _:
            raise KeyError(what)
