"""Pages of a framework whose lists have to be cut: what stands on each, and the way to the rest."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.test import Client

from cadre.core.text import LANGUAGES, Language
from cadre.services import findings, frameworks
from cadre.services.paging import SIZE
from cadre.web.addresses import address
from tests import large
from tests.web.conftest import Reader
from tests.web.routes import FULL

pytestmark = pytest.mark.django_db


def _path(page: str, language: Language = "en", **arguments: str) -> str:
    return address(language, page, large.LARGE, "current", **arguments)


def _text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def _pager(text: str) -> str:
    [found] = re.findall(r'<nav class="pager".*?</nav>', text, re.S)
    return str(found)


def _links(part: str) -> list[str]:
    return [one.replace("&amp;", "&") for one in re.findall(r'href="([^"]*)"', part)]


def _lines(client: Client, path: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(client.get(path).content.decode("utf-8-sig"))))


# --- lists --------------------------------------------------------------------------------------


def test_a_list_is_cut_and_says_where_it_is(client: Client) -> None:
    text = _text(client, _path("list", type="result") + "?page=2")
    assert text.count("<tr>") == SIZE + 1
    assert "51 to 100 of 300" in text
    assert "(page 2 of 6)</title>" in text.replace(" – Large – Cadre", "")
    assert _pager(text).count("aria-current") == 1
    french = _text(client, _path("list", "fr", type="result") + "?page=2")
    assert "51 à 100 sur 300" in french


def test_the_pages_of_a_list_hold_all_of_it(client: Client) -> None:
    found = []
    path = _path("list", type="result")
    while path:
        text = _text(client, path)
        found += re.findall(r'scope="row"><a href="[^"]*/(n\d{3})/"', text)
        nexts = re.findall(r'rel="next" href="([^"]*)"', _pager(text))
        path = nexts[0].replace("&amp;", "&") if nexts else ""
    assert found == [f"n{number:03}" for number in range(large.RESULTS)]


def test_the_pager_keeps_what_was_asked(client: Client) -> None:
    path = _path("list", type="result") + "?q=result&certainty=low&sort=name&down=1"
    links = _links(_pager(_text(client, path)))
    assert links
    for link in links:
        assert "q=result&certainty=low&sort=name&down=1" in link
    # Another order or another filter begins at the first page.
    text = _text(client, f"{path}&page=2")
    sorts = re.findall(r'class="sort" href="([^"]*)"', text)
    assert sorts
    assert not any("page=" in link for link in sorts)
    assert "page" not in re.findall(r'<input[^>]*name="([^"]*)"', text)


@pytest.mark.parametrize("asked", ["99", "9999999999999999", "0", "-1", "x", "²", ""])
def test_a_page_that_is_not_there_is_answered_with_one_that_is(client: Client, asked: str) -> None:
    text = _text(client, _path("list", type="result") + f"?page={asked}")
    place = "251 to 300" if asked == "99" else "1 to 50"
    assert f"{place} of 300" in text


def test_a_file_has_every_line(client: Client) -> None:
    lines = _lines(client, _path("list", type="result") + "?page=3&as=csv")
    assert len(lines) == large.RESULTS + 1


def test_a_short_list_has_no_pages(client: Client) -> None:
    assert 'class="pager"' not in _text(
        client, address("en", "list", FULL, "2016-09", type="group")
    )


# --- findings -----------------------------------------------------------------------------------


def test_a_finding_on_very_much_is_cut(client: Client) -> None:
    found = findings.report(frameworks.opened(large.LARGE)).findings
    widest = max(found, key=lambda one: len(one.subjects))
    path = _path("finding", code=widest.fingerprint)
    text = _text(client, path)
    assert f"It is on {len(widest.subjects)} elements" in text
    assert len(text) < 60_000
    assert len(_lines(client, f"{path}?as=csv")) == len(widest.subjects) + 1
    assert _path("finding", code=widest.fingerprint) in _text(client, _path("findings"))


def test_a_picture_leads_back_to_its_finding(client: Client) -> None:
    listed = _text(client, address("en", "findings", FULL, "2016-09") + "?family=RED")
    path = re.findall(r'href="([^"]*/findings/[0-9a-f]{16}/)"', listed)[0]
    picture = re.findall(r'href="([^"]*/map/\?lit=[^"]*)"', _text(client, path))[0]
    back = re.search(r'<p class="way-back">\s*<a href="([^"]*)"', _text(client, picture))
    assert back is not None
    assert back[1] == path
    # The control: what is lit by name has no finding to go back to.
    named = picture.partition("?")[0] + "?lit=group/channel"
    assert "way-back" not in _text(client, named)


# --- at a glance --------------------------------------------------------------------------------


def test_many_areas_are_rows_under_their_wholes(client: Client) -> None:
    text = _text(client, _path("home"))
    assert 'class="strip"' not in text
    assert text.count('class="bars-parts"') == large.WHOLES
    assert text.count("bar-level") == large.AREAS
    assert "units" not in text
    few = _text(client, address("en", "home", FULL, "2016-09"))
    assert 'class="strip"' in few
    assert 'class="units' in few
    assert 'class="bars' not in few


# --- in a browser -------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_turns_the_page(site: str, reader: Reader, language: Language) -> None:
    reader.page.goto(site + _path("list", language, type="result") + "?q=r")
    word = {"en": "Next", "fr": "Suivante"}[language]
    following = reader.page.get_by_role("link", name=word, exact=True)
    reader.page.locator(".pager a").first.focus()
    for _ in range(8):
        if following.evaluate("one => one === document.activeElement"):
            break
        reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**page=2*")
    assert reader.page.locator(".pager [aria-current=page]", has_text="2").is_visible()
    assert "q=r" in reader.page.url
    assert reader.axe() == []


# --- pictures -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Search for another"), ("fr", "En chercher un autre")]
)
def test_what_nobody_finds_in_a_select_is_searched_for(
    client: Client, language: Language, words: str
) -> None:
    path = _path("see-neighbourhood", language)
    text = _text(client, path + "?of=result/n005")
    [select] = re.findall(r'<select id="o-of".*?</select>', text, re.S)
    assert re.findall(r'<option value="([^"]*)"( selected)?', select) == [
        ("", ""),
        ("result/n005", " selected"),
    ]
    assert words in text
    known = client.get(address(language, "see-neighbourhood", FULL, "2018")).content.decode()
    assert words not in known
    assert known.count("<option") > 400
