"""Traits: what analyses and pictures may ask of an element, with the attributes each brings.

A type, ours or a user's, that takes a trait has its attributes. A type may repeat one of them
to give it other choices; it may not give it another kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cadre.core.attributes import Attribute, Choice, choices
from cadre.core.text import Text
from cadre.core.values import Kind


class Trait(StrEnum):
    """A way in which elements behave. Closed: traits are code, types are data."""

    BODY = "body"
    STEERS = "steers"
    WORKS = "works"
    OUTSIDE = "outside"
    GOVERNMENT = "government"
    SEAT = "seat"
    AIM = "aim"
    AXIS = "axis"
    PRIORITY = "priority"
    WORK = "work"
    OUTPUT = "output"
    OUTCOME = "outcome"
    TIME = "time"
    FACTOR = "factor"
    JUDGEMENT = "judgement"
    TRANSITION = "transition"
    MEASURE = "measure"
    MEETING = "meeting"
    DECISION = "decision"
    REFERENCE = "reference"


class LinkRole(StrEnum):
    """What a link means to analyses and pictures. A type of a user's own may take any of them."""

    PART_OF = "part-of"
    OVERSEES = "oversees"
    TIED_TO = "tied-to"
    COVERS = "covers"
    IN_FOCUS_AREA = "in-focus-area"
    SERVES = "serves"
    CONTRIBUTES_TO = "contributes-to"
    SUPPORTS = "supports"
    LEADS = "leads"
    TAKES_PART = "takes-part"
    SITS_ON = "sits-on"
    REPRESENTS = "represents"
    PRODUCES = "produces"
    SAME_WORK_AS = "same-work-as"
    SCHEDULED_IN = "scheduled-in"
    DEPENDS_ON = "depends-on"
    CONTINUES_AS = "continues-as"
    CONCERNS = "concerns"
    ASSESSES = "assesses"
    MEASURES = "measures"
    EVIDENCED_BY = "evidenced-by"
    DECIDED_AT = "decided-at"
    OVERLAPS_WITH = "overlaps-with"
    OTHER = "other"


MARKS: Final = choices(
    [
        ("square", "Square", "Carré"),
        ("diamond", "Diamond", "Losange"),
        ("circle", "Circle", "Cercle"),
        ("triangle", "Triangle", "Triangle"),
        ("hexagon", "Hexagon", "Hexagone"),
        ("cross", "Cross", "Croix"),
    ]
)

GLYPHS: Final = choices(
    [
        ("nodes", "Node over two nodes", "Nœud sur deux nœuds"),
        ("page", "Page", "Page"),
        ("bars", "Centred bars", "Barres centrées"),
        ("layers", "Layers", "Couches"),
        ("person", "Person", "Personne"),
        ("speech", "Speech bubble", "Bulle"),
        ("mortarboard", "Mortarboard", "Mortier"),
        ("blocks", "Four blocks", "Quatre blocs"),
        ("rings", "Linked rings", "Anneaux liés"),
        ("chart", "Rising bars", "Barres montantes"),
        ("disc", "Disc", "Disque"),
        ("flag", "Flag", "Drapeau"),
        ("star", "Star", "Étoile"),
        ("wave", "Wave", "Vague"),
        ("leaf", "Leaf", "Feuille"),
        ("house", "House", "Maison"),
    ]
)

BODY_KINDS: Final = choices(
    [
        ("council", "Council", "Conseil"),
        ("joint-council", "Joint council", "Conseil mixte"),
        ("steering-committee", "Steering committee", "Comité directeur"),
        ("working-group", "Working group", "Groupe de travail"),
        ("committee", "Committee", "Comité"),
        ("community-of-practice", "Community of practice", "Communauté de pratique"),
        ("subcommittee", "Subcommittee", "Sous-comité"),
        ("initiative", "Initiative", "Initiative"),
        ("task-team", "Task team", "Équipe spéciale"),
        ("advisory-body", "Advisory body", "Organe consultatif"),
        ("secretariat", "Secretariat", "Secrétariat"),
        ("table", "Table of officials", "Table de hauts fonctionnaires"),
        ("association", "Association", "Association"),
        ("department", "Department or agency", "Ministère ou organisme"),
        ("government", "Government", "Gouvernement"),
        ("municipality", "Municipality", "Municipalité"),
        ("international-organisation", "International organisation", "Organisation internationale"),
    ]
)

