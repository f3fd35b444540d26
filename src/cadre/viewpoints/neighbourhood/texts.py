"""What the picture of a neighbourhood says: its finding, lead and summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from cadre.core.graph import Framework
from cadre.core.keys import type_of
from cadre.core.text import Text
from cadre.viewpoints.neighbourhood.model import Around, Block
from cadre.viewpoints.words import Words, clause

LABEL: Final = Text("Neighbourhood", "Voisinage")
_EMPTY: Final = Text("Nothing is recorded here yet", "Rien n’est encore consigné ici")
_ALONE: Final = Text("{name} is linked to nothing", "{name} n’est lié à rien")
_ONE: Final = Text(
    "{name} has one link: {label} {other}", "{name} n’a qu’un lien : {label} {other}"
)
_TITLE: Final = Text(
    "{name} has {n:words} links; {m:words} {m:says|say} “{label}”",
    "{name} a {n:words} liens; {m:words} {m:dit|disent} « {label} »",
)
_ALL: Final = Text(
    "{name} has {n:words} links; all say “{label}”",
    "{name} a {n:words} liens; tous disent « {label} »",
)
_UNSURE: Final = Text("{n:words} {n:is|are} to be confirmed", "{n:words} {n:est|sont} à confirmer")
_ALL_UNSURE: Final = Text("all are to be confirmed", "tous sont à confirmer")
_ONE_WAY_IN: Final = Text("none leads on from it", "aucun ne mène plus loin")
_LEAD: Final = Text(
    "Left, what points to it; right, what it points to. Each heading says what the links say.",
    "À gauche, ce qui y renvoie; à droite, ce à quoi il renvoie. Chaque titre dit ce que disent "
    "les liens.",
)
_LEAD_NARROW: Final = Text(
    "First what points to it, then what it points to.",
    "D’abord ce qui y renvoie, puis ce à quoi il renvoie.",
)
_LEAD_MOST: Final = Text(
    "It has more links than anything else here; choose any element to see what is around it.",
    "C’est l’élément qui a le plus de liens ici; choisissez-en un autre pour voir son entourage.",
)
_SUMMARY: Final = Text("{title}. {counts}", "{title}. {counts}")
_COUNT: Final = Text("{label}: {n}", "{label} : {n}")
INCOMING: Final = Text("Points to it", "Y renvoie")
OUTGOING: Final = Text("It points to", "Renvoie à")
REST: Final = Text("and {n} more: {type}", "et {n} autres : {type}")
BEYOND: Final = Text("{n} further: {names}", "{n} au-delà : {names}")
AND_MORE: Final = Text("{names} and {n} more", "{names} et {n} autres")
NOTHING_IN: Final = Text("Nothing points to it", "Rien n’y renvoie")
NOTHING_OUT: Final = Text("It points to nothing", "Ne renvoie à rien")
LINKS: Final = Text("{n} {n:link|links}", "{n} {n:lien|liens}")
TO_CONFIRM: Final = Text("to be confirmed", "à confirmer")
_NAMED: Final = 3


def title_of(around: Around | None, words: Words) -> str:
    """The finding in one line: how many links, and what most of them say."""
    if around is None:
        return words.fill(_EMPTY)
    framework = around.framework
    name = words.quoted(framework[around.key].short_name)
    total = around.links
    if not total:
        return words.fill(_ALONE, name=name)
    most = max(around.blocks, key=lambda block: block.count)
    label = words.of(most.label)
    if total == 1:
        [other] = around.neighbours()
        return words.fill(
            _ONE, name=name, label=label, other=words.quoted(framework[other.key].short_name)
        )
    if most.count == total:
        found = words.fill(_ALL, name=name, n=total, label=label)
    else:
        found = words.fill(_TITLE, name=name, n=total, m=most.count, label=label)
    unsure = around.unsure()
    if unsure == total:
        second = clause(words, _ALL_UNSURE)
    elif unsure:
        second = clause(words, _UNSURE, n=unsure)
    elif not around.outgoing:
        second = clause(words, _ONE_WAY_IN)
    else:
        return found
    return f"{found}; {second}" if most.count == total else f"{found}, {second}"


def lead_of(around: Around | None, words: Words, *, narrow: bool) -> str:
    """How to read the picture, and why this element where nobody chose one."""
    if around is None:
        return ""
    lead = words.fill(_LEAD_NARROW if narrow else _LEAD)
    return lead if around.chosen else f"{words.fill(_LEAD_MOST)} {lead}"


def summary_of(around: Around | None, title: str, words: Words) -> str:
    """The picture in words, for whoever does not see it."""
    if around is None:
        return title
    counts = [
        words.fill(_COUNT, label=words.of(block.label), n=block.count) for block in around.blocks
    ]
    return words.fill(
        _SUMMARY, title=title, counts="; ".join(counts) + ("." if counts else "")
    ).strip()


def heading(block: Block, words: Words) -> str:
    """What a block says: what its links say, and how many there are."""
    label = words.of(block.label)
    return f"{label[:1].upper()}{label[1:]} ({block.count})"


def types_of(block: Block, framework: Framework, words: Words) -> str:
    """The types of a block, most first."""
    keys = [one.key for one in block.neighbours]
    keys += [key for rest in block.rest for key in rest.keys]
    counts = Counter(type_of(key) for key in keys)
    names: list[str] = []
    for name, count in counts.most_common(_NAMED):
        entry = framework.metamodel.element_types.get(name)
        if entry is None:
            names.append(name)
            continue
        text = words.of(entry.label if count == 1 else entry.plural or entry.label)
        names.append(text[:1].lower() + text[1:])
    return ", ".join(names)


def beyond(keys: Sequence[str], framework: Framework, words: Words) -> str:
    """The second ring of one neighbour: how many, and the first of them by name."""
    names = [words.of(framework[key].short_name) for key in keys[:_NAMED]]
    if len(keys) > _NAMED:
        said = words.fill(AND_MORE, names=", ".join(names), n=len(keys) - _NAMED)
    else:
        said = words.listed(names)
    return words.fill(BEYOND, n=len(keys), names=said)
