"""The registry of formats, and the two calls that everybody uses: read a path, write a path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cadre.core.faults import BadInput, Faults, Place, reason_of
from cadre.core.states import CURRENT, States
from cadre.core.text import Language, Text
from cadre.exchange.bundle import read_bundle, write_bundle
from cadre.exchange.bundle_files import DESCRIPTOR, read_folder, read_zip, write_zip
from cadre.exchange.document import MOST_BYTES, USE_BUNDLE, read_document, write_document
from cadre.exchange.door import unreadable
from cadre.sheets.limits import DIVIDE, USE_TABLES, read_file

LossReport = tuple[Text, ...]
"""What a format could not hold, one sentence each; empty when nothing is lost."""

MOST_ZIPPED_BYTES: Final = 50_000_000
_HEAD: Final = 4096
_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be read: a path, whether it is a folder, and how the file begins."""

    path: Path
    head: bytes = b""

    @property
    def place(self) -> Place:
        """The whole file, for whoever must complain."""
        return Place(file=str(self.path))

    @property
    def ending(self) -> str:
        """How the name ends, in lower case."""
        return self.path.suffix.casefold()

    def data(self, most: int, mend: Text = USE_TABLES) -> bytes:
        """The bytes of the file. BadInput when there are more than `most`."""
        return read_file(self.path, most, self.place, mend)


