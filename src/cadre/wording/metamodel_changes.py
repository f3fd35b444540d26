"""Changes of types and settings in sentences: what the framework itself calls and counts anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cadre.core.attributes import Attribute
from cadre.core.change import Changes, SetElementType, SetLinkType, SetSetting
from cadre.core.comparison import Entry
from cadre.core.metamodel import ElementType, LinkType
from cadre.core.naming import Names, value_label
from cadre.core.phrases import within
from cadre.core.settings import Setting
from cadre.core.text import Text
from cadre.core.traits import BODY_KINDS
from cadre.wording.sentences import Wording

_NEW_TYPE: Final = Text("New type of {of}: {name}.", "Nouveau type {of} : {name}.")
_NO_TYPE: Final = Text("Type of {of} gone: {name}.", "Type {of} disparu : {name}.")
_TYPE: Final = Text("The type of {of} {name}: {clauses}.", "Le type {of} {name} : {clauses}.")
_OF_ELEMENT: Final = Text("element", "d’élément")
_OF_LINK: Final = Text("link", "de lien")
_RELABELLED: Final = Text("its label was {old}", "son libellé était {old}")
_FIELDS_CAME: Final = Text("it gains {names}", "il gagne {names}")
_FIELDS_WENT: Final = Text("it loses {names}", "il perd {names}")
_FIELDS_CHANGED: Final = Text("{names} {n:differs|differ}", "{names} {n:diffère|diffèrent}")
_OTHERWISE: Final = Text(
    "its wording or its rules differ", "sa formulation ou ses règles diffèrent"
)

_SET: Final = Text("{what}: from {old} to {new}.", "{what} : de {old} à {new}.")
_GIVEN: Final = Text("{what}: now {new}.", "{what} : désormais {new}.")
_CLEARED: Final = Text("{what}: no longer {old}.", "{what} : on retire {old}.")
_RULES: Final = Text(
    "{n:Rule|Rules} now {new}: {names}.", "{n:Règle|Règles} désormais {new} : {names}."
)
_RULES_CLEARED: Final = Text(
    "{n:Rule|Rules} without a status from now on: {names}.",
    "{n:Règle|Règles} désormais sans statut : {names}.",
)
_PROPER: Final = Text(
    "{n:Name|Names} now listed as rightly alike in both languages: {names}.",
    "{n:Nom|Noms} désormais admis comme identiques dans les deux langues : {names}.",
)
_NOT_PROPER: Final = Text(
    "{n:Name|Names} no longer listed as rightly alike in both languages: {names}.",
    "{n:Nom|Noms} n’étant plus admis comme identiques dans les deux langues : {names}.",
)
_STATUS: Final = {
    "proposed": Text("proposed", "à l’état de proposition"),
    "adopted": Text("adopted", "en vigueur"),
}
_SEVERITY: Final = {
    "error": Text("error", "erreur"),
    "warning": Text("warning", "avertissement"),
    "advice": Text("advice", "conseil"),
}
_WHAT: Final = {
    "name": Text("The name of the framework", "Le nom du cadre"),
    "maturity": Text("The maturity label", "La mention de maturité"),
    "threshold": Text("The threshold {name}", "Le seuil {name}"),
    "severity": Text("The severity of rule {name}", "La gravité de la règle {name}"),
    "rule-since": Text("The date since which {name} holds", "La date depuis laquelle vaut {name}"),
    "word": Text("The word used for {name}", "Le mot employé pour {name}"),
    "kind-adopted": Text("Whether the kind {name} is adopted", "L’adoption de la catégorie {name}"),
    "assessed": Text("When {name} was last assessed", "La dernière évaluation de {name}"),
    "accepted": Text(
        "Why finding {finding} on {name} is accepted",
        "Le motif pour accepter le constat {finding} sur {name}",
    ),
}
_OTHER: Final = Text("The setting {name}", "Le réglage {name}")


def type_sentence(entry: Entry, words: Wording) -> str:
    """What happened to a type."""
    change = entry.changes[0]
    if not isinstance(change, SetElementType | SetLinkType):
        raise TypeError(f"not a change of a type: {change!r}")
    of = words.of(_OF_ELEMENT if isinstance(change, SetElementType) else _OF_LINK)
    there = change.new or change.old
    name = words.quoted(there.label if there and there.label else Text(change.key, change.key))
    if change.old is None:
        return words.fill(_NEW_TYPE, of=of, name=name)
    if change.new is None:
        return words.fill(_NO_TYPE, of=of, name=name)
    clauses = "; ".join(_type_clauses(change.old, change.new, words))
    return words.fill(_TYPE, of=of, name=name, clauses=clauses)


def _type_clauses(
    old: ElementType | LinkType, new: ElementType | LinkType, words: Wording
) -> Iterator[str]:
    before = {one.key: one for one in old.attributes}
    after = {one.key: one for one in new.attributes}
    came = [one for key, one in after.items() if key not in before]
    went = [one for key, one in before.items() if key not in after]
    other = [one for key, one in after.items() if key in before and before[key] != one]
    said = False
    if old.label != new.label:
        said = True
        yield words.of(_RELABELLED).format(old=words.quoted(old.label))
    for template, those in ((_FIELDS_CAME, came), (_FIELDS_WENT, went)):
        if those:
            said = True
            yield words.of(template).format(names=_labels(those, words))
    if other:
        said = True
        yield words.fill(_FIELDS_CHANGED, names=_labels(other, words), n=len(other))
    if not said:
        yield words.of(_OTHERWISE)


def _labels(attributes: Iterable[Attribute], words: Wording) -> str:
    return words.listed([words.quoted(one.label or Text(one.key, one.key)) for one in attributes])


# --- settings ----------------------------------------------------------------------------------


def setting_sentences(
    those: Iterable[Entry], names: Names, words: Wording
) -> Iterator[tuple[str, Changes]]:
    """Sentences on settings with the changes each tells; those of many alike are one sentence."""
    folded: dict[tuple[str, object], list[SetSetting]] = {}
    for entry in those:
        for change in entry.changes:
            if isinstance(change, SetSetting):
                section = change.path.partition("/")[0]
                fold = section in {"proper-name", "rule-status"}
                apart = change.new if fold else change.path
                folded.setdefault((section, apart), []).append(change)
    for (section, _), changes in folded.items():
        yield _setting(section, changes, names, words), tuple(changes)


def _setting(section: str, changes: list[SetSetting], names: Names, words: Wording) -> str:
    new = changes[0].new
    match section:
        case "proper-name":
            keys = [change.path.partition("/")[2] for change in changes]
            named = words.listed([words.quoted(names.element(key)) for key in keys])
            template = _PROPER if new is True else _NOT_PROPER
            return words.fill(template, n=len(keys), names=named)
        case "rule-status":
            rules = [change.path.partition("/")[2] for change in changes]
            named = words.listed([words.quoted(names.called(rule)) for rule in rules])
            status = words.of(_STATUS.get(str(new), Text(str(new), str(new))))
            template = _RULES_CLEARED if new is None else _RULES
            return words.fill(template, n=len(rules), new=status, names=named)
        case _:
            return _single(changes[0], names, words)


def _single(change: SetSetting, names: Names, words: Wording) -> str:
    what = _about(change.path, names, words)
    old, new = (_said(change.path, value, words) for value in (change.old, change.new))
    template = _GIVEN if change.old is None else _CLEARED if change.new is None else _SET
    return words.fill(template, what=what, old=old, new=new)


def _about(path: str, names: Names, words: Wording) -> str:
    section, _, rest = path.partition("/")
    template = _WHAT.get(section, _OTHER)
    finding, _, key = rest.partition("/")
    name = Text(rest or path, rest or path)
    match section:
        case "accepted":
            name = names.element(key)
        case "rule-since":
            name = names.called(rest)
        case "kind-adopted":
            name = within(next((one.label for one in BODY_KINDS if one.key == rest), name))
        case "assessed":
            name = within(_knowledge(rest, names))
        case "severity":
            return words.fill(template, name=rest)
        case _:
            pass
    return words.fill(template, name=words.quoted(name), finding=finding)


def _knowledge(what: str, names: Names) -> Text:
    """What a trait or a link role is called by the types that have it."""
    model = names.after.metamodel
    for entry in model.link_types.values():
        if entry.role.value == what:
            return entry.label
    for one in model.element_types.values():
        if what in {trait.value for trait in one.traits}:
            return one.plural
    return Text(what, what)


def _said(path: str, value: Setting | None, words: Wording) -> str:
    match value:
        case None:
            return ""
        case str() if path.startswith("severity/"):
            return words.of(_SEVERITY.get(value, Text(value, value)))
        case bool() | int() | float():
            return words.of(value_label(None, value))
        case str():
            return words.quoted(Text(value, value))
        case Text():
            return words.quoted(value)
        case _:
            return words.of(value_label(None, value))
