"""Mappings as data: a source written here, and every slip of the pen refused at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from cadre.cli import main
from cadre.core.dates import PartialDate
from cadre.core.faults import BadInput, Place
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.exchange.mappings import (
    Converted,
    convert,
    mapping_names,
    open_mapping,
    read_mapping,
)

LIBRARY = """
key = "library"

[settings.name]
en = "Library"
fr = "Bibliothèque"

[[types.elements]]
key = "branch"
label = { en = "Branch", fr = "Succursale" }
plural = { en = "Branches", fr = "Succursales" }
traits = ["body", "works"]
[[types.elements.attributes]]
key = "size"
kind = "choice"
label = { en = "Size", fr = "Taille" }
choices = [
    { key = "small", label = { en = "Small", fr = "Petite" } },
    { key = "large", label = { en = "Large", fr = "Grande" }, aliases = ["XL"] },
]
[[types.elements.attributes]]
key = "seats"
kind = "number"
label = { en = "Seats", fr = "Places" }

[tables.branches]
headers = { opened = ["open since", "ouverture"] }
ignore = ["colour"]

[tables.courses]
file = "offer.csv"
joins.branches = { theirs = "{code}", ours = "{at}" }

[[elements]]
type = "branch"
table = "branches"
key = "{code}"
[elements.values]
name = { en = "{name}", fr = "{nom}" }
size = "{size}"
seats = "{seats}"
starts = "{opened}"

[[elements]]
type = "focus-area"
table = "courses"
key = "{subject}"
repeated = "match"
values = { name = { en = "{subject}", fr = "{sujet}" } }

[[elements]]
type = "activity"
table = "courses"
key = "{subject} {level}"
[elements.values]
name = { en = "{subject}, level {level} ({branches.name})", fr = "{sujet}, degré {level}" }

[[texts]]
table = "branches"
type = "branch"
key = "{code}"
field = "also-known-as"
kind = "former name"
text = { en = "{old}" }

[[links]]
type = "covers"
table = "courses"
source = { type = "branch", key = "{at}" }
target = { type = "focus-area", key = "{subject}" }
repeated = "match"

