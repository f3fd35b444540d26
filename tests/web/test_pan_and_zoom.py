"""Pictures are panned and zoomed by buttons, keys, wheel, drag and pinch; and without a script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from tests.web.conftest import Reader
from tests.web.routes import FULL

pytestmark = pytest.mark.browser

MAP = f"/en/f/{FULL}/at/2016-09/map/"
Box = tuple[float, float, float, float]


@pytest.fixture
def page(site: str, reader: Reader) -> Iterator[Page]:
    """The far map, and nothing on the console all the while."""
    reader.page.goto(site + MAP)
    reader.page.wait_for_selector(".scene--live")
    yield reader.page
    assert reader.said == []


def _view(page: Page) -> Box:
    text = page.locator(".scene--wide svg.picture").first.get_attribute("viewBox") or ""
    x, y, width, height = map(float, text.split())
    return x, y, width, height


def _middle(page: Page) -> tuple[float, float]:
    page.locator(".scene--wide").first.scroll_into_view_if_needed()
    box = page.locator(".scene--wide svg.picture").first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + min(box["height"], 600) / 2


def test_buttons_zoom_in_and_out_and_fit(page: Page) -> None:
    whole = _view(page)
    address = page.url
    page.get_by_role("link", name="Zoom in").click()
    assert _view(page)[2] == pytest.approx(whole[2] / 1.5)
    assert page.locator(".zoom-level").inner_text() == "150%"
    page.get_by_role("link", name="Zoom in").click()
    page.get_by_role("link", name="Zoom out").click()
    assert _view(page)[2] == pytest.approx(whole[2] / 1.5)
    page.get_by_role("link", name="Fit to the page").click()
    assert _view(page) == pytest.approx(whole)
    page.get_by_role("link", name="Zoom out").click()
    assert _view(page) == pytest.approx(whole)
    assert page.url == address


def test_keys_zoom_and_pan_when_the_picture_has_the_focus(page: Page) -> None:
    whole = _view(page)
    page.keyboard.press("+")
    assert _view(page) == pytest.approx(whole)
    page.locator(".scene--wide .scene-scroll").first.focus()
    page.keyboard.press("+")
    zoomed = _view(page)
    assert zoomed[2] < whole[2]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    panned = _view(page)
    assert panned[0] > zoomed[0]
    assert panned[1] > zoomed[1]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    assert _view(page) == pytest.approx(zoomed)
    page.keyboard.press("-")
    page.keyboard.press("+")
    page.keyboard.press("0")
    assert _view(page) == pytest.approx(whole)


def test_nobody_gets_past_the_edge(page: Page) -> None:
    whole = _view(page)
    page.locator(".scene--wide .scene-scroll").first.focus()
    page.keyboard.press("+")
    for _ in range(30):
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowUp")
    assert _view(page)[:2] == pytest.approx(whole[:2])
    for _ in range(30):
        page.keyboard.press("+")
    assert _view(page)[2] >= whole[2] / 16.001


def test_the_wheel_zooms_with_control_alone(page: Page) -> None:
    whole = _view(page)
    page.mouse.move(*_middle(page))
    page.mouse.wheel(0, -200)
    assert _view(page) == pytest.approx(whole)
    page.mouse.move(*_middle(page))
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function("document.querySelector('.scene--zoomed')")
    assert _view(page)[2] < whole[2]


def test_a_drag_pans_and_follows_no_link(page: Page) -> None:
    page.get_by_role("link", name="Zoom in").click()
    page.get_by_role("link", name="Zoom in").click()
    before, address = _view(page), page.url
    x, y = _middle(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=4)
    page.mouse.up()
    after = _view(page)
    assert after[0] > before[0]
    assert after[1] > before[1]
    assert after[2] == pytest.approx(before[2])
    assert page.url == address


def test_a_click_still_follows_a_link_of_the_picture(page: Page) -> None:
    page.get_by_role("link", name="Zoom in").click()
    link = page.locator(".scene--wide svg a[href*='/focus-area/digital-enablement/']").first
    page.locator(".scene--wide").first.evaluate("one => one.scrollIntoView()")
    box = link.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.2)
    page.wait_for_url("**/elements/focus-area/**")


def test_a_link_that_the_keyboard_comes_to_is_in_sight(page: Page) -> None:
    for _ in range(5):
        page.get_by_role("link", name="Zoom in").click()
    page.locator(".scene--wide .scene-scroll").first.focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const one = document.activeElement;
                const svg = one.closest('svg.picture');
                if (!svg) return true;
                const [a, b] = [one.getBoundingClientRect(), svg.getBoundingClientRect()];
                return a.right > b.left && a.left < b.right && a.bottom > b.top && a.top < b.bottom;
            }"""
        )
        assert seen


