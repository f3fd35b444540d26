"""What the picture of lines of sight says: its finding, its breaks and how to mend them."""

from __future__ import annotations

from typing import Final

from cadre.core.attributes import CERTAINTIES
from cadre.core.graph import Framework
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.core.walks import DERIVED, Hop, LineOfSight
from cadre.viewpoints.line_of_sight.model import Sights
from cadre.viewpoints.looks import UNSURE
from cadre.viewpoints.words import Words, clause

LABEL: Final = Text("Line of sight", "Ligne de visée")

_NO_GROUPS: Final = Text("No group is recorded here", "Aucun groupe n’est consigné ici")
_NO_VISION: Final = Text(
    "No vision is stated here, so no line of sight can arrive",
    "Aucune vision n’est énoncée ici : aucune ligne de visée ne peut y mener",
)
_ALL: Final = Text(
    "All {total:words} groups have a line of sight to the vision",
    "Les {total:words} groupes ont tous une ligne de visée jusqu’à la vision",
)
_SOME: Final = Text(
    "{n:words} of {total:words} groups {n:reaches|reach} the vision",
    "{n:words} {n:groupe|groupes} sur {total:words} {n:atteint|atteignent} la vision",
)
_NONE: Final = Text(
    "No line of sight of the {total:words} groups reaches the vision",
    "Aucune ligne de visée des {total:words} groupes n’atteint la vision",
)
_ONLY_INFERRED: Final = Text(
    "none over stated links alone", "aucun par des liens énoncés seulement"
)
_SURE: Final = Text(
    "{n:words} over {n:a sure path|sure paths} throughout",
    "{n:words} par {n:un chemin sûr|des chemins sûrs} d’un bout à l’autre",
)
_ALL_SURE: Final = Text("each over sure links throughout", "par des liens sûrs d’un bout à l’autre")
_BREAK_ONE: Final = Text("the line of {names} breaks", "la ligne de {names} se rompt")
_BREAK_MANY: Final = Text("{n:words} lines break", "{n:words-f} lignes se rompent")
_ONE_REACHES: Final = Text(
    "{name} reaches the vision in {n:words} {n:step|steps}, {how}",
    "{name} atteint la vision en {n:words} {n:pas|pas}, {how}",
)
_ONE_BREAKS: Final = Text(
    "The line of sight of {name} breaks at {end}",
    "La ligne de visée de {name} se rompt à {end}",
)
_ONE_NOTHING: Final = Text(
    "The line of sight of {name} breaks before its first step",
    "La ligne de visée de {name} se rompt avant son premier pas",
)
_HOW_STATED: Final = Text("each of them stated", "chacun énoncé par une source")
_HOW_DERIVED: Final = Text("{n:words} of them derived", "dont {n:words} par déduction")
_HOW_ALL_UNSURE: Final = Text(
    "each a reading to be confirmed", "chacun selon une lecture à confirmer"
)
_HOW_UNSURE: Final = Text(
    "{n:words} of them a reading to be confirmed",
    "dont {n:words} selon une lecture à confirmer",
)
_LEAD: Final = Text(
    "Each row follows a group to the vision, hop by hop, by the surest way there is; groups that "
    "go the same way share its boxes.",
    "Chaque rangée suit un groupe jusqu’à la vision, pas à pas, par le chemin le plus sûr; les "
    "groupes qui suivent le même chemin en partagent les cases.",
)
_LEAD_ONE: Final = Text(
    "The surest way from the group to the vision, hop by hop.",
    "Le chemin le plus sûr du groupe à la vision, pas à pas.",
)
LEAD_SOME: Final = Text(
    "{n} of {total} groups are drawn, the rows of most groups first; all are in the table.",
    "{n} groupes sur {total} figurent ici, d’abord les rangées qui en comptent le plus; tous sont "
    "dans le tableau.",
)
LEFT_OUT: Final = Text(
    "Not shown: {n} {n:group that has|groups that have} ended or {n:gives|give} way to another.",
    "Non {n:montré|montrés} : {n} {n:groupe|groupes} ayant pris fin ou cédant la place à un autre.",
)
_SUMMARY: Final = Text("{title}. {rows}", "{title}. {rows}")
BROKEN: Final = Text("Where the line breaks", "Là où la ligne se rompt")
GROUP: Final = Text("Group", "Groupe")
VISION: Final = Text("Vision", "Vision")
AND_MORE: Final = Text("{names} and {n} more", "{names} et {n} autres")
VIA: Final = Text("derived: both in {area}", "déduit : tous deux dans {area}")
OTHER_WAYS: Final = Text("Other ways from here", "Autres chemins à partir d’ici")
GOES_ON: Final = Text("reaches the vision", "atteint la vision")
STOPS: Final = Text("breaks at {name}", "se rompt à {name}")
HOP_LINE: Final = Text(
    "{source} – {link} – {target} ({sure})", "{source} – {link} – {target} ({sure})"
)
DERIVED_WORD: Final = Text("derived", "déduit")

