"""One page for each viewpoint: the picture, what may be chosen of it, and the same as a table."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from cadre.services import downloads, pictures
from cadre.viewpoints.viewpoint import BadOption
from cadre.web.take_away import file_response
from cadre.web.visit import Visit, in_framework


@require_safe
@in_framework("see")
def show(request: HttpRequest, visit: Visit, viewpoint: str) -> HttpResponse:
    """The picture with its table; or, with `as`, either of them as a file."""
    options = pictures.taken(viewpoint, request.GET.dict())
    try:
        asked = request.GET.get("as")
        if asked in downloads.ENDINGS:
            file = downloads.picture(
                visit.opened,
                viewpoint,
                options,
                visit.language,
                asked,
                paper=request.GET.get("paper", ""),
                scale=request.GET.get("scale", ""),
            )
            return file_response(file)
        return _page(request, visit, viewpoint, options)
    except BadOption as fault:
        context = {"fault": fault.text, "back": visit.to(visit.page)}
        return visit.show("cadre/bad_option.html", context, status=400)


def _page(
    request: HttpRequest, visit: Visit, viewpoint: str, options: dict[str, str]
) -> HttpResponse:
    lit = [key for key in request.GET.get("lit", "").split() if key in visit.opened.framework]
    picture = pictures.draw(visit.opened, viewpoint, options, visit.language, visit.to_element, lit)
    context = {
        "picture": picture,
        "wide": [(_safe(one.svg), one.large) for one in picture.wide],
        "narrow": [_safe(one.svg) for one in picture.narrow],
        "lit": [visit.opened.framework[key] for key in lit],
        "lit_query": " ".join(lit),
        "fitted": request.GET.get("fit") == "1",
        "papers": pictures.papers(viewpoint),
        "scales": downloads.SCALES,
    }
    return visit.show("cadre/picture.html", context)


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308 -- made by render.svg, which escapes every text