def test_the_order_of_stops_is_the_same_with_and_without_the_module(
    site: str, browser: Browser, page: Page
) -> None:
    script = """() => [...document.querySelectorAll('a[href], button, select, [tabindex="0"]')]
        .map(one => one.getAttribute('href') ?? one.textContent.trim())"""
    with_module = page.evaluate(script)
    context = browser.new_context(java_script_enabled=True)
    context.route("**/*.js*", lambda route: route.abort())
    other = context.new_page()
    other.goto(site + MAP)
    assert other.evaluate(script) == with_module
    assert other.locator(".scene--live").count() == 0
    context.close()


def test_without_script_the_buttons_are_links(site: str, browser: Browser) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(site + MAP)
    before = page.locator(".scene--wide svg.picture").first.bounding_box()
    page.get_by_role("link", name="Zoom in").click()
    after = page.locator(".scene--wide svg.picture").first.bounding_box()
    assert "zoom=150" in page.url
    assert page.locator(".zoom-level").inner_text() == "150%"
    assert before is not None
    assert after is not None
    assert after["width"] == pytest.approx(before["width"] * 1.5, rel=0.02)
    page.get_by_role("link", name="Fit to the page").click()
    assert "zoom=100" in page.url
    context.close()


def test_a_picture_with_a_focus_opens_where_it_is(site: str, reader: Reader) -> None:
    reader.page.goto(site + MAP + "?level=micro&focus=group/channel")
    reader.page.wait_for_selector(".scene--zoomed")
    inside = reader.page.evaluate(
        """() => {
            const frame = document.querySelector('.scene--wide .frame').getBoundingClientRect();
            const svg = document.querySelector('.scene--wide svg').getBoundingClientRect();
            return frame.left >= svg.left && frame.right <= svg.right
                && frame.top >= svg.top && frame.bottom <= svg.bottom;
        }"""
    )
    assert inside
    assert reader.axe() == []


def _touch(client: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    places = [{"x": x, "y": y, "id": place} for place, (x, y) in enumerate(points)]
    client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})


def test_two_fingers_pinch(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1100, "height": 900}, has_touch=True)
    page = context.new_page()
    page.goto(site + MAP)
    page.wait_for_selector(".scene--live")
    whole = _view(page)
    x, y = _middle(page)
    client = context.new_cdp_session(page)
    _touch(client, "touchStart", (x - 40, y), (x + 40, y))
    for apart in (60, 80, 100, 120):
        _touch(client, "touchMove", (x - apart, y), (x + apart, y))
    _touch(client, "touchEnd")
    page.wait_for_selector(".scene--zoomed")
    assert _view(page)[2] < whole[2] / 1.5
    context.close()


def test_nothing_moves_by_itself_and_no_style_is_set(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("link", name="Zoom in").click()
    found = page.evaluate(
        "[document.getAnimations().length, document.querySelectorAll('main [style]').length]"
    )
    assert found == [0, 0]


def test_paper_gets_the_whole_picture(page: Page) -> None:
    whole = _view(page)
    page.get_by_role("link", name="Zoom in").click()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert _view(page) == pytest.approx(whole, abs=0.1)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert _view(page)[2] < whole[2]
