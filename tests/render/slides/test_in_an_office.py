"""A deck opens in LibreOffice: every page is there, with its words."""

from __future__ import annotations

import subprocess
from pathlib import Path

from pypdf import PdfReader

from cadre.exchange import read
from cadre.frameworks import path_of
from cadre.render.slides import pptx_file
from tests.render.slides.test_every_slide import pages


def test_it_opens_with_its_words(office: str, tmp_path: Path) -> None:
    states = read(path_of("joint-councils"))
    scenes = [
        *pages(states, "framework-map", "", "2018", "fr"),
        *pages(states, "change-analysis", "", "recommendations-2018", "fr"),
    ]
    path = tmp_path / "deck.pptx"
    path.write_bytes(pptx_file(scenes))
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    reader = PdfReader(tmp_path / "deck.pdf")
    assert len(reader.pages) == len(scenes)
    for page, scene in zip(reader.pages, scenes, strict=True):
        words = set(page.extract_text().split())
        assert set(scene.title.split()) <= words
    assert "Harmonisation" in reader.pages[0].extract_text()
