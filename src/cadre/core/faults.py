"""What a person did that cannot be: said once, clearly, at the place it concerns."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from cadre.core.text import Language, Text

_LONGEST: Final = 160
"""Letters of a place, and half as many again of what is wrong: names in a file may be endless."""
_BREAKS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_UNSEEN: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Letters that nobody sees: two keys may differ by one."""
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
        parts = [_shortened(self.file, 2 * _LONGEST)] if self.file else []
        for name in ("sheet", "row", "column", "path"):
            value = getattr(self, name)
            if value:
                parts.append(_WORDS[name].in_(language).format(_shortened(str(value), _LONGEST)))
        return ", ".join(parts)


def _visible(text: str) -> str:
    """The text on one line, what cannot be seen in it written out."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", _BREAKS.sub(" ", text))


def _shortened(text: str, most: int) -> str:
    """The text with its middle left out where it is long: how it begins and ends tells most."""
    if len(text) <= most:
        return text
    return f"{text[: most * 2 // 3]} … {text[-most // 3 :]}"


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
        said = f"{line}{_shortened(self.what.in_(language), 2 * _LONGEST)}"
        mend = self.mend.in_(language)
        return _visible(f"{said} {mend}" if mend else said)

    def lines(self, language: Language) -> tuple[str, ...]:
        """One line a fault: here there is one."""
        return (self.in_words(language),)


class ManyFaults(BadInput):
    """Several faults of one file, in the order they were found; as one, it is the first."""

    def __init__(self, faults: Sequence[BadInput], *, more: bool = False) -> None:
        first = faults[0]
        super().__init__(first.what, first.place, first.mend)
        self.faults = tuple(faults)
        self.more = more

    def lines(self, language: Language) -> tuple[str, ...]:
        """One line a fault, and one more where there are others."""
        lines = tuple(fault.in_words(language) for fault in self.faults)
        if not self.more:
            return lines
        count = len(lines)
        more = Text(
            f"Stopped after {count} faults: there are more.",
            f"Arrêt après {count} fautes\N{NO-BREAK SPACE}: il y en a d’autres.",
        )
        return (*lines, more.in_(language))


class Faults:
    """Takes the faults of a file as it is read: the first ends the reading, or one past `most`."""

    def __init__(self, most: int = 1) -> None:
        self._most = most
        self._found: list[BadInput] = []

    def add(self, fault: BadInput) -> None:
        """Keep a fault and let reading go on; BadInput when no more are wanted."""
        if self._most == 1:
            raise fault
        if len(self._found) == self._most:
            raise ManyFaults(self._found, more=True)
        self._found.append(fault)

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Keep what is raised inside, and go on after it."""
        try:
            yield
        except ManyFaults:
            raise
        except BadInput as fault:
            self.add(fault)

    def settle(self) -> None:
        """BadInput with all that was found, nothing when that is nothing."""
        if self._found:
            raise ManyFaults(self._found)


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
