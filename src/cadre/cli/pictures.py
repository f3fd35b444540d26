"""`cadre draw` and `cadre table`: a viewpoint as a picture, and as rows."""

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
    state_of,
    state_option,
)
from cadre.core.faults import BadInput
from cadre.core.text import Text
from cadre.viewpoints.viewpoint import DEFAULT_PAPER, PAPERS, BadOption, Viewpoint

_set_option = click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="An option of the viewpoint; see `cadre viewpoints`. May be given several times.",
)


@click.command("draw", cls=Command)
@click.argument("source")
@click.argument("viewpoint")
@click.option("--out", required=True, metavar="FILE", help="A file ending in .svg; - is stdout.")
@state_option
@as_of_option
@click.option("--paper", type=click.Choice(list(PAPERS)), default=DEFAULT_PAPER, show_default=True)
@_set_option
@lang_option
def draw(
    source: str,
    viewpoint: str,
    out: str,
    state: str,
    as_of: datetime | None,
    paper: str,
    settings: tuple[str, ...],
    lang: str,
) -> None:
    """Draw a viewpoint on one state of a framework."""
    from cadre.render.measure import MEASURE
    from cadre.render.svg import svg_file
    from cadre.viewpoints.viewpoint import Stage
    from cadre.wording import wording

    if out != "-" and Path(out).suffix.casefold() != ".svg":
        raise BadInput(
            Text(f"“{out}” has no known ending.", f"« {out} » n’a pas de terminaison connue."),
            mend=Text("Use .svg.", "Employer .svg."),
        )
    recipe = viewpoint_of(viewpoint)
    states = open_source(source)
    framework = state_of(states, state)
    try:
        scene = recipe.draw(
            framework,
            words=wording(language_of(lang)),
            measure=MEASURE,
            stage=Stage(states.name, info_of(states, state, as_of)),
            paper=paper,
            options=options_of(settings),
        )
    except BadOption as fault:
        raise _refused(fault) from None
    drawn = svg_file(scene)
    if out == "-":
        click.echo(drawn, nl=False)
    else:
        _write(Path(out), drawn)


@click.command("table", cls=Command)
@click.argument("source")
@click.argument("viewpoint")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "json", "md"]),
    default="csv",
    show_default=True,
    help="How to print.",
)
@state_option
@as_of_option
@_set_option
@lang_option
def table(
    source: str,
    viewpoint: str,
    form: str,
    state: str,
    as_of: datetime | None,
    settings: tuple[str, ...],
    lang: str,
) -> None:
    """Print a viewpoint as rows: the same content as its picture."""
    from cadre.render.table import table_csv, table_json, table_markdown

    states = open_source(source)
    framework = state_of(states, state)
    try:
        rows = viewpoint_of(viewpoint).table(
            framework, options_of(settings), as_of=date_of(states, state, as_of)
        )
    except BadOption as fault:
        raise _refused(fault) from None
    match form:
        case "json":
            click.echo(table_json(rows))
        case "md":
            click.echo(table_markdown(rows, language_of(lang)), nl=False)
        case _:
            click.echo(table_csv(rows, language_of(lang)), nl=False)


def viewpoint_of(name: str) -> Viewpoint:
    """The viewpoint of this id. BadInput, with those there are, when there is none."""
    from cadre.viewpoints.registry import VIEWPOINTS

    found = VIEWPOINTS.get(name)
    if found is None:
        known = ", ".join(VIEWPOINTS)
        raise BadInput(
            Text(f"there is no viewpoint “{name}”.", f"il n’y a pas de point de vue « {name} »."),
            mend=Text(f"Use one of: {known}.", f"Employer l’un de ceux-ci : {known}."),
        )
    return found


def options_of(settings: tuple[str, ...]) -> dict[str, str]:
    """The options that `--set` gives. BadInput for one that is not `key=value`."""
    found: dict[str, str] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise BadInput(
                Text(f"“{setting}” is not key=value.", f"« {setting} » n’est pas clé=valeur.")
            )
        found[key.strip()] = value.strip()
    return found


def _refused(fault: BadOption) -> BadInput:
    return BadInput(Text(f"{fault.text.en}.", f"{fault.text.fr}."))


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise BadInput(
            Text(
                f"{path} cannot be written ({error.strerror}).",
                f"{path} ne peut pas être écrit ({error.strerror}).",
            )
        ) from None
