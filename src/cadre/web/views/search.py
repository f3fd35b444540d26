"""Find by words, in any state."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cadre.core.text import clean
from cadre.services import list_tables
from cadre.services.search import find, find_whole
from cadre.web.markup.queries import page_asked
from cadre.web.take_away import list_file
from cadre.web.visit import Visit, in_framework


@require_safe
@in_framework("search")
def show(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What answers to the words asked for, the best first; without words, how to ask."""
    words = clean(request.GET.get("q", "")).strip()
    type = request.GET.get("type", "")
    file = list_file(
        request,
        visit,
        "search",
        lambda: list_tables.of_hits(find_whole(visit.opened, words, visit.language, type)),
    )
    if file:
        return file
    found = find(visit.opened, words, visit.language, type, page_asked(request))
    return visit.show("cadre/search.html", {"words": words, "found": found})
