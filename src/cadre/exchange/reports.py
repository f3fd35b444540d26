"""What the program says about a framework, as JSON: the shapes that commands and API share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from cadre.core.change import (
    AddElement,
    AddLink,
    Changes,
    RemoveElement,
    RemoveLink,
    SetElementType,
    SetField,
    SetLinkField,
    SetLinkType,
    SetSetting,
)
from cadre.core.comparison import Comparison
from cadre.core.dates import PartialDate, Period
from cadre.core.finding import Evidence, Finding
from cadre.core.graph import Element, Link
from cadre.core.text import Text
from cadre.core.values import NotedText, Value, Values
from cadre.exchange.json_shapes import Json, JsonObject
from cadre.exchange.json_values import text_to_json

_HEADING = ("name", "lifecycle", "certainty", "provenance")


def plain(value: Value | None) -> Json:
    """A value as a reader of JSON expects it: a date is a string, a text has its languages."""
    match value:
        case Text():
            return text_to_json(value)
        case PartialDate() | Period():
            return str(value)
        case tuple():
            return [
                {**text_to_json(one.text), "kind": one.kind, "provenance": one.provenance}
                if isinstance(one, NotedText)
                else one
                for one in value
            ]
        case _:
            return value


def _attributes(values: Values) -> JsonObject:
    return {name: plain(value) for name, value in values.items() if name not in _HEADING}


def element_entry(element: Element) -> JsonObject:
    """An element, as `list` gives it."""
    return {
        "key": element.key,
        "type": element.type,
        "name": text_to_json(element.name),
        "lifecycle": element.lifecycle,
        "certainty": element.certainty,
        "provenance": element.provenance,
        "attributes": _attributes(element.values),
    }


def link_entry(link: Link) -> JsonObject:
    """A link, as `links` gives it."""
    return {
        "type": link.type,
        "source": link.source,
        "target": link.target,
        "certainty": link.certainty,
        "provenance": link.provenance,
        "attributes": _attributes(link.values),
    }


def finding_entry(finding: Finding) -> JsonObject:
    """A finding, as `check` gives it."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "subjects": list(finding.subjects),
        "message": text_to_json(finding.message),
        "evidence": [_evidence_entry(one) for one in finding.evidence],
        "fingerprint": finding.fingerprint,
    }


def _evidence_entry(evidence: Evidence) -> JsonObject:
    entry: JsonObject = {"kind": evidence.kind, "text": text_to_json(evidence.text)}
    if evidence.key:
        entry["key"] = evidence.key
    if evidence.link is not None:
        ends: JsonObject = dict(evidence.link._asdict())
        entry["link"] = ends
    if evidence.share is not None:
        entry["share"] = evidence.share
    return entry


def check_report(state: str, as_of: date, findings: Iterable[Finding]) -> JsonObject:
    """The whole answer of `check`."""
    return {
        "state": state,
        "as_of": as_of.isoformat(),
        "findings": [finding_entry(finding) for finding in findings],
    }


# --- comparison --------------------------------------------------------------------------------


def changes_report(changes: Changes) -> JsonObject:
    """A change list as `diff` gives it, by what happened to what."""
    report: dict[str, list[Json]] = {
        name: []
        for name in (
            "added",
            "removed",
            "changed",
            "links_added",
            "links_removed",
            "links_changed",
            "types_changed",
            "settings_changed",
        )
    }
    for name, entry in _entries(changes):
        report[name].append(entry)
    return dict(report)


def _entries(changes: Changes) -> Iterator[tuple[str, JsonObject]]:
    for change in changes:
        match change:
            case AddElement(element):
                yield "added", {"key": element.key, "type": element.type}
            case RemoveElement(element):
                yield "removed", {"key": element.key, "type": element.type}
            case SetField(key, field, part, old, new):
                yield (
                    "changed",
                    {
                        "key": key,
                        "type": key.partition("/")[0],
                        "field": field,
                        "language": part,
                        "old": plain(old),
                        "new": plain(new),
                    },
                )
            case AddLink(link):
                yield "links_added", dict(link.id._asdict())
            case RemoveLink(link):
                yield "links_removed", dict(link.id._asdict())
            case SetLinkField(link_id, field, part, old, new):
                yield (
                    "links_changed",
                    {
                        **link_id._asdict(),
                        "field": field,
                        "language": part,
                        "old": plain(old),
                        "new": plain(new),
                    },
                )
            case SetElementType(key, old_type, new_type):
                yield "types_changed", _type_entry(key, "element", old_type, new_type)
            case SetLinkType(key, old_link, new_link):
                yield "types_changed", _type_entry(key, "link", old_link, new_link)
            case SetSetting(path, old_setting, new_setting):
                yield (
                    "settings_changed",
                    {"path": path, "old": plain(old_setting), "new": plain(new_setting)},
                )


def _type_entry(key: str, of: str, old: object, new: object) -> JsonObject:
    happened = "added" if old is None else "removed" if new is None else "changed"
    return {"key": key, "of": of, "change": happened}


def comparison_report(comparison: Comparison) -> JsonObject:
    """The whole answer of `diff`: what differs in `current` and, between sources, in each state."""
    states: JsonObject = {}
    for key in comparison.added:
        states[key] = {"change": "added"}
    for key in comparison.removed:
        states[key] = {"change": "removed"}
    for key in sorted({*comparison.changed, *comparison.restated}):
        states[key] = {"change": "changed", **changes_report(comparison.changed.get(key, ()))}
    return {**changes_report(comparison.changes), "states": states}
