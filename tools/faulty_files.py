"""Faulty files of every kind in every format, made from the small framework.

Each is one good file with one thing wrong. The tests hand them to the commands; the reference page
of faults says what is answered. Where a fault cannot be in a format, it says why.
"""

import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import openpyxl

from cadre.core.faults import BadInput
from cadre.core.text import Text
from cadre.exchange import read
from cadre.exchange.document import write_document
from cadre.exchange.graphml import write_graphml
from cadre.exchange.workbook import write_states_workbook
from cadre.frameworks import path_of

Make = Callable[[Path], Path]
"""Puts a faulty file into an empty folder; its path comes back."""

FAULTS: Final[Mapping[str, Text]] = {
    "encoding": Text("Wrong encoding", "Mauvais codage"),
    "type": Text("Unknown type", "Type inconnu"),
    "attribute": Text("Unknown attribute", "Attribut inconnu"),
    "kind": Text("Wrong kind of value", "Valeur d’un autre genre"),
    "date": Text("Bad date", "Mauvaise date"),
    "illegal-link": Text("Illegal link", "Lien non permis"),
    "dangling-end": Text("Dangling end", "Bout de lien sans élément"),
    "key-twice": Text("Duplicate key", "Clé en double"),
    "link-twice": Text("Duplicate link", "Lien en double"),
    "no-key": Text("Missing key", "Clé manquante"),
    "choice": Text("Unknown choice", "Choix inconnu"),
    "cut": Text("Cut file", "Fichier coupé"),
    "bomb": Text("Hostile: a bomb", "Hostile : une bombe"),
    "outside": Text("Hostile: another file drawn in", "Hostile : un autre fichier appelé"),
    "far-cell": Text("Hostile: a far cell", "Hostile : une cellule lointaine"),
    "climbing": Text("Hostile: a path that climbs out", "Hostile : un chemin qui sort"),
    "deep": Text("Hostile: nested deep", "Hostile : une imbrication profonde"),
    "long-line": Text("Hostile: a line of 200 MB", "Hostile : une ligne de 200 Mo"),
    "name-twice": Text("Hostile: a name twice in JSON", "Hostile : un nom en double en JSON"),
    "nan": Text("Hostile: NaN", "Hostile : NaN"),
    "crowded": Text(
        "Hostile: millions of small things", "Hostile : des millions de petites choses"
    ),
    "large": Text("Too large", "Trop grand"),
}
HEAVY: Final = ("bomb", "deep", "long-line", "crowded", "large", "far-cell")
"""Those that are measured each in a process of its own."""
FORMATS: Final = ("document", "bundle", "zip", "xlsx", "graphml")
"""A bundle is looked at twice: as a folder and as a zip of it."""

_NO_XML: Final = Text(
    "Not possible: nothing in this format is XML.", "Impossible : rien n’est en XML ici."
)
_NO_CELLS: Final = Text(
    "Not possible: there are no cells that could stand far off.",
    "Impossible : aucune cellule ne peut y être loin.",
)
_NO_PATHS: Final = Text(
    "Not possible: the file names no other file.",
    "Impossible : le fichier n’en nomme aucun autre.",
)
_NOT_PACKED: Final = Text(
    "Not possible: nothing unfolds; the file is as large as what it holds.",
    "Impossible : rien ne se déplie; le fichier a la taille de ce qu’il contient.",
)
NOT_POSSIBLE: Final[Mapping[tuple[str, str], Text]] = {
    ("bomb", "document"): _NOT_PACKED,
    ("bomb", "bundle"): _NOT_PACKED,
    ("outside", "document"): _NO_XML,
    ("outside", "bundle"): _NO_XML,
    ("outside", "zip"): _NO_XML,
    ("far-cell", "document"): _NO_CELLS,
    ("far-cell", "graphml"): _NO_CELLS,
    ("climbing", "document"): _NO_PATHS,
    ("climbing", "bundle"): Text(
        "Not possible: a folder is listed; no path of it is taken from a file.",
        "Impossible : le dossier est énuméré; aucun chemin n’est pris dans un fichier.",
    ),
    ("climbing", "graphml"): _NO_PATHS,
}

_MB: Final = 1_000_000


@lru_cache(maxsize=1)
def _document() -> bytes:
    return write_document(read(path_of("example")))


