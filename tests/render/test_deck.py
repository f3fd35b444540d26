"""The briefing as slides: real tables, a native chart, notes; nothing cut, the same twice."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language
from cadre.exchange import read
from cadre.frameworks import path_of
from cadre.render.measure import MEASURE
from cadre.render.slides.deck import HEIGHT, WIDTH, deck_file
from cadre.render.slides.table import SIZES, heights, size_for
from cadre.viewpoints.briefing import Bars, Grid, briefing
from cadre.wording import wording

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")


@pytest.fixture(scope="module")
def councils() -> States:
    return read(path_of("joint-councils"))


def made(states: States, state: str, language: Language) -> bytes:
    return deck_file(briefing(states, state, wording(language), MEASURE))


def parts(deck: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def trees(deck: bytes) -> list[etree._Element]:
    files = parts(deck)
    names = [name for name in files if name.startswith("ppt/slides/slide")]
    return [etree.fromstring(files[f"ppt/slides/slide{at}.xml"]) for at in range(1, len(names) + 1)]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_is_native_and_within_its_edges(
    councils: States, state: str, language: Language
) -> None:
    deck = made(councils, state, language)
    for tree in trees(deck):
        assert tree.find(".//p:pic", NAMES) is None
        assert tree.find(".//p:ph[@type='title']", NAMES) is not None
        assert tree.find(".//a:fld[@type='slidenum']", NAMES) is not None
        ids = [one.get("id") for one in tree.iterfind(".//p:cNvPr", NAMES)]
        assert len(ids) == len(set(ids))
        for run in tree.iterfind(".//a:r/a:rPr", NAMES):
            assert run.get("lang") in ("en-CA", "fr-CA")
            assert int(run.get("sz", "0")) >= 900
        for frame in tree.iterfind(".//p:graphicFrame", NAMES):
            place, size = frame.find("p:xfrm/a:off", NAMES), frame.find("p:xfrm/a:ext", NAMES)
            assert place is not None
            assert size is not None
            assert int(place.get("x", "")) + int(size.get("cx", "")) <= WIDTH * 12700
            assert int(place.get("y", "")) + int(size.get("cy", "")) <= HEIGHT * 12700
            assert frame.find(".//p:cNvPr", NAMES).get("descr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_row_of_a_table_is_lost(councils: States, language: Language) -> None:
    said = briefing(councils, "2018", wording(language), MEASURE)
    deck = deck_file(said)
    rows = sum(len(one.block.rows) for one in said.slides if isinstance(one.block, Grid))
    drawn = trees(deck)
    tables = [table for tree in drawn for table in tree.iterfind(".//a:tbl", NAMES)]
    assert sum(len(table.findall("a:tr", NAMES)) - 1 for table in tables) == rows
    assert 15 <= len(drawn) <= 21


def test_the_chart_is_native_with_its_numbers(councils: States) -> None:
    files = parts(made(councils, "2018", "en"))
    chart = etree.fromstring(next(files[name] for name in files if "charts/chart" in name))
    said = briefing(councils, "2018", wording("en"), MEASURE)
    bars = next(one.block for one in said.slides if isinstance(one.block, Bars))
    assert len(chart.findall(".//c:ser", NAMES)) == len(bars.series)
    assert [name for name in files if name.endswith(".xlsx")]


def test_the_same_briefing_gives_the_same_bytes(
    councils: States, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made(councils, "2018", "fr")
    # The workbook in the chart says when it was made: two seconds are the step of a zip.
    monkeypatch.setenv("TZ", "America/Halifax")
    assert made(councils, "2018", "fr") == first
    inner = next(data for name, data in parts(first).items() if name.endswith(".xlsx"))
    assert b"2000-01-01T00:00:00Z" in parts(inner)["docProps/core.xml"]


def test_notes_hold_the_findings_behind(councils: States) -> None:
    files = parts(made(councils, "2018", "en"))
    notes = [
        "".join(etree.fromstring(files[name]).itertext())
        for name in files
        if name.startswith("ppt/notesSlides/notesSlide")
    ]
    assert len(notes) == len(trees(made(councils, "2018", "en")))
    assert sum("GAP-01 ·" in one for one in notes) >= 2


def test_a_table_is_set_as_large_as_it_has_room() -> None:
    cell = wording("en")
    one = (cell.rendition(read(path_of("example")).name),)
    small = Grid("A", ("Head",), (1.0,), (one,))
    assert size_for(small, 800, 400) == SIZES[0]
    large = Grid("A", ("Head",), (1.0,), (one,) * 40)
    assert size_for(large, 800, 400) == SIZES[-1]
    broken = Grid("A", ("Incomprehensibilities",), (1.0,), (one,))
    assert size_for(broken, 170, 400) < SIZES[0]
    assert len(heights(large, 800, 11.0)) == 41


def test_libreoffice_opens_the_briefing(councils: States, office: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(made(councils, "2018", "fr"))
    profile = (tmp_path / "profile").as_uri()
    done = subprocess.run(
        [
            *(office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"),
            *("--outdir", str(tmp_path), str(path)),
        ],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages = PdfReader(tmp_path / "deck.pdf").pages
    assert len(pages) == len(trees(path.read_bytes()))
    assert "Conseils mixtes" in (pages[0].extract_text() or "")
