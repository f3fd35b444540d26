"""What the map says of itself: title and lead, computed from what is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cadre.core.attributes import LIFECYCLES
from cadre.core.graph import Framework
from cadre.core.phrases import within
from cadre.core.text import Text
from cadre.core.traits import COUNCIL_ROLES, Trait
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.detail import Detail
from cadre.viewpoints.framework_map.model import Area, Macro, each_of
from cadre.viewpoints.framework_map.selection import Selection
from cadre.viewpoints.words import Words, clause

DOUBLES_FROM = 6
THIN_TO = 2
_BROAD_SHARE = 0.5
_BROAD_FROM = 3


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The areas that double, hang on few, have nobody, or are reached by no priority.

    Judged of the whole framework: a reader who looks at one council alone sees the same verdicts.
    """

    doubles: tuple[str, ...]
    thin: tuple[str, ...]
    empty: tuple[str, ...]
    unreached: tuple[str, ...]
    cut_off: tuple[str, ...]
    """Those that neither a priority reaches nor a tie outside."""
    doubles_from: int
    thin_to: int


def verdicts(framework: Framework, model: Macro) -> Verdicts:
    """Judge each area by the thresholds `map-doubles` and `map-thin` of the settings."""
    doubles_from = int(framework.settings.threshold("map-doubles", DOUBLES_FROM))
    thin_to = int(framework.settings.threshold("map-thin", THIN_TO))
    every = model.unfiltered
    areas = each_of(every.areas)
    named = {it.key for it in every.councils if it.key in framework.keys(Trait.STEERS)}
    reached = {weight.source for weight in every.reach}
    joined = reached | {weight.source for weight in every.ties}

    def doubled(area: Area) -> bool:
        found = {worker.council for worker in area.at_work}
        return len(area.at_work) >= doubles_from and len(named) > 1 and named <= found

    return Verdicts(
        doubles=tuple(area.key for area in areas if doubled(area)),
        thin=tuple(area.key for area in areas if 0 < len(area.at_work) <= thin_to),
        empty=tuple(area.key for area in areas if not area.at_work),
        unreached=tuple(area.key for area in areas if area.key not in reached),
        cut_off=tuple(area.key for area in areas if area.key not in joined),
        doubles_from=doubles_from,
        thin_to=thin_to,
    )


def within_sentence(framework: Framework, key: str, words: Words) -> str:
    """The name of a thing as it stands inside a sentence: without its capital in English."""
    name = framework[key].short_name
    if words.language != "en" or framework.settings.is_proper_name(key):
        return words.of(name)
    return words.of(within(name))


def macro_title(
    framework: Framework, model: Macro, judged: Verdicts, selection: Selection, words: Words
) -> str:
    """The strongest thing the far view says, or a plain count: of the groups that are shown."""
    total, areas = len(model.lasting), model.each_area
    if not total and not areas:
        return words.fill(wordings.TITLE_EMPTY)
    if model.part and not model.groups and not selection.area:
        return words.fill(wordings.TITLE_NONE_FIT, total=len(model.unfiltered.groups))
    if selection.area and len(areas) == 1:
        return _area_title(framework, model, words)
    gaps = tuple(area.key for area in areas if not area.at_work)
    slots: dict[str, str | int] = {
        "total": total,
        "groups": total,
        "areas": len(areas),
        "k": len(gaps),
    }
    broadest = max(areas, key=lambda area: len(area.at_work), default=None)
    broad = (
        broadest is not None
        and len(broadest.at_work) >= max(_BROAD_FROM, _BROAD_SHARE * total)
        and len(areas) > 1
    )
    if broad and broadest is not None:
        slots |= {
            "n": len(broadest.at_work),
            "area": within_sentence(framework, broadest.key, words),
        }
    filled = [
        area
        for area, every in zip(areas, each_of(model.unfiltered.areas), strict=True)
        if area.at_work and not every.gone and all(it.proposed for it in every.at_work)
    ]
    if filled and not gaps and len(filled) < len(areas):
        slots["k"] = len(filled)
        slots["n"] = len(filled[0].at_work)
        slots["area"] = within_sentence(framework, filled[0].key, words)
        text = wordings.TITLE_FILLED if len(filled) == 1 else wordings.TITLE_FILLED_MANY
        return words.fill(text, **slots)
    if len(gaps) == 1:
        slots["gap"] = within_sentence(framework, gaps[0], words)
    thin = () if model.part else judged.thin
    if broad:
        return _broad_title(len(gaps), slots, words)
    text = _title(len(gaps), len(thin), slots, len(areas))
    proposed = sum(framework[key].lifecycle == "proposed" for key in model.lasting)
    if text is wordings.TITLE_PLAIN and proposed > 1 and proposed < total:
        slots["n"] = proposed
        text = wordings.TITLE_PROPOSED
    elif text is wordings.TITLE_PLAIN and selection.area:
        text = wordings.TITLE_PARTS
    elif text is wordings.TITLE_PLAIN and model.idle:
        slots |= {"n": total - len(model.idle), "k": len(model.idle)}
        text = wordings.TITLE_SOME
    return words.fill(text, **slots)


