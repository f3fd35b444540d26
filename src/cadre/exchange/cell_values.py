"""Values as cells of a table, and back: one text a value, two columns for a localised text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from cadre.core.attributes import Attribute
from cadre.core.dates import PartialDate, Period
from cadre.core.faults import BadInput, Faults, Place
from cadre.core.text import LANGUAGES, Text, is_language
from cadre.core.values import Kind, NotedText, Value, Values, is_measurable

SEPARATOR = ";"
LONGEST_WHOLE = 8
"""Digits of a number that counts or orders, as `json_shapes.number_at` has it."""
_NOWHERE = Place()


def columns_of(attribute: Attribute) -> tuple[str, ...]:
    """The columns an attribute may take; none for a list of texts, which has its own table."""
    match attribute.kind:
        case Kind.TEXTS:
            return ()
        case Kind.LOCALISED:
            return (*(f"{attribute.key}.{lang}" for lang in LANGUAGES), f"{attribute.key}.stale")
        case _:
            return (attribute.key,)


def cells_of(values: Values) -> dict[str, str]:
    """The cells of an element's or a link's values, by column."""
    return dict(_cells(values))


def _cells(values: Values) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        match value:
            case Text():
                for lang in LANGUAGES:
                    if value.get(lang):
                        yield f"{name}.{lang}", value.get(lang)
                if value.stale:
                    yield f"{name}.stale", value.stale
            case tuple() if value and isinstance(value[0], NotedText):
                continue
            case _:
                yield name, text_of(value)


def text_of(value: Value) -> str:
    """A value that is neither localised nor a list of texts, as one cell."""
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case tuple():
            return joined([str(one) for one in value])
        case _:
            return str(value)


def joined(parts: Sequence[str]) -> str:
    """Several words as one cell, parted by `;`; as a JSON list where one of them has a `;`."""
    cell = SEPARATOR.join(parts)
    if cell.startswith("[") or _split(cell) != list(parts):
        return json.dumps(list(parts), ensure_ascii=False)
    return cell


def is_whole(cell: str) -> bool:
    """Whether a cell holds a whole number that is not endless."""
    digits = cell.removeprefix("-")
    return len(digits) <= LONGEST_WHOLE and digits.isdecimal()


def parted(cell: str) -> list[str]:
    """The words that a cell holds."""
    if cell.startswith("["):
        try:
            parts = json.loads(cell)
        except (ValueError, RecursionError):
            parts = None
        if isinstance(parts, list) and all(isinstance(part, str) for part in parts):
            return parts
    return _split(cell)


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(SEPARATOR) if part.strip()]


def values_of(
    cells: Mapping[str, str],
    attributes: Mapping[str, Attribute],
    at: Callable[[str], Place],
    faults: Faults,
) -> dict[str, Value]:
    """The values that cells stand for, by attribute; `at` is the place of a column.

    BadInput for a column no attribute has or a cell of another kind.
    """
    found: dict[str, Value] = {}
    for column, cell in cells.items():
        name, dot, part = column.partition(".")
        attribute = attributes.get(name)
        localised = attribute is not None and attribute.kind is Kind.LOCALISED
        if attribute is None or bool(dot) != localised or attribute.kind is Kind.TEXTS:
            faults.add(_no_such_attribute(column, at(column)))
            continue
        try:
            if localised:
                found[name] = _with_part(found.get(name), part, cell, _NOWHERE)
            else:
                found[name] = value_of(cell, attribute, _NOWHERE)
        except BadInput as fault:
            faults.add(BadInput(fault.what, at(column), fault.mend))
    return found


def _no_such_attribute(name: str, place: Place) -> BadInput:
    return BadInput(
        Text(f"there is no attribute “{name}” here.", f"il n’y a pas d’attribut « {name} » ici."),
        place,
        Text(
            "Correct its name, remove it, or declare the attribute.",
            "Corriger son nom, le retirer, ou déclarer l’attribut.",
        ),
    )


def _with_part(value: Value | None, part: str, cell: str, place: Place) -> Text:
    text = value if isinstance(value, Text) else Text()
    if is_language(part):
        return text.with_language(part, cell)
    if part == "stale" and is_language(cell):
        return Text(text.en, text.fr, cell)
    raise BadInput(
        Text(f"“{cell or part}” is not a language.", f"« {cell or part} » n’est pas une langue."),
        place,
        Text("Use en or fr.", "Employer en ou fr."),
    )


def value_of(cell: str, attribute: Attribute, place: Place) -> Value:
    """The value of one cell. BadInput when it is not of the attribute's kind."""
    match attribute.kind:
        case Kind.NUMBER:
            return _number(cell, place)
        case Kind.DATE | Kind.PERIOD:
            return _dated(cell, attribute.kind, place)
        case Kind.CHOICE:
            return _choice(cell, attribute, place)
        case Kind.CHOICES:
            return tuple(_choice(part, attribute, place) for part in parted(cell))
        case Kind.YES_NO:
            return _yes_no(cell, place)
        case _:
            return cell


def _number(cell: str, place: Place) -> int | float:
    number: int | float
    try:
        number = int(cell)
    except ValueError:
        try:
            number = float(cell)
        except ValueError:
            number = float("nan")
    if not is_measurable(number):
        raise BadInput(
            Text(f"“{cell}” is not a number.", f"« {cell} » n’est pas un nombre."),
            place,
            Text("Write digits, as in 12 or 2.5.", "Écrire des chiffres, comme 12 ou 2.5."),
        )
    return number


def _dated(cell: str, kind: Kind, place: Place) -> PartialDate | Period:
    try:
        return PartialDate.parse(cell) if kind is Kind.DATE else Period.parse(cell)
    except ValueError:
        raise BadInput(
            Text(f"“{cell}” is not a date.", f"« {cell} » n’est pas une date."),
            place,
            Text(
                "Write 2016, 2016-09 or 2016-09-14 (a period: 2016-10/2017-03).",
                "Écrire 2016, 2016-09 ou 2016-09-14 (une période : 2016-10/2017-03).",
            ),
        ) from None


def _choice(cell: str, attribute: Attribute, place: Place) -> str:
    if not attribute.choices or attribute.choice(cell):
        return cell
    known = ", ".join(choice.key for choice in attribute.choices)
    raise BadInput(
        Text(f"“{cell}” is not one of the choices.", f"« {cell} » n’est pas un des choix."),
        place,
        Text(f"Use one of: {known}.", f"Employer l’un de ceux-ci : {known}."),
    )


def _yes_no(cell: str, place: Place) -> bool:
    match cell.casefold():
        case "yes":
            return True
        case "no":
            return False
        case _:
            raise BadInput(
                Text(f"“{cell}” is neither yes nor no.", f"« {cell} » n’est ni yes ni no."),
                place,
                Text("Write yes or no.", "Écrire yes ou no."),
            )
