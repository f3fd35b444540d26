"""Several processes edit one text at once: no acknowledged change is lost, the chain holds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

RACE = Path(__file__).with_name("race.py")
HALFWAY = Path(__file__).with_name("halfway.py")
EDITORS, TIMES = "abcd", 8

_START = "import os; from pathlib import Path; from cadre.services import start; start(); "
PREPARE = _START + (
    "from cadre.services.serve import prepare; prepare(Path(os.environ['CADRE_DATA']))"
)
COUNT = _START + (
    "from cadre.services import frameworks; opened = frameworks.opened('example'); "
    "key = next(iter(opened.framework.values_by_key())); "
    "print(opened.revision); print(opened.framework[key].text('note').en)"
)
VERIFY = _START + (
    "from cadre.services import journal; journal.verify('example'); print('verified')"
)


def _python(code: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "CADRE_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def _halfway(folder: Path, *more: str) -> str:
    """What a load saw when somebody saved in the middle of it."""
    _python(PREPARE, folder)
    return subprocess.run(
        [sys.executable, str(HALFWAY), str(folder), *more],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def _race(folder: Path, *more: str) -> tuple[int, str]:
    """How many revisions the race made, and the marks that it left in the text."""
    _python(PREPARE, folder)
    before, note = _python(COUNT, folder).split("\n")[:2]
    editors = [
        subprocess.Popen(
            [sys.executable, str(RACE), str(folder), name, str(TIMES), *more],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in EDITORS
    ]
    for editor in editors:
        assert editor.stdout is not None
        assert editor.stdout.readline() == "ready\n"
    for editor in editors:
        assert editor.stdin is not None
        editor.stdin.write("go\n")
        editor.stdin.flush()
    for editor in editors:
        _, said = editor.communicate(timeout=120)
        assert editor.returncode == 0, said
    after, marks = _python(COUNT, folder).split("\n")[:2]
    return int(after) - int(before), marks.removeprefix(note)


def test_no_acknowledged_change_is_lost(tmp_path: Path) -> None:
    revisions, marks = _race(tmp_path)
    assert revisions == len(EDITORS) * TIMES
    wanted = {f"{name}{number};" for name in EDITORS for number in range(TIMES)}
    assert {mark for mark in wanted if marks.count(mark) == 1} == wanted
    assert "verified" in _python(VERIFY, tmp_path)


def test_a_save_that_does_not_compare_loses_changes(tmp_path: Path) -> None:
    """The control: the same race with blind saves."""
    revisions, marks = _race(tmp_path, "careless")
    assert revisions == len(EDITORS) * TIMES
    assert marks.count(";") < revisions


def test_what_is_saved_while_a_framework_is_read_is_not_in_it(tmp_path: Path) -> None:
    assert _halfway(tmp_path) == "1 False"


def test_without_a_snapshot_a_load_is_of_two_revisions(tmp_path: Path) -> None:
    """The control: the revision before, with what the next one says."""
    assert _halfway(tmp_path, "torn") == "1 True"
