"""`cadre check`: what the rules find in a framework."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import click

from cadre.cli.command import (
    Command,
    as_of_option,
    date_of,
    lang_option,
    language_of,
    open_source,
    source_argument,
    state_of,
    state_option,
)
from cadre.cli.output import echo_json
from cadre.core.finding import SEVERITY_LABELS, Finding, Severity
from cadre.core.text import Language, Text


@click.command("check", cls=Command)
@source_argument
@state_option
@as_of_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help="Exit with code 1 when there is a finding as bad as this, or worse.",
)
@lang_option
def check(
    source: str, state: str, as_of: datetime | None, form: str, fail_on: str | None, lang: str
) -> None:
    """Run the rules over one state and print what they find."""
    from cadre.analysis.check import check as check_framework
    from cadre.exchange.reports import check_report
    from cadre.exchange.sarif import sarif_report

    states = open_source(source)
    framework = state_of(states, state)
    day = date_of(states, state, as_of)
    findings = check_framework(framework, day)
    match form:
        case "json":
            echo_json(check_report(state, day, findings))
        case "sarif":
            echo_json(sarif_report(source, findings, language_of(lang)))
        case _:
            _echo_text(findings, language_of(lang))
    if fail_on and any(one.severity.rank <= Severity(fail_on).rank for one in findings):
        click.get_current_context().exit(1)


def _echo_text(findings: Sequence[Finding], language: Language) -> None:
    for finding in findings:
        severity = SEVERITY_LABELS[finding.severity].in_(language)
        click.echo(f"{finding.code}  {severity}  {finding.message.in_(language)}")
    total = Text(f"{len(findings)} findings.", f"{len(findings)} constats.")
    if len(findings) == 1:
        total = Text("1 finding.", "1 constat.")
    click.echo(total.in_(language))
