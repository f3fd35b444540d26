"""`cadre atlas`: all pictures of a state as one PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from cadre.cli.command import (
    Command,
    as_of_option,
    date_of,
    info_of,
    lang_option,
    language_of,
    open_source,
    source_argument,
    state_of,
    state_option,
)
from cadre.cli.pictures import names_of, write_file
from cadre.core.faults import BadInput
from cadre.core.text import Text
from cadre.viewpoints.atlas import ATLAS_PAPERS
from cadre.viewpoints.viewpoint import DEFAULT_PAPER


@click.command("atlas", cls=Command)
@source_argument
@click.option("--out", required=True, metavar="FILE", help="A file ending in .pdf.")
@state_option
@as_of_option
@click.option("--paper", type=click.Choice(ATLAS_PAPERS), default=DEFAULT_PAPER, show_default=True)
@lang_option
def atlas(source: str, out: str, state: str, as_of: datetime | None, paper: str, lang: str) -> None:
    """Draw all pictures of a state into one PDF, with contents, bookmarks and tables."""
    from cadre.render.atlas import atlas_pdf
    from cadre.render.measure import MEASURE
    from cadre.viewpoints import atlas as plates
    from cadre.wording import wording

    if Path(out).suffix.casefold() != ".pdf":
        raise BadInput(
            Text(f"“{out}” does not end in .pdf.", f"« {out} » ne se termine pas par .pdf."),
            mend=Text("An atlas is a PDF.", "Un atlas est un PDF."),
        )
    states = open_source(source)
    framework = state_of(states, state)
    chapters = plates.atlas(
        states,
        state,
        info_of(states, state, as_of),
        words=wording(language_of(lang)),
        measure=MEASURE,
        paper=paper,
    )
    day = date_of(states, state, as_of)
    write_file(Path(out), atlas_pdf(chapters, called=names_of(framework), dated=day))
