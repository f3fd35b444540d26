"""Faulty files by chance: a good file with bytes, lines, tokens, cells or branches disturbed.

Each mutation takes what it needs from a generator of chance numbers, so that a seed gives the same
mutants on every machine. Those of a format know its structure: JSON stays JSON most of the time,
an archive keeps its check sums, so that mutants come past the first door.
"""

import csv
import io
import json
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Final

Mutation = Callable[[Random, bytes], bytes]

_STRANGE: Final = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xe2\x80\xa8",
    b"\x1b[31m",
    b'"',
    b"'",
    b";",
    b",",
    b"\t",
    b"\r",
    b"\n\n",
    b"=1+1",
    b"@x",
    b"-1",
    b"1e999",
    b"9" * 400,
    b"NaN",
    b"null",
    b"true",
    b"{}",
    b"[[",
    b"}",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"&b;",
    b"]]>",
    b"<a>",
    b"</",
    b"../",
    b"group/",
    b"2016-13",
    b"0000",
    b"en",
    b"part-of",
    b"current",
    b"x" * 5000,
)
_VALUES: Final[Sequence[Any]] = (
    None,
    True,
    0,
    -1,
    2**70,
    1.5e308,
    "",
    " ",
    "x",
    "=1+1",
    "\ud800",
    "\x00\x1b",
    "e\u0301\n",
    "group/pilots",
    "2016-13",
    "current",
    [],
    [[]],
    ["a", 1],
    {},
    {"en": "x"},
    {"de": "x"},
    {"date": "2016-02-30"},
    {"period": "2017/2016"},
    {"text": {"en": "x"}},
)
_TOKEN: Final = re.compile(rb"[A-Za-z0-9/._-]+")
_TAG: Final = re.compile(rb"<[^<>]*>")
_QUOTED: Final = re.compile(rb'"[^"<>]*"')
_INNER: Final = re.compile(rb">[^<>]+<")


# --- any file ----------------------------------------------------------------------------------


def flipped(chance: Random, data: bytes) -> bytes:
    """Some bytes are others."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        if out:
            out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def cut(chance: Random, data: bytes) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(len(data) + 1)]


def spliced(chance: Random, data: bytes) -> bytes:
    """A stretch is put in the place of another."""
    first, second = _stretch(chance, data), _stretch(chance, data)
    return data[: first.start] + data[second] + data[first.stop :]


def dropped(chance: Random, data: bytes) -> bytes:
    """A stretch is missing."""
    stretch = _stretch(chance, data)
    return data[: stretch.start] + data[stretch.stop :]


def strange(chance: Random, data: bytes) -> bytes:
    """Something strange stands somewhere."""
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_STRANGE) + data[at:]


def _stretch(chance: Random, data: bytes) -> slice:
    start = chance.randrange(len(data) + 1)
    return slice(start, min(len(data), start + chance.choice((1, 4, 30, 300, 3000))))


def line_moved(chance: Random, data: bytes) -> bytes:
    """A line is missing, there twice, or in the place of another."""
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(3):
        case 0:
            del lines[one]
        case 1:
            lines.insert(other, lines[one])
        case _:
            lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def tokens_swapped(chance: Random, data: bytes) -> bytes:
    """Two words stand in each other's place, or one is strange."""
    return _swapped(chance, data, _TOKEN)


def _swapped(chance: Random, data: bytes, pattern: re.Pattern[bytes]) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    one, other = sorted((chance.choice(found), chance.choice(found)), key=re.Match.start)
    match chance.randrange(4):
        case 0:
            return data[: one.start()] + chance.choice(_STRANGE) + data[one.end() :]
        case 1:
            return data[: one.start()] + other[0] + data[one.end() :]
        case 2:
            return data[: one.start()] + data[one.end() :]
        case _ if one.end() <= other.start():
            between = data[one.end() : other.start()]
            return data[: one.start()] + other[0] + between + one[0] + data[other.end() :]
        case _:
            return data


ANY: Final[tuple[Mutation, ...]] = (
    flipped,
    cut,
    spliced,
    dropped,
    strange,
    line_moved,
    tokens_swapped,
)


# --- JSON --------------------------------------------------------------------------------------


def branch_changed(chance: Random, data: bytes) -> bytes:
    """A value of a JSON document is another, missing, there twice, or under another name."""
    try:
        tree: Any = json.loads(data)
    except ValueError:
        return data
    places = [one for one in _places(tree) if one[0]]
    if not places:
        return data
    holder, step = chance.choice(places)
    from_, name = chance.choice(places)
    match chance.randrange(5):
        case 0:
            del holder[step]
        case 1:
            holder[step] = chance.choice(_VALUES)
        case 2:
            holder[step] = json.loads(json.dumps(from_[name]))
        case 3 if isinstance(holder, list):
            holder.insert(step, json.loads(json.dumps(from_[name])))
        case 3:
            holder[f"{name}"] = holder.pop(step)
        case _:
            holder[step], from_[name] = from_[name], holder[step]
    try:
        return json.dumps(tree, ensure_ascii=chance.random() < 0.5).encode(errors="surrogatepass")
    except (ValueError, RecursionError):
        return data