@lru_cache(maxsize=1)
def _graphml() -> str:
    return write_graphml(read(path_of("example")), "en").decode()


@lru_cache(maxsize=1)
def _workbook() -> bytes:
    return write_states_workbook(read(path_of("example")))


def _written(folder: Path, name: str, data: bytes, *, size: int = 0) -> Path:
    """The file, made longer with nothing where a size is asked for."""
    path = folder / name
    with path.open("wb") as file:
        _ = file.write(data)
        if size:
            _ = file.truncate(size)
    return path


# --- documents ---------------------------------------------------------------------------------

_JSON: Final = "councils.json"


def _tree(change: Callable[[Any], object]) -> Make:
    def make(folder: Path) -> Path:
        tree = json.loads(_document())
        change(tree["current"])
        text = json.dumps(tree, ensure_ascii=False, indent=1)
        return _written(folder, _JSON, text.encode())

    return make


def _json(change: Callable[[str], str | bytes], size: int = 0) -> Make:
    def make(folder: Path) -> Path:
        data = change(_document().decode())
        return _written(
            folder, _JSON, data if isinstance(data, bytes) else data.encode(), size=size
        )

    return make


def _element(current: Any, key: str) -> Any:
    return next(one for one in current["elements"] if one["key"] == key)


def _link(current: Any) -> Any:
    return next(one for one in current["links"] if one["type"] == "covers")


def _swap_ends(current: Any) -> None:
    link = _link(current)
    link["source"], link["target"] = link["target"], link["source"]


def _set_attribute(key: str, name: str, value: Any) -> Make:
    return _tree(lambda current: _element(current, key)["attributes"].update({name: value}))


