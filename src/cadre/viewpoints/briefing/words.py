"""The words of the briefing: sections, titles, heads of tables."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text

SCOPE: Final = Text("Scope", "Portée")
APPROACH: Final = Text("Approach", "Démarche")
FINDINGS: Final = Text("Findings", "Constats")
DIRECTION: Final = Text("Direction", "Orientation")
ASKS: Final = Text("Asks", "Demandes")
ANNEX: Final = Text("Annex", "Annexe")

COVER: Final = Text("{name}: the framework in brief", "{name} : le cadre en bref")
COVER_LEAD: Final = Text(
    "Scope, approach, findings, direction, asks",
    "Portée, démarche, constats, orientation, demandes",
)
CONTENTS: Final = Text("What this briefing says", "Ce que dit cette présentation")

AIMS: Final = Text("What it is for: {aim}", "Sa raison d’être : {aim}")
NO_AIMS: Final = Text("No aim is recorded yet", "Aucune visée n’est encore consignée")
AIM_HEADS: Final = (Text("Kind", "Genre"), Text("Aim", "Visée"))
AIMS_NAME: Final = Text("The aims of the framework", "Les visées du cadre")

LOOKED: Final = Text(
    "{rules} rules looked at {elements} elements and {links} links",
    "{rules} règles ont examiné {elements} éléments et {links} liens",
)
LOOKED_LEAD: Final = Text(
    "Each rule asks one question of the whole framework. They found {errors:words} "
    "{errors:error|errors}, {warnings:words} {warnings:warning|warnings} and {advice:words} "
    "{advice:piece|pieces} of advice.",
    "Chaque règle pose une question à tout le cadre. Il en ressort {errors:words-f} "
    "{errors:erreur|erreurs}, {warnings:words} {warnings:avertissement|avertissements} et "
    "{advice:words} {advice:conseil|conseils}.",
)
LOOKED_HEADS: Final = (
    Text("Family of rules", "Famille de règles"),
    Text("Rules", "Règles"),
    Text("Errors", "Erreurs"),
    Text("Warnings", "Avertissements"),
    Text("Advice", "Conseils"),
)
LOOKED_NAME: Final = Text("Rules and what they found", "Les règles et leurs constats")
STATES: Final = Text(
    "{n:words} {n:state is|states are} recorded: {names}",
    "{n:words} {n:état est consigné|états sont consignés} : {names}",
)

MAP: Final = Text(
    "{groups:words} {groups:group works|groups work} in {n:words} of {total:words} focus "
    "{total:area|areas}",
    "{groups:words} {groups:groupe travaille|groupes travaillent} dans {n:words} des {total:words} "
    "domaines d’intérêt",
)
MAP_LEAD: Final = Text(
    "A band is as broad as there are groups of the council at work in the area. A thin line on the "
    "right: a group at work there also carries the priority.",
    "La largeur d’une bande est le nombre de groupes du conseil à l’œuvre dans le domaine. Un "
    "trait fin à droite : un groupe à l’œuvre dans le domaine porte aussi la priorité.",
)

CHART: Final = Text(
    "Most groups work in “{most}”; {thin:words} {thin:area has|areas have} two groups or fewer",
    "C’est dans « {most} » que travaillent le plus de groupes; {thin:words} {thin:domaine n’en a "
    "que|domaines n’en ont que} deux ou moins",
)
CHART_NAME: Final = Text(
    "Number of groups at work in each focus area, by council",
    "Nombre de groupes à l’œuvre dans chaque domaine d’intérêt, par conseil",
)

COVERAGE: Final = Text(
    "Coverage differs from what was stated in {n:words} of {total:words} areas",
    "La couverture diffère de ce qui a été énoncé dans {n:words} des {total:words} domaines",
)
COVERAGE_SAME: Final = Text(
    "Coverage of the focus areas, as computed and as stated",
    "Couverture des domaines d’intérêt, calculée et énoncée",
)
COVERAGE_HEADS: Final = (
    Text("Focus area", "Domaine d’intérêt"),
    Text("Groups", "Groupes"),
    Text("Councils", "Conseils"),
    Text("Computed", "Calculée"),
    Text("Stated", "Énoncée"),
)
COVERAGE_NAME: Final = Text("Coverage by focus area", "Couverture par domaine d’intérêt")

GAPS: Final = Text(
    "{n:words} {n:gap|gaps}: what is missing, and what to do",
    "{n:words-f} {n:lacune|lacunes} : ce qui manque, et que faire",
)
BREAKS: Final = Text(
    "{n:words} {n:disconnect|disconnects}: what hangs loose, and what to do",
    "{n:words-f} {n:déconnexion|déconnexions} : ce qui ne tient à rien, et que faire",
)
OVERLAPS: Final = Text(
    "{n:words} {n:redundancy|redundancies}: whose work overlaps, and what to do",
    "{n:words-f} {n:redondance|redondances} : quels travaux se recoupent, et que faire",
)
FINDING_HEADS: Final = (
    Text("Code", "Code"),
    Text("Finding", "Constat"),
    Text("What to do", "Que faire"),
)
MORE: Final = Text(
    "{shown:words} of {n} are shown, the first of each rule before others; the notes have all.",
    "{shown:words} sur {n}, le premier de chaque règle d’abord; les notes les disent tous.",
)

PRIORITIES: Final = Text(
    "{n:words} {n:priority|priorities}; {m:words} {m:has|have} no group stated",
    "{n:words-f} {n:priorité|priorités}; {m:words-f} {m:n’a|n’ont} aucun groupe énoncé",
)
PRIORITY_HEADS: Final = (
    Text("Priority", "Priorité"),
    Text("What it is for", "Ce qu’elle vise"),
    Text("Led by", "Responsables"),
    Text("Groups", "Groupes"),
)
PRIORITIES_NAME: Final = Text("Priorities with their leads", "Les priorités et leurs responsables")

CHANGES: Final = Text("From {before} to {after}.", "De {before} à {after}.")
CHANGE_HEADS: Final = (
    Text("Disposition", "Disposition"),
    Text("Number", "Nombre"),
    Text("Groups", "Groupes"),
)

AREA: Final = Text("Focus area", "Domaine d’intérêt")
NO_AREA: Final = Text("No area", "Sans domaine")
ROADMAP_NAME: Final = Text("Work by focus area and period", "Travaux par domaine et par période")

ASKED: Final = Text(
    "{n:words} {n:point is|points are} put to the councils; no answer is recorded",
    "{n:words} {n:point est soumis|points sont soumis} aux conseils, sans réponse consignée",
)
ASKED_LEAD: Final = Text("Question: do you agree?", "Question : êtes-vous d’accord?")
ASK_HEADS: Final = (
    Text("No.", "Nº"),
    Text("Put to the councils", "Soumis aux conseils"),
    Text("As recorded", "Texte consigné"),
    Text("Agreed?", "D’accord?"),
)
ANSWERS: Final = Text("Yes · No · With reservation", "Oui · Non · Avec réserve")
ASKS_NAME: Final = Text("What is put to the councils", "Ce qui est soumis aux conseils")
NO_ASKS: Final = Text(
    "Nothing is put to the councils in this state", "Rien n’est soumis aux conseils dans cet état"
)

STEPS: Final = Text(
    "{n:words} {n:step is|steps are} planned",
    "{n:words-f} {n:étape est prévue|étapes sont prévues}",
)
STEP_HEADS: Final = (
    Text("Next step", "Prochaine étape"),
    Text("As recorded", "Texte consigné"),
    Text("Recorded at", "Consigné à"),
)
STEPS_NAME: Final = Text("Next steps", "Prochaines étapes")
NO_STEPS: Final = Text("No next step is recorded", "Aucune prochaine étape n’est consignée")

SOURCES: Final = Text(
    "Where this comes from: {share} of elements are stated by a source",
    "D’où cela vient : {share} des éléments sont énoncés par une source",
)
SOURCE_HEADS: Final = (Text("Certainty", "Certitude"), Text("Elements", "Éléments"))
SOURCES_NAME: Final = Text("How certain what is recorded is", "La certitude de ce qui est consigné")
MEANING: Final = Text("What it means", "Ce que cela veut dire")
CERTAINTIES: Final = {
    "stated": (
        Text("stated", "énoncée"),
        Text("A source says so.", "Une source le dit."),
    ),
    "high": (
        Text("high", "élevée"),
        Text("Read from a source with little doubt.", "Tiré d’une source, sans guère de doute."),
    ),
    "medium": (
        Text("medium", "moyenne"),
        Text("A likely reading, to be confirmed.", "Lecture probable, à confirmer."),
    ),
    "low": (
        Text("low", "faible"),
        Text("A guess, to be confirmed first.", "Supposition, à confirmer d’abord."),
    ),
}
