"""Two bare views of a page: its template filled with what is ready, and its bytes from memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from cadre.config.urls import urlpatterns as site_patterns
from cadre.web.visit import Visit


@dataclass
class Page:
    """A page of the site, as it was last answered."""

    template: str
    context: dict[str, Any]
    body: bytes


PAGES: dict[str, Page] = {}


class Watching:
    """While open, notes what the site's pages are filled with."""

    def __enter__(self) -> list[tuple[str, dict[str, Any]]]:
        self.seen: list[tuple[str, dict[str, Any]]] = []
        self.show = Visit.show

        def watched(
            visit: Visit, template: str, context: dict[str, Any] | None = None, status: int = 200
        ) -> HttpResponse:
            self.seen.append((template, {"visit": visit, **(context or {})}))
            return self.show(visit, template, context, status)

        Visit.show = watched  # type: ignore[method-assign, assignment]  # put back when done
        return self.seen

    def __exit__(self, *_: object) -> None:
        Visit.show = self.show  # type: ignore[method-assign]  # as it was


def filled(_request: HttpRequest, name: str) -> HttpResponse:
    """The page's own template, filled with a context that was made before."""
    page = PAGES[name]
    return render(page.context["visit"].request, page.template, page.context)


def constant(_request: HttpRequest, name: str) -> HttpResponse:
    """The bytes of a page, from memory."""
    return HttpResponse(PAGES[name].body)


urlpatterns = [
    *site_patterns,
    path("filled/<str:name>", filled),
    path("constant/<str:name>", constant),
]