def _nothing_lost(_: States) -> LossReport:
    return ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files: what it is called, its endings, what it can do.

    `recognises` looks at a name and how the file begins; the first format that does reads it.
    `write` takes the language of the words, which formats for programs do without.
    """

    key: str
    label: Text
    help: Text
    endings: tuple[str, ...]
    reads: bool
    writes: bool
    holds_states: bool
    write: Callable[[States, Language], Mapping[str, bytes] | bytes]
    recognises: Callable[[Source], bool]
    read: Callable[[Source, Faults], States]
    loses: Callable[[States], LossReport] = _nothing_lost


# --- the workbook, with its libraries only when it is used -------------------------------------


def _is_workbook(source: Source) -> bool:
    if source.ending in (".xlsx", ".xlsm", ".xls"):
        return True
    if source.ending == ".zip" or source.head[:4] != _ZIP:
        return False
    from cadre.sheets.xlsx_reading import is_workbook

    return is_workbook(source.path)


def _read_workbook(source: Source, faults: Faults) -> States:
    from cadre.exchange.workbook_reading import read_workbook
    from cadre.sheets.xlsx_reading import MOST_FILE_BYTES

    if source.head[:4] == _OLD_OFFICE:
        raise BadInput(
            Text(
                "this is an old .xls file, or one with a password.",
                "c’est un ancien fichier .xls, ou un fichier avec mot de passe.",
            ),
            source.place,
            Text(
                "Save it as .xlsx, without a password.",
                "L’enregistrer en .xlsx, sans mot de passe.",
            ),
        )
    return read_workbook(source.data(MOST_FILE_BYTES), source.place, faults)


def _write_workbook(states: States, language: Language) -> bytes:
    from cadre.exchange.workbook import write_states_workbook

    return write_states_workbook(states, language)


# --- GraphML -----------------------------------------------------------------------------------


def _is_graphml(source: Source) -> bool:
    return source.ending in (".graphml", ".xml") or b"<graphml" in source.head


def _read_graphml(source: Source, faults: Faults) -> States:
    from cadre.exchange.graphml import MOST_BYTES, read_graphml

    return read_graphml(source.data(MOST_BYTES), source.place, faults)


def _write_graphml(states: States, language: Language) -> bytes:
    from cadre.exchange.graphml import write_graphml

    return write_graphml(states, language)


def _states_left_out(states: States) -> LossReport:
    return tuple(
        Text(f"Left out: the state {key}.", f"Laissé de côté : l’état {key}.")
        for key in states
        if key != CURRENT
    )


# --- document and bundle -----------------------------------------------------------------------


def _is_bundle(source: Source) -> bool:
    return source.path.is_dir() or source.head[:4] == _ZIP or source.path.name == DESCRIPTOR


def _read_bundle(source: Source, faults: Faults) -> States:
    place = source.place
    if source.path.is_dir():
        return read_bundle(read_folder(source.path, place), place, faults)
    if source.path.name == DESCRIPTOR:
        return _read_bundle(Source(source.path.parent), faults)
    return read_bundle(read_zip(source.data(MOST_ZIPPED_BYTES, DIVIDE), place), place, faults)


def _read_document(source: Source, faults: Faults) -> States:
    return read_document(source.data(MOST_BYTES, USE_BUNDLE), source.place, faults)


FORMATS: Final[Mapping[str, Format]] = {
    one.key: one
    for one in (
        Format(
            "xlsx",
            Text("Workbook", "Classeur"),
            Text(
                "One Excel file with a sheet a type, headers, help and lists of choices in words "
                "of your language; every state.",
                "Un seul fichier Excel avec une feuille par type, des en-têtes, de l’aide et des "
                "listes de choix dans les mots de votre langue; chaque état.",
            ),
            (".xlsx",),
            reads=True,
            writes=True,
            holds_states=True,
            write=_write_workbook,
            recognises=_is_workbook,
            read=_read_workbook,
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
            write=lambda states, _: write_bundle(states),
            recognises=_is_bundle,
            read=_read_bundle,
        ),
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
            write=lambda states, _: write_document(states),
            recognises=lambda source: source.ending == ".json",
            read=_read_document,
        ),
        Format(
            "graphml",
            Text("GraphML", "GraphML"),
            Text(
                "One state as a graph for yEd, Gephi and other programs: elements as nodes, links "
                "as edges, attributes as data.",
                "Un seul état sous forme de graphe pour yEd, Gephi et d’autres logiciels : "
                "éléments en nœuds, liens en arêtes, attributs en données.",
            ),
            (".graphml",),
            reads=True,
            writes=True,
            holds_states=False,
            write=_write_graphml,
            recognises=_is_graphml,
            read=_read_graphml,
            loses=_states_left_out,
        ),
    )
}


def is_file_name(source: str) -> bool:
    """Whether a source on the command line means a file: it exists, or it has a known ending."""
    endings = [ending for one in FORMATS.values() for ending in one.endings if ending]
    return Path(source).exists() or source.casefold().endswith(tuple(endings))


def read(path: Path, most_faults: int = 1) -> States:
    """All states of the framework in a file or folder.

    BadInput when it cannot be read, is of no known format, or is faulty. Reading ends at the first
    fault, or goes on and tells as many as `most_faults`, which are then ManyFaults.
    """
    faults = Faults(most_faults)
    states: States | None = None
    with faults.gathered():
        states = _read(path, faults)
    faults.settle()
    assert states is not None  # noqa: S101 -- else there is a fault
    return states


def _read(path: Path, faults: Faults) -> States:
    place = Place(file=str(path))
    if not path.exists():
        raise BadInput(
            Text("there is no such file.", "ce fichier n’existe pas."),
            place,
            Text("Check the path.", "Vérifier le chemin."),
        )
    try:
        source = Source(path, b"" if path.is_dir() else _head(path))
        known = next((one for one in FORMATS.values() if one.recognises(source)), None)
        if known is not None:
            return known.read(source, faults)
    except OSError as error:
        raise unreadable(error, place) from None
    endings = ", ".join(sorted(e for one in FORMATS.values() for e in one.endings if e))
    raise BadInput(
        Text("the file is of no known format.", "le fichier n’est d’aucun format connu."),
        place,
        Text(f"Known endings: {endings}, or a folder.", f"Connus : {endings}, ou un dossier."),
    )


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def as_bytes(states: States, format_key: str, language: Language = "en") -> bytes:
    """All states in a format, as one file; a bundle is zipped.

    `language` is that of headers and choices, in formats that people read.
    """
    written = FORMATS[format_key].write(states, language)
    return written if isinstance(written, bytes) else write_zip(written)


def write(states: States, format_key: str, path: Path, language: Language = "en") -> LossReport:
    """Write all states to a file, or a bundle to a folder. Complete or not at all.

    BadInput when the path cannot be written. What the format could not hold comes back.
    """
    written = FORMATS[format_key].write(states, language)
    try:
        if isinstance(written, bytes):
            _replace(path, written)
        elif path.suffix.casefold() == ".zip":
            _replace(path, write_zip(written))
        else:
            _write_folder(path, written)
    except OSError as error:
        reason = reason_of(error)
        raise BadInput(
            Text(
                f"the file cannot be written ({reason.en}).",
                f"le fichier ne peut pas être écrit ({reason.fr}).",
            ),
            Place(file=str(path)),
            Text("Name another place.", "Nommer un autre endroit."),
        ) from None
    return FORMATS[format_key].loses(states)


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
