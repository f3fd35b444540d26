"""The words of a workbook: what its sheets, columns and choices are called, in both languages.

A word is taken in either language, with or without accents and capitals, and as the key that
programs use. A word is written only where it leads back to its key; else the key is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from cadre.core.attributes import Attribute, Choice, choices
from cadre.core.metamodel import Metamodel
from cadre.core.phrases import fill
from cadre.core.text import LANGUAGES, Language, Text, folded
from cadre.core.traits import GLYPHS, TRAIT_LABELS, LinkRole
from cadre.core.validate import KIND_LABELS
from cadre.core.values import Kind
from cadre.exchange.framework_tables import ELEMENTS, LINKS, SETTINGS, TEXTS
from cadre.sheets.xlsx import sheet_name

ABOUT: Final = "about"
ARCHIVE: Final = "archive"
LISTS: Final = "lists"

FIXED_SHEETS: Final[Mapping[str, Text]] = {
    ABOUT: Text("About", "À propos"),
    SETTINGS: Text("Settings", "Réglages"),
    TEXTS: Text("Lists of texts", "Listes de textes"),
    "types/elements": Text("Own types", "Types ajoutés"),
    "types/links": Text("Own link types", "Types de liens ajoutés"),
    "types/attributes": Text("Own attributes", "Attributs ajoutés"),
    "types/choices": Text("Own choices", "Choix ajoutés"),
    LISTS: Text("Choices", "Choix"),
    ARCHIVE: Text("Archive", "Archives"),
}
IN_LANGUAGE: Final[Mapping[Language, Text]] = {
    "en": Text("English", "anglais"),
    "fr": Text("French", "français"),
}
YES_NO: Final = (
    Choice("yes", Text("Yes", "Oui"), aliases=("true", "vrai", "1")),
    Choice("no", Text("No", "Non"), aliases=("false", "faux", "0")),
)
_INFERRED: Final = "inferred"
_LAST: Final = ("external-ids", "provenance", "certainty", _INFERRED, "note")


class Said(Enum):
    """How the cells of a column are said."""

    TEXT = auto()
    KEY = auto()
    NUMBER = auto()
    DATE = auto()
    PERIOD = auto()
    CHOICE = auto()
    CHOICES = auto()


_SAID: Final[Mapping[Kind, Said]] = {
    Kind.NUMBER: Said.NUMBER,
    Kind.DATE: Said.DATE,
    Kind.PERIOD: Said.PERIOD,
    Kind.CHOICE: Said.CHOICE,
    Kind.CHOICES: Said.CHOICES,
    Kind.YES_NO: Said.CHOICE,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: the id that programs use, and how people read and fill it."""

    id: str
    label: Text
    help: Text = Text()
    said: Said = Said.TEXT
    choices: tuple[Choice, ...] = ()
    free: bool = False
    """Whether other words than the choices are taken as they are."""
    width: float = 22
    quiet: bool = False
    """There to be read beside a key; not read back."""
    seldom: bool = False
    """Written only where a row fills it."""
    also: tuple[str, ...] = ()
    """Other headers that are taken for it."""


# --- words and keys ----------------------------------------------------------------------------


def plain(word: str) -> str:
    """Letters and digits of a word without case, accents, signs or spacing."""
    return " ".join(re.findall(r"[^\W_]+", folded(word)))


class Words:
    """Which key each word stands for; a word of two keys stands for none."""

    def __init__(self, entries: Iterable[tuple[str, Iterable[str]]]) -> None:
        named = [(key, tuple(words)) for key, words in entries]
        self._keys = {key for key, _ in named}
        self._exact = _one_each((key, word) for key, words in named for word in words)
        self._plain = _one_each(
            (key, plain(word)) for key, words in named for word in (key, *words)
        )

    def key_of(self, word: str) -> str | None:
        """The key itself, or the one key with this word, or with one that reads the same."""
        if word in self._keys:
            return word
        known = self._exact.get(word) or self._exact.get(word.strip())
        return known or self._plain.get(plain(word))


