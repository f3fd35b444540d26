"""Tables as text: what a program reads, what a spreadsheet opens, what a person reads."""

import csv
import io
import json

from cadre.core.text import Text
from cadre.render.table import table_csv, table_json, table_markdown
from cadre.viewpoints.table import Column, Row, Table

TABLE = Table(
    Text("Groups", "Groupes"),
    (
        Column("name", Text("Name", "Nom")),
        Column("count", Text("Count", "Nombre")),
        Column("sure", Text("Sure", "Sûr")),
        Column("links", Text("Links", "Liens")),
    ),
    (
        Row(
            "group/a",
            {"name": Text("=A|B", "=A;B"), "count": 1234, "sure": True, "links": ("x", "y")},
        ),
        Row("group/b", {"name": Text("B", ""), "count": -2.5, "sure": False}),
    ),
)


def test_json_has_both_languages() -> None:
    data = json.loads(table_json(TABLE))
    assert data["columns"][0] == {"id": "name", "label": {"en": "Name", "fr": "Nom"}}
    assert data["rows"][0]["name"] == {"en": "=A|B", "fr": "=A;B"}
    assert data["rows"][1]["links"] is None


def test_csv_for_a_program_has_ids_and_plain_numbers() -> None:
    rows = list(csv.reader(io.StringIO(table_csv(TABLE, "fr"))))
    assert rows[0] == ["key", "name", "count", "sure", "links"]
    assert rows[1] == ["group/a", "'=A;B", "1234", "yes", "x; y"]
    assert rows[2] == ["group/b", "B", "-2.5", "no", ""]


def test_csv_for_a_french_spreadsheet_has_its_mark_and_separator() -> None:
    text = table_csv(TABLE, "fr", for_spreadsheet=True)
    assert text.startswith("\ufeffClé;Nom;Nombre;Sûr;Liens\r\n")
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"))
    assert rows[1][1:4] == ["'=A;B", "1234", "oui"]
    assert rows[2][2] == "-2,5"


def test_markdown_sets_numbers_to_the_right_and_keeps_its_bars() -> None:
    lines = table_markdown(TABLE, "en").splitlines()
    assert lines[0] == "| Name | Count | Sure | Links |"
    assert lines[1] == "|---|---:|---|---|"
    assert lines[2] == r"| =A\|B | 1,234 | yes | x; y |"
