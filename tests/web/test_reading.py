"""Pages to read and cite: both orders, what is not there, who made it, and how to cite any page."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client

from cadre.services.reading_pages import PAGES
from cadre.web.addresses import READING_WORDS, address
from tests.web.routes import EMPTY, FULL

pytestmark = pytest.mark.django_db


def _text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return str(answer.content.decode())


def _citation(text: str) -> str:
    found = re.search(r'<section class="cite".*?</section>', text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", "", found[0]).split()) if found else ""


def test_every_page_has_its_address() -> None:
    assert READING_WORDS.keys() == PAGES.keys()


def test_the_glossary_can_be_read_in_the_other_order(client: Client) -> None:
    path = address("fr", "glossary", FULL, "2018")
    first = '<h2 class="entry-name"><a href="[^"]*">(.*?)</a>'
    french = re.findall(first, _text(client, path))
    english = re.findall(first, _text(client, f"{path}?by=en"))
    assert len(french) == len(english) == 26
    assert french[0] == "Bac à sable numérique"
    assert english[0] == '<span lang="en-CA">Agile software development</span>'
    assert re.findall(first, _text(client, f"{path}?by=nothing")) == french


def test_an_empty_page_says_what_is_so_and_what_to_do(client: Client) -> None:
    text = _text(client, address("en", "recommendations", FULL, "2016-09"))
    assert "No recommendation is recorded in this state" in text
    assert f'href="{address("en", "recommendations", FULL, "2018")}"' in text
    nothing = _text(client, address("en", "recommendations", EMPTY, "current"))
    assert "What to do next" in nothing
    assert "<code>recommendation</code>" in nothing


def test_every_page_of_a_state_can_be_cited(client: Client) -> None:
    edition = address("en", "element", FULL, "2018", type="group", slug="channel")
    assert _citation(_text(client, edition)) == (
        "Cite this page Joint Councils. Channel Shift Working Group. Early 2018 (edition, "
        f"February 2018). For approval. http://testserver{edition}"
    )
    scenario = address("fr", "home", FULL, "recommendations-2018")
    assert "(scénario sur «\u00a0Début 2018\u00a0»)".replace("\u00a0", " ") in _citation(
        _text(client, scenario)
    ).replace("\u00a0", " ")
    current = _citation(_text(client, address("en", "glossary", FULL, "current")))
    assert re.search(r"Current, revision 1, read on \d+ \w+ \d{4}\.", current)
    asked = address("en", "search", FULL, "2018") + "?q=identity"
    assert f"http://testserver{asked}" in _citation(_text(client, asked))


def test_what_is_not_there_is_not_cited(client: Client) -> None:
    path = address("en", "element", FULL, "2018", type="group", slug="nothing")
    assert _citation(client.get(path).content.decode()) == ""


def test_the_contact_is_the_deployments(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for page in ("about", "accessibility"):
        path = address("en", page, FULL, "current")
        assert "names no contact" in _text(client, path)
        with monkeypatch.context() as patch:
            patch.setattr(settings, "CONTACT", "secretariat@example.org")
            assert "Write to secretariat@example.org." in _text(client, path)


def test_no_page_sets_a_cookie(client: Client) -> None:
    """As the page about the site says."""
    for page in ("home", "search", "glossary", "about", "states"):
        client.get(address("en", page, FULL, "current"))
    assert not client.cookies
