"""One state as GraphML: it comes back, other programs open it, and it says what it leaves out."""

from __future__ import annotations

from pathlib import Path

import networkx
import pytest
from hypothesis import given

from cadre.core.faults import Place
from cadre.core.graph import Framework
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language
from cadre.exchange import FORMATS, digest, read, write
from cadre.exchange.graphml import read_graphml, write_graphml
from cadre.frameworks import path_of
from tests.exchange.test_workbook import FRAMEWORK, STATES
from tests.strategies import lawful_frameworks

HERE = Place(file="councils.graphml")


@given(lawful_frameworks())
def test_a_framework_comes_back(framework: Framework) -> None:
    written = write_graphml(States("councils", framework), "en")
    back = read_graphml(written, HERE)
    assert digest(back.current) == digest(framework)
    assert write_graphml(back, "en") == written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["joint-councils", "example"])
def test_shipped_frameworks_come_back(name: str, language: Language, tmp_path: Path) -> None:
    states = read(path_of(name))
    lost = write(states, "graphml", tmp_path / "f.graphml", language)
    assert [one.in_(language).rpartition(" ")[2] for one in lost] == [
        f"{key}." for key in states if key != "current"
    ]
    assert digest(read(tmp_path / "f.graphml").current) == digest(states.current)


def test_another_program_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "f.graphml"
    _ = write(STATES, "graphml", path, "fr")
    graph = networkx.read_graphml(path)
    assert set(graph.nodes) == set(FRAMEWORK.keys())
    assert graph.nodes["group/a"]["label"] == "L’été"
    assert graph.nodes["group/a"]["name.en"] == "=1+1"
    assert graph.nodes["caravan/c"]["loaded"] is True
    assert graph.nodes["caravan/c"]["camels"] == 2.5
    (edge,) = graph.edges(data=True)
    assert edge[:2] == ("group/a", "focus-area/x")
    assert (edge[2]["type"], edge[2]["label"]) == ("covers", "travaille à")


def test_nodes_that_another_program_renamed_are_known_by_their_key() -> None:
    text = write_graphml(STATES, "en").decode()
    for number, key in enumerate(FRAMEWORK.keys()):
        for name in ("id", "source", "target"):
            text = text.replace(f'{name}="{key}"', f'{name}="n{number}"')
    assert 'id="n0"' in text
    assert read_graphml(text.encode(), HERE).current == FRAMEWORK


def test_empty_data_and_what_only_draws_is_passed_over() -> None:
    text = write_graphml(STATES, "en").decode()
    text = text.replace("<graph ", '<key id="d9" for="node" attr.name="url"/>\n<graph ', 1)
    text = text.replace("</node>", '<data key="d9"/></node>')
    text = text.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert read_graphml(text.encode("utf-16"), HERE).current == FRAMEWORK
    text = text.replace('encoding="UTF-16"', 'encoding="UTF-8"')
    assert read_graphml(text.encode(), HERE).current == FRAMEWORK


def test_it_holds_one_state() -> None:
    assert [one.fr for one in FORMATS["graphml"].loses(STATES)] == [
        "Laissé de côté\N{NO-BREAK SPACE}: l’état first.",
        "Laissé de côté\N{NO-BREAK SPACE}: l’état plan.",
    ]
