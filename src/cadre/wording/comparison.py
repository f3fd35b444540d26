"""What differs between two states, in sentences that a person can read aloud.

Counts come first, then what came, went, moved, was renamed, changed and was reworded, then links,
types and settings. What happened alike to many is said once; every change is said exactly once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cadre.core.change import Change, Changes, Part, SetField, SetLinkField
from cadre.core.comparison import (
    ELEMENTS_CHANGED,
    SOURCES,
    Comparison,
    Entry,
    Happened,
    entries,
)
from cadre.core.graph import Framework, Link
from cadre.core.keys import LinkId, type_of
from cadre.core.naming import LANGUAGE_NAMES, Names, item_label
from cadre.core.phrases import within
from cadre.core.states import StateInfo, StateKind
from cadre.core.text import Language, Text, collation_key, folded, other_language
from cadre.core.values import NotedText, Value
from cadre.wording.metamodel_changes import setting_sentences, type_sentence
from cadre.wording.sentences import Wording, wording

FEW_LINKS: Final = 12
"""Up to so many links of a type are named; more are counted."""
SHORT: Final = 60
"""Texts up to this length are quoted before and after; of a longer one, what it says now."""

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

_CAME_WENT: Final = Text(
    "{came} {came:element|elements} came and {went} went",
    "{came} {came:élément s’ajoute|éléments s’ajoutent} et {went} {went:disparaît|disparaissent}",
)
_CAME: Final = Text(
    "{came} {came:element|elements} came, none went",
    "{came} {came:élément s’ajoute|éléments s’ajoutent}, aucun ne disparaît",
)
_WENT: Final = Text(
    "{went} {went:element|elements} went, none came",
    "{went} {went:élément disparaît|éléments disparaissent}, aucun ne s’ajoute",
)
_NEITHER: Final = Text("no element came or went", "aucun élément ne s’ajoute ni ne disparaît")
_CHANGED: Final = Text("{what} changed", "{what} {n:change|changent}")
_OF_THEM: Final = Text(", of which {parts}", ", dont {parts}")
_MOVED_COUNT: Final = Text("{n} moved", "{n} {n:change|changent} de place")
_RENAMED_COUNT: Final = Text("{n} {n:was|were} renamed", "{n} {n:change|changent} de nom")
_LINKS_CAME_WENT: Final = Text(
    "{came} {came:link|links} came and {went} went",
    "{came} {came:lien s’ajoute|liens s’ajoutent} et {went} {went:disparaît|disparaissent}",
)
_LINKS_CAME: Final = Text(
    "{came} {came:link|links} came, none went",
    "{came} {came:lien s’ajoute|liens s’ajoutent}, aucun ne disparaît",
)
_LINKS_WENT: Final = Text(
    "{went} {went:link|links} went, none came",
    "{went} {went:lien disparaît|liens disparaissent}, aucun ne s’ajoute",
)
_LINKS_CHANGED: Final = Text("{n} {n:link|links} changed", "{n} {n:lien change|liens changent}")
_TYPES: Final = Text("{n} {n:type|types} changed", "{n} {n:type change|types changent}")
_SETTINGS: Final = Text(
    "{n} {n:setting|settings} changed", "{n} {n:réglage change|réglages changent}"
)

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
_LISTED: Final = Text("{count}: {names}.", "{count} : {names}.")
_MOVED: Final = Text(
    "{name} {label} {new} (before: {old}).", "{name} {label} {new} (avant : {old})."
)
_SUBJECT: Final = Text("{subject}: {clauses}.", "{subject} : {clauses}.")
_SUBJECTS: Final = Text("{count} ({names}): {clauses}.", "{count} ({names}) : {clauses}.")
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
_STALE: Final = Text(
    "{field}: marked as behind in {language}", "{field} : marqué en retard en {language}"
)
_NOT_STALE: Final = Text(
    "{field}: no longer marked as behind in {language}",
    "{field} : plus marqué en retard en {language}",
)
_SET: Final = Text("{field}: from {old} to {new}", "{field} : {of_old} à {new}")
_GIVEN: Final = Text("{field}: now {new}", "{field} : désormais {new}")
_CLEARED: Final = Text("{field}: no longer {old}", "{field} : on retire {old}")
_ADDS: Final = Text("adds {names}", "on ajoute {names}")
_DROPS: Final = Text("drops {names}", "on retire {names}")
_ITEMS: Final = Text("{field}: {clauses}", "{field} : {clauses}")
_DETAILS: Final = Text(
    "{field}: the same items, in another order or with other details",
    "{field} : les mêmes éléments, dans un autre ordre ou avec d’autres précisions",
)
_ITS_LANGUAGES: Final = Text("{field} ({languages})", "{field} ({languages})")
_SOURCED: Final = Text(
    "{field} changed for {count}: {names}.", "{field} changent pour {count} : {names}."
)
_SOURCE_FIELDS: Final = {
    "provenance": Text("the sources cited", "les sources citées"),
    "inferred": Text("the fields marked as inferred", "les champs marqués comme déduits"),
}
_LINK_COUNT: Final = Text("{n} {n:link|links} {label}", "{n} {n:lien|liens} {label}")
_LINKS_FROM: Final = Text("{count}, from {sources}.", "{count}, depuis {sources}.")
_LINKS_OF: Final = Text("{name} {label} {others}.", "{name} {label} {others}.")
_LINK_SOURCES: Final = Text("the sources cited changed", "les sources citées changent")
_STATE_ADDED: Final = Text("New state: {name}.", "Nouvel état : {name}.")
_STATE_REMOVED: Final = Text("State gone: {name}.", "État disparu : {name}.")
_STATE_CHANGED: Final = Text("State {name}:", "État {name} :")
_STATE_RESTATED: Final = Text(
    "State {name}: its heading or its change list differs.",
    "État {name} : son en-tête ou sa liste de changements diffère.",
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, what it belongs under, and the changes that it tells."""

    what: Happened
    text: str
    changes: Changes


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


