"""Pages of the site against two bare Django views that answer with the same bytes.

One fills the page's own template with a context made beforehand: what Django's templates take when
everything is ready. The other answers with the bytes from memory: what Django takes to answer at
all. All go through the same WSGI application, middleware and all, in this process, and no response
is cached anywhere.
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
    """A list page, an element page and home, each against the bare views of its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        application = _application(Path(folder))
        for name, path in PAGES.items():
            yield from _figures(application, name, path)


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


def _figures(application: Any, name: str, path: str) -> Iterator[Figure]:
    from bench import bare

    with bare.Watching() as seen:
        body = _get(application, path)
    bare.PAGES[name] = bare.Page(*seen[-1], body)
    if _get(application, f"/filled/{name}") != body:
        raise RuntimeError(f"the bare view of {path} does not answer with the same bytes")
    page, filled, constant = medians(
        lambda: _get(application, path),
        lambda: _get(application, f"/filled/{name}"),
        lambda: _get(application, f"/constant/{name}"),
        rounds=60,
    )
    bounded = name in WITH_BOUND
    yield Figure(
        name,
        page,
        "bare view that fills the same template",
        filled,
        f"< {LIMIT:.0f} x" if bounded else "told",
        holds=not bounded or page < LIMIT * filled,
    )
    yield Figure(name, page, "bare view of constant bytes", constant, "told", holds=True)


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