LAYERS: Final = choices(
    [
        ("orchestration", "Orchestration", "Orchestration"),
        ("leadership", "Leadership", "Leadership"),
        ("strategy", "Strategy", "Stratégie"),
        ("focus-areas", "Focus areas", "Domaines d’intérêt"),
        ("task-teams", "Task teams", "Équipes spéciales"),
    ]
)

STANDINGS: Final = choices(
    [
        ("existing", "Existing", "Existant"),
        ("new", "New", "Nouveau"),
        ("external", "External", "Externe"),
    ]
)

COUNCIL_ROLES: Final = (
    Choice(
        "ce",
        Text("Centre of expertise (CE)", "Centre d’expertise (CE)"),
        Text(
            "Does research, shares best practice and advises other teams on request.",
            "Fait de la recherche, diffuse les pratiques exemplaires et conseille les autres "
            "équipes à leur demande.",
        ),
        ("CE", "Centre d’excellence", "Collectivité d’experts"),
    ),
    Choice(
        "int",
        Text("Broker (Int)", "Intermédiaire (Int)"),
        Text(
            "Shapes solutions and eases the dialogue by which administrations align.",
            "Façonne des solutions et facilite le dialogue par lequel les administrations "
            "s’harmonisent.",
        ),
        ("Int", "Br", "BR", "Courtier"),
    ),
    Choice(
        "pr",
        Text("Promoter (Pr)", "Promoteur (Pr)"),
        Text(
            "Makes successes known to win support for common standards and tools.",
            "Fait connaître les réussites pour rallier à des normes et à des outils communs.",
        ),
        ("Pr",),
    ),
    Choice(
        "in",
        Text("Incubator (In)", "Incubateur (In)"),
        Text(
            "Builds pilots, prototypes and proofs of concept.",
            "Bâtit des projets pilotes, des prototypes et des validations de principe.",
        ),
        ("In",),
    ),
)

HORIZONS: Final = choices(
    [
        ("immediate", "Immediate (0 to 3 years)", "Immédiat (de 0 à 3 ans)"),
        ("intermediate", "Intermediate (5 to 7 years)", "Intermédiaire (de 5 à 7 ans)"),
        ("ultimate", "Ultimate (10 to 15 years)", "Ultime (de 10 à 15 ans)"),
    ]
)

DISPOSITIONS: Final = choices(
    [
        ("continue", "Continue", "Poursuivre"),
        ("rename", "Rename", "Renommer"),
        ("refocus", "Refocus", "Réorienter"),
        ("convert", "Convert to another kind", "Changer de type"),
        ("merge", "Merge", "Fusionner"),
        ("split", "Split", "Scinder"),
        ("absorb", "Absorb", "Intégrer"),
        ("defer", "Defer", "Reporter"),
        ("sunset", "Sunset", "Mettre fin"),
        ("new", "New", "Créer"),
        ("undecided", "Undecided", "À décider"),
    ]
)

COVERAGE_STEPS: Final = (
    Choice("none", Text("None", "Aucune"), step=0),
    Choice("one", Text("One group", "Un groupe"), step=1),
    Choice("few", Text("Few", "Quelques-uns"), step=2),
    Choice("several", Text("Several", "Plusieurs"), step=3),
    Choice("broad", Text("Broad", "Étendue"), step=4),
)


def _text(key: str, en: str, fr: str) -> Attribute:
    return Attribute(key, Kind.TEXT, Text(en, fr))


def _localised(key: str, en: str, fr: str) -> Attribute:
    return Attribute(key, Kind.LOCALISED, Text(en, fr))


def _number(key: str, en: str, fr: str) -> Attribute:
    return Attribute(key, Kind.NUMBER, Text(en, fr))


def _date(key: str, en: str, fr: str) -> Attribute:
    return Attribute(key, Kind.DATE, Text(en, fr))


def _yes_no(key: str, en: str, fr: str) -> Attribute:
    return Attribute(key, Kind.YES_NO, Text(en, fr))


def _choice(key: str, en: str, fr: str, of: tuple[Choice, ...]) -> Attribute:
    return Attribute(key, Kind.CHOICE, Text(en, fr), Text(), of)


