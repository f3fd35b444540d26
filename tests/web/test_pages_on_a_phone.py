"""Every page on a phone in the dark, and at 320 pixels. A file of its own: a worker of its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.web.conftest import Reader
from tests.web.routes import all_routes

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_in_the_dark(site: str, browser: Browser) -> None:
    context = browser.new_context(color_scheme="dark", viewport={"width": 390, "height": 844})
    reader = Reader(context.new_page())
    faults = []
    for route in all_routes():
        if "/fr/" in route.path:
            reader.page.goto(site + route.path)
            faults += [(route.path, fault) for fault in reader.axe()]
    context.close()
    assert faults == []


def test_nothing_scrolls_sideways_on_a_narrow_page(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = []
    for route in all_routes():
        page.goto(site + route.path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide.append((route.path, width))
    context.close()
    assert wide == []


def test_the_near_map_is_an_outline_on_a_phone(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    reader = Reader(context.new_page())
    reader.page.goto(f"{site}/fr/c/joint-councils/etat/2016-09/carte/?level=micro")
    assert reader.page.locator(".scene--wide").first.is_hidden()
    outline = reader.page.locator(".outline")
    assert outline.locator("details").count() > 10
    assert outline.locator("details[open]").count() == 0
    outline.locator("summary").nth(6).click()
    group = outline.get_by_role("link", name="Changement des canaux").first
    assert group.is_visible()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
    outline.evaluate("one => one.querySelectorAll('details').forEach(it => { it.open = true })")
    assert reader.axe() == []
    group.click()
    reader.page.wait_for_url("**/elements/group/channel/")
    context.close()


def test_the_near_map_is_a_picture_on_a_desk(site: str, reader: Reader) -> None:
    reader.page.goto(f"{site}/en/f/joint-councils/at/2016-09/map/?level=micro")
    assert reader.page.locator(".scene--wide").first.is_visible()
    assert reader.page.locator(".outline").is_hidden()
