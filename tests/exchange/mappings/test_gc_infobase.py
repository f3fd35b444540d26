"""GC InfoBase by its mapping: a cut of the real tables, with what is known of them by counting."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cadre.analysis.check import check
from cadre.cli import main
from cadre.core.faults import BadInput
from cadre.core.keys import slugify
from cadre.core.states import States
from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.exchange import digest_of_states, read, write
from cadre.exchange.mappings import Converted, convert, open_mapping

DATA = Path(__file__).parent / "data" / "gc-infobase"
DOCUMENTS = ("drr20", "drr21", "drr22", "drr23", "drr24", "dp25", "dp26")


def rows(name: str, folder: Path = DATA) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if any(row.values())]


def converted(folder: Path = DATA) -> Converted:
    return convert(folder, open_mapping("gc-infobase"))


@pytest.fixture(scope="module")
def cut() -> Converted:
    return converted()


@pytest.fixture(scope="module")
def states(cut: Converted) -> States:
    return cut.states


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A copy of the tables, for a test to spoil."""
    folder = tmp_path / "tables"
    return Path(shutil.copytree(DATA, folder))


def cadre(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def results_of(document: str) -> dict[str, dict[str, str]]:
    return {row["stable_id"]: row for row in rows("results") if row["doc"] == document}


def result(stable_id: str) -> str:
    return f"result/{slugify(stable_id)}"


# --- what there is -----------------------------------------------------------------------------


def test_every_row_becomes_the_element_it_stands_for(states: States) -> None:
    types = Counter(one.type for one in states.current.elements())
    assert types == {
        "core-responsibility": len(rows("crso")),
        "document": 1,
        "focus-area": 13,
        "means": 6,
        "ministry": len(rows("ministries")),
        "office": len(rows("ministers")) - 1,
        "organisation": len(rows("igoc")),
        "program": len(rows("program")),
        "result": len(results_of("dp26")),
        "stakeholder": 18,
        "term": len(rows("glossary")),
    }
    assert len(rows("program_tags")) == 13 + 6 + 18


def test_each_yearly_document_is_an_edition_and_current_is_the_last_plan(states: States) -> None:
    assert tuple(key for key in states if key in states.editions) == DOCUMENTS
    assert [states.editions[key].number for key in DOCUMENTS] == [1, 2, 3, 4, 5, 6, 7]
    assert states.current == states.at("dp26")
    for document in DOCUMENTS:
        there = set(states.at(document).keys(type="result"))
        assert there == {result(key) for key in results_of(document)}
        assert all(states.editions[document].name.get(lang) for lang in ("en", "fr"))


def test_what_has_no_year_is_the_same_in_every_edition(states: States) -> None:
    def without_results(document: str) -> tuple[object, object]:
        framework = states.at(document)
        links = {link.id for link in framework.links() if not link.target.startswith("result/")}
        values = framework.values_by_key()
        return {key: one for key, one in values.items() if not key.startswith("result/")}, links

    assert all(without_results(one) == without_results("dp26") for one in DOCUMENTS)


def test_a_result_has_its_statement_as_name_and_owner_and_programs_as_links(
    states: States,
) -> None:
    results = {row["id"]: row for row in rows("results")}
    owners = {row["id"] for row in rows("crso")}
    for document in DOCUMENTS:
        framework = states.at(document)
        for stable_id, row in results_of(document).items():
            key = result(stable_id)
            assert framework[key].name == Text(row["name_en"], row["name_fr"])
            owner = "core-responsibility" if row["subject_id"] in owners else "program"
            owned = [link.source for link in framework.links_in(key) if link.type == "has-result"]
            assert owned == [f"{owner}/{slugify(row['subject_id'])}"]
        programs = {(link.source, link.target) for link in framework.links(type="contributes-to")}
        assert programs == {
            (
                f"program/{slugify(row['program_id'])}",
                result(results[row["result_id"]]["stable_id"]),
            )
            for row in rows("pi_dr_links")
            if results[row["result_id"]]["doc"] == document
        }


def test_codes_that_look_like_numbers_dates_and_words_are_understood(states: States) -> None:
    source = {row["org_id"]: row for row in rows("igoc")}
    ended = states.current["organisation/10"]
    assert (source["10"]["end_yr"], source["10"]["institutional_form"]) == ("2012.0", "dept_corp")
    assert (ended.lifecycle, ended.word("kind")) == ("ended", "dept-corp")
    assert str(ended.date("ends")) == "2012"
    assert source["12"]["ministry"].endswith(".0")
    ministry = source["12"]["ministry"].removesuffix(".0")
    assert states.current.targets("organisation/12", LinkRole.PART_OF) == [f"ministry/{ministry}"]


def test_other_names_are_added_unless_they_are_known(cut: Converted) -> None:
    polar = cut.states.current["organisation/552"]
    told = next(one for one in cut.report.rules if one.file == "goc-org-variants.csv")
    assert told.created + told.matched == told.rows == len(rows("goc-org-variants"))
    known = {polar.name.en, polar.name.fr, polar.short_name.en, polar.text("acronym").en}
    others = [noted.text.en for noted in polar.also_known_as]
    assert others
    assert not known & set(others)


def test_organisations_cover_the_areas_of_their_active_programs_with_high_certainty(
    states: States,
) -> None:
    active = {
        f"{row['dept_code']}-{row['activity_code']}": row["dept_code"]
        for row in rows("program")
        if row["is_active"] == "1"
    }
    organisations = {row["dept_code"]: row["org_id"] for row in rows("igoc")}
    expected = {
        (f"organisation/{organisations[active[row['program_id']]]}", f"focus-area/{tag.lower()}")
        for row in rows("tags_to_programs")
        if row["program_id"] in active and (tag := row["tag_id"]).startswith("GOC")
    }
    covers = states.current.links(type="covers")
    assert {(link.source, link.target) for link in covers} == expected
    assert {link.certainty for link in covers} == {"high"}
    assert all(link.text("note").fr for link in covers)


def test_the_tables_are_drawn_and_examined_like_any_framework(states: States) -> None:
    assert check(states.current)
    assert states.current.keys(type="ministry")


# --- privacy -----------------------------------------------------------------------------------


def test_names_of_persons_are_not_carried(tables: Path) -> None:
    file = tables / "ministers.csv"
    file.write_text(
        file.read_text("utf-8")
        + "90,The Honourable Petra Quill,L’honorable Petra Quill\n"
        + "91,Minister Petra Quill,La ministre Petra Quill\n",
        "utf-8",
    )
    made = converted(tables)
    written = json.dumps([str(one) for one in made.report.sentences(made.states)])
    assert "Quill" not in written
    names = [one.name.en for one in made.states.current.elements()]
    assert not [name for name in names if "Quill" in name]
    assert "Prime Minister" in names
    told = next(one for one in made.report.rules if one.file == "ministers.csv")
    assert [len(lost) for lost in told.skipped.values()] == [3]


def test_auditors_are_left_out(tables: Path) -> None:
    file = tables / "igoc.csv"
    text = file.read_text("utf-8")
    assert "Auditor General of Canada" in text
    file.write_text(text.replace("Auditor General of Canada", "Petra Quill CPA"), "utf-8")
    made = converted(tables).states.current
    assert not [one for one in made.elements() if "Quill" in str(one.values)]


# --- between two editions ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def document(states: States, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gc") / "gc.json"
    assert write(states, "document", path) == ()
    return path


@pytest.fixture(scope="module")
def plans(document: Path) -> dict[str, Any]:
    said = cadre("diff", str(document), "--from", "dp25", "--to", "dp26", "--format", "json")
    assert said.exit_code == 1
    answer: dict[str, Any] = json.loads(said.stdout)
    return answer


def test_results_that_came_and_went_are_named(plans: dict[str, Any]) -> None:
    before, after = results_of("dp25"), results_of("dp26")
    assert {one["key"] for one in plans["added"]} == {result(key) for key in after.keys() - before}
    assert {one["key"] for one in plans["removed"]} == {
        result(key) for key in before.keys() - after
    }
    assert plans["added"]
    assert plans["removed"]


def test_rewordings_are_told_language_by_language(plans: dict[str, Any]) -> None:
    before, after = results_of("dp25"), results_of("dp26")
    expected = {
        (result(key), language, before[key][f"name_{language}"], after[key][f"name_{language}"])
        for key in before.keys() & after
        for language in ("en", "fr")
        if before[key][f"name_{language}"] != after[key][f"name_{language}"]
    }
    told = {
        (one["key"], one["language"], one["old"], one["new"])
        for one in plans["changed"]
        if one["field"] == "name"
    }
    assert told == expected
    by_key = Counter(key for key, *_ in expected)
    assert {1, 2} <= set(by_key.values()), "the cut has rewordings in one and in both languages"
    assert len(plans["changed"]) == len(expected), "nothing else of an element changed"


def test_moved_results_have_another_owner(plans: dict[str, Any]) -> None:
    before, after = results_of("dp25"), results_of("dp26")
    moved = {
        result(key)
        for key in before.keys() & after
        if before[key]["subject_id"] != after[key]["subject_id"]
    }
    came, went = (
        {one["target"] for one in plans[name] if one["type"] == "has-result"}
        for name in ("links_added", "links_removed")
    )
    assert came & went == moved
    assert moved


def test_links_of_programs_that_came_and_went_are_told(plans: dict[str, Any]) -> None:
    results = {row["id"]: row for row in rows("results")}

    def links(document: str) -> set[tuple[str, str]]:
        return {
            (row["program_id"].lower(), results[row["result_id"]]["stable_id"].lower())
            for row in rows("pi_dr_links")
            if results[row["result_id"]]["doc"] == document
        }

    for name, expected in (
        ("links_added", links("dp26") - links("dp25")),
        ("links_removed", links("dp25") - links("dp26")),
    ):
        told = {
            (one["source"].removeprefix("program/"), one["target"].removeprefix("result/"))
            for one in plans[name]
            if one["type"] == "contributes-to"
        }
        assert told == expected
    assert links("dp26") - links("dp25")


# --- as a file ---------------------------------------------------------------------------------


def test_document_and_bundle_bring_back_every_state(
    states: States, document: Path, tmp_path: Path
) -> None:
    again = read(document)
    assert digest_of_states(again) == digest_of_states(states)
    _ = write(again, "bundle", tmp_path / "bundle")
    bundle = read(tmp_path / "bundle")
    _ = write(bundle, "document", tmp_path / "again.json")
    assert digest_of_states(read(tmp_path / "again.json")) == digest_of_states(states)
    assert (tmp_path / "again.json").read_bytes() == document.read_bytes()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Results (results.csv): rows 149; created 25; matched 124; skipped 0."),
        ("fr", "Résultats (results.csv)\N{NO-BREAK SPACE}: lignes 149; créations 25; "),
    ],
)
def test_the_command_says_what_became_of_the_rows(tmp_path: Path, lang: str, said: str) -> None:
    out = str(tmp_path / "gc.json")
    told = cadre(
        "convert", str(DATA), "--to", "document", "--mapping", "gc-infobase", "--out", out,
        "--lang", lang,
    )  # fmt: skip
    assert told.exit_code == 0
    assert said in told.stderr
    assert "org_to_minister.csv" in told.stderr
    assert "11 (255), 18 (349)" in told.stderr
    assert "auditor_en" in told.stderr
    assert "inst_forms.csv" in told.stderr


