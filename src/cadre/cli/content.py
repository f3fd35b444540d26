"""`cadre list` and `cadre links`: what a framework holds."""

from __future__ import annotations

import click

from cadre.cli.command import (
    Command,
    lang_option,
    language_of,
    open_source,
    source_argument,
    state_of,
    state_option,
)
from cadre.cli.output import echo_csv, echo_json, echo_table
from cadre.core.faults import BadInput
from cadre.core.text import Text

_FORMATS = click.Choice(["table", "csv", "json"])


def _format_option(function: click.decorators.FC) -> click.decorators.FC:
    return click.option(
        "--format", "form", type=_FORMATS, default="table", show_default=True, help="How to print."
    )(function)


@click.command("list", cls=Command)
@source_argument
@click.option("--type", "type_key", metavar="TYPE", help="Only elements of this type.")
@state_option
@_format_option
@lang_option
def list_elements(source: str, type_key: str | None, state: str, form: str, lang: str) -> None:
    """List elements: key, type, name, lifecycle, certainty."""
    from cadre.exchange.reports import element_entry

    framework = state_of(open_source(source), state)
    _check_type(type_key, list(framework.metamodel.element_types))
    elements = framework.elements(type=type_key)
    language = language_of(lang)
    if form == "json":
        echo_json([element_entry(element) for element in elements])
        return
    headers = ("key", "type", "name", "lifecycle", "certainty")
    rows = [(e.key, e.type, e.name.in_(language), e.lifecycle, e.certainty) for e in elements]
    (echo_csv if form == "csv" else echo_table)(headers, rows)


@click.command("links", cls=Command)
@source_argument
@click.option("--type", "type_key", metavar="TYPE", help="Only links of this type.")
@state_option
@_format_option
@lang_option
def list_links(source: str, type_key: str | None, state: str, form: str, lang: str) -> None:
    """List links: type, source, target, certainty."""
    from cadre.exchange.reports import link_entry

    framework = state_of(open_source(source), state)
    _check_type(type_key, list(framework.metamodel.link_types))
    links = framework.links(type=type_key)
    if form == "json":
        echo_json([link_entry(link) for link in links])
        return
    headers = ("type", "source", "target", "certainty")
    rows = [(one.type, one.source, one.target, one.certainty) for one in links]
    (echo_csv if form == "csv" else echo_table)(headers, rows)


def _check_type(type_key: str | None, known: list[str]) -> None:
    if type_key is not None and type_key not in known:
        names = ", ".join(known)
        raise BadInput(
            Text(f"there is no type “{type_key}”.", f"il n’y a pas de type « {type_key} »."),
            mend=Text(f"Use one of: {names}.", f"Employer l’un de ceux-ci : {names}."),
        )
