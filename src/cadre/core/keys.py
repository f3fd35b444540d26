"""Keys of elements: `type/slug`, lower-case ASCII, never changed by a language or a rename."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cadre.core.text import folded

_SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG_PATTERN: Final = re.compile(_SLUG)
_KEY_PATTERN: Final = re.compile(f"{_SLUG}/{_SLUG}")
LONGEST_KEY: Final = 120

RESERVED_STATE: Final = "current"


class LinkId(NamedTuple):
    """What identifies a link: at most one link of a type joins a source to a target."""

    type: str
    source: str
    target: str


def is_slug(value: str) -> bool:
    """Whether `value` may name a type, an attribute, a state or the second half of a key."""
    return len(value) <= LONGEST_KEY and _SLUG_PATTERN.fullmatch(value) is not None


def is_key(value: str) -> bool:
    """Whether `value` has the form `type/slug`."""
    return len(value) <= LONGEST_KEY and _KEY_PATTERN.fullmatch(value) is not None


def type_of(key: str) -> str:
    """The type that a key is of."""
    return key.partition("/")[0]


def slug_of(key: str) -> str:
    """The part of a key after its type."""
    return key.partition("/")[2]


def slugify(text: str) -> str:
    """A slug made from any text; `unnamed` when no letter or digit is left."""
    words = re.findall(r"[a-z0-9]+", folded(text))
    return "-".join(words)[:LONGEST_KEY].strip("-") or "unnamed"
