"""The first sheet of a workbook: what this is, how to edit it and how to bring it back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cadre.core.faults import BadInput, Place
from cadre.core.kernel import KERNEL_NUMBER
from cadre.core.phrases import fill
from cadre.core.states import CURRENT, States
from cadre.core.text import Language, Text
from cadre.exchange.cell_values import is_whole
from cadre.exchange.document import SCHEMA_NUMBER, check_versions, digest
from cadre.exchange.json_shapes import Malformed
from cadre.exchange.workbook_words import IN_LANGUAGE, Words
from cadre.sheets.xlsx import PageOut
from cadre.sheets.xlsx_reading import SheetRead

_KEY: Final = Text("Key of the framework", "Clé du cadre")
_KEPT: Final = Text("Editions and scenarios kept", "Éditions et scénarios conservés")
_VERSION: Final = Text("Version of the file", "Version du fichier")
_READ: Final = Words(
    (
        ("framework-key", (_KEY.en, _KEY.fr)),
        ("states-kept", (_KEPT.en, _KEPT.fr)),
        ("file-version", (_VERSION.en, _VERSION.fr)),
    )
)
_LEAVE: Final = Text("leave as it is", "à laisser tel quel")

_HOW: Final = (
    Text("How to edit", "Comment modifier"),
    Text(
        "Each sheet is one kind of thing; each row is one of them. Change a cell, add a row at the "
        "end, or delete a row. Grey columns are there to read by and are not read back.",
        "Chaque feuille est un genre de choses; chaque ligne en est une. Changez une cellule, "
        "ajoutez une ligne à la fin ou supprimez-en une. Les colonnes grises servent à s’y "
        "retrouver et ne sont pas relues.",
    ),
    Text(
        "Keys hold the sheets together: never change one. A new row needs a new key, written as "
        "the others are. To remove an element, remove the rows of its links too.",
        "Les clés relient les feuilles : n’en changez jamais. Une nouvelle ligne demande une "
        "nouvelle clé, écrite comme les autres. Pour retirer un élément, retirez aussi les lignes "
        "de ses liens.",
    ),
    Text(
        "Words are taken in English and in French alike. Order of rows and columns is free. A new "
        "sheet named after a type is read; a sheet, column or row that begins with # is not.",
        "Les mots sont acceptés en français comme en anglais. L’ordre des lignes et des colonnes "
        "est libre. Une nouvelle feuille qui porte le nom d’un type est lue; une feuille, une "
        "colonne ou une ligne qui commence par # ne l’est pas.",
    ),
    Text(
        "Formulas are refused: write their values. Editions and scenarios are kept whole in a "
        "hidden sheet and are not edited here.",
        "Les formules sont refusées : écrivez leurs valeurs. Les éditions et les scénarios sont "
        "conservés en entier dans une feuille cachée et ne se modifient pas ici.",
    ),
)
_BACK: Final = (
    Text("How to bring it back", "Comment le rapporter"),
    Text(
        "Save it as .xlsx and give it to Cadre wherever a framework is asked for, for example: "
        "cadre check FILE.xlsx, or cadre convert FILE.xlsx --to bundle --out FOLDER. A fault is "
        "named by sheet, row and column, and then nothing is read.",
        "Enregistrez-le en .xlsx et donnez-le à Cadre là où un cadre est demandé, par exemple : "
        "cadre check FICHIER.xlsx, ou cadre convert FICHIER.xlsx --to bundle --out DOSSIER. Une "
        "faute est nommée par feuille, ligne et colonne, et rien n’est alors lu.",
    ),
)


def about_page(states: States, name: str, counts: Mapping[str, int], language: Language) -> PageOut:
    """The first sheet, with a way to each other one; `counts` are their rows."""
    lines = [
        (label.in_(language), text if isinstance(text, str) else text.in_(language))
        for label, text in _lines(states)
    ]
    rows = Text("{count} rows", "{count} lignes").in_(language)
    one = Text("1 row", "1 ligne").in_(language)
    lines += [("", ""), (Text("Sheets", "Feuilles").in_(language), "")]
    lines += [
        (sheet, one if count == 1 else rows.format(count=count)) for sheet, count in counts.items()
    ]
    language_line = (
        Text("Language of the words", "Langue des mots").in_(language),
        IN_LANGUAGE[language].in_(language),
    )
    title = states.name.in_(language)
    return PageOut(
        name, title, [*lines[:3], language_line, *lines[3:]], {sheet: sheet for sheet in counts}
    )


def _lines(states: States) -> Iterator[tuple[Text, Text | str]]:
    info, framework = states.info(CURRENT), states.current
    yield Text("State", "État"), info.name
    yield Text("Date", "Date"), Text("As the framework stands", "Le cadre tel qu’il est")
    yield Text("Maturity", "Maturité"), info.maturity
    yield (
        Text("Content", "Contenu"),
        fill(
            Text("{elements} elements, {links} links", "{elements} éléments, {links} liens"),
            elements=len(framework),
            links=framework.link_count(),
        ),
    )
    for key in states:
        if key != CURRENT:
            other = states.info(key)
            label = (
                Text("Edition", "Édition")
                if key in states.editions
                else Text("Scenario", "Scénario")
            )
            day = f" ({other.date})" if other.date else ""
            yield label, Text(f"{other.name.in_('en')}{day}", f"{other.name.in_('fr')}{day}")
    yield Text(), ""
    for label, *texts in (_HOW, _BACK):
        for place, text in enumerate(texts):
            yield label if place == 0 else Text(), text
    yield Text(), ""
    yield Text("For the program", "Pour le logiciel"), _LEAVE
    yield _KEY, states.key
    yield _KEPT, str(len(states.editions) + len(states.scenarios))
    yield _VERSION, f"{SCHEMA_NUMBER}.{KERNEL_NUMBER}"
    yield Text("Digest of this state", "Empreinte de cet état"), digest(framework)


@dataclass(frozen=True, slots=True)
class About:
    """What the first sheet says to the program."""

    key: str
    states: int


def _found(sheet: SheetRead) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in sheet.rows:
        label, value = row.cells.get(1), row.cells.get(2)
        key = _READ.key_of(label) if isinstance(label, str) else None
        if key and isinstance(value, str | int | float):
            found[key] = str(value).strip()
    return found


def is_about(sheet: SheetRead) -> bool:
    """Whether this is the first sheet, whatever it is called now."""
    return "framework-key" in _found(sheet)


def read_about(sheet: SheetRead | None, place: Place) -> About:
    """What the first sheet says to the program.

    BadInput when it is missing, or of a later version than this program knows.
    """
    found = _found(sheet) if sheet else {}
    at = Place(place.file, sheet=sheet.name if sheet else "")
    if "framework-key" not in found:
        raise BadInput(
            Text(
                "the first sheet, with the key of the framework, is missing.",
                "la première feuille, avec la clé du cadre, manque.",
            ),
            place,
            Text(
                "Copy the sheet “About” from an exported workbook.",
                "Copier la feuille « À propos » d’un classeur exporté.",
            ),
        )
    numbers = re.fullmatch(r"(\d{1,4})[.,](\d{1,4})", found.get("file-version", "1.1"))
    kept = found.get("states-kept", "0")
    if numbers is None or not is_whole(kept):
        raise BadInput(
            Text(
                "the lines for the program were altered.",
                "les lignes pour le logiciel ont été modifiées.",
            ),
            at,
            Text("Copy them from an exported workbook.", "Les copier d’un classeur exporté."),
        )
    try:
        check_versions(int(numbers[1]), int(numbers[2]))
    except Malformed as fault:
        raise BadInput(fault.what, at, fault.mend) from None
    return About(found["framework-key"], int(kept))
