"""What the roadmap finds: its title, lead and summary, computed from what is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.roadmap.model import UNDER_WAY, Roadmap
from cadre.viewpoints.words import Words, clause

_NOTHING: Final = Text(
    "No work has a period in this state", "Aucun travail n’a de période dans cet état"
)
_WHAT_TO_DO: Final = Text(
    "Schedule the pieces of work in periods, and they stand here in the lane of their area.",
    "Prévoyez les travaux dans des périodes, et ils se placeront ici dans la voie de leur domaine.",
)
_STEPS: Final = Text(
    "{n:words} {n:piece|pieces} of work over {p:words} {p:period|periods}",
    "{n:words} {n:élément|éléments} de travail sur {p:words-f} {p:période|périodes}",
)
_EMPTY: Final = Text(
    "{n:words} of {total:words} {total:area|areas} {n:has|have} none",
    "{n:words} {n:domaine|domaines} sur {total} n’en {n:a|ont} aucun",
)
_FULL: Final = Text("every area has some", "chaque domaine en a")
_EARLY: Final = Text(
    "{n:words} {n:comes|come} before what {n:it needs|they need}",
    "{n:words} {n:précède|précèdent} ce dont {n:il dépend|ils dépendent}",
)
_ASKS: Final = Text("The question: {question}", "La question : {question}")
_GOING: Final = Text(
    "{n:words} {n:is|are} under way already.",
    "{n:words} {n:est|sont} déjà en cours.",
)
_OPEN: Final = Text(
    "{n:words} {n:is|are} still to be determined.", "{n:words} {n:reste|restent} à déterminer."
)
_LEFT: Final = Text(
    "{n} {n:piece|pieces} of work {n:has|have} no period and {n:is|are} counted at the end of the "
    "lanes.",
    "{n} {n:élément|éléments} de travail n’{n:a|ont} pas de période et {n:est compté|sont comptés} "
    "au bout des voies.",
)
_SUMMARY: Final = Text("Roadmap. {title}. {more}", "Feuille de route. {title}. {more}")


def title_of(shown: Roadmap, words: Words) -> str:
    """How much work over how many periods; what comes too early, or where nothing is planned."""
    if not shown.items:
        return words.of(_NOTHING)
    said = words.fill(_STEPS, n=len(shown.items), p=len(shown.periods))
    return f"{said}; {_second(shown, words)}"


def _second(shown: Roadmap, words: Words) -> str:
    early = sum(bool(item.too_early) for item in shown.items)
    if early:
        return clause(words, _EARLY, n=early)
    areas = sum(lane.step is not None for lane in shown.lanes)
    if shown.empty or not areas:
        return clause(words, _EMPTY, n=len(shown.empty), total=areas)
    return clause(words, _FULL)


def lead_of(shown: Roadmap, words: Words) -> str:
    """The question behind it, what is under way, what is open, and what has no period."""
    return " ".join(_sentences(shown, words))


def _sentences(shown: Roadmap, words: Words) -> Iterator[str]:
    if not shown.items:
        yield words.of(_WHAT_TO_DO)
    if shown.question:
        yield words.fill(_ASKS, question=words.of(shown.question))
    for template, count in (
        (_GOING, sum(item.progress == UNDER_WAY for item in shown.items)),
        (_OPEN, sum(item.is_placeholder for item in shown.items)),
        (_LEFT, sum(len(lane.unscheduled) for lane in shown.lanes)),
    ):
        if count:
            yield words.fill(template, n=count)


def summary_of(shown: Roadmap, title: str, words: Words) -> str:
    """What the picture says, for those who do not see it."""
    return words.fill(_SUMMARY, title=title, more=lead_of(shown, words)).strip()
