"""Values as people read them: choices by their labels, dates in words, lists opened."""

from __future__ import annotations

from typing import Final, assert_never

from cadre.core.attributes import Attribute
from cadre.core.dates import PartialDate, Period
from cadre.core.text import Text
from cadre.core.values import NotedText, Value
from cadre.wording import wording
from cadre.wording.dates import spanned

YES: Final = Text("Yes", "Oui")
NO: Final = Text("No", "Non")


def shown(attribute: Attribute, value: Value) -> tuple[Text, ...]:
    """A value as one text or several, in both languages."""
    match value:
        case bool():
            return (YES if value else NO,)
        case Text():
            return (value,)
        case str():
            return (_word(attribute, value),)
        case int() | float():
            return (Text(wording("en").number(value), wording("fr").number(value)),)
        case PartialDate():
            return (dated(value),)
        case Period():
            return (Text(spanned(value, "en"), spanned(value, "fr")),)
        case tuple():
            return tuple(_item(attribute, item) for item in value)
        case _:
            assert_never(value)


def dated(value: PartialDate) -> Text:
    """A date in words, no finer than it was given."""
    return Text(wording("en").date(value), wording("fr").date(value))


def _item(attribute: Attribute, item: str | NotedText) -> Text:
    return item.text if isinstance(item, NotedText) else _word(attribute, item)


def _word(attribute: Attribute, value: str) -> Text:
    choice = attribute.choice(value)
    return choice.label if choice else Text(value, value)
