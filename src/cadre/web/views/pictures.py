"""One page for each viewpoint: the picture, what may be chosen of it, and the same as a table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from cadre.services import downloads, findings, following, pictures
from cadre.services.following import Weight
from cadre.services.pictures import Closer
from cadre.viewpoints.atlas import ATLAS_PAPERS
from cadre.viewpoints.viewpoint import DEFAULT_PAPER, BadOption
from cadre.web.addresses import with_query
from cadre.web.take_away import file_response
from cadre.web.visit import Visit, in_framework

LOOKS: Final = ("lit", "focus", "zoom", "rows")
"""What a reader may ask of a picture besides its options."""
ZOOMS: Final = (100, 150, 200, 300, 400)
"""Hundredths of the width of the page that a picture may take."""
THUMBNAIL: Final = "thumbnail"
_ASK_AGAIN: Final = {"Cache-Control": "no-cache"}
_PLACE: Final = re.compile(r"picture|row-\d{1,6}")


@require_safe
@in_framework("pictures")
def index(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every picture there is, small, with what it is good for; with `as`, all of them as a file."""
    asked, paper = request.GET.get("as", ""), request.GET.get("paper", "")
    if asked:
        try:
            return file_response(
                downloads.all_pictures(visit.opened, visit.language, asked, paper or DEFAULT_PAPER)
            )
        except BadOption as fault:
            refused = {"fault": fault.text, "back": visit.to(visit.page)}
            return visit.show("cadre/bad_option.html", refused, status=400)
    context = {
        "families": pictures.families(),
        "total": len(pictures.offered(visit.opened)),
        "thumbnails": pictures.is_small(visit.opened),
        "papers": ATLAS_PAPERS if pictures.is_small(visit.opened) else (),
    }
    return visit.show("cadre/pictures.html", context)


@require_safe
@in_framework("see")
def show(request: HttpRequest, visit: Visit, viewpoint: str) -> HttpResponse:
    """The picture with its table; or, with `as`, either of them as a file or the picture small."""
    options = pictures.taken(viewpoint, request.GET.dict())
    try:
        asked = request.GET.get("as")
        if asked == THUMBNAIL:
            small = pictures.thumbnail(visit.opened, viewpoint, visit.language)
            return HttpResponse(small, content_type="image/svg+xml", headers=_ASK_AGAIN)
        if asked in downloads.ENDINGS:
            file = downloads.picture(
                visit.opened,
                viewpoint,
                options,
                visit.language,
                asked,
                paper=request.GET.get("paper", ""),
                scale=request.GET.get("scale", ""),
                focus=_focus(request, visit),
            )
            return file_response(file)
        return _page(request, visit, viewpoint, options)
    except BadOption as fault:
        context = {"fault": fault.text, "back": visit.to(visit.page)}
        return visit.show("cadre/bad_option.html", context, status=400)


def _page(
    request: HttpRequest, visit: Visit, viewpoint: str, options: dict[str, str]
) -> HttpResponse:
    lit = _lit(request, visit)
    focus = _focus(request, visit)

    def to_closer(closer: Closer, place: str) -> str:
        return with_query(
            request.path,
            **closer.options,
            behind=closer.row,
            back=_kept(viewpoint, request.GET.dict()).urlencode(),
            place=place,
        )

    picture = pictures.draw(
        visit.opened,
        viewpoint,
        options,
        visit.language,
        visit.to_element,
        lit,
        focus,
        to_closer,
    )
    in_focus = following.focus(visit.opened, focus, visit.language) if focus else None
    context = {
        **_way_back(request, visit, viewpoint),
        "focus": in_focus,
        "picture": picture,
        "wide": [(_safe(one.svg), one.large) for one in picture.wide],
        "narrow": [_safe(one.svg) for one in picture.narrow],
        "lit": [visit.opened.framework[key] for key in picture.lit],
        "lit_query": request.GET.get("lit", "") if lit else "",
        "shining": {*lit, *(in_focus.trace.keys if in_focus else ())},
        **_zoom(request, large=any(one.large for one in picture.wide)),
        "papers": pictures.papers(viewpoint),
        "scales": downloads.SCALES,
    }
    return visit.show("cadre/picture.html", context)


def _lit(request: HttpRequest, visit: Visit) -> list[str]:
    """The elements to light: those named, or those that the finding named is on."""
    asked = request.GET.get("lit", "")
    keys = findings.subjects(visit.opened, asked) or asked.split()
    return [key for key in keys if key in visit.opened.framework]


def _focus(request: HttpRequest, visit: Visit) -> str:
    """The element in focus, where there is one in this state."""
    key = request.GET.get("focus", "")
    return key if key in visit.opened.framework else ""


def _zoom(request: HttpRequest, *, large: bool) -> dict[str, object]:
    """How large the picture is asked for, and the sizes next to that. 0 is as it first stands."""
    asked = request.GET.get("zoom", "")
    zoom = int(asked) if asked in map(str, ZOOMS) else 0
    at = ZOOMS.index(zoom or (150 if large else 100))
    larger, smaller = ZOOMS[min(at + 1, len(ZOOMS) - 1)], ZOOMS[max(at - 1, 0)]
    return {"zoom": zoom, "zoom_in": str(larger), "zoom_out": str(smaller)}


def _kept(viewpoint: str, given: Mapping[str, str]) -> QueryDict:
    """What of a query says how a picture looks, and nothing else."""
    kept = QueryDict(mutable=True)
    kept.update(pictures.taken(viewpoint, given))
    kept.update({name: given[name] for name in LOOKS if given.get(name)})
    return kept


def _way_back(request: HttpRequest, visit: Visit, viewpoint: str) -> dict[str, object]:
    """Where the reader came from, and the links behind the weight that was followed from there."""
    asked, place = request.GET.get("back"), request.GET.get("place", "")
    if not asked and "behind" not in request.GET:
        lit = request.GET.get("lit", "")
        known = findings.subjects(visit.opened, lit)
        back = visit.to("finding", code=lit) if known else ""
        return {"back": back, "weight": None, "place": ""}
    before = _kept(viewpoint, QueryDict(asked or "").dict())
    fragment = f"#{place}" if _PLACE.fullmatch(place) else ""
    query = f"?{before.urlencode()}" if before else ""
    weight: Weight | None = None
    if row := request.GET.get("behind"):
        try:
            options = pictures.taken(viewpoint, {key: str(one) for key, one in before.items()})
            weight = following.weight(visit.opened, viewpoint, options, row)
        except BadOption:
            weight = None
    return {"back": f"{request.path}{query}{fragment}", "weight": weight, "place": place}


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308 -- made by render.svg, which escapes every text
