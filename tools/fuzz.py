"""Thousands of faulty files through the readers: each is read whole, or refused in one clear line.

    python -m tools.fuzz                              10,000 mutants of each format
    python -m tools.fuzz --format xlsx --count 500    fewer, of one
    python -m tools.fuzz --keep FOLDER                what failed is kept there

A mutant fails when reading it raises anything but BadInput, takes more than two seconds, gives a
framework that its own types do not allow, that does not come back when it is written, or that
has lost a row, a node or an element; and when a refusal is not one short line with a mend in both
languages. The exit code is 1 when any did.
"""

import argparse
import csv
import io
import json
import re
import resource
import sys
import tempfile
import time
import traceback
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import openpyxl

from cadre.core.change import diff
from cadre.core.faults import BadInput, Place
from cadre.core.graph import Framework
from cadre.core.states import States
from cadre.core.text import LANGUAGES
from cadre.core.validate import validate
from cadre.exchange import FORMATS, digest, digest_of_states, read
from cadre.exchange.document import read_document, write_document
from cadre.exchange.formats import as_bytes
from cadre.frameworks import path_of
from tools.mutants import mutant

SEED: Final = 2018
COUNT: Final = 10_000
MOST_SECONDS: Final = 2.0
_LONGEST_LINE: Final = 2000
_NAMES: Final = {"document": "f.json", "bundle": "f.zip", "xlsx": "f.xlsx", "graphml": "f.graphml"}
_UNSEEN: Final = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_TYPES: Final = ("group", "council", "focus-area", "lighthouse", "meeting", "document", "seat")
_SHEETS: Final = {"elements": 7, "links": 5}
"""Of the few elements as a workbook."""
_NODE: Final = re.compile(rb"<(?:\w+:)?(node|edge)\b")


class Unsound(Exception):
    """A mutant that was neither read whole nor refused well."""


@dataclass
class Run:
    """What became of the mutants of a format."""

    form: str
    count: int = 0
    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    failed: dict[int, str] = field(default_factory=dict)

    def line(self) -> str:
        """One line of figures."""
        return (
            f"{self.form}: {self.count} mutants, {self.read} read, {self.refused} refused, "
            f"{len(self.failed)} failed, slowest {self.slowest * 1000:.0f} ms"
        )


def run(
    form: str,
    count: int,
    folder: Path,
    *,
    seed: int = SEED,
    keep: Path | None = None,
    enough: int | None = None,
) -> Run:
    """Try so many mutants of a few elements in a format, or until `enough` have failed."""
    good = as_bytes(few(form), form)
    found = Run(form)
    sound: set[str] = set()
    path = folder / _NAMES[form]
    for number in range(count):
        data = mutant(form, good, seed, number)
        found.count += 1
        start = time.process_time()
        try:
            refused = _tried(path, form, data, sound)
        except Exception:  # noqa: BLE001 -- whatever it is, it is what we look for
            found.failed[number] = traceback.format_exc(limit=-3)
        else:
            found.refused += refused
            found.read += not refused
        taken = time.process_time() - start
        found.slowest = max(found.slowest, taken)
        if enough is not None and len(found.failed) >= enough:
            break
        if number in found.failed and keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            _ = (keep / f"{number}-{_NAMES[form]}").write_bytes(data)
    return found


def few(form: str) -> States:
    """Some of the small framework: many kinds of value, a type of its own, an edition, a scenario.

    Small, so that there is time for thousands; `current` alone where a format holds no more.
    """
    whole = read(path_of("example"))
    current = _some(whole.current)
    if not FORMATS[form].holds_states:
        return States(whole.key, current)
    (edition,), (scenario,) = whole.editions.values(), whole.scenarios.values()
    before, after = _some(edition.framework), _some(whole.at(scenario.key))
    return States(
        whole.key,
        current,
        {edition.key: replace(edition, framework=before, digest=digest(before))},
        {scenario.key: replace(scenario, changes=diff(before, after))},
    )


def _some(framework: Framework) -> Framework:
    elements = [one for one in framework.elements() if one.type in _TYPES]
    keys = {one.key for one in elements}
    links = [one for one in framework.links() if {one.source, one.target} <= keys]
    return Framework.of(framework.metamodel, elements, links, framework.settings)


