"""The page on dependencies says what requirements/ says, and every pin has its hash."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
PAGE = ROOT / "docs" / "developer" / "dependencies.md"


def _asked(name: str) -> set[str]:
    lines = (REQUIREMENTS / f"{name}.in").read_text("utf-8").splitlines()
    return {_name(line) for line in lines if line and not line.startswith(("#", "-"))}


def _name(requirement: str) -> str:
    return re.split(r"[\[~=<>! ;]", requirement, maxsplit=1)[0].lower()


def _pinned(name: str) -> dict[str, str]:
    text = (REQUIREMENTS / f"{name}.txt").read_text("utf-8")
    return {match[1].lower(): match[0] for match in re.finditer(r"(?m)^([\w.-]+)==\S+.*$", text)}


@pytest.mark.parametrize("name", ["base", "build", "dev", "bench"])
def test_the_page_lists_what_is_asked_for(name: str) -> None:
    page = PAGE.read_text("utf-8")
    section = page.split(f"`{name}.in`", maxsplit=1)[1].split("\n## ", maxsplit=1)[0]
    listed = {match[1].lower() for match in re.finditer(r"(?m)^\| ([\w.-]+) \|", section)}
    assert listed - {"package"} == _asked(name)


@pytest.mark.parametrize(
    ("lock", "asked"),
    [("base", ("base", "build")), ("dev", ("dev",)), ("bench", ("bench",))],
)
def test_what_is_asked_for_is_pinned(lock: str, asked: tuple[str, ...]) -> None:
    wanted = set[str]().union(*(_asked(name) for name in asked))
    assert wanted - _pinned(lock).keys() == set()


def test_dev_pins_the_same_versions_as_base() -> None:
    base, dev = _pinned("base"), _pinned("dev")
    assert {name: dev.get(name) for name in base} == base


@pytest.mark.parametrize("lock", ["base", "dev", "bench"])
def test_every_pin_has_a_hash_and_no_address(lock: str) -> None:
    text = (REQUIREMENTS / f"{lock}.txt").read_text("utf-8")
    pins = re.split(r"(?m)^(?=[\w.-]+==)", text)[1:]
    assert [pin.splitlines()[0] for pin in pins if "--hash=sha256:" not in pin] == []
    assert "://" not in text


def test_the_build_asks_for_what_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert {_name(line) for line in project["build-system"]["requires"]} == _asked("build")
