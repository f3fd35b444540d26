"""What is written comes back: values, types, changes, states, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.core.change import Changes, diff, invert
from cadre.core.dates import PartialDate
from cadre.core.faults import Place
from cadre.core.graph import Element, Framework
from cadre.core.kernel import KERNEL
from cadre.core.keys import RESERVED_STATE
from cadre.core.metamodel import Metamodel
from cadre.core.states import Edition, Scenario, States
from cadre.core.text import Text
from cadre.exchange import FORMATS, digest, digest_of_states, read, write
from cadre.exchange.bundle import read_bundle, write_bundle
from cadre.exchange.bundle_changes import read_changes, write_changes
from cadre.exchange.bundle_files import read_zip, write_zip
from cadre.exchange.document import read_document, write_document
from cadre.exchange.json_changes import change_from_json, change_to_json
from cadre.sheets.tables import read_table
from tests.strategies import frameworks, lawful_frameworks, texts

HERE = Place(file="here")


def heading() -> st.SearchStrategy[Text]:
    return texts.map(lambda text: Text(text.en.strip(), text.fr.strip()))


@st.composite
def all_states(draw: st.DrawFn) -> States:
    """States with an edition and a scenario on it, all lawful."""
    current, frozen, outcome = (draw(lawful_frameworks()) for _ in range(3))
    edition = Edition(
        "first",
        frozen,
        digest(frozen),
        draw(st.integers(0, 9)),
        draw(heading()),
        PartialDate(2016, 9),
        "meeting/m",
        draw(heading()),
        draw(heading()),
    )
    scenario = Scenario("plan", "first", diff(frozen, outcome), draw(heading()))
    return States("councils", current, {"first": edition}, {"plan": scenario})


@given(frameworks(), frameworks())
def test_changes_come_back_from_json(a: Framework, b: Framework) -> None:
    changes = diff(a, b)
    written = json.loads(json.dumps([change_to_json(one) for one in changes]))
    assert tuple(change_from_json(one) for one in written) == changes


@given(frameworks(), frameworks())
def test_changes_come_back_from_a_table(a: Framework, b: Framework) -> None:
    for changes in (diff(a, b), invert(diff(a, b))):
        assert _from_table(changes) == changes


def _from_table(changes: Changes) -> Changes:
    return read_changes(read_table(write_changes(changes), HERE))


@given(all_states())
def test_states_come_back_from_a_document(states: States) -> None:
    written = write_document(states)
    back = read_document(written, HERE)
    assert digest_of_states(back) == digest_of_states(states)
    assert back.at("plan") == states.at("plan")
    assert write_document(back) == written


@given(all_states())
def test_states_come_back_from_a_zipped_bundle(states: States) -> None:
    written = write_zip(write_bundle(states))
    back = read_bundle(read_zip(written, HERE), HERE)
    assert digest_of_states(back) == digest_of_states(states)
    assert write_zip(write_bundle(back)) == written


@pytest.mark.parametrize(
    ("form", "name"), [("document", "f.json"), ("bundle", "f"), ("bundle", "f.zip")]
)
def test_states_come_back_from_a_file(tmp_path: Path, form: str, name: str) -> None:
    framework = Framework.of(KERNEL, [Element("group/a", {"name": Text("=1+1", "'é")})])
    states = States("councils", framework)
    assert write(states, form, tmp_path / name) == ()
    assert digest_of_states(read(tmp_path / name)) == digest_of_states(states)
    assert {one.key for one in FORMATS.values() if one.writes} >= {form}


def test_a_bundle_written_again_leaves_no_table_of_before(tmp_path: Path) -> None:
    two = Framework.of(KERNEL, [Element("group/a"), Element("term/t")])
    one = Framework.of(KERNEL, [Element("group/a")])
    _ = write(States("councils", two), "bundle", tmp_path / "f")
    _ = write(States("councils", one), "bundle", tmp_path / "f")
    assert digest(read(tmp_path / "f").current) == digest(one)


def test_a_type_left_out_of_the_kernel_stays_out(tmp_path: Path) -> None:
    kept = [entry for key, entry in KERNEL.element_types.items() if key != "term"]
    links = [entry for key, entry in KERNEL.link_types.items() if key != "covers"]
    without = Metamodel.of(KERNEL.kernel, kept, links)
    states = States("councils", Framework.of(without, [Element("group/a")]))
    for form, name in (("document", "f.json"), ("bundle", "f")):
        _ = write(states, form, tmp_path / name)
        back = read(tmp_path / name).current.metamodel
        assert "term" not in back.element_types
        assert "covers" not in back.link_types


@given(frameworks())
def test_the_digest_does_not_depend_on_the_order_of_rows(framework: Framework) -> None:
    again = Framework.of(
        framework.metamodel,
        reversed(framework.elements()),
        reversed(framework.links()),
        framework.settings,
    )
    assert digest(again) == digest(framework)


@given(frameworks(), frameworks())
def test_digests_are_equal_for_equal_frameworks_only(a: Framework, b: Framework) -> None:
    assert (digest(a) == digest(b)) == (a == b)


def test_the_state_called_current_is_reserved() -> None:
    assert RESERVED_STATE == "current"
