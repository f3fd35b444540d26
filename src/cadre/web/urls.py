"""Every page, once: its name, its words in either language, its function."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, path

from cadre.core.text import LANGUAGES
from cadre.services import pictures
from cadre.web.addresses import FRAMEWORKS, READING_WORDS, ROOTS, VIEWPOINT_WORDS
from cadre.web.views import (
    directory,
    files,
    findings,
    home,
    reading,
    search,
    start,
    states,
)
from cadre.web.views import (
    pictures as picture_pages,
)

PageView = Callable[..., HttpResponse]


def page(name: str, words: tuple[str, str], view: PageView, **more: Any) -> list[URLPattern]:
    """The addresses of a page of a framework, English and French."""
    return [
        path(
            ROOTS[language] + word, view, {"language": language, **more}, name=f"{language}-{name}"
        )
        for language, word in zip(LANGUAGES, words, strict=True)
    ]


def viewpoint_pages() -> list[URLPattern]:
    """A page for each viewpoint there is."""
    found: list[URLPattern] = []
    for one in pictures.all_viewpoints():
        words = VIEWPOINT_WORDS.get(one.id, (one.id, one.id))
        name = f"see-{one.id}"
        folders = (f"{words[0]}/", f"{words[1]}/")
        found += page(name, folders, picture_pages.show, page=name, viewpoint=one.id)
    return found


def reading_pages() -> list[URLPattern]:
    """A page for each thing to read and cite."""
    found: list[URLPattern] = []
    for name, (english, french) in READING_WORDS.items():
        found += page(name, (f"{english}/", f"{french}/"), reading.show, page=name, reading=name)
    return found


urlpatterns = [
    path("", start.choose_language, name="start"),
    *(
        path(
            FRAMEWORKS[language],
            start.frameworks,
            {"language": language},
            name=f"{language}-frameworks",
        )
        for language in LANGUAGES
    ),
    path("signs/<slug:digest>.svg", files.signs_file, name="signs"),
    path("hues/<slug:framework>/<slug:state>/<slug:digest>.css", files.hues, name="hues"),
    path("dark/<slug:framework>/<slug:state>/<slug:digest>.css", files.dark, name="dark"),
    *page("home", ("", ""), home.show),
    *page("search", ("search/", "recherche/"), search.show),
    *page("pictures", ("pictures/", "images/"), picture_pages.index),
    *viewpoint_pages(),
    *page("findings", ("findings/", "constats/"), findings.listed),
    *page("finding", ("findings/<slug:code>/", "constats/<slug:code>/"), findings.explained),
    *page("rules", ("rules/", "regles/"), findings.rules),
    *page("rule", ("rules/<slug:code>/", "regles/<slug:code>/"), findings.rule),
    *page("uncertain", ("uncertain/", "incertitudes/"), findings.uncertain),
    *page("elements", ("elements/", "elements/"), directory.types),
    *page("list", ("elements/<slug:type>/", "elements/<slug:type>/"), directory.listed),
    *page(
        "element",
        ("elements/<slug:type>/<slug:slug>/", "elements/<slug:type>/<slug:slug>/"),
        directory.element,
    ),
    *reading_pages(),
    *page("about", ("about/", "a-propos/"), reading.about),
    *page("accessibility", ("accessibility/", "accessibilite/"), reading.accessibility),
    *page("states", ("states/", "etats/"), states.show),
]
