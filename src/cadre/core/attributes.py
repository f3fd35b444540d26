"""What an attribute is, and the attributes that every element and every link has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cadre.core.text import Text
from cadre.core.values import Kind


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list, in the order of the list.

    `step` places the choice on a scale that analyses compute (the five steps of coverage).
    """

    key: str
    label: Text
    help: Text = Text()
    aliases: tuple[str, ...] = ()
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Attribute:
    """A named property of elements or links, of one kind."""

    key: str
    kind: Kind
    label: Text
    help: Text = Text()
    choices: tuple[Choice, ...] = ()

    def choice(self, key: str) -> Choice | None:
        """The choice with this key, or None."""
        return next((choice for choice in self.choices if choice.key == key), None)


def choices(rows: Iterable[tuple[str, str, str]]) -> tuple[Choice, ...]:
    """Choices from rows of key, English label and French label."""
    return tuple(Choice(key, Text(en, fr)) for key, en, fr in rows)


CERTAINTIES: Final = (
    Choice(
        "stated",
        Text("Stated", "Énoncé"),
        Text("The source says it in so many words.", "La source le dit en toutes lettres."),
    ),
    Choice(
        "high",
        Text("High", "Élevée"),
        Text("Read from the source with little doubt.", "Lu dans la source avec peu de doute."),
    ),
    Choice(
        "medium",
        Text("Medium", "Moyenne"),
        Text("A likely reading; another is possible.", "Lecture probable; une autre est possible."),
    ),
    Choice(
        "low",
        Text("Low", "Faible"),
        Text("A guess to be confirmed by a person.", "Hypothèse à confirmer par une personne."),
    ),
)

LIFECYCLES: Final = (
    Choice(
        "proposed",
        Text("Proposed", "Proposé"),
        Text("Put forward, not begun.", "Mis de l’avant, pas encore commencé."),
    ),
    Choice(
        "active",
        Text("Active", "Actif"),
        Text("In being or under way.", "En place ou en cours."),
    ),
    Choice(
        "paused",
        Text("Paused", "Suspendu"),
        Text("Held for a time.", "Arrêté pour un temps."),
    ),
    Choice(
        "ended",
        Text("Ended", "Terminé"),
        Text("Over; kept for the record.", "Fini; conservé pour mémoire."),
    ),
)

_PROVENANCE: Final = Attribute(
    "provenance",
    Kind.TEXT,
    Text("Provenance", "Provenance"),
    Text(
        "Document and place, for instance posters-2016-08:632-640; several are parted by “; ”.",
        "Document et endroit, par exemple posters-2016-08:632-640; séparer par « ; ».",
    ),
)
_CERTAINTY: Final = Attribute(
    "certainty",
    Kind.CHOICE,
    Text("Certainty", "Certitude"),
    Text(
        "How sure the reading of the source is.",
        "À quel point la lecture de la source est sûre.",
    ),
    CERTAINTIES,
)
_INFERRED: Final = Attribute(
    "inferred",
    Kind.CHOICES,
    Text("Inferred fields", "Champs déduits"),
    Text(
        "Which attributes are a reading and not a statement.",
        "Les attributs qui sont une lecture et non un énoncé.",
    ),
)
_NOTE: Final = Attribute(
    "note",
    Kind.LOCALISED,
    Text("Note", "Note"),
    Text(
        "What a reader must know to trust or doubt this.",
        "Ce qu’il faut savoir pour s’y fier ou en douter.",
    ),
)

ELEMENT_ATTRIBUTES: Final[tuple[Attribute, ...]] = (
    Attribute(
        "name",
        Kind.LOCALISED,
        Text("Name", "Nom"),
        Text("The official or usual name.", "Le nom officiel ou usuel."),
    ),
    Attribute(
        "short-name",
        Kind.LOCALISED,
        Text("Short name", "Nom court"),
        Text(
            "The name in pictures; the full name where empty.",
            "Le nom dans les images; le nom complet s’il est vide.",
        ),
    ),
    Attribute(
        "also-known-as",
        Kind.TEXTS,
        Text("Also known as", "Aussi appelé"),
        Text(
            "Variants, former names and acronyms, each with its source.",
            "Variantes, anciens noms et sigles, chacun avec sa source.",
        ),
    ),
    Attribute(
        "summary",
        Kind.LOCALISED,
        Text("Summary", "Résumé"),
        Text("What it is, in one or two sentences.", "Ce que c’est, en une ou deux phrases."),
    ),
    Attribute(
        "order",
        Kind.NUMBER,
        Text("Order", "Ordre"),
        Text("Its place among elements of its type.", "Son rang parmi les éléments de son type."),
    ),
    Attribute("lifecycle", Kind.CHOICE, Text("Lifecycle", "Cycle de vie"), Text(), LIFECYCLES),
    Attribute("starts", Kind.DATE, Text("Starts", "Début"), Text()),
    Attribute("ends", Kind.DATE, Text("Ends", "Fin"), Text()),
    Attribute(
        "external-ids",
        Kind.TEXT,
        Text("External identifiers", "Identifiants externes"),
        Text(
            "Scheme and value, for instance wikidata=Q16; several are parted by “; ”.",
            "Système et valeur, par exemple wikidata=Q16; séparer par « ; ».",
        ),
    ),
    _PROVENANCE,
    _CERTAINTY,
    _INFERRED,
    _NOTE,
)

LINK_ATTRIBUTES: Final[tuple[Attribute, ...]] = (_PROVENANCE, _CERTAINTY, _INFERRED, _NOTE)
