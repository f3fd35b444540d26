"""The shipped bundles: the past cannot be altered, and nothing is lost on the way out and in."""

import shutil
from pathlib import Path

import pytest

from cadre.core.faults import BadInput
from cadre.exchange import digest_of_states, read, write

FRAMEWORKS = Path(__file__).resolve().parents[2] / "frameworks"
NAMES = ("joint-councils", "example")


@pytest.fixture(params=NAMES)
def bundle(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A copy of a shipped bundle."""
    name: str = request.param
    return shutil.copytree(FRAMEWORKS / name, tmp_path / name)


def editions_of(bundle: Path) -> list[Path]:
    """The folders of its editions."""
    return sorted(path for path in (bundle / "editions").iterdir() if path.is_dir())


def test_it_works(bundle: Path) -> None:
    assert digest_of_states(read(bundle)) == digest_of_states(read(FRAMEWORKS / bundle.name))


def test_an_edition_changed_by_one_byte_is_refused(bundle: Path) -> None:
    for edition in editions_of(bundle):
        path = edition / "elements" / "focus-area.csv"
        before = path.read_bytes()
        # The first letter of the first name: after the first key.
        at = before.index(b",", before.index(b"focus-area/")) + 1
        path.write_bytes(before[:at] + b"X" + before[at + 1 :])
        with pytest.raises(BadInput) as refusal:
            read(bundle)
        message = str(refusal.value)
        assert "states.csv" in message
        assert f"edition {edition.name} does not match its digest" in message
        assert f"l’édition {edition.name} ne correspond pas" in refusal.value.in_words("fr")
        path.write_bytes(before)
        _ = read(bundle)


def test_current_may_change_and_alters_no_edition(bundle: Path) -> None:
    before = read(bundle)
    path = bundle / "elements" / "focus-area.csv"
    path.write_bytes(path.read_bytes().replace(b"stated", b"medium"))
    after = read(bundle)
    assert after.current != before.current
    assert {key: one.digest for key, one in after.editions.items()} == {
        key: one.digest for key, one in before.editions.items()
    }


@pytest.mark.parametrize("name", ["again.json", "again.zip", "again"])
def test_nothing_is_lost_on_the_way_out_and_in(bundle: Path, tmp_path: Path, name: str) -> None:
    states = read(bundle)
    path = tmp_path / name
    assert write(states, "document" if name.endswith(".json") else "bundle", path) == ()
    assert digest_of_states(read(path)) == digest_of_states(states)


def test_a_bundle_written_again_is_the_same_files(bundle: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    _ = write(read(bundle), "bundle", again)
    ours = {path.relative_to(bundle): path.read_bytes() for path in bundle.rglob("*.csv")}
    assert {path.relative_to(again): path.read_bytes() for path in again.rglob("*.csv")} == ours
