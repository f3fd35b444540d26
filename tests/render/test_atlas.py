"""The atlas as a PDF: tagged, with contents, bookmarks and an alternative for every figure."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from cadre.core.graph import Framework
from cadre.core.states import CURRENT, States
from cadre.core.text import Language
from cadre.render.atlas import atlas_pdf
from cadre.render.measure import MEASURE
from cadre.viewpoints.atlas import Chapter, atlas
from cadre.wording import wording
from tests.render.test_pdf import metadata, root_of, tags

DAY = date(2018, 2, 1)


def chapters_of(states: States, state: str, language: Language) -> tuple[Chapter, ...]:
    return atlas(
        states,
        state,
        states.info(state),
        words=wording(language),
        measure=MEASURE,
    )


def bookmarks(outline: list[Any], depth: int = 0) -> list[tuple[int, Any]]:
    found: list[tuple[int, Any]] = []
    for one in outline:
        if isinstance(one, list):
            found += bookmarks(one, depth + 1)
        else:
            found.append((depth, one))
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_atlas_is_one_tagged_document_with_its_contents(
    reference: States, language: Language
) -> None:
    chapters = chapters_of(reference, "2018", language)
    data = atlas_pdf(chapters, dated=DAY)
    pdf = PdfReader(io.BytesIO(data))
    root = root_of(pdf)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == f"{language}-CA"
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata(pdf)
    plates = [plate for chapter in chapters for plate in chapter.plates]
    scenes = [scene for plate in plates for scene in plate.scenes]
    figures = [tag.alternative for tag in tags(pdf) if tag.name == "/Figure"]
    assert figures == [scene.summary for scene in scenes]
    assert "/TOC" in [tag.name for tag in tags(pdf)]
    assert len([tag for tag in tags(pdf) if tag.name == "/Table"]) >= len(plates)
    # Bookmarks and the pages that the contents name agree.
    marks = bookmarks(pdf.outline)
    tops = [mark.title for depth, mark in marks if depth == 0]
    assert tops[1:] == [chapter.label.in_(language) for chapter in chapters]
    first_chapter = pdf.get_destination_page_number(
        next(mark for depth, mark in marks if depth == 0 and mark.title == tops[1])
    )
    assert first_chapter is not None
    contents = " ".join(page.extract_text() for page in pdf.pages[1:first_chapter])
    for plate in plates:
        label = plate.viewpoint.label.in_(language)
        mark = next(
            mark for _, mark in marks if mark.title == f"{label}{colon(language)}{title_of(plate)}"
        )
        place = pdf.get_destination_page_number(mark)
        assert place is not None
        said = re.sub(r"\s+", " ", contents)
        assert re.search(rf"{re.escape(label)}.*?[. ]{place + 1}\b", said)
        first = re.sub(r"\s", "", pdf.pages[place].extract_text())
        assert re.sub(r"\s", "", title_of(plate)) in first
        assert f"{place + 1}/{len(pdf.pages)}" in first


def title_of(plate: Any) -> str:
    return str(plate.scenes[0].title)


def colon(language: Language) -> str:
    return ": " if language == "en" else "\u00a0: "


def test_the_cover_says_what_it_is_an_atlas_of(reference: States) -> None:
    pdf = PdfReader(io.BytesIO(atlas_pdf(chapters_of(reference, "2018", "fr"), dated=DAY)))
    cover = pdf.pages[0].extract_text()
    assert "Conseils mixtes" in cover
    assert "Début 2018" in cover
    assert "février 2018" in cover
    assert "Pour approbation" in cover


def test_the_same_state_on_the_same_day_gives_the_same_bytes(reference: States) -> None:
    one = atlas_pdf(chapters_of(reference, "2016-09", "en"), dated=DAY)
    assert one == atlas_pdf(chapters_of(reference, "2016-09", "en"), dated=DAY)


def test_a_framework_with_nothing_in_it_has_an_atlas(reference: States) -> None:
    states = States("empty", Framework.of(reference.at(CURRENT).metamodel))
    pdf = PdfReader(io.BytesIO(atlas_pdf(chapters_of(states, CURRENT, "fr"))))
    assert [tag.alternative != "" for tag in tags(pdf) if tag.name == "/Figure"]
    with pytest.raises(ValueError, match="a picture"):
        atlas_pdf(())
