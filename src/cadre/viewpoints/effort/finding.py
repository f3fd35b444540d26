"""What effort and reach find: who carries something, and that people and money are not known."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.effort.model import Effort
from cadre.viewpoints.words import Words, clause

_NONE: Final = Text(
    "No government and no council is recorded in this state",
    "Ni administration ni conseil ne sont consignés dans cet état",
)
_NONE_LEAD: Final = Text(
    "Record the councils and the governments, with their seats and what they lead.",
    "Consignez les conseils et les administrations, avec leurs sièges et ce qu’ils dirigent.",
)
_SOME: Final = Text(
    "{n:words} of {total:words} {total:government|governments} {n:has|have} a seat or a lead "
    "recorded",
    "{n:words-f} {n:administration a|administrations ont} un siège ou une direction consignés sur "
    "{total}",
)
_ALL: Final = Text(
    "Every government of the {total:words} has a seat or a lead recorded",
    "Chacune des {total:words-f} administrations a un siège ou une direction consignés",
)
_NO_GOVERNMENTS: Final = Text("No government is recorded", "Aucune administration n’est consignée")
_UNKNOWN: Final = Text(
    "nobody has recorded people or money", "personne n’a consigné ni effectifs ni fonds"
)
_KNOWN: Final = Text(
    "{n:words} of {total:words} have people or money recorded",
    "{n:words} sur {total} ont des effectifs ou des fonds consignés",
)
_LEAD: Final = Text(
    "Seats, leads, focus areas reached and deliverables, counted as they are recorded; people and "
    "money are summed where a framework has attributes for them.",
    "Sièges, directions, domaines touchés et livrables, comptés tels que consignés; les effectifs "
    "et les fonds s’additionnent là où un cadre a des attributs pour eux.",
)
_SUMMARY: Final = Text(
    "{title}. Seats: {seats}; leads of governments: {leads}; groups of councils: {groups}.",
    "{title}. Sièges : {seats}; directions par des administrations : {leads}; groupes des "
    "conseils : {groups}.",
)


def title_of(effort: Effort, words: Words) -> str:
    """How many governments carry anything that is recorded."""
    if not effort.bearers:
        return words.of(_NONE)
    return f"{_carried(effort, words)}; {_resources(effort, words)}"


def _carried(effort: Effort, words: Words) -> str:
    total = len(effort.governments)
    if not total:
        return words.of(_NO_GOVERNMENTS)
    busy = sum(not one.is_idle for one in effort.governments)
    return words.fill(_ALL if busy == total > 1 else _SOME, n=busy, total=total)


def _resources(effort: Effort, words: Words) -> str:
    if not effort.has_resources:
        return clause(words, _UNKNOWN)
    having = sum(bool(one.resources) for one in effort.bearers)
    return clause(words, _KNOWN, n=having, total=len(effort.bearers))


def lead_of(effort: Effort, words: Words) -> str:
    """What is counted, and what cannot be."""
    return words.of(_LEAD if effort.bearers else _NONE_LEAD)


def summary_of(effort: Effort, title: str, words: Words) -> str:
    """What the picture says, for those who do not see it."""
    if not effort.bearers:
        return title
    return words.fill(
        _SUMMARY,
        title=title,
        seats=sum(len(one.seats) for one in effort.governments),
        leads=sum(len(one.leads) for one in effort.governments),
        groups=sum(len(one.groups) for one in effort.councils),
    )
