"""How templates are read: words put in, indentation left out, a missing name is a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.template import engines
from django.utils import translation
from jinja2 import Environment, UndefinedError

from cadre.core.text import LANGUAGES, Language, Text


def _environment(language: Language) -> Environment:
    found = engines[language].env  # type: ignore[attr-defined]  # the backend is Jinja's
    assert isinstance(found, Environment)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_works(language: Language) -> None:
    template = _environment(language).from_string("{{ text|said }}")
    assert template.render(text=Text("Yes", "Oui")) == {"en": "Yes", "fr": "Oui"}[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_can_be_read(language: Language) -> None:
    environment = _environment(language)
    names = environment.list_templates()
    assert "cadre/base.html" in names
    for name in names:
        environment.get_template(name)


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ('{{ _("Search") }}', {"en": "Search", "fr": "Rechercher"}),
        ("{{ _('Search') ~ '!' }}", {"en": "Search!", "fr": "Rechercher!"}),
        ('{{ pgettext("filter", "All") }}', {"en": "All", "fr": "Tout"}),
        ('<a href="#">{{ "<" ~ _("Search") }}</a>', None),
    ],
)
def test_words_are_put_in_when_a_template_is_read(
    template: str, words: dict[Language, str] | None
) -> None:
    for language in LANGUAGES:
        environment = _environment(language)
        code = environment.compile(template, raw=True)
        assert "gettext" not in code.split("def root", 1)[1]
        # The language of the moment makes no difference: the environment has its own.
        with translation.override("en"):
            shown = environment.from_string(template).render()
        if words:
            assert shown == words[language]
        else:
            assert shown.startswith('<a href="#">&lt;')


def test_words_that_are_not_strings_are_looked_up_when_shown() -> None:
    with translation.override("fr"):
        shown = _environment("fr").from_string("{{ gettext(word) }}").render(word="Search")
    assert shown == "Rechercher"


@pytest.mark.parametrize(
    "template", ["{{ nobody }}", "{{ text.nobody }}", "{% if nobody %}{% endif %}"]
)
def test_a_name_that_is_not_there_is_a_fault(template: str) -> None:
    with pytest.raises(UndefinedError):
        _environment("en").from_string(template).render(text=Text("Yes", "Oui"))


def test_what_is_shown_is_escaped() -> None:
    shown = _environment("en").from_string("{{ text }} {{ text|said }}").render(text="<b>\"'&")
    assert shown == "&lt;b&gt;&#34;&#39;&amp; &lt;b&gt;&quot;&#x27;&amp;"


def test_no_page_carries_the_indentation_of_its_template() -> None:
    environment = _environment("en")
    assert environment.loader is not None
    source, path, _ = environment.loader.get_source(environment, "cadre/base.html")
    assert "\n " not in source
    whole = Path(path or "").read_text("utf-8")
    assert "\n " in whole
    assert whole.count("\n") - source.count("\n") in (0, 1)
