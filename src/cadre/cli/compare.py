"""`cadre diff` and `cadre digest`: what differs, and whether anything does."""

from __future__ import annotations

import click

from cadre.cli.command import (
    Command,
    lang_option,
    language_of,
    open_source,
    source_argument,
    state_of,
)
from cadre.cli.output import echo_json
from cadre.core.faults import BadInput
from cadre.core.states import CURRENT, States
from cadre.core.text import Text


@click.command("digest", cls=Command)
@source_argument
@click.option(
    "--at", "state", metavar="STATE", help="Only this state; by default all states together."
)
@lang_option
def digest(source: str, state: str | None, lang: str) -> None:
    """Print the canonical digest (SHA-256) of all states, or of one."""
    from cadre.exchange.document import digest as digest_of
    from cadre.exchange.document import digest_of_states

    states = open_source(source)
    click.echo(digest_of_states(states) if state is None else digest_of(state_of(states, state)))


@click.command("diff", cls=Command)
@source_argument
@click.argument("other", required=False)
@click.option("--from", "before", metavar="STATE", help="The state to compare from.")
@click.option("--to", "after", metavar="STATE", help="The state to compare to.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@lang_option
def diff(
    source: str, other: str | None, before: str | None, after: str | None, form: str, lang: str
) -> None:
    """Say what differs between two states, or between two sources. Exit code 1 when anything does.

    With two sources and no states, everything is compared: types, settings, current, every state.
    """
    from cadre.core.comparison import compare, compare_all
    from cadre.exchange.reports import comparison_report
    from cadre.wording.comparison import comparison_in_words

    states = open_source(source)
    others = open_source(other) if other else states
    if other and before is None and after is None:
        comparison = compare_all(states, others)
    else:
        after = after or CURRENT
        before = before or (after if other else _before(states, after))
        comparison = compare(
            state_of(states, before),
            state_of(others, after),
            of=states.info(before),
            to=others.info(after),
        )
    if form == "json":
        echo_json(comparison_report(comparison))
    else:
        click.echo("\n".join(comparison_in_words(comparison, language_of(lang))))
    if not comparison.same:
        click.get_current_context().exit(1)


def _before(states: States, state: str) -> str:
    """The state that another one is naturally compared with."""
    if state not in states:
        _ = state_of(states, state)
    base = states.base_of(state)
    if base is None:
        raise BadInput(
            Text(f"there is no state before “{state}”.", f"il n’y a pas d’état avant « {state} »."),
            mend=Text("Name one with --from.", "En nommer un avec --from."),
        )
    return base
