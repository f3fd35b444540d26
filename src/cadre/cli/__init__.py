"""The command line. Commands on files need no database, no settings and never import Django."""

from __future__ import annotations

import click

from cadre import __version__
from cadre.cli import compare, content, files, findings, pictures, registries, serve
from cadre.cli.usage import Commands


@click.group(
    "cadre",
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="cadre")
def main() -> None:
    """Cadre: the living framework of intergovernmental councils.

    SOURCE is a file (document, bundle folder, zip), or else the key of a stored framework.
    """


for command in (
    serve.run,
    content.list_elements,
    content.list_links,
    findings.check,
    pictures.draw,
    pictures.table,
    compare.diff,
    compare.digest,
    files.convert,
    registries.rules,
    registries.viewpoints,
    registries.types,
    registries.formats,
):
    main.add_command(command)
