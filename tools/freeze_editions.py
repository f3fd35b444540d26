"""Give the editions of a bundle the digests of what their tables now hold.

Only for a bundle whose editions were edited on purpose before it is published: afterwards an
edition never changes, and a digest that does not match is there to say so. Nothing is written
when anything else in the bundle is faulty.

    python tools/freeze_editions.py frameworks/example
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from cadre.core.faults import BadInput, Place
from cadre.exchange import digest
from cadre.exchange.bundle import STATES, read_bundle
from cadre.exchange.bundle_files import DESCRIPTOR, Files, read_folder
from cadre.sheets.tables import Row, read_table, write_table


def freeze(folder: Path) -> Iterator[str]:
    """Rewrite states.csv where a digest is out of date; yield one line for each edition.

    BadInput, and nothing written, for a bundle that is faulty in any other way.
    """
    files = read_folder(folder)
    if STATES not in files:
        return
    table = read_table(files[STATES], Place(file=f"{folder}/{STATES}"))
    rows = [dict(row.cells) for row in table.rows]
    lines: list[str] = []
    for row, cells in zip(table.rows, rows, strict=True):
        if cells.get("kind") == "edition":
            new = _digest(files, row, folder)
            lines.append(_line(cells, new))
            cells["digest"] = new
    frozen: Mapping[str, bytes] = {**files, STATES: write_table(table.headers, rows)}
    _ = read_bundle(frozen, Place(file=str(folder)))
    if frozen[STATES] != files[STATES]:
        (folder / STATES).write_bytes(frozen[STATES])
    yield from lines


def _digest(files: Files, row: Row, folder: Path) -> str:
    """Return the digest of the tables of one edition, read as a bundle of their own."""
    home = f"editions/{row.cells.get('key', '')}/"
    alone = {name.removeprefix(home): data for name, data in files.items() if name.startswith(home)}
    if DESCRIPTOR in files:
        descriptor = json.loads(files[DESCRIPTOR])
        alone[DESCRIPTOR] = json.dumps({**descriptor, "resources": []}).encode()
    return digest(read_bundle(alone, Place(file=f"{folder}/{home.rstrip('/')}")).current)


def _line(cells: Mapping[str, str], new: str) -> str:
    old = cells.get("digest", "")
    if old == new:
        return f"{cells.get('key')}: unchanged"
    return f"{cells.get('key')}: {old[:12] or 'no digest'} -> {new[:12]}"


def main(arguments: list[str]) -> int:
    """Freeze the one bundle that is named; return the exit code."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        for line in freeze(Path(arguments[0])):
            print(line)
    except BadInput as fault:
        print(fault, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
