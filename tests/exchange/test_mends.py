"""Whatever is refused, it is said how to mend it: no refusal in the readers goes without."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import cadre.exchange
import cadre.exchange.mappings
import cadre.sheets

ROOMS = [Path(room.__path__[0]) for room in (cadre.exchange, cadre.exchange.mappings, cadre.sheets)]


def without_mend(code: str) -> Iterator[int]:
    """The lines where something is refused with no third word, the mend."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            refused = node.func.id in ("BadInput", "Malformed")
            if refused and len(node.args) < 3 and "mend" not in {one.arg for one in node.keywords}:
                yield node.lineno


def test_every_refusal_says_how_to_mend_it() -> None:
    files = [path for room in ROOMS for path in sorted(room.glob("*.py"))]
    assert len(files) > 30
    found = {
        f"{path.parent.name}/{path.name}": list(without_mend(path.read_text("utf-8")))
        for path in files
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_one_without_is_found() -> None:
    lines = ("raise BadInput(w, p)", "raise BadInput(w, p, m)", "raise Malformed(w, mend=m)")
    assert list(without_mend("\n".join(lines))) == [1]
