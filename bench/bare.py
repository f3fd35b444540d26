"""The site's addresses with one more: a view that does nothing but answer with given bytes."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from cadre.config.urls import urlpatterns as site_patterns

BODIES: dict[str, bytes] = {}


def bare(request: HttpRequest, name: str) -> HttpResponse:
    """The bytes of a page, from memory."""
    return HttpResponse(BODIES[name])


urlpatterns = [*site_patterns, path("bare/<str:name>", bare)]
