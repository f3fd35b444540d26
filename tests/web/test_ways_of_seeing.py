"""Every way of seeing a page, tried in Chromium: dark, forced colours, large text, spaced text,
narrow, without motion, without JavaScript, on paper; and targets that a finger hits.

The pages are opened once for all tests here. Each test sets its way, asks probes.js, and undoes
it. Each has a control: a page spoiled in just that way, which the same question must find out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from cadre.core.text import LANGUAGES
from cadre.web.addresses import address
from tests.web.conftest import AXE
from tests.web.hands import PROBES, probe
from tests.web.routes import FULL

pytestmark = pytest.mark.browser

STATE: Final = "2016-09"
SHOWN: Final[tuple[tuple[str, str, dict[str, str]], ...]] = (
    ("home", "", {}),
    ("see-framework-map", "", {}),
    ("see-framework-map", "?level=micro", {}),
    ("see-gap-matrix", "?lit=focus-area/digital-skills", {}),
    ("findings", "", {}),
    ("list", "", {"type": "group"}),
    ("element", "", {"type": "group", "slug": "channel"}),
    ("search", "?q=service", {}),
    ("states", "", {}),
)
DESK: Final = {"width": 1280, "height": 900}
PHONE: Final = {"width": 320, "height": 640}
SHEET: Final = {"width": 710, "height": 940}
"""A letter page within its margins, in CSS pixels."""

Faults = dict[str, list[str]]


def paths() -> list[str]:
    """The pages that stand for all, in both languages."""
    return [
        address(language, page, FULL, STATE, **more) + query
        for language in LANGUAGES
        for page, query, more in SHOWN
    ]


class Opened(NamedTuple):
    """The pages, open side by side, and one for controls to spoil."""

    pages: dict[str, Page]
    spoiled: Page


@pytest.fixture(scope="module")
def opened(site: str, browser: Browser) -> Iterator[Opened]:
    """Each page once, in a browser of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(PROBES)
    pages = {}
    for path in paths():
        pages[path] = context.new_page()
        pages[path].goto(site + path)
    spoiled = context.new_page()
    spoiled.goto(site + address("en", "home", FULL, STATE))
    yield Opened(pages, spoiled)
    context.close()


@contextmanager
def styled(page: Page, rules: str) -> Iterator[None]:
    """A page with more rules: as a reader's own, which a content policy does not hold back."""
    page.evaluate(
        """rules => {
            const sheet = new CSSStyleSheet()
            sheet.replaceSync(rules)
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
            return document.body.offsetWidth  // set anew before anybody asks
        }""",
        rules,
    )
    try:
        yield
    finally:
        page.evaluate("document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)")


def only(faults: Faults) -> Faults:
    """The pages that have any."""
    return {path: found for path, found in faults.items() if found}


# --- dark ---------------------------------------------------------------------------------------


CONTRAST: Final = """axe.run(
    {include: ['body'], exclude: ['svg']},
    {runOnly: ['color-contrast'], resultTypes: ['violations']}
)"""
"""Pictures are held to it in tests/render/test_dark_pages.py: axe cannot see behind their texts."""


