"""Every fault in every format: refused in one line, in time and room, nothing half-read."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE

import pytest
from click.testing import CliRunner, Result

from cadre.cli import main
from cadre.core.text import LANGUAGES, Language
from cadre.exchange import read
from cadre.frameworks import path_of
from tools.faulty_files import FAULTS, FORMATS, HEAVY, MAKES, NOT_POSSIBLE, cases

LIGHT = [case for case in cases() if case[0] not in HEAVY]
MOST_SECONDS = 2.0
MOST_MEGABYTES = 256

# Checks files, each in a process of its own that is split off from this one, where all is loaded;
# of each: what was said, how long it took, the most memory. Whoever is past all bounds is ended.
MEASURE = """
import json, os, resource, sys, time
from pathlib import Path
import cadre.analysis.check, cadre.exchange.graphml, cadre.exchange.reports
import cadre.exchange.workbook_reading
from click.testing import CliRunner
from cadre.cli import main

def measured(name, lang):
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    start = time.process_time()
    result = CliRunner().invoke(main, ["check", name, "--lang", lang])
    taken = time.process_time() - start
    status = Path("/proc/self/status")  # getrusage begins with the memory of the parent
    peak = (
        int(status.read_text().split("VmHWM:")[1].split()[0])
        if status.exists()
        else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ) / 1024
    return [result.exit_code, result.output, taken, peak, "django" in sys.modules]

for line in sys.stdin:
    if (child := os.fork()) == 0:
        print(json.dumps(measured(*json.loads(line))), flush=True)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        print(json.dumps([None, line, 0, 0, False]), flush=True)
