"""What a file may hold, counted while it is read: bytes, letters and cells.

A file that says it is small may be endless, and one that is small may unfold. Nothing beyond
these limits is ever held in memory.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from cadre.core.faults import BadInput, Place
from cadre.core.text import Text

USE_TABLES: Final = Text(
    "Use a document or a bundle for so large a framework.",
    "Employer un document ou un lot pour un cadre aussi grand.",
)
DIVIDE: Final = Text(
    "Leave out states that are no longer needed, or divide the framework.",
    "Laisser de côté les états devenus inutiles, ou diviser le cadre.",
)
_FOUR_BYTES: Final = re.compile(rb"[\xf0-\xff]")
_CHUNK: Final = 1 << 20
_MOST_DECODED: Final = 128_000_000
"""Bytes that a text takes once it is decoded: one, two or four a letter."""


class Readable(Protocol):
    """Anything that bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end."""
        ...


@dataclass
class Budget:
    """How many bytes may still be read, over all parts of a file; and what to do about more."""

    left: int
    mend: Text = USE_TABLES

    def spend(self, count: int, place: Place) -> None:
        """BadInput when more was read than agreed."""
        self.left -= count
        if self.left < 0:
            raise BadInput(
                Text(
                    "the file holds more than can be read safely.",
                    "le fichier contient plus que ce qui peut être lu sans danger.",
                ),
                place,
                self.mend,
            )

    def read_all(self, stream: Readable, place: Place) -> bytes:
        """All bytes of a stream, counted as they come. BadInput when they are too many."""
        out = io.BytesIO()
        while chunk := stream.read(_CHUNK):
            self.spend(len(chunk), place)
            _ = out.write(chunk)
        return out.getvalue()


def read_file(path: Path, most: int, place: Place, mend: Text = USE_TABLES) -> bytes:
    """The bytes of a file. BadInput when there are more than `most`, however large it says it is.

    OSError when it cannot be read.
    """
    too_large = BadInput(
        Text(
            f"the file is larger than {most // 1_000_000} MB.",
            f"le fichier dépasse {most // 1_000_000} Mo.",
        ),
        place,
        mend,
    )
    with path.open("rb") as file:
        if path.stat().st_size > most:
            raise too_large
        data = file.read(most + 1)
    if len(data) > most:
        raise too_large
    return data


def decoded(data: bytes, place: Place, mend: Text) -> str:
    """The text of a file: UTF-8, or UTF-16 where a byte-order mark says so.

    BadInput, at the line, for other bytes (`mend` says how to save it), and for a text that would
    take too much memory.
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    width = 2 if wide else _width(data)
    if len(data) * width > _MOST_DECODED and _letters(data, wide) * width > _MOST_DECODED:
        raise BadInput(
            Text(
                "the file holds more text than can be read safely.",
                "le fichier contient plus de texte que ce qui peut être lu sans danger.",
            ),
            place,
            DIVIDE,
        )
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        name = "UTF-16" if wide else "UTF-8"
        raise BadInput(
            Text(
                f"the file is not {name} (byte {error.start + 1}).",
                f"le fichier n’est pas en {name} (octet {error.start + 1}).",
            ),
            place.at(row=data.count(b"\n", 0, error.start) + 1),
            mend,
        ) from None


def _width(data: bytes) -> int:
    """Bytes a letter takes in memory: one beyond the basic plane makes all of them wide."""
    if data.isascii():
        return 1
    return 4 if _FOUR_BYTES.search(data) else 2


def _letters(data: bytes, wide: bool) -> int:
    """About how many letters: bytes that go on with a letter are not counted."""
    return len(data) // 2 if wide else len(data.translate(None, bytes(range(0x80, 0xC0))))


def weight(text: str | bytes, weights: Mapping[str, int]) -> int:
    """About how many bytes the values of a text take once it is parsed.

    Values end at marks; `weights` says what one that ends at a mark takes. Marks inside texts are
    counted too: it is never less than it will be.
    """
    if isinstance(text, bytes):
        return sum(text.count(mark.encode()) * each for mark, each in weights.items())
    return sum(text.count(mark) * each for mark, each in weights.items())


def refuse_crowded(heavy: int, most: int, place: Place, mend: Text) -> None:
    """BadInput, before anything is parsed, for values that would take more than `most` bytes."""
    if heavy > most:
        raise BadInput(
            Text(
                "the file has more values than can be read safely.",
                "le fichier a plus de valeurs que ce qui peut être lu sans danger.",
            ),
            place,
            mend,
        )


def refuse_endless(text: str, marks: str, longest: int, place: Place) -> None:
    """BadInput for a stretch with none of the marks; one of half of `longest` is let pass."""
    step = longest // 2
    for start in range(0, len(text) - step, step):
        if all(text.find(mark, start, start + step) < 0 for mark in marks):
            raise BadInput(
                Text(
                    f"a text or a line has more than {step} letters.",
                    f"un texte ou une ligne a plus de {step} lettres.",
                ),
                place,
                Text("Shorten it.", "Le raccourcir."),
            )
