"""The words of the pages, in both languages."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text

FOLIO: Final = Text("{n} of {total}", "{n} sur {total}")
CONTINUED: Final = Text("{title} (continued)", "{title} (suite)")

# --- the overview -------------------------------------------------------------------------------

LEAD_OVERVIEW: Final = Text(
    "A page for each focus area follows; a group has the same number on every page.",
    "Une page par domaine d’intérêt suit; un groupe porte le même numéro à chaque page.",
)
TITLE_LOOSE: Final = Text(
    "{n:words} of {total} outside bodies {n:has|have} no tie stated",
    "{n:words} {n:organe externe|organes externes} sur {total} {n:n’a|n’ont} aucun lien énoncé",
)
AREA: Final = Text("Focus area", "Domaine d’intérêt")
COUNT_GROUPS: Final = Text("Groups", "Groupes")
COUNT_WORK: Final = Text("Work", "Travaux")
COUNT_PROPOSED: Final = Text("Proposed", "Proposés")
COUNT_OUTPUTS: Final = Text("Deliverables", "Livrables")
COUNT_RESULTS: Final = Text("Results", "Résultats")
COUNT_PRIORITIES: Final = Text("Priorities", "Priorités")
PAGE: Final = Text("Page", "Page")
NOBODY: Final = Text("none", "aucun")
IDLE: Final = Text("in no focus area", "dans aucun domaine")
IDLE_GROUPS: Final = Text("Groups in no focus area", "Groupes dans aucun domaine")
LOOSE_RESULTS: Final = Text(
    "Results of no focus area in particular", "Résultats d’aucun domaine en particulier"
)
SUMMARY_OVERVIEW: Final = Text(
    "Overview of {areas} {areas:focus area|focus areas}, {groups} {groups:group|groups}, {outside} "
    "outside {outside:body|bodies} and {priorities} {priorities:priority|priorities}, with the "
    "page of each area. {title}.",
    "Aperçu de {areas} {areas:domaine d’intérêt|domaines d’intérêt}, {groups} "
    "{groups:groupe|groupes}, {outside} {outside:organe externe|organes externes} et {priorities} "
    "{priorities:priorité|priorités}, avec la page de chaque domaine. {title}.",
)

# --- the page of an area ------------------------------------------------------------------------

TITLE_NOBODY: Final = Text("No group works on {area}", "Aucun groupe ne travaille dans « {area} »")
TITLE_FEW: Final = Text(
    "Only {n:words} {n:group works|groups work} on {area}",
    "{n:words} {n:seul groupe travaille|groupes seulement travaillent} dans « {area} »",
)
TITLE_EVERY: Final = Text(
    "{n:words} of {total} groups, from every council, work on {area}",
    "{n:words} groupes sur {total}, de tous les conseils, travaillent dans « {area} »",
)
TITLE_SOME: Final = Text(
    "{n:words} of {total} groups work on {area}",
    "{n:words} groupes sur {total} travaillent dans « {area} »",
)
TITLE_NEW: Final = Text(
    "{n:words} proposed {n:group|groups} would work on {area}",
    "{n:words} {n:groupe proposé travaillerait|groupes proposés travailleraient} dans « {area} »",
)
PROPOSED: Final = Text(
    "{p:words} more {p:piece|pieces} of work {p:is|are} proposed",
    "{p:words} {p:autre travail est proposé|autres travaux sont proposés}",
)
PROPOSED_ALONE: Final = Text(
    "{p:words} {p:piece|pieces} of work {p:is|are} proposed",
    "{p:words} {p:travail y est proposé|travaux y sont proposés}",
)
NONE_PROPOSED: Final = Text("no work is proposed", "aucuns travaux n’y sont proposés")

LEAD_NO_RESULT: Final = Text(
    "No result is stated for it.", "Aucun résultat n’est énoncé pour ce domaine."
)
LEAD_NO_PRIORITY: Final = Text("No priority reaches it.", "Aucune priorité n’atteint ce domaine.")
LEAD_ONE_RESULT: Final = Text("It leads to one result.", "Il mène à un résultat.")
LEAD_RESULTS: Final = Text("It leads to {n:words} results.", "Il mène à {n:words} résultats.")
LEAD_PRIORITIES: Final = Text(
    "{n:words} {n:priority reaches|priorities reach} it.",
    "{n:words} {n:priorité l’atteint|priorités l’atteignent}.",
)
LEAD_GONE: Final = Text(
    "{n:words} {n:group gives|groups give} way.",
    "{n:words} {n:groupe cède|groupes cèdent} la place.",
)
UNKNOWN_GROUP: Final = Text("Group not known", "Groupe inconnu")
UNDER_WAY: Final = Text("Under way", "En cours")
LEAVING: Final = Text("Groups that give way", "Groupes qui cèdent la place")
OUTPUTS: Final = Text("Deliverables", "Livrables")
MORE_WORK: Final = Text("Other proposed work", "Autres travaux proposés")
N_PROPOSED: Final = Text(
    "{n:piece|pieces} of work proposed", "{n:travail proposé|travaux proposés}"
)
N_OUTPUTS: Final = Text("{n:deliverable|deliverables}", "{n:livrable|livrables}")
N_RESULTS: Final = Text("{n:result|results}", "{n:résultat|résultats}")
ONE_OUTPUT: Final = Text("deliverable", "livrable")
SAME_WORK: Final = Text("same work: {name}", "même travail : {name}")
RESULTS: Final = Text("Where it leads", "Où cela mène")
SERVES: Final = Text("Serves", "Sert")
TO_CONSIDER: Final = Text("to consider", "à envisager")
NO_RESULT: Final = Text("No result stated", "Aucun résultat énoncé")
NO_PRIORITY: Final = Text("No priority reaches it", "Aucune priorité ne l’atteint")
SUMMARY_AREA: Final = Text(
    "The focus area {area}: {groups} {groups:group|groups} at work, {work} "
    "{work:piece|pieces} of work of theirs or under way, {proposed} proposed, {results} "
    "{results:result|results}. {title}.",
    "Le domaine « {area} » : {groups} {groups:groupe|groupes} à l’œuvre, {work} "
    "{work:travail|travaux} de ces groupes ou en cours, {proposed} "
    "{proposed:proposé|proposés}, {results} {results:résultat|résultats}. {title}.",
)
