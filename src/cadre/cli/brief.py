"""`cadre brief`: the standard briefing of one state, as slides to edit."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

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
from cadre.cli.pictures import write_file
from cadre.core.faults import BadInput
from cadre.core.text import Text


@click.command("brief", cls=Command)
@source_argument
@click.option("--out", required=True, metavar="FILE", help="A file ending in .pptx.")
@state_option
@as_of_option
@lang_option
def brief(source: str, out: str, state: str, as_of: datetime | None, lang: str) -> None:
    """Write the standard briefing on one state as slides to edit."""
    if Path(out).suffix.casefold() != ".pptx":
        raise BadInput(
            Text(f"“{out}” does not end in .pptx.", f"« {out} » ne se termine pas par .pptx."),
            mend=Text("Use .pptx.", "Employer .pptx."),
        )
    from cadre.render.measure import MEASURE
    from cadre.render.slides.deck import deck_file
    from cadre.viewpoints.briefing import briefing
    from cadre.wording import wording

    states = open_source(source)
    _ = state_of(states, state)
    day = date_of(states, state, as_of)
    said = briefing(states, state, wording(language_of(lang)), MEASURE, day)
    write_file(Path(out), deck_file(said, dated=day))
