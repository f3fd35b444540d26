"""`cadre run` from nothing: one line, a page, a quick second start, clear refusals."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from cadre.core.faults import BadInput
from cadre.services import serve

RUN = "from cadre.services.serve import run; run(port={port}, lang='{lang}')"


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _start(folder: Path, port: int, lang: str = "en") -> tuple[subprocess.Popen[str], str]:
    """The process, and the line it prints."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CADRE_")}
    process = subprocess.Popen(
        [sys.executable, "-c", RUN.format(port=port, lang=lang)],
        env={**kept, "CADRE_DATA": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    return process, process.stdout.readline()


def _stop(process: subprocess.Popen[str]) -> str:
    """End the process as Ctrl+C does; what it said after its line."""
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=15)
    return rest


def test_it_serves_from_nothing_and_says_where(tmp_path: Path) -> None:
    port = _free_port()
    folder = tmp_path / "new" / "folder"
    process, line = _start(folder, port)
    try:
        assert f"http://127.0.0.1:{port}/" in line
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
            assert "Joint Councils" in answer.read().decode()
    finally:
        rest = _stop(process)
    assert rest == ""
    assert (folder / "secret-key").stat().st_mode & 0o077 == 0


def test_the_second_start_loads_nothing(tmp_path: Path) -> None:
    first, _ = _start(tmp_path, _free_port())
    _stop(first)
    size = (tmp_path / "cadre.sqlite3").stat().st_size
    key = (tmp_path / "secret-key").read_text("ascii")
    second, line = _start(tmp_path, _free_port(), "fr")
    _stop(second)
    assert "Cadre est à" in line
    assert (tmp_path / "cadre.sqlite3").stat().st_size == size
    assert (tmp_path / "secret-key").read_text("ascii") == key


def test_pages_have_their_styles(tmp_path: Path) -> None:
    port = _free_port()
    process, _ = _start(tmp_path, port)
    try:
        home = f"http://127.0.0.1:{port}/en/f/joint-councils/at/current/"
        with urllib.request.urlopen(home) as answer:
            text = answer.read().decode()
        for path in re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]*)"', text):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
                assert answer.status == 200
                assert answer.headers["Cache-Control"]
    finally:
        _stop(process)


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    with contextlib.closing(socket.socket()) as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = door.getsockname()[1]
        with pytest.raises(BadInput) as caught:
            serve.run(port=port)
    assert str(port) in caught.value.in_words("en")
    assert "--port" in caught.value.in_words("fr")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "cadre.example.org"])
def test_others_are_not_let_in_without_production_settings(host: str) -> None:
    with pytest.raises(BadInput) as caught:
        serve.run(host=host)
    assert "CADRE_PRODUCTION" in caught.value.in_words("en")


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_this_machine_is_let_in(host: str) -> None:
    serve._refuse_open_door(host, production=False)