COUNCIL_ROLE: Final = Attribute(
    "council-role",
    Kind.CHOICE,
    Text("Council role", "Rôle des conseils"),
    Text(
        "What the councils do for this work.",
        "Ce que les conseils font pour ces travaux.",
    ),
    COUNCIL_ROLES,
)

TRAIT_LABELS: Final[Mapping[Trait, Text]] = MappingProxyType(
    {
        Trait.BODY: Text("Body", "Organe"),
        Trait.STEERS: Text("Steers", "Dirige"),
        Trait.WORKS: Text("Works", "Travaille"),
        Trait.OUTSIDE: Text("Outside", "De l’extérieur"),
        Trait.GOVERNMENT: Text("Government", "Gouvernement"),
        Trait.SEAT: Text("Seat", "Siège"),
        Trait.AIM: Text("Aim", "Visée"),
        Trait.AXIS: Text("Axis", "Axe"),
        Trait.PRIORITY: Text("Priority", "Priorité"),
        Trait.WORK: Text("Work", "Travaux"),
        Trait.OUTPUT: Text("Output", "Extrant"),
        Trait.OUTCOME: Text("Outcome", "Effet"),
        Trait.TIME: Text("Time", "Temps"),
        Trait.FACTOR: Text("Factor", "Facteur"),
        Trait.JUDGEMENT: Text("Judgement", "Appréciation"),
        Trait.TRANSITION: Text("Transition", "Transition"),
        Trait.MEASURE: Text("Measure", "Mesure"),
        Trait.MEETING: Text("Meeting", "Réunion"),
        Trait.DECISION: Text("Decision", "Décision"),
        Trait.REFERENCE: Text("Reference", "Référence"),
    }
)