def _places(tree: Any) -> list[tuple[Any, Any]]:
    """Every value by what holds it and where, larger branches as often as smaller ones."""
    found: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting:
        one = waiting.pop()
        steps: Sequence[Any] = (
            list(one) if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ()
        )
        for step in steps:
            found.append((one, step))
            waiting.append(one[step])
    return found


# --- tables ------------------------------------------------------------------------------------


def cells_changed(chance: Random, data: bytes) -> bytes:
    """A cell of a CSV table is another, a row or column is missing, twice, or elsewhere."""
    try:
        rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    except (ValueError, csv.Error):
        return data
    if not any(rows):
        return data
    row, other = chance.choice(rows), chance.choice(rows)
    column = chance.randrange(max(map(len, rows)))
    cell = chance.choice(other) if other else ""
    match chance.randrange(10):
        case 0 if column < len(row):
            row[column] = cell
        case 1 if column < len(row):
            row[column] = chance.choice(_STRANGE).decode(errors="replace")
        case 2:
            rows.remove(row)
        case 3:
            rows.insert(chance.randrange(len(rows)), list(row))
        case 4:
            for one in rows:
                del one[column : column + 1]
        case 5:
            for one in rows:
                one.insert(column, "")
        case 6:
            rows[1:] = chance.sample(rows[1:], len(rows) - 1)
            rows.append([])
        case 7:
            rows[0] = [f" {header}\u00a0" for header in rows[0]]
        case _:
            row.append(cell)
    out = io.StringIO(newline="")
    delimiter = chance.choice((",", ",", ";", "\t"))
    csv.writer(out, delimiter=delimiter, lineterminator=chance.choice(("\r\n", "\n"))).writerows(
        rows
    )
    return chance.choice((b"", b"\xef\xbb\xbf")) + out.getvalue().encode()


# --- XML ---------------------------------------------------------------------------------------


def tags_changed(chance: Random, data: bytes) -> bytes:
    """Tags, attributes or texts of XML are others, missing, or in each other's place."""
    return _swapped(chance, data, chance.choice((_TAG, _QUOTED, _INNER, _INNER)))


# --- archives ----------------------------------------------------------------------------------


def part_changed(chance: Random, data: bytes) -> bytes:
    """One file of an archive is disturbed and packed again, or missing, twice, or renamed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    place = chance.randrange(len(parts))
    name, content = parts[place]
    match chance.randrange(8):
        case 0:
            del parts[place]
        case 1:
            parts.append((chance.choice(parts)[0], content))
        case 2:
            other = tokens_swapped(chance, name.encode()).decode(errors="replace")
            parts[place] = (other.replace("\x00", "") or "x", content)
        case _:
            mutation = chance.choice((*ANY, *_KNOWING.get(name.rpartition(".")[2], ())))
            parts[place] = (name, mutation(chance, content))
    out = io.BytesIO()
    with warnings.catch_warnings():  # two parts of one name are what we want
        warnings.simplefilter("ignore", UserWarning)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for one, text in parts:
                archive.writestr(zipfile.ZipInfo(one), text)
    return out.getvalue()


_KNOWING: Final[dict[str, tuple[Mutation, ...]]] = {
    "csv": (cells_changed,) * 14,
    "json": (branch_changed,) * 7,
    "xml": (tags_changed,) * 14,
    "rels": (tags_changed,) * 7,
}

# --- by format ---------------------------------------------------------------------------------

MUTATIONS: Final[dict[str, tuple[Mutation, ...]]] = {
    "document": (*ANY, *(branch_changed,) * 14),
    "bundle": (flipped, cut, spliced, *(part_changed,) * 18),
    "xlsx": (flipped, cut, spliced, *(part_changed,) * 18),
    "graphml": (*ANY, *(tags_changed,) * 14),
}


_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def mutant(form: str, data: bytes, seed: int, number: int) -> bytes:
    """The file with one mutation, or now and then with a few."""
    chance = Random(f"{seed} {form} {number}")  # noqa: S311 -- to be the same again, not secret
    for _ in range(chance.choice((1, 1, 1, 2))):
        try:
            data = chance.choice(MUTATIONS[form])(chance, data)
        except _BROKEN:
            return data  # an archive that a first mutation broke is not opened for a second
    return data