# --- generosity --------------------------------------------------------------------------------


def rewritten(path: Path, delimiter: str, end: str) -> None:
    """The same table as another program would save it, with headers in capitals."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    table[0] = [column.upper() for column in table[0]]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(table)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_line_ends_and_headers_make_the_same_framework(
    states: States, tables: Path, delimiter: str
) -> None:
    for path in tables.glob("*.csv"):
        if path.stem != "glossary":  # it has a space after a closing quotation mark
            rewritten(path, delimiter, "\r\n")
    assert digest_of_states(converted(tables).states) == digest_of_states(states)


def test_headers_files_and_rows_may_be_untidy(states: States, tables: Path) -> None:
    for path in tuple(tables.glob("*.csv")):
        head, _, rest = path.read_text("utf-8-sig").partition("\n")
        columns = [f" {column.replace('_', ' ').title()} " for column in head.split(",")]
        path.write_text("\n".join([",".join(columns), "", " , ", rest, ", ,", ""]), "utf-8")
        _ = path.rename(path.with_name(f"{path.stem.upper()}.CSV"))
    assert digest_of_states(converted(tables).states) == digest_of_states(states)


def test_texts_are_composed_and_freed_of_controls_and_nothing_else(tables: Path) -> None:
    path = tables / "glossary.csv"
    path.write_text(
        path.read_text("utf-8") + 'ODD," =Cafe\u0301\x0b  fine ","\'=le cafe\u0301","a\n\n b",c\n',
        "utf-8",
    )
    term = converted(tables).states.current["term/odd"]
    assert term.name == Text(" =Café  fine ", "'=le café")
    assert term.text("definition").en == "a\n\n b"


def test_a_new_column_is_left_out_and_said(states: States, tables: Path) -> None:
    path = tables / "ministries.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(f"{line},mood" for line in lines), "utf-8")
    made = converted(tables)
    assert digest_of_states(made.states) == digest_of_states(states)
    assert made.report.unknown == {"ministries.csv": ("mood",)}


# --- bad input ---------------------------------------------------------------------------------


def refusal(folder: Path) -> tuple[str, str]:
    with pytest.raises(BadInput) as caught:
        _ = converted(folder)
    lines = tuple(caught.value.in_words(lang) for lang in ("en", "fr"))
    assert not [line for line in lines if "\n" in line]
    return lines[0], lines[1]


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_missing_file_is_named(tables: Path) -> None:
    (tables / "results.csv").rename(tables / "result.csv")
    english, french = refusal(tables)
    assert english.endswith("there is no file “results.csv” in the folder. Is it “result.csv”?")
    assert "il n’y a pas de fichier « results.csv »" in french


def test_an_unknown_column_is_named(tables: Path) -> None:
    replaced(tables / "results.csv", "name_fr", "nom_fr")
    english, french = refusal(tables)
    assert "results.csv, row 1, column name_fr: there is no column “name_fr”" in english
    assert "Is it “nom_fr”?" in english
    assert "results.csv, ligne 1, colonne name_fr" in french


def test_a_result_given_twice_in_a_year_is_refused(tables: Path) -> None:
    path = tables / "results.csv"
    lines = path.read_text("utf-8").splitlines()
    first, second = (line.split(",") for line in lines[1:3])
    assert first[1] == second[1]
    lines[2] = ",".join([*second[:-1], first[-1]])
    path.write_text("\n".join(lines), "utf-8")
    english, _ = refusal(tables)
    said = f"results.csv, row 3, column stable_id: “{first[1]}” is given twice (first in row 2)."
    assert said in english


def test_an_edition_nobody_described_is_refused(tables: Path) -> None:
    replaced(tables / "results.csv", ",drr20", ",drr19")
    assert "column doc: “drr19” is no edition of the mapping." in refusal(tables)[0]


def test_a_link_to_no_result_is_refused(tables: Path) -> None:
    replaced(tables / "pi_dr_links.csv", "DR-", "XX-")
    english, french = refusal(tables)
    assert "pi_dr_links.csv, row 2, column result_id" in english
    assert "results.csv has no row of that key" in english
    assert "results.csv n’a pas de ligne de cette clé" in french


def test_an_unknown_word_is_refused_with_those_that_are_known(tables: Path) -> None:
    replaced(tables / "crso.csv", ",1,1,", ",maybe,1,")
    english, _ = refusal(tables)
    assert "column is_active: “maybe” is a word that the mapping does not know." in english
    assert english.endswith("It knows: 1, 0.")


def test_a_folder_that_is_none_and_a_mapping_that_is_none_are_refused(tmp_path: Path) -> None:
    nothing = str(tmp_path / "nothing")
    for words, said in (
        (["convert", nothing, "--mapping", "gc-infobase"], "this is not a folder of tables."),
        (["convert", str(DATA), "--mapping", "gc"], "there is no mapping “gc”."),
    ):
        told = cadre(*words, "--to", "document", "--out", "-")
        assert told.exit_code == 2
        assert said in told.stderr
        assert told.stderr.count("\n") == 1
        assert told.stdout == ""