_DOCUMENT: Final[Mapping[str, Make]] = {
    "encoding": _json(lambda text: text.encode("cp1252", "replace")),
    "type": _tree(lambda current: current["elements"].append({"key": "club/chess"})),
    "attribute": _set_attribute("group/pilots", "colour", "red"),
    "kind": _set_attribute("group/pilots", "order", "first"),
    "date": _set_attribute("meeting/spring-2024", "date", {"date": "2024-13"}),
    "illegal-link": _tree(_swap_ends),
    "dangling-end": _tree(lambda current: _link(current).update(target="focus-area/nowhere")),
    "key-twice": _tree(
        lambda current: current["elements"].append(_element(current, "group/pilots"))
    ),
    "link-twice": _tree(lambda current: current["links"].append(_link(current))),
    "no-key": _tree(lambda current: _element(current, "group/pilots").pop("key")),
    "choice": _set_attribute("group/pilots", "kind", "club"),
    "cut": _json(lambda text: text[: len(text) // 2]),
    "deep": _json(lambda _: "[" * 200_000),
    "long-line": _json(lambda _: '{"key": "', 200 * _MB),
    "name-twice": _json(lambda text: text.replace('"order": 1,', '"order": 1, "order": 2,', 1)),
    "nan": _json(lambda text: text.replace('"order": 1,', '"order": NaN,', 1)),
    "crowded": _json(lambda _: b"[" + b"[]," * 20_000_000),
    "large": _json(lambda text: text, 101 * _MB),
}

# --- bundles -----------------------------------------------------------------------------------

_GROUPS: Final = "elements/group.csv"
_MEETINGS: Final = "elements/meeting.csv"
_COVERS: Final = "links/covers.csv"
_FIRST_GROUP: Final = "group/pilots,"
_FIRST_LINK: Final = "group/ferries,focus-area/connections,"
_DESCRIPTOR: Final = "datapackage.json"

Change = Callable[[bytes], bytes]


def _replaced(old: str, new: str) -> Change:
    def change(data: bytes) -> bytes:
        if old.encode() not in data:
            raise LookupError(f"the small framework has no “{old}” any more")
        return data.replace(old.encode(), new.encode(), 1)

    return change


def _row_added(row: str) -> Change:
    return lambda data: data + f"{row}\r\n".encode()


def _column_added(data: bytes) -> bytes:
    header, rest = data.split(b"\r\n", 1)
    return header + b",colour\r\n" + rest.replace(b"\r\n", b",red\r\n", 1)


_TABLES: Final[Mapping[str, tuple[str, Change]]] = {
    "encoding": (_GROUPS, lambda data: data.decode().encode("cp1252")),
    "type": ("elements/club.csv", lambda _: b"key\r\nclub/chess\r\n"),
    "attribute": (_GROUPS, _column_added),
    "kind": (_GROUPS, _replaced(",1,active,", ",first,active,")),
    "date": (_MEETINGS, _replaced(",2024-04,", ",2024-13,")),
    "illegal-link": (_COVERS, _replaced(_FIRST_LINK, "focus-area/connections,group/ferries,")),
    "dangling-end": (_COVERS, _replaced("focus-area/connections", "focus-area/nowhere")),
    "key-twice": (_GROUPS, _row_added("group/pilots")),
    "link-twice": (_COVERS, _row_added(_FIRST_LINK)),
    "no-key": (_GROUPS, _replaced(_FIRST_GROUP, ",")),
    "choice": (_GROUPS, _replaced(",working-group,", ",club,")),
    "far-cell": (_GROUPS, _row_added("group/far" + "," * 16_000 + "x")),
    "deep": (_DESCRIPTOR, lambda _: b"[" * 200_000),
    "name-twice": (_DESCRIPTOR, _replaced('"name":', '"name": "a", "name":')),
    "nan": (_GROUPS, _replaced(",1,active,", ",nan,active,")),
    "crowded": (_GROUPS, lambda _: b"key" + b"\r\na," * 12_000_000),
}


def _copied(folder: Path) -> Path:
    return shutil.copytree(path_of("example"), folder / "councils")


def _bundle(name: str, change: Change) -> Make:
    def make(folder: Path) -> Path:
        path = _copied(folder)
        table = path / name
        data = table.read_bytes() if table.exists() else b""
        _ = table.write_bytes(change(data))
        return path

    return make


def _zipped(make: Make) -> Make:
    def zipped(folder: Path) -> Path:
        source = make(folder)
        path = folder / "councils.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for one in sorted(source.rglob("*")):
                if one.is_file():
                    archive.write(one, one.relative_to(source))
        shutil.rmtree(source)
        return path

    return zipped


def _grown(name: str, data: bytes, size: int) -> Make:
    def make(folder: Path) -> Path:
        path = _copied(folder)
        _ = _written(path, name, data, size=size)
        return path

    return make


def _with_entry(name: str, data: bytes) -> Make:
    def make(folder: Path) -> Path:
        path = _zipped(_copied)(folder)
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(name, data)
        return path

    return make


def _cut_zip(folder: Path) -> Path:
    data = _zipped(_copied)(folder).read_bytes()
    return _written(folder, "councils.zip", data[: len(data) // 2])


_BUNDLE: Final[Mapping[str, Make]] = {
    **{fault: _bundle(*table) for fault, table in _TABLES.items()},
    "cut": _bundle(_GROUPS, lambda data: data[: data.index(b"working-group") + 4]),
    "long-line": _grown(_GROUPS, b"key\r\n", 200 * _MB),
    "large": _grown("texts.csv", b"element,field,en\r\n", 101 * _MB),
}
_ZIP: Final[Mapping[str, Make]] = {
    **{fault: _zipped(make) for fault, make in _BUNDLE.items()},
    "cut": _cut_zip,
    "bomb": _with_entry("elements/term.csv.csv", b"0" * 110 * _MB),
    "climbing": _with_entry("../../elements/club.csv", b"key\r\n"),
    "large": lambda folder: _written(
        folder, "councils.zip", _zipped(_copied)(folder).read_bytes(), size=51 * _MB
    ),
}

# --- workbooks ---------------------------------------------------------------------------------

_XLSX: Final = "councils.xlsx"
_SHEET: Final = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{}</sheetData></worksheet>"
)


def _book(change: Callable[[Any], object]) -> Make:
    def make(folder: Path) -> Path:
        book = openpyxl.load_workbook(io.BytesIO(_workbook()))
        change(book)
        out = io.BytesIO()
        book.save(out)
        return _written(folder, _XLSX, out.getvalue())

    return make


def _column(sheet: Any, header: str) -> int:
    return next(int(cell.column) for cell in sheet[2] if cell.value == header)


def _cell(sheet: str, header: str, value: object) -> Make:
    def change(book: Any) -> None:
        book[sheet].cell(3, _column(book[sheet], header)).value = value

    return _book(change)


def _row(sheet: str, *cells: object) -> Make:
    """A row below the others: what is given stands in its first columns that are read back."""

    def change(book: Any) -> None:
        headers = ["From (key)", "To (key)"] if sheet.startswith("Link") else ["Key"]
        row = book[sheet].max_row + 1
        for header, value in zip(headers, cells, strict=True):
            book[sheet].cell(row, _column(book[sheet], header)).value = value

    return _book(change)


def _part(name: str, change: Callable[[str], str]) -> Make:
    """A part of the archive as other XML."""

    def make(folder: Path) -> Path:
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(_workbook())) as old,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
        ):
            for one in old.namelist():
                data = old.read(one)
                new.writestr(one, change(data.decode()) if one == name else data)
        return _written(folder, _XLSX, out.getvalue())

    return make


def _turned(book: Any) -> None:
    sheet = book[_COVERS_SHEET]
    ends = [sheet.cell(3, _column(sheet, header)) for header in ("From (key)", "To (key)")]
    ends[0].value, ends[1].value = ends[1].value, ends[0].value


def _twice_in_archive(book: Any) -> None:
    cell = book["Archive"]["C3"]
    cell.value = cell.value.replace('{"', '{"key":"2024","', 1)


_COVERS_SHEET: Final = "Link – works on"
_FIRST_SHEET: Final = "xl/worksheets/sheet2.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_LAUGHS: Final = (
    "<!DOCTYPE a [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1 or str()};' * 10}'>" for n in range(1, 10))
    + "]>"
)
_DRAWN_IN: Final = "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"

