"""What each page says of itself, computed from what is on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.framework_map.detail import Detail
from cadre.viewpoints.framework_map.findings import (
    Verdicts,
    micro_title,
    narrowed,
    within_sentence,
)
from cadre.viewpoints.framework_map.pages import wordings
from cadre.viewpoints.framework_map.pages.share import Share
from cadre.viewpoints.framework_map.selection import Selection
from cadre.viewpoints.framework_map.wordings import BOTH, LEAD_NO_CHAIN, TITLE_ALL_ON, TITLE_IDLE
from cadre.viewpoints.words import Words, clause

GROUPS = "groups"
OUTSIDE = "outside"
"""The lanes of the overview that have findings of their own."""


def overview_titles(
    framework: Framework, model: Detail, words: Words, pages: Sequence[Collection[str]]
) -> list[str]:
    """For each page of the overview, given the lanes on it, the finding that it shows.

    On the first where work concentrates; then who works nowhere, or has no tie. What was said
    before goes on.
    """
    far = model.far
    loose = [body for body in far.outside if body.loose]
    titles: list[str] = []
    said = ""
    for lanes in pages:
        found = [] if titles else [micro_title(framework, model, words)]
        if GROUPS in lanes and far.idle:
            found.append(words.fill(TITLE_IDLE, n=len(far.idle), groups=len(far.lasting)))
        if OUTSIDE in lanes and loose:
            found.append(words.fill(wordings.TITLE_LOOSE, n=len(loose), total=len(far.outside)))
        new = [it for it in found if it not in titles]
        if new:
            titles.append(new[0])
        else:
            titles.append(words.fill(wordings.CONTINUED, title=said))
            continue
        said = titles[-1]
    return titles


def overview_lead(framework: Framework, model: Detail, selection: Selection, words: Words) -> str:
    """How the pages hang together, whether results are chained, and what is left out."""
    parts = []
    if model.fields:
        parts.append(words.fill(wordings.LEAD_OVERVIEW))
    if len(model.results) > 1 and not model.chained:
        parts.append(words.fill(LEAD_NO_CHAIN))
    if selection.narrowed and (model.members or model.fields):
        parts.append(narrowed(framework, selection, words))
    return " ".join(parts)


def area_title(
    framework: Framework, model: Detail, share: Share, judged: Verdicts, words: Words
) -> str:
    """Who works on the area, against how much more is proposed."""
    here, proposed = share.area.at_work, len(share.at.proposed)
    text = _who(model, share, judged)
    if text is wordings.TITLE_SOME and len(here) == model.far.among:
        text = TITLE_ALL_ON
    who = words.fill(
        text,
        n=len(here),
        total=model.far.among,
        area=within_sentence(framework, share.key, words),
    )
    if not any(at.proposed for at in model.fields):
        return who
    text = wordings.NONE_PROPOSED
    if proposed:
        text = wordings.PROPOSED if share.work else wordings.PROPOSED_ALONE
    return words.fill(BOTH, who=who, what=clause(words, text, p=proposed))


def _who(model: Detail, share: Share, judged: Verdicts) -> Text:
    here = share.area.at_work
    if not here:
        return wordings.TITLE_NOBODY
    if all(worker.proposed for worker in here):
        return wordings.TITLE_NEW
    if len(here) <= judged.thin_to:
        return wordings.TITLE_FEW
    every = share.key in judged.doubles and not share.at.left_out
    return wordings.TITLE_EVERY if every else wordings.TITLE_SOME


def area_lead(model: Detail, share: Share, words: Words) -> str:
    """Its results, the priorities that reach it, and the groups that give way."""
    parts = []
    if model.results:
        count = len(share.steps)
        text = wordings.LEAD_RESULTS if count > 1 else wordings.LEAD_ONE_RESULT
        parts.append(words.fill(text if count else wordings.LEAD_NO_RESULT, n=count))
    if model.far.priorities:
        text = wordings.LEAD_PRIORITIES if share.reach else wordings.LEAD_NO_PRIORITY
        parts.append(words.fill(text, n=len(share.reach)))
    if share.at.gone:
        parts.append(words.fill(wordings.LEAD_GONE, n=len(share.at.gone)))
    return " ".join(parts)