def _one_each(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for key, word in pairs:
        if word:
            found.setdefault(word, set()).add(key)
    return {word: min(keys) for word, keys in found.items() if len(keys) == 1}


@lru_cache(maxsize=1024)
def words_of_choices(offered: tuple[Choice, ...]) -> Words:
    """The words of some choices: labels in both languages and aliases."""
    return Words((one.key, (one.label.en, one.label.fr, *one.aliases)) for one in offered)


@lru_cache(maxsize=4096)
def word_of(key: str, offered: tuple[Choice, ...], language: Language) -> str:
    """What a choice is called, or its key where that would not lead back to it."""
    label = next((one.label.in_(language) for one in offered if one.key == key), "")
    leads_back = words_of_choices(offered).key_of(label) == key if label else False
    return label if leads_back and ";" not in label and label == label.strip() else key


def headers_of(columns: Iterable[Column]) -> Words:
    """The words of some columns."""
    return Words((one.id, (one.label.en, one.label.fr, *one.also)) for one in columns if one.label)


# --- columns -----------------------------------------------------------------------------------

KEY: Final = Column(
    "key",
    Text("Key", "Clé"),
    Text(
        "What links point to: type/name, in lower-case letters, digits and hyphens. It never "
        "changes; a new row needs a new one.",
        "Ce que les liens désignent : type/nom, en minuscules sans accent, chiffres et traits "
        "d’union. Elle ne change jamais; une nouvelle ligne en demande une nouvelle.",
    ),
    Said.KEY,
    also=("id", "identifier", "identifiant"),
)
_NOT_READ_BACK: Final = Text("To read by; not read back.", "Pour s’y retrouver; n’est pas relu.")
_HELP_OF_KIND: Final[Mapping[Kind, Text]] = {
    Kind.DATE: Text(
        "2016, 2016-09 or 2016-09-14, as precise as known.",
        "2016, 2016-09 ou 2016-09-14, aussi précis que connu.",
    ),
    Kind.PERIOD: Text(
        "2016-10/2017-03; either side may be empty.",
        "2016-10/2017-03; un côté peut être vide.",
    ),
    Kind.YES_NO: Text("Yes or no.", "Oui ou non."),
    Kind.CHOICE: Text("Choose from the list.", "Choisir dans la liste."),
    Kind.CHOICES: Text("Several are parted by “;”.", "En séparer plusieurs par « ; »."),
    Kind.NUMBER: Text("A number.", "Un nombre."),
    Kind.WEB_LINK: Text("Begins with http:// or https://.", "Commence par http:// ou https://."),
}
_WIDTHS: Final[Mapping[Kind, float]] = {
    Kind.NUMBER: 10,
    Kind.DATE: 13,
    Kind.PERIOD: 18,
    Kind.YES_NO: 10,
    Kind.WEB_LINK: 30,
}


def _part(label: Text, key: str, language: Language) -> tuple[Text, tuple[str, ...]]:
    """The header of one language of a text, and other forms of it."""
    name = IN_LANGUAGE[language]
    said = (name.en, name.fr, language)
    also = [f"{word} {one}" for word in (label.en, label.fr, key) if word for one in said]
    return fill(Text("{label} ({name})", "{label} ({name})"), label=label, name=name), tuple(also)


@lru_cache(maxsize=1024)
def columns_of_attribute(attribute: Attribute) -> tuple[Column, ...]:
    """The columns of an attribute; remembered, as most types share most of theirs."""
    label = attribute.label or Text(attribute.key, attribute.key)
    hint = _HELP_OF_KIND.get(attribute.kind, Text())
    joined = Text(
        f"{attribute.help.en} {hint.en}".strip(), f"{attribute.help.fr} {hint.fr}".strip()
    )
    offered: tuple[Choice, ...] = attribute.choices
    match attribute.kind:
        case Kind.TEXTS:
            return ()
        case Kind.LOCALISED:
            wide = 34 if attribute.key in ("name", "short-name", "acronym") else 50
            found = []
            for language in LANGUAGES:
                header, also = _part(label, attribute.key, language)
                found.append(
                    Column(f"{attribute.key}.{language}", header, joined, width=wide, also=also)
                )
            return (*found, _stale(attribute.key, label))
        case Kind.YES_NO:
            offered = YES_NO
        case _:
            pass
    said = _SAID.get(attribute.kind, Said.TEXT)
    if said is Said.CHOICE and not offered:
        said = Said.TEXT
    return (
        Column(
            attribute.key,
            label,
            joined,
            said,
            offered,
            free=not attribute.choices and attribute.kind is not Kind.YES_NO,
            width=_WIDTHS.get(attribute.kind, 22),
        ),
    )


def _stale(key: str, label: Text) -> Column:
    return Column(
        f"{key}.stale",
        fill(
            Text("{label} (language to revise)", "{label} (langue à revoir)"),
            label=label,
        ),
        Text(
            "The language left behind when the other one changed.",
            "La langue restée en arrière quand l’autre a changé.",
        ),
        Said.CHOICE,
        tuple(Choice(lang, IN_LANGUAGE[lang]) for lang in LANGUAGES),
        width=16,
        seldom=True,
    )


def _of_attributes(attributes: Mapping[str, Attribute]) -> list[Column]:
    """The columns of some attributes: what is said first, where it is from last.

    What is inferred names any of them.
    """
    named = tuple(Choice(one.key, one.label) for one in attributes.values())
    ordered = sorted(attributes.values(), key=lambda one: one.key in _LAST)
    return [
        replace(column, choices=named)
        if column.id == _INFERRED and column.said is Said.CHOICES
        else column
        for one in ordered
        for column in columns_of_attribute(one)
    ]


def _end(key: str, label: Text) -> list[Column]:
    return [
        Column(
            key,
            fill(Text("{label} (key)", "{label} (clé)"), label=label),
            Text("The key of an element.", "La clé d’un élément."),
            Said.KEY,
            width=28,
            also=(label.en, label.fr),
        ),
        Column(
            f"{key}-name",
            fill(Text("{label} (name)", "{label} (nom)"), label=label),
            _NOT_READ_BACK,
            width=34,
            quiet=True,
        ),
    ]


def _localised(key: str, en: str, fr: str) -> tuple[Column, ...]:
    return columns_of_attribute(Attribute(key, Kind.LOCALISED, Text(en, fr)))


def _choice_column(key: str, label: Text, offered: tuple[Choice, ...]) -> Column:
    return Column(key, label, Text(), Said.CHOICE, offered)


_KEY_OF_TYPE: Final = replace(KEY, help=Text(), also=())
_ELEMENT_OR_LINK: Final = choices([("element", "Elements", "Éléments"), ("link", "Links", "Liens")])
_OF: Final = _choice_column("of", Text("Of", "De"), _ELEMENT_OR_LINK)
_ROLES: Final = tuple(Choice(role.value, Text(role.value, role.value)) for role in LinkRole)
_TRAITS: Final = tuple(Choice(trait.value, label) for trait, label in TRAIT_LABELS.items())
_KINDS: Final = tuple(Choice(kind.value, label) for kind, label in KIND_LABELS.items())
_KIND: Final = _choice_column("kind", Text("Kind", "Genre"), _KINDS)
_ORDER: Final = Column("order", Text("Order", "Ordre"), Text(), Said.NUMBER, width=10)
_REMOVED: Final = replace(
    _choice_column("removed", Text("Removed", "Retiré"), YES_NO), width=10, seldom=True
)
_TYPE: Final = Column("type", Text("Type", "Type"), Text(), Said.KEY)
_LABELS: Final = (*_localised("label", "Label", "Libellé"), *_localised("help", "Help", "Aide"))

FIXED_COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    SETTINGS: (
        Column(
            "path",
            Text("Setting", "Réglage"),
            Text("Its path, such as threshold/few.", "Son chemin, par exemple threshold/few."),
            Said.KEY,
            width=40,
            also=("path", "chemin"),
        ),
        _KIND,
        Column("value", Text("Value", "Valeur"), width=30),
        *_localised("value", "Value", "Valeur"),
    ),
    "types/elements": (
        _KEY_OF_TYPE,
        *_localised("label", "Label", "Libellé"),
        *_localised("plural", "Plural", "Pluriel"),
        *_localised("help", "Help", "Aide"),
        Column(
            "traits", Text("Traits", "Traits"), _HELP_OF_KIND[Kind.CHOICES], Said.CHOICES, _TRAITS
        ),
        _choice_column("glyph", Text("Glyph", "Pictogramme"), GLYPHS),
        _ORDER,
        _REMOVED,
    ),
    "types/links": (
        _KEY_OF_TYPE,
        _choice_column("role", Text("Role", "Rôle"), _ROLES),
        *_localised("label", "Label", "Libellé"),
        *_localised("inverse", "Read backwards", "Lu à l’envers"),
        *_localised("help", "Help", "Aide"),
        Column(
            "ends",
            Text("May join", "Peut joindre"),
            Text(
                "Traits of sources > traits of targets; several pairs are parted by “|”.",
                "Traits des sources > traits des cibles; séparer les paires par « | ».",
            ),
            width=40,
        ),
        _ORDER,
        _REMOVED,
    ),
    "types/attributes": (_OF, _TYPE, _KEY_OF_TYPE, _KIND, *_LABELS),
    "types/choices": (
        _OF,
        _TYPE,
        Column("attribute", Text("Attribute", "Attribut"), Text(), Said.KEY),
        _KEY_OF_TYPE,
        *_LABELS,
        Column(
            "aliases",
            Text("Also written", "Aussi écrit"),
            _HELP_OF_KIND[Kind.CHOICES],
        ),
        Column("step", Text("Step", "Échelon"), Text(), Said.NUMBER, width=10),
    ),
}