def counted(known: Sequence[Entry], names: Names, words: Wording) -> Iterator[str]:
    """How much happened, in clauses: elements, links, types, settings."""
    numbers = Counter(entry.what for entry in known)
    came, went = numbers[Happened.CAME], numbers[Happened.WENT]
    changed = {entry.subject for entry in known if entry.what in ELEMENTS_CHANGED}
    if came or went or changed:
        templates = (_CAME_WENT, _CAME, _WENT, _NEITHER)
        yield _clause(words, _which(templates, came, went), came=came, went=went)
    if changed:
        what = words.listed(_by_type(changed, names, words))
        yield words.fill(_CHANGED, what=what, n=len(changed)) + _of_them(known, words)
    came, went = numbers[Happened.LINK_CAME], numbers[Happened.LINK_WENT]
    if came or went:
        templates = (_LINKS_CAME_WENT, _LINKS_CAME, _LINKS_WENT, _NEITHER)
        yield words.fill(_which(templates, came, went), came=came, went=went)
    for what, template in (
        (Happened.LINK_CHANGED, _LINKS_CHANGED),
        (Happened.TYPE, _TYPES),
        (Happened.SETTING, _SETTINGS),
    ):
        if numbers[what]:
            yield words.fill(template, n=numbers[what])


def _which(templates: tuple[Text, Text, Text, Text], came: int, went: int) -> Text:
    both, only_came, only_went, neither = templates
    if came:
        return both if went else only_came
    return only_went if went else neither


def _of_them(known: Sequence[Entry], words: Wording) -> str:
    parts: list[str] = []
    for what, template in (
        (Happened.MOVED, _MOVED_COUNT),
        (Happened.RENAMED, _RENAMED_COUNT),
    ):
        count = len({entry.subject for entry in known if entry.what is what})
        if count:
            parts.append(words.fill(template, n=count))
    return words.of(_OF_THEM).format(parts=words.listed(parts)) if parts else ""


def _by_type(keys: Iterable[str], names: Names, words: Wording) -> list[str]:
    """Numbers of elements by type: 18 groups, 10 seats, 1 council."""
    numbers = Counter(type_of(key) for key in keys)
    order = sorted(numbers, key=lambda type_key: (-numbers[type_key], names.type_order(type_key)))
    return [type_count(type_key, numbers[type_key], names, words) for type_key in order]


def type_count(type_key: str, number: int, names: Names, words: Wording) -> str:
    """A number of elements of a type: 18 groups, 1 council."""
    one, many = names.type(type_key)
    label = words.of(within(many if words.plural(number) else one))
    return f"{words.number(number)} {label}"


# --- statements --------------------------------------------------------------------------------


def statements(
    before: Framework, after: Framework, changes: Changes, language: Language
) -> list[Statement]:
    """The sentences under each heading. Together they tell every change, each exactly once."""
    return list(_Teller(before, after, language).tell(entries(before, after, changes)))


