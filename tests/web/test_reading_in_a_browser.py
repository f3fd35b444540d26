"""Finding by keyboard without a script, and pages to read on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.web.conftest import Reader
from tests.web.routes import FULL

pytestmark = pytest.mark.browser


def test_a_former_name_is_found_by_keyboard_without_a_script(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/fr/c/{FULL}/etat/2018/")
    page.locator("#q-top").focus()
    page.keyboard.type("privacy subcommittee")
    page.keyboard.press("Enter")
    page.wait_for_url("**/etat/2018/recherche/?q=privacy+subcommittee")
    first = page.locator(".hits > li").first
    assert (
        first.locator("a").inner_text() == "Comité de la protection des renseignements personnels"
    )
    assert "Anciennement" in first.inner_text()
    assert first.locator("mark").all_inner_texts() == ["Privacy", "Subcommittee"]
    context.close()


def test_a_page_to_read_prints_with_its_citation_and_without_its_menus(
    site: str, reader: Reader
) -> None:
    reader.page.goto(f"{site}/en/f/{FULL}/at/2018/glossary/")
    reader.page.emulate_media(media="print")
    assert reader.page.locator(".cite").is_visible()
    assert reader.page.locator(".entry-name").first.is_visible()
    for menu in (".areas", ".sub-bar", ".search", ".narrow", ".foot ul", ".lang"):
        assert not any(one.is_visible() for one in reader.page.locator(menu).all()), menu
