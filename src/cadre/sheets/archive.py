"""Zip archives from anywhere: what they fail with when damaged, and how a file of one is opened."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import IO, Final

DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    struct.error,
)
"""What `zipfile` raises for an archive that is damaged, cut off, locked or packed in other ways."""


def opened(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> IO[bytes]:
    """A file of an archive, to be read. One of `DAMAGE` where it is not stored or deflated.

    Other ways of packing let a small file unpack into much before anybody can count it.
    """
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(entry.filename)
    return archive.open(entry)
