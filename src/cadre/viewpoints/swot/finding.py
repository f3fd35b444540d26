"""What the SWOT board finds: its title, lead and summary, computed from what is drawn."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.swot.model import OPPORTUNITY, STRENGTH, THREAT, WEAKNESS, Board
from cadre.viewpoints.words import Words, clause

QUADRANTS: Final = {
    STRENGTH: Text("Strengths", "Forces"),
    WEAKNESS: Text("Weaknesses", "Faiblesses"),
    OPPORTUNITY: Text("Opportunities", "Possibilités"),
    THREAT: Text("Threats", "Menaces"),
}
_NONE: Final = Text(
    "No factor is recorded in this state", "Aucun facteur n’est consigné dans cet état"
)
_NONE_LEAD: Final = Text(
    "Record what helps and what harms the work, with the theme or the area that each concerns.",
    "Consignez ce qui aide et ce qui nuit aux travaux, avec le thème ou le domaine en cause.",
)
_MORE_THREATS: Final = Text(
    "Threats outnumber opportunities in {n:words} of {total:words} {total:area|areas}",
    "Les menaces dépassent les possibilités dans {n:words} {n:domaine|domaines} sur {total}",
)
_NO_MORE: Final = Text(
    "In no area do threats outnumber opportunities",
    "Dans aucun domaine les menaces ne dépassent les possibilités",
)
_INSIDE: Final = Text(
    "{s:words} {s:strength|strengths} and {w:words} {w:weakness|weaknesses} are recorded",
    "{s:words-f} {s:force|forces} et {w:words-f} {w:faiblesse|faiblesses} sont consignées",
)
_ONLY_OTHER: Final = Text(
    "{n:words} {n:factor has|factors have} no quadrant",
    "{n:words} {n:facteur|facteurs} sans quadrant",
)
_NO_EVIDENCE: Final = Text(
    "no factor has its evidence recorded", "aucun facteur n’a de preuve consignée"
)
_SOME_EVIDENCE: Final = Text(
    "{n:words} of {total} {total:factor|factors} {n:has|have} evidence recorded",
    "{n:words} {n:facteur|facteurs} sur {total} {n:a|ont} une preuve consignée",
)
_LEAD: Final = Text(
    "Inside the councils, by theme: {s:words} {s:strength|strengths} and {w:words} "
    "{w:weakness|weaknesses}. Outside them, by focus area: {o:words} {o:opportunity|opportunities} "
    "and {t:words} {t:threat|threats}.",
    "Au sein des conseils, par thème : {s:words-f} {s:force|forces} et {w:words-f} "
    "{w:faiblesse|faiblesses}. Hors des conseils, par domaine d’intérêt : {o:words-f} "
    "{o:possibilité|possibilités} et {t:words-f} {t:menace|menaces}.",
)
_SUMMARY: Final = Text(
    "{title}. Strengths: {s}; weaknesses: {w}; opportunities: {o}; threats: {t}.",
    "{title}. Forces : {s}; faiblesses : {w}; possibilités : {o}; menaces : {t}.",
)


def title_of(board: Board, words: Words) -> str:
    """Where threats outweigh, or what is recorded; and how much of it has evidence."""
    if not board.factors:
        return words.of(_NONE)
    return f"{_balance(board, words)}; {_evidence(board, words)}"


def _balance(board: Board, words: Words) -> str:
    areas = [row for row in board.outside if row.step]
    if areas:
        heavy = sum(len(row.harms) > len(row.helps) for row in areas)
        if not heavy:
            return words.of(_NO_MORE)
        return words.fill(_MORE_THREATS, n=heavy, total=len(areas))
    if board.inside:
        return words.fill(_INSIDE, s=board.count(STRENGTH), w=board.count(WEAKNESS))
    return words.fill(_ONLY_OTHER, n=len(board.other))


def _evidence(board: Board, words: Words) -> str:
    having = sum(bool(factor.evidence) for factor in board.factors)
    if not having:
        return clause(words, _NO_EVIDENCE)
    return clause(words, _SOME_EVIDENCE, n=having, total=len(board.factors))


def lead_of(board: Board, words: Words) -> str:
    """What the four parts are, with their numbers; what to do where there is nothing."""
    if not board.factors:
        return words.of(_NONE_LEAD)
    return words.fill(_LEAD, **_counts(board))


def summary_of(board: Board, title: str, words: Words) -> str:
    """What the picture says, for those who do not see it."""
    return words.fill(_SUMMARY, title=title, **_counts(board)) if board.factors else title


def _counts(board: Board) -> dict[str, int]:
    return {
        name: board.count(quadrant)
        for name, quadrant in zip("swot", (STRENGTH, WEAKNESS, OPPORTUNITY, THREAT), strict=True)
    }
