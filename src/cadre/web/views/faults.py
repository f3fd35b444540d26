"""What is shown when a page cannot be: plain, in the language of the address, with a way on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from cadre.web.languages import language_of


def _fault(request: HttpRequest, template: str, status: int) -> HttpResponse:
    # Handlers answer outside of our middleware: the language has to be set here.
    language = language_of(request)
    with translation.override(language):
        return render(request, template, status=status, using=language)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request cannot be understood."""
    return _fault(request, "cadre/bad_request.html", 400)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page is not for this reader."""
    return _fault(request, "cadre/not_allowed.html", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No page has this address."""
    return _fault(request, "cadre/not_found.html", 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something went wrong here, not there."""
    return _fault(request, "cadre/broken.html", 500)
