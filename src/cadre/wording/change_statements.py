"""Every change in a sentence, each exactly once, under its heading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cadre.core.change import Changes
from cadre.core.comparison import (
    Entry,
    Happened,
    entries,
)
from cadre.core.graph import Framework
from cadre.core.text import Language
from cadre.wording.change_elements import Elements
from cadre.wording.change_links import Links
from cadre.wording.change_statement import Statement, statement_of
from cadre.wording.metamodel_changes import setting_sentences, type_sentence


def statements(
    before: Framework, after: Framework, changes: Changes, language: Language
) -> list[Statement]:
    """The sentences under each heading. Together they tell every change, each exactly once."""
    return list(_Teller(before, after, language).tell(entries(before, after, changes)))


class _Teller(Elements, Links):
    """Tells entries in one language, with names from the later state or else the earlier one."""

    def tell(self, known: Sequence[Entry]) -> Iterator[Statement]:
        ways: dict[Happened, Callable[[list[Entry]], Iterator[Statement]]] = {
            Happened.CAME: self._by_type,
            Happened.WENT: self._by_type,
            Happened.MOVED: self._moved,
            Happened.RENAMED: self._renamed,
            Happened.CHANGED: self._changed,
            Happened.REWORDED: self._changed,
            Happened.SOURCED: self._sourced,
            Happened.LINK_CAME: self._links,
            Happened.LINK_WENT: self._links,
            Happened.LINK_CHANGED: self._links_changed,
            Happened.TYPE: self._types,
            Happened.SETTING: self._settings,
        }
        for what, way in ways.items():
            those = [entry for entry in known if entry.what is what]
            if those:
                yield from way(those)

    def _types(self, those: list[Entry]) -> Iterator[Statement]:
        for entry in those:
            yield statement_of([entry], type_sentence(entry, self._words))

    def _settings(self, those: list[Entry]) -> Iterator[Statement]:
        for text, changes in setting_sentences(those, self._names, self._words):
            yield Statement(Happened.SETTING, text, changes)
