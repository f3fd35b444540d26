"""The addresses of pages. Two vocabularies, one set of keys: only section words differ."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from cadre.core.keys import slug_of, type_of
from cadre.core.text import Language

ROOTS: Final[dict[Language, str]] = {
    "en": "en/f/<slug:framework>/at/<slug:state>/",
    "fr": "fr/c/<slug:framework>/etat/<slug:state>/",
}
FRAMEWORKS: Final[dict[Language, str]] = {"en": "en/f/", "fr": "fr/c/"}

# Section words by viewpoint; a viewpoint that is not here goes by its own id in both languages.
VIEWPOINT_WORDS: Final[dict[str, tuple[str, str]]] = {
    "framework-map": ("map", "carte"),
    "gap-matrix": ("matrix", "matrice"),
    "logic-model": ("logic-model", "modele-logique"),
    "line-of-sight": ("line-of-sight", "ligne-de-visee"),
    "neighbourhood": ("neighbourhood", "voisinage"),
    "swot": ("swot", "ffpm"),
    "roadmap": ("roadmap", "feuille-de-route"),
    "structure": ("structure", "structure"),
    "change-analysis": ("change-analysis", "analyse-des-changements"),
    "comparison": ("comparison", "comparaison"),
    "timeline": ("timeline", "chronologie"),
    "objectives": ("objectives", "objectifs"),
    "role-mix": ("role-mix", "roles"),
    "effort": ("effort", "effort"),
    "plan-on-a-page": ("plan-on-a-page", "plan-sur-une-page"),
    "group-sheet": ("group-sheet", "fiche-de-groupe"),
    "priority-sheet": ("priority-sheet", "fiche-de-priorite"),
    "scoreboard": ("scoreboard", "tableau-de-bord"),
}

# The words of the pages to read.
READING_WORDS: Final[dict[str, tuple[str, str]]] = {
    "purpose": ("purpose", "finalite"),
    "objectives": ("objectives-of-the-framework", "objectifs-du-cadre"),
    "support": ("support", "appuis"),
    "members": ("members", "membres"),
    "recommendations": ("recommendations", "recommandations"),
    "decisions": ("decisions", "decisions"),
    "meetings": ("meetings", "reunions"),
    "actions": ("actions", "suivis"),
    "glossary": ("glossary", "glossaire"),
    "acronyms": ("short-forms", "sigles"),
    "documents": ("documents", "documents"),
}


@lru_cache(maxsize=32_768)
def address(language: Language, page: str, framework: str, state: str, **more: str) -> str:
    """The address of a page in a language and a state."""
    return reverse(f"{language}-{page}", kwargs={"framework": framework, "state": state, **more})


@lru_cache(maxsize=32_768)
def element_address(language: Language, framework: str, state: str, key: str) -> str:
    """The address of an element's page."""
    return address(language, "element", framework, state, type=type_of(key), slug=slug_of(key))


@lru_cache(maxsize=32_768)
def with_query(path: str, **values: str) -> str:
    """A path with a query; empty values are left out."""
    query = urlencode({name: value for name, value in values.items() if value})
    return f"{path}?{query}" if query else path
