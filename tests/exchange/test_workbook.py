"""A workbook comes back unchanged, or changed only where a person changed it."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.core.attributes import Attribute, Choice
from cadre.core.change import diff
from cadre.core.dates import PartialDate, Period
from cadre.core.faults import BadInput, Place
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType
from cadre.core.settings import Settings
from cadre.core.states import Edition, Scenario, States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.values import Kind, NotedText, Value
from cadre.exchange import digest, digest_of_states, read
from cadre.exchange.workbook import write_states_workbook
from cadre.exchange.workbook_reading import read_workbook
from cadre.frameworks import path_of
from tests.exchange.test_round_trip import all_states
from tests.strategies import WITH_CARAVANS

HERE = Place(file="councils.xlsx")
FRAMEWORK = Framework.of(
    WITH_CARAVANS,
    [
        Element(
            "group/a",
            {
                "name": Text("=1+1", "L’été"),
                "kind": "working-group",
                "order": 1,
                "starts": PartialDate(2016, 9),
                "inferred": ("kind", "name"),
                "also-known-as": (NotedText(Text("-A", "@B"), "variant", "source:1"),),
            },
        ),
        Element("caravan/c", {"loaded": True, "goods": ("salt", "silk"), "camels": 2.5}),
        Element("focus-area/x", {"name": Text("X", "Ixe")}),
    ],
    [Link("covers", "group/a", "focus-area/x", {"what": Text("+ work", "travaux")})],
    Settings.of(
        {
            "name": Text("Councils", "Conseils"),
            "threshold/few": 3,
            "rule-since/A": PartialDate(2017),
        }
    ),
)
CHANGED = Framework.of(WITH_CARAVANS, [Element("group/a"), Element("focus-area/x")])
STATES = States(
    "councils",
    FRAMEWORK,
    {"first": Edition("first", CHANGED, digest(CHANGED), 1, Text("First", "Première", "fr"))},
    {"plan": Scenario("plan", "first", diff(CHANGED, FRAMEWORK), Text("Plan", "Plan"))},
)


def from_bytes(data: bytes) -> States:
    return read_workbook(data, HERE)


def edited(states: States, change: Callable[[Any], object], language: Language = "en") -> States:
    """The states after a person changed the workbook in another program."""
    return from_bytes(saved(states, change, language))


def saved(states: States, change: Callable[[Any], object], language: Language = "en") -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(write_states_workbook(states, language)))
    _ = change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def column_of(sheet: Any, header: str) -> int:
    return next(int(cell.column) for cell in sheet[2] if cell.value == header)


def with_element(key: str, **values: Value) -> Framework:
    """The framework with some attributes of an element replaced."""
    elements = {one.key: one for one in FRAMEWORK.elements()}
    elements[key] = elements.get(key, Element(key)).replace(**values)
    return Framework.of(
        FRAMEWORK.metamodel, elements.values(), FRAMEWORK.links(), FRAMEWORK.settings
    )


# --- unchanged ---------------------------------------------------------------------------------


@given(all_states(), st.sampled_from(LANGUAGES))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_states_come_back(states: States, language: Language) -> None:
    written = write_states_workbook(states, language)
    back = from_bytes(written)
    assert digest_of_states(back) == digest_of_states(states)
    assert back.at("plan") == states.at("plan")
    assert write_states_workbook(back, language) == written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["joint-councils", "example"])
def test_shipped_frameworks_come_back(name: str, language: Language) -> None:
    states = read(path_of(name))
    written = write_states_workbook(states, language)
    assert digest_of_states(from_bytes(written)) == digest_of_states(states)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_another_program_saved_comes_back(language: Language) -> None:
    assert edited(STATES, lambda book: None, language) == STATES


def test_texts_longer_than_a_cell_come_back() -> None:
    long = "é’ x" * 20_000
    framework = with_element("group/a", summary=Text(long, "court"), provenance=long)
    states = States("councils", framework, {"e": Edition("e", framework, digest(framework), 1)})
    assert digest_of_states(from_bytes(write_states_workbook(states))) == digest_of_states(states)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "'x",
        " ",
        "' ",
        "\n",
        "\u00a0",
        "_x0041_",
        " x ",
        "#x",
        "1",
        "a\n\tb",
    ],
)
def test_any_text_comes_back_as_it_is(text: str) -> None:
    states = States("councils", with_element("group/a", summary=Text(text, "x"), provenance=text))
    assert from_bytes(write_states_workbook(states)).current == states.current


@pytest.mark.parametrize("number", [0, -1, 2**60, 0.1, 1e-300, 1 / 3, 123456789012345.5])
def test_any_number_comes_back(number: float) -> None:
    states = States("councils", with_element("group/a", order=number))
    assert from_bytes(write_states_workbook(states)).current == states.current


def test_choices_that_share_a_word_come_back() -> None:
    twins = (
        Choice("one", Text("Same", "Pareil")),
        Choice("two", Text("Same", "Pareil"), aliases=("a;b",)),
        Choice("same", Text("Third; part", "Tiers"), step=2),
    )
    own = ElementType(
        "thing",
        Text("Groups", "Groupes"),
        Text("Groups", "Groupes", "fr"),
        attributes=(
            Attribute("kind", Kind.CHOICE, Text("Name (English)", "Nom"), choices=twins),
            Attribute("other", Kind.CHOICES, Text("Kind", "Genre"), choices=twins),
            Attribute("free", Kind.CHOICES, Text("", "")),
        ),
    )
    framework = Framework.of(
        KERNEL.extended([own]),
        [
            Element("group/a"),
            *(
                Element(
                    f"thing/{one.key}",
                    {"kind": one.key, "other": ("same", one.key), "free": ("x;y", " z")},
                )
                for one in twins
            ),
        ],
    )
    states = States("councils", framework)
    for language in LANGUAGES:
        assert from_bytes(write_states_workbook(states, language)).current == framework


def test_a_framework_just_created_has_a_sheet_for_every_type() -> None:
    states = States("councils", Framework.of(KERNEL))
    written = write_states_workbook(states, "fr")
    assert from_bytes(written).current == states.current
    names = openpyxl.load_workbook(io.BytesIO(written)).sheetnames
    assert len(names) > len(KERNEL.element_types) + len(KERNEL.link_types)
    assert max(map(len, names)) <= 31


# --- made for a person -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "sheet", "headers", "words"),
    [
        ("en", "Groups", ["Key", "Name (English)", "Name (French)"], {"Working group", "2016-09"}),
        ("fr", "Groupes", ["Clé", "Nom (français)", "Nom (anglais)"], {"Groupe de travail"}),
    ],
)
def test_it_speaks_the_language_asked_for(
    language: Language, sheet: str, headers: list[str], words: set[str]
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_states_workbook(STATES, language)))
    groups = book[sheet]
    assert [cell.value for cell in groups[2]][:3] == headers
    assert words <= {cell.value for cell in groups[3]}
    assert groups["A1"].value.startswith("# elements/group")
    assert groups.freeze_panes == "B3"
    assert groups.auto_filter.ref.startswith("A2:")
    first = book.worksheets[0]
    assert (first.title, first["A1"].value) == {
        "en": ("About", "Councils"),
        "fr": ("À propos", "Conseils"),
    }[language]


def test_choices_and_yes_or_no_are_lists() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_states_workbook(STATES, "fr")))
    caravans = book["Caravanes"]
    offered = {
        str(one.sqref).rstrip("0123456789").partition(":")[0]: one.formula1
        for one in caravans.data_validations.dataValidation
    }
    loaded = caravans.cell(3, column_of(caravans, "Chargée"))
    source = offered[loaded.coordinate].removeprefix("'Choix'!").replace("$", "")
    assert [cell.value for (cell,) in book["Choix"][source]] == ["Oui", "Non"]
    assert loaded.value == "Oui"
    assert book["Choix"].sheet_state == "hidden"
    assert book["Archives"].sheet_state == "veryHidden"


def test_no_cell_is_live() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_states_workbook(STATES)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    assert book["Groups"]["B3"].value == "=1+1"


def test_links_show_names_beside_keys_that_are_not_read_back() -> None:
    def change(book: Any) -> None:
        covers = book["Link – works on"]
        assert covers.cell(3, column_of(covers, "To (name)")).value == "X"
        covers.cell(3, column_of(covers, "To (name)")).value = "=1+1"

    assert edited(STATES, change).current == FRAMEWORK


# --- changed by a person -----------------------------------------------------------------------


def changed_cell(sheet: str, header: str, value: object) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        book[sheet].cell(3, column_of(book[sheet], header)).value = value

    return change


@pytest.mark.parametrize(
    ("header", "value", "expected"),
    [
        ("Name (English)", "New", {"name": Text("New", "L’été")}),
        ("Kind", "committee", {"kind": "committee"}),
        ("Kind", " Comité ", {"kind": "committee"}),
        ("Kind", "COMITE", {"kind": "committee"}),
        ("Starts", date(2017, 1, 2), {"starts": PartialDate(2017, 1, 2)}),
        ("Starts", 2016, {"starts": PartialDate(2016)}),
        ("Starts", "2016/9", {"starts": PartialDate(2016, 9)}),
        ("Starts", "14 septembre 2016", {"starts": PartialDate(2016, 9, 14)}),
        ("Starts", "September 2016", {"starts": PartialDate(2016, 9)}),
        ("Order", "12", {"order": 12}),
        ("Order", "1\u00a0234,5", {"order": 1234.5}),
        ("Order", 2.0, {"order": 2}),
        ("Provenance", 12, {"provenance": "12"}),
        ("Inferred fields", "Nom; Résumé; order", {"inferred": ("name", "summary", "order")}),
        ("Summary (French)", " \u00a0 ", {}),
        ("Note (English)", "a_x000D_\nb\x7f", {"note": Text("a\nb", "")}),
    ],
)
def test_a_changed_cell_changes_that_and_nothing_else(
    header: str, value: object, expected: dict[str, Value]
) -> None:
    states = edited(STATES, changed_cell("Groups", header, value))
    assert states.current == with_element("group/a", **expected)
    assert states.at("first") == STATES.at("first")


@pytest.mark.parametrize("value", [True, "oui", "VRAI", 1, "yes"])
def test_yes_has_many_forms(value: object) -> None:
    states = edited(STATES, changed_cell("Caravans", "Loaded", value))
    assert states.current == FRAMEWORK


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [("threshold/few", "4", 4), ("threshold/few", 4, 4), ("rule-since/A", 2018, PartialDate(2018))],
)
def test_a_setting_is_read_as_its_kind(path: str, value: object, expected: Value) -> None:
    def change(book: Any) -> None:
        sheet = book["Settings"]
        row = next(row for row in sheet.iter_rows(min_row=3) if row[0].value == path)
        row[column_of(sheet, "Value") - 1].value = value

    assert edited(STATES, change).current.settings.entries[path] == expected


def test_headers_rows_and_columns_are_taken_as_people_leave_them() -> None:
    def change(book: Any) -> None:
        groups = book["Groups"]
        groups["A2"].value = " Clé\u00a0"
        groups.cell(2, column_of(groups, "Kind")).value = "genre "
        groups.cell(2, column_of(groups, "Order")).value = "order"
        groups.cell(2, column_of(groups, "Name (English)")).value = "name.en"
        groups.cell(2, column_of(groups, "Name (French)")).value = "NOM - FR"
        groups.insert_cols(2)
        groups.insert_rows(3)
        groups.insert_rows(2)
        last = groups.max_column + 2
        groups.cell(3, last).value = "# mine"
        groups.cell(5, last).value = "=A1"
        groups.cell(9, 1).value = "# a remark"
        groups.cell(9, 3).value = "anything"
        groups.title = "My groups"
        book.move_sheet("About", 5)
        book["About"].title = "Read me"
        book.create_sheet("# scratch")["B7"] = "=1/0"
        book.create_sheet("Empty")

    assert edited(STATES, change).current == FRAMEWORK


def test_a_sheet_of_a_person_s_own_is_known_by_its_name() -> None:
    def change(book: Any) -> None:
        sheet = book.create_sheet("Termes ")
        sheet.append(["Clé", "Nom (anglais)"])
        sheet.append(["term/t", "T"])
        links = book.create_sheet("works on")
        links.append(["source", "target"])
        links.append(["group/b", "focus-area/x"])
        more = book.create_sheet("group")
        more.append(["key"])
        more.append([" group/b\u00a0"])

    current = edited(STATES, change).current
    assert current["term/t"].name.en == "T"
    assert "group/b" in current
    assert current.link("covers", "group/b", "focus-area/x") is not None


def test_a_row_removed_removes_the_element_and_leaves_the_past_alone() -> None:
    states = edited(STATES, lambda book: book["Caravans"].delete_rows(3))
    assert "caravan/c" not in states.current
    assert "caravan/c" in states.at("plan")


# --- states ------------------------------------------------------------------------------------


def test_an_edition_that_was_altered_is_refused() -> None:
    def change(book: Any) -> None:
        cells = [cell for (cell,) in book["Archive"]["C3:C20"] if cell.value]
        cell = next(cell for cell in cells if '"key":"focus-area/x"' in cell.value)
        cell.value = cell.value.replace("focus-area/x", "focus-area/y")

    with pytest.raises(BadInput, match=r"sheet Archive, row 3: .*first does not match its digest"):
        _ = edited(STATES, change)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda book: book.remove(book["Archive"]), "hidden sheet .* is missing"),
        (lambda book: book["Archive"].delete_rows(4, 90), "hidden sheet .* is missing|altered"),
        (lambda book: book.remove(book["About"]), "first sheet, with the key"),
    ],
)
def test_a_workbook_without_its_states_is_refused(
    change: Callable[[Any], object], says: str
) -> None:
    with pytest.raises(BadInput, match=says):
        _ = edited(STATES, change)


def test_a_later_version_is_refused() -> None:
    def change(book: Any) -> None:
        cell = next(
            row[1] for row in book["About"].iter_rows() if row[0].value == "Version of the file"
        )
        cell.value = "99.1"

    with pytest.raises(BadInput, match="later version"):
        _ = edited(STATES, change)


def test_periods_come_back() -> None:
    states = States("councils", with_element("caravan/c", season=Period(PartialDate(2016), None)))
    assert from_bytes(write_states_workbook(states)).current == states.current


def test_its_file_is_known_by_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "noname").write_bytes(write_states_workbook(STATES))
    assert read(tmp_path / "noname") == STATES