def _tried(path: Path, form: str, data: bytes, sound: set[str]) -> bool:
    """Whether a mutant was refused. Unsound when it was neither read nor refused well.

    `sound` are the digests of states that are known to come back.
    """
    path.write_bytes(data)
    start = time.process_time()
    try:
        states = read(path)
    except BadInput as fault:
        _check_refusal(fault, path)
        return True
    finally:
        taken = time.process_time() - start
        _hold(taken < MOST_SECONDS, f"{taken:.1f} s")
    told = digest_of_states(states)
    if told not in sound:
        _check_states(states, form)
        sound.add(told)
    lost = _lost(form, data, states)
    _hold(not lost, lost)
    return False


def _hold(holds: object, what: str) -> None:
    if not holds:
        raise Unsound(what)


def _check_refusal(fault: BadInput, path: Path) -> None:
    for language in LANGUAGES:
        (line,) = fault.lines(language)
        _hold(line.startswith(str(path)), line)
        _hold(not _UNSEEN & set(map(unicodedata.category, line)), repr(line))
        _hold(len(line) < _LONGEST_LINE, line)
        _hold(fault.what.get(language), line)
        _hold(fault.mend.get(language), f"no mend: {line}")


def _check_states(states: States, form: str) -> None:
    for key in states:
        _hold(not validate(states.at(key)), f"state {key} is not allowed by its types")
    for edition in states.editions.values():
        _hold(digest(edition.framework) == edition.digest, f"edition {edition.key} was altered")
    written = digest_of_states(states)
    back = read_document(write_document(states), Place(file="back.json"))
    _hold(digest_of_states(back) == written, "it does not come back from a document")
    again = FORMATS[form]
    _hold(not again.loses(states), "it has states that its format cannot hold")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _NAMES[form]
        path.write_bytes(as_bytes(states, form, "fr"))
        _hold(digest_of_states(read(path)) == written, "it does not come back from its format")


# --- counted another way -----------------------------------------------------------------------


def _lost(form: str, data: bytes, states: States) -> str:
    """What the file holds more of than was read, counted by other means than the readers'."""
    counted = dict(_counted(form, data))
    had = {"elements": len(states.current), "links": len(states.current.links())}
    return ", ".join(
        f"{counted[name]} {name} in the file, {had[name]} read"
        for name in had
        if name in counted and counted[name] != had[name]
    )


def _counted(form: str, data: bytes) -> Iterator[tuple[str, int]]:
    match form:
        case "document":
            current: dict[str, list[Any]] = json.loads(data.decode("utf-8-sig"))["current"]
            for name in ("elements", "links"):
                yield name, len(current.get(name) or [])
        case "graphml" if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"<!--" not in data:
            tags = [match[1] for match in _NODE.finditer(data)]
            yield "elements", tags.count(b"node")
            yield "links", tags.count(b"edge")
        case "bundle":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                tables = {name: archive.read(name) for name in archive.namelist()}
            for name in ("elements", "links"):
                yield (
                    name,
                    sum(
                        _rows(table)
                        for path, table in tables.items()
                        if path.startswith(f"{name}/") and path.endswith(".csv")
                    ),
                )
        case "xlsx":
            yield from _counted_in_book(data)
        case _:
            return


def _counted_in_book(data: bytes) -> Iterator[tuple[str, int]]:
    """The rows of sheets that say what they are, as openpyxl sees them; none where it cannot."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data))
    except Exception:  # noqa: BLE001 -- another program's reader may fail as it likes
        return
    for name in ("elements", "links"):
        sheets = [one for one in book if str(one["A1"].value or "").startswith(f"# {name}/")]
        rows = [row for one in sheets for row in one.iter_rows(min_row=3, values_only=True)]
        kept = [row for row in rows if any(row) and not str(row[0] or "").startswith("#")]
        if len(sheets) == _SHEETS[name]:
            yield name, len(kept)


def _rows(table: bytes) -> int:
    """The rows of a table with something in them, below its headers."""
    text = table.decode("utf-8-sig").lstrip("\r\n")
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return max(sum(any(row) for row in rows) - 1, 0)


def main(words: list[str]) -> int:
    """Run the formats that are asked for and print a line of figures for each; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    parser.add_argument("--format", choices=tuple(_NAMES), action="append", dest="forms")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args(words)
    failed = 0
    for form in asked.forms or _NAMES:
        with tempfile.TemporaryDirectory() as folder:
            found = run(form, asked.count, Path(folder), seed=asked.seed, keep=asked.keep)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{found.line()}, peak {peak:.0f} MB", flush=True)
        for number, said in list(found.failed.items())[:20]:
            print(f"--- {form} {number}\n{said}")
        failed += len(found.failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
