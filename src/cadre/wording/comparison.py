"""What differs between two states, in sentences that a person can read aloud.

Counts come first, then what came, went, moved, was renamed, changed and was reworded, then links,
types and settings. What happened alike to many is said once; every change is said exactly once.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from cadre.core.change import Changes
from cadre.core.comparison import (
    Comparison,
    Happened,
    entries,
)
from cadre.core.graph import Framework
from cadre.core.naming import Names
from cadre.core.phrases import within
from cadre.core.states import StateInfo, StateKind
from cadre.core.text import Language, Text
from cadre.wording.change_counts import counted
from cadre.wording.change_statements import statements
from cadre.wording.sentences import Wording, wording

_SAME: Final = Text("Nothing differs.", "Rien ne diffère.")
_SAME_BETWEEN: Final = Text(
    "Nothing differs between {before} and {after}.", "Rien ne diffère entre {before} et {after}."
)
_BETWEEN: Final = Text(
    "Between {before} and {after}: {counts}.", "Entre {before} et {after} : {counts}."
)
_COUNTED: Final = Text("What differs: {counts}.", "Ce qui diffère : {counts}.")
_IN_CURRENT: Final = Text("In the current state: {counts}.", "Dans l’état actuel : {counts}.")
_TODAY: Final = Text("today", "aujourd’hui")
_SECTIONS: Final = {
    Happened.CAME: Text("What came", "Ce qui s’ajoute"),
    Happened.WENT: Text("What went", "Ce qui disparaît"),
    Happened.MOVED: Text("What moved", "Ce qui change de place"),
    Happened.RENAMED: Text("What was renamed", "Ce qui change de nom"),
    Happened.CHANGED: Text("What changed", "Ce qui change"),
    Happened.REWORDED: Text("What was reworded", "Ce qui est reformulé"),
    Happened.SOURCED: Text("Whose sources changed", "Ce dont les sources changent"),
    Happened.LINK_CAME: Text("Links that came", "Liens qui s’ajoutent"),
    Happened.LINK_WENT: Text("Links that went", "Liens qui disparaissent"),
    Happened.LINK_CHANGED: Text("Links that changed", "Liens qui changent"),
    Happened.TYPE: Text("Types", "Types"),
    Happened.SETTING: Text("Settings", "Réglages"),
}
_HEADING: Final = Text("{title} ({n})", "{title} ({n})")
_STATE_ADDED: Final = Text("New state: {name}.", "Nouvel état : {name}.")
_STATE_REMOVED: Final = Text("State gone: {name}.", "État disparu : {name}.")
_STATE_CHANGED: Final = Text("State {name}:", "État {name} :")
_STATE_RESTATED: Final = Text(
    "State {name}: its heading or its change list differs.",
    "État {name} : son en-tête ou sa liste de changements diffère.",
)


def comparison_in_words(comparison: Comparison, language: Language) -> list[str]:
    """The lines that tell a comparison: counts first; one sentence when nothing differs."""
    words = wording(language)
    of, to = comparison.of, comparison.to
    if comparison.same:
        if of is None or to is None:
            return [words.fill(_SAME)]
        return [
            words.fill(_SAME_BETWEEN, before=state_name(of, words), after=state_name(to, words))
        ]
    found: list[str] = []
    if comparison.changes:
        lines = _told(comparison.before, comparison.after, comparison.changes, words)
        counts = _counts(comparison.before, comparison.after, comparison.changes, words)
        if of is None or to is None:
            found.append(words.fill(_IN_CURRENT, counts=counts))
        else:
            names = {"before": state_name(of, words), "after": state_name(to, words)}
            found.append(words.fill(_BETWEEN, counts=counts, **names))
        found += lines
    found += [
        words.fill(_STATE_ADDED, name=_named(comparison, key, words)) for key in comparison.added
    ]
    found += [
        words.fill(_STATE_REMOVED, name=_named(comparison, key, words))
        for key in comparison.removed
    ]
    for key in sorted({*comparison.changed, *comparison.restated}):
        name = _named(comparison, key, words)
        if key in comparison.restated:
            found.append(words.fill(_STATE_RESTATED, name=name))
        if key in comparison.changed:
            before, after = comparison.states[key]
            found.append(words.fill(_STATE_CHANGED, name=name))
            counts = _counts(before, after, comparison.changed[key], words)
            lines = _told(before, after, comparison.changed[key], words)
            found += [
                f"  {line}".rstrip() for line in (words.fill(_COUNTED, counts=counts), *lines)
            ]
    return found


def _named(comparison: Comparison, key: str, words: Wording) -> str:
    info = comparison.infos.get(key)
    return words.quoted(info.name if info else Text(key, key))


def state_name(info: StateInfo, words: Wording) -> str:
    """A state as a sentence has it: an edition by its time, a scenario by its title in quotes."""
    match info.kind:
        case StateKind.CURRENT:
            return words.of(_TODAY)
        case StateKind.SCENARIO:
            return words.quoted(info.name)
        case StateKind.EDITION:
            return words.of(Text(info.name.en, within(info.name).fr))


def _counts(before: Framework, after: Framework, changes: Changes, words: Wording) -> str:
    return "; ".join(counted(entries(before, after, changes), Names(before, after), words))


def _told(before: Framework, after: Framework, changes: Changes, words: Wording) -> list[str]:
    """The sentences under their headings, each with how much there is of it."""
    known = entries(before, after, changes)
    lines: list[str] = []
    numbers = Counter(entry.what for entry in known)
    section: Happened | None = None
    for statement in statements(before, after, changes, words.language):
        if statement.what is not section:
            section = statement.what
            title = words.of(_SECTIONS[section])
            lines += ["", words.fill(_HEADING, title=title, n=numbers[section])]
        lines.append(f"  {statement.text}")
    return lines