_WORKBOOK: Final[Mapping[str, Make]] = {
    "encoding": _part(_FIRST_SHEET, lambda _: '<?xml version="1.0" encoding="klingon"?><a/>'),
    "type": _book(lambda book: book.create_sheet("Clubs").append(["Key"])),
    "attribute": _book(
        lambda book: setattr(
            book["Groups"].cell(2, _column(book["Groups"], "Kind")), "value", "Colour"
        )
    ),
    "kind": _cell("Groups", "Order", "first"),
    "date": _cell("Meetings", "Date", "2024-13"),
    "illegal-link": _book(_turned),
    "dangling-end": _cell(_COVERS_SHEET, "To (key)", "focus-area/nowhere"),
    "key-twice": _row("Groups", "group/pilots"),
    "link-twice": _row(_COVERS_SHEET, "group/ferries", "focus-area/connections"),
    "no-key": _cell("Groups", "Key", None),
    "choice": _cell("Groups", "Kind", "Club"),
    "cut": lambda folder: _written(folder, _XLSX, _workbook()[: len(_workbook()) // 2]),
    "bomb": _part(_STRINGS, lambda _: f"<sst><si><t>{'a' * 70 * _MB}</t></si></sst>"),
    "outside": _part("xl/workbook.xml", lambda _: f"{_DRAWN_IN}<workbook>&a;</workbook>"),
    "far-cell": _part(
        _FIRST_SHEET, lambda _: _SHEET.format('<row><c r="XFD1048576"><v>1</v></c></row>')
    ),
    "climbing": _part(
        "xl/_rels/workbook.xml.rels",
        lambda text: text.replace("worksheets/sheet1.xml", "../../../../etc/passwd"),
    ),
    "deep": _part(_FIRST_SHEET, lambda _: "<a>" * 200_000),
    "long-line": _part(_STRINGS, lambda _: f"<sst><si><t>{'a' * 200 * _MB}"),
    "name-twice": _book(_twice_in_archive),
    "nan": _part(_FIRST_SHEET, lambda _: _SHEET.format("<row><c><v>NaN</v></c></row>")),
    "crowded": _part(
        _FIRST_SHEET, lambda _: _SHEET.format(f"<row>{'<c><v>1</v></c>' * 450}</row>" * 1000)
    ),
    "large": lambda folder: _written(folder, _XLSX, _workbook(), size=51 * _MB),
}

# --- GraphML -----------------------------------------------------------------------------------

_XML: Final = "councils.graphml"


def _graph(change: Callable[[str], str | bytes], size: int = 0) -> Make:
    def make(folder: Path) -> Path:
        data = change(_graphml())
        return _written(folder, _XML, data if isinstance(data, bytes) else data.encode(), size=size)

    return make


def _text(old: str, new: str) -> Make:
    def change(text: str) -> str:
        if old not in text:
            raise LookupError(f"the small framework has no “{old}” any more")
        return text.replace(old, new, 1)

    return _graph(change)


def _in_node(key: str, old: str, new: str) -> Make:
    """Another text in the node of an element."""

    def change(text: str) -> str:
        start = text.index(f'<node id="{key}">')
        end = text.index("</node>", start)
        if old not in text[start:end]:
            raise LookupError(f"{key} has no “{old}” any more")
        return text[:start] + text[start:end].replace(old, new, 1) + text[end:]

    return _graph(change)


def _twice(start_tag: str, end_tag: str) -> Make:
    def change(text: str) -> str:
        start = text.index(start_tag)
        end = text.index(end_tag, start) + len(end_tag)
        return text[:end] + "\n" + text[start:end] + text[end:]

    return _graph(change)


_ENDS: Final = 'source="group/ferries" target="focus-area/connections"'
_PILOTS: Final = '<node id="group/pilots">'

_GRAPH: Final[Mapping[str, Make]] = {
    "encoding": _graph(lambda text: text.encode("cp1252", "replace")),
    "type": _text(_PILOTS, '<node id="club/chess"/>\n' + _PILOTS),
    "attribute": _text('attr.name="council-role"', 'attr.name="colour"'),
    "kind": _in_node("group/pilots", ">1</data>", ">first</data>"),
    "date": _in_node("meeting/spring-2024", ">2024-04<", ">2024-13<"),
    "illegal-link": _text(_ENDS, 'source="focus-area/connections" target="group/ferries"'),
    "dangling-end": _text(_ENDS, 'source="group/ferries" target="focus-area/nowhere"'),
    "key-twice": _twice(_PILOTS, "</node>"),
    "link-twice": _twice('<edge id="e0"', "</edge>"),
    "no-key": _graph(
        lambda text: text.replace(_PILOTS, "<node>").replace(">group/pilots</data>", "></data>")
    ),
    "choice": _in_node("group/pilots", ">working-group<", ">club<"),
    "cut": _graph(lambda text: text[: len(text) // 2]),
    "bomb": _text("<graphml", f"{_LAUGHS}<graphml"),
    "outside": _text("<graphml", f"{_DRAWN_IN}<graphml"),
    "deep": _graph(lambda _: "<graphml>" + "<a>" * 200_000),
    "long-line": _graph(lambda _: "<graphml>", 200 * _MB),
    "name-twice": _text('>{"elements":', '>{"links":[],"elements":'),
    "nan": _in_node("group/pilots", ">1</data>", ">NaN</data>"),
    "crowded": _graph(lambda _: "<graphml><graph>" + '<node id="a"/>' * 500_000),
    "large": _graph(lambda text: text, 65 * _MB),
}

MAKES: Final[Mapping[str, Mapping[str, Make]]] = {
    "document": _DOCUMENT,
    "bundle": _BUNDLE,
    "zip": _ZIP,
    "xlsx": _WORKBOOK,
    "graphml": _GRAPH,
}


def cases() -> Iterator[tuple[str, str]]:
    """Every fault in every format where it can be."""
    for fault in FAULTS:
        for form in FORMATS:
            if (fault, form) not in NOT_POSSIBLE:
                yield fault, form


@lru_cache(maxsize=1)
def answers() -> Mapping[tuple[str, str], Text]:
    """What is said of each faulty file, its path as somebody beside it would type it.

    LookupError for one that is read as if nothing were wrong.
    """
    found: dict[tuple[str, str], Text] = {}
    for fault, form in cases():
        with tempfile.TemporaryDirectory() as folder:
            path = MAKES[form][fault](Path(folder))
            try:
                _ = read(path)
            except BadInput as refusal:
                en, fr = (refusal.in_words(lang).replace(f"{folder}/", "") for lang in ("en", "fr"))
                found[fault, form] = Text(en, fr)
            else:
                raise LookupError(f"{fault} in {form} was not found")
    return found
