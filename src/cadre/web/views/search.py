"""Find by words, in any state."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cadre.services.search import find
from cadre.web.visit import Visit, in_framework


@require_safe
@in_framework("search")
def show(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What answers to the words asked for, the best first; without words, how to ask."""
    words = request.GET.get("q", "").strip()
    found = find(
        visit.opened,
        words,
        visit.language,
        request.GET.get("type", ""),
        everything=request.GET.get("all") == "1",
    )
    return visit.show("cadre/search.html", {"words": words, "found": found})
