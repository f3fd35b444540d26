"""What stands in the cells of the columns: work proposed, and bodies with what they hand over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cadre.core.graph import Framework
from cadre.core.keys import LinkId
from cadre.core.text import Language
from cadre.viewpoints.logic_model import texts
from cadre.viewpoints.logic_model.model import Column, Own
from cadre.viewpoints.logic_model.signs import unsure
from cadre.viewpoints.scene import INK, INK_2, Paint
from cadre.viewpoints.texts import foreign
from cadre.viewpoints.words import Words

MOST_ITEMS: Final = 24
"""In one cell; of more, the first are named and the rest counted."""
_FIRST_NAMED: Final = 20
MOST_CROWDED: Final = 6
"""The same where all cells together would hold more than a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry of a cell."""

    text: str
    key: str = ""
    subject: bool = False
    """Whether this is the one place of the element."""
    shows: tuple[str, ...] = ()
    links: tuple[LinkId, ...] = ()
    bold: bool = False
    paint: Paint = INK
    above: float = 0.0
    ruled: bool = False
    indent: float = 0.0
    glyph: str = ""
    doubtful: bool = False
    language: Language | None = None
    aloud: str = ""


class Cells:
    """Makes the entries of cells, in the words of a reader."""

    def __init__(self, framework: Framework, words: Words, *, crowded: bool = False) -> None:
        self._framework, self._words = framework, words
        self._most = MOST_CROWDED if crowded else MOST_ITEMS
        self._first = MOST_CROWDED - 1 if crowded else _FIRST_NAMED

    def works(self, column: Column) -> list[Line]:
        """The work proposed in an area."""
        found = [
            Line(
                text=self._words.of(self._framework[key].name),
                key=key,
                subject=True,
                above=7 if place else 0,
                ruled=bool(place),
                doubtful=unsure(self._framework[key].certainty),
                language=foreign(self._framework[key].name, self._words),
            )
            for place, key in enumerate(self._named(column.works))
        ]
        return found + self._more(column.works)

    def _named(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        return keys if len(keys) <= self._most else keys[: self._first]

    def _more(self, keys: tuple[str, ...]) -> list[Line]:
        rest = keys[len(self._named(keys)) :]
        if not rest:
            return []
        text = self._words.fill(texts.MORE, n=len(rest))
        return [Line(text=text, shows=rest, above=7, ruled=True, paint=INK_2)]

    def own(self, column: Column) -> list[Line]:
        """The bodies at work in an area, each with what it does and hands over."""
        found: list[Line] = []
        owns = column.own if len(column.own) <= self._most else column.own[: self._first]
        for own in owns:
            found += self._own_entry(own, first=not found)
        if len(column.own) > len(owns):
            rest = tuple(own.key for own in column.own[len(owns) :])
            text = self._words.fill(texts.MORE, n=len(rest))
            found.append(Line(text=text, shows=rest, above=7, ruled=True, paint=INK_2))
        if column.loose:
            found.append(
                Line(
                    text=self._words.of(texts.LOOSE),
                    paint=INK_2,
                    above=7 if found else 0,
                    ruled=bool(found),
                )
            )
            found += [self._output(key, ()) for key in self._named(column.loose)]
            found += self._more(column.loose)
        return found

    def _own_entry(self, own: Own, *, first: bool) -> Iterator[Line]:
        name = self._framework[own.key].short_name
        yield Line(
            text=self._words.of(name),
            key=own.key,
            bold=True,
            links=own.links,
            above=0 if first else 8,
            ruled=not first,
            doubtful=unsure(own.certainty),
            language=foreign(name, self._words),
        )
        if own.what:
            yield Line(
                text=self._words.of(own.what),
                shows=(own.key,),
                above=1,
                paint=INK_2,
                language=foreign(own.what, self._words),
            )
        for key in own.works:
            name = self._framework[key].short_name
            text = self._words.fill(texts.LEADS, name=self._words.of(name))
            yield Line(text=text, shows=(key,), above=2, paint=INK_2)
        for key in own.outputs:
            yield self._output(key, own.links)

    def _output(self, key: str, links: tuple[LinkId, ...]) -> Line:
        name = self._framework[key].short_name
        return Line(
            text=self._words.of(name),
            shows=(key,),
            links=tuple(link for link in links if link.target == key),
            above=2.5,
            indent=12,
            glyph="page",
            doubtful=unsure(self._framework[key].certainty),
            language=foreign(name, self._words),
        )