class _Teller:
    """Tells entries in one language, with names from the later state or else the earlier one."""

    def __init__(self, before: Framework, after: Framework, language: Language) -> None:
        self._names = Names(before, after)
        self._language: Language = language
        self._words = wording(language)

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

    # --- elements --------------------------------------------------------------------------

    def _by_type(self, those: list[Entry]) -> Iterator[Statement]:
        for type_key, some in self._typed(those).items():
            count = type_count(type_key, len(some), self._names, self._words)
            names = self._words.listed([self._name(entry.subject) for entry in some])
            text = self._words.fill(_LISTED, count=count, names=names)
            yield _statement(some, text)

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
            yield _statement([entry], text)

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
                text = self._words.fill(_SUBJECT, subject=lead, clauses="; ".join(clauses))
            yield _statement([entry], text)

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
                text = self._words.fill(_SUBJECT, subject=subject, clauses=clauses)
            else:
                count = type_count(type_of(some[0].subject), len(some), self._names, self._words)
                names = self._words.listed([self._short(entry.subject) for entry in some])
                text = self._words.fill(_SUBJECTS, count=count, names=names, clauses=clauses)
            yield _statement(some, text)

    def _alike(self, those: Iterable[Entry]) -> Iterator[list[Entry]]:
        for some in self._typed(those).values():
            found: dict[object, list[Entry]] = {}
            for entry in some:
                found.setdefault(_what_was_done(entry.fields), []).append(entry)
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

    # --- fields ----------------------------------------------------------------------------

    def _clauses(self, changes: Sequence[SetField | SetLinkField]) -> Iterator[str]:
        """What was done to the fields: those of one value each, then texts by language."""
        texts: dict[str, list[SetField | SetLinkField]] = {}
        for change in changes:
            if change.field in SOURCES:
                continue
            if change.part is None:
                yield self._value_clause(change)
            else:
                texts.setdefault(change.field, []).append(change)
        for those in texts.values():
            yield from self._text_clauses(those)
        if any(change.field in SOURCES for change in changes):
            yield self._words.of(_LINK_SOURCES)

    def _value_clause(self, change: SetField | SetLinkField) -> str:
        field = self._field(change)
        old, new = change.old, change.new
        if _is_list(old) and _is_list(new):
            return self._items_clause(change, field)
        said = self._value(change, old)
        return self._plain(
            _GIVEN if old is None else _CLEARED if new is None else _SET,
            field=field,
            old=said,
            of_old=self._of(said),
            new=self._value(change, new),
        )

    def _items_clause(self, change: SetField | SetLinkField, field: str) -> str:
        """What a list gained and lost, rather than the whole of it twice."""
        old, new = self._items(change, change.old), self._items(change, change.new)
        came = [item for item in new if item not in old]
        went = [item for item in old if item not in new]
        clauses = [
            self._plain(template, names=self._words.listed(items))
            for template, items in ((_ADDS, came), (_DROPS, went))
            if items
        ]
        if not clauses:
            return self._plain(_DETAILS, field=field)
        return self._plain(_ITEMS, field=field, clauses=", ".join(clauses))

    def _text_clauses(self, changes: list[SetField | SetLinkField]) -> Iterator[str]:
        """A text by language; languages in which the same was done are said together."""
        done: dict[tuple[bool, bool], list[SetField | SetLinkField]] = {}
        for change in changes:
            if change.part == "stale":
                yield self._stale_clause(self._field(change), change)
            else:
                done.setdefault((change.old is None, change.new is None), []).append(change)
        for those in done.values():
            quoted = next((one for one in those if one.part == self._language), those[0])
            languages = [self._language_name(one.part) for one in those]
            field = self._plain(
                _ITS_LANGUAGES, field=self._field(quoted), languages=self._words.listed(languages)
            )
            long = len(str(quoted.old)) > SHORT or len(str(quoted.new)) > SHORT
            template = _SET
            if quoted.new is None:
                template = _CLEARED
            elif quoted.old is None or long:
                template = _GIVEN
            old = self._quoted(quoted.old)
            yield self._plain(
                template, field=field, old=old, of_old=self._of(old), new=self._quoted(quoted.new)
            )

    def _stale_clause(self, field: str, change: SetField | SetLinkField) -> str:
        template = _NOT_STALE if change.new is None else _STALE
        language = self._language_name(change.old if change.new is None else change.new)
        return self._plain(template, field=field, language=language)

    def _field(self, change: SetField | SetLinkField) -> str:
        return self._words.of(within(self._names.field(_about(change), change.field)))

    def _value(self, change: SetField | SetLinkField, value: Value | None) -> str:
        """A value as a sentence has it: words of the program plain, words of people in quotes."""
        if _is_list(value):
            return self._words.listed(self._items(change, value))
        attribute = self._names.attribute(_about(change), change.field)
        label = self._names.value(_about(change), change.field, value)
        choice = attribute.choice(value) if attribute and isinstance(value, str) else None
        if choice or not isinstance(value, str | Text):
            return self._words.of(within(label))
        return self._quoted(label)

    def _items(self, change: SetField | SetLinkField, value: Value | None) -> list[str]:
        attribute = self._names.attribute(_about(change), change.field)
        items = value if isinstance(value, tuple) else ()
        return [
            self._quoted(item_label(attribute, item))
            if isinstance(item, NotedText) or not (attribute and attribute.choice(item))
            else self._words.of(within(item_label(attribute, item)))
            for item in items
        ]

    # --- links -----------------------------------------------------------------------------

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
                yield _statement(some, text)

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
            yield _statement(those, text)

    def _links_changed(self, those: list[Entry]) -> Iterator[Statement]:
        for type_key, some in self._linked(those).items():
            alike: dict[object, list[Entry]] = {}
            for entry in some:
                alike.setdefault(_what_was_done(_link_fields(entry)), []).append(entry)
            for same in alike.values():
                clauses = "; ".join(self._clauses(_link_fields(same[0])))
                if len(same) == 1:
                    subject = self._link(same[0].link)
                    text = self._words.fill(_SUBJECT, subject=subject, clauses=clauses)
                else:
                    count = self._link_count(type_key, len(same))
                    sources = [self._short(entry.link.source) for entry in same if entry.link]
                    names = self._words.listed(list(dict.fromkeys(sources)))
                    text = self._words.fill(_SUBJECTS, count=count, names=names, clauses=clauses)
                yield _statement(same, text)

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
        return _by_type(sources, self._names, self._words)

    def _link(self, link: LinkId | None) -> str:
        if link is None:
            return ""
        label = self._words.of(self._names.link(link.type)[0])
        return f"{self._name(link.source)} {label} {self._name(link.target)}"

    # --- types and settings ----------------------------------------------------------------

    def _types(self, those: list[Entry]) -> Iterator[Statement]:
        for entry in those:
            yield _statement([entry], type_sentence(entry, self._words))

    def _settings(self, those: list[Entry]) -> Iterator[Statement]:
        for text, changes in setting_sentences(those, self._names, self._words):
            yield Statement(Happened.SETTING, text, changes)

    # --- words -----------------------------------------------------------------------------

    def _name(self, key: str) -> str:
        return self._words.quoted(self._names.element(key))

    def _short(self, key: str) -> str:
        """The short name: for lists that would be too long to listen to."""
        return self._words.quoted(self._names.short(key))

    def _quoted(self, value: object) -> str:
        match value:
            case None:
                return ""
            case Text():
                return self._words.quoted(value)
            case _:
                said = str(value).removesuffix(".")
                return self._words.quoted(Text(said, said))

    def _of(self, value: str) -> str:
        """What a value was, after the French “de”, which elides before a vowel."""
        return f"d’{value}" if folded(value[:1]) in set("aeiouyh") else f"de {value}"

    def _language_name(self, part: Part | object) -> str:
        names = {str(key): name for key, name in LANGUAGE_NAMES.items()}
        name = names.get(str(part))
        return self._words.of(name) if name else str(part)

    def _plain(self, template: Text, **slots: str | int) -> str:
        return _clause(self._words, template, **slots)