def _area_title(framework: Framework, model: Macro, words: Words) -> str:
    """What is said of the one area that is shown."""
    [area] = model.areas
    name = within_sentence(framework, area.key, words)
    if not area.at_work:
        return words.fill(wordings.TITLE_GAP, gap=name)
    return _on(len(area.at_work), model.among, name, words)


def _on(count: int, total: int, area: str, words: Words) -> str:
    """How many groups of how many work on an area."""
    text = wordings.TITLE_ALL_ON if count == total > 1 else wordings.TITLE_ON
    return words.fill(text, n=count, total=total, area=area)


def _broad_title(gaps: int, slots: dict[str, str | int], words: Words) -> str:
    """The area in which most work, and how many areas have nobody."""
    who = _on(int(slots["n"]), int(slots["total"]), str(slots["area"]), words)
    if not gaps:
        return who
    text = wordings.NONE_ON if gaps == 1 else wordings.AREAS_WITHOUT
    return words.fill(wordings.BOTH, who=who, what=clause(words, text, **slots))


def _title(gaps: int, thin: int, slots: dict[str, str | int], areas: int) -> Text:
    if gaps and areas > gaps:
        return wordings.TITLE_GAP if gaps == 1 else wordings.TITLE_GAPS
    if thin and not gaps:
        slots["k"] = thin
        return wordings.TITLE_ALL_THIN if thin == areas > 1 else wordings.TITLE_THIN
    return wordings.TITLE_PLAIN


def macro_lead(
    framework: Framework, model: Macro, judged: Verdicts, selection: Selection, words: Words
) -> str:
    """What doubles, what is thin, what no priority reaches, and what is left out."""
    if not model.areas or not model.unfiltered.groups:
        return ""
    areas = model.each_area
    parts = []
    if judged.doubles:
        parts.append(words.fill(wordings.LEAD_DOUBLES, k=len(judged.doubles)))
    if judged.thin and len(areas) > 1:
        text = wordings.LEAD_THIN if parts else wordings.LEAD_THIN_FIRST
        parts.append(words.fill(text, k=len(judged.thin)))
    if model.priorities and judged.unreached:
        every = len(judged.unreached) == len(areas) and not selection.area
        text = wordings.LEAD_ALL_UNREACHED if every else wordings.LEAD_UNREACHED
        text = wordings.LEAD_UNREACHED_ALONE if len(areas) == 1 else text
        parts.append(words.fill(text, k=len(judged.unreached)))
    if model.rolled:
        parts.append(words.fill(wordings.LEAD_ROLLED))
    if selection.narrowed:
        parts.append(narrowed(framework, selection, words))
    return " ".join(parts)