def _faint(page: Page) -> list[str]:
    """Texts that axe finds too faint."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(CONTRAST)
    return [str(node["target"]) for one in found["violations"] for node in one["nodes"]]


@contextmanager
def dark(page: Page) -> Iterator[None]:
    """A reader who prefers the dark, without the gliding of colours on the way there."""
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    yield
    page.emulate_media(color_scheme="light", reduced_motion="no-preference")


def test_texts_stand_out_in_the_dark(opened: Opened) -> None:
    faults: Faults = {}
    for path, page in opened.pages.items():
        if path.startswith("/en/"):  # colours know no language
            with dark(page):
                assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
                faults[path] = _faint(page)
    assert only(faults) == {}


def test_a_faint_text_in_the_dark_is_found(opened: Opened) -> None:
    with dark(opened.spoiled), styled(opened.spoiled, "h1 { color: #333 }"):
        assert any("h1" in one for one in _faint(opened.spoiled))


# --- forced colours -----------------------------------------------------------------------------


@contextmanager
def forced(page: Page, scheme: str) -> Iterator[None]:
    """A reader whose system sets all colours: a contrast theme, light or dark."""
    page.emulate_media(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
    yield
    page.emulate_media(forced_colors="none", color_scheme="light")


def _vanished(page: Page, scheme: str) -> list[str]:
    """What forced colours take away: marks, edges of controls, grounds of pictures."""
    before = probe(page, "marks")
    with forced(page, scheme):
        after = probe(page, "marks")
        gone = [f"gone: {one}" for one in before if one not in after]
        return [*gone, *probe(page, "bare"), *probe(page, "forced")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_vanishes_where_colours_are_forced(opened: Opened, scheme: str) -> None:
    faults = {path: _vanished(page, scheme) for path, page in opened.pages.items()}
    assert only(faults) == {}


@pytest.mark.parametrize(
    ("rules", "fault"),
    [
        (
            ".page-head::before { content: ''; width: 9px; height: 9px; background: #000 }",
            "gone: ",
        ),
        (".btn { border: 0 !important }", "button.btn"),
    ],
)
def test_what_forced_colours_take_is_found(opened: Opened, rules: str, fault: str) -> None:
    with styled(opened.spoiled, rules):
        assert any(one.startswith(fault) for one in _vanished(opened.spoiled, "dark"))


def test_the_focus_shows_where_colours_are_forced(opened: Opened) -> None:
    for page in (opened.pages[paths()[0]], opened.pages[paths()[1]]):
        with forced(page, "dark"):
            for link in ("a.brand", "#q-top, select", "summary:visible >> nth=0", "main a"):
                page.locator(link).first.focus()
                page.keyboard.press("Shift+Tab")
                page.keyboard.press("Tab")
                assert probe(page, "focus", "*")["fault"] == ""
            page.evaluate("document.activeElement.blur()")


# --- large and spaced text ----------------------------------------------------------------------

TWICE: Final = "html { font-size: 200% }"
SPACED: Final = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
svg, svg * { letter-spacing: normal !important; word-spacing: normal !important }
"""
"""The values of WCAG 2.2, 1.4.12. A picture is an image: its table below takes them."""


@pytest.mark.parametrize("rules", [TWICE, SPACED], ids=["twice", "spaced"])
def test_no_text_is_cut(opened: Opened, rules: str) -> None:
    faults: Faults = {}
    for path, page in opened.pages.items():
        with styled(page, rules):
            faults[path] = probe(page, "cut")
    assert only(faults) == {}


@pytest.mark.parametrize("rules", [TWICE, SPACED], ids=["twice", "spaced"])
@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (".eyebrow { height: .5rem; overflow: hidden }", "cut: "),
        ("h1 { white-space: nowrap; width: 2000px }", "sideways: "),
        (
            ".eyebrow, h1 { position: absolute; top: 9rem; line-height: 0 !important }",
            "one on another: ",
        ),
    ],
)
def test_a_cut_text_is_found(opened: Opened, rules: str, spoil: str, fault: str) -> None:
    with styled(opened.spoiled, rules), styled(opened.spoiled, spoil):
        assert any(one.startswith(fault) for one in probe(opened.spoiled, "cut"))


# --- narrow -------------------------------------------------------------------------------------


@contextmanager
def sized(page: Page, width: int, height: int) -> Iterator[None]:
    """A window of another size."""
    page.set_viewport_size({"width": width, "height": height})
    yield
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})


def test_nothing_is_cut_at_320_pixels(opened: Opened) -> None:
    """Pictures and tables may scroll sideways, each in its own box."""
    faults: Faults = {}
    for path, page in opened.pages.items():
        with sized(page, **PHONE):
            faults[path] = probe(page, "cut")
    assert only(faults) == {}


def test_what_is_too_wide_is_found(opened: Opened) -> None:
    with sized(opened.spoiled, **PHONE), styled(opened.spoiled, "main { min-width: 400px }"):
        assert any(one.startswith("sideways: ") for one in probe(opened.spoiled, "cut"))


