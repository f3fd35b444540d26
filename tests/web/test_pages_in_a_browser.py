"""Every page in Chromium: nothing for axe to find, nothing on the console, and everything within
reach of the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext

from cadre.core.text import LANGUAGES, Language
from tests.web.conftest import Reader
from tests.web.routes import FULL, all_routes

pytestmark = pytest.mark.browser


def _expected(message: str) -> bool:
    """Chromium says on the console that a page was not found, as it should."""
    return "status of 404" in message


def test_axe_finds_nothing_and_the_console_is_silent(site: str, reader: Reader) -> None:
    faults = []
    for route in all_routes():
        answer = reader.page.goto(site + route.path)
        assert answer is not None
        assert answer.status == route.status, route
        faults += [(route.path, fault) for fault in reader.axe()]
    assert faults == []
    assert [message for message in reader.said if not _expected(message)] == []


def test_axe_and_the_console_notice(site: str, reader: Reader) -> None:
    """The control: a page with faults is found out by both."""
    reader.page.goto(f"{site}/en/f/{FULL}/at/current/")
    reader.page.evaluate(
        """() => {
            const image = document.createElement('img');
            image.src = '/static/cadre/icon.svg';
            document.querySelector('main').append(image);
            const text = document.createElement('p');
            text.innerHTML = '<span style="color: red">styled in place</span>';
            document.querySelector('main').append(text);
        }"""
    )
    assert any(fault.startswith("image-alt") for fault in reader.axe())
    assert any("Content Security Policy" in message for message in reader.said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_reaches_everything(site: str, reader: Reader, language: Language) -> None:
    root = f"/{language}/{'f' if language == 'en' else 'c'}/{FULL}"
    at = "at" if language == "en" else "etat"
    reader.page.goto(f"{site}{root}/{at}/2016-09/")
    wanted = reader.page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, select, summary')]
            .filter(one => one.checkVisibility({visibilityProperty: true})
                && !one.closest('details:not([open]) > :not(summary)')).length"""
    )
    reached = []
    for _ in range(wanted + 5):
        reader.page.keyboard.press("Tab")
        stop = reader.page.evaluate(
            """() => {
                const one = document.activeElement;
                if (one === document.body) return null;
                const box = one.getBoundingClientRect();
                const style = getComputedStyle(one);
                one.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
                return [one.dataset.stop, one.className, style.outlineStyle,
                    box.width > 0 && box.height > 0];
            }"""
        )
        if stop is None:
            break
        assert stop[2] != "none", f"no visible focus on {stop}"
        assert stop[3], f"focus on what cannot be seen: {stop}"
        reached.append(stop)
    assert reached[0][1] == "skip"
    assert len({stop[0] for stop in reached}) == wanted


def test_the_skip_link_leads_past_the_head(site: str, reader: Reader) -> None:
    reader.page.goto(f"{site}/en/f/{FULL}/at/current/")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    assert reader.page.evaluate("document.activeElement.id") == "main"


def test_the_state_is_switched_by_keyboard_and_the_page_stays(site: str, reader: Reader) -> None:
    reader.page.goto(f"{site}/en/f/{FULL}/at/current/elements/group/")
    summary = reader.page.locator(".states > summary")
    summary.focus()
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/at/2016-09/elements/group/")
    assert reader.page.locator(".banner").count() == 1


def test_what_can_be_pointed_at_is_large_enough(site: str, context: BrowserContext) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 pixels, but for links inside a sentence and small ones apart."""
    page = context.new_page()
    for path in ("", "findings/", "elements/group/", "elements/group/channel/", "uncertain/"):
        page.goto(f"{site}/en/f/{FULL}/at/2016-09/{path}")
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, input, select, summary, nav a, .btn')]
                .filter(one => one.checkVisibility({visibilityProperty: true})
                    && !one.closest('details:not([open]) > :not(summary)'))
                .map(one => [one.textContent.trim(), one.type, one.getBoundingClientRect()])
                .filter(([name, type, box]) => (box.height < 23.5 || box.width < 23.5)
                    && type !== 'checkbox')
                .map(([name]) => name)"""
        )
        assert small == [], path
