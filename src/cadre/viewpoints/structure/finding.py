"""What the structure finds: its title, lead and summary."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.structure.model import NEW, Structure
from cadre.viewpoints.words import Words, clause

_NONE: Final = Text(
    "No body is recorded in this state", "Aucun organe n’est consigné dans cet état"
)
_NONE_LEAD: Final = Text(
    "Record the councils and their groups, with the layer of each and what it is part of.",
    "Consignez les conseils et leurs groupes, avec la couche de chacun et ce dont il fait partie.",
)
_GROUPS: Final = Text(
    "{groups:words} {groups:group|groups} under {councils:words} {councils:council|councils}",
    "{groups:words} {groups:groupe|groupes} sous {councils:words} {councils:conseil|conseils}",
)
_NEW: Final = Text(
    "{n:words} {n:body is|bodies are} new", "{n:words} {n:organe est nouveau|organes sont nouveaux}"
)
_OPEN: Final = Text(
    "{n:words} {n:place is|places are} open",
    "{n:words-f} {n:place est ouverte|places sont ouvertes}",
)
_OVER: Final = Text("{n:words} {n:has|have} ended", "{n:words} {n:a|ont} pris fin")
_STABLE: Final = Text("none is new", "aucun organe n’est nouveau")
_LEAD: Final = Text(
    "Every body in its layer, with the councils’ role, the phase it starts in, and what it is part "
    "of.",
    "Chaque organe dans sa couche, avec le rôle des conseils, la phase où il commence et ce dont "
    "il fait partie.",
)
_SOME: Final = Text(
    "Only what starts in the chosen phase, or has none, is shown: {n} of {total} bodies.",
    "Seul figure ici ce qui commence dans la phase choisie, ou n’en a pas : {n} organes sur "
    "{total}.",
)
_SUMMARY: Final = Text("{title}. {bands}.", "{title}. {bands}.")
_BAND: Final = Text("{name}: {n}", "{name} : {n}")


def title_of(structure: Structure, words: Words) -> str:
    """How many groups there are, and how many bodies are new, open or over."""
    bodies = structure.bodies
    if not bodies:
        return words.of(_NONE)
    counted = (
        (_NEW, sum(one.standing == NEW for one in bodies)),
        (_OPEN, sum(one.is_open for one in bodies)),
        (_OVER, sum(one.is_over for one in bodies)),
    )
    told = [clause(words, template, n=number) for template, number in counted if number]
    start = words.fill(_GROUPS, groups=structure.groups, councils=structure.councils)
    return f"{start}; {words.listed(told) if told else clause(words, _STABLE)}"


def lead_of(structure: Structure, words: Words) -> str:
    """What is shown, and of how much where a phase was chosen."""
    shown = len(structure.bodies)
    if not shown:
        return words.of(_NONE_LEAD)
    if not structure.hidden:
        return words.of(_LEAD)
    some = words.fill(_SOME, n=shown, total=shown + structure.hidden)
    return f"{some} {words.of(_LEAD)}"


def summary_of(structure: Structure, title: str, words: Words) -> str:
    """What the picture says, for those who do not see it."""
    if not structure.bodies:
        return title
    bands = [words.fill(_BAND, name=band.label, n=len(band.bodies)) for band in structure.bands]
    return words.fill(_SUMMARY, title=title, bands="; ".join(bands))
