"""What a reader takes away: the right bytes under a name that says what they are."""

from __future__ import annotations

import csv
import io
import threading
import zipfile

import pytest
from django.test import Client
from openpyxl import load_workbook

from cadre.core.text import LANGUAGES, Language
from cadre.exchange.formats import FORMATS
from cadre.services import downloads, pictures
from cadre.web.addresses import address
from tests.web.routes import FULL

pytestmark = pytest.mark.django_db

READING = ("glossary", "acronyms", "documents", "members", "meetings", "purpose")
LISTS = ("list", "elements", "findings", "rules", "uncertain", "states", *READING)


def _path(language: Language, page: str, state: str = "2016-09") -> str:
    more = {"type": "group"} if page == "list" else {}
    return address(language, page, FULL, state, **more)


def _name(answer: object) -> str:
    return str(answer["Content-Disposition"])  # type: ignore[index]  # a response has headers


# --- pictures -------------------------------------------------------------------------------------


@pytest.mark.parametrize("viewpoint", [one.id for one in pictures.all_viewpoints()])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "start", "kind", "ending"),
    [
        ("as=svg", b"<?xml", "image/svg+xml", ".svg"),
        ("as=pdf&paper=a3", b"%PDF-", "application/pdf", ".pdf"),
        ("as=png&scale=2", b"\x89PNG", "image/png", ".png"),
        ("as=pptx", b"PK", downloads.KINDS[".pptx"], ".pptx"),
        ("as=csv", b"\xef\xbb\xbf", "text/csv; charset=utf-8", ".csv"),
        ("as=xlsx", b"PK", downloads.KINDS[".xlsx"], ".xlsx"),
    ],
)
def test_every_picture_is_taken_away(
    client: Client,
    viewpoint: str,
    language: Language,
    query: str,
    start: bytes,
    kind: str,
    ending: str,
) -> None:
    answer = client.get(_path(language, f"see-{viewpoint}") + f"?{query}")
    assert answer.status_code == 200
    assert answer.content.startswith(start)
    assert answer["Content-Type"] == kind
    assert f"{FULL}-2016-09-{viewpoint}" in _name(answer)
    assert f"-{language}{ending}" in _name(answer)


def test_the_name_says_what_was_chosen(client: Client) -> None:
    path = _path("fr", "see-framework-map", "2018")
    answer = client.get(path + "?as=pdf&level=micro&area=focus-area/digital-skills&paper=a0")
    assert "joint-councils-2018-framework-map-micro-digital-skills-a0-fr.pdf" in _name(answer)


@pytest.mark.parametrize("query", ["as=pdf&paper=a9", "as=png&scale=40", "as=pdf&paper=phone"])
def test_a_paper_or_scale_that_is_not_offered_is_refused(client: Client, query: str) -> None:
    answer = client.get(_path("en", "see-framework-map") + f"?{query}")
    assert answer.status_code == 400
    assert "may be:" in answer.content.decode()


def test_the_page_leads_to_every_paper_and_scale(client: Client) -> None:
    text = client.get(_path("en", "see-gap-matrix") + "?area=focus-area/digital-skills").content
    for query in ("as=pdf&amp;paper=a0", "as=pdf&amp;paper=letter", "as=png&amp;scale=2", "as=svg"):
        assert f"?area=focus-area%2Fdigital-skills&amp;{query}".encode() in text


def test_what_did_not_change_is_not_sent_again(client: Client) -> None:
    path = _path("en", "see-gap-matrix") + "?as=pdf&paper=letter"
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(path.replace("letter", "a4x"), headers={"if-none-match": first["ETag"]})
    assert other.status_code == 400


def test_one_thread_stays_free_for_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    doors = threading.BoundedSemaphore(1)
    monkeypatch.setattr(downloads, "_doors", doors)
    path = _path("en", "see-framework-map", "2018") + "?as=pdf&paper=a2&lifecycle=active"
    with doors:
        answer = client.get(path)
        assert (answer.status_code, answer["Retry-After"]) == (503, str(downloads.AGAIN))
        assert "Ask again" in answer.content.decode()
        assert client.get(_path("en", "home")).status_code == 200
    assert client.get(path).status_code == 200


# --- lists ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", LISTS)
def test_every_list_is_taken_away_as_french_excel_opens_it(client: Client, page: str) -> None:
    answer = client.get(_path("fr", page) + "?as=csv")
    text = answer.content.decode()
    assert text.startswith("\ufeffClé;")
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 5
    assert f"{FULL}-2016-09-{'group' if page == 'list' else page}-fr.csv" in _name(answer)


