"""Pages of the site against a bare Django view that answers with the same bytes.

Both go through the same WSGI application, middleware and all, in this process; no response is
cached anywhere.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.measure import Figure, medians

LIMIT = 3.0
STATE = "/en/f/joint-councils/at/current"
PAGES = {
    "list of activities (64 rows)": f"{STATE}/elements/activity/",
    "element page of a group": f"{STATE}/elements/group/ncsip/",
    "home": f"{STATE}/",
}
WITH_BOUND = ("list of activities (64 rows)", "element page of a group")


def figures() -> Iterator[Figure]:
    """A list page, an element page and home, each against the bare view of its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        application = _application(Path(folder))
        for name, path in PAGES.items():
            yield _figure(application, name, path)


def _application(folder: Path) -> Any:
    os.environ["CADRE_DATA"] = str(folder)
    from cadre.services import start

    start()
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    from cadre.services.serve import prepare

    settings.ROOT_URLCONF = "bench.bare"
    prepare(folder)
    return get_wsgi_application()


def _figure(application: Any, name: str, path: str) -> Figure:
    from bench import bare

    bare.BODIES[name] = _get(application, path)
    bare_path = f"/bare/{name}"
    page_time, bare_time = medians(
        lambda: _get(application, path), lambda: _get(application, bare_path), rounds=60
    )
    ratio = page_time / bare_time
    return Figure(
        name,
        page_time,
        "bare Django view of the same bytes",
        bare_time,
        f"< {LIMIT:.0f} x" if name in WITH_BOUND else "told",
        holds=name not in WITH_BOUND or ratio < LIMIT,
    )


def _get(application: Any, path: str) -> bytes:
    answered: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
    }
    parts = application(environ, lambda status, _headers: answered.append(status))
    body = b"".join(parts)
    if hasattr(parts, "close"):
        parts.close()
    if answered != ["200 OK"]:
        raise RuntimeError(f"{path} answered {answered}")
    return body
