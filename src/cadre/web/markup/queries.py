"""The address of a page with something else asked of it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest

from cadre.services.lists import Query
from cadre.web.addresses import with_query


def query_with(request: HttpRequest, **changed: str) -> str:
    """This address with some of what it asks replaced, or taken away where it is empty.

    What is asked several times stays so.
    """
    pairs = [
        (name, value)
        for name, values in request.GET.lists()
        for value in values
        if value and name not in changed
    ]
    query = urlencode([*pairs, *((name, value) for name, value in changed.items() if value)])
    return f"{request.path}?{query}" if query else request.path


def page_asked(request: HttpRequest) -> int:
    """Which page of a long list is asked for; the first where that is no number."""
    asked = request.GET.get("page", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 1


def query_for(request: HttpRequest, ending: str, **details: str) -> str:
    """This address as a file: its ending, and the paper or scale of it."""
    return query_with(request, **{"as": ending, "page": "", **details})


def sorted_by(request: HttpRequest, query: Query, column: str) -> str:
    """The address of a list by another column; by the same one, the other way round."""
    values = {
        name: str(value)
        for name, value in request.GET.items()
        if name not in ("sort", "down", "page")
    }
    values["sort"] = column
    if query.sort == column and not query.descending:
        values["down"] = "1"
    return with_query(request.path, **values)
