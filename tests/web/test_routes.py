"""Every route answers, in both languages and every situation; none is without a case."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cadre.core.text import LANGUAGES, Language
from cadre.services import findings, frameworks
from cadre.web.addresses import address
from tests.web.routes import (
    APART,
    FOUND,
    FULL,
    LOST,
    arguments_of,
    every_route,
    names,
    pages,
    routes,
)

pytestmark = pytest.mark.django_db


def test_every_route_has_a_case() -> None:
    without = [page for page in pages() if arguments_of(page) is None and page not in LOST]
    assert without == []


def test_a_route_without_a_case_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: take a case away, and the test above would fail."""
    monkeypatch.delitem(FOUND, "states")
    without = [page for page in pages() if arguments_of(page) is None and page not in LOST]
    assert without == ["states"]


def test_every_page_is_there_in_both_languages() -> None:
    found = set(names())
    assert {f"{language}-{page}" for language in LANGUAGES for page in pages()} == found - APART


def test_every_route_answers_as_it_must(client: Client) -> None:
    wrong = [
        (route.path, answer.status_code)
        for route in every_route()
        if (answer := client.get(route.path)).status_code != route.status
    ]
    assert wrong == []


def test_every_finding_is_explained(client: Client) -> None:
    for state in ("current", "2016-09"):
        opened = frameworks.opened(FULL, state)
        for finding in findings.report(opened).findings:
            path = address("fr", "finding", FULL, state, code=finding.fingerprint)
            assert client.get(path).status_code == 200, path


@pytest.mark.parametrize("key", ["joint-councils", "example"])
def test_every_element_has_its_page(client: Client, key: str) -> None:
    opened = frameworks.opened(key)
    for element in opened.framework.elements():
        type_, _, slug = element.key.partition("/")
        path = address("en", "element", key, "current", type=type_, slug=slug)
        assert client.get(path).status_code == 200, path


def test_no_page_lacks_a_word(client: Client) -> None:
    """What a template could not find would leave `None`, a lazy object or a raw tag on the page."""
    for route in routes("fr"):  # "None" is an English word
        text = client.get(route.path).content.decode()
        body = re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)
        for sign in ("None", "{{", "{%", "Text(", "object at 0x"):
            assert sign not in body, (route.path, sign)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language(client: Client, language: Language) -> None:
    answer = client.get(address(language, "home", FULL, "current"))
    assert f'<html lang="{language}-CA">' in answer.content.decode()


def test_a_page_asks_the_store_one_thing(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Once a framework is in memory a page asks whether it moved, however long its list."""
    paths = [
        address("en", "list", FULL, "current", type=type_)
        for type_ in ("council", "decision", "activity")
    ]
    paths += [address("en", "home", FULL, "2016-09"), address("fr", "findings", FULL, "current")]
    for path in paths:
        client.get(path)
        with django_assert_num_queries(1):
            client.get(path)
