"""The site, with a bare view beside it that answers with the bytes of a page from memory."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from cadre.config.urls import urlpatterns as site_patterns

BODIES: dict[str, bytes] = {}
"""By path, what a page of the site answers with."""


def constant(_request: HttpRequest, page: str) -> HttpResponse:
    """The bytes of a page, from memory."""
    return HttpResponse(BODIES[f"/{page}"])


# First, so that no other address is tried before.
urlpatterns = [path("constant/<path:page>", constant), *site_patterns]
