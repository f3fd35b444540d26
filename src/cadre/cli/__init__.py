"""The command line. Commands on files need no database, no settings and never import Django."""

from __future__ import annotations

import click

from cadre import __version__
from cadre.cli.usage import Commands


@click.group(
    "cadre",
    cls=Commands,
    places={
        "run": "serve:run",
        "list": "content:list_elements",
        "links": "content:list_links",
        "check": "findings:check",
        "draw": "pictures:draw",
        "table": "pictures:table",
        "atlas": "atlas:atlas",
        "brief": "brief:brief",
        "diff": "compare:diff",
        "digest": "compare:digest",
        "convert": "files:convert",
        "rules": "registries:rules",
        "viewpoints": "registries:viewpoints",
        "types": "registries:types",
        "formats": "registries:formats",
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="cadre")
def main() -> None:
    """Cadre: the living framework of intergovernmental councils.

    SOURCE is a file (document, bundle folder, zip), or else the key of a stored framework.
    """