def columns_of_table(name: str, metamodel: Metamodel) -> tuple[Column, ...]:
    """The columns that a table may have, the one that every row needs first."""
    if name.startswith(ELEMENTS):
        attributes = metamodel.attributes(name.removeprefix(ELEMENTS))
        return (KEY, *_of_attributes(attributes))
    if name.startswith(LINKS):
        attributes = metamodel.link_attributes(name.removeprefix(LINKS))
        return (
            *_end("source", Text("From", "De")),
            *_end("target", Text("To", "À")),
            *_of_attributes(attributes),
        )
    if name == TEXTS:
        return _columns_of_texts(metamodel)
    return FIXED_COLUMNS[name]


def _columns_of_texts(metamodel: Metamodel) -> tuple[Column, ...]:
    lists = {
        one.key: Choice(one.key, one.label)
        for type_key in metamodel.element_types
        for one in metamodel.attributes(type_key).values()
        if one.kind is Kind.TEXTS
    }
    english, french, stale = _localised("text", "Text", "Texte")
    return (
        *_end("element", Text("Element", "Élément")),
        Column(
            "field",
            Text("List", "Liste"),
            Text("Which list of the element.", "Quelle liste de l’élément."),
            Said.CHOICE,
            tuple(lists.values()),
            free=True,
        ),
        replace(english, id="en"),
        replace(french, id="fr"),
        replace(stale, id="stale"),
        Column(
            "kind",
            Text("Kind", "Genre"),
            Text(
                "variant, former-name, acronym, or another word.",
                "variant, former-name, acronym ou un autre mot.",
            ),
        ),
        Column("provenance", Text("Provenance", "Provenance"), width=30),
    )


