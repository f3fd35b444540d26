"""PDF: tagged as PDF/UA-1 asks, real text in our fonts, and nothing in it that was not asked for.

What a machine can check of PDF/UA is checked by Typst as it writes; this looks at the outcome.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from cadre.core.states import States
from cadre.core.text import Language, Text
from cadre.render.measure import MEASURE
from cadre.render.pdf import pdf_file
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import Furniture, Label, Rect, Region, Scene
from cadre.viewpoints.table import Column, Row, Table
from cadre.viewpoints.viewpoint import PAPERS, Stage
from cadre.wording import wording

DAY = date(2016, 9, 14)
HOSTILE = (
    '#panic("x")',
    "$x^2$ *bold* _it_ `raw` @ref <label>",
    '\\ "] ]] ) } // /* #{',
    "<script>alert(1)</script> ]]> &amp;",
    "= heading",
    "https://example.org",
    "שלום",
    "مرحبا",
    "☃ → ≤ ✓ 😀",
)
NO_FONT = "漢字 🦀"


def drawn(
    states: States,
    viewpoint: str,
    language: Language = "en",
    paper: str = "tabloid",
    **options: str,
) -> tuple[tuple[Scene, ...], Table]:
    framework, info = states.at("2016-09"), states.info("2016-09")
    recipe = VIEWPOINTS[viewpoint]
    pages = recipe.pages(
        framework,
        words=wording(language),
        measure=MEASURE,
        stage=Stage(states.name, info),
        paper=paper,
        options=options,
    )
    return pages, recipe.table(framework, options, as_of=DAY)


def simple(*lines: str, language: Language = "en", foreign: Language | None = None) -> Scene:
    """A page whose title, drawing and source each say these lines."""
    labels = tuple(
        Label(x=40, y=60 + 20 * place, lines=(line,), size=12, bold=place % 2 == 0)
        for place, line in enumerate(lines)
    )
    return Scene(
        viewpoint="test",
        width=800,
        height=700,
        paper="letter",
        language=language,
        title=lines[0],
        lead="",
        summary=" ".join(lines),
        body=Rect(30, 280, 740, 300),
        head=labels,
        items=tuple(replace(label, y=label.y + 240) for label in labels),
        foot=(
            Region(rect=Rect(30, 600, 740, 1)),
            Label(x=40, y=640, lines=("Quelle",), size=10, language=foreign),
        ),
        legend=(),
        furniture=Furniture(lines[0], lines[0], maturity=lines[0]),
    )


def table_of(*texts: str) -> Table:
    rows = tuple(Row(f"r{place}", {"a": text, "b": 1.5}) for place, text in enumerate(texts))
    return Table(
        Text(texts[0] if texts else "T"), (Column("a", Text("A")), Column("b", Text("B"))), rows
    )


def reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


class Tag(NamedTuple):
    """A structure element."""

    name: str
    alternative: str
    language: str
    attributes: str


def root_of(pdf: PdfReader) -> Any:
    return pdf.trailer["/Root"].get_object()


def tags(pdf: PdfReader) -> list[Tag]:
    """All structure elements in reading order."""

    def walk(node: Any) -> Iterator[Tag]:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, ArrayObject):
            for one in node:
                yield from walk(one)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            found = (str(node.get(key, "")) for key in ("/S", "/Alt", "/Lang", "/A"))
            yield Tag(*found)
            if "/K" in node:
                yield from walk(node["/K"])

    return list(walk(root_of(pdf)["/StructTreeRoot"]["/K"]))


def names(pdf: PdfReader) -> list[str]:
    return [tag.name for tag in tags(pdf)]


def metadata(pdf: PdfReader) -> str:
    return str(root_of(pdf)["/Metadata"].get_data().decode())


def text_of(pdf: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in pdf.pages)


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


PICTURES = [
    ("gap-matrix", "en", {}),
    ("gap-matrix", "fr", {}),
    ("framework-map", "en", {}),
    ("framework-map", "fr", {"level": "micro"}),
]


@pytest.mark.parametrize(("viewpoint", "language", "options"), PICTURES)
def test_a_picture_is_a_tagged_document(
    reference: States, viewpoint: str, language: Language, options: dict[str, str]
) -> None:
    scenes, table = drawn(reference, viewpoint, language, **options)
    pdf = reader(pdf_file(scenes, table, dated=DAY))
    root = root_of(pdf)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == f"{language}-CA"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata(pdf)
    assert pdf.metadata is not None
    assert pdf.metadata.title == scenes[0].title
    figures = [tag for tag in tags(pdf) if tag.name == "/Figure"]
    assert [figure.alternative for figure in figures] == [scene.summary for scene in scenes]
    found = names(pdf)
    headings = [name for name in found if re.fullmatch(r"/H\d", name)]
    assert headings[: len(scenes) + 1] == ["/H1"] * (len(scenes) + 1)
    assert set(headings[len(scenes) + 1 :]) == {"/H2"}
    assert found.index("/Figure") < found.index("/Table")


def test_the_table_is_tagged_with_headers_and_every_row(reference: States) -> None:
    scenes, table = drawn(reference, "gap-matrix")
    pdf = reader(pdf_file(scenes, table))
    found = names(pdf)
    kinds = len({row.cells["row"] for row in table.rows})
    assert found.count("/Table") == found.count("/THead") == found.count("/TBody") == kinds
    assert found.count("/TR") == kinds + len(table.rows)
    headers = [tag for tag in tags(pdf) if tag.name == "/TH"]
    assert all("/Column" in tag.attributes for tag in headers)
    assert found.count("/TD") > len(table.rows)


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if paper != "phone"])
def test_the_first_page_is_as_large_as_its_scene(reference: States, paper: str) -> None:
    scenes, table = drawn(reference, "gap-matrix", paper=paper)
    pdf = reader(pdf_file(scenes, table))
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in pdf.pages]
    assert sizes[0] == (round(scenes[0].width), round(scenes[0].height))
    office = (792, 612) if paper in ("letter", "tabloid") else (842, 595)
    assert set(sizes[1:]) == {office}


def test_several_scenes_are_several_pages_in_one_document(reference: States) -> None:
    scenes, table = drawn(reference, "gap-matrix")
    small, _ = drawn(reference, "gap-matrix", paper="letter")
    pdf = reader(pdf_file([*scenes, *small], table))
    assert [round(page.mediabox.width) for page in pdf.pages[:2]] == [
        round(scenes[0].width),
        round(small[0].width),
    ]
    assert names(pdf).count("/Figure") == 2
    with pytest.raises(ValueError, match="a scene"):
        pdf_file([], table)


def fonts_of(pdf: PdfReader) -> dict[str, DictionaryObject]:
    found: dict[str, DictionaryObject] = {}
    for number in range(1, int(pdf.trailer["/Size"])):  # type: ignore[call-overload]  # a number
        one = pdf.get_object(number)
        if isinstance(one, DictionaryObject) and one.get("/Type") == "/FontDescriptor":
            found[str(one["/FontName"])] = one
    return found


def test_only_the_fonts_that_ship_are_used_and_they_are_embedded(reference: States) -> None:
    scenes, table = drawn(reference, "gap-matrix", "fr")
    found = fonts_of(reader(pdf_file(scenes, table)))
    plain = {name.partition("+")[2] for name in found}
    assert {"NotoSans-Regular", "NotoSans-Bold"} <= plain
    assert plain <= {"NotoSans-Regular", "NotoSans-Bold", "DejaVuSans", "DejaVuSans-Bold"}
    assert all("/FontFile2" in one or "/FontFile3" in one for one in found.values())


def test_the_same_scenes_on_the_same_day_give_the_same_bytes(reference: States) -> None:
    scenes, table = drawn(reference, "gap-matrix")
    one = pdf_file(scenes, table, dated=DAY)
    assert one == pdf_file(tuple(map(replace, scenes)), table, dated=DAY)
    assert b"D:20160914" in one
    undated = reader(pdf_file(scenes, table)).metadata
    assert undated is not None
    assert undated.creation_date is None


def test_every_word_of_the_picture_is_text(reference: States) -> None:
    scenes, table = drawn(reference, "gap-matrix", "fr")
    said = bare(reader(pdf_file(scenes, table)).pages[0].extract_text())
    labels = [item for item in scenes[0].everything() if isinstance(item, Label)]
    lines = [line for label in labels for line in label.lines]
    assert len(lines) > 50
    assert [line for line in lines if bare(line) not in said] == []


@pytest.mark.parametrize("evil", HOSTILE[:6])
def test_hostile_text_comes_out_as_text(evil: str) -> None:
    pdf = reader(pdf_file([simple(evil)], table_of(evil)))
    said = bare(text_of(pdf))
    # Title, drawing, caption, lead, cell and foot of the table.
    assert said.count(bare(evil)) >= 6
    assert pdf.metadata is not None
    assert pdf.metadata.title == evil
    assert [name for name in names(pdf) if name not in EXPECTED] == []
    assert all("/Annots" not in page for page in pdf.pages)


EXPECTED = {
    *("/Document", "/H1", "/P", "/Figure", "/Table", "/THead", "/TBody", "/TR", "/TH", "/TD"),
}


@pytest.mark.parametrize("text", HOSTILE[6:])
def test_other_scripts_and_signs_are_text(text: str) -> None:
    pdf = reader(pdf_file([simple(text)], table_of(text)))
    letters = set(bare(text))
    assert letters - set(text_of(pdf)) == set()


def test_a_letter_that_no_font_has_is_shown_as_such_and_spoken_as_it_is() -> None:
    pdf = reader(pdf_file([simple(NO_FONT)], table_of(NO_FONT)))
    assert pdf.metadata is not None
    assert pdf.metadata.title == NO_FONT
    assert [tag.alternative for tag in tags(pdf) if tag.name == "/Figure"] == [NO_FONT]
    assert "\ufffd\ufffd \ufffd" in text_of(pdf)


def test_control_letters_are_left_out() -> None:
    pdf = reader(pdf_file([simple("A\x0bB\x1b\ufffe")], table_of("C\x00D")))
    assert pdf.metadata is not None
    assert pdf.metadata.title == "AB"
    assert "CD" in text_of(pdf)


def test_french_is_french_and_what_is_not_says_so() -> None:
    table = Table(
        Text("Groups", "Groupes"),
        (Column("a", Text("Name", "Nom")), Column("b", Text("Count", "Nombre"))),
        (Row("1", {"a": Text("English only"), "b": 1234.5}),),
    )
    data = pdf_file([simple("« Été »", language="fr", foreign="en")], table)
    pdf = reader(data)
    assert root_of(pdf)["/Lang"] == "fr-CA"
    said = text_of(pdf)
    assert "Groupes" in said
    assert "1\u00a0234,5" in said
    languages = [tag.language for tag in tags(pdf) if tag.language]
    spans = re.findall(rb"/Lang ?\(en-CA\)", b"".join(map(content, pdf.pages)))
    assert len(languages) + len(spans) >= 2


def content(page: Any) -> bytes:
    found = page.get_contents()
    return bytes(found.get_data()) if found is not None else b""


def test_a_table_without_rows_says_so() -> None:
    pdf = reader(pdf_file([simple("Titre", language="fr")], table_of()))
    assert "Il n’y a rien à énumérer." in text_of(pdf)
    assert "/Table" not in names(pdf)


def test_a_long_table_repeats_its_header_on_every_page() -> None:
    pdf = reader(pdf_file([simple("Title")], table_of(*(f"Row {n}" for n in range(300)))))
    assert len(pdf.pages) > 5
    assert all("A" in page.extract_text().split() for page in pdf.pages[1:])
    assert names(pdf).count("/TH") == 2
    assert names(pdf).count("/TR") == 301
