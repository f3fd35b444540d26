"""The lists of links that stand around every page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from markupsafe import Markup

from cadre.core.text import Language, Text
from cadre.web.markup.escaping import escaped
from cadre.web.markup.texts import written


class Entry(Protocol):
    """Something a menu leads to."""

    @property
    def label(self) -> str | Text:
        """What it is called."""

    @property
    def address(self) -> str:
        """Where it is."""

    @property
    def here(self) -> bool:
        """Whether the reader is there."""


def entries(language: Language, menu: Iterable[Entry], current: str = "") -> Markup:
    """The entries of a menu as items of a list.

    `current` says how the one is marked where the reader is: `page`, `true`, or not at all.
    """
    # Python, not a loop in the template: a page has some eighty of them, and this is a third.
    items = [_entry(language, one, current if one.here else "") for one in menu]
    return Markup("\n".join(items))  # noqa: S704 -- made of escaped parts


def _entry(language: Language, one: Entry, current: str) -> str:
    mark = f' aria-current="{current}"' if current else ""
    return f'<li><a href="{escaped(one.address)}"{mark}>{written(language, one.label)}</a></li>'