def whose(
    title: str, framework: Framework, selection: Selection, words: Words, *, area: bool = False
) -> str:
    """A title with the groups it is true of, where filters leave others out.

    And with the `area` that a reader chose, where the title does not name it.
    """
    keys = (selection.council, selection.area) if area else (selection.council,)
    shown = _chosen(framework, keys, words) + _labels(selection, words)
    if not shown:
        return title
    return words.fill(wordings.TITLE_OF, what=", ".join(shown), title=title[:1].lower() + title[1:])


def narrowed(framework: Framework, selection: Selection, words: Words) -> str:
    """A sentence on what a reader's filters leave."""
    shown = _chosen(framework, (selection.council, selection.area), words)
    shown += _labels(selection, words)
    if not selection.outside:
        shown.append(words.of(wordings.WITHOUT_OUTSIDE))
    return words.fill(wordings.LEAD_NARROWED, what=shown)


def _chosen(framework: Framework, keys: Iterable[str], words: Words) -> list[str]:
    return [words.of(framework[key].short_name) for key in keys if key in framework]


def _labels(selection: Selection, words: Words) -> list[str]:
    labels = {choice.key: choice.label for choice in (*LIFECYCLES, *COUNCIL_ROLES)}
    chosen = (selection.role, selection.lifecycle)
    return [words.of(labels[key]) for key in chosen if key in labels]


# --- the near view ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pieces of work there are today and proposed, and where."""

    today: int
    proposed: int
    by_area: tuple[int, ...]
    areas_proposed: int


def tally(model: Detail) -> Tally:
    """Count the works of the near view: of today those of groups, known or not."""
    today = [sum(bool(entry.group) or entry.unknown for entry in at.today) for at in model.fields]
    return Tally(
        today=sum(today),
        proposed=sum(len(at.proposed) for at in model.fields),
        by_area=tuple(sorted(today, reverse=True)),
        areas_proposed=sum(bool(at.proposed) for at in model.fields),
    )


def micro_title(framework: Framework, model: Detail, words: Words) -> str:
    """Where work concentrates, against where more is proposed; or a plain count."""
    counts = tally(model)
    if not model.members and not model.fields:
        return words.fill(wordings.TITLE_EMPTY)
    if model.far.part and not model.members and len(model.fields) > 1:
        return words.fill(wordings.TITLE_NONE_FIT, total=len(model.far.unfiltered.groups))
    areas = len(model.fields)
    taken = most = 0
    for number in counts.by_area:
        if taken * 2 >= counts.today:
            break
        taken, most = taken + number, most + 1
    slots: dict[str, str | int] = {
        "n": taken,
        "k": most,
        "total": counts.today,
        "areas": areas,
        "p": counts.areas_proposed,
        "groups": len(model.far.lasting),
        "proposed": counts.proposed,
    }
    if counts.today < 4 or most * 3 > areas:
        if len(model.far.idle) > 1 and len(model.far.lasting) > 3:
            slots["n"] = len(model.far.idle)
            return words.fill(wordings.TITLE_IDLE, **slots)
        return words.fill(wordings.TITLE_WORKS, **slots)
    if not counts.areas_proposed:
        return words.fill(wordings.TITLE_CONCENTRATED_ONLY, **slots)
    every = counts.areas_proposed == areas
    text = wordings.TITLE_CONCENTRATED_ALL if every else wordings.TITLE_CONCENTRATED
    return words.fill(text, **slots)


def micro_lead(framework: Framework, model: Detail, selection: Selection, words: Words) -> str:
    """How to read the lines, and whether the sources chain the results."""
    if not model.far.unfiltered.groups or not model.fields:
        return ""
    parts = [words.fill(wordings.LEAD_MICRO)] if model.members else []
    if len(model.results) > 1 and not model.chained:
        parts.append(words.fill(wordings.LEAD_NO_CHAIN))
    if selection.narrowed:
        parts.append(narrowed(framework, selection, words))
    return " ".join(parts)
