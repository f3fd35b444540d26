"""The files of a bundle: read from a folder or a zip, counted as they come, and zipped."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from cadre.core.faults import BadInput, Place
from cadre.core.text import Text, clean
from cadre.exchange.door import given_twice
from cadre.sheets.archive import DAMAGE, opened
from cadre.sheets.limits import DIVIDE, Budget

DESCRIPTOR: Final = "datapackage.json"
MOST_BYTES: Final = 100_000_000
"""Unzipped, over all files."""
_MOST_FILES: Final = 10_000
_ENDINGS: Final = (".csv", ".json")
_FOREIGN: Final = "__MACOSX/"

Files = Mapping[str, bytes]
"""The files of a bundle by their path inside it, with `/` between folders."""


def inside(place: Place, name: str) -> Place:
    """The place of a file of the bundle."""
    return Place(file=f"{place.file}/{name}" if place.file else name)


def read_folder(folder: Path, place: Place | None = None) -> Files:
    """The files of a bundle folder that belong to it. BadInput when they are too large."""
    at = place or Place(file=str(folder))
    budget = Budget(MOST_BYTES, DIVIDE)
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in _ENDINGS:
            name = path.relative_to(folder).as_posix()
            with path.open("rb") as stream:
                found[name] = budget.read_all(stream, inside(at, name))
            _refuse_many(found, at)
    return found


def read_zip(data: bytes, place: Place) -> Files:
    """The files of a zipped bundle; a folder that was zipped whole is looked into.

    BadInput for a damaged archive, a path that climbs out, or more than can be held.
    """
    budget = Budget(MOST_BYTES, DIVIDE)
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                name = clean(entry.filename)
                _refuse_leaving(name, place)
                if PurePosixPath(name).suffix not in _ENDINGS or name.startswith(_FOREIGN):
                    continue
                if name in found:
                    raise given_twice(name, place)
                with opened(archive, entry) as stream:
                    found[name] = budget.read_all(stream, inside(place, name))
                _refuse_many(found, place)
    except DAMAGE:
        raise BadInput(
            Text(
                "the archive is damaged, cut off or locked.",
                "l’archive est endommagée, coupée ou verrouillée.",
            ),
            place,
            Text(
                "Take a whole copy, or zip the folder again.",
                "Prendre une copie entière, ou comprimer le dossier de nouveau.",
            ),
        ) from None
    return _of_one_folder(found)


def _refuse_leaving(name: str, place: Place) -> None:
    drive = name[1:2] == ":"
    if name.startswith("/") or ".." in PurePosixPath(name).parts or "\\" in name or drive:
        raise BadInput(
            Text(
                f"the archive has a path that leaves it: {name}.",
                f"l’archive a un chemin qui en sort : {name}.",
            ),
            place,
            Text(
                "Take that file out: nothing of the archive was read.",
                "Retirer ce fichier : rien de l’archive n’a été lu.",
            ),
        )


def _refuse_many(files: Files, place: Place) -> None:
    if len(files) > _MOST_FILES:
        raise BadInput(
            Text(
                f"the bundle has more than {_MOST_FILES} files.",
                f"le lot a plus de {_MOST_FILES} fichiers.",
            ),
            place,
            DIVIDE,
        )


def _of_one_folder(files: Files) -> Files:
    """The files seen from the folder that holds the descriptor, where all of them stand in one."""
    folders = {name.partition("/")[0] for name in files}
    if DESCRIPTOR in files or len(folders) != 1:
        return files
    start = len(folders.pop()) + 1
    return {name[start:]: data for name, data in files.items()}


def write_zip(files: Files) -> bytes:
    """The files as one archive, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()
