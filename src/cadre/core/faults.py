"""What a person did that cannot be: said once, clearly, at the place it concerns."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from cadre.core.text import Language, Text

_WORDS = {
    "sheet": Text("sheet {}", "feuille {}"),
    "row": Text("row {}", "ligne {}"),
    "column": Text("column {}", "colonne {}"),
    "path": Text("at {}", "à {}"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: what of it applies."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    path: str = ""

    def at(self, *, row: int | None = None, column: str = "", path: str = "") -> Place:
        """A place inside this one."""
        return Place(
            self.file,
            self.sheet,
            self.row if row is None else row,
            column or self.column,
            path or self.path,
        )

    def in_words(self, language: Language) -> str:
        """The place in words, such as `group.csv, row 4, column kind`."""
        parts = [self.file] if self.file else []
        for name in ("sheet", "row", "column", "path"):
            value = getattr(self, name)
            if value:
                parts.append(_WORDS[name].in_(language).format(value))
        return ", ".join(parts)


class BadInput(Exception):
    """Input that is refused whole. Says what is wrong, where, and how to mend it."""

    def __init__(self, what: Text, place: Place | None = None, mend: Text | None = None) -> None:
        super().__init__(what.en)
        self.what = what
        self.place = place or Place()
        self.mend = mend or Text()

    def __str__(self) -> str:
        return self.in_words("en")

    def in_words(self, language: Language) -> str:
        """One line: place, what is wrong, the mend."""
        place = self.place.in_words(language)
        colon = "\N{NO-BREAK SPACE}: " if language == "fr" else ": "
        line = f"{place}{colon}" if place else ""
        said = f"{line}{self.what.in_(language)}"
        mend = self.mend.in_(language)
        return " ".join((f"{said} {mend}" if mend else said).split("\n"))


_REASONS = {
    errno.ENOENT: Text("no such file or folder", "fichier ou dossier introuvable"),
    errno.EACCES: Text("permission denied", "permission refusée"),
    errno.EPERM: Text("not permitted", "non permis"),
    errno.EISDIR: Text("it is a folder", "c’est un dossier"),
    errno.ENOTDIR: Text(
        "a part of the path is not a folder", "une partie du chemin n’est pas un dossier"
    ),
    errno.EEXIST: Text("it is there already", "il existe déjà"),
    errno.ENAMETOOLONG: Text("the name is too long", "le nom est trop long"),
    errno.ENOSPC: Text("no room is left", "il ne reste plus d’espace"),
    errno.EROFS: Text("the disk is read-only", "le disque est en lecture seule"),
    errno.EADDRINUSE: Text("the address is in use", "l’adresse est déjà prise"),
    errno.EADDRNOTAVAIL: Text(
        "the address is not of this machine", "l’adresse n’est pas de cet ordinateur"
    ),
}


def reason_of(error: OSError) -> Text:
    """Why the system refused, in both languages; in the system's own words where it is rare."""
    rare = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Text(rare, rare))
