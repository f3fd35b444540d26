"""Pages of the site against a bare Django view of the same project that answers the same bytes.

Both go through the same middleware, and no response is cached anywhere. The bound is on whole
processes: the site as `cadre run` serves it, asked over one connection that stays open. The same
inside one process, without server and socket, is told too: there the page alone counts.
"""

from __future__ import annotations

import http.client
import io
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.measure import Figure, medians

LIMIT = 3.0
ROUNDS = 200
STATE = "/en/f/joint-councils/at/current"
PAGES = {
    "list of activities (64 rows)": f"{STATE}/elements/activity/",
    "element page of a group": f"{STATE}/elements/group/ncsip/",
    "home": f"{STATE}/",
}
WITH_BOUND = ("list of activities (64 rows)", "element page of a group")

Get = Callable[[str], bytes]


def figures() -> Iterator[Figure]:
    """A list page, an element page and home, each against the bare view of its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        with _served(Path(folder)) as get:
            yield from _compared(get, "served", WITH_BOUND)
        yield from _compared(_in_process(Path(folder)), "in process", ())


def _compared(get: Get, how: str, with_bound: tuple[str, ...]) -> Iterator[Figure]:
    for name, path in PAGES.items():
        if get(path) != get(f"/constant{path}"):
            raise RuntimeError(f"the bare view of {path} does not answer with the same bytes")
        page, bare = medians(
            lambda path=path: get(path),  # type: ignore[misc]  # a lambda's default has no type
            lambda path=path: get(f"/constant{path}"),  # type: ignore[misc]  # the same
            rounds=ROUNDS,
        )
        bounded = name in with_bound
        yield Figure(
            f"{name}, {how}",
            page,
            "bare view of the same bytes",
            bare,
            f"< {LIMIT:.0f} x" if bounded else "told",
            holds=not bounded or page < LIMIT * bare,
        )


# --- whole processes ------------------------------------------------------------------------------


@contextmanager
def _served(folder: Path) -> Iterator[Get]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    command = [sys.executable, "-m", "bench.serving", str(folder), str(port), *PAGES.values()]
    site = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert site.stdout is not None
    try:
        line = site.stdout.readline()
        if str(port) not in line:
            raise RuntimeError(f"the site said: {line!r}")
        connection = http.client.HTTPConnection("127.0.0.1", port)

        def get(path: str) -> bytes:
            # Pages cite their own address: the host that the bare views were made for.
            connection.request("GET", path, headers={"Host": "localhost"})
            response = connection.getresponse()
            if response.status != 200:
                raise RuntimeError(f"{path} answered {response.status}")
            return response.read()

        yield get
        connection.close()
    finally:
        site.send_signal(signal.SIGINT)
        _ = site.communicate(timeout=20)


# --- one process ----------------------------------------------------------------------------------


def _in_process(folder: Path) -> Get:
    from bench import serving

    serving.prepare(folder, PAGES.values())
    from django.core.wsgi import get_wsgi_application

    application: Any = get_wsgi_application()

    def get(path: str) -> bytes:
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

    return get