def _clause(words: Wording, template: Text, **slots: str | int) -> str:
    """A part of a sentence: filled, and without a capital where it has none of its own."""
    filled = words.fill(template, **slots)
    start = words.of(template)
    if start.startswith("{"):
        start = str(slots[start[1 : min(start.index("}"), start.find(":") % len(start))]])
    return f"{start[:1]}{filled[1:]}"


def _statement(those: Sequence[Entry], text: str) -> Statement:
    changes: list[Change] = [change for entry in those for change in entry.changes]
    return Statement(those[0].what, text, tuple(changes))


def _other(link: Link, outward: bool) -> str:
    return link.target if outward else link.source


def _about(change: SetField | SetLinkField) -> str | LinkId:
    return change.key if isinstance(change, SetField) else change.link


def _link_fields(entry: Entry) -> tuple[SetLinkField, ...]:
    return tuple(change for change in entry.changes if isinstance(change, SetLinkField))


def _what_was_done(changes: Iterable[SetField | SetLinkField]) -> object:
    """What is said of these changes, whatever they were done to."""
    return frozenset((change.field, change.part, *_said(change)) for change in changes)


def _said(change: SetField | SetLinkField) -> tuple[str, str]:
    return ("", "") if change.field in SOURCES else (repr(change.old), repr(change.new))


def _is_list(value: object) -> bool:
    return isinstance(value, tuple)
