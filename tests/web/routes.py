"""Every page of the site, each with what to ask it for. A route without a case fails the tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from django.urls import URLPattern, get_resolver

from cadre.core.text import LANGUAGES, Language
from cadre.web.addresses import READING_WORDS, address
from tests.large import LARGE

FULL, EMPTY = "joint-councils", "empty"
HERE: Final = (
    ("current", FULL, "current"),
    ("edition", FULL, "2016-09"),
    ("scenario", FULL, "proposal-2016"),
    ("empty", EMPTY, "current"),
)

# Arguments that find something, and arguments that find nothing. A page without arguments is
# asked as it is; a picture too, whichever there are.
FOUND: Final[dict[str, dict[str, str]]] = {
    "home": {},
    "search": {},
    "pictures": {},
    "findings": {},
    "rules": {},
    "rule": {"code": "GAP-01"},
    "uncertain": {},
    "elements": {},
    "list": {"type": "group"},
    "element": {"type": "group", "slug": "channel"},
    "states": {},
    "about": {},
    "accessibility": {},
}
LOST: Final[dict[str, dict[str, str]]] = {
    "finding": {"code": "0000000000000000"},
    "rule": {"code": "GAP-99"},
    "list": {"type": "carriage"},
    "element": {"type": "group", "slug": "chanel"},
}
# Pages that show another face when asked for something.
ASKED: Final[dict[str, tuple[str, ...]]] = {
    "search": ("q=justice+canada", "q=identit%C3%A9&type=group", "q=identty", "q=cloud+lantern"),
}
# Pages that are cut or drawn otherwise where a framework is large, with what is asked of them.
CUT: Final[tuple[tuple[str, dict[str, str], str], ...]] = (
    ("home", {}, ""),
    ("pictures", {}, ""),
    ("list", {"type": "result"}, "q=r&page=3&sort=name"),
    ("findings", {}, "rule=DIS-01"),
    ("uncertain", {}, ""),
    ("uncertain", {}, "of=result&page=2"),
    ("glossary", {}, ""),
    ("search", {}, "q=result&page=2"),
)
# These have no framework in their address, and cases of their own in the tests.
APART: Final = frozenset({"start", "signs", "hues", "dark", "en-frameworks", "fr-frameworks"})


class Route(NamedTuple):
    """One address to visit, with the status it must answer."""

    path: str
    status: int


def names() -> Iterator[str]:
    """The name of every route there is."""
    for one in get_resolver().url_patterns:
        for pattern in getattr(one, "url_patterns", [one]):
            assert isinstance(pattern, URLPattern)
            assert pattern.name, pattern
            yield pattern.name


def pages() -> list[str]:
    """The pages of a framework, without their language."""
    return sorted({name.partition("-")[2] for name in names() if name not in APART})


def arguments_of(page: str) -> dict[str, str] | None:
    """What to ask a page for so that it finds something; None for a page without a case."""
    if page.startswith("see-") or page in READING_WORDS:
        return {}
    return FOUND.get(page)


def routes(language: Language) -> Iterator[Route]:
    """Every page in every situation, in one language."""
    for page in pages():
        arguments = arguments_of(page)
        for _, framework, state in HERE:
            if arguments is not None:
                lost = framework == EMPTY and page == "element"
                yield Route(
                    address(language, page, framework, state, **arguments), 404 if lost else 200
                )
        if page in ASKED:
            for words in ASKED[page]:
                path = address(language, page, FULL, "current")
                yield Route(f"{path}?{words}", 200)
        if page in LOST:
            yield Route(address(language, page, FULL, "current", **LOST[page]), 404)
    for page, arguments, query in CUT:
        path = address(language, page, LARGE, "current", **arguments)
        yield Route(f"{path}?{query}" if query else path, 200)
    yield Route(address(language, "home", FULL, "2017"), 404)
    yield Route(address(language, "home", "joint-council", "current"), 404)
    yield Route(f"/{language}/nowhere/", 404)


def every_route() -> Iterator[Route]:
    """Every page in every situation in both languages."""
    yield Route("/", 200)
    for language in LANGUAGES:
        yield Route(f"/{language}/{'f' if language == 'en' else 'c'}/", 200)
        yield from routes(language)


def all_routes() -> list[Route]:
    """The same, each once, in order."""
    return sorted(set(every_route()))
