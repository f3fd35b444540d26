"""The words of the map, in both languages. Names of things come from the framework."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text

LABEL: Final = Text("Framework map", "Carte du cadre")
HELP: Final = Text(
    "Who works on what, for which priority, with which ties outside: from afar (macro) or from "
    "near (micro).",
    "Qui travaille à quoi, pour quelle priorité, avec quels liens à l’extérieur : de loin (macro) "
    "ou de près (micro).",
)

SAID: Final = Text("{said}", "{said}")
UNSURE: Final = Text("{said} (membership uncertain)", "{said} (appartenance incertaine)")

# --- headings of columns ----------------------------------------------------------------------

COUNCILS: Final = Text("Councils", "Conseils")
NO_COUNCIL: Final = Text("Council not recorded", "Conseil non consigné")
MEMBERS_UNSURE: Final = Text("membership uncertain", "appartenance incertaine")
OTHERS: Final = Text("{n} other {things}", "{n} autres {things}")
MORE: Final = Text("{n} more", "{n} de plus")
IN_NO_PART: Final = Text("{said}: in none of its parts", "{said} : dans aucune partie")
OPENED: Final = Text("{said}, in its parts", "{said}, dans ses parties")
AREAS: Final = Text(
    "Focus areas and the groups at work in them", "Domaines d’intérêt et groupes à l’œuvre"
)
PRIORITIES: Final = Text("Priorities", "Priorités")
NO_PRIORITIES: Final = Text(
    "No priority is recorded in this state.", "Aucune priorité n’est consignée dans cet état."
)
OUTSIDE: Final = Text("Outside the councils", "À l’extérieur des conseils")
NO_TIE: Final = Text("No tie stated", "Aucun lien énoncé")
OTHER: Final = Text("Other", "Autres")

GROUPS_COUNT: Final = Text("{n:group|groups}", "{n:groupe|groupes}")
OF_AREAS: Final = Text("of {total} areas", "{total:domaine|domaines} sur {total}")
IDLE: Final = Text("In no focus area: {names}", "Dans aucun domaine : {names}")
IDLE_MANY: Final = Text(
    "{n:words} {n:group|groups} in no focus area",
    "{n:words} {n:groupe|groupes} dans aucun domaine",
)
GONE: Final = Text(
    "{n} {n:group gives way|groups give way}", "{n} {n:groupe cède|groupes cèdent} la place"
)
ENDED: Final = Text(
    "{n} {n:group has ended|groups have ended}", "{n} {n:groupe a pris fin|groupes ont pris fin}"
)
PARTS: Final = Text("with {n:words} {n:part|parts}", "avec {n:words} {n:partie|parties}")
OVERSEES: Final = Text("{source} oversees {targets}", "{source} supervise {targets}")
OVERSEES_SHORT: Final = Text("Oversees {targets}", "Supervise {targets}")
OVERSEEN_BY: Final = Text("Overseen by {names}", "Sous la supervision de {names}")
LED_BY: Final = Text("Led by {names}", "Direction : {names}")
NO_LEAD: Final = Text("No lead stated", "Aucun responsable nommé")
SUPPORT: Final = Text("Groups: {n}", "Groupes : {n}")
SUPPORT_POSSIBLE: Final = Text("Groups: {n} to consider", "Groupes : {n} à envisager")
SUPPORT_BOTH: Final = Text("Groups: {n}, {m} to consider", "Groupes : {n}, {m} à envisager")
NO_SUPPORT: Final = Text("No group stated", "Aucun groupe nommé")
SUPPORT_OF: Final = Text("Groups: {n} of {total}", "Groupes : {n} sur {total}")
SUPPORT_OF_POSSIBLE: Final = Text(
    "Groups: {m} of {possible} to consider", "Groupes : {m} sur {possible} à envisager"
)
SUPPORT_OF_BOTH: Final = Text(
    "Groups: {n} of {total}, {m} of {possible} to consider",
    "Groupes : {n} sur {total}, {m} sur {possible} à envisager",
)

# --- what filters leave out: said beside what they leave in -------------------------------------

OF: Final = Text("of {total}", "sur {total}")
COUNT_OF: Final = Text("{n} of {total}", "{n} sur {total}")
OF_GROUPS: Final = Text("of {total} {total:group|groups}", "sur {total} {total:groupe|groupes}")
OTHER_GROUPS: Final = Text("{n} other {n:group|groups}", "{n} {n:autre groupe|autres groupes}")
OTHERS_AT_WORK: Final = Text(
    "{n} other {n:group|groups} at work", "{n} {n:autre groupe|autres groupes} à l’œuvre"
)

# --- verdicts -----------------------------------------------------------------------------------

DOUBLES: Final = Text("doubles", "en double")
THIN: Final = Text("thin", "mince")
NO_GROUP: Final = Text("no group", "aucun groupe")
NO_PRIORITY: Final = Text("no priority", "aucune priorité")

# --- titles: the first that fits what is drawn -------------------------------------------------

BOTH: Final = Text("{who}; {what}", "{who}; {what}")
NONE_ON: Final = Text("none on {gap}", "aucun dans « {gap} »")
AREAS_WITHOUT: Final = Text(
    "{k:words} focus areas have no group", "{k:words} domaines n’ont aucun groupe"
)
TITLE_ALL_ON: Final = Text(
    "All {n:words} groups work on {area}",
    "Les {n:words} groupes travaillent dans « {area} »",
)
TITLE_ON: Final = Text(
    "{n:words} of {total} {total:group|groups} {n:works|work} on {area}",
    "{n:words} {n:groupe|groupes} sur {total} {n:travaille|travaillent} dans « {area} »",
)
TITLE_GAP: Final = Text("No group works on {gap}", "Aucun groupe ne travaille dans « {gap} »")
TITLE_GAPS: Final = Text(
    "{k:words} of {areas} focus areas have no group at work",
    "{k:words} domaines d’intérêt sur {areas} n’ont aucun groupe à l’œuvre",
)
TITLE_THIN: Final = Text(
    "{k:words} of {areas} focus areas {k:hangs|hang} on one or two groups",
    "{k:words} {k:domaine tient|domaines tiennent} à un ou deux groupes, sur {areas}",
)
TITLE_ALL_THIN: Final = Text(
    "All {k:words} focus areas hang on one or two groups",
    "Les {k:words} domaines tiennent tous à un ou deux groupes",
)
TITLE_FILLED: Final = Text(
    "{n:words} proposed {n:group|groups} would bring work to {area}, which has none today",
    "{n:words} {n:groupe proposé mettrait|groupes proposés mettraient} en chantier « {area} », "
    "où personne n’est à l’œuvre",
)
TITLE_FILLED_MANY: Final = Text(
    "Proposed groups would bring work to {k:words} focus areas that have none today",
    "Des groupes proposés mettraient en chantier {k:words} domaines où personne n’est à l’œuvre",
)
TITLE_PROPOSED: Final = Text(
    "{n:words} of {total} groups are proposed",
    "{n:words} groupes sur {total} sont proposés",
)
TITLE_PLAIN: Final = Text(
    "{groups} {groups:group|groups} at work in {areas} {areas:focus area|focus areas}",
    "{groups} {groups:groupe|groupes} à l’œuvre dans {areas} "
    "{areas:domaine d’intérêt|domaines d’intérêt}",
)
TITLE_EMPTY: Final = Text(
    "No group and no focus area is recorded yet",
    "Aucun groupe ni domaine d’intérêt n’est encore consigné",
)

TITLE_SOME: Final = Text(
    "{n} of {total} groups {n:is|are} at work in a focus area, {k} in none",
    "{n} {n:groupe|groupes} sur {total} à l’œuvre dans un domaine d’intérêt, {k} dans aucun",
)
TITLE_PARTS: Final = Text(
    "{groups} {groups:group|groups} at work in its {areas} {areas:part|parts}",
    "{groups} {groups:groupe|groupes} à l’œuvre dans ses {areas} {areas:partie|parties}",
)
TITLE_NONE_FIT: Final = Text(
    "None of the {total} groups fits", "Aucun des {total} groupes ne correspond"
)
TITLE_OF: Final = Text("{what}: {title}", "{what} : {title}")
"""What filters leave, before a title that is true of that alone."""

LEAD_DOUBLES: Final = Text(
    "In {k:words} {k:area|areas} work doubles up across all councils.",
    "{k:words} {k:domaine fait|domaines font} double emploi dans tous les conseils.",
)
LEAD_THIN: Final = Text(
    "{k:words} {k:hangs|hang} on one or two groups.",
    "{k:words} {k:tient|tiennent} à un ou deux groupes.",
)
LEAD_THIN_FIRST: Final = Text(
    "{k:words} {k:area hangs|areas hang} on one or two groups.",
    "{k:words} {k:domaine tient|domaines tiennent} à un ou deux groupes.",
)
LEAD_UNREACHED: Final = Text(
    "{k:words} {k:area is|areas are} reached by no priority.",
    "{k:words} {k:domaine n’est atteint|domaines ne sont atteints} par aucune priorité.",
)
LEAD_ALL_UNREACHED: Final = Text(
    "No area is reached by a priority.", "Aucun domaine n’est atteint par une priorité."
)
LEAD_UNREACHED_ALONE: Final = Text(
    "No priority reaches it.", "Aucune priorité n’atteint ce domaine."
)
LEAD_NARROWED: Final = Text(
    "Only part of the framework is shown: {what}.",
    "Seule une partie du cadre est montrée : {what}.",
)
LEAD_TOO_MANY: Final = Text(
    "From near this is {n} pieces of work and results, more than one picture shows: choose a focus "
    "area, or take it away as pages on tabloid.",
    "De près, ce sont {n} travaux et résultats, plus qu’une seule image n’en montre : choisissez "
    "un domaine d’intérêt, ou emportez-les en pages de format tabloïd.",
)
LEAD_ROLLED: Final = Text(
    "Parts are shown as their wholes, with counts.",
    "Les parties sont montrées sous leur ensemble, avec leur nombre.",
)

SUMMARY_MACRO: Final = Text(
    "Map of {councils} {councils:council|councils}, {groups} {groups:group|groups}, {areas} "
    "{areas:focus area|focus areas}, {priorities} {priorities:priority|priorities} and {outside} "
    "outside {outside:body|bodies}. {title}.",
    "Carte de {councils} {councils:conseil|conseils}, {groups} {groups:groupe|groupes}, {areas} "
    "{areas:domaine d’intérêt|domaines d’intérêt}, {priorities} {priorities:priorité|priorités} et "
    "{outside} {outside:organe externe|organes externes}. {title}.",
)

# --- legend -------------------------------------------------------------------------------------

LEGEND_BAND: Final = Text(
    "breadth: number of groups at work (computed)", "largeur : nombre de groupes (calculé)"
)
LEGEND_REACH: Final = Text(
    "groups tied to both area and priority (computed)",
    "groupes liés au domaine et à la priorité (calculé)",
)
LEGEND_POSSIBLE: Final = Text("help to consider", "appui à envisager")
LEGEND_STATED: Final = Text("stated link", "lien énoncé")
LEGEND_THROUGH: Final = Text(
    "through a group at work there (computed), or uncertain",
    "par un groupe à l’œuvre (calculé), ou incertain",
)
LEGEND_NOTHING: Final = Text("nobody at work", "personne à l’œuvre")
LEGEND_STUB: Final = Text("no link", "aucun lien")
LEGEND_UNCERTAIN: Final = Text("uncertain", "incertain")
LEGEND_PROPOSED: Final = Text("proposed group", "groupe proposé")
LEGEND_ENDED: Final = Text(
    "group that has ended or gives way", "groupe qui a pris fin ou cède la place"
)
LEGEND_DOUBLES: Final = Text(
    "doubles: {n} groups or more, from every council",
    "en double : {n} groupes ou plus, de tous les conseils",
)
LEGEND_THIN: Final = Text("thin: {n} groups or fewer", "mince : {n} groupes ou moins")
LEGEND_OVERSIGHT: Final = Text("oversees", "supervise")
WITHOUT_OUTSIDE: Final = Text("without outside bodies", "sans organes externes")

# --- the near view ------------------------------------------------------------------------------

GROUPS: Final = Text("Groups", "Groupes")
TODAY: Final = Text("Work of the groups", "Travaux des groupes")
SPINE: Final = Text("Focus areas", "Domaines d’intérêt")
PROPOSED_WORK: Final = Text("Proposed work", "Travaux proposés")
RESULTS_OTHER: Final = Text("Results without a horizon", "Résultats sans horizon")
SIGHT: Final = Text("What it is for", "Ce à quoi tout sert")
NOTHING_TODAY: Final = Text("No group at work", "Aucun groupe à l’œuvre")
NOTHING_PROPOSED: Final = Text("No work proposed", "Aucuns travaux proposés")
GIVE_WAY: Final = Text("{n:Gives|Give} way:", "{n:Cède|Cèdent} la place :")
CANDIDATES: Final = Text("perhaps", "peut-être")
TIED_TO: Final = Text("tied to", "lié à")

TITLE_CONCENTRATED: Final = Text(
    "{n:words} of {total} pieces of work sit in {k:words} focus {k:area|areas}; more is proposed "
    "in {p:words}",
    "{n:words} travaux sur {total} se trouvent dans {k:words} {k:domaine|domaines}; d’autres sont "
    "proposés dans {p:words}",
)
TITLE_CONCENTRATED_ALL: Final = Text(
    "{n:words} of {total} pieces of work sit in {k:words} focus {k:area|areas}; more is proposed "
    "in all {p:words}",
    "{n:words} travaux sur {total} se trouvent dans {k:words} {k:domaine|domaines}; d’autres sont "
    "proposés dans tous",
)
TITLE_CONCENTRATED_ONLY: Final = Text(
    "{n:words} of {total} pieces of work sit in {k:words} of {areas} focus areas",
    "{n:words} travaux sur {total} se trouvent dans {k:words} des {areas} domaines",
)
TITLE_IDLE: Final = Text(
    "{n:words} of {groups} groups {n:works|work} in no focus area",
    "{n:words} {n:groupe|groupes} sur {groups} ne {n:travaille|travaillent} dans aucun domaine",
)
TITLE_WORKS: Final = Text(
    "{groups:words} {groups:group|groups} with {total:words} {total:piece|pieces} of work; "
    "{proposed:words} more {proposed:is|are} proposed",
    "{groups:words} {groups:groupe|groupes}, {total:words} {total:travail|travaux}; "
    "{proposed:words} {proposed:autre est proposé|autres sont proposés}",
)
LEAD_MICRO: Final = Text(
    "Each coloured line is one piece of work of a group; the group’s number stands at both ends.",
    "Chaque ligne de couleur est un travail d’un groupe; le numéro du groupe est aux deux bouts.",
)
LEAD_NO_CHAIN: Final = Text(
    "No source says how one result leads to another.",
    "Aucune source ne dit comment un résultat mène à un autre.",
)
SUMMARY_MICRO: Final = Text(
    "Near view of {groups} {groups:group|groups}, {total} {total:piece|pieces} of their work, "
    "{proposed} more proposed, {areas} {areas:focus area|focus areas} and {results} "
    "{results:result|results}. {title}.",
    "Vue de près de {groups} {groups:groupe|groupes}, {total} de leurs travaux, "
    "{proposed} autres proposés, {areas} {areas:domaine d’intérêt|domaines d’intérêt} et {results} "
    "{results:résultat|résultats}. {title}.",
)

FED_BY: Final = Text("Fed by: {names}", "Alimenté par : {names}")

LEGEND_BADGE: Final = Text("group of {name}", "groupe : {name}")
LEGEND_NO_COUNCIL: Final = Text("group, council not recorded", "groupe, conseil non consigné")
LEGEND_LINE: Final = Text("one piece of work of a group", "un travail d’un groupe")
LEGEND_LINE_UNSURE: Final = Text("uncertain", "incertain")
LEGEND_TEXT_UNSURE: Final = Text("reading uncertain", "lecture incertaine")
LEGEND_UNDER_WAY: Final = Text("under way", "en cours")
LEGEND_PROPOSED_WORK: Final = Text("proposed", "proposé")
LEGEND_OUTPUT: Final = Text("deliverable (of the same work)", "livrable (du même travail)")
LEGEND_UNKNOWN: Final = Text(
    "group not known; candidates beside", "groupe inconnu; candidats à côté"
)
LEGEND_RESULT_UNSURE: Final = Text("place uncertain", "place incertaine")
LEGEND_SERVES: Final = Text("serves", "sert")
LEGEND_TIE: Final = Text("tie outside, by number", "lien externe, par numéro")
LEGEND_NO_LINK: Final = Text("no link stated", "aucun lien énoncé")

# --- with another noun than “groupe”, of a gender nobody knows ------------------------------------

NEUTRAL: Final = {
    NONE_ON: Text(NONE_ON.en, "personne dans « {gap} »"),
    NO_GROUP: Text(NO_GROUP.en, "personne"),
    AREAS_WITHOUT: Text(AREAS_WITHOUT.en, "{k} domaines n’ont personne à l’œuvre"),
    OTHER_GROUPS: Text(OTHER_GROUPS.en, "{n} {n:autre groupe|autres groupes}"),
    TITLE_GAP: Text(TITLE_GAP.en, "Personne ne travaille dans « {gap} »"),
    TITLE_GAPS: Text(TITLE_GAPS.en, "{k} domaines d’intérêt sur {areas} n’ont personne à l’œuvre"),
    TITLE_THIN: Text(
        TITLE_THIN.en, "{k} {k:domaine n’a|domaines n’ont} que 1 ou 2 groupes, sur {areas}"
    ),
    TITLE_ALL_THIN: Text(TITLE_ALL_THIN.en, "Les {k} domaines n’ont tous que 1 ou 2 groupes"),
    LEAD_THIN: Text(LEAD_THIN.en, "{k} {k:n’a|n’ont} que 1 ou 2 groupes."),
    LEAD_THIN_FIRST: Text(
        LEAD_THIN_FIRST.en, "{k} {k:domaine n’a|domaines n’ont} que 1 ou 2 groupes."
    ),
    TITLE_PROPOSED: Text(
        TITLE_PROPOSED.en, "{n} groupes sur {total} {n:est|sont} à l’état de proposition"
    ),
    TITLE_FILLED: Text(
        TITLE_FILLED.en,
        "{n} {n:groupe|groupes} à l’état de proposition {n:mettrait|mettraient} en chantier "
        "« {area} », où personne n’est à l’œuvre",
    ),
    TITLE_NONE_FIT: Text(TITLE_NONE_FIT.en, "Rien ne correspond parmi les {total} groupes"),
    LEGEND_PROPOSED: Text(LEGEND_PROPOSED.en, "groupe à l’état de proposition"),
    LEGEND_ENDED: Text(LEGEND_ENDED.en, "groupe qui n’est plus ou cède la place"),
}
