"""The search page: a plain form, in any state and either language, with words marked."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from cadre.services.paging import SIZE
from cadre.web.addresses import address
from tests.web.routes import EMPTY, FULL

pytestmark = pytest.mark.django_db


def _text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return str(answer.content.decode())


def _names(text: str) -> list[str]:
    found = re.findall(r'class="hit-name">.*?<a [^>]*>(.*?)</a>', text, re.DOTALL)
    return [re.sub(r"<[^>]*>", "", one).strip() for one in found]


def test_the_box_of_every_page_leads_here_without_a_script(client: Client) -> None:
    for language in ("en", "fr"):
        path = address(language, "search", FULL, "2018")
        home = _text(client, address(language, "home", FULL, "2018"))
        assert home.count(f'role="search" action="{path}"') == 2
        assert 'name="q"' in home


def test_a_former_name_finds_the_group_and_says_so(client: Client) -> None:
    path = address("en", "search", FULL, "current")
    text = _text(client, f"{path}?q=privacy+subcommittee")
    assert _names(text)[0] == "Privacy Committee"
    assert "Formerly: </span> <mark>" in re.sub(r"\s+", " ", text).replace(":</span>", ": </span>")
    french = _text(client, address("fr", "search", FULL, "current") + "?q=privacy+subcommittee")
    assert "Anciennement" in french
    assert '<span lang="en-CA"><mark>Privacy</mark>' in french


def test_search_needs_no_accents(client: Client) -> None:
    path = address("fr", "search", FULL, "current")
    with_them = _names(_text(client, f"{path}?q=IDENTITÉ"))
    assert with_them
    assert _names(_text(client, f"{path}?q=identite")) == with_them


def test_a_short_form_comes_with_its_caution(client: Client) -> None:
    text = _text(client, address("en", "search", FULL, "current") + "?q=jc")
    assert "Never to be expanded as" in text


def test_types_narrow(client: Client) -> None:
    path = address("en", "search", FULL, "current") + "?q=identity"
    everything = _names(_text(client, path))
    groups = _names(_text(client, f"{path}&type=group"))
    assert 0 < len(groups) < len(everything)


def test_many_answers_come_page_by_page(client: Client) -> None:
    path = address("en", "search", FULL, "current") + "?q=digital"
    first, second = _text(client, path), _text(client, f"{path}&page=2")
    assert len(_names(first)) == SIZE
    assert "?q=digital&amp;page=2" in first
    assert _names(second)
    assert 'start="51"' in second
    # A file has them all; another type begins at the first page.
    rows = client.get(f"{path}&page=2&as=csv").content.decode("utf-8-sig").splitlines()
    assert len(rows) > SIZE + len(_names(second)) - 1
    assert not re.search(r"type=[a-z-]+&amp;page|page=\d+&amp;type", second)


def test_nothing_found_says_what_to_do(client: Client) -> None:
    path = address("en", "search", FULL, "2016-09")
    assert "identity</a>" in _text(client, f"{path}?q=identty")
    elsewhere = _text(client, f"{path}?q=it+procurement+priority")
    there = address("en", "search", FULL, "2018")
    assert f'href="{there}?q=it+procurement+priority"' in elsewhere
    empty = _text(client, address("fr", "search", EMPTY, "current") + "?q=quelque+chose")
    assert "Rien ici ne répond" in empty


def test_what_is_asked_is_escaped(client: Client) -> None:
    path = address("en", "search", FULL, "current")
    text = _text(client, f"{path}?q=%3Cscript%3Ealert(1)%3C/script%3E&type=%22%3E%3Cb%3E")
    assert "<script>" not in text
    assert '"><b>' not in text
