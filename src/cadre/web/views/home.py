"""The first page of a framework: all of it at a glance."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cadre.core.finding import SEVERITY_LABELS, Severity
from cadre.services import pictures
from cadre.services.overview import overview
from cadre.web.visit import Visit, in_framework


@require_safe
@in_framework("home")
def show(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What it is for, how far it reaches, what needs attention, where it stands in time."""
    views = pictures.offered(visit.opened)
    context = {
        "overview": overview(visit.opened, visit.language),
        "severities": [(one, SEVERITY_LABELS[one]) for one in Severity],
        "first_view": views[0] if views else None,
        "matrix": next((one for one in views if one.id == "gap-matrix"), None),
    }
    return visit.show("cadre/home.html", context)
