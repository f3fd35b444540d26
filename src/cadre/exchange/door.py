"""What every format checks at the door: content against its types, editions, states together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from cadre.core import validate as found
from cadre.core.change import AddElement, Change, ChangeConflict
from cadre.core.faults import BadInput, Faults, Place, reason_of
from cadre.core.finding import Finding
from cadre.core.graph import Framework
from cadre.core.keys import is_key, is_slug
from cadre.core.states import CURRENT, Edition, Scenario, States
from cadre.core.text import Text
from cadre.exchange.framework_json import digest

_MENDS: Final[Mapping[str, Text]] = {
    found.NO_TYPE: Text("Correct the type, or declare it.", "Corriger le type, ou le déclarer."),
    found.NO_ATTRIBUTE: Text(
        "Correct its name, declare it, or remove the value.",
        "Corriger son nom, le déclarer, ou retirer la valeur.",
    ),
    found.WRONG_KIND: Text(
        "Write a value of that kind, or none.", "Écrire une valeur de ce genre, ou aucune."
    ),
    found.NO_CHOICE: Text(
        "Use one that there is, or declare it.", "En employer un qui existe, ou le déclarer."
    ),
    found.NO_LINK_TYPE: Text(
        "Correct the type, or declare it.", "Corriger le type, ou le déclarer."
    ),
    found.NOT_ALLOWED: Text(
        "Use another type of link, or turn it round.",
        "Employer un autre type de lien, ou l’inverser.",
    ),
    found.NOT_WEB: Text("Write the whole address.", "Écrire l’adresse en entier."),
    found.CHANGED_TRAIT: Text(
        "Give the attribute that kind, or another key.",
        "Donner ce genre à l’attribut, ou une autre clé.",
    ),
}
_REASONS: Final[Mapping[str, Text]] = {
    one.en: one
    for one in (
        Text("the element is there already", "l’élément y est déjà"),
        Text(
            "the element is not as the change says",
            "l’élément n’est pas comme le dit le changement",
        ),
        Text("there is no such element", "il n’y a pas de tel élément"),
        Text("the link is there already", "le lien y est déjà"),
        Text("the link is not as the change says", "le lien n’est pas comme le dit le changement"),
        Text("there is no such link", "il n’y a pas de tel lien"),
        Text("a link has no end", "un lien n’a pas de bout"),
        Text(
            "the setting is not as the change says",
            "le réglage n’est pas comme le dit le changement",
        ),
        Text(
            "the field is not as the change says", "le champ n’est pas comme le dit le changement"
        ),
        Text("a text is changed by language", "un texte se change par langue"),
        Text("the type is not as the change says", "le type n’est pas comme le dit le changement"),
    )
}


def refuse_faulty(
    framework: Framework, place_of: Callable[[Finding], Place], faults: Faults
) -> None:
    """BadInput for what in a framework its own metamodel does not allow."""
    for finding in found.validate(framework):
        faults.add(BadInput(finding.message, place_of(finding), _MENDS[finding.code]))


def refuse_altered(edition: Edition, place: Place) -> None:
    """BadInput when an edition is not what its digest says."""
    if digest(edition.framework) != edition.digest:
        raise BadInput(
            Text(
                f"edition {edition.key} does not match its digest: it was altered.",
                f"l’édition {edition.key} ne correspond pas à son empreinte : elle a été modifiée.",
            ),
            place,
            Text(
                "Restore it from a copy; change `current` instead.",
                "La rétablir depuis une copie; modifier plutôt l’état actuel.",
            ),
        )


def given_twice(what: str, place: Place) -> BadInput:
    """The refusal of an element, a link or another thing that may be there once only."""
    return BadInput(
        Text(f"“{what}” is given twice.", f"« {what} » est donné deux fois."),
        place,
        Text("Keep one of the two.", "Garder l’un des deux."),
    )


def unreadable(error: OSError, place: Place) -> BadInput:
    """The refusal of a file that the system does not give."""
    reason = reason_of(error)
    return BadInput(
        Text(
            f"the file cannot be read ({reason.en}).",
            f"le fichier ne peut pas être lu ({reason.fr}).",
        ),
        place,
        Text("Check who may read it.", "Vérifier qui peut le lire."),
    )


def no_such_element(key: str, place: Place) -> BadInput:
    """The refusal of the end of a link, or the owner of a text, that is not there."""
    return BadInput(
        Text(f"there is no element “{key}”.", f"il n’y a pas d’élément « {key} »."),
        place,
        Text("Add it, or correct the key.", "L’ajouter, ou corriger la clé."),
    )


def not_a_key(key: str, type_key: str, place: Place) -> BadInput:
    """The refusal of a key that is missing, badly written, or of another type."""
    name = type_key or "type"
    return BadInput(
        Text(
            f"“{key}” is not a key of type {name}." if type_key else f"“{key}” is not a key.",
            f"« {key} » n’est pas une clé de type {name}."
            if type_key
            else f"« {key} » n’est pas une clé.",
        )
        if key
        else Text("the key is missing.", "la clé manque."),
        place,
        Text(
            f"Write it as {name}/name, in lower-case letters, digits and hyphens.",
            f"L’écrire {name}/nom, en minuscules sans accent, chiffres et traits d’union.",
        ),
    )


def assembled(
    key: str,
    current: Framework,
    editions: Mapping[str, Edition],
    scenarios: Iterable[Scenario],
    place: Place,
) -> States:
    """All states, tried: keys are good and apart, and each scenario applies to its base."""
    by_key: dict[str, Scenario] = {}
    names = [CURRENT, *editions]
    for scenario in scenarios:
        names.append(scenario.key)
        by_key[scenario.key] = scenario
    for name in (key, *names):
        if not is_slug(name):
            raise BadInput(
                Text(f"“{name}” is not a key.", f"« {name} » n’est pas une clé.")
                if name
                else Text(
                    "a state or the framework has no key.", "un état ou le cadre est sans clé."
                ),
                place,
                Text(
                    "Use lower-case letters, digits and hyphens.",
                    "Employer des minuscules sans accent, des chiffres et des traits d’union.",
                ),
            )
        if names.count(name) > 1:
            raise given_twice(name, place)
    for scenario in by_key.values():
        if scenario.base != CURRENT and scenario.base not in editions:
            raise BadInput(
                Text(
                    f"scenario {scenario.key} has no base “{scenario.base}”.",
                    f"le scénario {scenario.key} n’a pas de base « {scenario.base} ».",
                ),
                place,
                Text("Use current or an edition.", "Employer current ou une édition."),
            )
    states = States(key, current, editions, by_key)
    for scenario in by_key.values():
        _try(states, scenario, place)
    return states


def _path(scenario: Scenario, change: Change) -> str:
    """Which of its changes: they are counted from 1."""
    number = next((n for n, one in enumerate(scenario.changes, 1) if one is change), 0)
    return f"{scenario.key}, {number}" if number else scenario.key


def _try(states: States, scenario: Scenario, place: Place) -> None:
    for change in scenario.changes:
        if isinstance(change, AddElement) and not is_key(change.element.key):
            raise not_a_key(change.element.key, "", place.at(path=_path(scenario, change)))
    try:
        outcome = states.at(scenario.key)
    except ChangeConflict as conflict:
        reason = _REASONS.get(conflict.reason, Text(conflict.reason, conflict.reason))
        raise BadInput(
            Text(
                f"scenario {scenario.key} does not fit its base: {reason.en}.",
                f"le scénario {scenario.key} ne s’applique pas à sa base : {reason.fr}.",
            ),
            place.at(path=_path(scenario, conflict.change)),
            Text(
                "Correct its changes, or make it anew from its base.",
                "Corriger ses changements, ou le refaire depuis sa base.",
            ),
        ) from None
    for finding in found.validate(outcome):
        raise BadInput(
            Text(
                f"scenario {scenario.key}: {finding.message.en}",
                f"scénario {scenario.key} : {finding.message.fr}",
            ),
            place,
            _MENDS[finding.code],
        )
