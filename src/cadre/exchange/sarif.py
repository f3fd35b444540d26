"""Findings as SARIF 2.1.0 (OASIS), for tools that show what linters say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cadre import __version__
from cadre.core.finding import Finding, Severity
from cadre.core.text import Language
from cadre.exchange.json_shapes import Json, JsonObject

_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "note",
}


def sarif_report(source: str, findings: Sequence[Finding], language: Language) -> JsonObject:
    """One run with a result for each finding, its subjects as logical locations."""
    rules: list[Json] = [{"id": code} for code in sorted({one.code for one in findings})]
    results: list[Json] = [_result(source, finding, language) for finding in findings]
    driver: JsonObject = {"name": "Cadre", "version": __version__, "rules": rules}
    run: JsonObject = {
        "tool": {"driver": driver},
        "language": "fr-CA" if language == "fr" else "en-CA",
        "results": results,
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }


def _result(source: str, finding: Finding, language: Language) -> JsonObject:
    logical: list[Json] = [{"fullyQualifiedName": key} for key in finding.subjects]
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message.in_(language)},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": source}},
                "logicalLocations": logical,
            }
        ],
        "partialFingerprints": {"cadre/v1": finding.fingerprint},
    }
