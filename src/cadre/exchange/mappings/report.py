"""What a conversion did with the rows of the source: created, matched, skipped, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from cadre.core.graph import Framework
from cadre.core.metamodel import Metamodel
from cadre.core.phrases import fill, quoted
from cadre.core.states import States
from cadre.core.text import Text
from cadre.exchange.mappings.source import SourceRow, SourceTable
from cadre.wording import wording

_MOST_ROWS: Final = 12
_BOTH: Final = ("en", "fr")

_RULE: Final = Text(
    "{what} ({file}): rows {rows}; created {created}; matched {matched}; skipped {skipped}.",
    "{what} ({file}) : lignes {rows}; créations {created}; concordances {matched}; "
    "omissions {skipped}.",
)
_FROM_MAPPING: Final = Text(
    "{what} (from the mapping itself): created {created}.",
    "{what} (de la correspondance elle-même) : créations {created}.",
)
_SKIPPED: Final = Text(
    "Skipped, {what} ({file}): {why} Rows: {rows}.",
    "Omis, {what} ({file}) : {why} Lignes : {rows}.",
)
_MORE: Final = Text("{n} more", "{n} autres")
_COLUMNS: Final = Text(
    "Columns left out on purpose ({file}): {columns}.",
    "Colonnes écartées à dessein ({file}) : {columns}.",
)
_UNKNOWN_COLUMNS: Final = Text(
    "Columns left out, the mapping does not know them ({file}): {columns}.",
    "Colonnes écartées, la correspondance ne les connaît pas ({file}) : {columns}.",
)
_EDITION: Final = Text(
    "Edition {key}: elements {elements}; links {links}.",
    "Édition {key} : éléments {elements}; liens {links}.",
)
_CURRENT: Final = Text(
    "Current: elements {elements}; links {links}.",
    "État actuel : éléments {elements}; liens {links}.",
)
_ALL: Final = Text(
    "In all states together: elements {elements}; links {links}.",
    "Dans tous les états ensemble : éléments {elements}; liens {links}.",
)
_EMPTY: Final = Text(
    "No edition {key}: no row is of it.",
    "Pas d’édition {key} : aucune ligne n’en est.",
)
_NONE_NAMED: Final = Text(
    "the row names none of the type {type}.", "la ligne n’en nomme aucun du type {type}."
)
_NO_END: Final = Text(
    "no element of the type {type} has that key.", "aucun élément du type {type} n’a cette clé."
)
_NO_ROW: Final = Text("{file} has no row of that key.", "{file} n’a pas de ligne de cette clé.")
_UNREAD: Final = Text(
    "Files that the mapping does not read: {files}.",
    "Fichiers que la correspondance ne lit pas : {files}.",
)


@dataclass
class Told:
    """What one rule did: how many rows it saw, and what became of them."""

    what: Text
    file: str
    rows: int = 0
    created: int = 0
    matched: int = 0
    skipped: dict[Text, list[str]] = field(default_factory=dict)
    """By reason, the rows; with what they name where that may be told."""

    def skip(self, why: Text, row: SourceRow, naming: str = "") -> None:
        """Note a row that is left out."""
        number = str(row.place.row)
        self.skipped.setdefault(why, []).append(f"{number} ({naming})" if naming else number)


def no_end(type_key: str, metamodel: Metamodel) -> Text:
    """Why a row is skipped that names an element which is not there."""
    return _of_type(_NO_END, type_key, metamodel)


def none_named(type_key: str, metamodel: Metamodel) -> Text:
    """Why a row is skipped that leaves an end of its link empty."""
    return _of_type(_NONE_NAMED, type_key, metamodel)


def _of_type(template: Text, type_key: str, metamodel: Metamodel) -> Text:
    return fill(template, type=quoted(metamodel.element_types[type_key].label))


def no_row(file: str) -> Text:
    """Why a row is skipped that names a row which is not there."""
    return fill(_NO_ROW, file=file)


@dataclass
class Report:
    """All that is told of one conversion."""

    rules: list[Told] = field(default_factory=list)
    ignored: dict[str, Sequence[str]] = field(default_factory=dict)
    unknown: dict[str, Sequence[str]] = field(default_factory=dict)
    unread: Sequence[str] = ()
    empty: list[str] = field(default_factory=list)

    def note_columns(self, table: SourceTable) -> None:
        """Note the columns of a table that nothing is taken from."""
        if table.ignored:
            self.ignored[table.entry.file] = table.ignored
        if table.unknown:
            self.unknown[table.entry.file] = table.unknown

    def sentences(self, states: States) -> tuple[Text, ...]:
        """The report in both languages, a sentence each: counts, then what was skipped."""
        return tuple(
            Text(en, fr)
            for en, fr in zip(
                *(tuple(self._in(states, language == "fr")) for language in _BOTH), strict=True
            )
        )

    def _in(self, states: States, french: bool) -> Iterator[str]:
        words = wording("fr" if french else "en")

        def counts(framework: Framework) -> dict[str, int]:
            return {"elements": len(framework), "links": framework.link_count()}

        yield words.fill(_CURRENT, **counts(states.current))
        for key in states:
            if key in states.editions:
                yield words.fill(_EDITION, key=key, **counts(states.at(key)))
        if states.editions:
            frameworks = [edition.framework for edition in states.editions.values()]
            yield words.fill(
                _ALL,
                elements=len({key for one in frameworks for key in one.values_by_key()}),
                links=len({link for one in frameworks for link in one.values_by_link()}),
            )
        for key in self.empty:
            yield words.fill(_EMPTY, key=key)
        for told in self.rules:
            yield words.fill(
                _RULE if told.file else _FROM_MAPPING,
                what=told.what,
                file=told.file,
                rows=told.rows,
                created=told.created,
                matched=told.matched,
                skipped=sum(map(len, told.skipped.values())),
            )
        for told in self.rules:
            for why, rows in told.skipped.items():
                shown = list(rows[:_MOST_ROWS])
                if len(rows) > _MOST_ROWS:
                    shown.append(words.fill(_MORE, n=len(rows) - _MOST_ROWS))
                yield words.fill(
                    _SKIPPED, what=told.what, file=told.file, why=why, rows=", ".join(shown)
                )
        for template, columns in ((_COLUMNS, self.ignored), (_UNKNOWN_COLUMNS, self.unknown)):
            for file, names in columns.items():
                yield words.fill(template, file=file, columns=", ".join(names))
        if self.unread:
            yield words.fill(_UNREAD, files=", ".join(self.unread))
