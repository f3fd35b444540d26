"""The tool that freezes editions: new digests where asked for, nothing on a faulty bundle."""

import shutil
from pathlib import Path

import pytest

from cadre.exchange import read
from tools.freeze_editions import freeze, main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A copy of the small framework, to be edited."""
    return shutil.copytree(ROOT / "frameworks" / "example", tmp_path / "example")


def edit(path: Path, old: str, new: str) -> None:
    """Replace the one place where a table says something."""
    text = path.read_bytes().decode()
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())


def test_it_works(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(bundle / "editions/2024/elements/term.csv", "less than an hour", "half an hour")
    before = (bundle / "states.csv").read_bytes()
    assert main([str(bundle)]) == 0
    old, _, new = capsys.readouterr().out.strip().removeprefix("2024: ").partition(" -> ")
    after = (bundle / "states.csv").read_bytes()
    assert after != before
    assert old.encode() in before
    assert new.encode() in after
    assert "half an hour" in read(bundle).at("2024")["term/landing"].text("definition").en


def test_an_edition_as_it_was_stays(bundle: Path) -> None:
    before = (bundle / "states.csv").read_bytes()
    assert list(freeze(bundle)) == ["2024: unchanged"]
    assert (bundle / "states.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("table", "old", "new", "named"),
    [
        ("editions/2024/elements/term.csv", "term/landing", "landing", "2024/elements/term.csv"),
        ("elements/group.csv", "group/pilots", "group pilots", "elements/group.csv"),
        ("scenarios/one-shoreline.csv", "group/shoreline", "group/nowhere", "one-shoreline"),
    ],
)
def test_a_bundle_faulty_elsewhere_is_refused(
    bundle: Path,
    capsys: pytest.CaptureFixture[str],
    table: str,
    old: str,
    new: str,
    named: str,
) -> None:
    edit(bundle / "editions/2024/elements/term.csv", "less than an hour", "half an hour")
    path = bundle / table
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))
    before = (bundle / "states.csv").read_bytes()
    assert main([str(bundle)]) == 2
    assert named in capsys.readouterr().err
    assert (bundle / "states.csv").read_bytes() == before


def test_it_says_how_to_be_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "freeze_editions.py" in capsys.readouterr().err
