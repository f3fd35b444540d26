"""What the comparison finds: its title, computed from what differs, its lead and its summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cadre.core.phrases import fill, quoted, within
from cadre.core.states import StateInfo, StateKind
from cadre.core.text import Text
from cadre.viewpoints.comparison.model import Compared, Fate, Tally, Thing
from cadre.viewpoints.comparison.phrases import renamed
from cadre.viewpoints.words import Words

_SAME: Final = Text(
    "Nothing differs between {before} and {after}", "Rien ne diffère entre {before} et {after}"
)
_NO_BASE: Final = Text(
    "No state comes before {state}: choose one to compare with",
    "Aucun état ne précède {state} : en choisir un comme base",
)
NO_BASE_ROWS: Final = Text(
    "There is nothing to list: no state comes before this one. Choose another to compare with.",
    "Il n’y a rien à énumérer\u00a0: aucun état ne précède celui-ci. Choisissez-en un autre.",
)
"""What stands for the rows where there is no state to compare with."""
_NO_ROWS: Final = Text(
    "There is nothing to list: nothing differs from {before}.",
    "Il n’y a rien à énumérer\u00a0: rien ne diffère de l’état {before}.",
)
_TODAY: Final = Text("today", "aujourd’hui")
_GROUPS: Final = Text("{n:words} {n:group|groups}", "{n:words} {n:groupe|groupes}")
_PRIORITIES: Final = Text("{n:words} {n:priority|priorities}", "{n:words-f} {n:priorité|priorités}")
_ELEMENTS: Final = Text("{n:words} {n:element|elements}", "{n:words} {n:élément|éléments}")
_CAME: Final = Text("{what} {n:is|are} new", "{what} {n:s’ajoute|s’ajoutent}")
_WENT: Final = Text("{what} {n:is|are} gone", "{what} {n:disparaît|disparaissent}")
_MOVED_TO: Final = Text(
    "{n:words} moved to {council}", "{n:words} {n:rejoint|rejoignent} {council}"
)
_MOVED: Final = Text("{n:words} changed council", "{n:words} {n:change|changent} de conseil")
_ENDED: Final = Text("{n:words} ended", "{n:words} {n:prend|prennent} fin")
_PASSED_ON: Final = Text(
    "{n:words} gave way to others", "{n:words} {n:cède|cèdent} la place à d’autres"
)
_RENAMED: Final = Text("{n:words} took a new name", "{n:words} {n:change|changent} de nom")
_CHANGED: Final = Text("{n:words} changed", "{n:words} {n:change|changent}")
_OF_GROUPS: Final = Text(
    "of {total:words} {total:group|groups}, {parts}",
    "sur {total:words} {total:groupe|groupes}, {parts}",
)
_OF_OTHERS: Final = Text(
    "of the {total:words} that stayed, {parts}", "sur les {total:words} qui restent, {parts}"
)
_NO_GROUP: Final = Text("no group changed", "aucun groupe ne change")
_LINKS: Final = Text(
    "{came} {came:link is|links are} new, {went} {went:is|are} gone",
    "{came} {came:lien|liens} en plus, {went} en moins",
)
_ONLY_WORDS: Final = Text(
    "No element or link differs, only {n:words} {n:setting or type|settings and types}",
    "Aucun élément ni lien ne diffère, seulement {n:words} {n:réglage ou type|réglages et types}",
)
_LEAD: Final = Text(
    "Each group as it was ({before}) and as it is ({after}), with what happened to it; priorities, "
    "and the number of everything else that differs.",
    "Chaque groupe tel qu’il était ({before}) et tel qu’il est ({after}), avec ce qui lui arrive; "
    "les priorités, et le nombre de tout ce qui diffère par ailleurs.",
)
_SUMMARY: Final = Text(
    "Comparison of {before} and {after}. {title}. {counts}",
    "Comparaison de {before} et de {after}. {title}. {counts}",
)
_COUNT: Final = Text(
    "{name}: {came} new, {went} gone, {changed} changed",
    "{name} : {came} en plus, {went} en moins, {changed} de modifiés",
)
_ALL_GROUPS: Final = Text("Groups", "Groupes")
_ALL_PRIORITIES: Final = Text("Priorities", "Priorités")
_CHOOSE: Final = Text("{option} takes any other state.", "{option} accepte tout autre état.")
_BASE: Final = Text("“Compare with” (base)", "« Comparer à » (base)")


def state_name(info: StateInfo, words: Words) -> str:
    """A state as a sentence has it: an edition by its time, a scenario by its title in quotes."""
    match info.kind:
        case StateKind.CURRENT:
            return words.of(_TODAY)
        case StateKind.SCENARIO:
            return words.quoted(info.name)
        case StateKind.EDITION:
            return words.of(Text(info.name.en, within(info.name).fr))


def title_of(shown: Compared, words: Words) -> str:
    """The finding in one line: what came and went, then what became of those that stayed."""
    if shown.same:
        return words.fill(
            _SAME, before=state_name(shown.of, words), after=state_name(shown.to, words)
        )
    groups, priorities = list(shown.groups()), list(shown.priorities)
    clauses = _came_and_went(groups, priorities, words)
    stayed = [one for one in groups if not one.new and not one.gone]
    parts = _fates(stayed, shown, words)
    if parts:
        template = _OF_OTHERS if any(one.gone for one in groups) else _OF_GROUPS
        clause = words.fill(template, total=len(stayed), parts=words.listed(parts))
        clauses.append(clause)
    if not clauses:
        clauses = _elsewhere(shown, words)
    return "; ".join([clauses[0], *(_lowered(clause) for clause in clauses[1:])])


def no_rows(before: StateInfo) -> Text:
    """What stands for the rows where nothing differs from a state."""
    return fill(_NO_ROWS, before=quoted(before.name))


def no_base_title(info: StateInfo, words: Words, option: Text = _BASE) -> tuple[str, str]:
    """Title and lead where there is nothing to compare with; `option` is the one that names it."""
    lead = words.fill(_CHOOSE, option=words.of(option))
    return words.fill(_NO_BASE, state=state_name(info, words)), lead


def _came_and_went(groups: Sequence[Thing], priorities: Sequence[Thing], words: Words) -> list[str]:
    clauses: list[str] = []
    for fate, template in ((Fate.CAME, _CAME), (Fate.WENT, _WENT)):
        numbers = [sum(one.fate is fate for one in things) for things in (groups, priorities)]
        what = [
            words.fill(label, n=number)
            for label, number in zip((_GROUPS, _PRIORITIES), numbers, strict=True)
            if number
        ]
        if what:
            lowered = [what[0], *(_lowered(one) for one in what[1:])]
            clauses.append(words.fill(template, what=words.listed(lowered), n=sum(numbers)))
    return clauses


def _fates(stayed: Sequence[Thing], shown: Compared, words: Words) -> list[str]:
    """What became of the groups that were there, at most three kinds of it."""
    found: list[str] = []
    for fate, template in ((Fate.ENDED, _ENDED), (Fate.PASSED_ON, _PASSED_ON)):
        number = sum(one.fate is fate for one in stayed)
        if number:
            found.append(words.fill(template, n=number))
    moved = [one for one in stayed if one.moved]
    homes = {one.home for one in moved}
    if len(homes) == 1 and homes != {""}:
        council = words.quoted(shown.names.short(homes.pop()))
        found.append(words.fill(_MOVED_TO, n=len(moved), council=council))
    elif moved:
        found.append(words.fill(_MOVED, n=len(moved)))
    new_names = sum(renamed(one) for one in stayed)
    if new_names:
        found.append(words.fill(_RENAMED, n=new_names))
    told = sum(one.moved or renamed(one) for one in stayed)
    changed = sum(one.fate is Fate.CHANGED for one in stayed)
    if changed and not told:
        found.append(words.fill(_CHANGED, n=changed))
    return [_lowered(one) for one in found[:3]]


def _elsewhere(shown: Compared, words: Words) -> list[str]:
    """The finding where no group and no priority differs."""
    came, went, changed = (
        sum(getattr(one, what) for one in shown.elements) for what in ("came", "went", "changed")
    )
    clauses = [
        words.fill(template, what=words.fill(_ELEMENTS, n=number), n=number)
        for template, number in ((_CAME, came), (_WENT, went))
        if number
    ]
    if changed:
        clauses.append(words.fill(_ELEMENTS, n=changed) + " " + _changes(changed, words))
    links = [sum(one.came for one in shown.links), sum(one.went for one in shown.links)]
    if not clauses and (any(links) or shown.links):
        clauses.append(words.fill(_LINKS, came=links[0], went=links[1]))
    if clauses:
        return [*clauses[:2], words.fill(_NO_GROUP)]
    return [words.fill(_ONLY_WORDS, n=shown.settings + shown.types)]


def _changes(number: int, words: Words) -> str:
    return _lowered(words.fill(Text("changed", "{n:change|changent}"), n=number))


def lead_of(shown: Compared, words: Words) -> str:
    """How to read the picture."""
    names = {"before": state_name(shown.of, words), "after": state_name(shown.to, words)}
    return words.fill(_LEAD, **names)


def summary_of(shown: Compared, title: str, words: Words) -> str:
    """The picture in words, for whoever does not see it."""
    tallies = [
        _tally(_ALL_GROUPS, shown.groups()),
        _tally(_ALL_PRIORITIES, shown.priorities),
        *shown.elements,
    ]
    counts = [
        words.fill(
            _COUNT, name=words.of(one.name), came=one.came, went=one.went, changed=one.changed
        )
        for one in tallies
        if one.came or one.went or one.changed
    ]
    return words.fill(
        _SUMMARY,
        before=state_name(shown.of, words),
        after=state_name(shown.to, words),
        title=title,
        counts="; ".join(counts) + ("." if counts else ""),
    ).strip()


def _tally(name: Text, things: Iterable[Thing]) -> Tally:
    those = list(things)
    return Tally(
        name,
        sum(one.new for one in those),
        sum(one.gone for one in those),
        sum(one.differs and not one.new and not one.gone for one in those),
    )


def _lowered(clause: str) -> str:
    return clause[:1].lower() + clause[1:]
