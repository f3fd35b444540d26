"""The states of a framework, with their dates and digests."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cadre.services import list_tables
from cadre.services.timeline import lines
from cadre.web.take_away import list_file
from cadre.web.visit import Visit, in_framework


@require_safe
@in_framework("states")
def show(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every state: what it is, of when, and how it differs from the one it follows."""
    found = lines(visit.opened)
    file = list_file(request, visit, "states", lambda: list_tables.of_states(found))
    return file or visit.show("cadre/states.html", {"lines": found})
