"""The twelve tasks of docs/user/*/keyboard.md, done with the keyboard alone, in both languages.

At every stop of the focus `Hands` asks whether it shows; a task says where focus and reader land.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest

from cadre.core.text import LANGUAGES, Language
from cadre.web.addresses import address
from tests.web.conftest import Reader
from tests.web.hands import Hands, Lost, probe
from tests.web.routes import FULL

pytestmark = pytest.mark.browser

DOCS: Final = Path(__file__).parents[2] / "docs" / "user"
STATE: Final = "2016-09"
AREA: Final = "jurisdictional-alignment"
FORMER: Final[dict[Language, str]] = {
    "en": "Information Management Subcommittee",
    "fr": "sous-comite de la gestion",
}
"""The name that the group `im` had, as a reader remembers it: without accents, cut short."""


@dataclass
class Task:
    """A reader at a page of the edition of 2016, in one language."""

    hands: Hands
    site: str
    language: Language

    def path(self, page: str, state: str = STATE, **more: str) -> str:
        """The address of a page without the site."""
        return address(self.language, page, FULL, state, **more)

    def open(self, page: str, **more: str) -> None:
        """Begin at a page."""
        self.hands.page.goto(self.site + self.path(page, **more))

    def is_at(self, path: str) -> None:
        """The reader has landed there: the first page heading is in sight, the focus at the top."""
        page = self.hands.page
        assert page.url == self.site + path
        assert page.locator("h1").is_visible()
        assert page.evaluate("document.activeElement === document.body")
        assert page.evaluate("scrollY") == 0

    def has(self) -> str:
        """The id of what has the focus."""
        return str(self.hands.page.evaluate("document.activeElement.id"))


def choose_a_language(task: Task) -> None:
    task.hands.page.goto(task.site)
    home = task.path("home", "current")
    task.hands.follow(f'a[href="{home}"]')
    task.is_at(home)
    assert task.hands.page.evaluate("document.documentElement.lang") == f"{task.language}-CA"


def skip_to_the_content(task: Task) -> None:
    task.open("findings")
    task.hands.press("Tab")
    assert task.hands.page.evaluate("document.activeElement.matches('.skip')")
    task.hands.enter()
    assert task.has() == "main"
    task.hands.press("Tab")
    assert task.hands.stop()
    assert task.hands.page.evaluate("document.activeElement.closest('main') !== null")


def open_the_map(task: Task) -> None:
    task.open("home")
    task.hands.follow(f'main .btn[href="{task.path("see-framework-map")}"]')
    task.is_at(task.path("see-framework-map"))


def change_level_and_filters(task: Task) -> None:
    task.open("see-framework-map")
    task.hands.tab_to("#o-level")
    task.hands.press("ArrowDown")
    task.hands.tab_to("#o-council")
    task.hands.press("ArrowDown")
    task.hands.follow(".tools button")
    assert "level=micro" in task.hands.page.url
    assert "council=council/" in unquote(task.hands.page.url)
    # And back to everything, by the link that stands beside the button.
    task.hands.follow(f'.tools a[href="{task.path("see-framework-map")}"]')
    task.is_at(task.path("see-framework-map"))


def go_from_an_area_to_its_groups(task: Task) -> None:
    area = task.path("element", type="focus-area", slug=AREA)
    group = task.path("element", type="group", slug="im")
    task.open("home")
    task.hands.follow(f'.strip a[href="{area}"]')
    task.is_at(area)
    task.hands.follow(f'.ties a[href="{group}"]')
    task.is_at(group)


def go_from_a_finding_to_the_picture_and_back(task: Task) -> None:
    task.open("findings")
    task.hands.follow(".found a")
    finding = task.hands.page.url
    task.hands.follow(".page-head .btn")
    assert "lit=" in task.hands.page.url
    assert task.hands.page.locator(".frame:visible").count() > 0
    # Alt and the left arrow belong to the browser: Chromium without a window does not hear them.
    task.hands.page.go_back()
    assert task.hands.page.url == finding


def read_the_table_instead(task: Task) -> None:
    task.open("see-gap-matrix")
    task.hands.follow('.tools a[href="#table"]')
    assert task.has() == "table"
    assert task.hands.page.locator("#table-head").is_visible()
    task.hands.follow('a[href="#main"]')
    assert task.has() == "main"


def switch_state_and_language(task: Task) -> None:
    """Both land on the page that was open."""
    task.open("element", type="group", slug="im")
    there = task.path("element", "2018", type="group", slug="im")
    task.hands.tab_to(".states > summary")
    task.hands.press("Enter")
    assert task.hands.page.locator(".states[open]").count() == 1
    task.hands.follow(f'.states a[href="{there}"]')
    task.is_at(there)
    other: Language = "fr" if task.language == "en" else "en"
    task.hands.follow(".lang")
    task.is_at(address(other, "element", FULL, "2018", type="group", slug="im"))


def search_by_a_former_name(task: Task) -> None:
    task.open("home")
    task.hands.tab_to("#q-top")
    task.hands.write(FORMER[task.language])
    task.hands.enter()
    assert "q=" in task.hands.page.url
    group = task.path("element", type="group", slug="im")
    task.hands.follow(f'.hits a[href="{group}"]')
    task.is_at(group)


def sort_and_narrow_a_list(task: Task) -> None:
    task.open("list", type="group")
    rows = task.hands.page.locator("tbody tr")
    everything = rows.count()
    task.hands.follow('.sort[href$="sort=name"]')
    assert "sort=name" in task.hands.page.url
    assert task.hands.page.locator('th[aria-sort="ascending"]').count() == 1
    task.hands.tab_to("#f-council")
    task.hands.press("ArrowDown")
    task.hands.follow(".tools button")
    assert "council=" in task.hands.page.url
    assert 0 < rows.count() < everything
    assert task.hands.page.locator('th[aria-sort="ascending"]').count() == 1


def open_an_element_and_follow_a_link(task: Task) -> None:
    group = task.path("element", type="group", slug="channel")
    task.open("list", type="group")
    task.hands.follow(f'tbody th a[href="{group}"]')
    task.is_at(group)
    task.hands.follow(".tie-head a")
    assert "/elements/" in task.hands.page.url
    assert task.hands.page.url != task.site + group


def download_a_picture(task: Task) -> None:
    task.open("see-gap-matrix")
    task.hands.tab_to('.downloads a[href*="as=svg"]')
    with task.hands.page.expect_download() as download:
        task.hands.press("Enter")
    name = download.value.suggested_filename
    assert name == f"{FULL}-{STATE}-gap-matrix-{task.language}.svg"
    # The reader is still there, and so is the focus.
    here = task.hands.stop()
    assert here
    assert "SVG" in here["name"]


TASKS: Final[tuple[Callable[[Task], None], ...]] = (
    choose_a_language,
    skip_to_the_content,
    open_the_map,
    change_level_and_filters,
    go_from_an_area_to_its_groups,
    go_from_a_finding_to_the_picture_and_back,
    read_the_table_instead,
    switch_state_and_language,
    search_by_a_former_name,
    sort_and_narrow_a_list,
    open_an_element_and_follow_a_link,
    download_a_picture,
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("doing", TASKS, ids=lambda doing: doing.__name__)
def test_a_task_is_done_by_keyboard(
    site: str, reader: Reader, doing: Callable[[Task], None], language: Language
) -> None:
    doing(Task(Hands(reader.page), site, language))
    assert reader.said == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_task_is_in_the_guide(language: Language) -> None:
    guide = (DOCS / language / "keyboard.md").read_text("utf-8")
    assert len(re.findall(r"(?m)^## \d+\. ", guide)) == len(TASKS) == 12


# --- no trap ------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["see-gap-matrix", "findings", "element"])
def test_no_stop_is_a_trap(site: str, reader: Reader, page: str) -> None:
    """Each stop is reached once, in the same order both ways, and the page can be left."""
    more = {"type": "group", "slug": "im"} if page == "element" else {}
    hands = Hands(reader.page)
    reader.page.goto(site + address("fr", page, FULL, STATE, **more))
    there = hands.walk()
    assert len(there) == probe(reader.page, "stops")
    assert hands.walk("Shift+Tab") == there[::-1]


def _spoiled(site: str, reader: Reader, spoil: str) -> Hands:
    hands = Hands(reader.page)
    reader.page.goto(site + address("en", "states", FULL, STATE))
    reader.page.evaluate(spoil)
    return hands


def test_a_trap_is_found(site: str, reader: Reader) -> None:
    """The control: a search box that swallows Tab fails both checks."""
    trap = """document.querySelector('#q-top').addEventListener(
        'keydown', one => one.key === 'Tab' && one.preventDefault())"""
    with pytest.raises(Lost, match=r"input.* holds the focus"):
        _spoiled(site, reader, trap).walk()
    with pytest.raises(Lost, match=r"input.* holds the focus"):
        _spoiled(site, reader, trap).tab_to(".lang")


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("outline: 0 !important", "no outline"),
        ("outline-color: #eee !important", "a faint outline"),
        ("position: fixed !important; left: -99px; width: 9px", "out of sight"),
    ],
)
def test_a_focus_that_does_not_show_is_found(
    site: str, reader: Reader, rule: str, fault: str
) -> None:
    """The control for every stop: a link without an outline, and one off the page."""
    spoil = f"""() => {{
        const sheet = new CSSStyleSheet()
        sheet.replaceSync('.lang {{ {rule} }}')
        document.adoptedStyleSheets = [sheet]
    }}"""
    with pytest.raises(Lost, match=fault):
        _spoiled(site, reader, spoil).walk()
