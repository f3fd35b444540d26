"""What a browser sets is as wide as what was measured, so that nothing leaves its box."""

import base64

import pytest
from playwright.sync_api import Browser

from cadre.core.states import States
from cadre.render.measure import FONTS, MEASURE
from cadre.render.svg import svg_page
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording

WIDTHS = """() => [...document.querySelectorAll('svg text')]
  .filter(one => !one.querySelector('tspan'))
  .map(one => [one.textContent, parseFloat(one.getAttribute('font-size')),
               one.getAttribute('font-weight') === '700', one.getComputedTextLength()])"""


def face(name: str, weight: int) -> str:
    data = base64.b64encode((FONTS / f"{name}.ttf").read_bytes()).decode()
    return (
        f"@font-face{{font-family:'Noto Sans';font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{data})}}"
    )


@pytest.mark.browser
def test_a_browser_agrees_with_the_measure(browser: Browser, reference: States) -> None:
    scene = VIEWPOINTS["gap-matrix"].draw(
        reference.at("2018"),
        words=wording("fr"),
        measure=MEASURE,
        stage=Stage(reference.name, reference.info("2018")),
    )
    fonts = face("NotoSans-Regular", 400) + face("NotoSans-Bold", 700)
    style = f"<style>{fonts} svg{{font-family:'Noto Sans';font-kerning:normal}}</style>"
    page_text = f"<!doctype html><meta charset=utf-8>{style}"
    page_text += svg_page(scene, prefix="p", part="all")
    page = browser.new_page()
    page.set_content(page_text)
    page.evaluate("document.fonts.ready")
    found = page.evaluate(WIDTHS)
    page.close()
    assert len(found) > 50
    for text, size, bold, width in found:
        assert width == pytest.approx(MEASURE.width(text, size, bold), rel=0.01, abs=0.3), text
