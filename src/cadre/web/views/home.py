"""The first page of a framework: all of it at a glance."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cadre.core.finding import SEVERITY_LABELS, Severity
from cadre.services import downloads, pictures
from cadre.services.overview import overview
from cadre.web.take_away import file_response
from cadre.web.visit import Visit, in_framework


@require_safe
@in_framework("home")
def show(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What it is for, its reach, what needs attention; or, with `as`, all of it as a file."""
    offers = downloads.offers(visit.opened)
    asked = request.GET.get("as")
    if any(one.format.key == asked for one in offers):
        return file_response(downloads.whole(visit.opened, str(asked), visit.language))
    views = pictures.offered(visit.opened)
    context = {
        "overview": overview(visit.opened, visit.language),
        "severities": [(one, SEVERITY_LABELS[one]) for one in Severity],
        "offers": offers,
        "first_view": views[0] if views else None,
        "matrix": next((one for one in views if one.id == "gap-matrix"), None),
    }
    return visit.show("cadre/home.html", context)
