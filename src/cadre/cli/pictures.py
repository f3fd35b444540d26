"""`cadre draw` and `cadre table`: a viewpoint as a picture, and as rows."""

from __future__ import annotations

from collections.abc import Callable
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
from cadre.core.faults import BadInput, reason_of
from cadre.core.graph import Framework
from cadre.core.states import StateInfo
from cadre.core.text import Language, Text
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import DEFAULT_PAPER, PAPERS, BadOption, Viewpoint

_ENDINGS = (".svg", ".pdf", ".png", ".pptx")
_set_option = click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="An option of the viewpoint; see `cadre viewpoints`. May be given several times.",
)


@click.command("draw", cls=Command)
@source_argument
@click.argument("viewpoint")
@click.option(
    "--out",
    required=True,
    metavar="FILE",
    help="A file ending in .svg, .pdf, .png or .pptx; - is SVG on stdout.",
)
@state_option
@as_of_option
@click.option("--paper", type=click.Choice(list(PAPERS)), default=DEFAULT_PAPER, show_default=True)
@click.option(
    "--scale",
    type=click.Choice(["1", "2"]),
    help="How fine a PNG is: 2 has twice the pixels each way.",
)
@_set_option
@lang_option
def draw(
    source: str,
    viewpoint: str,
    out: str,
    state: str,
    as_of: datetime | None,
    paper: str,
    scale: str | None,
    settings: tuple[str, ...],
    lang: str,
) -> None:
    """Draw a viewpoint on one state of a framework."""
    from cadre.render.measure import MEASURE
    from cadre.viewpoints.viewpoint import Stage
    from cadre.wording import wording

    ending = _ending_of(out, scale)
    recipe = viewpoint_of(viewpoint)
    states = open_source(source)
    framework = state_of(states, state)
    stage = Stage(states.name, info_of(states, state, as_of))
    options = options_of(settings)
    try:
        base = recipe.base(states, state, options)
        pages = recipe.pages(
            framework,
            words=wording(language_of(lang)),
            measure=MEASURE,
            stage=stage,
            paper=paper,
            options=options,
            base=base,
        )
    except BadOption as fault:
        raise _refused(fault) from None
    match ending:
        case ".pdf":
            from cadre.render.pdf import pdf_file

            rows = recipe.table(framework, options, as_of=stage.as_of, base=base)
            drawn = pdf_file(pages, rows, called=names_of(framework), dated=stage.as_of)
            write_file(Path(out), drawn)
        case ".png":
            from cadre.render.png import png_file

            _write_pages(Path(out), [png_file(page, scale=int(scale or 1)) for page in pages])
        case ".pptx":
            from cadre.analysis.check import check
            from cadre.render.slides import pptx_file
            from cadre.viewpoints.behind import findings_behind, told

            findings = check(framework, date_of(states, state, as_of))
            notes = told(findings_behind(findings, pages), wording(language_of(lang)))
            write_file(Path(out), pptx_file(pages, notes=notes, dated=stage.as_of))
        case _:
            from cadre.render.svg import svg_file

            _write_pages(Path(out), [svg_file(page) for page in pages])


def _ending_of(out: str, scale: str | None) -> str:
    """How the file ends. BadInput for an ending that nothing is drawn to."""
    ending = ".svg" if out == "-" else Path(out).suffix.casefold()
    if ending not in _ENDINGS:
        raise BadInput(
            Text(f"“{out}” has no known ending.", f"« {out} » n’a pas de terminaison connue."),
            mend=Text("Use .svg, .pdf, .png or .pptx.", "Employer .svg, .pdf, .png ou .pptx."),
        )
    if scale and ending != ".png":
        raise BadInput(
            Text(
                f"--scale is for a PNG; {out} is none.",
                f"--scale sert au PNG; {out} n’en est pas un.",
            )
        )
    return ending


def names_of(framework: Framework) -> Callable[[str], Text | None]:
    """What the element with a key is called, for the tables of a PDF."""

    def called(key: str) -> Text | None:
        element = framework.get(key)
        return element.short_name if element else None

    return called


def _write_pages(path: Path, pages: list[bytes]) -> None:
    """One file, or one for each page: `map-1.svg`, `map-2.svg`. Stdout takes the first page."""
    if str(path) == "-":
        click.echo(pages[0], nl=False)
    elif len(pages) == 1:
        write_file(path, pages[0])
    else:
        digits = len(str(len(pages)))
        for number, page in enumerate(pages, 1):
            write_file(path.with_stem(f"{path.stem}-{number:0{digits}}"), page)


@click.command("table", cls=Command)
@source_argument
@click.argument("viewpoint")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "json", "md", "xlsx"]),
    default="csv",
    show_default=True,
    help="How to print; xlsx is a workbook.",
)
@click.option("--out", metavar="FILE", default="-", show_default=True, help="A file; - is stdout.")
@state_option
@as_of_option
@_set_option
@lang_option
def table(
    source: str,
    viewpoint: str,
    form: str,
    out: str,
    state: str,
    as_of: datetime | None,
    settings: tuple[str, ...],
    lang: str,
) -> None:
    """Print a viewpoint as rows: the same content as its picture."""
    states = open_source(source)
    framework = state_of(states, state)
    recipe, options = viewpoint_of(viewpoint), options_of(settings)
    try:
        rows = recipe.table(
            framework,
            options,
            as_of=date_of(states, state, as_of),
            base=recipe.base(states, state, options),
        )
    except BadOption as fault:
        raise _refused(fault) from None
    data = _table_bytes(rows, form, states.name, info_of(states, state, as_of), language_of(lang))
    if out == "-":
        click.echo(data, nl=False)
    else:
        write_file(Path(out), data)


def _table_bytes(rows: Table, form: str, name: Text, info: StateInfo, language: Language) -> bytes:
    from cadre.render.table import table_csv, table_json, table_markdown

    match form:
        case "json":
            return f"{table_json(rows)}\n".encode()
        case "md":
            return table_markdown(rows, language).encode()
        case "xlsx":
            from cadre.render.table_book import notes_of, table_book

            notes = tuple(notes_of(rows, name, info, language))
            return table_book(rows, language, rows.caption.in_(language), notes)
        case _:
            return table_csv(rows, language).encode()


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


def write_file(path: Path, data: bytes) -> None:
    """The bytes as a file. BadInput where it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        reason = reason_of(error)
        raise BadInput(
            Text(
                f"{path} cannot be written ({reason.en}).",
                f"{path} ne peut pas être écrit ({reason.fr}).",
            )
        ) from None
