"""What every command shares: its options, its source, and one clear line for bad input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from cadre.core.dates import PartialDate
from cadre.core.faults import BadInput
from cadre.core.graph import Framework
from cadre.core.states import CURRENT, StateInfo, States
from cadre.core.text import Language, Text, is_language

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
MOST_FAULTS: Final = 50
_ALL_FAULTS: Final = "cadre.all-faults"


class Command(click.Command):
    """A command that answers bad input in one line on stderr, in `--lang`, and exit code 2.

    With `--all-faults` there is one line a fault.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except BadInput as fault:
            for line in fault.lines(language_of(ctx.params.get("lang"))):
                click.echo(line, err=True)
            ctx.exit(2)


def language_of(value: object) -> Language:
    """The language asked for, English when none was."""
    return value if isinstance(value, str) and is_language(value) else "en"


def lang_option(function: Decorated) -> Decorated:
    """`--lang en|fr`, also from CADRE_LANG."""
    return click.option(
        "--lang",
        type=click.Choice(["en", "fr"]),
        default="en",
        envvar="CADRE_LANG",
        show_default=True,
        help="Language of what is said.",
    )(function)


def source_argument(function: Decorated) -> Decorated:
    """SOURCE, with the option `--all-faults` of whatever opens one."""
    return click.argument("source")(all_faults_option(function))


def all_faults_option(function: Decorated) -> Decorated:
    """`--all-faults`, kept for `open_source`."""
    return click.option(
        "--all-faults",
        is_flag=True,
        expose_value=False,
        callback=_keep_all_faults,
        help=f"Say all that is wrong with a faulty file, up to {MOST_FAULTS} faults.",
    )(function)


def _keep_all_faults(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    ctx.meta[_ALL_FAULTS] = value


def state_option(function: Decorated) -> Decorated:
    """`--at STATE`."""
    return click.option(
        "--at",
        "state",
        default=CURRENT,
        metavar="STATE",
        show_default=True,
        help="A state: current, an edition or a scenario.",
    )(function)


def as_of_option(function: Decorated) -> Decorated:
    """`--as-of DATE`."""
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="The day to look from; by default that of the edition, or today for current.",
    )(function)


def open_source(source: str) -> States:
    """All states of a source. BadInput when there is none of that name, or it is faulty."""
    from cadre.exchange.formats import is_file_name, read

    if is_file_name(source):
        return read(Path(source), most_faults())
    return _stored(source)


def most_faults() -> int:
    """How many faults of a file are to be said: one, or with `--all-faults` the most there are."""
    return MOST_FAULTS if click.get_current_context().meta.get(_ALL_FAULTS) else 1


def _stored(key: str) -> States:
    from cadre.services import start

    start()
    from django.db import DatabaseError

    from cadre.services.faults import NotFound
    from cadre.services.frameworks import stored_states

    try:
        return stored_states(key)
    except (NotFound, DatabaseError):
        raise BadInput(
            Text(
                f"there is no file and no stored framework “{key}”.",
                f"il n’y a ni fichier ni cadre enregistré « {key} ».",
            ),
            mend=Text(
                "Name a document, a bundle folder or a zip; or run `cadre run` once.",
                "Nommer un document, un dossier ou un zip; ou lancer une fois `cadre run`.",
            ),
        ) from None


def state_of(states: States, key: str) -> Framework:
    """The framework in a state. BadInput, with the states there are, when there is none."""
    if key not in states:
        known = ", ".join(states.keys())
        raise BadInput(
            Text(f"there is no state “{key}”.", f"il n’y a pas d’état « {key} »."),
            mend=Text(f"Use one of: {known}.", f"Employer l’un de ceux-ci : {known}."),
        )
    return states.at(key)


def date_of(states: States, key: str, given: date | None) -> date:
    """The day to look from: as given, else that of the state, else today."""
    if given is not None:
        return date(given.year, given.month, given.day)
    stated = states.info(key).date
    return stated.latest if stated else date.today()  # noqa: DTZ011 -- the reader's own day


def info_of(states: States, key: str, given: date | None) -> StateInfo:
    """What a picture says of a state; one without a date of its own stands at the day given."""
    info = states.info(key)
    if info.date is not None:
        return info
    day = date_of(states, key, given)
    return replace(info, date=PartialDate(day.year, day.month, day.day))
