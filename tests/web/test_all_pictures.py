"""The page of all pictures, and the row of the few that are looked at first."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from django.test import Client

from cadre.core.text import LANGUAGES, Language
from cadre.services import pictures
from cadre.viewpoints.registry import FAMILIES, VIEWPOINTS
from cadre.web.addresses import address
from cadre.web.navigation import SEEN_FIRST
from tests.web.routes import FULL

pytestmark = pytest.mark.django_db


def _page(client: Client, language: Language, page: str) -> str:
    return str(client.get(address(language, page, FULL, "current")).content.decode())


def test_every_viewpoint_is_in_one_family() -> None:
    named = [one.id for family in FAMILIES for one in family.viewpoints]
    assert sorted(named) == sorted(VIEWPOINTS)
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_shown_small_with_its_help(client: Client, language: Language) -> None:
    text = _page(client, language, "pictures")
    for one in VIEWPOINTS.values():
        path = address(language, f"see-{one.id}", FULL, "current")
        assert f'<img src="{path}?as=thumbnail" alt=""' in text
        assert one.help.in_(language)[:20] in text
        small = client.get(f"{path}?as=thumbnail")
        assert small["Content-Type"] == "image/svg+xml"
        assert ElementTree.fromstring(small.content).get("lang") == language


def test_a_large_framework_is_not_drawn_in_passing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_TO_DRAW", 100)
    assert "as=thumbnail" not in _page(client, "en", "pictures")


def test_the_row_has_the_few_that_come_first_and_the_one_at_hand(client: Client) -> None:
    for one in VIEWPOINTS.values():
        text = _page(client, "en", f"see-{one.id}")
        [row] = re.findall(r'<nav class="sections".*?</nav>', text, re.S)
        shown = {
            other.id
            for other in VIEWPOINTS.values()
            if f'href="{address("en", f"see-{other.id}", FULL, "current")}"' in row
        }
        assert shown == ({*SEEN_FIRST} & {*VIEWPOINTS}) | {one.id}
        assert address("en", "pictures", FULL, "current") in row
