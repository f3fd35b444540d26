"""Files that a reader takes away from a page: which was asked for, and how it is answered."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from cadre.services import downloads
from cadre.services.downloads import File
from cadre.viewpoints.table import Table
from cadre.web.visit import Visit


def file_response(file: File) -> HttpResponse:
    """The file as a download. Browsers ask each time whether it is still the same (ETag)."""
    response = HttpResponse(file.content, content_type=file.kind)
    response["Content-Disposition"] = str(content_disposition_header(True, file.name))
    response["Cache-Control"] = "no-cache"
    return response


def list_file(
    request: HttpRequest, visit: Visit, name: str, table: Callable[[], Table]
) -> HttpResponse | None:
    """The list of a page as the file that its address asks for; None when it asks for the page."""
    ending = request.GET.get("as")
    if ending not in downloads.TABLES:
        return None
    return file_response(downloads.table(visit.opened, name, table(), visit.language, ending))
