"""The front door: a language, then a framework."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cadre.core.states import CURRENT
from cadre.core.text import LANGUAGES, Language
from cadre.services.frameworks import stored
from cadre.web.addresses import address
from cadre.web.languages import HTML_CODES, OWN_NAMES, preferred


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Offer both languages plainly, the one that the browser asks for first."""
    first = preferred(request)
    found = stored()
    doors = [
        {
            "language": language,
            "code": HTML_CODES[language],
            "name": OWN_NAMES[language],
            "chosen": language == first,
            "frameworks": [
                (address(language, "home", one.key, CURRENT), one.name) for one in found
            ],
        }
        for language in sorted(LANGUAGES, key=lambda one: one != first)
    ]
    response = render(request, "cadre/start.html", {"doors": doors}, using=first)
    response["Vary"] = "Accept-Language"
    return response


@require_safe
def frameworks(request: HttpRequest, language: Language) -> HttpResponse:
    """The frameworks of this store; where there is one alone, its first page."""
    found = [(address(language, "home", one.key, CURRENT), one.name) for one in stored()]
    if len(found) == 1:
        return redirect(found[0][0])
    return render(request, "cadre/frameworks.html", {"frameworks": found}, using=language)
