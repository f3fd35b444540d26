"""The commands on files, as a person types them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from cadre.cli import main, pictures
from cadre.frameworks import path_of
from cadre.viewpoints.registry import VIEWPOINTS

COUNCILS = str(path_of("joint-councils"))


def cadre(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def answer(*words: str) -> Any:
    result = cadre(*words)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_list_gives_elements_of_a_state() -> None:
    groups = answer("list", COUNCILS, "--type", "group", "--at", "2016-09", "--format", "json")
    assert len(groups) == 17
    ncsip = next(one for one in groups if one["key"] == "group/ncsip")
    assert set(ncsip) == {
        "key", "type", "name", "lifecycle", "certainty", "provenance", "attributes",
    }  # fmt: skip
    assert set(ncsip["name"]) == {"en", "fr"}
    assert ncsip["attributes"]["kind"] == "subcommittee"


def test_list_as_a_table_and_as_csv_name_the_same_elements() -> None:
    table = cadre("list", COUNCILS, "--type", "principle", "--lang", "fr").stdout.splitlines()
    rows = cadre("list", COUNCILS, "--type", "principle", "--format", "csv").stdout.splitlines()
    assert [line.split()[0] for line in table] == [line.split(",")[0] for line in rows]
    assert len(table) == 6


def test_links_gives_links_of_a_type() -> None:
    links = answer("links", COUNCILS, "--type", "covers", "--at", "2016-09", "--format", "json")
    assert len(links) == 35
    assert set(links[0]) == {"type", "source", "target", "certainty", "provenance", "attributes"}


def test_digest_is_one_line_and_differs_by_state() -> None:
    whole, current, old = (
        cadre("digest", COUNCILS, *at).stdout.strip()
        for at in ([], ["--at", "current"], ["--at", "2016-09"])
    )
    assert len({whole, current, old}) == 3
    assert {len(whole), len(current), len(old)} == {64}
    assert cadre("digest", COUNCILS, "--at", "2018").stdout.strip() == current


@pytest.mark.parametrize(
    ("form", "name"),
    [("document", "c.json"), ("bundle", "c"), ("bundle", "c.zip"), ("xlsx", "c.xlsx")],
)
def test_convert_keeps_every_state(tmp_path: Path, form: str, name: str) -> None:
    out = str(tmp_path / name)
    assert cadre("convert", COUNCILS, "--to", form, "--out", out).exit_code == 0
    assert cadre("digest", out).stdout == cadre("digest", COUNCILS).stdout
    same = cadre("diff", COUNCILS, out)
    assert (same.exit_code, same.stdout.strip()) == (0, "Nothing differs.")


def test_convert_to_stdout_and_of_one_state(tmp_path: Path) -> None:
    result = cadre("convert", COUNCILS, "--to", "document", "--out", "-", "--at", "2016-09")
    assert result.exit_code == 0
    assert "Left out: the state 2018." in result.stderr
    document = json.loads(result.stdout)
    assert document["editions"] == document["scenarios"] == []
    out = tmp_path / "one.json"
    out.write_text(result.stdout, encoding="utf-8")
    assert (
        cadre("digest", str(out), "--at", "current").stdout
        == cadre("digest", COUNCILS, "--at", "2016-09").stdout
    )


def test_convert_to_a_workbook_speaks_the_language_asked_for(tmp_path: Path) -> None:
    out = str(tmp_path / "c.xlsx")
    assert cadre("convert", COUNCILS, "--to", "xlsx", "--out", out, "--lang", "fr").stderr == ""
    with zipfile.ZipFile(out) as archive:
        assert 'name="Domaines d’intérêt"' in archive.read("xl/workbook.xml").decode()
    stdout = cadre("convert", COUNCILS, "--to", "xlsx", "--out", "-", "--lang", "fr").stdout_bytes
    assert stdout == (tmp_path / "c.xlsx").read_bytes()


def test_convert_to_graphml_says_what_it_leaves_out(tmp_path: Path) -> None:
    out = str(tmp_path / "c.graphml")
    result = cadre("convert", COUNCILS, "--to", "graphml", "--out", out, "--lang", "fr")
    assert "Laissé de côté\N{NO-BREAK SPACE}: l’état 2016-09." in result.stderr
    assert cadre("digest", out, "--at", "current").stdout == (
        cadre("digest", COUNCILS, "--at", "current").stdout
    )


def test_diff_of_two_states_has_the_published_shape() -> None:
    result = cadre("diff", COUNCILS, "--from", "2016-09", "--to", "2018", "--format", "json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert set(report) == {
        "added", "removed", "changed", "links_added", "links_removed", "links_changed",
        "types_changed", "settings_changed", "states",
    }  # fmt: skip
    assert {"key": "group/licensing", "type": "group"} in report["added"]
    assert report["removed"] == []
    changed = next(one for one in report["changed"] if one["field"] == "name")
    assert set(changed) == {"key", "type", "field", "language", "old", "new"}


def test_diff_defaults_to_the_state_before() -> None:
    assert cadre("diff", COUNCILS, "--to", "2018").stdout == (
        cadre("diff", COUNCILS, "--from", "2016-09", "--to", "2018").stdout
    )
    assert cadre("diff", COUNCILS).stdout.strip() == (
        "Nothing differs between Early 2018 and today."
    )
    french = cadre("diff", COUNCILS, "--to", "2018", "--lang", "fr").stdout
    assert french.startswith("Entre septembre 2016 et début 2018\N{NO-BREAK SPACE}: 52 éléments")


def test_a_comparison_is_drawn_and_tabled_with_the_base_that_is_named(tmp_path: Path) -> None:
    out = tmp_path / "compared.svg"
    at = ["comparison", "--at", "recommendations-2018", "--set", "base=2016-09"]
    drawn = cadre("draw", COUNCILS, *at, "--lang", "fr", "--out", str(out))
    assert drawn.exit_code == 0
    assert "tel qu’il était (septembre 2016)" in out.read_text(encoding="utf-8")
    table = cadre("table", COUNCILS, *at, "--format", "json")
    assert "group/channel:part-of" in {row["key"] for row in json.loads(table.stdout)["rows"]}
    refused = cadre("table", COUNCILS, "comparison", "--set", "base=2015")
    assert (refused.exit_code, "2016-09" in refused.stderr) == (2, True)


def test_diff_of_two_sources_tells_states_apart(tmp_path: Path) -> None:
    out = tmp_path / "c.json"
    _ = cadre("convert", COUNCILS, "--to", "document", "--out", str(out))
    document = json.loads(out.read_text(encoding="utf-8"))
    document["scenarios"] = document["scenarios"][:1]
    document["current"]["elements"][0]["attributes"]["note"] = {"en": "Seen", "fr": "Vu"}
    out.write_text(json.dumps(document), encoding="utf-8")
    result = cadre("diff", COUNCILS, str(out), "--format", "json")
    report = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [one["field"] for one in report["changed"]] == ["note", "note"]
    assert [entry["change"] for entry in report["states"].values()] == ["removed"]


def test_types_and_formats_come_from_their_registries() -> None:
    types = answer("types", "--format", "json")
    assert {"group", "focus-area"} <= {one["key"] for one in types["elements"]}
    own = answer("types", COUNCILS, "--format", "json")
    levels = next(one for one in own["elements"] if one["key"] == "coverage-assessment")
    assert len(levels["attributes"][0]["choices"]) == 9
    assert {one["key"] for one in answer("formats", "--format", "json")} >= {"document", "bundle"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["list", COUNCILS, "--at", "1999"], "1999"),
        (["list", COUNCILS, "--type", "club"], "club"),
        (["links", COUNCILS, "--type", "club"], "club"),
        (["digest", "missing.json"], "missing.json"),
        (["table", COUNCILS, "horoscope"], "horoscope"),
        (["table", COUNCILS, "gap-matrix", "--set", "moon"], "moon"),
        (["table", COUNCILS, "gap-matrix", "--set", "moon=full"], "moon"),
        (["draw", COUNCILS, "gap-matrix", "--out", "x.docx"], "x.docx"),
        (["draw", COUNCILS, "gap-matrix", "--out", "x.docx"], ".svg, .pdf"),
        (["draw", COUNCILS, "gap-matrix", "--out", "no/such/folder.svg"], "folder.svg"),
        (["draw", COUNCILS, "gap-matrix", "--out", "no/such/folder.pdf"], "folder.pdf"),
        (["draw", COUNCILS, "gap-matrix", "--out", "x.pdf", "--scale", "2"], "--scale"),
        (["draw", COUNCILS, "gap-matrix", "--at", "1999", "--out", "-"], "1999"),
        (["atlas", COUNCILS, "--out", "x.docx"], ".pdf"),
        (["atlas", COUNCILS, "--out", "no/such/folder.pdf"], "folder.pdf"),
        (["atlas", COUNCILS, "--at", "1999", "--out", "x.pdf"], "1999"),
        (["check", COUNCILS, "--at", "1999"], "1999"),
        (["convert", COUNCILS, "--to", "parchment", "--out", "-"], "parchment"),
        (["diff", COUNCILS, "--to", "2016-09"], "2016-09"),
        (["lst", COUNCILS], "list"),
        (["list"], "SOURCE"),
        (["list", COUNCILS, "--att", "2018"], "--at"),
        (["list", COUNCILS, "--format", "yaml"], "json"),
        (["list", COUNCILS, COUNCILS], "cadre list --help"),
        (["check", COUNCILS, "--as-of", "2016-13-40"], "--as-of"),
        (["convert", COUNCILS, "--to", "document"], "--out"),
        (["run", "--port", "99999"], "65535"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_bad_input_gets_one_line_and_exit_code_2(words: list[str], says: str, lang: str) -> None:
    result = cadre(*words, "--lang", lang)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_a_key_that_is_not_stored_is_bad_input(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "cadre", "digest", "nobody", "--lang", "fr"],
        env={**os.environ, "CADRE_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 2
    assert found.stdout == ""
    assert found.stderr.startswith("il n’y a ni fichier ni cadre enregistré")
    assert len(found.stderr.splitlines()) == 1


def test_bad_input_is_told_in_the_language_asked_for() -> None:
    english = cadre("list", COUNCILS, "--at", "1999").stderr
    french = cadre("list", COUNCILS, "--at", "1999", "--lang", "fr").stderr
    assert english.startswith("there is no state")
    assert french.startswith("il n’y a pas d’état")


def test_a_slip_of_the_fingers_is_told_in_the_language_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert cadre("list", "--lang=fr").stderr.startswith("il manque SOURCE.")
    assert cadre("check", COUNCILS, "--at").stderr.startswith("--at needs a value.")
    monkeypatch.setenv("CADRE_LANG", "fr")
    assert cadre("list").stderr.startswith("il manque SOURCE.")
    assert cadre("list", "--lang", "en").stderr.startswith("SOURCE is missing.")


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.svg", b"<?xml"), ("a.pdf", b"%PDF-1.7"), ("A.PNG", b"\x89PNG"), ("a.pptx", b"PK")],
)
def test_the_ending_decides_what_is_drawn(tmp_path: Path, name: str, start: bytes) -> None:
    words = ["draw", COUNCILS, "gap-matrix", "--at", "2016-09", "--lang", "fr"]
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        assert cadre(*words, "--out", str(tmp_path / folder / name)).exit_code == 0
    one, two = ((tmp_path / folder / name).read_bytes() for folder in ("one", "two"))
    assert one.startswith(start)
    assert one == two


def test_the_briefing_is_written_as_slides(tmp_path: Path) -> None:
    words = ["brief", COUNCILS, "--at", "2018", "--lang", "fr"]
    for name in ("one.pptx", "two.pptx"):
        assert cadre(*words, "--out", str(tmp_path / name)).exit_code == 0
    one, two = ((tmp_path / name).read_bytes() for name in ("one.pptx", "two.pptx"))
    assert one.startswith(b"PK")
    assert one == two
    refused = cadre(*words, "--out", str(tmp_path / "deck.odp"))
    assert refused.exit_code == 2
    assert "pptx" in refused.stderr


def test_a_png_may_be_twice_as_fine(tmp_path: Path) -> None:
    sizes = []
    for scale in ("1", "2"):
        out = tmp_path / f"{scale}.png"
        words = ["draw", COUNCILS, "gap-matrix", "--out", str(out), "--scale", scale]
        assert cadre(*words).exit_code == 0
        sizes.append(int.from_bytes(out.read_bytes()[16:20], "big"))
    assert sizes[1] == 2 * sizes[0]


def test_pages_of_a_picture_are_numbered_files_or_one_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    matrix = VIEWPOINTS["gap-matrix"]
    twice = replace(matrix, drawing=lambda *given: matrix.drawing(*given) * 2)
    monkeypatch.setattr(pictures, "viewpoint_of", lambda name: twice)
    for name in ("a.svg", "a.png", "a.pdf", "a.pptx"):
        words = ["draw", COUNCILS, "gap-matrix", "--out", str(tmp_path / name)]
        assert cadre(*words).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("a-1.png", "a-1.svg", "a-2.png", "a-2.svg", "a.pdf", "a.pptx"),
    ]
    assert cadre("draw", COUNCILS, "gap-matrix", "--out", "-").stdout.count("<?xml") == 1


def test_draw_gives_the_same_bytes_twice_and_on_another_day(tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        words = ["draw", COUNCILS, "gap-matrix", "--out", str(tmp_path / name)]
        assert cadre(*words, "--as-of", "2018-03-01").exit_code == 0
    one, two = ((tmp_path / name).read_bytes() for name in ("a.svg", "b.svg"))
    assert one == two
    later = cadre("draw", COUNCILS, "gap-matrix", "--out", "-", "--as-of", "2019-03-01")
    assert later.stdout_bytes != one


def test_check_has_the_published_shape_and_its_exit_codes() -> None:
    report = answer("check", COUNCILS, "--at", "2016-09", "--format", "json")
    assert report["state"] == "2016-09"
    assert report["as_of"] == "2016-09-14"
    finding = report["findings"][0]
    assert set(finding) == {"code", "severity", "subjects", "message", "evidence", "fingerprint"}
    assert set(finding["message"]) == {"en", "fr"}
    assert cadre("check", COUNCILS, "--at", "2016-09", "--fail-on", "advice").exit_code == 1
    empty = cadre("check", COUNCILS, "--at", "2016-09", "--fail-on", "error")
    worst = {one["severity"] for one in report["findings"]}
    assert empty.exit_code == (1 if "error" in worst else 0)


def test_check_as_sarif_has_a_result_for_each_finding() -> None:
    report = answer("check", COUNCILS, "--at", "2016-09", "--format", "json")
    sarif = answer("check", COUNCILS, "--at", "2016-09", "--format", "sarif", "--lang", "fr")
    assert sarif["version"] == "2.1.0"
    (run,) = sarif["runs"]
    assert len(run["results"]) == len(report["findings"])
    assert run["results"][0]["message"]["text"] == report["findings"][0]["message"]["fr"]


def test_rules_and_viewpoints_come_from_their_registries() -> None:
    rules = answer("rules", "--format", "json")
    assert {"code", "family", "severity", "title", "why", "mend"} == set(rules[0])
    assert all(rule["why"]["fr"] and rule["mend"]["fr"] for rule in rules)
    assert {"gap-matrix", "framework-map"} <= {
        one["id"] for one in answer("viewpoints", "--format", "json")
    }


def test_a_viewpoint_tells_what_each_option_takes() -> None:
    told = {
        (one["id"], option["key"]): (option["element"], option["any_element"], option["state"])
        for one in answer("viewpoints", "--format", "json")
        for option in one["options"]
    }
    assert told == {
        (one.id, option.key): (option.element, option.any_element, option.state)
        for one in VIEWPOINTS.values()
        for option in one.options
    }
    assert told["framework-map", "council"] == ("steers", False, False)
    assert told["neighbourhood", "of"] == (None, True, False)
    assert told["comparison", "base"] == (None, False, True)
    assert told["framework-map", "level"] == (None, False, False)


@pytest.mark.parametrize(
    "words",
    [
        ["list", COUNCILS],
        ["diff", COUNCILS],
        ["digest", COUNCILS],
        ["convert", COUNCILS, "--to", "document", "--out", "-"],
        ["check", COUNCILS, "--at", "2016-09"],
        ["table", COUNCILS, "gap-matrix"],
        ["draw", COUNCILS, "gap-matrix", "--out", "-"],
        ["draw", COUNCILS, "framework-map", "--out", "map.pdf"],
        ["draw", COUNCILS, "framework-map", "--out", "map.png"],
        ["draw", COUNCILS, "framework-map", "--out", "map.pptx"],
        ["brief", COUNCILS, "--at", "2018", "--out", "deck.pptx"],
        ["atlas", COUNCILS, "--at", "2016-09", "--out", "atlas.pdf"],
    ],
)
def test_commands_on_a_file_never_import_django(words: list[str], tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from cadre.cli import main\n"
        f"main({words!r}, standalone_mode=False)\n"
        "print('django' in sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code]
    found = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path)
    assert found.stderr.decode().splitlines()[-1:] == ["False"]


def test_a_check_loads_nothing_that_makes_slides(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from cadre.cli import main\n"
        f"main(['check', {COUNCILS!r}], standalone_mode=False)\n"
        "print({'pptx', 'lxml'} & set(sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code]
    found = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path)
    assert found.stderr.decode().splitlines()[-1:] == ["set()"]


def faulty(folder: Path, *edits: tuple[str, str, str]) -> str:
    """The small framework as a bundle, with faults written into its tables."""
    shutil.copytree(path_of("example"), folder)
    for name, old, new in edits:
        table = folder / name
        text = table.read_bytes().decode()
        assert old in text
        table.write_bytes(text.replace(old, new).encode())
    return str(folder)


FAULTS = (
    ("elements/group.csv", "working-group", "club"),
    ("links/covers.csv", "focus-area/welcome", "focus-area/farewell"),
)
SOURCED = (
    ("check",),
    ("list",),
    ("links",),
    ("types",),
    ("digest",),
    ("diff",),
    ("table", "gap-matrix"),
    ("draw", "gap-matrix", "--out", "x.svg"),
    ("atlas", "--out", "x.pdf"),
    ("convert", "--to", "document", "--out", "x.json"),
)


@pytest.mark.parametrize("words", SOURCED, ids=lambda words: words[0])
@pytest.mark.parametrize(
    ("lang", "cell"), [("en", "row {}, column kind"), ("fr", "ligne {}, colonne kind")]
)
def test_all_faults_of_a_file_are_said_when_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], lang: str, cell: str
) -> None:
    monkeypatch.chdir(tmp_path)
    source = faulty(tmp_path / "bundle", *FAULTS)
    one = cadre(words[0], source, *words[1:], "--lang", lang)
    all_of_them = cadre(words[0], source, *words[1:], "--all-faults", "--lang", lang)
    assert (one.exit_code, all_of_them.exit_code) == (2, 2)
    assert (one.stdout, all_of_them.stdout) == ("", "")
    first, second, third = all_of_them.stderr.splitlines()
    assert cell.format(2) in first
    assert cell.format(5) in second
    assert "focus-area/farewell" in third
    assert one.stderr.splitlines() == [first]
    assert [path.name for path in tmp_path.iterdir()] == ["bundle"]


def test_no_more_than_fifty_faults_are_said(tmp_path: Path) -> None:
    source = faulty(tmp_path / "bundle", ("elements/group.csv", "key,", "key,order,"))
    result = cadre("check", source, "--all-faults")
    assert result.stderr.count("\n") == 1  # a column given twice ends the table
    rows = "".join(f"group/g{number},many\n" for number in range(60))
    (tmp_path / "bundle/elements/group.csv").write_text(f"key,order\n{rows}", encoding="utf-8")
    for lang, last in (
        ("en", "Stopped after 50 faults: there are more."),
        ("fr", "Arrêt après 50 fautes\N{NO-BREAK SPACE}: il y en a d’autres."),
    ):
        lines = cadre("check", source, "--all-faults", "--lang", lang).stderr.splitlines()
        assert len(lines) == 51
        assert lines[-1] == last
        assert "51" in lines[49]  # the header is row 1


def test_a_table_is_written_as_a_workbook(tmp_path: Path) -> None:
    out = tmp_path / "gaps.xlsx"
    at = ("table", COUNCILS, "gap-matrix", "--at", "2018", "--format", "xlsx", "--lang", "fr")
    result = cadre(*at, "--out", str(out))
    assert (result.exit_code, result.output) == (0, "")
    assert cadre(*at).stdout_bytes == out.read_bytes()
    book = openpyxl.load_workbook(out)
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    table = cadre("table", COUNCILS, "gap-matrix", "--at", "2018", "--format", "csv")
    keys = [line.partition(",")[0] for line in table.stdout.splitlines()[1:]]
    assert [row[0] for row in rows][-len(keys) :] == keys
    about = {row[0].value: row[1].value for row in book.worksheets[1].iter_rows()}
    assert about["État"] == "Début 2018"
    assert about["Lignes"] == str(len(keys))


@pytest.mark.parametrize("form", ["csv", "json", "md"])
def test_a_table_is_written_to_a_file(tmp_path: Path, form: str) -> None:
    out = tmp_path / "gaps"
    words = ("table", COUNCILS, "gap-matrix", "--format", form)
    assert cadre(*words, "--out", str(out)).output == ""
    assert cadre(*words).stdout_bytes == out.read_bytes()
