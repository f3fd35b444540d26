"""Which language a page is in: that of its address, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import trans_real
from django.utils.translation.trans_real import DjangoTranslation, parse_accept_lang_header

from cadre.core.text import LANGUAGES, Language, is_language

HTML_CODES: Final[dict[Language, str]] = {"en": "en-CA", "fr": "fr-CA"}
OWN_NAMES: Final[dict[Language, str]] = {"en": "English", "fr": "Français"}


@cache
def catalogue(language: Language) -> DjangoTranslation:
    """The words of a language; four times as fast to ask as the language of the moment."""
    return trans_real.translation(language)


class LanguageOfPath:
    """Turn the words of the pages to the language that the path begins with."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the path; in the browser's where the path has none."""
        with translation.override(language_of(request)):
            return self.get_response(request)


def language_of(request: HttpRequest) -> Language:
    """The language that a path begins with, else the one that the browser would rather have."""
    first = request.path_info.lstrip("/").partition("/")[0]
    return first if is_language(first) else preferred(request)


def preferred(request: HttpRequest) -> Language:
    """The language that the browser asks for first; English when it asks for neither."""
    for wanted, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        code = wanted.partition("-")[0]
        if is_language(code):
            return code
    return LANGUAGES[0]
