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