# --- sheets ------------------------------------------------------------------------------------


def sheet_names(metamodel: Metamodel, language: Language) -> dict[str, str]:
    """What the sheet of each table is called: within 31 letters, each apart from the others."""
    taken: set[str] = set()
    names = {table: sheet_name(words.in_(language), taken) for table, words in FIXED_SHEETS.items()}
    for key, entry in metamodel.element_types.items():
        wanted = entry.plural or entry.label or Text(key, key)
        names[f"{ELEMENTS}{key}"] = sheet_name(wanted.in_(language), taken)
    prefix = Text("Link – ", "Lien – ").in_(language)
    for key, link in metamodel.link_types.items():
        wanted = link.label or Text(key, key)
        names[f"{LINKS}{key}"] = sheet_name(f"{prefix}{wanted.in_(language)}", taken)
    return names


def words_of_sheets(metamodel: Metamodel) -> Words:
    """Which table a sheet is, by its name in either language, or by the word or key of a type."""
    both = [sheet_names(metamodel, language) for language in LANGUAGES]
    entries: list[tuple[str, tuple[str, ...]]] = []
    for table in both[0]:
        also: tuple[str, ...] = (table,)
        key = table.partition("/")[2]
        if table.startswith(ELEMENTS):
            entry = metamodel.element_types[key]
            also = (key, entry.label.en, entry.label.fr, entry.plural.en, entry.plural.fr)
        elif table.startswith(LINKS):
            also = (key, metamodel.link_types[key].label.en, metamodel.link_types[key].label.fr)
        entries.append((table, (*(names[table] for names in both), *also)))
    return Words(entries)
