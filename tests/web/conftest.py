"""A store with the shipped frameworks, for the client; and the site itself, for a browser."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.plugin import DjangoDbBlocker

from tests.storing import filled
from tests.web.site import fill

SITE = Path(__file__).with_name("site.py")
AXE = Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="module")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The shipped frameworks, an empty and a large one, stored once for all tests here."""
    yield from filled(fill, django_db_blocker)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, served as `cadre run` serves it."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    folder = tmp_path_factory.mktemp("site")
    log = (folder / "log").open("w+")
    process = subprocess.Popen(
        [sys.executable, str(SITE), str(folder), str(port)],
        stdout=log,
        stderr=subprocess.STDOUT,
        cwd=SITE.parents[2],
        env={**os.environ, "PYTHONPATH": str(SITE.parents[2])},
    )
    try:
        deadline = time.monotonic() + 60
        while True:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(address, timeout=2).close()
                break
            if process.poll() is not None or time.monotonic() > deadline:
                log.seek(0)
                pytest.fail(f"the site did not start:\n{log.read()}")
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)
        log.close()


@dataclass
class Reader:
    """A page in a browser, with all that it complained of."""

    page: Page
    said: list[str] = field(default_factory=list)

    def axe(self) -> list[str]:
        """What axe finds: rule, what it is, where."""
        if not self.page.evaluate("typeof window.axe === 'object'"):
            self.page.evaluate(AXE.read_text("utf-8"))
        # Only what is wrong leaves the page: all that axe says of a large one takes long to carry.
        found: list[str] = self.page.evaluate(
            """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .flatMap(one => one.nodes.slice(0, 3)
                    .map(node => `${one.id}: ${one.help}: ${JSON.stringify(node.target)}`))"""
        )
        return found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser session at the width of a desk."""
    found = browser.new_context(viewport={"width": 1280, "height": 900})
    yield found
    found.close()


@pytest.fixture
def reader(context: BrowserContext) -> Reader:
    """A page that remembers every message of its console and every error."""
    page = context.new_page()
    found = Reader(page)
    page.on("console", lambda message: found.said.append(message.text))
    page.on("pageerror", lambda error: found.said.append(str(error)))
    return found
