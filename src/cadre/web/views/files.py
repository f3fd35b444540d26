"""Files that are made, not kept: the signs of the pages, the colours of a framework's axis."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cadre.services import frameworks
from cadre.services.faults import NotFound
from cadre.services.frameworks import Opened
from cadre.web.assets import Styles, dark_of, hues_of, signs

# The address holds the digest: what it answers never changes.
FOREVER = "public, max-age=31536000, immutable"


@require_safe
def signs_file(request: HttpRequest, digest: str) -> HttpResponse:
    """The small signs of the pages."""
    return _file(signs()[0], "image/svg+xml", same=signs()[1] == digest)


@require_safe
def hues(request: HttpRequest, framework: str, state: str, digest: str) -> HttpResponse:
    """The colours of a framework's axis."""
    return _sheet(hues_of, framework, state, digest)


@require_safe
def dark(request: HttpRequest, framework: str, state: str, digest: str) -> HttpResponse:
    """What turns the pictures of a framework dark."""
    return _sheet(dark_of, framework, state, digest)


def _sheet(
    styles: Callable[[Opened], Styles], framework: str, state: str, digest: str
) -> HttpResponse:
    try:
        found = styles(frameworks.opened(framework, state))
    except NotFound:
        return HttpResponse("", content_type="text/css", status=404)
    return _file(found.text, "text/css", same=found.digest == digest)


def _file(text: str, kind: str, *, same: bool) -> HttpResponse:
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    response["Cache-Control"] = FOREVER if same else "no-cache"
    return response
