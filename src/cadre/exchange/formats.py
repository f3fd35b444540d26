"""The registry of formats, and the two calls that everybody uses: read a path, write a path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cadre.core.faults import BadInput, Place
from cadre.core.states import States
from cadre.core.text import Text
from cadre.exchange.bundle import (
    DESCRIPTOR,
    read_bundle,
    read_folder,
    read_zip,
    write_bundle,
    write_zip,
)
from cadre.exchange.document import read_document, write_document

LossReport = tuple[Text, ...]
"""What a format could not hold, one sentence each; empty when nothing is lost."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files: what it is called, its endings, what it can do."""

    key: str
    label: Text
    help: Text
    endings: tuple[str, ...]
    reads: bool
    writes: bool
    holds_states: bool
    write: Callable[[States], Mapping[str, bytes] | bytes]


FORMATS: Final[Mapping[str, Format]] = {
    one.key: one
    for one in (
        Format(
            "document",
            Text("Document", "Document"),
            Text(
                "One canonical JSON file with every state; two versions compare line by line.",
                "Un seul fichier JSON canonique avec tous les états; deux versions se comparent "
                "ligne à ligne.",
            ),
            (".json",),
            reads=True,
            writes=True,
            holds_states=True,
            write=write_document,
        ),
        Format(
            "bundle",
            Text("Bundle of tables", "Lot de tableaux"),
            Text(
                "A folder or zip of CSV tables, one a type, that a person can keep in a "
                "spreadsheet.",
                "Un dossier ou un zip de tableaux CSV, un par type, qu’une personne peut tenir "
                "dans un tableur.",
            ),
            ("", ".zip"),
            reads=True,
            writes=True,
            holds_states=True,
            write=write_bundle,
        ),
    )
}


def is_file_name(source: str) -> bool:
    """Whether a source on the command line means a file: it exists, or it has a known ending."""
    endings = [ending for one in FORMATS.values() for ending in one.endings if ending]
    return Path(source).exists() or source.casefold().endswith(tuple(endings))


def read(path: Path) -> States:
    """All states of the framework in a file or folder.

    BadInput when it cannot be read, is of no known format, or is faulty.
    """
    place = Place(file=str(path))
    if path.is_dir():
        return read_bundle(read_folder(path), place)
    if not path.exists():
        raise BadInput(
            Text("there is no such file.", "ce fichier n’existe pas."),
            place,
            Text("Check the path.", "Vérifier le chemin."),
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(
            Text(
                f"the file cannot be read ({error.strerror}).",
                f"le fichier ne peut pas être lu ({error.strerror}).",
            ),
            place,
        ) from None
    if data[:4] == b"PK\x03\x04":
        return read_bundle(read_zip(data, place), place)
    if path.suffix.casefold() == ".json":
        if path.name == DESCRIPTOR:
            return read_bundle(read_folder(path.parent), Place(file=str(path.parent)))
        return read_document(data, place)
    endings = ", ".join(sorted(e for one in FORMATS.values() for e in one.endings if e))
    raise BadInput(
        Text("the file is of no known format.", "le fichier n’est d’aucun format connu."),
        place,
        Text(f"Known endings: {endings}, or a folder.", f"Connus : {endings}, ou un dossier."),
    )


def as_bytes(states: States, format_key: str) -> bytes:
    """All states in a format, as one file; a bundle is zipped."""
    written = FORMATS[format_key].write(states)
    return written if isinstance(written, bytes) else write_zip(written)


def write(states: States, format_key: str, path: Path) -> LossReport:
    """Write all states to a file, or a bundle to a folder. Complete or not at all.

    BadInput when the path cannot be written. What the format could not hold comes back.
    """
    written = FORMATS[format_key].write(states)
    try:
        if isinstance(written, bytes):
            _replace(path, written)
        elif path.suffix.casefold() == ".zip":
            _replace(path, write_zip(written))
        else:
            _write_folder(path, written)
    except OSError as error:
        raise BadInput(
            Text(
                f"the file cannot be written ({error.strerror}).",
                f"le fichier ne peut pas être écrit ({error.strerror}).",
            ),
            Place(file=str(path)),
        ) from None
    return ()


def _replace(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(data)
    beside.replace(path)


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Every file of the bundle, and no table left over from an earlier one."""
    if folder.exists() and any(folder.iterdir()) and not (folder / DESCRIPTOR).exists():
        raise BadInput(
            Text(
                "the folder is not empty and holds no bundle.",
                "le dossier n’est pas vide et ne contient pas de lot.",
            ),
            Place(file=str(folder)),
            Text("Name a new folder.", "Nommer un nouveau dossier."),
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(files):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, files[name])
    for path in sorted(folder.rglob("*.csv")):
        if path.relative_to(folder).as_posix() not in files:
            path.unlink()
