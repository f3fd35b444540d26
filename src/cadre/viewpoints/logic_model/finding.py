"""What the logic model finds: its title, computed from what is drawn, its lead and its summary."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.logic_model.model import COUNCILS, GENERIC, Model
from cadre.viewpoints.words import Words, clause

_EMPTY: Final = Text(
    "Nothing of a logic model is recorded here yet",
    "Rien d’un modèle logique n’est encore consigné ici",
)
_NO_AREAS: Final = Text(
    "No focus area is recorded here, so nothing ties work to results",
    "Aucun domaine n’est consigné ici : rien ne relie les travaux aux résultats",
)
_NO_RESULTS: Final = Text(
    "{n:words} {n:focus area|focus areas}, and not one result to work towards",
    "{n:words} {n:domaine|domaines} d’intérêt, et aucun résultat à atteindre",
)
_WITHOUT_NAMED: Final = Text(
    "{names} {n:leads|lead} to no {horizon} result",
    "{names} ne {n:mène|mènent} à aucun résultat {horizon}",
)
_WITHOUT: Final = Text(
    "{n:words} of the {total:words} focus areas lead to no {horizon} result",
    "{n:words} des {total:words} domaines d’intérêt ne mènent à aucun résultat {horizon}",
)
_ALL_WITH: Final = Text(
    "Each of the {n:words} focus areas leads to at least one {horizon} result",
    "Chacun des {n:words} domaines d’intérêt mène à au moins un résultat {horizon}",
)
_ONE_WITH: Final = Text(
    "The one focus area leads to at least one {horizon} result",
    "Le seul domaine d’intérêt mène à au moins un résultat {horizon}",
)
_NO_CHAIN: Final = Text(
    "no source says which result leads to which",
    "aucune source ne dit quel résultat mène à quel autre",
)
_SOME_CHAIN: Final = Text(
    "{n:words} of {total:words} results {n:leads|lead} no further",
    "{n:words} {n:résultat|résultats} sur {total:words} ne {n:mène|mènent} pas plus loin",
)
_ALL_CHAIN: Final = Text("every result leads on to the next", "chaque résultat mène au suivant")
_OWN_NONE: Final = Text(
    "No work is recorded for {name} in any focus area",
    "Aucun travail n’est consigné pour {name} dans un domaine d’intérêt",
)
_OWN_GAP: Final = Text(
    "{name} have no group at work in {n:words} of the {total:words} focus areas",
    "{name} n’ont aucun groupe à l’œuvre dans {n:words} des {total:words} domaines d’intérêt",
)
_OWN_FULL: Final = Text(
    "{name} have groups at work in each of the {total:words} focus areas",
    "{name} ont des groupes à l’œuvre dans chacun des {total:words} domaines d’intérêt",
)
_ONE_AT_WORK: Final = Text(
    "{name} is at work in {n:words} of the {total:words} focus areas",
    "{name} est à l’œuvre dans {n:words} des {total:words} domaines d’intérêt",
)
_ONE_EVERYWHERE: Final = Text(
    "{name} is at work in each of the {total:words} focus areas",
    "{name} est à l’œuvre dans chacun des {total:words} domaines d’intérêt",
)
_OWN_OUTPUTS: Final = Text(
    "{n:words} {n:deliverable has|deliverables have} no known group",
    "{n:words} {n:livrable n’a|livrables n’ont} pas de groupe connu",
)
_OWN_NO_OUTPUT: Final = Text(
    "no group has a deliverable on record", "aucun groupe n’a de livrable consigné"
)
_OWN_SOME: Final = Text(
    "{n:words} of {total} groups hand over a deliverable",
    "{n:words} {n:groupe|groupes} sur {total} {n:remet|remettent} un livrable",
)
_OWN_ALL: Final = Text("each group hands over a deliverable", "chaque groupe remet un livrable")
_ONE_NO_OUTPUT: Final = Text(
    "no deliverable of its own is on record", "aucun livrable de sa part n’est consigné"
)
_ONE_OUTPUTS: Final = Text(
    "{n:words} {n:deliverable|deliverables} of its own {n:is|are} on record",
    "{n:words} {n:livrable|livrables} de sa part {n:est consigné|sont consignés}",
)
ALL_COUNCILS: Final = Text("The councils", "Les conseils")
_LEAD: Final = Text(
    "Read from the top: what it is all for, the axis of focus areas with the work proposed in "
    "each, then the results that should follow, horizon by horizon.",
    "À lire de haut en bas : ce à quoi tout sert, l’axe des domaines d’intérêt avec les travaux "
    "proposés dans chacun, puis les résultats attendus, horizon par horizon.",
)
_LEAD_OWN: Final = Text(
    "The generic model, with the row specific to the organisation ({name}): its groups under each "
    "focus area, what they do there and what they hand over.",
    "Le modèle général, avec la rangée propre à l’organisation ({name}) : ses groupes sous chaque "
    "domaine d’intérêt, ce qu’ils y font et ce qu’ils remettent.",
)
_LEAD_COUNCILS: Final = Text(
    "The generic model, with the row that the councils fill: their groups under each focus area, "
    "and what they hand over.",
    "Le modèle général, avec la rangée que remplissent les conseils : leurs groupes sous chaque "
    "domaine d’intérêt, et ce qu’ils remettent.",
)
_SUMMARY: Final = Text(
    "Logic model. {title}. Vision: {vision}. {areas} {areas:focus area|focus areas}, {works} "
    "{works:initiative|initiatives}. {rows}",
    "Modèle logique. {title}. Vision : {vision}. {areas} {areas:domaine|domaines} d’intérêt, "
    "{works} {works:initiative|initiatives}. {rows}",
)
_ROW: Final = Text("{horizon}: {n} {n:result|results}", "{horizon} : {n} {n:résultat|résultats}")
_NONE: Final = Text("none recorded", "aucune consignée")
_ADJECTIVES: Final = {
    "immediate": Text("immediate", "immédiat"),
    "intermediate": Text("intermediate", "intermédiaire"),
    "ultimate": Text("ultimate", "ultime"),
}
_MOST_NAMED: Final = 1


def title_of(model: Model, words: Words) -> str:
    """The finding in one line: of the row of its own where a perspective fills it."""
    if model.empty:
        return words.fill(_EMPTY)
    if not model.steps:
        return words.fill(_NO_AREAS)
    clauses = _generic(model, words) if model.perspective == GENERIC else _owned(model, words)
    return "; ".join(clauses[:2])


def lead_of(model: Model, words: Words) -> str:
    """How to read the picture."""
    if model.empty:
        return ""
    if model.perspective == GENERIC:
        return words.fill(_LEAD)
    if model.perspective == COUNCILS:
        return words.fill(_LEAD_COUNCILS)
    return words.fill(_LEAD_OWN, name=own_name(model, words))


def own_name(model: Model, words: Words) -> str:
    """Whose row of its own is filled."""
    if model.perspective == COUNCILS:
        return words.of(ALL_COUNCILS)
    return words.of(model.framework[model.perspective].short_name)


def summary_of(model: Model, title: str, words: Words) -> str:
    """The picture in words, for whoever does not see it."""
    names = [words.of(model.framework[key].name) for key in model.visions]
    rows = [
        words.fill(_ROW, horizon=words.of(horizon.label), n=len(horizon.results))
        for horizon in model.horizons
        if horizon.label
    ]
    return words.fill(
        _SUMMARY,
        title=title,
        vision="; ".join(names) or words.of(_NONE),
        areas=len(model.steps),
        works=sum(len(column.works) for column in model.columns),
        rows="; ".join(rows) + ("." if rows else ""),
    ).strip()


def _generic(model: Model, words: Words) -> list[str]:
    if not model.horizons:
        return [words.fill(_NO_RESULTS, n=len(model.steps))]
    placed = next((one for one in model.horizons if one.placed), None)
    found = [] if placed is None else [_without(model, placed.key, words)]
    chain = _chain(model, words) or clause(words, _NO_CHAIN)
    return [*found, chain] if found else [_capital(chain)]


def _without(model: Model, horizon: str, words: Words) -> str:
    row = next(one for one in model.horizons if one.key == horizon)
    lacking = model.without_result(row)
    total = len(model.steps)
    adjective = words.of(_ADJECTIVES.get(horizon, Text("recorded", "consigné")))
    if not lacking:
        template = _ALL_WITH if total > 1 else _ONE_WITH
        return words.fill(template, n=total, horizon=adjective)
    if len(lacking) <= _MOST_NAMED:
        names = [words.quoted(step.name) for step in lacking]
        return words.fill(_WITHOUT_NAMED, names=names, n=len(lacking), horizon=adjective)
    return words.fill(_WITHOUT, n=len(lacking), total=total, horizon=adjective)


def _chain(model: Model, words: Words) -> str:
    """How the results of all horizons but the last lead on, as far as links state it."""
    rows = [one for one in model.horizons if one.key]
    if len(rows) < 2:
        return ""
    early = [key for row in rows[:-1] for key in row.results]
    stated = {tie.source for tie in model.ties if not tie.derived}
    stuck = [key for key in early if key not in stated]
    if len(stuck) == len(early):
        return clause(words, _NO_CHAIN)
    if stuck:
        return clause(words, _SOME_CHAIN, n=len(stuck), total=len(early))
    return clause(words, _ALL_CHAIN)


def _owned(model: Model, words: Words) -> list[str]:
    name = own_name(model, words)
    total = len(model.steps)
    idle = [column for column in model.columns if column.step and not column.own]
    bodies = {own.key for column in model.columns for own in column.own}
    if len(idle) == total:
        return [words.fill(_OWN_NONE, name=_within(name))]
    handing = {own.key for column in model.columns for own in column.own if own.outputs}
    if model.perspective != COUNCILS:
        template = _ONE_AT_WORK if idle else _ONE_EVERYWHERE
        quoted = words.quoted(model.framework[model.perspective].short_name)
        found = [words.fill(template, name=quoted, n=total - len(idle), total=total)]
        if bodies == {model.perspective}:
            outputs = {key for column in model.columns for own in column.own for key in own.outputs}
            template = _ONE_OUTPUTS if outputs else _ONE_NO_OUTPUT
            return [*found, clause(words, template, n=len(outputs))]
    else:
        template = _OWN_GAP if idle else _OWN_FULL
        found = [words.fill(template, name=name, n=len(idle), total=total)]
    loose = sum(len(column.loose) for column in model.columns)
    if loose:
        found.append(clause(words, _OWN_OUTPUTS, n=loose))
    elif handing == bodies:
        found.append(clause(words, _OWN_ALL))
    elif handing:
        found.append(clause(words, _OWN_SOME, n=len(handing), total=len(bodies)))
    else:
        found.append(clause(words, _OWN_NO_OUTPUT))
    return found


def _within(name: str) -> str:
    return name[:1].lower() + name[1:] if name.startswith(("The ", "Les ")) else name


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
