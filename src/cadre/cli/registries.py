"""`cadre rules | viewpoints | types | formats`: what there is, from the registries."""

from __future__ import annotations

import click

from cadre.cli.command import Command, all_faults_option, lang_option, language_of, open_source
from cadre.cli.output import echo_json, echo_table
from cadre.core.text import Language

_form_option = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)


@click.command("types", cls=Command)
@click.argument("source", required=False)
@all_faults_option
@_form_option
@lang_option
def types(source: str | None, form: str, lang: str) -> None:
    """List the types of elements and links: of the kernel, or of a SOURCE."""
    from cadre.core.kernel import KERNEL
    from cadre.exchange.json_types import element_type_to_json, link_type_to_json

    metamodel = open_source(source).current.metamodel if source else KERNEL
    elements, links = metamodel.element_types.values(), metamodel.link_types.values()
    if form == "json":
        echo_json(
            {
                "elements": [element_type_to_json(one) for one in elements],
                "links": [link_type_to_json(one) for one in links],
            }
        )
        return
    language = language_of(lang)
    rows = [(e.key, e.label.in_(language), ", ".join(sorted(e.traits))) for e in elements]
    rows += [(k.key, k.label.in_(language), f"→ {k.role.value}") for k in links]
    echo_table(("key", "label", "traits / role"), rows)


@click.command("formats", cls=Command)
@_form_option
@lang_option
def formats(form: str, lang: str) -> None:
    """List the formats of files, and whether each is read and written."""
    from cadre.exchange.formats import FORMATS
    from cadre.exchange.json_values import text_to_json

    if form == "json":
        echo_json(
            [
                {
                    "key": one.key,
                    "label": text_to_json(one.label),
                    "help": text_to_json(one.help),
                    "endings": list(one.endings),
                    "reads": one.reads,
                    "writes": one.writes,
                    "states": one.holds_states,
                }
                for one in FORMATS.values()
            ]
        )
        return
    language = language_of(lang)
    rows = [
        (
            one.key,
            " ".join(ending or "/" for ending in one.endings),
            _can(one.reads, one.writes, language),
            one.label.in_(language),
        )
        for one in FORMATS.values()
    ]
    echo_table(("key", "endings", "can", "label"), rows)


def _can(reads: bool, writes: bool, language: Language) -> str:
    words = {"en": ("read", "write"), "fr": ("lire", "écrire")}[language]
    return ", ".join(word for word, able in zip(words, (reads, writes), strict=True) if able)


@click.command("rules", cls=Command)
@_form_option
@lang_option
def rules(form: str, lang: str) -> None:
    """List the rules that `cadre check` runs."""
    from cadre.analysis.rules import RULES
    from cadre.exchange.json_values import text_to_json

    if form == "json":
        echo_json(
            [
                {
                    "code": rule.code,
                    "family": rule.family,
                    "severity": rule.severity.value,
                    "title": text_to_json(rule.title),
                    "why": text_to_json(rule.why),
                    "mend": text_to_json(rule.mend),
                }
                for rule in RULES
            ]
        )
        return
    language = language_of(lang)
    echo_table(
        ("code", "severity", "title"),
        [(rule.code, rule.severity.value, rule.title.in_(language)) for rule in RULES],
    )


@click.command("viewpoints", cls=Command)
@_form_option
@lang_option
def viewpoints(form: str, lang: str) -> None:
    """List the viewpoints that `cadre draw` and `cadre table` take, with their options."""
    from cadre.exchange.json_values import text_to_json
    from cadre.viewpoints.registry import VIEWPOINTS

    if form == "json":
        echo_json(
            [
                {
                    "id": one.id,
                    "label": text_to_json(one.label),
                    "help": text_to_json(one.help),
                    "options": [
                        {
                            "key": option.key,
                            "label": text_to_json(option.label),
                            "choices": [choice.key for choice in option.choices],
                            "default": option.default,
                            "element": option.element.value if option.element else None,
                            "any_element": option.any_element,
                            "one": option.one,
                            "state": option.state,
                        }
                        for option in one.options
                    ],
                    "papers": list(one.papers),
                }
                for one in VIEWPOINTS.values()
            ]
        )
        return
    language = language_of(lang)
    echo_table(
        ("id", "label", "options"),
        [
            (one.id, one.label.in_(language), " ".join(option.key for option in one.options))
            for one in VIEWPOINTS.values()
        ],
    )
