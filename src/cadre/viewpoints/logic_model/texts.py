"""The words of the logic model that all its forms share."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.logic_model.model import Model
from cadre.viewpoints.words import Words

VISION: Final = Text("Vision", "Vision")
CALL: Final = Text("Call to action", "Appel à l’action")
OBJECTIVE: Final = Text("Objective", "Objectif")
PURPOSE: Final = Text("Purpose", "Finalité")
PRINCIPLES: Final = Text("Principles", "Principes")
LAYERS: Final = Text("Programme", "Programme")
AREAS: Final = Text("Focus areas", "Domaines d’intérêt")
WORKS: Final = Text("Proposed initiatives", "Initiatives proposées")
OWN: Final = Text("Specific to the organisation", "Propre à l’organisation")
OTHERS: Final = Text("Other aims", "Autres visées")
MISSING: Final = Text("Known but missing", "Connu mais manquant")
MISSING_SAYS: Final = Text(
    "{names}: known to exist, its content is not recorded",
    "{names} : existence connue, contenu non consigné",
)
NO_VISION: Final = Text("No vision recorded", "Aucune vision consignée")
NO_CALL: Final = Text("No call to action recorded", "Aucun appel à l’action consigné")
NO_WORK: Final = Text("No initiative", "Aucune initiative")
NO_RESULT: Final = Text("No {horizon} result", "Aucun résultat {horizon}")
NO_OWN: Final = Text("No group", "Aucun groupe")
NOT_HERE: Final = Text("Not at work here", "N’y est pas à l’œuvre")
OWN_EMPTY: Final = Text(
    "Empty in the generic model: each organisation adds its own groups and deliverables here",
    "Vide dans le modèle général : chaque organisation y inscrit ses groupes et ses livrables",
)
LOOSE: Final = Text("Group not known", "Groupe non connu")
ANY_AREA: Final = Text("Any area", "Tout domaine")
NO_HORIZON: Final = Text("Results without horizon", "Résultats sans horizon")
RESULTS: Final = Text("{horizon} results", "Résultats {horizon}")
MORE_RESULTS: Final = Text(
    "And {n} more {n:result|results}, all in the table",
    "Et {n} {n:autre résultat|autres résultats}, tous dans le tableau",
)
MORE: Final = Text("and {n} more", "et {n} autres")
FROM: Final = Text("From {names}", "À partir de {names}")
SERVES: Final = Text("Serves {names}", "Sert {names}")
LEADS: Final = Text("leads {name}", "dirige {name}")

HORIZON_ROWS: Final = {
    "immediate": Text("Immediate results", "Résultats immédiats"),
    "intermediate": Text("Intermediate results", "Résultats intermédiaires"),
    "ultimate": Text("Ultimate results", "Résultats ultimes"),
}
ADJECTIVES: Final = {
    "immediate": Text("immediate", "immédiat"),
    "intermediate": Text("intermediate", "intermédiaire"),
    "ultimate": Text("ultimate", "ultime"),
}


def years(label: Text, words: Words) -> str:
    """What stands in brackets in the label of a horizon: its years."""
    _, bracket, rest = words.of(label).partition("(")
    return rest.rstrip(") ") if bracket else ""


def horizon_name(key: str, label: Text, words: Words) -> str:
    """The name of a row of results."""
    known = HORIZON_ROWS.get(key)
    if known:
        return words.of(known)
    plain = words.of(label).partition("(")[0].strip()
    return words.fill(RESULTS, horizon=plain.lower()) if plain else words.of(NO_HORIZON)


def work_title(model: Model) -> Text:
    """What the row of proposed work is called: as a band of the framework says, or our words."""
    return model.framework[model.titles[0]].short_name if model.titles else WORKS


def own_title(model: Model) -> Text:
    """What the row of an organisation is called."""
    return model.framework[model.titles[1]].short_name if model.titles else OWN


def own_subject(model: Model, words: Words) -> str:
    """Whose row of its own it is, for the label of the row."""
    match model.perspective:
        case "generic":
            return ""
        case "councils":
            return words.of(Text("All councils", "Tous les conseils"))
        case key:
            return words.of(model.framework[key].short_name)
