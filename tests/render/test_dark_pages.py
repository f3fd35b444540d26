"""Pictures on a dark page: the style sheet that pages get, held to the audit of contrast.

The audit knows the dark theme as a table; a page takes its colours from `stylesheet`, and puts the
picture on its own ground. So the audit is asked again, with what a browser would really paint.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language
from cadre.render.measure import MEASURE
from cadre.render.svg import hues_of, stylesheet, svg_page
from cadre.viewpoints import audit
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import GROUND, NONE, Paint, Scene
from cadre.viewpoints.tokens import Theme
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording

CSS: Final = Path(__file__).parents[2] / "src" / "cadre" / "web" / "static" / "cadre" / "cadre.css"
STATE: Final = "2016-09"


def ground_of_pages() -> str:
    """The ground of a dark page, from its style sheet."""
    found = re.search(
        r"prefers-color-scheme: dark\) \{\s*:root \{\s*--ground: (#\w{6});", CSS.read_text()
    )
    assert found
    return found[1]


def scene_of(viewpoint: str, reference: States, language: Language) -> Scene:
    """A picture of the edition of 2016."""
    return VIEWPOINTS[viewpoint].draw(
        reference.at(STATE),
        words=wording(language),
        measure=MEASURE,
        stage=Stage(reference.name, reference.info(STATE)),
    )


def rules_of(sheet: str) -> dict[str, str]:
    """The colour of each class, where the system asks for dark and where the page chose it."""
    system = dict(re.findall(r"light\]\) \.picture \.([fs]-[\w-]+)\{\w+:(#\w{6})\}", sheet))
    chosen = dict(re.findall(r"=dark\] \.picture \.([fs]-[\w-]+)\{\w+:(#\w{6})\}", sheet))
    assert system == chosen
    return system


def faint(monkeypatch: pytest.MonkeyPatch, scene: Scene, rules: dict[str, str]) -> list[str]:
    """What stands out too little on a dark page: under 4.5 for a text, under 3 for a shape."""

    def painted(paint: Paint, theme: Theme) -> str:
        if paint == NONE:
            return "none"
        if paint == GROUND:
            return ground_of_pages()
        hue = f"-{paint.hue[1:].lower()}" if paint.hue else ""
        return rules[f"f-{paint.token}{hue}"]

    monkeypatch.setattr(audit, "colour", painted)
    flaws = audit.audit(scene, MEASURE)
    monkeypatch.undo()
    return [str(flaw) for flaw in flaws if flaw.kind.startswith("faint")]


@pytest.mark.parametrize("viewpoint", VIEWPOINTS)
def test_a_picture_stands_out_on_a_dark_page(
    monkeypatch: pytest.MonkeyPatch, reference: States, viewpoint: str
) -> None:
    for language in LANGUAGES:
        scene = scene_of(viewpoint, reference, language)
        rules = rules_of(stylesheet(hues_of(scene)))
        drawn = svg_page(scene, prefix="p", part="all")
        used = {name for names in re.findall(r' class="([^"]*)"', drawn) for name in names.split()}
        assert {name for name in used if name != "picture"} <= rules.keys()
        assert faint(monkeypatch, scene, rules) == []


def test_a_faint_paint_of_the_sheet_is_found(
    monkeypatch: pytest.MonkeyPatch, reference: States
) -> None:
    """The control: one token too dark in the sheet alone."""
    scene = scene_of("gap-matrix", reference, "en")
    rules = rules_of(stylesheet(hues_of(scene))) | {"f-ink": "#445566"}
    assert any("faint text" in one for one in faint(monkeypatch, scene, rules))
