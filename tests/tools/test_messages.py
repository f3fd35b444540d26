"""The catalogue tool: it finds what the pages say, and names what French lacks."""

from pathlib import Path

import pytest

from tools import messages

PAGE = """
<h1>{{ _("Print") }}</h1>
<p>{{ pgettext("month", "May") }} {{ _("Save")|upper }}</p>
{% trans n=2 %}{{ n }} group{% pluralize %}{{ n }} groups{% endtrans %}
{% trans %}
  Two
  lines
{% endtrans %}
"""

CODE = """
from django.utils.translation import gettext as _, ngettext
def words(n): return _("It’s done"), ngettext("%(n)d page", "%(n)d pages", n) % {"n": n}
"""


@pytest.fixture(autouse=True)
def web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small `web` package with one page and one module."""
    web = tmp_path / "src" / "cadre" / "web"
    (web / "templates").mkdir(parents=True)
    (web / "templates" / "page.html").write_text(PAGE, "utf-8")
    (web / "views.py").write_text(CODE, "utf-8")
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "SOURCE", tmp_path / "src")
    monkeypatch.setattr(messages, "WEB", web)
    monkeypatch.setattr(messages, "FRENCH", web / "locale" / "fr" / "LC_MESSAGES" / "django.po")
    return web


def _translate() -> None:
    """Give every message a French text that fits."""
    plural, lines = "", list[str]()
    for line in messages.FRENCH.read_text("utf-8").splitlines():
        if line.startswith("msgid_plural"):
            plural = line.removeprefix("msgid_plural ")
        elif line.startswith("msgid"):
            plural = line.removeprefix("msgid ")
        lines.append(line.replace('""', plural) if line.startswith("msgstr") else line)
    # The header's own entry stays as it is.
    text = "\n".join(lines)
    messages.FRENCH.write_text(text + "\n", "utf-8")


def test_it_works() -> None:
    messages.update()
    _translate()
    assert list(messages.problems()) == []


def test_it_finds_every_way_to_say_something() -> None:
    messages.update()
    found = {line.split(": ", 1)[1] for line in messages.problems()}
    assert found == {
        "'Print': no French text",
        "'May': no French text",
        "'Save': no French text",
        "'%(n)s group': no French text",
        "'Two lines': no French text",
        "'It’s done': no French text",
        "'%(n)d page': no French text",
    }


def test_no_catalogue_is_a_problem() -> None:
    assert list(messages.problems()) == ["there is no French catalogue: make messages-update"]


def test_a_new_message_is_a_problem(web: Path) -> None:
    messages.update()
    _translate()
    (web / "templates" / "new.html").write_text('{{ _("New") }}', "utf-8")
    assert list(messages.problems()) == [
        "not in the catalogue: 'New' (src/cadre/web/templates/new.html:1): make messages-update"
    ]


def test_a_message_gone_from_the_pages_is_a_problem(web: Path) -> None:
    messages.update()
    _translate()
    (web / "views.py").write_text("", "utf-8")
    assert [line.split(": ", 1)[1] for line in messages.problems()] == [
        "'%(n)d page': no page uses it any more: make messages-update",
        "'It’s done': no page uses it any more: make messages-update",
    ]


def test_a_fuzzy_message_is_a_problem() -> None:
    messages.update()
    _translate()
    text = messages.FRENCH.read_text("utf-8")
    text = text.replace('msgid "Print"', '#, fuzzy\nmsgid "Print"')
    messages.FRENCH.write_text(text, "utf-8")
    assert [line.split(": ", 1)[1] for line in messages.problems()] == ["'Print': fuzzy"]


def test_a_placeholder_lost_in_french_is_a_problem() -> None:
    messages.update()
    _translate()
    text = messages.FRENCH.read_text("utf-8").replace(
        'msgstr[1] "%(n)d pages"', 'msgstr[1] "%(m)d pages"'
    )
    messages.FRENCH.write_text(text, "utf-8")
    (problem,) = messages.problems()
    assert "'%(n)d page': " in problem


def test_update_changes_nothing_the_second_time() -> None:
    messages.update()
    _translate()
    messages.update()
    first = messages.FRENCH.read_bytes()
    messages.update()
    assert messages.FRENCH.read_bytes() == first


def test_compiled_catalogues_stand_beside_their_sources() -> None:
    messages.update()
    _translate()
    messages.compile_all()
    assert messages.FRENCH.with_suffix(".mo").is_file()