"""

Measured = tuple[int | None, str, float, float, bool]
Measure = Callable[..., list[Measured]]


@contextmanager
def measuring(script: str) -> Iterator[Measure]:
    """A way to measure files, by a process that stands ready as long as it is needed."""
    words = [sys.executable, "-c", script]
    with subprocess.Popen(words, stdin=PIPE, stdout=PIPE, text=True, bufsize=1) as ready:
        assert ready.stdin
        assert ready.stdout
        asked, told = ready.stdin, ready.stdout

        def measured(*paths: Path, langs: Iterable[Language] = ("fr",)) -> list[Measured]:
            found: list[Measured] = []
            for path in paths:
                for lang in langs:
                    _ = asked.write(f"{json.dumps([str(path), lang])}\n")
                    code, said, taken, peak, django = json.loads(told.readline())
                    found.append((code, said, taken, peak, django))
            return found

        yield measured


@pytest.fixture(scope="module")
def measured() -> Iterator[Measure]:
    with measuring(MEASURE) as measure:
        yield measure


def cadre(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_each_fault_is_made_in_each_format_or_it_is_said_why_not() -> None:
    cells = {(fault, form) for fault in FAULTS for form in FORMATS}
    made = {(fault, form) for form, makes in MAKES.items() for fault in makes}
    assert made - set(NOT_POSSIBLE) == cells - set(NOT_POSSIBLE)
    assert all(reason.en and reason.fr for reason in NOT_POSSIBLE.values())


@pytest.mark.parametrize(("fault", "form"), LIGHT)
def test_a_fault_is_refused_in_one_line_and_nothing_is_written(
    tmp_path: Path, fault: str, form: str
) -> None:
    path = MAKES[form][fault](tmp_path)
    lines: dict[Language, str] = {}
    for lang in LANGUAGES:
        out, there = tmp_path / "out.json", tmp_path / "there.json"
        _ = there.write_text("as it was", encoding="utf-8")
        words = ("convert", str(path), "--to", "document", "--lang", lang, "--out")
        result, again = cadre(*words, str(out)), cadre(*words, str(there))
        assert (result.exit_code, result.stdout) == (again.exit_code, again.stdout) == (2, "")
        assert result.stderr == again.stderr
        lines[lang] = result.stderr
        assert lines[lang].startswith(str(path))
        assert lines[lang].count("\n") == 1
        assert not out.exists()
        assert there.read_text(encoding="utf-8") == "as it was"
    assert lines["en"] != lines["fr"]


@pytest.mark.parametrize("form", FORMATS)
def test_light_faults_take_little_time_and_room(
    tmp_path: Path, measured: Measure, form: str
) -> None:
    paths = []
    for number, (fault, _) in enumerate(case for case in LIGHT if case[1] == form):
        folder = tmp_path / str(number)
        folder.mkdir()
        paths.append(MAKES[form][fault](folder))
    found = measured(*paths, langs=LANGUAGES)
    assert len(found) == 2 * len(paths)
    for code, said, taken, peak, django in found:
        assert (code, said.count("\n"), django) == (2, 1, False), said
        assert taken < MOST_SECONDS, said
        assert peak < MOST_MEGABYTES, said


@pytest.mark.parametrize(("fault", "form"), [case for case in cases() if case[0] in HEAVY])
def test_a_hostile_or_endless_file_takes_little_time_and_room(
    tmp_path: Path, measured: Measure, fault: str, form: str
) -> None:
    path = MAKES[form][fault](tmp_path)
    for code, said, taken, peak, django in measured(path):
        assert (code, said.count("\n"), django) == (2, 1, False), said
        assert taken < MOST_SECONDS, said
        assert peak < MOST_MEGABYTES, said


FACE = "\N{GRINNING FACE}".encode()
GROUPS = "elements/group.csv"
SLY: dict[str, tuple[str, Callable[[], bytes]]] = {
    "xml-attribute": ("f.graphml", lambda: b'<graphml><graph><node id="' + b"a" * 60_000_000),
    "xml-comment": ("f.graphml", lambda: b"<graphml><!--" + b"a" * 60_000_000),
    "json-wide-text": ("f.json", lambda: b'{"key":"' + FACE + b"a" * 90_000_000 + b'"}'),
    "json-text": ("f.json", lambda: b'{"key":"' + b"a" * 90_000_000 + b'"}'),
    "json-escapes": ("f.json", lambda: b'{"key":"' + b"\\u00e9" * 15_000_000 + b'"}'),
    "json-number": ("f.json", lambda: b'{"key":' + b"9" * 90_000_000 + b"}"),
    "json-objects": ("f.json", lambda: b"[" + b'{"a":1.5},' * 5_000_000 + b"{}]"),
    "json-words": ("f.json", lambda: b"[" + b'"ab",' * 10_000_000 + b'""]'),
    "csv-wide-cell": (GROUPS, lambda: b"key,name.en\r\ngroup/a," + FACE + b"a" * 60_000_000),
    "csv-cell": (GROUPS, lambda: b"key,name.en\r\ngroup/a," + b"a" * 90_000_000),
    "csv-quotes": (GROUPS, lambda: b"key\r\n" + b'"' * 60_000_000),
    "csv-columns": (GROUPS, lambda: b"key" + b",aa" * 1_900_000),
    "csv-rows": (GROUPS, lambda: b"key\r\n" + b"a\r\n" * 5_000_000),
}


@pytest.mark.parametrize("name", SLY)
def test_what_slips_under_a_limit_is_caught_by_another(
    tmp_path: Path, measured: Measure, name: str
) -> None:
    file, make = SLY[name]
    path = tmp_path / file
    if file == GROUPS:
        _ = shutil.copytree(path_of("example"), tmp_path / "councils")
        path = tmp_path / "councils" / GROUPS
    path.write_bytes(make())
    source = tmp_path / "councils" if file == GROUPS else path
    for code, said, taken, peak, _ in measured(source):
        assert (code, said.count("\n")) == (2, 1), said
        assert taken < MOST_SECONDS, said
        assert peak < MOST_MEGABYTES, said


def test_an_archive_of_many_small_files_is_refused(tmp_path: Path, measured: Measure) -> None:
    path = tmp_path / "councils.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"elements/t{number}.csv", b"")
    for code, said, taken, peak, _ in measured(path):
        assert (code, said.count("\n")) == (2, 1), said
        assert taken < MOST_SECONDS, said
        assert peak < MOST_MEGABYTES, said


def test_the_faulty_files_are_good_but_for_their_fault(tmp_path: Path) -> None:
    """The control: what they are made from is read, and a measure that is passed is seen."""
    for form, name in (("document", "a.json"), ("xlsx", "a.xlsx"), ("graphml", "a.graphml")):
        good = cadre(
            "convert", str(path_of("example")), "--to", form, "--out", str(tmp_path / name)
        )
        assert good.exit_code == 0
        assert len(read(tmp_path / name).current) == 52
    _ = shutil.copy(tmp_path / "a.json", tmp_path / "waste.json")
    held = 'held = bytearray(300_000_000 * ("waste" in name)); status = '
    names = ("a.json", "waste.json", "a.json")
    with measuring(MEASURE.replace("status = ", held)) as measure:
        found = measure(*(tmp_path / name for name in names), langs=("en",))
    assert [code for code, *_ in found] == [0, 0, 0]
    assert [peak > MOST_MEGABYTES for *_, peak, _ in found] == [False, True, False]


def test_whoever_is_ended_is_seen(tmp_path: Path) -> None:
    """The control: a process that ends before it has said anything is no measure."""
    with measuring(MEASURE.replace("start = ", "os.abort(); start = ")) as measure:
        assert measure(tmp_path)[0][0] is None