TRAIT_ATTRIBUTES: Final[Mapping[Trait, tuple[Attribute, ...]]] = MappingProxyType(
    {
        Trait.BODY: (
            _localised("acronym", "Acronym", "Sigle"),
            _choice("kind", "Kind", "Genre", BODY_KINDS),
            _choice("layer", "Layer", "Couche", LAYERS),
            _choice("standing", "Standing", "Statut", STANDINGS),
        ),
        Trait.STEERS: (_choice("mark", "Mark in pictures", "Marque dans les images", MARKS),),
        Trait.WORKS: (COUNCIL_ROLE, _yes_no("placeholder", "Placeholder", "À préciser")),
        Trait.OUTSIDE: (),
        Trait.GOVERNMENT: (_number("fixed-order", "Fixed order", "Ordre fixe"),),
        Trait.SEAT: (
            _localised("capacity", "Capacity", "Qualité"),
            _date("since", "Since", "Depuis"),
            _date("until", "Until", "Jusqu’à"),
        ),
        Trait.AIM: (
            _choice(
                "kind",
                "Kind",
                "Genre",
                choices(
                    [
                        ("vision", "Vision", "Vision"),
                        ("call-to-action", "Call to action", "Appel à l’action"),
                        ("objective", "Objective", "Objectif"),
                        ("framework-objective", "Framework objective", "Objectif du cadre"),
                        ("guiding-question", "Guiding question", "Question directrice"),
                        ("goal", "Goal", "But"),
                        ("scope", "Scope", "Portée"),
                        ("band", "Band of the logic model", "Bande du modèle logique"),
                        ("principle", "Principle", "Principe"),
                    ]
                ),
            ),
            _choice(
                "status",
                "Status",
                "État",
                choices(
                    [
                        ("not-recorded", "Not recorded", "Non consigné"),
                        ("not-begun", "Not begun", "Pas commencé"),
                        ("under-way", "Under way", "En cours"),
                        ("met", "Met", "Atteint"),
                        ("dropped", "Dropped", "Abandonné"),
                    ]
                ),
            ),
        ),
        Trait.AXIS: (
            _text("code", "Short code", "Code court"),
            _text("hue", "Hue", "Teinte"),
            _choice("glyph", "Glyph", "Pictogramme", GLYPHS),
        ),
        Trait.PRIORITY: (
            _choice(
                "standing",
                "Standing",
                "Statut",
                choices(
                    [
                        ("current", "Current", "Actuelle"),
                        ("emerging", "Emerging", "Émergente"),
                        ("retired", "Retired", "Retirée"),
                    ]
                ),
            ),
            _localised("statement", "Statement", "Énoncé"),
        ),
        Trait.WORK: (
            _choice(
                "kind",
                "Kind",
                "Genre",
                choices(
                    [
                        (
                            "proposed-initiative",
                            "Initiative proposed in the logic model",
                            "Initiative proposée dans le modèle logique",
                        ),
                        ("roadmap-item", "Roadmap item", "Élément de la feuille de route"),
                        ("work-item", "Work item", "Élément de travail"),
                    ]
                ),
            ),
            COUNCIL_ROLE,
            _text("code-as-printed", "Code as printed", "Code imprimé"),
            _choice(
                "progress",
                "Progress",
                "Avancement",
                choices(
                    [
                        ("new", "New", "Nouveau"),
                        ("under-way", "Under way", "En cours"),
                        ("done", "Done", "Terminé"),
                        ("stopped", "Stopped", "Arrêté"),
                    ]
                ),
            ),
            _number("rank", "Rank in its area", "Rang dans son domaine"),
            _yes_no("placeholder", "Placeholder", "À préciser"),
            _yes_no("prototype", "Prototype", "Prototype"),
            _yes_no("first-wave", "First wave", "Première vague"),
        ),
        Trait.OUTPUT: (_localised("value-statement", "Value statement", "Énoncé de valeur"),),
        Trait.OUTCOME: (_choice("horizon", "Horizon", "Horizon", HORIZONS),),
        Trait.TIME: (),
        Trait.FACTOR: (
            _choice(
                "quadrant",
                "Quadrant",
                "Quadrant",
                choices(
                    [
                        ("strength", "Strength", "Force"),
                        ("weakness", "Weakness", "Faiblesse"),
                        ("opportunity", "Opportunity", "Possibilité"),
                        ("threat", "Threat", "Menace"),
                    ]
                ),
            ),
            _localised("theme", "Theme", "Thème"),
        ),
        Trait.JUDGEMENT: (
            _choice("level", "Stated level", "Niveau énoncé", COVERAGE_STEPS),
            _number("areas-stated", "Areas stated", "Domaines énoncés"),
            _localised("alignment", "Fit with the call to action", "Degré de correspondance"),
            _localised("impact", "Impact on the call to action", "Répercussions"),
            _localised("engagement", "Engagement", "Engagement"),
            _localised("suggested-actions", "Suggested actions", "Mesures suggérées"),
            _localised("text", "Assessment", "Évaluation"),
        ),
        Trait.TRANSITION: (
            _choice("disposition", "Disposition", "Disposition", DISPOSITIONS),
            _text("mark-as-printed", "Mark as printed", "Marque imprimée"),
            _localised("rationale", "Rationale", "Justification"),
            _localised("trigger", "Trigger", "Élément déclencheur"),
        ),
        Trait.MEASURE: (
            _localised("unit", "Unit", "Unité"),
            _number("target", "Target", "Cible"),
        ),
        Trait.MEETING: (
            _date("date", "Date", "Date"),
            _localised("place", "Place", "Lieu"),
            _choice(
                "form",
                "Form",
                "Forme",
                choices(
                    [
                        ("in-person", "In person", "En personne"),
                        ("teleconference", "Teleconference", "Téléconférence"),
                        ("kick-off", "Project kick-off", "Lancement de projet"),
                    ]
                ),
            ),
        ),
        Trait.DECISION: (
            _text("number", "Number", "Numéro"),
            _text("kind", "Kind", "Genre"),
            _choice(
                "status",
                "Status",
                "État",
                choices(
                    [
                        ("planned", "Planned", "Prévu"),
                        ("put", "Put to the councils", "Soumis aux conseils"),
                        ("adopted", "Adopted", "Adopté"),
                        ("rejected", "Rejected", "Rejeté"),
                        ("done", "Done", "Fait"),
                        ("not-recorded", "Not recorded", "Non consigné"),
                    ]
                ),
            ),
            _localised("statement", "Statement", "Énoncé"),
            _localised("fallback", "Otherwise", "Sinon"),
            _date("date", "Date", "Date"),
            _date("review-by", "Review by", "À revoir d’ici"),
        ),
        Trait.REFERENCE: (
            _localised("kind", "Kind", "Genre"),
            _localised("definition", "Definition", "Définition"),
            _text("version", "Version", "Version"),
            _localised("maturity", "Maturity", "Maturité"),
            _date("date", "Date", "Date"),
            Attribute("address", Kind.WEB_LINK, Text("Web address", "Adresse Web")),
        ),
    }
)