[[links]]
type = "leads"
table = "courses"
where = { level = "[1-9]" }
why = { en = "the level is not a number.", fr = "le degré n’est pas un nombre." }
source = { type = "branch", key = "{at}" }
target = { type = "activity", key = "{subject} {level}" }
values = { certainty = "high" }
"""
BRANCHES = """Code;Name;Nom;Size;Seats;Ouverture;Old;Colour
01;North;Nord;Petite;12;1987-03;Old mill;red
02;South;Sud;xl;;;;blue
"""
OFFER = """subject,sujet,level,at
Weaving,Tissage,1,01
Weaving,Tissage,2,01
Music,Musique,1,02
Music,Musique,open,02
"""


def made(tmp_path: Path, mapping: str = LIBRARY, **files: str) -> Converted:
    for name, content in {"branches": BRANCHES, "offer": OFFER, **files}.items():
        (tmp_path / f"{name}.csv").write_text(content, "utf-8")
    return convert(tmp_path, read_mapping(mapping.encode(), Place(file="library.toml")))


def named(framework: Framework) -> dict[str, Text]:
    return {one.key: one.name for one in framework.elements()}


def test_a_mapping_of_another_source_is_data_alone(tmp_path: Path) -> None:
    converted = made(tmp_path)
    states = converted.states
    assert (states.key, states.name, dict(states.editions)) == (
        "library", Text("Library", "Bibliothèque"), {},
    )  # fmt: skip
    assert named(states.current) == {
        "branch/01": Text("North", "Nord"),
        "branch/02": Text("South", "Sud"),
        "focus-area/music": Text("Music", "Musique"),
        "focus-area/weaving": Text("Weaving", "Tissage"),
        "activity/music-1": Text("Music, level 1 (South)", "Musique, degré 1"),
        "activity/music-open": Text("Music, level open (South)", "Musique, degré open"),
        "activity/weaving-1": Text("Weaving, level 1 (North)", "Tissage, degré 1"),
        "activity/weaving-2": Text("Weaving, level 2 (North)", "Tissage, degré 2"),
    }
    north, south = states.current["branch/01"], states.current["branch/02"]
    assert (north.word("size"), south.word("size")) == ("small", "large")
    assert (north.number("seats"), south.number("seats")) == (12, None)
    assert north.date("starts") == PartialDate(1987, 3)
    assert [(one.text, one.kind) for one in north.also_known_as] == [
        (Text("Old mill"), "former name")
    ]
    assert [(link.type, link.source, link.target) for link in states.current.links()] == [
        ("covers", "branch/01", "focus-area/weaving"),
        ("covers", "branch/02", "focus-area/music"),
        ("leads", "branch/01", "activity/weaving-1"),
        ("leads", "branch/01", "activity/weaving-2"),
        ("leads", "branch/02", "activity/music-1"),
    ]


def test_the_report_says_what_was_created_matched_skipped_and_why(tmp_path: Path) -> None:
    converted = made(tmp_path)
    said = [one.en for one in converted.report.sentences(converted.states)]
    assert said == [
        "Current: elements 8; links 5.",
        "Branches (branches.csv): rows 2; created 2; matched 0; skipped 0.",
        "Focus areas (offer.csv): rows 4; created 2; matched 2; skipped 0.",
        "Activities (offer.csv): rows 4; created 4; matched 0; skipped 0.",
        "Also known as (branches.csv): rows 2; created 1; matched 0; skipped 0.",
        "Works on (offer.csv): rows 4; created 2; matched 2; skipped 0.",
        "Leads (offer.csv): rows 4; created 3; matched 0; skipped 1.",
        "Skipped, leads (offer.csv): the level is not a number. Rows: 5.",
        "Columns left out on purpose (branches.csv): Colour.",
    ]
    french = [one.fr for one in converted.report.sentences(converted.states)]
    assert french[-2].startswith("Omis, dirige (offer.csv)\N{NO-BREAK SPACE}: le degré n’est pas")


def test_the_mapping_may_be_a_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "library.toml"
    path.write_text(LIBRARY, "utf-8")
    assert open_mapping(str(path)).key == "library"
    assert mapping_names() == ("gc-infobase",)
    assert open_mapping("gc-infobase").key == "gc-infobase"


# --- editions ----------------------------------------------------------------------------------

YEARLY = """
key = "years"
current = "y2"
editions = [
    { key = "y1", name = { en = "One", fr = "Un" }, date = "2001" },
    { key = "y2", name = { en = "Two", fr = "Deux" }, date = "2002" },
    { key = "y3", name = { en = "Three", fr = "Trois" } },
]
[tables.offer]
[[elements]]
type = "activity"
table = "offer"
edition = "{year}"
key = "{name}"
values = { name = { en = "{name}", fr = "{name}" } }
[[elements]]
type = "focus-area"
key = "all"
values = { name = { en = "All", fr = "Tout" } }
[[links]]
type = "in-focus-area"
table = "offer"
source = { type = "activity", key = "{name}" }
target = { type = "focus-area", key = "{area}" }
unknown = "skip"
repeated = "match"
"""


def test_a_link_without_a_year_stands_wherever_both_its_ends_do(tmp_path: Path) -> None:
    offer = "year,name,area\ny1,A,all\ny2,A,all\ny2,B,all\ny2,C,none\n"
    converted = made(tmp_path, YEARLY, offer=offer)
    states = converted.states
    assert [len(states.at(key).links()) for key in ("y1", "y2")] == [1, 2]
    assert states.current == states.at("y2")
    assert "y3" not in states
    said = [one.en for one in converted.report.sentences(states)]
    assert "No edition y3: no row is of it." in said
    assert "In all states together: elements 4; links 2." in said


def test_without_a_row_of_the_current_edition_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no row is of the edition “y2”"):
        _ = made(tmp_path, YEARLY, offer="year,name,area\ny1,A,all\n")


# --- rows that cannot be -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"branches": BRANCHES + ";West;Ouest;;;;;\n"}, "row 4, column code: the key is"),
        ({"branches": BRANCHES + "01;West;Ouest;;;;;\n"}, "row 4, column code: “01” is given"),
        ({"branches": BRANCHES + "é1;A;B;;;;;\ne1;C;D;;;;;\n"}, "“e1” and “é1” would both have"),
        ({"branches": BRANCHES.replace("xl", "huge")}, "row 3, column size: “huge” is not one of"),
        ({"branches": BRANCHES.replace("12", "many")}, "row 2, column seats: “many” is not a num"),
        ({"branches": BRANCHES.replace("-03", "-13")}, "column opened: “1987-13” is not a date."),
        ({"offer": OFFER + "Dance,Danse,1,03\n"}, "offer.csv, row 6, column at: “03”: "),
        ({"offer": OFFER + "Music,Musique,1,01\n"}, "row 6, column subject: “Music 1” is"),
        ({"offer": OFFER.replace("level", "degree")}, "column level: there is no column “level”"),
        ({"branches": BRANCHES.replace("Colour", "OPEN SINCE")}, "“opened” is given twice"),
    ],
)  # fmt: skip
def test_a_faulty_row_is_refused_at_its_place(
    tmp_path: Path, files: dict[str, str], said: str
) -> None:
    with pytest.raises(BadInput) as caught:
        _ = made(tmp_path, **files)
    assert said in caught.value.in_words("en")
    assert caught.value.in_words("fr") != caught.value.in_words("en")
    assert caught.value.mend.en != caught.value.mend.fr


def test_all_faulty_rows_of_a_rule_are_told_when_asked_for(tmp_path: Path) -> None:
    faulty = BRANCHES + ";West;Ouest;;;;;\n03;East;Est;huge;;;;\n04;Up;Haut;;few;;;\n"
    (tmp_path / "library.toml").write_text(LIBRARY, "utf-8")
    for name, content in {"branches": faulty, "offer": OFFER}.items():
        (tmp_path / f"{name}.csv").write_text(content, "utf-8")
    words = ["convert", str(tmp_path), "--mapping", str(tmp_path / "library.toml")]
    words += ["--to", "document", "--out", "-"]
    one, all_of_them = (
        CliRunner().invoke(main, [*words, *more]) for more in ([], ["--all-faults"])
    )
    assert (one.exit_code, all_of_them.exit_code) == (2, 2)
    assert len(one.stderr.splitlines()) == 1
    told = [line.partition("branches.csv, ")[2] for line in all_of_them.stderr.splitlines()]
    assert [line.partition(":")[0] for line in told] == [
        "row 4, column code", "row 5, column size", "row 6, column seats",
    ]  # fmt: skip
    assert all_of_them.stdout == ""


# --- slips of the pen --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('key = "library"', 'key = "My library"', "at key: “My library” is not a key."),
        ('key = "library"', 'key = "library', ": this is not TOML, or it is cut off."),
        ("[tables.branches]", "[table.branches]", "at table: “table” means nothing here."),
        ('table = "branches"', 'table = "branch"', "at elements[0].table: there is no table"),
        ('type = "branch"', 'type = "brunch"', "at elements[0].type: there is no type “brunch”"),
        ('key = "{code}"', 'key = "one"', "at elements[0].key: every row would have the same key"),
        ('seats = "{seats}"', 'chairs = "{seats}"', "at elements[0].values.chairs: there is no"),
        ('seats = "{seats}"', "seats = 12", "at elements[0].values.seats: a text is expected here"),
        ('size = "{size}"', 'size = { from = "{size}" }', "at elements[0].values.size.words: an o"),
        ('{ en = "{name}", fr', '{ en = "{name}", de', "at elements[0].values.name.de: “de” means"),
        ('repeated = "match"', 'repeated = "maybe"', "at elements[1].repeated: “maybe” means"),
        ('"{sujet}, degré', '"{shop.x}', "name.fr: the table “courses” is not joined to “shop”"),
        ('"also-known-as"', '"summary"', "at texts[0].field: “summary” is not a list of texts."),
        ('"covers"', '"cover"', "at links[0].type: there is no type “cover” of link."),
        ('"[1-9]"', '"[1-9"', "at links[1].where.level: “[1-9” is not a regular expression."),
        ("joins.branches", "joins.shops", "at tables.courses.joins.shops: there is no table"),
        ('ours = "{at}"', 'ours = "at"', "at tables.courses.joins.branches: a join needs"),
        ('kind = "number"', 'kind = "figure"', "there is no kind “figure” of attribute."),
        ("traits =", "trait =", "at types.elements[0].trait: “trait” means nothing here."),
        ('key = "library"', 'key = "library"\ncurrent = "y1"', "editions. Take it out."),
        ('table = "courses"', 'table = "courses"\nedition = "{level}"', "has no editions."),
    ],
)  # fmt: skip
def test_a_faulty_mapping_is_refused_at_its_place(old: str, new: str, said: str) -> None:
    faulty = LIBRARY.replace(old, new, 1)
    assert faulty != LIBRARY
    with pytest.raises(BadInput) as caught:
        _ = read_mapping(faulty.encode(), Place(file="library.toml"))
    english, french = (caught.value.in_words(lang) for lang in ("en", "fr"))
    assert english.startswith("library.toml")
    assert caught.value.mend.en != caught.value.mend.fr
    assert said in english
    assert french != english
