"""What the change analysis finds: its title, lead and summary, computed from what is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cadre.analysis.dispositions import counted, unstated
from cadre.core.states import StateInfo
from cadre.core.text import Text
from cadre.viewpoints.change_analysis.model import Analysis
from cadre.viewpoints.comparison.finding import state_name
from cadre.viewpoints.words import Words, clause

_MOST: Final = 4
_LAST: Final = ("defer", "continue")
"""What is said after all else of which there are as many; groups that go on come last of all."""
_VERBS: Final[Mapping[str, Text]] = {
    "continue": Text(
        "{n:words} {n:goes on as it is|go on as they are}",
        "{n:words} {n:se poursuit tel quel|se poursuivent tels quels}",
    ),
    "rename": Text("{n:words} {n:is|are} renamed", "{n:words} {n:change|changent} de nom"),
    "refocus": Text("{n:words} {n:refocuses|refocus}", "{n:words} se {n:réoriente|réorientent}"),
    "convert": Text(
        "{n:words} {n:becomes another kind|become another kind}",
        "{n:words} {n:change|changent} de type",
    ),
    "merge": Text("{n:words} {n:merges|merge}", "{n:words} {n:fusionne|fusionnent}"),
    "split": Text("{n:words} {n:splits|split}", "{n:words} se {n:scinde|scindent}"),
    "absorb": Text(
        "{n:words} {n:is|are} absorbed", "{n:words} {n:est intégré|sont intégrés} à un autre"
    ),
    "defer": Text("{n:words} {n:waits|wait}", "{n:words} {n:attend|attendent}"),
    "sunset": Text("{n:words} {n:ends|end}", "{n:words} {n:prend|prennent} fin"),
    "new": Text("{n:words} {n:is|are} new", "{n:words} {n:s’ajoute|s’ajoutent}"),
    "undecided": Text(
        "{n:words} {n:is|are} still to be decided", "{n:words} {n:reste|restent} à décider"
    ),
}
_OF: Final = Text(
    "Of {total:words} {total:group|groups}, {parts}",
    "Sur {total:words} {total:groupe|groupes}, {parts}",
)
_ALL: Final = Text(
    "All {total:words} {total:group|groups} go on as they are",
    "Les {total:words} {total:groupe|groupes} se poursuivent tels quels",
)
_NONE: Final = Text(
    "{state} has no group of which anything could become",
    "{state} n’a aucun groupe dont quelque chose puisse advenir",
)
_ADDED: Final = Text(
    "{n:words} new {n:group continues|groups continue} nobody’s work",
    "{n:words} {n:nouveau groupe ne poursuit|nouveaux groupes ne poursuivent} les travaux de "
    "personne",
)
_LEAD: Final = Text(
    "From {before} to {after}: each band is a group. It passes a gate, which is what becomes of "
    "it, and joins the group that continues its work.",
    "De {before} à {after} : chaque bande est un groupe. Elle passe une porte, son sort, et "
    "rejoint le groupe qui poursuit ses travaux.",
)
_HOMELESS: Final = Text(
    "For {groups}, which {n:ends|end}, nobody is named to continue the work.",
    "Pour {groups}, qui {n:prend|prennent} fin, personne n’est désigné pour poursuivre les "
    "travaux.",
)
_DIFFER: Final = Text(
    "For {n:words} {n:group|groups}, the states alone would show another disposition than the one "
    "stated.",
    "Pour {n:words} {n:groupe|groupes}, les états à eux seuls montreraient un autre sort que celui "
    "qui est énoncé.",
)
_COMPUTED: Final = Text(
    "No source states a disposition here: they are computed from the two states.",
    "Aucune source n’énonce de sort ici : ils sont calculés à partir des deux états.",
)
_UNSTATED: Final = Text(
    "No disposition is stated for {groups}.", "Aucun sort n’est énoncé pour {groups}."
)
_CONTRADICTED: Final = Text(
    "Two dispositions are stated for {groups}.", "Deux sorts sont énoncés pour {groups}."
)
_SUMMARY: Final = Text(
    "Change analysis from {before} to {after}. {title}.",
    "Analyse des changements de {before} à {after}. {title}.",
)


def title_of(shown: Analysis, words: Words) -> str:
    """What becomes of most groups, those that go on as they are last; and how many come anew."""
    total = len(shown.rows)
    added = words.fill(_ADDED, n=len(shown.teams)) if shown.teams else ""
    if not total:
        return added or words.fill(_NONE, state=state_name(shown.of, words))
    counts = counted(shown.disposed)
    if set(counts) == {"continue"}:
        said = words.fill(_ALL, total=total)
    else:
        order = sorted(counts, key=lambda key: (key == "continue", -counts[key], key in _LAST))
        parts = [clause(words, _VERBS[key], n=counts[key]) for key in order[:_MOST]]
        said = words.fill(_OF, total=total, parts=words.listed(parts))
    if not added:
        return said
    return f"{said}; {clause(words, _ADDED, n=len(shown.teams))}"


def lead_of(shown: Analysis, to: StateInfo, words: Words) -> str:
    """How to read the picture, and what needs an answer."""
    before, after = state_name(shown.of, words), state_name(to, words)
    return " ".join([words.fill(_LEAD, before=before, after=after), *_questions(shown, words)])


def _questions(shown: Analysis, words: Words) -> Iterator[str]:
    names = {row.key: words.of(row.name) for row in shown.rows}

    def listed(keys: list[str]) -> str:
        return words.listed([words.quoted(Text(names[key], names[key])) for key in keys])

    if shown.rows and not shown.is_stated:
        yield words.of(_COMPUTED)
    homeless = [row.key for row in shown.rows if row.found.is_homeless]
    if homeless:
        yield words.fill(_HOMELESS, groups=listed(homeless), n=len(homeless))
    contradicted = [row.key for row in shown.rows if row.found.is_contradicted]
    if contradicted:
        yield words.fill(_CONTRADICTED, groups=listed(contradicted))
    lacking = [one.key for one in unstated(shown.disposed)]
    if lacking:
        yield words.fill(_UNSTATED, groups=listed(lacking))
    differ = sum(row.found.differs for row in shown.rows)
    if differ:
        yield words.fill(_DIFFER, n=differ)


def summary_of(shown: Analysis, to: StateInfo, title: str, words: Words) -> str:
    """What the picture says, for those who do not see it."""
    before, after = state_name(shown.of, words), state_name(to, words)
    said = words.fill(_SUMMARY, before=before, after=after, title=title)
    return " ".join([said, *_questions(shown, words)])
