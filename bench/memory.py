"""What the workers of a running site hold after a thousand pages read, and a thousand drawn.

`cadre run` is started as it is, with its two workers. Pages are found by following links from home;
no answer is kept anywhere, and each is asked for anew. Memory is PSS, which counts once what
processes share. Files (PDF, PNG, workbooks) come last: they are made by other libraries.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import deque
from collections.abc import Iterator
from html import unescape
from itertools import cycle, islice
from typing import Final
from urllib.error import HTTPError

import psutil

from bench.measure import Figure

PAGES: Final = 1_000
MOST: Final = 250
"""Most addresses of each kind."""
READING_LIMIT, DRAWING_LIMIT = 100.0, 180.0
STATE: Final = "/en/f/joint-councils/at/current/"
DRAWN: Final = re.compile(r'<svg[^>]*\bclass="picture')
_LINK: Final = re.compile(r'href="(/[^"#]*)')
_FILE: Final = re.compile(r"[?&]as=")


def figures() -> Iterator[Figure]:
    """The larger of the two workers after reading, then after drawing, then after files."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
        door.close()
        site = subprocess.Popen(
            [sys.executable, "-m", "cadre", "run", "--port", str(port)],
            env={**os.environ, "CADRE_DATA": folder},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert site.stdout is not None
            if str(port) not in site.stdout.readline():
                raise RuntimeError("the site does not start")
            yield from _figures(site.pid, f"http://127.0.0.1:{port}")
        finally:
            site.send_signal(signal.SIGINT)
            _ = site.communicate(timeout=20)


def _figures(pid: int, root: str) -> Iterator[Figure]:
    _ = answer(root, STATE)
    at_start = largest(pid)
    reading, drawing, taking = _pages(root)
    for what, pages, count, limit in (
        ("read", reading, PAGES, READING_LIMIT),
        ("drawn", drawing, PAGES, DRAWING_LIMIT),
        ("taken away as files", taking, len(taking), None),
    ):
        began = time.perf_counter()
        for page in islice(cycle(pages), count):
            _ = answer(root, page)
        seconds = (time.perf_counter() - began) / count
        held = largest(pid)
        yield Figure(
            f"{count} pages {what} ({len(pages)} addresses), each: a worker holds {held:.0f} MB",
            seconds,
            f"a worker that has shown home, {at_start:.0f} MB",
            seconds,
            "told" if limit is None else f"<= {limit:.0f} MB",
            limit is None or held <= limit,
            held,
        )


def largest(pid: int) -> float:
    """The PSS of the worker that holds most, in megabytes."""
    workers = psutil.Process(pid).children()
    return max(worker.memory_full_info().pss for worker in workers) / 2**20


def answer(root: str, page: str) -> str:
    """A page, as the site answers; empty for one that is no page."""
    try:
        with urllib.request.urlopen(root + page, timeout=60) as response:
            body: bytes = response.read()
            html = response.headers.get_content_type() == "text/html"
    except HTTPError as refused:
        raise RuntimeError(f"{page} answered {refused.code}") from None
    return body.decode() if html else ""


def _pages(root: str) -> tuple[list[str], list[str], list[str]]:
    """Addresses of pages without and with a picture, and of files, by following links from home."""
    seen, waiting = {STATE}, deque([STATE])
    reading: list[str] = []
    drawing: list[str] = []
    taking: list[str] = []
    while waiting and (len(reading) < MOST or len(drawing) < MOST):
        page = waiting.popleft()
        if _FILE.search(page):
            taking.append(page)
            continue
        body = answer(root, page)
        kind = drawing if DRAWN.search(body) else reading
        if len(kind) == MOST:
            continue
        kind.append(page)
        for link in map(unescape, _LINK.findall(body)):
            if link.startswith(STATE) and link not in seen:
                seen.add(link)
                waiting.append(link)
    return reading, drawing, taking[:MOST]
