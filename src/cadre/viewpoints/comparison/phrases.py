"""What happened to a thing, in a few words beside its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cadre.core.change import SetField
from cadre.core.comparison import NAMES, Entry, Happened
from cadre.core.naming import Names
from cadre.core.phrases import NBSP, within
from cadre.core.text import Text
from cadre.core.values import NotedText
from cadre.viewpoints.comparison.model import Fate, Thing, is_record
from cadre.viewpoints.words import Words

_FEW: Final = 3
_LONG: Final = 40

_MOVED: Final = Text("from {old} to {new}", "de {old} à {new}")
_NOWHERE: Final = Text("no council", "aucun conseil")
_ENDED: Final = Text("ends", "prend fin")
_WENT: Final = Text("there no longer", "n’y est plus")
_PASSED_ON: Final = Text("continues as {names}", "se poursuit comme {names}")
_RENAMED: Final = Text("new name ({languages})", "nouveau nom ({languages})")
_CALLED: Final = Text("now “{name}” ({languages})", "désormais « {name} » ({languages})")
_SHORTENED: Final = Text("new short name ({languages})", "nouveau nom court ({languages})")
_SET: Final = Text("{field}: {new} (was {old})", "{field} : {new} (avant : {old})")
_GIVEN: Final = Text("{field}: {new}", "{field} : {new}")
_CLEARED: Final = Text("{field}: none (was {old})", "{field} : plus rien (avant : {old})")
_REWORDED: Final = Text("{field} ({languages})", "{field} ({languages})")
_OTHER_NAMES: Final = Text("other names", "autres noms")
_ELSEWHERE: Final = Text("{label} {new} (was {old})", "{label} {new} (avant : {old})")
_TIE: Final = Text("{label} {names}", "{label} {names}")
_SOURCES: Final = Text("sources", "sources")
_TIE_CAME: Final = Text("now {label} {names}", "désormais, {label} {names}")
_TIE_WENT: Final = Text("no longer {label} {names}", "on retire : {label} {names}")
_OTHERS: Final = Text("{n} others", "{n} autres")


def phrases(thing: Thing, names: Names, words: Words) -> list[str]:
    """What happened, weightiest first; empty for a thing that is as it was, or is all new."""
    found: list[str] = []
    if thing.moved:
        homes = [
            words.of(names.short(home)) if home else words.of(_NOWHERE)
            for home in (thing.old_home, thing.home)
        ]
        found.append(_said(words, _MOVED, old=homes[0], new=homes[1]))
    if thing.disposition and thing.fate not in {Fate.ENDED, Fate.CAME}:
        found.append(words.of(within(thing.disposition)))
    match thing.fate:
        case Fate.WENT:
            return [*found, words.of(_WENT)]
        case Fate.ENDED:
            found.append(words.of(_ENDED))
        case Fate.PASSED_ON:
            heirs = words.listed([words.of(heir) for heir in thing.heirs])
            found.append(_said(words, _PASSED_ON, names=heirs))
        case _:
            pass
    told = list(_of_fields(thing, names, words))
    found += [text for record, text in told if not record]
    found += _of_ties(thing, words, skip=thing.fate is Fate.PASSED_ON)
    return [*found, *dict.fromkeys(text for record, text in told if record)]


def _of_fields(thing: Thing, names: Names, words: Words) -> Iterator[tuple[bool, str]]:
    """What was done to its fields, and whether that is only about how it is known."""
    for entry in thing.entries:
        match entry.what:
            case Happened.MOVED if not thing.moved:
                yield False, _led_elsewhere(entry, names, words)
            case Happened.RENAMED:
                yield from ((False, text) for text in _renamed(entry, thing, words))
            case Happened.CHANGED:
                for change in entry.fields:
                    if change.field != "lifecycle" or thing.fate is not Fate.ENDED:
                        yield is_record(change.field), _changed(change, names, words)
            case Happened.REWORDED:
                for field in dict.fromkeys(one.field for one in entry.fields):
                    those = [one for one in entry.fields if one.field == field]
                    label = words.of(within(names.field(entry.subject, field)))
                    text = _said(words, _REWORDED, field=label, languages=_languages(those))
                    yield is_record(field), text
            case Happened.SOURCED:
                yield True, words.of(_SOURCES)
            case _:
                pass


def _led_elsewhere(entry: Entry, names: Names, words: Words) -> str:
    """Another whole, overseer or lead, within the same council."""
    gone, come = entry.links_gone, entry.links_come
    outward = come[0].source == entry.subject
    label, inverse = names.link(come[0].type)
    old, new = (
        words.listed(
            [words.of(names.short(one.target if outward else one.source)) for one in links]
        )
        for links in (gone, come)
    )
    label = label if outward else inverse
    return _said(words, _ELSEWHERE, label=words.of(label), old=old, new=new)


def _renamed(entry: Entry, thing: Thing, words: Words) -> Iterator[str]:
    """A new name: given where the reader has it and the short name of the picture hides it."""
    for field, template in (("name", _RENAMED), ("short-name", _SHORTENED)):
        those = [one for one in entry.fields if one.field == field]
        if not those:
            continue
        own = next((one for one in those if one.part == words.language), None)
        seen = field == "short-name" or (own and own.new == words.of(thing.after))
        if own and own.new and not seen:
            languages = _languages(those)
            yield _said(words, _CALLED, name=str(own.new), languages=languages)
        else:
            yield _said(words, template, languages=_languages(those))


def _changed(change: SetField, names: Names, words: Words) -> str:
    field = words.of(within(names.field(change.key, change.field)))
    old, new = (
        words.of(within(names.value(change.key, change.field, value)))
        for value in (change.old, change.new)
    )
    if _noted(change.new) or _noted(change.old) or max(len(old), len(new)) > _LONG:
        return words.of(_OTHER_NAMES) if change.field == "also-known-as" else field
    template = _GIVEN if not old else _CLEARED if not new else _SET
    return _said(words, template, field=field, old=old, new=new)


def _said(words: Words, template: Text, **slots: str) -> str:
    """A part of a sentence: filled, and without a capital where it has none of its own."""
    filled = words.fill(template, **slots)
    start = words.of(template)
    if start.startswith("{"):
        start = slots[start[1 : start.index("}")]]
    return f"{start[:1]}{filled[1:]}"


def _noted(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(one, NotedText) for one in value)


def _of_ties(thing: Thing, words: Words, *, skip: bool) -> Iterator[str]:
    for tie in thing.ties:
        others = [words.of(other) for other in tie.others]
        if skip and set(tie.others) <= set(thing.heirs):
            continue
        if len(others) > _FEW:
            rest = len(others) - _FEW + 1
            others = [*others[: _FEW - 1], words.fill(_OTHERS, n=rest)]
        named = words.listed(others)
        template = _TIE_CAME if tie.came else _TIE_WENT
        if thing.new:
            if all(link.target == thing.home for link in tie.links):
                continue  # it stands under its council
            template = _TIE
        yield _said(words, template, label=words.of(tie.label), names=named)


def _languages(changes: Iterable[SetField]) -> str:
    """The languages in which something changed, by their codes."""
    found = dict.fromkeys(_language(change) for change in changes)
    return f",{NBSP}".join(sorted(found))


def _language(change: SetField) -> str:
    part = change.part
    if part == "stale":
        part = change.new or change.old  # type: ignore[assignment]  # the language that is behind
    return str(part).upper()


def renamed(thing: Thing) -> bool:
    """Whether its name or short name is another, in whatever language."""
    return any(
        change.field in NAMES
        for entry in thing.entries
        if entry.what is Happened.RENAMED
        for change in entry.fields
    )
