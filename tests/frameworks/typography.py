"""The texts of a framework, and what French typography has to say of them."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType, LinkType, Metamodel
from cadre.core.text import Text
from cadre.core.values import NotedText, Value, Values

NBSP: Final = "\N{NO-BREAK SPACE}"


class Said(NamedTuple):
    """One text, with where it stands."""

    where: str
    attribute: str
    text: Text


def texts(framework: Framework) -> Iterator[Said]:
    """Every localised text: elements, links, settings, and the types that are its own."""
    for element in framework.elements():
        yield from _of(element.key, element.values)
    for link in framework.links():
        yield from _of(f"{link.type}:{link.source}>{link.target}", link.values)
    for path, setting in framework.settings.entries.items():
        if isinstance(setting, Text):
            yield Said("settings", path, setting)
    for entry in _own_types(framework.metamodel):
        yield Said(entry.key, "label", entry.label)
        yield Said(entry.key, "help", entry.help)
        for attribute in entry.attributes:
            yield Said(entry.key, attribute.key, attribute.label)
            for choice in attribute.choices:
                yield Said(entry.key, f"{attribute.key}/{choice.key}", choice.label)
                yield Said(entry.key, f"{attribute.key}/{choice.key}", choice.help)


def _own_types(metamodel: Metamodel) -> Iterator[ElementType | LinkType]:
    yield from set(metamodel.element_types.values()) - set(KERNEL.element_types.values())
    yield from set(metamodel.link_types.values()) - set(KERNEL.link_types.values())


def _of(where: str, values: Values) -> Iterator[Said]:
    for name, value in values.items():
        for text in _texts_in(value):
            yield Said(where, name, text)


def _texts_in(value: Value) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            if isinstance(item, NotedText):
                yield item.text


_FAULTS: Final = {
    "straight quotation mark or apostrophe": re.compile(r"['\"]"),
    "control character": re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]"),
    "space at an end, or two together": re.compile(r"^\s|\s$|  "),
}
_FRENCH_FAULTS: Final = {
    "guillemet without its no-break space": re.compile(f"«(?!{NBSP})|(?<!{NBSP})»"),
    "English quotation mark": re.compile(r"[“”]"),
    "no no-break space before a colon": re.compile(rf"(?<!{NBSP}):(?!\d|//)"),
    "no no-break space before a percent sign": re.compile(f"(?<!{NBSP})%"),
    "space before ; ? or !": re.compile(r"\s[;?!]"),
}
_ENGLISH_FAULTS: Final = {
    "guillemet": re.compile(r"[«»]"),
    "space before a mark": re.compile(r"\s[:;?!]"),
}


def faults(text: Text) -> list[str]:
    """What is wrong with the marks and spaces of a text, in either language."""
    return [
        f"{name}: {said!r}"
        for said, rules in (
            (text.en, {**_FAULTS, **_ENGLISH_FAULTS}),
            (text.fr, {**_FAULTS, **_FRENCH_FAULTS}),
        )
        for name, rule in rules.items()
        if rule.search(said)
    ]
