"""From a picture to what is behind it and back: focus, weights, the links that carry them."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from cadre.core.text import LANGUAGES, Language
from cadre.services import pictures
from cadre.web.addresses import address
from tests.web.routes import FULL

pytestmark = pytest.mark.django_db

WEIGHT = "work:council/pssdc>focus-area/client-engagement"


def _get(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return str(answer.content.decode())


def _behind(text: str) -> list[str]:
    return [html.unescape(one) for one in re.findall(r'href="([^"]*behind=[^"]*)"', text)]


def _way_back(text: str) -> str:
    [found] = re.findall(r'class="way-back">\s*<a href="([^"]*)"', text)
    return html.unescape(found)


# --- focus ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("viewpoint", [one.id for one in pictures.all_viewpoints()])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_takes_a_focus(client: Client, viewpoint: str, language: Language) -> None:
    path = address(language, f"see-{viewpoint}", FULL, "2016-09")
    plain = _get(client, path)
    text = _get(client, path + "?focus=group/channel")
    assert 'id="focus"' in text
    assert 'id="focus"' not in plain
    assert "element/" in text or "elements/group/channel/" in text


def test_focus_tells_the_hops_and_what_is_below(client: Client) -> None:
    path = address("en", "see-framework-map", FULL, "2016-09") + "?focus=group/channel"
    text = _get(client, path)
    section = text[text.index('id="focus"') :]
    assert "Offer best-in-class public services" in section
    assert "Works on" in section
    assert 'class="frame"' in text
    assert 'href="' + address("en", "see-framework-map", FULL, "2016-09") + '"' in text


def test_a_focus_that_is_not_there_is_passed_over(client: Client) -> None:
    path = address("en", "see-framework-map", FULL, "2016-09") + "?focus=group/nobody"
    assert 'id="focus"' not in _get(client, path)


def test_an_element_page_leads_to_the_pictures_with_it_in_focus(client: Client) -> None:
    page = address("en", "element", FULL, "2016-09", type="group", slug="channel")
    found = re.search(r'href="([^"]*/map/\?focus=[^"]*)"', _get(client, page))
    assert found is not None
    assert 'id="focus"' in _get(client, html.unescape(found[1]))


def test_a_row_leads_to_its_place_in_the_picture(client: Client) -> None:
    path = address("en", "see-gap-matrix", FULL, "2016-09")
    assert f'href="{path}?focus=group%2Fchannel#picture"' in _get(client, path)


def test_a_file_keeps_the_focus(client: Client) -> None:
    path = address("en", "see-gap-matrix", FULL, "2016-09")
    lit = client.get(path + "?as=svg&focus=group/channel")
    assert "gap-matrix-channel-en.svg" in lit["Content-Disposition"]
    assert lit.content != client.get(path + "?as=svg").content


# --- there and back -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_weight_leads_to_its_links_and_back(client: Client, language: Language) -> None:
    path = address(language, "see-framework-map", FULL, "2016-09")
    ways = _behind(_get(client, path))
    assert len(ways) > 20
    for way in dict.fromkeys(ways):
        text = _get(client, way)
        assert 'class="behind-list"' in text, way
        query = parse_qs(urlsplit(way).query)
        assert _way_back(text) == f"{path}#{query['place'][0]}"


def test_the_near_map_is_that_of_the_council_and_the_area(client: Client) -> None:
    path = address("en", "see-framework-map", FULL, "2016-09")
    [*_, way] = [
        one for one in _behind(_get(client, path)) if "%3Efocus-area%2Fclient-engag" in one
    ]
    query = parse_qs(urlsplit(way).query)
    assert query["level"] == ["micro"]
    assert query["council"] == ["council/pssdc"]
    assert query["area"] == ["focus-area/client-engagement"]
    assert query["behind"] == [WEIGHT]
    text = _get(client, way)
    section = text[text.index('id="behind-head"') : text.index('id="picture"')]
    assert "Channel" in section
    assert section.count("<li>") == 1


def test_the_way_back_keeps_what_was_chosen(client: Client) -> None:
    path = address("fr", "see-framework-map", FULL, "2016-09")
    asked = path + "?council=council/pssdc&outside=no&focus=group/channel"
    ways = _behind(_get(client, asked))
    back = _way_back(_get(client, ways[-1]))
    query = parse_qs(urlsplit(back).query)
    assert query == {
        "council": ["council/pssdc"],
        "outside": ["no"],
        "focus": ["group/channel"],
    }
    assert re.fullmatch(r"row-\d+", urlsplit(back).fragment)
    assert f'id="{urlsplit(back).fragment}"' in _get(client, back)


def test_a_band_of_the_picture_leads_there_too(client: Client) -> None:
    text = _get(client, address("en", "see-framework-map", FULL, "2016-09"))
    drawing = text[text.index('id="picture"') : text.index('id="take-away"')]
    assert any("place=picture" in one for one in _behind(drawing))


def test_the_way_back_leads_nowhere_else(client: Client) -> None:
    path = address("en", "see-framework-map", FULL, "2016-09")
    text = _get(client, path + "?level=micro&behind=x&back=https://example.org/%3Fevil=1&place=//e")
    assert _way_back(text) == path
    assert "behind-list" not in text
    broken = _get(client, path + "?level=micro&behind=x&back=level%3Dnano")
    assert "behind-list" not in broken


def test_the_filters_keep_the_way_back(client: Client) -> None:
    path = address("en", "see-framework-map", FULL, "2016-09")
    text = _get(client, _behind(_get(client, path + "?outside=no"))[0])
    assert '<input type="hidden" name="back" value="outside=no">' in text
