"""What happened to elements, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cadre.core.change import SetField
from cadre.core.comparison import (
    SOURCES,
    Entry,
    Happened,
)
from cadre.core.graph import Link
from cadre.core.keys import type_of
from cadre.core.text import Text, collation_key, other_language
from cadre.wording.change_counts import type_count
from cadre.wording.change_fields import Fields
from cadre.wording.change_statement import SUBJECT, SUBJECTS, Statement, statement_of, what_was_done

_LISTED: Final = Text("{count}: {names}.", "{count} : {names}.")
_MOVED: Final = Text(
    "{name} {label} {new} (before: {old}).", "{name} {label} {new} (avant : {old})."
)
_CALLED: Final = Text("{old} is now called {new}", "{old} s’appelle désormais {new}")
_NAMED: Final = Text("{what} is now {new}", "{what} est désormais {new}")
_UNNAMED: Final = Text("{what} is no longer {old}", "{what} n’est plus {old}")
_RENAMED: Final = Text("{what} goes from {old} to {new}", "{what} passe de {old} à {new}")
_NAME_IN: Final = {
    "name": Text("the name in {language}", "le nom en {language}"),
    "short-name": Text("the short name in {language}", "le nom court en {language}"),
}
_OWN_NAME: Final = {
    "name": Text("the name", "le nom"),
    "short-name": Text("the short name", "le nom court"),
}
_SOURCED: Final = Text(
    "{field} changed for {count}: {names}.", "{field} changent pour {count} : {names}."
)
_SOURCE_FIELDS: Final = {
    "provenance": Text("the sources cited", "les sources citées"),
    "inferred": Text("the fields marked as inferred", "les champs marqués comme déduits"),
}


class Elements(Fields):
    """Tells what came, went, moved, was renamed and changed."""

    def _by_type(self, those: list[Entry]) -> Iterator[Statement]:
        for type_key, some in self._typed(those).items():
            count = type_count(type_key, len(some), self._names, self._words)
            names = self._words.listed([self._name(entry.subject) for entry in some])
            text = self._words.fill(_LISTED, count=count, names=names)
            yield statement_of(some, text)

    def _typed(self, those: Iterable[Entry]) -> dict[str, list[Entry]]:
        """Entries by the type of their element, in order of types and names."""
        found: dict[str, list[Entry]] = {}
        for entry in those:
            found.setdefault(type_of(entry.subject), []).append(entry)
        for some in found.values():
            some.sort(key=self._by_name)
        return dict(sorted(found.items(), key=lambda pair: self._names.type_order(pair[0])))

    def _by_name(self, entry: Entry) -> tuple[object, str]:
        name = self._words.of(self._names.element(entry.subject))
        return (collation_key(name), entry.subject)

    def _moved(self, those: list[Entry]) -> Iterator[Statement]:
        for entry in sorted(those, key=self._by_name):
            gone, come = entry.links_gone, entry.links_come
            label, inverse = self._names.link(come[0].type)
            outward = all(link.source == entry.subject for link in (*gone, *come))
            ends = [
                self._words.listed([self._name(_other(link, outward)) for link in links])
                for links in (gone, come)
            ]
            text = self._words.fill(
                _MOVED,
                name=self._name(entry.subject),
                label=label if outward else inverse,
                old=ends[0],
                new=ends[1],
            )
            yield statement_of([entry], text)

    def _renamed(self, those: list[Entry]) -> Iterator[Statement]:
        for entry in sorted(those, key=self._by_name):
            rest = list(entry.fields)
            lead = self._name(entry.subject)
            own = next(
                (one for one in rest if (one.field, one.part) == ("name", self._language)), None
            )
            if own and own.old and own.new:
                rest.remove(own)
                lead = self._words.fill(
                    _CALLED, old=self._quoted(own.old), new=self._quoted(own.new)
                )
            clauses = [self._name_clause(one) for one in self._own_first(rest)]
            if own and own not in rest:
                text = "; ".join([lead, *clauses]) + "."
            else:
                text = self._words.fill(SUBJECT, subject=lead, clauses="; ".join(clauses))
            yield statement_of([entry], text)

    def _own_first(self, changes: Iterable[SetField]) -> list[SetField]:
        """The changes of the reader's own language first, names before short names."""
        order = [self._language, other_language(self._language), "stale"]
        return sorted(changes, key=lambda one: (one.field != "name", order.index(str(one.part))))

    def _name_clause(self, change: SetField) -> str:
        if change.part == "stale":
            return self._stale_clause(self._field(change), change)
        own = change.part == self._language
        label = (_OWN_NAME if own else _NAME_IN)[change.field]
        what = self._plain(label, language=self._language_name(change.part))
        return self._plain(
            _NAMED if change.old is None else _UNNAMED if change.new is None else _RENAMED,
            what=what,
            old=self._quoted(change.old),
            new=self._quoted(change.new),
        )

    def _changed(self, those: list[Entry]) -> Iterator[Statement]:
        """What happened alike to several elements of a type is said once."""
        for some in self._alike(those):
            clauses = "; ".join(self._clauses(some[0].fields))
            if len(some) == 1:
                subject = self._name(some[0].subject)
                text = self._words.fill(SUBJECT, subject=subject, clauses=clauses)
            else:
                count = type_count(type_of(some[0].subject), len(some), self._names, self._words)
                names = self._words.listed([self._short(entry.subject) for entry in some])
                text = self._words.fill(SUBJECTS, count=count, names=names, clauses=clauses)
            yield statement_of(some, text)

    def _alike(self, those: Iterable[Entry]) -> Iterator[list[Entry]]:
        for some in self._typed(those).values():
            found: dict[object, list[Entry]] = {}
            for entry in some:
                found.setdefault(what_was_done(entry.fields), []).append(entry)
            yield from found.values()

    def _sourced(self, those: list[Entry]) -> Iterator[Statement]:
        """Only whose sources changed: where a source is, nobody reads aloud."""
        for type_key, some in self._typed(those).items():
            for field in sorted(SOURCES, reverse=True):
                told = [
                    (entry.subject, change)
                    for entry in some
                    for change in entry.fields
                    if change.field == field
                ]
                keys = list(dict.fromkeys(key for key, _ in told))
                if keys:
                    text = self._words.fill(
                        _SOURCED,
                        field=_SOURCE_FIELDS[field],
                        count=type_count(type_key, len(keys), self._names, self._words),
                        names=self._words.listed([self._name(key) for key in keys]),
                    )
                    yield Statement(Happened.SOURCED, text, tuple(change for _, change in told))


def _other(link: Link, outward: bool) -> str:
    return link.target if outward else link.source
