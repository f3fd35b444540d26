"""Faulty files are refused whole, with the place, what is wrong and how to mend it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cadre.core.faults import BadInput
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import Edition, States
from cadre.core.text import Text
from cadre.exchange import digest, read, write

FRAMEWORK = Framework.of(
    KERNEL,
    [
        Element("group/a", {"name": Text("A", "Ah"), "kind": "committee", "order": 1}),
        Element("focus-area/x", {"name": Text("X", "Ixe")}),
    ],
    [Link("covers", "group/a", "focus-area/x")],
)
STATES = States("councils", FRAMEWORK, {"first": Edition("first", FRAMEWORK, digest(FRAMEWORK), 1)})


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    _ = write(STATES, "bundle", tmp_path / "bundle")
    return tmp_path / "bundle"


def refusal(path: Path) -> BadInput:
    with pytest.raises(BadInput) as caught:
        _ = read(path)
    for language in ("en", "fr"):
        assert "\n" not in caught.value.in_words(language)
    assert caught.value.what.fr
    return caught.value


def test_the_bundle_itself_is_read(bundle: Path) -> None:
    assert read(bundle).keys() == ("current", "first")


GROUPS = "elements/group.csv"
LINKS = "links/covers.csv"
HEADER = "key,name.en,name.fr,order,kind\r\n"


@pytest.mark.parametrize(
    ("name", "text", "row", "column", "says"),
    [
        (GROUPS, "key,colour\r\ngroup/a,red\r\n", 2, "colour", "colour"),
        (GROUPS, "key,kind\r\ngroup/a,club\r\n", 2, "kind", "club"),
        (GROUPS, "key,starts\r\ngroup/a,soon\r\n", 2, "starts", "soon"),
        (GROUPS, "key,order\r\ngroup/a,first\r\n", 2, "order", "first"),
        (GROUPS, "key,order\r\ngroup/a,nan\r\n", 2, "order", "nan"),
        (GROUPS, f"key,order\r\ngroup/a,{'9' * 400}\r\n", 2, "order", "not a number"),
        (GROUPS, f"key,order\r\ngroup/a,{'9' * 5000}\r\n", 2, "order", "not a number"),
        (GROUPS, "key,\r\ngroup/a,b\r\n", 2, "", "under no header"),
        (GROUPS, "key,order\r\ngroup/a", 2, "", "breaks off"),
        ("types/elements.csv", "key,order\r\nclub,1\r\nclub,2\r\n", 3, "key", "twice"),
        ("types/elements.csv", f"key,order\r\nclub,{'9' * 5000}\r\n", 2, "order", "whole number"),
        ("types/elements.csv", "key,colour\r\nclub,red\r\n", 1, "colour", "no column"),
        (
            "types/choices.csv",
            "of,type,attribute,key\r\nelement,club,kind,a\r\n",
            2,
            "attribute",
            "not declared",
        ),
        ("element/group.csv", "key\r\n", None, "", "element/group"),
        ("scenarios/plan.csv", "change\r\n", None, "", "plan"),
        ("editions/second/elements/group.csv", "key\r\n", None, "", "second"),
        (GROUPS, "key,name.de\r\ngroup/a,Ach\r\n", 2, "name.de", "de"),
        (GROUPS, "key,name\r\ngroup/a,Ach\r\n", 2, "name", "name"),
        (GROUPS, "key\r\n\r\nGroup A\r\n", 3, "key", "Group A"),
        (GROUPS, "key,order\r\ngroup/b,1\r\n,2\r\n", 3, "key", "missing"),
        (GROUPS, "key\r\nterm/a\r\n", 2, "key", "term/a"),
        (GROUPS, "key\r\ngroup/a\r\ngroup/a\r\n", 3, "key", "twice"),
        (GROUPS, "key,key\r\ngroup/a,b\r\n", 1, "", "twice"),
        (GROUPS, "key\r\ngroup/a,b\r\n", 2, "", "beyond"),
        (GROUPS, 'key,name.en\r\ngroup/a,"A\r\n', 2, "", "not closed"),
        (LINKS, "source,target\r\ngroup/a,focus-area/z\r\n", 2, "target", "focus-area/z"),
        (LINKS, "source,target\r\nfocus-area/x,group/a\r\n", 2, "target", "covers"),
        (
            LINKS,
            "source,target\r\ngroup/a,focus-area/x\r\ngroup/a,focus-area/x\r\n",
            3,
            "target",
            "twice",
        ),
        ("elements/club.csv", "key\r\nclub/a\r\n", None, "", "club"),
        ("links/likes.csv", "source,target\r\n", None, "", "likes"),
        ("settings.csv", "path,kind,value\r\ncolour/red,text,x\r\n", 2, "path", "colour/red"),
        ("texts.csv", "element,field,en\r\ngroup/z,also-known-as,x\r\n", 2, "element", "group/z"),
        ("texts.csv", "element,field,en\r\ngroup/a,name,x\r\n", 2, "field", "name"),
        ("states.csv", "key,kind\r\nfirst,dream\r\n", 2, "kind", "dream"),
    ],
)
def test_a_fault_in_a_table_is_named_by_file_row_and_column(
    bundle: Path, name: str, text: str, row: int | None, column: str, says: str
) -> None:
    (bundle / name).parent.mkdir(parents=True, exist_ok=True)
    (bundle / name).write_text(text, encoding="utf-8", newline="")
    fault = refusal(bundle)
    assert fault.place.file.endswith(name)
    assert fault.place.row == row
    assert fault.place.column == column
    assert says in fault.in_words("en")


def test_a_table_that_is_gone_is_missed(bundle: Path) -> None:
    (bundle / LINKS).unlink()
    assert "links/covers.csv is missing" in refusal(bundle).in_words("en")
    assert refusal(bundle).place.path.startswith("resources[")


def test_wrong_encoding_is_named(bundle: Path) -> None:
    (bundle / GROUPS).write_bytes("key,name.fr\r\ngroup/a,Été\r\n".encode("cp1252"))
    assert "UTF-8" in refusal(bundle).in_words("fr")


def test_what_people_do_to_tables_is_read_all_the_same(bundle: Path) -> None:
    text = "\ufeffkey ; name.en;name.fr;order;kind\n\ngroup/a;A;Ah;1;committee\n;;;;\n"
    (bundle / GROUPS).write_text(text, encoding="utf-8", newline="")
    assert read(bundle).current == FRAMEWORK


def test_an_edition_changed_by_one_byte_is_refused(bundle: Path) -> None:
    path = bundle / "editions/first" / GROUPS
    path.write_bytes(path.read_bytes().replace(b",A,", b",B,"))
    fault = refusal(bundle)
    assert "first" in fault.in_words("fr")
    assert fault.place.file.endswith("states.csv")


def test_a_change_of_current_does_not_touch_the_edition(bundle: Path) -> None:
    path = bundle / GROUPS
    path.write_bytes(path.read_bytes().replace(b",A,", b",B,"))
    states = read(bundle)
    assert states.current["group/a"].name.en == "B"
    assert states.at("first")["group/a"].name.en == "A"


# --- documents ---------------------------------------------------------------------------------


@pytest.fixture
def document(tmp_path: Path) -> Path:
    _ = write(STATES, "document", tmp_path / "f.json")
    return tmp_path / "f.json"


def _set(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    def change(entry: Any) -> None:
        *steps, last = path.split("/")
        for step in steps:
            entry = entry[int(step) if step.isdigit() else step]
        entry[int(last) if last.isdigit() else last] = value

    return change


ADDED_BADLY = {"change": "add-element", "key": "group/A b", "attributes": {}}
ADDED_TWICE = {"change": "add-element", "key": "group/a", "attributes": {}}


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("cadre/schema", 99, "cadre"),
        ("cadre/kernel", 99, "cadre"),
        ("current/elements/1/attributes/order", {"date": "soon"}, "elements[1].attributes.order"),
        ("current/elements/1/attributes/order", "one", "elements[1]"),
        ("current/elements/1/attributes/kind", "club", "elements[1].attributes.kind"),
        ("current/elements/1/attributes/order", 10**400, "elements[1].attributes.order"),
        ("current/types/elements", [{"key": "Club"}], "types.elements[0]"),
        ("current/types/elements", [{"key": "club"}, {"key": "club"}], "types.elements[1]"),
        ("current/elements/1/attributes/name", {"de": "Ach"}, "attributes.name"),
        ("current/elements/1/key", "focus-area/x", "elements[1]"),
        ("current/elements/1/key", "A!", "elements"),
        ("current/elements/1", 7, "elements[1]"),
        ("current/links/0/target", "focus-area/z", "links[0]"),
        ("current/links/0/type", "likes", "current"),
        ("current/settings", {"colour/red": 1}, "settings"),
        ("editions/0/framework/elements/1/attributes/order", 2, "editions[0]"),
        ("editions/0/date", "soon", "editions[0].date"),
        ("editions/0/number", 10**400, "editions[0].number"),
        ("scenarios", [{"key": "p", "base": "none", "changes": []}], ""),
        ("scenarios", [{"key": "current", "base": "first", "changes": []}], ""),
        ("scenarios", [{"key": "p", "base": "first", "changes": [ADDED_BADLY]}], "p, 1"),
        ("scenarios", [{"key": "p", "base": "first", "changes": [ADDED_TWICE]}], "p, 1"),
        ("scenarios", [{"key": "p", "base": "first", "changes": [{"change": "x"}]}], "changes[0]"),
        ("key", "Councils!", ""),
    ],
)
def test_a_fault_in_a_document_is_named_by_its_path(
    document: Path, path: str, value: object, where: str
) -> None:
    entry = json.loads(document.read_text(encoding="utf-8"))
    _set(path, value)(entry)
    document.write_text(json.dumps(entry), encoding="utf-8")
    fault = refusal(document)
    assert where in fault.place.path
    assert "f.json" in fault.in_words("fr")


def test_a_number_beyond_all_numbers_is_refused(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert '"settings": {}' in text
    text = text.replace('"settings": {}', '"settings": {"threshold/few": 1e999}')
    document.write_text(text, encoding="utf-8")
    assert refusal(document).place.path == "current.settings.threshold/few"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "cut off"),
        ('{"cadre": {"schema"', "cut off"),
        ('{"a": 1, "a": 2}', "twice"),
        ('{"a": NaN}', "NaN"),
        ('{"a": ' + "9" * 5000 + "}", "digits"),
        ("[" * 100_000, "deep"),
        ("[]", "object"),
    ],
)
def test_what_is_no_document_is_refused(document: Path, text: str, says: str) -> None:
    document.write_text(text, encoding="utf-8")
    assert says in refusal(document).in_words("en")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "none.json").in_words("en")
    (tmp_path / "x.docx").write_bytes(b"hello")
    assert "known format" in refusal(tmp_path / "x.docx").in_words("en")
    (tmp_path / "empty").mkdir()
    assert "datapackage.json" in refusal(tmp_path / "empty").in_words("en")


def test_a_zip_that_climbs_out_or_is_damaged_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../elements/group.csv", "key\r\n")
    assert "leaves" in refusal(path).in_words("en")
    path.write_bytes(b"PK\x03\x04nothing")
    assert "damaged" in refusal(path).in_words("en")


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("name", ["f.zip", "f.xlsx"])
def test_an_archive_packed_in_ways_that_swell_unseen_is_refused(
    tmp_path: Path, name: str, packed: int
) -> None:
    """Such a stream unpacks a block before anybody can count it."""
    _ = write(STATES, {"f.zip": "bundle", "f.xlsx": "xlsx"}[name], tmp_path / name)
    again = tmp_path / f"again-{name}"
    with (
        zipfile.ZipFile(tmp_path / name) as old,
        zipfile.ZipFile(again, "w", packed) as new,
    ):
        for entry in old.namelist():
            new.writestr(entry, old.read(entry))
    assert "damaged" in refusal(again).in_words("en")
    assert read(tmp_path / name).keys() == ("current", "first")


def test_a_folder_that_holds_something_else_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/dear.txt").write_text("Dear", encoding="utf-8")
    with pytest.raises(BadInput, match="holds no bundle"):
        _ = write(STATES, "bundle", tmp_path / "letters")
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["dear.txt"]
