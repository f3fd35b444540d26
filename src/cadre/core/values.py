"""Values of attributes: the closed set of kinds, how each is checked and compared."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cadre.core.dates import PartialDate, Period
from cadre.core.text import Text


class Kind(StrEnum):
    """The kinds of attribute. Closed: forms, files and comparison know each of them."""

    TEXT = "text"
    LOCALISED = "localised-text"
    TEXTS = "texts"
    NUMBER = "number"
    DATE = "date"
    PERIOD = "period"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes-no"
    WEB_LINK = "web-link"


@dataclass(frozen=True, slots=True)
class NotedText:
    """One of a list of texts, with what it is (variant, former name, acronym) and its source."""

    text: Text
    kind: str = ""
    provenance: str = ""


Value = (
    str | Text | tuple[NotedText, ...] | int | float | PartialDate | Period | tuple[str, ...] | bool
)
Values = Mapping[str, Value]
NO_VALUES: Final[Values] = MappingProxyType({})


_NO_TEXT: Final = Text()


def is_empty(value: Value) -> bool:
    """Whether a value says nothing. Empty values are not stored: absent is the one form of it."""
    if isinstance(value, str | tuple):
        return not value
    return isinstance(value, Text) and value == _NO_TEXT


def is_measurable(number: float) -> bool:
    """Whether a number is neither infinite nor NaN, nor too large to reckon with."""
    try:
        return math.isfinite(number)
    except OverflowError:  # a whole number beyond all floats
        return False


_OF_KIND: Final[Mapping[Kind, type]] = {
    Kind.TEXT: str,
    Kind.LOCALISED: Text,
    Kind.CHOICE: str,
    Kind.WEB_LINK: str,
    Kind.DATE: PartialDate,
    Kind.PERIOD: Period,
    Kind.YES_NO: bool,
}
"""The Python type of a kind, where that says all."""


def has_kind(value: Value, kind: Kind) -> bool:
    """Whether a value is of the Python type that its kind asks for."""
    simple = _OF_KIND.get(kind)
    if simple is not None:
        return isinstance(value, simple)
    match kind:
        case Kind.TEXTS:
            return isinstance(value, tuple) and all(isinstance(v, NotedText) for v in value)
        case Kind.NUMBER:
            return (
                isinstance(value, int | float)
                and not isinstance(value, bool)
                and is_measurable(value)
            )
        case _:
            return isinstance(value, tuple) and all(isinstance(v, str) for v in value)


def frozen_values(values: Values) -> Values:
    """The values without empty ones, in a mapping that cannot change, in order of their keys.

    A whole number has one form: 2.0 becomes 2, so that equal values are written alike.
    """
    kept = {key: _one_form(values[key]) for key in sorted(values) if not is_empty(values[key])}
    return MappingProxyType(kept) if kept else NO_VALUES


def _one_form(value: Value) -> Value:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def same_value(one: object, other: object) -> bool:
    """Equal and of one type: `True == 1` in Python, but yes is not a number in a framework."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def same_values(one: Values, other: Values) -> bool:
    """Whether two frozen mappings say the same."""
    return one is other or (one == other and all(same_value(one[key], other[key]) for key in one))
