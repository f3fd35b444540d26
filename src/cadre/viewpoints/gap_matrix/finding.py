"""What the gap matrix finds: its title, computed from what is drawn, its lead and its summary."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.gap_matrix.matrix import Column, Matrix
from cadre.viewpoints.words import Words

_NO_GROUPS: Final = Text("No group is recorded here", "Aucun groupe n’est consigné ici")
_NO_AREAS: Final = Text(
    "No focus area is recorded here, so work cannot be set against one",
    "Aucun domaine n’est consigné ici : les travaux ne peuvent s’y rapporter",
)
_NO_WORK: Final = Text(
    "No group is recorded as working in any of the {n:words} areas",
    "Aucun groupe n’est consigné comme travaillant dans l’un des {n:words} domaines",
)
_EMPTY_NAMED: Final = Text(
    "No group works in {names}",
    "Aucun groupe ne travaille dans {n:le domaine|les domaines} {names}",
)
_EMPTY: Final = Text(
    "{n:words} of {total:words} areas have no group at work",
    "{n:words} domaines sur {total:words} sont sans groupe à l’œuvre",
)
_SINGLE_TOO: Final = Text(
    "{n:words} {n:area hangs|areas hang} on a single one",
    "{n:words} {n:domaine repose|domaines reposent} sur un seul",
)
_SINGLE: Final = Text(
    "{n:words} {n:area hangs|areas hang} on one group",
    "{n:words} {n:domaine repose|domaines reposent} sur un seul groupe",
)
_OVERSTATED: Final = Text(
    "{n:words} stated {n:evaluation exceeds|evaluations exceed} the work found",
    "{n:words-f} {n:évaluation énoncée dépasse|évaluations énoncées dépassent} "
    "les travaux recensés",
)
_UNDERSTATED: Final = Text(
    "{n:words} stated {n:evaluation falls|evaluations fall} short of the work found",
    "{n:words-f} {n:évaluation énoncée reste|évaluations énoncées restent} "
    "en deçà des travaux recensés",
)
_MOST: Final = Text(
    "{n:words} of {total} groups {n:works|work} in {name}",
    "{n:words} {n:groupe|groupes} sur {total} {n:travaille|travaillent} dans le domaine {name}",
)
_EVEN: Final = Text(
    "Every area has at least {n:words} groups at work",
    "Chaque domaine compte au moins {n:words} groupes à l’œuvre",
)
_LEAD: Final = Text(
    "A coloured cell: the group of that row works in that area. The foot sets the coverage "
    "computed from the groups at work beside what was stated of each area.",
    "Une case colorée : le groupe de la rangée travaille dans ce domaine. Le bas compare la "
    "couverture calculée d’après les groupes à l’œuvre à ce qui a été énoncé du domaine.",
)
_LEAD_NARROW: Final = Text(
    "Each area with the groups at work in it, and its coverage: as computed from them, and as "
    "stated.",
    "Chaque domaine avec les groupes qui y travaillent, et sa couverture : calculée d’après eux, "
    "et énoncée.",
)
_LEAD_ROLLED: Final = Text(
    "A number: how many groups of a council work in the area; choose a council to see them. The "
    "foot sets the coverage computed from them beside what was stated of each area.",
    "Un nombre : combien de groupes d’un conseil travaillent dans le domaine; choisissez un "
    "conseil pour en voir le détail. Le bas compare la couverture calculée à celle qui a été "
    "énoncée.",
)
_LEAD_WHOLE: Final = Text(
    "Areas count the work in their parts; choose an area to see these.",
    "Un domaine compte le travail fait dans ses parties; choisissez un domaine pour les voir.",
)
_LEAD_ALONE: Final = Text(
    "Rows of {names} alone; what is said of the areas counts everybody.",
    "Rangées de {names} seulement; ce qui est dit des domaines compte tout le monde.",
)
NEUTRAL: Final = {
    _LEAD: Text(
        _LEAD.en,
        "Une case colorée : quelqu’un de la rangée travaille dans ce domaine. Le bas compare la "
        "couverture calculée d’après ces travaux à ce qui a été énoncé du domaine.",
    ),
    _NO_GROUPS: Text(_NO_GROUPS.en, "Rien n’est consigné ici"),
    _EMPTY_NAMED: Text(
        _EMPTY_NAMED.en, "Personne ne travaille dans {n:le domaine|les domaines} {names}"
    ),
    _LEAD_ROLLED: Text(
        _LEAD_ROLLED.en,
        "Un nombre : combien, d’un conseil, travaillent dans le domaine; choisissez un conseil "
        "pour en voir le détail. Le bas compare la couverture calculée à celle qui a été énoncée.",
    ),
    _SINGLE: Text(_SINGLE.en, "{n} {n:domaine n’a|domaines n’ont} que 1 groupe"),
    _SINGLE_TOO: Text(_SINGLE_TOO.en, "{n} {n:n’a|n’ont} que 1 groupe"),
}
"""With another noun than “groupe”, of whose gender nobody knows."""
_SUMMARY: Final = Text(
    "Matrix of {groups} {groups:group|groups} by {areas} {areas:area|areas} with {cells} "
    "{cells:place|places} of work. {title}. {counts}",
    "Matrice de {groups} {groups:groupe|groupes} par {areas} {areas:domaine|domaines} avec "
    "{cells} {cells:lieu|lieux} de travail. {title}. {counts}",
)
_COUNT: Final = Text("{name}: {n} {n:group|groups}", "{name} : {n} {n:groupe|groupes}")
_MOST_NAMED: Final = 2


def title_of(matrix: Matrix, words: Words) -> str:
    """The finding in one line: gaps first, then what hangs on one group, then disagreement."""
    columns = matrix.columns
    if not matrix.groups:
        return words.fill(_NO_GROUPS)
    if not columns:
        return words.fill(_NO_AREAS)
    empty = [column for column in columns if not column.groups]
    if len(empty) == len(columns):
        return words.fill(_NO_WORK, n=len(columns))
    clauses = [_gap(empty, columns, words), _thin(empty, columns, words)]
    clauses += _disagreement(columns, words)
    found = [clause for clause in clauses if clause]
    if len(found) < 2:
        found.append(_most(columns, matrix.groups, words))
    return "; ".join([found[0], *(_lowered(clause) for clause in found[1:2])])


def lead_of(matrix: Matrix, words: Words, *, narrow: bool, alone: bool = False) -> str:
    """How to read the picture; of one council `alone`, whose rows it has."""
    if not matrix.columns:
        return ""
    lead = words.fill(_LEAD_ROLLED if matrix.rolled else _LEAD_NARROW if narrow else _LEAD)
    if matrix.whole:
        lead = f"{lead} {words.fill(_LEAD_WHOLE)}"
    if not alone:
        return lead
    names = [words.of(section.name) for section in matrix.sections]
    return f"{words.fill(_LEAD_ALONE, names=names)} {lead}"


def summary_of(matrix: Matrix, title: str, words: Words) -> str:
    """The picture in words, for whoever does not see it."""
    counts = [
        words.fill(_COUNT, name=words.of(column.step.name), n=len(column.groups))
        for column in matrix.columns
    ]
    return words.fill(
        _SUMMARY,
        groups=matrix.groups if matrix.rolled else sum(1 for _ in matrix.members()),
        areas=len(matrix.columns),
        cells=sum(1 for _ in matrix.cells()),
        title=title,
        counts="; ".join(counts) + ("." if counts else ""),
    ).strip()


def _gap(empty: list[Column], columns: tuple[Column, ...], words: Words) -> str:
    if not empty:
        return ""
    if len(empty) <= _MOST_NAMED:
        names = [words.quoted(column.step.name) for column in empty]
        return words.fill(_EMPTY_NAMED, names=names, n=len(empty))
    return words.fill(_EMPTY, n=len(empty), total=len(columns))


def _thin(empty: list[Column], columns: tuple[Column, ...], words: Words) -> str:
    single = sum(1 for column in columns if len(column.groups) == 1)
    if not single:
        return ""
    return words.fill(_SINGLE_TOO if empty else _SINGLE, n=single)


def _disagreement(columns: tuple[Column, ...], words: Words) -> list[str]:
    above = sum(1 for one in columns if one.disagrees and (one.difference or 0) < 0)
    below = sum(1 for one in columns if one.disagrees and (one.difference or 0) > 0)
    found = [words.fill(_OVERSTATED, n=above)] if above else []
    return found + ([words.fill(_UNDERSTATED, n=below)] if below else [])


def _most(columns: tuple[Column, ...], groups: int, words: Words) -> str:
    most = max(columns, key=lambda column: len(column.groups))
    least = min(len(column.groups) for column in columns)
    if least >= 2 and len(most.groups) < groups / 2:
        return words.fill(_EVEN, n=least)
    return words.fill(_MOST, n=len(most.groups), total=groups, name=words.quoted(most.step.name))


def _lowered(clause: str) -> str:
    return clause[:1].lower() + clause[1:]
