"""A framework's own types as tables: elements, links, attributes and choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from cadre.core.attributes import Attribute, Choice
from cadre.core.faults import BadInput, Place
from cadre.core.kernel import KERNEL
from cadre.core.keys import is_slug
from cadre.core.metamodel import ElementType, Ends, LinkType, Metamodel
from cadre.core.text import Text, is_language
from cadre.core.traits import LinkRole, Trait
from cadre.core.values import Kind
from cadre.exchange.cell_values import cells_of, joined, parted
from cadre.sheets.tables import Row, Table, Written

TYPE_TABLES: Final = (
    "types/elements",
    "types/links",
    "types/attributes",
    "types/choices",
)
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


def read_types(tables: Mapping[str, Table]) -> Metamodel:
    """The kernel with the types of the tables. BadInput at the row and column of a fault."""
    rows = {name: tables[name].rows if name in tables else () for name in TYPE_TABLES}
    choices = _choices(rows["types/choices"])
    attributes = _attributes(rows["types/attributes"], choices)
    elements = dict(KERNEL.element_types)
    for row in rows["types/elements"]:
        key = _slug(row, "key")
        if row.cells.get("removed") == "yes":
            elements.pop(key, None)
        else:
            elements[key] = ElementType(
                key,
                _text(row, "label"),
                _text(row, "plural"),
                _text(row, "help"),
                _traits(row.cells.get("traits", ""), row.place.at(column="traits")),
                row.cells.get("glyph", "disc"),
                tuple(attributes.pop(("element", key), ())),
                _whole(row, "order", 1000),
            )
    links = dict(KERNEL.link_types)
    for row in rows["types/links"]:
        key = _slug(row, "key")
        if row.cells.get("removed") == "yes":
            links.pop(key, None)
        else:
            links[key] = LinkType(
                key,
                _role(row),
                _text(row, "label"),
                _text(row, "inverse"),
                _text(row, "help"),
                _ends(row),
                tuple(attributes.pop(("link", key), ())),
                _whole(row, "order", 1000),
            )
    _refuse_left_over(attributes, rows["types/attributes"])
    return Metamodel.of(KERNEL.kernel, elements.values(), links.values())


def _refuse_left_over(attributes: Mapping[tuple[str, str], object], rows: Iterable[Row]) -> None:
    for row in rows:
        owner = (row.cells.get("of", "element"), row.cells.get("type", ""))
        if owner in attributes:
            raise BadInput(
                Text(
                    f"the type “{owner[1]}” is not declared.",
                    f"le type « {owner[1]} » n’est pas déclaré.",
                ),
                row.place.at(column="type"),
                Text("Add it to types/elements.csv.", "L’ajouter à types/elements.csv."),
            )


def _choices(rows: Iterable[Row]) -> dict[tuple[str, str, str], list[Choice]]:
    found: dict[tuple[str, str, str], list[Choice]] = {}
    for row in rows:
        cells = row.cells
        owner = (cells.get("of", "element"), cells.get("type", ""), cells.get("attribute", ""))
        aliases = tuple(parted(cells.get("aliases", "")))
        step = _whole(row, "step", -1)
        found.setdefault(owner, []).append(
            Choice(
                _slug(row, "key"),
                _text(row, "label"),
                _text(row, "help"),
                aliases,
                None if step < 0 else step,
            )
        )
    return found


def _attributes(
    rows: Iterable[Row], choices: Mapping[tuple[str, str, str], list[Choice]]
) -> dict[tuple[str, str], list[Attribute]]:
    found: dict[tuple[str, str], list[Attribute]] = {}
    for row in rows:
        of, type_key = row.cells.get("of", "element"), row.cells.get("type", "")
        key = _slug(row, "key")
        found.setdefault((of, type_key), []).append(
            Attribute(
                key,
                _kind(row),
                _text(row, "label"),
                _text(row, "help"),
                tuple(choices.get((of, type_key, key), ())),
            )
        )
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
            Text(f"“{value}” is not a key.", f"« {value} » n’est pas une clé."),
            row.place.at(column=column),
        )
    return value


def _whole(row: Row, column: str, default: int) -> int:
    cell = row.cells.get(column, "")
    if not cell:
        return default
    if not cell.removeprefix("-").isdecimal():
        raise BadInput(
            Text(f"“{cell}” is not a whole number.", f"« {cell} » n’est pas un nombre entier."),
            row.place.at(column=column),
        )
    return int(cell)


def _kind(row: Row) -> Kind:
    name = row.cells.get("kind", "")
    kind = next((one for one in Kind if one.value == name), None)
    if kind is None:
        known = ", ".join(one.value for one in Kind)
        raise BadInput(
            Text(f"there is no kind “{name}”.", f"il n’y a pas de genre « {name} »."),
            row.place.at(column="kind"),
            Text(f"Use one of: {known}.", f"Employer l’un de ceux-ci : {known}."),
        )
    return kind


def _role(row: Row) -> LinkRole:
    name = row.cells.get("role", "") or LinkRole.OTHER.value
    role = next((one for one in LinkRole if one.value == name), None)
    if role is None:
        raise BadInput(
            Text(f"there is no link role “{name}”.", f"il n’y a pas de rôle de lien « {name} »."),
            row.place.at(column="role"),
        )
    return role


def _ends(row: Row) -> tuple[Ends, ...]:
    place = row.place.at(column="ends")
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
                Text(f"there is no trait “{name}”.", f"il n’y a pas de trait « {name} »."), place
            )
    return frozenset(known[name] for name in names)
