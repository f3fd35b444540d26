"""`cadre run`: the site, from nothing to served in one command."""

from __future__ import annotations

import click

from cadre.cli.command import Command, lang_option


@click.command("run", cls=Command)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(1, 65_535),
    metavar="PORT",
    default=8000,
    show_default=True,
    help="Port to listen on.",
)
@lang_option
def run(host: str, port: int, lang: str) -> None:
    """Prepare the store, load the reference framework into an empty one, and serve the site."""
    from cadre.services.serve import run as serve

    serve(host, port, lang)
