"""Every format brings back the same framework; what was changed in one is seen by `diff`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cadre.cli import main
from cadre.core.change import diff
from cadre.core.graph import Element, Framework, Link
from cadre.core.settings import Settings
from cadre.core.states import Edition, Scenario, States
from cadre.core.text import Text
from cadre.core.values import NotedText
from cadre.exchange import digest, digest_of_states, read, write
from cadre.frameworks import path_of
from tests.strategies import WITH_CARAVANS

WHOLE = {"document": "f.json", "bundle": "f", "xlsx": "f.xlsx"}
NAMES = [*WHOLE.items(), ("bundle", "f.zip")]
AWKWARD = ("=1+1", "+33", "-5", "@cmd", "'quoted'", "two\nlines", "\ttab", "a;b,c", '"said"', " x ")


def awkward(text: str) -> States:
    """A framework that says one text wherever it may, with an edition and a scenario."""
    both = Text(text, text)
    elements = [
        Element(
            "group/a",
            {
                "name": both,
                "provenance": text,
                "also-known-as": (NotedText(both, text, text),),
            },
        ),
        Element("caravan/c", {"motto": text, "route": both, "stops": (NotedText(both),)}),
        Element("focus-area/x", {"name": Text("X", "Ixe")}),
    ]
    links = [Link("covers", "group/a", "focus-area/x", {"what": both, "provenance": text})]
    current = Framework.of(WITH_CARAVANS, elements, links, Settings.of({"name": both}))
    before = Framework.of(WITH_CARAVANS, [Element("group/a", {"name": both})])
    edition = Edition("first", before, digest(before), 1, Text("First", "Première"))
    scenario = Scenario("plan", "first", diff(before, current), Text("Plan", "Plan"))
    return States("councils", current, {"first": edition}, {"plan": scenario})


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.parametrize(("form", "name"), NAMES)
def test_awkward_texts_come_back_with_every_state(
    tmp_path: Path, form: str, name: str, text: str
) -> None:
    states = awkward(text)
    assert write(states, form, tmp_path / name) == ()
    back = read(tmp_path / name)
    assert digest_of_states(back) == digest_of_states(states)
    assert back.current["group/a"].values["provenance"] == text


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_come_back_from_one_state_as_graphml(tmp_path: Path, text: str) -> None:
    states = awkward(text)
    _ = write(states, "graphml", tmp_path / "f.graphml")
    assert digest(read(tmp_path / "f.graphml").current) == digest(states.current)


@pytest.mark.parametrize("name", ["example", "joint-councils"])
def test_a_framework_goes_through_all_formats_unchanged(tmp_path: Path, name: str) -> None:
    states = read(path_of(name))
    for form, file in NAMES:
        _ = write(states, form, tmp_path / file, "fr")
        states = read(tmp_path / file)
    assert digest_of_states(states) == digest_of_states(read(path_of(name)))


# --- what diff sees ----------------------------------------------------------------------------

EXAMPLE = path_of("example")


def cadre(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def compared(path: Path) -> tuple[int, Any]:
    result = cadre("diff", str(EXAMPLE), str(path), "--format", "json")
    return result.exit_code, json.loads(result.stdout)


def with_link_changed(framework: Framework) -> Framework:
    """One attribute of one link says something else."""
    links = list(framework.links())
    place = next(n for n, link in enumerate(links) if link.values.get("what"))
    link = links[place]
    links[place] = Link(*link.id, {**link.values, "what": Text("Something else", "Autre chose")})
    return Framework.of(framework.metamodel, framework.elements(), links, framework.settings)


@pytest.mark.parametrize(("form", "name"), NAMES)
def test_nothing_differs_when_nothing_was_changed(tmp_path: Path, form: str, name: str) -> None:
    _ = write(read(EXAMPLE), form, tmp_path / name)
    code, report = compared(tmp_path / name)
    assert (code, report["links_changed"], report["states"]) == (0, [], {})


@pytest.mark.parametrize(("form", "name"), NAMES)
def test_a_changed_attribute_of_a_link_is_seen(tmp_path: Path, form: str, name: str) -> None:
    states = read(EXAMPLE)
    _ = write(replace(states, current=with_link_changed(states.current)), form, tmp_path / name)
    code, report = compared(tmp_path / name)
    assert code == 1
    assert [one["field"] for one in report["links_changed"]] == ["what", "what"]
    assert {one["new"] for one in report["links_changed"]} == {"Something else", "Autre chose"}
    assert report["changed"] == report["added"] == report["removed"] == []


@pytest.mark.parametrize(("form", "name"), NAMES)
def test_a_changed_edition_is_seen(tmp_path: Path, form: str, name: str) -> None:
    states = read(EXAMPLE)
    (edition,) = states.editions.values()
    framework = with_link_changed(edition.framework)
    other = replace(edition, framework=framework, digest=digest(framework))
    _ = write(States(states.key, states.current, {other.key: other}), form, tmp_path / name)
    code, report = compared(tmp_path / name)
    assert code == 1
    assert report["links_changed"] == []
    assert report["states"][edition.key]["change"] == "changed"
    assert len(report["states"][edition.key]["links_changed"]) == 2
    said = cadre("diff", str(EXAMPLE), str(tmp_path / name))
    assert (said.exit_code, edition.name.en in said.stdout) == (1, True)
