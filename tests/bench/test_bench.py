"""The bench: frameworks made to size, engines that agree, and a page that names every suite."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import federation, made
from bench.__main__ import SUITES
from cadre.core.graph import Framework
from cadre.core.validate import validate

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "developer" / "performance.md"


@pytest.fixture(scope="module")
def small() -> Framework:
    return made.made(made.SMALL)


@pytest.mark.parametrize("suite", sorted(SUITES))
def test_the_page_on_performance_names_every_suite(suite: str) -> None:
    assert f"make bench ARGS={suite}" in PAGE.read_text("utf-8")


def test_the_page_names_no_suite_that_is_not_there() -> None:
    lines = PAGE.read_text("utf-8").split("make bench ARGS=")[1:]
    assert {line.split()[0].strip("`|") for line in lines} == set(SUITES)


def test_a_shape_gives_the_same_framework_each_time(small: Framework) -> None:
    assert made.made(made.SMALL) == small


def test_what_is_made_is_lawful_and_in_both_languages(small: Framework) -> None:
    assert validate(small) == ()
    names = [element.text("name") for element in small.elements()]
    assert all(name.en and name.fr and name.en != name.fr for name in names)


def test_shapes_are_of_the_sizes_they_say() -> None:
    assert len(made.made(made.LARGE)) == 13_000
    counts = (
        made.FEDERATION.councils,
        made.FEDERATION.groups,
        made.FEDERATION.areas,
        made.FEDERATION.priorities,
        made.FEDERATION.results,
        made.FEDERATION.activities,
        made.FEDERATION.deliverables,
        made.FEDERATION.seats,
        made.FEDERATION.documents,
        made.FEDERATION.periods,
    )
    assert sum(counts) + 10 + 6 == 100_000
    assert made.FEDERATION.links == 1_000_000


def test_a_share_of_links_changes_and_their_number_does_not(small: Framework) -> None:
    before = small.columns
    after = made.altered(before, 0.1)
    old, new = set(before.ids()), set(after.ids())
    assert len(new) == len(old)
    assert len(old - new) == round(len(old) * 0.05)
    assert list(made.altered(before, 0.1).ids()) == list(after.ids())


def test_primitives_and_networkx_give_the_same_answers(small: Framework) -> None:
    columns = small.columns
    links = [
        (columns.sources[row], columns.targets[row], name)
        for number, name in enumerate(columns.types)
        for row in columns.span(number)
    ]
    ours = federation.asked_of_columns(columns)()
    others = federation.asked_of_networkx(federation.parted(list(columns.keys), links))()
    assert ours == others or ours.digest() == others.digest()
    assert ours.knots
    assert ours.sharing
    assert any(groups > 1 and councils > 1 for groups, councils in ours.covered.values())


def test_other_answers_have_another_digest(small: Framework) -> None:
    """The control of the one before."""
    ours = federation.asked_of_columns(small.columns)()
    moved = federation.asked_of_columns(made.altered(small.columns, 0.05))()
    assert moved.digest() != ours.digest()


def test_an_engine_answers_from_the_rows_of_a_store(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "bench.federation"]
    subprocess.run([*run, "fill", str(tmp_path), "SMALL"], check=True, cwd=ROOT)
    found = [
        json.loads(
            subprocess.run(
                [*run, engine, str(tmp_path)], check=True, cwd=ROOT, capture_output=True, text=True
            ).stdout
        )
        for engine in ("ours", "networkx", "lean-networkx")
    ]
    assert len({one["digest"] for one in found}) == 1
    assert all(one["seconds"] > 0 and one["peak"] > 0 for one in found)