# --- targets ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_finger_hits_every_control(opened: Opened, size: dict[str, int]) -> None:
    faults: Faults = {}
    for path, page in opened.pages.items():
        with sized(page, **size):
            faults[path] = probe(page, "small")
    assert only(faults) == {}


def test_a_small_control_is_found(opened: Opened) -> None:
    with styled(opened.spoiled, ".foot a { padding: 0; line-height: 1 }"):
        assert any("Overview" in one for one in probe(opened.spoiled, "small"))


# --- motion -------------------------------------------------------------------------------------


@contextmanager
def still(page: Page) -> Iterator[None]:
    """A reader who wants nothing to move."""
    page.emulate_media(reduced_motion="reduce")
    yield
    page.emulate_media(reduced_motion="no-preference")


def test_nothing_moves_for_who_wants_it_still(opened: Opened) -> None:
    faults: Faults = {}
    for path, page in opened.pages.items():
        with still(page):
            faults[path] = probe(page, "moving")
    assert only(faults) == {}


def test_what_moves_is_found(opened: Opened) -> None:
    with still(opened.spoiled), styled(opened.spoiled, "h1 { transition: color 1s }"):
        assert any(one.startswith("h1") for one in probe(opened.spoiled, "moving"))


# --- paper --------------------------------------------------------------------------------------


@contextmanager
def printed(page: Page) -> Iterator[None]:
    """A page as the printer gets it, from a reader who prefers the dark."""
    page.emulate_media(media="print", color_scheme="dark")
    with sized(page, **SHEET):
        yield
    page.emulate_media(media="screen", color_scheme="light")


def test_paper_has_no_navigation_and_all_the_rest(opened: Opened) -> None:
    faults: Faults = {}
    for path, page in opened.pages.items():
        with printed(page):
            faults[path] = [*probe(page, "paper"), *probe(page, "cut")]
    assert only(faults) == {}


@pytest.mark.parametrize(
    ("rules", "fault"),
    [
        (".sub-bar { display: block !important }", "of no use on paper: "),
        ("main > .wrap { max-width: 20rem }", "not the full width: "),
        ("main table { width: 900px }", "cut at the edge: "),
        ("main a { color: #99bde6 !important }", "faint on paper: "),
    ],
)
def test_what_is_wrong_on_paper_is_found(opened: Opened, rules: str, fault: str) -> None:
    with printed(opened.spoiled), styled(opened.spoiled, rules):
        assert any(one.startswith(fault) for one in probe(opened.spoiled, "paper"))


# --- without JavaScript -------------------------------------------------------------------------


def _said(page: Page) -> str:
    return re.sub(r"\s+", " ", page.locator("main").inner_text())


def test_every_page_works_without_javascript(site: str, browser: Browser, opened: Opened) -> None:
    """The same words; forms, menus and links within a page do what they say."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    for path, other in opened.pages.items():
        page.goto(site + path)
        assert _said(page) == _said(other), path
    page.goto(site + address("fr", "see-framework-map", FULL, STATE))
    page.locator("#o-level").select_option("micro")
    with page.expect_navigation():
        page.locator(".tools button").click()
    assert "level=micro" in page.url
    page.locator('.tools a[href="#table"]').click()
    page.wait_for_url("**#table")
    page.locator(".states > summary").click()
    with page.expect_navigation():
        page.locator(
            f'.states a[href*="{address("fr", "see-framework-map", FULL, "2018")}"]'
        ).click()
    assert "/etat/2018/carte/" in page.url
    page.locator("#q-top").fill("canaux")
    with page.expect_navigation():
        page.locator("#q-top").press("Enter")
    assert page.locator(".hits a").count() > 0
    with page.expect_navigation():
        page.locator(".lang").click()
    assert page.locator("html").get_attribute("lang") == "en-CA"
    context.close()


def test_words_from_a_script_are_found(opened: Opened) -> None:
    """The control: what only a script says is not what was sent."""
    before = _said(opened.spoiled)
    opened.spoiled.evaluate("document.querySelector('h1').append(' and more')")
    assert _said(opened.spoiled) != before