_STAGES: Final = {
    6: VISION,
    5: Text("Aim", "Visée"),
    4: Text("Result", "Résultat"),
    2: Text("Deliverable", "Livrable"),
    1: Text("Work", "Travaux"),
    0: Text("Other", "Autre"),
}
_AREA: Final = Text("Focus area", "Domaine d’intérêt")
_PRIORITY: Final = Text("Priority", "Priorité")
_BOTH: Final = Text("Focus area or priority", "Domaine ou priorité")

_WHY: Final = {
    Trait.AXIS: Text(
        "no link says which aim the area serves", "aucun lien ne dit quelle visée sert le domaine"
    ),
    Trait.PRIORITY: Text(
        "no link says which aim or area the priority is for",
        "aucun lien ne dit à quelle visée ni à quel domaine répond la priorité",
    ),
    Trait.WORK: Text(
        "no link says what the work is for", "aucun lien ne dit à quoi servent ces travaux"
    ),
    Trait.OUTPUT: Text(
        "no link says what the deliverable is for", "aucun lien ne dit à quoi sert ce livrable"
    ),
    Trait.OUTCOME: Text(
        "no link leads on from the result", "aucun lien ne mène plus loin que ce résultat"
    ),
    Trait.AIM: Text(
        "no link leads on from the aim to a vision",
        "aucun lien ne mène de cette visée à une vision",
    ),
}
_WHY_GROUP: Final = Text(
    "nothing links the group to an area, to work or to a priority",
    "rien ne lie le groupe à un domaine, à des travaux ni à une priorité",
)
_MEND: Final = {
    Trait.AXIS: Text("say which aim it serves", "indiquer quelle visée il sert"),
    Trait.PRIORITY: Text(
        "say which aim it serves, or which area it falls in",
        "indiquer quelle visée elle sert, ou de quel domaine elle relève",
    ),
    Trait.WORK: Text(
        "name its area or the result it contributes to",
        "nommer son domaine ou le résultat auquel ils contribuent",
    ),
    Trait.OUTPUT: Text(
        "name its area or the result it contributes to",
        "nommer son domaine ou le résultat auquel il contribue",
    ),
    Trait.OUTCOME: Text(
        "say which result it leads to, or which aim it serves",
        "indiquer à quel résultat il mène, ou quelle visée il sert",
    ),
    Trait.AIM: Text("say which vision it serves", "indiquer quelle vision elle sert"),
}
_MEND_GROUP: Final = Text(
    "name the areas it works on, or the work it leads",
    "nommer les domaines où il travaille, ou les travaux qu’il dirige",
)
BREAK: Final = Text("Breaks here: {why}.", "Se rompt ici : {why}.")
MEND: Final = Text("To mend it: {mend}.", "Pour la rétablir : {mend}.")
_BREAK_ROW: Final = Text(
    "Breaks here: {why}. To mend it: {mend}.",
    "Se rompt ici\u00a0: {why}. Pour la rétablir\u00a0: {mend}.",
)
CERTAINTY_WORDS: Final = {
    **{choice.key: choice.label for choice in CERTAINTIES},
    DERIVED: DERIVED_WORD,
}


def title_of(sights: Sights, words: Words) -> str:
    """The finding in one line."""
    lines = sights.lines
    if not lines:
        return words.fill(_NO_GROUPS)
    if sights.of:
        return _title_of_one(sights, lines[0], words)
    if not sights.has_vision:
        return words.fill(_NO_VISION)
    total, broken = len(lines), sights.broken
    there = total - len(broken)
    if not there:
        return words.fill(_NONE, total=total)
    found = words.fill(_SOME if broken else _ALL, n=there, total=total)
    sure = sum(1 for line in lines if line.reaches and line.certainty not in {*UNSURE, DERIVED})
    if broken:
        second = _breaks(sights, broken, words)
    elif sure == total:
        second = clause(words, _ALL_SURE)
    else:
        second = clause(words, _SURE, n=sure) if sure else clause(words, _ONLY_INFERRED)
    return f"{found}; {second}"


