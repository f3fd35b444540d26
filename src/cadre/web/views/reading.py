"""Pages to read and cite, and what this site is."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cadre import __version__
from cadre.core.text import is_language
from cadre.services import list_tables
from cadre.services.reading import read
from cadre.services.reading_pages import PAGES
from cadre.services.timeline import line
from cadre.web.markup.queries import page_asked
from cadre.web.take_away import list_file
from cadre.web.visit import Visit, in_framework


@require_safe
@in_framework("reading")
def show(request: HttpRequest, visit: Visit, reading: str) -> HttpResponse:
    """What a state records of a kind; names in the order of either language where asked."""
    asked = request.GET.get("by", "")
    order = asked if is_language(asked) else visit.language
    found = read(visit.opened, PAGES[reading], visit.language, order)
    content = found.content
    if content is None:
        return visit.show("cadre/reading.html", {"reading": found, "page": None})
    label = found.page.label
    file = list_file(request, visit, reading, lambda: list_tables.of_reading(label, content))
    if file:
        return file
    page = content.page(page_asked(request))
    shown = replace(found, content=content.cut(page))
    return visit.show("cadre/reading.html", {"reading": shown, "page": page})


@require_safe
@in_framework("about")
def about(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What Cadre is, what this framework holds, how to cite it, whom to ask."""
    context = {"line": line(visit.opened), "version": __version__, "contact": settings.CONTACT}
    return visit.show("cadre/about.html", context)


@require_safe
@in_framework("accessibility")
def accessibility(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was tried so that everybody can use the site, what was not, whom to tell."""
    context = {"version": __version__, "contact": settings.CONTACT}
    return visit.show("cadre/accessibility.html", context)
