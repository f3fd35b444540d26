"""`cadre convert`: a framework from any format to any other."""

from __future__ import annotations

from pathlib import Path

import click

from cadre.cli.command import (
    Command,
    lang_option,
    language_of,
    most_faults,
    open_source,
    source_argument,
    state_of,
)
from cadre.core.faults import BadInput
from cadre.core.states import States
from cadre.core.text import Text


@click.command("convert", cls=Command)
@source_argument
@click.option("--to", "form", required=True, metavar="FORMAT", help="See `cadre formats`.")
@click.option("--out", required=True, metavar="PATH", help="A file or folder; - is stdout.")
@click.option("--at", "state", metavar="STATE", help="Only this state, which becomes current.")
@click.option(
    "--mapping", metavar="NAME", help="Read a folder of tables by this mapping, or its file."
)
@lang_option
def convert(
    source: str, form: str, out: str, state: str | None, mapping: str | None, lang: str
) -> None:
    """Write a framework in another format, and say what could not be carried over.

    A workbook has its headers and choices in the language of --lang.

    With --mapping, SOURCE is a folder of other people's tables; it says what became of their rows.
    """
    from cadre.exchange import formats

    if form not in formats.FORMATS:
        known = ", ".join(formats.FORMATS)
        raise BadInput(
            Text(f"there is no format “{form}”.", f"il n’y a pas de format « {form} »."),
            mend=Text(f"Use one of: {known}.", f"Employer l’un de ceux-ci : {known}."),
        )
    language = language_of(lang)
    lost: list[Text] = []
    if mapping is None:
        states = open_source(source)
    else:
        from cadre.exchange.mappings import convert as convert_tables
        from cadre.exchange.mappings import open_mapping

        converted = convert_tables(Path(source), open_mapping(mapping), most_faults())
        states = converted.states
        lost += converted.report.sentences(states)
    if state is not None:
        lost += [_left_out(key) for key in states if key != state]
        states = States(states.key, state_of(states, state))
    if out == "-":
        click.echo(formats.as_bytes(states, form, language), nl=False)
        lost += formats.FORMATS[form].loses(states)
    else:
        lost += formats.write(states, form, Path(out), language)
    for sentence in lost:
        click.echo(sentence.in_(language), err=True)


def _left_out(key: str) -> Text:
    return Text(f"Left out: the state {key}.", f"Laissé de côté : l’état {key}.")
