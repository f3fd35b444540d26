"""What the register of objectives finds: its title, lead and summary."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.objectives.model import MET, Register
from cadre.viewpoints.words import Words

_NONE: Final = Text(
    "No objective is recorded in this state", "Aucun objectif n’est consigné dans cet état"
)
_NONE_LEAD: Final = Text(
    "Record what the framework sets out to reach, and who says how far it is.",
    "Consignez ce que le cadre cherche à atteindre, et qui dit où il en est.",
)
_UNTOLD_ONE: Final = Text(
    "Nobody has recorded how far the one objective is",
    "Personne n’a consigné où en est l’unique objectif",
)
_UNTOLD_MANY: Final = Text(
    "Nobody has recorded how far any of the {n:words} objectives is",
    "Personne n’a consigné où en sont les {n:words} objectifs",
)
_TOLD: Final = Text(
    "{met:words} of {total:words} {total:objective|objectives} {met:is|are} met; "
    "the status of {unknown:words} is not recorded",
    "{met:words} {met:objectif est atteint|objectifs sont atteints} sur {total}; "
    "l’état de {unknown:words} n’est pas consigné",
)
_ALL_TOLD: Final = Text(
    "{met:words} of {total:words} {total:objective|objectives} {met:is|are} met",
    "{met:words} {met:objectif est atteint|objectifs sont atteints} sur {total}",
)
_LEAD: Final = Text(
    "What the framework sets out to reach, how far each objective is, and what shows it.",
    "Ce que le cadre cherche à atteindre, où en est chaque objectif, et ce qui le montre.",
)
_NO_EVIDENCE: Final = Text(
    "No objective has any evidence recorded.", "Aucun objectif n’a de preuve consignée."
)
_SUMMARY: Final = Text(
    "{title}. Objectives: {total}; with a status: {told}; with evidence: {shown}.",
    "{title}. Objectifs : {total}; avec un état : {told}; avec une preuve : {shown}.",
)


def title_of(register: Register, words: Words) -> str:
    """How many are met, and of how many nobody knows."""
    main = register.main
    total, untold = len(main), sum(not one.is_told for one in main)
    if not total:
        return words.of(_NONE)
    if untold == total:
        return words.of(_UNTOLD_ONE) if total == 1 else words.fill(_UNTOLD_MANY, n=total)
    met = sum(one.status == MET for one in main)
    if not untold:
        return words.fill(_ALL_TOLD, met=met, total=total)
    return words.fill(_TOLD, met=met, total=total, unknown=untold)


def lead_of(register: Register, words: Words) -> str:
    """What the picture is, and what it lacks."""
    if not register.objectives:
        return words.of(_NONE_LEAD)
    lead = words.of(_LEAD)
    if any(one.evidence for one in register.objectives):
        return lead
    return f"{lead} {words.of(_NO_EVIDENCE)}"


def summary_of(register: Register, title: str, words: Words) -> str:
    """What the picture says, for those who do not see it."""
    if not register.objectives:
        return title
    return words.fill(
        _SUMMARY,
        title=title,
        total=len(register.objectives),
        told=sum(one.is_told for one in register.objectives),
        shown=sum(bool(one.evidence) for one in register.objectives),
    )
