"""What pages do beside being there: languages, states, fallback, filters, sizes, headers."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client

from cadre.core.graph import Element, Framework
from cadre.core.kernel import KERNEL
from cadre.core.settings import Settings
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.store import save
from cadre.web.addresses import VIEWPOINT_WORDS, address
from cadre.web.assets import STATIC
from tests.web.routes import FULL, pages
from tools import messages

pytestmark = pytest.mark.django_db

HOME_LIMIT = 100_000


def _text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return str(answer.content.decode())


# --- language -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("", "en"),
        ("fr-CA,fr;q=0.9,en;q=0.8", "fr"),
        ("en-CA,en;q=0.9,fr;q=0.8", "en"),
        ("de,fr;q=0.5", "fr"),
        ("de", "en"),
        ("rubbish;;;", "en"),
    ],
)
def test_the_start_offers_both_and_puts_one_first(client: Client, asked: str, first: str) -> None:
    answer = client.get("/", headers={"accept-language": asked})
    text = answer.content.decode()
    places = {language: text.index(f'id="door-{language}"') for language in LANGUAGES}
    assert min(places, key=lambda language: places[language]) == first
    assert f'<html lang="{first}-CA">' in text
    assert answer["Vary"] == "Accept-Language"


@pytest.mark.parametrize(
    "page", ["home", "findings", "list", "element", "states", "see-gap-matrix"]
)
def test_the_language_switch_lands_on_the_same_page(client: Client, page: str) -> None:
    more = {"list": {"type": "group"}, "element": {"type": "group", "slug": "im"}}.get(page, {})
    english = address("en", page, FULL, "2016-09", **more)
    french = address("fr", page, FULL, "2016-09", **more)
    assert f'href="{french}?q=1" lang="fr-CA"' in _text(client, f"{english}?q=1")
    assert f'href="{english}" lang="en-CA"' in _text(client, french)


def test_section_words_are_french_in_french() -> None:
    assert address("fr", "see-framework-map", FULL, "2016-09").endswith("/etat/2016-09/carte/")
    assert address("fr", "findings", FULL, "current").endswith("/constats/")
    for english, french in VIEWPOINT_WORDS.values():
        assert english.isascii()
        assert french.isascii()


def test_a_text_that_falls_back_says_its_language(client: Client) -> None:
    lonely = Element("group/lonely", {"name": Text("Only in English", "")})
    framework = Framework.of(KERNEL, [lonely], settings=Settings.of({"name": Text("L", "L")}))
    save.create(States("lonely", framework), author="T", reason="T", at=datetime.now(UTC))
    text = _text(client, address("fr", "list", "lonely", "current", type="group"))
    assert '<span lang="en-CA">Only in English</span>' in text
    own = _text(client, address("en", "list", "lonely", "current", type="group"))
    assert '<span lang="en-CA">' not in own


def test_no_french_word_is_missing() -> None:
    assert list(messages.problems()) == []


# --- state --------------------------------------------------------------------------------------


def test_every_page_switches_state_and_stays(client: Client) -> None:
    for page in pages():
        if page in ("finding", "rule", "element", "list"):
            continue
        text = _text(client, address("en", page, FULL, "2018"))
        for state in ("current", "2016-09", "proposal-2016", "recommendations-2018"):
            assert f'href="{address("en", page, FULL, state)}"' in text


def test_what_is_not_current_says_so(client: Client) -> None:
    assert "banner" not in _text(client, address("en", "home", FULL, "current"))
    assert "banner--edition" in _text(client, address("en", "home", FULL, "2018"))
    assert "banner--scenario" in _text(client, address("en", "home", FULL, "proposal-2016"))


def test_what_is_older_than_its_state_says_so(client: Client) -> None:
    said = "As assessed in September 2016"
    assert said in _text(client, address("en", "home", FULL, "2018"))
    assert said in _text(client, address("en", "list", FULL, "2018", type="activity"))
    assert "Selon l’évaluation de septembre 2016" in _text(
        client, address("fr", "home", FULL, "2018")
    )
    assert said not in _text(client, address("en", "home", FULL, "2016-09"))
    assert said not in _text(client, address("en", "list", FULL, "2018", type="group"))


# --- what is not there --------------------------------------------------------------------------


def test_a_mistyped_element_offers_what_is_near(client: Client) -> None:
    path = address("en", "element", FULL, "current", type="group", slug="chanel-shift")
    text = _text(client, path, 404)
    assert "Channel Shift Working Group" in text


def test_an_element_of_another_state_is_found_there(client: Client) -> None:
    path = address("en", "element", FULL, "2016-09", type="priority", slug="digital-identity")
    text = _text(client, path, 404)
    there = address("en", "element", FULL, "2018", type="priority", slug="digital-identity")
    assert f'<a href="{there}">' in text


def test_an_option_that_a_picture_does_not_take_is_explained(client: Client) -> None:
    path = address("en", "see-framework-map", FULL, "current")
    assert "cannot be" in _text(client, f"{path}?level=nano", 400)
    assert "council/nobody" in _text(client, f"{path}?council=council/nobody", 400)


def test_nothing_can_be_written(client: Client) -> None:
    assert client.post(address("en", "home", FULL, "current")).status_code == 405


# --- lists --------------------------------------------------------------------------------------


def _names(text: str) -> list[str]:
    rows = re.findall(r'<th scope="row">\s*<a [^>]*>(.*?)</a>', text, re.DOTALL)
    return [re.sub(r"<[^>]*>", "", row).strip() for row in rows]


def test_a_list_is_sorted_as_french_sorts(client: Client) -> None:
    words = ["cote", "côte", "coté", "côté", "Élan", "étude", "zone", "Abri"]
    elements = [
        Element(f"group/g{place}", {"name": Text(f"E{place}", word)})
        for place, word in enumerate(words)
    ]
    save.create(
        States("mots", Framework.of(KERNEL, elements)), author="T", reason="T", at=datetime.now(UTC)
    )
    path = address("fr", "list", "mots", "current", type="group")
    expected = ["Abri", "cote", "côte", "coté", "côté", "Élan", "étude", "zone"]
    assert _names(_text(client, f"{path}?sort=name")) == expected
    assert _names(_text(client, f"{path}?sort=name&down=1")) == expected[::-1]
    assert _names(_text(client, path)) == words


def test_a_list_is_narrowed(client: Client) -> None:
    path = address("en", "list", FULL, "2016-09", type="group")
    everything = _names(_text(client, path))
    assert len(everything) == 17
    by_council = _names(_text(client, f"{path}?council=council/pscioc"))
    assert 0 < len(by_council) < len(everything)
    both = _names(_text(client, f"{path}?council=council/pscioc&area=focus-area/digital-skills"))
    assert set(both) < set(by_council)
    assert _names(_text(client, f"{path}?q=canaux")) == ["Channel Shift Working Group"]
    assert _names(_text(client, f"{path}?q=nothing+like+this")) == []


def test_findings_are_narrowed(client: Client) -> None:
    path = address("en", "findings", FULL, "2016-09")
    everything = _text(client, path).count("code=") + _text(client, path).count("/findings/")
    only = _text(client, f"{path}?family=RED")
    assert "RED-0" in only
    assert "GAP-0" not in only
    assert only.count("/findings/") < everything
    on_one = _text(client, f"{path}?subject=focus-area/program-structure")
    assert "on Programme structure" in on_one


def test_a_finding_leads_to_a_picture_with_its_subjects_lit(client: Client) -> None:
    text = _text(client, address("en", "findings", FULL, "2016-09") + "?family=RED")
    found = re.search(r'href="(/en/f/[^"]*/findings/[0-9a-f]{16}/)"', text)
    assert found is not None
    page = _text(client, found[1])
    lit = re.search(r'href="([^"]*/map/\?lit=[^"]*)"', page)
    assert lit is not None
    picture = _text(client, lit[1].replace("&amp;", "&"))
    assert 'class="frame"' in picture
    assert 'class="frame"' not in _text(client, address("en", "see-framework-map", FULL, "2016-09"))


# --- sizes and headers --------------------------------------------------------------------------


def test_home_is_light(client: Client) -> None:
    """At most 100 kB with its style sheets and signs, without fonts, uncompressed."""
    text = _text(client, address("fr", "home", FULL, "current"))
    size = len(text.encode()) + (STATIC / "cadre.css").stat().st_size
    for path in {
        *re.findall(r'href="(/hues/[^"]*)"', text),
        *re.findall(r'"(/signs/[^"#]*)', text),
    }:
        size += len(client.get(path).content)
    assert size <= HOME_LIMIT


def test_pages_call_no_other_host(client: Client) -> None:
    for page in ("home", "findings", "see-framework-map"):
        path = address("en", page, FULL, "current")
        text = _text(client, path)
        outside = set(re.findall(r"https?://[^\s\"'<>]+", text))
        # A page names its own address, so that it can be cited.
        assert outside <= {"http://www.w3.org/2000/svg", f"http://testserver{path}"}
        assert "style=" not in text
        scripts = re.findall(r"<script[^>]*>[^<]*", text)
        assert all('type="module" src="/static/cadre/' in one for one in scripts)
        assert all(one.endswith(">") for one in scripts)


def test_headers_are_strict(client: Client) -> None:
    answer = client.get(address("en", "home", FULL, "current"))
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert settings.SECURE_CROSS_ORIGIN_OPENER_POLICY == "same-origin"


def test_what_is_made_is_kept_by_browsers(client: Client) -> None:
    text = _text(client, address("en", "home", FULL, "current"))
    [hues] = re.findall(r'href="(/hues/[^"]*)"', text)
    answer = client.get(hues)
    assert "immutable" in answer["Cache-Control"]
    assert answer["Content-Type"].startswith("text/css")
    stale = re.sub(r"[0-9a-f]{12}\.css", "000000000000.css", hues)
    assert client.get(stale)["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<?xml"), ("csv", b"\xef\xbb\xbf")])
def test_a_picture_is_downloaded(client: Client, kind: str, start: bytes) -> None:
    answer = client.get(address("fr", "see-gap-matrix", FULL, "2018") + f"?as={kind}")
    assert answer.content.startswith(start)
    assert "joint-councils-2018-gap-matrix-fr" in answer["Content-Disposition"]


def test_each_cell_of_a_twin_says_what_it_is_of(client: Client) -> None:
    page = client.get(address("fr", "see-framework-map", FULL, "2018")).content.decode()
    twins = re.findall(r"data--twin.*?<tbody>(.*?)</tbody>", page, re.DOTALL)
    rows = [row for twin in twins for row in twin.split("<tr")[1:]]
    assert len(twins) > 3
    assert rows
    assert all(row.count("<td") == row.count('data-l="') > 0 for row in rows)
    assert '<td class="num" data-l="Poids"><div>' in page


def test_a_twin_has_a_table_for_each_kind_of_rows_with_what_they_say(client: Client) -> None:
    page = client.get(address("en", "see-gap-matrix", FULL, "2018")).content.decode()
    heads = dict(re.findall(r"<h3>([^<]*) <span.*?<thead>(.*?)</thead>", page, re.DOTALL))
    assert list(heads) == ["Group in an area", "Group", "Area", "Work of no known group"]
    assert "What is done" in heads["Group in an area"]
    assert "What is done" not in heads["Area"]
    assert ">Row<" not in page
    assert '<td class="empty"' not in page.partition(">Group in an area <")[2].partition("<h3>")[0]


@pytest.mark.parametrize("viewpoint", ["line-of-sight", "gap-matrix"])
def test_what_a_twin_holds_is_said_once(client: Client, viewpoint: str) -> None:
    page = client.get(address("en", f"see-{viewpoint}", FULL, "2018")).content.decode()
    twin = page.partition('id="table-head"')[2]
    caption = {"line-of-sight": "Lines of sight, hop by hop", "gap-matrix": "Groups by focus area"}
    assert len(re.findall(rf">\s*{caption[viewpoint]}\s*<", twin)) == 1


@pytest.mark.parametrize(("page", "more"), [("search", {}), ("list", {"type": "group"})])
def test_what_nobody_can_see_of_the_words_asked_for_is_dropped(
    client: Client, page: str, more: dict[str, str]
) -> None:
    answer = client.get(address("en", page, FULL, "2018", **more) + "?q=%00%1bprivacy")
    assert answer.status_code == 200
    assert not set(answer.content) & {0x00, 0x1B}
    assert b"elements/group/privacy/" in answer.content


def test_rows_keep_their_place_in_the_whole_table(client: Client) -> None:
    page = client.get(address("en", "see-framework-map", FULL, "2018")).content.decode()
    places = [int(one) for one in re.findall(r'<tr id="row-(\d+)"', page)]
    assert sorted(places) == list(range(1, len(places) + 1))


def test_where_nothing_differs_the_page_says_what_to_do(client: Client) -> None:
    path = address("en", "see-comparison", FULL, "current")
    same = client.get(path).content.decode()
    other = client.get(f"{path}?base=2016-09").content.decode()
    for page, is_empty in ((same, True), (other, False)):
        assert ("Choose something else above" in page) is is_empty
        assert ('id="picture"' not in page) is is_empty
        assert ("data--twin" not in page) is is_empty


def test_one_line_of_a_source_is_one_line(client: Client) -> None:
    channel = {"type": "group", "slug": "channel"}
    english = client.get(address("en", "element", FULL, "2018", **channel)).content.decode()
    french = client.get(address("fr", "element", FULL, "2018", **channel)).content.decode()
    assert ", line 145" in english
    assert ", lines 145" not in english
    assert ", ligne 145" in french
    assert ", lignes 145" not in french


@pytest.mark.parametrize("lost", ["c/nowhere/etat/current/", f"c/{FULL}/etat/1999/", "nowhere/"])
def test_a_page_that_is_not_here_says_its_language(client: Client, lost: str) -> None:
    answer = client.get(f"/fr/{lost}")
    assert answer.status_code == 404
    assert '<html lang="fr-CA">' in answer.content.decode()


@pytest.mark.parametrize(("language", "word"), [("en", "Merge"), ("fr", "Fusionner")])
def test_a_word_in_a_table_is_in_the_language_of_the_page(
    client: Client, language: Language, word: str
) -> None:
    path = address(language, "see-comparison", FULL, "current")
    text = _text(client, path + "?base=2016-09&states=proposal-2016,recommendations-2018")
    table = text[text.index('id="table"') :]
    assert word in table
    assert not re.search(r">\s*(merge|refocus|undecided)\s*<", table)