def _breaks(sights: Sights, broken: list[LineOfSight], words: Words) -> str:
    if len(broken) == 1:
        name = sights.framework[broken[0].start].short_name
        return clause(words, _BREAK_ONE, names=words.quoted(name))
    return clause(words, _BREAK_MANY, n=len(broken))


def _title_of_one(sights: Sights, line: LineOfSight, words: Words) -> str:
    framework = sights.framework
    name = words.quoted(framework[line.start].short_name)
    if line.reaches:
        return words.fill(_ONE_REACHES, name=name, n=len(line.hops), how=how(line, words))
    if not line.hops:
        return words.fill(_ONE_NOTHING, name=name)
    end = words.quoted(framework[line.broken_at].short_name)
    return words.fill(_ONE_BREAKS, name=name, end=end)


def how(line: LineOfSight, words: Words) -> str:
    """How sure a line is, by its hops."""
    derived = sum(1 for hop in line.hops if hop.derived)
    doubtful = sum(1 for hop in line.hops if hop.certainty in UNSURE)
    if derived:
        return clause(words, _HOW_DERIVED, n=derived)
    if doubtful == len(line.hops) > 1:
        return clause(words, _HOW_ALL_UNSURE)
    if doubtful:
        return clause(words, _HOW_UNSURE, n=doubtful)
    return clause(words, _HOW_STATED)


def lead_of(sights: Sights, words: Words) -> str:
    """How to read the picture."""
    if not sights.ways:
        return ""
    return words.fill(_LEAD_ONE if sights.of else _LEAD)


def summary_of(sights: Sights, title: str, words: Words) -> str:
    """The picture in words, for whoever does not see it."""
    framework = sights.framework
    rows = [
        " > ".join(words.of(framework[key].short_name) for key in line.keys)
        for line in sights.lines[:40]
    ]
    text = "; ".join(rows)
    return words.fill(_SUMMARY, title=title, rows=f"{text}." if text else "").strip()


def stage_title(stage: int, keys: list[str], framework: Framework) -> Text:
    """What a column holds."""
    if stage != 3:
        return _STAGES[stage]
    kinds = {Trait.PRIORITY in framework.traits(key) for key in keys}
    return _BOTH if len(kinds) > 1 else _PRIORITY if True in kinds else _AREA


def _break(sights: Sights, line: LineOfSight) -> tuple[Text, Text]:
    traits = sights.framework.traits(line.broken_at)
    trait = next((one for one in _WHY if one in traits), None)
    if line.broken_at == line.start or trait is None:
        return _WHY_GROUP, _MEND_GROUP
    return _WHY[trait], _MEND[trait]


def break_of(sights: Sights, line: LineOfSight, words: Words) -> tuple[str, str]:
    """Why a line ends where it does, and how to mend it."""
    why, mend = _break(sights, line)
    return words.fill(BREAK, why=words.of(why)), words.fill(MEND, mend=words.of(mend))


def break_text(sights: Sights, line: LineOfSight) -> Text:
    """The same in both languages, for the table."""
    why, mend = _break(sights, line)
    return fill(_BREAK_ROW, why=why, mend=mend)


def hop_text(sights: Sights, hop: Hop, words: Words) -> str:
    """What a hop says: the words of its link, or what it was derived from."""
    if hop.derived:
        step = sights.steps.get(hop.via)
        area = words.of(sights.framework[hop.via].short_name)
        return words.fill(VIA, area=f"{step.code} {area}" if step else area)
    entry = sights.framework.type_of_link(hop.links[0])
    if entry is None:
        return hop.links[0].type
    forward = hop.links[0].source == hop.source
    return words.of(entry.label if forward else entry.inverse)


def certainty_text(hop: Hop, words: Words) -> str:
    """How sure a hop is, in a word."""
    word = words.of(CERTAINTY_WORDS.get(hop.certainty, Text(hop.certainty, hop.certainty)))
    return word[:1].lower() + word[1:]
