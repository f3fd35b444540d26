"""What happened to links, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cadre.core.change import SetLinkField
from cadre.core.comparison import (
    Entry,
)
from cadre.core.keys import LinkId
from cadre.core.text import Text
from cadre.wording.change_counts import by_type
from cadre.wording.change_fields import Fields
from cadre.wording.change_statement import SUBJECT, SUBJECTS, Statement, statement_of, what_was_done

FEW_LINKS: Final = 12
"""Up to so many links of a type are named; more are counted."""
_LINK_COUNT: Final = Text("{n} {n:link|links} {label}", "{n} {n:lien|liens} {label}")
_LINKS_FROM: Final = Text("{count}, from {sources}.", "{count}, depuis {sources}.")
_LINKS_OF: Final = Text("{name} {label} {others}.", "{name} {label} {others}.")


class Links(Fields):
    """Tells the links that came, went and changed."""

    def _links(self, those: list[Entry]) -> Iterator[Statement]:
        for type_key, some in self._linked(those).items():
            if len(some) <= FEW_LINKS:
                yield from self._links_named(type_key, some)
            else:
                text = self._words.fill(
                    _LINKS_FROM,
                    count=self._link_count(type_key, len(some)),
                    sources=self._words.listed(self._link_sources(some)),
                )
                yield statement_of(some, text)

    def _links_named(self, type_key: str, some: list[Entry]) -> Iterator[Statement]:
        """Links read from the side on which fewer things stand, so that each is named once."""
        ends: dict[bool, dict[str, list[Entry]]] = {True: {}, False: {}}
        for entry in some:
            if entry.link is not None:
                ends[True].setdefault(entry.link.source, []).append(entry)
                ends[False].setdefault(entry.link.target, []).append(entry)
        outward = len(ends[True]) <= len(ends[False])
        label, inverse = self._names.link(type_key)
        for key, those in ends[outward].items():
            links = [entry.link for entry in those if entry.link is not None]
            others = [self._name(link.target if outward else link.source) for link in links]
            text = self._words.fill(
                _LINKS_OF,
                name=self._name(key),
                label=label if outward else inverse,
                others=self._words.listed(others),
            )
            yield statement_of(those, text)

    def _links_changed(self, those: list[Entry]) -> Iterator[Statement]:
        for type_key, some in self._linked(those).items():
            alike: dict[object, list[Entry]] = {}
            for entry in some:
                alike.setdefault(what_was_done(_link_fields(entry)), []).append(entry)
            for same in alike.values():
                clauses = "; ".join(self._clauses(_link_fields(same[0])))
                if len(same) == 1:
                    subject = self._link(same[0].link)
                    text = self._words.fill(SUBJECT, subject=subject, clauses=clauses)
                else:
                    count = self._link_count(type_key, len(same))
                    sources = [self._short(entry.link.source) for entry in same if entry.link]
                    names = self._words.listed(list(dict.fromkeys(sources)))
                    text = self._words.fill(SUBJECTS, count=count, names=names, clauses=clauses)
                yield statement_of(same, text)

    def _linked(self, those: Iterable[Entry]) -> dict[str, list[Entry]]:
        """Entries by the type of their link, in order of types and names."""
        found: dict[str, list[Entry]] = {}
        for entry in those:
            if entry.link is not None:
                found.setdefault(entry.link.type, []).append(entry)
        for some in found.values():
            some.sort(key=lambda entry: self._link(entry.link))
        return dict(sorted(found.items(), key=lambda pair: self._names.link_order(pair[0])))

    def _link_count(self, type_key: str, number: int) -> str:
        label = self._words.quoted(self._names.link(type_key)[0])
        return self._words.fill(_LINK_COUNT, n=number, label=label)

    def _link_sources(self, those: Iterable[Entry]) -> list[str]:
        sources = {entry.link.source for entry in those if entry.link}
        return by_type(sources, self._names, self._words)

    def _link(self, link: LinkId | None) -> str:
        if link is None:
            return ""
        label = self._words.of(self._names.link(link.type)[0])
        return f"{self._name(link.source)} {label} {self._name(link.target)}"


def _link_fields(entry: Entry) -> tuple[SetLinkField, ...]:
    return tuple(change for change in entry.changes if isinstance(change, SetLinkField))
