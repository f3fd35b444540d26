"""`cadre draw` and `cadre table`: a viewpoint as a picture, and as rows."""

from __future__ import annotations

import click

from cadre.cli.command import Command


@click.command("draw", cls=Command)
def draw() -> None:
    """Draw a viewpoint."""


@click.command("table", cls=Command)
def table() -> None:
    """Print a viewpoint as rows."""
