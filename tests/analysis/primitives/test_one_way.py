"""No rule goes round the primitives, and a small framework is checked without numpy."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cadre.analysis
from cadre.frameworks import path_of

ANALYSIS = Path(cadre.analysis.__file__).parent
# What a rule would take to walk, order or pair up a framework by itself.
WALKING = {"collections.deque", "heapq", "graphlib", "itertools.product", "numpy"}
QUADRATIC = {"itertools.combinations", "itertools.permutations"}
# Pairs among the few that a rule has already found to belong together.
FEW_AT_A_TIME = {
    "red_02_stated_overlap.py",
    "red_03_near_duplicate_work.py",
    "red_04_merger.py",
}


def detours(source: str, allowed: frozenset[str] = frozenset()) -> Iterator[str]:
    """What in a module walks by itself: `while`, recursion, and what is imported to that end."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        match node:
            case ast.While():
                yield f"line {node.lineno}: while"
            case ast.ImportFrom(module=module) if module:
                names = {module, *(f"{module}.{one.name}" for one in node.names)}
                for name in names & ((WALKING | QUADRATIC) - allowed):
                    yield f"line {node.lineno}: {name}"
            case ast.Import():
                for one in node.names:
                    if one.name in WALKING or one.name == "itertools":
                        yield f"line {node.lineno}: {one.name}"
            case ast.FunctionDef() if node in tree.body:
                for inner in ast.walk(node):
                    if (
                        isinstance(inner, ast.Call)
                        and isinstance(inner.func, ast.Name)
                        and inner.func.id == node.name
                    ):
                        yield f"line {inner.lineno}: {node.name} calls itself"
            case _:
                pass


@pytest.mark.parametrize(
    "path", sorted((ANALYSIS / "rules").glob("*.py")), ids=lambda path: path.stem
)
def test_no_rule_goes_round_the_primitives(path: Path) -> None:
    allowed = frozenset(
        {"itertools.combinations", "itertools.product"} if path.name in FEW_AT_A_TIME else ()
    )
    assert list(detours(path.read_text("utf-8"), allowed)) == []


@pytest.mark.parametrize(
    "name", ["coverage.py", "facts.py", "likeness.py", "overlap.py", "schedule.py"]
)
def test_nor_does_what_rules_stand_on(name: str) -> None:
    assert list(detours((ANALYSIS / name).read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "from collections import deque",
        "from itertools import chain, combinations",
        "import itertools",
        "import numpy",
        "from heapq import heappush",
        "def find(facts):\n    while facts:\n        facts.pop()",
        "def climb(key):\n    return [climb(one) for one in key]",
    ],
)
def test_a_rule_that_did_would_be_found(source: str) -> None:
    """The control."""
    assert list(detours(source))


def test_the_reference_framework_is_checked_without_numpy() -> None:
    code = (
        "import sys\n"
        "from datetime import date\n"
        "from cadre.analysis.check import check\n"
        "from cadre.exchange import read\n"
        f"from pathlib import Path\n"
        f"framework = read(Path({str(path_of('joint-councils'))!r})).at('2016-09')\n"
        "assert check(framework, date(2016, 9, 14))\n"
        "print('numpy' in sys.modules)\n"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
