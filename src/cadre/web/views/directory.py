"""The directory: types, lists, elements."""

from __future__ import annotations

from types import MappingProxyType

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cadre.core.text import clean
from cadre.services import elements, findings, list_tables, lists, pictures
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Viewpoint
from cadre.web.addresses import with_query
from cadre.web.markup.queries import page_asked
from cadre.web.take_away import list_file
from cadre.web.visit import Visit, in_framework


@require_safe
@in_framework("elements")
def types(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every type that has elements."""
    file = list_file(request, visit, "elements", lambda: list_tables.of_types(visit.opened))
    if file:
        return file
    counts = lists.types(visit.opened)
    context = {"types": counts, "total": sum(one.count for one in counts)}
    return visit.show("cadre/types.html", context)


@require_safe
@in_framework("list")
def listed(request: HttpRequest, visit: Visit, type: str) -> HttpResponse:
    """The elements of a type, as sorted and narrowed by the query."""
    names = lists.filter_names(visit.opened, type)
    chosen = {name: request.GET[name] for name in names if request.GET.get(name)}
    query = lists.Query(
        sort=request.GET.get("sort", ""),
        descending=request.GET.get("down") == "1",
        words=clean(request.GET.get("q", "")).strip(),
        chosen=MappingProxyType(chosen),
        page=page_asked(request),
    )
    listing = lists.listed(visit.opened, type, visit.language, query)
    file = list_file(request, visit, type, lambda: _as_table(visit, type, query))
    if file:
        return file
    context = {
        "listing": listing,
        "label": listing.type.plural if listing.type else type,
        "help": listing.type.help if listing.type else "",
        "findings": findings.counts(visit.opened),
        "assessed_at": lists.assessed_of(visit.opened, listing.type),
    }
    return visit.show("cadre/list.html", context)


def _as_table(visit: Visit, type: str, query: lists.Query) -> Table:
    """The same list with every name in every cell."""
    listing = lists.listed_whole(visit.opened, type, visit.language, query)
    return list_tables.of_elements(listing, findings.counts(visit.opened))


@require_safe
@in_framework("element")
def element(request: HttpRequest, visit: Visit, type: str, slug: str) -> HttpResponse:
    """One element with all that is known of it."""
    page = elements.element(visit.opened, f"{type}/{slug}", visit.language)
    context = {
        "page": page,
        "element": page.element,
        "findings": findings.on(visit.opened, page.element.key),
        "views": _views(visit, page.element.key),
    }
    return visit.show("cadre/element.html", context)


def _views(visit: Visit, key: str) -> list[tuple[Viewpoint, str]]:
    """The pictures that show an element: of itself where there is one, else with it in focus."""
    found = []
    for one in pictures.offered(visit.opened):
        path = visit.to(f"see-{one.id}")
        option = pictures.about(visit.opened, one, key)
        if option:
            found.append((one, with_query(path, **{option: key})))
        elif pictures.shows(visit.opened, one.id, (key,), visit.language):
            found.append((one, with_query(path, focus=key)))
    return found
