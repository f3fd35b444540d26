"""A framework's own types as tables: elements, links, attributes and choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from cadre.core.attributes import Attribute, Choice
from cadre.core.faults import BadInput, Faults, Place
from cadre.core.kernel import KERNEL
from cadre.core.keys import is_slug
from cadre.core.metamodel import ElementType, Ends, LinkType, Metamodel
from cadre.core.text import Text, is_language
from cadre.core.traits import LinkRole, Trait
from cadre.core.values import Kind
from cadre.exchange.cell_values import cells_of, is_whole, joined, parted
from cadre.exchange.door import given_twice
from cadre.exchange.json_shapes import one_of
from cadre.sheets.tables import Row, Table, Written

TYPE_TABLES: Final = (
    "types/elements",
    "types/links",
    "types/attributes",
    "types/choices",
)
Type = TypeVar("Type", ElementType, LinkType)

_LABELS: Final = ("label.en", "label.fr", "help.en", "help.fr")
_ELEMENT_COLUMNS: Final = (
    "key",
    "label.en",
    "label.fr",
    "plural.en",
    "plural.fr",
    "help.en",
    "help.fr",
    "traits",
    "glyph",
    "order",
    "removed",
)
_LINK_COLUMNS: Final = (
    "key",
    "role",
    "label.en",
    "label.fr",
    "inverse.en",
    "inverse.fr",
    "help.en",
    "help.fr",
    "ends",
    "order",
    "removed",
)
_ATTRIBUTE_COLUMNS: Final = ("of", "type", "key", "kind", *_LABELS)
_CHOICE_COLUMNS: Final = ("of", "type", "attribute", "key", *_LABELS, "aliases", "step")

# --- writing -----------------------------------------------------------------------------------


def type_tables(metamodel: Metamodel) -> dict[str, Written]:
    """The tables of the types that differ from the kernel; no table that would be empty."""
    elements = [
        entry
        for key, entry in metamodel.element_types.items()
        if KERNEL.element_types.get(key) != entry
    ]
    links = [
        entry for key, entry in metamodel.link_types.items() if KERNEL.link_types.get(key) != entry
    ]
    gone = [key for key in KERNEL.element_types if key not in metamodel.element_types]
    gone_links = [key for key in KERNEL.link_types if key not in metamodel.link_types]
    owners = [
        *(("element", entry.key, one) for entry in elements for one in entry.attributes),
        *(("link", entry.key, one) for entry in links for one in entry.attributes),
    ]
    tables = {
        TYPE_TABLES[0]: (
            _ELEMENT_COLUMNS,
            [*map(_element_row, elements), *({"key": key, "removed": "yes"} for key in gone)],
        ),
        TYPE_TABLES[1]: (
            _LINK_COLUMNS,
            [*map(_link_row, links), *({"key": key, "removed": "yes"} for key in gone_links)],
        ),
        TYPE_TABLES[2]: (_ATTRIBUTE_COLUMNS, [_attribute_row(*owner) for owner in owners]),
        TYPE_TABLES[3]: (
            _CHOICE_COLUMNS,
            [
                _choice_row(of, type_key, attribute.key, choice)
                for of, type_key, attribute in owners
                for choice in attribute.choices
            ],
        ),
    }
    return {
        name: Written(_with_stale(columns, rows), rows)
        for name, (columns, rows) in tables.items()
        if rows
    }


def _with_stale(columns: tuple[str, ...], rows: list[dict[str, str]]) -> list[str]:
    """The columns, and those of stale labels where there are any."""
    filled = {column for row in rows for column in row}
    return [*columns, *sorted(filled - set(columns))]


def _element_row(entry: ElementType) -> dict[str, str]:
    return {
        "key": entry.key,
        **cells_of({"label": entry.label, "plural": entry.plural, "help": entry.help}),
        "traits": _trait_names(entry.traits),
        "glyph": entry.glyph,
        "order": str(entry.order),
    }


def _link_row(entry: LinkType) -> dict[str, str]:
    return {
        "key": entry.key,
        "role": entry.role.value,
        **cells_of({"label": entry.label, "inverse": entry.inverse, "help": entry.help}),
        "ends": " | ".join(
            f"{_trait_names(ends.sources)} > {_trait_names(ends.targets)}" for ends in entry.ends
        ),
        "order": str(entry.order),
    }


def _trait_names(traits: frozenset[Trait]) -> str:
    return ";".join(trait.value for trait in Trait if trait in traits)


def _attribute_row(of: str, type_key: str, attribute: Attribute) -> dict[str, str]:
    return {
        "of": of,
        "type": type_key,
        "key": attribute.key,
        "kind": attribute.kind.value,
        **cells_of({"label": attribute.label, "help": attribute.help}),
    }


def _choice_row(of: str, type_key: str, attribute: str, choice: Choice) -> dict[str, str]:
    return {
        "of": of,
        "type": type_key,
        "attribute": attribute,
        "key": choice.key,
        **cells_of({"label": choice.label, "help": choice.help}),
        "aliases": joined(choice.aliases),
        "step": "" if choice.step is None else str(choice.step),
    }


# --- reading -----------------------------------------------------------------------------------


def read_types(tables: Mapping[str, Table], faults: Faults) -> Metamodel:
    """The kernel with the types of the tables. BadInput at the row and column of a fault.

    All faults are settled here: with types that are not as meant, no content would fit.
    """
    rows = {name: tables[name].rows if name in tables else () for name in TYPE_TABLES}
    choices = _choices(rows["types/choices"], faults)
    attributes = _attributes(rows["types/attributes"], choices, faults)
    elements = dict(KERNEL.element_types)
    links = dict(KERNEL.link_types)
    for row, key in _declared(rows["types/elements"], elements, faults):
        with faults.gathered():
            elements[key] = _element_type(row, key, tuple(attributes.pop(("element", key), ())))
    for row, key in _declared(rows["types/links"], links, faults):
        with faults.gathered():
            links[key] = _link_type(row, key, tuple(attributes.pop(("link", key), ())))
    _refuse_left_over(attributes, rows["types/attributes"], faults)
    _refuse_without_attribute(rows["types/choices"], rows["types/attributes"], faults)
    faults.settle()
    return Metamodel.of(KERNEL.kernel, elements.values(), links.values())


def _declared(rows: Iterable[Row], known: dict[str, Type], faults: Faults) -> list[tuple[Row, str]]:
    """The rows that declare a type, with its key; those that remove one are done here."""
    seen: set[str] = set()
    found: list[tuple[Row, str]] = []
    for row in rows:
        with faults.gathered():
            key = _slug(row, "key")
            if key in seen:
                raise given_twice(key, row.at("key"))
            seen.add(key)
            if row.cells.get("removed") == "yes":
                _ = known.pop(key, None)
            else:
                found.append((row, key))
    return found


def _element_type(row: Row, key: str, attributes: tuple[Attribute, ...]) -> ElementType:
    return ElementType(
        key,
        _text(row, "label"),
        _text(row, "plural"),
        _text(row, "help"),
        _traits(row.cells.get("traits", ""), row.at("traits")),
        row.cells.get("glyph", "disc"),
        attributes,
        _whole(row, "order", 1000),
    )


def _link_type(row: Row, key: str, attributes: tuple[Attribute, ...]) -> LinkType:
    return LinkType(
        key,
        _role(row),
        _text(row, "label"),
        _text(row, "inverse"),
        _text(row, "help"),
        _ends(row),
        attributes,
        _whole(row, "order", 1000),
    )


def _refuse_left_over(
    attributes: Mapping[tuple[str, str], object], rows: Iterable[Row], faults: Faults
) -> None:
    for row in rows:
        owner = (row.cells.get("of", "element"), row.cells.get("type", ""))
        if owner in attributes:
            faults.add(
                BadInput(
                    Text(
                        f"the type “{owner[1]}” is not declared.",
                        f"le type « {owner[1]} » n’est pas déclaré.",
                    ),
                    row.at("type"),
                    Text("Add it to the table of types.", "L’ajouter au tableau des types."),
                )
            )


def _refuse_without_attribute(
    choices: Iterable[Row], attributes: Iterable[Row], faults: Faults
) -> None:
    known = {_owner(row, "key") for row in attributes}
    for row in choices:
        owner = _owner(row, "attribute")
        if owner not in known:
            faults.add(
                BadInput(
                    Text(
                        f"the attribute “{owner[2]}” of “{owner[1]}” is not declared.",
                        f"l’attribut « {owner[2]} » de « {owner[1]} » n’est pas déclaré.",
                    ),
                    row.at("attribute"),
                    Text(
                        "Add it to the table of attributes.",
                        "L’ajouter au tableau des attributs.",
                    ),
                )
            )


def _owner(row: Row, column: str) -> tuple[str, str, str]:
    """Which attribute a row is about: of elements or links, of which type, its key."""
    cells = row.cells
    return cells.get("of", "element"), cells.get("type", ""), cells.get(column, "")


def _choices(rows: Iterable[Row], faults: Faults) -> dict[tuple[str, str, str], list[Choice]]:
    found: dict[tuple[str, str, str], list[Choice]] = {}
    for row in rows:
        with faults.gathered():
            choice = _choice(row)
            others = found.setdefault(_owner(row, "attribute"), [])
            if any(one.key == choice.key for one in others):
                raise given_twice(choice.key, row.at("key"))
            others.append(choice)
    return found


def _choice(row: Row) -> Choice:
    return Choice(
        _slug(row, "key"),
        _text(row, "label"),
        _text(row, "help"),
        tuple(parted(row.cells.get("aliases", ""))),
        _whole(row, "step", 0) if "step" in row.cells else None,
    )


def _attributes(
    rows: Iterable[Row],
    choices: Mapping[tuple[str, str, str], list[Choice]],
    faults: Faults,
) -> dict[tuple[str, str], list[Attribute]]:
    found: dict[tuple[str, str], list[Attribute]] = {}
    for row in rows:
        of, type_key = row.cells.get("of", "element"), row.cells.get("type", "")
        with faults.gathered():
            key = _slug(row, "key")
            others = found.setdefault((of, type_key), [])
            if any(one.key == key for one in others):
                raise given_twice(key, row.at("key"))
            offered = tuple(choices.get((of, type_key, key), ()))
            label, help_text = _text(row, "label"), _text(row, "help")
            others.append(Attribute(key, _kind(row), label, help_text, offered))
    return found


def _text(row: Row, name: str) -> Text:
    stale = row.cells.get(f"{name}.stale", "")
    return Text(
        row.cells.get(f"{name}.en", ""),
        row.cells.get(f"{name}.fr", ""),
        stale if is_language(stale) else None,
    )


def _slug(row: Row, column: str) -> str:
    value = row.cells.get(column, "")
    if not is_slug(value):
        raise BadInput(
            Text(f"“{value}” is not a key.", f"« {value} » n’est pas une clé.")
            if value
            else Text("the key is missing.", "la clé manque."),
            row.at(column),
            Text(
                "Use lower-case letters, digits and hyphens.",
                "Employer des minuscules sans accent, des chiffres et des traits d’union.",
            ),
        )
    return value


def _whole(row: Row, column: str, default: int) -> int:
    cell = row.cells.get(column, "")
    if not cell:
        return default
    if not is_whole(cell):
        raise BadInput(
            Text(f"“{cell}” is not a whole number.", f"« {cell} » n’est pas un nombre entier."),
            row.at(column),
            Text("Write digits alone, or nothing.", "Écrire des chiffres seuls, ou rien."),
        )
    return int(cell)


def _kind(row: Row) -> Kind:
    name = row.cells.get("kind", "")
    kind = next((one for one in Kind if one.value == name), None)
    if kind is None:
        raise BadInput(
            Text(f"there is no kind “{name}”.", f"il n’y a pas de genre « {name} »."),
            row.at("kind"),
            one_of(one.value for one in Kind),
        )
    return kind


def _role(row: Row) -> LinkRole:
    name = row.cells.get("role", "") or LinkRole.OTHER.value
    role = next((one for one in LinkRole if one.value == name), None)
    if role is None:
        raise BadInput(
            Text(f"there is no link role “{name}”.", f"il n’y a pas de rôle de lien « {name} »."),
            row.at("role"),
            one_of(one.value for one in LinkRole),
        )
    return role


def _ends(row: Row) -> tuple[Ends, ...]:
    place = row.at("ends")
    found = []
    for pair in row.cells.get("ends", "").split("|"):
        source, arrow, target = pair.partition(">")
        if arrow:
            found.append(Ends(_traits(source, place), _traits(target, place)))
    return tuple(found)


def _traits(cell: str, place: Place) -> frozenset[Trait]:
    known = {trait.value: trait for trait in Trait}
    names = [name.strip() for name in cell.split(";") if name.strip()]
    for name in names:
        if name not in known:
            raise BadInput(
                Text(f"there is no trait “{name}”.", f"il n’y a pas de trait « {name} »."),
                place,
                one_of(known),
            )
    return frozenset(known[name] for name in names)
