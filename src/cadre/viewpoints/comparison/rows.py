"""The comparison as rows: one for each change, with what it was and what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cadre.core.change import (
    AddElement,
    AddLink,
    Change,
    Changes,
    RemoveElement,
    RemoveLink,
    SetElementType,
    SetField,
    SetLinkField,
    SetLinkType,
    SetSetting,
)
from cadre.core.comparison import Entry, Happened
from cadre.core.graph import Link
from cadre.core.keys import LinkId, type_of
from cadre.core.metamodel import ElementType, LinkType
from cadre.core.naming import LANGUAGE_NAMES, Names, value_label
from cadre.core.phrases import listed
from cadre.core.text import Text
from cadre.viewpoints.table import Cell, Column, Row, Table, key_of

HAPPENED: Final[dict[Happened, Text]] = {
    Happened.CAME: Text("Came", "Ajout"),
    Happened.WENT: Text("Went", "Disparition"),
    Happened.MOVED: Text("Moved", "Changement de place"),
    Happened.RENAMED: Text("Renamed", "Changement de nom"),
    Happened.CHANGED: Text("Changed", "Changement"),
    Happened.REWORDED: Text("Reworded", "Reformulation"),
    Happened.SOURCED: Text("Other sources", "Autres sources"),
    Happened.LINK_CAME: Text("Link came", "Ajout d’un lien"),
    Happened.LINK_WENT: Text("Link went", "Disparition d’un lien"),
    Happened.LINK_CHANGED: Text("Link changed", "Changement d’un lien"),
    Happened.TYPE: Text("Type changed", "Changement d’un type"),
    Happened.SETTING: Text("Setting changed", "Changement d’un réglage"),
}
_COLUMNS: Final = (
    Column("change", Text("Change", "Changement")),
    Column("type", Text("Type", "Type")),
    Column("element", Text("Element", "Élément")),
    Column("field", Text("Field", "Champ")),
    Column("language", Text("Language", "Langue")),
    Column("old", Text("Before", "Avant")),
    Column("new", Text("After", "Après")),
    Column("subject", Text("Key", "Clé")),
)
_CAPTION: Final = Text(
    "What differs, a row for each change", "Ce qui diffère, une rangée par changement"
)
_STALE: Final = Text("{field} (language that is behind)", "{field} (langue en retard)")
_TYPE_OF: Final = Text("Type of element", "Type d’élément")
_LINK_TYPE_OF: Final = Text("Type of link", "Type de lien")
_SETTING: Final = Text("Setting", "Réglage")


def table_of(known: Iterable[Entry], names: Names, empty: Text) -> Table:
    """Every change as a row; a move is one row, with the ends of its links before and after."""
    found = tuple(row for row, _ in rows(known, names))
    return Table(_CAPTION, _COLUMNS, found, parted_by="change", empty=empty)


def rows(known: Iterable[Entry], names: Names) -> Iterator[tuple[Row, Changes]]:
    """Each row with the changes it holds."""
    for entry in known:
        if entry.what is Happened.MOVED:
            yield _move(entry, names), entry.changes
            continue
        for change in entry.changes:
            yield _row(entry.what, change, names), (change,)


def _move(entry: Entry, names: Names) -> Row:
    gone, come = entry.links_gone, entry.links_come
    outward = come[0].source == entry.subject
    label, inverse = names.link(come[0].type)
    return Row(
        f"{entry.subject}:{come[0].type}",
        {
            "change": HAPPENED[Happened.MOVED],
            "type": names.type(type_of(entry.subject))[0],
            "element": names.element(entry.subject),
            "field": label if outward else inverse,
            "old": _ends(gone, names, outward=outward),
            "new": _ends(come, names, outward=outward),
            "subject": entry.subject,
        },
    )


def _ends(links: Iterable[Link], names: Names, *, outward: bool) -> Text:
    return listed([names.element(link.target if outward else link.source) for link in links])


def _row(what: Happened, change: Change, names: Names) -> Row:
    key, cells = _cells(change, names)
    return Row(key, {"change": HAPPENED[what], **cells})


def _cells(change: Change, names: Names) -> tuple[str, dict[str, Cell]]:
    match change:
        case AddElement(element):
            return element.key, {**_element(element.key, names), "new": element.name}
        case RemoveElement(element):
            return element.key, {**_element(element.key, names), "old": element.name}
        case SetField(key, field, part):
            cells = {**_element(key, names), **_field(change, names)}
            return ":".join(filter(None, (key, field, part))), cells
        case AddLink(link):
            return key_of(link.id), {**_link(link.id, names), "new": names.element(link.target)}
        case RemoveLink(link):
            return key_of(link.id), {**_link(link.id, names), "old": names.element(link.target)}
        case SetLinkField(link_id, field, part):
            cells = {**_link(link_id, names), **_field(change, names)}
            return ":".join(filter(None, (key_of(link_id), field, part))), cells
        case SetElementType(key, old, new):
            return f"type:{key}", _type(key, _TYPE_OF, old, new)
        case SetLinkType(key, old_link, new_link):
            return f"link-type:{key}", _type(key, _LINK_TYPE_OF, old_link, new_link)
        case SetSetting(path, old_setting, new_setting):
            return f"setting:{path}", {
                "type": _SETTING,
                "field": path,
                "old": value_label(None, old_setting) or None,
                "new": value_label(None, new_setting) or None,
                "subject": path,
            }


def _element(key: str, names: Names) -> dict[str, Cell]:
    return {
        "type": names.type(type_of(key))[0],
        "element": names.element(key),
        "subject": key,
    }


def _link(link: LinkId, names: Names) -> dict[str, Cell]:
    return {
        "type": names.link(link.type)[0],
        "element": names.element(link.source),
        "subject": " ".join(link),
    }


def _type(
    key: str, of: Text, old: ElementType | LinkType | None, new: ElementType | LinkType | None
) -> dict[str, Cell]:
    there = new or old
    return {
        "type": of,
        "element": (there.label if there else None) or key,
        "old": old.label if old else None,
        "new": new.label if new else None,
        "subject": key,
    }


def _field(change: SetField | SetLinkField, names: Names) -> dict[str, Cell]:
    about = change.key if isinstance(change, SetField) else change.link
    label = names.field(about, change.field)
    if change.part == "stale":
        label = Text(
            _STALE.en.format(field=label.in_("en")), _STALE.fr.format(field=label.in_("fr"))
        )
        languages = {str(key): name for key, name in LANGUAGE_NAMES.items()}
        old, new = (languages.get(str(value)) for value in (change.old, change.new))
        return {"field": label, "old": old, "new": new}
    cells: dict[str, Cell] = {"field": label}
    if change.part is not None:
        cells["language"] = LANGUAGE_NAMES[change.part]
    cells["old"] = names.value(about, change.field, change.old) or None
    cells["new"] = names.value(about, change.field, change.new) or None
    return cells
