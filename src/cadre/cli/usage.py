"""What was typed wrong, told as any other bad input: one line, in the language asked for."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Final

import click

from cadre.cli.command import language_of
from cadre.core.faults import BadInput
from cadre.core.text import Language, Text

_TYPED: Final = "cadre.typed"


class Commands(click.Group):
    """Commands whose misuse is answered with one line on stderr and exit code 2.

    `places` says where each is, as `module:function` of `cadre.cli`: a command imports what it
    needs, and nothing that the others do.
    """

    def __init__(self, *args: Any, places: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        self._places = places

    def everything(self) -> dict[str, click.Command]:
        """All commands by name, each imported."""
        ctx = click.Context(self)
        found = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        return {name: command for name, command in found.items() if command is not None}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, imported now; None when there is none of that name."""
        if cmd_name not in self._places:
            return None
        module, _, function = self._places[cmd_name].partition(":")
        found: click.Command = getattr(import_module(f"cadre.cli.{module}"), function)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; a name that is none is answered with those like it."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as fault:
            raise click.exceptions.NoSuchCommand(
                fault.command_name, possibilities=self._places, ctx=ctx
            ) from None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before the command's name."""
        ctx.meta[_TYPED] = tuple(args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as fault:
            self._answer(ctx, fault)
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Find the command, read its words and run it."""
        try:
            return super().invoke(ctx)
        except click.UsageError as fault:
            self._answer(ctx, fault)
            raise

    @staticmethod
    def _answer(ctx: click.Context, fault: click.UsageError) -> None:
        """Say what is wrong and leave; a call with no words at all gets the help instead."""
        if not isinstance(fault, click.exceptions.NoArgsIsHelpError):
            click.echo(misuse(fault).in_words(language_typed(ctx.meta[_TYPED])), err=True)
            ctx.exit(2)


def language_typed(words: Sequence[str]) -> Language:
    """The language that a command line asks for, be the rest of it right or wrong."""
    asked = os.environ.get("CADRE_LANG", "")
    for place, word in enumerate(words):
        if word == "--lang":
            asked = words[place + 1] if place + 1 < len(words) else asked
        elif word.startswith("--lang="):
            asked = word.partition("=")[2]
    return language_of(asked)


def misuse(fault: click.UsageError) -> BadInput:
    """The same fault in both languages, with the mend."""
    command = fault.ctx.command_path if fault.ctx else "cadre"
    see = Text(f"See `{command} --help`.", f"Voir `{command} --help`.")
    match fault:
        case click.exceptions.NoSuchCommand(command_name=name, possibilities=near):
            what = Text(f"there is no command “{name}”.", f"il n’y a pas de commande « {name} ».")
            return BadInput(what, mend=_near(near) or see)
        case click.NoSuchOption(option_name=name, possibilities=near):
            what = Text(f"there is no option {name}.", f"il n’y a pas d’option {name}.")
            return BadInput(what, mend=_near(near) or see)
        case click.MissingParameter(param=click.Parameter() as param):
            name = _name(param)
            return BadInput(Text(f"{name} is missing.", f"il manque {name}."), mend=see)
        case click.BadParameter(param=click.Parameter() as param):
            return BadInput(_wanted(param), mend=see)
        case click.BadOptionUsage(option_name=name):
            return BadInput(Text(f"{name} needs a value.", f"{name} demande une valeur."), mend=see)
        case _:
            return BadInput(
                Text(
                    "there are more words than the command takes.",
                    "il y a plus de mots que la commande n’en prend.",
                ),
                mend=see,
            )


def _name(param: click.Parameter) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.make_metavar(click.Context(click.Command(None)))


def _near(names: Sequence[str] | None) -> Text | None:
    if not names:
        return None
    return Text(
        f"Did you mean {' or '.join(names)}?",
        f"Vouliez-vous dire {' ou '.join(names)}?",
    )


def _wanted(param: click.Parameter) -> Text:
    """What a parameter takes, said of one that was given something else."""
    name = _name(param)
    match param.type:
        case click.Choice(choices=choices):
            known = ", ".join(map(str, choices))
            return Text(
                f"{name} is one of: {known}.", f"{name} est l’une de ces valeurs : {known}."
            )
        case click.DateTime():
            return Text(f"{name} is a day: YYYY-MM-DD.", f"{name} est un jour : AAAA-MM-JJ.")
        case click.types.IntRange(min=least, max=most):
            return Text(
                f"{name} is a whole number from {least} to {most}.",
                f"{name} est un nombre entier de {least} à {most}.",
            )
        case _:
            return Text(f"{name} is not as it should be.", f"{name} n’est pas comme il faut.")