@pytest.mark.parametrize("page", LISTS)
def test_every_list_is_a_workbook_too(client: Client, page: str) -> None:
    answer = client.get(_path("fr", page) + "?as=xlsx")
    book = load_workbook(io.BytesIO(answer.content))
    rows, about = book.worksheets[:2]
    assert rows.freeze_panes == "B2"
    assert rows.auto_filter.ref
    assert rows.cell(1, 1).value == "Clé"
    assert about.title == "À propos du tableau"
    assert "Septembre 2016" in {cell.value for row in about.rows for cell in row}


@pytest.mark.parametrize("page", LISTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_leads_to_its_files(client: Client, page: str, language: Language) -> None:
    text = client.get(_path(language, page)).content.decode()
    assert 'href="' + _path(language, page) + '?as=csv"' in text
    assert 'href="' + _path(language, page) + '?as=xlsx"' in text


def test_a_list_is_taken_as_narrowed_with_every_name(client: Client) -> None:
    path = _path("en", "list") + "?council=council/pscioc&as=csv"
    rows = list(csv.DictReader(io.StringIO(client.get(path).content.decode("utf-8-sig"))))
    everything = client.get(_path("en", "list") + "?as=csv").content.decode("utf-8-sig")
    assert 0 < len(rows) < len(list(csv.DictReader(io.StringIO(everything))))
    assert all(row["Key"].startswith("group/") for row in rows)
    assert "more" not in everything


def test_choices_that_are_asked_several_times_stay(client: Client) -> None:
    path = _path("en", "findings") + "?severity=error&severity=warning"
    text = client.get(path).content.decode()
    assert "?severity=error&amp;severity=warning&amp;as=csv" in text
    rows = client.get(path + "&as=csv").content.decode("utf-8-sig")
    found = {row["Severity"] for row in csv.DictReader(io.StringIO(rows))}
    assert found <= {"High", "Medium"} or found <= {"Error", "Warning"}


def test_an_empty_list_offers_no_file(client: Client) -> None:
    assert (
        "as=csv" not in client.get(address("en", "uncertain", "empty", "current")).content.decode()
    )


# --- all pictures ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_pictures_are_taken_away_together(client: Client, language: Language) -> None:
    path = _path(language, "pictures", "2018")
    page = client.get(path).content.decode()
    for query, start, kind, name in (
        ("as=atlas&paper=letter", b"%PDF-", "application/pdf", "atlas-letter"),
        (
            "as=briefing",
            b"PK",
            downloads.KINDS[".pptx"],
            {"en": "briefing", "fr": "presentation"}[language],
        ),
    ):
        assert f"{path}?{query}".replace("&", "&amp;") in page
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == 200
        assert answer.content.startswith(start)
        assert answer["Content-Type"] == kind
        assert name in _name(answer)


@pytest.mark.parametrize("query", ["as=poster", "as=atlas&paper=papyrus"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_offered_is_refused_in_words(
    client: Client, language: Language, query: str
) -> None:
    answer = client.get(f"{_path(language, 'pictures')}?{query}")
    assert answer.status_code == 400
    word = {"en": "cannot be", "fr": "ne peut pas être"}[language]
    assert word in answer.content.decode()


# --- the whole framework --------------------------------------------------------------------------


@pytest.mark.parametrize("key", [key for key, one in FORMATS.items() if one.writes])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_framework_is_taken_away_in_every_format(
    client: Client, key: str, language: Language
) -> None:
    home = _path(language, "home", "2018")
    assert f'href="{home}?as={key}"' in client.get(home).content.decode()
    answer = client.get(f"{home}?as={key}")
    assert answer.status_code == 200
    said = {"en": "all-states", "fr": "tous-les-etats"}[language]
    which = said if FORMATS[key].holds_states else "2018"
    assert f"{FULL}-{which}-{language}." in _name(answer)
    assert answer["ETag"]


def test_a_bundle_is_an_archive_that_can_be_read_back(client: Client) -> None:
    answer = client.get(_path("en", "home") + "?as=bundle")
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        assert "states.csv" in archive.namelist()


def test_a_format_of_tomorrow_appears_by_itself(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from cadre.core.text import Text

    new = replace(FORMATS["document"], key="scroll", label=Text("Scroll", "Parchemin"))
    monkeypatch.setattr("cadre.exchange.formats.FORMATS", {**FORMATS, "scroll": new})
    assert "Parchemin" in client.get(_path("fr", "home")).content.decode()
    assert client.get(_path("fr", "home") + "?as=scroll").status_code == 200


def test_a_format_that_is_not_there_gives_the_page(client: Client) -> None:
    assert "<html" in client.get(_path("en", "home") + "?as=papyrus").content.decode()
